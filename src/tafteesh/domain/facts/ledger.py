"""The ledger of compensation: every order, appeal's increase, credit and reversal of a period, in paise.

It is read through the walls: who reaches every file of the office reads it whole, others their own part.
"""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db import connection
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.facts.figure import Query, Scope
from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.queries import scope_of
from tafteesh.domain.facts.sql import ADDS, standing
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission

PAGE: Final = 100


class What(TextChoices):
    """What an entry is."""

    ORDER = "order", _("Order")
    INCREASE = "increase", _("Increase on appeal")
    SET_OFF = "set_off", _("Set off against another order")
    CREDIT = "credit", _("Money in her account")
    REVERSAL = "reversal", _("Reversal of a wrong entry")


def _gone(alias: str) -> str:
    return (
        f"{alias}.organisation_id = ANY(%(organisations)s) AND {alias}.recorded_at <= %(known)s"
        f" AND {alias}.withdrawn_at <= %(known)s"
    )


ORDER_KIND = (
    "CASE o.kind WHEN 'appeal' THEN 'increase' WHEN 'set_off' THEN 'set_off' ELSE 'order' END"
)
TWICE = "CROSS JOIN (VALUES (1), (-1)) AS s(sign)"
IN_PERIOD = "BETWEEN %(starts)s AND %(ends)s"
# What each order adds is kept with it; as it was known earlier, it is worked out from the orders known then.
KEPT = "o.increase_paise"


def _entries(adds: str) -> Query:
    """A wrong entry and its reversal stand on the same day, so that no year is bent by a correction."""
    return Query(
        f"SELECT o.id, {ORDER_KIND} AS what, o.ordered_on AS day, o.claim_id, o.authority_words AS words,"
        f" ({adds}) AS ordered, 0::bigint AS credited, FALSE AS proved, NULL::timestamptz AS reversed_at"
        f" FROM compensation_order o WHERE {standing('o')} AND o.kind <> 'rejection' AND o.ordered_on {IN_PERIOD}"
        f" UNION ALL SELECT o.id, CASE WHEN s.sign < 0 THEN 'reversal' ELSE {ORDER_KIND} END, o.ordered_on,"
        " o.claim_id, o.authority_words, s.sign * o.increase_paise, 0, FALSE, o.withdrawn_at"
        f" FROM compensation_order o {TWICE} WHERE {_gone('o')} AND o.kind <> 'rejection'"
        f" AND o.ordered_on {IN_PERIOD}"
        " UNION ALL SELECT p.id, 'credit', p.credited_on, p.claim_id, '', 0, p.amount_paise,"
        f" p.proof_id IS NOT NULL, NULL FROM compensation_payment p WHERE {standing('p')}"
        f" AND p.credited_on {IN_PERIOD}"
        " UNION ALL SELECT p.id, CASE WHEN s.sign < 0 THEN 'reversal' ELSE 'credit' END, p.credited_on,"
        " p.claim_id, '', 0, s.sign * p.amount_paise, FALSE, p.withdrawn_at"
        f" FROM compensation_payment p {TWICE} WHERE {_gone('p')} AND p.credited_on {IN_PERIOD}"
    )


LEDGER = _entries(ADDS)
LEDGER_NOW = _entries(KEPT)
# The page of entries is cut out first; only then is each told with its file.
LINES = (
    "SELECT l.*, f.number FROM (SELECT * FROM ({entries}) e"
    " ORDER BY e.day, e.id, e.reversed_at NULLS FIRST, e.what LIMIT %(limit)s OFFSET %(start)s) l"
    " JOIN compensation_claim c ON c.id = l.claim_id"
    " JOIN files_survivorfile f ON f.id = c.survivor_file_id"
    " ORDER BY l.day, l.id, l.reversed_at NULLS FIRST, l.what"
)
SUMS = (
    "SELECT count(*), COALESCE(sum(ordered), 0), COALESCE(sum(credited), 0),"
    " COALESCE(sum(credited) FILTER (WHERE proved), 0) FROM ({entries}) l"
)
CARRIED = (
    "SELECT COALESCE(sum(ordered), 0), COALESCE(sum(credited), 0) FROM (SELECT * FROM ({entries}) e"
    " ORDER BY e.day, e.id, e.reversed_at NULLS FIRST, e.what LIMIT %(start)s) l"
)
BALANCE = (
    "SELECT COALESCE((SELECT sum(a.amount_paise) FROM (SELECT DISTINCT ON (o.claim_id) o.amount_paise"
    f" FROM compensation_order o WHERE {standing('o')} AND o.kind <> 'rejection' AND o.ordered_on <= %(day)s"
    " ORDER BY o.claim_id, o.ordered_on DESC, o.id DESC) a), 0)"
    " - COALESCE((SELECT sum(p.amount_paise) FROM compensation_payment p"
    f" WHERE {standing('p')} AND p.credited_on <= %(day)s), 0)"
)
BALANCE_NOW = (
    f"SELECT COALESCE((SELECT sum({KEPT}) FROM compensation_order o WHERE {standing('o')}"
    " AND o.kind <> 'rejection' AND o.ordered_on <= %(day)s), 0)"
    " - COALESCE((SELECT sum(p.amount_paise) FROM compensation_payment p"
    f" WHERE {standing('p')} AND p.credited_on <= %(day)s), 0)"
)


@dataclass(frozen=True)
class Line:
    """One entry by the day on which it happened; ordered and credited stand apart."""

    id: uuid.UUID
    what: What
    day: date
    claim_id: uuid.UUID
    number: str
    words: str
    ordered: int
    credited: int
    proved: bool
    reversed_at: datetime | None


@dataclass(frozen=True)
class Ledger:
    """A period: what was outstanding before, its entries, their sums, what is outstanding after."""

    period: Period
    known_at: datetime
    before: int
    lines: tuple[Line, ...]
    count: int
    ordered: int
    credited: int
    proved: int
    after: int

    @property
    def adds_up(self) -> bool:
        """What was outstanding, and what was ordered, less what was credited, is what is outstanding."""
        return self.before + self.ordered - self.credited == self.after

    @property
    def is_whole(self) -> bool:
        """Whether every entry is in `lines`."""
        return len(self.lines) == self.count


def ledger_of(
    actor: Actor,
    period: Period,
    *,
    known_at: datetime | None = None,
    start: int = 0,
    limit: int = PAGE,
) -> Ledger:
    """The ledger of a period within her reach, as known at a moment, from an entry on. Raises NotAllowed."""
    require(actor, Permission.CLAIM_READ)
    scope = scope_of(actor, period, known_at)
    now = scope.known_at >= actor.now
    entries = (LEDGER_NOW if now else LEDGER).sql
    with connection.cursor() as cursor:
        cursor.execute(SUMS.format(entries=entries), scope.parameters())
        count, ordered, credited, proved = (int(value) for value in cursor.fetchone())
    return Ledger(
        period=period,
        known_at=scope.known_at,
        before=balance(scope, period.starts_on - timedelta(days=1), now=now),
        lines=tuple(_lines(scope, entries, start, limit)),
        count=count,
        ordered=ordered,
        credited=credited,
        proved=proved,
        after=balance(scope, period.ends_on, now=now),
    )


def carried_to(actor: Actor, period: Period, start: int) -> tuple[int, int]:
    """What the entries before one add up to as known now: ordered and credited. Raises NotAllowed."""
    require(actor, Permission.CLAIM_READ)
    scope = scope_of(actor, period)
    with connection.cursor() as cursor:
        said = {**scope.parameters(), "start": start}
        cursor.execute(CARRIED.format(entries=LEDGER_NOW.sql), said)
        ordered, credited = cursor.fetchone()
    return int(ordered), int(credited)


def balance(scope: Scope, day: date, *, now: bool = False) -> int:
    """Ordered and not yet credited at the end of a day, in paise; `now` as it is known today."""
    with connection.cursor() as cursor:
        said = {**scope.parameters(), "day": day}
        cursor.execute(BALANCE_NOW if now else BALANCE, said)
        return int(cursor.fetchone()[0])


def _lines(scope: Scope, entries: str, start: int, limit: int) -> list[Line]:
    with connection.cursor() as cursor:
        said = {**scope.parameters(), "limit": limit, "start": start}
        cursor.execute(LINES.format(entries=entries), said)
        names = [column[0] for column in cursor.description]
        rows: list[dict[str, Any]] = [dict(zip(names, row, strict=True)) for row in cursor]
    return [Line(**{**row, "what": What(row["what"])}) for row in rows]
