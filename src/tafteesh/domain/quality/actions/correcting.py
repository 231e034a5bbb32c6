"""Correcting one value of a record with its reason and its paper; undoing that within a day."""

import uuid
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from tafteesh.domain.checking.models import FieldCheck
from tafteesh.domain.files import sealing
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.papers.models import Paper
from tafteesh.domain.proceedings.models import Fir, FirSurvivor
from tafteesh.domain.quality.actions.rewriting import rewrite
from tafteesh.domain.quality.fields import BY_CODE, CHECKED_AS, Field, RecordKind, Shape
from tafteesh.domain.quality.models import FieldChange
from tafteesh.domain.quality.queries import standing_row, token_of
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.kernel.ids import new_id
from tafteesh.foundation.vault.keys import key_of

UNDO_WITHIN = timedelta(hours=24)


class ChangedMeanwhile(Exception):
    """Somebody else changed this value after it was read: a person says which one is right."""


class NothingChanged(Exception):
    """The new value is the old one."""


class ValueNeeded(Exception):
    """This value cannot be empty."""


class PaperNeeded(Exception):
    """The value was checked against a paper: another paper must say otherwise."""


class PaperFromAnotherFile(Exception):
    """The paper must lie in a file that the record is about."""


class NotHerChange(Exception):
    """Only who made a change undoes it."""


class TooLateToUndo(Exception):
    """After a day a value is corrected with a reason, not undone."""


class ChangedSince(Exception):
    """The value was changed again: undo that first, or correct it."""


@dataclass(frozen=True)
class Place:
    """Which value of which record."""

    kind: RecordKind
    field: Field
    row_id: uuid.UUID


@dataclass(frozen=True)
class Said:
    """Why the value is another one, the paper that says so, and what she saw when she read it."""

    why: str
    seen: str
    paper: Paper | None = None


@transaction.atomic
def correct_value(*, at: Place, value: Any, said: Said, by: Actor) -> FieldChange:
    """Correct one value: what stood stays readable, and every earlier figure stays as it was told.

    Raises ChangedMeanwhile, NothingChanged, ValueNeeded, PaperNeeded, PaperFromAnotherFile, DoesNotFit,
    and what the record itself refuses (OrderBeforeClaim, CreditBeforeOrder, MoreThanOrdered).
    """
    require(by, at.kind.permission)
    row = standing_row(by, at.kind, at.row_id, lock=True)
    if token_of(at.field, row) != said.seen:
        raise ChangedMeanwhile(str(row.pk))
    if value in (None, "") and not at.field.may_be_empty:
        raise ValueNeeded(at.field.code)
    _check_paper(at, row, said.paper, by)
    made = _change(at, row, value, said, by)
    _log(made, at, by)
    return made


def _change(
    at: Place, row: Any, value: Any, said: Said, by: Actor, undoes: FieldChange | None = None
) -> FieldChange:
    sealed = at.field.shape is Shape.SEALED
    old, new = at.field.raw(row), {} if sealed else at.field.columns_of(value)
    text = str(value or "") if sealed else ""
    before = _opened(at, row) if sealed else ""
    if (before == text) if sealed else (old == new):
        raise NothingChanged(at.field.code)
    was_id = row.pk
    after = rewrite(at.kind, at.field, row, new, text, by)
    made = FieldChange(
        id=new_id(),
        organisation_id=row.organisation_id,
        **{"fir_id" if at.kind.on_fir else "survivor_file_id": at.kind.subject_of(row)},
        kind=at.kind.code,
        field=at.field.code,
        row_id=after.pk,
        was_row_id=was_id,
        old=old,
        new=new,
        why=said.why,
        paper=said.paper,
        undoes=undoes,
        recorded_at=by.now,
        recorded_by_id=by.person_id,
    )
    if sealed:
        key = key_of(at.kind.subject_of(row))
        sealing.seal_into(made, "old_sealed", before, key)
        sealing.seal_into(made, "new_sealed", text, key)
    made.save(force_insert=True)
    return made


def _opened(at: Place, row: Any) -> str:
    key = key_of(at.kind.subject_of(row))
    return sealing.open_from(row, at.field.columns[0], key).reveal()


def _check_paper(at: Place, row: Any, paper: Paper | None, by: Actor) -> None:
    """The paper lies in a file of the record; a value that was checked is not changed without one."""
    if paper is not None:
        files = _files(at, row, by)
        if not Paper.objects.visible_to(by).filter(pk=paper.pk, survivor_file__in=files).exists():
            raise PaperFromAnotherFile(str(paper.pk))
        return
    codes = [code for code, place in CHECKED_AS.items() if place == (at.kind.code, at.field.code)]
    matches = FieldCheck.objects.visible_to(by).filter(
        row_id=row.pk, field__in=codes, verdict=FieldCheck.Verdict.MATCHES
    )
    if matches.exists():
        raise PaperNeeded(at.field.code)


def _files(at: Place, row: Any, by: Actor) -> "QuerySet[Any, Any]":
    subject = at.kind.subject_of(row)
    if at.kind.on_fir:
        links = FirSurvivor.objects.visible_to(by).filter(fir=subject, withdrawn_at=None)
        return links.values("survivor_file")
    return SurvivorFile.objects.visible_to(by).filter(pk=subject).values("pk")


@transaction.atomic
def undo_change(*, change: FieldChange, by: Actor) -> FieldChange:
    """Take her own change of the last day back: the value before it stands again, and both stay readable.

    Raises NotHerChange, TooLateToUndo, ChangedSince.
    """
    require(by, BY_CODE[change.kind].permission)
    found = FieldChange.objects.visible_to(by).get(pk=change.pk)
    kind = BY_CODE[found.kind]
    at = Place(kind, kind.by_code[found.field], found.row_id)
    if found.recorded_by_id != by.person_id:
        raise NotHerChange(str(found.pk))
    if by.now - found.recorded_at > UNDO_WITHIN:
        raise TooLateToUndo(str(found.pk))
    row = standing_row(by, kind, found.row_id, lock=True)
    later = FieldChange.objects.visible_to(by).filter(was_row_id__in=[found.row_id, row.pk])
    if later.filter(field=found.field, recorded_at__gt=found.recorded_at).exists():
        raise ChangedSince(str(found.pk))
    if at.field.shape is Shape.SEALED:
        value: Any = sealing.open_from(found, "old_sealed", key_of(kind.subject_of(row))).reveal()
        if _opened(at, row) != _text_of(found, kind, row):
            raise ChangedSince(str(found.pk))
    else:
        value = at.field.value(found.old)
        if at.field.raw(row) != found.new:
            raise ChangedSince(str(found.pk))
    said = Said(FieldChange.Why.UNDONE, "", None)
    made = _change(at, row, value, said, by, undoes=found)
    _log(made, at, by)
    return made


def _text_of(found: FieldChange, kind: RecordKind, row: Any) -> str:
    return sealing.open_from(found, "new_sealed", key_of(kind.subject_of(row))).reveal()


def _log(made: FieldChange, at: Place, by: Actor) -> None:
    tag = None
    if made.survivor_file_id:
        tag = SurvivorFile.objects.visible_to(by).get(pk=made.survivor_file_id).log_tag
    elif made.fir_id:
        Fir.objects.visible_to(by).get(pk=made.fir_id)
    name = f"{at.kind.code}.{at.field.code}"
    write_log(Event.VALUE_CORRECTED, about=made, by=by, subject=tag, fields=[name], reason=made.why)
