"""The clock of a request, and on which days somebody acted for her. No database."""

from collections.abc import Iterable, Sequence
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


def wanting(
    active: Iterable[tuple[date, date]], said: Sequence[tuple[date, bool]]
) -> list[tuple[date, date]]:
    """Days, both included, on which she was active and wanted a lawyer; until she is asked she counts as wanting one.

    `said` is from which day on she wants one or none, the oldest first.
    """
    ends = [start - timedelta(days=1) for start, _wants in said]
    times = zip([date.min, *(day for day, _wants in said)], [*ends, date.max],
                [True, *(wants for _day, wants in said)], strict=True)  # fmt: skip
    wants = [(start, end) for start, end, does in times if does and start <= end]
    found: list[tuple[date, date]] = []
    for opened, closed in sorted(active):
        for start, end in wants:
            low, high = max(opened, start), min(closed, end)
            if low > high:
                continue
            if found and low.toordinal() <= found[-1][1].toordinal() + 1:
                found[-1] = (found[-1][0], max(high, found[-1][1]))
            else:
                found.append((low, high))
    return found
