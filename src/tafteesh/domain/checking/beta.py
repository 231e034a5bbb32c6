"""Quantiles of the beta distribution and of Student's t, for sizes that are no whole numbers. No database.

The incomplete beta function by its continued fraction (Lentz), as in DLMF 8.17.22.
"""

import math

from tafteesh.domain.checking.binomial import root_of

STEPS = 500
TINY = 1e-300
CLOSE = 1e-14


def beta_share(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function: P(X <= x) for X of Beta(a, b), both above nought."""
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_share(1 - x, b, a)
    logs = (
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    )
    return math.exp(logs) * _fraction(x, a, b) / a


def _fraction(x: float, a: float, b: float) -> float:
    above, below = 1.0, 1 / _away(1 - (a + b) * x / (a + 1))
    result = below
    for m in range(1, STEPS):
        for part in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            below = 1 / _away(1 + part * below)
            above = _away(1 + part / above)
            result *= above * below
        if abs(above * below - 1) < CLOSE:
            break
    return result


def _away(value: float) -> float:
    return value if abs(value) > TINY else TINY


def beta_quantile(share: float, a: float, b: float) -> float:
    """The x at which P(X <= x) is that share, for X of Beta(a, b)."""
    return root_of(lambda x: beta_share(x, a, b) - share)


def t_quantile(share: float, degrees: float) -> float:
    """The upper quantile (share above one half) of Student's t with so many degrees of freedom."""
    x = beta_quantile(2 * (1 - share), degrees / 2, 0.5)
    return math.sqrt(degrees * (1 - x) / x)
