"""Periods: the Indian financial year, April to March, both ends included."""

import re
from dataclasses import dataclass
from datetime import date


class NoSuchPeriod(ValueError):
    """The text names no period."""


@dataclass(frozen=True)
class Period:
    """From a day to a day, both included."""

    starts_on: date
    ends_on: date
    name: str

    @classmethod
    def financial_year(cls, year: int) -> "Period":
        """The year that begins on 1 April of `year`: 2023 is 2023-24."""
        return cls(date(year, 4, 1), date(year + 1, 3, 31), f"{year}-{(year + 1) % 100:02}")

    @classmethod
    def containing(cls, day: date) -> "Period":
        """The financial year in which the day lies."""
        return cls.financial_year(day.year if day.month >= 4 else day.year - 1)

    @classmethod
    def named(cls, text: str) -> "Period":
        """Read "2023-24", or "2023-07-01/2024-06-30" for a donor's year. Raises NoSuchPeriod."""
        if found := re.fullmatch(r"(\d{4})-(\d{2})", text.strip()):
            first = int(found[1])
            if 1950 <= first <= 2100 and (first + 1) % 100 == int(found[2]):
                return cls.financial_year(first)
        if found := re.fullmatch(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)", text.strip()):
            try:
                start, end = date.fromisoformat(found[1]), date.fromisoformat(found[2])
            except ValueError:
                raise NoSuchPeriod(text) from None
            if start <= end:
                return cls(start, end, f"{start}/{end}")
        raise NoSuchPeriod(text)
