"""Registers stacked on one sheet: where one ends and the next begins, told by a second head further down."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tafteesh.foundation.kernel.digits import cell_text, folded
from tafteesh.interfaces.imports.headings import likeness
from tafteesh.interfaces.imports.sheets import Cells, Sheet

KEPT = 80  # rows at the top of a block, enough to know its columns by
LEAD = 3  # title and group rows that may stand over a head
LONGEST_HEADING = 80


@dataclass
class Block:
    """Rows of a sheet that share one head; `top` are the first of them, `first` is the number of top[0]."""

    sheet: str
    first: int
    last: int = 0
    top: list[Cells] = field(default_factory=list)


def blocks_of(sheet: Sheet) -> list[Block]:
    """The stacked registers of a sheet: most sheets are one."""
    return list(_cut(sheet)) or [Block(sheet.name, 1)]


def _cut(sheet: Sheet) -> Iterator[Block]:
    block, heads, lead, has_data = Block(sheet.name, 1), set[frozenset[str]](), list[Cells](), False
    for number, cells in sheet.numbered():
        words = _words(cells)
        if may_be_head(cells):
            if has_data and not any(_same(words, head) for head in heads):
                first = number - len(lead)
                block.last = first - 1
                del block.top[max(0, first - block.first) :]
                yield block
                block, heads, has_data = Block(sheet.name, first, top=lead[:]), set(), False
            heads.add(words)
        elif len(words) >= 3:
            has_data = has_data or bool(heads)
        lead = [*lead, cells][-LEAD:] if words and not _is_data(cells) else []
        block.last = number
        if len(block.top) < KEPT:
            block.top.append(cells)
    if block.last:
        yield block


def _words(cells: Cells) -> frozenset[str]:
    return frozenset(folded(cell) for cell in cells if isinstance(cell, str) and cell.strip())


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= 0.6 * max(len(one), len(other))


def _is_data(cells: Cells) -> bool:
    filled = [cell for cell in cells if cell not in ("", None)]
    return (
        any(not isinstance(cell, str) for cell in filled)
        or len([cell for cell in filled if any(map(str.isdigit, cell))]) > len(filled) / 2 + 1
    )


def may_be_head(cells: Cells) -> bool:
    """Whether a row is made of the words that headings are made of, and of nothing else."""
    filled = [cell for cell in cells if cell not in ("", None)]
    if len(filled) < 3 or any(not isinstance(cell, str) for cell in filled):
        return False
    said = {text for cell in filled if (text := cell_text(cell))}
    if len(said) < 3 or max(map(len, said)) > LONGEST_HEADING:
        return False
    with_digits = sum(1 for text in said if any(map(str.isdigit, text)))
    return with_digits <= len(said) / 3 and likeness(cells) >= 0.6 * len(said)
