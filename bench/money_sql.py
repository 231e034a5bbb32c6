"""The ledger, the unpaid list and the days of waiting as a good engineer would write them by hand: base tables only."""

from datetime import date

from bench.sql import Asking

STANDS = "withdrawn_at IS NULL"
# What waited at the end of a day: the award in force less what was proved, by claim.
WAITS = (
    "WITH award AS (SELECT DISTINCT ON (claim_id) claim_id, survivor_file_id, amount_paise, authority_words,"
    " min(ordered_on) OVER (PARTITION BY claim_id) AS first_on FROM compensation_order"
    f" WHERE {STANDS} AND kind <> 'rejection' AND ordered_on <= %(day)s"
    " ORDER BY claim_id, ordered_on DESC), paid AS (SELECT claim_id, sum(amount_paise) AS paise"
    f" FROM compensation_payment WHERE {STANDS} AND proof_id IS NOT NULL AND credited_on <= %(day)s"
    " GROUP BY 1), waits AS MATERIALIZED (SELECT a.*, a.amount_paise - COALESCE(p.paise, 0) AS waiting FROM award a"
    " LEFT JOIN paid p USING (claim_id) WHERE a.amount_paise > COALESCE(p.paise, 0))"
)
UNPAID = (
    f"{WAITS}, ranked AS (SELECT *, row_number() OVER (PARTITION BY authority_words"
    " ORDER BY first_on, claim_id) AS place, count(*) OVER of AS claims, sum(waiting) OVER of AS owed,"
    " count(*) FILTER (WHERE first_on < %(day)s::date - 365) OVER of AS old FROM waits"
    " WINDOW of AS (PARTITION BY authority_words)) SELECT r.*, c.number, c.asked_paise, f.number FROM ranked r"
    " JOIN compensation_claim c ON c.id = r.claim_id JOIN files_survivorfile f ON f.id = c.survivor_file_id"
    " WHERE r.place <= 5 ORDER BY owed DESC, place"
)
WHOLE = (
    f"{WAITS} SELECT count(*), count(DISTINCT survivor_file_id), sum(waiting), min(first_on),"
    " percentile_disc(0.5) WITHIN GROUP (ORDER BY first_on DESC) FROM waits"
)
ENTRIES = (
    "SELECT o.id, o.kind, o.ordered_on AS day, o.claim_id, o.increase_paise AS ordered, 0 AS credited,"
    f" false AS proved FROM compensation_order o WHERE {STANDS} AND o.kind <> 'rejection'"
    " AND o.ordered_on BETWEEN %(starts)s AND %(ends)s UNION ALL SELECT p.id, 'credit', p.credited_on,"
    " p.claim_id, 0, p.amount_paise, p.proof_id IS NOT NULL FROM compensation_payment p"
    f" WHERE {STANDS} AND p.credited_on BETWEEN %(starts)s AND %(ends)s"
)
LINES = (
    f"SELECT l.*, f.number FROM ({ENTRIES}) l JOIN compensation_claim c ON c.id = l.claim_id"
    " JOIN files_survivorfile f ON f.id = c.survivor_file_id ORDER BY l.day, l.id LIMIT 100"
)
SUMS = f"SELECT count(*), sum(ordered), sum(credited), sum(credited) FILTER (WHERE proved) FROM ({ENTRIES}) l"
BALANCE = (
    "SELECT (SELECT sum(increase_paise) FROM compensation_order"
    f" WHERE {STANDS} AND kind <> 'rejection' AND ordered_on <= %(day)s)"
    f" - (SELECT sum(amount_paise) FROM compensation_payment WHERE {STANDS} AND credited_on <= %(day)s)"
)
DAYS = (
    "WITH o AS (SELECT claim_id, min(ordered_on) AS first_on FROM compensation_order"
    f" WHERE {STANDS} AND kind <> 'rejection' GROUP BY 1)"
    " SELECT COALESCE(o.first_on, %(day)s) - c.filed_on AS days, o.first_on IS NOT NULL, count(*)"
    " FROM compensation_claim c LEFT JOIN o ON o.claim_id = c.id"
    f" WHERE c.{STANDS} GROUP BY 1, 2"
)


def unpaid(asking: Asking, day: date) -> int:
    """The list of a day by authority, the longest of each, and the sum over all of them."""
    with asking.transaction() as on:
        rows = on.execute(UNPAID, {"day": day}).fetchall()
        on.execute(WHOLE, {"day": day}).fetchall()
    return len(rows)


def ledger(asking: Asking, starts: date, ends: date) -> int:
    """The first lines of a year, its sums, and both balances."""
    said = {"starts": starts, "ends": ends}
    with asking.transaction() as on:
        rows = on.execute(LINES, said).fetchall()
        on.execute(SUMS, said).fetchall()
        for day in (starts.replace(month=3, day=31), ends):
            on.execute(BALANCE, {"day": day}).fetchall()
    return len(rows)


def days_of_waiting(asking: Asking, day: date) -> int:
    """From application to order, by days: how many were done and how many still wait."""
    with asking.transaction() as on:
        return len(on.execute(DAYS, {"day": day}).fetchall())
