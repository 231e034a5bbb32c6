"""Days as they are told from another day: so long ago, last year, last Kali Puja, in the Bengali year, at her age."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from tafteesh.foundation.kernel.date_spans import Span
from tafteesh.foundation.kernel.doubts import Doubt
from tafteesh.foundation.kernel.landmarks import landmark, landmark_days, landmark_last

_HALF_YEAR = 183
_COUNTS = (
    (1, "a|an|one|ek|এক|एक"), (1.5, "der|দেড়|डेढ़|डेढ"), (2, "two|du|dui|do|দু|দুই|दो"),
    (2.5, "arai|আড়াই|ढाई"), (3, "three|tin|teen|তিন|तीन"), (4, "four|char|chaar|চার|चार"),
    (5, "five|panch|paanch|পাঁচ|पाँच|पांच"), (6, "six|chhoy|choy|chhe|ছয়|ছ|छह|छः|छे"),
    (7, "seven|sat|saat|সাত|सात"), (8, "eight|at|aath|আট|आठ"), (9, "nine|noy|nau|নয়|नौ"),
    (10, "ten|dosh|das|দশ|दस"), (11, "eleven|egaro|এগারো|ग्यारह"), (12, "twelve|baro|barah|বারো|बारह"),
)  # fmt: skip
_COUNT_OF: Final[Mapping[str, float]] = {
    word: number for number, words in _COUNTS for word in words.split("|")
}
# unit: days in one, days that "about so many" may be off either way
_UNITS = (
    ((1, 1), "day|days|din|দিন|दिन"),
    ((7, 4), "week|weeks|soptaho|hafta|hafte|সপ্তাহ|हफ्ते|हफ़्ते|सप्ताह"),
    ((30.44, 16), "month|months|mash|mas|mahina|mahine|মাস|महीने|महीना|माह"),
    ((365.25, _HALF_YEAR), "year|years|yr|yrs|bochor|bochhor|bachar|saal|sal|বছর|साल|वर्ष"),
)
_UNIT_OF: Final[Mapping[str, tuple[float, int]]] = {
    word: size for size, words in _UNITS for word in words.split("|")
}


def _any(words: Mapping[str, object]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_AGO = re.compile(
    rf"(?:(?:about|around|approx\.?|প্রায়|লগভগ|लगभग|करीब)\s+)?(\d{{1,3}}|{_any(_COUNT_OF)})"
    rf"\s*({_any(_UNIT_OF)})\s*(?:ago|back|before now|age|aage|pehle|pahle|আগে|পূর্বে|पहले|पूर्व)"
)
_LAST = re.compile(r"(?:last|previous|goto|gato|pichhle|pichle|গত|পিছলে|पिछले|पिछली|पिछला)\s*(.+)")
_THIS = re.compile(
    r"(?:this year|ei bochor|e bochor|is saal|এ বছর|এবছর|এই বছর|इस साल)(?:'s|ের)?\s*(.*)"
)
_YEAR_FIRST = re.compile(
    r"(?:year|bochor|bochhor|bachar|saal|sal|বছর|সাল|साल|वर्ष)(?:'s|ের|র)?\s*(.*)"
)
_MONTH = re.compile(r"(?:month|mash|mas|mahine|mahina|মাস|মাসে|महीने|महीना|माह)")
_CLASS = re.compile(
    r"(?:.*?\b)?(?:class|std|standard|ক্লাস|কক্ষা|कक्षा|क्लास)\s*[-:]?\s*"
    r"(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|ওয়ান|টু|থ্রি|ফোর|ফাইভ|সিক্স|সেভেন|এইট|নাইন|টেন|ইলেভেন|টুয়েলভ)(?:\D.*)?"
)
_AGE = re.compile(
    r"(?:at|at age|aged|when (?:i|she) was|at the age of)\s*(\d{1,2})(?: years?(?: old)?)?"
    r"|(\d{1,2})\s*(?:years? old|বছর বয়সে|বছর বয়সে|বছর বয়স|साल की उम्र में|साल की थी|bochor boyoshe)"
)
_IN_BENGALI: Final[Mapping[str, int]] = {
    word: number
    for number, word in enumerate(
        ["ওয়ান", "টু", "থ্রি", "ফোর", "ফাইভ", "সিক্স", "সেভেন", "এইট", "নাইন", "টেন", "ইলেভেন", "টুয়েলভ"],
        start=1,
    )
}
_FIRST_CLASS_AT = 6  # years of age in class 1, by the rule; many are older
_BENGALI_YEARS = range(1390, 1461)
_BENGALI_AHEAD = 593  # 1 Boishakh 1430 was in April 2023
# First day of each Bengali month, in the almanac of West Bengal, give or take a day.
_BENGALI_STARTS = (
    (4, 15), (5, 15), (6, 15), (7, 17), (8, 18), (9, 18), (10, 18), (11, 17), (12, 17), (1, 15),
    (2, 13), (3, 15),
)  # fmt: skip
_ALMANAC = timedelta(days=2)


def from_today(text: str, today: date) -> Span | Doubt | None:
    """What is told from today: two years ago, last month, last Durga Puja, this year's Eid. None if it is not."""
    if m := _AGO.fullmatch(text):
        return _ago(m[1], _UNIT_OF[m[2]], today)
    if m := _THIS.fullmatch(text):
        return _in_year(m[1], today.year, today)
    if m := _LAST.fullmatch(text):
        return _last(m[1].strip(), today)
    return None


def _ago(count: str, unit: tuple[float, int], today: date) -> Span | Doubt:
    """Counted back from today, and as wide as the unit is coarse."""
    number = _COUNT_OF.get(count) or int(count)
    length, slack = unit
    back = round(number * length)
    if number == 0 or back + slack >= today.toordinal() or number * length > 365.25 * 80:
        return Doubt.NOT_A_DATE
    middle = today - timedelta(days=back)
    return middle - timedelta(days=slack), min(today, middle + timedelta(days=slack))


def _last(rest: str, today: date) -> Span | Doubt | None:
    if m := _YEAR_FIRST.fullmatch(rest):
        return _in_year(m[1], today.year - 1, today)
    if _MONTH.fullmatch(rest):
        end = today.replace(day=1) - timedelta(days=1)
        return end.replace(day=1), end
    key = landmark(rest)
    return landmark_last(key, today) if key else None


def _in_year(rest: str, year: int, today: date) -> Span | Doubt:
    """That year, up to today; or the festival that is named besides."""
    if not rest.strip():
        return date(year, 1, 1), min(date(year, 12, 31), today)
    key = landmark(rest.strip())
    spans = landmark_days(key, year) if key else ()
    return spans[0] if len(spans) == 1 else Doubt.NOT_A_DATE


def bengali_span(months: list[int], numbers: list[str]) -> Span | Doubt:
    """A month or a whole year of the Bengali calendar, a day or two wider than the almanac says."""
    if len(numbers) != 1 or not numbers[0].isdecimal() or int(numbers[0]) not in _BENGALI_YEARS:
        return Doubt.BENGALI_CALENDAR
    if len(months) > 1:
        return Doubt.BENGALI_CALENDAR
    year = int(numbers[0]) + _BENGALI_AHEAD
    first = _bengali_start(year, months[0] - 1 if months else 0)
    after = _bengali_start(year, months[0] if months else 12)
    return first - _ALMANAC, after - timedelta(days=1) + _ALMANAC


def _bengali_start(year: int, month: int) -> date:
    """The day on which a month, counted from 0, begins; 12 is the next year's first."""
    later, month = divmod(month, 12)
    start, day = _BENGALI_STARTS[month]
    return date(year + later + (1 if month >= 9 else 0), start, day)


def at_her_age(text: str, born: Span) -> Span | None:
    """When she was fourteen, or in class seven, for one who was born in these days; None if nothing of it is told."""
    if m := _AGE.fullmatch(text):
        age = int(m[1] or m[2])
        return _years_after(born[0], age), _years_after(born[1], age + 1)
    if m := _CLASS.fullmatch(text):
        number = int(_COUNT_OF.get(m[1]) or _IN_BENGALI.get(m[1]) or m[1])
        if not 1 <= number <= 12:
            return None
        age = number + _FIRST_CLASS_AT - 1
        return _years_after(born[0], age), _years_after(born[1], age + 3)
    return None


def tells_her_age(text: str) -> bool:
    """Whether the words count from her birth."""
    return bool(_AGE.fullmatch(text) or _CLASS.fullmatch(text))


def _years_after(day: date, years: int) -> date:
    year = day.year + years
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))
