"""Lot quality: to accept or reject a worker's or a district's records, not to estimate them. No database.

LQAS as in Valadez 1991: draw n, accept when at most d are wrong, so that a bad lot passes with a chance of at most
beta and a good one fails with a chance of at most alpha. Small lots are reckoned without replacement.
"""

from dataclasses import dataclass
from functools import lru_cache

from tafteesh.domain.checking.binomial import cumulative, cumulative_from_lot

MOST = 400


class NoSuchPlan(ValueError):
    """No sample is large enough to tell these two apart with these risks."""


@dataclass(frozen=True)
class Plan:
    """Draw `size`; accept when at most `most_wrong` are wrong."""

    size: int
    most_wrong: int

    def accepts(self, wrong: int) -> bool:
        """Whether a sample with so many wrong ones passes."""
        return wrong <= self.most_wrong


@lru_cache(maxsize=256)
def plan(
    good: float, bad: float, *, alpha: float = 0.1, beta: float = 0.1, lot: int | None = None
) -> Plan:
    """The smallest plan. `good` and `bad` are shares of wrong records. Raises NoSuchPlan."""
    if not 0 <= good < bad < 1:
        raise NoSuchPlan
    for size in range(1, min(lot or MOST, MOST) + 1):
        most = _most_wrong(size, bad, beta, lot)
        if most >= 0 and 1 - _passes(most, size, good, lot) <= alpha:
            return Plan(size, most)
    raise NoSuchPlan


def plan_for(size: int, bad: float, *, beta: float = 0.1) -> Plan:
    """The plan for a sample that is drawn already. Raises NoSuchPlan when it is too small."""
    most = _most_wrong(size, bad, beta, None) if size > 0 else -1
    if most < 0:
        raise NoSuchPlan
    return Plan(size, most)


def rejected(one: Plan, share: float) -> float:
    """The chance that a part with that share wrong does not pass."""
    return 1 - cumulative(one.most_wrong, one.size, share)


def _most_wrong(size: int, bad: float, beta: float, lot: int | None) -> int:
    most = -1
    while most < size and _passes(most + 1, size, bad, lot) <= beta:
        most += 1
    return most


def _passes(most: int, size: int, share: float, lot: int | None) -> float:
    if lot is None:
        return cumulative(most, size, share)
    return cumulative_from_lot(most, size, round(share * lot), lot)
