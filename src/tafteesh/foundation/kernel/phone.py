"""Indian mobile numbers as people write them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from tafteesh.foundation.kernel.digits import cell_text, clean
from tafteesh.foundation.kernel.doubts import Doubt
from tafteesh.foundation.kernel.no_answer import Answer, read_no_answer

_LONGEST = 120  # characters
_MOBILE = re.compile(r"[6-9]\d{9}")
_BETWEEN = re.compile(r"[,/;&|]|\bor\b|\band\b|বা|ও|এবং|या|और")
_LABEL = re.compile(
    r"\b(?:mob(?:ile)?|ph(?:one)?|tel|cell|contact|whatsapp|wa|no|number|m)\b|মোবাইল|মোবা?|ফোন|নম্বর|নং|मोबाइल|फोन|फ़ोन|नंबर"
)
_INSIDE = re.compile(r"[\s\-–—.()+:_'’]+")


@dataclass(frozen=True, slots=True)
class PhoneReading:
    """The mobile numbers of a cell, ten digits each, or no answer, or a doubt.

    `answer` is KNOWN whenever something is written; `numbers` is empty unless all is well.
    """

    numbers: tuple[str, ...]
    answer: Answer
    doubt: Doubt | None = None
    note: str = ""

    @property
    def value(self) -> str | None:
        """The first number."""
        return self.numbers[0] if self.numbers else None


def read_phone(raw: object) -> PhoneReading:
    """Read a cell as one mobile number or more; +91 and a leading 0 go. Never fails."""
    if isinstance(raw, bool):
        return PhoneReading((), Answer.KNOWN, Doubt.NOT_A_PHONE)
    text = clean(raw[: 4 * _LONGEST]) if isinstance(raw, str) else cell_text(raw)
    if len(text) > _LONGEST:
        return PhoneReading((), Answer.KNOWN, Doubt.TOO_LONG)
    return _read_text(text)


@lru_cache(maxsize=8192)
def _read_text(text: str) -> PhoneReading:
    answer = read_no_answer(text)
    if answer is not None or text == "nan":
        return PhoneReading((), answer or Answer.NOT_ASKED)
    parts = [_digits(part) for part in _BETWEEN.split(_LABEL.sub(" ", text.casefold()))]
    parts = [part for part in parts if part]
    if len(parts) == 1 and len(parts[0]) >= 20:
        parts = _run_together(parts[0])
    wrong = next((found for found in map(_wrong, parts) if found), None)
    if wrong is not None or not parts:
        return PhoneReading((), Answer.KNOWN, wrong or Doubt.NOT_A_PHONE)
    note = "two numbers in one cell" if len(parts) > 1 else ""
    return PhoneReading(tuple(dict.fromkeys(parts)), Answer.KNOWN, None, note)


def _digits(part: str) -> str:
    """The number without spaces and signs, and without the prefix of the country or trunk."""
    part = _INSIDE.sub("", part.strip().removesuffix(".0"))
    for prefix in ("0091", "091", "91", "0"):
        if len(part) == 10 + len(prefix) and part.startswith(prefix):
            return part.removeprefix(prefix)
    return part


def _run_together(digits: str) -> list[str]:
    """Two numbers with only a space between them."""
    halves = [_digits(digits[: len(digits) // 2]), _digits(digits[len(digits) // 2 :])]
    return halves if all(map(_MOBILE.fullmatch, halves)) else [digits]


def _wrong(digits: str) -> Doubt | None:
    if not (digits.isascii() and digits.isdecimal()):
        return Doubt.NOT_A_PHONE
    if len(digits) != 10:
        return Doubt.PHONE_WRONG_LENGTH
    return None if _MOBILE.fullmatch(digits) else Doubt.PHONE_WRONG_START
