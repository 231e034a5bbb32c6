"""Figures that stand beside the achievements: her lawyer in court, who claims of those who could, interim relief, ageing.

They are asked one by one; the frozen report of a year does not hold them.
"""

from statistics import median
from typing import Any

from django.utils.translation import gettext_lazy as _

from tafteesh.domain.facts import sql
from tafteesh.domain.facts.figure import Figure, Indicator, Query, Scope, Value
from tafteesh.domain.facts.sql import standing
from tafteesh.domain.facts.sums import rupees, share
from tafteesh.domain.once.sql import newest, person

Rows = list[dict[str, Any]]
AGES = (30, 90, 180, 365)
INTERIM_DAYS = 60

APPEARANCES = Query(
    "SELECT a.assignment_id AS id, a.came = 'yes' AS counted FROM legalaid_appearance a"
    f" WHERE {standing('a')} AND a.on BETWEEN %(starts)s AND %(ends)s ORDER BY a.on, a.id"
)
ENTITLED = Query(
    "SELECT x.person AS id, bool_or(x.claimed) AS counted FROM ("
    f"SELECT {person('f.id')} AS person, f.scope IN ('trafficking', 'violence', 'both')"
    " AND (f.opened_earliest IS NULL OR f.opened_earliest <= %(as_of)s) AS could,"
    " EXISTS (SELECT FROM compensation_claim c WHERE c.survivor_file_id = f.id"
    f" AND {standing('c')} AND c.filed_on <= %(as_of)s) AS claimed, w.wish, w.answered_on"
    " FROM files_survivorfile f LEFT JOIN LATERAL (SELECT w.wish, w.answered_on FROM compensation_claimwish w"
    f" WHERE w.survivor_file_id = f.id AND {standing('w')} AND w.answered_on <= %(as_of)s"
    f" ORDER BY w.answered_on DESC, w.id DESC LIMIT 1) w ON TRUE WHERE {standing('f')}) x"
    f" GROUP BY x.person HAVING bool_or(x.could) AND COALESCE({newest('x.wish', 'x.answered_on')},"
    " 'not_asked') <> 'does_not_want' ORDER BY x.person"
)
INTERIM = Query(
    "SELECT c.id, EXISTS (SELECT FROM compensation_order o JOIN compensation_payment p"
    f" ON p.claim_id = o.claim_id AND {standing('p')} WHERE o.claim_id = c.id AND {standing('o')}"
    " AND o.kind = 'interim' AND p.credited_on >= o.ordered_on"
    f" AND p.credited_on - c.filed_on <= {INTERIM_DAYS}) AS counted FROM compensation_claim c"
    f" WHERE {standing('c')} AND c.filed_on BETWEEN %(starts)s AND %(ends)s ORDER BY c.filed_on, c.id"
)

# The last award of a claim in the period beside the most that the scheme gives for the heads that were recorded.
OF_THE_MOST = Query(
    "SELECT DISTINCT ON (o.claim_id) o.id, o.amount_paise AS ordered, h.allowed FROM compensation_order o"
    " JOIN (SELECT x.order_id, sum(l.max_paise) AS allowed FROM compensation_orderhead x"
    f" JOIN law_headofloss l ON l.id = x.head_id WHERE {standing('x')} GROUP BY x.order_id"
    " HAVING bool_and(l.max_paise IS NOT NULL)) h ON h.order_id = o.id"
    f" WHERE {standing('o')} AND o.kind NOT IN ('rejection', 'set_off')"
    " AND o.ordered_on BETWEEN %(starts)s AND %(ends)s ORDER BY o.claim_id, o.ordered_on DESC, o.id DESC"
)


def _part(name: str, about: str, rows: Rows) -> Figure:
    """A share: those that count, of all of them."""
    counted = [row["id"] for row in rows if row["counted"]]
    values: dict[str, Value] = {
        "value": share(len(counted), len(rows)),
        "counted": len(counted),
        "of": len(rows),
    }
    every = tuple(row["id"] for row in rows)
    return Figure(name, values, about, every, frozenset(counted))


def j8(rows: Rows, _scope: Scope) -> Figure:
    return _part("J8", "legalaid.Assignment", rows)


def j12(rows: Rows, _scope: Scope) -> Figure:
    return _part("J12", "files.SurvivorFile", rows)


def j13(rows: Rows, _scope: Scope) -> Figure:
    return _part("J13", "compensation.Claim", rows)


def j14(rows: Rows, _scope: Scope) -> Figure:
    values: dict[str, Value] = {
        "value": rupees(sum(row["paise"] for row in rows)),
        "claims": len(rows),
    }
    values |= {f"over_{age}": sum(row["days"] > age for row in rows) for age in AGES}
    return Figure("J14", values, "compensation.Claim", tuple(row["id"] for row in rows))


def j15(rows: Rows, _scope: Scope) -> Figure:
    ordered, allowed = (sum(row[name] for row in rows) for name in ("ordered", "allowed"))
    each = [row["ordered"] * 100 / row["allowed"] for row in rows]
    values: dict[str, Value] = {
        "value": share(ordered, allowed),
        "ordered": rupees(ordered),
        "allowed": rupees(allowed),
        "middle": round(median(each), 1) if each else None,
        "claims": len(rows),
    }
    return Figure("J15", values, "compensation.Order", tuple(row["id"] for row in rows))


BESIDE: tuple[Indicator, ...] = (
    Indicator(
        "J8",
        _("Her lawyer in court"),
        _("Hearings in the period to which her lawyer came, of hearings of which it was recorded."),
        _("per cent of recorded hearings"),
        _("hearings to which her lawyer came"),
        APPEARANCES,
        j8,
        denominator=_("hearings of which it was recorded whether her lawyer came"),
        exclusions=_(
            "A hearing to which another lawyer was sent counts as one to which hers did not come."
        ),
        labels={"counted": _("came"), "of": _("recorded")},
    ),
    Indicator(
        "J12",
        _("Claimed, of those who could"),
        _(
            "Survivors with a filed claim on the last day, of survivors who could claim and did not say no."
        ),
        _("per cent of survivors"),
        _("survivors with a filed claim"),
        ENTITLED,
        j12,
        denominator=_("survivors who could claim and did not say that they want none"),
        exclusions=_("Files in which it is not known yet what was done to her."),
        labels={"counted": _("claimed"), "of": _("could claim")},
    ),
    Indicator(
        "J13",
        _("Interim relief"),
        _("Claims filed in the period on which interim money came within sixty days of filing."),
        _("per cent of claims"),
        _("claims with interim money within 60 days"),
        INTERIM,
        j13,
        denominator=_("claims filed in the period"),
        labels={"counted": _("within 60 days"), "of": _("claims filed")},
    ),
    Indicator(
        "J14",
        _("Ordered and not paid, by age"),
        _(
            "What was ordered and had not come by the last day, and how many claims waited how long."
        ),
        _("rupees"),
        _("last award less all credits"),
        sql.WAITING,
        j14,
        labels={
            "claims": _("claims"),
            "over_30": _("over 30 days"),
            "over_90": _("over 90 days"),
            "over_180": _("over 180 days"),
            "over_365": _("over 365 days"),
        },
    ),
    Indicator(
        "J15",
        _("Ordered, of the most that the scheme gives"),
        _(
            "Rupees of the last award of each claim in the period, of the most that its scheme gives for the heads that were recorded with the order."
        ),
        _("per cent of the most"),
        _("rupees ordered"),
        OF_THE_MOST,
        j15,
        denominator=_("rupees that the scheme gives at most for those heads"),
        exclusions=_(
            "Orders whose heads were not recorded; heads whose most is not in the list of law."
        ),
        labels={
            "ordered": _("rupees ordered"),
            "allowed": _("rupees at most"),
            "middle": _("middle one, per cent"),
            "claims": _("claims"),
        },
    ),
)
