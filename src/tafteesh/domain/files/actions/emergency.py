"""Reading a file in an emergency: one asks, another agrees, four hours, a review within seven days."""

from datetime import timedelta

from django.db import transaction

from tafteesh.domain.files.models import AccessGrant, Emergency, SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.kernel.clock import day_in_india
from tafteesh.foundation.kernel.ids import new_id

OPEN_FOR = timedelta(hours=4)
ASKED_HOLDS = timedelta(hours=4)
REVIEW_WITHIN = timedelta(days=7)


class SecondPersonNeeded(Exception):
    """Whoever asked can neither agree to it nor review it."""


class DecidedAlready(Exception):
    """The request was decided before, or has grown too old to be decided."""


class NoSuchFile(Exception):
    """No file of the office has this number."""


class NotOpened(Exception):
    """Only a file that was opened can be closed or reviewed."""


class StillOpen(Exception):
    """It is reviewed when it is closed."""


class ReviewedAlready(Exception):
    """One review is enough."""


@transaction.atomic
def ask_emergency(*, number: str, reason: str, by: Actor) -> Emergency:
    """Ask to read one file now. Whether there is such a file is told to nobody but the one who decides."""
    require(by, Permission.FILE_READ)
    row = Emergency(
        id=new_id(),
        organisation_id=by.organisation_id,
        number=number,
        reason=Emergency.Reason(reason),
        asked_by_id=by.person_id,
        asked_at=by.now,
    )
    row.save(force_insert=True)
    write_log(Event.EMERGENCY_CHANGED, about=row, by=by, reason=reason)
    return row


def _to_decide(emergency: Emergency, by: Actor) -> Emergency:
    door = Emergency.objects.visible_to(by).select_for_update(of=("self",))
    row = door.get(pk=emergency.pk, organisation__in=by.offices | by.organisations)
    if row.asked_by_id == by.person_id:
        raise SecondPersonNeeded(str(row.pk))
    return row


@transaction.atomic
def decide_emergency(*, emergency: Emergency, agreed: bool, by: Actor) -> Emergency:
    """The second person agrees, and the file can be read for four hours; or does not.

    Raises SecondPersonNeeded, DecidedAlready, NoSuchFile.
    """
    require(by, Permission.FILE_ASSIGN)
    row = _to_decide(emergency, by)
    if row.decided_at is not None or by.now - row.asked_at > ASKED_HOLDS:
        raise DecidedAlready(str(row.pk))
    row.decided_by_id, row.decided_at = by.person_id, by.now
    file = None
    if agreed:
        door = SurvivorFile.objects.visible_to(by).filter(organisation=row.organisation_id)
        file = door.filter(number__iexact=row.number.strip(), withdrawn_at=None).first()
        if file is None:
            raise NoSuchFile(str(row.pk))
        row.survivor_file, row.grant = file, _open(row, file, by)
    row.save(update_fields=["decided_by", "decided_at", "survivor_file", "grant"])
    tag = file.log_tag if file else None
    said = "agreed" if agreed else "refused"
    write_log(Event.EMERGENCY_CHANGED, about=row, by=by, subject=tag, reason=said)
    return row


def _open(row: Emergency, file: SurvivorFile, by: Actor) -> AccessGrant:
    until_at = by.now + OPEN_FOR
    return AccessGrant.objects.create(
        organisation_id=file.organisation_id,
        survivor_file=file,
        person_id=row.asked_by_id,
        because=AccessGrant.Because.EMERGENCY,
        starts_on=by.today,
        until=day_in_india(until_at),
        until_at=until_at,
        granted_by_id=by.person_id,
        granted_at=by.now,
    )


@transaction.atomic
def close_emergency(*, emergency: Emergency, by: Actor) -> Emergency:
    """Close it before its four hours end. Raises NotOpened."""
    require(by, Permission.FILE_ASSIGN)
    door = Emergency.objects.visible_to(by).select_related("grant", "survivor_file")
    row = door.select_for_update(of=("self",)).get(pk=emergency.pk)
    grant = row.grant
    if grant is None or row.closed_at or not grant.until_at or grant.until_at <= by.now:
        raise NotOpened(str(row.pk))
    grant.until_at = row.closed_at = by.now
    grant.save(update_fields=["until_at"])
    row.save(update_fields=["closed_at"])
    tag = row.survivor_file.log_tag if row.survivor_file else None
    write_log(Event.EMERGENCY_CHANGED, about=row, by=by, subject=tag, reason="closed")
    return row


@transaction.atomic
def review_emergency(*, emergency: Emergency, review: str, by: Actor) -> Emergency:
    """Somebody who did not ask says whether it was right. Raises SecondPersonNeeded, NotOpened, StillOpen, ReviewedAlready."""
    require(by, Permission.FILE_ASSIGN)
    row = _to_decide(emergency, by)
    grant = row.grant
    if grant is None or grant.until_at is None:
        raise NotOpened(str(row.pk))
    if grant.until_at > by.now:
        raise StillOpen(str(row.pk))
    if row.review:
        raise ReviewedAlready(str(row.pk))
    row.review, row.reviewed_by_id, row.reviewed_at = review, by.person_id, by.now
    row.save(update_fields=["review", "reviewed_by", "reviewed_at"])
    tag = row.survivor_file.log_tag if row.survivor_file else None
    write_log(Event.EMERGENCY_CHANGED, about=row, by=by, subject=tag, reason=review)
    return row
