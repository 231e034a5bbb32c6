"""What is done with sounds: their classes, their bones, and a spelling in which distance can be counted.

A sound is one letter: x the unwritten vowel, a i u e o; k K g G N, c C j J z, t T d D n, p f b B v m, r l s S h,
R the flapped r, y and w the weak ones, Y a Bengali ya that may be said j, X ksh, H gya, ~ a nasal sign.
"""

import re
from collections.abc import Mapping
from typing import Final

CLASSES = "Akgcjtdpfbmnrlsh"
_CLASS: Final[Mapping[int, str | None]] = str.maketrans(
    {
        **dict.fromkeys("kKX", "k"), **dict.fromkeys("gGH", "g"), **dict.fromkeys("cC", "c"),
        **dict.fromkeys("jJzY", "j"), **dict.fromkeys("tT", "t"), **dict.fromkeys("dD", "d"),
        **dict.fromkeys("bBv", "b"), **dict.fromkeys("nN~", "n"), **dict.fromkeys("sS", "s"),
        "R": "r", "h": None, "y": None, "w": None,
        "x": None, "a": None, "o": None, "e": None, "i": None, "u": None,
    }
)  # fmt: skip
_VOWEL_CLASS: Final[Mapping[int, str | None]] = {
    **_CLASS, ord("e"): "I", ord("i"): "I", ord("u"): "U",
}  # fmt: skip
_MARKED: Final[Mapping[int, str | None]] = {**_CLASS, **{ord(v): "." for v in "xaiueo"}}
_LAXMI = re.compile("X[yw]?m(?=[iy])")
_TSN = re.compile("[td][sS](?=[ax]?n)")
_RYA = re.compile("(?<=r)Y")
_BREATHED = re.compile("k(?=K)|g(?=G)|c(?=C)|j(?=J)|t(?=T)|d(?=D)|b(?=B)|p(?=f)")
_YU, _NG = re.compile("^(?:iy?(?=[au])|e(?=u))"), re.compile("(?<=N)[gG]$")
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = frozenset("xaiueo")

# Three letters a consonant, one or two a vowel: letters that two of them share make them near.
_COST: Final[Mapping[int, str]] = str.maketrans(
    {
        "x": "a", "a": "a", "o": "o", "u": "ou", "e": "e", "i": "ei", "y": "y", "w": "w", "h": "h", "~": "N",
        "k": "KKk", "K": "KKh", "X": "KKx", "g": "GGg", "G": "GGh", "H": "GGy", "c": "CCc", "C": "CCh",
        "j": "JJj", "J": "JJh", "z": "JJz", "Y": "JJy", "t": "TTt", "T": "TTh", "d": "DDd", "D": "DDh",
        "R": "RRd", "r": "RRr", "l": "LLl", "p": "PPp", "f": "PFf", "b": "BBb", "B": "BBh", "v": "BBo",
        "m": "NMm", "n": "NNn", "N": "NNg", "s": "SSs", "S": "SSh",
    }
)  # fmt: skip


def tuned(sounds: str) -> str:
    """The sounds without what spelling alone adds, the same for every script."""
    text = _TSN.sub("s", _LAXMI.sub("X", _RYA.sub("y", sounds)))
    text = _NG.sub("", _BREATHED.sub("", _YU.sub("y", text)))
    if text[:1] == "y":
        text = "Y" + text[1:]
    return _DOUBLED.sub(r"\1", text)


def bones(sounds: str) -> str:
    """The consonants by class, a first vowel as "A"."""
    text = _DOUBLED.sub(r"\1", sounds.translate(_MARKED)).replace(".", "")
    first = sounds[:1]
    if first in _VOWELS:
        return "A" + text
    return "h" + text if first == "h" else text


def fleshed(sounds: str) -> str:
    """The bones with the clear vowels: I for e and i, U for u; a and o come and go."""
    text = _DOUBLED.sub(r"\1", sounds.replace("au", "o").translate(_VOWEL_CLASS))
    return ("A" + text) if sounds[:1] in "xao" else text


def costed(sounds: str) -> str:
    """A spelling in which the plain edit distance of two names is how differently they sound."""
    return sounds.translate(_COST)
