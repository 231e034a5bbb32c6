"""Rina's claim: asked, ordered, received are three things, and each wrong step is refused with a reason."""

from datetime import date

import pytest

from tafteesh.domain.compensation import actions
from tafteesh.domain.compensation.models import Claim, Order
from tafteesh.domain.compensation.queries import (
    ageing,
    usual_order,
)
from tafteesh.domain.compensation.register import ClaimsAsked, claims_page, totals
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.papers.actions import add_paper
from tafteesh.domain.papers.models import Paper
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.foundation.audit.models import Entry
from tests.people import TODAY, Worker

LAKH = 1_00_000_00
FILED, ORDERED = date(2025, 2, 10), date(2025, 9, 30)


@pytest.fixture
def claim(asha: Worker, rina: SurvivorFile) -> Claim:
    new = actions.NewClaim(FILED, "DLSA North 24 Parganas", 9 * LAKH)
    return actions.record_claim(file=rina, new=new, by=asha.actor)


@pytest.fixture
def order(asha: Worker, claim: Claim) -> Order:
    new = actions.NewOrder("interim", ORDERED, 4 * LAKH)
    return actions.record_order(claim=claim, new=new, by=asha.actor)


@pytest.fixture
def passbook(asha: Worker, rina: SurvivorFile) -> Paper:
    return add_paper(file=rina, kind="bank", dated_on=date(2026, 3, 1), by=asha.actor)


def credited(claim: Claim, paise: int, by: Actor, proof: Paper | None = None) -> None:
    actions.record_credit(
        claim=claim, amount_paise=paise, credited_on=date(2026, 3, 1), proof=proof, by=by
    )


def test_bimal_at_the_next_desk_does_not_find_the_claim(bimal: Worker, claim: Claim) -> None:
    enter(bimal.actor)

    with pytest.raises(Claim.DoesNotExist):
        actions.record_order(
            claim=claim, new=actions.NewOrder("final", ORDERED, LAKH), by=bimal.actor
        )
    assert claims_page(bimal.actor, ClaimsAsked(TODAY)) == ([], False)


def test_a_reader_of_totals_records_nothing(dev: Worker, claim: Claim) -> None:
    enter(dev.actor)

    with pytest.raises(NotAllowed):
        credited(claim, LAKH, dev.actor)


def test_an_order_does_not_come_before_the_claim(asha: Worker, claim: Claim) -> None:
    early = actions.NewOrder("final", date(2025, 2, 9), LAKH)

    with pytest.raises(actions.OrderBeforeClaim):
        actions.record_order(claim=claim, new=early, by=asha.actor)


def test_money_does_not_come_before_its_order(asha: Worker, claim: Claim) -> None:
    with pytest.raises(actions.CreditBeforeOrder):
        credited(claim, LAKH, asha.actor)


@pytest.mark.usefixtures("order")
def test_more_than_was_ordered_cannot_have_come(asha: Worker, claim: Claim) -> None:
    credited(claim, 3 * LAKH, asha.actor)

    with pytest.raises(actions.MoreThanOrdered):
        credited(claim, LAKH + 1, asha.actor)
    claim.refresh_from_db()
    assert claim.credited_paise == 3 * LAKH


@pytest.mark.usefixtures("order")
def test_said_money_closes_nothing_until_a_paper_proves_it(
    asha: Worker, claim: Claim, passbook: Paper
) -> None:
    credited(claim, 4 * LAKH, asha.actor)
    [said], _more = claims_page(asha.actor, ClaimsAsked(TODAY))

    actions.prove_credit(payment=claim.payments.get(), proof=passbook, by=asha.actor)
    [proved], _more = claims_page(asha.actor, ClaimsAsked(TODAY))

    assert (said.received, said.proved, said.waiting, said.days_waiting) == (
        4 * LAKH, 0, 4 * LAKH, (TODAY - ORDERED).days,
    )  # fmt: skip
    assert (proved.received, proved.waiting, proved.days_waiting) == (4 * LAKH, 0, None)


@pytest.mark.usefixtures("order")
def test_a_passbook_of_another_file_proves_nothing(asha: Worker, claim: Claim) -> None:
    other = asha.opens("N24-2026-0002")
    theirs = add_paper(file=other, kind="bank", dated_on=None, by=asha.actor)

    with pytest.raises(actions.PaperFromAnotherFile):
        credited(claim, LAKH, asha.actor, theirs)


def test_a_past_day_shows_what_stood_then(asha: Worker, claim: Claim, order: Order) -> None:
    before, after = ClaimsAsked(date(2025, 9, 29)), ClaimsAsked(date(2025, 9, 30))

    assert totals(asha.actor, before).ordered == 0
    assert totals(asha.actor, after).ordered == order.amount_paise
    assert claims_page(asha.actor, ClaimsAsked(date(2025, 2, 9))) == ([], False)


@pytest.mark.usefixtures("order")
def test_the_three_amounts_are_never_one_number(
    asha: Worker, claim: Claim, passbook: Paper
) -> None:
    credited(claim, LAKH, asha.actor, passbook)
    credited(claim, LAKH // 2, asha.actor)
    sums = totals(asha.actor, ClaimsAsked(TODAY))

    assert (sums.asked, sums.ordered, sums.received, sums.proved) == (
        9 * LAKH, 4 * LAKH, LAKH + LAKH // 2, LAKH,
    )  # fmt: skip
    assert (sums.waiting, sums.waiting_claims) == (3 * LAKH, 1)


@pytest.mark.parametrize(
    ("days", "band"),
    [(0, "0-30"), (30, "0-30"), (31, "31-90"), (180, "91-180"), (365, "181-365"), (366, "366")],
)
def test_each_claim_lies_in_the_band_of_its_days(
    asha: Worker, order: Order, days: int, band: str
) -> None:
    day = date.fromordinal(order.ordered_on.toordinal() + days)
    filled = {row.name: (row.claims, row.paise) for row in ageing(asha.actor, day) if row.claims}

    assert filled == {band: (1, order.amount_paise)}
    assert len(claims_page(asha.actor, ClaimsAsked(day, band=band))[0]) == 1


def test_the_longest_unpaid_comes_first(asha: Worker, claim: Claim, order: Order) -> None:
    assert order.claim_id == claim.pk
    newer = asha.opens("N24-2026-0002")
    second = actions.record_claim(file=newer, new=actions.NewClaim(FILED), by=asha.actor)
    pending = actions.record_claim(file=newer, new=actions.NewClaim(FILED), by=asha.actor)
    actions.record_order(
        claim=second, new=actions.NewOrder("final", date(2026, 1, 5), LAKH), by=asha.actor
    )

    rows, _more = claims_page(asha.actor, ClaimsAsked(TODAY))
    assert [row.claim.pk for row in rows] == [claim.pk, second.pk, pending.pk]


def test_an_order_on_appeal_takes_the_place_of_the_first(
    asha: Worker, claim: Claim, order: Order
) -> None:
    actions.record_appeal(order=order, forum="slsa", filed_on=date(2025, 10, 21), by=asha.actor)
    raised = actions.record_order(
        claim=claim,
        new=actions.NewOrder("appeal", date(2026, 2, 25), 11 * LAKH, appeals=order),
        by=asha.actor,
    )
    claim.refresh_from_db()

    assert (claim.ordered_paise, raised.increase_paise) == (11 * LAKH, 7 * LAKH)
    assert claim.first_ordered_on == ORDERED
    with pytest.raises(actions.LeadsFurther):
        actions.withdraw(entry=order, reason="amount", by=asha.actor)


def test_no_step_comes_before_its_order(asha: Worker, order: Order) -> None:
    early, by = date(2025, 9, 29), asha.actor
    with pytest.raises(actions.StepBeforeOrder):
        actions.record_appeal(order=order, forum="slsa", filed_on=early, by=by)
    with pytest.raises(actions.StepBeforeOrder):
        actions.record_sanction(
            order=order, sanctioned_on=early, amount_paise=None, waiting=True, by=by
        )
    with pytest.raises(actions.AnswerBeforeOrder):
        actions.record_answer(order=order, answer="accepts", answered_on=early, by=by)


def test_an_order_on_which_money_came_is_not_withdrawn(
    asha: Worker, claim: Claim, order: Order
) -> None:
    credited(claim, LAKH, asha.actor)

    with pytest.raises(actions.MoreThanOrdered):
        actions.withdraw(entry=order, reason="amount", by=asha.actor)
    order.refresh_from_db()
    assert order.withdrawn_at is None


def test_a_withdrawn_payment_stays_readable_and_counts_no_more(
    asha: Worker, claim: Claim, order: Order
) -> None:
    credited(claim, LAKH, asha.actor)
    payment = claim.payments.get()
    after = actions.withdraw(entry=payment, reason="twice", by=asha.actor)

    assert (after.credited_paise, after.ordered_paise) == (0, order.amount_paise)
    assert claim.payments.get().withdrawn_at == asha.actor.now
    assert Entry.objects.filter(event="withdrawn", reason="twice", about_id=payment.pk).exists()
    with pytest.raises(type(payment).DoesNotExist):
        actions.withdraw(entry=payment, reason="twice", by=asha.actor)


def test_a_claim_with_an_order_is_not_withdrawn(asha: Worker, claim: Claim, order: Order) -> None:
    with pytest.raises(actions.LeadsFurther):
        actions.withdraw_claim(claim=claim, reason="file", by=asha.actor)

    actions.withdraw(entry=order, reason="file", by=asha.actor)
    actions.withdraw_claim(claim=claim, reason="file", by=asha.actor)
    assert claims_page(asha.actor, ClaimsAsked(TODAY)) == ([], False)


def test_the_usual_order_is_the_middle_one(asha: Worker, claim: Claim) -> None:
    assert usual_order(asha.actor) == 0
    for month, lakh in ((3, 3), (4, 90), (5, 4)):
        new = actions.NewOrder("interim", date(2025, month, 1), lakh * LAKH)
        actions.record_order(claim=claim, new=new, by=asha.actor)
    assert usual_order(asha.actor) == 4 * LAKH


@pytest.mark.usefixtures("order")
def test_the_same_money_is_one_record(asha: Worker, meera: Worker, claim: Claim) -> None:
    credited(claim, LAKH, asha.actor)
    enter(meera.actor)

    with pytest.raises(actions.RecordedAlready):
        credited(claim, LAKH, meera.actor)
    claim.refresh_from_db()
    assert claim.credited_paise == LAKH


@pytest.mark.usefixtures("order")
def test_a_bank_paper_does_not_prove_the_same_amount_twice(
    asha: Worker, claim: Claim, passbook: Paper
) -> None:
    credited(claim, LAKH, asha.actor, passbook)

    with pytest.raises(actions.RecordedAlready):
        actions.record_credit(
            claim=claim, amount_paise=LAKH, credited_on=TODAY, proof=passbook, by=asha.actor
        )


def test_an_interim_order_is_taken_into_the_final_one(
    asha: Worker, claim: Claim, order: Order
) -> None:
    final = actions.NewOrder("final", date(2026, 3, 1), 6 * LAKH)
    made = actions.record_order(claim=claim, new=final, by=asha.actor)
    between = actions.NewOrder("interim", date(2026, 1, 1), 5 * LAKH)
    actions.record_order(claim=claim, new=between, by=asha.actor)
    made.refresh_from_db()
    claim.refresh_from_db()

    assert (order.increase_paise, made.increase_paise) == (4 * LAKH, LAKH)
    assert claim.ordered_paise == 6 * LAKH
