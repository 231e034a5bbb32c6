"""A field of a register, and the words by which offices head its column."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Field:
    """A field of a kind of sheet: how its cells are read, and how its column may be headed."""

    name: str
    type: str
    words: tuple[str, ...]
    weight: int = 1  # 3: a sheet of this kind is hardly thinkable without it
    group: str = ""  # repeated columns: "Received in Bank (1) Date"


def named(name: str, kind: str, words: str, weight: int = 1, group: str = "") -> Field:
    """A field with its words in one line, parted by strokes."""
    return Field(name, kind, tuple(word.strip() for word in words.split("|")), weight, group)
