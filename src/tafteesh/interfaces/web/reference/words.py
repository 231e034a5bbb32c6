"""How limits, amounts and sources read on a page."""

import re
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from tafteesh.interfaces.web.templatetags.formats import rupees
from tafteesh.interfaces.web.templatetags.shapes import Words
from tafteesh.reference.law.models import Deadline, HeadOfLoss
from tafteesh.reference.rows import ReferenceRow

FLAGS: Final[dict[str, Promise]] = {
    "W": gettext_lazy("woman officer and statement before a Magistrate"),
    "I2": gettext_lazy("investigation in two months"),
    "T2": gettext_lazy("trial in two months"),
    "A6": gettext_lazy("appeal in six months"),
    "ID": gettext_lazy("her identity is protected"),
    "FM": gettext_lazy("free treatment in hospital"),
}


def limit_of(row: Deadline) -> str:
    """The time of a limit: "60 days", "at once", "60 or 90 days"."""
    unit = Deadline.Unit
    if row.unit in (unit.AT_ONCE, unit.NOT_FIXED):
        return str(row.get_unit_display())
    if row.amount is None:
        return f"{row.amount_words} {row.get_unit_display()}".strip()
    counted = {
        unit.HOURS: ngettext("%(n)d hour", "%(n)d hours", row.amount),
        unit.DAYS: ngettext("%(n)d day", "%(n)d days", row.amount),
        unit.WORKING_DAYS: ngettext("%(n)d working day", "%(n)d working days", row.amount),
        unit.MONTHS: ngettext("%(n)d month", "%(n)d months", row.amount),
        unit.YEARS: ngettext("%(n)d year", "%(n)d years", row.amount),
        unit.TIMES: ngettext("%(n)d time", "%(n)d times", row.amount),
    }
    return counted[Deadline.Unit(row.unit)] % {"n": row.amount}


def in_words(term: str) -> str:
    """A term of imprisonment without the lawyers' short forms: "10y RI" is "10 years rigorous"."""

    def years(found: re.Match[str]) -> str:
        least, most = found[1], found[2] or found[1]
        span = least if least == most else f"{least}-{most}"
        return ngettext("%(span)s year", "%(span)s years", int(most)) % {"span": span}

    term = re.sub(r"\b(\d+)(?:-(\d+))?y\b", years, term)
    term = re.sub(r"\bRI\b", pgettext("imprisonment", "rigorous"), term)
    return re.sub(r"\bSI\b", pgettext("imprisonment", "simple"), term)


def amounts(head: HeadOfLoss) -> str:
    """Both ends of what a head pays. What is not known is said, never shown as 0."""
    least, most = head.min_paise, head.max_paise
    if least is None and most is None:
        return pgettext("amount", "not known")
    if least == most:
        return rupees(least)
    if most is None:
        return _("at least %(amount)s") % {"amount": rupees(least)}
    if least is None:
        return _("up to %(amount)s") % {"amount": rupees(most)}
    return _("%(least)s to %(most)s") % {"least": rupees(least), "most": rupees(most)}


def because_of(row: ReferenceRow) -> list[tuple[Words, object]]:
    """Where a row was read, at which place, and what is still open about it."""
    return [
        (_("Source"), row.source),
        (_("Place in the source"), row.citation),
        (_("Note"), row.notes),
        (_("Retired on"), row.retired_on and f"{row.retired_on:%d-%m-%Y}"),
    ]
