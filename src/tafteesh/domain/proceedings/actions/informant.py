"""Who went to the police: said by her relation, named where a person."""

from django.db import transaction

from tafteesh.domain.files.sealing import seal_into
from tafteesh.domain.proceedings.actions.fir import locked_fir
from tafteesh.domain.proceedings.actions.same_name import keep_informant
from tafteesh.domain.proceedings.models import Fir
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.vault.keys import key_of


@transaction.atomic
def set_informant(*, fir: Fir, informant: str, name: str = "", by: Actor) -> Fir:
    """Who gave the information that the FIR is of; the name is sealed with the FIR's key, and empty keeps what stands."""
    require(by, Permission.PROCEEDING_WRITE)
    fir = locked_fir(fir, by)
    fir.informant = Fir.Informant(informant)
    if name:
        seal_into(fir, "informant_name", name, key_of(fir.pk))
    keep_informant(fir)
    fir.save(update_fields=["informant", "informant_name", "informant_as"])
    write_log(Event.FIR_CHANGED, about=fir, by=by, fields=["informant"])
    return fir
