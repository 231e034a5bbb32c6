"""Reading a whole workbook: recognised, read, checked; nothing is stored here, and no sheet is held in memory.

It goes through the workbook three times: to know its columns, to gather what rows are compared with, and to
check each row. Between them rows lie in a file without a name.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from collections.abc import Mapping as TypingMapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from tafteesh.foundation.kernel.digits import cell_text, folded
from tafteesh.interfaces.imports.book import Gathering, Workbook
from tafteesh.interfaces.imports.checks import check_row
from tafteesh.interfaces.imports.ditto import Above
from tafteesh.interfaces.imports.duplicates import Pair, Woman, propose, woman_of
from tafteesh.interfaces.imports.guard import Unreadable
from tafteesh.interfaces.imports.mapping import Mapping, SheetMapping
from tafteesh.interfaces.imports.parts import settled_parts, with_something
from tafteesh.interfaces.imports.readings import Context, RowReader, StagedRow
from tafteesh.interfaces.imports.recognise import recognise
from tafteesh.interfaces.imports.rows import RowSorter, Skipped
from tafteesh.interfaces.imports.sheets import Sheet, column_letter, open_sheets
from tafteesh.interfaces.imports.spool import Spool
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
    """What a workbook says. Its rows are checked anew each time that they are gone through."""

    mapping: Mapping
    read: Spool = field(default_factory=Spool)  # rows of data, each as the list of its parts
    skipped: dict[str, list[Skipped]] = field(default_factory=dict)
    typed_totals: list[TypedTotal] = field(default_factory=list)
    profile: str = ""
    book: Workbook = field(default_factory=Workbook)
    duplicates: list[Pair] = field(default_factory=list)

    def checked(self) -> Iterator[list[StagedRow]]:
        """Each row of data, checked: what is staged of it."""
        book = self.book.afresh()
        for parts in self.read:
            for part in parts:
                check_row(part, book)
            yield settled_parts(parts)

    def __iter__(self) -> Iterator[StagedRow]:
        for parts in self.checked():
            yield from parts

    @cached_property
    def rows(self) -> list[StagedRow]:
        """All of them at once: for a workbook that is known to be small."""
        return list(self)

    def sheets(self) -> list[str]:
        """The sheets that hold registers."""
        return list(dict.fromkeys(sheet.sheet for sheet in self.mapping.sheets if sheet.kind))


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
    reading = WorkbookReading(mapping or (kept[1].placed_as(guessed) if kept else guessed))
    reading.profile = kept[0] if kept else ""
    context = Context(today, known.sections)
    by_name = any(c.field == "survivor_name" for s in reading.mapping.sheets for c in s.columns)
    gathering = Gathering(known.codes, known.firs, by_name=by_name)
    women = list[Woman]()
    for sheet in sheets:
        plans = [plan for plan in reading.mapping.sheets if plan.sheet == sheet.name]
        rows = _rows_of(sheet, plans, context, reading, progress)
        reading.read.extend(_gathered(rows, gathering, women))
        if plans and not all(plan.kind for plan in plans):
            reading.typed_totals += typed_totals(sheet, [plan for plan in plans if plan.kind])
    reading.book = gathering.finish()
    reading.duplicates = propose(women)
    return reading


def _gathered(
    rows: Iterable[list[StagedRow]], gathering: Gathering, women: list[Woman]
) -> Iterator[list[StagedRow]]:
    """Look at each row on its way to the disk."""
    for parts in rows:
        for part in parts:
            gathering.look(part)
            if part.kind == "survivors" and part.values.get("code"):
                women.append(woman_of(part))
        yield parts


class _Under:
    """The rows under one head: sorted, and read as each of the registers that they hold."""

    def __init__(self, plans: Sequence[SheetMapping], context: Context) -> None:
        self.plans = plans
        self.sorter = RowSorter(plans)
        self.readers = [RowReader(plan, context) for plan in plans]
        self.above = Above()

    def read(self, number: int, cells: list[Any]) -> list[StagedRow]:
        """The parts of one row."""
        said = self.above.said(cells)
        return with_something([reader.read(number, cells, said) for reader in self.readers])


def _rows_of(
    sheet: Sheet,
    plans: Sequence[SheetMapping],
    context: Context,
    reading: WorkbookReading,
    progress: Progress | None,
) -> Iterator[list[StagedRow]]:
    heads: dict[tuple[int, int], list[SheetMapping]] = defaultdict(list)
    for plan in plans:
        if plan.kind:
            heads[plan.head_rows].append(plan)
    skipped = reading.skipped.setdefault(sheet.name, [])
    for same in heads.values():
        under = _Under(same, context)
        for number, cells in sheet.numbered(same[0].head_rows[1], same[0].last):
            if why := under.sorter.why_not(cells):
                skipped.append(Skipped(number, why))
            else:
                yield under.read(number, cells)
            if progress and number % 500 == 0:
                progress(sheet.name, number, len(sheet.rows))


def typed_totals(sheet: Sheet, registers: Sequence[SheetMapping] = ()) -> list[TypedTotal]:
    """Label and number pairs of the rows that belong to no register."""
    totals = []
    for number, cells in sheet.numbered():
        if any(plan.holds(number) for plan in registers):
            continue
        words = [cell_text(cell) for cell in cells if isinstance(cell, str) and cell_text(cell)]
        for index, cell in enumerate(cells):
            if isinstance(cell, int | float) and not isinstance(cell, bool) and words:
                place = f"{column_letter(index)}{number}"
                totals.append(TypedTotal(sheet.name, place, words[0], cell))
                break
    return totals
