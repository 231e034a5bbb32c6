"""Saving a made-up workbook as .xlsx, .ods or .csv."""

import zipfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

import openpyxl
from openpyxl.comments import Comment

if TYPE_CHECKING:
    from tests.interfaces.imports.other_offices import Book


def letter(index: int) -> str:
    """0 is A."""
    return letter(index // 26 - 1) + chr(65 + index % 26) if index >= 26 else chr(65 + index)


def save_xlsx(book: "Book", path: Path) -> Path:
    """As an .xlsx, with merged cells, hidden columns, and a comment here and there."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)  # type: ignore[arg-type] # a new workbook has one
    for name, grid in book.sheets.items():
        sheet = workbook.create_sheet(name[:31].replace("/", "-"))
        for number, line in enumerate(grid, start=1):
            for column, cell in enumerate(line, start=1):
                if cell is not None:
                    sheet.cell(number, column, cell)
        for top, left, bottom, right in book.merged.get(name, ()):
            if (top, left) != (bottom, right):
                sheet.merge_cells(
                    start_row=top, start_column=left, end_row=bottom, end_column=right
                )
        for column in book.hidden.get(name, ()):
            sheet.column_dimensions[letter(column)].hidden = True
        sheet.cell(len(grid), 2).comment = Comment("ask her worker", "office")
    workbook.save(path)
    return path


def save_ods(book: "Book", path: Path) -> Path:
    """As an .ods, written part by part."""
    tables = []
    for name, grid in book.sheets.items():
        rows = "".join(
            f"<table:table-row>{''.join(map(_ods_cell, line))}</table:table-row>" for line in grid
        )
        tables.append(f'<table:table table:name="{escape(name)}">{rows}</table:table>')
    spaces = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{spaces}office:1.0"'
        f' xmlns:table="{spaces}table:1.0" xmlns:text="{spaces}text:1.0" office:version="1.2"><office:body>'
        f"<office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED
        )
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
    return path


def _ods_cell(cell: Any) -> str:
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{cell.isoformat()[:10]}"/>'
    if isinstance(cell, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{cell}"><text:p>{cell}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'


def save_csv(book: "Book", path: Path) -> Path:
    """The first sheet as a text table with semicolons; its sheet is called csv then."""
    name, grid = next(iter(book.sheets.items()))
    lines = (";".join("" if c is None else f'"{c}"' for c in line) for line in grid)
    path.write_text("\ufeff" + "\r\n".join(lines), encoding="utf-8")
    truth = book.truth
    truth["rows"] = {"csv": truth["rows"][name]}
    truth["read"] = {f"csv!{k.split('!', 1)[1]}": v for k, v in truth["read"].items()}
    truth["injected"] = [i | {"sheet": "csv"} for i in truth["injected"]]
    return path
