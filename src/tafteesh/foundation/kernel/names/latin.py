"""A word in Latin letters, as names of India are spelt in them, as sounds (see `sounds`)."""

import re
from collections.abc import Mapping
from typing import Final

# Tried in this order at each place of the word: what it looks like, and how it sounds.
_SPELLINGS: Final = (
    ("^wr", "r"), ("^x", "z"), ("^you", "yu"), ("tch", "c"), ("chchh", "C"), ("cchh", "C"), ("chh", "C"), ("cch", "c"), ("chr(?=[iy])", "kr"), ("ch", "c"),
    ("ksh?h?|kkh|xh?", "X"), ("ck+", "k"), ("kh", "K"), ("que?$|q+u(?=[aeio])|q+", "k"), ("k+", "k"),
    ("gy(?=[aeiou])|^jn|jn(?=an?$)|dny|gny", "H"), ("gg?h", "G"), ("g+", "g"),
    ("c(?=[eiy])", "s"), ("c+", "k"), ("jjh|jh", "J"), ("j+", "j"), ("zh?|zz", "z"),
    ("t?th", "T"), ("t+", "t"), ("d?dh", "D"), ("d+", "d"),
    ("ngh?(?=$|[^aeiouyh])|n(?=[kg])|ng(?=h[aeiou])", "N"), ("n+", "n"),
    ("p?ph|f+", "f"), ("p+", "p"), ("b?bh", "B"), ("b+", "b"), ("m+", "m"), ("rrh|rh|r+", "r"), ("ll?h|l+", "l"),
    ("s?sh|sch", "S"), ("s+", "s"),
    ("(?:(?<=[sdtjkg])|(?<=[sdtkg]h))[wv](?=[aeiou])", "w"), ("ow(?=[aeiou])", "ov"), ("aw(?=[aeiou])", "av"),
    ("[ao]w", "au"), ("v+|w+h?", "v"),
    ("^y", "y"), ("^i(?=a)|^e(?=[au]s)", "y"), ("[ae]y(?![aeiou])|ei|ai", "ai"), ("oy(?![aeiou])", "oi"),
    ("(?<=[bcdfghjklmnprstvz])y(?![aeiou])", "i"), ("y", "y"),
    ("aa+", "a"), ("ee+|ie(?=$|[^aeiou])|ii+", "i"), ("oo+|uu+", "u"), ("ou|au", "au"),
    ("[aeiou]", None), ("h$", ""), ("h", "h"),
)  # fmt: skip
_SPELLING: Final = re.compile("|".join(f"({look})" for look, _ in _SPELLINGS))
_SOUNDS: Final = tuple(sound for _, sound in _SPELLINGS)
_LEARNED: Final[Mapping[int, str]] = str.maketrans(
    {"ś": "sh", "ṣ": "sh", "ñ": "n", "ø": "o", "ß": "ss"}
)


def spelt_plainly(word: str) -> str:
    """Letters with the marks of scholars as people type them."""
    return word.translate(_LEARNED)


def sounds_of_latin(word: str) -> str:
    """The sounds of a small word of a to z; any other sign is passed over. Never fails."""
    return "".join(
        sound if (sound := _SOUNDS[(found.lastindex or 1) - 1]) is not None else found[0]
        for found in _SPELLING.finditer(word)
    )
