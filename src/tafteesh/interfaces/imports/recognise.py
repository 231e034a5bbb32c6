"""Which sheet is what, where its head is, and which column is which field.

Headings are compared by their words (abbreviations spelt out) and weighed with what stands under them.
The guess is a plain structure: it can be shown, changed by a person, and kept as a profile.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from rapidfuzz import fuzz

from tafteesh.foundation.kernel.digits import cell_text, folded
from tafteesh.interfaces.imports.fields import (
    ABBREVIATIONS,
    KINDS,
    SERIAL,
    SHEET_NAMES,
    Field,
)
from tafteesh.interfaces.imports.sheets import Cell, Cells, Sheet

HEAD_WITHIN = 15
LEAST = 70
WORD = re.compile(r"[^\w\u0900-\u09ff]+")
DATE_LIKE = re.compile(
    r"(?:\d{1,2}|\d{4})(?:st|nd|rd|th)?[-/. ]+[^\W_]{1,12}[-/., ]+\d{1,4}$|[^\W\d_]{3,12}[ ,.-]+\d{2,4}$"
)
NUMBERED = re.compile(r"\(?\b(\d{1,2})\b\)?")


@dataclass
class Column:
    """One column of a sheet, and which field it was taken for."""

    index: int
    heading: str
    field: str = ""
    score: int = 0
    ordinal: int = 0  # of a repeated group: 1, 2, ...


@dataclass
class SheetMapping:
    """How one sheet is read. `kind` is empty for a sheet that is not a register."""

    sheet: str
    kind: str
    head_rows: tuple[int, int]
    columns: list[Column] = field(default_factory=list)
    score: int = 0

    def as_json(self) -> dict[str, Any]:
        return {
            "sheet": self.sheet,
            "kind": self.kind,
            "head_rows": list(self.head_rows),
            "score": self.score,
            "columns": [[c.index, c.heading, c.field, c.score, c.ordinal] for c in self.columns],
        }

    @classmethod
    def from_json(cls, found: dict[str, Any]) -> "SheetMapping":
        first, last = found["head_rows"]
        columns = [Column(*values) for values in found["columns"]]
        return cls(found["sheet"], found["kind"], (first, last), columns, found.get("score", 0))


@dataclass
class Mapping:
    """How a workbook is read, sheet by sheet."""

    sheets: list[SheetMapping]

    def as_json(self) -> list[dict[str, Any]]:
        return [sheet.as_json() for sheet in self.sheets]

    @classmethod
    def from_json(cls, found: list[dict[str, Any]]) -> "Mapping":
        return cls([SheetMapping.from_json(sheet) for sheet in found])

    @property
    def fingerprint(self) -> str:
        """The same for two workbooks with the same headings, whatever their rows."""
        heads = sorted("|".join(folded(c.heading) for c in s.columns) for s in self.sheets)
        return hashlib.sha256("\n".join(heads).encode()).hexdigest()[:32]


@lru_cache(maxsize=4096)
def heading_words(text: str) -> str:
    """A heading as plain words: no signs, abbreviations spelt out, numbers of repeats gone."""
    plain = folded(text).replace("'", "").replace("’", "")
    plain = re.sub(r"(?<=[a-z])\.(?=[a-z]\b)", "", plain)  # d.o.b. -> dob
    words = [word for word in WORD.split(plain) if word and not word.isdigit()]
    return " ".join(ABBREVIATIONS.get(word, word) for word in words)


@lru_cache(maxsize=65_536)
def heading_score(heading: str, words: str) -> int:
    """How well a heading (as plain words) fits one name of a field: 0 to 100."""
    wanted = heading_words(words)
    if not heading or not wanted:
        return 0
    if heading == wanted:
        return 100
    ordered = fuzz.ratio(heading, wanted)
    shuffled = fuzz.token_sort_ratio(heading, wanted)
    within = 0.0
    ours, theirs = set(wanted.split()), set(heading.split())
    if ours <= theirs:  # every word of ours stands in a longer heading
        within = 95 - 6 * len(theirs - ours)
    elif theirs <= ours and len(theirs) > 1:
        within = 88 - 8 * len(ours - theirs)
    return int(max(ordered, shuffled, within))


@lru_cache(maxsize=8192)
def _best(heading: str, found: Field) -> int:
    return max(heading_score(heading, words) for words in found.words)


def _looks(cell: Cell) -> str:
    """A rough kind of a cell's content, to tell a column of dates from one of names."""
    if isinstance(cell, date | datetime):
        return "date"
    text = cell_text(cell)
    if not text:
        return ""
    if re.fullmatch(r"[\d,.]+(?:/-)?", text):
        return "number"
    if DATE_LIKE.match(text):
        return "date"
    if re.search(r"\d+ ?/ ?\d{2,4}", text):
        return "citation"
    return "text"


FITS = {
    "date": {"date", "number", "text"},
    "plan": {"date", "number", "text"},
    "money": {"number", "text"},
    "phone": {"number", "text"},
    "number": {"number", "text"},
    "fir_number": {"citation", "date", "text"},
    "fir": {"citation", "text", "date"},
    "sections": {"text", "citation", "number", "date"},
}


def content_bonus(found: Field, cells: Sequence[Cell]) -> int:
    """From -40 to +10: does what stands in the column fit the field?"""
    looks = [look for look in map(_looks, cells) if look]
    if len(looks) < 3:
        return 0
    share = {kind: looks.count(kind) / len(looks) for kind in set(looks)}
    dates, numbers = share.get("date", 0.0), share.get("number", 0.0)
    citations = share.get("citation", 0.0)
    if found.type in ("date", "plan"):
        return 10 if dates > 0.5 else (-40 if dates + numbers < 0.3 else 0)
    if found.type == "money":
        return 10 if numbers > 0.5 else (-40 if dates > 0.5 else 0)
    if found.type in ("fir", "fir_number"):
        return 10 if citations > 0.5 else (-40 if citations + dates < 0.3 else 0)
    if found.type == "sections":
        return 0 if numbers < 0.9 else -10
    words = found.type in ("text", "name", "names", "choice", "code", "codes")
    return -40 if words and dates > 0.6 else 0


def match_columns(
    kind: str, headings: Sequence[str], samples: Sequence[Sequence[Cell]]
) -> list[Column]:
    """The best one-to-one fit of columns to the fields of a kind."""
    fields = (*KINDS[kind], SERIAL)
    scored = []
    for index, heading in enumerate(headings):
        words = heading_words(heading)
        if not words:
            continue
        for order, candidate in enumerate(fields):
            score = _best(words, candidate)
            if score >= LEAST - 10:
                scored.append(
                    (score + content_bonus(candidate, samples[index]), -order, index, candidate)
                )
    scored.sort(key=lambda item: (-item[0], -item[1], item[2]))
    columns = {i: Column(i, h) for i, h in enumerate(headings)}
    used: set[str] = set()
    taken: set[int] = set()
    for score, _order, index, candidate in scored:
        if score < LEAST or index in taken or (candidate.name in used and not candidate.group):
            continue
        taken.add(index)
        used.add(candidate.name)
        columns[index].field, columns[index].score = candidate.name, min(100, score)
        if candidate.group:
            numbered = NUMBERED.search(headings[index])
            columns[index].ordinal = int(numbered[1]) if numbered else 0
    _number_groups(list(columns.values()), kind)
    return list(columns.values())


def _number_groups(columns: list[Column], kind: str) -> None:
    """Repeated columns without a number get one by their order from left to right."""
    for wanted in {f.name for f in KINDS[kind] if f.group}:
        mine = [c for c in columns if c.field == wanted]
        if len({c.ordinal for c in mine}) < len(mine) or any(not c.ordinal for c in mine):
            for ordinal, column in enumerate(sorted(mine, key=lambda c: c.index), start=1):
                column.ordinal = ordinal


def sheet_score(kind: str, columns: Sequence[Column], name: str) -> int:
    """How sure it is that a sheet with these columns is of this kind."""
    by_name = {f.name: f for f in KINDS[kind]}
    found = {c.field: c.score for c in columns if c.field in by_name}
    weight = sum(f.weight for f in KINDS[kind])
    reached = sum(by_name[name_].weight * score / 100 for name_, score in found.items())
    headed = sum(1 for c in columns if c.heading.strip())
    named = sum(1 for c in columns if c.field)
    musts = [f for f in KINDS[kind] if f.weight == 3]
    missing = sum(1 for f in musts if f.name not in found)
    coverage = reached / weight
    fit = named / max(1, headed)
    hint = max((heading_score(heading_words(name), w) for w in SHEET_NAMES[kind]), default=0)
    return int(55 * coverage + 35 * fit + 0.25 * hint - 14 * missing)


def _heads(rows: Sequence[Cells]) -> list[tuple[int, int, list[str]]]:
    """Candidate heads: one row, or two of which the upper names groups."""
    candidates = []
    limit = min(HEAD_WITHIN, len(rows))
    likely = sorted(range(limit), key=lambda i: -_likeness(rows[i]))[:3]
    for first in sorted({i for row in likely for i in (row - 1, row) if i >= 0}):
        words = [_heading(cell) for cell in rows[first]]
        if sum(1 for w in words if w) < 2:
            continue
        candidates.append((first, first, words))
        if first + 1 < limit:
            under = [_heading(cell) for cell in rows[first + 1]]
            if sum(1 for w in under if w) >= 2:
                candidates.append((first, first + 1, _joined(words, under)))
    return candidates


@lru_cache(maxsize=1)
def _known_words() -> frozenset[str]:
    """Every word that stands in a name of a field."""
    names = (words for fields in KINDS.values() for f in fields for words in f.words)
    return frozenset(word for words in names for word in heading_words(words).split())


def _likeness(cells: Cells) -> float:
    """How much a row looks like a head: cells made of words that headings are made of."""
    known, score = _known_words(), 0.0
    for cell in cells:
        words = heading_words(_heading(cell)).split() if isinstance(cell, str) else []
        if words and len(words) <= 8:
            score += sum(1 for word in words if word in known) / len(words)
        elif cell not in ("", None):
            score -= 0.5
    return score


def _heading(cell: Cell) -> str:
    return cell_text(cell) if isinstance(cell, str) else ""


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    width = max(len(upper), len(lower))
    above = [*upper, *[""] * (width - len(upper))]
    below = [*lower, *[""] * (width - len(lower))]
    joined, group = [], ""
    for top, bottom in zip(above, below, strict=True):
        group = top or (group if bottom else "")
        joined.append(bottom if not group or group == bottom else f"{group} {bottom}".strip())
    return joined


def recognise_sheet(sheet: Sheet) -> SheetMapping:
    """The best reading of one sheet; kind is empty where none is good enough."""
    best = SheetMapping(sheet.name, "", (0, 0))
    best_score = 0.0
    for first, last, headings in _heads(sheet.rows):
        body = sheet.rows[last + 1 : last + 60]
        if not body:
            continue
        width = len(headings)
        samples = [[row[i] if i < len(row) else "" for row in body] for i in range(width)]
        for kind in KINDS:
            columns = match_columns(kind, headings, samples)
            score = sheet_score(kind, columns, sheet.name)
            if score > best_score + (3 if last > first else 0):
                best_score = score
                best = SheetMapping(sheet.name, kind, (first + 1, last + 1), columns, score)
    if best.score < 45:
        return SheetMapping(sheet.name, "", (0, 0), best.columns, best.score)
    return best


def recognise(sheets: Sequence[Sheet]) -> Mapping:
    """The guess for a whole workbook."""
    return Mapping([recognise_sheet(sheet) for sheet in sheets])
