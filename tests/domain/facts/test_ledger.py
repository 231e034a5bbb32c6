"""The ledger adds up to the paisa, says the same as A8 and I8, and counts no appeal twice."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.db import transaction
from django.db.models import QuerySet
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tafteesh.domain.compensation import actions
from tafteesh.domain.compensation.models import Claim, Order, Payment
from tafteesh.domain.compensation.queries import unpaid
from tafteesh.domain.compensation.spells import spells_on
from tafteesh.domain.facts.blocks import blocks_of, totals_of
from tafteesh.domain.facts.ledger import Ledger, What, ledger_of
from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.queries import scope_of
from tafteesh.domain.facts.sql import MONEY
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.papers.actions import add_paper
from tafteesh.domain.papers.models import Paper
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.decisions import NotAllowed
from tests.domain.facts.conftest import FIRST, LAST, YEAR, Told
from tests.people import Worker

Opens = Callable[..., SurvivorFile]
LAKH = 1_00_000_00
START, DAYS = date(2022, 6, 1), 650


@pytest.fixture
def claim(by: Actor, opens: Opens) -> Claim:
    new = actions.NewClaim(date(2022, 5, 1))
    return actions.record_claim(file=opens(), new=new, by=by)


def order(claim: Claim, by: Actor, day: date, paise: int, appeals: Order | None = None) -> Order:
    kind = "appeal" if appeals else "final"
    new = actions.NewOrder(kind, day, paise, appeals)
    return actions.record_order(claim=claim, new=new, by=by)


def credit(claim: Claim, by: Actor, day: date, paise: int, proof: Paper | None = None) -> None:
    actions.record_credit(claim=claim, amount_paise=paise, credited_on=day, proof=proof, by=by)


def passbook(claim: Claim, by: Actor, day: date) -> Paper:
    return add_paper(file=claim.survivor_file, kind="bank", dated_on=day, by=by)


def other_award(claim: Claim, by: Actor) -> Order:
    """What a trial court gave her on the day of the claim, once."""
    found = Order.objects.visible_to(by).exclude(claim=claim).first()
    if found:
        return found
    new = actions.NewClaim(START, "Court of Session", forum="court")
    other = actions.record_claim(file=claim.survivor_file, new=new, by=by)
    return order(other, by, START, 2 * LAKH)


def test_a_reader_of_totals_and_another_office_read_no_ledger(
    claim: Claim, by: Actor, dev: Worker, joba: Worker
) -> None:
    order(claim, by, FIRST, LAKH)
    with pytest.raises(NotAllowed):
        ledger_of(dev.actor, YEAR)
    enter(joba.actor)
    assert ledger_of(joba.actor, YEAR).count == 0


def test_who_has_no_file_reads_an_empty_ledger(claim: Claim, by: Actor, bimal: Worker) -> None:
    order(claim, by, FIRST, LAKH)
    enter(bimal.actor)

    told = ledger_of(bimal.actor, YEAR)

    assert (told.count, told.ordered, told.after) == (0, 0, 0)


def test_a_year_says_what_a8_and_i8_say(claim: Claim, by: Actor, told: Told) -> None:
    first = order(claim, by, FIRST - timedelta(days=1), 3 * LAKH + 7)
    order(claim, by, LAST, 11 * LAKH + 50, appeals=first)
    credit(claim, by, date(2023, 9, 1), 2 * LAKH + 1)

    ledger = ledger_of(by, YEAR)

    assert [line.what for line in ledger.lines] == [What.CREDIT, What.INCREASE]
    assert (ledger.ordered, ledger.credited) == (8 * LAKH + 43, 2 * LAKH + 1)
    assert (ledger.ordered / 100, ledger.credited / 100) == (
        told("A8")["value"], told("A8")["credited"],
    )  # fmt: skip
    assert ledger.after / 100 == told("I8")["waiting"]
    assert ledger.before == 3 * LAKH + 7
    assert ledger.adds_up


def test_a_wrong_entry_is_reversed_and_stays_readable(claim: Claim, by: Actor) -> None:
    wrong = order(claim, by, FIRST, LAKH)
    later = replace(by, now=datetime.combine(date(2024, 5, 2), time(5, 0), UTC))
    actions.withdraw(entry=wrong, reason="amount", by=later)

    told = ledger_of(later, YEAR)

    assert [(line.what, line.ordered) for line in told.lines] == [
        (What.ORDER, LAKH), (What.REVERSAL, -LAKH),
    ]  # fmt: skip
    assert (told.ordered, told.adds_up) == (0, True)
    assert [line.what for line in ledger_of(by, YEAR).lines] == [What.ORDER]


@dataclass(frozen=True)
class Said:
    """One event as hypothesis tells it: how many days after the start, and how many paise."""

    what: str
    after: int
    paise: int


EVENTS = st.lists(
    st.builds(
        Said,
        st.sampled_from(["order", "appeal", "credit", "proved", "set_off", "withdraw", "unpay"]),
        st.integers(0, DAYS),
        st.integers(1, 12 * LAKH),
    ),
    max_size=9,
)
QUICK = settings(
    max_examples=15,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@contextmanager
def rolled_back() -> Iterator[None]:
    """Each example begins with the claim as it was."""
    point = transaction.savepoint()
    yield
    transaction.savepoint_rollback(point)


REFUSALS = (
    actions.StepBeforeOrder,
    actions.MoreThanTheOtherGave,
    actions.OrderOfThatDayStands,
    actions.MoreThanOrdered,
    actions.CreditBeforeOrder,
    actions.RecordedAlready,
    actions.LeadsFurther,
)


def set_off(claim: Claim, by: Actor, day: date, paise: int) -> None:
    new = actions.NewSetOff(other_award(claim, by), day, paise)
    actions.record_set_off(claim=claim, new=new, by=by)


def withdraw_last(rows: "QuerySet[Order] | QuerySet[Payment]", by: Actor) -> None:
    if last := rows.filter(withdrawn_at=None).last():
        actions.withdraw(entry=last, reason="amount", by=by)


def happen(claim: Claim, by: Actor, what: str, day: date, paise: int) -> None:
    """Do one event."""
    if what in ("order", "appeal"):
        before = claim.orders.filter(withdrawn_at=None).order_by("ordered_on").last()
        order(claim, by, day, paise, before if what == "appeal" else None)
    elif what == "set_off":
        set_off(claim, by, day, paise)
    elif what in ("credit", "proved"):
        credit(claim, by, day, paise, passbook(claim, by, day) if what == "proved" else None)
    else:
        withdraw_last(claim.orders if what == "withdraw" else claim.payments, by)  # type: ignore[arg-type] # a manager filters


def play(claim: Claim, by: Actor, events: list[Said]) -> None:
    """Do what was told; what the rules refuse does not happen."""
    for event in events:
        try:
            with transaction.atomic():
                happen(claim, by, event.what, START + timedelta(days=event.after), event.paise)
        except REFUSALS:
            continue


def replayed(claim: Claim, day: date) -> tuple[int, date | None]:
    """Every event up to a day, one after the other: what waits at its end, and since when."""
    award, first, proved = 0, None, 0
    for row in claim.orders.filter(withdrawn_at=None).order_by("ordered_on"):
        if row.ordered_on <= day:
            award, first = row.amount_paise, first or row.ordered_on
    for paid in claim.payments.filter(withdrawn_at=None, proof__isnull=False):
        if paid.credited_on <= day:
            proved += paid.amount_paise
    return award - proved, first


def years(by: Actor) -> list[Ledger]:
    return [ledger_of(by, Period.financial_year(year)) for year in (2022, 2023)]


@QUICK
@given(events=EVENTS)
def test_entries_always_add_up(claim: Claim, by: Actor, events: list[Said]) -> None:
    with rolled_back():
        play(claim, by, events)
        ledgers = years(by)

        for told in ledgers:
            assert told.adds_up
            assert sum(line.ordered for line in told.lines) == told.ordered
            assert sum(line.credited for line in told.lines) == told.credited
        assert ledgers[0].after == ledgers[1].before


@QUICK
@given(events=EVENTS)
def test_an_order_raised_on_appeal_is_never_counted_twice(
    claim: Claim, by: Actor, events: list[Said]
) -> None:
    with rolled_back():
        play(claim, by, events)
        claim.refresh_from_db()
        standing = claim.orders.filter(withdrawn_at=None).order_by("ordered_on")

        others = sum(row.ordered_paise for row in Claim.objects.visible_to(by).exclude(pk=claim.pk))
        assert sum(told.ordered for told in years(by)) == claim.ordered_paise + others
        assert sum(standing.values_list("increase_paise", flat=True)) == claim.ordered_paise
        last = standing.last()
        assert claim.ordered_paise == (last.amount_paise if last else 0)


@QUICK
@given(events=EVENTS, asked=st.lists(st.integers(0, DAYS), min_size=1, max_size=4))
def test_the_unpaid_list_of_a_past_day_is_a_replay_up_to_it(
    claim: Claim, by: Actor, events: list[Said], asked: list[int]
) -> None:
    with rolled_back():
        play(claim, by, events)
        for day in (START + timedelta(days=n) for n in asked):
            waits, first = replayed(claim, day)

            rows = [
                (one.waiting, one.ordered_on)
                for one in unpaid(by, day, over=-1)
                if one.claim == claim
            ]
            kept = spells_on(by, day).filter(claim=claim).values_list("paise", "first_ordered_on")
            assert rows == list(kept) == ([(waits, first)] if waits > 0 else [])


@QUICK
@given(events=EVENTS)
def test_the_year_by_block_adds_up_to_what_the_orders_themselves_say(
    claim: Claim, by: Actor, events: list[Said]
) -> None:
    with rolled_back():
        play(claim, by, events)
        for start in (2022, 2023):
            year = Period.financial_year(start)
            together = totals_of(blocks_of(by, year))
            plain = MONEY.rows(scope_of(by, year))

            for what, name in (("order", "ordered"), ("credit", "credited")):
                credit = what == "credit"
                said = sum(row["paise"] for row in plain if (row["what"] == "credit") == credit)
                assert together[name] == said
