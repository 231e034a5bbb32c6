"""How papers and sheets cite a First Information Report and sections of law, read without guessing."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from tafteesh.foundation.kernel.digits import clean
from tafteesh.foundation.kernel.doubts import Doubt
from tafteesh.foundation.kernel.no_answer import Answer, read_no_answer
from tafteesh.reference.law.section_words import (
    KnownSections,
    Section,
    SectionsReading,
    UnknownPart,
    read_sections,
)

__all__ = [
    "FirNumber",
    "FirNumberReading",
    "FirReference",
    "FirReferenceReading",
    "KnownSections",
    "Section",
    "SectionsReading",
    "UnknownPart",
    "read_fir_number",
    "read_fir_reference",
    "read_sections",
]

_LONGEST = 160  # characters
_EARLIEST_YEAR, _LATEST_YEAR = 1950, 2099
_DATE_SERIALS = (29_221, 60_000)  # Excel days from 1980: a FIR number the sheet took for a date

_NUMBER_AND_YEAR = (
    r"0*(\d{1,6})\s*(?:[/\\_-]|\.(?=\d{4})|\bof\b|\byear\b|সালের|का)\s*(\d{4}|\d{2})(?!\d)"
)
_IN_TEXT = re.compile(rf"(?<!\d)(?<!\d[-/.]){_NUMBER_AND_YEAR}(?![-/.]\s?\d)")
_YEAR_FIRST = re.compile(r"((?:19|20)\d{2})\s*[/-]\s*0*(\d|\d{3}|\d{5})")
_DATED = re.compile(r"[\s,;(]*(?:\bdtd?\b|\bdated?\b|\bon\b(?=\s*\d)|তারিখ|তাং|दिनांक)[\s.:,-]*(.*)$")
_YEAR_AT_END = re.compile(r"(?<!\d)\d{1,2}[-/. ]\d{1,2}[-/. ](\d{4}|\d{2})(?!\d)")
_DATE = re.compile(
    r"\d{1,2}[-/. ]\d{1,2}[-/. ](?:\d{4}|\d{2})|(?:19|20)\d{2}-\d{1,2}-\d{1,2}(?: [\d:.]+)?"
    r"|(?:\d{1,2}[- ])?(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*[- ]?(?:\d{4}|\d{2})?"
)
_MONTH_AND_YEAR = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*[- ]\d{2,4}\b"
)
_SECTIONS_FOLLOW = re.compile(
    r"[\s,;]*(?:\bu/s\b|\bu/sec|\bunder sec|\bsec(?:tions?)?\b|ধারা|धारा).*$"
)
_DECORATION = re.compile(
    r"\b(?:c|cr|crime|case|fir|f\.i\.r|ps case)\s*[/.]?\s*nos?\b\.?"
    r"|\bp\s*\.?\s*s\b\.?|\bpolice\s*(?:station|stn)\b\.?|\bthana\b|\bf\.?\s?i\.?\s?r\b\.?"
    r"|\bnos?\b\.?|\bnumber\b|\bcase\b|\bbearing\b|\bthe\b|#|№"
    r"|থানা(?:র|য়)?|পুলিশ স্টেশন|এফ\.?আই\.?আর\.?|নম্বর|নং|কেস|মামলা"
    r"|थाना|पुलिस स्टेशन|एफ\.?आई\.?आर\.?|नंबर|संख्या|सं\.|नं\.?|केस|कांड|मामला"
)
_OF = re.compile(r"\b(?:of|at|under)\b")
_AROUND = " \t.,:;-–—_/\\()[]{}'\"।|"
_ACRONYMS: Final = frozenset(
    [
        "grp",
        "grps",
        "rpf",
        "ahtu",
        "cid",
        "stf",
        "ps",
        "i",
        "ii",
        "iii",
        "iv",
        "gpo",
        "crpf",
        "nia",
        "cbi",
    ]
)


@dataclass(frozen=True, slots=True, order=True)
class FirNumber:
    """The number a police station gave a First Information Report, counted anew each year."""

    number: int
    year: int

    def __str__(self) -> str:
        return f"{self.number}/{self.year}"


@dataclass(frozen=True, slots=True, order=True)
class FirReference:
    """A First Information Report as another paper names it; the station as written, tidied."""

    police_station: str
    number: int
    year: int

    def __str__(self) -> str:
        return f"{self.police_station} {self.number}/{self.year}"

    @property
    def fir_number(self) -> FirNumber:
        """The number without the station."""
        return FirNumber(self.number, self.year)


@dataclass(frozen=True, slots=True)
class FirNumberReading:
    """A FIR number, or no answer, or a doubt. `answer` is KNOWN whenever something is written."""

    value: FirNumber | None
    answer: Answer
    doubt: Doubt | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class FirReferenceReading:
    """A FIR reference, or no answer, or a doubt. `answer` is KNOWN whenever something is written."""

    value: FirReference | None
    answer: Answer
    doubt: Doubt | None = None
    note: str = ""


def read_fir_number(raw: object, *, today: date | None = None) -> FirNumberReading:
    """Read a cell as a FIR number and year. Never fails.

    What a sheet turned into a date is a doubt. With `today`, so is a year still to come.
    """
    text = _as_text(raw)
    if isinstance(text, Answer):
        return FirNumberReading(None, text)
    found = text if isinstance(text, Doubt) else _number_in(text, today.year if today else None)
    if isinstance(found, Doubt):
        return FirNumberReading(None, Answer.KNOWN, found)
    return FirNumberReading(found, Answer.KNOWN)


def read_fir_reference(
    raw: object,
    *,
    today: date | None = None,
    station_name: Callable[[str], str | None] | None = None,
) -> FirReferenceReading:
    """Read a cell as police station, number and year, in any order. Never fails by itself.

    `station_name` may give the official name for a station as written, or None to leave it.
    """
    text = _as_text(raw)
    if isinstance(text, Answer):
        return FirReferenceReading(None, text)
    found = text if isinstance(text, Doubt) else _reference_in(text, today.year if today else None)
    if isinstance(found, Doubt):
        return FirReferenceReading(None, Answer.KNOWN, found)
    official = station_name(found.police_station) if station_name else None
    if official:
        found = FirReference(official, found.number, found.year)
    return FirReferenceReading(found, Answer.KNOWN)


def _as_text(raw: object) -> str | Answer | Doubt:
    """Clean text to search in, or what else the cell is."""
    if isinstance(raw, str):
        text = clean(raw[: 4 * _LONGEST])
        if len(text) > _LONGEST:
            return Doubt.TOO_LONG
        return read_no_answer(text) or text
    if isinstance(raw, date):
        return Doubt.FIR_LOOKS_LIKE_DATE
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _numeric_cell(raw)
    return Answer.NOT_ASKED if raw is None else Doubt.NOT_A_FIR_NUMBER


def _numeric_cell(raw: float) -> Answer | Doubt:
    if raw != raw:  # noqa: PLR0124  only NaN differs from itself
        return Answer.NOT_ASKED
    if _DATE_SERIALS[0] <= raw <= _DATE_SERIALS[1]:
        return Doubt.FIR_LOOKS_LIKE_DATE
    return Doubt.FIR_WITHOUT_YEAR if 1 <= raw < 1_000_000 else Doubt.NOT_A_FIR_NUMBER


@lru_cache(maxsize=16_384)
def _number_in(text: str, this_year: int | None) -> FirNumber | Doubt:
    text, year_of_date = _without_date(text.casefold())
    text = _DECORATION.sub(" ", text).strip(_AROUND)
    if _DATE.fullmatch(text):
        return Doubt.FIR_LOOKS_LIKE_DATE
    if swapped := _YEAR_FIRST.fullmatch(text):
        return _sensible(int(swapped[2]), swapped[1], year_of_date, this_year)
    hits = list(_IN_TEXT.finditer(text))
    if len(hits) > 1:
        return Doubt.TWO_FIRS
    if not hits:
        return _without_year(text, year_of_date, this_year)
    is_whole = hits[0].span() == (0, len(text))
    return _from_hit(hits[0], year_of_date, this_year) if is_whole else Doubt.NOT_A_FIR_NUMBER


def _without_date(text: str) -> tuple[str, str | None]:
    """The text before "dt 08.12.2014" and before the sections, and the year of that date."""
    text = _SECTIONS_FOLLOW.sub("", text)
    dated = _DATED.search(text)
    if dated is None or not text[: dated.start()].strip():
        return text, None
    year = _YEAR_AT_END.search(dated[1])
    return text[: dated.start()], year[1] if year else None


def _without_year(text: str, year_of_date: str | None, this_year: int | None) -> FirNumber | Doubt:
    """ "412 dated 12.04.2025": numbers run by the year of registering, so the date gives it."""
    if not (text.isascii() and text.isdecimal() and len(text) <= 6):
        return Doubt.NOT_A_FIR_NUMBER
    if year_of_date is None:
        return Doubt.FIR_WITHOUT_YEAR
    return _sensible(int(text), year_of_date, None, this_year)


def _from_hit(
    hit: re.Match[str], year_of_date: str | None, this_year: int | None
) -> FirNumber | Doubt:
    """Number before year; "2021/22" could be either way round."""
    if len(hit[2]) == 2 and len(hit[1]) == 4 and hit[1][:2] in ("19", "20"):
        return Doubt.TWO_READINGS
    return _sensible(int(hit[1]), hit[2], year_of_date, this_year)


def _sensible(
    number: int, written_year: str, year_of_date: str | None, this_year: int | None
) -> FirNumber | Doubt:
    year = _full_year(written_year, this_year)
    if number == 0:
        return Doubt.NOT_A_FIR_NUMBER
    if not _EARLIEST_YEAR <= year <= (this_year or _LATEST_YEAR):
        return Doubt.FIR_YEAR_ODD
    if year_of_date and _full_year(year_of_date, this_year) != year:
        return Doubt.FIR_YEAR_AND_DATE_DIFFER
    return FirNumber(number, year)


def _full_year(written: str, this_year: int | None) -> int:
    year = int(written)
    if len(written) != 2:
        return year
    return 2000 + year if 2000 + year <= (this_year or 2068) else 1900 + year


@lru_cache(maxsize=16_384)
def _reference_in(text: str, this_year: int | None) -> FirReference | Doubt:
    lowered, year_of_date = _without_date(text.casefold())
    hits = list(_IN_TEXT.finditer(lowered))
    if len(hits) > 1:
        return Doubt.TWO_FIRS
    if hits:
        number = _from_hit(hits[0], year_of_date, this_year)
        rest = f"{lowered[: hits[0].start()]} {lowered[hits[0].end() :]}"
    else:
        number, rest = _lone_number(lowered, year_of_date, this_year)
    if isinstance(number, Doubt):
        return number
    station = _station(rest, text)
    if not station:
        return Doubt.FIR_WITHOUT_STATION
    if any(sign.isdecimal() for sign in station):
        return Doubt.NOT_A_FIR_NUMBER
    return FirReference(station, number.number, number.year)


def _lone_number(
    text: str, year_of_date: str | None, this_year: int | None
) -> tuple[FirNumber | Doubt, str]:
    numbers = re.findall(r"\d+", text)
    if len(numbers) != 1 or _MONTH_AND_YEAR.search(text):
        return (
            Doubt.FIR_LOOKS_LIKE_DATE if _DATE.search(text) and numbers else Doubt.NOT_A_FIR_NUMBER
        ), text
    return _without_year(numbers[0], year_of_date, this_year), re.sub(r"\d+", " ", text)


def _station(rest: str, original: str) -> str:
    """The name of the station: what is left, written as on the paper, or with capitals if it had none."""
    name = _OF.sub(" ", _DECORATION.sub(" ", rest))
    name = " ".join(filter(None, (word.strip(_AROUND) for word in name.split())))
    place = original.casefold().find(name) if original.isascii() else -1
    written = original[place : place + len(name)] if place >= 0 else name
    return " ".join(map(_capital, written.split()))


def _capital(word: str) -> str:
    if word.casefold() in _ACRONYMS:
        return word.upper()
    is_plain = word.islower() or word.isupper()
    return "-".join(part.capitalize() for part in word.split("-")) if is_plain else word
