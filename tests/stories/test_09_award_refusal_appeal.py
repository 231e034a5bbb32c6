"""Ten lakh asked 12 February 2024, three ordered 6 May, refused; eleven on appeal 25 February 2026."""

from datetime import date

import pytest

from tafteesh.domain.compensation.actions import (
    AnswerBeforeOrder,
    NewClaim,
    NewOrder,
    OrderBeforeClaim,
    record_answer,
    record_appeal,
    record_claim,
    record_order,
)
from tafteesh.domain.compensation.models import Claim, Order
from tafteesh.domain.compensation.queries import claims_on, standing_of
from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.queries import achievements
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.context import enter
from tests.people import TODAY, Worker

LAKH = 1_00_000_00  # paise
FILED, ORDERED, APPEALED, INCREASED = (
    date(2024, 2, 12),
    date(2024, 5, 6),
    date(2024, 6, 3),
    date(2026, 2, 25),
)


@pytest.fixture
def claim(rina: SurvivorFile, asha: Worker) -> Claim:
    new = NewClaim(filed_on=FILED, filed_at="DLSA North 24 Parganas", asked_paise=10 * LAKH)
    return record_claim(file=rina, new=new, by=asha.actor)


@pytest.fixture
def three_lakh(claim: Claim, asha: Worker) -> Order:
    new = NewOrder("final", ORDERED, 3 * LAKH, authority="DLSA North 24 Parganas")
    return record_order(claim=claim, new=new, by=asha.actor)


@pytest.fixture
def eleven_lakh(three_lakh: Order, asha: Worker) -> Order:
    record_answer(
        order=three_lakh, answer="challenges", answered_on=date(2024, 5, 20), by=asha.actor
    )
    record_appeal(order=three_lakh, forum="slsa", filed_on=APPEALED, by=asha.actor)
    new = NewOrder("appeal", INCREASED, 11 * LAKH, appeals=three_lakh, authority="SLSA")
    return record_order(claim=three_lakh.claim, new=new, by=asha.actor)


def test_who_does_not_have_her_file_records_no_order(claim: Claim, bimal: Worker) -> None:
    enter(bimal.actor)

    with pytest.raises(Claim.DoesNotExist):
        record_order(claim=claim, new=NewOrder("final", ORDERED, 3 * LAKH), by=bimal.actor)


def test_days_stand_in_order(claim: Claim, three_lakh: Order, asha: Worker) -> None:
    early = NewOrder("interim", date(2024, 2, 1), LAKH)

    with pytest.raises(OrderBeforeClaim):
        record_order(claim=claim, new=early, by=asha.actor)
    with pytest.raises(AnswerBeforeOrder):
        record_answer(
            order=three_lakh, answer="challenges", answered_on=date(2024, 5, 5), by=asha.actor
        )


def test_eighty_four_days_are_over_sixty(three_lakh: Order, asha: Worker) -> None:
    standing = standing_of(claims_on(asha.actor, TODAY).get(), TODAY)

    assert standing.days_to_order == 84
    assert standing.is_late


def test_she_refused_and_it_was_raised(three_lakh: Order, eleven_lakh: Order, asha: Worker) -> None:
    three_lakh.refresh_from_db()

    assert three_lakh.her_answer == "challenges"
    assert eleven_lakh.appeals_id == three_lakh.pk
    assert eleven_lakh.increase_paise == 8 * LAKH


def test_each_year_has_what_was_ordered_in_it_and_nothing_is_credited(
    eleven_lakh: Order, asha: Worker
) -> None:
    first = achievements(asha.actor, Period.named("2024-25"))["A8"].values
    third = achievements(asha.actor, Period.named("2025-26"))["A8"].values

    assert (first["value"], first["credited"]) == (3_00_000, 0)
    assert (third["value"], third["credited"]) == (8_00_000, 0)


def test_eleven_lakh_wait_since_the_first_order(eleven_lakh: Order, asha: Worker) -> None:
    waiting = achievements(asha.actor, Period.named("2025-26"))["I8"].values

    assert waiting["waiting"] == 11_00_000
    assert waiting["oldest_days"] == (date(2026, 3, 31) - ORDERED).days
