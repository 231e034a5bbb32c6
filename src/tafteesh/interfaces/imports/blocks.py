"""Registers stacked on one sheet: where one ends and the next begins, told by a second head further down."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tafteesh.foundation.kernel.digits import cell_text, folded
from tafteesh.interfaces.imports.headings import likeness
from tafteesh.interfaces.imports.sheets import Cells, Sheet

KEPT = 80  # rows at the top of a block, enough to know its columns by
LEAD = 3  # title and group rows that may stand over a head
LONGEST_HEADING = 80
DIGIT = re.compile(r"\d")


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
        said = [cell for cell in cells if cell != "" and cell is not None]
        is_text = is_of_words(said)
        if is_text and may_be_head(cells):
            words = _words(cells)
            if has_data and not any(_same(words, head) for head in heads):
                first = number - len(lead)
                block.last = first - 1
                del block.top[max(0, first - block.first) :]
                yield block
                block, heads, has_data = Block(sheet.name, first, top=lead[:]), set(), False
            heads.add(words)
        elif len(said) >= 3:
            has_data = has_data or bool(heads)
        lead = [*lead, cells][-LEAD:] if said and is_text else []
        block.last = number
        if len(block.top) < KEPT:
            block.top.append(cells)
    if block.last:
        yield block


def is_of_words(said: list[Any]) -> bool:
    """Whether a row could be a head or a title: text, hardly any of it with digits."""
    with_digits = 0
    for cell in said:
        if type(cell) is not str:
            return False
        with_digits += DIGIT.search(cell) is not None
    return with_digits <= len(said) / 3 or len(said) < 3


def _words(cells: Cells) -> frozenset[str]:
    return frozenset(folded(cell) for cell in cells if isinstance(cell, str) and cell.strip())


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= 0.6 * max(len(one), len(other))


def may_be_head(cells: Cells) -> bool:
    """Whether a row is made of the words that headings are made of, and of nothing else."""
    filled = [cell for cell in cells if cell not in ("", None)]
    if len(filled) < 3 or any(not isinstance(cell, str) for cell in filled):
        return False
    said = {text for cell in filled if (text := cell_text(cell))}
    if len(said) < 3 or max(map(len, said)) > LONGEST_HEADING:
        return False
    return is_of_words(filled) and likeness(cells) >= 0.6 * len(said)
