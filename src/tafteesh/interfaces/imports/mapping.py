"""How a workbook is read: a plain structure that is shown, changed by a person, and kept as a profile."""

import hashlib
from dataclasses import dataclass, field, replace
from typing import Any

from tafteesh.foundation.kernel.digits import folded
from tafteesh.interfaces.imports.contents import Contents
from tafteesh.interfaces.imports.headings import Heading
from tafteesh.interfaces.imports.matching import Column, match_columns


@dataclass
class SheetMapping:
    """How one sheet is read. `kind` is empty for a sheet that is not a register."""

    sheet: str
    kind: str
    head_rows: tuple[int, int]
    columns: list[Column] = field(default_factory=list)
    score: int = 0
    last: int = 0  # its last row, where another register is stacked under it

    def as_json(self) -> dict[str, Any]:
        return {
            "sheet": self.sheet,
            "kind": self.kind,
            "head_rows": list(self.head_rows),
            "score": self.score,
            "last": self.last,
            "columns": [[c.index, c.heading, c.field, c.score, c.ordinal] for c in self.columns],
        }

    def as_kind(self, kind: str) -> "SheetMapping":
        """The same sheet read as another register: its columns are matched by their headings again."""
        first, last = self.head_rows if self.head_rows != (0, 0) else (1, 1)
        headings = [Heading(column.heading) for column in self.columns]
        columns = match_columns(kind, headings, [Contents() for _ in headings])
        return SheetMapping(self.sheet, kind, (first, last), columns, self.score, self.last)

    def holds(self, row: int) -> bool:
        """Whether a row with that number stands under this head."""
        return row > self.head_rows[1] and (not self.last or row <= self.last)

    @property
    def heads(self) -> tuple[str, ...]:
        """What stands over the columns, without case."""
        return tuple(folded(column.heading) for column in self.columns)

    @classmethod
    def from_json(cls, found: dict[str, Any]) -> "SheetMapping":
        first, last = found["head_rows"]
        columns = [Column(*values) for values in found["columns"]]
        return cls(
            found["sheet"],
            found["kind"],
            (first, last),
            columns,
            found.get("score", 0),
            found.get("last", 0),
        )


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
        heads = sorted("|".join(sheet.heads) for sheet in self.sheets if sheet.columns)
        return hashlib.sha256("\n".join(heads).encode()).hexdigest()[:32]

    def placed_as(self, guess: "Mapping") -> "Mapping":
        """This way of reading for another workbook with the same heads, which stand where they stand there."""
        waiting = list(guess.sheets)
        placed = []
        for mine in self.sheets:
            theirs = next((sheet for sheet in waiting if sheet.heads == mine.heads), None)
            if theirs is not None:
                waiting.remove(theirs)
                placed.append(
                    replace(mine, sheet=theirs.sheet, head_rows=theirs.head_rows, last=theirs.last)
                )
        return Mapping([*placed, *(sheet for sheet in waiting if not sheet.kind)])

    def of_row(self, sheet: str, row: int, kind: str) -> SheetMapping | None:
        """How a row of data was read."""
        mine = (s for s in self.sheets if s.sheet == sheet and s.kind == kind)
        return next((s for s in mine if s.holds(row)), None)
