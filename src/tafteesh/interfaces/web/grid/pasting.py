"""A block pasted from a spreadsheet: its cells, and which of its columns is which of ours. No database."""

import csv
import io
import re
from collections.abc import Sequence

from tafteesh.foundation.kernel.digits import clean, folded
from tafteesh.interfaces.web.grid.rows import LONGEST_CELL, MOST, Column

LONGEST = 400_000  # characters of one block
WORD = re.compile(r"\w+")


class BlockTooLarge(Exception):
    """More than 500 rows: such a list comes in as a workbook."""


def cells_of(block: str) -> list[list[str]]:
    """Rows and cells of a block copied from a spreadsheet (tabs) or from a list (commas or semicolons).

    Raises BlockTooLarge.
    """
    if len(block) > LONGEST:
        raise BlockTooLarge
    text = block.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    first = text.partition("\n")[0]
    mark = "\t" if "\t" in text else max(";,", key=first.count)
    rows = [
        [clean(cell).strip()[:LONGEST_CELL] for cell in row]
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    ]
    filled = [row for row in rows if any(row)]
    if len(filled) > MOST + 1:
        raise BlockTooLarge
    width = max((len(row) for row in filled), default=0)
    return [row + [""] * (width - len(row)) for row in filled]


def has_heads(rows: Sequence[Sequence[str]], columns: Sequence[Column]) -> bool:
    """Whether the first row names columns: at least two of its cells are names of ours."""
    return bool(rows) and sum(bool(_named(cell, columns)) for cell in rows[0]) >= min(
        2, len(columns)
    )


def guessed(rows: Sequence[Sequence[str]], columns: Sequence[Column]) -> list[str]:
    """For each pasted column the code of ours: by its head, else by its place; empty: left out."""
    width = len(rows[0]) if rows else 0
    codes = [column.code for column in columns]
    if not has_heads(rows, columns):
        return [codes[place] if place < len(codes) else "" for place in range(width)]
    taken: set[str] = set()
    found = []
    for cell in rows[0]:
        code = _named(cell, columns)
        found.append("" if code in taken else code)
        taken.add(code)
    return found


def signature(rows: Sequence[Sequence[str]], columns: Sequence[Column]) -> str:
    """By what a block of the same kind is known again: its heads, or how many columns it has."""
    if has_heads(rows, columns):
        return "|".join(folded(cell) for cell in rows[0])
    return str(len(rows[0]) if rows else 0)


def _named(cell: str, columns: Sequence[Column]) -> str:
    said = " ".join(WORD.findall(folded(cell)))
    if not said:
        return ""
    for column in columns:
        if said in {folded(str(column.label)), *column.known_as}:
            return column.code
    return ""
