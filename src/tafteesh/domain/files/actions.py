"""Everything that changes a survivor file, and every look at what is sealed in it."""

import uuid
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from tafteesh.domain.files import sealing
from tafteesh.domain.files.models import (
    AccessGrant,
    FileStatusSpell,
    Identity,
    Rescue,
    SafeContact,
    SurvivorFile,
    Taking,
)
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import opening
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.models import Membership, Person
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.kernel.ids import new_id
from tafteesh.foundation.vault.keys import new_key
from tafteesh.foundation.vault.models import SubjectKey
from tafteesh.foundation.vault.sealing import Secret
from tafteesh.reference.places.queries import find_area


class NumberTaken(Exception):
    """Another file of this organisation has that number."""


class NotOfThisOffice(Exception):
    """The person does not work in the organisation that owns the file."""


class NothingSealedThere(Exception):
    """The field is empty: there is nothing to look at."""


@dataclass(frozen=True)
class NewFile:
    """What is known of a survivor when her file is opened. Only the number is needed."""

    number: str
    scope: str = SurvivorFile.Scope.NOT_KNOWN
    violence: str = ""
    opened_on: date | None = None
    block: str = ""  # its name, in any spelling that the lists know
    names: dict[str, str] = field(default_factory=dict)  # sealed fields of Identity
    details: dict[str, object] = field(default_factory=dict)  # fields of SurvivorFile
    identity: dict[str, object] = field(default_factory=dict)  # open fields of Identity


@transaction.atomic
def open_file(*, new: NewFile, by: Actor) -> SurvivorFile:
    """Open a survivor file; whoever opens it is assigned to it. Raises NumberTaken."""
    require(by, Permission.FILE_WRITE)
    if SurvivorFile.unscoped.filter(organisation_id=by.organisation_id, number=new.number).exists():
        raise NumberTaken(new.number)
    day = new.opened_on or by.today
    record = {"recorded_at": by.now, "recorded_by_id": by.person_id}
    file = SurvivorFile(
        organisation_id=by.organisation_id,
        number=new.number,
        scope=new.scope,
        violence=new.violence,
        opened_earliest=day,
        opened_latest=day,
        worker_id=by.person_id,
        **record,
        **_in_block(new),
    )
    file.save(force_insert=True)
    opening(file.pk)
    _grant(file, person_id=by.person_id, by=by)
    own = {"organisation_id": by.organisation_id, "survivor_file": file, **record}
    FileStatusSpell.unscoped.create(status=file.status, starts_on=day, **own)
    key = new_key(file.pk, by.organisation_id, SubjectKey.Kind.FILE)
    identity = Identity(**own, **new.identity)
    sealing.seal_names(identity, new.names, key)
    identity.save(force_insert=True)
    sealing.replace_tokens(file, new.names)
    write_log(Event.FILE_CREATED, about=file, by=by, subject=file.log_tag, fields=sorted(new.names))
    return file


def _in_block(new: NewFile) -> dict[str, object]:
    """Her details, with the block of that name where the lists know just one."""
    block = find_area("block", new.block) if new.block else None
    return {"block": block, **new.details} if block else new.details


def _grant(file: SurvivorFile, *, person_id: uuid.UUID, by: Actor) -> AccessGrant:
    grant = AccessGrant(
        organisation_id=file.organisation_id,
        survivor_file=file,
        person_id=person_id,
        because=AccessGrant.Because.ASSIGNED,
        starts_on=by.today,
        granted_by_id=by.person_id,
        granted_at=by.now,
    )
    grant.save(force_insert=True)
    return grant


def _locked(file: SurvivorFile, by: Actor) -> SurvivorFile:
    door = SurvivorFile.objects.visible_to(by)
    return door.select_for_update(of=("self",)).get(pk=file.pk)


@transaction.atomic
def assign(*, file: SurvivorFile, to: Person, by: Actor) -> AccessGrant:
    """Give the file to a worker of the owning organisation. Raises NotOfThisOffice."""
    require(by, Permission.FILE_ASSIGN)
    file = _locked(file, by)
    works_here = Membership.objects.filter(
        person=to, organisation_id=file.organisation_id, starts_on__lte=by.today
    ).exclude(ends_on__lt=by.today)
    if not works_here.exists():
        raise NotOfThisOffice(str(to.pk))
    grant = AccessGrant.unscoped.filter(survivor_file=file, person=to, until=None).first()
    if grant is None:
        grant = _grant(file, person_id=to.pk, by=by)
    file.worker = to
    file.save(update_fields=["worker"])
    write_log(Event.FILE_ASSIGNED, about=file, by=by, subject=file.log_tag)
    return grant


@transaction.atomic
def unassign(*, file: SurvivorFile, person: Person, by: Actor) -> int:
    """End a worker's reach at the end of yesterday; answers how many grants ended."""
    require(by, Permission.FILE_ASSIGN)
    file = _locked(file, by)
    open_grants = AccessGrant.unscoped.filter(survivor_file=file, person=person).exclude(
        until__lt=by.today
    )
    ended = 0
    for grant in open_grants:
        if grant.starts_on >= by.today:
            grant.delete()
        else:
            grant.until = date.fromordinal(by.today.toordinal() - 1)
            grant.save(update_fields=["until"])
        ended += 1
    if file.worker_id == person.pk:
        file.worker = None
        file.save(update_fields=["worker"])
    write_log(Event.FILE_UNASSIGNED, about=file, by=by, subject=file.log_tag)
    return ended


@transaction.atomic
def record_opening(*, file: SurvivorFile, by: Actor) -> None:
    """She opened the file: a line that the survivor may ask to see."""
    require(by, Permission.FILE_READ)
    write_log(Event.FILE_OPENED, about=file, by=by, subject=file.log_tag)


@transaction.atomic
def look_at(*, file: SurvivorFile, name: str, reason: str, by: Actor) -> Secret:
    """Open one sealed value of her identity. The look is written down before it is shown.

    Raises NothingSealedThere when the field is empty; `reason` is a code of a list.
    """
    require(by, Permission.IDENTITY_LOOK)
    file = SurvivorFile.objects.visible_to(by).get(pk=file.pk)
    identity = Identity.objects.visible_to(by).get(survivor_file=file)
    if name not in Identity.SEALED or not getattr(identity, name):
        raise NothingSealedThere(name)
    write_log(
        Event.IDENTITY_LOOKED, about=file, by=by, subject=file.log_tag, fields=[name], reason=reason
    )
    return sealing.open_name(identity, name)


@transaction.atomic
def change_identity(
    *, file: SurvivorFile, names: dict[str, str], open_fields: dict[str, object], by: Actor
) -> Identity:
    """Change sealed names (an empty text takes one away) and the open fields beside them."""
    require(by, Permission.FILE_WRITE)
    file = _locked(file, by)
    identity = Identity.objects.visible_to(by).select_for_update().get(survivor_file=file)
    sealing.seal_names(identity, names, sealing.key_for(file))
    for name, value in open_fields.items():
        setattr(identity, name, value)
    identity.save()
    sealing.replace_tokens(file, sealing.open_all(identity))
    write_log(
        Event.FILE_CHANGED,
        about=file,
        by=by,
        subject=file.log_tag,
        fields=sorted({*names, *open_fields}),
    )
    return identity


@transaction.atomic
def change_status(*, file: SurvivorFile, status: str, on: date, by: Actor) -> FileStatusSpell:
    """A new status from a day on: the spell before it ends that day."""
    require(by, Permission.FILE_WRITE)
    file = _locked(file, by)
    FileStatusSpell.unscoped.filter(
        survivor_file=file, ends_on=None, withdrawn_at=None, starts_on__lte=on
    ).update(ends_on=on)
    spell = FileStatusSpell.unscoped.create(
        organisation_id=file.organisation_id,
        survivor_file=file,
        status=status,
        starts_on=on,
        recorded_at=by.now,
        recorded_by_id=by.person_id,
    )
    file.status = status
    file.save(update_fields=["status"])
    write_log(Event.FILE_CHANGED, about=file, by=by, subject=file.log_tag, fields=["status"])
    return spell


@transaction.atomic
def record_step(*, file: SurvivorFile, step: Taking | Rescue, by: Actor) -> Taking | Rescue:
    """Record that she was taken, or rescued; several of each may stand."""
    require(by, Permission.FILE_WRITE)
    file = _locked(file, by)
    step.organisation_id, step.survivor_file = file.organisation_id, file
    step.recorded_at, step.recorded_by_id = by.now, by.person_id
    step.save(force_insert=True)
    write_log(Event.STORY_RECORDED, about=step, by=by, subject=file.log_tag)
    return step


@transaction.atomic
def set_safe_contact(
    *, file: SurvivorFile, rule: dict[str, object], warning: str = "", by: Actor
) -> SafeContact:
    """Write how she may be reached; the newest rule holds, the older ones stay as history."""
    require(by, Permission.FILE_WRITE)
    file = _locked(file, by)
    row = SafeContact(
        id=new_id(),
        organisation_id=file.organisation_id,
        survivor_file=file,
        recorded_at=by.now,
        recorded_by_id=by.person_id,
        **rule,
    )
    if warning:
        row.warning_sealed = sealing.key_for(file).seal(
            warning, table=SafeContact._meta.db_table, column="warning_sealed", row=row.pk
        )
    row.save(force_insert=True)
    write_log(Event.FILE_CHANGED, about=row, by=by, subject=file.log_tag, fields=sorted(rule))
    return row
