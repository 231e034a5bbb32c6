"""The same programme as several other offices would keep it, each with its truth."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from tests.interfaces.imports.office_headings import (
    ABBREVIATED,
    BENGALI,
    OWN_WORDS,
    WORDS_IN_BENGALI,
)
from tests.interfaces.imports.programme import About, As, Fir, Programme
from tests.interfaces.imports.saving import letter, save_csv, save_ods, save_xlsx

BENGALI_DIGITS = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
Headings = dict[str, tuple[str, dict[str, Any]]]


@dataclass
class Office:
    """One office's way of keeping books."""

    headings: Headings
    code: Callable[[str], Any] = lambda code: code
    fir: Callable[[Fir], str] = lambda fir: f"{fir.station} PS {fir.number}/{fir.year}"
    number: Callable[[int, int], str] = lambda number, year: f"{number}/{year}"
    dates: tuple[str, ...] = (
        "excel",
        "excel",
        "excel",
        "dots",
        "words",
        "ordinal",
        "short",
        "iso",
        "spaces",
    )
    money: tuple[str, ...] = ("number", "number", "indian", "lakh", "dash")
    words: dict[str, str] = field(default_factory=dict)
    bengali: bool = False
    titles: bool = False
    subtotals: int = 0  # a subtotal after so many rows
    shuffled: bool = False
    extra: bool = False
    by_block: bool = False
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


def _date(day: date, form: str) -> Any:
    month = MONTHS[day.month - 1]
    return {
        "excel": day, "dots": f"{day.day}.{day.month}.{day.year}", "words": f"{day.day} {day:%B}, {day.year}",
        "ordinal": f"{day.day}{'st' if day.day in (1, 21, 31) else 'nd' if day.day in (2, 22) else 'rd' if day.day in (3, 23) else 'th'} {month} {day.year}",
        "short": f"{day.day}-{month}-{day:%y}", "iso": day.isoformat(), "spaces": f"  {day:%d/%m/%Y} ",
        "slashes": f"{day:%d/%m/%Y}",
    }[form]  # fmt: skip


def _grouped(amount: int) -> str:
    text = str(amount)
    head, tail = text[:-3], text[-3:]
    parts = []
    while head:
        parts.insert(0, head[-2:])
        head = head[:-2]
    return ",".join([*parts, tail])


def _money(amount: int, form: str) -> Any:
    lakh = f"{amount / 100_000:g}"
    return {
        "number": amount, "indian": f"₹ {_grouped(amount)}", "lakh": f"{lakh} lakh", "dash": f"Rs. {_grouped(amount)}/-",
        "bengali": f"{_grouped(amount)} টাকা",
    }[form]  # fmt: skip


class Writer:
    """Writes values as the office writes them, and keeps what a right reading gives."""

    def __init__(self, office: Office, rng: random.Random) -> None:
        self.office, self.rng = office, rng

    def cell(self, name: str, value: Any) -> tuple[Any, Any]:
        """What stands in the cell, and its truth (None where nobody asks)."""
        if value in (None, ""):
            return None, None
        if isinstance(value, list):
            return ", ".join(str(self.office.code(code)) for code in value), None
        if name in ("code", "survivor_code"):
            return self.office.code(str(value)), None
        if name == "days":
            return value, None
        raw, truth = self._written(value)
        return self._digits(raw), truth

    def _written(self, value: Any) -> tuple[Any, Any]:
        office, pick = self.office, self.rng.choice
        match value:
            case As():
                raw = value.raw
                raw = office.number(*raw) if isinstance(raw, tuple) else raw
                return raw, value.truth
            case date():
                return _date(value, pick(office.dates)), value.isoformat()
            case About():
                return value.words, value.iso
            case Fir():
                return office.fir(value), str(value)
            case int():
                return _money(value, pick(office.money)), value
            case _:
                return self._dirty(office.words.get(value, value)), None

    def _digits(self, raw: Any) -> Any:
        return (
            raw.translate(BENGALI_DIGITS) if self.office.bengali and isinstance(raw, str) else raw
        )

    def _dirty(self, text: str) -> str:
        chance = self.rng.random()
        if chance < 0.02:
            return text.upper()
        return f" {text}  " if chance < 0.05 else text


@dataclass
class Book:
    """Sheets as grids of cells, and the truth of them in the words of the scoring."""

    sheets: dict[str, list[list[Any]]] = field(default_factory=dict)
    merged: dict[str, list[tuple[int, int, int, int]]] = field(default_factory=dict)
    hidden: dict[str, list[int]] = field(default_factory=dict)
    truth: dict[str, Any] = field(
        default_factory=lambda: {"rows": {}, "injected": [], "duplicates": [], "read": {}}
    )


def keep(programme: Programme, office: Office, seed: int = 1) -> Book:
    """The programme as this office keeps it."""
    rng = random.Random(seed)  # noqa: S311 - invented people need no secrecy
    book = Book()
    book.truth["duplicates"] = [
        [str(office.code(a)), str(office.code(b))] for a, b in programme.duplicates
    ]
    for kind, rows in programme.rows.items():
        if office.only and kind not in office.only:
            continue
        name, headings = office.headings[kind]
        headings = {f: h for f, h in headings.items() if f not in office.without}
        if kind == "survivors" and office.by_block:
            for block in sorted({row["block"] for row in rows}):
                part = [(i, row) for i, row in enumerate(rows) if row["block"] == block]
                _sheet(programme, Page(book, block, kind, headings, office, rng), part)
        else:
            page = Page(book, name, kind, headings, office, rng)
            _sheet(programme, page, list(enumerate(rows)))
    return book


@dataclass
class Page:
    """One sheet in the making."""

    book: Book
    name: str
    kind: str
    headings: dict[str, Any]
    office: Office
    rng: random.Random
    names: list[str] = field(default_factory=list)
    grid: list[list[Any]] = field(default_factory=list)
    at: dict[int, int] = field(default_factory=dict)  # index of a row of facts -> row of the sheet

    def begin(self) -> None:
        """Titles and heads."""
        self.names = ["serial", *self.headings]
        if self.office.extra:
            self.names[4:4] = ["_extra1"]
            self.names.append("_extra2")
        if self.office.shuffled:
            self.rng.shuffle(self.names)
        width = len(self.names)
        self.book.merged[self.name] = []
        if self.office.titles:
            self.grid += [["ANNEXURE - II"], [f"REGISTER OF {self.name.upper()} FOR 2023-24"], []]
            self.book.merged[self.name] = [(1, 1, 1, width), (2, 1, 2, width)]
        extra = {"serial": "Sl.", "_extra1": "Old Reg. Folio", "_extra2": "Initials of Clerk"}
        words = extra | self.headings
        _head(self.book, self.name, self.grid, [words[n] for n in self.names])

    def fill(self, rows: list[tuple[int, dict[str, Any]]], repeated: set[int]) -> None:
        """The rows, and a subtotal where the office writes one."""
        writer = Writer(self.office, self.rng)
        for position, (index, row) in enumerate(rows, start=1):
            if index in repeated:
                first = next(i for i, other in rows if other == row)
                self._again(position, self.grid[self.at[first] - 1])
            else:
                self._line(position, row, writer)
            self.at[index] = len(self.grid)
            if self.office.subtotals and position % self.office.subtotals == 0:
                self.grid.append(_subtotal(self.names, position))
        self.book.sheets[self.name] = self.grid
        self.book.truth["rows"][self.name] = len(rows)

    def _line(self, position: int, row: dict[str, Any], writer: "Writer") -> None:
        own = {"serial": position, "_extra1": f"F-{position}", "_extra2": "kd"}
        line: list[Any] = []
        for column, n in enumerate(self.names):
            raw, truth = (own[n], None) if n in own else writer.cell(n, row.get(n))
            line.append(raw)
            if truth is not None:
                self.book.truth["read"][f"{self.name}!{letter(column)}{len(self.grid) + 1}"] = truth
        self.grid.append(line)

    def _again(self, position: int, first: list[Any]) -> None:
        serial = self.names.index("serial")
        self.grid.append([position if i == serial else cell for i, cell in enumerate(first)])

    def note(self, mistakes: list[tuple[str, int, str, str, str]]) -> None:
        """Where the mistakes came to stand."""
        for kind, index, column, what, level in mistakes:
            if kind != self.kind or index not in self.at or column not in (*self.headings, "*"):
                continue
            row = self.at[index]
            found = {
                "sheet": self.name,
                "row": row,
                "column": column,
                "kind": what,
                "detectable": level,
            }
            self.book.truth["injected"].append(found)
            if column != "*":
                where = f"{self.name}!{letter(self.names.index(column))}{row}"
                self.book.truth["read"].pop(where, None)


def _sheet(programme: Programme, page: Page, rows: list[tuple[int, dict[str, Any]]]) -> None:
    """One sheet of the book."""
    marked = {m[1] for m in programme.mistakes if m[0] == page.kind and m[2] == "*"}
    page.begin()
    page.fill(rows, marked)
    page.note(programme.mistakes)


def _subtotal(names: list[str], count: int) -> list[Any]:
    line: list[Any] = [None] * len(names)
    line[0] = "Sub-total" if count % 2 else "Total c/f"
    for column, n in enumerate(names):
        if n in ("asked", "awarded", "credit_amount1") and column:
            line[column] = 12_50_000 + count
    if not any(line[1:]):
        line[1] = count
    return line


def _head(book: Book, name: str, grid: list[list[Any]], heads: list[Any]) -> None:
    if not any(isinstance(head, tuple) for head in heads):
        grid.append(list(heads))
        return
    upper = [head[0] if isinstance(head, tuple) else head for head in heads]
    lower = [head[1] if isinstance(head, tuple) else None for head in heads]
    row = len(grid) + 1
    start = 0
    for column in range(1, len(heads) + 1):
        group = isinstance(heads[start], tuple)
        if (
            column < len(heads)
            and group
            and isinstance(heads[column], tuple)
            and upper[column] == upper[start]
        ):
            upper[column] = None
            continue
        end = column
        book.merged[name].append(
            (row, start + 1, row, end) if group else (row, start + 1, row + 1, start + 1)
        )
        start = column
    grid += [upper, lower]


def _short(code: str) -> str:
    year, number = code.split("-")[1:]
    return f"TF/{int(number):03d}/{year[2:]}"


def _plain_number(code: str) -> Any:
    return int(code.split("-")[1]) * 10_000 + int(code.split("-")[2])


OFFICES: dict[str, tuple[Office, str]] = {
    "abbreviated": (
        Office(ABBREVIATED, code=_short, fir=lambda f: f"{f.station} P.S. C/No. {f.number}/{f.year % 100:02d} ",
               number=lambda n, y: f"{n}/{y % 100:02d}", titles=True, subtotals=25), "xlsx",
    ),
    "bengali": (
        Office(BENGALI, fir=lambda f: f"{f.station} থানা {f.number}/{f.year}", bengali=True, words=WORDS_IN_BENGALI,
               dates=("slashes", "dots", "excel", "iso"), money=("number", "bengali")), "xlsx",
    ),
    "by block": (
        Office(OWN_WORDS, code=lambda c: c.replace("N24-", "S-").replace("-", "/"), by_block=True,
               without=("block",), fir=lambda f: f"{f.station} P.S. Case No. {f.number} of {f.year}",
               number=lambda n, y: f"{n} of {y}", titles=True), "xlsx",
    ),
    "one text table": (Office(OWN_WORDS, only=("survivors",), dates=("slashes", "short", "dots")), "csv"),
    "open document": (Office(OWN_WORDS, code=_plain_number), "ods"),
    "shuffled": (Office(ABBREVIATED | {"meetings": OWN_WORDS["meetings"]}, shuffled=True, extra=True), "xlsx"),
}  # fmt: skip


def write(book: Book, form: str, folder: Path) -> Path:
    """Save it the way the office does."""
    path = folder / f"workbook.{form}"
    return {"xlsx": save_xlsx, "ods": save_ods, "csv": save_csv}[form](book, path)
