"""Under what one survivor may apply: schemes of the States of her case by day, the floor for women, the courts."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from tafteesh.domain.compensation.like import age_on
from tafteesh.domain.compensation.rules import HOME_STATE
from tafteesh.domain.files.models import Identity, SurvivorFile, Taking
from tafteesh.domain.proceedings.models import Fir, FirSurvivor
from tafteesh.foundation.access.actor import Actor
from tafteesh.reference.law.models import CompensationScheme

MAJORITY: Final = 18
NEW_CODE: Final = date(2024, 7, 1)  # the BNSS came in the place of the CrPC
HARMED: Final = ("trafficking", "violence", "both")


class Why(StrEnum):
    """What a way rests on, or what must be found out before it can be told."""

    HOME = "home"  # the scheme of the State that she comes from
    DESTINATION = "destination"  # the scheme of a State to which she was taken
    WOMEN = "women"  # the floor for women in every State
    CHILD = "child"  # she was a child then: the Special Court may order it
    TRIAL = "trial"  # the trial court may award it, or recommend it
    LABOUR = "labour"  # she was made to work
    ASK_STATE = "ask_state"  # she was taken to another State; which one is not recorded
    ASK_AGE = "ask_age"  # whether she was a child then is not known
    ASK_DAY = "ask_day"  # the State changed its scheme; the day decides which one
    ASK_HARM = "ask_harm"  # what was done to her is not recorded


QUESTIONS: Final = {Why.ASK_STATE, Why.ASK_AGE, Why.ASK_DAY, Why.ASK_HARM}


@dataclass(frozen=True)
class Way:
    """One way to apply; without a scheme it is a section of law, or a question."""

    why: Why
    scheme: CompensationScheme | None = None
    section: str = ""

    @property
    def is_question(self) -> bool:
        return self.why in QUESTIONS


@dataclass(frozen=True)
class Case:
    """What the ways depend on, as far as her file says it."""

    scope: str
    crime: tuple[date, date] | None  # the first and the last day on which it may have happened
    born: tuple[date, date] | None
    is_woman: bool
    states: tuple[str, ...]  # to which she was taken
    went_far: bool
    has_fir: bool
    was_made_to_work: bool

    @property
    def was_child(self) -> bool | None:
        """Whether she was under eighteen; None where it cannot be told."""
        if self.crime is None or self.born is None:
            return None
        youngest = age_on(self.born[1], self.crime[0]) < MAJORITY
        oldest = age_on(self.born[0], self.crime[1]) < MAJORITY
        return youngest if youngest == oldest else None


def ways_for(actor: Actor, file: SurvivorFile) -> list[Way]:
    """Every way of one survivor within reach, those that are open first."""
    return ways_for_each(actor, [file])[file.pk]


def ways_for_each(actor: Actor, files: Sequence[SurvivorFile]) -> dict[uuid.UUID, list[Way]]:
    """The same of many at once: the list of law and their files are read once."""
    law = schemes_of_law()
    return {
        pk: sorted(ways_of(case, actor.today, law), key=lambda way: way.is_question)
        for pk, case in cases_of(actor, files).items()
    }


def schemes_of_law() -> list[CompensationScheme]:
    """Every scheme of the list as it stands that has a first day."""
    rows = CompensationScheme.objects.filter(is_current=True, valid_from__isnull=False)
    return list(rows.order_by("key"))


def cases_of(actor: Actor, files: Sequence[SurvivorFile]) -> dict[uuid.UUID, Case]:
    """What the files say of the crime, of her age and of the places."""
    takings: dict[uuid.UUID, list[Taking]] = {file.pk: [] for file in files}
    for taking in Taking.objects.visible_to(actor).filter(
        survivor_file__in=files, withdrawn_at=None
    ):
        takings[taking.survivor_file_id].append(taking)
    firs = _firs(actor, files)
    people = {
        row.survivor_file_id: row
        for row in Identity.objects.visible_to(actor).filter(survivor_file__in=files)
    }
    return {
        file.pk: _case(file, takings[file.pk], firs[file.pk], people.get(file.pk)) for file in files
    }


def _firs(actor: Actor, files: Sequence[SurvivorFile]) -> dict[uuid.UUID, list[Fir]]:
    links = FirSurvivor.objects.visible_to(actor).filter(survivor_file__in=files, withdrawn_at=None)
    pairs = list(links.values_list("survivor_file_id", "fir_id"))
    door = Fir.objects.visible_to(actor).filter(withdrawn_at=None)
    known = door.select_related("police_station__state").in_bulk([fir for _file, fir in pairs])
    found: dict[uuid.UUID, list[Fir]] = {file.pk: [] for file in files}
    for file, fir in pairs:
        if fir in known:
            found[file].append(known[fir])
    return found


def _case(
    file: SurvivorFile, takings: Sequence[Taking], firs: Sequence[Fir], her: Identity | None
) -> Case:
    return Case(
        scope=file.scope,
        crime=_crime(takings, firs),
        born=(her.born_earliest, her.born_latest)
        if her and her.born_earliest and her.born_latest
        else None,
        is_woman=her is None or her.gender != Identity.Gender.MAN,
        states=_states(firs),
        went_far=bool(file.is_interstate),
        has_fir=bool(firs),
        was_made_to_work=any("labour" in code for row in takings for code in row.exploitation),
    )


def _crime(takings: Iterable[Taking], firs: Iterable[Fir]) -> tuple[date, date] | None:
    days = [(row.taken_earliest, row.taken_latest) for row in takings]
    days += [(row.offence_earliest, row.offence_latest) for row in firs]
    days += [(row.registered_earliest, row.registered_latest) for row in firs]
    return next(((first, last) for first, last in days if first and last), None)


def _states(firs: Iterable[Fir]) -> tuple[str, ...]:
    far = {
        row.police_station.state.short_code
        for row in firs
        if row.police_station is not None and row.police_station.state is not None
    }
    return tuple(sorted(far - {HOME_STATE, ""}))


def ways_of(
    case: Case, today: date, law: Sequence[CompensationScheme] | None = None
) -> Iterable[Way]:
    """Every way of one case, as the law stood on a day."""
    if case.scope not in HARMED:
        yield Way(Why.ASK_HARM)
        return
    law = schemes_of_law() if law is None else law
    yield from _of_state(HOME_STATE, Why.HOME, case, today, law)
    for state in case.states:
        yield from _of_state(state, Why.DESTINATION, case, today, law)
    if case.went_far and not case.states:
        yield Way(Why.ASK_STATE)
    kind = CompensationScheme.Kind
    if case.is_woman:
        yield from (Way(Why.WOMEN, row) for row in _holding(law, today, kind.FLOOR))
    yield from _of_courts(case, _holding(law, today, kind.COURT))
    if case.was_made_to_work:
        yield from (Way(Why.LABOUR, row) for row in _holding(law, today, kind.LABOUR))


def _holding(
    law: Sequence[CompensationScheme], on: date, kind: str, state: str | None = None
) -> list[CompensationScheme]:
    """Schemes of a kind, and of a State, that may have been in force on a day."""
    return [
        row
        for row in law
        if row.kind == kind
        and (state is None or row.state_code == state)
        and row.valid_from is not None
        and row.valid_from <= on
        and (row.valid_to is None or row.valid_to >= on)
    ]


def _of_state(
    state: str, why: Why, case: Case, today: date, law: Sequence[CompensationScheme]
) -> Iterable[Way]:
    """The scheme of the day of the crime and the one of today: where they differ, the day is a question."""
    days = (*(case.crime or ()), today)
    kind = CompensationScheme.Kind.STATE
    found = {row.pk: row for day in days for row in _holding(law, day, kind, state)}
    for row in sorted(found.values(), key=lambda one: one.key):
        yield Way(why, row)
    if len(found) > 1:
        yield Way(Why.ASK_DAY, section=", ".join(sorted(row.name for row in found.values())))


def _of_courts(case: Case, schemes: Iterable[CompensationScheme]) -> Iterable[Way]:
    if case.was_child:
        yield from (Way(Why.CHILD, row) for row in schemes)
    elif case.was_child is None:
        yield Way(Why.ASK_AGE)
    if not case.has_fir:
        return
    old = case.crime is not None and case.crime[1] < NEW_CODE
    yield Way(Why.TRIAL, section="CrPC 357, 357A" if old else "BNSS 395, 396")
