"""Two orders for one crime count once, a head that was left out is seen, a minor's money is locked, heirs go on."""

from datetime import date

import pytest

from tafteesh.domain.compensation import actions
from tafteesh.domain.compensation.models import Claim, Order, OrderHead, Payment
from tafteesh.domain.compensation.queries import claims_on, standing_of
from tafteesh.domain.files.actions.household import record_member
from tafteesh.domain.files.models import HouseholdMember, SurvivorFile
from tafteesh.domain.papers.actions import add_paper
from tafteesh.foundation.access.context import enter
from tafteesh.reference.law.models import CompensationScheme, HeadOfLoss
from tests.people import TODAY, Worker

LAKH = 1_00_000_00
FILED, DLSA_ON, COURT_ON, SET_OFF_ON = (
    date(2025, 2, 10), date(2025, 5, 6), date(2026, 3, 2), date(2026, 3, 20),
)  # fmt: skip


def claim_of(file: SurvivorFile, asha: Worker, filed_at: str, forum: str) -> Claim:
    new = actions.NewClaim(FILED, filed_at, forum=forum, side="source")
    return actions.record_claim(file=file, new=new, by=asha.actor)


@pytest.fixture
def court(rina: SurvivorFile, asha: Worker) -> Claim:
    return claim_of(rina, asha, "Court of Session, Barasat", "court")


@pytest.fixture
def dlsa(rina: SurvivorFile, asha: Worker) -> Claim:
    return claim_of(rina, asha, "DLSA North 24 Parganas", "dlsa")


@pytest.fixture
def four(dlsa: Claim, asha: Worker) -> Order:
    new = actions.NewOrder("final", DLSA_ON, 4 * LAKH)
    return actions.record_order(claim=dlsa, new=new, by=asha.actor)


@pytest.fixture
def ten(court: Claim, asha: Worker) -> Order:
    new = actions.NewOrder("final", COURT_ON, 10 * LAKH)
    return actions.record_order(claim=court, new=new, by=asha.actor)


def waits(claim: Claim, asha: Worker) -> int:
    return standing_of(claims_on(asha.actor, TODAY).get(pk=claim.pk), TODAY).waiting


def set_off(
    claim: Claim, against: Order, paise: int, asha: Worker, day: date = SET_OFF_ON
) -> Order:
    new = actions.NewSetOff(against, day, paise)
    return actions.record_set_off(claim=claim, new=new, by=asha.actor)


def test_another_desk_sets_nothing_off(
    court: Claim, four: Order, ten: Order, bimal: Worker
) -> None:
    enter(bimal.actor)
    with pytest.raises(Claim.DoesNotExist):
        set_off(court, four, 4 * LAKH, bimal)


def test_what_does_not_fit_is_refused(
    court: Claim, dlsa: Claim, four: Order, ten: Order, asha: Worker
) -> None:
    with pytest.raises(actions.SetOffAgainstItself):
        set_off(court, ten, LAKH, asha)
    with pytest.raises(actions.MoreThanTheOtherGave):
        set_off(court, four, 5 * LAKH, asha)
    with pytest.raises(actions.StepBeforeOrder):
        set_off(court, four, LAKH, asha, DLSA_ON)
    with pytest.raises(actions.OrderOfThatDayStands):
        set_off(court, four, LAKH, asha, COURT_ON)
    with pytest.raises(actions.MoreThanOrdered):
        set_off(dlsa, ten, 9 * LAKH, asha)


def test_the_court_takes_off_what_the_dlsa_gave(
    court: Claim, dlsa: Claim, four: Order, ten: Order, asha: Worker
) -> None:
    row = set_off(court, four, 4 * LAKH, asha)

    assert (row.amount_paise, row.increase_paise) == (6 * LAKH, -4 * LAKH)
    assert (waits(court, asha), waits(dlsa, asha)) == (6 * LAKH, 4 * LAKH)
    with pytest.raises(actions.LeadsFurther):
        actions.withdraw(entry=four, reason="amount", by=asha.actor)
    actions.withdraw(entry=row, reason="amount", by=asha.actor)
    assert waits(court, asha) == 10 * LAKH


def test_an_order_that_is_set_off_whole_waits_for_nothing(
    dlsa: Claim, four: Order, ten: Order, asha: Worker
) -> None:
    set_off(dlsa, ten, 4 * LAKH, asha)

    assert waits(dlsa, asha) == 0
    assert not dlsa.unpaid_spells.filter(ends_on=None).exists()


def test_interim_money_lies_in_the_final_order_or_beside_it(dlsa: Claim, asha: Worker) -> None:
    first = actions.record_order(
        claim=dlsa, new=actions.NewOrder("interim", DLSA_ON, LAKH), by=asha.actor
    )
    beside = actions.NewOrder("final", COURT_ON, 3 * LAKH, beside_interim=True)
    final = actions.record_order(claim=dlsa, new=beside, by=asha.actor)

    assert (final.amount_paise, final.increase_paise) == (4 * LAKH, 3 * LAKH)
    with pytest.raises(actions.LeadsFurther):
        actions.withdraw(entry=first, reason="amount", by=asha.actor)
    actions.withdraw(entry=final, reason="amount", by=asha.actor)
    within = actions.NewOrder("final", COURT_ON, 3 * LAKH)
    final = actions.record_order(claim=dlsa, new=within, by=asha.actor)
    assert (final.amount_paise, final.increase_paise) == (3 * LAKH, 2 * LAKH)


@pytest.fixture
def heads(db: None) -> list[HeadOfLoss]:
    scheme = CompensationScheme.objects.create(
        key="s1", name="A scheme", kind="state", jurisdiction="West Bengal", state_code="WB",
        verification="sourced", is_current=True,
    )  # fmt: skip
    return [
        HeadOfLoss.objects.create(
            key=f"h{n}", scheme=scheme, position=n, name=f"Head {n}", max_paise=n * 2 * LAKH,
            verification="sourced", is_current=True,
        )
        for n in (1, 2)
    ]  # fmt: skip


def test_the_heads_of_an_order_say_what_was_left_out(
    four: Order, heads: list[HeadOfLoss], asha: Worker
) -> None:
    given = actions.NewHead(heads[0], OrderHead.Outcome.GIVEN, 2 * LAKH)
    out = actions.NewHead(heads[1], OrderHead.Outcome.LEFT_OUT)
    too_much = actions.NewHead(heads[0], OrderHead.Outcome.GIVEN, 5 * LAKH)
    with pytest.raises(actions.HeadsGiveMore):
        actions.record_heads(order=four, heads=[too_much], by=asha.actor)

    actions.record_heads(order=four, heads=[given], by=asha.actor)
    actions.record_heads(order=four, heads=[given, out], by=asha.actor)

    rows = OrderHead.objects.visible_to(asha.actor).filter(withdrawn_at=None).order_by("outcome")
    assert [(row.outcome, row.amount_paise) for row in rows] == [
        ("given", 2 * LAKH), ("left_out", None),
    ]  # fmt: skip


@pytest.fixture
def payment(dlsa: Claim, four: Order, asha: Worker) -> Payment:
    return actions.record_credit(
        claim=dlsa, amount_paise=4 * LAKH, credited_on=date(2025, 9, 1), proof=None, by=asha.actor
    )


def test_a_minors_deposit_is_locked_until_its_day_or_an_order(
    payment: Payment, rina: SurvivorFile, asha: Worker
) -> None:
    made, until = date(2025, 9, 5), date(2029, 3, 15)
    locked = {"payment": payment, "made_on": made, "locked_until": until, "by": asha.actor}
    with pytest.raises(actions.MoreThanCame):
        actions.record_deposit(amount_paise=5 * LAKH, **locked)  # type: ignore[arg-type] # as they are
    row = actions.record_deposit(amount_paise=3 * LAKH, **locked)  # type: ignore[arg-type] # the same
    with pytest.raises(actions.MoreThanCame):
        actions.record_deposit(amount_paise=2 * LAKH, **locked)  # type: ignore[arg-type] # the same

    with pytest.raises(actions.LockedStill):
        actions.release_deposit(deposit=row, released_on=TODAY, by=asha.actor)
    paper = add_paper(file=rina, kind="order", dated_on=TODAY, by=asha.actor)
    row = actions.release_deposit(deposit=row, released_on=TODAY, order=paper, by=asha.actor)
    assert row.released_on == TODAY


def test_heirs_take_her_place_after_her_death_and_no_accused_does(
    dlsa: Claim, rina: SurvivorFile, asha: Worker
) -> None:
    mother, uncle = (
        record_member(
            file=rina, member=HouseholdMember(relation=relation, is_accused=accused), by=asha.actor
        )
        for relation, accused in (("mother", False), ("relative", True))
    )
    joins = {"claim": dlsa, "joined_on": TODAY, "by": asha.actor}
    with pytest.raises(actions.SheLives):
        actions.record_heir(member=mother, **joins)  # type: ignore[arg-type] # as they are
    died = actions.NewStep("died", date(2026, 10, 1))
    actions.record_step(claim=dlsa, new=died, by=asha.actor)

    with pytest.raises(actions.HeirIsAccused):
        actions.record_heir(member=uncle, **joins)  # type: ignore[arg-type] # the same
    heir = actions.record_heir(member=mother, **joins)  # type: ignore[arg-type] # the same
    assert heir.member_id == mother.pk
    with pytest.raises(actions.HeirStands):
        actions.record_heir(member=mother, **joins)  # type: ignore[arg-type] # the same


def test_an_accused_relative_is_no_guardian_whatever_was_said(
    dlsa: Claim, rina: SurvivorFile, asha: Worker
) -> None:
    member = HouseholdMember(relation="mother", is_accused=True)
    record_member(file=rina, member=member, by=asha.actor)
    said = actions.NewAccount(TODAY, "guardian", "mother", "no")

    with pytest.raises(actions.GuardianIsAccused):
        actions.record_account(claim=dlsa, new=said, by=asha.actor)
