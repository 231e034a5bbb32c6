"""Whether two checkers see the same, and whether a reported total holds. No database.

Cohen's kappa (1960) with the interval of Fleiss, Cohen and Everitt (1969) in its large-sample form; PABAK (Byrt and others 1993), because
kappa falls when errors are rare; the verification factor as in the Data Quality Review of the WHO, module 3.
"""

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from statistics import NormalDist

from tafteesh.domain.checking.intervals import CONFIDENCE, Interval, NothingToJudge


@dataclass(frozen=True)
class Agreement:
    """How far two checkers agree on the same fields."""

    fields: int
    seen: float  # share on which both say the same
    kappa: float | None  # None: both always say one and the same thing
    interval: Interval | None
    pabak: float


def agreement(
    pairs: Sequence[tuple[Hashable, Hashable]], confidence: float = CONFIDENCE
) -> Agreement:
    """Agreement over pairs of answers to the same field. Raises NothingToJudge."""
    size = len(pairs)
    if not size:
        raise NothingToJudge
    answers = {answer for pair in pairs for answer in pair}
    seen = sum(one == other for one, other in pairs) / size
    chance = sum(
        sum(one == a for one, _ in pairs) * sum(other == a for _, other in pairs) for a in answers
    ) / (size * size)
    pabak = 2 * seen - 1
    if chance == 1:
        return Agreement(size, seen, None, None, pabak)
    kappa = (seen - chance) / (1 - chance)
    error = math.sqrt(seen * (1 - seen) / size) / (1 - chance)
    half = NormalDist().inv_cdf(0.5 + confidence / 2) * error
    interval = Interval(max(kappa - half, -1.0), min(kappa + half, 1.0))
    return Agreement(size, seen, kappa, interval, pabak)


@dataclass(frozen=True)
class Verified:
    """Recounted over reported: below 1 more was reported than is there."""

    factor: float
    error: float | None
    off_by: float  # what is over here and under there does not cancel


def verification_factor(sites: Sequence[tuple[int, int, float]]) -> Verified:
    """Of sites as (recounted, reported, weight): a ratio of sums, not a mean of ratios. Raises NothingToJudge."""
    reported = sum(weight * told for _, told, weight in sites)
    if not reported:
        raise NothingToJudge
    factor = sum(weight * count for count, _, weight in sites) / reported
    off = sum(weight * abs(count - told) for count, told, weight in sites) / reported
    count = len(sites)
    if count < 2:
        return Verified(factor, None, off)
    residuals = [weight * (seen - factor * told) for seen, told, weight in sites]
    middle = sum(residuals) / count
    spread = sum((residual - middle) ** 2 for residual in residuals)
    return Verified(factor, math.sqrt(count / (count - 1) * spread) / reported, off)
