"""Whether she was a child on a day, as far as both days are known: no database, no clock."""

from dataclasses import dataclass
from datetime import date

from tafteesh.domain.proceedings.duties.counting import add_months

EIGHTEEN = 18 * 12


@dataclass(frozen=True)
class Born:
    """Between which days she was born."""

    earliest: date
    latest: date


def was_child(born: Born, first: date | None, last: date | None) -> bool | None:
    """Under eighteen for certain, grown up for certain, or it cannot be told.

    `first` and `last` are the bounds of the day asked about; a missing first bound is long ago.
    """
    if last is not None and last < add_months(born.earliest, EIGHTEEN):
        return True
    if first is not None and first >= add_months(born.latest, EIGHTEEN):
        return False
    return None
