"""The chance that two files are of one person: a logistic score whose weights are data.

The weights were fitted on made lists, where the truth is known (bench/duplicates); docs/adr/0013 says how.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, log

from django.db import models
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.once.evidence import Sign

_MOST = 30.0  # a logit beyond this is as good as sure


@dataclass(frozen=True)
class Weights:
    """What each sign is worth, in logits; the line from which a pair is proposed."""

    base: float
    crowd: float
    line: float
    signs: dict[Sign, float]


@cache
def shipped() -> Weights:
    """The weights that the product brings."""
    told = tomllib.loads(files("tafteesh.domain.once").joinpath("weights.toml").read_text("utf-8"))
    signs = {Sign(name): float(worth) for name, worth in told["signs"].items()}
    score = told["score"]
    return Weights(float(score["base"]), float(score["crowd"]), float(score["line"]), signs)


def chance_of(signs: Iterable[Sign], crowd: int, weights: Weights | None = None) -> float:
    """0 to 1: of pairs with these signs, the share that are one person."""
    weights = weights or shipped()
    worth = weights.base - weights.crowd * log(max(crowd, 1))
    worth += sum(weights.signs.get(sign, 0.0) for sign in signs)
    return 1.0 / (1.0 + exp(-max(-_MOST, min(_MOST, worth))))


class Likely(models.TextChoices):
    """The chance in words."""

    ALMOST_SURE = "almost_sure", _("Almost surely one person")
    LIKELY = "likely", _("Likely one person")
    OPEN = "open", _("May be one person, may be two")
    UNLIKELY = "unlikely", _("Rather two persons")


def in_words(chance: float) -> Likely:
    """What a chance is called."""
    if chance >= 0.95:
        return Likely.ALMOST_SURE
    if chance >= 0.7:
        return Likely.LIKELY
    return Likely.OPEN if chance >= 0.3 else Likely.UNLIKELY
