"""The duty engine: seven states, both bounds, and time that only runs forward."""

import uuid
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tafteesh.domain.proceedings.duties.counting import Length, Unit, add_months, last_day
from tafteesh.domain.proceedings.duties.engine import (
    Facts,
    Happened,
    Rule,
    State,
    assess,
)

PAPER = uuid.uuid4()
CHARGE_SHEET = Rule(
    key="D-BAIL-90", version=1, trigger="first_remand", event="charge_sheet",
    length=Length(90, Unit.DAYS, counts_first_day=True), law="BNSS 187(3)(i)",
    may_alert=True, valid_from=date(2024, 7, 1),
)  # fmt: skip
COPY = Rule("D-FIR-COPY", 1, "fir", "copy_given", Length(0, Unit.AT_ONCE), "BNSS 173(2)")
TO_AHTU = Rule("D-WB-AHTU-24H", 1, "fir", "ahtu_received", Length(24, Unit.HOURS), "Sangita Sahu")

days = st.dates(date(2015, 1, 1), date(2035, 12, 31))


def known(**happened: date | tuple[date, date]) -> Facts:
    return Facts(
        {
            name: Happened(*day) if isinstance(day, tuple) else Happened.on(day, PAPER)
            for name, day in happened.items()
        }
    )


def test_the_day_of_first_remand_is_counted() -> None:
    assert last_day(date(2025, 8, 13), CHARGE_SHEET.length) == date(2025, 11, 10)
    assert last_day(date(2024, 2, 1), Length(28, Unit.DAYS)) == date(2024, 2, 29)
    assert last_day(date(2023, 12, 31), Length(60, Unit.DAYS)) == date(2024, 2, 29)


def test_months_end_on_the_same_number_or_the_months_last_day() -> None:
    assert add_months(date(2023, 12, 31), 2) == date(2024, 2, 29)
    assert add_months(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert add_months(date(2025, 8, 31), 1) == date(2025, 9, 30)


def test_where_the_court_is_closed_the_next_open_day_counts() -> None:
    length = Length(30, Unit.DAYS, moves_when_closed=True)
    assert last_day(date(2025, 10, 3), length) == date(2025, 11, 3), "2 November is a Sunday"
    assert last_day(date(2025, 9, 2), length, {date(2025, 10, 2)}) == date(2025, 10, 3)
    assert last_day(date(2025, 9, 1), Length(5, Unit.WORKING_DAYS)) == date(2025, 9, 6)


def test_a_copy_given_after_the_day_of_the_fir_is_late_by_the_days_between() -> None:
    found = assess(
        COPY, known(fir=date(2026, 1, 14), copy_given=date(2026, 2, 2)), date(2026, 3, 1)
    )
    assert (found.state, found.days) == (State.LATE, 19)
    assert found.is_proved
    assert not found.may_alert, "this rule was not read in a source"


def test_hours_without_a_time_of_day_are_read_in_favour_of_the_authority() -> None:
    fir = date(2026, 6, 1)
    next_day = known(fir=fir, ahtu_received=date(2026, 6, 2))
    assert assess(TO_AHTU, next_day, date(2026, 7, 1)).state is State.ON_TIME

    later = assess(TO_AHTU, known(fir=fir, ahtu_received=date(2026, 7, 2)), date(2026, 7, 9))
    assert (later.state, later.days) == (State.LATE, 30)


def test_what_was_not_done_is_overdue_only_after_its_last_day() -> None:
    facts = known(first_remand=date(2025, 8, 13))
    assert assess(CHARGE_SHEET, facts, date(2025, 11, 10)).state is State.NOT_DUE

    found = assess(CHARGE_SHEET, facts, date(2026, 11, 23))
    assert (found.state, found.days) == (State.OVERDUE, 378)
    assert found.may_alert


def test_an_approximate_day_is_late_only_if_late_on_both_bounds() -> None:
    august = (date(2025, 8, 1), date(2025, 8, 31))
    filed = known(first_remand=august, charge_sheet=date(2025, 11, 15))
    found = assess(CHARGE_SHEET, filed, date(2026, 1, 1))
    assert (found.state, found.missing) == (State.CANNOT_TELL, ("first_remand",))

    much_later = known(first_remand=august, charge_sheet=date(2026, 2, 1))
    late = assess(CHARGE_SHEET, much_later, date(2026, 3, 1))
    assert (late.state, late.is_proved) == (State.LATE, False)


def test_what_nobody_knows_is_said_by_name() -> None:
    rule = replace(CHARGE_SHEET, applies_if=("punishable_ten_years",))
    assert assess(rule, Facts(), date(2026, 1, 1)).missing == ("punishable_ten_years",)
    no = Facts(holds={"punishable_ten_years": False})
    assert assess(rule, no, date(2026, 1, 1)).state is State.NOT_APPLICABLE

    undated = Facts(without_day={"first_remand"})
    assert assess(CHARGE_SHEET, undated, date(2026, 1, 1)).missing == ("first_remand",)
    assert assess(CHARGE_SHEET, Facts(), date(2026, 1, 1)).state is State.NOT_DUE


def test_a_rule_holds_only_in_its_own_time() -> None:
    before = known(first_remand=date(2024, 6, 30))
    assert assess(CHARGE_SHEET, before, date(2025, 1, 1)).state is State.NOT_APPLICABLE

    across = known(first_remand=(date(2024, 6, 30), date(2024, 7, 1)))
    assert assess(CHARGE_SHEET, across, date(2025, 1, 1)).state is State.CANNOT_TELL


def test_days_in_the_wrong_order_are_asked_about() -> None:
    wrong = known(fir=date(2026, 2, 1), copy_given=date(2026, 1, 1))
    assert assess(COPY, wrong, date(2026, 3, 1)).missing == ("fir", "copy_given")


def test_where_no_time_is_fixed_it_waits_and_is_never_late() -> None:
    rule = Rule(
        "D-X", 1, "fir", "sections_added", Length(0, Unit.NOT_FIXED), "", asked="sections_asked"
    )
    facts = known(fir=date(2025, 8, 12), sections_asked=date(2025, 8, 13))
    found = assess(rule, facts, date(2025, 11, 23))
    assert (found.state, found.days) == (State.WAITING, 102)


@given(days, st.none() | days, days, st.integers(0, 4000), st.sampled_from(list(Unit)))
def test_moving_today_never_turns_late_into_on_time(
    start: date, done: date | None, today: date, more: int, unit: Unit
) -> None:
    rule = replace(CHARGE_SHEET, length=Length(60, unit), valid_from=None)
    happened = {"first_remand": start} | ({"charge_sheet": done} if done else {})
    before = assess(rule, known(**happened), today)
    after = assess(rule, known(**happened), today + timedelta(days=more))
    if before.is_missed:
        assert after.state is before.state
        assert (after.days or 0) >= (before.days or 0)


@given(days, st.integers(0, 90), days, st.integers(0, 90))
def test_a_vaguer_day_never_makes_late_what_was_not(
    start: date, vague: int, done: date, vaguer: int
) -> None:
    rule = replace(CHARGE_SHEET, valid_from=None)
    wide = known(
        first_remand=(start, start + timedelta(days=vague)),
        charge_sheet=(done, done + timedelta(days=vaguer)),
    )
    if assess(rule, wide, date(2040, 1, 1)).state is State.LATE:
        exact = known(first_remand=start, charge_sheet=done + timedelta(days=vaguer))
        assert assess(rule, exact, date(2040, 1, 1)).state is State.LATE
        exact = known(first_remand=start + timedelta(days=vague), charge_sheet=done)
        assert assess(rule, exact, date(2040, 1, 1)).state is State.LATE


RULES = [
    replace(CHARGE_SHEET, valid_from=None, applies_if=("ten_years",)),
    replace(CHARGE_SHEET, length=Length(0, Unit.NOT_FIXED), asked="asked", applies_if=()),
    replace(COPY, trigger="first_remand", event="charge_sheet", asked="asked"),
]
NAMES = ("first_remand", "charge_sheet", "asked", "judgment")
about = st.tuples(days, st.integers(0, 40)).map(
    lambda two: Happened(two[0], two[0] + timedelta(days=two[1]))
)
some_facts = st.builds(
    Facts,
    days=st.dictionaries(st.sampled_from(NAMES), about),
    without_day=st.frozensets(st.sampled_from(NAMES)),
    holds=st.dictionaries(st.just("ten_years"), st.sampled_from([True, False, None])),
)


@given(st.sampled_from(RULES), some_facts, st.sampled_from(NAMES), about, days)
def test_adding_a_fact_never_silently_removes_a_lapse(
    rule: Rule, facts: Facts, name: str, day: Happened, today: date
) -> None:
    """What was late or waited is so still, or the state shows the day, or asks for it by name."""
    before = assess(rule, facts, today)
    after = assess(rule, replace(facts, days={**facts.days, name: day}), today)

    if name not in (rule.trigger, rule.event, rule.asked):
        assert after == before
    elif before.is_missed or before.state is State.WAITING:
        still = after.is_missed or after.state is State.WAITING
        shows = day in (after.trigger, after.event)
        assert still or shows or after.missing
