"""The SQL behind the figures. Each is a list of records by event date, as known at a moment.

STANDING says "known by then, and not withdrawn by then"; it stands in every query, so any figure can be
told again as it was.
"""

from tafteesh.domain.facts.figure import Query
from tafteesh.domain.once.sql import ONE_PERSON_NOW, files_of, newest, person


def standing(alias: str) -> str:
    """The condition that a row was known at the moment asked and had not been withdrawn."""
    return (
        f"{alias}.organisation_id = ANY(%(organisations)s) AND {alias}.recorded_at <= %(known)s"
        f" AND ({alias}.withdrawn_at IS NULL OR {alias}.withdrawn_at > %(known)s)"
    )


def standing_now(alias: str) -> str:
    """The condition that a row stands: what indexes of standing rows can answer."""
    return f"{alias}.organisation_id = ANY(%(organisations)s) AND {alias}.withdrawn_at IS NULL"


def in_force(table: str, key: str, alias: str, *, unknown: str = "FALSE") -> str:
    """The condition that a spell held on the day asked, as far as was known then.

    The end of a spell is written when the next one is recorded: one that ended only because of a spell
    that was not known yet goes on. `unknown` says what else makes the next one `n` not known.
    """
    known = f"({standing('n')}) AND NOT ({unknown})"
    return (
        f"{alias}.starts_on <= %(as_of)s AND NOT EXISTS (SELECT FROM {table} n WHERE"
        f" n.{key} = {alias}.{key} AND n.starts_on > {alias}.starts_on"
        f" AND n.starts_on <= %(as_of)s AND {known})"
        f" AND ({alias}.ends_on IS NULL OR {alias}.ends_on > %(as_of)s OR EXISTS (SELECT FROM {table} n"
        f" WHERE n.{key} = {alias}.{key} AND n.starts_on = {alias}.ends_on AND NOT ({known})))"
    )


def then(alias: str, column: str) -> str:
    """The value of a column as it was known at the moment asked: a later correction does not reach back."""
    return (
        f"(CASE WHEN {corrected(alias, column)} THEN (SELECT x.old ->> '{column}' FROM quality_fieldchange x"
        f" WHERE x.row_id = {alias}.id AND x.recorded_at > %(known)s AND x.old ? '{column}'"
        f" ORDER BY x.recorded_at, x.id LIMIT 1) ELSE {alias}.{column}::text END)"
    )


def corrected(alias: str, column: str) -> str:
    """The condition that the column was corrected in its row after the moment asked."""
    return (
        f"{alias}.id = ANY(ARRAY(SELECT x.row_id FROM quality_fieldchange x"
        f" WHERE x.recorded_at > %(known)s AND x.old ? '{column}'))"
    )


OFFICIAL_LEVELS = (
    "'gp', 'bdo', 'police_station', 'ahtu', 'cid', 'sp', 'dlsa', 'slsa', 'dm', 'state', 'national'"
)
ACTIVE = f"s.status = 'active' AND {in_force('files_filestatusspell', 'survivor_file_id', 's')}"


def _meetings(levels: str) -> Query:
    return Query(
        f"SELECT m.id, m.level, m.on AS day FROM meetings_meeting m WHERE {standing('m')}"
        f" AND m.on BETWEEN %(starts)s AND %(ends)s AND m.level IN ({levels}) ORDER BY m.on, m.id"
    )


GP_AND_BLOCK_MEETINGS = _meetings("'gp', 'bdo'")
# What passes with the AHTU of the CID: meetings, and letters to an AHTU or the CID with their answers.
CID_WORK = Query(
    "SELECT 'meeting' AS what, m.id, m.on AS day, false AS in_time FROM meetings_meeting m WHERE"
    f" {standing('m')} AND m.on BETWEEN %(starts)s AND %(ends)s AND m.level = 'cid'"
    " UNION ALL SELECT 'letter', l.id, l.sent_on, (l.answered_on <= l.sent_on + 30 AND NOT l.is_reply_oral"
    " AND COALESCE(l.answered_recorded_at, l.recorded_at) <= %(known)s) IS TRUE"
    f" FROM proceedings_letter l WHERE {standing('l')}"
    " AND (l.kind IN ('to_ahtu', 'to_cid') OR l.addressee_words ~* '\\m(ahtu|cid)\\M')"
    " AND l.sent_on BETWEEN %(starts)s AND %(ends)s"
    " AND COALESCE(l.sent_recorded_at, l.recorded_at) <= %(known)s ORDER BY 1 DESC, 3, 2"
)
PARTNER_MEETINGS = _meetings("'partner'")
DM_AND_BLOCK_MEETINGS = _meetings("'dm', 'bdo'")
OFFICIAL_MEETINGS = Query(
    f"SELECT m.id, m.level, m.brief_attached FROM meetings_meeting m WHERE {standing('m')}"
    f" AND m.on BETWEEN %(starts)s AND %(ends)s AND m.level IN ({OFFICIAL_LEVELS}) ORDER BY m.on, m.id"
)

# Each FIR once, at the last AHTU or CID that received its papers in the period.
TRANSFERS = Query(
    "SELECT DISTINCT ON (s.fir_id) s.id, s.fir_id, s.agency_kind, s.agency_words,"
    " s.requested_on, s.ordered_on, s.received_on"
    f" FROM proceedings_investigationspell s WHERE {standing('s')}"
    " AND s.agency_kind IN ('ahtu', 'cid') AND s.received_on BETWEEN %(starts)s AND %(ends)s"
    " AND s.received_recorded_at <= %(known)s"
    " ORDER BY s.fir_id, s.received_on DESC, s.id DESC"
)
AHTU_WORK = Query(
    "SELECT 'spell' AS what, t.id, t.agency_kind, t.agency_words FROM"
    f" ({TRANSFERS.sql}) t"
    " UNION ALL SELECT 'meeting', m.id, m.level, '' FROM meetings_meeting m WHERE"
    f" {standing('m')} AND m.on BETWEEN %(starts)s AND %(ends)s AND m.level = 'ahtu'"
    " UNION ALL SELECT DISTINCT ON (s.agency_words) 'unit', s.id, s.agency_kind, s.agency_words"
    f" FROM proceedings_investigationspell s WHERE {standing('s')} AND s.agency_kind = 'ahtu'"
    " ORDER BY 1, 2"
)


def _presence(levels: str) -> Query:
    """One person at one meeting counts once, though two of her files may say that she was there."""
    return Query(
        "SELECT x.id, x.survivor_file_id, x.days, x.level FROM (SELECT DISTINCT ON (p.person, p.meeting_id)"
        " p.id, p.person AS survivor_file_id, p.days, p.level, p.on FROM (SELECT a.id, a.meeting_id,"
        f" {person('a.survivor_file_id')} AS person, m.days, m.level, m.on FROM meetings_attendance a"
        f" JOIN meetings_meeting m ON m.id = a.meeting_id WHERE {standing('a')} AND {standing('m')}"
        f" AND m.on BETWEEN %(starts)s AND %(ends)s AND m.level IN ({levels})) p"
        " ORDER BY p.person, p.meeting_id, p.id) x ORDER BY x.on, x.id"
    )


FORUM_PRESENCE = _presence("'ilfat', 'iwg'")
PRESENCE = _presence(f"{OFFICIAL_LEVELS}, 'ilfat', 'iwg'")

STRATEGY = Query(
    "SELECT o.id, v.number, o.indicator <> '' AND o.owner_id IS NOT NULL AS live"
    " FROM facts_strategyversion v JOIN facts_objective o ON o.version_id = v.id WHERE"
    f" {standing('v')} AND {standing('o')} AND v.approved_on <= %(ends)s AND v.number ="
    " (SELECT max(w.number) FROM facts_strategyversion w WHERE w.organisation_id = v.organisation_id"
    f" AND w.approved_on <= %(ends)s AND {standing('w')}) ORDER BY o.ordinal, o.id"
)

# What an order adds to the award that was in force the day before: an interim order is taken into the
# final one, and an appeal's increase belongs to the day of the appeal order.
ADDS = (
    "o.amount_paise - COALESCE((SELECT b.amount_paise FROM compensation_order b"
    f" WHERE b.claim_id = o.claim_id AND {standing('b')} AND b.kind <> 'rejection'"
    " AND (b.ordered_on, b.id) < (o.ordered_on, o.id)"
    " ORDER BY b.ordered_on DESC, b.id DESC LIMIT 1), 0)"
)
# Money: an order and a credit are never one number.
MONEY = Query(
    f"SELECT CASE o.kind WHEN 'set_off' THEN 'set_off' ELSE 'order' END AS what, o.id, {ADDS} AS paise FROM compensation_order o WHERE"
    f" {standing('o')} AND o.kind <> 'rejection' AND o.ordered_on BETWEEN %(starts)s AND %(ends)s"
    " UNION ALL SELECT 'credit', p.id, p.amount_paise FROM compensation_payment p WHERE"
    f" {standing('p')} AND p.credited_on BETWEEN %(starts)s AND %(ends)s ORDER BY 1, 2"
)
# Ordered and not yet in her account at the end of the period: the last award less all credits.
WAITING = Query(
    "WITH award AS (SELECT DISTINCT ON (o.claim_id) o.claim_id, o.amount_paise,"
    " min(o.ordered_on) OVER (PARTITION BY o.claim_id) AS first_on"
    f" FROM compensation_order o WHERE {standing('o')} AND o.kind <> 'rejection'"
    " AND o.ordered_on <= %(as_of)s ORDER BY o.claim_id, o.ordered_on DESC, o.id DESC),"
    " paid AS (SELECT p.claim_id, sum(p.amount_paise) AS paise FROM compensation_payment p WHERE"
    f" {standing('p')} AND p.credited_on <= %(as_of)s GROUP BY p.claim_id)"
    " SELECT a.claim_id AS id, a.amount_paise - COALESCE(paid.paise, 0) AS paise, a.first_on,"
    " %(as_of)s::date - a.first_on AS days FROM award a LEFT JOIN paid ON paid.claim_id = a.claim_id"
    f" JOIN compensation_claim c ON c.id = a.claim_id AND {standing('c')}"
    " WHERE a.amount_paise > COALESCE(paid.paise, 0) ORDER BY a.first_on, a.claim_id"
)
FILED = f"{then('c', 'filed_on')}::date"
CLAIMS_FILED = Query(
    f"SELECT c.id, {then('c', 'signed_by_kind')} AS signed_by_kind,"
    f" {then('c', 'drafted_by_kind')} AS drafted_by_kind, {FILED} AS filed_on,"
    " (SELECT min(o.ordered_on) FROM compensation_order o WHERE o.claim_id = c.id AND"
    f" {standing('o')}) AS decided_on,"
    " (SELECT count(*) FROM compensation_order o WHERE o.claim_id = c.id AND o.kind <> 'rejection' AND"
    f" {standing('o')}) AS awards"
    f" FROM compensation_claim c WHERE {standing('c')}"
    f" AND (c.filed_on BETWEEN %(starts)s AND %(ends)s OR {corrected('c', 'filed_on')})"
    f" AND {FILED} BETWEEN %(starts)s AND %(ends)s ORDER BY 4, c.id"
)
DAYS_TO_MONEY = Query(
    "SELECT c.id, CASE WHEN f.first_on BETWEEN %(starts)s AND %(ends)s"
    f" THEN f.first_on - {FILED} END AS to_order,"
    " CASE WHEN p.first_on BETWEEN %(starts)s AND %(ends)s THEN p.first_on - f.first_on END AS to_credit,"
    f" CASE WHEN p.first_on BETWEEN %(starts)s AND %(ends)s THEN p.first_on - {FILED} END AS all_days"
    " FROM compensation_claim c"
    " LEFT JOIN (SELECT o.claim_id, min(o.ordered_on) AS first_on FROM compensation_order o WHERE"
    f" {standing('o')} AND o.kind <> 'rejection' GROUP BY o.claim_id) f ON f.claim_id = c.id"
    " LEFT JOIN (SELECT p.claim_id, min(p.credited_on) AS first_on FROM compensation_payment p WHERE"
    f" {standing('p')} GROUP BY p.claim_id) p ON p.claim_id = c.id"
    f" WHERE {standing('c')} AND (f.first_on BETWEEN %(starts)s AND %(ends)s"
    " OR p.first_on BETWEEN %(starts)s AND %(ends)s) ORDER BY c.id"
)
APPEAL_GAIN = Query(
    "SELECT o.id, o.increase_paise AS paise, o.amount_paise - o.increase_paise AS before"
    f" FROM compensation_order o WHERE {standing('o')} AND o.kind = 'appeal' AND o.amount_paise > 0"
    " AND o.ordered_on BETWEEN %(starts)s AND %(ends)s ORDER BY o.ordered_on, o.id"
)

# Persons active on the last day of the period, wanting a lawyer or not asked, and whether one acts free of cost.
REPRESENTATION = Query(
    f"SELECT x.person AS id, bool_or(x.covered) AS covered FROM (SELECT {person('s.survivor_file_id')} AS person,"
    " EXISTS (SELECT FROM legalaid_assignment a WHERE"
    f" a.survivor_file_id = s.survivor_file_id AND {standing('a')}"
    " AND a.lawyer_kind IN ('panel', 'programme', 'private_paid_by_us') AND a.starts_on <= %(as_of)s"
    " AND (a.ends_on IS NULL OR a.ends_on > %(as_of)s OR a.ends_recorded_at > %(known)s)) AS covered,"
    " n.need, n.starts_on FROM files_filestatusspell s LEFT JOIN LATERAL (SELECT n.need, n.starts_on"
    " FROM legalaid_legalaidneed n WHERE"
    f" n.survivor_file_id = s.survivor_file_id AND {standing('n')} AND n.starts_on <= %(as_of)s"
    " ORDER BY n.starts_on DESC, n.id DESC LIMIT 1) n ON TRUE"
    f" WHERE {standing('s')} AND {ACTIVE}) x GROUP BY x.person"
    f" HAVING COALESCE({newest('x.need', 'x.starts_on')}, 'wants') = 'wants' ORDER BY x.person"
)
LEGAL_AID_DELAY = Query(
    "SELECT r.id, r.answered_on - r.requested_on AS days FROM legalaid_legalaidrequest r WHERE"
    f" {standing('r')} AND r.requested_on BETWEEN %(starts)s AND %(ends)s ORDER BY r.requested_on, r.id"
)

CORRECTIONS = Query(
    "SELECT x.id, x.filed, x.decided, x.result, x.days FROM (SELECT c.id,"
    " COALESCE(c.filed_on BETWEEN %(starts)s AND %(ends)s, FALSE) AS filed,"
    " COALESCE(c.result IN ('allowed', 'partly', 'rejected') AND c.decided_recorded_at <= %(known)s"
    " AND c.decided_on BETWEEN %(starts)s AND %(ends)s, FALSE) AS decided,"
    " c.result, c.decided_on - c.filed_on AS days"
    f" FROM proceedings_correction c WHERE {standing('c')}) x WHERE x.filed OR x.decided ORDER BY x.id"
)
# FIRs with a section that belongs to an AHTU, and who has them on the day asked.
REGISTERED = f"{then('f', 'registered_latest')}::date"
NOT_RECEIVED_YET = "n.received_on IS NOT NULL AND n.received_recorded_at > %(known)s"
AHTU_COVERAGE = Query(
    "SELECT f.id, EXISTS (SELECT FROM proceedings_investigationspell s WHERE s.fir_id = f.id AND"
    f" {standing('s')} AND s.agency_kind IN ('ahtu', 'cid')"
    " AND (s.received_on IS NULL OR s.received_recorded_at <= %(known)s) AND "
    f"{in_force('proceedings_investigationspell', 'fir_id', 's', unknown=NOT_RECEIVED_YET)}) AS with_ahtu,"
    " (SELECT min(r.received_on) - f.registered_earliest FROM proceedings_investigationspell r WHERE"
    f" r.fir_id = f.id AND {standing('r')} AND r.agency_kind IN ('ahtu', 'cid')"
    " AND r.received_recorded_at <= %(known)s AND r.received_on <= %(as_of)s) AS days"
    f" FROM proceedings_fir f WHERE {standing('f')} AND {REGISTERED} <= %(as_of)s"
    f" AND EXISTS (SELECT FROM proceedings_firsection x WHERE x.fir_id = f.id AND {standing('x')}"
    " AND EXISTS (SELECT FROM law_section l JOIN law_act a ON a.id = l.act_id"
    " WHERE a.short_name = x.act_words AND l.number IN (x.number_words, split_part(x.number_words, '(', 1))"
    " AND (l.is_trafficking OR l.calls_for_ahtu OR l.is_itpa))) ORDER BY f.id"
)

PROMISES = Query(
    "SELECT p.id, p.due_on, p.state = 'kept' AND p.kept_on <= p.due_on AS in_time, p.state"
    f" FROM meetings_promise p WHERE {standing('p')}"
    " AND p.made_on BETWEEN %(starts)s AND %(ends)s ORDER BY p.made_on, p.id"
)
DEMANDS_AND_PROMISES = Query(
    "SELECT 'demand' AS what, d.id, NULL::date AS due_on, NULL::date AS kept_on, '' AS state"
    f" FROM meetings_demand d JOIN meetings_meeting m ON m.id = d.meeting_id WHERE {standing('d')}"
    f" AND {standing('m')} AND m.on BETWEEN %(starts)s AND %(ends)s UNION ALL"
    " SELECT 'promise', p.id, p.due_on, p.kept_on, p.state FROM meetings_promise p WHERE"
    f" {standing('p')} AND p.made_on BETWEEN %(starts)s AND %(ends)s ORDER BY 1, 2"
)
CONTACT = Query(
    f"SELECT x.person AS id, min(x.days) AS days FROM (SELECT {person('s.survivor_file_id')} AS person,"
    " (SELECT %(as_of)s::date - max(c.on) FROM diary_contact c WHERE"
    f" c.survivor_file_id = s.survivor_file_id AND {standing('c')} AND c.reached"
    " AND c.on <= %(as_of)s) AS days"
    f" FROM files_filestatusspell s WHERE {standing('s')} AND {ACTIVE}) x GROUP BY x.person ORDER BY x.person"
)
ACCUSED = Query(
    "SELECT a.id, COALESCE((SELECT t.status FROM proceedings_accusedstatus t WHERE t.accused_id = a.id"
    f" AND {standing('t')} AND (t.on IS NULL OR t.on <= %(as_of)s)"
    " ORDER BY t.on DESC NULLS LAST, t.id DESC LIMIT 1), 'not_known') AS status"
    f" FROM proceedings_accused a JOIN proceedings_fir f ON f.id = a.fir_id AND {standing('f')}"
    f" WHERE {standing('a')} AND COALESCE({REGISTERED} <= %(as_of)s, TRUE)"
    " ORDER BY a.id"
)
PRODUCTS = Query(
    "SELECT k.id, k.release_id IS NOT NULL AS frozen FROM facts_knowledgeproduct k WHERE"
    f" {standing('k')} AND k.released_on BETWEEN %(starts)s AND %(ends)s ORDER BY k.released_on, k.id"
)
INTERSTATE = Query(
    f"WITH taken AS (SELECT DISTINCT {person('f.id')} AS person"
    f" FROM files_survivorfile f WHERE {standing('f')} AND f.is_interstate"
    f" AND COALESCE({then('f', 'opened_latest')}::date <= %(as_of)s, TRUE))"
    " SELECT t.person AS id, (SELECT count(DISTINCT r.area) FROM proceedings_firsurvivor l"
    f" JOIN proceedings_fir r ON r.id = l.fir_id WHERE l.survivor_file_id = ANY({files_of('t.person')})"
    f" AND {standing('l')} AND {standing('r')} AND r.area IN ('source', 'destination')) = 2 AS both_firs"
    " FROM taken t ORDER BY t.person"
)

# One year by block, each source of numbers once: as known now, and so by the rows that stand. What an order
# adds is kept on it (increase_paise) and proved equal to ADDS. Who shares a person with nobody is counted plainly.
_ACTIVE_THEN = (
    f"{standing_now('s')} AND s.status = 'active' AND s.starts_on <= %(ends)s"
    " AND (s.ends_on IS NULL OR s.ends_on > %(ends)s)"
)
BY_BLOCK = Query(
    f"WITH one AS MATERIALIZED ({ONE_PERSON_NOW}), said AS ("
    " SELECT f.block_id, count(*) AS active,"
    " count(*) FILTER (WHERE f.scope IN ('trafficking', 'both')) AS trafficking,"
    " count(*) FILTER (WHERE f.scope IN ('violence', 'both')) AS violence,"
    " 0 AS moved, 0 AS orders, 0 AS ordered, 0 AS credits, 0 AS credited"
    " FROM files_filestatusspell s JOIN files_survivorfile f ON f.id = s.survivor_file_id"
    f" WHERE {_ACTIVE_THEN} AND NOT EXISTS (SELECT FROM one WHERE one.file = f.id) GROUP BY 1"
    " UNION ALL SELECT f.block_id, count(*), count(*) FILTER (WHERE w.trafficking),"
    " count(*) FILTER (WHERE w.violence), 0, 0, 0, 0, 0"
    " FROM (SELECT one.person, bool_or(o.scope IN ('trafficking', 'both')) AS trafficking,"
    " bool_or(o.scope IN ('violence', 'both')) AS violence"
    " FROM one JOIN files_survivorfile o ON o.id = one.file"
    f" JOIN files_filestatusspell s ON s.survivor_file_id = o.id WHERE {_ACTIVE_THEN} GROUP BY 1) w"
    " JOIN files_survivorfile f ON f.id = w.person GROUP BY 1"
    " UNION ALL SELECT f.block_id, 0, 0, 0, count(DISTINCT s.fir_id), 0, 0, 0, 0"
    " FROM proceedings_investigationspell s JOIN proceedings_firsurvivor l ON l.fir_id = s.fir_id"
    f" AND {standing_now('l')} LEFT JOIN one ON one.file = l.survivor_file_id"
    " JOIN files_survivorfile f ON f.id = COALESCE(one.person, l.survivor_file_id)"
    f" WHERE {standing_now('s')} AND s.agency_kind IN ('ahtu', 'cid')"
    " AND s.received_on BETWEEN %(starts)s AND %(ends)s GROUP BY 1"
    " UNION ALL SELECT f.block_id, 0, 0, 0, 0, count(*) FILTER (WHERE o.kind <> 'set_off'),"
    " sum(o.increase_paise), 0, 0"
    " FROM compensation_order o LEFT JOIN one ON one.file = o.survivor_file_id"
    " JOIN files_survivorfile f ON f.id = COALESCE(one.person, o.survivor_file_id)"
    f" WHERE {standing_now('o')} AND o.kind <> 'rejection'"
    " AND o.ordered_on BETWEEN %(starts)s AND %(ends)s GROUP BY 1"
    " UNION ALL SELECT f.block_id, 0, 0, 0, 0, 0, 0, count(*), sum(p.amount_paise)"
    " FROM compensation_payment p LEFT JOIN one ON one.file = p.survivor_file_id"
    " JOIN files_survivorfile f ON f.id = COALESCE(one.person, p.survivor_file_id)"
    f" WHERE {standing_now('p')} AND p.credited_on BETWEEN %(starts)s AND %(ends)s GROUP BY 1)"
    " SELECT COALESCE(a.name, '') AS name, sum(active)::bigint AS active,"
    " sum(trafficking)::bigint AS trafficking, sum(violence)::bigint AS violence,"
    " sum(moved)::bigint AS moved, sum(orders)::bigint AS orders, sum(ordered)::bigint AS ordered,"
    " sum(credits)::bigint AS credits, sum(credited)::bigint AS credited"
    " FROM said LEFT JOIN places_area a ON a.id = said.block_id GROUP BY said.block_id, a.name"
    " ORDER BY a.name NULLS LAST, said.block_id"
)

# The first looks of the newest round that was closed by the last day of the period.
CHECKED = Query(
    "SELECT c.id, c.drawn_id, c.field, c.verdict, d.stratum, d.weight FROM checking_fieldcheck c"
    f" JOIN checking_drawnfile d ON d.id = c.drawn_id WHERE {standing('c')} AND NOT c.is_second"
    f" AND d.round_id = (SELECT r.id FROM checking_checkround r WHERE {standing('r')}"
    f" AND r.closed_at <= %(known)s AND (r.closed_at AT TIME ZONE 'Asia/Kolkata')::date <= %(ends)s"
    f" ORDER BY r.closed_at DESC, r.id LIMIT 1) ORDER BY c.id"
)
