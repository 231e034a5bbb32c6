"""The lapses within her reach as the kept states say: counted, filtered, page by page. Nothing is written.

What changed and was not recounted yet is worked out on the spot, so the board is never behind the facts.
"""

import heapq
import itertools
import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from django.db.models import Q, QuerySet, Sum

from tafteesh.domain.facts.kept import Tally, crossed, keeping, noted_firs, states_now
from tafteesh.domain.facts.models import CountedDay, DutyState, LapseCount
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.files.queries import was_given_files
from tafteesh.domain.proceedings.duties.catalogue import BY_KEY, Duty, rules_on
from tafteesh.domain.proceedings.duties.engine import Assessment, Happened, Rule
from tafteesh.domain.proceedings.models import Fir
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission

PAGE = 50
COUNTED = ("organisation_id", "duty", "station_words", "court_words", "is_proved")


@dataclass(frozen=True)
class Asked:
    """Which lapses: of a kind, a police station, a court, older than so many days, proved or not."""

    kind: str = ""
    station: str = ""
    court: str = ""
    more_than: int | None = None
    proved: bool | None = None

    def takes(self, row: DutyState, day: date) -> bool:
        """Whether a lapse lies in it."""
        return (
            self.kind in ("", row.duty)
            and self.station in ("", row.station_words)
            and self.court in ("", row.court_words)
            and (self.more_than is None or (row.days_on(day) or 0) > self.more_than)
            and (self.proved is None or row.is_proved == self.proved)
        )

    @property
    def of_a_count(self) -> Q:
        """The same for the rows that are counted by kind, station, court and proof."""
        said = {"duty": self.kind, "station_words": self.station, "court_words": self.court}
        more = {} if self.proved is None else {"is_proved": self.proved}
        return Q(**{name: value for name, value in said.items() if value}, **more)

    def of_a_state(self, day: date) -> Q:
        """The same for the kept states."""
        if self.more_than is None:
            return self.of_a_count
        since = day - timedelta(days=self.more_than)
        return self.of_a_count & (Q(days__gt=self.more_than) | Q(days=None, since__lt=since))


@dataclass(frozen=True)
class Lapse:
    """One lapse of one FIR, as the board shows it."""

    row: DutyState
    duty: Duty
    found: Assessment
    fir: Fir

    @property
    def is_proved(self) -> bool:
        return self.row.is_proved

    @property
    def ordinal(self) -> int | None:
        return self.row.ordinal

    @property
    def days(self) -> int:
        return self.found.days or 0


@dataclass(frozen=True)
class Counted:
    """One line of a count."""

    code: str
    number: int


@dataclass(frozen=True)
class Board:
    """The counts of what was asked, and one page of it; `after` is where the next page begins."""

    every: int
    number: int
    kinds: list[Counted]
    stations: list[Counted]
    courts: list[Counted]
    kinds_of_all: list[str]
    lapses: list[Lapse] = field(default_factory=list)
    after: str = ""


def board(actor: Actor, asked: Asked, *, after: str = "", limit: int = PAGE) -> Board:
    """The lapses of every standing FIR within her reach, the oldest first. Raises NotAllowed."""
    require(actor, Permission.PROCEEDING_READ)
    reach = _Reach(actor)
    whole = reach.tally(Asked())
    tally = whole if asked == Asked() else reach.tally(asked)
    rows = list(itertools.islice(reach.rows(asked, _read(after)), limit + 1))
    shown = rows[:limit]
    kinds, stations, courts = (_by(tally, place) for place in (1, 2, 3))
    return Board(
        every=sum(whole.values()),
        number=sum(tally.values()),
        kinds=kinds,
        stations=stations,
        courts=courts,
        kinds_of_all=[one.code for one in _by(whole, 1)],
        lapses=lapses_of(actor, shown),
        after=_said(shown[-1]) if len(rows) > limit else "",
    )


def every_lapse(actor: Actor, asked: Asked) -> Iterator[Lapse]:
    """All of them, to take along. Raises NotAllowed."""
    require(actor, Permission.PROCEEDING_READ)
    rows = _Reach(actor).rows(asked, None, limit=None)
    while many := list(itertools.islice(rows, 500)):
        yield from lapses_of(actor, many)


def lapses_of(actor: Actor, rows: list[DutyState]) -> list[Lapse]:
    """The rows with their FIRs and the rules that they were reckoned by."""
    firs = Fir.objects.visible_to(actor).in_bulk({row.fir_id for row in rows})
    held = rules_on(actor.today)
    return [
        Lapse(
            row, BY_KEY[row.duty], _assessment(row, held[row.duty], actor.today), firs[row.fir_id]
        )
        for row in rows
        if row.fir_id in firs and row.duty in held
    ]


def _assessment(row: DutyState, rule: Rule, day: date) -> Assessment:
    due = (row.due_first, row.due_last) if row.due_first and row.due_last else None
    return Assessment(
        rule=replace(rule, version=row.rule_version),
        state=row.state_on(day),
        days=row.days_on(day),
        due=due,
        trigger=_happened(row.trigger_first, row.trigger_last),
        event=_happened(row.event_first, row.event_last),
        since=row.since,
    )


def _happened(first: date | None, last: date | None) -> Happened | None:
    return Happened(first, last) if first and last else None


def _by(tally: Tally, place: int) -> list[Counted]:
    found: Counter[str] = Counter()
    for key, number in tally.items():
        found[str(key[place])] += number
    return [Counted(code, number) for code, number in found.most_common() if code and number]


def _said(row: DutyState) -> str:
    return f"{row.since}~{row.pk}"


def _read(after: str) -> tuple[date, uuid.UUID] | None:
    try:
        day, _tilde, pk = after.partition("~")
        return date.fromisoformat(day), uuid.UUID(pk)
    except ValueError:
        return None


class _Reach:
    """What she reaches: whole offices, whose counts are kept, and rows that she was given one by one."""

    def __init__(self, actor: Actor) -> None:
        self.actor, self.day = actor, actor.today
        self.door = DutyState.objects.visible_to(actor).lapses_on(self.day)
        self.behind = noted_firs(actor)
        self.now = self._now() if self.behind else []

    def _now(self) -> list[DutyState]:
        """The lapses of FIRs that were not recounted since they changed."""
        with keeping(self.actor) as keeper:
            rows = [row for row in states_now(keeper, self.behind) if row.is_shown_on(self.day)]
        ids = {row.fir_id for row in rows}
        firs = Fir.objects.visible_to(self.actor).filter(pk__in=ids, withdrawn_at=None)
        hers = set(firs.values_list("pk", flat=True))
        files = SurvivorFile.objects.visible_to(self.actor)
        ids = {row.survivor_file_id for row in rows if row.survivor_file_id}
        reached = {None, *files.filter(pk__in=ids).values_list("pk", flat=True)}
        return [row for row in rows if row.fir_id in hers and row.survivor_file_id in reached]

    def tally(self, asked: Asked) -> Tally:
        """How many of each kind, station, court and proof."""
        found: Tally = Counter()
        if asked.more_than is None:
            for office in self.actor.offices:
                found.update(self._kept(office, asked))
            apart = self._given()
        else:
            apart = self.door
        for key in apart.filter(asked.of_a_state(self.day)).values_list(*COUNTED):
            found[key] += 1
        self._without_what_is_behind(found, asked)
        return found

    def _kept(self, office: uuid.UUID, asked: Asked) -> Tally:
        held = CountedDay.objects.visible_to(self.actor).filter(organisation=office).first()
        rows = LapseCount.objects.visible_to(self.actor).filter(organisation=office)
        told = rows.filter(asked.of_a_count).values_list(*COUNTED).annotate(n=Sum("number"))
        found: Tally = Counter({row[:5]: row[5] for row in told})
        since = crossed(self.actor, office, held.day, self.day) if held else Counter()
        for key, number in since.items():
            if asked.takes(_like(key), self.day):
                found[key] += number
        return found

    def _without_what_is_behind(self, found: Tally, asked: Asked) -> None:
        if not self.behind:
            return
        old = self.door.filter(asked.of_a_state(self.day), fir__in=self.behind)
        found.subtract(Counter(old.values_list(*COUNTED)))
        found.update(row.counted_as for row in self.now if asked.takes(row, self.day))

    def _given(self) -> "QuerySet[DutyState]":
        if self.actor.offices and not was_given_files(self.actor):
            return self.door.none()
        return self.door.exclude(organisation__in=list(self.actor.offices))

    def rows(
        self, asked: Asked, after: tuple[date, uuid.UUID] | None, limit: int | None = PAGE + 1
    ) -> Iterator[DutyState]:
        """The lapses in their order: each office by its own index, then brought together."""
        wanted = asked.of_a_state(self.day)
        if after:
            day, pk = after
            wanted &= Q(since__gt=day) | Q(since=day, pk__gt=pk)
        if self.behind:
            wanted &= ~Q(fir__in=self.behind)
        offices = [self.door.filter(organisation=office) for office in self.actor.offices]
        many = [
            list(source.filter(wanted).order_by("since", "pk")[:limit])
            for source in (*offices, self._given())
        ]
        now = [row for row in self.now if asked.takes(row, self.day)]
        many.append(sorted((row for row in now if not after or _place(row) > after), key=_place))
        return heapq.merge(*many, key=_place)


def _place(row: DutyState) -> tuple[date, uuid.UUID]:
    return row.since or date.min, row.pk


def _like(key: tuple[uuid.UUID, str, str, str, bool]) -> DutyState:
    return DutyState(**dict(zip(COUNTED, key, strict=True)))
