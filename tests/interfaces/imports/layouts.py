"""Layouts in which offices keep the same few women, FIRs and claims. Everybody in them is invented."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tafteesh.interfaces.imports.workbook import Known, WorkbookReading, read_workbook
from tafteesh.reference.law.extent import may_exist
from tests.people import TODAY

Grid = list[list[Any]]
WOMEN: Grid = [
    ["S-01", "Rina Sardar", date(2001, 3, 4), "Canning I", date(2020, 1, 5), "Active"],
    ["S-02", "Salma Bibi", date(2000, 5, 6), "Basanti", date(2020, 2, 6), "Active"],
    ["S-03", "Purnima Jana", date(1999, 7, 8), "Gosaba", date(2020, 3, 7), "Closed"],
    ["S-04", "Kajal Gayen", date(2002, 9, 9), "Basanti", date(2020, 4, 8), "Active"],
    ["S-05", "Moumita Naiya", date(2003, 1, 10), "Gosaba", date(2020, 5, 9), "Active"],
]
FIRS = [("Canning", 41, 2020), ("Basanti", 52, 2020), ("Gosaba", 63, 2021), ("Basanti", 74, 2021), ("Gosaba", 85, 2022)]  # fmt: skip
HEAD = ["Survivor code", "Name", "Date of birth", "Block", "Date of intake", "Status"]


@dataclass
class Office:
    """A workbook as grids of cells."""

    sheets: dict[str, Grid]
    merged: dict[str, list[str]] = field(default_factory=dict)
    errors: dict[str, dict[str, str]] = field(default_factory=dict)
    is_1904: bool = False

    def save(self, path: Path) -> Path:
        """As an .xlsx."""
        book = openpyxl.Workbook()
        book.remove(book.active)  # type: ignore[arg-type] # a new workbook has one
        if self.is_1904:
            book.epoch = CALENDAR_MAC_1904
        for name, grid in self.sheets.items():
            sheet = book.create_sheet(name)
            for line in grid:
                sheet.append(line)
            for place, error in self.errors.get(name, {}).items():
                sheet[place].value, sheet[place].data_type = error, "e"
            for area in self.merged.get(name, ()):
                sheet.merge_cells(area)
        book.save(path)
        return path

    def read(self, folder: Path) -> WorkbookReading:
        """As an import reads it."""
        return read(self.save(folder / "workbook.xlsx"))


def read(path: Path) -> WorkbookReading:
    """Any file, read for an office with nothing in its records."""
    return read_workbook(path, known=Known(may_exist), today=TODAY)


def claims(codes: list[str]) -> Grid:
    """One claim each, awarded and not yet paid."""
    return [[code, date(2021, 1, 2 + n), 300_000, date(2022, 1, 2 + n), 200_000] for n, code in enumerate(codes)]  # fmt: skip


CLAIM_HEAD = ["Survivor code", "Date of application", "Amount claimed", "Order date", "Amount awarded"]  # fmt: skip
FIR_HEAD = ["PS", "FIR No.", "FIR Date", "Survivor codes", "Sections"]


def firs() -> Grid:
    """The FIR of each woman, as a register of FIRs has it."""
    return [
        [station, f"{number}/{year}", date(year, 3, 4), f"S-0{n}", "370 IPC"]
        for n, (station, number, year) in enumerate(FIRS, start=1)
    ]


STACKED = Office(
    {
        "All": [
            ["Register of survivors"], HEAD, *WOMEN, [],
            ["FIR register, copied from the police"], FIR_HEAD, *firs(), [],
            CLAIM_HEAD, *claims([f"S-0{n}" for n in range(1, 6)]),
        ]
    }
)  # fmt: skip
WIDE_HEAD = [
    "Sl No", "Survivor Code", "Name of survivor", "DOB", "Block", "Date of intake", "Police Station", "FIR No. & Year",
    "FIR date", "Sections", "VC application date", "Amount claimed", "Order date", "Amount awarded", "Status", "Notes",
]  # fmt: skip


def wide_row(number: int) -> list[Any]:
    """One woman with her FIR and her claim."""
    woman, (station, fir, year) = WOMEN[number - 1], FIRS[number - 1]
    return [
        number, *woman[:5], station, f"{fir}/{year}", date(year, 4, 4), "370 IPC", date(2023, 1, number), 300_000,
        date(2024, 1, number), 200_000, woman[5], "seen",
    ]  # fmt: skip


WIDE = Office({"Register": [WIDE_HEAD, *(wide_row(n) for n in range(1, 6))]})
