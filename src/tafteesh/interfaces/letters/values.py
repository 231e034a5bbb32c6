"""The values of a figure in words, the same on a page and on paper."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.facts.figure import Indicator
from tafteesh.domain.facts.stamp import Stamp
from tafteesh.domain.meetings.models import Meeting
from tafteesh.domain.proceedings.duties.catalogue import DUTIES
from tafteesh.domain.proceedings.models import AccusedStatus, Hearing
from tafteesh.foundation.kernel.money import rupees

MONEY = {
    ("A8", "value"),
    ("A8", "credited"),
    ("I8", "ordered"),
    ("I8", "credited"),
    ("I8", "waiting"),
    ("I10", "value"),
    ("J14", "value"),
    ("J15", "ordered"),
    ("J15", "allowed"),
    ("J7", "rupees"),
}
# The share of a figure: its part, and the whole of which it is told. Below ten only the raw numbers.
SHARES = {
    "A4": ("objectives_live", "objectives"),
    "A7": ("right", "of"),
    "A10": ("value", "of"),
    "A11": ("covered", "of"),
    "A13": ("frozen", "value"),
    "I1": ("right", "of"),
    "I2": ("there", "of"),
    "I3": ("in_time", "of"),
    "I4": ("allowed", "decided"),
    "I6": ("with_ahtu", "of"),
    "I7": ("ordered_within_60_days", "ordered"),
    "I11": ("covered", "of"),
    "I12": ("value", "of"),
    "I13": ("answered_in_7_days", "requests"),
    "I14": ("both", "of"),
    "I18": ("kept_by_due_date", "due"),
    "I19": ("with_brief", "value"),
    "I20": ("met", "of"),
    "I22": ("frozen", "value"),
    "I16": ("counted", "of"),
    "J1": ("counted", "of"),
    "J2": ("counted", "of"),
    "J3": ("cured", "raised"),
    "J4": ("counted", "of"),
    "J5": ("accused_dropped", "accused"),
    "J6": ("counted", "of"),
    "J8": ("counted", "of"),
    "J10": ("counted", "of"),
    "J12": ("counted", "of"),
    "J13": ("counted", "of"),
    "J17": ("value", "of"),
}
PERCENT_FIRST = {
    "A7",
    "A11",
    "I1",
    "I2",
    "I3",
    "I6",
    "I11",
    "I14",
    "I20",
    "I16",
    "J1",
    "J2",
    "J3",
    "J4",
    "J5",
    "J6",
    "J8",
    "J10",
    "J12",
    "J13",
}  # their number is the share itself
TOLD_OF_A_WHOLE = PERCENT_FIRST | {"A10", "I12", "I13"}  # with "3 of 7" beside
HEADS = {"I18": "promises"}  # the value that stands first where it is neither "value" nor the first
SMALLEST_WHOLE = 10
CODES: dict[str, dict[str, Any]] = {
    "by_level": dict(Meeting.Level.choices),
    "by_status": dict(AccusedStatus.Status.choices),
    "by_kind": {duty.key: duty.title for duty in DUTIES},
    "by_reason": dict(Hearing.Why.choices),
    "by_stage": {
        "bail": gettext_lazy("Bail"),
        "sentence": gettext_lazy("Sentence"),
        "compensation": gettext_lazy("Compensation"),
    },
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
    if key == "share" or (key == "value" and indicator in PERCENT_FIRST):
        return f"{value}\u00a0%"
    return str(value)


def coded(key: str, code: str) -> str:
    """A code of a breakdown in the words of its list; a name as it is."""
    if code == "not_known":
        return _("Not known")
    return str(CODES.get(key, {}).get(code, code))


def parts_of(indicator: Indicator, values: dict[str, Any]) -> tuple[Part, ...]:
    """Every value that is not said yet, with its label. A share of fewer than ten is left out."""
    said = {_first_key(indicator, values)}
    if indicator.id in TOLD_OF_A_WHOLE:
        said |= set(SHARES[indicator.id])
    if _is_small(indicator.id, values):
        said.add("share")
    parts = []
    for key, label in indicator.labels.items():
        value = values.get(key)
        if isinstance(value, dict):
            parts += [Part(coded(key, str(name)), str(n)) for name, n in sorted(value.items())]
        elif key not in said:
            parts.append(Part(str(label), shown(indicator.id, key, value)))
    return tuple(parts)


def _first_key(indicator: Indicator, values: dict[str, Any]) -> str:
    """Which value stands first. Never by the order of the values: a frozen figure has another one."""
    if "value" in values:
        return "value"
    return HEADS.get(indicator.id) or next(key for key in indicator.labels if key in values)


def _is_small(name: str, values: dict[str, Any]) -> bool:
    if name not in SHARES:
        return False
    whole = values.get(SHARES[name][1])
    return whole is None or whole < SMALLEST_WHOLE


def head(indicator: Indicator, values: dict[str, Any]) -> str:
    """The number that stands first; a per cent of fewer than ten is told as "x of y"."""
    if indicator.id in PERCENT_FIRST and _is_small(indicator.id, values):
        return out_of(indicator, values) or "–"
    key = _first_key(indicator, values)
    return shown(indicator.id, key, values.get(key))


def out_of(indicator: Indicator, values: dict[str, Any]) -> str:
    """ "3 of 7": the part and its whole, where a figure is told of a whole and there is one."""
    if indicator.id not in TOLD_OF_A_WHOLE:
        return ""
    part, whole = (values.get(key) for key in SHARES[indicator.id])
    if part is None or not whole:
        return ""
    return _("%(part)s of %(whole)s") % {"part": part, "whole": whole}


def unit_of(indicator: Indicator, values: dict[str, Any]) -> str:
    """The unit of the number that stands first."""
    if indicator.id in PERCENT_FIRST and _is_small(indicator.id, values):
        return str(indicator.denominator)
    key = _first_key(indicator, values)
    if key in indicator.labels and key not in HEADS.values():
        return f"{indicator.unit}: {indicator.labels[key]}"
    return str(indicator.unit)


def stamp_words(stamp: Stamp) -> str:
    """How far the numbers may be trusted, in words."""
    if not stamp.judged:
        return _("not yet checked against paper")
    if stamp.interval is not None:
        return _(
            "%(judged)s of %(drawn)s values drawn were checked against paper, %(right)s of them right "
            "(%(low).0f to %(high).0f %%)"
        ) % {
            "judged": stamp.judged,
            "drawn": stamp.drawn,
            "right": stamp.right,
            "low": 100 * stamp.interval.low,
            "high": 100 * stamp.interval.high,
        }
    return _("%(judged)s values checked against paper, %(right)s of them right") % {
        "judged": stamp.judged,
        "right": stamp.right,
    }
