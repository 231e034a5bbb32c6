"""Shares with their uncertainty. No database.

Wilson (1927) and Clopper and Pearson (1934) intervals; the variance of a share whose fields fail together in a
record by linearisation over records (Cochran 1977, section 9A), from which the design effect follows; the exact
interval at the effective size that it leaves, with Student's t for few records (Korn and Graubard 1998). How often
it holds the truth is simulated in `bench/coverage`.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

from tafteesh.domain.checking.beta import beta_quantile, t_quantile
from tafteesh.domain.checking.binomial import cumulative, root_of

CONFIDENCE = 0.95
# A design effect measured on few mistakes is too small as often as not. It is drawn towards a cautious one, of fields
# that agree by 0.3 within a record, as if five more mistakes had shown that.
CAUTIOUS, CAUTION = 0.3, 5


@dataclass(frozen=True)
class Interval:
    """From where to where a share may lie, both ends between 0 and 1."""

    low: float
    high: float


@dataclass(frozen=True)
class Share:
    """A share of fields, with the interval that respects that fields of one record fail together."""

    right: int
    of: int
    interval: Interval
    design_effect: float

    @property
    def value(self) -> float:
        """The share itself, between 0 and 1."""
        return self.right / self.of


class NothingToJudge(ValueError):
    """A share of nothing has no value."""


def _z(confidence: float) -> float:
    return NormalDist().inv_cdf(0.5 + confidence / 2)


def wilson(share: float, size: float, confidence: float = CONFIDENCE) -> Interval:
    """Wilson's interval of a share seen in `size` (effective) observations. Raises NothingToJudge."""
    if size <= 0:
        raise NothingToJudge
    z = _z(confidence)
    squeeze = 1 + z * z / size
    centre = (share + z * z / (2 * size)) / squeeze
    half = z / squeeze * math.sqrt(share * (1 - share) / size + z * z / (4 * size * size))
    return Interval(max(centre - half, 0.0), min(centre + half, 1.0))


def exact(hits: int, size: int, confidence: float = CONFIDENCE) -> Interval:
    """Clopper and Pearson's interval: never narrower than it says. Raises NothingToJudge."""
    if size <= 0:
        raise NothingToJudge
    tail = (1 - confidence) / 2
    low = 0.0 if hits == 0 else root_of(lambda p: 1 - cumulative(hits - 1, size, p) - tail)
    high = 1.0 if hits == size else root_of(lambda p: tail - cumulative(hits, size, p))
    return Interval(low, high)


def share_of_fields(records: Sequence[tuple[int, int]], confidence: float = CONFIDENCE) -> Share:
    """The share of right fields over records given as (right, judged). Raises NothingToJudge.

    Fields of one record fail together, so 30 records of 20 fields are not 600 observations. The variance is taken
    between records; the design effect is that variance over the one of a simple sample, never below 1, drawn towards
    a cautious one where mistakes are few; the interval is the exact one at the effective size (Korn and Graubard).
    """
    judged = [(right, of) for right, of in records if of]
    right, size = sum(r for r, _ in judged), sum(of for _, of in judged)
    if not size:
        raise NothingToJudge
    share = right / size
    effect = _cautious(_design_effect(judged, share, size), right, size, len(judged))
    return Share(right, size, _at_effective(share, size, effect, len(judged), confidence), effect)


def _cautious(effect: float, right: int, size: int, records: int) -> float:
    rare = min(right, size - right)
    usual = 1 + (size / records - 1) * CAUTIOUS
    return min((effect * rare + usual * CAUTION) / (rare + CAUTION), float(size))


def _at_effective(
    share: float, size: int, effect: float, records: int, confidence: float
) -> Interval:
    few = (_z(confidence) / t_quantile(0.5 + confidence / 2, max(records - 1, 1))) ** 2
    effective = size / effect * few
    tail, right = (1 - confidence) / 2, share * effective
    wrong = effective - right
    low = 0.0 if share == 0 else beta_quantile(tail, right, wrong + 1)
    high = 1.0 if share == 1 else beta_quantile(1 - tail, right + 1, wrong)
    return Interval(low, high)


def _design_effect(records: Sequence[tuple[int, int]], share: float, size: int) -> float:
    count = len(records)
    if count < 2:
        return float(size)
    if share in (0.0, 1.0):
        return 1.0
    spread = sum((right - share * of) ** 2 for right, of in records)
    variance = count / (count - 1) * spread / (size * size)
    return min(max(variance / (share * (1 - share) / size), 1.0), float(size))


def effective_needed(half_width: float, share: float = 0.5, confidence: float = CONFIDENCE) -> int:
    """How many independent observations hold a share to plus or minus `half_width`."""
    return math.ceil(_z(confidence) ** 2 * share * (1 - share) / half_width**2)


def records_needed(
    half_width: float,
    *,
    fields: int,
    effect: float,
    records: int | None = None,
    share: float = 0.5,
    confidence: float = CONFIDENCE,
) -> int:
    """How many records of so many fields to draw, with the design effect seen before; fewer from a small store."""
    needed = effective_needed(half_width, share, confidence) * effect / fields
    if records:
        needed = needed / (1 + needed / records)
    return math.ceil(needed)


def is_change_real(before: Share, after: Share, confidence: float = CONFIDENCE) -> bool:
    """Whether two rounds differ by more than chance: a two-sample test at the effective sizes."""
    sizes = before.of / before.design_effect, after.of / after.design_effect
    pooled = (before.value * sizes[0] + after.value * sizes[1]) / sum(sizes)
    error = math.sqrt(pooled * (1 - pooled) * (1 / sizes[0] + 1 / sizes[1]))
    return error > 0 and abs(after.value - before.value) / error > _z(confidence)
