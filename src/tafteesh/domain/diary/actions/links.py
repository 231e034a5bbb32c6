"""The link to a worker's calendar: made, shown once, taken back."""

import secrets

from django.db import transaction

from tafteesh.domain.diary.calendar_links import hashed
from tafteesh.domain.diary.models import CalendarLink
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import Line, write_lines
from tafteesh.foundation.audit.models import Event


@transaction.atomic
def make_calendar_link(*, by: Actor) -> str:
    """A new link; the one before it ends. Only its hash is kept, so it is shown once."""
    require(by, Permission.OWN_DESK)
    token = secrets.token_urlsafe(32)
    CalendarLink.objects.filter(person=by.person_id, ended_at=None).update(ended_at=by.now)
    CalendarLink.objects.create(person_id=by.person_id, token_hash=hashed(token), made_at=by.now)
    write_lines([Line(Event.PERSON_CHANGED, "calendar link", by.person_id, reason="made")], by=by)
    return token


@transaction.atomic
def end_calendar_link(*, by: Actor) -> int:
    """Nobody reads her calendar any more; answers how many links ended."""
    require(by, Permission.OWN_DESK)
    rows = CalendarLink.objects.filter(person=by.person_id, ended_at=None)
    ended = rows.update(ended_at=by.now)
    write_lines([Line(Event.PERSON_CHANGED, "calendar link", by.person_id, reason="ended")], by=by)
    return ended
