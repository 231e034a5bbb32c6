"""The court diary as it is asked: a day, a week, what nobody has told yet."""

import itertools
import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import median
from typing import Any

from django.db.models import Q, QuerySet

from tafteesh.domain.files.queries import was_given_files
from tafteesh.domain.proceedings.models import Fir, FirSurvivor, Hearing
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.kept import Kept

# What a card says of a hearing; whatever else is asked of it costs a question of its own.
ON_A_CARD = (
    "recorded_at", "fir", "on", "court_words", "outcome", "next_on",
    "fir__station_words", "fir__number", "fir__year", "fir__court_number",
)  # fmt: skip
USUAL_GAP = timedelta(days=28)


@dataclass(frozen=True)
class Sitting:
    """One hearing as a list shows it: no name, only the numbers of the files."""

    hearing: Hearing
    files: tuple[tuple[uuid.UUID, str], ...] = ()
    before: Hearing | None = None  # the last day in court of which the outcome is known

    @property
    def is_recorded(self) -> bool:
        return self.hearing.outcome != Hearing.Outcome.EXPECTED


def hearings(actor: Actor) -> "QuerySet[Hearing]":
    """Standing hearings within her reach, each with its FIR."""
    rows: QuerySet[Hearing] = Hearing.objects.visible_to(actor).filter(withdrawn_at=None)
    return rows.select_related("fir").order_by("on", "court_words", "pk")


def _files_of(actor: Actor, *, firs: list[uuid.UUID]) -> "QuerySet[Any, Any]":
    links = FirSurvivor.objects.visible_to(actor).filter(fir__any_of=firs, withdrawn_at=None)
    told = links.values_list("fir_id", "survivor_file_id", "survivor_file__number")
    return told.order_by("survivor_file__number")


FILES_OF = Kept(_files_of)


def sittings(actor: Actor, rows: Iterable[Hearing]) -> list[Sitting]:
    """The hearings with the numbers of the files that she reaches: one query for all of them."""
    found = [Sitting(hearing) for hearing in rows]
    firs = list({one.hearing.fir_id for one in found})
    files: dict[uuid.UUID, list[tuple[uuid.UUID, str]]] = defaultdict(list)
    for fir_id, file_id, number in FILES_OF(actor, firs=firs) if firs else ():
        files[fir_id].append((file_id, number))
    return [replace(one, files=tuple(files[one.hearing.fir_id])) for one in found]


def with_last_time(actor: Actor, many: list[Sitting]) -> list[Sitting]:
    """Each with what happened last time: one query for all of them."""
    if not many:
        return many
    told = Hearing.objects.visible_to(actor).filter(
        fir__in={one.hearing.fir_id for one in many}, withdrawn_at=None
    )
    known = told.exclude(outcome__in=[Hearing.Outcome.EXPECTED, Hearing.Outcome.NOT_KNOWN])
    earlier = known.filter(on__lt=min(one.hearing.on for one in many))
    newest = {row.fir_id: row for row in earlier.order_by("fir", "-on").distinct("fir")}
    return [replace(one, before=newest.get(one.hearing.fir_id)) for one in many]


@dataclass(frozen=True)
class Wanted:
    """Which part of the diary: of a court, of the files of a lawyer."""

    court: str = ""
    files: Iterable[uuid.UUID] | None = None


def board(
    actor: Actor, *, first: date, last: date, wanted: Wanted | None = None, limit: int = 200
) -> tuple[list[Sitting], list[str], bool]:
    """The diary from a day to a day, both included, its courts, and whether there is more."""
    rows = hearings(actor).filter(on__range=(first, last))
    courts = list(
        rows.order_by("court_words").values_list("court_words", flat=True).distinct()[:60]
    )
    if wanted and wanted.court:
        rows = rows.filter(court_words=wanted.court)
    if wanted and wanted.files is not None:
        links = FirSurvivor.objects.visible_to(actor).filter(
            survivor_file__in=wanted.files, withdrawn_at=None
        )
        rows = rows.filter(fir__in=links.values("fir"))
    found = list(rows[: limit + 1])
    shown = with_last_time(actor, sittings(actor, found[:limit]))
    return shown, [one for one in courts if one], len(found) > limit


def recorded_by_another(actor: Actor, fir: Fir, on: date) -> Hearing | None:
    """What somebody else wrote down of the same day already."""
    rows = Hearing.objects.visible_to(actor).filter(fir=fir, on=on, withdrawn_at=None)
    return rows.exclude(outcome="expected").exclude(recorded_by=actor.person_id).first()


def missing(actor: Actor, *, limit: int = 200) -> list[Sitting]:
    """Days that have passed, of which nobody told what happened; the oldest first."""
    rows = hearings(actor).filter(on__lt=actor.today, outcome=Hearing.Outcome.EXPECTED)
    if actor.offices and not was_given_files(actor):  # the same rows, from the index of an office
        rows = rows.filter(organisation__in=actor.offices)
    return sittings(actor, rows[:limit])


def _around(actor: Actor, *, tomorrow: date, limit: int) -> "QuerySet[Hearing]":
    rows = hearings(actor).filter(
        Q(on__range=(actor.today, tomorrow)) | Q(on__lt=actor.today, outcome="expected")
    )
    return rows.only(*ON_A_CARD).order_by("-on", "court_words", "pk")[:limit]


AROUND = Kept(_around)


def around_today(actor: Actor, *, limit: int) -> tuple[list[Sitting], list[Sitting], list[Sitting]]:
    """Today, what is missing and tomorrow: two queries for the three lists."""
    tomorrow = actor.today + timedelta(days=1)
    found = sittings(actor, AROUND(actor, tomorrow=tomorrow, limit=limit))
    return (
        [one for one in found if one.hearing.on == actor.today],
        [one for one in reversed(found) if one.hearing.on < actor.today],
        [one for one in found if one.hearing.on == tomorrow],
    )


def usual_next(actor: Actor, hearing: Hearing) -> date:
    """A day of the month in which this court usually sits next: the median gap of its last days."""
    rows = Hearing.objects.visible_to(actor).filter(withdrawn_at=None, fir=hearing.fir_id)
    days = sorted(rows.order_by("-on").values_list("on", flat=True)[:8])
    gaps = [(later - earlier).days for earlier, later in itertools.pairwise(days)]
    gap = timedelta(days=int(median(gaps))) if gaps else USUAL_GAP
    return max(hearing.on, actor.today) + gap
