"""A key under which the spellings of one name meet: Bengali, Devanagari or Latin letters.

`roman` spells any of the three in plain Latin letters, `fold` drops habits of spelling, `skeleton`
keeps the consonants. Skeletons of different names meet on purpose (Rina, Rani): they propose
candidates to a person, they never decide.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz.fuzz import ratio, token_sort_ratio

from tafteesh.foundation.kernel.digits import folded

_LONGEST = 200  # characters of a name that are looked at

# Bengali and Devanagari lay their letters out alike: the low seven bits name the letter in both.
_CONSONANTS: Final[Mapping[int, str]] = dict(
    zip(
        [*range(0x15, 0x29), *range(0x2A, 0x31), 0x32, 0x33, *range(0x35, 0x3A), *range(0x58, 0x60)],
        ["k", "kh", "g", "gh", "ng", "ch", "chh", "j", "jh", "n", "t", "th", "d", "dh", "n", "t", "th", "d", "dh", "n", "p", "ph", "b", "bh", "m", "y", "r", "l", "l", "v", "sh", "sh", "s", "h", "k", "kh", "g", "z", "r", "rh", "f", "y"],
        strict=True,
    )
)  # fmt: skip
_VOWELS: Final[Mapping[int, str]] = {
    0x05: "a", 0x06: "a", 0x07: "i", 0x08: "i", 0x09: "u", 0x0A: "u", 0x0B: "ri",
    0x0F: "e", 0x10: "ai", 0x13: "o", 0x14: "au", 0x0D: "e", 0x11: "o",
}  # fmt: skip
_VOWEL_SIGNS: Final[Mapping[int, str]] = {
    0x3E: "a", 0x3F: "i", 0x40: "i", 0x41: "u", 0x42: "u", 0x43: "ri",
    0x45: "e", 0x47: "e", 0x48: "ai", 0x49: "o", 0x4B: "o", 0x4C: "au",
}  # fmt: skip
_NASALS = (0x01, 0x02)
_HASANT, _NUKTA, _KHANDA_TA = 0x4D, 0x3C, 0x09CE
_ASSAMESE: Final[Mapping[int, str]] = {0x09F0: "r", 0x09F1: "v"}
_WITH_NUKTA: Final[Mapping[str, str]] = {"j": "z", "ph": "f", "d": "r", "dh": "rh"}
_NOT_LETTERS = re.compile(r"[^a-z ]+")

_RULES: Final = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"^(?:i?ye?a|ia)(?=[sk])", "a"),  # Yasmin, Yeasmin, ইয়াসমিন
        (r"x", "ks"),
        (r"c?ch+", "c"),
        (r"ck", "k"),
        (r"ph", "f"),
        (r"z", "j"),
        (r"q", "k"),
        (r"([kgcjtdbrsl])h", r"\1"),
        (r"([a-z])\1+", lambda m: {"e": "i", "o": "u"}.get(m[1], m[1])),
        (r"ks?y?m(?=[iy])", "k"),  # Lakshmi, Laxmi, Lokkhi
        (r"^aya(?=s)", "e"),  # आयशा
        (r"ou|au|ao|aw|ow", "o"),
        (r"[wv]", "b"),
        (r"sb", "s"),  # Biswas, Saraswati
        (r"ng(?=$|[kgcjtdpb])", "n"),
        (r"([bcdfgjklmnprst])y(?=[aeiou])", r"\1"),  # Shyamali, Sandhya
        (r"[td]s(?=a?n)", "s"),  # Jyotsna, Josna
        (r"(?<=[bcdfgjklmnprst])(?:ie|y)$", "i"),
        (r"(?<=i)y(?=[aeu])", ""),  # Priyanka, Prianka
        (r"[aeo][iy](?=[^aeiou]|$)", "e"),
        (r"[aeo][iy]e", "e"),  # Ayesha, Aisha
        (r"o", "a"),  # the unwritten vowel: Mondal, Mandal
        (r"h$", ""),
        (r"([a-z])\1+", r"\1"),
    )
)
_NOT_FIRST = re.compile(r"[aeiouyh]")

_TITLES: Final = frozenset(
    [
        "smt",
        "mrs",
        "miss",
        "ms",
        "sri",
        "shri",
        "shree",
        "sree",
        "shrimati",
        "srimati",
        "late",
        "lt",
    ]
)
# Words that come and go with marriage or age, so they weigh less than the name itself.
_LOOSE = ("bibi", "khatun", "begum", "bewa", "devi", "kumari", "khatoon", "begam", "biwi", "debi")
# Spellings that the rules do not bring together, one name a line.
_ONE_NAME: Final = (
    "sheikh shaikh sekh shekh seikh saikh sk",
    "mondal mandal mondol mondl mdl",
    "munda moonda munde",
    "oraon uraon orao urao uraw orang uranv oranv oramva",
    "molla mollah mulla mullah mollya",
    "mohammad md mohd mohammed muhammad mohammod mahammad mo",
    "mahato mahto mahata mahatha",
    "mukherjee mukherji mukharjee mukhopadhyay mukhopadhyaya mukhopadhaya",
    "banerjee banerji bandyopadhyay bandopadhyay bandopadhyaya",
    "chatterjee chatterji chattopadhyay chattopadhyaya",
    "ganguly ganguli gangopadhyay gangopadhyaya",
    "bhattacharya bhattacharjee bhattacharyya bhattacharyo bhattacharji bhatacharya",
    "chakraborty chakravarty chakraborti chakravarti chakrabarty",
    "hembram hembrom hemrom hembrem",
    "soren saren",
    "majhi manjhi mazi",
    "dey de",
    "gayen gain",
    "bibi biwi bivi",
    "begum begam",
    "khatun khatoon khatoun",
    "laskar lashkar",
    "kumar kr",
    "das dass dash",
    "datta dutta dutt datt",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NameKey:
    """The two keys of a name, word by word in the order written."""

    fold: str
    skeleton: str


def name_key(name: str) -> NameKey:
    """Both keys of a name in any of the three scripts. Never fails; a name without letters has ""."""
    return _name_key(name[:_LONGEST])


def fold(name: str) -> str:
    """The name in Latin letters without habits of spelling: sh is s, o is a, ee is i. Never fails."""
    return _name_key(name[:_LONGEST]).fold


def skeleton(name: str) -> str:
    """The consonants of each word, a first vowel as "A": রীনা মণ্ডল is "rn mndl". Never fails."""
    return _name_key(name[:_LONGEST]).skeleton


@lru_cache(maxsize=16_384)
def _name_key(name: str) -> NameKey:
    words = [word for word in roman(name).split() if word not in _TITLES]
    folds = [found for word in words if (found := _fold_word(word))]
    return NameKey(" ".join(folds), " ".join(map(_skeleton_word, folds)))


def roman(name: str) -> str:
    """The name in small Latin letters, near to how it sounds; a last unwritten a is silent. Never fails."""
    text = folded(name[:_LONGEST])
    if not text.isascii():
        text = _spelt(text)
    return " ".join(_NOT_LETTERS.sub("", text.replace(".", " ").replace("-", " ")).split())


def _spelt(text: str) -> str:
    out: list[str] = []
    is_open = False  # after a consonant whose own vowel may still have to be said
    for sign in text:
        code = ord(sign)
        if 0x0900 <= code <= 0x09FF:
            is_open = _spell_indic(code, is_open=is_open, out=out)
        else:
            if is_open and sign.isalpha():
                out.append("a")
            is_open = False
            out.append(unicodedata.normalize("NFD", sign)[0])
    return "".join(out)


def _spell_indic(code: int, *, is_open: bool, out: list[str]) -> bool:
    """Append one letter or sign; tell whether an unwritten vowel is pending after it."""
    letter = code & 0x7F
    if letter == _NUKTA:
        if out:
            out[-1] = _WITH_NUKTA.get(out[-1], out[-1])
        return is_open
    sound = _ASSAMESE.get(code) or _CONSONANTS.get(letter)
    if letter in _VOWEL_SIGNS or letter == _HASANT:
        out.append(_VOWEL_SIGNS.get(letter, ""))
        return False
    if sound or letter in _VOWELS or letter in _NASALS or code == _KHANDA_TA:
        if is_open:
            out.append("a")
        nasal_or_t = "t" if code == _KHANDA_TA else "n"
        out.append(sound or _VOWELS.get(letter) or nasal_or_t)
    return bool(sound)


@lru_cache(maxsize=16_384)
def _fold_word(word: str) -> str:
    found = _by_rules(word)
    return _CANONICAL.get(found, found)


def _by_rules(word: str) -> str:
    for pattern, into in _RULES:
        word = pattern.sub(into, word)
    return word


def _skeleton_word(word: str) -> str:
    first = "A" if word[0] in "aeiouy" else word[0]
    return first + _NOT_FIRST.sub("", word[1:])


_CANONICAL: Final[Mapping[str, str]] = {
    _by_rules(spelling): _by_rules(line.split()[0])
    for line in _ONE_NAME
    for spelling in line.split()
}
_LOOSE_FOLDS: Final = frozenset(_CANONICAL.get(_by_rules(w), _by_rules(w)) for w in _LOOSE)
_LOOSE_WEIGHT = 0.85


def name_similarity(a: str, b: str) -> int:
    """How alike two names are, 0 to 100, in any scripts and order of words. Never fails.

    From about 85 a person should look. Names that differ only by Bibi, Khatun and their like reach
    at most 85; a name without letters is like no other.
    """
    one, other = name_key(a), name_key(b)
    if not one.fold or not other.fold:
        return 0
    if one.fold == other.fold:
        return 100
    score = _alike(one.fold.split(), other.fold.split())
    bare_one, bare_other = _without_loose(one.fold), _without_loose(other.fold)
    has_loose = (len(bare_one), len(bare_other)) != (
        one.fold.count(" ") + 1,
        other.fold.count(" ") + 1,
    )
    if has_loose and bare_one and bare_other:
        score = max(score, _LOOSE_WEIGHT * _alike(bare_one, bare_other))
    return round(score)


def _without_loose(folds: str) -> list[str]:
    return [word for word in folds.split() if word not in _LOOSE_FOLDS]


def _alike(one: list[str], other: list[str]) -> float:
    """Half the whole name, half its least matching word: a shared surname must not carry a pair."""
    whole = _both_keys(" ".join(one), " ".join(other))
    sides = [(one, other)] if len(one) < len(other) else [(other, one)]
    if len(one) == len(other):
        sides.append((one, other))
    weakest = min(
        max(_word_alike(word, candidate) for candidate in many)
        for few, many in sides
        for word in few
    )
    return (whole + weakest) / 2


def _both_keys(one: str, other: str) -> float:
    bones_one, bones_other = _bones(one.split()), _bones(other.split())
    return (token_sort_ratio(one, other) + token_sort_ratio(bones_one, bones_other)) / 2


@lru_cache(maxsize=65_536)
def _word_alike(one: str, other: str) -> float:
    if one == other:
        return 100.0
    return float(ratio(one, other) + ratio(_skeleton_word(one), _skeleton_word(other))) / 2


def _bones(words: Iterable[str]) -> str:
    return " ".join(map(_skeleton_word, words))
