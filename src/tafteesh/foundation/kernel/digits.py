"""Text as people type it made comparable: digits, spaces and invisible signs."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Final

_BENGALI_ZERO, _DEVANAGARI_ZERO, _ARABIC_ZERO, _FULLWIDTH_ZERO = 0x09E6, 0x0966, 0x0660, 0xFF10
_DIGITS: Final[Mapping[int, str]] = {
    zero + n: str(n)
    for zero in (_BENGALI_ZERO, _DEVANAGARI_ZERO, _ARABIC_ZERO, _FULLWIDTH_ZERO)
    for n in range(10)
}
_ODD_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u2028\u2029\u0085"
_INVISIBLE = "\u200b\u2060\ufeff\u00ad\u180e\u200e\u200f\u061c" + "".join(
    map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
)
_TIDY: Final[Mapping[int, str | None]] = (
    {ord(sign): " " for sign in _ODD_SPACES}
    | {ord(sign): None for sign in _INVISIBLE}
    | dict.fromkeys((*range(9), *range(14, 28), *range(127, 133), *range(134, 160)))
)
_SURROGATE = re.compile("[\ud800-\udfff]")
# A joiner shapes the letters of an Indic word (and, after a hasant, its end); elsewhere it is dirt.
_STRAY_JOINER = re.compile(
    "(?<![\u0900-\u0dff])[\u200c\u200d]+"
    "|(?<![\u09cd\u094d])[\u200c\u200d]+(?![\u0900-\u0dff\u200c\u200d])"
)
_JOINERS: Final[Mapping[int, None]] = {0x200C: None, 0x200D: None}
_OLD_KHANDA_TA, _KHANDA_TA = "\u09a4\u09cd\u200d", "\u09ce"
_CACHEABLE = 200  # characters; longer texts are rarely met twice
_LARGEST_INT = 10**30


def ascii_digits(text: str) -> str:
    """The text with Bengali, Devanagari, Arabic-Indic and full-width digits as 0-9. Never fails."""
    return text if text.isascii() else text.translate(_DIGITS)


def tidy(text: str) -> str:
    """One line in NFC without invisible signs and odd spaces, safe to store; digits stay as typed.

    Joiners inside Bengali and Hindi words stay, lone surrogates become U+FFFD. Never fails.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    text = _SURROGATE.sub("\ufffd", text).translate(_TIDY)
    if "\u200c" in text or "\u200d" in text:
        text = _STRAY_JOINER.sub("", text)
    return unicodedata.normalize("NFC", " ".join(text.split()))


def clean(text: str) -> str:
    """`tidy`, and digits of any script as 0-9: how every reader begins. Never fails."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    return _clean_cached(text) if len(text) <= _CACHEABLE else ascii_digits(tidy(text))


@lru_cache(maxsize=16_384)
def _clean_cached(text: str) -> str:
    return ascii_digits(tidy(text))


def folded(text: str) -> str:
    """`clean`, without case and joiners: equal for labels that a person would call the same."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split()).lower()
    return _folded_cached(text) if len(text) <= _CACHEABLE else _folded(text)


def _folded(text: str) -> str:
    text = clean(text)
    if text.isascii():
        return text.lower()
    text = text.replace(_OLD_KHANDA_TA, _KHANDA_TA).translate(_JOINERS)
    return unicodedata.normalize("NFC", text.casefold())


_folded_cached = lru_cache(maxsize=65_536)(_folded)


def cell_text(raw: object) -> str:
    """What a cell of a sheet says as clean text: None is "", 665.0 is "665", a day is ISO.

    An integer beyond thirty digits, as no cell holds, is "". Never fails.
    """
    if isinstance(raw, str):
        return clean(raw)
    if raw is None:
        return ""
    if isinstance(raw, float) and raw.is_integer() and abs(raw) < _LARGEST_INT:
        raw = int(raw)
    if isinstance(raw, int) and abs(raw) >= _LARGEST_INT:
        return ""
    if isinstance(raw, datetime) and raw.time() == datetime.min.time():
        raw = raw.date()
    return raw.isoformat() if isinstance(raw, date) else str(raw)
