"""Everything that changes a survivor file, and every look at what is sealed in it."""

import uuid
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

from django.db import transaction
from django.db.models import Q

from tafteesh.domain.files import sealing
from tafteesh.domain.files.models import (
    AccessGrant,
    ConflictOfInterest,
    FileStatusSpell,
    Identity,
    NameToken,
    Rescue,
    Restoration,
    SafeContact,
    ShelterSpell,
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
from tafteesh.foundation.kernel.approx_date import ApproxDate
from tafteesh.foundation.kernel.ids import new_id
from tafteesh.foundation.vault.keys import destroy, new_key
from tafteesh.foundation.vault.models import SubjectKey
from tafteesh.reference.places.queries import find_area


class NumberTaken(Exception):
    """Another file of this organisation has that number."""


class NotOfThisOffice(Exception):
    """The person does not work in the organisation that owns the file."""


class TooClose(Exception):
    """The person declared a tie to an accused person: this file is never hers again."""


class ReasonNeeded(Exception):
    """A file is closed, and opened again, for a reason."""


class StatusBeforeThat(Exception):
    """Her status changed later than that day: a new one cannot begin before it."""


class TwoSheltersAtOnce(Exception):
    """She is in another shelter on some of those days."""


class LeftBeforeSheCame(Exception):
    """The last day of a shelter cannot be before its first."""


DAY = timedelta(days=1)
Step = TypeVar("Step", Taking, Rescue, ShelterSpell, Restoration)


@dataclass(frozen=True)
class NewFile:
    """What is known of a survivor when her file is opened. Only the number is needed."""

    number: str
    scope: str = SurvivorFile.Scope.NOT_KNOWN
    violence: str = ""
    opened_on: date | None = None
    block: str = ""  # its name, in any spelling that the lists know
    opened: ApproxDate | None = None  # when the day is not exact
    names: dict[str, str] = field(default_factory=dict)  # sealed fields of Identity
    details: dict[str, object] = field(default_factory=dict)  # other fields of SurvivorFile
    identity: dict[str, object] = field(default_factory=dict)  # open fields of Identity


@transaction.atomic
def open_file(*, new: NewFile, by: Actor) -> SurvivorFile:
    """Open a survivor file; whoever opens it is assigned to it. Raises NumberTaken."""
    require(by, Permission.FILE_WRITE)
    if SurvivorFile.unscoped.filter(organisation_id=by.organisation_id, number=new.number).exists():
        raise NumberTaken(new.number)
    opened = new.opened or ApproxDate.on(new.opened_on or by.today)
    record = {"recorded_at": by.now, "recorded_by_id": by.person_id}
    file = SurvivorFile(
        organisation_id=by.organisation_id,
        number=new.number,
        scope=new.scope,
        violence=new.violence,
        opened_earliest=opened.earliest,
        opened_latest=opened.latest,
        opened_words=opened.words,
        worker_id=by.person_id,
        **record,
        **_in_block(new),
    )
    file.save(force_insert=True)
    opening(file.pk)
    _grant(file, person_id=by.person_id, by=by)
    own = {"organisation_id": by.organisation_id, "survivor_file": file, **record}
    FileStatusSpell.unscoped.create(status=file.status, starts_on=opened.earliest, **own)
    key = new_key(file.pk, by.organisation_id, SubjectKey.Kind.FILE)
    identity = Identity(**own, **new.identity)
    sealing.seal_names(identity, new.names, key)
    tokens = sealing.make_findable(identity, by.organisation_id, new.names, key)
    identity.save(force_insert=True)
    sealing.keep_tokens(identity, tokens)
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


def locked_file(file: SurvivorFile, by: Actor) -> SurvivorFile:
    """The file through the door, held until the transaction ends."""
    door = SurvivorFile.objects.visible_to(by)
    return door.select_for_update(of=("self",)).get(pk=file.pk)


@transaction.atomic
def assign(*, file: SurvivorFile, to: Person, by: Actor) -> AccessGrant:
    """Give the file to a worker of the owning organisation. Raises NotOfThisOffice."""
    require(by, Permission.FILE_ASSIGN)
    file = locked_file(file, by)
    works_here = Membership.objects.filter(
        person=to, organisation_id=file.organisation_id, starts_on__lte=by.today
    ).exclude(ends_on__lt=by.today)
    if not works_here.exists():
        raise NotOfThisOffice(str(to.pk))
    conflicts = ConflictOfInterest.unscoped.filter(survivor_file=file, withdrawn_at=None)
    if conflicts.filter(person=to).exists():
        raise TooClose(str(to.pk))
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
    file = locked_file(file, by)
    return end_grants(file, person, by)


def end_grants(file: SurvivorFile, person: Person, by: Actor) -> int:
    """End every reach of a person to a file this moment, and say so in the log; answers how many ended."""
    open_grants = AccessGrant.unscoped.filter(survivor_file=file, person=person).exclude(
        until__lt=by.today
    )
    if file.worker_id == person.pk:
        file.worker = None
        file.save(update_fields=["worker"])
    ended = 0
    for grant in open_grants:
        if grant.starts_on >= by.today and grant.because == AccessGrant.Because.ASSIGNED:
            grant.delete()
        else:
            grant.until, grant.until_at = max(by.today - DAY, grant.starts_on), by.now
            grant.save(update_fields=["until", "until_at"])
        ended += 1
    write_log(Event.FILE_UNASSIGNED, about=file, by=by, subject=file.log_tag)
    return ended


@transaction.atomic(savepoint=False)
def record_opening(*, file: SurvivorFile, by: Actor) -> None:
    """She opened the file: a line that the survivor may ask to see."""
    require(by, Permission.FILE_READ)
    write_log(Event.FILE_OPENED, about=file, by=by, subject=file.log_tag)


@transaction.atomic
def change_identity(
    *, file: SurvivorFile, names: dict[str, str], open_fields: dict[str, object], by: Actor
) -> Identity:
    """Change sealed names (an empty text takes one away) and the open fields beside them."""
    require(by, Permission.FILE_WRITE)
    file = locked_file(file, by)
    identity = Identity.objects.visible_to(by).select_for_update().get(survivor_file=file)
    key = sealing.key_for(file)
    sealing.seal_names(identity, names, key)
    for name, value in open_fields.items():
        setattr(identity, name, value)
    all_names = sealing.open_all(identity)
    tokens = sealing.make_findable(identity, file.organisation_id, all_names, key)
    identity.save()
    sealing.keep_tokens(identity, tokens)
    write_log(
        Event.FILE_CHANGED,
        about=file,
        by=by,
        subject=file.log_tag,
        fields=sorted({*names, *open_fields}),
    )
    return identity


@transaction.atomic
def place_in_block(*, file: SurvivorFile, block: str, by: Actor) -> SurvivorFile:
    """Her block by its name in any spelling that the lists know; a name that they do not know changes nothing."""
    require(by, Permission.FILE_WRITE)
    file = locked_file(file, by)
    if area := find_area("block", block):
        file.block = area
        file.save(update_fields=["block"])
        write_log(Event.FILE_CHANGED, about=file, by=by, subject=file.log_tag, fields=["block"])
    return file


@transaction.atomic
def change_status(
    *, file: SurvivorFile, status: str, on: date, why: str = "", by: Actor
) -> FileStatusSpell:
    """A new status from a day on: the spell before it ends that day. Raises StatusBeforeThat, ReasonNeeded."""
    require(by, Permission.FILE_WRITE)
    file = locked_file(file, by)
    closed = SurvivorFile.Status.CLOSED
    if closed in (status, file.status) and status != file.status and not why:
        raise ReasonNeeded(status)
    spells = FileStatusSpell.unscoped.filter(survivor_file=file, withdrawn_at=None)
    if spells.filter(starts_on__gt=on).exists():
        raise StatusBeforeThat(on.isoformat())
    FileStatusSpell.unscoped.filter(
        survivor_file=file, ends_on=None, withdrawn_at=None, starts_on__lte=on
    ).update(ends_on=on)
    spell = FileStatusSpell.unscoped.create(
        organisation_id=file.organisation_id,
        survivor_file=file,
        status=status,
        why=why,
        starts_on=on,
        recorded_at=by.now,
        recorded_by_id=by.person_id,
    )
    file.status = status
    file.save(update_fields=["status"])
    write_log(Event.FILE_CHANGED, about=file, by=by, subject=file.log_tag, fields=["status"])
    return spell


@transaction.atomic
def record_step(*, file: SurvivorFile, step: Step, by: Actor) -> Step:
    """Record a step of her way: taken, rescued, a shelter, home again; several of each may stand.

    A restoration is entered whole, and the entry before it is withdrawn. Raises TwoSheltersAtOnce.
    """
    require(by, Permission.FILE_WRITE)
    file = locked_file(file, by)
    step.organisation_id, step.survivor_file = file.organisation_id, file
    step.recorded_at, step.recorded_by_id = by.now, by.person_id
    if isinstance(step, ShelterSpell):
        _one_shelter_at_a_time(step)
    if isinstance(step, Restoration):
        Restoration.unscoped.filter(survivor_file=file, withdrawn_at=None).update(
            withdrawn_at=by.now
        )
    step.save(force_insert=True)
    write_log(Event.STORY_RECORDED, about=step, by=by, subject=file.log_tag)
    return step


def _one_shelter_at_a_time(step: ShelterSpell) -> None:
    standing = ShelterSpell.unscoped.filter(survivor_file=step.survivor_file, withdrawn_at=None)
    meets = standing.exclude(pk=step.pk).filter(Q(ends_on=None) | Q(ends_on__gt=step.starts_on))
    if step.ends_on is not None:
        meets = meets.filter(starts_on__lt=step.ends_on)
    if meets.exists():
        raise TwoSheltersAtOnce(step.starts_on.isoformat())


@transaction.atomic
def leave_shelter(*, spell: ShelterSpell, on: date, by: Actor) -> ShelterSpell:
    """She left the shelter: the entry is withdrawn and stands again with its last day.

    Raises LeftBeforeSheCame.
    """
    require(by, Permission.FILE_WRITE)
    door = ShelterSpell.objects.visible_to(by).select_for_update(of=("self",))
    spell = door.get(pk=spell.pk, withdrawn_at=None)
    if on < spell.starts_on:
        raise LeftBeforeSheCame(on.isoformat())
    spell.withdrawn_at = by.now
    spell.save(update_fields=["withdrawn_at"])
    again = ShelterSpell(
        area=spell.area,
        home_id=spell.home_id,
        home_words=spell.home_words,
        starts_on=spell.starts_on,
        ends_on=on,
    )
    return record_step(file=spell.survivor_file, step=again, by=by)


@transaction.atomic
def set_safe_contact(
    *,
    file: SurvivorFile,
    rule: dict[str, object],
    warning: str = "",
    other_number: str = "",
    by: Actor,
) -> SafeContact:
    """Write how she may be reached; the newest rule holds, the older ones stay as history."""
    require(by, Permission.FILE_WRITE)
    file = locked_file(file, by)
    row = SafeContact(
        id=new_id(),
        organisation_id=file.organisation_id,
        survivor_file=file,
        recorded_at=by.now,
        recorded_by_id=by.person_id,
        **rule,
    )
    key = sealing.key_for(file)
    sealing.seal_into(row, "warning_sealed", warning, key)
    sealing.seal_into(row, "number_sealed", other_number, key)
    row.save(force_insert=True)
    write_log(Event.FILE_CHANGED, about=row, by=by, subject=file.log_tag, fields=sorted(rule))
    return row


@transaction.atomic
def erase(*, file: SurvivorFile, reason: str, by: Actor) -> SurvivorFile:
    """Destroy the key of a file and the tokens by which it is found: nothing sealed in it opens again."""
    require(by, Permission.ERASE)
    file = locked_file(file, by)
    destroy(file.pk, at=by.now)
    NameToken.unscoped.filter(survivor_file=file).delete()
    write_log(Event.FILE_ERASED, about=file, by=by, subject=file.log_tag, reason=reason)
    return file
