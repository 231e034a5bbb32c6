"""Counting time as the law counts it. No database, no clock.

Days and months: BNSS 515(2) leaves the first day out; a month runs to the same day number of a later month,
or to that month's last day where there is none (General Clauses Act 1897, s.3(35)). BNSS 517: where the court
is closed on the last day, the next open day counts. The day of first remand is counted
(BNSS 187(3); ED v Kapil Wadhawan, 2023).
"""

import calendar
import math
from collections.abc import Container
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Unit(StrEnum):
    """In what a limit is counted."""

    AT_ONCE = "at_once"
    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    YEARS = "years"
    NOT_FIXED = "not_fixed"


HOURS_A_DAY = 24
NO_CLOSED_DAYS: frozenset[date] = frozenset()


@dataclass(frozen=True)
class Length:
    """How long a limit is. `counts_first_day` is the exception, not the rule."""

    amount: int
    unit: Unit
    counts_first_day: bool = False
    moves_when_closed: bool = False


def add_months(day: date, months: int) -> date:
    """The same day number so many months later, or that month's last day."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def last_day(start: date, length: Length, closed: Container[date] = NO_CLOSED_DAYS) -> date | None:
    """The last day on which the act is in time; None where no time is fixed.

    Hours without a time of day end at the close of the day in which the last hour can fall: the reading that
    is least favourable to calling it late.
    """
    if length.unit is Unit.NOT_FIXED:
        return None
    end = _counted(start, length, closed)
    if length.moves_when_closed:
        end = next_open_day(end, closed)
    return end


def _counted(start: date, length: Length, closed: Container[date]) -> date:
    less = 1 if length.counts_first_day else 0
    if length.unit is Unit.AT_ONCE:
        return start
    if length.unit is Unit.HOURS:
        return start + timedelta(days=math.ceil(length.amount / HOURS_A_DAY))
    if length.unit is Unit.DAYS:
        return start + timedelta(days=length.amount - less)
    if length.unit is Unit.WORKING_DAYS:
        return _working_days_after(start, length.amount - less, closed)
    months = length.amount * (12 if length.unit is Unit.YEARS else 1)
    return add_months(start, months) - timedelta(days=less)


def is_open(day: date, closed: Container[date]) -> bool:
    """Sundays and the days of the court's own calendar are closed."""
    return day.weekday() != calendar.SUNDAY and day not in closed


def next_open_day(day: date, closed: Container[date]) -> date:
    """The day itself, or the first one after it on which the court sits."""
    while not is_open(day, closed):
        day += timedelta(days=1)
    return day


def _working_days_after(day: date, count: int, closed: Container[date]) -> date:
    while count > 0:
        day += timedelta(days=1)
        if is_open(day, closed):
            count -= 1
    return day
