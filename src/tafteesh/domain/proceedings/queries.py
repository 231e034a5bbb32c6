"""One FIR as it is asked for: what stands in it, who has it, what was charged, what was corrected."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from django.db.models import Q, QuerySet

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.papers.keeping import Held
from tafteesh.domain.proceedings.models import (
    Accused,
    AccusedStatus,
    ChargeSheet,
    Correction,
    Fir,
    FirLink,
    FirSection,
    FirSurvivor,
    Hearing,
    InvestigationSpell,
    Letter,
    Milestone,
)
from tafteesh.domain.proceedings.models.base import OnFir
from tafteesh.domain.proceedings.rules import Comparison, compare, days_between, recruiters_absent
from tafteesh.foundation.access.actor import Actor
from tafteesh.reference.law.models import Section

Row = TypeVar("Row", bound=OnFir)


@dataclass(frozen=True)
class CitedSection:
    """A section of the FIR and what the other code calls it."""

    row: FirSection
    counterparts: tuple[str, ...]

    @property
    def words(self) -> str:
        return f"{self.row.number_words} {self.row.act_words}"


@dataclass(frozen=True)
class AccusedNow:
    """An accused by number and part, and what became of him, the newest first. Never a name."""

    row: Accused
    statuses: tuple[AccusedStatus, ...]
    on: object = None  # what hangs on him: see life.py

    @property
    def now(self) -> AccusedStatus | None:
        return self.statuses[0] if self.statuses else None


@dataclass(frozen=True)
class SpellDays:
    """A spell of the investigation and how long each step took."""

    row: InvestigationSpell
    to_order: int | None
    to_receipt: int | None

    @property
    def is_on_the_way(self) -> bool:
        """Asked for or ordered, and the papers have not come."""
        return self.row.starts_on is None and self.row.received_on is None


@dataclass(frozen=True)
class SheetBeside:
    """A charge sheet beside its FIR."""

    row: ChargeSheet
    charged: tuple[int, ...]
    sections: tuple[str, ...]
    beside: Comparison


@dataclass(frozen=True)
class CorrectionChain:
    """A correction and those that escalate it, in order."""

    row: Correction
    days: int | None
    escalations: tuple["CorrectionChain", ...] = ()
    hearings: tuple[Hearing, ...] = ()  # days in court that were about it


@dataclass(frozen=True)
class FirBeside:
    """Another FIR about the same trafficking."""

    link: FirLink
    fir: Fir
    parts: tuple[str, ...]
    sections: tuple[str, ...]
    recruiters_absent: bool


@dataclass(frozen=True)
class FirSheet:
    """Everything that hangs on one FIR and that she reaches."""

    fir: Fir
    survivors: list[SurvivorFile]
    sections: list[CitedSection]
    accused: list[AccusedNow]
    spells: list[SpellDays]
    sheets: list[SheetBeside]
    hearings: list[Hearing]
    corrections: list[CorrectionChain]
    others: list[FirBeside]
    milestones: list[Milestone] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)
    cases: list[str] = field(default_factory=list)


def standing(actor: Actor, kind: type[Row], fir: Fir) -> "QuerySet[Row]":
    """Standing rows of one kind that hang on a FIR, through the door."""
    rows: QuerySet[Row] = kind.objects.visible_to(actor).filter(fir=fir, withdrawn_at=None)
    return rows


def fir_sheet(actor: Actor, fir: Fir) -> FirSheet:
    """The whole FIR for one page."""
    links = FirSurvivor.objects.visible_to(actor).filter(fir=fir, withdrawn_at=None)
    files = SurvivorFile.objects.visible_to(actor).filter(pk__in=links.values("survivor_file"))
    sections = cited_sections(actor, fir)
    accused = accused_now(actor, fir)
    hearings = list(standing(actor, Hearing, fir).order_by("-on")[:60])
    return FirSheet(
        fir=fir,
        survivors=list(files.order_by("number")),
        sections=sections,
        accused=accused,
        spells=[_with_days(row) for row in _spells(actor, fir)],
        sheets=_sheets(actor, fir, accused, sections),
        hearings=hearings,
        corrections=chains(standing(actor, Correction, fir).order_by("filed_on", "id"), hearings),
        others=_beside(actor, fir, [one.row.part for one in accused]),
        milestones=_steps(actor, fir),
        letters=_letters(actor, fir),
    )


def cited_sections(actor: Actor, fir: Fir) -> list[CitedSection]:
    """The sections of a FIR in their order, each with the name that the other code gives it."""
    rows = list(standing(actor, FirSection, fir).order_by("-is_original", "added_on", "id"))
    other = counterparts((row.act_words, row.number_words) for row in rows)
    return [CitedSection(row, other.get(f"{row.number_words} {row.act_words}", ())) for row in rows]


def counterparts(cited: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """By section ("370 IPC"), what the code that replaced its Act, or was replaced, calls it."""
    pairs = set(cited)
    rows = Section.objects.filter(number__in={number for _act, number in pairs})
    keys = {
        f"{row.number} {row.act.short_name}": row.counterpart_keys
        for row in rows.select_related("act")
        if (row.act.short_name, row.number) in pairs and row.counterpart_keys
    }
    wanted = [key for many in keys.values() for key in many]
    found = Section.objects.filter(key__in=wanted).select_related("act") if wanted else ()
    words = {row.key: f"{row.number} {row.act.short_name}" for row in found}
    return {name: tuple(words[key] for key in many if key in words) for name, many in keys.items()}


def accused_now(actor: Actor, fir: Fir) -> list[AccusedNow]:
    """The accused of a FIR in its order, each with the statuses, the newest first."""
    statuses: dict[Any, list[AccusedStatus]] = defaultdict(list)
    rows = standing(actor, AccusedStatus, fir)
    for row in sorted(rows, key=lambda row: (row.on or date.min, row.recorded_at), reverse=True):
        statuses[row.accused_id].append(row)
    people = standing(actor, Accused, fir).order_by("ordinal")
    return [AccusedNow(person, tuple(statuses[person.pk])) for person in people]


def _letters(actor: Actor, fir: Fir) -> list[Letter]:
    rows = Letter.objects.visible_to(actor).filter(fir=fir, withdrawn_at=None)
    return list(rows.order_by("-sent_on", "-id"))


def _steps(actor: Actor, fir: Fir) -> list[Milestone]:
    """Steps of the case, the newest first; those without a day stand last."""
    rows = standing(actor, Milestone, fir).select_related("accused")
    return sorted(rows, key=lambda row: (row.earliest or date.min, row.recorded_at), reverse=True)


def _spells(actor: Actor, fir: Fir) -> list[InvestigationSpell]:
    rows = standing(actor, InvestigationSpell, fir)
    return sorted(
        rows, key=lambda row: (row.starts_on or date.max, row.requested_on or date.max, row.pk)
    )


def _with_days(row: InvestigationSpell) -> SpellDays:
    return SpellDays(
        row,
        days_between(row.requested_on, row.ordered_on),
        days_between(row.requested_on or row.ordered_on, row.received_on),
    )


def _sheets(
    actor: Actor, fir: Fir, accused: list[AccusedNow], sections: list[CitedSection]
) -> list[SheetBeside]:
    found = []
    rows = standing(actor, ChargeSheet, fir).order_by("filed_earliest", "id")
    every = list(rows.prefetch_related("accused__accused", "sections"))
    other = counterparts(
        [(one.row.act_words, one.row.number_words) for one in sections]
        + [(row.act_words, row.number_words) for sheet in every for row in sheet.sections.all()]
    )
    for sheet in every:
        named = [row for row in sheet.accused.all() if row.withdrawn_at is None]
        charged = sorted(row.accused.ordinal for row in named)
        cited = [
            f"{row.number_words} {row.act_words}"
            for row in sheet.sections.all()
            if row.withdrawn_at is None
        ]
        beside = compare(
            [one.row.ordinal for one in accused],
            charged,
            [one.words for one in sections],
            cited,
            counterparts=other,
        )
        found.append(SheetBeside(sheet, tuple(charged), tuple(cited), beside))
    return found


def sheet_beside(actor: Actor, fir: Fir, sheet: ChargeSheet) -> SheetBeside:
    """One charge sheet beside its FIR."""
    every = _sheets(actor, fir, accused_now(actor, fir), cited_sections(actor, fir))
    return next(one for one in every if one.row.pk == sheet.pk)


def chains(rows: Iterable[Correction], hearings: Iterable[Hearing] = ()) -> list[CorrectionChain]:
    """Corrections with those that escalate them beneath them, and with the days on which each was heard."""
    heard: dict[Any, list[Hearing]] = defaultdict(list)
    for day in hearings:
        heard[day.correction_id].append(day)
    under: dict[Any, list[Correction]] = defaultdict(list)
    every = list(rows)
    standing_ids = {row.pk for row in every}
    for row in every:
        under[row.escalates_id if row.escalates_id in standing_ids else None].append(row)

    def chain(row: Correction) -> CorrectionChain:
        days = days_between(row.filed_on, row.decided_on)
        above = tuple(chain(one) for one in under[row.pk])
        return CorrectionChain(row, days, above, tuple(heard[row.pk]))

    return [chain(row) for row in under[None]]


def _beside(actor: Actor, fir: Fir, ours: list[str]) -> list[FirBeside]:
    """FIRs about the same trafficking, each with whether its destination side names no recruiter."""
    links = FirLink.objects.visible_to(actor).filter(Q(fir=fir) | Q(other=fir), withdrawn_at=None)
    by_fir = {link.other_id if link.fir_id == fir.pk else link.fir_id: link for link in links}
    found = []
    for other in Fir.objects.visible_to(actor).filter(pk__in=by_fir, withdrawn_at=None):
        theirs = [row.part for row in standing(actor, Accused, other)]
        source, destination = (ours, theirs) if fir.area == "source" else (theirs, ours)
        sections = tuple(one.words for one in cited_sections(actor, other))
        absent = fir.area != other.area and recruiters_absent(source, destination)
        found.append(FirBeside(by_fir[other.pk], other, tuple(theirs), sections, absent))
    return found


def letters_held(actor: Actor) -> Iterator[Held]:
    """The sealed bytes of letters that were approved, for whoever looks whether all are there."""
    rows = Letter.objects.visible_to(actor).exclude(pdf_stored_as=None)
    columns = ("fir_id", "survivor_file_id", "pdf_stored_as", "word_stored_as")
    for row in rows.only(*columns).iterator(chunk_size=500):
        for name in (row.pdf_stored_as, row.word_stored_as):
            if name is not None:
                yield Held(row.pk, name, row.subject_id)
