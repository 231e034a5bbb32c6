"""The clock. It is read at the door (a page, a command), never in the domain."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

INDIA = ZoneInfo("Asia/Kolkata")


def read_clock() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def day_in_india(moment: datetime) -> date:
    """The calendar day in Asia/Kolkata at that moment."""
    return moment.astimezone(INDIA).date()


def start_of_day(day: date) -> datetime:
    """The moment at which that day begins in Asia/Kolkata."""
    return datetime.combine(day, time(), INDIA)
