"""Under what one survivor may apply: schemes of the States of her case by day, the floor for women, the courts."""

from collections.abc import Iterable
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
from tafteesh.reference.law.queries import in_force, scheme_for

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
    found = list(ways_of(case_of(actor, file), actor.today))
    return sorted(found, key=lambda way: way.is_question)


def case_of(actor: Actor, file: SurvivorFile) -> Case:
    """What her file says of the crime, of her age and of the places."""
    takings = list(Taking.objects.visible_to(actor).filter(survivor_file=file, withdrawn_at=None))
    links = FirSurvivor.objects.visible_to(actor).filter(survivor_file=file, withdrawn_at=None)
    firs = list(
        Fir.objects.visible_to(actor)
        .filter(pk__in=links.values("fir"), withdrawn_at=None)
        .select_related("police_station__state")
    )
    her = Identity.objects.visible_to(actor).filter(survivor_file=file).first()
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


def ways_of(case: Case, today: date) -> Iterable[Way]:
    """Every way of one case, as the law stood on a day."""
    if case.scope not in HARMED:
        yield Way(Why.ASK_HARM)
        return
    yield from _of_state(HOME_STATE, Why.HOME, case, today)
    for state in case.states:
        yield from _of_state(state, Why.DESTINATION, case, today)
    if case.went_far and not case.states:
        yield Way(Why.ASK_STATE)
    rows = in_force(CompensationScheme.objects.filter(valid_from__isnull=False), today)
    kind = CompensationScheme.Kind
    if case.is_woman:
        yield from (Way(Why.WOMEN, row) for row in rows.filter(kind=kind.FLOOR).order_by("key"))
    yield from _of_courts(case, list(rows.filter(kind=kind.COURT).order_by("key")))
    if case.was_made_to_work:
        yield from (Way(Why.LABOUR, row) for row in rows.filter(kind=kind.LABOUR).order_by("key"))


def _of_state(state: str, why: Why, case: Case, today: date) -> Iterable[Way]:
    """The scheme of the day of the crime and the one of today: where they differ, the day is a question."""
    days = (*(case.crime or ()), today)
    found = {row.pk: row for day in days for row in scheme_for(state, day).candidates}
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
