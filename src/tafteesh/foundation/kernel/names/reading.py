"""A name as it was typed, read into its parts."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tafteesh.foundation.kernel.digits import folded
from tafteesh.foundation.kernel.names import indic, lexicon
from tafteesh.foundation.kernel.names.latin import sounds_of_latin, spelt_plainly
from tafteesh.foundation.kernel.names.sounds import bones, costed, tuned

LONGEST = 120  # characters of a name that are read
MOST_PARTS = 5
_IN_BRACKETS = re.compile(r"[(\[{<][^)\]}>]*[)\]}>]?")
_BETWEEN = re.compile("[^\\w\u0300-\u036f\u0900-\u0d7f'’\u200c\u200d]+|_|[\u0964\u0965\u0970]")
_APOSTROPHES: Final = str.maketrans("", "", "'’\u200c\u200d")
_CAPITALS = re.compile(r"\b(?!SK\b|MD\b|KR\b|DE\b|RAI\b|ROY\b|ALI\b|DAS\b|PAL\b)[A-Z]{1,3}\b")
_VOWEL = re.compile("[^b-df-hj-np-tv-z]")  # or a letter of another script, which carries one
_HAS_SMALL = re.compile("[a-z]")
_MIXED = re.compile(f"[a-z]+|[{chr(indic.FIRST)}-{chr(indic.LAST)}]+")


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a name: its sounds as written, the sounds that stand for all its spellings, its bones."""

    written: str
    sounds: str
    bones: str
    cost: str
    written_cost: str
    is_letter: bool = False
    is_loose: bool = False


def read(name: str) -> tuple[Part, ...]:
    """The parts of a name in any script, in the order written; titles and signs are left out. Never fails."""
    return _read(name[:LONGEST])


@lru_cache(maxsize=4_096)
def _read(name: str) -> tuple[Part, ...]:
    name = _IN_BRACKETS.sub(" ", name)
    if _HAS_SMALL.search(name):
        name = _CAPITALS.sub(lambda found: " ".join(found[0]) + " ", name)
    words = [word for word in _BETWEEN.split(folded(name)) if word and word not in lexicon.TITLES]
    parts = [part for word in words if (part := _part(word.translate(_APOSTROPHES)))]
    return tuple(parts if len(parts) <= MOST_PARTS else [*parts[:3], *parts[-2:]])


@lru_cache(maxsize=16_384)
def _part(word: str) -> Part | None:
    if letter := _LETTERS.get(word):
        return letter_of(letter)
    sounds = sounds_of(word)
    if not sounds:
        return None
    if len(word) == 1 or (len(word) == 2 and not _VOWEL.search(word) and sounds not in _STANDS):
        return letter_of(bones(sounds), said=sounds)
    return part_of(sounds)


@lru_cache(maxsize=16_384)
def part_of(sounds: str) -> Part:
    """The part that these sounds are."""
    stands = _STANDS.get(sounds) or _STANDS_BY_BONES.get(_own_bones(sounds), sounds)
    return Part(
        sounds, stands, bones(stands), costed(stands), costed(sounds), is_loose=stands in _LOOSE
    )


def letter_of(sounds: str, *, said: str = "") -> Part:
    """An initial, by its class; or a shortened word that was said so."""
    whole = said or sounds
    return Part(whole, whole, sounds, costed(whole), costed(whole), is_letter=True)


def sounds_of(word: str) -> str:
    """The sounds of one small word of any script; of a script that is not known, nothing. Never fails."""
    if not word.isascii():
        plain = unicodedata.normalize("NFD", spelt_plainly(word))
        word = unicodedata.normalize(
            "NFC", "".join(s for s in plain if not "\u0300" <= s <= "\u036f")
        )
    return tuned(
        "".join(
            sounds_of_latin(run) if run.isascii() else indic.sounds_of_indic(run)
            for run in _MIXED.findall(word)
        )
    )


def _stands_for() -> tuple[dict[str, str], dict[str, str]]:
    """From the table of equal names: by sounds, and by bones where they are many enough to be one name's."""
    by_sounds: dict[str, str] = {}
    by_bones: dict[str, str] = {}
    for line in lexicon.ONE_NAME.strip().splitlines():
        spellings = [sounds_of(word) for word in map(folded, line.split())]
        for sounds in spellings:
            by_sounds.setdefault(sounds, spellings[0])
            if own := _own_bones(sounds):
                by_bones.setdefault(own, spellings[0])
    return by_sounds, by_bones


def _own_bones(sounds: str) -> str:
    """The bones of a word that are so many, or in so long a word, that no other name has them."""
    found = bones(sounds)
    return found if len(found) >= 5 or (len(found) == 4 and len(sounds) >= 9) else ""


_STANDS, _STANDS_BY_BONES = _stands_for()
_LOOSE: Final = frozenset(_STANDS.get(s, s) for s in map(sounds_of, lexicon.LOOSE))
_FIRST_SOUND: Final = {
    **dict.fromkeys("aeiou", "A"),
    "q": "k",
    "v": "b",
    "w": "b",
    "x": "k",
    "y": "j",
    "z": "j",
}
_LETTERS: Final = {
    folded(word): _FIRST_SOUND.get(letter, letter)
    for group in lexicon.LETTERS.split("|")
    for letter in group.split()[:1]
    for word in group.split()
}
