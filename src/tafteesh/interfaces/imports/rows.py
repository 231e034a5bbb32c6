"""Which rows of a sheet are rows of data, and which are blank, heads again, subtotals or remarks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tafteesh.foundation.kernel.digits import cell_text, folded
from tafteesh.interfaces.imports.fields import KINDS
from tafteesh.interfaces.imports.mapping import SheetMapping
from tafteesh.interfaces.imports.sheets import Cells

TOTAL = re.compile(
    r"^(?:sub[\s-]*total|grand[\s-]*total|total|page[\s-]*total|sum|মোট|সর্বমোট|উপ[\s-]*মোট|कुल|योग|उप[\s-]*योग)\b",
)


FORM_OF_A_DAY = re.compile(r"\W*d{1,2}[-/. ]m{1,3}[-/. ]y{2,4}\W*")


@dataclass(frozen=True)
class Skipped:
    """A row that is no row of data, and why."""

    number: int
    why: str


def _numbers_columns(cells: Cells, least: int = 4) -> bool:
    """Whether a row only numbers the columns: 1, 2, 3, 4 under a head."""
    said = [cell for cell in cells if cell not in ("", None)]
    if len(said) < least or cell_text(said[0]).strip("() ") != "1":
        return False
    return all(cell_text(cell).strip("() ") == str(n) for n, cell in enumerate(said, start=1))


class RowSorter:
    """Tells the rows of data under one head from the others; the parts are what is read of each row."""

    def __init__(self, parts: Sequence[SheetMapping]) -> None:
        self._head = [folded(c.heading) for c in parts[0].columns]
        fields = {(part.kind, c.index): c.field for part in parts for c in part.columns if c.field}
        weights = {(part.kind, f.name): f.weight for part in parts for f in KINDS[part.kind]}
        self._fields = {index for _kind, index in fields}
        musts = {i for (kind, i), name in fields.items() if weights.get((kind, name), 0) == 3}
        self._musts = sorted(musts)
        self._most_of_a_total = max(3, len(self._fields) // 2)

    def why_not(self, cells: Cells) -> str:
        """Empty for a row of data, else the reason why it is none."""
        if _numbers_columns(cells):
            return "heading again"
        return "" if self._is_plainly_data(cells) else self._judged(cells)

    def _is_plainly_data(self, cells: Cells) -> bool:
        """Heads have no numbers, and totals and remarks fill few cells: most rows need no closer look."""
        filled = {cell for cell in cells if cell != "" and cell is not None}
        mapped = sum(1 for i in self._fields if i < len(cells) and cells[i] not in ("", None))
        has_number = any(not isinstance(cell, str) for cell in filled)
        return has_number and mapped > 2 and len(filled) > self._most_of_a_total

    def _judged(self, cells: Cells) -> str:
        texts = [folded(cell) if isinstance(cell, str) else cell_text(cell) for cell in cells]
        filled = [text for text in texts if text]
        if not filled:
            return "blank"
        if self._is_head(texts) or any(FORM_OF_A_DAY.fullmatch(text) for text in filled):
            return "heading again"
        if self._is_total(texts, filled):
            return "subtotal"
        return "remark" if self._is_remark(texts, filled) else ""

    def _is_remark(self, texts: Sequence[str], filled: Sequence[str]) -> bool:
        """A line merged over the sheet, or words under the table ("Checked by" and a name)."""
        if len(filled) >= 3 and len(set(filled)) == 1:
            return True
        if len(filled) <= 2 and not any(map(str.isdigit, "".join(filled))):
            return True
        mapped = sum(1 for i in self._fields if i < len(texts) and texts[i])
        has_must = any(texts[i] for i in self._musts if i < len(texts))
        return mapped <= 1 or (len(filled) <= 2 and not has_must)

    def _is_head(self, texts: Sequence[str]) -> bool:
        pairs = [(t, h) for t, h in zip(texts, self._head, strict=False) if t]
        same = sum(1 for text, head in pairs if head and (text == head or head.endswith(text)))
        return len(pairs) >= 2 and same >= 0.6 * len(pairs)

    def _is_total(self, texts: Sequence[str], filled: Sequence[str]) -> bool:
        if not any(TOTAL.match(text) for text in texts if text):
            return False
        return len(set(filled)) <= self._most_of_a_total
