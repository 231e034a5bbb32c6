"""The ledger as plain cells, the same on the command line and in a file."""

from decimal import Decimal

from django.utils.translation import gettext as _

from tafteesh.domain.facts.ledger import Ledger, Line
from tafteesh.foundation.kernel.clock import day_in_india

Cells = list[str]


def heads() -> Cells:
    """The heads of the columns. Amounts are rupees with two decimals."""
    return [
        _("Day"), _("Entry"), _("File"), _("Ordered, rupees"), _("In her account, rupees"),
        _("Proved by a bank paper"), _("Reversed on"),
    ]  # fmt: skip


def plain_rupees(paise: int) -> str:
    """Paise as rupees with exactly two decimals and no grouping: a number for machines."""
    return f"{Decimal(paise) / 100:.2f}"


def cells_of(line: Line) -> Cells:
    """One entry."""
    credited = bool(line.credited)
    return [
        f"{line.day:%d-%m-%Y}",
        str(line.what.label),
        line.number,
        "" if credited else plain_rupees(line.ordered),
        plain_rupees(line.credited) if credited else "",
        (_("Yes") if line.proved else _("No")) if credited else "",
        f"{day_in_india(line.reversed_at):%d-%m-%Y}" if line.reversed_at else "",
    ]


def foot_of(told: Ledger) -> list[Cells]:
    """What was outstanding before, the two sums, what is outstanding after."""
    return [
        ["", _("Outstanding before"), "", plain_rupees(told.before), "", "", ""],
        ["", _("Sum"), "", plain_rupees(told.ordered), plain_rupees(told.credited), "", ""],
        ["", _("Outstanding after"), "", plain_rupees(told.after), "", "", ""],
    ]
