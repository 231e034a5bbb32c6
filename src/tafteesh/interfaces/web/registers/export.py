"""Registers as files: every cell is text or a number, no cell is ever a formula."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal

import xlsxwriter

from tafteesh.interfaces.web.registers.columns import Paise

Cells = Sequence[object]
DANGEROUS = "=+-@|%"


def harmless(text: str) -> str:
    """A text that no spreadsheet runs: one that could begin a formula gets an apostrophe before it."""
    plain = "".join(
        c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c)[0] != "C"
    )
    first = plain.lstrip()[:1]
    return f"'{text}" if first and first in DANGEROUS else text


def plain(cell: object) -> str | int | float | Decimal | date:
    """What stands in a cell: a text, a number or a day."""
    if cell is None:
        return ""
    if isinstance(cell, Paise):
        return cell.paise // 100 if cell.paise % 100 == 0 else cell.paise / 100
    if isinstance(cell, int | float | Decimal | date) and not isinstance(cell, bool):
        return cell
    return str(cell)


def _text(cell: object) -> object:
    """A cell of a CSV: days as in the office, no text that could run."""
    value = plain(cell)
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    return harmless(value) if isinstance(value, str) else value


def as_csv(head: Cells, rows: Iterable[Cells]) -> bytes:
    """UTF-8 with a mark, so that Excel reads Bengali."""
    out = io.StringIO()
    writer = csv.writer(out)
    for row in ([str(cell) for cell in head], *rows):
        writer.writerow([_text(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(head: Cells, rows: Iterable[Cells]) -> bytes:
    """A workbook of texts, numbers and days; no cell can run."""
    out = io.BytesIO()
    settings = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, {**settings, "in_memory": True})
    book.set_properties({"author": "", "title": "", "comments": ""})
    sheet = book.add_worksheet("register")
    day = book.add_format({"num_format": "dd-mm-yyyy"})
    bold = book.add_format({"bold": True})
    sheet.freeze_panes(1, 0)
    for column, cell in enumerate(head):
        sheet.write_string(0, column, str(cell), bold)
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(map(plain, row)):
            if isinstance(cell, str):
                sheet.write_string(number, column, harmless(cell))
            elif isinstance(cell, date):
                sheet.write_datetime(number, column, datetime(*cell.timetuple()[:3]), day)  # noqa: DTZ001 - a day
            else:
                sheet.write_number(number, column, cell)
    book.close()
    return out.getvalue()
