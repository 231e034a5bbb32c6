"""Reading the cells of one row by what their columns are."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from tafteesh.foundation.kernel.approx_date import ApproxDate, Precision, read_date
from tafteesh.foundation.kernel.digits import cell_text, folded, tidy
from tafteesh.foundation.kernel.money import read_money
from tafteesh.foundation.kernel.no_answer import read_no_answer
from tafteesh.foundation.kernel.phone import read_phone
from tafteesh.interfaces.imports.faults import ERRORS
from tafteesh.interfaces.imports.fields import KINDS
from tafteesh.interfaces.imports.mapping import SheetMapping
from tafteesh.interfaces.imports.matching import Column
from tafteesh.interfaces.imports.merges import Below
from tafteesh.interfaces.imports.saying import sentence_of
from tafteesh.interfaces.imports.sheets import Cells, column_letter
from tafteesh.reference.law.citations import read_fir_number, read_fir_reference
from tafteesh.reference.law.section_words import KnownSections, read_sections

MOVES = frozenset({"requested", "ordered", "received", "starts"})
ACCEPTED, IN_DOUBT, REJECTED = "accepted", "in_doubt", "rejected"
SMALL_IN_UNIT = 1_000  # a larger number is the amount itself, whatever the heading says
PLAIN_NUMBER = re.compile(r"\d+(?:\.\d+)?")
UNITS = (
    ("lakh", re.compile(r"\b(?:lakhs?|lacs?|lakh\(s\))(?!\w)|লাখ|লক্ষ|लाख")),
    ("crore", re.compile(r"\b(?:crores?|cr)\b|কোটি|करोड़|करोड")),
    ("thousand", re.compile(r"\bthousands?\b|['’]000\b|\bin 000s?\b|হাজার|हजार|हज़ार")),
)
NAMES = str.maketrans({";": ",", "|": ",", "\n": ",", "।": ",", "、": ","})


@dataclass(slots=True)
class DoubtOf:
    """One doubt about one cell, in words that say what to do, with a proposed fix where one is evident."""

    field: str
    column: str
    kind: str
    fix: str = ""
    text: str = ""

    @property
    def message(self) -> str:
        """What is seen and what to do next, in the reader's language."""
        return sentence_of(self.kind, self.column, self.text)


@dataclass(slots=True)
class StagedRow:
    """One row of data as it was read."""

    sheet: str
    number: int
    kind: str
    raw: list[Any]
    values: dict[str, Any] = field(default_factory=dict)
    read: dict[str, Any] = field(default_factory=dict)
    doubts: list[DoubtOf] = field(default_factory=list)
    status: str = ACCEPTED
    reason: str = ""
    headings: dict[str, str] = field(default_factory=dict)
    columns: set[int] = field(default_factory=set)  # that were read, or that only number the rows
    is_part: bool = False  # of a wide row that holds several registers
    says: str = ""  # its values as text, once they are settled

    def __reduce__(self) -> tuple[type["StagedRow"], tuple[Any, ...]]:
        return StagedRow, tuple(getattr(self, name) for name in self.__slots__)

    def unread(self, column: Column, raw: Any, kind: str) -> None:
        """What stands in the cell cannot be taken: it is kept beside the row, and asked about."""
        self.values[f"_suspect_{column.name}"] = cell_text(raw)
        self.doubts.append(DoubtOf(column.name, column.heading, kind))
        if self.status == ACCEPTED:
            self.status = IN_DOUBT

    def doubt(self, name: str, kind: str, fix: str = "", text: str = "") -> None:
        """Note a doubt; the row is then in doubt unless it was rejected."""
        self.doubts.append(DoubtOf(name, self.headings.get(name, ""), kind, fix, text))
        if self.status == ACCEPTED:
            self.status = IN_DOUBT

    def day(self, name: str) -> ApproxDate | None:
        """A day that was read."""
        value = self.values.get(name)
        return value if isinstance(value, ApproxDate) else None


@dataclass(frozen=True)
class Context:
    """What reading needs from outside."""

    today: date
    known_sections: KnownSections


@lru_cache(maxsize=512)
def unit_of(heading: str) -> str:
    """The unit in which a heading says that its amounts are written: lakh, crore, thousand, or none."""
    text = folded(heading)
    return next((unit for unit, pattern in UNITS if pattern.search(text)), "")


def split_list(raw: Any) -> list[str]:
    """A cell with several codes or names: parted by commas, semicolons, lines or "and"."""
    text = tidy(raw) if isinstance(raw, str) and "\n" not in raw else cell_text(raw)
    if isinstance(raw, str):
        text = tidy(raw.translate(NAMES))
    parts = [part.strip(" .") for part in text.replace(" & ", ",").replace(" and ", ",").split(",")]
    return [part for part in parts if part and read_no_answer(part) is None]


def implied_agency(columns: Sequence[Column]) -> str:
    """The agency that the heading itself names, where no column does: "Papers received by AHTU on"."""
    if any(column.field in ("agency", "agency_kind") for column in columns):
        return ""
    said = {word for column in columns if column.field in MOVES for word in folded(column.heading).split()}  # fmt: skip
    return next((name for name in ("cid", "ahtu") if name in said), "")


class RowReader:
    """Reads the rows of one sheet."""

    def __init__(self, mapping: SheetMapping, context: Context) -> None:
        self.mapping, self.context = mapping, context
        self._types = {f.name: f for f in KINDS[mapping.kind]}
        self._columns = [c for c in mapping.columns if c.field in self._types]
        self._headings = {c.field: c.heading for c in self._columns}
        self._letters = {c.index: column_letter(c.index) for c in self._columns}
        self._year = next((c.index for c in self._columns if c.field == "fir_year"), None)
        self._implied = implied_agency(self._columns) if mapping.kind == "investigation" else ""
        self._known = {c.index for c in mapping.columns if c.field}
        self._readers: dict[str, Callable[[StagedRow, Column, Any], None]] = {
            "date": self._date,
            "plan": self._plan,
            "money": self._money,
            "phone": self._phone,
            "fir_number": self._fir_number,
            "fir": self._fir,
            "year": self._beside,
            "sections": self._sections,
            "names": self._list,
            "codes": self._list,
            "number": self._number,
        }
        self._plan_of_row = [
            (c, c.index, self._readers.get(self._types[c.field].type, self._text))
            for c in self._columns
        ]

    def read(self, number: int, cells: Cells, said: Cells | None = None) -> StagedRow:
        """Read one row; what cannot be read is a doubt of the row, never an invented value.

        The row is kept as it stands in `cells`; `said` is what its dittos stand for.
        """
        row = StagedRow(
            self.mapping.sheet,
            number,
            self.mapping.kind,
            [plain(cell) for cell in cells],
            headings=self._headings,
            columns=self._known,
        )
        said = cells if said is None else said
        for column, index, reader in self._plan_of_row:
            raw = said[index] if index < len(said) else None
            if raw is None or raw == "":
                continue
            if type(raw) is str and raw[0] == "#" and raw in ERRORS:
                row.unread(column, raw, "error in the cell")
            else:
                reader(row, column, raw)
        self._join_groups(row)
        self._join_fir(row)
        if self._implied and (row.values.keys() & MOVES):
            row.values["agency_kind"] = self._implied
        return row

    def _keep(self, row: StagedRow, column: Column, value: Any) -> None:
        if column.ordinal:
            row.values.setdefault("_groups", {}).setdefault(column.ordinal, {})[column.field] = (
                value
            )
        else:
            row.values[column.field] = value

    def _text(self, row: StagedRow, column: Column, raw: Any) -> None:
        text = tidy(raw) if isinstance(raw, str) else cell_text(raw)
        if text and read_no_answer(text) is None:
            self._keep(row, column, text)

    def _number(self, row: StagedRow, column: Column, raw: Any) -> None:
        text = cell_text(raw)
        if text.replace(".", "", 1).isdigit():
            self._keep(row, column, int(float(text)))

    def _date(self, row: StagedRow, column: Column, raw: Any) -> None:
        self._day(row, column, raw, past_only=True)

    def _plan(self, row: StagedRow, column: Column, raw: Any) -> None:
        self._day(row, column, raw, past_only=False)

    def _day(self, row: StagedRow, column: Column, raw: Any, *, past_only: bool) -> None:
        reading = read_date(raw, today=self.context.today, past_only=past_only)
        if reading.value is not None:
            self._keep(row, column, reading.value)
            row.read[self._letters[column.index]] = iso(reading.value)
        elif reading.doubt is not None:
            row.unread(column, raw, reading.doubt.value)

    def _money(self, row: StagedRow, column: Column, raw: Any) -> None:
        if isinstance(raw, Below):
            return
        reading = read_money(self._with_unit(column, raw))
        if reading.paise is not None:
            self._keep(row, column, int(reading.paise))
            row.read[self._letters[column.index]] = int(reading.paise) // 100
        elif reading.doubt is not None and reading.doubt.value != "amount of zero":
            row.unread(column, raw, reading.doubt.value)

    def _with_unit(self, column: Column, raw: Any) -> Any:
        """A bare number with the unit that stands over its column: 3.5 under "in lakhs" is 3.5 lakh."""
        unit = unit_of(column.heading)
        if not unit or isinstance(raw, bool):
            return raw
        number = cell_text(raw).replace(",", "")
        is_small = PLAIN_NUMBER.fullmatch(number) and float(number) < SMALL_IN_UNIT
        return f"{number} {unit}" if is_small else raw

    def _phone(self, row: StagedRow, column: Column, raw: Any) -> None:
        reading = read_phone(raw)
        if reading.numbers:
            self._keep(row, column, reading.numbers[0])
        elif reading.doubt is not None:
            row.unread(column, raw, reading.doubt.value)

    def _beside(self, row: StagedRow, column: Column, raw: Any) -> None:
        """A year that stands beside its number: it is read with the number."""

    def _with_year(self, row: StagedRow, raw: Any) -> Any:
        """A bare number with the year of the column beside it."""
        year = (
            cell_text(row.raw[self._year])
            if self._year is not None and self._year < len(row.raw)
            else ""
        )
        number = cell_text(raw)
        return f"{number}/{year}" if number.isdigit() and year.isdigit() else raw

    def _fir_number(self, row: StagedRow, column: Column, raw: Any) -> None:
        raw = self._with_year(row, raw)
        reading = read_fir_number(raw, today=self.context.today)
        if reading.value is not None:
            self._keep(row, column, [reading.value.number, reading.value.year])
            row.read[self._letters[column.index]] = str(reading.value)
        elif reading.doubt is not None:
            row.unread(column, raw, reading.doubt.value)

    def _fir(self, row: StagedRow, column: Column, raw: Any) -> None:
        raw = self._with_year(row, raw)
        reading = read_fir_reference(raw, today=self.context.today)
        found = reading.value
        if found is not None:
            self._keep(row, column, [found.police_station, found.number, found.year])
            row.read[self._letters[column.index]] = str(found)
        elif reading.doubt is not None:
            row.unread(column, raw, reading.doubt.value)

    def _sections(self, row: StagedRow, column: Column, raw: Any) -> None:
        reading = read_sections(raw, acts=self.context.known_sections)
        self._keep(row, column, [[s.act, s.section] for s in reading.sections])
        for part in reading.unknown:
            row.doubt(column.field, part.doubt.value, text=part.text)

    def _list(self, row: StagedRow, column: Column, raw: Any) -> None:
        self._keep(row, column, split_list(raw))

    def _join_groups(self, row: StagedRow) -> None:
        """Credits: (day, amount) pairs by the number of their columns, so that one can be corrected by itself."""
        groups = row.values.pop("_groups", None)
        if groups is None:
            return
        numbers = range(1, max(groups) + 1)
        pairs = [groups.get(n, {}) for n in numbers]
        row.values["credits"] = [(g.get("credit_on"), g.get("credit_amount")) for g in pairs]

    def _join_fir(self, row: StagedRow) -> None:
        """A FIR is one thing, whether its station and number stand in one column or in two."""
        value = row.values
        if row.kind == "fir" and value.get("fir"):
            station, number, year = value.pop("fir")
            value.setdefault("police_station", station)
            value.setdefault("fir_number", [number, year])
        if row.kind == "fir" and "police_station" in value:
            value["police_station"] = _station_name(value["police_station"])
        elif row.kind != "fir" and "fir_number" in value:
            number = value.pop("fir_number")
            station = value.pop("fir_station", "")
            if station and "fir" not in value:
                value["fir"] = [_station_name(station), *number]


@lru_cache(maxsize=4096)
def _station_name(words: str) -> str:
    """A police station without the words "police station"."""
    reading = read_fir_reference(f"{words} 1/2000")
    return reading.value.police_station if reading.value else words


def iso(value: ApproxDate) -> str:
    """A day as the contract wants it: the day, the month, or the year where only that is known."""
    if value.precision is not Precision.ABOUT:
        return value.iso()
    one_year = value.earliest.year == value.latest.year
    return str(value.earliest.year) if one_year else value.iso()


def plain(cell: Any) -> Any:
    """A cell as it can be kept in JSON."""
    if isinstance(cell, datetime | date):
        return cell.isoformat()
    return cell if isinstance(cell, str | int | float | bool) or cell is None else str(cell)
