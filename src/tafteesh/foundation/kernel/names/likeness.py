"""How alike two names sound, 0 to 100."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations

from rapidfuzz.distance import Levenshtein

from tafteesh.foundation.kernel.names import lexicon
from tafteesh.foundation.kernel.names.reading import Part, sounds_of
from tafteesh.foundation.kernel.names.sounds import costed

_distance = Levenshtein.distance


@dataclass(frozen=True, slots=True)
class Heard:
    """A name made ready for being compared many times."""

    parts: tuple[Part, ...]
    costs: tuple[str, ...]
    whole: str
    written: str


def heard(parts: Sequence[Part]) -> Heard:
    """Make a name ready."""
    costs = tuple(part.cost for part in parts)
    return Heard(tuple(parts), costs, "".join(costs), "".join(part.written_cost for part in parts))


_ORDER_COST = 0.6
_SECONDS = frozenset(costed(sounds_of(word)) for word in lexicon.SECONDS)
_LEFT_OUT, _LEFT_OUT_LOOSE, _NOT_THERE = 0.3, 0.12, 0.42


def alike(asked: Heard, stored: Heard) -> float:
    """0 to 100: the sounds that differ, by the least way of laying one name beside the other."""
    if not asked.whole or not stored.whole:
        return 0.0
    size = max(len(asked.whole), len(stored.whole))
    least = float(_distance(asked.whole, stored.whole))
    if least and (len(asked.parts) > 1 or len(stored.parts) > 1):
        least = min(least, _laid_beside(asked, stored))
    habit = _distance(asked.written, stored.written) / max(len(asked.written), len(stored.written))
    return max(0.0, 100.0 * (1.0 - least / size) - 1.5 * habit)


_EXPLAINED, _FOR_EACH = 0.2, 1.5


def alike_beside(asked: Heard, stored: Heard, beside: Sequence[Heard]) -> float:
    """The same, where a part that was asked may be her father's, her husband's or her block's name."""
    plain = alike(asked, stored)
    if len(asked.parts) < 2 or plain >= 100.0 - _FOR_EACH:
        return plain
    told = [cost for other in beside for cost in other.costs]
    rest = [
        part
        for part, cost in zip(asked.parts, asked.costs, strict=True)
        if not any(_distance(cost, known) <= _EXPLAINED * len(cost) for known in told)
    ]
    explained = len(asked.parts) - len(rest)
    if not explained or not rest:
        return plain
    return max(plain, alike(heard(rest), stored) - _FOR_EACH * explained)


def _laid_beside(asked: Heard, stored: Heard) -> float:
    """Each part beside its best partner; a part without one costs a share of its sounds."""
    asked_is_few = len(asked.parts) <= len(stored.parts)
    few, many = (asked, stored) if asked_is_few else (stored, asked)
    lonely = [_alone(many, j, was_asked=not asked_is_few) for j in range(len(many.parts))]
    lonely_few = [_alone(few, i, was_asked=asked_is_few) for i in range(len(few.parts))]
    costs = [
        [
            min(_between(few, i, many, j), lonely_few[i] + lonely[j]) - lonely[j]
            for j in range(len(lonely))
        ]
        for i in range(len(lonely_few))
    ]
    ways = permutations(range(len(lonely)), len(costs)) if len(lonely) < 4 else [_greedy(costs)]
    return sum(lonely) + min(
        sum(row[j] for row, j in zip(costs, way, strict=True))
        + (_ORDER_COST if any(a > b for a, b in pairwise(way)) else 0.0)
        for way in ways
    )


def _greedy(costs: Sequence[Sequence[float]]) -> tuple[int, ...]:
    """Of many parts: those that fit best are put together first."""
    pairs = sorted((cost, i, j) for i, row in enumerate(costs) for j, cost in enumerate(row))
    chosen: dict[int, int] = {}
    for _cost, i, j in pairs:
        if i not in chosen and j not in chosen.values():
            chosen[i] = j
    return tuple(chosen[i] for i in range(len(costs)))


def _between(one: Heard, i: int, other: Heard, j: int) -> float:
    a, b = one.parts[i], other.parts[j]
    if a.is_letter or b.is_letter:
        if _may_begin(a.bones[:1], b.bones[:1]):
            return 0.0 if a.is_letter and b.is_letter else 1.5
        return float(len(one.costs[i]) + len(other.costs[j]))
    return min(
        float(_distance(one.costs[i], other.costs[j])), _compound(one.costs[i], other.costs[j])
    )


def _compound(a: str, b: str) -> float:
    """Nirad and Niradchandra: the second half of a name written on, or left out."""
    short, long = sorted((a, b), key=len)
    if (
        len(short) >= 6
        and long.startswith(short)
        and long[len(short) :].removeprefix("a") in _SECONDS
    ):
        return 1.5 + 0.1 * (len(long) - len(short))
    return float("inf")


def _may_begin(one: str, other: str) -> bool:
    """C. is Chandra or Kumar, H. may be Ahmed: one letter is not one sound."""
    return one == other or {one, other} in ({"c", "k"}, {"c", "s"}, {"h", "A"}, {"j", "g"})


def _alone(one: Heard, i: int, *, was_asked: bool) -> float:
    part = one.parts[i]
    share = _NOT_THERE if was_asked else _LEFT_OUT
    return 1.0 + (_LEFT_OUT_LOOSE if part.is_loose else share) * len(one.costs[i])
