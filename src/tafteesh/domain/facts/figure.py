"""One figure: its values, and the records behind them."""

import hashlib
import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import connection
from django.utils.functional import Promise as LazyText

from tafteesh.domain.facts.period import Period
from tafteesh.foundation.kernel.clock import day_in_india

Value = int | float | str | None | dict[str, int]


@dataclass(frozen=True)
class Scope:
    """What a figure is asked of: which organisations, which period, as known at which moment."""

    organisations: tuple[uuid.UUID, ...]
    period: Period
    known_at: datetime

    @property
    def as_of(self) -> date:
        """The day on which "now" is asked: the last day of the period, or today while it runs."""
        return min(self.period.ends_on, day_in_india(self.known_at))

    def parameters(self) -> dict[str, Any]:
        return {
            "as_of": self.as_of,
            "organisations": list(self.organisations),
            "starts": self.period.starts_on,
            "ends": self.period.ends_on,
            "known": self.known_at,
        }


def _whole(value: Any) -> Any:
    """PostgreSQL sums whole numbers to numeric; here they are whole numbers again."""
    return int(value) if isinstance(value, Decimal) else value


@dataclass(frozen=True)
class Query:
    """The one SQL text behind a figure: a list of records. Totals are taken from that list alone."""

    sql: str

    @property
    def hash(self) -> bytes:
        return hashlib.sha256(" ".join(self.sql.split()).encode()).digest()

    def lines(self, scope: Scope) -> list[tuple[Any, ...]]:
        """The same as plain lines, for a question that names its columns and casts its sums."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, scope.parameters())
            return list(cursor.fetchall())

    def rows(self, scope: Scope) -> list[dict[str, Any]]:
        """The records behind the figure, in a fixed order."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, scope.parameters())
            names = [column.name for column in cursor.description or ()]
            return [dict(zip(names, map(_whole, row), strict=True)) for row in cursor.fetchall()]


@dataclass(frozen=True)
class Figure:
    """A figure for one scope. `records` are ids of rows of `about`, never names.

    `counted` are those of them that stand in the numerator, where only some do.
    """

    indicator: str
    values: dict[str, Value]
    about: str = ""
    records: tuple[uuid.UUID, ...] = ()
    counted: frozenset[uuid.UUID] | None = None

    @property
    def list_hash(self) -> bytes:
        return hashlib.sha256("\n".join(sorted(map(str, self.records))).encode()).digest()

    def as_json(self) -> dict[str, Value]:
        return dict(self.values)


@dataclass(frozen=True)
class Indicator:
    """One definition, one query. Everything that shows this number takes it from here."""

    id: str
    name: LazyText
    definition: LazyText
    unit: LazyText
    numerator: LazyText
    query: Query
    summarise: Callable[[list[dict[str, Any]], Scope], Figure]
    denominator: LazyText | str = ""
    exclusions: LazyText | str = ""
    version: int = 1
    labels: dict[str, LazyText] = field(default_factory=dict)

    def figure(self, scope: Scope) -> Figure:
        """Ask the database and sum up."""
        return self.summarise(self.query.rows(scope), scope)


@dataclass(frozen=True)
class NotYet:
    """An indicator of the programme that these records cannot carry yet, and what is missing."""

    id: str
    name: LazyText
    missing: LazyText


def canonical(values: Any) -> str:
    """JSON in one fixed form, for hashing."""
    return json.dumps(values, sort_keys=True, ensure_ascii=False, default=_plain)


def _plain(value: Any) -> str:
    if isinstance(value, date | datetime | uuid.UUID):
        return str(value)
    raise TypeError(type(value).__name__)
