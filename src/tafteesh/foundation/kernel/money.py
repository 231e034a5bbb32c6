"""Money: integer paise inside, rupees in the Indian grouping outside, and how people write it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final, NewType

from tafteesh.foundation.kernel.digits import clean
from tafteesh.foundation.kernel.doubts import Doubt
from tafteesh.foundation.kernel.no_answer import Answer, read_no_answer
from tafteesh.foundation.kernel.number_words import (
    BENGALI,
    ENGLISH,
    HINDI,
    SMALL_NUMBERS,
    NumberWords,
    counted,
)

Paise = NewType("Paise", int)

_LONGEST = 120  # characters
_MOST_DIGITS = 16  # with commas; more than a hundred crore has, few enough for exact decimals
_LARGEST = 100_00_00_000 * 100  # a hundred crore rupees, in paise
_LAKH, _CRORE = 1_00_000 * 100, 1_00_00_000 * 100  # in paise

_UNITS: Final[Mapping[str, int]] = {
    word: size
    for size, words in (
        (1_00_00_000, "crore|crores|cr|crs|core|koti|কোটি|करोड़|करोड"),
        (1_00_000, "lakh|lakhs|lac|lacs|lak|laks|lk|lkh|l|laakh|lakhya|লাখ|লক্ষ|लाख"),
        (1_000, "thousand|thousands|thou|k|hazar|hazaar|hajar|hajaar|th|হাজার|हज़ार|हजार"),
        (100, "hundred|hundreds|sau|sho|shoto|শো|শ|শত|सौ"),
    )
    for word in words.split("|")
}
_FRACTIONS = frozenset(
    [
        "half",
        "quarter",
        "sare",
        "sade",
        "saare",
        "saade",
        "sadhe",
        "saadhe",
        "share",
        "dhai",
        "adhai",
        "arai",
        "aarai",
        "derh",
        "dedh",
        "der",
        "dhed",
        "sowa",
        "sawa",
        "paune",
        "poune",
        "সাড়ে",
        "আড়াই",
        "দেড়",
        "সওয়া",
        "পৌনে",
        "আধ",
        "আধা",
        "साढ़े",
        "साढे",
        "ढाई",
        "अढ़ाई",
        "डेढ़",
        "डेढ",
        "सवा",
        "पौने",
        "आधा",
    ]
)
_AND = frozenset(("and", "এবং", "और", "ও"))
_CURRENCY = re.compile(
    r"₹|(?<![a-z])(?:rs|inr|rupees?|rupaye|taka|tk|re)(?![a-z])\.?|টাকা(?:র)?|রুপি|रुपये|रुपए|रुपया|रूपये|रु\.?|টা\."
)
_DECORATION = re.compile(
    r"/\s*[-=–—]+|/\s*$|(?<![a-z])only(?![a-z])|মাত্র|मात्र|केवल|[=*]+|[-.–—]+\s*$"
)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_NUMBER = r"\d+(?:,\d+)*(?:\.\d+)?"
_PART = re.compile(rf"({_NUMBER})|([^\s\d,.()+/&-]+)|(\S)")
_INDIAN = re.compile(r"\d{1,3}(?:,\d{2})*,\d{3}")
_WESTERN = re.compile(r"\d{1,3}(?:,\d{3})+")
_TWO = re.compile(r"\d\s*(?:lakhs?|lacs?|l|k|cr|লাখ|লক্ষ|लाख)?\s*(?:-|to|থেকে|से|or|\+|&|;)\s*\d")


@dataclass(frozen=True, slots=True)
class MoneyReading:
    """What a cell says about an amount: paise, or no answer, or a doubt for a person to settle.

    `answer` is KNOWN whenever something is written; `paise` is None unless all is well.
    """

    paise: Paise | None
    answer: Answer
    doubt: Doubt | None = None
    note: str = ""


_BLANK = MoneyReading(None, Answer.NOT_ASKED)


def read_money(raw: object) -> MoneyReading:
    """Read a cell that holds rupees, as a number or as people write it. Never fails.

    Zero is a doubt (nothing awarded, or not known?), as are two amounts and fractions in words.
    """
    if raw is None or raw == "":
        return _BLANK
    if isinstance(raw, str):
        if len(raw) > _LONGEST:
            raw = clean(raw[: 4 * _LONGEST])
        return _read_text(raw) if len(raw) <= _LONGEST else _doubt(Doubt.TOO_LONG)
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _read_number(raw)
    if isinstance(raw, Decimal) and raw.is_finite() and abs(raw) < _LARGEST:
        return _judged(raw)
    return _doubt(Doubt.NOT_AN_AMOUNT)


def _doubt(kind: Doubt, note: str = "") -> MoneyReading:
    return MoneyReading(None, Answer.KNOWN, kind, note)


@lru_cache(maxsize=8192, typed=True)
def _read_number(raw: float) -> MoneyReading:
    if raw != raw:  # noqa: PLR0124  only NaN differs from itself
        return _BLANK
    if abs(raw) >= _LARGEST:
        return _doubt(Doubt.AMOUNT_TOO_LARGE)
    near = round(raw, 2)
    return _judged(Decimal(repr(near)) if abs(near - raw) < 1e-6 else Decimal(raw))


@lru_cache(maxsize=16_384)
def _read_text(raw: str) -> MoneyReading:
    text = clean(raw)
    answer = read_no_answer(text)
    if answer is not None:
        return MoneyReading(None, answer)
    found = _amount(text.casefold())
    return _doubt(found) if isinstance(found, Doubt) else _judged(found)


def _judged(amount: Decimal) -> MoneyReading:
    paise = amount * 100
    if paise == 0:
        return _doubt(Doubt.ZERO_AMOUNT)
    if paise < 0:
        return _doubt(Doubt.NEGATIVE_AMOUNT)
    if paise > _LARGEST:
        return _doubt(Doubt.AMOUNT_TOO_LARGE)
    if paise != paise.to_integral_value():
        return _doubt(Doubt.FRACTION_OF_A_PAISA)
    return MoneyReading(Paise(int(paise)), Answer.KNOWN)


def _amount(text: str) -> Decimal | Doubt:
    """Rupees in casefolded text; what stands in brackets must say the same."""
    aside = _BRACKETS.search(text)
    if aside is None:
        return _plain_amount(text)
    main = _plain_amount(text[: aside.start()] + " " + text[aside.end() :])
    repeated = _plain_amount(aside[1])
    if isinstance(main, Doubt) or isinstance(repeated, Doubt):
        return Doubt.NOT_AN_AMOUNT
    return main if main == repeated else Doubt.TWO_AMOUNTS


def _plain_amount(text: str) -> Decimal | Doubt:
    text = _CURRENCY.sub(" ", text)
    text = _DECORATION.sub(" ", text).strip(" .,:;।")
    if text.startswith("-"):
        return Doubt.NEGATIVE_AMOUNT
    if _TWO.search(text):
        return Doubt.TWO_AMOUNTS
    return _sum_of_parts(_PART.findall(text))


@dataclass(slots=True)
class _Sum:
    """An amount being put together from left to right: 3 lakh, 50 thousand."""

    total: Decimal = Decimal(0)
    number: Decimal | None = None  # read, and still waiting for its unit
    is_words: bool = False  # the waiting number is "three", not 3
    last_unit: int = 0  # 0 as long as none was met


def _sum_of_parts(parts: list[tuple[str, str, str]]) -> Decimal | Doubt:
    """Add up numbers and their units, each unit smaller than the one before."""
    so_far = _Sum()
    for number, word, sign in parts:
        if sign:
            wrong: Doubt | None = None if sign in ",-&" else Doubt.NOT_AN_AMOUNT
        elif number:
            wrong = _add_number(so_far, number)
        else:
            wrong = _add_word(so_far, word)
        if wrong is not None:
            return wrong
    return _finished(so_far)


def _add_number(so_far: _Sum, written: str) -> Doubt | None:
    whole, _, decimals = written.partition(".")
    if len(whole) > _MOST_DIGITS or len(decimals) > _MOST_DIGITS:
        return Doubt.AMOUNT_TOO_LARGE
    if "," in whole and not (_INDIAN.fullmatch(whole) or _WESTERN.fullmatch(whole)):
        return Doubt.BAD_GROUPING
    if so_far.number is not None:
        return Doubt.TWO_AMOUNTS
    so_far.number = Decimal(whole.replace(",", "") + ("." + decimals if decimals else ""))
    so_far.is_words = False
    return None


def _add_word(so_far: _Sum, word: str) -> Doubt | None:
    if word in _FRACTIONS:
        return Doubt.FRACTION_WORD
    if word in SMALL_NUMBERS:
        return _add_small(so_far, SMALL_NUMBERS[word])
    if word in _AND:
        return None
    return _add_unit(so_far, _UNITS[word]) if word in _UNITS else Doubt.NOT_AN_AMOUNT


def _add_unit(so_far: _Sum, unit: int) -> Doubt | None:
    if so_far.number is None:
        return Doubt.NOT_AN_AMOUNT
    if unit == 100 and so_far.number < 10 and so_far.number == int(so_far.number):
        so_far.number, so_far.is_words = so_far.number * 100, True
        return None
    if so_far.last_unit and unit >= so_far.last_unit:
        return Doubt.TWO_AMOUNTS
    so_far.total += so_far.number * unit
    so_far.number, so_far.is_words, so_far.last_unit = None, False, unit
    return None


def _add_small(so_far: _Sum, small: int) -> Doubt | None:
    """ "forty" then "five", "three hundred" then "twelve"."""
    if so_far.number is not None:
        is_room = so_far.is_words and (
            so_far.number % 100 == 0 or (so_far.number % 10 == 0 and small < 10)
        )
        if not is_room:
            return Doubt.TWO_AMOUNTS
    so_far.number = (so_far.number or Decimal(0)) + small
    so_far.is_words = True
    return None


def _finished(so_far: _Sum) -> Decimal | Doubt:
    """A rest without a unit counts as rupees, but "3 lakh 50" may mean fifty thousand."""
    rest = so_far.number
    if rest is None:
        return so_far.total if so_far.last_unit else Doubt.NOT_AN_AMOUNT
    if rest != round(rest, 2) or rest.as_tuple().exponent == -3:  # 300.000: another country's comma
        return Doubt.BAD_GROUPING
    if so_far.last_unit and not (100 <= rest < so_far.last_unit):
        return Doubt.TWO_AMOUNTS
    return so_far.total + rest


def _grouped(whole: int) -> str:
    """4,00,000: the last three digits, then pairs."""
    digits = str(whole)
    front, last = digits[:-3], digits[-3:]
    pairs = [front[max(0, end - 2) : end] for end in range(len(front), 0, -2)]
    return ",".join([*reversed(pairs), last])


def rupees(paise: int) -> str:
    """For a screen: 40000000 paise are "₹4,00,000"; paise are shown only if there are some."""
    whole, rest = divmod(abs(paise), 100)
    sign = "-" if paise < 0 else ""
    return f"{sign}₹{_grouped(whole)}" + (f".{rest:02}" if rest else "")


def short(paise: int) -> str:
    """Rupees in lakh, above a crore in crore, to two decimals: "65.75 lakh"; below a lakh in full."""
    sign, size = ("-" if paise < 0 else ""), abs(paise)
    if size < _LAKH:
        return sign + _grouped((size + 50) // 100)
    unit, name = (_CRORE, "crore") if size >= _CRORE - _LAKH // 200 else (_LAKH, "lakh")
    hundredths = (size * 100 + unit // 2) // unit
    number = f"{hundredths // 100}.{hundredths % 100:02}".rstrip("0").rstrip(".")
    return f"{sign}{number} {name}"


def _in_words(paise: int, words: NumberWords) -> str:
    if paise < 0:
        raise ValueError("an amount in words is never below zero")
    whole, rest = divmod(paise, 100)
    said = f"{counted(whole, words)} {words.one_rupee if whole == 1 else words.rupees}"
    return f"{said} {counted(rest, words)} {words.paise}" if rest else said


def in_words_en(paise: int) -> str:
    """ "four lakh rupees", as a letter says it. ValueError below zero."""
    return _in_words(paise, ENGLISH)


def in_words_bn(paise: int) -> str:
    """ "চার লক্ষ টাকা". ValueError below zero."""
    return _in_words(paise, BENGALI)


def in_words_hi(paise: int) -> str:
    """ "चार लाख रुपये". ValueError below zero."""
    return _in_words(paise, HINDI)
