"""Whether two checkers see the same, and whether a reported total holds. No database.

Cohen's kappa (1960); its interval by leaving out one file after another (the jackknife), because fields of one file fail
together; PABAK (Byrt and others 1993), because kappa falls when errors are rare; agreement on the errors alone; the
verification factor as in the Data Quality Review of the WHO, module 3.
"""

import math
from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from tafteesh.domain.checking.beta import t_quantile
from tafteesh.domain.checking.intervals import CONFIDENCE, Interval, NothingToJudge

Pair = tuple[Hashable, Hashable]
RETRAIN_BELOW = 0.6


@dataclass(frozen=True)
class Agreement:
    """How far two checkers agree on the same fields."""

    fields: int
    seen: float  # share on which both say the same
    kappa: float | None  # None: both always say one and the same thing
    interval: Interval | None  # None: too few files to reckon it
    pabak: float
    on_errors: float | None = (
        None  # of what either called wrong, how far both did; None: neither did
    )

    @property
    def is_low(self) -> bool:
        """Whether the checkers should learn to read the same papers alike first."""
        return self.kappa is not None and min(self.kappa, self.pabak) < RETRAIN_BELOW


def agreement(
    pairs: Sequence[Pair],
    files: Sequence[Hashable] | None = None,
    *,
    wrong: Hashable = None,
    confidence: float = CONFIDENCE,
) -> Agreement:
    """Agreement over pairs of answers to the same field, with the file of each. Raises NothingToJudge."""
    if not pairs:
        raise NothingToJudge
    seen = sum(one == other for one, other in pairs) / len(pairs)
    kappa = _kappa(pairs)
    interval = None
    if kappa is not None:
        interval = _jackknifed(pairs, files or range(len(pairs)), kappa, confidence)
    return Agreement(len(pairs), seen, kappa, interval, 2 * seen - 1, _on(wrong, pairs))


def _kappa(pairs: Sequence[Pair]) -> float | None:
    size = len(pairs)
    answers = {answer for pair in pairs for answer in pair}
    seen = sum(one == other for one, other in pairs) / size
    chance = sum(
        sum(one == a for one, _ in pairs) * sum(other == a for _, other in pairs) for a in answers
    ) / (size * size)
    return None if chance == 1 else (seen - chance) / (1 - chance)


def _jackknifed(
    pairs: Sequence[Pair], files: Sequence[Hashable], kappa: float, confidence: float
) -> Interval | None:
    held: dict[Hashable, list[Pair]] = defaultdict(list)
    for file, pair in zip(files, pairs, strict=True):
        held[file].append(pair)
    count = len(held)
    if count < 2:
        return None
    without = [[pair for f, own in held.items() if f != file for pair in own] for file in held]
    # Without its only mistakes a sample agrees in everything: then kappa is 1.
    left = [1.0 if (one := _kappa(rest)) is None else one for rest in without]
    middle = sum(left) / count
    error = math.sqrt((count - 1) / count * sum((one - middle) ** 2 for one in left))
    half = t_quantile(0.5 + confidence / 2, count - 1) * error
    return Interval(max(kappa - half, -1.0), min(kappa + half, 1.0))


def _on(wrong: Hashable, pairs: Sequence[Pair]) -> float | None:
    either = sum((one == wrong) + (other == wrong) for one, other in pairs)
    return 2 * sum(one == other == wrong for one, other in pairs) / either if either else None


@dataclass(frozen=True)
class Verified:
    """Recounted over reported: below 1 more was reported than is there."""

    factor: float
    error: float | None
    off_by: float  # what is over here and under there does not cancel
    interval: Interval | None = None  # None: one site shows no spread


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
    error = math.sqrt(count / (count - 1) * spread) / reported
    half = t_quantile(0.5 + CONFIDENCE / 2, count - 1) * error
    return Verified(factor, error, off, Interval(max(factor - half, 0.0), factor + half))
