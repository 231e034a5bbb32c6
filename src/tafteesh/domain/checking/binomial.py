"""Binomial and hypergeometric chances, in whole numbers as far as it goes. No database."""

import math
from collections.abc import Callable


def cumulative(hits: int, size: int, chance: float) -> float:
    """P(X <= hits) for X of `size` draws, each with that chance."""
    if hits < 0:
        return 0.0
    if hits >= size or chance <= 0:
        return 1.0
    if chance >= 1:
        return 0.0
    logs = math.log(chance), math.log1p(-chance)
    return min(math.fsum(math.exp(_term(k, size, logs)) for k in range(hits + 1)), 1.0)


def _term(hits: int, size: int, logs: tuple[float, float]) -> float:
    ways = math.lgamma(size + 1) - math.lgamma(hits + 1) - math.lgamma(size - hits + 1)
    return ways + hits * logs[0] + (size - hits) * logs[1]


def cumulative_from_lot(hits: int, size: int, bad: int, lot: int) -> float:
    """P(X <= hits) bad ones among `size` drawn from a lot that holds `bad` of them."""
    ways = sum(
        math.comb(bad, k) * math.comb(lot - bad, size - k)
        for k in range(max(0, size - (lot - bad)), min(hits, bad, size) + 1)
    )
    return ways / math.comb(lot, size)


def root_of(rising: Callable[[float], float]) -> float:
    """Where a rising function of a share crosses nought."""
    low, high = 0.0, 1.0
    for _step in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < 0 else (low, middle)
    return (low + high) / 2
