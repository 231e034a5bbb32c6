"""Invented workbooks to bring in: a long list of survivors, and a whole programme with what hangs on them."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

FIRST = ("Asha", "Bina", "Chaya", "Dipali", "Fatema", "Gouri", "Halima", "Ila", "Jyotsna", "Kajal")
LAST = ("Mondal", "Biswas", "Khatun", "Sardar", "Naskar", "Gazi", "Munda", "Baidya", "Haldar")
PLACES = (("Baduria", "Baduria"), ("Hasnabad", "Hasnabad"), ("Sandeshkhali I", "Sandeshkhali"), ("Minakhan", "Minakhan"))  # fmt: skip
SURVIVORS = (
    "Survivor Code", "Name", "Father's Name", "Phone", "Case Type", "Date of Intake", "Date of Rescue",
    "Block", "Village", "Status",
)  # fmt: skip
HEADS: dict[str, tuple[str, ...]] = {
    "Survivors": SURVIVORS,
    "FIR": ("Police Station", "FIR No.", "FIR Date", "Sections", "Accused", "Survivor Codes"),
    "Investigation": ("FIR", "Agency Type", "Agency", "Papers Received On", "From", "To"),
    "Compensation": ("Claim No.", "Survivor Code", "Applied At", "Date of Application", "Amount Claimed", "Order Date",
                     "Amount Awarded", "Received in Bank Date", "Received in Bank Amount"),
    "Legal Aid": ("Survivor Code", "Requested On", "Authority", "Assigned On", "Lawyer", "Lawyer Type", "From"),
    "Hearings": ("FIR", "Hearing Date", "Court", "Outcome", "Next Date"),
    "Diary": ("Date", "Social Worker", "Survivor Code", "Mode", "About", "Note"),
}  # fmt: skip
A_WOMAN = 8.5  # rows of a whole programme for each survivor
Row = tuple[Any, ...]


def survivors(tag: str, count: int) -> Iterator[Row]:
    """A list of survivors."""
    for n in range(count):
        intake = date(2010, 1, 5) + timedelta(days=n % 5_000)
        yield (
            f"{tag}-{n:06}", f"{FIRST[n % 10]}{chr(97 + n // 90 % 26)}{chr(97 + n // 2340 % 26)} {LAST[n % 9]}",
            f"Gopal{n % 700} {LAST[n % 9]}", f"98{n * 7919 % 100_000_000:08}", "Trafficking", f"{intake:%d-%m-%Y}",
            f"{intake - timedelta(days=20):%d-%m-%Y}", PLACES[n % 4][0], f"Para {n % 300}", "Active",
        )  # fmt: skip


def whole(tag: str, women: int) -> dict[str, list[Row]]:
    """So many survivors with their FIRs, transfers, claims, lawyers, hearings and contacts."""
    sheets: dict[str, list[Row]] = {name: [] for name in HEADS}
    first = (
        sum(map(ord, tag)) % 50 * 10_000 + int(tag[-2:]) * 100
    )  # other FIRs than the last workbook's
    sheets["Survivors"] = list(survivors(tag, women))
    for n in range(women):
        day, code = date(2012, 2, 1) + timedelta(days=n % 4_000), f"{tag}-{n:06}"
        _proceedings(sheets, first + n, day, code)
        _money(sheets, n, day, code)
        for visit in range(2):
            on = day + timedelta(days=40 + 30 * visit)
            note = f"Seen at home, spoke of the hearing ({n % 90})"
            sheets["Diary"].append((on, f"Worker {n % 9}", code, "Visit", "Court", note))
    return sheets


def _proceedings(sheets: dict[str, list[Row]], n: int, day: date, code: str) -> None:
    station, number = PLACES[n % 4][1], f"{n + 1}/{day.year}"
    fir = f"{station} {number}"
    sheets["FIR"].append((station, number, day, "370 IPC; 363 IPC", f"Ratan{n % 400} {LAST[n % 9]}", code))  # fmt: skip
    if n % 2:
        moved = day + timedelta(days=300)
        sheets["Investigation"].append((fir, "AHTU", "Basirhat AHTU", moved, moved, None))
    for hearing in range(2 + n % 2):
        on = day + timedelta(days=100 + 60 * hearing)
        sheets["Hearings"].append((fir, on, "ACJM Basirhat", "Heard", on + timedelta(days=60)))


def _money(sheets: dict[str, list[Row]], n: int, day: date, code: str) -> None:
    asked = day + timedelta(days=30)
    sheets["Legal Aid"].append((code, asked, "DLSA Barasat", asked + timedelta(days=9), f"Adv. Lawyer {n % 40}",
                                "Legal-aid panel lawyer", asked + timedelta(days=9)))  # fmt: skip
    if n % 2:
        filed = day + timedelta(days=200)
        ordered = filed + timedelta(days=120)
        sheets["Compensation"].append((f"VC-{n}", code, "DLSA Barasat", filed, 500_000, ordered, 300_000,
                                       ordered + timedelta(days=90), 150_000))  # fmt: skip


def save(sheets: dict[str, Iterable[Row]], path: Path) -> int:
    """As an .xlsx; answers how many rows it holds."""
    from openpyxl import Workbook

    book, count = Workbook(write_only=True), 0
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.append(HEADS[name])
        for row in rows:
            sheet.append(row)
            count += 1
    book.save(path)
    return count
