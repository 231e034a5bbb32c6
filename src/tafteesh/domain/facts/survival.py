"""How long things take when some are still waiting. No database.

Kaplan and Meier (1958): those still waiting count as waiting, never as done and never as absent. Limits by Greenwood's
variance on the log(-log) scale (Kalbfleisch and Prentice 1980), which keeps them between 0 and 1.
"""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import NormalDist

CONFIDENCE = 0.95
FEWEST_AT_RISK = 10


@dataclass(frozen=True)
class Step:
    """From this day on, this share is still waiting. `low` and `high` are None where nothing can be said."""

    days: int
    waiting: float
    low: float | None
    high: float | None
    at_risk: int  # how many were waiting just before this day


@dataclass(frozen=True)
class Curve:
    """A step curve from day 0, and how many it was made from."""

    steps: tuple[Step, ...]
    done: int
    still_waiting: int

    @property
    def can_be_drawn(self) -> bool:
        """Fewer than ten at the start would show persons, not a curve."""
        return self.done + self.still_waiting >= FEWEST_AT_RISK

    def waiting_after(self, days: int) -> float:
        """The share still waiting after so many days."""
        reached = [step.waiting for step in self.steps if step.days <= days]
        return reached[-1] if reached else 1.0

    @property
    def median(self) -> int | None:
        """The day by which half were done; None while more than half are still waiting."""
        return next((step.days for step in self.steps if step.waiting <= 0.5), None)

    @property
    def median_interval(self) -> tuple[int | None, int | None]:
        """Between which days the median lies (Brookmeyer and Crowley 1982); None: not reached."""
        low = next((s.days for s in self.steps if s.low is not None and s.low <= 0.5), None)
        high = next((s.days for s in self.steps if s.high is not None and s.high <= 0.5), None)
        return low, high


def curve(durations: Iterable[tuple[int, bool]], confidence: float = CONFIDENCE) -> Curve:
    """The curve of (days, whether it was done then). Days below 0 are refused with ValueError."""
    done: Counter[int] = Counter()
    waiting: Counter[int] = Counter()
    for days, is_done in durations:
        if days < 0:
            raise ValueError("a duration cannot be negative")
        (done if is_done else waiting)[days] += 1
    return from_counts(done, waiting, confidence)


def from_counts(done: Counter[int], waiting: Counter[int], confidence: float = CONFIDENCE) -> Curve:
    """The same from counts by day, as one query answers them: a million durations are a few hundred rows."""
    at_risk = done.total() + waiting.total()
    z, share, spread = NormalDist().inv_cdf(0.5 + confidence / 2), 1.0, 0.0
    steps = []
    for day in sorted(done.keys() | waiting.keys()):
        ended = done[day]
        if ended:
            share *= 1 - ended / at_risk
            left = at_risk - ended
            spread += ended / (at_risk * left) if left else math.inf
            steps.append(Step(day, share, *_limits(share, spread, z), at_risk))
        at_risk -= ended + waiting[day]
    return Curve(tuple(steps), done.total(), waiting.total())


def _limits(share: float, spread: float, z: float) -> tuple[float | None, float | None]:
    if not 0 < share < 1:
        return None, None
    error = z * math.sqrt(spread) / math.log(share)
    low, high = sorted((share ** math.exp(error), share ** math.exp(-error)))
    return low, high
