"""A1, A3 to A6, A11 to A13, I11, I13, I14, I17 to I20, I22: meetings, lawyers, contact, products."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from tafteesh.domain.diary.actions import NewContact, record_contact
from tafteesh.domain.facts import actions as facts
from tafteesh.domain.files.actions import change_status
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.legalaid import actions as legalaid
from tafteesh.domain.legalaid.models import Assignment
from tafteesh.domain.meetings import actions as meetings
from tafteesh.domain.meetings.models import Meeting
from tafteesh.domain.proceedings import actions as proceedings
from tafteesh.domain.proceedings.models import Fir
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.permissions import Role
from tests.domain.facts.conftest import FIRST, LAST, Told

Opens = Callable[..., SurvivorFile]
DAY = timedelta(days=1)


def on(by: Actor, day: date) -> Actor:
    return replace(by, today=day, now=datetime.combine(day, time(5, 0), UTC))


def meets(by: Actor, level: str, day: date, *survivors: SurvivorFile, **more: object) -> Meeting:
    new = meetings.NewMeeting(day, level, **more)  # type: ignore[arg-type] # days, details
    return meetings.record_meeting(new=new, survivors=survivors, by=by)


def acts_for(file: SurvivorFile, kind: str, by: Actor, **days: date) -> Assignment:
    lawyer = legalaid.record_lawyer(name=f"{kind} {file.number}", kind=kind, by=by)
    new = legalaid.NewAssignment(lawyer, **days)
    return legalaid.assign_lawyer(file=file, new=new, by=by)


def test_meetings_by_level_within_the_year(by: Actor, told: Told) -> None:
    for level in ("gp", "bdo", "bdo", "cid", "partner", "dm", "ahtu"):
        meets(by, level, LAST)
        meets(by, level, FIRST - DAY)

    values = {name: told(name)["value"] for name in ("A1", "A5", "A6", "A12")}
    assert values == {"A1": 3, "A5": 1, "A6": 1, "A12": 1}
    assert told("A12")["bdo"] == 2
    assert told("A2")["meetings"] == 1


def test_official_meetings_leave_partners_and_forums_out(by: Actor, told: Told) -> None:
    meets(by, "bdo", FIRST, details={"brief_attached": True})
    for level in ("sp", "partner", "ilfat", "collective"):
        meets(by, level, FIRST)

    assert told("I19") == {"value": 2, "with_brief": 1, "by_level": {"bdo": 1, "sp": 1}}


def test_people_are_counted_once_and_their_days_all(by: Actor, told: Told, opens: Opens) -> None:
    one, two = opens(), opens()
    meets(by, "ilfat", FIRST, one, two, days=2)
    meets(by, "iwg", LAST, one)
    meets(by, "dm", LAST, two)
    meets(by, "collective", LAST, two)
    meets(by, "ilfat", LAST + DAY, two)

    assert told("A3") == {"value": 2, "survivor_days": 5}
    assert told("I17") == {"value": 2, "survivor_days": 6}


@pytest.mark.parametrize(
    ("kind", "covered"),
    [
        ("panel", 1),
        ("programme", 1),
        ("private_paid_by_us", 1),
        ("private_paid_by_her", 0),
        ("prosecutor", 0),
        ("not_known", 0),
    ],
)
def test_a_lawyer_covers_her_when_he_costs_her_nothing(
    by: Actor, told: Told, opens: Opens, kind: str, covered: int
) -> None:
    acts_for(opens(), kind, by, starts_on=FIRST)

    assert told("A11") == {"value": 100.0 * covered, "covered": covered, "of": 1}


def test_between_two_lawyers_she_has_none(by: Actor, told: Told, opens: Opens) -> None:
    file = opens()
    acts_for(file, "panel", by, starts_on=FIRST, ends_on=LAST)
    acts_for(file, "programme", by, starts_on=LAST + DAY)

    assert told("I11")["covered"] == 0


def test_an_end_told_late_was_not_known_before(by: Actor, told: Told, opens: Opens) -> None:
    lawyer = acts_for(opens(), "panel", by, starts_on=FIRST)
    legalaid.end_assignment(assignment=lawyer, ends_on=LAST, by=on(by, date(2024, 9, 1)))

    assert told("A11", known_on=date(2024, 8, 31))["covered"] == 1
    assert told("A11", known_on=date(2024, 9, 1))["covered"] == 0


def test_declined_by_choice_is_no_gap_and_not_asked_is(by: Actor, told: Told, opens: Opens) -> None:
    legalaid.record_need(file=opens(), need="declined", starts_on=FIRST, by=by)
    opens()

    assert told("A11") == {"value": 0.0, "covered": 0, "of": 1}


def test_who_left_later_was_active_then(by: Actor, told: Told, opens: Opens) -> None:
    stays, left, left_unseen = opens(), opens(), opens()
    change_status(file=left, status="dropped_out", on=LAST, by=by)
    change_status(file=left_unseen, status="dropped_out", on=LAST, by=on(by, date(2024, 9, 1)))
    assert stays.pk

    assert told("A11", known_on=date(2024, 8, 31))["of"] == 2
    assert told("A11", known_on=date(2024, 9, 1))["of"] == 1


def test_requests_answered_within_seven_days(by: Actor, told: Told, opens: Opens) -> None:
    for wait in (7, 8, None):
        file = opens()
        request = legalaid.request_legal_aid(
            file=file, authority="DLSA", requested_on=LAST - timedelta(days=10), by=by
        )
        if wait is not None:
            lawyer = legalaid.record_lawyer(name=f"L{wait}", kind="panel", by=by)
            starts = request.requested_on + timedelta(days=wait)
            new = legalaid.NewAssignment(lawyer, starts, request=request)
            legalaid.assign_lawyer(file=file, new=new, by=by)

    assert told("I13") == {"answered_in_7_days": 1, "requests": 3, "median_days": 7.5}


def test_inter_state_files_with_both_firs(
    by: Actor, told: Told, opens: Opens, files_a_fir: Callable[..., Fir]
) -> None:
    details = {"details": {"is_interstate": True}}
    both, half = opens(**details), opens(**details)
    opens()
    files_a_fir(both, half)
    files_a_fir(both, area="destination")

    assert told("I14") == {"value": 50.0, "both": 1, "of": 2}


def test_a_link_taken_away_is_no_fir_of_hers(
    by: Actor, told: Told, opens: Opens, files_a_fir: Callable[..., Fir]
) -> None:
    file = opens(details={"is_interstate": True})
    files_a_fir(file)
    fir = files_a_fir(file, area="destination")
    proceedings.unlink_survivor(fir=fir, file=file, by=by)

    assert told("I14")["both"] == 0


def test_promises_due_and_kept(by: Actor, told: Told) -> None:
    meeting = meets(by, "bdo", FIRST)
    meetings.add_demand(meeting=meeting, words="A certificate", by=by)
    for due, kept in ((FIRST + DAY, FIRST + DAY), (LAST, LAST + DAY), (LAST + DAY, None)):
        promise = meetings.add_promise(
            meeting=meeting, words="It will be given", promised_by="BDO", due_on=due, by=by
        )
        if kept:
            meetings.settle_promise(promise=promise, state="kept", kept_on=kept, by=by)

    assert told("I18") == {"demands": 1, "promises": 3, "due": 2, "kept_by_due_date": 1}


def test_contact_within_sixty_days_and_never(by: Actor, told: Told, opens: Opens) -> None:
    for gap in (60, 61):
        new = NewContact(LAST - timedelta(days=gap), "visit", "other")
        record_contact(file=opens(), new=new, by=by)
    tried = NewContact(LAST, "phone", "other", reached=False)
    record_contact(file=opens(), new=tried, by=by)

    assert told("I20") == {
        "value": 33.3, "met": 1, "of": 3, "longest_gap": 61, "never_met": 1,
    }  # fmt: skip


def test_the_strategy_in_force_and_its_live_objectives(by: Actor, told: Told) -> None:
    manager = replace(by, roles=frozenset({Role.PROGRAMME_MANAGER, *by.roles}))
    version = facts.write_strategy(title="2023", by=manager)
    person = version.recorded_by
    for indicator, owner in (("A9", person), ("", person), ("A8", None)):
        facts.add_objective(
            version=version, words="More", indicator=indicator, owner=owner, by=manager
        )
    facts.approve_strategy(version=version, on=LAST, by=manager)
    facts.write_strategy(title="2024", by=manager)

    assert told("A4") == {"value": 1, "objectives_live": 1, "objectives": 3}


def test_products_and_those_on_frozen_figures(by: Actor, told: Told) -> None:
    manager = replace(by, roles=frozenset({Role.PROGRAMME_MANAGER, *by.roles}))
    for day in (FIRST, LAST, LAST + DAY, None):
        facts.record_product(
            title="A study", kind="study", released_on=day, release=None, by=manager
        )

    assert told("A13") == told("I22") == {"value": 2, "frozen": 0}
