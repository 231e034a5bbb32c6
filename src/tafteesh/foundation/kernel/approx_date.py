"""Dates that may not be exact, and how to read them from what people wrote."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Final, Self

from tafteesh.foundation.kernel.date_spans import Span, month_span
from tafteesh.foundation.kernel.date_words import parse_date_words
from tafteesh.foundation.kernel.digits import clean, tidy
from tafteesh.foundation.kernel.doubts import Doubt
from tafteesh.foundation.kernel.no_answer import Answer, read_no_answer

_LONGEST = 120  # characters; a longer cell is a story, not a date
_LARGEST_NUMBER = 99_999_999  # eight digits, a date without signs between
_EARLIEST_YEAR = 1950
_LATEST_PLAN = 15  # years ahead that a plan may reach
_EXCEL_DAYS = (366, 73_050)  # serials that a sheet may hold: 1901 to 2099
_PLACEHOLDERS: Final = frozenset(
    date(*d)
    for d in (
        (1899, 12, 30), (1899, 12, 31), (1900, 1, 1), (1901, 1, 1), (1904, 1, 1), (1970, 1, 1),
        (1111, 11, 11), (2000, 1, 1), (1, 1, 1), (9999, 12, 31), (1999, 9, 9), (9999, 9, 9),
    )
)  # fmt: skip


class Precision(StrEnum):
    """How much is known of a date."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    ABOUT = "about"


@dataclass(frozen=True, slots=True, order=True)
class ApproxDate:
    """A day known to lie between two days, both included, with the words as told.

    Sorts and compares by its days; the words do not count. ValueError if it ends before it begins.
    """

    earliest: date
    latest: date
    words: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ValueError("an approximate date must not end before it begins")

    def __reduce__(self) -> tuple[type[Self], tuple[date, date, str]]:
        return type(self), (self.earliest, self.latest, self.words)

    @classmethod
    def on(cls, day: date, words: str = "") -> Self:
        """An exact day."""
        return cls(day, day, words)

    @classmethod
    def from_iso(cls, text: str, words: str = "") -> Self:
        """The opposite of `iso`; ValueError for anything else."""
        first, _, last = text.partition("/")
        if last:
            return cls(date.fromisoformat(first), date.fromisoformat(last), words)
        if len(text) == 10:
            return cls.on(date.fromisoformat(text), words)
        year, _, month = text.partition("-")
        span = (
            month_span(int(year), int(month))
            if month
            else (date(int(year), 1, 1), date(int(year), 12, 31))
        )
        if isinstance(span, Doubt):
            raise ValueError("not a month")  # noqa: TRY004  the text is wrong, not its type
        return cls(*span, words)

    @property
    def exact(self) -> date | None:
        """The day, if it is one day; else None."""
        return self.earliest if self.earliest == self.latest else None

    @property
    def precision(self) -> Precision:
        """A day, a whole calendar month, a whole calendar year, or about."""
        first, last = self.earliest, self.latest
        if first == last:
            return Precision.DAY
        if first.year == last.year and first.day == 1:
            if (first.month, last.month, last.day) == (1, 12, 31):
                return Precision.YEAR
            if month_span(first.year, first.month) == (first, last):
                return Precision.MONTH
        return Precision.ABOUT

    def iso(self) -> str:
        """2021-02-18, 2021-02, 2021, or 2021-02-01/2021-03-08 for any other range."""
        day = self.earliest.isoformat()
        match self.precision:
            case Precision.DAY:
                return day
            case Precision.MONTH:
                return day[:7]
            case Precision.YEAR:
                return day[:4]
        return f"{day}/{self.latest.isoformat()}"

    def calendar_unit(self) -> str:
        """The day, month or year that is surely right: "about Kali Puja 2021" is "2021".

        A range within no single year is given as `iso` gives it.
        """
        first, last = self.earliest, self.latest
        if self.precision is Precision.ABOUT and first.year == last.year:
            return first.isoformat()[:4]
        return self.iso()

    def surely_before(self, other: "date | ApproxDate") -> bool:
        """Whether every day it may be lies before every day the other may be."""
        return self.latest < _span(other)[0]

    def maybe_before(self, other: "date | ApproxDate") -> bool:
        """Whether some day it may be lies before some day the other may be."""
        return self.earliest < _span(other)[1]

    def surely_after(self, other: "date | ApproxDate") -> bool:
        """Whether every day it may be lies after every day the other may be."""
        return self.earliest > _span(other)[1]

    def maybe_after(self, other: "date | ApproxDate") -> bool:
        """Whether some day it may be lies after some day the other may be."""
        return self.latest > _span(other)[0]

    def days_between(self, other: "date | ApproxDate") -> tuple[int, int]:
        """Fewest and most days from this to the other; negative where the other may come first."""
        first, last = _span(other)
        return (first - self.latest).days, (last - self.earliest).days


def _span(other: date | ApproxDate) -> Span:
    if isinstance(other, ApproxDate):
        return other.earliest, other.latest
    if isinstance(other, datetime):
        other = other.date()
    return other, other


@dataclass(frozen=True, slots=True)
class DateReading:
    """What a cell says about a day: a value, or no answer, or a doubt for a person to settle.

    `value` is None unless all is well. `suspect` is what was read when the doubt is about sense
    (a future day, a placeholder). `answer` is KNOWN whenever something is written.
    """

    value: ApproxDate | None
    answer: Answer
    doubt: Doubt | None = None
    note: str = ""
    suspect: ApproxDate | None = None


_BLANK = DateReading(None, Answer.NOT_ASKED)


def read_date(
    raw: object, *, today: date, past_only: bool = True, epoch_1904: bool = False
) -> DateReading:
    """Read a cell as a day, month, year or range of days; day before month, always. Never fails.

    `past_only` doubts what lies after `today`; `epoch_1904` is how old Macintosh sheets count.
    """
    kind = type(raw)
    if kind is datetime:
        raw, kind = raw.date(), date  # type: ignore[attr-defined]  # kind says it is a datetime
    if raw is None or raw == "":
        return _BLANK
    if kind is str and len(raw) > _LONGEST:  # type: ignore[arg-type]  # kind says it is a str
        raw = clean(raw[: 4 * _LONGEST])  # type: ignore[index]  # the same
        if len(raw) > _LONGEST:
            return DateReading(None, Answer.KNOWN, Doubt.TOO_LONG)
    if kind in (date, str, int, float):
        return _read_cached(raw, today, past_only, epoch_1904)
    return DateReading(None, Answer.KNOWN, Doubt.NOT_A_DATE)


@lru_cache(maxsize=32_768, typed=True)
def _read_cached(raw: object, today: date, past_only: bool, epoch_1904: bool) -> DateReading:  # noqa: FBT001  keys of the cache
    if isinstance(raw, date):
        return _judged((raw, raw), "", today, past_only=past_only)
    if isinstance(raw, int | float):
        return _read_number(raw, "", today, past_only=past_only, epoch_1904=epoch_1904)
    text, told = clean(str(raw)), tidy(str(raw))
    answer = read_no_answer(text)
    if answer is not None:
        return DateReading(None, answer)
    number = _as_serial(text)
    if number is not None:
        return _read_number(number, told, today, past_only=past_only, epoch_1904=epoch_1904)
    found = parse_date_words(text.removesuffix(".0"), today=today, past_only=past_only)
    if isinstance(found, Doubt):
        return DateReading(None, Answer.KNOWN, found)
    return _judged(found, told, today, past_only=past_only)


def _as_serial(text: str) -> float | None:
    """44562 or 44562.5 in text, as a sheet that lost its formats has it."""
    whole, _, part = text.partition(".")
    is_serial = whole.isascii() and whole.isdecimal() and len(whole) == 5
    is_whole = not part or (part.isascii() and part.isdecimal())
    return float(text) if is_serial and is_whole and len(part) < 20 else None


def _read_number(
    number: float, words: str, today: date, *, past_only: bool, epoch_1904: bool
) -> DateReading:
    if number != number:  # noqa: PLR0124  only NaN differs from itself
        return _BLANK
    if number in (0, 1, 2):
        return DateReading(None, Answer.KNOWN, Doubt.PLACEHOLDER_DATE, "0 or 1 shown as a date")
    found = _number_span(number, today, past_only=past_only, epoch_1904=epoch_1904)
    if isinstance(found, Doubt):
        return DateReading(None, Answer.KNOWN, found)
    return _judged(found, words, today, past_only=past_only)


def _number_span(number: float, today: date, *, past_only: bool, epoch_1904: bool) -> Span | Doubt:
    """A number of a sheet: a year if it looks like one, else days since 1900 or 1904."""
    if abs(number) > _LARGEST_NUMBER:
        return Doubt.NOT_A_DATE
    if 1900 <= number <= 2100 and number == int(number):
        return date(int(number), 1, 1), date(int(number), 12, 31)
    if len(str(int(number))) == 8:
        return parse_date_words(str(int(number)), today=today, past_only=past_only)
    if not _EXCEL_DAYS[0] <= number <= _EXCEL_DAYS[1]:
        return Doubt.NOT_A_DATE
    day = (date(1904, 1, 1) if epoch_1904 else date(1899, 12, 30)) + timedelta(days=int(number))
    return day, day


def _judged(span: Span, words: str, today: date, *, past_only: bool) -> DateReading:
    """Whether the days make sense; what ends after today is cut there if it is about the past."""
    doubt = _sense(span, today, past_only=past_only)
    first, last = span
    value = ApproxDate(first, last, words)
    if doubt is not None:
        return DateReading(None, Answer.KNOWN, doubt, f"reads as {value.iso()}", value)
    if past_only and last > today and value.precision is Precision.ABOUT:
        value = ApproxDate(first, today, words)
    return DateReading(value, Answer.KNOWN)


def _sense(span: Span, today: date, *, past_only: bool) -> Doubt | None:
    first, last = span
    if first == last and first in _PLACEHOLDERS:
        return Doubt.PLACEHOLDER_DATE
    if first.year in (1900, 1901):
        return Doubt.PLACEHOLDER_DATE
    if first.year < _EARLIEST_YEAR:
        return Doubt.YEAR_TYPED_WRONG if first.year < 1900 else Doubt.TOO_EARLY
    if first.year > today.year + (1 if past_only else _LATEST_PLAN):
        return Doubt.YEAR_TYPED_WRONG
    return Doubt.FUTURE_DATE if past_only and first > today else None
