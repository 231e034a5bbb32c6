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


# Each table is read once, whatever the number of claims. A rejection ends the waiting for an order without
# one: the claim is counted as waiting until then. `full_on` is the day on which all credits reached the
# award in force; an order that was set off whole is waited for until then and no longer.
AWARDS = (
    "SELECT a.claim_id, min(a.ordered_on) AS first_on, max(a.ordered_on) AS last_on,"
    " (array_agg(a.amount_paise ORDER BY a.ordered_on DESC, a.id DESC))[1] AS award"
    f" FROM compensation_order a WHERE {standing('a')} AND a.kind <> 'rejection'"
    " AND a.ordered_on <= %(as_of)s GROUP BY a.claim_id"
)
FIRSTS = (
    "SELECT a.claim_id, min(a.ordered_on) AS first_on FROM compensation_order a"
    f" WHERE {standing('a')} AND a.kind <> 'rejection' AND a.ordered_on <= %(as_of)s GROUP BY a.claim_id"
)
REJECTED = (
    "SELECT a.claim_id, min(a.ordered_on) AS rejected_on FROM compensation_order a"
    f" WHERE {standing('a')} AND a.kind = 'rejection' AND a.ordered_on <= %(as_of)s GROUP BY a.claim_id"
)
FULL = (
    "SELECT t.claim_id, min(t.credited_on) AS full_on FROM (SELECT b.claim_id, b.credited_on,"
    " sum(b.amount_paise) OVER (PARTITION BY b.claim_id ORDER BY b.credited_on, b.id) AS so_far"
    f" FROM compensation_payment b WHERE {standing('b')} AND b.credited_on <= %(as_of)s) t"
    " JOIN o ON o.claim_id = t.claim_id WHERE t.so_far >= o.award GROUP BY t.claim_id"
)
CLAIMS = "FROM compensation_claim c LEFT JOIN o ON o.claim_id = c.id"
DAYS = {
    Wait.TO_ORDER: (
        f"WITH o AS ({FIRSTS}), r AS ({REJECTED}) SELECT c.filed_on AS start, o.first_on AS done_on,"
        f" r.rejected_on AS closed_on, c.filed_at_words AS authority {CLAIMS}"
        f" LEFT JOIN r ON r.claim_id = c.id WHERE {standing('c')}"
    ),
    Wait.TO_CREDIT: (
        f"WITH o AS ({AWARDS}), p AS ({FULL}) SELECT o.first_on AS start, p.full_on AS done_on,"
        " CASE WHEN o.award = 0 THEN o.last_on END AS closed_on, c.filed_at_words AS authority"
        f" {CLAIMS} LEFT JOIN p ON p.claim_id = c.id WHERE {standing('c')} AND o.first_on IS NOT NULL"
    ),
    Wait.ALL: (
        f"WITH o AS ({AWARDS}), r AS ({REJECTED}), p AS ({FULL}) SELECT c.filed_on AS start,"
        " p.full_on AS done_on, CASE WHEN o.first_on IS NULL THEN r.rejected_on"
        " WHEN o.award = 0 THEN o.last_on END AS closed_on, c.filed_at_words AS authority"
        f" {CLAIMS} LEFT JOIN r ON r.claim_id = c.id LEFT JOIN p ON p.claim_id = c.id"
        f" WHERE {standing('c')}"
    ),
}
UNTIL = "COALESCE(d.done_on, d.closed_on, %(as_of)s::date)"


def _sql(wait: Wait) -> str:
    return (
        f"SELECT {UNTIL} - d.start AS days, d.done_on IS NOT NULL AS done, count(*) FROM ({DAYS[wait]}) d"
        f" WHERE d.start <= %(as_of)s AND {UNTIL} >= d.start"
        " AND (%(from)s::date IS NULL OR d.start BETWEEN %(from)s AND %(to)s)"
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
