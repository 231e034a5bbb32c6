"""Meetings, demands, promises: written down so that they outlive whoever made them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.meetings.models import Attendance, Demand, Meeting, Promise
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event


class KeptBeforeMade(Exception):
    """A promise cannot be kept before it was made."""


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
    *, new: NewMeeting, survivors: Iterable[SurvivorFile] = (), by: Actor
) -> Meeting:
    """Record a meeting, and which survivors were there (of the files that she reaches)."""
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
    write_log(Event.MEETING_RECORDED, about=meeting, by=by)
    return meeting


@transaction.atomic
def add_demand(*, meeting: Meeting, words: str, by: Actor) -> Demand:
    """What was asked there."""
    require(by, Permission.MEETING_WRITE)
    meeting = Meeting.objects.visible_to(by).get(pk=meeting.pk)
    demand = Demand.unscoped.create(meeting=meeting, words=words, **_own(by))
    write_log(Event.MEETING_RECORDED, about=demand, by=by)
    return demand


@transaction.atomic
def add_promise(
    *, meeting: Meeting, words: str, promised_by: str, due_on: date | None, by: Actor
) -> Promise:
    """What an official said would be done, and by when (a promise may have no date)."""
    require(by, Permission.MEETING_WRITE)
    meeting = Meeting.objects.visible_to(by).get(pk=meeting.pk)
    promise = Promise.unscoped.create(
        meeting=meeting,
        post_id=meeting.post_id,
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
    """Kept, partly kept, refused or superseded. Raises KeptBeforeMade."""
    require(by, Permission.MEETING_WRITE)
    promise = Promise.objects.visible_to(by).select_for_update(of=("self",)).get(pk=promise.pk)
    if kept_on and kept_on < promise.made_on:
        raise KeptBeforeMade(kept_on.isoformat())
    promise.state, promise.kept_on = state, kept_on
    promise.save(update_fields=["state", "kept_on"])
    write_log(Event.PROMISE_CHANGED, about=promise, by=by, fields=["state"])
    return promise
