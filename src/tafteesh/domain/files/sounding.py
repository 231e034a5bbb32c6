"""What of her names is kept for searching: how they sound, and the keys under which they meet."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tafteesh.foundation.kernel.names.keys import key_with_relation, stored_keys
from tafteesh.foundation.kernel.names.likeness import Heard, heard
from tafteesh.foundation.kernel.names.reading import Part, letter_of, part_of, read
from tafteesh.foundation.kernel.names.several import names_in

RULES = 1  # changed with the rules of sound: reindex_names makes older keys anew
RELATION, PHONE, LAST_FOUR = "r", "p", "4"
_NAMES = {"name_used": "n", "name_on_papers": "p", "other_names": "o", "relation_name": RELATION}
_MOST_NAMES = 8


@dataclass(frozen=True, slots=True)
class Sketch:
    """One of her names, made ready for being compared."""

    kind: str  # n used, p on papers, o other, r of a relation
    heard: Heard


def sketch_of(names: dict[str, str]) -> str:
    """How her names sound, one a line: the text that is sealed."""
    lines = [
        f"{kind} {' '.join(map(_written, parts))}"
        for column, kind in _NAMES.items()
        for name in names_in(names.get(column, ""))
        if (parts := read(name))
    ]
    return "\n".join(dict.fromkeys(lines[:_MOST_NAMES]))


def _written(part: Part) -> str:
    return f"{part.written}." if part.is_letter else part.written


def _parts(line: str) -> tuple[Part, ...]:
    return tuple(
        letter_of(word[:-1]) if word.endswith(".") else part_of(word) for word in line.split()
    )


def _lines(sketch: str) -> Iterator[tuple[str, str]]:
    for line in sketch.split("\n"):
        if line[2:]:
            yield line[0], line[2:]


def opened(sketch: str) -> list[Sketch]:
    """The names of a sketch."""
    return [Sketch(kind, heard(_parts(line))) for kind, line in _lines(sketch)]


@lru_cache(maxsize=4096)
def _keys_of(line: str) -> frozenset[str]:
    """Offices write the same names often: of relations above all."""
    return frozenset(stored_keys(_parts(line)))


def stored_under(sketch: str, names: dict[str, str]) -> set[str]:
    """The keys of a file, before they are keyed: of its names, of a relation's name, of its phone."""
    keys: set[str] = set()
    lines = list(_lines(sketch))
    hers = dict.fromkeys(line for kind, line in lines if kind != RELATION)
    theirs = dict.fromkeys(line for kind, line in lines if kind == RELATION)
    for line in hers:
        keys.update(_keys_of(line))
        keys.update(key_with_relation(_parts(line), _parts(other)) for other in theirs)
    for line in theirs:
        keys.update(RELATION + key for key in _keys_of(line))
    digits = "".join(c for c in names.get("phone", "") if c.isascii() and c.isdigit())[-10:]
    if digits:
        keys.update((PHONE + digits, LAST_FOUR + digits[-4:]))
    return keys
