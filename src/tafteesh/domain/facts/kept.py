"""Keeps how each duty stands: made anew for what changed, in the transaction of the change, and each night.

The database notes what changed (`marking`); `recount_noted` takes the notes away and works those FIRs out
again. Nothing here is a fact: `recount_all` over the same facts answers the same rows.
"""

import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from django.db import connection
from django.db.models import Q

from tafteesh.domain.facts.duties import checked
from tafteesh.domain.facts.models import CountedDay, DutyState, LapseCount, ToRecount
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings.duties.catalogue import rules_on
from tafteesh.domain.proceedings.duties.checking import Checked, what_it_is_about
from tafteesh.domain.proceedings.duties.engine import Happened, Rule, State
from tafteesh.domain.proceedings.models import Fir, FirLink, FirSurvivor
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.models import Organisation
from tafteesh.reference.places.models import Authority

CHUNK = 500  # FIRs in one pass, so that memory stays flat
BEGUN = (State.ON_TIME, State.LATE, State.OVERDUE, State.WAITING, State.NOT_DUE)
ADD = (
    "INSERT INTO facts_lapsecount (organisation_id, duty, station_words, court_words, is_proved, number)"
    " VALUES (%s, %s, %s, %s, %s, %s)"
    " ON CONFLICT (organisation_id, duty, station_words, court_words, is_proved)"
    " DO UPDATE SET number = facts_lapsecount.number + EXCLUDED.number"
)
States = Mapping[tuple[uuid.UUID, str, uuid.UUID | None], DutyState]
Tally = Counter[tuple[uuid.UUID, str, str, str, bool]]


@contextmanager
def keeping(by: Actor) -> Iterator[Actor]:
    """Inside her transaction, reach every row of every office to keep the states, then step back."""
    every = frozenset(Organisation.objects.values_list("pk", flat=True))
    whole = replace(by, offices=every, organisations=every)
    enter(whole)
    try:
        yield replace(whole, organisations=frozenset())  # no grant is asked for: offices reach all
    finally:
        if not connection.needs_rollback:
            enter(by)


def recount_noted(by: Actor, *, everything: bool = True, most: int | None = None) -> int:
    """Work out again what the transactions so far have changed; answers how many FIRs.

    A page leaves a change that touches every FIR to the command that made it, or to the night. After an import
    it is done `most` notes at a time.
    """
    door = ToRecount.objects.visible_to(by)
    notes = door if everything else door.exclude(what=ToRecount.What.ALL)
    if not notes.exists():
        return 0
    with keeping(by) as keeper:
        noted = list(
            notes.order_by("what", "subject")
            .select_for_update()
            .values_list("pk", "what", "subject")[:most]
        )
        door.filter(pk__in=[pk for pk, _what, _subject in noted]).delete()
        return _recount(keeper, _touched(keeper, [(what, subject) for _pk, what, subject in noted]))


def anything_noted(by: Actor) -> bool:
    """Whether something changed since the states were kept."""
    return bool(ToRecount.objects.visible_to(by).exists())


def recount_all(by: Actor) -> int:
    """Every FIR of every office; answers how many."""
    with keeping(by) as keeper:
        ToRecount.objects.visible_to(keeper).delete()
        return _recount(keeper, _standing(keeper))


def turn_day(by: Actor) -> int:
    """What time alone changed until her day, and the counts of that day; answers how many FIRs."""
    with keeping(by) as keeper:
        rows = DutyState.objects.visible_to(keeper).filter(changes_on__lte=by.today)
        firs = list(rows.order_by("fir").values_list("fir", flat=True).distinct())
        number = _recount(keeper, firs)
        for held in CountedDay.objects.visible_to(_whole(keeper)).select_for_update():
            _count(keeper, crossed(keeper, held.organisation_id, held.day, by.today))
            held.day = by.today
            held.save(update_fields=["day"])
        return number


def crossed(actor: Actor, office: uuid.UUID, first: date, last: date) -> Tally:
    """By kind, station and court, how many more lapses an office has on one day than on an earlier one."""
    found: Tally = Counter()
    if first == last:
        return found
    sign = 1 if first < last else -1
    early, late = sorted((first, last))
    rows = DutyState.objects.visible_to(actor).filter(organisation=office)
    key = ("organisation_id", "duty", "station_words", "court_words", "is_proved")
    for one in rows.filter(shown_from__gt=early, shown_from__lte=late).values_list(*key):
        found[one] += sign
    for one in rows.filter(shown_until__gt=early, shown_until__lte=late).values_list(*key):
        found[one] -= sign
    return found


def _whole(keeper: Actor) -> Actor:
    return replace(keeper, organisations=keeper.offices)


def _standing(keeper: Actor) -> list[uuid.UUID]:
    rows = Fir.objects.visible_to(keeper).order_by("pk")
    return list(rows.values_list("pk", flat=True))


def _touched(keeper: Actor, notes: list[tuple[str, uuid.UUID]]) -> list[uuid.UUID]:
    """The FIRs that the notes are about, each once."""
    by_what: dict[str, set[uuid.UUID]] = defaultdict(set)
    for what, subject in notes:
        by_what[what].add(subject)
    if "all" in by_what:
        return _standing(keeper)
    firs = by_what["fir"]
    if files := by_what["file"]:
        links = FirSurvivor.objects.visible_to(keeper).filter(survivor_file__in=files)
        firs |= set(links.values_list("fir", flat=True))
    if courts := by_what["court"]:
        rows = Fir.objects.visible_to(keeper).filter(court__in=_below(courts))
        firs |= set(rows.values_list("pk", flat=True))
    return sorted(firs | _beside(keeper, firs))


def _beside(keeper: Actor, firs: set[uuid.UUID]) -> set[uuid.UUID]:
    """What stands in one FIR is asked of the other ones about the same trafficking."""
    links = FirLink.objects.visible_to(keeper).filter(Q(fir__in=firs) | Q(other__in=firs))
    return {pk for pair in links.values_list("fir", "other") for pk in pair} if firs else set()


def _below(courts: set[uuid.UUID]) -> set[uuid.UUID]:
    """The courts and those under them: they keep their holidays."""
    found, newest = set(courts), set(courts)
    while newest:
        under = Authority.objects.filter(parent__in=newest).values_list("pk", flat=True)
        newest = set(under) - found
        found |= newest
    return found


def _recount(keeper: Actor, firs: list[uuid.UUID]) -> int:
    held = rules_on(keeper.today)
    for start in range(0, len(firs), CHUNK):
        _recount_chunk(keeper, firs[start : start + CHUNK], held)
    return len(firs)


def _recount_chunk(keeper: Actor, ids: list[uuid.UUID], held: Mapping[str, Rule]) -> None:
    """Locked first, so that two who change one FIR at once wait for each other."""
    door = Fir.objects.visible_to(keeper).select_for_update(of=("self",), no_key=True)
    every = list(door.filter(pk__in=ids).order_by("pk"))
    standing = [fir for fir in every if fir.withdrawn_at is None]
    new = {row.key: row for row in _states(keeper, standing, held)}
    rows = DutyState.objects.visible_to(keeper).filter(fir__in=ids)
    _write(keeper, {row.key: row for row in rows}, new)


def states_now(keeper: Actor, ids: Iterable[uuid.UUID]) -> list[DutyState]:
    """The states of these FIRs as they are this moment; nothing is kept."""
    held, every = rules_on(keeper.today), sorted(ids)
    found: list[DutyState] = []
    for start in range(0, len(every), CHUNK):
        door = Fir.objects.visible_to(keeper).filter(withdrawn_at=None)
        firs = list(door.filter(pk__in=every[start : start + CHUNK]))
        found += _states(keeper, firs, held)
    return found


def noted_firs(actor: Actor) -> set[uuid.UUID]:
    """The FIRs that changed since their states were kept: as a rule, none."""
    notes = list(ToRecount.objects.visible_to(actor).values_list("what", "subject"))
    if not notes:
        return set()
    with keeping(actor) as keeper:
        return set(_touched(keeper, notes))


def _states(keeper: Actor, firs: list[Fir], held: Mapping[str, Rule]) -> list[DutyState]:
    states = checked(keeper, firs, by_rules=held)
    offices = _offices(keeper, states.values())
    return [row for fir in firs for row in _rows_of(fir, states[fir.pk], offices)]


def _offices(keeper: Actor, states: Iterable[list[Checked]]) -> dict[uuid.UUID, uuid.UUID]:
    files = {one.file for many in states for one in many if one.file}
    if not files:
        return {}
    rows = SurvivorFile.objects.visible_to(keeper).filter(pk__in=files)
    return dict(rows.values_list("pk", "organisation_id"))


def _rows_of(
    fir: Fir, states: list[Checked], offices: Mapping[uuid.UUID, uuid.UUID]
) -> Iterator[DutyState]:
    shown = _shown(states)
    for place, one in enumerate(states):
        found = one.found
        if found.state not in BEGUN or found.trigger is None:
            continue
        since = found.since or (one.then.since if one.then else None)
        due = found.due or (None, None)
        yield DutyState(
            organisation_id=offices.get(one.file, fir.organisation_id) if one.file else fir.organisation_id,
            fir_id=fir.pk, survivor_file_id=one.file, duty=one.duty.key, subject=one.subject,
            ordinal=one.ordinal, state=found.state.value, then=one.then.state.value if one.then else "",
            days=found.days if found.state is State.LATE else None, since=since,
            rule_version=found.rule.version, due_first=due[0], due_last=due[1],
            **_bounds("trigger", found.trigger), **_bounds("event", found.event),
            is_proved=found.is_proved, changes_on=found.turns_on,
            shown_from=shown[place][0], shown_until=shown[place][1],
            station_words=fir.station_words, court_words=fir.court_words,
        )  # fmt: skip


def _bounds(name: str, day: Happened | None) -> dict[str, date | None]:
    return {f"{name}_first": day.earliest if day else None, f"{name}_last": day.latest if day else None}  # fmt: skip


def _shown(states: list[Checked]) -> list[tuple[date | None, date | None]]:
    """From when until when each is the lapse that is shown: of those about the same thing, the first one."""
    before: dict[tuple[str, uuid.UUID | None], date] = {}
    found: list[tuple[date | None, date | None]] = []
    for one in states:
        starts, about = one.lapse_from, what_it_is_about(one)
        until = before.get(about)
        if starts is None or (until is not None and until <= starts):
            found.append((None, None))
            continue
        found.append((starts, until))
        before[about] = min(starts, until or starts)
    return found


def _write(keeper: Actor, old: States, new: States) -> None:
    """Only what differs: a recount that finds nothing new writes nothing."""
    same = {key for key in old.keys() & new.keys() if old[key].says == new[key].says}
    gone = [row for key, row in old.items() if key not in same]
    come = [row for key, row in new.items() if key not in same]
    if not gone and not come:
        return
    door = DutyState.objects.visible_to(keeper)
    door.filter(pk__in=[row.pk for row in gone]).delete()
    door.bulk_create(come)
    days = _counted_days(keeper, {row.organisation_id for row in (*gone, *come)})
    tally: Tally = Counter()
    for sign, rows in ((-1, gone), (1, come)):
        for row in rows:
            if row.is_shown_on(days[row.organisation_id]):
                tally[row.counted_as] += sign
    _count(keeper, tally)


def _counted_days(keeper: Actor, offices: set[uuid.UUID]) -> dict[uuid.UUID, date]:
    """The day of the counts of each office, held until the transaction ends; the first one is today."""
    door = CountedDay.objects.visible_to(_whole(keeper))
    for office in sorted(offices):
        door.get_or_create(organisation_id=office, defaults={"day": keeper.today})
    rows = door.filter(organisation__in=offices).order_by("pk").select_for_update()
    return dict(rows.values_list("organisation_id", "day"))


def _count(keeper: Actor, tally: Tally) -> None:
    changed = [(*key, number) for key, number in sorted(tally.items()) if number]
    if not changed:
        return
    with connection.cursor() as cursor:
        cursor.executemany(ADD, changed)
    LapseCount.objects.visible_to(_whole(keeper)).filter(number=0).delete()
