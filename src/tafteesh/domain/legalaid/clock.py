"""The seven days of a request, what was written about it, and on which days nobody acted for her."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from django.db.models import Count, Q, QuerySet

from tafteesh.domain.files.models import FileStatusSpell, SurvivorFile
from tafteesh.domain.legalaid.models import (
    FREE_FOR_HER,
    Appearance,
    Assignment,
    Complaint,
    HerWord,
    LegalAidNeed,
    LegalAidRequest,
    Reminder,
)
from tafteesh.domain.legalaid.rules import ANSWER_DAYS, Hole, Spell, holes, is_late, wanting
from tafteesh.foundation.access.actor import Actor

MOST = 500


@dataclass(frozen=True)
class Waiting:
    """One request on a day: how long it has waited, and what was written about it until then."""

    request: LegalAidRequest
    day: date
    reminders: tuple[Reminder, ...]

    @property
    def days(self) -> int:
        return (self.day - self.request.requested_on).days

    @property
    def is_late(self) -> bool:
        """Amber from the eighth day on."""
        return is_late(self.request.requested_on, self.day)

    @property
    def days_over(self) -> int:
        return max(self.days - ANSWER_DAYS, 0)

    @property
    def reminded(self) -> int:
        """How many letters a person sent."""
        return sum(one.sent_on is not None for one in self.reminders)


def waiting_on(actor: Actor, day: date) -> list[Waiting]:
    """Requests without an answer at the end of a day, the longest waiting first."""
    rows: QuerySet[LegalAidRequest] = LegalAidRequest.objects.visible_to(actor).filter(
        Q(answered_on=None) | Q(answered_on__gt=day), withdrawn_at=None, requested_on__lte=day
    )
    found = list(rows.select_related("survivor_file").order_by("requested_on", "pk")[:MOST])
    written = reminders_of(actor, found)
    return [
        Waiting(row, day, tuple(r for r in written.get(row.pk, ()) if r.prepared_on <= day))
        for row in found
    ]


def reminders_of(
    actor: Actor, requests: Iterable[LegalAidRequest]
) -> dict[uuid.UUID, list[Reminder]]:
    """What was written about each request, oldest first."""
    rows = Reminder.objects.visible_to(actor).filter(request__in=requests, withdrawn_at=None)
    found: dict[uuid.UUID, list[Reminder]] = {}
    for row in rows.order_by("prepared_on", "pk"):
        found.setdefault(row.request_id, []).append(row)
    return found


@dataclass(frozen=True)
class Uncovered:
    """One survivor who wants a lawyer, and the days of a period on which none acted free of cost."""

    file: SurvivorFile
    holes: tuple[Hole, ...]

    @property
    def longest(self) -> int:
        return max((hole.days for hole in self.holes), default=0)

    @property
    def is_long(self) -> bool:
        """Whether it breaks the hundred per cent."""
        return any(hole.is_long for hole in self.holes)


@dataclass(frozen=True)
class OnDay:
    """One day: how many wanted a lawyer, and how many of them had one who costs them nothing."""

    day: date
    covered: int
    wanting: int

    @property
    def share(self) -> float | None:
        """Per cent to one decimal, rounded down: never 100 while one is left out."""
        return self.covered * 1000 // self.wanting / 10 if self.wanting else None


@dataclass(frozen=True)
class Representation:
    """A period: how many wanted a lawyer, who was without, its last day, and its worst one."""

    wanting: int
    uncovered: tuple[Uncovered, ...]
    last: OnDay
    lowest: OnDay

    @property
    def broken(self) -> tuple[Uncovered, ...]:
        """Those whose gap is longer than seven days."""
        return tuple(one for one in self.uncovered if one.is_long)


def representation(actor: Actor, first: date, last: date) -> Representation:
    """Days without a free lawyer between two days, both included, within her reach.

    A gap that began before counts with all of its days.
    """
    active = _active(actor, first, last)
    said = _said(actor, active, last)
    times = {pk: wanting(spans, said.get(pk, ())) for pk, spans in active.items()}
    times = {pk: spans for pk, spans in times.items() if _meets(spans, first, last)}
    spells = _free_spells(actor, times)
    files = SurvivorFile.objects.visible_to(actor).in_bulk(list(times))
    gaps = {
        pk: [
            hole
            for start, end in spans
            if start <= last
            for hole in holes(spells.get(pk, ()), start, min(end, last))
            if hole.last >= first
        ]
        for pk, spans in times.items()
    }
    found = [Uncovered(files[pk], tuple(some)) for pk, some in gaps.items() if some and pk in files]
    found.sort(key=lambda one: (-one.longest, str(one.file.pk)))
    days = _by_day(times.values(), gaps.values(), first, last)
    lowest = min(days, key=lambda one: one.covered / one.wanting if one.wanting else 1)
    return Representation(len(times), tuple(found), days[-1], lowest)


def _meets(spans: Iterable[tuple[date, date]], first: date, last: date) -> bool:
    return any(start <= last and end >= first for start, end in spans)


def _by_day(
    times: Iterable[Iterable[tuple[date, date]]],
    gaps: Iterable[Iterable[Hole]],
    first: date,
    last: date,
) -> list[OnDay]:
    """Each day of the period, from where somebody comes in and where she goes out."""
    length = (last - first).days + 1
    wants, without = [0] * (length + 1), [0] * (length + 1)
    for spans, where in (
        ((span for some in times for span in some), wants),
        (((hole.first, hole.last) for some in gaps for hole in some), without),
    ):
        for start, end in spans:
            if start <= last and end >= first:
                where[(max(start, first) - first).days] += 1
                where[(min(end, last) - first).days + 1] -= 1
    sums = zip(accumulate(wants[:-1]), accumulate(without[:-1]), strict=True)
    return [
        OnDay(first + timedelta(days=n), wanted - lacking, wanted)
        for n, (wanted, lacking) in enumerate(sums)
    ]


def _active(actor: Actor, first: date, last: date) -> dict[uuid.UUID, list[tuple[date, date]]]:
    """Files that were active, each with the days from which and until which."""
    rows = FileStatusSpell.objects.visible_to(actor).filter(
        Q(ends_on=None) | Q(ends_on__gt=first),
        withdrawn_at=None, status=SurvivorFile.Status.ACTIVE, starts_on__lte=last,
    )  # fmt: skip
    found: dict[uuid.UUID, list[tuple[date, date]]] = {}
    for row in rows.order_by("starts_on"):
        end = date.fromordinal(row.ends_on.toordinal() - 1) if row.ends_on else date.max
        found.setdefault(row.survivor_file_id, []).append((row.starts_on, end))
    return found


def _said(
    actor: Actor, files: Iterable[uuid.UUID], day: date
) -> dict[uuid.UUID, list[tuple[date, bool]]]:
    """From which day on each survivor said that she wants a lawyer, or none."""
    rows = LegalAidNeed.objects.visible_to(actor).filter(
        withdrawn_at=None, starts_on__lte=day, survivor_file__in=list(files)
    )
    found: dict[uuid.UUID, dict[date, bool]] = {}
    for row in rows.order_by("starts_on", "pk"):
        wants = row.need == LegalAidNeed.Need.WANTS
        found.setdefault(row.survivor_file_id, {})[row.starts_on] = wants
    return {pk: list(days.items()) for pk, days in found.items()}


def _free_spells(actor: Actor, files: Iterable[uuid.UUID]) -> dict[uuid.UUID, list[Spell]]:
    rows = Assignment.objects.visible_to(actor).filter(
        withdrawn_at=None, lawyer_kind__in=FREE_FOR_HER, survivor_file__in=list(files)
    )
    found: dict[uuid.UUID, list[Spell]] = {}
    for row in rows:
        found.setdefault(row.survivor_file_id, []).append(Spell(row.starts_on, row.ends_on))
    return found


@dataclass(frozen=True)
class Record:
    """How one lawyer did: hearings at which she came, sent another, or did not come, and her clients' word."""

    name: str
    kind: str
    came: int
    sent_another: int
    absent: int
    content: int
    not_content: int

    @property
    def hearings(self) -> int:
        return self.came + self.sent_another + self.absent


def lawyers_record(actor: Actor, first: date, last: date) -> list[Record]:
    """Appearances and words of a period by lawyer, the most absent first."""
    came = Appearance.Came
    seen = (
        Appearance.objects.visible_to(actor)
        .filter(withdrawn_at=None, on__range=(first, last))
        .values("assignment__lawyer", "assignment__lawyer__name", "assignment__lawyer__kind")
        .annotate(
            yes=Count("pk", filter=Q(came=came.YES)),
            other=Count("pk", filter=Q(came=came.SENT_ANOTHER)),
            no=Count("pk", filter=Q(came=came.NO)),
        )
        .order_by("-no", "assignment__lawyer__name")
    )
    words = _words(actor, first, last)
    return [
        Record(
            row["assignment__lawyer__name"],
            row["assignment__lawyer__kind"],
            row["yes"],
            row["other"],
            row["no"],
            *words.get(row["assignment__lawyer"], (0, 0)),
        )
        for row in seen
    ]


def _words(actor: Actor, first: date, last: date) -> dict[uuid.UUID, tuple[int, int]]:
    rows = (
        HerWord.objects.visible_to(actor)
        .filter(withdrawn_at=None, asked_on__range=(first, last))
        .values("assignment__lawyer")
        .annotate(
            good=Count("pk", filter=Q(word=HerWord.Word.GOOD)),
            bad=Count("pk", filter=Q(word=HerWord.Word.BAD)),
        )
    )
    return {row["assignment__lawyer"]: (row["good"], row["bad"]) for row in rows}


def complaints(actor: Actor, first: date, last: date) -> "QuerySet[Complaint]":
    """Money that was asked of survivors in a period."""
    rows: QuerySet[Complaint] = Complaint.objects.visible_to(actor).filter(
        withdrawn_at=None, asked_on__range=(first, last)
    )
    return rows.select_related("survivor_file").order_by("asked_on", "pk")
