"""Three worked examples for every counted duty, reckoned by hand from the law's own text.

Leap days, month ends, Sundays and court holidays are among them. The limits are the shipped ones.
"""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tafteesh.domain.proceedings.duties.catalogue import BY_KEY, DUTIES, rules
from tafteesh.domain.proceedings.duties.counting import Unit, last_day
from tafteesh.domain.proceedings.duties.engine import Facts, Happened, Rule, State, assess
from tafteesh.reference.law.models import Deadline
from tests.reference.small import law_edition

HOLIDAYS = {date(2025, 10, 2), date(2026, 1, 1), date(2026, 1, 26)}
LATER = date(2029, 1, 1)
NA = State.NOT_APPLICABLE

# duty, from, done, state, days
EXAMPLES = [
    ("diary-to-fir", "2026-01-05", "2026-01-14", "late", 9),
    ("diary-to-fir", "2024-02-29", "2024-02-29", "on_time", None),
    ("diary-to-fir", "2013-05-09", "2013-05-12", NA, None),
    ("complaint-to-fir", "2023-12-31", "2024-01-01", "late", 1),
    ("complaint-to-fir", "2024-02-28", "2024-03-01", "late", 2),
    ("complaint-to-fir", "2024-02-29", "2024-02-29", "on_time", None),
    ("zero-fir", "2026-01-14", "2026-01-16", "on_time", None),
    ("zero-fir", "2024-02-29", None, "waiting", 1768),
    ("zero-fir", "2028-12-31", None, "waiting", 1),
    ("fir-copy", "2026-01-14", "2026-02-02", "late", 19),
    ("fir-copy", "2024-02-28", "2024-03-01", "late", 2),
    ("fir-copy", "2025-12-31", "2025-12-31", "on_time", None),
    ("pocso-cwc", "2024-02-28", "2024-02-29", "on_time", None),
    ("pocso-cwc", "2023-02-28", "2023-03-02", "late", 1),
    ("pocso-cwc", "2012-11-13", "2012-12-01", NA, None),
    ("to-ahtu", "2026-06-01", "2026-07-02", "late", 30),
    ("to-ahtu", "2024-02-28", "2024-02-29", "on_time", None),
    ("to-ahtu", "2018-07-04", "2018-09-01", NA, None),
    ("statement", "2024-02-29", "2024-03-01", "late", 1),
    ("statement", "2025-08-12", "2025-08-12", "on_time", None),
    ("statement", "2013-02-02", "2013-03-01", NA, None),
    ("medical", "2024-02-28", "2024-02-29", "on_time", None),
    ("medical", "2025-12-31", "2026-01-02", "late", 1),
    ("medical", "2006-06-22", "2006-06-30", NA, None),
    ("medical-report", "2028-02-22", "2028-02-29", "on_time", None),
    ("medical-report", "2028-02-22", "2028-03-01", "late", 1),
    ("medical-report", "2024-06-30", "2024-07-20", NA, None),
    ("produced", "2024-02-28", "2024-02-29", "on_time", None),
    ("produced", "2024-02-29", "2024-03-02", "late", 1),
    ("produced", "2025-12-31", "2026-01-01", "on_time", None),
    ("charge-sheet-90", "2023-12-01", "2024-02-28", "on_time", None),
    ("charge-sheet-90", "2023-12-01", "2024-02-29", "late", 1),
    ("charge-sheet-90", "2025-08-13", "2025-11-11", "late", 1),
    ("charge-sheet-60", "2024-01-01", "2024-02-29", "on_time", None),
    ("charge-sheet-60", "2024-01-01", "2024-03-01", "late", 1),
    ("charge-sheet-60", "2025-01-01", "2025-03-01", "on_time", None),
    ("charge-sheet-60-arguable", "2024-08-01", "2024-09-30", "late", 1),
    ("charge-sheet-60-arguable", "2024-01-01", "2024-02-29", "on_time", None),
    ("charge-sheet-60-arguable", "2025-12-01", "2026-01-29", "on_time", None),
    ("investigation-2-months", "2023-12-31", "2024-02-29", "on_time", None),
    ("investigation-2-months", "2023-12-31", "2024-03-01", "late", 1),
    ("investigation-2-months", "2018-04-20", "2019-01-01", NA, None),
    ("progress", "2024-07-01", "2024-09-29", "on_time", None),
    ("progress", "2024-07-01", "2024-09-30", "late", 1),
    ("progress", "2027-12-01", "2028-02-29", "on_time", None),
    ("copies", "2025-10-19", "2025-11-03", "on_time", None),  # 2 November is a Sunday
    ("copies", "2026-01-12", "2026-01-27", "on_time", None),  # Republic Day
    ("copies", "2028-02-15", "2028-03-01", "late", 1),
    ("commitment", "2027-12-01", "2028-02-29", "on_time", None),
    ("commitment", "2027-12-01", "2028-03-01", "late", 1),
    ("commitment", "2025-10-03", "2026-01-02", "on_time", None),  # New Year's Day
    ("charges-sessions", "2025-12-01", "2026-01-30", "on_time", None),
    ("charges-sessions", "2025-11-27", "2026-01-27", "on_time", None),  # Republic Day
    ("charges-sessions", "2025-11-27", "2026-01-28", "late", 1),
    ("charges-magistrate", "2027-12-31", "2028-02-29", "on_time", None),
    ("charges-magistrate", "2025-09-03", "2025-11-03", "on_time", None),  # 2 November is a Sunday
    ("charges-magistrate", "2025-09-02", "2025-11-03", "late", 2),
    ("child-evidence", "2025-09-02", "2025-10-03", "on_time", None),  # Gandhi Jayanti
    ("child-evidence", "2024-01-30", "2024-02-29", "on_time", None),
    ("child-evidence", "2024-01-30", "2024-03-01", "late", 1),
    ("pocso-trial", "2024-02-29", "2025-02-28", "on_time", None),
    ("pocso-trial", "2024-02-29", "2025-03-01", "late", 1),
    ("pocso-trial", "2025-01-26", "2026-01-27", "on_time", None),
    ("judgment-sessions", "2028-01-30", "2028-02-29", "on_time", None),
    ("judgment-sessions", "2025-10-03", "2025-11-03", "on_time", None),  # a Sunday before it
    ("judgment-sessions", "2025-10-03", "2025-11-04", "late", 1),
    ("judgment-magistrate", "2028-01-15", "2028-02-29", "on_time", None),
    ("judgment-magistrate", "2028-01-15", "2028-03-01", "late", 1),
    ("judgment-magistrate", "2025-12-12", "2026-01-27", "on_time", None),
    ("legal-aid", "2024-02-22", "2024-02-29", "on_time", None),
    ("legal-aid", "2024-02-22", "2024-03-01", "late", 1),
    ("legal-aid", "2025-12-31", "2026-01-07", "on_time", None),
    ("compensation-60", "2024-02-12", "2024-05-06", "late", 24),
    ("compensation-60", "2023-12-31", "2024-02-29", "on_time", None),
    ("compensation-60", "2018-10-01", "2019-01-01", NA, None),
    ("compensation-2-months", "2023-12-31", "2024-02-29", "on_time", None),
    ("compensation-2-months", "2024-12-31", "2025-03-01", "late", 1),
    ("compensation-2-months", "2009-12-30", "2010-12-01", NA, None),
    ("award-paid", "2021-02-03", None, "waiting", 2889),
    ("award-paid", "2024-02-29", None, "waiting", 1768),
    ("award-paid", "2021-02-03", "2023-10-30", "on_time", None),
    ("further-investigation", "2027-12-01", "2028-02-29", "on_time", None),
    ("further-investigation", "2027-12-01", "2028-03-01", "late", 1),
    ("further-investigation", "2024-06-30", "2024-12-31", NA, None),
    (
        "threat-report",
        "2025-09-26",
        "2025-10-03",
        "on_time",
        None,
    ),  # a Sunday and Gandhi Jayanti between
    ("threat-report", "2025-09-26", "2025-10-04", "late", 1),
    ("threat-report", "2024-02-24", "2024-03-01", "on_time", None),  # a leap day between
    # Where the law fixes no time, what is not done waits, day after day, and is never late.
    ("trafficking-section", "2024-02-29", None, "waiting", 1768),
    ("trafficking-section", "2026-01-31", None, "waiting", 1066),
    ("trafficking-section", "2024-02-29", "2024-02-29", "on_time", None),
    ("pocso-section", "2025-12-31", None, "waiting", 1097),
    ("pocso-section", "2024-02-28", None, "waiting", 1769),
    ("pocso-section", "2025-12-31", "2026-01-01", "on_time", None),
    ("accused-left-out", "2024-06-30", None, "waiting", 1646),
    ("accused-left-out", "2027-02-28", None, "waiting", 673),
    ("accused-left-out", "2024-06-30", "2025-08-04", "on_time", None),
    ("false-case", "2024-02-29", None, "waiting", 1768),
    ("false-case", "2026-01-31", None, "waiting", 1066),
    ("false-case", "2024-02-29", "2024-02-29", "on_time", None),
    ("interstate", "2025-12-31", None, "waiting", 1097),
    ("interstate", "2024-02-28", None, "waiting", 1769),
    ("interstate", "2025-12-31", "2026-01-01", "on_time", None),
    ("age", "2024-06-30", None, "waiting", 1646),
    ("age", "2027-02-28", None, "waiting", 673),
    ("age", "2024-06-30", "2025-08-04", "on_time", None),
    ("arrest", "2024-02-29", None, "waiting", 1768),
    ("arrest", "2026-01-31", None, "waiting", 1066),
    ("arrest", "2024-02-29", "2024-02-29", "on_time", None),
    ("bail-opposed", "2025-12-31", None, "waiting", 1097),
    ("bail-opposed", "2024-02-28", None, "waiting", 1769),
    ("bail-opposed", "2025-12-31", "2026-01-01", "on_time", None),
    ("accused-dropped", "2024-06-30", None, "waiting", 1646),
    ("accused-dropped", "2027-02-28", None, "waiting", 673),
    ("accused-dropped", "2024-06-30", "2025-08-04", "on_time", None),
    ("sections-dropped", "2024-02-29", None, "waiting", 1768),
    ("sections-dropped", "2026-01-31", None, "waiting", 1066),
    ("sections-dropped", "2024-02-29", "2024-02-29", "on_time", None),
    ("closure-told", "2025-12-31", None, "waiting", 1097),
    ("closure-told", "2024-02-28", None, "waiting", 1769),
    ("closure-told", "2025-12-31", "2026-01-01", "on_time", None),
    ("summons", "2024-06-30", None, "waiting", 1646),
    ("summons", "2027-02-28", None, "waiting", 673),
    ("summons", "2024-06-30", "2025-08-04", "on_time", None),
    ("video-link", "2024-02-29", None, "waiting", 1768),
    ("video-link", "2026-01-31", None, "waiting", 1066),
    ("video-link", "2024-02-29", "2024-02-29", "on_time", None),
    ("identity", "2025-12-31", None, "waiting", 1097),
    ("identity", "2024-02-28", None, "waiting", 1769),
    ("identity", "2025-12-31", "2026-01-01", "on_time", None),
    ("interim-compensation", "2024-06-30", None, "waiting", 1646),
    ("interim-compensation", "2027-02-28", None, "waiting", 673),
    ("interim-compensation", "2024-06-30", "2025-08-04", "on_time", None),
]


def shipped() -> dict[str, Rule]:
    """The rules as the limits of this version give them."""
    file = next(one for one in law_edition().files if one.dataset.name == "deadlines")
    limits = []
    for _line, row in file.rows:
        begins = row.get("valid_from")
        limits.append(
            Deadline(
                key=row["key"],
                law=row["law"],
                amount=int(row["amount"]) if row["amount"] else None,
                unit=row["unit"],
                rule_version=int(row["rule_version"]),
                verification=row["verification"],
                valid_from=date.fromisoformat(begins) if begins else None,
            )
        )
    return rules(limits)


RULES = shipped()


@pytest.mark.parametrize(("key", "start", "done", "state", "days"), EXAMPLES)
def test_as_the_law_counts_it(
    key: str, start: str, done: str | None, state: str, days: int | None
) -> None:
    rule = RULES[key]
    happened = {rule.trigger: Happened.on(date.fromisoformat(start))}
    if done:
        happened[rule.event] = Happened.on(date.fromisoformat(done))
    facts = Facts(happened, holds=dict.fromkeys(rule.applies_if, True))

    court_days = rule.length.moves_when_closed or rule.length.unit is Unit.WORKING_DAYS
    found = assess(rule, facts, LATER, HOLIDAYS if court_days else ())

    assert (found.state, found.days) == (state, days)


def test_every_duty_has_three_examples() -> None:
    every = {duty.key for duty in DUTIES}

    assert Counter(example[0] for example in EXAMPLES) == dict.fromkeys(every, 3)


def test_leap_days_month_ends_and_holidays_are_among_them() -> None:
    days = [date.fromisoformat(day) for one in EXAMPLES for day in one[1:3] if day]

    assert any((day.month, day.day) == (2, 29) for day in days)
    assert any((day + timedelta(days=1)).day == 1 for day in days)
    moved = {key for key, rule in RULES.items() if rule.length.moves_when_closed}
    assert moved <= {key for key, start, *_rest in EXAMPLES if falls_on_a_closed_day(key, start)}


def falls_on_a_closed_day(key: str, start: str) -> bool:
    """Whether the last day, as counted, is a Sunday or a holiday and moves on."""
    length, day = RULES[key].length, date.fromisoformat(start)
    return last_day(day, length, HOLIDAYS) != last_day(
        day, replace(length, moves_when_closed=False)
    )


def test_every_duty_finds_its_limit_and_only_sourced_ones_alert() -> None:
    assert set(RULES) == set(BY_KEY)
    assert not RULES["charge-sheet-60-arguable"].may_alert, "the courts differ"
    assert not any(RULES[duty.key].may_alert for duty in DUTIES if not duty.limit)
    assert RULES["fir-copy"].may_alert
