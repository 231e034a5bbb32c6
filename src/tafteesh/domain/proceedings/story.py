"""One trafficking as a story of days: what happened at the source and what at the destination, side by side."""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.proceedings.models import (
    Accused,
    AccusedStatus,
    ChargeSheet,
    Correction,
    Fir,
    FirLink,
    FirSection,
    Hearing,
    InvestigationSpell,
    Milestone,
)
from tafteesh.domain.proceedings.queries import standing
from tafteesh.domain.proceedings.rules import recruiters_absent
from tafteesh.foundation.access.actor import Actor

Words = str | Promise
UNTIL_THE_END = date.max


@dataclass(frozen=True)
class Entry:
    """One thing that happened, on which side, on a day or between two days."""

    first: date | None
    last: date | None
    title: Words
    more: Words = ""
    number: int | None = None  # of the accused, or how many
    side: str = "source"
    is_hearing: bool = False


@dataclass(frozen=True)
class Line:
    """One day of the story with what happened on either side."""

    first: date | None
    last: date | None
    source: tuple[Entry, ...]
    destination: tuple[Entry, ...]


@dataclass(frozen=True)
class Story:
    """The FIRs of one trafficking and their days."""

    sources: list[Fir]
    destinations: list[Fir]
    lines: list[Line]
    accused: dict[str, Counter[str]]  # by side, how many of each part
    recruiters_absent: bool


def story(actor: Actor, fir: Fir) -> Story:
    """The story of a FIR and of those about the same trafficking."""
    firs = [fir, *_beside(actor, fir)]
    sides = {one.pk: "destination" if one.area == "destination" else "source" for one in firs}
    entries = [entry for one in firs for entry in _entries(actor, one, sides[one.pk])]
    parts: dict[str, list[str]] = {"source": [], "destination": []}
    for one in firs:
        named = standing(actor, Accused, one).values_list("part", flat=True)
        parts[sides[one.pk]] += list(named)
    by_side = {
        side: [one for one in firs if sides[one.pk] == side] for side in ("source", "destination")
    }
    return Story(
        sources=by_side["source"],
        destinations=by_side["destination"],
        lines=_lines(entries),
        accused={side: Counter(many) for side, many in parts.items()},
        recruiters_absent=bool(by_side["destination"])
        and recruiters_absent(parts["source"], parts["destination"]),
    )


def _beside(actor: Actor, fir: Fir) -> list[Fir]:
    links = FirLink.objects.visible_to(actor).filter(Q(fir=fir) | Q(other=fir), withdrawn_at=None)
    ids = {pk for pair in links.values_list("fir", "other") for pk in pair} - {fir.pk}
    rows = Fir.objects.visible_to(actor).filter(pk__in=ids, withdrawn_at=None)
    return list(rows.order_by("year", "number"))


def _entries(actor: Actor, fir: Fir, side: str) -> Iterator[Entry]:
    for told in (_paper, _investigation, _accused, _court):
        for first, last, title, more in told(actor, fir):
            yield Entry(first, last or first, title, side=side, **more)
    steps = standing(actor, Milestone, fir).select_related("accused")
    yield from (_step(row, side) for row in steps)


Told = Iterator[tuple[date | None, date | None, Words, dict[str, Any]]]


def _paper(actor: Actor, fir: Fir) -> Told:
    yield fir.offence_earliest, fir.offence_latest, _("The offence"), {}
    yield fir.diary_earliest, fir.diary_latest, _("General diary entry"), {}
    registered = {"more": fir.reference}
    yield fir.registered_earliest, fir.registered_latest, _("FIR registered"), registered
    yield fir.copy_given_on, None, _("Copy of the FIR given"), {}
    for row in standing(actor, FirSection, fir).filter(is_original=False):
        words = f"{row.number_words} {row.act_words}"
        yield row.added_on, None, _("Section added"), {"more": words}


def _investigation(actor: Actor, fir: Fir) -> Told:
    for spell in standing(actor, InvestigationSpell, fir):
        unit = {"more": spell.agency_words}
        yield spell.requested_on, None, _("Transfer asked for"), unit
        yield spell.ordered_on, None, _("Transfer ordered"), unit
        yield spell.received_on, None, _("Papers received"), unit
    for sheet in standing(actor, ChargeSheet, fir):
        yield sheet.filed_earliest, sheet.filed_latest, sheet.get_kind_display(), {}


def _accused(actor: Actor, fir: Fir) -> Told:
    for row in standing(actor, AccusedStatus, fir).select_related("accused"):
        yield row.on, None, row.get_status_display(), {"number": row.accused.ordinal}


def _court(actor: Actor, fir: Fir) -> Told:
    for one in standing(actor, Correction, fir):
        reason = {"more": one.get_reason_display()}
        yield one.filed_on, None, _("Correction asked for"), reason
        yield one.decided_on, None, one.get_result_display(), reason
    for hearing in standing(actor, Hearing, fir).exclude(outcome=Hearing.Outcome.EXPECTED):
        yield hearing.on, None, hearing.get_outcome_display(), {"is_hearing": True}


def _step(row: Milestone, side: str) -> Entry:
    said = "" if row.said == Milestone.Said.DONE else row.get_said_display()
    number = row.accused.ordinal if row.accused else None
    return Entry(row.earliest, row.latest, row.get_kind_display(), said, number, side)


def _lines(entries: Iterable[Entry]) -> list[Line]:
    """Days in their order; the same thing said twice for one day is said once; days nobody knows are left out."""
    known = sorted({one for one in entries if one.first}, key=_place)
    lines = []
    for (first, last), many in itertools.groupby(known, key=lambda one: (one.first, one.last)):
        row = list(many)
        lines.append(
            Line(
                first,
                last,
                tuple(one for one in row if one.side == "source"),
                tuple(one for one in row if one.side == "destination"),
            )
        )
    return _adjourned_together(lines)


def _place(one: Entry) -> tuple[date, date, str]:
    return one.first or UNTIL_THE_END, one.last or UNTIL_THE_END, str(one.title)


def _adjourned_together(lines: list[Line]) -> list[Line]:
    """Days in court without anything else between them are one line: how many, from when until when."""
    found: list[Line] = []
    for line in lines:
        before = found[-1] if found else None
        if before is not None and _only_hearings(before) and _only_hearings(line):
            found[-1] = Line(
                before.first,
                line.last,
                before.source + line.source,
                before.destination + line.destination,
            )
        else:
            found.append(line)
    return [_counted(line) for line in found]


def _only_hearings(line: Line) -> bool:
    return all(one.is_hearing for one in (*line.source, *line.destination))


def _counted(line: Line) -> Line:
    """Several days in court become one entry a side and outcome, with their number."""
    if not _only_hearings(line) or len(line.source) + len(line.destination) < 2:
        return line

    def together(many: tuple[Entry, ...]) -> tuple[Entry, ...]:
        numbers = Counter(str(one.title) for one in many)
        return tuple(
            Entry(line.first, line.last, title, number=n, is_hearing=True)
            for title, n in numbers.items()
        )

    return Line(line.first, line.last, together(line.source), together(line.destination))
