"""Her risk rises: the rule of reaching her stays, and stands again with it."""

from django.db import transaction

from tafteesh.domain.files import sealing
from tafteesh.domain.files.gate import rule_of
from tafteesh.domain.files.models import SafeContact, SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.kernel.ids import new_id


@transaction.atomic
def raise_risk(*, file: SurvivorFile, to: str, by: Actor) -> SafeContact | None:
    """The rule of reaching her stands again with another risk; None where it says so already."""
    require(by, Permission.CONTACT_RECORD)
    old = rule_of(file, by)
    if old is not None and old.risk == to:
        return None
    key = sealing.key_for(file)
    row = SafeContact(
        id=new_id(),
        organisation_id=file.organisation_id,
        survivor_file=file,
        recorded_at=by.now,
        recorded_by_id=by.person_id,
    )
    if old is not None:
        for name in SafeContact.RULE:
            setattr(row, name, getattr(old, name))
        for column in ("warning_sealed", "number_sealed"):
            sealing.seal_into(row, column, sealing.open_from(old, column, key).reveal(), key)
    row.risk = to
    row.save(force_insert=True)
    write_log(Event.FILE_CHANGED, about=row, by=by, subject=file.log_tag, fields=["risk"])
    return row
