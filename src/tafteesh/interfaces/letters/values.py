"""The values of a figure in words, the same on a page and on paper."""

from dataclasses import dataclass
from typing import Any

from tafteesh.domain.facts.figure import Indicator
from tafteesh.foundation.kernel.money import rupees

MONEY = {
    ("A8", "value"),
    ("A8", "credited"),
    ("I8", "ordered"),
    ("I8", "credited"),
    ("I8", "waiting"),
    ("I10", "value"),
}
PERCENT = {
    ("A11", "value"),
    ("I11", "value"),
    ("I6", "value"),
    ("I14", "value"),
    ("I20", "value"),
    ("A10", "share"),
    ("I12", "share"),
    ("I10", "share"),
}


@dataclass(frozen=True)
class Part:
    """One further value of a figure with its words."""

    label: str
    text: str


def shown(indicator: str, key: str, value: Any) -> str:
    """A value in words: money in rupees, shares in per cent, nothing as a dash."""
    if value is None:
        return "–"
    if (indicator, key) in MONEY:
        return rupees(round(value * 100))
    if (indicator, key) in PERCENT:
        return f"{value} %"
    return str(value)


def parts_of(indicator: Indicator, values: dict[str, Any]) -> tuple[Part, ...]:
    """Every value but the first, with its label."""
    parts = []
    for key, label in indicator.labels.items():
        value = values.get(key)
        if isinstance(value, dict):
            parts += [Part(str(name), str(count)) for name, count in value.items()]
        else:
            parts.append(Part(str(label), shown(indicator.id, key, value)))
    return tuple(parts)


def head(indicator: Indicator, values: dict[str, Any]) -> str:
    """The number that stands first."""
    key = "value" if "value" in values else next(iter(values))
    return shown(indicator.id, key, values.get(key))
