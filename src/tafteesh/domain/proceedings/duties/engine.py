"""One rule, the facts of one matter, one day: which of seven states, with the arithmetic and the paper.

Nothing here is stored and nothing here decides what is done about it. Where a day is only known within bounds,
a thing is late only if it is late on both bounds.
"""

import uuid
from collections.abc import Collection, Container, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from tafteesh.domain.proceedings.duties.counting import (
    NO_CLOSED_DAYS,
    Length,
    Unit,
    last_day,
)


class State(StrEnum):
    """What can be said of a duty on a day."""

    ON_TIME = "on_time"
    LATE = "late"
    OVERDUE = "overdue"
    WAITING = "waiting"
    NOT_DUE = "not_due"
    NOT_APPLICABLE = "not_applicable"
    CANNOT_TELL = "cannot_tell"


MISSED = frozenset({State.LATE, State.OVERDUE})


@dataclass(frozen=True)
class Happened:
    """A day on which something took place: its bounds, and the paper that says so."""

    earliest: date
    latest: date
    paper: uuid.UUID | None = None

    @classmethod
    def on(cls, day: date, paper: uuid.UUID | None = None) -> "Happened":
        """On exactly that day."""
        return cls(day, day, paper)

    @property
    def is_exact(self) -> bool:
        return self.earliest == self.latest


@dataclass(frozen=True)
class Facts:
    """What is known of a matter. What is in none of the three did not happen, as far as anyone knows."""

    days: Mapping[str, Happened] = field(default_factory=dict)
    without_day: Collection[str] = frozenset()  # it happened, nobody knows when
    holds: Mapping[str, bool | None] = field(default_factory=dict)  # conditions; None: not known


@dataclass(frozen=True)
class Rule:
    """A limit of the law as the engine reads it. `key` and `version` say which row it came from."""

    key: str
    version: int
    trigger: str
    event: str
    length: Length
    law: str
    applies_if: tuple[str, ...] = ()
    asked: str = ""  # the event of asking, where no time is fixed
    may_alert: bool = False
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True)
class Assessment:
    """What can be said, and everything that it rests on."""

    rule: Rule
    state: State
    days: int | None = None
    due: tuple[date, date] | None = None
    trigger: Happened | None = None
    event: Happened | None = None
    missing: tuple[str, ...] = ()  # what would have to be known to tell
    since: date | None = None  # the day from which its days are counted

    @property
    def turns_on(self) -> date | None:
        """The day on which the mere passing of time makes another state of it."""
        if self.state is not State.NOT_DUE or self.trigger is None:
            return None
        return self.due[1] + timedelta(days=1) if self.due else self.trigger.earliest

    @property
    def is_missed(self) -> bool:
        """Late or overdue."""
        return self.state in MISSED

    @property
    def is_proved(self) -> bool:
        """Both days are exact, and a paper stands behind each day that took place."""
        seen = [day for day in (self.trigger, self.event) if day is not None]
        return bool(seen) and all(day.is_exact and day.paper is not None for day in seen)

    @property
    def may_alert(self) -> bool:
        """Only a sourced rule may tell people that something is late."""
        return self.is_missed and self.rule.may_alert


def assess(
    rule: Rule, facts: Facts, today: date, closed: Container[date] = NO_CLOSED_DAYS
) -> Assessment:
    """The state of one duty on one day."""
    if settled := _condition(rule, facts):
        return settled
    trigger, event = facts.days.get(rule.trigger), facts.days.get(rule.event)
    if trigger is None:
        return _without_trigger(rule, facts, event)
    if unclear := _outside_validity(rule, trigger) or _unclear_event(rule, facts, trigger, event):
        return unclear
    if rule.length.unit is Unit.NOT_FIXED:
        return _no_fixed_time(rule, facts, trigger, event, today)
    return _counted(rule, trigger, event, today, closed)


def _condition(rule: Rule, facts: Facts) -> Assessment | None:
    unknown = []
    for name in rule.applies_if:
        answer = facts.holds.get(name)
        if answer is False:
            return Assessment(rule, State.NOT_APPLICABLE)
        if answer is None:
            unknown.append(name)
    return Assessment(rule, State.CANNOT_TELL, missing=tuple(unknown)) if unknown else None


def _without_trigger(rule: Rule, facts: Facts, event: Happened | None) -> Assessment:
    if rule.trigger in facts.without_day or event is not None:
        return Assessment(rule, State.CANNOT_TELL, event=event, missing=(rule.trigger,))
    return Assessment(rule, State.NOT_DUE)


def _outside_validity(rule: Rule, trigger: Happened) -> Assessment | None:
    first, last = rule.valid_from or date.min, rule.valid_to or date.max
    if trigger.latest < first or trigger.earliest > last:
        return Assessment(rule, State.NOT_APPLICABLE, trigger=trigger)
    if trigger.earliest < first or trigger.latest > last:
        return Assessment(rule, State.CANNOT_TELL, trigger=trigger, missing=(rule.trigger,))
    return None


def _unclear_event(
    rule: Rule, facts: Facts, trigger: Happened, event: Happened | None
) -> Assessment | None:
    if event is None and rule.event in facts.without_day:
        return Assessment(rule, State.CANNOT_TELL, trigger=trigger, missing=(rule.event,))
    if event is not None and event.latest < trigger.earliest:
        both = (rule.trigger, rule.event)
        return Assessment(rule, State.CANNOT_TELL, trigger=trigger, event=event, missing=both)
    return None


def _no_fixed_time(
    rule: Rule, facts: Facts, trigger: Happened, event: Happened | None, today: date
) -> Assessment:
    if event is not None:
        return Assessment(rule, State.ON_TIME, trigger=trigger, event=event)
    if today < trigger.earliest:
        return Assessment(rule, State.NOT_DUE, trigger=trigger)
    since = facts.days.get(rule.asked, trigger)
    waited = max((today - since.latest).days, 0)
    return Assessment(rule, State.WAITING, waited, trigger=trigger, since=since.latest)


def _counted(
    rule: Rule,
    trigger: Happened,
    event: Happened | None,
    today: date,
    closed: Container[date],
) -> Assessment:
    first, last = (
        last_day(day, rule.length, closed) or date.max for day in (trigger.earliest, trigger.latest)
    )
    known = Assessment(rule, State.NOT_DUE, due=(first, last), trigger=trigger, event=event)
    if event is None:
        over = (today - last).days
        if over > 0:
            return replace(known, state=State.OVERDUE, days=over, since=last)
        return known
    if event.earliest > last:
        over = (event.earliest - last).days
        return replace(known, state=State.LATE, days=over, since=last)
    if event.latest <= first:
        return replace(known, state=State.ON_TIME)
    vague = tuple(
        name for name, day in ((rule.trigger, trigger), (rule.event, event)) if not day.is_exact
    )
    return replace(known, state=State.CANNOT_TELL, missing=vague)
