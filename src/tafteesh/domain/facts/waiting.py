"""How long survivors wait for an order and for money, with those still waiting counted as waiting."""

from collections import Counter
from dataclasses import dataclass

from django.db import connection
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.facts.figure import Scope
from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.queries import scope_of
from tafteesh.domain.facts.sql import standing
from tafteesh.domain.facts.survival import FEWEST_AT_RISK, Curve, from_counts
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import counting
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission

DAYS_A_YEAR = 365


class Wait(TextChoices):
    """From which day to which day."""

    TO_ORDER = "to_order", _("From application to order")
    TO_CREDIT = "to_credit", _("From order to the whole amount in her account")
    ALL = "all", _("From application to the whole amount in her account")


# One row a claim: its days. A rejection ends the waiting for an order without one: the claim is counted as
# waiting until then. `full_on` is the day on which all credits reached the award in force.
DAYS = (
    "SELECT c.id, c.filed_on, c.filed_at_words AS authority, o.first_on, r.rejected_on, p.full_on"
    " FROM compensation_claim c"
    " LEFT JOIN (SELECT a.claim_id, min(a.ordered_on) AS first_on,"
    " (array_agg(a.amount_paise ORDER BY a.ordered_on DESC, a.id DESC))[1] AS award"
    f" FROM compensation_order a WHERE {standing('a')} AND a.kind <> 'rejection'"
    " AND a.ordered_on <= %(as_of)s GROUP BY a.claim_id) o ON o.claim_id = c.id"
    " LEFT JOIN (SELECT a.claim_id, min(a.ordered_on) AS rejected_on FROM compensation_order a"
    f" WHERE {standing('a')} AND a.kind = 'rejection' AND a.ordered_on <= %(as_of)s"
    " GROUP BY a.claim_id) r ON r.claim_id = c.id"
    " LEFT JOIN LATERAL (SELECT min(t.credited_on) AS full_on FROM (SELECT b.credited_on,"
    " sum(b.amount_paise) OVER (ORDER BY b.credited_on, b.id) AS so_far"
    f" FROM compensation_payment b WHERE b.claim_id = c.id AND {standing('b')}"
    " AND b.credited_on <= %(as_of)s) t WHERE t.so_far >= o.award) p ON o.award IS NOT NULL"
    f" WHERE {standing('c')}"
)
STARTS = {Wait.TO_ORDER: "d.filed_on", Wait.TO_CREDIT: "d.first_on", Wait.ALL: "d.filed_on"}
ENDS = {Wait.TO_ORDER: "d.first_on", Wait.TO_CREDIT: "d.full_on", Wait.ALL: "d.full_on"}
CLOSED = {
    Wait.TO_ORDER: "d.rejected_on",
    Wait.TO_CREDIT: "NULL::date",
    Wait.ALL: "CASE WHEN d.first_on IS NULL THEN d.rejected_on END",
}


def _sql(wait: Wait) -> str:
    start, end, closed = STARTS[wait], ENDS[wait], CLOSED[wait]
    until = f"COALESCE({end}, {closed}, %(as_of)s::date)"
    return (
        f"SELECT {until} - {start} AS days, {end} IS NOT NULL AS done, count(*) FROM ({DAYS}) d"
        f" WHERE {start} <= %(as_of)s AND {until} >= {start}"
        f" AND (%(from)s::date IS NULL OR {start} BETWEEN %(from)s AND %(to)s)"
        " AND (%(authority)s::text IS NULL OR d.authority = %(authority)s) GROUP BY 1, 2"
    )


AUTHORITIES = (
    "SELECT c.filed_at_words, count(*) FROM compensation_claim c"
    f" WHERE {standing('c')} AND c.filed_on <= %(as_of)s AND c.filed_at_words <> ''"
    " GROUP BY 1 HAVING count(*) >= %(fewest)s ORDER BY 2 DESC, 1 LIMIT 30"
)


@dataclass(frozen=True)
class Asked:
    """Which claims: of an authority, begun in a year; empty is all."""

    authority: str | None = None
    year: Period | None = None


@dataclass(frozen=True)
class Told:
    """A curve, and how many were still waiting and watched as time passed."""

    curve: Curve
    risk: tuple[tuple[int, int], ...]  # months, how many
    last_month: int


def waiting_curve(actor: Actor, wait: Wait, asked: Asked) -> Told:
    """The curve of one wait over the whole organisation. Raises NotAllowed."""
    require(actor, Permission.FIGURES_READ)
    with counting(actor):
        return _curve(scope_of(actor, Period.containing(actor.today)), wait, asked)


def _curve(scope: Scope, wait: Wait, asked: Asked) -> Told:
    done: Counter[int] = Counter()
    waits: Counter[int] = Counter()
    more = {
        "from": asked.year.starts_on if asked.year else None,
        "to": asked.year.ends_on if asked.year else None,
        "authority": asked.authority,
    }
    with connection.cursor() as cursor:
        cursor.execute(_sql(wait), {**scope.parameters(), **more})
        for days, is_done, count in cursor:
            (done if is_done else waits)[days] += count
    both = done + waits
    years = max(both, default=0) // DAYS_A_YEAR + 1
    months = range(0, 12 * years + 1, 12 * (1 + years // 6))
    risk = tuple((m, sum(n for d, n in both.items() if d >= m * DAYS_A_YEAR / 12)) for m in months)
    return Told(from_counts(done, waits), risk, 12 * years)


def authorities(actor: Actor) -> list[str]:
    """Authorities with enough claims for a curve, the busiest first. Raises NotAllowed."""
    require(actor, Permission.FIGURES_READ)
    with counting(actor), connection.cursor() as cursor:
        scope = scope_of(actor, Period.containing(actor.today))
        cursor.execute(AUTHORITIES, {**scope.parameters(), "fewest": FEWEST_AT_RISK})
        return [row[0] for row in cursor]
