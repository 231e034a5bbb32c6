"""How a register is described: its rows, its filters and its columns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.proceedings.models import InvestigationSpell
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.links import link_or_none

Read = Callable[[Any], object]
AGENCIES = dict(InvestigationSpell.Agency.choices)


@dataclass(frozen=True)
class Paise:
    """An amount: rupees with their sign on the screen, a plain number in a file."""

    paise: int


@dataclass(frozen=True)
class Col:
    """One column: its head, the fields that it shows (over `__` where they hang on another row)."""

    label: LazyText
    fields: tuple[str, ...]
    read: Read
    number: bool = False
    tells_who: bool = False  # leaves the system only for those who agreed to lists


@dataclass(frozen=True)
class Register:
    """One register: its rows, by which day they are filtered and sorted, and its columns."""

    name: str
    title: LazyText
    model: type[models.Model]
    day: str
    permission: Permission
    columns: Sequence[Col]
    joins: tuple[str, ...] = ()
    status: str = ""  # the field with choices that is filtered by
    station: str = ""  # the folded name of a police station that is filtered by
    empty: LazyText | str = ""
    link: Callable[[Any], str] = lambda _row: ""
    more: Callable[[Actor, Any], Any] | None = None  # what is asked of the rows beside


def col(label: LazyText, field: str, *, number: bool = False) -> Col:
    """The field as it is, over `__` where it hangs on another row."""
    return Col(label, (field,), lambda row: through(row, field), number)


def telling(label: LazyText, field: str) -> Col:
    """A field that may tell who she is: in a file that leaves the system only where she agreed."""
    return Col(label, (field,), lambda row: through(row, field), tells_who=True)


def through(row: Any, path: str) -> Any:
    """A value over relations; None where one of them is missing."""
    for name in path.split("__"):
        if row is None:
            return None
        row = getattr(row, name)
    return row


def words(label: LazyText, field: str) -> Col:
    """A code in the words of its list, never the code."""

    def read(row: Any) -> object:
        *way, name = field.split("__")
        owner = through(row, "__".join(way)) if way else row
        return None if owner is None else getattr(owner, f"get_{name}_display")()

    return Col(label, (field,), read)


def agency(label: LazyText, field: str) -> Col:
    """The kind of an agency in words."""
    return Col(label, (field,), lambda row: AGENCIES.get(through(row, field), ""))


def about(label: LazyText, name: str) -> Col:
    """A day, or both ends of the time in which it lies."""

    def read(row: Any) -> object:
        first, last = getattr(row, f"{name}_earliest"), getattr(row, f"{name}_latest")
        if first == last or not (first and last):
            return first or last
        return f"{first:%d-%m-%Y} – {last:%d-%m-%Y}"

    return Col(label, (f"{name}_earliest", f"{name}_latest"), read)


def money(label: LazyText, field: str) -> Col:
    """An amount; an amount that is not known stays empty."""

    def read(row: Any) -> object:
        paise = getattr(row, field)
        return None if paise is None else Paise(paise)

    return Col(label, (field,), read, number=True)


def days(label: LazyText, first: str, last: str) -> Col:
    """Whole days between two days of a row; empty where one is not known."""

    def read(row: Any) -> object:
        start, end = through(row, first), through(row, last)
        known = isinstance(start, date) and isinstance(end, date)
        return (end - start).days if known else None

    return Col(label, (first, last), read, number=True)


def yes_no(label: LazyText, field: str) -> Col:
    """Yes, no, or empty where it is not known."""
    said = {True: _("Yes"), False: _("No")}
    return Col(label, (field,), lambda row: said.get(getattr(row, field), ""))


FILE = col(_("File"), "survivor_file__number")
FIR = Col(
    _("FIR"),
    ("fir__station_words", "fir__number", "fir__year"),
    lambda row: row.fir.reference,
)


def to_fir(row: Any) -> str:
    """The page of the FIR on which the row hangs."""
    return link_or_none("proceedings:fir", fir_id=row.fir_id)


def to_file(row: Any) -> str:
    """The page of the survivor file on which the row hangs."""
    return link_or_none("files:file", file_id=row.survivor_file_id)


def to_claim(row: Any) -> str:
    """The page of the claim on which the row hangs."""
    return link_or_none("compensation:claim", claim_id=row.claim_id) or to_file(row)
