"""The whole way of an import, in steps that are each a transaction: killed anywhere, it goes on from there."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tafteesh.domain.facts.kept import recount_noted
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings.models import Fir
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.kernel.clock import read_clock
from tafteesh.foundation.vault.keys import key_of
from tafteesh.interfaces.imports import actions, store
from tafteesh.interfaces.imports.guard import Unreadable
from tafteesh.interfaces.imports.models import DuplicatePair, ImportBatch, MappingProfile, StagedRow
from tafteesh.interfaces.imports.recognise import Mapping
from tafteesh.interfaces.imports.staged import staged_rows
from tafteesh.interfaces.imports.taking.chunk import MASTER_KINDS, TAKERS
from tafteesh.interfaces.imports.taking.world import Standing
from tafteesh.interfaces.imports.workbook import Known, WorkbookReading, read_workbook
from tafteesh.reference.law.extent import may_exist

Tell = Callable[[str, int, int], None]
CHUNK = 1_000


@dataclass
class Job:
    """One import on its way. `tell` hears (step, done, of)."""

    by: Actor
    tell: Tell = lambda _step, _done, _of: None

    def start(self, path: Path, name: str) -> uuid.UUID:
        """Keep the file sealed. Raises Unreadable."""
        with acting_as(self.by):
            return actions.store_workbook(path=path, name=name, by=self.by).pk

    def read(self, batch_id: uuid.UUID, mapping: Mapping | None = None) -> WorkbookReading:
        """Read the stored workbook and stage its rows. Raises Unreadable; the batch then says why."""
        with acting_as(self.by):
            batch = ImportBatch.objects.visible_to(self.by).get(pk=batch_id)
            known, key = self._known(batch), key_of(batch_id)
            if mapping is None and batch.mapping:
                mapping = Mapping.from_json(batch.mapping["sheets"])
            profiles = self._profiles(batch)
        try:
            with store.opened_file(batch_id, key) as path:
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
        self._keep(batch_id, reading)
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

    def _keep(self, batch_id: uuid.UUID, reading: WorkbookReading) -> None:
        self.tell("keep", 0, len(reading.rows))
        with acting_as(self.by):
            batch = ImportBatch.objects.visible_to(self.by).get(pk=batch_id)
            rows = staged_rows(reading.rows, batch)
            facts = {
                "mapping": {"sheets": reading.mapping.as_json()},
                "counts": reading.counts(),
                "profile": reading.profile or batch.profile,
                "typed_totals": [vars(total) for total in reading.typed_totals],
                "rows_read": len(reading.rows),
                "rows_total": len(reading.rows),
            }
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
        self.tell("keep", len(reading.rows), len(reading.rows))

    def accept(self, batch_id: uuid.UUID) -> dict[str, dict[str, int]]:
        """Take every row that is in no doubt; each chunk is a transaction, so it can be run again."""
        with acting_as(self.by):
            batch = ImportBatch.objects.visible_to(self.by).get(pk=batch_id)
            total = batch.rows_total
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
                        recount_noted(actor)
                    if not count:
                        break
                    done += count
                    self.tell(kind, done, total)
        with acting_as(self.later()) as actor:
            counts = self.counts(batch_id)
            actions.finish(batch=batch, counts=counts, by=actor)
        return counts

    def later(self) -> Actor:
        """The same person, a moment later: what she records now is known now."""
        return replace(self.by, now=read_clock())

    def counts(self, batch_id: uuid.UUID) -> dict[str, dict[str, int]]:
        """Rows by sheet and what became of them, as they stand."""
        counts: dict[str, dict[str, int]] = {}
        rows = StagedRow.unscoped.filter(batch_id=batch_id).values_list("sheet", "status")
        for sheet, status in rows:
            mine = counts.setdefault(
                sheet, dict.fromkeys(("read", "accepted", "in_doubt", "rejected"), 0)
            )
            mine["read"] += 1
            mine[status] += 1
        return counts


def summary(batch: ImportBatch) -> dict[str, Any]:
    """What a progress page shows."""
    return {"state": batch.state, "done": batch.rows_taken, "of": batch.rows_total}
