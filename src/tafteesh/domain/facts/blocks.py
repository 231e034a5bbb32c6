"""One year by block: who is active, what moved, what was ordered and what arrived. One question, one pass."""

from typing import NamedTuple

from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.queries import scope_of
from tafteesh.domain.facts.sql import BY_BLOCK
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import counting
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission

FEWEST = 5  # a smaller count could point at somebody


class Block(NamedTuple):
    """One block of one year. Counts first; money in paise, with the number of orders or credits behind it.

    None stands for "fewer than five, or not told": the number is there, and stays inside the office.
    """

    name: str
    active: int | None
    trafficking: int | None
    violence: int | None
    moved: int | None
    orders: int | None
    ordered: int | None
    credits: int | None
    credited: int | None


COUNTS = ("active", "trafficking", "violence", "moved", "orders", "credits")
TOLD = Block._fields[1:]
MONEY = {"ordered": "orders", "credited": "credits"}


def blocks_of(actor: Actor, period: Period) -> list[Block]:
    """Every block with its exact numbers. Raises NotAllowed."""
    require(actor, Permission.FIGURES_READ)
    with counting(actor):
        return [Block._make(line) for line in BY_BLOCK.lines(scope_of(actor, period))]


def may_leave(rows: list[Block]) -> list[Block]:
    """The same for outside eyes: what is true of fewer than five, and money behind so few, is not told."""
    return [_small_untold(row) for row in rows]


def _small_untold(row: Block) -> Block:
    told: dict[str, int | None] = {}
    for name in COUNTS:
        count = getattr(row, name)
        told[name] = None if 0 < count < FEWEST else count
    if None in (
        told["trafficking"],
        told["violence"],
    ):  # either follows from the other and the whole
        told["trafficking"] = told["violence"] = None
    for name, behind in MONEY.items():
        told[name] = None if told[behind] is None else getattr(row, name)
    return Block(name=row.name, **told)


def totals_of(rows: list[Block]) -> dict[str, int | None]:
    """The sum of each column; None where one of its cells is not told, so that none can be worked out."""
    columns = zip(*[row[1:] for row in rows], strict=True) if rows else [()] * len(TOLD)
    pairs = zip(TOLD, columns, strict=True)
    return {name: None if None in cells else sum(cells) for name, cells in pairs}
