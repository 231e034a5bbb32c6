"""Meetings, demands, promises: written down so that they outlive whoever made them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.meetings.models import Attendance, Demand, Meeting, Promise, StaffPresence
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.models import Person
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.reference.places.models import Post


class KeptBeforeMade(Exception):
    """A promise cannot be kept before it was made."""


class DueBeforeMade(Exception):
    """A promise cannot be due before it was made."""


class KeptWithoutDay(Exception):
    """A promise that was kept, in whole or in part, has the day on which it was."""


class AlreadySettled(Exception):
    """What became of this promise is written down already."""


@dataclass(frozen=True)
class NewMeeting:
    """A meeting as it is entered."""

    on: date
    level: str
    place: str = ""
    with_whom: str = ""
    days: int = 1
    details: dict[str, object] = field(default_factory=dict)  # area, post, brief_attached


def _own(by: Actor) -> dict[str, object]:
    return {
        "organisation_id": by.organisation_id,
        "recorded_at": by.now,
        "recorded_by_id": by.person_id,
    }


@transaction.atomic
def record_meeting(
    *,
    new: NewMeeting,
    survivors: Iterable[SurvivorFile] = (),
    staff: Iterable[Person] = (),
    by: Actor,
) -> Meeting:
    """Record a meeting, and who was there: survivors of files that she reaches, and staff of her office."""
    require(by, Permission.MEETING_WRITE)
    meeting = Meeting.unscoped.create(
        on=new.on,
        level=new.level,
        place=new.place,
        with_whom=new.with_whom,
        days=new.days,
        **new.details,
        **_own(by),
    )
    wanted = [file.pk for file in survivors]
    for file in SurvivorFile.objects.visible_to(by).filter(pk__in=wanted):
        Attendance.unscoped.create(
            meeting=meeting,
            survivor_file=file,
            organisation_id=file.organisation_id,
            recorded_at=by.now,
            recorded_by_id=by.person_id,
        )
    for person in staff:
        if person.organisation_id == by.organisation_id:
            StaffPresence.unscoped.create(meeting=meeting, person=person, **_own(by))
    write_log(Event.MEETING_RECORDED, about=meeting, by=by)
    return meeting


@transaction.atomic
def add_demand(*, meeting: Meeting, words: str, by: Actor) -> Demand:
    """What was asked there."""
    require(by, Permission.MEETING_WRITE)
    meeting = Meeting.objects.visible_to(by).get(pk=meeting.pk, withdrawn_at=None)
    demand = Demand.unscoped.create(meeting=meeting, words=words, **_own(by))
    write_log(Event.MEETING_RECORDED, about=demand, by=by)
    return demand


@transaction.atomic
def add_promise(  # noqa: PLR0913 - a promise has that many parts
    *,
    meeting: Meeting,
    words: str,
    promised_by: str,
    due_on: date | None,
    post: Post | None = None,
    demand: Demand | None = None,
    by: Actor,
) -> Promise:
    """What an official said would be done, and by when (a promise may have no date).

    It is tied to the post, the meeting's unless another is named. Raises DueBeforeMade.
    """
    require(by, Permission.MEETING_WRITE)
    meeting = Meeting.objects.visible_to(by).get(pk=meeting.pk, withdrawn_at=None)
    if due_on and due_on < meeting.on:
        raise DueBeforeMade(due_on.isoformat())
    if demand is not None:
        demand = Demand.objects.visible_to(by).get(pk=demand.pk, meeting=meeting, withdrawn_at=None)
    promise = Promise.unscoped.create(
        meeting=meeting,
        demand=demand,
        post_id=post.pk if post else meeting.post_id,
        words=words,
        promised_by=promised_by,
        due_on=due_on,
        made_on=meeting.on,
        **_own(by),
    )
    write_log(Event.PROMISE_CHANGED, about=promise, by=by)
    return promise


@transaction.atomic
def settle_promise(*, promise: Promise, state: str, kept_on: date | None, by: Actor) -> Promise:
    """Kept, partly kept, refused, superseded, or lapsed with a transfer.

    Partly kept may become kept. Raises KeptBeforeMade, KeptWithoutDay, AlreadySettled.
    """
    require(by, Permission.MEETING_WRITE)
    door = Promise.objects.visible_to(by).select_for_update(of=("self",))
    promise = door.get(pk=promise.pk, withdrawn_at=None)
    if promise.state not in (Promise.State.MADE, Promise.State.PARTLY):
        raise AlreadySettled(promise.state)
    kept = state in (Promise.State.KEPT, Promise.State.PARTLY)
    if kept and kept_on is None:
        raise KeptWithoutDay(str(promise.pk))
    if kept_on and kept_on < promise.made_on:
        raise KeptBeforeMade(kept_on.isoformat())
    promise.state, promise.kept_on = state, kept_on if kept else None
    promise.save(update_fields=["state", "kept_on"])
    write_log(Event.PROMISE_CHANGED, about=promise, by=by, fields=["state"])
    return promise


@transaction.atomic
def withdraw(*, entry: Demand | Promise, by: Actor) -> Meeting:
    """Take back a demand or a promise that was entered by mistake."""
    require(by, Permission.MEETING_WRITE)
    door = type(entry).objects.visible_to(by).select_related("meeting")
    found = door.select_for_update(of=("self",)).get(pk=entry.pk, withdrawn_at=None)
    found.withdrawn_at = by.now
    found.save(update_fields=["withdrawn_at"])
    write_log(Event.WITHDRAWN, about=found, by=by)
    meeting: Meeting = found.meeting
    return meeting
