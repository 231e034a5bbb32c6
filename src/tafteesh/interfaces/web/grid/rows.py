"""A row of a grid as it was typed, and what came of it."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.functional import Promise as LazyText

from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.kernel.digits import folded

MOST = 500
FIRST_SHOWN = 10
LONGEST_CELL = 400  # characters
Words = str | LazyText


@dataclass(frozen=True)
class Column:
    """One column: its code, its head, the words by which a pasted head is known, and the choices of a cell."""

    code: str
    label: Words
    known_as: tuple[str, ...] = ()
    choices: Sequence[tuple[str, Words]] = ()
    hint: Words = ""
    long: bool = False


@dataclass(frozen=True)
class Choice:
    """Something a cell may mean, where it may mean several."""

    value: str
    words: str


@dataclass(frozen=True)
class Cell:
    """One cell as it is drawn."""

    column: Column
    name: str
    value: str
    fault: Words

    @property
    def chosen(self) -> str:
        """The choice that the value names, by code or by words; empty: none."""
        said = folded(self.value)
        for code, words in self.column.choices:
            if said and said in {code, folded(str(words))}:
                return code
        return ""

    @property
    def stray(self) -> bool:
        """Whether something stands there that is no choice: it stays to be seen."""
        return bool(self.value) and not self.chosen


@dataclass
class Row:
    """What was typed into one row, the faults of its cells, and whether it is saved."""

    number: int
    columns: Sequence[Column]
    cells: dict[str, str]
    saved_as: str = ""
    faults: dict[str, Words] = field(default_factory=dict)
    choices: Sequence[Choice] = ()

    @property
    def drawn(self) -> list[Cell]:
        """Its cells in the order of the columns."""
        return [
            Cell(
                column,
                f"r{self.number}-{column.code}",
                self.cells[column.code],
                self.faults.get(column.code, ""),
            )
            for column in self.columns
        ]

    @property
    def is_empty(self) -> bool:
        return not any(self.cells.values())

    @property
    def mark(self) -> str:
        """What a saved row carries: typed on, it is no longer the row that was saved."""
        text = "\x1f".join(f"{code}={value}" for code, value in sorted(self.cells.items()))
        return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]

    @property
    def is_saved(self) -> bool:
        return bool(self.saved_as) and self.saved_as == self.mark

    @property
    def state(self) -> str:
        """`empty`, `saved`, `faulty` or `open` (typed, not tried yet)."""
        if self.is_empty:
            return "empty"
        if self.is_saved:
            return "saved"
        return "faulty" if self.faults else "open"


@dataclass(frozen=True)
class Register:
    """One register that can be typed row by row. `take` saves a row, or writes its faults and choices into it."""

    key: str
    heading: Words
    lead: Words
    permission: Permission
    columns: Sequence[Column]
    take: Callable[[Row, Actor], None]
    suggest: Callable[[str, Actor], list[str]]
    home: str = ""  # the page that it belongs to, and its name
    home_label: Words = ""
    hint: Words = ""

    @property
    def here(self) -> str:
        """Its own address."""
        return reverse(f"grid:{self.key}")

    @property
    def home_url(self) -> str:
        return reverse(self.home)

    @property
    def row_url(self) -> str:
        return reverse(f"grid:{self.key}_row")

    @property
    def suggest_url(self) -> str:
        return reverse(f"grid:{self.key}_cases")

    @property
    def paste_url(self) -> str:
        return reverse(f"grid:{self.key}_paste")

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(column.code for column in self.columns)


def typed_rows(register: Register, typed: Mapping[str, str]) -> list[Row]:
    """The rows of a form, at most 500; a cell is cut at its longest."""
    return [_row(register, number, typed) for number in _numbers(typed)]


def _numbers(typed: Mapping[str, str]) -> Iterator[int]:
    found = {name[1:].partition("-")[0] for name in typed if name.startswith("r") and "-" in name}
    yield from sorted(
        int(one) for one in found if one.isascii() and one.isdigit() and int(one) < MOST
    )


def _row(register: Register, number: int, typed: Mapping[str, str]) -> Row:
    cells = {
        code: typed.get(f"r{number}-{code}", "").strip()[:LONGEST_CELL]
        for code in (*register.codes, "chosen")
    }
    return Row(number, register.columns, cells, saved_as=typed.get(f"r{number}-saved", ""))


def empty_rows(register: Register, first: int, count: int) -> list[Row]:
    """Rows to type into."""
    last = min(first + count, MOST)
    return [
        Row(number, register.columns, dict.fromkeys((*register.codes, "chosen"), ""))
        for number in range(first, last)
    ]
