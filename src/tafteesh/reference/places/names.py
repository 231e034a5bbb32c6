"""A key under which the spellings of a place or an office meet: "P.S. Hasnabad", "HASNABAD ps"."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from tafteesh.foundation.kernel.digits import folded
from tafteesh.foundation.kernel.name_key import fold

_LONGEST = 200
_DECORATION: Final = re.compile(
    r"\bp\s*\.\s*s\b\.?|\bps\b\.?|\bpolice\s*(?:station|stn)\b\.?|\bthana\b|\bcd block\b|\bblock\b"
    r"|\bdistrict\b(?!\s*(?:police|legal|and|child))|\bdist\b\.?|\bthe\b"
    r"|থানা(?:র|য়)?|পুলিশ স্টেশন|ব্লক|জেলা|थाना|पुलिस स्टेशन|ब्लॉक|प्रखंड|ज़िला|जिला"
)
_WORD: Final = re.compile("[^a-z0-9\u0900-\u09ff]+")
_ROMAN: Final = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6"}


@lru_cache(maxsize=16_384)
def _place_key(words: str) -> str:
    text = _DECORATION.sub(" ", folded(words))
    parts = [part for part in _WORD.split(text) if part]
    keys = [_ROMAN.get(p, p) if p in _ROMAN or p.isdecimal() else fold(p) for p in parts]
    return " ".join(filter(None, keys))


def bare_name(words: str) -> str:
    """The name without the words for what kind of place it is."""
    return " ".join(_DECORATION.sub(" ", folded(words[:_LONGEST])).split())


def place_key(words: str) -> str:
    """Equal for what a reader of the field would call the same place. Never fails."""
    return _place_key(words[:_LONGEST])


def search_text(spellings: Iterable[str]) -> str:
    """Every spelling under its key, each between bars, so that a whole name can be asked for."""
    keys = dict.fromkeys(key for name in spellings if (key := place_key(name)))
    return "".join(f"|{key}" for key in keys) + "|" if keys else ""
