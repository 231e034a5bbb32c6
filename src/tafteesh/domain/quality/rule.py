"""One rule of quality as data: what it says, how grave it is, which values it is about, what it proposes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import models
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tafteesh.domain.papers.models import Paper
from tafteesh.foundation.kernel.approx_date import ApproxDate
from tafteesh.foundation.kernel.doubts import Doubt
from tafteesh.foundation.kernel.money import rupees

Values = Mapping[str, Any]


class Family(models.TextChoices):
    """What kind of thing is wrong."""

    DAYS = "days", _("Days out of order")
    AGES = "ages", _("Ages that cannot be")
    AMOUNTS = "amounts", _("Amounts that cannot be, or hardly")
    STAND_INS = "stand_ins", _("Days that stand in for a day nobody knows")
    SECTIONS = "sections", _("Sections against facts")
    STATUS = "status", _("Status against what happened")
    TWO = "two", _("Two at once, and people")
    MISSING = "missing", _("Missing at this stage")
    STALE = "stale", _("Not touched for long")
    TOTALS = "totals", _("Typed totals against what is counted")
    PAPER = "paper", _("Against paper")


class Severity(models.IntegerChoices):
    """How sure it is that something is wrong; the worst stand first in a queue."""

    IMPOSSIBLE = 1, pgettext_lazy("severity", "Cannot be")
    UNLIKELY = 2, pgettext_lazy("severity", "Hardly right")
    LOOK = 3, pgettext_lazy("severity", "Look at it")


@dataclass(frozen=True)
class Fix:
    """The value that a rule proposes, and in which field."""

    field: str
    value: Any


@dataclass(frozen=True)
class Rule:
    """One rule. `says` and `do` are whole sentences; `kind` and `fields` say which values it is about."""

    code: str
    family: Family
    severity: Severity
    query: str
    title: LazyText
    says: LazyText
    do: LazyText
    kind: str = ""
    fields: tuple[str, ...] = ()
    fix: Callable[[Values], Fix | None] | None = None
    proof: tuple[Paper.Kind, ...] = ()
    choices: Mapping[str, type[models.TextChoices]] = field(default_factory=dict)
    doubt: Doubt | None = None  # the same kind of doubt when a workbook is read
    owner: str = "worker"  # or "office": who keeps the records
    version: int = 1

    def sentence(self, values: Values) -> str:
        """What is wrong, with the values as a person reads them."""
        said = {name: self.said(name, value) for name, value in values.items()}
        return str(self.says) % said

    def said(self, name: str, value: Any) -> str:
        """One value in words."""
        if value is None:
            return "–"
        if name.endswith("_on"):
            return f"{date.fromisoformat(value):%d-%m-%Y}"
        if name.endswith("_paise"):
            return rupees(int(value))
        if name in self.choices:
            return str(dict(self.choices[name].choices).get(value, value))
        return str(value)


def day(values: Values, name: str) -> date:
    """A day of the values."""
    return date.fromisoformat(values[name])


def whole_year(name: str) -> Callable[[Values], Fix]:
    """Nobody knew the day: only the year is known."""

    def fix(values: Values) -> Fix:
        year = day(values, "day_on").year
        return Fix(name, ApproxDate(date(year, 1, 1), date(year, 12, 31)))

    return fix


def turned_round(name: str, values_name: str, not_before: str) -> Callable[[Values], Fix | None]:
    """Day and month written the wrong way round, or the year before: what makes the order right."""

    def fix(values: Values) -> Fix | None:
        written, limit = day(values, values_name), day(values, not_before)
        candidates = []
        if written.day <= 12:
            candidates.append(date(written.year, written.day, written.month))
        if not (written.month == 2 and written.day == 29):
            candidates.append(written.replace(year=written.year + 1))
        fitting = [one for one in candidates if 0 <= (one - limit).days <= 366]
        return Fix(name, fitting[0]) if fitting else None

    return fix


def year_of_day(values: Values) -> Fix:
    """The year in which the FIR was registered is the year of its number."""
    return Fix("year", day(values, "registered_on").year)


def what_was_asked(values: Values) -> Fix | None:
    """A zero too many or too few: exactly ten or a hundred times what was asked."""
    ordered, asked = int(values["amount_paise"]), int(values["asked_paise"])
    great, small = max(ordered, asked), min(ordered, asked)
    return Fix("amount_paise", asked) if great in (10 * small, 100 * small) else None


def in_lakh(values: Values) -> Fix | None:
    """An amount of a few rupees was meant in lakh."""
    paise = int(values["amount_paise"])
    return Fix("amount_paise", paise * 1_00_000) if paise <= 50_00 else None
