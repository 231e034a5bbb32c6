"""A word in an Indian script as sounds, one letter a sound (see `sounds`).

The scripts of India lay their letters out alike: the low seven bits of a code point name the letter in each.
"""

import re
from collections.abc import Mapping
from typing import Final

FIRST, LAST = 0x0900, 0x0D7F
_BENGALI = range(0x0980, 0x0A00)

_CONSONANTS: Final[Mapping[int, str]] = dict(
    zip(
        [*range(0x15, 0x3A), *range(0x58, 0x60)],
        "kKgGNcCjJntTdDntTdDnnpfbBmyrrllzvSSshkKgzRRfy",
        strict=False,
    )
)
_VOWELS: Final[Mapping[int, str]] = {
    0x04: "x", 0x05: "x", 0x06: "a", 0x07: "i", 0x08: "i", 0x09: "u", 0x0A: "u", 0x0B: "ri", 0x0C: "li",
    0x0D: "e", 0x0E: "e", 0x0F: "e", 0x10: "ai", 0x11: "o", 0x12: "o", 0x13: "o", 0x14: "au", 0x60: "ri",
    0x72: "e",
}  # fmt: skip
_SIGNS: Final[Mapping[int, str]] = {
    0x3E: "a", 0x3F: "i", 0x40: "i", 0x41: "u", 0x42: "u", 0x43: "ri", 0x44: "ri", 0x45: "e", 0x46: "e",
    0x47: "e", 0x48: "ai", 0x49: "o", 0x4A: "o", 0x4B: "o", 0x4C: "au", 0x57: "au",
}  # fmt: skip
_WITH_DOT: Final[Mapping[str, str]] = {"j": "z", "f": "f", "d": "R", "D": "R", "Y": "y", "b": "v"}
_HASANT, _DOT = 0x4D, 0x3C
_NASAL_SIGNS: Final[Mapping[int, str]] = {0x01: "~", 0x02: "M"}
_KHANDA_TA, _ASSAMESE_RA, _ASSAMESE_WA, _YA, _BA, _VA, _DHA = (
    0x09CE,
    0x09F0,
    0x09F1,
    0x2F,
    0x2C,
    0x35,
    0x22,
)
_ADDAK, _TIPPI, _BENGALI_BA, _HINDI_DHA = 0x0A71, 0x0A70, 0x09AC, 0x0922
_SPECIAL: Final[Mapping[int, str]] = {
    _KHANDA_TA: "t",
    _ASSAMESE_RA: "r",
    _ASSAMESE_WA: "v",
    _TIPPI: "M",
}
_BEFORE_SILENT_B = frozenset("sSdtTDjkKgcX")
_W_FIRST, _W_WITHIN = re.compile("^o(?:y|v)(?=[aei])"), re.compile("(?<=o)y(?=a)")
_LIPS = frozenset("pfbBm")
_THROAT = frozenset("kKgGh")


def sounds_of_indic(word: str) -> str:
    """The sounds of a word of one script. The last unwritten vowel is silent. Never fails."""
    out: list[str] = []
    is_open = joined = cluster = False
    for sign in word:
        code = ord(sign)
        letter = code & 0x7F
        if letter == _DOT:
            if out:
                out[-1] = _WITH_DOT.get(out[-1], out[-1])
        elif letter == _HASANT or letter in _SIGNS:
            out.extend(_SIGNS.get(letter, ""))
            is_open, joined = False, letter == _HASANT
        else:
            sound = _letter(code, letter, out, joined=joined)
            if sound:
                if is_open:
                    out.append("x")
                out.extend(sound)
            cluster = joined
            is_open, joined = bool(sound) and _is_consonant(code, letter), False
    if is_open and cluster:
        out.append("x")  # Mitra, Chandra: said after two consonants
    return _settled(out)


def _is_consonant(code: int, letter: int) -> bool:
    return code in (_ASSAMESE_RA, _ASSAMESE_WA) or (
        letter in _CONSONANTS and code not in (_KHANDA_TA, _ADDAK, _TIPPI)
    )


def _letter(code: int, letter: int, out: list[str], *, joined: bool) -> str:
    """The sound of a letter; what a letter says depends on the script and on what it is joined to."""
    if special := _SPECIAL.get(code):
        return special
    if letter in _NASAL_SIGNS:
        return _NASAL_SIGNS[letter]
    if code in _BENGALI and letter == _YA:
        return "y" if joined else "Y"
    if joined and _is_ba(code) and out and out[-1] in _BEFORE_SILENT_B:
        return "w"
    if code == _HINDI_DHA and out and not joined:
        return "R"  # written without its dot
    return _CONSONANTS.get(letter) or _VOWELS.get(letter, "")


def _is_ba(code: int) -> bool:
    return code & 0x7F == _VA or code == _BENGALI_BA


def _settled(out: list[str]) -> str:
    """Nasal signs said as the next sound wants them; o and y before a vowel are a w."""
    text = "".join(out)
    if "M" in text:
        text = "".join(
            _nasal(text[at + 1 : at + 2]) if sound == "M" else sound
            for at, sound in enumerate(text)
        )
    text = text.replace("kS", "X").replace("ks", "X").replace("jn", "H")
    return _W_FIRST.sub("v", _W_WITHIN.sub("v", text))


def _nasal(following: str) -> str:
    if following in _LIPS:
        return "m"
    return "N" if not following or following in _THROAT else "n"
