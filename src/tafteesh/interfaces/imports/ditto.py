"""Signs by which people say "the same as above": a ditto mark, do, as above. They are read as what stands above."""

from functools import lru_cache
from typing import Any

from tafteesh.foundation.kernel.digits import folded
from tafteesh.interfaces.imports.sheets import Cells

LONGEST = 24
AROUND = " -–—_.()=*"
MARKS = frozenset(['"', "''", '""', "”", "“", "“”", "””", "〃", "″", ",,", "„", "``", "´´"])
WORDS = frozenset(
    [
        "do", "d/o above", "ditto", "same as above", "as above", "same above", "same as previous", "same as before",
        "as before", "idem", "ঐ", "তদেব", "উপরের মতো", "উপরের মত", "উপরোক্ত", "একই", "वही", "तदैव", "उपरोक्त", "ऊपर जैसा",
        "यथोपरि",
    ]
)  # fmt: skip


def is_ditto(cell: Any) -> bool:
    """Whether a cell only says that it is the same as the one above it."""
    return type(cell) is str and 0 < len(cell) <= LONGEST and _says_so(cell)


@lru_cache(maxsize=8192)
def _says_so(cell: str) -> bool:
    text = folded(cell)
    return text.replace(" ", "") in MARKS or text.strip(AROUND) in WORDS


class Above:
    """What stands above in each column, for the rows of one head."""

    def __init__(self) -> None:
        self._cells: Cells = []

    def said(self, cells: Cells) -> Cells:
        """The row with what its dittos stand for; a ditto under a blank is a blank."""
        if any(map(is_ditto, cells)):
            cells = [
                (self._cells[i] if i < len(self._cells) else "") if is_ditto(cell) else cell
                for i, cell in enumerate(cells)
            ]
        self._cells = cells
        return cells
