"""Days, months and years as first and last day, or a doubt when the calendar has none."""

from calendar import monthrange
from datetime import date

from tafteesh.foundation.kernel.doubts import Doubt

Span = tuple[date, date]


def month_span(year: int, month: int) -> Span | Doubt:
    """First and last day of a month; a doubt when there is no such month or year."""
    if not (1 <= month <= 12 and 1 <= year <= 9999):
        return Doubt.NO_SUCH_DAY
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def year_span(first: int, last: int) -> Span | Doubt:
    """From 1 January of the first to 31 December of the last year; a doubt outside 1900 to 2100."""
    if not 1900 <= first <= last <= 2100:
        return Doubt.NOT_A_DATE
    return date(first, 1, 1), date(last, 12, 31)


def full_year(written: str, today: date, *, past_only: bool) -> int:
    """A year of two digits made whole: in the 2000s, unless that is to come and 19.. is within memory."""
    year = int(written)
    if len(written) > 2:
        return year
    furthest = today.year if past_only else today.year + 20
    return 1900 + year if 2000 + year > furthest and year >= 50 else 2000 + year


def day_span(day: int, month: int, year: int) -> Span | Doubt:
    """One day, day before month always; 03/13 is a doubt of its own."""
    try:
        found = date(year, month, day)
    except ValueError:
        is_month_first = month > 12 and 1 <= day <= 12 and month <= 31
        return Doubt.MONTH_FIRST if is_month_first else Doubt.NO_SUCH_DAY
    return found, found
