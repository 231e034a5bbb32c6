"""What an official promised stays with the post, and outlives whoever made it."""

from datetime import date

import pytest

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.meetings import actions
from tafteesh.domain.meetings.models import Attendance, Meeting, Promise, StaffPresence
from tafteesh.domain.meetings.queries import board, forum_meetings, holders_on, settled_promises
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tafteesh.reference.places.models import Area, Post, PostHolder
from tests.people import TODAY, Worker, make_worker

MET = date(2026, 10, 5)


@pytest.fixture
def moyna(office: Organisation) -> Worker:
    return make_worker("moyna", Role.SURVIVOR_LEADER, office)


@pytest.fixture
def bdo(db: None) -> Post:
    area = Area.objects.create(key="S-19", kind="state", name="West Bengal")
    return Post.objects.create(key="BDO-1", title="BDO", name="BDO, Baduria", area=area)


@pytest.fixture
def meeting(moyna: Worker, bdo: Post) -> Meeting:
    enter(moyna.actor)
    new = actions.NewMeeting(MET, "bdo", "Baduria", "BDO Baduria", details={"post": bdo})
    return actions.record_meeting(new=new, by=moyna.actor)


@pytest.fixture
def camp(moyna: Worker, meeting: Meeting) -> Promise:
    return actions.add_promise(
        meeting=meeting,
        words="A camp",
        promised_by="The BDO",
        due_on=date(2026, 11, 4),
        by=moyna.actor,
    )


def test_a_promise_stays_with_the_post_when_the_holder_changes(camp: Promise, bdo: Post) -> None:
    PostHolder.objects.create(post=bdo, name="S. Pal", held_until=date(2026, 11, 1))
    PostHolder.objects.create(post=bdo, name="R. Kar", held_from=date(2026, 11, 1))

    assert camp.post == bdo
    assert holders_on([camp.post_id], MET)[bdo.pk].name == "S. Pal"
    assert holders_on([camp.post_id, None], TODAY)[bdo.pk].name == "R. Kar"


def test_the_board_sorts_by_what_is_to_be_done(
    moyna: Worker, meeting: Meeting, camp: Promise
) -> None:
    for words, due in (("soon", date(2026, 12, 1)), ("later", date(2027, 3, 1)), ("open", None)):
        actions.add_promise(
            meeting=meeting, words=words, promised_by="BDO", due_on=due, by=moyna.actor
        )
    found = board(moyna.actor)

    assert found.overdue == [camp]
    assert [[row.words for row in rows] for rows in (found.soon, found.later, found.no_date)] == [
        ["soon"], ["later"], ["open"],
    ]  # fmt: skip


def test_a_promise_is_not_due_before_it_was_made(moyna: Worker, meeting: Meeting) -> None:
    with pytest.raises(actions.DueBeforeMade):
        actions.add_promise(
            meeting=meeting,
            words="A camp",
            promised_by="BDO",
            due_on=date(2026, 10, 4),
            by=moyna.actor,
        )


def test_what_became_of_it_is_written_once(moyna: Worker, camp: Promise) -> None:
    with pytest.raises(actions.KeptWithoutDay):
        actions.settle_promise(promise=camp, state="kept", kept_on=None, by=moyna.actor)
    with pytest.raises(actions.KeptBeforeMade):
        actions.settle_promise(
            promise=camp, state="kept", kept_on=date(2026, 10, 4), by=moyna.actor
        )
    actions.settle_promise(promise=camp, state="partly", kept_on=TODAY, by=moyna.actor)
    actions.settle_promise(promise=camp, state="kept", kept_on=TODAY, by=moyna.actor)

    with pytest.raises(actions.AlreadySettled):
        actions.settle_promise(promise=camp, state="refused", kept_on=None, by=moyna.actor)
    assert board(moyna.actor).overdue == []


@pytest.mark.parametrize("state", ["refused", "superseded", "lapsed"])
def test_a_promise_that_came_to_nothing_has_no_day(
    moyna: Worker, camp: Promise, state: str
) -> None:
    actions.settle_promise(promise=camp, state=state, kept_on=TODAY, by=moyna.actor)

    assert settled_promises(moyna.actor).get().kept_on is None


def test_a_social_worker_reads_and_does_not_write(asha: Worker, meeting: Meeting) -> None:
    enter(asha.actor)

    assert Meeting.objects.visible_to(asha.actor).get() == meeting
    with pytest.raises(NotAllowed):
        actions.add_demand(meeting=meeting, words="Job cards", by=asha.actor)


def test_another_organisation_sees_no_meeting(joba: Worker, meeting: Meeting) -> None:
    enter(joba.actor)
    assert meeting.pk
    assert not Meeting.objects.visible_to(joba.actor).exists()


def test_who_was_there_is_known_only_with_her_file(
    meera: Worker, moyna: Worker, joba: Worker, rina: SurvivorFile
) -> None:
    enter(meera.actor)
    new = actions.NewMeeting(MET, "ilfat", days=2)
    actions.record_meeting(
        new=new, survivors=[rina], staff=[moyna.person, joba.person], by=meera.actor
    )

    assert Attendance.objects.visible_to(meera.actor).get().survivor_file == rina
    assert StaffPresence.objects.visible_to(meera.actor).get().person == moyna.person
    year = (date(2026, 4, 1), date(2027, 3, 31))
    assert forum_meetings(meera.actor, year).get().present == 1
    enter(moyna.actor)
    assert not Attendance.objects.visible_to(moyna.actor).exists()
    assert forum_meetings(moyna.actor, year).get().present == 0


def test_a_leader_brings_no_file_that_she_does_not_reach(moyna: Worker, rina: SurvivorFile) -> None:
    enter(moyna.actor)
    actions.record_meeting(new=actions.NewMeeting(MET, "iwg"), survivors=[rina], by=moyna.actor)
    enter(moyna.actor)

    assert Attendance.unscoped.count() == 0


def test_an_entry_made_by_mistake_is_withdrawn_once(moyna: Worker, camp: Promise) -> None:
    actions.withdraw(entry=camp, by=moyna.actor)

    assert board(moyna.actor).overdue == []
    with pytest.raises(Promise.DoesNotExist):
        actions.withdraw(entry=camp, by=moyna.actor)
