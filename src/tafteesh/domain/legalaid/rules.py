"""The clock of a request, and on which days somebody acted for her. No database."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

ANSWER_RULE: Final = "D-LEGALAID-7"
ANSWER_DAYS: Final = 7


def is_late(requested_on: date, day: date) -> bool:
    """From the eighth day on the authority is late."""
    return (day - requested_on).days > ANSWER_DAYS


@dataclass(frozen=True)
class Spell:
    """A lawyer acted from a day until the day before another; an open end reaches for ever."""

    starts_on: date
    ends_on: date | None


@dataclass(frozen=True)
class Hole:
    """Days on which nobody acted for her, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def is_long(self) -> bool:
        """A gap of more than seven days breaks the hundred per cent."""
        return self.days > ANSWER_DAYS


def holes(spells: Iterable[Spell], first: date, last: date) -> list[Hole]:
    """The days between two days, both included, on which no spell held."""
    found, free = [], first
    for spell in sorted(spells, key=lambda one: one.starts_on):
        if spell.starts_on > last:
            break
        if spell.starts_on > free:
            found.append(Hole(free, spell.starts_on - timedelta(days=1)))
        if spell.ends_on is None:
            return found
        free = max(free, spell.ends_on)
    if free <= last:
        found.append(Hole(free, last))
    return found
