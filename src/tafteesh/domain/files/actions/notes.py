"""Reading a note as it was written: a look with a reason, written down before it is shown."""

from django.db import transaction

from tafteesh.domain.files import sealing
from tafteesh.domain.files.actions.looking import NothingSealedThere
from tafteesh.domain.files.models import OnFile, SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.vault.sealing import Secret


@transaction.atomic
def read_note(*, row: OnFile, column: str, reason: str, by: Actor) -> Secret:
    """One sealed text of a row, with its names. Raises NothingSealedThere."""
    require(by, Permission.IDENTITY_LOOK)
    held = type(row).objects.visible_to(by).get(pk=row.pk, withdrawn_at=None)
    file = SurvivorFile.objects.visible_to(by).get(pk=held.survivor_file_id)
    if not getattr(held, column):
        raise NothingSealedThere(column)
    write_log(
        Event.NOTE_LOOKED, about=held, by=by, subject=file.log_tag, fields=[column], reason=reason
    )
    return sealing.open_from(held, column, sealing.key_for(file))
