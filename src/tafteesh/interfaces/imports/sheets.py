"""The sheets of a workbook, with rows numbered as Excel numbers them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _
from python_calamine import CalamineError, CalamineWorkbook

from tafteesh.interfaces.imports.guard import (
    MOST_COLUMNS,
    MOST_ROWS,
    Unreadable,
    csv_rows,
    open_guarded,
    too_many_rows,
)

Cell = Any  # None, str, int, float, bool, date, datetime, time, timedelta
Cells = list[Cell]


@dataclass
class Sheet:
    """One sheet: `rows[0]` is row 1. Merged heads are spread over the cells that they cover."""

    name: str
    rows: list[Cells]

    def numbered(self, after: int = 0) -> Iterator[tuple[int, Cells]]:
        """Rows with their numbers, from the one after `after`."""
        for index in range(after, len(self.rows)):
            yield index + 1, self.rows[index]


def column_letter(index: int) -> str:
    """0 is A, 25 is Z, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def open_sheets(path: Path) -> list[Sheet]:
    """Every visible sheet of an .xlsx or .ods workbook, or the one table of a .csv. Raises Unreadable."""
    opened = open_guarded(path)
    if opened.kind == "csv":
        return [Sheet("csv", [list(row) for row in csv_rows(opened)])]
    try:
        workbook = CalamineWorkbook.from_path(str(path))
        sheets = [_sheet(workbook, name) for name in workbook.sheet_names]
    except (CalamineError, OSError, ValueError):
        raise Unreadable(
            "broken",
            _("The workbook is damaged. Open it in Excel or LibreOffice and save it again."),
        ) from None
    if sum(len(sheet.rows) for sheet in sheets) > MOST_ROWS:
        raise too_many_rows()
    return sheets


def _sheet(workbook: CalamineWorkbook, name: str) -> Sheet:
    found = workbook.get_sheet_by_name(name)
    if found.height > MOST_ROWS:
        raise too_many_rows()
    if found.width > MOST_COLUMNS:
        raise Unreadable(
            "too_wide", _("A sheet has more than 300 columns. Keep the columns that are needed.")
        )
    rows: list[Cells] = found.to_python(skip_empty_area=False)
    while rows and not any(cell != "" and cell is not None for cell in rows[-1]):
        rows.pop()
    for (top, left), (bottom, right) in found.merged_cell_ranges or ():
        if top < min(12, len(rows)) and bottom - top < 3:
            _spread(rows, (top, left), (min(bottom, len(rows) - 1), right))
    return Sheet(name, rows)


def _spread(rows: list[Cells], start: tuple[int, int], end: tuple[int, int]) -> None:
    (top, left), (bottom, right) = start, end
    if left >= len(rows[top]):
        return
    words = rows[top][left]
    for row in range(top, bottom + 1):
        for column in range(left, min(right, len(rows[row]) - 1) + 1):
            if rows[row][column] in ("", None):
                rows[row][column] = words
