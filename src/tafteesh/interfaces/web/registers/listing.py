"""The rows of a register as they were asked for: filtered, counted, cut by key."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q
from django.utils.http import urlencode

from tafteesh.domain.facts.period import NoSuchPeriod, Period
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.kernel.digits import folded
from tafteesh.interfaces.web.registers.columns import Register

PAGE = 50
COUNTED = 10_000  # above it we say "more than"


class NoSuchChoice(ValueError):
    """The address asks for a year, a status or a row that is none."""


@dataclass(frozen=True)
class Choice:
    """Which rows: of a year, of a police station, in a status."""

    year: str = ""
    station: str = ""
    status: str = ""

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> "Choice":
        """The choice that an address makes."""
        return cls(*(str(asked.get(name, ""))[:80] for name in ("year", "station", "status")))

    def query(self, **more: str) -> str:
        """The address of this choice, with what else it needs."""
        said = {"year": self.year, "station": self.station, "status": self.status, **more}
        return urlencode({name: value for name, value in said.items() if value})

    def without(self, name: str) -> "Choice":
        """The same choice with one filter less."""
        kept = {"year": self.year, "station": self.station, "status": self.status, name: ""}
        return Choice(**kept)


def rows_of(actor: Actor, register: Register, choice: Choice) -> Any:
    """Standing rows within her reach, the newest day first. Raises NoSuchChoice."""
    model: Any = register.model
    rows = model.objects.visible_to(actor).filter(withdrawn_at=None)
    if choice.year and register.day:
        try:
            period = Period.named(choice.year)
        except NoSuchPeriod:
            raise NoSuchChoice from None
        rows = rows.filter(**{f"{register.day}__range": (period.starts_on, period.ends_on)})
    if choice.status and register.status:
        rows = rows.filter(**{register.status: choice.status})
    if choice.station and register.station:
        rows = rows.filter(**{f"{register.station}__contains": folded(choice.station)})
    if register.more:
        rows = register.more(actor, rows)
    rows = rows.select_related(*register.joins)
    if register.day:
        return rows.order_by(F(register.day).desc(nulls_last=True), "-id")
    return rows.order_by("-id")


def page_of(rows: Any, register: Register, after: str) -> tuple[list[Any], str]:
    """One page from a row on, and the row from which the next one begins. Raises NoSuchChoice."""
    if after:
        rows = rows.filter(_below(rows, register, after))
    found = list(rows[: PAGE + 1])
    return found[:PAGE], str(found[PAGE - 1].pk) if len(found) > PAGE else ""


def _below(rows: Any, register: Register, after: str) -> Q:
    """What stands below a row, by its day and then by its id."""
    try:
        last = rows.filter(pk=uuid.UUID(after)).first()
    except ValueError:
        raise NoSuchChoice from None
    if last is None:
        raise NoSuchChoice
    if not register.day:
        return Q(id__lt=last.pk)
    day = last
    for name in register.day.split("__"):
        day = getattr(day, name)
    if day is None:
        return Q(**{register.day: None, "id__lt": last.pk})
    return (
        Q(**{f"{register.day}__lt": day})
        | Q(**{register.day: day, "id__lt": last.pk})
        | Q(**{register.day: None})
    )


def counted(rows: Any) -> tuple[int, bool]:
    """How many there are; above 10,000 only that there are more."""
    number = rows.order_by()[: COUNTED + 1].count()
    return min(number, COUNTED), number > COUNTED


def choices_of(register: Register) -> list[tuple[str, Any]]:
    """The words of the status that is filtered by."""
    if not register.status:
        return []
    field: Any = register.model._meta.get_field(register.status)
    return [(str(code), words) for code, words in field.choices if code]
