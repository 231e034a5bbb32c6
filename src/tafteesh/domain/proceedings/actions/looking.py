"""Reading what is sealed in a case: a look with a reason, written down before it is shown."""

from collections.abc import Mapping

from django.db import transaction

from tafteesh.domain.files.sealing import open_from
from tafteesh.domain.proceedings.models import Accused, BailCondition, Hearing
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.vault.keys import key_of
from tafteesh.foundation.vault.sealing import Secret

Sealed = Accused | BailCondition | Hearing
COLUMNS: Mapping[type[Sealed], str] = {
    Accused: "name",
    BailCondition: "words_sealed",
    Hearing: "note_sealed",
}


class NothingSealed(Exception):
    """Nobody wrote anything there."""


@transaction.atomic
def look_at_sealed(*, row: Sealed, reason: str, by: Actor) -> Secret:
    """The name of an accused, the words of a condition of bail, a note of a hearing. Raises NothingSealed."""
    require(by, Permission.IDENTITY_LOOK)
    column = COLUMNS[type(row)]
    held = type(row).objects.visible_to(by).get(pk=row.pk, withdrawn_at=None)
    if not getattr(held, column):
        raise NothingSealed(column)
    write_log(Event.IDENTITY_LOOKED, about=held, by=by, fields=[column], reason=reason)
    return open_from(held, column, key_of(held.fir_id))
