"""Days on which nobody acted for her, who came to court, what she says, and money that was asked."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.legalaid import actions
from tafteesh.domain.legalaid.clock import complaints, lawyers_record, representation
from tafteesh.domain.legalaid.models import Assignment, Complaint
from tafteesh.domain.legalaid.rules import Hole, Spell, holes, wanting
from tafteesh.foundation.access.context import enter
from tests.people import TODAY, Worker

DAY = timedelta(days=1)
SINCE = date(2025, 1, 1)


@pytest.fixture
def her(asha: Worker, rina: SurvivorFile) -> SurvivorFile:
    assert rina.pk
    return asha.opens("N24-2025-0100", scope="trafficking", opened_on=SINCE)


@pytest.fixture
def assignment(asha: Worker, her: SurvivorFile) -> Assignment:
    lawyer = actions.record_lawyer(name="Adv. Sarkar", kind="panel", by=asha.actor)
    new = actions.NewAssignment(lawyer, SINCE + 5 * DAY)
    return actions.assign_lawyer(file=her, new=new, by=asha.actor)


DAYS = st.integers(0, 40).map(lambda n: SINCE + n * DAY)
SPELLS = st.lists(
    st.builds(
        lambda start, length: Spell(start, start + length * DAY if length else None),
        DAYS,
        st.integers(0, 20),
    ),
    max_size=5,
)


@given(spells=SPELLS, first=DAYS, last=DAYS)
def test_holes_are_exactly_the_days_on_which_nobody_acted(
    spells: list[Spell], first: date, last: date
) -> None:
    free = {
        first + n * DAY
        for n in range((last - first).days + 1)
        if not any(
            one.starts_on <= first + n * DAY
            and (one.ends_on is None or first + n * DAY < one.ends_on)
            for one in spells
        )
    }
    found = holes(spells, first, last)

    assert {one.first + n * DAY for one in found for n in range(one.days)} == free


@pytest.mark.parametrize(("days", "is_long"), [(7, False), (8, True)])
def test_a_gap_of_more_than_seven_days_is_long(days: int, is_long: bool) -> None:  # noqa: FBT001 - a row of the table
    assert Hole(SINCE, SINCE + (days - 1) * DAY).is_long is is_long


def test_representation_on_any_day(assignment: Assignment, asha: Worker, bimal: Worker) -> None:
    before = representation(asha.actor, SINCE, SINCE + 2 * DAY)
    month = representation(asha.actor, SINCE, SINCE + 30 * DAY)
    actions.end_assignment(assignment=assignment, ends_on=SINCE + 20 * DAY, by=asha.actor)
    after = representation(asha.actor, SINCE, SINCE + 30 * DAY)

    assert [one.longest for one in before.uncovered] == [3]
    assert (month.uncovered[0].longest, month.broken) == (5, ())
    assert [one.longest for one in after.broken] == [11]
    enter(bimal.actor)
    assert representation(bimal.actor, SINCE, TODAY).wanting == 0


def test_who_said_she_wants_none_is_no_gap(her: SurvivorFile, asha: Worker) -> None:
    actions.record_need(file=her, need="declined", starts_on=SINCE, by=asha.actor)

    assert representation(asha.actor, SINCE, SINCE + 30 * DAY).wanting == 0


def test_first_contact_comes_after_the_beginning(assignment: Assignment, asha: Worker) -> None:
    with pytest.raises(actions.NotOnThisDay):
        actions.record_first_contact(assignment=assignment, on=SINCE, by=asha.actor)
    done = actions.record_first_contact(assignment=assignment, on=SINCE + 6 * DAY, by=asha.actor)

    assert done.first_contact_on == SINCE + 6 * DAY


def test_an_appearance_is_recorded_once_a_day_and_within_the_time(
    assignment: Assignment, asha: Worker, bimal: Worker
) -> None:
    day = SINCE + 10 * DAY
    actions.record_appearance(assignment=assignment, on=day, came="no", by=asha.actor)
    actions.record_appearance(assignment=assignment, on=day + DAY, came="yes", by=asha.actor)

    with pytest.raises(actions.AppearanceStands):
        actions.record_appearance(assignment=assignment, on=day, came="yes", by=asha.actor)
    with pytest.raises(actions.NotOnThisDay):
        actions.record_appearance(assignment=assignment, on=SINCE, came="yes", by=asha.actor)
    [told] = lawyers_record(asha.actor, SINCE, TODAY)
    assert (told.came, told.absent, told.hearings) == (1, 1, 2)
    enter(bimal.actor)
    with pytest.raises(Assignment.DoesNotExist):
        actions.record_appearance(assignment=assignment, on=day, came="yes", by=bimal.actor)


def test_who_works_on_her_file_does_not_ask_her_about_her_lawyer(
    assignment: Assignment, her: SurvivorFile, asha: Worker, meera: Worker
) -> None:
    SurvivorFile.unscoped.filter(pk=her.pk).update(worker=asha.person)
    with pytest.raises(actions.AskedByHerWorker):
        actions.record_her_word(assignment=assignment, word="bad", asked_on=TODAY, by=asha.actor)
    enter(meera.actor)
    row = actions.record_her_word(assignment=assignment, word="bad", asked_on=TODAY, by=meera.actor)

    assert row.recorded_by_id == meera.actor.person_id


def test_money_that_was_asked_of_her_is_a_record(
    her: SurvivorFile, asha: Worker, bimal: Worker
) -> None:
    new = actions.NewComplaint("lawyer", TODAY, 5_000_00, was_paid=True)
    row = actions.record_complaint(file=her, new=new, by=asha.actor)

    assert list(complaints(asha.actor, TODAY, TODAY)) == [row]
    with pytest.raises(actions.NotOnThisDay):
        actions.record_complaint(
            file=her, new=actions.NewComplaint("police", TODAY + DAY), by=asha.actor
        )
    enter(bimal.actor)
    assert not Complaint.objects.visible_to(bimal.actor).exists()
    with pytest.raises(SurvivorFile.DoesNotExist):
        actions.record_complaint(file=her, new=new, by=bimal.actor)


def test_an_answered_request_needs_no_reminder(
    her: SurvivorFile, assignment: Assignment, asha: Worker
) -> None:
    asked = actions.request_legal_aid(
        file=her, authority="DLSA", requested_on=SINCE + DAY, by=asha.actor
    )
    other = actions.record_lawyer(name="Adv. Ghosh", kind="panel", by=asha.actor)
    new = actions.NewAssignment(other, SINCE + 9 * DAY, request=asked)
    actions.assign_lawyer(file=her, new=new, by=asha.actor)

    assert assignment.survivor_file_id == her.pk
    with pytest.raises(actions.NotWaiting):
        actions.remind(request=asked, kind="reminder", on=TODAY, by=asha.actor)


def test_a_gap_that_began_before_the_day_counts_with_all_of_its_days(
    assignment: Assignment, asha: Worker
) -> None:
    actions.end_assignment(assignment=assignment, ends_on=SINCE + 20 * DAY, by=asha.actor)

    def of(day: date) -> tuple[int, bool]:
        told = representation(asha.actor, day, day)
        return told.last.covered, bool(told.broken)

    assert of(SINCE + 19 * DAY) == (1, False)
    assert of(SINCE + 26 * DAY) == (0, False)
    assert of(SINCE + 27 * DAY) == (0, True)


def test_the_last_day_and_the_worst_day_of_a_period(
    assignment: Assignment, her: SurvivorFile, asha: Worker
) -> None:
    other = asha.opens("N24-2025-0101", scope="trafficking", opened_on=SINCE + 10 * DAY)
    told = representation(asha.actor, SINCE, SINCE + 20 * DAY)
    assert (told.wanting, told.last.covered, told.last.wanting, told.last.share) == (2, 1, 2, 50.0)
    assert (told.lowest.day, told.lowest.share) == (SINCE, 0.0)

    actions.record_need(file=other, need="declined", starts_on=SINCE + 15 * DAY, by=asha.actor)

    told = representation(asha.actor, SINCE + 10 * DAY, SINCE + 20 * DAY)
    assert (told.last.share, told.lowest.share) == (100.0, 50.0)
    assert [(one.file.pk, one.longest) for one in told.uncovered] == [(other.pk, 5)]
    assert her.pk != other.pk


ASKED = st.lists(st.tuples(DAYS, st.booleans()), max_size=4, unique_by=lambda one: one[0])


@given(said=ASKED.map(sorted), day=DAYS, start=DAYS, length=st.integers(0, 20))
def test_she_wants_one_on_exactly_the_days_on_which_she_said_so(
    said: list[tuple[date, bool]], day: date, start: date, length: int
) -> None:
    end = start + length * DAY
    last = [wants for since, wants in said if since <= day]
    wants = start <= day <= end and (last[-1] if last else True)

    times = wanting([(start, end)], said)

    assert any(low <= day <= high for low, high in times) is wants
    assert all(one[1] + DAY < two[0] for one, two in pairwise(times))
