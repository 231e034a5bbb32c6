"""Shares with their uncertainty. No database.

Wilson (1927) and Clopper and Pearson (1934) intervals; the variance of a share whose fields fail together in a
record by linearisation over records (Cochran 1977, section 9A), from which the design effect follows; the exact
interval at the effective size that it leaves, with Student's t for few records (Korn and Graubard 1998). Where the
parts of a sample were drawn at different rates, each record counts for the files that it stands for, and the variance
is taken within the parts (Cochran 1977, chapter 5). How often it holds the truth is simulated in `bench/coverage`.
"""

import math
from collections import defaultdict
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
    """A share of fields, with the interval that respects that fields of one record fail together.

    `weighted` is the share where the parts of the sample were drawn at different rates; else it is right of judged.
    """

    right: int
    of: int
    interval: Interval
    design_effect: float
    weighted: float | None = None

    @property
    def value(self) -> float:
        """The share itself, between 0 and 1."""
        return self.right / self.of if self.weighted is None else self.weighted


@dataclass(frozen=True)
class Drawn:
    """One record of a sample: its right and judged fields, its part, and how many records it stands for."""

    right: int
    of: int
    part: str = ""
    weight: float = 1.0


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
    """The share of right fields over records given as (right, judged), drawn alike. Raises NothingToJudge."""
    return share_of_sample([Drawn(right, of) for right, of in records], confidence)


def share_of_sample(records: Sequence[Drawn], confidence: float = CONFIDENCE) -> Share:
    """The share of right fields over the records of a sample. Raises NothingToJudge.

    Fields of one record fail together, so 30 records of 20 fields are not 600 observations. The variance is taken
    between the records of each part; the design effect is that variance over the one of a simple sample, never below
    1, drawn towards a cautious one where mistakes are few; the interval is the exact one at the effective size.
    """
    judged = [one for one in records if one.of]
    right, size = sum(one.right for one in judged), sum(one.of for one in judged)
    if not size:
        raise NothingToJudge
    alike = len({one.weight for one in judged}) == 1
    share = right / size if alike else _weighted(judged)
    parts = _parts(judged)
    effect = _design_effect(parts, share, size, len(judged))
    effect = _cautious(effect, right, size, len(judged))
    degrees = len(judged) - len(parts)
    interval = _at_effective(share, size, effect, degrees, confidence)
    return Share(right, size, interval, effect, None if alike else share)


def _weighted(judged: Sequence[Drawn]) -> float:
    whole = sum(one.weight * one.of for one in judged)
    return sum(one.weight * one.right for one in judged) / whole


def _parts(judged: Sequence[Drawn]) -> list[list[Drawn]]:
    """The records by part; parts of one record are taken together, for one record has no spread."""
    named: dict[str, list[Drawn]] = defaultdict(list)
    for one in judged:
        named[one.part].append(one)
    parts = [part for part in named.values() if len(part) > 1]
    lonely = [part[0] for part in named.values() if len(part) == 1]
    if len(lonely) == 1 and parts:
        parts[0].extend(lonely)
    elif lonely:
        parts.append(lonely)
    return parts


def _cautious(effect: float, right: int, size: int, records: int) -> float:
    rare = min(right, size - right)
    usual = 1 + (size / records - 1) * CAUTIOUS
    return min((effect * rare + usual * CAUTION) / (rare + CAUTION), float(size))


def _at_effective(
    share: float, size: int, effect: float, degrees: int, confidence: float
) -> Interval:
    few = (_z(confidence) / t_quantile(0.5 + confidence / 2, max(degrees, 1))) ** 2
    effective = size / effect * few
    tail, right = (1 - confidence) / 2, share * effective
    wrong = effective - right
    low = 0.0 if share == 0 else beta_quantile(tail, right, wrong + 1)
    high = 1.0 if share == 1 else beta_quantile(1 - tail, right + 1, wrong)
    return Interval(low, high)


def _design_effect(
    parts: Sequence[Sequence[Drawn]], share: float, size: int, records: int
) -> float:
    if records < 2:
        return float(size)
    if share in (0.0, 1.0):
        return _unequal([one.weight for part in parts for one in part])
    whole = sum(one.weight * one.of for part in parts for one in part)
    variance = sum(_spread(part, share) for part in parts) / (whole * whole)
    return min(max(variance / (share * (1 - share) / size), 1.0), float(size))


def _unequal(weights: Sequence[float]) -> float:
    """What unequal weights alone cost (Kish 1965); 1 where all are alike."""
    return len(weights) * sum(w * w for w in weights) / sum(weights) ** 2


def _spread(part: Sequence[Drawn], share: float) -> float:
    """What one part adds to the variance of the weighted total."""
    away = [one.weight * (one.right - share * one.of) for one in part]
    middle = sum(away) / len(away)
    return len(away) / (len(away) - 1) * sum((one - middle) ** 2 for one in away)


def effective_needed(half_width: float, share: float = 0.5, confidence: float = CONFIDENCE) -> int:
    """How many independent observations hold a share to plus or minus `half_width`."""
    return math.ceil(_z(confidence) ** 2 * share * (1 - share) / half_width**2)


def records_needed(
    half_width: float,
    *,
    fields: float,
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
