"""The ledger as plain cells, the same on the command line and in a file."""

from collections.abc import Callable
from decimal import Decimal

from django.utils.translation import gettext as _

from tafteesh.domain.facts.ledger import Ledger, Line
from tafteesh.foundation.kernel.clock import day_in_india
from tafteesh.foundation.kernel.money import rupees

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


def paper_rupees(paise: int) -> str:
    """Rupees as they are read on paper: grouped, with two decimals, without the sign of the rupee."""
    whole, rest = divmod(abs(paise), 100)
    sign = "-" if paise < 0 else ""
    return f"{sign}{rupees(whole * 100).removeprefix('₹')}.{rest:02}"


def cells_of(line: Line, amount: Callable[[int], str] = plain_rupees) -> Cells:
    """One entry."""
    credited = bool(line.credited)
    return [
        f"{line.day:%d-%m-%Y}",
        str(line.what.label),
        line.number,
        "" if credited else amount(line.ordered),
        amount(line.credited) if credited else "",
        (_("Yes") if line.proved else _("No")) if credited else "",
        f"{day_in_india(line.reversed_at):%d-%m-%Y}" if line.reversed_at else "",
    ]


def sum_line(words: str, ordered: str, credited: str = "") -> Cells:
    """A line that is no entry: a sum, or a balance."""
    return ["", words, "", ordered, credited, "", ""]


def foot_of(told: Ledger, amount: Callable[[int], str] = plain_rupees) -> list[Cells]:
    """What was outstanding before, the two sums, what is outstanding after."""
    return [
        sum_line(_("Outstanding before"), amount(told.before)),
        sum_line(_("Sum"), amount(told.ordered), amount(told.credited)),
        sum_line(_("Outstanding after"), amount(told.after)),
    ]
