"""What rows of a workbook are compared with: codes, FIRs, words and amounts of all of it and of the records."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from statistics import median
from typing import Any

from tafteesh.foundation.kernel.approx_date import ApproxDate
from tafteesh.foundation.kernel.digits import folded
from tafteesh.foundation.kernel.name_key import fold
from tafteesh.interfaces.imports.contents import LISTS
from tafteesh.interfaces.imports.readings import StagedRow

LISTED: dict[str, list[str]] = {}
for _kind, _name in LISTS:
    LISTED.setdefault(_kind, []).append(_name)
# Names of offices and people of the work: however they are typed, one spelling is kept.
SPELT = frozenset((
    "agency", "court", "police_station", "block", "gram_panchayat", "destination", "authority",
    "filed_at", "lawyer", "worker", "collective", "with_whom", "place",
))  # fmt: skip


@dataclass
class Workbook:
    """What rows are compared with: codes, FIRs and amounts of the whole workbook and of the records."""

    codes: set[str] = field(default_factory=set)
    firs: dict[tuple[str, int, int], ApproxDate | None] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)
    code_rows: dict[str, int] = field(default_factory=dict)
    fir_rows: dict[tuple[str, int, int], int] = field(default_factory=dict)
    spells: dict[tuple[str, int, int], list[tuple[ApproxDate, ApproxDate | None]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    words: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    amounts: dict[str, tuple[float, float]] = field(default_factory=dict)
    spelling: dict[str, str] = field(default_factory=dict)
    judged: dict[tuple[str, str, str], str | None] = field(default_factory=dict)
    stations: dict[tuple[int, int], list[str]] = field(default_factory=lambda: defaultdict(list))
    said: dict[tuple[Any, ...], dict[str, int]] = field(default_factory=dict)
    women: dict[str, list["Woman"]] = field(default_factory=lambda: defaultdict(list))
    has_survivors: bool = False
    has_firs: bool = False

    def afresh(self) -> "Workbook":
        """The same to compare with, before any row was checked."""
        return replace(
            self,
            seen=set(),
            code_rows={},
            fir_rows={},
            spells=defaultdict(list),
            said={},
            judged={},
        )


@dataclass(frozen=True, slots=True)
class Woman:
    """What a woman is told by where her code is not written."""

    code: str
    age: int | None
    born: ApproxDate | None
    block: str
    relation: str


def fir_key(value: Any) -> tuple[str, int, int] | None:
    """A FIR's station, number and year as a key that two spellings share."""
    if isinstance(value, list | tuple) and len(value) == 3:
        return (folded(str(value[0])), int(value[1]), int(value[2]))
    return None


def own_fir(row: StagedRow) -> tuple[str, int, int] | None:
    """The key of the FIR that a FIR row is."""
    number, station = row.values.get("fir_number"), row.values.get("police_station")
    return (folded(str(station)), number[0], number[1]) if number and station else None


class Gathering:
    """Everything that later rules compare with, gathered as rows are read."""

    def __init__(
        self,
        known_codes: Iterable[str],
        known_firs: Iterable[tuple[str, int, int]],
        *,
        by_name: bool,
    ) -> None:
        self._by_name = by_name  # whether any row tells a woman by her name
        self.book = Workbook(codes={folded(code) for code in known_codes})
        self.book.firs = dict.fromkeys(known_firs)
        self._amounts: dict[str, list[float]] = defaultdict(list)
        self._words: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._spelt: dict[str, Counter[str]] = defaultdict(Counter)

    def look(self, row: StagedRow) -> None:
        """One row, as it was read."""
        book = self.book
        if row.kind == "survivors" and (code := row.values.get("code")):
            book.codes.add(folded(code))
            if self._by_name:
                _remember(row, str(code), book)
        if row.kind == "fir" and (key := own_fir(row)):
            book.firs[key] = row.day("fir_date")
        _count_amounts(row, self._amounts)
        _count_words(row, self._words, self._spelt)

    def finish(self) -> Workbook:
        """What was gathered."""
        book = self.book
        book.has_survivors, book.has_firs = bool(book.codes), bool(book.firs)
        for station, number, year in book.firs:
            book.stations[(number, year)].append(station)
        book.words = self._words
        book.spelling = {key: words.most_common(1)[0][0] for key, words in self._spelt.items()}
        book.amounts = {
            n: _spread(values) for n, values in self._amounts.items() if len(values) >= 8
        }
        return book


def _remember(row: StagedRow, code: str, book: Workbook) -> None:
    """Keep what a woman is told by, where any row may tell her by name."""
    value = row.values.get
    woman = Woman(
        code, value("age"), row.day("born"), folded(str(value("block") or "")),
        fold(str(value("relation_name") or "")),
    )  # fmt: skip
    known = book.women[fold(str(value("name") or ""))]
    if not any(other.code == code for other in known):
        known.append(woman)


def _count_amounts(row: StagedRow, amounts: dict[str, list[float]]) -> None:
    for name in ("asked", "awarded", "appeal_awarded"):
        if paise := row.values.get(name):
            amounts[name].append(math.log10(paise))


def _count_words(
    row: StagedRow,
    counted: dict[tuple[str, str], Counter[str]],
    spelt: dict[str, Counter[str]],
) -> None:
    for name in SPELT & row.values.keys():
        if isinstance(word := row.values[name], str):
            spelt[folded(word)][word] += 1
    for name in LISTED.get(row.kind, ()):
        if word := row.values.get(name):
            counted[(row.kind, name)][folded(str(word)).replace("_", " ")] += 1


def _spread(values: list[float]) -> tuple[float, float]:
    middle = median(values)
    return middle, median(abs(value - middle) for value in values)
