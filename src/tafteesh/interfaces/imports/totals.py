"""Typed totals of a workbook beside our own numbers, and the rows in doubt that may explain the difference."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tafteesh.domain.facts.queries import achievements, years_with_events
from tafteesh.foundation.access.actor import Actor
from tafteesh.interfaces.imports.headings import heading_words
from tafteesh.interfaces.imports.models import ImportBatch, StagedRow

# (words that must stand in the label, kind of the rows behind it, figure and its part; none: rows are counted)
KNOWN: tuple[tuple[frozenset[str], str, tuple[str, str]], ...] = (
    (frozenset(["agency"]), "investigation", ("A9", "value")),
    (frozenset(["transfer"]), "investigation", ("A9", "value")),
    (frozenset(["compensation", "amount"]), "compensation", ("A8", "value")),
    (frozenset(["awarded"]), "compensation", ("A8", "value")),
    (frozenset(["compensation"]), "compensation", ("A10", "of")),
    (frozenset(["application"]), "compensation", ("A10", "of")),
    (frozenset(["fir"]), "fir", ("", "")),
    (frozenset(["survivor"]), "survivors", ("", "")),
    (frozenset(["survivors"]), "survivors", ("", "")),
)
YEAR = re.compile(r"(20\d\d)-\d\d")


@dataclass(frozen=True)
class Beside:
    """One typed total with our own number."""

    label: str
    typed: Any
    ours: int | None
    kind: str
    doubtful: int

    @property
    def difference(self) -> int | None:
        """Theirs less ours, where both are numbers."""
        if self.ours is None or not isinstance(self.typed, int | float):
            return None
        return int(self.typed) - self.ours


def beside(batch: ImportBatch, by: Actor) -> list[Beside]:
    """Every typed total with ours, where we know which of ours it means."""
    if not batch.typed_totals:
        return []
    rows = StagedRow.objects.visible_to(by).filter(batch=batch)
    figures: dict[str, Any] = {}

    def figure(name: str, part: str) -> int | None:
        if not figures:
            years = {year.name: year for year in years_with_events(by)}
            wanted = _year(batch, list(years))
            figures.update(achievements(by, years[wanted]) if wanted else {"": None})
        found = figures.get(name)
        return int(found.as_json()[part]) if found else None

    return [_beside(total, rows, figure) for total in batch.typed_totals]


def _year(batch: ImportBatch, years: list[str]) -> str:
    """The year that stands on the summary sheet, else the last one."""
    for sheet in (batch.mapping or {}).get("sheets", []):
        words = " ".join(str(column[1]) for column in sheet["columns"])
        if not sheet["kind"] and (found := YEAR.search(f"{sheet['sheet']} {words}")):
            return found[0] if found[0] in years else ""
    return max(years, default="")


def _beside(total: dict[str, Any], rows: Any, figure: Callable[[str, str], int | None]) -> Beside:
    words = set(heading_words(total["label"]).split())
    for needed, kind, (name, part) in KNOWN:
        if needed <= words:
            mine = rows.filter(kind=kind)
            ours = figure(name, part) if name else mine.exclude(status="rejected").count()
            return Beside(
                total["label"], total["value"], ours, kind, mine.filter(status="in_doubt").count()
            )
    return Beside(total["label"], total["value"], None, "", 0)
