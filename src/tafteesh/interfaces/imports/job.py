"""The whole way of an import, in steps that are each a transaction: killed anywhere, it goes on from there."""

import gc
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from django.db import connection

from tafteesh.domain.facts.kept import anything_noted, recount_noted
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.once.actions import look_for_others
from tafteesh.domain.once.models import Pair
from tafteesh.domain.proceedings.models import Fir
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.kernel.clock import read_clock
from tafteesh.foundation.vault.keys import key_of
from tafteesh.interfaces.imports import actions, store
from tafteesh.interfaces.imports.guard import Unreadable
from tafteesh.interfaces.imports.mapping import Mapping
from tafteesh.interfaces.imports.models import DuplicatePair, ImportBatch, MappingProfile, StagedRow
from tafteesh.interfaces.imports.readings import StagedRow as ReadRow
from tafteesh.interfaces.imports.report import STATUSES, Report
from tafteesh.interfaces.imports.staged import staged_rows
from tafteesh.interfaces.imports.taking.chunk import MASTER_KINDS, TAKERS
from tafteesh.interfaces.imports.taking.world import Standing
from tafteesh.interfaces.imports.workbook import Known, WorkbookReading, read_workbook
from tafteesh.reference.law.extent import may_exist

Tell = Callable[[str, int, int], None]
Hear = Callable[[list[ReadRow]], None]
CHUNK = 1_000
COMPARED = 100  # files a transaction
COUNT = (
    "SELECT sheet, CASE WHEN doubt THEN 'in_doubt' WHEN taken THEN 'accepted' ELSE 'rejected' END, count(*)"
    " FROM (SELECT sheet, \"row\", bool_or(status = 'in_doubt') AS doubt, bool_or(status = 'accepted') AS taken"
    " FROM imports_stagedrow WHERE batch_id = %s GROUP BY 1, 2) r GROUP BY 1, 2"
)


@contextmanager
def rarely_collecting() -> Iterator[None]:
    """Rows make no cycles: looking for them after every few hundred costs a fifth of an import."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, before[1], 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@dataclass
class Job:
    """One import on its way. `tell` hears (step, done, of)."""

    by: Actor
    tell: Tell = lambda _step, _done, _of: None

    def start(self, path: Path, name: str) -> uuid.UUID:
        """Keep the file sealed. Raises Unreadable."""
        with acting_as(self.by):
            return actions.store_workbook(path=path, name=name, by=self.by).pk

    def read(
        self, batch_id: uuid.UUID, mapping: Mapping | None = None, report: Report | None = None
    ) -> WorkbookReading:
        """Read the stored workbook and stage its rows. Raises Unreadable; the batch then says why.

        `report` is told of each row of data as it is staged.
        """
        with acting_as(self.by):
            batch = ImportBatch.objects.visible_to(self.by).get(pk=batch_id)
            known, key = self._known(batch), key_of(batch_id)
            if mapping is None and batch.mapping:
                mapping = Mapping.from_json(batch.mapping["sheets"])
            profiles = self._profiles(batch)
        try:
            with rarely_collecting(), store.opened_file(batch_id, key) as path:
                reading = read_workbook(
                    path,
                    known=known,
                    today=self.by.today,
                    mapping=mapping,
                    profiles=profiles,
                    progress=self.tell,
                )
        except Unreadable as why:
            with acting_as(self.by):
                actions.refuse_workbook(batch=batch, why=why, by=self.by)
            raise
        self._keep(batch_id, reading, report.hear if report else lambda _parts: None)
        return reading

    def _profiles(self, batch: ImportBatch) -> dict[str, tuple[str, Mapping]]:
        """Named ways of reading that this office kept, by the headings that they fit."""
        mine = MappingProfile.unscoped.filter(organisation_id=batch.organisation_id)
        return {p.fingerprint: (p.name, Mapping.from_json(p.mapping["sheets"])) for p in mine}

    def _known(self, batch: ImportBatch) -> Known:
        mine = {"organisation_id": batch.organisation_id}
        firs = Fir.unscoped.filter(withdrawn_at=None, **mine)
        return Known(
            may_exist,
            set(SurvivorFile.unscoped.filter(**mine).values_list("number", flat=True)),
            set(firs.values_list("station_key", "number", "year")),
        )

    def _keep(self, batch_id: uuid.UUID, reading: WorkbookReading, hear: Hear) -> None:
        self.tell("keep", 0, len(reading.read))
        with acting_as(self.by):
            batch = ImportBatch.objects.visible_to(self.by).get(pk=batch_id)

            def facts() -> dict[str, object]:
                return {
                    "mapping": {"sheets": reading.mapping.as_json()},
                    "counts": self.counts(batch_id, reading.sheets()),
                    "profile": reading.profile or batch.profile,
                    "typed_totals": [vars(total) for total in reading.typed_totals],
                    "rows_read": len(reading.read),
                    "rows_total": StagedRow.unscoped.filter(batch=batch).count(),
                }

            rows = staged_rows(reading.checked(), batch, hear)
            with rarely_collecting():
                actions.keep_reading(batch=batch, rows=rows, facts=facts, by=self.by)
            DuplicatePair.unscoped.filter(batch=batch).delete()
            DuplicatePair.unscoped.bulk_create(
                DuplicatePair(
                    organisation_id=batch.organisation_id,
                    batch=batch,
                    first_code=pair.first,
                    second_code=pair.second,
                    score=pair.score,
                    why=",".join(pair.why),
                )
                for pair in reading.duplicates
            )
        self.tell("keep", len(reading.read), len(reading.read))

    def accept(self, batch_id: uuid.UUID) -> dict[str, dict[str, int]]:
        """Take every row that is in no doubt; each chunk is a transaction, so it can be run again."""
        with acting_as(self.by):
            batch = ImportBatch.objects.visible_to(self.by).get(pk=batch_id)
            total = batch.rows_total
        with rarely_collecting():
            return self._accept(batch, total)

    def _accept(self, batch: ImportBatch, total: int) -> dict[str, dict[str, int]]:
        done = batch.rows_taken
        standing = Standing(self.by, batch.organisation_id, batch.pk)
        for kind in TAKERS:
            for doubtful in (False, True) if kind in MASTER_KINDS else (False,):
                while True:
                    with acting_as(self.later()) as actor:
                        count = actions.take_rows(
                            batch=batch,
                            kind=kind,
                            doubtful=doubtful,
                            limit=CHUNK,
                            standing=standing,
                            by=actor,
                        )
                    if not count:
                        break
                    done += count
                    self.tell(kind, done, total)
        self._recount()
        with acting_as(self.later()) as actor:
            counts = self.counts(batch.pk)
            actions.finish(batch=batch, counts=counts, by=actor)
        return counts

    def _recount(self) -> None:
        """How the duties on each FIR stand, once all rows about it are there. Killed, it is done with the next change."""
        is_noted = True
        while is_noted:
            with acting_as(self.later()) as actor:
                recount_noted(actor, most=CHUNK)
                is_noted = anything_noted(actor)

    def compare(self, batch_id: uuid.UUID) -> None:
        """Compare the new files with all that the office has, and propose what may be one person.

        The rows are in already, so that this may be killed: what it has not come to is looked at in the night.
        """
        with acting_as(self.by):
            taken = SurvivorFile.objects.visible_to(self.by).filter(import_batch=batch_id)
            files = list(taken.order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(files), COMPARED):
            self.tell("compare", start, len(files))
            with acting_as(self.later()) as actor:
                some = files[start : start + COMPARED]
                look_for_others(files=some, came_from=Pair.From.IMPORT, by=actor)

    def later(self) -> Actor:
        """The same person, a moment later: what she records now is known now."""
        return replace(self.by, now=read_clock())

    def counts(self, batch_id: uuid.UUID, sheets: Sequence[str] = ()) -> dict[str, dict[str, int]]:
        """Rows by sheet and what became of them, as they stand: a row of several registers counts once."""
        counts = {sheet: dict.fromkeys(STATUSES, 0) for sheet in sheets}
        with connection.cursor() as cursor:
            cursor.execute(COUNT, [batch_id])
            for sheet, status, rows in cursor.fetchall():
                mine = counts.setdefault(sheet, dict.fromkeys(STATUSES, 0))
                mine["read"] += rows
                mine[status] += rows
        return counts


def summary(batch: ImportBatch) -> dict[str, Any]:
    """What a progress page shows."""
    return {"state": batch.state, "done": batch.rows_taken, "of": batch.rows_total}
