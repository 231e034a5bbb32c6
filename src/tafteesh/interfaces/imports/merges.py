"""Cells that stand for several: merged over columns in a head, merged down over the rows of a group."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

HEAD_WITHIN = 12
Merge = tuple[tuple[int, int], tuple[int, int]]


class Below(float):
    """A number that stands above, merged down to this row: it names the row, it is not counted again."""


@dataclass(frozen=True)
class _Covered:
    left: int
    right: int
    bottom: int
    value: Any


def filled(rows: Iterable[list[Any]], merges: Iterable[Merge]) -> Iterator[list[Any]]:
    """Rows with merged cells written into each cell that they cover."""
    begins: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for (top, left), (bottom, right) in merges:
        begins[top].append((left, right, bottom))
    open_merges: list[_Covered] = []
    for number, row in enumerate(rows):
        open_merges = [merge for merge in open_merges if merge.bottom >= number]
        for merge in open_merges:
            _write(row, merge)
        for left, right, bottom in begins.get(number, ()):
            if left < len(row) and row[left] not in ("", None):
                last = right if _may_spread(row, number) else left
                merge = _Covered(left, last, bottom, _below(row[left]))
                _write(row, _Covered(left, last, bottom, row[left]))
                open_merges.append(merge)
        yield row


def _write(row: list[Any], merge: _Covered) -> None:
    for column in range(merge.left, min(merge.right, len(row) - 1) + 1):
        if row[column] in ("", None):
            row[column] = merge.value


def _may_spread(row: list[Any], number: int) -> bool:
    """Heads and titles are spread; a remark over some cells of a row of data is not."""
    if number < HEAD_WITHIN:
        return True
    said = [cell for cell in row if cell not in ("", None)]
    return all(isinstance(cell, str) and not any(map(str.isdigit, cell)) for cell in said)


def _below(value: Any) -> Any:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return Below(value) if is_number else value
