"""Locked notes: written, opened and given away by their keeper alone."""

from datetime import date

from django.db import transaction

from tafteesh.domain.care.keeping import kind_for, who_may_keep
from tafteesh.domain.care.models import LockedNote
from tafteesh.domain.files import sealing
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.models import Person
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.kernel.ids import new_id
from tafteesh.foundation.vault.sealing import Secret


class NotWrittenYet(Exception):
    """A note is about a day that has come."""


class CannotKeepIt(Exception):
    """A counsellor's note goes to a counsellor and a lawyer's to a lawyer."""


@transaction.atomic
def write_locked(*, file: SurvivorFile, on: date, text: str, by: Actor) -> LockedNote:
    """Write a note that nobody else opens. Raises NotWrittenYet."""
    require(by, Permission.LOCKED_NOTE)
    file = SurvivorFile.objects.visible_to(by).get(pk=file.pk)
    if on > by.today:
        raise NotWrittenYet(on.isoformat())
    row = LockedNote(
        id=new_id(),
        organisation_id=file.organisation_id,
        survivor_file=file,
        kind=kind_for(by),
        on=on,
        keeper_id=by.person_id,
        recorded_at=by.now,
        recorded_by_id=by.person_id,
    )
    sealing.seal_into(row, "text_sealed", text, sealing.key_for(file))
    row.save(force_insert=True)
    write_log(Event.LOCKED_NOTE, about=row, by=by, subject=file.log_tag, reason="written")
    return row


@transaction.atomic
def open_locked(*, note: LockedNote, by: Actor) -> Secret:
    """Open a note of her own; that it was opened is a line in the log."""
    require(by, Permission.LOCKED_NOTE)
    door = LockedNote.objects.visible_to(by).select_related("survivor_file")
    row = door.get(pk=note.pk, withdrawn_at=None)
    file = row.survivor_file
    write_log(Event.LOCKED_NOTE, about=row, by=by, subject=file.log_tag, reason="opened")
    return sealing.open_from(row, "text_sealed", sealing.key_for(file))


@transaction.atomic
def hand_locked(*, file: SurvivorFile, to: Person, by: Actor) -> int:
    """Give all her locked notes of a file to a colleague of the same calling; answers how many went.

    Raises CannotKeepIt.
    """
    require(by, Permission.LOCKED_NOTE)
    file = SurvivorFile.objects.visible_to(by).get(pk=file.pk)
    door = LockedNote.objects.visible_to(by).select_for_update(of=("self",))
    rows = list(door.filter(survivor_file=file, withdrawn_at=None))
    for kind in {row.kind for row in rows}:
        if to.pk not in {person.pk for person in who_may_keep(file, kind, by)}:
            raise CannotKeepIt(str(to.pk))
    for row in rows:
        row.keeper, row.handed_by_id, row.handed_at = to, by.person_id, by.now
        row.save(update_fields=["keeper", "handed_by", "handed_at"])
        write_log(Event.LOCKED_NOTE, about=row, by=by, subject=file.log_tag, reason="handed")
    return len(rows)
