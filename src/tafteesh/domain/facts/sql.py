"""The SQL behind the figures. Each is a list of records by event date, as known at a moment.

STANDING says "known by then, and not withdrawn by then"; it stands in every query, so any figure can be
told again as it was.
"""

from tafteesh.domain.facts.figure import Query


def standing(alias: str) -> str:
    """The condition that a row was known at the moment asked and had not been withdrawn."""
    return (
        f"{alias}.organisation_id = ANY(%(organisations)s) AND {alias}.recorded_at <= %(known)s"
        f" AND ({alias}.withdrawn_at IS NULL OR {alias}.withdrawn_at > %(known)s)"
    )


def _meetings(levels: str) -> Query:
    return Query(
        f"SELECT m.id, m.level, m.on AS day FROM meetings_meeting m WHERE {standing('m')}"
        f" AND m.on BETWEEN %(starts)s AND %(ends)s AND m.level IN ({levels}) ORDER BY m.on, m.id"
    )


GP_AND_BLOCK_MEETINGS = _meetings("'gp', 'bdo'")
CID_MEETINGS = _meetings("'cid'")
PARTNER_MEETINGS = _meetings("'partner'")
DM_AND_BLOCK_MEETINGS = _meetings("'dm', 'bdo'")
ALL_MEETINGS = Query(
    f"SELECT m.id, m.level, m.brief_attached FROM meetings_meeting m WHERE {standing('m')}"
    " AND m.on BETWEEN %(starts)s AND %(ends)s ORDER BY m.on, m.id"
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

FORUM_PRESENCE = Query(
    "SELECT a.id, a.survivor_file_id, m.days, m.level FROM meetings_attendance a"
    f" JOIN meetings_meeting m ON m.id = a.meeting_id WHERE {standing('a')} AND {standing('m')}"
    " AND m.on BETWEEN %(starts)s AND %(ends)s AND m.level IN ('ilfat', 'iwg') ORDER BY m.on, a.id"
)
PRESENCE = Query(
    "SELECT a.id, a.survivor_file_id, m.days, m.level FROM meetings_attendance a"
    f" JOIN meetings_meeting m ON m.id = a.meeting_id WHERE {standing('a')} AND {standing('m')}"
    " AND m.on BETWEEN %(starts)s AND %(ends)s ORDER BY m.on, a.id"
)

STRATEGY = Query(
    "SELECT o.id, v.number, o.indicator <> '' AND o.owner_id IS NOT NULL AS live"
    " FROM facts_strategyversion v JOIN facts_objective o ON o.version_id = v.id WHERE"
    f" {standing('v')} AND {standing('o')} AND v.approved_on <= %(ends)s AND v.number ="
    " (SELECT max(w.number) FROM facts_strategyversion w WHERE w.organisation_id = v.organisation_id"
    " AND w.approved_on <= %(ends)s AND w.recorded_at <= %(known)s) ORDER BY o.ordinal, o.id"
)

# Money: an order and a credit are never one number.
MONEY = Query(
    "SELECT 'order' AS what, o.id, o.increase_paise AS paise FROM compensation_order o WHERE"
    f" {standing('o')} AND o.amount_paise > 0 AND o.ordered_on BETWEEN %(starts)s AND %(ends)s"
    " UNION ALL SELECT 'credit', p.id, p.amount_paise FROM compensation_payment p WHERE"
    f" {standing('p')} AND p.credited_on BETWEEN %(starts)s AND %(ends)s ORDER BY 1, 2"
)
# Ordered and not yet in her account at the end of the period: the last award less all credits.
WAITING = Query(
    "WITH award AS (SELECT DISTINCT ON (o.claim_id) o.claim_id, o.amount_paise,"
    " min(o.ordered_on) OVER (PARTITION BY o.claim_id) AS first_on"
    f" FROM compensation_order o WHERE {standing('o')} AND o.amount_paise > 0"
    " AND o.ordered_on <= %(ends)s ORDER BY o.claim_id, o.ordered_on DESC, o.id DESC),"
    " paid AS (SELECT p.claim_id, sum(p.amount_paise) AS paise FROM compensation_payment p WHERE"
    f" {standing('p')} AND p.credited_on <= %(ends)s GROUP BY p.claim_id)"
    " SELECT a.claim_id AS id, a.amount_paise - COALESCE(paid.paise, 0) AS paise, a.first_on,"
    " %(ends)s::date - a.first_on AS days FROM award a LEFT JOIN paid ON paid.claim_id = a.claim_id"
    f" JOIN compensation_claim c ON c.id = a.claim_id AND {standing('c')}"
    " WHERE a.amount_paise > COALESCE(paid.paise, 0) ORDER BY a.first_on, a.claim_id"
)
CLAIMS_FILED = Query(
    "SELECT c.id, c.signed_by_kind, c.drafted_by_kind, c.filed_on,"
    " (SELECT min(o.ordered_on) FROM compensation_order o WHERE o.claim_id = c.id AND"
    f" {standing('o')}) AS decided_on,"
    " (SELECT count(*) FROM compensation_order o WHERE o.claim_id = c.id AND o.amount_paise > 0 AND"
    f" {standing('o')}) AS awards"
    f" FROM compensation_claim c WHERE {standing('c')}"
    " AND c.filed_on BETWEEN %(starts)s AND %(ends)s ORDER BY c.filed_on, c.id"
)
DAYS_TO_MONEY = Query(
    "SELECT c.id, f.first_on - c.filed_on AS to_order, p.first_on - f.first_on AS to_credit,"
    " p.first_on - c.filed_on AS all_days FROM compensation_claim c"
    " LEFT JOIN (SELECT o.claim_id, min(o.ordered_on) AS first_on FROM compensation_order o WHERE"
    f" {standing('o')} AND o.amount_paise > 0 GROUP BY o.claim_id) f ON f.claim_id = c.id"
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

# Active on the last day of the period, wanting a lawyer or not asked, and whether one acts free of cost.
REPRESENTATION = Query(
    "SELECT s.survivor_file_id AS id, EXISTS (SELECT FROM legalaid_assignment a WHERE"
    f" a.survivor_file_id = s.survivor_file_id AND {standing('a')}"
    " AND a.lawyer_kind IN ('panel', 'programme', 'private_paid_by_us') AND a.starts_on <= %(ends)s"
    " AND (a.ends_on IS NULL OR a.ends_on > %(ends)s OR a.ends_recorded_at > %(known)s)) AS covered"
    f" FROM files_filestatusspell s WHERE {standing('s')} AND s.status = 'active'"
    " AND s.starts_on <= %(ends)s AND (s.ends_on IS NULL OR s.ends_on > %(ends)s)"
    " AND COALESCE((SELECT n.need FROM legalaid_legalaidneed n WHERE"
    f" n.survivor_file_id = s.survivor_file_id AND {standing('n')} AND n.starts_on <= %(ends)s"
    " ORDER BY n.starts_on DESC, n.id DESC LIMIT 1), 'wants') = 'wants'"
    " ORDER BY s.survivor_file_id"
)
LEGAL_AID_DELAY = Query(
    "SELECT r.id, r.answered_on - r.requested_on AS days FROM legalaid_legalaidrequest r WHERE"
    f" {standing('r')} AND r.requested_on BETWEEN %(starts)s AND %(ends)s ORDER BY r.requested_on, r.id"
)

CORRECTIONS = Query(
    "SELECT c.id, c.filed_on BETWEEN %(starts)s AND %(ends)s AS filed,"
    " c.result IN ('allowed', 'partly', 'rejected') AND c.decided_recorded_at <= %(known)s"
    " AND c.decided_on BETWEEN %(starts)s AND %(ends)s AS decided,"
    " c.result, c.decided_on - c.filed_on AS days"
    f" FROM proceedings_correction c WHERE {standing('c')}"
    " AND (c.filed_on BETWEEN %(starts)s AND %(ends)s OR c.decided_on BETWEEN %(starts)s AND %(ends)s)"
    " ORDER BY c.id"
)
# FIRs with a trafficking section, and who has them on the last day of the period.
AHTU_COVERAGE = Query(
    "SELECT f.id, EXISTS (SELECT FROM proceedings_investigationspell s WHERE s.fir_id = f.id AND"
    f" {standing('s')} AND s.agency_kind IN ('ahtu', 'cid') AND s.received_on <= %(ends)s"
    " AND (s.ends_on IS NULL OR s.ends_on > %(ends)s)) AS with_ahtu"
    f" FROM proceedings_fir f WHERE {standing('f')} AND f.registered_latest <= %(ends)s"
    f" AND EXISTS (SELECT FROM proceedings_firsection x WHERE x.fir_id = f.id AND {standing('x')}"
    " AND (x.act_words, x.number_words) IN (SELECT a.short_name, l.number FROM law_section l"
    " JOIN law_act a ON a.id = l.act_id WHERE l.is_trafficking OR a.short_name = 'ITPA')) ORDER BY f.id"
)

PROMISES = Query(
    "SELECT p.id, p.due_on, p.state = 'kept' AND p.kept_on <= p.due_on AS in_time, p.state"
    f" FROM meetings_promise p WHERE {standing('p')}"
    " AND p.made_on BETWEEN %(starts)s AND %(ends)s ORDER BY p.made_on, p.id"
)
DEMANDS_AND_PROMISES = Query(
    "SELECT 'demand' AS what, d.id, NULL::date AS due_on, NULL::date AS kept_on, '' AS state"
    f" FROM meetings_demand d JOIN meetings_meeting m ON m.id = d.meeting_id WHERE {standing('d')}"
    " AND m.on BETWEEN %(starts)s AND %(ends)s UNION ALL"
    " SELECT 'promise', p.id, p.due_on, p.kept_on, p.state FROM meetings_promise p WHERE"
    f" {standing('p')} AND p.made_on BETWEEN %(starts)s AND %(ends)s ORDER BY 1, 2"
)
CONTACT = Query(
    "SELECT s.survivor_file_id AS id, (SELECT %(ends)s::date - max(c.on) FROM diary_contact c WHERE"
    f" c.survivor_file_id = s.survivor_file_id AND {standing('c')} AND c.reached"
    " AND c.on <= %(ends)s) AS days"
    f" FROM files_filestatusspell s WHERE {standing('s')} AND s.status = 'active'"
    " AND s.starts_on <= %(ends)s AND (s.ends_on IS NULL OR s.ends_on > %(ends)s)"
    " ORDER BY s.survivor_file_id"
)
ACCUSED = Query(
    "SELECT a.id, COALESCE((SELECT t.status FROM proceedings_accusedstatus t WHERE t.accused_id = a.id"
    f" AND {standing('t')} AND (t.on IS NULL OR t.on <= %(ends)s)"
    " ORDER BY t.on DESC NULLS LAST, t.id DESC LIMIT 1), 'not_known') AS status"
    f" FROM proceedings_accused a WHERE {standing('a')} ORDER BY a.id"
)
PRODUCTS = Query(
    "SELECT k.id, k.release_id IS NOT NULL AS frozen FROM facts_knowledgeproduct k WHERE"
    f" {standing('k')} AND k.released_on BETWEEN %(starts)s AND %(ends)s ORDER BY k.released_on, k.id"
)
INTERSTATE = Query(
    "SELECT f.id, (SELECT count(DISTINCT r.area) FROM proceedings_firsurvivor l"
    f" JOIN proceedings_fir r ON r.id = l.fir_id WHERE l.survivor_file_id = f.id AND {standing('l')}"
    " AND r.area IN ('source', 'destination')) = 2 AS both_firs"
    f" FROM files_survivorfile f WHERE {standing('f')} AND f.is_interstate"
    " AND (f.opened_latest IS NULL OR f.opened_latest <= %(ends)s) ORDER BY f.id"
)
