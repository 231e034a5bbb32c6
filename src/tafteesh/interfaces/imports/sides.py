"""Registers that stand side by side on one sheet, with an empty column between them."""

from collections.abc import Sequence
from dataclasses import replace

from tafteesh.interfaces.imports.blocks import Block
from tafteesh.interfaces.imports.mapping import SheetMapping
from tafteesh.interfaces.imports.sheets import Cells

LEAST_COLUMNS = 3
# By what a register says of whom or of what each row is: without it, it is the half of a wide one.
OWN: dict[str, tuple[frozenset[str], ...]] = {
    "survivors": (frozenset({"code"}), frozenset({"name"})),
    "fir": (frozenset({"survivor_codes"}),),
    "compensation": (frozenset({"survivor_code"}), frozenset({"survivor_name"})),
    "legal_aid": (frozenset({"survivor_code"}), frozenset({"survivor_name"})),
    "diary": (frozenset({"survivor_code"}), frozenset({"survivor_name"})),
    "meetings": (frozenset({"on", "level"}), frozenset({"on", "place"})),
}
OF_A_FIR = (frozenset({"fir"}), frozenset({"fir_station", "fir_number"}))


def sides_of(rows: Sequence[Cells]) -> list[tuple[int, int]]:
    """The runs of columns between empty columns (first, last); most sheets are one run."""
    said = {i for cells in rows if _fills_several(cells) for i, c in enumerate(cells) if c not in ("", None)}  # fmt: skip
    runs: list[tuple[int, int]] = []
    for column in sorted(said):
        if runs and column == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], column)
        else:
            runs.append((column, column))
    return [run for run in runs if run[1] - run[0] + 1 >= LEAST_COLUMNS]


def _fills_several(cells: Cells) -> bool:
    """A title or a remark merged over the gap is no column of its own."""
    return len({cell for cell in cells if cell not in ("", None)}) >= LEAST_COLUMNS


def side(block: Block, run: tuple[int, int]) -> Block:
    """The block with nothing but one run of its columns."""
    first, last = run
    top = [[cell if first <= i <= last else "" for i, cell in enumerate(row)] for row in block.top]
    return replace(block, top=top)


def stand_alone(parts: Sequence[SheetMapping]) -> bool:
    """Whether these are registers of their own under one head, each saying whom its rows are about."""
    kinds = [part.kind for part in parts]
    if not all(kinds) or len(set(kinds)) < len(kinds) or len({p.head_rows for p in parts}) > 1:
        return False
    return all(
        any(need <= {column.field for column in part.columns} for need in OWN.get(part.kind, OF_A_FIR))
        for part in parts
    )  # fmt: skip
