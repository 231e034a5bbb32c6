"""The grammar of dates as people write them, in three languages: text in, first and last day out.

A reading is a span of days or a doubt, never a guess. Sense (future, placeholder) is not judged here.
"""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from tafteesh.foundation.kernel.date_spans import Span, day_span, full_year, month_span, year_span
from tafteesh.foundation.kernel.date_told import bengali_span, from_today
from tafteesh.foundation.kernel.date_vocabulary import (
    ENDINGS,
    HINT_OF,
    JOINS,
    MONTH_OF,
    NOISE,
    Hint,
    bengali_month,
)
from tafteesh.foundation.kernel.doubts import Doubt
from tafteesh.foundation.kernel.landmarks import landmark, landmark_days

_ABOUT_A_DAY = timedelta(days=15)

_SEP = r"\s*[-/.,\\|\s]\s*"
_DMY = re.compile(rf"(\d{{1,2}}){_SEP}(\d{{1,2}}){_SEP}(\d{{4}}|\d{{2}})")
_YMD = re.compile(rf"(\d{{4}}){_SEP}(\d{{1,2}}){_SEP}(\d{{1,2}})")
_MY = re.compile(rf"(\d{{1,2}}){_SEP}(\d{{4}})")
_YM = re.compile(r"(\d{4})\s*[-/.]\s*(\d{2})")
_YY = re.compile(r"(\d{4})\s*(?:-|/|to|or|and|&|বা|থেকে|या|से)\s*(\d{4})")
_Y = re.compile(r"\d{4}")
_COMPACT = re.compile(r"\d{8}")
_MANY = re.compile(r"(?<!\d)\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:\d{4}|\d{2})(?!\d)")
_FINANCIAL = re.compile(
    r"(?:f\.? ?y\.?|fin(?:ancial)?\.? year|আর্থিক বছর|অর্থবর্ষ|वित्त वर्ष|वित्तीय वर्ष)\s*[:-]?\s*"
    r"(\d{4})(?:\s*[-/]\s*(\d{4}|\d{2}))?"
)
_WEEK = re.compile(
    r"(1st|first|2nd|second|3rd|third|4th|fourth|last)"
    r"\s+week\s+(?:of\s+)?(.+)"
)
_WEEK_NUMBERS: Final[Mapping[str, int]] = {
    **dict.fromkeys(("1st", "first"), 1),
    **dict.fromkeys(("2nd", "second"), 2),
    **dict.fromkeys(("3rd", "third"), 3),
    **dict.fromkeys(("4th", "fourth"), 4),
    "last": 0,
}
_TIME_OF_DAY = re.compile(
    r"[t ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?(?:z|[+-]\d{2}:?\d{2})?$"
)
_LEADING = re.compile(
    r"^(?:dt|dtd|dated|date|on|d\.o\.b|dob|তারিখ|তাং|दिनांक|ता)[\s.:,-]+(?=\d)"
    r"|^(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?[\s.,]+(?=\d)"
)
_TRAILING = re.compile(r"[\s.,;:।]+$")
_DASHES: Final[Mapping[int, str]] = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_TOKEN = re.compile(r"\d+|[^\s\d\-/.,;:()\[\]~'’`\"&।]+|[~&]")


@dataclass(slots=True)
class _Words:
    """The parts of a written date once noise is gone."""

    numbers: list[str] = field(default_factory=list)
    months: list[int] = field(default_factory=list)
    hints: list[Hint] = field(default_factory=list)
    other: list[str] = field(default_factory=list)
    month_came_first: bool = False
    is_bengali: bool = False
    bengali_months: list[int] = field(default_factory=list)
    has_noise: bool = False


def parse_date_words(text: str, *, today: date, past_only: bool) -> Span | Doubt:
    """Read clean text (see `digits.clean`) as first and last day, or say why not. Never fails."""
    text = text.casefold().translate(_DASHES)
    text = _TRAILING.sub("", _TIME_OF_DAY.sub("", text))
    text = _LEADING.sub("", _LEADING.sub("", text))
    found = _numeric(text, today, past_only=past_only)
    if found is None:
        found = _special(text, today)
    if found is None:
        found = _in_words(text, today, past_only=past_only)
    return found


def _numeric(text: str, today: date, *, past_only: bool) -> Span | Doubt | None:
    if m := _DMY.fullmatch(text):
        year = full_year(m[3], today, past_only=past_only)
        return day_span(int(m[1]), int(m[2]), year)
    if m := _YMD.fullmatch(text):
        found = day_span(int(m[3]), int(m[2]), int(m[1]))
        return Doubt.NO_SUCH_DAY if found is Doubt.MONTH_FIRST else found
    if m := _MY.fullmatch(text):
        return month_span(int(m[2]), int(m[1]))
    if m := _YM.fullmatch(text):
        return _year_and_two_digits(int(m[1]), int(m[2]))
    if m := _YY.fullmatch(text):
        return _years(int(m[1]), int(m[2]))
    return _bare_digits(text)


def _bare_digits(text: str) -> Span | Doubt | None:
    if _Y.fullmatch(text):
        return year_span(int(text), int(text))
    return _compact(text) if _COMPACT.fullmatch(text) else None


def _year_and_two_digits(year: int, rest: int) -> Span | Doubt:
    """2019-20 is two years, 2021-02 is a month, 2011-12 could be either."""
    if rest == (year + 1) % 100:
        return Doubt.TWO_READINGS if 1 <= rest <= 12 else year_span(year, year + 1)
    return month_span(year, rest)


def _years(first: int, last: int) -> Span | Doubt:
    return year_span(first, last) if 0 < last - first <= 10 else Doubt.NOT_A_DATE


def _compact(text: str) -> Span | Doubt:
    """20210218 or 18022021, if only one of the two can be a date of our times."""
    iso = day_span(int(text[6:]), int(text[4:6]), int(text[:4]))
    ours = day_span(int(text[:2]), int(text[2:4]), int(text[4:]))
    likely = [s for s in (iso, ours) if not isinstance(s, Doubt) and 1900 <= s[0].year <= 2100]
    if len(likely) == 2:
        return Doubt.TWO_READINGS
    return likely[0] if likely else Doubt.NOT_A_DATE


def _special(text: str, today: date) -> Span | Doubt | None:
    if m := _FINANCIAL.search(text):
        return _financial_year(m, text)
    if m := _WEEK.fullmatch(text):
        return _week(m[1], m[2])
    if found := from_today(text, today):
        return found
    return Doubt.TWO_DATES if len(_MANY.findall(text)) > 1 else None


def _week(which: str, month: str) -> Span | Doubt:
    """The first to fourth seven days of a month, or its last seven."""
    words = _sorted_words(month)
    if words.other or words.hints or len(words.months) != 1 or list(map(len, words.numbers)) != [4]:
        return Doubt.NOT_A_DATE
    found = month_span(int(words.numbers[0]), words.months[0])
    if isinstance(found, Doubt):
        return found
    number = _WEEK_NUMBERS[which]
    first = (
        found[1] - timedelta(days=6) if number == 0 else found[0] + timedelta(days=7 * number - 7)
    )
    return first, first + timedelta(days=6)


def _financial_year(m: re.Match[str], text: str) -> Span | Doubt:
    year = int(m[1])
    is_whole = m[0].strip() == text.strip()
    is_next = m[2] is None or int(m[2]) % 100 == (year + 1) % 100
    if not (is_whole and is_next and 1900 <= year <= 2100):
        return Doubt.NOT_A_DATE
    return date(year, 4, 1), date(year + 1, 3, 31)


def _in_words(text: str, today: date, *, past_only: bool) -> Span | Doubt:
    words = _sorted_words(text)
    if words.other:
        found = _remembered(words)
    elif words.is_bengali:
        found = bengali_span(words.bengali_months, words.numbers)
    elif words.months:
        found = _with_month(words, today, past_only=past_only)
    else:
        found = _numbers_only(words, today, past_only=past_only)
    return found if isinstance(found, Doubt) else _bent(found, words)


def _sorted_words(text: str) -> _Words:
    words = _Words()
    for token in _TOKEN.findall(text):
        _place(token, words)
    if words.is_bengali and words.other:  # "Poush mela" is a festival, "Poush" a month
        words.other = [t for t in _TOKEN.findall(text) if _is_plain_word(t)]
    return words


def _is_plain_word(token: str) -> bool:
    return not token.isdecimal() and token not in NOISE and token not in HINT_OF


def _place(token: str, words: _Words) -> None:
    """Put one token where it belongs; what nothing knows may be the name of a festival."""
    if token.isdecimal():
        words.numbers.append(token)
    elif month := _month(token):
        words.month_came_first = words.month_came_first or not words.numbers
        words.months.append(month)
    elif token in HINT_OF:
        words.hints.append(HINT_OF[token])
    elif (month := bengali_month(token)) is not None:
        words.is_bengali = True
        words.bengali_months += [month] if month else []
    elif token in NOISE:
        words.has_noise = True
    elif token not in JOINS:
        words.other.append(token)


def _month(token: str) -> int | None:
    found = MONTH_OF.get(token)
    if found is None and not token.isascii():
        stems = (token.removesuffix(end) for end in ENDINGS if token.endswith(end))
        found = next((MONTH_OF[stem] for stem in stems if stem in MONTH_OF), None)
    return found


def _remembered(words: _Words) -> Span | Doubt:
    """A festival or event: "Kali Puja 2021", "first lockdown"."""
    name, numbers = " ".join(words.other), list(words.numbers)
    if "lock" in name and numbers[:1] in (["1"], ["2"]):
        name = f"{numbers.pop(0)} {name}"
    key = landmark(name)
    if key is None or words.months or len(numbers) > 1:
        return Doubt.NOT_A_DATE
    if numbers and len(numbers[0]) != 4:
        return Doubt.NO_YEAR
    spans = landmark_days(key, int(numbers[0]) if numbers else None)
    if key == "lockdown" and not numbers and (words.hints or words.has_noise):
        return _lockdowns(spans, words)
    if len(spans) == 1:
        return spans[0]
    if numbers:
        return Doubt.TWO_READINGS if spans else Doubt.NOT_A_DATE
    return Doubt.NO_YEAR


def _lockdowns(spans: tuple[Span, ...], words: _Words) -> Span:
    """Before the lockdown is before the first; in and after it may be either."""
    return spans[0] if Hint.BEFORE in words.hints else (spans[0][0], spans[-1][1])


def _with_month(words: _Words, today: date, *, past_only: bool) -> Span | Doubt:
    """12 Nov 2019, Nov 12, 2019, Oct 2021, Oct-21, Oct-Nov 2021."""
    numbers = words.numbers
    if len(words.months) > 1:
        return _two_months(words)
    if len(numbers) < 2:
        return _month_alone(words, today, past_only=past_only)
    if len(numbers) != 2:
        return Doubt.NOT_A_DATE
    day, year = numbers if len(numbers[0]) <= 2 else reversed(numbers)
    if len(day) > 2 or len(year) not in (2, 4):
        return Doubt.NOT_A_DATE
    return day_span(int(day), words.months[0], full_year(year, today, past_only=past_only))


def _month_alone(words: _Words, today: date, *, past_only: bool) -> Span | Doubt:
    """Oct 2021, 2021 Oct, Oct-21; but "21 Oct" and "Oct" have no year."""
    size = len(words.numbers[0]) if words.numbers else 0
    if size == 4 or (size == 2 and words.month_came_first):
        year = full_year(words.numbers[0], today, past_only=past_only)
        return month_span(year, words.months[0])
    return Doubt.NO_YEAR


def _two_months(words: _Words) -> Span | Doubt:
    first, last, *more = words.months
    if more or len(words.numbers) != 1 or len(words.numbers[0]) != 4:
        return Doubt.TWO_DATES
    start, end = (month_span(int(words.numbers[0]), m) for m in (first, last))
    if isinstance(start, Doubt) or isinstance(end, Doubt) or start >= end:
        return Doubt.TWO_DATES
    return start[0], end[1]


def _numbers_only(words: _Words, today: date, *, past_only: bool) -> Span | Doubt:
    numbers = words.numbers
    sizes = [len(n) for n in numbers]
    if sizes == [4]:
        return year_span(int(numbers[0]), int(numbers[0]))
    if sizes == [4, 4]:
        return _years(int(numbers[0]), int(numbers[1]))
    if sizes == [4, 2]:
        return _year_and_two_digits(int(numbers[0]), int(numbers[1]))
    return (
        Doubt.NOT_A_DATE
        if words.has_noise
        else _by_sizes(numbers, sizes, today, past_only=past_only)
    )


def _by_sizes(
    numbers: list[str], sizes: list[int], today: date, *, past_only: bool
) -> Span | Doubt:
    """5 2021 is a month, 12 5 2021 a day; but "2 year 2021" never comes here."""
    if len(sizes) == 2 and sizes[0] <= 2 and sizes[1] == 4:
        return month_span(int(numbers[1]), int(numbers[0]))
    if len(sizes) == 3 and max(sizes[:2]) <= 2 and sizes[2] in (2, 4):
        year = full_year(numbers[2], today, past_only=past_only)
        return day_span(int(numbers[0]), int(numbers[1]), year)
    return Doubt.NOT_A_DATE


def _bent(span: Span, words: _Words) -> Span | Doubt:
    """The span after "about", "before", "early" and their kind; an about-reading is never a day."""
    for hint in dict.fromkeys(words.hints):
        if hint is Hint.ABOUT:
            found: Span | Doubt = _about(span, is_landmark=bool(words.other))
        elif hint in (Hint.BEFORE, Hint.AFTER):
            found = _beside(span, hint, words.other)
        else:
            found = _part(span, hint)
        if isinstance(found, Doubt):
            return found
        span = found
    return span


def _about(span: Span, *, is_landmark: bool) -> Span:
    """A day and a festival widen by 15 days; a month or a year is as wide as it is."""
    if not is_landmark and span[0] != span[1]:
        return span
    return _moved(span[0], -_ABOUT_A_DAY), _moved(span[1], _ABOUT_A_DAY)


def _moved(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day


def _beside(span: Span, hint: Hint, words: list[str]) -> Span | Doubt:
    """Before a month or festival: from the month before it; after: to the end of the month after."""
    first, last = span
    is_long = (last - first).days > 100 and not any(
        "lock" in w or "লক" in w or "लॉक" in w for w in words
    )
    if first == last or is_long or not 2 <= first.year <= 9998:
        return Doubt.OPEN_ENDED
    if hint is Hint.BEFORE:
        return (first.replace(day=1) - timedelta(days=1)).replace(day=1), last
    following = last.replace(day=monthrange(last.year, last.month)[1]) + timedelta(days=1)
    return first, following.replace(day=monthrange(following.year, following.month)[1])


def _part(span: Span, hint: Hint) -> Span | Doubt:
    """Early, middle or late third of a year or a month."""
    first, last = span
    third = (Hint.EARLY, Hint.MID, Hint.LATE).index(hint)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        start, end = month_span(first.year, 4 * third + 1), month_span(first.year, 4 * third + 4)
        return (
            Doubt.NOT_A_DATE
            if isinstance(start, Doubt) or isinstance(end, Doubt)
            else (start[0], end[1])
        )
    if month_span(first.year, first.month) == span:
        end_day = (10, 20, last.day)[third]
        return first.replace(day=10 * third + 1), first.replace(day=end_day)
    return Doubt.NOT_A_DATE
