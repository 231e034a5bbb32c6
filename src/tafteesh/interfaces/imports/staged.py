"""Staged rows: sealed for keeping, opened for taking, known again when the same workbook comes twice."""

import hashlib
import json
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from django.db import connection

from tafteesh.foundation.kernel.digits import folded
from tafteesh.foundation.kernel.ids import new_id
from tafteesh.foundation.vault import keyholder
from tafteesh.foundation.vault.keys import OpenKey, key_of
from tafteesh.interfaces.imports.book import fir_key, own_fir
from tafteesh.interfaces.imports.checks import content
from tafteesh.interfaces.imports.models import ImportBatch, StagedRow
from tafteesh.interfaces.imports.readings import StagedRow as ReadRow
from tafteesh.interfaces.imports.taking.chunk import MASTER_KINDS
from tafteesh.interfaces.imports.taking.values import NotTaken, Staged, pack, unpack
from tafteesh.interfaces.imports.writing import insert, unsaved

TABLE = StagedRow._meta.db_table
BEFORE = 2_000
TAKEN = (  # by the index rows_taken_before, whose second column is the kind
    "SELECT natural_key, content FROM imports_stagedrow WHERE organisation_id = %s"
    " AND kind = ANY(%s::text[]) AND natural_key = ANY(%s::bytea[]) AND taken_at IS NOT NULL"
)


@dataclass
class OpenRow:
    """A staged row of the database, with what it holds opened."""

    model: StagedRow
    held: dict[str, Any]
    staged: Staged

    def refuse(self, reason: NotTaken) -> None:
        """It could not be taken: it waits in doubt, with the reason."""
        self.held["doubts"].append(
            {"field": reason.field_name, "column": "", "kind": reason.kind, "fix": "", "text": ""}
        )
        self.model.status = StagedRow.Status.IN_DOUBT
        self.model.doubt_kinds = sorted({*self.model.doubt_kinds, reason.kind, "looked at"})

    def correct(self, corrections: dict[str, object]) -> None:
        """What a person says takes the place of what was read, and settles every doubt."""
        self.held["values"] |= corrections
        self.held["settled"] = sorted(corrections)
        self.staged.values = self.held["values"]
        self.staged.doubtful = frozenset()


def natural_key(row: ReadRow) -> str:
    """What makes a row the same row when the workbook comes again: code, FIR, number, day. Empty: unknown."""
    value = row.values.get
    if row.kind == "survivors":
        return folded(str(value("code") or ""))
    if row.kind == "fir":
        key = own_fir(row)
        return "/".join(map(str, key)) if key else ""
    if row.kind == "compensation" and value("number"):
        return f"{folded(str(value('survivor_code') or ''))}|{folded(str(value('number')))}"
    named = ("survivor_code", "number", "agency", "lawyer", "level", "place", "worker", "about")
    dated = ("on", "starts", "received", "requested", "filed")
    parts: list[object] = list(fir_key(value("fir")) or ())
    parts += [folded(str(said)) for name in named if (said := value(name))]
    parts += [day.iso() for name in dated if (day := row.day(name))]
    return "|".join(map(str, parts))


def _hash(organisation_id: uuid.UUID, text: str) -> bytes:
    return keyholder.blind_token(
        f"row|{organisation_id}", hashlib.sha256(text.encode()).hexdigest()
    )


def staged_rows(
    checked: Iterable[list[ReadRow]], batch: ImportBatch, hear: Callable[[list[ReadRow]], None]
) -> Iterator[StagedRow]:
    """Rows to keep, part by part. What was taken before is known again: the same adds nothing, another is a doubt."""
    key, waiting = key_of(batch.pk), iter(checked)
    while piece := list(islice(waiting, BEFORE)):
        yield from _batch_of([row for parts in piece for row in parts], batch, key)
        for parts in piece:
            hear(parts)


def _batch_of(rows: list[ReadRow], batch: ImportBatch, key: OpenKey) -> Iterator[StagedRow]:
    organisation = batch.organisation_id
    keyed = [
        (row, _hash(organisation, f"{row.kind}|{name}") if (name := natural_key(row)) else None,
         _hash(organisation, content(row)))
        for row in rows
    ]  # fmt: skip
    kinds = {row.kind for row in rows}
    known = _taken_before(organisation, kinds, {mark for _row, mark, _text in keyed if mark})
    for row, mark, text in keyed:
        before = known.get(mark) if mark else None
        there = before is not None and text in before
        if before is not None and not there and row.status == "accepted":
            row.doubt("", "differs from what was taken before")
        yield _model(row, batch, key, mark=mark, text=text, there=there)


def _taken_before(
    organisation: uuid.UUID, kinds: set[str], marks: set[bytes]
) -> dict[bytes, set[bytes]]:
    known: dict[bytes, set[bytes]] = {}
    with connection.cursor() as cursor:
        cursor.execute(TAKEN, [organisation, sorted(kinds), list(marks)])
        for mark, text in cursor.fetchall():
            known.setdefault(bytes(mark), set()).add(bytes(text))
    return known


def _model(
    row: ReadRow, batch: ImportBatch, key: OpenKey, *, mark: bytes | None, text: bytes, there: bool
) -> StagedRow:
    pk = new_id()
    held = {
        "raw": row.raw,
        "values": {k: v for k, v in row.values.items() if not k.startswith("_")},
        "doubts": [asdict(doubt) for doubt in row.doubts],
        "reason": row.reason,
    }
    return unsaved(
        StagedRow,
        {
            "id": pk, "organisation_id": batch.organisation_id, "batch_id": batch.pk, "sheet": row.sheet,
            "row": row.number, "kind": row.kind, "status": row.status, "natural_key": mark, "content": text,
            "doubt_kinds": sorted({doubt.kind for doubt in row.doubts}), "already_there": there,
            "sealed": key.seal(pack(held), table=TABLE, column="sealed", row=pk),
        },
    )  # fmt: skip


def hold(rows: Iterable[StagedRow]) -> int:
    """Write staged rows, many in a statement."""
    count, pending = 0, iter(rows)
    while chunk := list(islice(pending, BEFORE)):
        insert(chunk)
        count += len(chunk)
    return count


def open_rows(rows: Iterable[StagedRow], batch: ImportBatch) -> list[OpenRow]:
    """Open staged rows for taking or for showing."""
    key = key_of(batch.pk)
    return [_open(row, key) for row in rows]


def _open(row: StagedRow, key: OpenKey) -> OpenRow:
    text = key.open(bytes(row.sealed), table=TABLE, column="sealed", row=row.pk).reveal()
    held = unpack(text)
    doubtful = frozenset(doubt["field"] for doubt in held["doubts"])
    if row.kind not in MASTER_KINDS:
        doubtful = frozenset()
    staged = Staged(row.pk, row.sheet, row.row, row.kind, held["values"], doubtful)
    return OpenRow(row, held, staged)


REWRITE = (  # one statement of arrays: a CASE of a thousand branches is read a thousand times
    "UPDATE imports_stagedrow r SET status = n.status, sealed = n.sealed,"
    " doubt_kinds = n.doubt_kinds::jsonb, taken_at = n.taken_at, settled_by_id = n.settled_by_id"
    " FROM unnest(%s::uuid[], %s::text[], %s::bytea[], %s::text[], %s::timestamptz[], %s::uuid[])"
    " AS n (id, status, sealed, doubt_kinds, taken_at, settled_by_id) WHERE r.id = n.id"
)


def rewrite(rows: Iterable[OpenRow], batch: ImportBatch) -> None:
    """Keep what became of the rows."""
    key = key_of(batch.pk)
    kept = [
        (
            row.model.pk,
            row.model.status,
            key.seal(pack(row.held), table=TABLE, column="sealed", row=row.model.pk),
            json.dumps(row.model.doubt_kinds),
            row.model.taken_at,
            row.model.settled_by_id,
        )
        for row in rows
    ]
    with connection.cursor() as cursor:
        cursor.execute(REWRITE, [list(column) for column in zip(*kept, strict=True)] or [[]] * 6)


def mark_taken(rows: Iterable[OpenRow], at: datetime) -> None:
    """These rows were taken just now; what they hold stays as it was sealed."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE imports_stagedrow SET taken_at = %s WHERE id = ANY(%s::uuid[])",
            [at, [row.model.pk for row in rows]],
        )
