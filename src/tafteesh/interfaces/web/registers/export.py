"""Registers as files: every cell is text or a number, no cell is ever a formula."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date

import xlsxwriter

Cells = Sequence[object]
DANGEROUS = "=+-@|%"


def harmless(text: str) -> str:
    """A text that no spreadsheet runs: one that could begin a formula gets an apostrophe before it."""
    plain = "".join(
        c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c)[0] != "C"
    )
    first = plain.lstrip()[:1]
    return f"'{text}" if first and first in DANGEROUS else text


def plain(cell: object) -> str | int | float:
    """What stands in a cell."""
    if cell is None:
        return ""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return cell
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def as_csv(head: Cells, rows: Iterable[Cells]) -> bytes:
    """UTF-8 with a mark, so that Excel reads Bengali."""
    out = io.StringIO()
    writer = csv.writer(out)
    for row in ([str(cell) for cell in head], *rows):
        cells = [plain(cell) for cell in row]
        writer.writerow([harmless(c) if isinstance(c, str) else c for c in cells])
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(head: Cells, rows: Iterable[Cells]) -> bytes:
    """A workbook of texts and numbers."""
    out = io.BytesIO()
    settings = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, {**settings, "in_memory": True})
    book.set_properties({"author": "", "title": "", "comments": ""})
    sheet = book.add_worksheet("register")
    for column, cell in enumerate(head):
        sheet.write_string(0, column, str(cell))
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(map(plain, row)):
            if isinstance(cell, str):
                sheet.write_string(number, column, cell)
            else:
                sheet.write_number(number, column, cell)
    book.close()
    return out.getvalue()
