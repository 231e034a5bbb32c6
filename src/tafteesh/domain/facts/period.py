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

    @property
    def slug(self) -> str:
        """The name as it stands in an address."""
        return self.name.replace("/", "_")

    @property
    def before(self) -> "Period":
        """The same time a year earlier."""
        if "/" not in self.name:
            return self.financial_year(self.starts_on.year - 1)
        return self.named(f"{_a_year_back(self.starts_on)}/{_a_year_back(self.ends_on)}")

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
        if found := re.fullmatch(r"(\d{4}-\d\d-\d\d)[/_](\d{4}-\d\d-\d\d)", text.strip()):
            try:
                start, end = date.fromisoformat(found[1]), date.fromisoformat(found[2])
            except ValueError:
                raise NoSuchPeriod(text) from None
            if start <= end:
                return cls(start, end, f"{start}/{end}")
        raise NoSuchPeriod(text)


def _a_year_back(day: date) -> date:
    """The same day of the year before; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)
