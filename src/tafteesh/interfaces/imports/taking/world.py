"""What the rows of one import are taken into: the records that stand already, and those being made."""

import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from django.db import models

from tafteesh.domain.collectives.models import Collective
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.legalaid.models import Assignment, Lawyer
from tafteesh.domain.proceedings.models import (
    Accused,
    Fir,
    FirSurvivor,
    Hearing,
    InvestigationSpell,
)
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.models import Membership
from tafteesh.foundation.audit.log import Line
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.kernel.digits import folded
from tafteesh.foundation.vault.keyholder import current_version
from tafteesh.foundation.vault.keys import OpenKey, fresh_key, keys_of
from tafteesh.foundation.vault.models import SubjectKey
from tafteesh.interfaces.imports.taking.values import NotTaken
from tafteesh.interfaces.imports.writing import unsaved
from tafteesh.reference.law.queries import cited, sections_by_citation
from tafteesh.reference.places.names import place_key
from tafteesh.reference.places.queries import names_of_places

Row = TypeVar("Row", bound=models.Model)
FirKey = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A survivor file that rows may hang on."""

    id: uuid.UUID
    log_tag: uuid.UUID


@dataclass
class World:
    """One organisation, one import, one chunk of rows."""

    by: Actor
    organisation_id: uuid.UUID
    batch_id: uuid.UUID
    files: dict[str, KnownFile] = field(default_factory=dict)
    firs: dict[FirKey, uuid.UUID] = field(default_factory=dict)
    lawyers: dict[tuple[str, str], uuid.UUID] = field(default_factory=dict)
    collectives: dict[str, uuid.UUID] = field(default_factory=dict)
    workers: dict[str, uuid.UUID] = field(default_factory=dict)
    places: dict[str, dict[str, uuid.UUID]] = field(default_factory=dict)
    sections: dict[tuple[str, str], uuid.UUID] = field(default_factory=dict)
    version: int = 0
    new: dict[type[models.Model], list[Any]] = field(default_factory=lambda: defaultdict(list))
    lines: list[Line] = field(default_factory=list)
    keys: dict[uuid.UUID, OpenKey] = field(default_factory=dict)
    accused: dict[uuid.UUID, list[Accused]] = field(default_factory=lambda: defaultdict(list))
    spells: dict[uuid.UUID, list[tuple[date, date | None]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    assigned: dict[tuple[uuid.UUID, uuid.UUID], list[tuple[date, date | None]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    hearings: dict[uuid.UUID, set[date]] = field(default_factory=lambda: defaultdict(set))
    links: dict[uuid.UUID, set[uuid.UUID]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def of(cls, by: Actor, organisation_id: uuid.UUID, batch_id: uuid.UUID) -> "World":
        """Everything that rows may refer to, by the words they use for it."""
        mine = {"organisation_id": organisation_id}
        return cls(
            by=by,
            organisation_id=organisation_id,
            batch_id=batch_id,
            files={
                folded(number): KnownFile(key, tag)
                for key, number, tag in SurvivorFile.unscoped.filter(**mine).values_list(
                    "id", "number", "log_tag"
                )
            },
            firs={
                (station, number, year): key
                for key, station, number, year in Fir.unscoped.filter(
                    withdrawn_at=None, **mine
                ).values_list("id", "station_key", "number", "year")
            },
            lawyers={
                (folded(name), kind): key
                for key, name, kind in Lawyer.unscoped.filter(**mine).values_list(
                    "id", "name", "kind"
                )
            },
            collectives={
                folded(name): key
                for key, name in Collective.unscoped.filter(**mine).values_list("id", "name")
            },
            workers={
                folded(name): key
                for key, name in Membership.objects.filter(**mine).values_list(
                    "person_id", "person__name"
                )
            },
            places=names_of_places(),
            sections=sections_by_citation(),
        )

    def again(self, by: Actor) -> "World":
        """The same lists for another chunk; what is fetched row by row is fetched anew."""
        return World(
            by=by,
            organisation_id=self.organisation_id,
            batch_id=self.batch_id,
            files=self.files,
            firs=self.firs,
            lawyers=self.lawyers,
            collectives=self.collectives,
            workers=self.workers,
            places=self.places,
            sections=self.sections,
            version=self.version or current_version(),
        )

    def record(self) -> dict[str, Any]:
        """Owner and entry fields of a new row."""
        return {
            "organisation_id": self.organisation_id,
            "recorded_at": self.by.now,
            "recorded_by_id": self.by.person_id,
            "import_batch": self.batch_id,
        }

    def add(self, row: Row) -> Row:
        """Keep a row to be written with the others of its kind."""
        self.new[type(row)].append(row)
        return row

    def make(self, model: type[Row], **values: Any) -> Row:
        """Make a row to be written with the others of its kind."""
        return self.add(unsaved(model, values))

    def line(self, event: Event, row: models.Model, file: KnownFile | None = None) -> None:
        """One line of the log, written with the rows."""
        tag = file.log_tag if file else None
        self.lines.append(Line(event, row._meta.label, row.pk, tag, reason="import"))

    def file(self, code: object) -> KnownFile:
        """The file with that code. Raises NotTaken where there is none."""
        found = self.files.get(folded(str(code or "")))
        if found is None:
            raise NotTaken("unknown survivor", "survivor_code")
        return found

    def fir(self, reference: object) -> uuid.UUID:
        """The FIR with that station, number and year. Raises NotTaken where there is none."""
        if not isinstance(reference, list | tuple) or len(reference) != 3:
            raise NotTaken("unknown FIR", "fir")
        found = self.firs.get((folded(str(reference[0])), int(reference[1]), int(reference[2])))
        if found is None:
            raise NotTaken("unknown FIR", "fir")
        return found

    def new_key(self, subject: uuid.UUID, kind: str) -> OpenKey:
        """A key for a new subject, written with the rows."""
        wrapped, key = fresh_key(subject, self.version or None)
        self.make(
            SubjectKey,
            subject_id=subject,
            organisation_id=self.organisation_id,
            kind=kind,
            version=wrapped.version,
            wrapped=wrapped.sealed,
        )
        self.keys[subject] = key
        return key

    def key(self, subject: uuid.UUID) -> OpenKey:
        """The open key of a subject, new or old."""
        if subject not in self.keys:
            self.keys |= keys_of([subject])
        return self.keys[subject]

    def open_keys(self, subjects: set[uuid.UUID]) -> None:
        """Open many keys with one query."""
        if missing := subjects - self.keys.keys():
            self.keys |= keys_of(missing)

    def lawyer(self, name: str, kind: str) -> uuid.UUID:
        """A lawyer by name and kind, made known where she was not."""
        found = self.lawyers.get((folded(name), kind))
        if found is None:
            row = self.make(Lawyer, name=name, kind=kind, **self.record())
            found = self.lawyers[(folded(name), kind)] = row.pk
        return found

    def collective(self, name: str) -> uuid.UUID:
        """A collective by name, made known where it was not."""
        found = self.collectives.get(folded(name))
        if found is None:
            row = self.make(Collective, name=name, **self.record())
            found = self.collectives[folded(name)] = row.pk
        return found

    def worker(self, name: str) -> uuid.UUID | None:
        """A person of the office by the name that the workbook uses."""
        return self.workers.get(folded(name))

    def place(self, kind: str, words: str) -> uuid.UUID | None:
        """A block, station or court of the lists by its name; None leaves the words as they are."""
        return self.places.get(kind, {}).get(place_key(words)) if words else None

    def section(self, act: str, number: str) -> uuid.UUID | None:
        """The section of the lists that is cited, or the one above it."""
        return cited(self.sections, act, number)

    def load(self, firs: set[uuid.UUID]) -> None:
        """What stands already on these FIRs, one query a table."""
        for accused in Accused.unscoped.filter(fir_id__in=firs, withdrawn_at=None).order_by(
            "ordinal"
        ):
            self.accused[accused.fir_id].append(accused)
        for fir, start, end in InvestigationSpell.unscoped.filter(
            fir_id__in=firs, withdrawn_at=None, starts_on__isnull=False
        ).values_list("fir_id", "starts_on", "ends_on"):
            if start is not None:
                self.spells[fir].append((start, end))
        for fir, day in Hearing.unscoped.filter(fir_id__in=firs, withdrawn_at=None).values_list(
            "fir_id", "on"
        ):
            self.hearings[fir].add(day)
        for fir, file in FirSurvivor.unscoped.filter(
            fir_id__in=firs, withdrawn_at=None
        ).values_list("fir_id", "survivor_file_id"):
            self.links[fir].add(file)

    def load_files(self, files: set[uuid.UUID]) -> None:
        """Which lawyers act for these survivors already."""
        rows = Assignment.unscoped.filter(survivor_file_id__in=files, withdrawn_at=None)
        for file, lawyer, start, end in rows.values_list(
            "survivor_file_id", "lawyer_id", "starts_on", "ends_on"
        ):
            self.assigned[(file, lawyer)].append((start, end))


class Standing:
    """What stands already, fetched once for many chunks; what each chunk adds is known to the next."""

    def __init__(self, by: Actor, organisation_id: uuid.UUID, batch_id: uuid.UUID) -> None:
        self.by, self._of = by, (organisation_id, batch_id)
        self._world: World | None = None

    def next(self) -> World:
        """A world for the next chunk, with nothing new in it."""
        if self._world is None:
            self._world = World.of(self.by, *self._of)
        self._world = self._world.again(self.by)
        return self._world

    def forget(self) -> None:
        """The database did not take the last chunk: fetch everything anew."""
        self._world = None


KEY_OF_FILE, KEY_OF_FIR = SubjectKey.Kind.FILE, SubjectKey.Kind.FIR
