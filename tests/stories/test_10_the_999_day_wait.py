"""Ordered 3 February 2021, the last money on 30 October 2023: 999 days, each of them in the unpaid list."""

from datetime import date, timedelta

import pytest

from tafteesh.domain.compensation.actions import (
    CreditBeforeOrder,
    MoreThanOrdered,
    NewClaim,
    NewOrder,
    prove_credit,
    record_claim,
    record_credit,
    record_order,
)
from tafteesh.domain.compensation.models import Claim, Payment
from tafteesh.domain.compensation.queries import Standing, claims_on, standing_of, unpaid
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.papers.actions import add_paper
from tafteesh.foundation.access.context import enter
from tests.people import TODAY, Worker

LAKH = 1_00_000_00  # paise
ORDERED, FIRST_MONEY, LAST_MONEY = date(2021, 2, 3), date(2022, 8, 1), date(2023, 10, 30)


@pytest.fixture
def claim(rina: SurvivorFile, asha: Worker) -> Claim:
    new = NewClaim(filed_on=date(2020, 10, 1), filed_at="DLSA", asked_paise=5 * LAKH)
    made = record_claim(file=rina, new=new, by=asha.actor)
    new_order = NewOrder("final", ORDERED, 35 * LAKH // 10)
    record_order(claim=made, new=new_order, by=asha.actor)
    return made


@pytest.fixture
def credits_said(claim: Claim, asha: Worker) -> list[Payment]:
    """Two part credits, of 2,00,000 and 1,50,000, which she was told of."""
    return [
        record_credit(claim=claim, amount_paise=paise, credited_on=day, proof=None, by=asha.actor)
        for paise, day in ((2 * LAKH, FIRST_MONEY), (15 * LAKH // 10, LAST_MONEY))
    ]


def standing(worker: Worker, day: date) -> Standing:
    return standing_of(claims_on(worker.actor, day).get(), day)


def test_who_does_not_have_her_file_sees_no_claim(claim: Claim, bimal: Worker) -> None:
    enter(bimal.actor)

    assert not unpaid(bimal.actor, TODAY)
    with pytest.raises(Claim.DoesNotExist):
        record_credit(
            claim=claim, amount_paise=LAKH, credited_on=LAST_MONEY, proof=None, by=bimal.actor
        )


def test_money_before_the_order_or_beyond_it_is_refused(claim: Claim, asha: Worker) -> None:
    with pytest.raises(CreditBeforeOrder):
        record_credit(
            claim=claim,
            amount_paise=LAKH,
            credited_on=ORDERED - timedelta(days=1),
            proof=None,
            by=asha.actor,
        )
    with pytest.raises(MoreThanOrdered):
        record_credit(
            claim=claim, amount_paise=4 * LAKH, credited_on=LAST_MONEY, proof=None, by=asha.actor
        )


@pytest.mark.parametrize("age", [1, 365, 544, 998])
def test_on_every_day_before_it_stood_in_the_unpaid_list_with_its_age(
    credits_said: list[Payment], asha: Worker, age: int
) -> None:
    day = ORDERED + timedelta(days=age)

    rows = unpaid(asha.actor, day)

    assert [row.days_waiting for row in rows] == [age]


def test_nothing_was_waiting_before_the_order(credits_said: list[Payment], asha: Worker) -> None:
    assert not unpaid(asha.actor, ORDERED - timedelta(days=1))


def test_part_credits_add_up_and_the_balance_is_told(
    credits_said: list[Payment], asha: Worker
) -> None:
    between = standing(asha, FIRST_MONEY)
    at_the_end = standing(asha, LAST_MONEY)

    assert (between.received, between.ordered - between.received) == (2 * LAKH, 15 * LAKH // 10)
    assert at_the_end.received == 35 * LAKH // 10
    assert at_the_end.ordered - at_the_end.received == 0
    assert at_the_end.ordered_on is not None
    assert at_the_end.paid_on is not None
    assert (at_the_end.paid_on - at_the_end.ordered_on).days == 999


def test_said_is_not_proved_it_closes_with_both_bank_papers(
    credits_said: list[Payment], rina: SurvivorFile, asha: Worker
) -> None:
    assert standing(asha, TODAY).waiting == 35 * LAKH // 10
    paper = add_paper(file=rina, kind="bank", dated_on=LAST_MONEY, by=asha.actor)

    prove_credit(payment=credits_said[0], proof=paper, by=asha.actor)
    half = standing(asha, TODAY)
    prove_credit(payment=credits_said[1], proof=paper, by=asha.actor)

    assert half.waiting == 15 * LAKH // 10
    assert standing(asha, TODAY).waiting == 0
    assert not unpaid(asha.actor, TODAY)
