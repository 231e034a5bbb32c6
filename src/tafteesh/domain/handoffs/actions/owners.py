"""A file changes its owner: one organisation signs that it gives, the other that it takes, because she agreed."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.db import models, transaction

from tafteesh.domain.care.models import Grievance, LockedNote
from tafteesh.domain.diary.actions import TELL_WITHIN
from tafteesh.domain.diary.models import Task
from tafteesh.domain.files.actions import NotOfThisOffice, NumberTaken, locked_file
from tafteesh.domain.files.consent import may_share
from tafteesh.domain.files.models import (
    AccessGrant,
    Emergency,
    Identity,
    NameToken,
    Purpose,
    SurvivorFile,
)
from tafteesh.domain.files.sealing import (
    keep_tokens,
    key_for,
    make_findable,
    open_all,
)
from tafteesh.domain.handoffs.actions import OwnFile, SheDidNotAgree
from tafteesh.domain.handoffs.models import OwnerChange, Share
from tafteesh.domain.once.models import Join, Pair
from tafteesh.domain.once.queries import is_joined
from tafteesh.domain.proceedings.models import Fir, FirSurvivor
from tafteesh.domain.proceedings.models.base import OnFir
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import opening
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.models import Membership, Organisation, Person
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.kernel.ids import new_id
from tafteesh.foundation.vault.models import SubjectKey

OPEN_FOR = timedelta(days=30)
# What she agreed to was agreed with the one that asked her: it stays, and she is asked anew. Locked notes
# and what she said was wrong stay closed where they are. The offer itself is what the giver counts.
STAY: frozenset[type[models.Model]] = frozenset(
    {
        AccessGrant,
        Emergency,
        Grievance,
        Join,
        LockedNote,
        NameToken,
        OwnerChange,
        Pair,
        SurvivorFile,
    }
)


class OfferedAlready(Exception):
    """This file is offered to an organisation already: that is answered first."""


class JoinedHere(Exception):
    """The file is joined with another of this organisation: that is undone first, or both stay."""


class NotTheOwner(Exception):
    """Only the organisation that has the file gives it away."""


@dataclass(frozen=True)
class Taking:
    """Under which number, and who works with her from now on."""

    number: str
    worker: Person


@transaction.atomic
def offer_file(*, file: SurvivorFile, to: Organisation, why: str, by: Actor) -> OwnerChange:
    """The first signature: we give this file to them. They may look at it for thirty days.

    Raises NotTheOwner, OwnFile, SheDidNotAgree, OfferedAlready, JoinedHere.
    """
    require(by, Permission.FILE_ASSIGN)
    file = locked_file(file, by)
    if file.organisation_id not in by.offices:
        raise NotTheOwner(str(file.pk))
    if to.pk == file.organisation_id:
        raise OwnFile(str(file.pk))
    if not may_share(file, Purpose.SHARING, to, by.now):
        raise SheDidNotAgree(str(file.pk))
    if OwnerChange.unscoped.filter(survivor_file=file, answer="").exists():
        raise OfferedAlready(str(file.pk))
    if is_joined(file, by):
        raise JoinedHere(str(file.pk))
    row = OwnerChange(
        id=new_id(),
        organisation_id=file.organisation_id,
        survivor_file=file,
        to_organisation=to,
        why=why,
        recorded_at=by.now,
        recorded_by_id=by.person_id,
    )
    row.save(force_insert=True)
    _let_look(file, to, by)
    write_log(Event.OWNER_CHANGED, about=row, by=by, subject=file.log_tag, reason="offered")
    return row


def _let_look(file: SurvivorFile, to: Organisation, by: Actor) -> None:
    standing = AccessGrant.unscoped.filter(
        survivor_file=file, to_organisation=to, until__gte=by.today + OPEN_FOR
    )
    if not standing.exists():
        AccessGrant.objects.create(
            organisation_id=file.organisation_id,
            survivor_file=file,
            to_organisation=to,
            because=AccessGrant.Because.SHARED,
            starts_on=by.today,
            until=by.today + OPEN_FOR,
            granted_by_id=by.person_id,
            granted_at=by.now,
        )


def _open_offer(change: OwnerChange, by: Actor) -> OwnerChange:
    door = OwnerChange.objects.visible_to(by)
    return door.select_for_update(of=("self",)).get(pk=change.pk, answer="", withdrawn_at=None)


def _answer(row: OwnerChange, answer: str, by: Actor) -> None:
    row.answer, row.answered_at, row.answered_by_id = answer, by.now, by.person_id
    row.save(update_fields=["answer", "answered_at", "answered_by"])


@transaction.atomic
def take_over(*, change: OwnerChange, taking: Taking, by: Actor) -> SurvivorFile:
    """The second signature: the file and all that hangs on it is ours from this moment; theirs is the count.

    Open tasks go to her new worker, who tells her. Raises SheDidNotAgree, NumberTaken, NotOfThisOffice.
    """
    require(by, Permission.FILE_ASSIGN)
    row = _open_offer(change, by)
    if row.to_organisation_id not in by.offices:
        raise OwnerChange.DoesNotExist(str(row.pk))
    to = row.to_organisation
    if not may_share(SurvivorFile(pk=row.survivor_file_id), Purpose.SHARING, to, by.now):
        raise SheDidNotAgree(str(row.pk))
    file = locked_file(SurvivorFile(pk=row.survivor_file_id), by)
    if SurvivorFile.unscoped.filter(organisation=to, number=taking.number).exists():
        raise NumberTaken(taking.number)
    if not _works_at(taking.worker, to.pk, by):
        raise NotOfThisOffice(str(taking.worker.pk))
    file.number, file.worker = taking.number, taking.worker
    _move_rows(file, to)
    _tasks(file, taking.worker, by)
    _grants(file, taking.worker, by)
    _answer(row, OwnerChange.Answer.TAKEN, by)
    write_log(Event.OWNER_CHANGED, about=row, by=by, subject=file.log_tag, reason="taken")
    return file


def _that_move() -> Iterator[Any]:
    """Every kind of row that hangs on a survivor file and goes where it goes."""
    for model in apps.get_models():
        names = {field.name for field in model._meta.concrete_fields}
        stays = model in STAY or getattr(model, "append_only", False)
        if {"organisation", "survivor_file"} <= names and not stays:
            yield model


def _move_rows(file: SurvivorFile, to: Organisation) -> None:
    """Everything of hers to the new owner: rows, keys, the tokens by which she is found, FIRs that are hers alone."""
    firs = _hers_alone(file)
    for model in _that_move():
        model.unscoped.filter(survivor_file=file).update(organisation=to)
    for kind in apps.get_models():
        if issubclass(kind, OnFir):
            kind.unscoped.filter(fir__in=firs).update(organisation=to)
    Fir.unscoped.filter(pk__in=firs).update(organisation=to)
    SubjectKey.unscoped.filter(pk__in=[file.pk, *firs]).update(organisation_id=to.pk)
    file.organisation = to
    file.save(update_fields=["organisation", "number", "worker"])
    identity = Identity.unscoped.get(survivor_file=file)
    tokens = make_findable(identity, to.pk, open_all(identity), key_for(file))
    identity.save(update_fields=["sounds", "keyed_as"])
    keep_tokens(identity, tokens)


def _hers_alone(file: SurvivorFile) -> list[Any]:
    """FIRs that are about no other survivor of the giver; the others are reached through the link."""
    own = FirSurvivor.unscoped.filter(survivor_file=file).values_list("fir", flat=True)
    shared = FirSurvivor.unscoped.filter(fir__in=list(own)).exclude(survivor_file=file)
    return list(set(own) - set(shared.values_list("fir", flat=True)))


def _works_at(person: Person, organisation: uuid.UUID, by: Actor) -> bool:
    here = Membership.objects.filter(
        person=person, organisation_id=organisation, starts_on__lte=by.today
    )
    return bool(here.exclude(ends_on__lt=by.today).exists())


def _tasks(file: SurvivorFile, worker: Person, by: Actor) -> None:
    """What was to be done for her is done by her new worker, who first tells her who she is."""
    Task.unscoped.filter(survivor_file=file, done_on=None, withdrawn_at=None).update(
        assigned_to=worker
    )
    Task.unscoped.create(
        kind=Task.Kind.TELL_HER,
        due_on=by.today + TELL_WITHIN,
        assigned_to=worker,
        organisation_id=file.organisation_id,
        survivor_file=file,
        recorded_at=by.now,
        recorded_by_id=by.person_id,
    )


def _grants(file: SurvivorFile, worker: Person, by: Actor) -> None:
    """Whoever reached the file before reaches it no more; what was shared with others has ended."""
    opening(file.pk)
    AccessGrant.unscoped.filter(survivor_file=file).update(
        organisation=file.organisation_id, until_at=by.now
    )
    Share.unscoped.filter(survivor_file=file, ended_on=None).update(ended_on=by.today)
    AccessGrant.objects.create(
        organisation_id=file.organisation_id,
        survivor_file=file,
        person=worker,
        because=AccessGrant.Because.ASSIGNED,
        starts_on=by.today,
        granted_by_id=by.person_id,
        granted_at=by.now,
    )


@transaction.atomic
def refuse_file(*, change: OwnerChange, by: Actor) -> OwnerChange:
    """They do not take it: it stays with the organisation that has it, and they see it no more."""
    require(by, Permission.FILE_ASSIGN)
    row = _open_offer(change, by)
    if row.to_organisation_id not in by.offices:
        raise OwnerChange.DoesNotExist(str(row.pk))
    return _not_taken(row, OwnerChange.Answer.REFUSED, by)


@transaction.atomic
def take_back_offer(*, change: OwnerChange, by: Actor) -> OwnerChange:
    """The giver signs no longer: the offer is gone before it was taken."""
    require(by, Permission.FILE_ASSIGN)
    row = _open_offer(change, by)
    if row.organisation_id not in by.offices:
        raise OwnerChange.DoesNotExist(str(row.pk))
    return _not_taken(row, OwnerChange.Answer.TAKEN_BACK, by)


def _not_taken(row: OwnerChange, answer: str, by: Actor) -> OwnerChange:
    opening(row.survivor_file_id)
    AccessGrant.unscoped.filter(
        survivor_file=row.survivor_file_id, to_organisation=row.to_organisation,
        granted_at=row.recorded_at,
    ).update(until_at=by.now)  # fmt: skip
    _answer(row, answer, by)
    tag = SurvivorFile.unscoped.filter(pk=row.survivor_file_id).values_list("log_tag", flat=True)
    write_log(Event.OWNER_CHANGED, about=row, by=by, subject=tag.first(), reason=answer)
    return row
