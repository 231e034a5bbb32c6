"""The sheets of a workbook, with rows numbered as Excel numbers them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from tafteesh.interfaces.imports.faults import Errors, errors_of
from tafteesh.interfaces.imports.guard import (
    MOST_COLUMNS,
    MOST_ROWS,
    Unreadable,
    csv_rows,
    open_guarded,
    too_many_rows,
)
from tafteesh.interfaces.imports.merges import filled
from tafteesh.interfaces.imports.spool import Spool

Cell = Any  # None, str, int, float, bool, date, datetime, time, timedelta
Cells = list[Cell]


@dataclass
class Sheet:
    """One sheet, put aside on the disk; row 1 is the first. Merged cells are spread over what they cover."""

    name: str
    rows: Spool

    def numbered(self, after: int = 0, until: int = 0) -> Iterator[tuple[int, Cells]]:
        """Rows with their numbers, from the one after `after` to `until` (0: to the end)."""
        number = 0
        for piece in self.rows.pieces():
            if number + len(piece) <= after:
                number += len(piece)
                continue
            for cells in piece:
                number += 1
                if until and number > until:
                    return
                if number > after:
                    yield number, cells


def column_letter(index: int) -> str:
    """0 is A, 25 is Z, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def open_sheets(path: Path) -> list[Sheet]:
    """Every sheet of an .xlsx or .ods workbook, or the one table of a .csv. Raises Unreadable."""
    opened = open_guarded(path)
    if opened.kind == "csv":
        return [_put_aside("csv", csv_rows(opened))]
    try:
        workbook = CalamineWorkbook.from_path(str(path))
        errors = errors_of(path)
        names = workbook.sheet_names
        sheets = [_sheet(workbook, name, errors.get(i, {})) for i, name in enumerate(names)]
    except (CalamineError, OSError, ValueError):
        raise Unreadable(
            "broken",
            _("The workbook is damaged. Open it in Excel or LibreOffice and save it again."),
        ) from None
    if sum(len(sheet.rows) for sheet in sheets) > MOST_ROWS:
        raise too_many_rows()
    return sheets


def _put_aside(name: str, rows: Iterable[Cells]) -> Sheet:
    spool = Spool()
    spool.extend(rows)
    return Sheet(name, spool)


def _sheet(workbook: CalamineWorkbook, name: str, errors: Errors) -> Sheet:
    found = workbook.get_sheet_by_name(name)
    if found.height > MOST_ROWS:
        raise too_many_rows()
    if found.width > MOST_COLUMNS:
        raise Unreadable(
            "too_wide", _("A sheet has more than 300 columns. Keep the columns that are needed.")
        )
    rows = _with_errors(_from_the_first(found), errors)
    return _put_aside(name, _until_the_last(filled(rows, found.merged_cell_ranges or ())))


def _from_the_first(found: CalamineSheet) -> Iterator[Cells]:
    """Rows and columns numbered as Excel numbers them, also where the first are empty."""
    top, left = found.start or (0, 0)
    for _row in range(top):
        yield []
    for cells in found.iter_rows():
        yield [""] * left + list(cells)


def _with_errors(rows: Iterable[Cells], errors: Errors) -> Iterator[Cells]:
    for number, cells in enumerate(rows):
        for column, error in errors.get(number, {}).items():
            if column < len(cells) and cells[column] in ("", None):
                cells[column] = error
        yield cells


def _until_the_last(rows: Iterable[Cells]) -> Iterator[Cells]:
    """Without the empty rows at the end."""
    empty: list[Cells] = []
    for cells in rows:
        if any(cell != "" and cell is not None for cell in cells):
            yield from empty
            empty = []
            yield cells
        else:
            empty.append([])
