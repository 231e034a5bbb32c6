"""Bringing a workbook in: stored, read, taken row by row, settled, taken back."""

import uuid
from collections.abc import Callable, Iterable
from pathlib import Path

from django.db import connection, transaction  # noqa: TID251 - an import is its own way in
from django.db.backends.utils import CursorWrapper
from django.db.utils import IntegrityError

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.once.actions import forget_pairs
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.kernel.digits import tidy
from tafteesh.foundation.kernel.ids import new_id
from tafteesh.foundation.vault.keys import new_key
from tafteesh.foundation.vault.models import SubjectKey
from tafteesh.interfaces.imports import store
from tafteesh.interfaces.imports.guard import Unreadable, open_guarded
from tafteesh.interfaces.imports.mapping import Mapping
from tafteesh.interfaces.imports.models import ImportBatch, MappingProfile, StagedRow
from tafteesh.interfaces.imports.staged import OpenRow, hold, mark_taken, open_rows, rewrite
from tafteesh.interfaces.imports.taking.chunk import WRITTEN, keep_lists, take_chunk
from tafteesh.interfaces.imports.taking.world import Standing, World

State = ImportBatch.State


class SomethingWasBuiltOnIt(Exception):
    """A later record hangs on a row of this import: it cannot be taken back as a whole."""


class RowsWereTaken(Exception):
    """Rows of this import are in the records already: take it back before it is read in another way."""


class NotInDoubt(Exception):
    """The row is settled already."""


@transaction.atomic
def store_workbook(*, path: Path, name: str, by: Actor) -> ImportBatch:
    """Look at a file and keep it sealed. Raises Unreadable; then nothing is stored."""
    require(by, Permission.IMPORT)
    open_guarded(path)
    batch = ImportBatch(
        id=new_id(),
        organisation_id=by.organisation_id,
        uploaded_by_id=by.person_id,
        uploaded_at=by.now,
        size_bytes=path.stat().st_size,
    )
    key = new_key(batch.pk, batch.organisation_id, SubjectKey.Kind.IMPORT)
    batch.file_hash = store.seal_file(path, batch.pk, key)
    table = ImportBatch._meta.db_table
    batch.file_name = key.seal(tidy(name), table=table, column="file_name", row=batch.pk)
    batch.save(force_insert=True)
    write_log(Event.IMPORT_READ, about=batch, by=by)
    return batch


def locked(batch_id: uuid.UUID, by: Actor) -> ImportBatch:
    """The batch through the door, locked."""
    door = ImportBatch.objects.visible_to(by).select_for_update(of=("self",))
    found: ImportBatch = door.get(pk=batch_id)
    return found


@transaction.atomic
def refuse_workbook(*, batch: ImportBatch, why: Unreadable, by: Actor) -> ImportBatch:
    """The workbook could not be read: say why, and keep nothing of it."""
    require(by, Permission.IMPORT)
    batch = locked(batch.pk, by)
    batch.state, batch.refusal = State.REFUSED, why.code
    batch.save(update_fields=["state", "refusal"])
    transaction.on_commit(lambda: store.drop_file(batch.pk))
    write_log(Event.IMPORT_READ, about=batch, by=by, reason=why.code)
    return batch


@transaction.atomic
def keep_reading(
    *,
    batch: ImportBatch,
    rows: Iterable[StagedRow],
    facts: Callable[[], dict[str, object]],
    by: Actor,
) -> ImportBatch:
    """Keep what was read: all rows of the workbook, in one transaction. Reading again replaces it.

    `facts` is what stands on the import itself; it is asked once the rows are kept.
    """
    require(by, Permission.IMPORT)
    batch = locked(batch.pk, by)
    StagedRow.unscoped.filter(batch=batch, taken_at=None).delete()
    hold(rows)
    for name, value in facts().items():
        setattr(batch, name, value)
    batch.state = State.READ
    batch.save()
    write_log(Event.IMPORT_READ, about=batch, by=by, fields=["rows"])
    return batch


@transaction.atomic
def note_progress(*, batch_id: uuid.UUID, rows_read: int, by: Actor) -> None:
    """How many rows were read so far, for the page that shows it."""
    require(by, Permission.IMPORT)
    batch = locked(batch_id, by)
    batch.state, batch.rows_read = State.READING, rows_read
    batch.save(update_fields=["state", "rows_read"])


@transaction.atomic
def keep_mapping(*, batch: ImportBatch, mapping: Mapping, name: str, by: Actor) -> ImportBatch:
    """A person says how the workbook is to be read; with a name, it is proposed for the next of its kind."""
    require(by, Permission.IMPORT)
    batch = locked(batch.pk, by)
    if batch.rows_taken:
        raise RowsWereTaken(str(batch.pk))
    batch.mapping = {"sheets": mapping.as_json()}
    batch.state, batch.profile = State.STORED, name
    batch.save(update_fields=["mapping", "state", "profile"])
    if name:
        MappingProfile.unscoped.update_or_create(
            organisation_id=batch.organisation_id,
            name=name,
            defaults={"fingerprint": mapping.fingerprint, "mapping": batch.mapping},
        )
    write_log(Event.IMPORT_READ, about=batch, by=by, fields=["mapping"])
    return batch


@transaction.atomic
def take_rows(
    *, batch: ImportBatch, kind: str, doubtful: bool, limit: int, standing: Standing, by: Actor
) -> int:
    """Take the next rows of one kind: all of each row or nothing of it. Answers how many were looked at.

    Rows in doubt are looked at only where `doubtful` says so: a doubtful survivor or FIR is opened with
    what is certain of it, and stays in doubt.
    """
    require(by, Permission.IMPORT)
    batch = locked(batch.pk, by)
    waiting = StagedRow.unscoped.filter(
        batch=batch, kind=kind, taken_at=None, already_there=False,
        status=StagedRow.Status.IN_DOUBT if doubtful else StagedRow.Status.ACCEPTED,
    )  # fmt: skip
    if doubtful:
        waiting = waiting.exclude(doubt_kinds__contains=["looked at"])
    rows = list(waiting.order_by("sheet", "row")[:limit])
    if not rows:
        return 0
    opened = open_rows(rows, batch)
    standing.by = by
    _take(batch, opened, standing)
    batch.state = State.ACCEPTING
    batch.rows_taken += len(rows)
    batch.save(update_fields=["state", "rows_taken"])
    write_log(Event.IMPORT_ACCEPTED, about=batch, by=by, reason=kind)
    return len(rows)


def _take(batch: ImportBatch, opened: list[OpenRow], standing: Standing) -> None:
    outcome = take_chunk([row.staged for row in opened], standing)
    by_id = {row.staged.id: row for row in opened}
    mark_taken([by_id[staged.id] for staged in outcome.taken], standing.by.now)
    for staged, reason in outcome.refused:
        by_id[staged.id].refuse(reason)
    rewrite([by_id[staged.id] for staged, _reason in outcome.refused], batch)


@transaction.atomic
def finish(*, batch: ImportBatch, counts: dict[str, dict[str, int]], by: Actor) -> ImportBatch:
    """Every row that is in no doubt was taken: bring the lists in line."""
    require(by, Permission.IMPORT)
    batch = locked(batch.pk, by)
    keep_lists(World(by, batch.organisation_id, batch.pk))
    batch.state, batch.counts = State.ACCEPTED, counts
    batch.save(update_fields=["state", "counts"])
    write_log(Event.IMPORT_ACCEPTED, about=batch, by=by)
    return batch


@transaction.atomic
def settle(*, row: StagedRow, corrections: dict[str, object], by: Actor) -> StagedRow:
    """A person settled a row: her corrections take the place of what was read. Raises NotInDoubt, NotTaken."""
    require(by, Permission.IMPORT)
    row = StagedRow.objects.visible_to(by).select_for_update(of=("self",)).get(pk=row.pk)
    if row.status != StagedRow.Status.IN_DOUBT:
        raise NotInDoubt(str(row.pk))
    batch = locked(row.batch_id, by)
    opened = open_rows([row], batch)[0]
    opened.correct(corrections)
    if row.taken_at is None:
        outcome = take_chunk([opened.staged], Standing(by, batch.organisation_id, batch.pk))
        if outcome.refused:
            raise outcome.refused[0][1]
        row.taken_at = by.now
    row.status, row.settled_by_id = StagedRow.Status.ACCEPTED, by.person_id
    rewrite([opened], batch)
    keep_lists(World(by, batch.organisation_id, batch.pk))
    write_log(Event.DOUBT_SETTLED, about=row, by=by, fields=sorted(corrections))
    return row


@transaction.atomic
def reject(*, row: StagedRow, by: Actor) -> StagedRow:
    """A person says that the row is not to be taken. Raises NotInDoubt."""
    require(by, Permission.IMPORT)
    row = StagedRow.objects.visible_to(by).select_for_update(of=("self",)).get(pk=row.pk)
    if row.status != StagedRow.Status.IN_DOUBT or row.taken_at is not None:
        raise NotInDoubt(str(row.pk))
    row.status, row.settled_by_id = StagedRow.Status.REJECTED, by.person_id
    row.save(update_fields=["status", "settled_by"])
    write_log(Event.DOUBT_SETTLED, about=row, by=by, reason="rejected")
    return row


@transaction.atomic
def undo(*, batch: ImportBatch, by: Actor) -> ImportBatch:
    """Take the whole import back. Raises SomethingWasBuiltOnIt; then nothing is changed."""
    require(by, Permission.IMPORT)
    batch = locked(batch.pk, by)
    try:
        with transaction.atomic():
            files = SurvivorFile.unscoped.filter(import_batch=batch.pk)
            forget_pairs(files=list(files.values_list("pk", flat=True)), by=by)
            _delete(batch)
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    except IntegrityError:
        raise SomethingWasBuiltOnIt(str(batch.pk)) from None
    StagedRow.unscoped.filter(batch=batch).update(taken_at=None)
    batch.state, batch.rows_taken = State.UNDONE, 0
    batch.save(update_fields=["state", "rows_taken"])
    write_log(Event.IMPORT_UNDONE, about=batch, by=by)
    return batch


def _delete(batch: ImportBatch) -> None:
    """Rows of the import, those that hang on others first; with a file go its keys, tokens and grants."""
    with connection.cursor() as cursor:
        for model in reversed(WRITTEN):
            table = model._meta.db_table
            if any(f.name == "import_batch" for f in model._meta.fields):
                cursor.execute(
                    f'DELETE FROM "{table}" WHERE import_batch = %s',  # noqa: S608 - a table's own name
                    [batch.pk],
                )
            elif any(f.name == "survivor_file" for f in model._meta.fields):
                cursor.execute(
                    f'DELETE FROM "{table}" WHERE survivor_file_id IN'  # noqa: S608 - a table's own name
                    " (SELECT id FROM files_survivorfile WHERE import_batch = %s)",
                    [batch.pk],
                )
            else:
                _delete_keys(cursor, batch)


def _delete_keys(cursor: CursorWrapper, batch: ImportBatch) -> None:
    cursor.execute(
        "DELETE FROM vault_subjectkey k WHERE k.kind IN ('file', 'fir') AND k.organisation_id = %s"
        " AND NOT EXISTS (SELECT FROM files_survivorfile f WHERE f.id = k.subject_id)"
        " AND NOT EXISTS (SELECT FROM proceedings_fir r WHERE r.id = k.subject_id)",
        [batch.organisation_id],
    )
