"""Which sheet is what, where its head is, and which column is which field.

Headings are compared by their words (abbreviations spelt out) and weighed with what stands under them.
The guess is a plain structure: it can be shown, changed by a person, and kept as a profile.
"""

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from tafteesh.foundation.kernel.digits import cell_text, folded
from tafteesh.interfaces.imports.contents import Contents, bonus, contents, evidence, sampled
from tafteesh.interfaces.imports.fields import INSTEAD, KINDS, SERIAL, SHEET_NAMES, Field
from tafteesh.interfaces.imports.headings import (
    Heading,
    best_fit,
    heading_words,
    known_words,
    name_fit,
    ordinal,
)
from tafteesh.interfaces.imports.sheets import Cell, Cells, Sheet

HEAD_WITHIN = 15
LEAST = 66  # heading and contents together
LEAST_HEADING = 45
SAMPLE = 60


@dataclass
class Column:
    """One column of a sheet, and which field it was taken for."""

    index: int
    heading: str
    field: str = ""
    score: int = 0
    ordinal: int = 0  # of a repeated group: 1, 2, ...


@dataclass
class SheetMapping:
    """How one sheet is read. `kind` is empty for a sheet that is not a register."""

    sheet: str
    kind: str
    head_rows: tuple[int, int]
    columns: list[Column] = field(default_factory=list)
    score: int = 0

    def as_json(self) -> dict[str, Any]:
        return {
            "sheet": self.sheet,
            "kind": self.kind,
            "head_rows": list(self.head_rows),
            "score": self.score,
            "columns": [[c.index, c.heading, c.field, c.score, c.ordinal] for c in self.columns],
        }

    def as_kind(self, kind: str) -> "SheetMapping":
        """The same sheet read as another register: its columns are matched by their headings again."""
        first, last = self.head_rows if self.head_rows != (0, 0) else (1, 1)
        headings = [Heading(column.heading) for column in self.columns]
        columns = match_columns(kind, headings, [Contents() for _ in headings])
        return SheetMapping(self.sheet, kind, (first, last), columns, self.score)

    @classmethod
    def from_json(cls, found: dict[str, Any]) -> "SheetMapping":
        first, last = found["head_rows"]
        columns = [Column(*values) for values in found["columns"]]
        return cls(found["sheet"], found["kind"], (first, last), columns, found.get("score", 0))


@dataclass
class Mapping:
    """How a workbook is read, sheet by sheet."""

    sheets: list[SheetMapping]

    def as_json(self) -> list[dict[str, Any]]:
        return [sheet.as_json() for sheet in self.sheets]

    @classmethod
    def from_json(cls, found: list[dict[str, Any]]) -> "Mapping":
        return cls([SheetMapping.from_json(sheet) for sheet in found])

    @property
    def fingerprint(self) -> str:
        """The same for two workbooks with the same headings, whatever their rows."""
        heads = sorted(
            "|".join(folded(c.heading) for c in s.columns) for s in self.sheets if s.columns
        )
        return hashlib.sha256("\n".join(heads).encode()).hexdigest()[:32]


def match_columns(
    kind: str, headings: Sequence[Heading], found: Sequence[Contents]
) -> list[Column]:
    """The best one-to-one fit of columns to the fields of a kind."""
    columns = [Column(index, heading.text) for index, heading in enumerate(headings)]
    used: set[str] = set()
    for score, _order, index, candidate in _scored(kind, headings, found):
        column = columns[index]
        if column.field or (candidate.name in used and not candidate.group):
            continue
        used.add(candidate.name)
        column.field, column.score = candidate.name, min(100, score)
        column.ordinal = ordinal(column.heading) if candidate.group else 0
    _by_contents(kind, columns, found, used)
    _drop_twins(kind, columns)
    number_groups(columns, kind)
    return columns


def _scored(
    kind: str, headings: Sequence[Heading], found: Sequence[Contents]
) -> list[tuple[int, int, int, Field]]:
    """Every fit that is good enough, the best first."""
    scored = []
    for index, heading in enumerate(headings):
        if not heading_words(heading.text):
            continue
        for order, candidate in enumerate((*KINDS[kind], SERIAL)):
            fit = best_fit(heading, candidate)
            if fit < LEAST_HEADING:
                continue
            score = fit + bonus(kind, candidate, found[index])
            if score >= LEAST:
                scored.append((score, order, index, candidate))
    return sorted(scored, key=lambda item: (-item[0], item[1], item[2]))


def _by_contents(
    kind: str, columns: list[Column], found: Sequence[Contents], used: set[str]
) -> None:
    """A column whose heading says nothing to us, but whose contents can be one missing field only."""
    for column in columns:
        if column.field or not column.heading:
            continue
        fitting = [
            f
            for f in KINDS[kind]
            if f.name not in used and not f.group and evidence(kind, f, found[column.index])
        ]
        if len(fitting) == 1:
            column.field, column.score = fitting[0].name, LEAST
            used.add(fitting[0].name)


def _drop_twins(kind: str, columns: list[Column]) -> None:
    """Station and number in columns of their own are needed only where no column holds both."""
    named = {column.field for column in columns}
    for must, others in INSTEAD.items():
        names = {f.name for f in KINDS[kind]}
        if must in named and must in names and kind != "fir":
            for column in columns:
                if column.field in others:
                    column.field, column.score = "", 0
    if kind == "fir" and {"police_station", "fir_number"} <= named:
        for column in columns:
            if column.field == "fir":
                column.field, column.score = "", 0


def number_groups(columns: list[Column], kind: str) -> None:
    """Repeated columns without a number get one by their order from left to right."""
    for wanted in {f.name for f in KINDS[kind] if f.group}:
        mine = [c for c in columns if c.field == wanted]
        if len({c.ordinal for c in mine}) < len(mine) or any(not c.ordinal for c in mine):
            for place, column in enumerate(sorted(mine, key=lambda c: c.index), start=1):
                column.ordinal = place


def sheet_score(kind: str, columns: Sequence[Column], name: str) -> int:
    """How sure it is that a sheet with these columns is of this kind."""
    by_name = {f.name: f for f in KINDS[kind]}
    found = {c.field: c.score for c in columns if c.field in by_name}
    spare = {other for others in INSTEAD.values() for other in others if other not in found}
    weight = sum(f.weight for f in KINDS[kind] if f.name not in spare or f.weight > 1)
    reached = sum(by_name[name_].weight * score / 100 for name_, score in found.items())
    headed = sum(1 for c in columns if c.heading.strip())
    named = sum(1 for c in columns if c.field)
    fit = named / max(1, headed)
    hint = name_fit(name, SHEET_NAMES[kind])
    return int(55 * min(1, reached / weight) + 35 * fit + 0.25 * hint - 14 * _missing(kind, found))


def _missing(kind: str, found: Collection[str]) -> int:
    """How many of the fields that such a sheet cannot do without are not there in any way."""
    musts = (f.name for f in KINDS[kind] if f.weight == 3)
    return sum(
        1
        for must in musts
        if must not in found and not (must in INSTEAD and set(INSTEAD[must]) <= set(found))
    )


def _heads(rows: Sequence[Cells]) -> Iterator[tuple[int, int, list[Heading]]]:
    """Candidate heads: one row, or two of which the upper names groups."""
    limit = min(HEAD_WITHIN, len(rows))
    likely = sorted(range(limit), key=lambda i: -_likeness(rows[i]))[:3]
    for first in sorted({i for row in likely for i in (row - 1, row) if i >= 0}):
        words = [_heading(cell) for cell in rows[first]]
        if len({word for word in words if word}) < 2:
            continue
        yield first, first, [Heading(word) for word in words]
        if first + 1 < limit and _may_stand_under(rows[first + 1]):
            yield first, first + 1, _joined(words, [_heading(cell) for cell in rows[first + 1]])


def _may_stand_under(cells: Cells, *, share: float = 0.4) -> bool:
    """Whether a row can be the lower half of a head: words of headings, no dates, no numbers."""
    filled = [cell for cell in cells if cell not in ("", None)]
    words = [cell for cell in filled if isinstance(cell, str)]
    return (
        len(words) >= 2
        and len(words) == len(filled)
        and _likeness(cells) >= share * len(set(words))
    )


def _half_a_head(rows: Sequence[Cells], row: int) -> int:
    """What it costs a head of one row that the row above or below it looks like the other half."""
    below = rows[row + 1] if row + 1 < len(rows) else []
    above = rows[row - 1] if row else []
    is_upper = len({c for c in above if c not in ("", None)}) >= 3 and _may_stand_under(
        above, share=0.6
    )
    return 15 if is_upper or _may_stand_under(below, share=0.6) else 0


def _likeness(cells: Cells) -> float:
    """How much a row looks like a head: cells made of words that headings are made of."""
    known, score = known_words(), 0.0
    for cell in dict.fromkeys(c for c in cells if c not in ("", None)):
        words = heading_words(_heading(cell)).split() if isinstance(cell, str) else []
        if words and len(words) <= 8:
            score += sum(1 for word in words if word in known) / len(words)
        else:
            score -= 0.5
    return score


def _heading(cell: Cell) -> str:
    return cell_text(cell)[:120] if isinstance(cell, str) else ""


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[Heading]:
    width = max(len(upper), len(lower))
    above = [*upper, *[""] * (width - len(upper))]
    below = [*lower, *[""] * (width - len(lower))]
    joined, group = [], ""
    for top, bottom in zip(above, below, strict=True):
        group = top or (group if bottom else "")
        joined.append(Heading(bottom or group, group if bottom else ""))
    return joined


def recognise_sheet(sheet: Sheet, known_codes: Collection[str] = ()) -> SheetMapping:
    """The best reading of one sheet; kind is empty where none is good enough."""
    best = SheetMapping(sheet.name, "", (0, 0))
    best_score = 0.0
    for first, last, headings in _heads(sheet.rows):
        body = sheet.rows[last + 1 : last + 1 + SAMPLE]
        if not body:
            continue
        found = [contents(sampled(body, i), known_codes) for i in range(len(headings))]
        cut = 3 if last > first else _half_a_head(sheet.rows, first)
        for kind in KINDS:
            columns = match_columns(kind, headings, found)
            score = sheet_score(kind, columns, sheet.name)
            if score - cut > best_score:
                best_score = score - cut
                best = SheetMapping(sheet.name, kind, (first + 1, last + 1), columns, score)
    if best.score < 45:
        return SheetMapping(sheet.name, "", best.head_rows, best.columns, best.score)
    return best


def recognise(sheets: Sequence[Sheet], known_codes: Collection[str] = ()) -> Mapping:
    """The guess for a whole workbook: registers of survivors first, for their codes tell the others."""
    first = {sheet.name: recognise_sheet(sheet, known_codes) for sheet in sheets}
    codes = set(known_codes)
    for sheet in sheets:
        codes |= _codes_of(sheet, first[sheet.name])
    if codes == set(known_codes):
        return Mapping(list(first.values()))
    return Mapping(
        [
            first[sheet.name]
            if first[sheet.name].kind == "survivors"
            else recognise_sheet(sheet, codes)
            for sheet in sheets
        ]
    )


def _codes_of(sheet: Sheet, mapping: SheetMapping) -> set[str]:
    """The codes that a register of survivors gives."""
    column = next((c.index for c in mapping.columns if c.field == "code"), None)
    if mapping.kind != "survivors" or column is None:
        return set()
    cells = sampled(sheet.rows[mapping.head_rows[1] :], column)
    return {folded(text) for cell in cells if (text := cell_text(cell))}
