"""What she says is wrong: taken down anywhere, heard by somebody other than her worker, and ended."""

from django.db import transaction

from tafteesh.domain.care.models import Grievance
from tafteesh.domain.files import sealing
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.kernel.ids import new_id
from tafteesh.foundation.vault.sealing import Secret


class AskHerFirst(Exception):
    """It ends after somebody asked her what is wrong."""


@transaction.atomic
def raise_grievance(
    *, file: SurvivorFile, way: str, about: str = Grievance.About.NOT_SAID, by: Actor
) -> Grievance:
    """She says that something is wrong. It goes to the case manager; her worker cannot read it again."""
    require(by, Permission.CONTACT_RECORD)
    file = SurvivorFile.objects.visible_to(by).get(pk=file.pk)
    row = Grievance(
        id=new_id(),
        organisation_id=file.organisation_id,
        survivor_file=file,
        way=way,
        about=about,
        worker_id=file.worker_id,
        said_on=by.today,
        recorded_at=by.now,
        recorded_by_id=by.person_id,
    )
    row.save(force_insert=True)
    write_log(Event.GRIEVANCE_RECORDED, about=row, by=by, subject=file.log_tag, reason="raised")
    return row


def _held(grievance: Grievance, by: Actor) -> Grievance:
    door = Grievance.objects.visible_to(by).select_related("survivor_file")
    return door.select_for_update(of=("self",)).get(
        pk=grievance.pk, withdrawn_at=None, ended_on=None
    )


@transaction.atomic
def hear_grievance(*, grievance: Grievance, about: str, said: str, by: Actor) -> Grievance:
    """Write down what she said, asked by somebody who is not her worker."""
    require(by, Permission.GRIEVANCE_HEAR)
    row = _held(grievance, by)
    row.about, row.asked_by_id, row.asked_on = about, by.person_id, by.today
    if said:
        sealing.seal_into(row, "said_sealed", said, sealing.key_for(row.survivor_file))
    row.save()
    tag = row.survivor_file.log_tag
    write_log(Event.GRIEVANCE_RECORDED, about=row, by=by, subject=tag, reason="heard")
    return row


@transaction.atomic
def open_grievance(*, grievance: Grievance, by: Actor) -> Secret:
    """Read what she said; the look is a line in the log."""
    require(by, Permission.GRIEVANCE_HEAR)
    door = Grievance.objects.visible_to(by).select_related("survivor_file")
    row = door.get(pk=grievance.pk, withdrawn_at=None)
    tag = row.survivor_file.log_tag
    write_log(Event.GRIEVANCE_RECORDED, about=row, by=by, subject=tag, reason="read")
    return sealing.open_from(row, "said_sealed", sealing.key_for(row.survivor_file))


@transaction.atomic
def end_grievance(*, grievance: Grievance, ending: str, by: Actor) -> Grievance:
    """How it ended. Raises AskHerFirst."""
    require(by, Permission.GRIEVANCE_HEAR)
    row = _held(grievance, by)
    if row.asked_on is None:
        raise AskHerFirst(str(row.pk))
    row.ended_on, row.ending = by.today, ending
    row.save(update_fields=["ended_on", "ending"])
    tag = row.survivor_file.log_tag
    write_log(Event.GRIEVANCE_RECORDED, about=row, by=by, subject=tag, reason=ending)
    return row
