"""Reading a whole workbook: recognised, read, checked; nothing is stored here."""

from collections.abc import Callable, Collection
from collections.abc import Mapping as TypingMapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from tafteesh.foundation.kernel.digits import cell_text, folded
from tafteesh.interfaces.imports.checks import check_row, gather
from tafteesh.interfaces.imports.duplicates import Pair, propose
from tafteesh.interfaces.imports.guard import Unreadable
from tafteesh.interfaces.imports.readings import Context, RowReader, StagedRow
from tafteesh.interfaces.imports.recognise import Mapping, SheetMapping, recognise
from tafteesh.interfaces.imports.rows import Skipped, data_rows
from tafteesh.interfaces.imports.saying import reason_of
from tafteesh.interfaces.imports.sheets import Sheet, column_letter, open_sheets
from tafteesh.reference.law.section_words import KnownSections

Progress = Callable[[str, int, int], None]


@dataclass
class TypedTotal:
    """A number that somebody typed on a summary sheet: kept to be shown beside ours, never counted."""

    sheet: str
    cell: str
    label: str
    value: Any


@dataclass
class WorkbookReading:
    """What a workbook says."""

    mapping: Mapping
    rows: list[StagedRow] = field(default_factory=list)
    skipped: dict[str, list[Skipped]] = field(default_factory=dict)
    duplicates: list[Pair] = field(default_factory=list)
    typed_totals: list[TypedTotal] = field(default_factory=list)
    profile: str = ""

    def counts(self) -> dict[str, dict[str, int]]:
        """Rows in, and what became of them, by sheet: the three add up, always."""
        counts: dict[str, dict[str, int]] = {}
        for sheet in self.mapping.sheets:
            if sheet.kind:
                counts[sheet.sheet] = dict.fromkeys(("read", "accepted", "in_doubt", "rejected"), 0)
        for row in self.rows:
            counts[row.sheet]["read"] += 1
            counts[row.sheet][row.status] += 1
        return counts


@dataclass(frozen=True)
class Known:
    """What stands in the records already, that rows may refer to."""

    sections: KnownSections
    codes: Collection[str] = ()
    firs: Collection[tuple[str, int, int]] = ()


def look(path: Path, known_codes: Collection[str] = ()) -> tuple[list[Sheet], Mapping]:
    """Open a workbook and guess how it is read. Raises Unreadable."""
    sheets = open_sheets(path)
    mapping = recognise(sheets, frozenset(map(folded, known_codes)))
    if not any(sheet.kind for sheet in mapping.sheets):
        raise Unreadable(
            "not_recognised",
            _(
                "No sheet of this workbook looks like a register. Each needs a row of headings, such as Survivor Code, FIR No. or Hearing Date."
            ),
        )
    return sheets, mapping


def read_workbook(
    path: Path,
    *,
    known: Known,
    today: date,
    mapping: Mapping | None = None,
    profiles: TypingMapping[str, tuple[str, Mapping]] | None = None,
    progress: Progress | None = None,
) -> WorkbookReading:
    """Read every row of every recognised sheet, check it, and propose duplicates. Raises Unreadable."""
    sheets, guessed = look(path, known.codes)
    kept = (profiles or {}).get(guessed.fingerprint) if mapping is None else None
    reading = WorkbookReading(mapping or (kept[1] if kept else guessed))
    reading.profile = kept[0] if kept else ""
    context = Context(today, known.sections)
    by_name = {sheet.name: sheet for sheet in sheets}
    for plan in reading.mapping.sheets:
        if plan.sheet not in by_name:
            continue
        sheet = by_name[plan.sheet]
        if plan.kind:
            _read_sheet(sheet, plan, context, reading, progress)
        else:
            reading.typed_totals += typed_totals(sheet)
    book = gather(reading.rows, known.codes, known.firs)
    for row in reading.rows:
        check_row(row, book)
    reading.duplicates = propose(reading.rows)
    return reading


def _read_sheet(
    sheet: Sheet,
    plan: SheetMapping,
    context: Context,
    reading: WorkbookReading,
    progress: Progress | None,
) -> None:
    reader = RowReader(plan, context)
    skipped = reading.skipped.setdefault(plan.sheet, [])
    for found in data_rows(sheet, plan):
        if isinstance(found, Skipped):
            skipped.append(found)
            continue
        number, cells = found
        reading.rows.append(reader.read(number, cells))
        if progress and number % 500 == 0:
            progress(plan.sheet, number, len(sheet.rows))


def typed_totals(sheet: Sheet) -> list[TypedTotal]:
    """Label and number pairs of a sheet that is no register."""
    totals = []
    for number, cells in sheet.numbered():
        words = [cell_text(cell) for cell in cells if isinstance(cell, str) and cell_text(cell)]
        for index, cell in enumerate(cells):
            if isinstance(cell, int | float) and not isinstance(cell, bool) and words:
                place = f"{column_letter(index)}{number}"
                totals.append(TypedTotal(sheet.name, place, words[0], cell))
                break
    return totals


def as_json(reading: WorkbookReading) -> dict[str, Any]:
    """The contract of `import --json`, without the figures."""
    return {
        "sheets": reading.counts(),
        "doubts": [
            {
                "sheet": row.sheet,
                "row": row.number,
                "column": doubt.column,
                "kind": doubt.kind,
                "message": doubt.message,
                "fix": doubt.fix,
            }
            for row in reading.rows
            for doubt in row.doubts
            if row.status != "rejected"
        ],
        "rejected": [
            {"sheet": row.sheet, "row": row.number, "message": reason_of(row.reason)}
            for row in reading.rows
            if row.status == "rejected"
        ],
        "duplicates": [[pair.first, pair.second] for pair in reading.duplicates],
        "read": {
            f"{row.sheet}!{letter}{row.number}": value
            for row in reading.rows
            for letter, value in row.read.items()
        },
        "skipped": {name: len(rows) for name, rows in reading.skipped.items()},
        "typed_totals": [vars(total) for total in reading.typed_totals],
    }
