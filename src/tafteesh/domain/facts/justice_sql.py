"""The SQL behind the figures of criminal justice. Each is a list of records by the day of the event."""

from tafteesh.domain.facts.figure import Query
from tafteesh.domain.facts.sql import standing

IN_PERIOD = "BETWEEN %(starts)s AND %(ends)s"

# From the complaint or the diary to the FIR, where both days are known.
COMPLAINT_TO_FIR = Query(
    "SELECT x.id, x.registered_earliest - x.told_on AS days FROM (SELECT f.id, f.registered_earliest,"
    " COALESCE(f.diary_earliest, (SELECT min(m.earliest) FROM proceedings_milestone m WHERE m.fir_id = f.id"
    f" AND {standing('m')} AND m.kind IN ('missing_reported', 'complaint') AND m.said = 'done')) AS told_on"
    f" FROM proceedings_fir f WHERE {standing('f')} AND f.registered_earliest {IN_PERIOD}) x"
    " WHERE x.told_on <= x.registered_earliest ORDER BY x.id"
)
COPY_IN_HAND = Query(
    "SELECT f.id, COALESCE(f.copy_given_on - f.registered_earliest <= 1, FALSE) AS counted"
    f" FROM proceedings_fir f WHERE {standing('f')} AND f.registered_earliest {IN_PERIOD} ORDER BY f.id"
)
# What was raised in the period and what was cured of it; beside it the lapses that began in the period.
LAPSES = Query(
    "SELECT 'correction' AS what, c.id, c.reason AS kind, f.station_words AS station, c.decided_on - c.filed_on AS days,"
    " c.result IN ('allowed', 'partly') AND c.decided_recorded_at <= %(known)s AS cured"
    " FROM proceedings_correction c JOIN proceedings_fir f ON f.id = c.fir_id"
    f" WHERE {standing('c')} AND c.escalates_id IS NULL AND c.filed_on {IN_PERIOD}"
    " UNION ALL SELECT 'lapse', s.id, s.duty, s.station_words, NULL, FALSE FROM facts_dutystate s"
    f" JOIN proceedings_fir f ON f.id = s.fir_id AND {standing('f')}"
    f" WHERE s.organisation_id = ANY(%(organisations)s) AND s.shown_from {IN_PERIOD}"
    " AND s.shown_from <= %(as_of)s AND (s.shown_until IS NULL OR s.shown_until > %(as_of)s)"
    " ORDER BY 1, 2"
)
NAMED_IN = (
    "SELECT FROM proceedings_chargesheetaccused n WHERE n.charge_sheet_id = h.id"
    f" AND {standing('n')}"
)
# A charge sheet against him, or one of which nobody wrote down who stands in it, by the last day.
FILED_IN_TIME = (
    f"EXISTS (SELECT FROM proceedings_chargesheet h WHERE h.fir_id = s.fir_id AND {standing('h')}"
    " AND h.kind <> 'final_report' AND h.filed_latest <= s.due_last"
    f" AND (EXISTS ({NAMED_IN} AND n.accused_id = s.subject) OR NOT EXISTS ({NAMED_IN})))"
)
# FIRs with an arrest whose last day before default bail lay in the period, as far as was known then.
CHARGE_SHEET_IN_TIME = Query(
    f"SELECT s.fir_id AS id, bool_and({FILED_IN_TIME}) AS counted FROM facts_dutystate s"
    f" JOIN proceedings_fir f ON f.id = s.fir_id AND {standing('f')}"
    " WHERE s.organisation_id = ANY(%(organisations)s)"
    " AND s.duty IN ('charge-sheet-90', 'charge-sheet-60') AND s.due_last"
    f" {IN_PERIOD} AND s.due_last < %(as_of)s AND EXISTS (SELECT FROM proceedings_milestone m"
    f" WHERE m.accused_id = s.subject AND m.kind = 'first_remand' AND m.said = 'done' AND {standing('m')})"
    " GROUP BY s.fir_id ORDER BY s.fir_id"
)
CHARGED = (
    "EXISTS (SELECT FROM proceedings_chargesheetsection c LEFT JOIN law_section q JOIN law_act b"
    " ON b.id = q.act_id ON b.short_name = c.act_words AND q.number = c.number_words"
    f" WHERE c.fir_id = x.fir_id AND {standing('c')} AND (c.act_words = x.act_words"
    " AND split_part(c.number_words, '(', 1) = split_part(x.number_words, '(', 1)"
    " OR q.key = ANY(l.counterpart_keys) OR l.key = ANY(q.counterpart_keys)))"
)
# The accused and the sections of FIRs whose first charge sheet was filed in the period.
DROPPED = Query(
    "WITH first AS (SELECT h.fir_id, min(h.filed_earliest) AS day FROM proceedings_chargesheet h"
    f" WHERE {standing('h')} AND h.kind <> 'final_report' GROUP BY h.fir_id),"
    f" of AS (SELECT fir_id FROM first WHERE day {IN_PERIOD})"
    " SELECT 'accused' AS what, a.id, a.fir_id, NOT EXISTS (SELECT FROM proceedings_chargesheetaccused n"
    f" WHERE n.accused_id = a.id AND {standing('n')}) AS dropped FROM proceedings_accused a"
    f" WHERE {standing('a')} AND a.fir_id IN (SELECT fir_id FROM of) AND EXISTS (SELECT FROM"
    f" proceedings_chargesheetaccused n WHERE n.fir_id = a.fir_id AND {standing('n')})"
    f" UNION ALL SELECT 'section', x.id, x.fir_id, NOT {CHARGED} FROM proceedings_firsection x"
    f" LEFT JOIN law_section l ON l.id = x.section_id WHERE {standing('x')}"
    " AND x.fir_id IN (SELECT fir_id FROM of) AND EXISTS (SELECT FROM proceedings_chargesheetsection n"
    f" WHERE n.fir_id = x.fir_id AND {standing('n')})"
    " UNION ALL SELECT 'challenged', c.id, c.fir_id, TRUE FROM proceedings_correction c"
    f" WHERE {standing('c')} AND c.reason IN ('accused_dropped', 'sections_dropped')"
    " AND c.fir_id IN (SELECT fir_id FROM of) ORDER BY 1, 2"
)
HELD = "h.outcome NOT IN ('expected', 'not_known')"
HEARINGS = Query(
    "SELECT h.id, COALESCE(h.was_done, h.outcome IN ('heard', 'order')) AS counted, h.why"
    f" FROM proceedings_hearing h WHERE {standing('h')} AND {HELD} AND h.on {IN_PERIOD} ORDER BY h.id"
)
WASTED_DAYS = Query(
    "SELECT h.id, h.spent_paise, h.hours, (SELECT count(*) FROM proceedings_firsurvivor l"
    f" WHERE l.fir_id = h.fir_id AND {standing('l')}) AS survivors FROM proceedings_hearing h"
    f" WHERE {standing('h')} AND {HELD} AND h.on {IN_PERIOD}"
    " AND 'her' = ANY(string_to_array(h.came, ','))"
    " AND NOT COALESCE(h.was_done, h.outcome IN ('heard', 'order')) ORDER BY h.id"
)
OUTCOMES = Query(
    "SELECT DISTINCT ON (t.accused_id) t.accused_id AS id, t.fir_id, t.status"
    f" FROM proceedings_accusedstatus t WHERE {standing('t')} AND t.on {IN_PERIOD}"
    " AND t.status IN ('convicted', 'acquitted', 'discharged', 'absconding', 'died')"
    " ORDER BY t.accused_id, t.on DESC, t.id DESC"
)
SAID = (
    "EXISTS (SELECT FROM proceedings_milestone m WHERE m.fir_id = {fir} AND m.kind = '{kind}'"
    f" AND m.said = 'done' AND {standing('m')})"
)
# Stages reached in the period, each FIR once a stage, and whether she was heard at it.
HER_SAY = Query(
    "SELECT x.fir_id AS id, x.stage, CASE x.stage"
    f" WHEN 'bail' THEN {SAID.format(fir='x.fir_id', kind='heard_on_bail')}"
    f" WHEN 'sentence' THEN {SAID.format(fir='x.fir_id', kind='heard_on_sentence')}"
    f" ELSE {SAID.format(fir='x.fir_id', kind='heard_on_compensation')} END AS counted FROM ("
    "SELECT m.fir_id, 'bail' AS stage FROM proceedings_milestone m WHERE"
    f" {standing('m')} AND m.kind IN ('bail_granted', 'bail_opposed') AND m.earliest {IN_PERIOD}"
    " UNION SELECT t.fir_id, 'sentence' FROM proceedings_accusedstatus t WHERE"
    f" {standing('t')} AND t.status = 'convicted' AND t.on {IN_PERIOD}"
    " UNION SELECT l.fir_id, 'compensation' FROM compensation_order o JOIN proceedings_firsurvivor l"
    f" ON l.survivor_file_id = o.survivor_file_id AND {standing('l')} WHERE {standing('o')}"
    f" AND o.ordered_on {IN_PERIOD}) x ORDER BY x.fir_id, x.stage"
)
HANDS = Query(
    "SELECT f.id, (SELECT count(DISTINCT h.judge_words) FROM proceedings_hearing h WHERE h.fir_id = f.id"
    f" AND {standing('h')} AND h.judge_words <> '') AS judges,"
    " (SELECT count(DISTINCT h.prosecutor_words) FROM proceedings_hearing h WHERE h.fir_id = f.id"
    f" AND {standing('h')} AND h.prosecutor_words <> '') AS prosecutors,"
    " (SELECT count(DISTINCT s.officer_words) FROM proceedings_investigationspell s WHERE s.fir_id = f.id"
    f" AND {standing('s')} AND s.officer_words <> '') AS officers,"
    " (SELECT count(DISTINCT a.lawyer_id) FROM legalaid_assignment a JOIN proceedings_firsurvivor l"
    f" ON l.survivor_file_id = a.survivor_file_id AND {standing('l')} WHERE l.fir_id = f.id"
    f" AND {standing('a')}) AS lawyers"
    f" FROM proceedings_fir f WHERE {standing('f')} AND EXISTS (SELECT FROM proceedings_hearing h"
    f" WHERE h.fir_id = f.id AND {standing('h')} AND {HELD} AND h.on {IN_PERIOD}) ORDER BY f.id"
)
VIDEO = Query(
    "SELECT d.id, d.how = 'video' AS counted FROM proceedings_deposition d WHERE"
    f" {standing('d')} AND d.how <> 'not_yet' AND d.on {IN_PERIOD} AND d.court_is_elsewhere"
    " ORDER BY d.id"
)
