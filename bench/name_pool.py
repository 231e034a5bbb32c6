"""Invented people's names in three scripts, and pairs of spellings of one name. All of it made up."""

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROMAN, BENGALI, DEVANAGARI = 0, 1, 2
_PARTS = Path(__file__).with_name("name_parts.tsv")
Spelt = tuple[str, ...]  # one name part in the three scripts


@cache
def parts(kind: str) -> tuple[Spelt, ...]:
    """The parts of one kind: given, surname, stem, ending."""
    rows = (line.split("\t") for line in _PARTS.read_text().splitlines())
    return tuple(tuple(row[1:]) for row in rows if row[0] == kind)


class Maker:
    """Draws names: common ones often, rare ones seldom, as in any list of people."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)  # noqa: S311 - made names, no secret
        self.given, self.surnames = parts("given"), parts("surname")
        self._often = {
            kind: [1 / (at + 12) for at in range(len(kind))] for kind in (self.given, self.surnames)
        }

    def person(self) -> list[Spelt]:
        """The parts of one name: given, at times a middle name, and mostly a surname."""
        name = [self.given_name()]
        if self.draw.random() < 0.15:
            name.append(self.draw.choice(self.given))
        if self.draw.random() < 0.94:
            name.append(self.common(self.surnames))
        return name

    def given_name(self) -> Spelt:
        if self.draw.random() < 0.35:
            return self.common(self.given)
        stem, ending = self.draw.choice(parts("stem")), self.draw.choice(parts("ending"))
        return tuple(a + b for a, b in zip(stem, ending, strict=True))

    def common(self, kind: tuple[Spelt, ...]) -> Spelt:
        return self.draw.choices(kind, self._often[kind])[0]

    def written(self) -> str:
        """A name as one office would write it: six in ten in Roman letters, three in Bengali."""
        script = self.draw.choices((ROMAN, BENGALI, DEVANAGARI), (6, 3, 1))[0]
        return spelt(self.person(), script)


def spelt(name: list[Spelt], script: int) -> str:
    return " ".join(part[script] for part in name)


def people(count: int, seed: int = 7) -> Iterator[str]:
    """So many invented names."""
    maker = Maker(seed)
    return (maker.written() for _ in range(count))


_HABITS = (
    ("ee", "i"), ("i", "ee"), ("oo", "u"), ("u", "oo"), ("sh", "s"), ("s", "sh"), ("bh", "v"), ("b", "v"),
    ("w", "b"), ("ph", "f"), ("ks", "x"), ("j", "z"), ("a", "o"), ("o", "a"), ("au", "ou"), ("t", "th"),
    ("d", "dh"), ("k", "kh"), ("n", "nn"), ("l", "ll"), ("y", "ie"), ("c", "k"), ("aa", "a"), ("a", "aa"),
)  # fmt: skip
_KEYS = "abdeghijklmnoprstu"


class Slips:
    """How one name comes to be written in two ways."""

    def __init__(self, seed: int) -> None:
        self.maker = Maker(seed)
        self.draw = random.Random(seed + 1)  # noqa: S311 - made names, no secret

    def pair(self) -> tuple[str, str, str]:
        """Stored, asked, and what is between them."""
        name = self.maker.person()
        stored = self.draw.choice((ROMAN, BENGALI, DEVANAGARI))
        asked = self.draw.choice((ROMAN, BENGALI, DEVANAGARI))
        between = "across" if stored != asked else "within"
        words = [part[asked] for part in name]
        how = self.draw.choices(("as is", "habit", "slip", "order", "short"), (4, 3, 1, 1, 1))[0]
        if how == "habit" and asked == ROMAN:
            words = [self.habit(word) for word in words]
        elif how == "slip" and asked == ROMAN:
            at = self.draw.randrange(len(words))
            words[at] = self.slip(words[at])
        elif how == "order" and len(words) == 2:
            words.reverse()
        elif how == "short" and len(words) == 3:
            del words[1]
        else:
            how = "as is"
        return spelt(name, stored), " ".join(words), f"{between} {how}"

    def habit(self, word: str) -> str:
        look, into = self.draw.choice(_HABITS)
        return word[:1] + word[1:].replace(look, into, 1)

    def slip(self, word: str) -> str:
        if len(word) < 5:
            return word
        at = self.draw.randrange(1, len(word) - 1)
        kind = self.draw.randrange(3)
        if kind == 0:
            return word[:at] + word[at + 1 :]
        if kind == 1:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        return word[:at] + self.draw.choice(_KEYS) + word[at + 1 :]


def pairs(count: int, seed: int) -> list[tuple[str, str, str]]:
    """So many made pairs; another seed gives pairs that no rule was tried on."""
    slips = Slips(seed)
    return [slips.pair() for _ in range(count)]
