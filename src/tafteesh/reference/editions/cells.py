"""Readers of single cells: text in, value out, or a sentence on what to write instead."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from tafteesh.foundation.kernel.digits import ascii_digits, tidy
from tafteesh.reference.editions.faults import BadCell

Reader = Callable[[str], Any]
PAISE_IN_RUPEE = 100
YES, NO = {"yes", "y", "1", "true"}, {"no", "n", "0", "false", ""}


def text(cell: str) -> str:
    """One tidy line. A formula is refused: a list of names holds none."""
    found = tidy(cell)
    if found.startswith(("=", "@")):
        raise BadCell(_("Write plain text, not a formula."))
    return found


def words(cell: str) -> list[str]:
    """Several values, parted by semicolons."""
    return [text(part) for part in cell.split(";") if part.strip()]


def integer(cell: str) -> int | None:
    """A whole number, or nothing."""
    found = ascii_digits(cell).strip().replace(",", "")
    if not found:
        return None
    if not (found.isascii() and found.isdecimal() and len(found) <= 9):
        raise BadCell(_("Write a whole number in digits, like 303."))
    return int(found)


def paise(cell: str) -> int | None:
    """Whole rupees, kept as paise."""
    found = integer(cell)
    return None if found is None else found * PAISE_IN_RUPEE


def day(cell: str) -> date | None:
    """A day as 2024-07-01 or 01-07-2024."""
    found = ascii_digits(cell).strip()
    if not found:
        return None
    parts = found.split("-")
    if len(parts) == 3 and len(parts[2]) == 4:
        parts.reverse()
    try:
        return date(*map(int, parts))
    except (ValueError, TypeError):
        raise BadCell(_("Write the day like 01-07-2024.")) from None


def yes_no(cell: str) -> bool:
    """A yes or a no; empty is no."""
    found = cell.strip().casefold()
    if found not in YES | NO:
        raise BadCell(_("Write yes or no."))
    return found in YES


def one_of(choices: type[models.TextChoices]) -> Reader:
    """One code of a list."""
    known = set(choices.values)

    def read(cell: str) -> str:
        found = cell.strip()
        if found not in known:
            raise BadCell(
                _("“%(word)s” is not on the list. Write one of: %(list)s.")
                % {"word": found[:40], "list": ", ".join(choices.values)}
            )
        return found

    return read
