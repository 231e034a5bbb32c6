"""How well a heading fits a name of a field: compared word by word, abbreviations and endings forgiven."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from tafteesh.foundation.kernel.digits import cell_text, folded
from tafteesh.interfaces.imports.fields import KINDS, SERIAL, Field
from tafteesh.interfaces.imports.vocabulary.words import ABBREVIATIONS, WORDS_IN_ENGLISH

WORD = re.compile(r"[^\w\u0900-\u09ff]+")
ORDINAL_WORDS = {
    "1st": 1, "first": 1, "i": 1, "প্রথম": 1, "১ম": 1, "1ম": 1, "पहली": 1,
    "2nd": 2, "second": 2, "ii": 2, "দ্বিতীয়": 2, "২য়": 2, "2য়": 2, "दूसरी": 2,
    "3rd": 3, "third": 3, "iii": 3, "তৃতীয়": 3, "৩য়": 3, "3য়": 3, "तीसरी": 3,
    "4th": 4, "fourth": 4, "iv": 4, "চতুর্থ": 4, "4র্থ": 4,
}  # fmt: skip
NUMBERED = re.compile(r"\(?\b(\d{1,2})\b\)?")
BENGALI_ENDING = re.compile(r"(?<=[\u0980-\u09ff]{3})(?:গুলির|গুলো|গুলি|দের|ের|র|ে|টি)$")
SMALL = frozenset(
    ["of", "the", "in", "on", "and", "for", "a", "an", "at", "to", "by", "or", "was", "is"]
)
GROUP_WORTH = 0.35
# Words that say what a column holds but not of what: they fit only a field that is called just so.
GENERIC = frozenset({"date", "number", "amount", "name", "year", "type", "details", "particulars"})
# Where a small word makes all the difference: "to date" is an end, and no other date.
WHOLE = {"to date": "until", "date to": "until", "from date": "from", "date from": "from"}


@dataclass(frozen=True)
class Heading:
    """What stands over a column: its own words, and those of the group that it belongs to."""

    own: str
    group: str = ""

    @property
    def text(self) -> str:
        """Both, as a person would say them."""
        return (
            self.own
            if not self.group or self.group == self.own
            else f"{self.group} {self.own}".strip()
        )


def _english(word: str) -> str:
    word = ABBREVIATIONS.get(word, word)
    if word.isascii() or word in WORDS_IN_ENGLISH:
        return WORDS_IN_ENGLISH.get(word, word)
    stem = BENGALI_ENDING.sub("", word)
    return WORDS_IN_ENGLISH.get(stem, stem)


@lru_cache(maxsize=8192)
def heading_words(text: str) -> str:
    """A heading as plain words: no signs, abbreviations spelt out, in English, numbers of repeats gone."""
    plain = folded(text).replace("'", "").replace("’", "")
    plain = re.sub(r"\b([a-z])\.(?=[a-z]\b)", r"\1", plain)  # d.o.b. -> dob
    plain = re.sub(r"\b([a-z])/([a-z])\b", r"\1\2", plain)  # u/s -> us
    words = [w for w in WORD.split(plain) if w and not w.isdigit() and w not in ORDINAL_WORDS]
    if words in (["এর"], ["র"]):
        return ""
    if (whole := WHOLE.get(" ".join(words))) is not None:
        return whole
    return " ".join(_english(word) for word in words if word not in ("এর", "র"))


def ordinal(text: str) -> int:
    """Which of the repeated columns a heading is: "2nd Instalment" and "Bank (2)" are 2; 0 where it says nothing."""
    for word in WORD.split(folded(text)):
        if word in ORDINAL_WORDS and word != "i":
            return ORDINAL_WORDS[word]
    numbered = NUMBERED.search(folded(text))
    return int(numbered[1]) if numbered else 0


@lru_cache(maxsize=65_536)
def _alike(one: str, other: str) -> float:
    """From 0 to 1: are these two the same word, one perhaps cut short?"""
    short, long = sorted((one, other), key=len)
    if one == other or short[0] != long[0]:
        return float(one == other)
    if long.startswith(short) and len(short) >= 3:
        return 0.9
    ratio = float(fuzz.ratio(short, long))
    if ratio < 84 and len(short) >= 4 and OSA.distance(short, long, score_cutoff=1) <= 1:
        return 0.85  # two letters changed places, or one is another: "nmae", "brith"
    return ratio / 100 if ratio >= 84 else _cut_short(short, long)


def _cut_short(short: str, long: str) -> float:
    """Whether a few letters stand for a longer word: "ct" for court, "clmd" for claimed."""
    if not (short.isascii() and 2 <= len(short) <= 5 and len(short) < len(long)):
        return 0.0
    letters = iter(long)
    is_within = all(letter in letters for letter in short)
    if not is_within or (short[-1] != long[-1] and len(short) < 4):
        return 0.0
    return 0.8 if len(short) >= 3 else 0.72


@lru_cache(maxsize=1)
def _names() -> tuple[dict[str, set[str]], frozenset[str]]:
    """Every name of a field by the words in it, and the words."""
    by_word: dict[str, set[str]] = {}
    every = [*(f for fields in KINDS.values() for f in fields), SERIAL]
    for name in {heading_words(words) for f in every for words in f.words}:
        for word in name.split():
            by_word.setdefault(word, set()).add(name)
    return by_word, frozenset(by_word)


def known_words() -> frozenset[str]:
    """Every word that stands in a name of a field."""
    return _names()[1]


@lru_cache(maxsize=8192)
def _near(word: str) -> dict[str, float]:
    return {known: alike for known in known_words() if (alike := _alike(word, known)) > 0.6}


@lru_cache(maxsize=16_384)
def _near_names(words: str) -> frozenset[str]:
    by_word = _names()[0]
    return frozenset(
        name
        for word in words.split()
        if word not in SMALL
        for near in _near(word)
        for name in by_word[near]
    )


def _worth(word: str) -> float:
    return 0.25 if word in SMALL else 1.0


@lru_cache(maxsize=131_072)
def _fit(own: str, group: str, wanted: str) -> int:
    words = [(word, _worth(word)) for word in own.split()]
    words += [(word, GROUP_WORTH * _worth(word)) for word in group.split()]
    theirs = wanted.split()
    met = [max((_near(w).get(word, 0.0) for w, _ in words), default=0.0) for word in theirs]
    sought = sum(_worth(word) * alike for word, alike in zip(theirs, met, strict=True))
    found = sum(
        worth * max(map(_near(word).get, theirs, [0.0] * len(theirs))) for word, worth in words
    )
    wanted_all = sum(map(_worth, theirs))
    words_all = sum(worth for _, worth in words)
    score = 98 * (0.6 * sought / wanted_all + 0.4 * found / words_all)
    return int(score)


@lru_cache(maxsize=65_536)
def best_fit(heading: Heading, field: Field) -> int:
    """How well a heading fits a field, by the best of the field's names: 0 to 100."""
    own, group = heading_words(heading.own), heading_words(heading.group)
    if own and own == group:
        group = ""
    whole = f"{group} {own}".strip()
    if whole and GENERIC.issuperset(whole.split()):
        return 100 if whole in _wanted(field) else 0
    near, best = _near_names(whole), 0
    for wanted in _wanted(field):
        if wanted == whole:
            return 100
        if wanted in near and not (wanted in GENERIC and _says_more(whole, wanted)):
            best = max(best, _fit(own or group, group if own else "", wanted))
    return best


def _says_more(whole: str, wanted: str) -> bool:
    """Whether a heading says by a known word of what it is: "next date" is not the date."""
    return bool((set(whole.split()) - {wanted} - SMALL) & known_words())


@lru_cache(maxsize=1024)
def _wanted(field: Field) -> tuple[str, ...]:
    return tuple(dict.fromkeys(heading_words(words) for words in field.words))


def name_fit(name: str, names: Sequence[str]) -> int:
    """How well the name of a sheet fits one of the names of a register."""
    words = heading_words(name)
    return (
        max((int(fuzz.token_sort_ratio(words, heading_words(w))) for w in names), default=0)
        if words
        else 0
    )


def likeness(cells: Sequence[Any]) -> float:
    """How much a row looks like a head: cells made of words that headings are made of."""
    known, score = known_words(), 0.0
    for cell in dict.fromkeys(c for c in cells if c not in ("", None)):
        words = heading_words(heading_text(cell)).split() if isinstance(cell, str) else []
        if words and len(words) <= 8:
            score += sum(1 for word in words if word in known) / len(words)
        else:
            score -= 0.5
    return score


def heading_text(cell: Any) -> str:
    """The words of a cell of a head."""
    return cell_text(cell)[:120] if isinstance(cell, str) else ""
