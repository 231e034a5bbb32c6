"""Drawing a sample that anybody can draw again from the announced seed. No database.

Every unit gets the place that a hash of seed and unit gives it; the first so many are drawn. Nobody can choose an easy
record, and the same seed over the same list draws the same.
"""

import hashlib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

Unit = TypeVar("Unit", bound=Hashable)
WHOLE = 2**64


def place(seed: str, *parts: object) -> int:
    """The place of a unit in the order of a seed: 64 bits of SHA-256."""
    text = "|".join((seed, *map(str, parts)))
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])


def draw(units: Iterable[Unit], seed: str, size: int) -> list[Unit]:
    """A simple random sample without replacement, in the order in which it was drawn."""
    return sorted(units, key=lambda unit: place(seed, unit))[:size]


def draw_by_stratum(
    strata: Mapping[Unit, str], seed: str, size: int, *, alike: bool = False
) -> dict[Unit, float]:
    """A sample by parts, in the order of the seed, and how many units of its part each one stands for.

    Each part has its share, or (`alike`) the same number; what is left over goes to those that have none yet.
    """
    members: dict[str, list[Unit]] = defaultdict(list)
    for unit, stratum in strata.items():
        members[stratum].append(unit)
    sizes = {name: len(units) for name, units in members.items()}
    shares = allocate_alike(sizes, size) if alike else allocate(sizes, size)
    return {
        unit: sizes[name] / shares[name]
        for name in sorted(members)
        for unit in draw(members[name], seed, shares[name])
    }


def allocate(sizes: Mapping[str, int], size: int) -> dict[str, int]:
    """How many of each stratum, in proportion to its size; never more than it holds."""
    total = sum(sizes.values())
    if size >= total:
        return dict(sizes)
    exact = {name: size * count / total for name, count in sizes.items()}
    shares = {name: int(part) for name, part in exact.items()}
    left = size - sum(shares.values())
    by_remainder = sorted(sizes, key=lambda name: (shares[name] > 0, -(exact[name] % 1), name))
    for name in by_remainder[:left]:
        shares[name] += 1
    return shares


def allocate_alike(sizes: Mapping[str, int], size: int) -> dict[str, int]:
    """How many of each stratum, as even as it goes; never more than it holds."""
    shares = dict.fromkeys(sizes, 0)
    left = min(size, sum(sizes.values()))
    while left:
        room = sorted(name for name in sizes if shares[name] < sizes[name])
        each = max(left // len(room), 1)
        for name in room[:left]:
            more = min(each, sizes[name] - shares[name], left)
            shares[name] += more
            left -= more
    return shares


def is_checked_twice(seed: str, unit: object, field: str, percent: int) -> bool:
    """Whether this field of this unit falls into the share that a second person checks blind."""
    return place(seed, "second", unit, field) < WHOLE * percent // 100


def fingerprint(units: Sequence[object]) -> bytes:
    """A hash of the list that was drawn from, in a fixed order: the list cannot be changed afterwards unseen."""
    return hashlib.sha256("\n".join(sorted(map(str, units))).encode()).digest()
