"""The query of every rule of quality: which records cannot be right, or hardly, and with which values.

Each asks about some files and FIRs, or about every one of an office; each answers the office, the file or
the FIR, whose it is to mend, the record, and the values that its sentence says. What changes by itself
from day to day (how many days ago) is no value: a false alarm stays one while the values stay.
"""

from collections.abc import Mapping
from typing import Final

from tafteesh.domain.quality.fields import CHECKED_AS

HERS: Final = (
    " WHERE f.withdrawn_at IS NULL AND f.organisation_id = ANY(%(organisations)s)"
    " AND (%(every)s OR f.id = ANY(%(files)s)) AND "
)
ITS: Final = (
    " WHERE r.withdrawn_at IS NULL AND r.organisation_id = ANY(%(organisations)s)"
    " AND (%(every)s OR r.id = ANY(%(firs)s)) AND "
)
WORKER_OF_FIR: Final = (
    "(SELECT w.worker_id FROM proceedings_firsurvivor l JOIN files_survivorfile w"
    " ON w.id = l.survivor_file_id WHERE l.fir_id = r.id AND l.withdrawn_at IS NULL"
    " AND w.worker_id IS NOT NULL ORDER BY w.number LIMIT 1)"
)


def _values(values: Mapping[str, str]) -> str:
    pairs = ", ".join(f"'{name}', {expression}" for name, expression in values.items())
    return f"jsonb_build_object({pairs})"


def of_file(
    joined: str, where: str, record: str, *, owner: str = "f.worker_id", **values: str
) -> str:
    """A finding on a survivor file `f`."""
    return (
        "SELECT f.organisation_id, f.id AS survivor_file_id, NULL::uuid AS fir_id,"
        f" {owner} AS owner_id, {record} AS record_id, {_values(values)} AS values"
        f" FROM files_survivorfile f {joined}{HERS}{where}"
    )


def of_fir(joined: str, where: str, record: str, **values: str) -> str:
    """A finding on a FIR `r`; the worker of one of its survivors mends it."""
    return (
        "SELECT r.organisation_id, NULL::uuid AS survivor_file_id, r.id AS fir_id,"
        f" {WORKER_OF_FIR} AS owner_id, {record} AS record_id, {_values(values)} AS values"
        f" FROM proceedings_fir r {joined}{ITS}{where}"
    )


def _with(table: str, alias: str, on: str = "survivor_file_id", to: str = "f.id") -> str:
    return f" JOIN {table} {alias} ON {alias}.{on} = {to} AND {alias}.withdrawn_at IS NULL"


IDENTITY = _with("files_identity", "i")
TAKING = _with("files_taking", "t")
RESCUE = _with("files_rescue", "x")
CLAIM = _with("compensation_claim", "c")
ORDER = CLAIM + _with("compensation_order", "o", "claim_id", "c.id")
PAYMENT = CLAIM + _with("compensation_payment", "p", "claim_id", "c.id")
SPELL = _with("files_filestatusspell", "s") + " AND s.ends_on IS NULL"


def _of_fir_row(table: str, alias: str) -> str:
    return _with(table, alias, "fir_id", "r.id")


HEARING = _of_fir_row("proceedings_hearing", "h")
SHEET = _of_fir_row("proceedings_chargesheet", "s")
ACTIVE = "f.status = 'active'"
NEW_YEAR = "EXTRACT(DOY FROM {day}) = 1 AND {day} = {last}"


def _new_year(day: str, last: str) -> str:
    return NEW_YEAR.format(day=day, last=last)


def _years(first: str, last: str) -> str:
    return f"EXTRACT(YEAR FROM age({last}, {first}))"


# Days out of order
FIR_BEFORE_OFFENCE = of_fir(
    "", "r.registered_latest < r.offence_earliest", "r.id",
    registered_on="r.registered_latest", offence_on="r.offence_earliest",
)  # fmt: skip
COPY_BEFORE_FIR = of_fir(
    "", "r.copy_given_on < r.registered_earliest", "r.id",
    copy_on="r.copy_given_on", registered_on="r.registered_earliest",
)  # fmt: skip
DIARY_AFTER_FIR = of_fir(
    "", "r.diary_earliest > r.registered_latest", "r.id",
    diary_on="r.diary_earliest", registered_on="r.registered_latest",
)  # fmt: skip
SHEET_BEFORE_FIR = of_fir(
    SHEET, "s.filed_latest < r.registered_earliest", "s.id",
    filed_on="s.filed_latest", registered_on="r.registered_earliest",
)  # fmt: skip
HEARING_BEFORE_FIR = of_fir(
    HEARING, "h.on < r.registered_earliest", "h.id",
    heard_on="h.on", registered_on="r.registered_earliest",
)  # fmt: skip
PAPERS_BEFORE_FIR = of_fir(
    _of_fir_row("proceedings_investigationspell", "s"), "s.received_on < r.registered_earliest", "s.id",
    received_on="s.received_on", registered_on="r.registered_earliest",
)  # fmt: skip
FIR_YEAR = of_fir(
    "",
    "r.registered_earliest = r.registered_latest AND EXTRACT(YEAR FROM r.registered_earliest) <> r.year",
    "r.id", registered_on="r.registered_earliest", year="r.year",
)  # fmt: skip
FIR_IN_FUTURE = of_fir(
    "", "r.registered_earliest > %(today)s", "r.id", registered_on="r.registered_earliest"
)
RESCUED_BEFORE_TAKEN = of_file(
    RESCUE + TAKING, "x.rescued_latest < t.taken_earliest"
    " AND NOT EXISTS (SELECT FROM files_taking b WHERE b.survivor_file_id = f.id"
    " AND b.withdrawn_at IS NULL AND (b.taken_earliest, b.id) < (t.taken_earliest, t.id))",
    "x.id", rescued_on="x.rescued_latest", taken_on="t.taken_earliest",
)  # fmt: skip
ORDER_BEFORE_CLAIM = of_file(
    ORDER, "o.ordered_on < c.filed_on", "o.id", ordered_on="o.ordered_on", filed_on="c.filed_on"
)
ORDER_IN_FUTURE = of_file(ORDER, "o.ordered_on > %(today)s", "o.id", ordered_on="o.ordered_on")
CREDIT_BEFORE_ORDER = of_file(
    PAYMENT, "p.credited_on < c.first_ordered_on", "p.id",
    credited_on="p.credited_on", ordered_on="c.first_ordered_on",
)  # fmt: skip

# Ages
TAKEN_BEFORE_BIRTH = of_file(
    IDENTITY + TAKING, "t.taken_latest < i.born_earliest", "t.id",
    taken_on="t.taken_latest", born_on="i.born_earliest",
)  # fmt: skip
AGE_WHEN_TAKEN = of_file(
    IDENTITY + TAKING, "t.taken_latest >= i.born_earliest AND"
    f" ({_years('i.born_earliest', 't.taken_latest')} < 5 OR {_years('i.born_latest', 't.taken_earliest')} > 60)",
    "t.id", taken_on="t.taken_earliest", born_on="i.born_earliest",
    age=_years("i.born_earliest", "t.taken_latest"),
)  # fmt: skip
BORN_IMPOSSIBLE = of_file(
    IDENTITY, "(i.born_earliest > f.opened_latest"
    " OR i.born_latest < f.opened_earliest - interval '90 years')", "i.id",
    born_on="i.born_earliest", opened_on="f.opened_latest",
)  # fmt: skip

# Amounts
TEN_TIMES_USUAL = of_file(
    ORDER + " JOIN quality_usualamount u ON u.organisation_id = f.organisation_id AND u.what = 'ordered'",
    "o.amount_paise >= 10 * u.paise AND u.out_of >= 20", "o.id", amount_paise="o.amount_paise",
)  # fmt: skip
TEN_TIMES_ASKED = of_file(
    ORDER, "o.amount_paise > 0 AND c.asked_paise > 0"
    " AND (o.amount_paise >= 10 * c.asked_paise OR c.asked_paise >= 10 * o.amount_paise)", "o.id",
    amount_paise="o.amount_paise", asked_paise="c.asked_paise",
)  # fmt: skip
AMOUNT_TOO_SMALL = of_file(
    ORDER, "o.amount_paise BETWEEN 1 AND 99999", "o.id", amount_paise="o.amount_paise"
)
MORE_PAID_THAN_ORDERED = of_file(
    CLAIM, "c.credited_paise > c.ordered_paise", "c.id",
    credited_paise="c.credited_paise", ordered_paise="c.ordered_paise",
)  # fmt: skip
SAME_CREDIT_TWICE = of_file(
    PAYMENT + _with("compensation_payment", "q", "claim_id", "c.id"),
    "q.amount_paise = p.amount_paise AND (q.credited_on, q.id) < (p.credited_on, p.id)"
    " AND p.credited_on - q.credited_on <= 3",
    "p.id", amount_paise="p.amount_paise", first_on="q.credited_on", second_on="p.credited_on",
)  # fmt: skip

# Days that stand in for a day
BORN_ON_NEW_YEAR = of_file(
    IDENTITY, _new_year("i.born_earliest", "i.born_latest"), "i.id", day_on="i.born_earliest"
)
TAKEN_ON_NEW_YEAR = of_file(
    TAKING, _new_year("t.taken_earliest", "t.taken_latest"), "t.id", day_on="t.taken_earliest"
)
RESCUED_ON_NEW_YEAR = of_file(
    RESCUE, _new_year("x.rescued_earliest", "x.rescued_latest"), "x.id", day_on="x.rescued_earliest"
)
FIR_ON_NEW_YEAR = of_fir(
    "", _new_year("r.registered_earliest", "r.registered_latest"), "r.id",
    day_on="r.registered_earliest",
)  # fmt: skip
HEARING_ON_SUNDAY = of_fir(
    HEARING,
    "EXTRACT(DOW FROM h.next_on) = 0 AND h.next_on >= %(today)s",
    "h.id",
    next_on="h.next_on",
    heard_on="h.on",
)

# Sections against facts
POCSO = "(x.act_words ILIKE 'POCSO%%' OR x.act_words ILIKE '%%Sexual Offences%%')"
POCSO_WITHOUT_CHILD = of_fir(
    "", f"EXISTS (SELECT FROM proceedings_firsection x WHERE x.fir_id = r.id"
    f" AND x.withdrawn_at IS NULL AND {POCSO})"
    " AND COALESCE((SELECT bool_and(i.born_latest + interval '18 years'"
    " <= COALESCE(r.offence_earliest, r.registered_earliest)) FROM proceedings_firsurvivor l"
    " LEFT JOIN files_identity i ON i.survivor_file_id = l.survivor_file_id"
    " WHERE l.fir_id = r.id AND l.withdrawn_at IS NULL"
    " AND (i.born_latest IS NOT NULL OR i.id IS NULL)), FALSE)"
    " AND NOT EXISTS (SELECT FROM proceedings_firsurvivor l JOIN files_identity i"
    " ON i.survivor_file_id = l.survivor_file_id WHERE l.fir_id = r.id AND l.withdrawn_at IS NULL"
    " AND i.born_latest IS NULL)", "r.id",
    day_on="COALESCE(r.offence_earliest, r.registered_earliest)",
)  # fmt: skip
NO_TRAFFICKING_SECTION = of_fir(
    "", "EXISTS (SELECT FROM proceedings_firsection x WHERE x.fir_id = r.id AND x.withdrawn_at IS NULL)"
    " AND EXISTS (SELECT FROM proceedings_firsurvivor l JOIN files_survivorfile f"
    " ON f.id = l.survivor_file_id WHERE l.fir_id = r.id AND l.withdrawn_at IS NULL"
    " AND f.scope IN ('trafficking', 'both') AND EXISTS (SELECT FROM files_taking t"
    " WHERE t.survivor_file_id = f.id AND t.withdrawn_at IS NULL))"
    " AND NOT EXISTS (SELECT FROM proceedings_firsection x JOIN law_act a ON a.short_name = x.act_words"
    " JOIN law_section k ON k.act_id = a.id AND k.number IN (x.number_words, split_part(x.number_words, '(', 1))"
    " WHERE x.fir_id = r.id AND x.withdrawn_at IS NULL"
    " AND (k.is_trafficking OR k.is_itpa OR k.calls_for_ahtu))", "r.id",
    sections="(SELECT string_agg(x.number_words || ' ' || x.act_words, ', ' ORDER BY x.number_words,"
    " x.act_words) FROM proceedings_firsection x WHERE x.fir_id = r.id AND x.withdrawn_at IS NULL)",
)  # fmt: skip

# Status against what happened
STATUS_AND_SPELL = of_file(
    SPELL, "s.starts_on <= %(today)s AND s.status <> f.status", "f.id",
    status="f.status", other_status="s.status", since_on="s.starts_on",
)  # fmt: skip
CLOSED_AND_REACHED = of_file(
    SPELL + " JOIN LATERAL (SELECT max(d.on) AS on FROM diary_contact d WHERE d.survivor_file_id = f.id"
    " AND d.withdrawn_at IS NULL AND d.reached) d ON TRUE",
    "f.status IN ('closed', 'dropped_out') AND s.status = f.status AND d.on > s.starts_on", "f.id",
    status="f.status", closed_on="s.starts_on", reached_on="d.on",
)  # fmt: skip
CLOSED_AND_UNPAID = of_file(
    CLAIM, "f.status = 'closed' AND c.ordered_paise > c.credited_paise", "c.id",
    ordered_paise="c.ordered_paise", credited_paise="c.credited_paise",
)  # fmt: skip
DECIDED_WITHOUT_SHEET = of_fir(
    _of_fir_row("proceedings_accused", "a") + _with("proceedings_accusedstatus", "z", "accused_id", "a.id"),
    "z.status IN ('convicted', 'acquitted') AND NOT EXISTS (SELECT FROM proceedings_chargesheet s"
    " WHERE s.fir_id = r.id AND s.withdrawn_at IS NULL)", "z.id",
    number="a.ordinal", accused_status="z.status",
)  # fmt: skip

# Two at once, and people
TWO_LAWYERS = of_file(
    _with("legalaid_assignment", "a") + _with("legalaid_assignment", "b"),
    "a.ends_on IS NULL AND b.ends_on IS NULL AND (b.starts_on, b.id) < (a.starts_on, a.id)"
    " AND a.lawyer_id <> b.lawyer_id AND 'prosecutor' NOT IN (a.lawyer_kind, b.lawyer_kind)"
    " AND (a.for_what = b.for_what OR 'both' IN (a.for_what, b.for_what))", "a.id",
    first_on="b.starts_on", second_on="a.starts_on",
)  # fmt: skip
INFORMANT_IS_ACCUSED = of_fir(
    " JOIN proceedings_accused a ON a.id = r.informant_as_id AND a.withdrawn_at IS NULL", "TRUE", "r.id",
    number="a.ordinal", informant="r.informant",
)  # fmt: skip
INFORMANT_ACCUSED_AT_HOME = of_fir(
    "", "r.informant IN ('mother', 'father', 'husband') AND EXISTS (SELECT FROM proceedings_firsurvivor l"
    " JOIN files_householdmember m ON m.survivor_file_id = l.survivor_file_id AND m.withdrawn_at IS NULL"
    " WHERE l.fir_id = r.id AND l.withdrawn_at IS NULL AND m.is_accused AND m.relation = r.informant)", "r.id",
    informant="r.informant",
)  # fmt: skip
SPEAKER_IS_ACCUSED = of_file(
    _with("files_householdmember", "m"), "m.is_accused AND m.relation IN ('mother', 'father', 'husband')"
    " AND EXISTS (SELECT FROM files_householdmember n WHERE n.survivor_file_id = f.id"
    " AND n.withdrawn_at IS NULL AND n.relation = m.relation AND NOT n.is_accused"
    " AND (n.is_guardian OR n.holds_account OR n.may_be_called))", "m.id", relation="m.relation",
)  # fmt: skip

# Missing at this stage
FIR_WITHOUT_SECTIONS = of_fir(
    "", "r.recorded_at < %(now)s - interval '14 days' AND NOT EXISTS (SELECT FROM proceedings_firsection x"
    " WHERE x.fir_id = r.id AND x.withdrawn_at IS NULL)", "r.id", number="r.number", year="r.year",
)  # fmt: skip
FIR_WITHOUT_DAY = of_fir(
    "", "r.recorded_at < %(now)s - interval '14 days' AND r.registered_earliest IS NULL"
    " AND r.registered_answer IN ('not_asked', 'known')", "r.id", number="r.number", year="r.year",
)  # fmt: skip
BIRTH_NOT_ASKED = of_file(
    IDENTITY, f"{ACTIVE} AND f.opened_latest < %(today)s - 30 AND i.born_earliest IS NULL"
    " AND i.born_answer IN ('not_asked', 'known')", "i.id", opened_on="f.opened_latest",
)  # fmt: skip
NO_BLOCK = of_file(
    "", f"{ACTIVE} AND f.opened_latest < %(today)s - 30 AND f.block_id IS NULL", "f.id",
    opened_on="f.opened_latest",
)  # fmt: skip
CREDIT_WITHOUT_PAPER = of_file(
    PAYMENT, "p.proof_id IS NULL AND p.credited_on < %(today)s - 30", "p.id",
    amount_paise="p.amount_paise", credited_on="p.credited_on",
)  # fmt: skip
ORDER_WITHOUT_PAPER = of_file(
    ORDER, "o.paper_id IS NULL AND o.ordered_on < %(today)s - 30", "o.id",
    amount_paise="o.amount_paise", ordered_on="o.ordered_on",
)  # fmt: skip

# Stale
OUTCOME_NOT_TOLD = of_fir(
    HEARING,
    "h.outcome IN ('expected', 'not_known') AND h.on < %(today)s - 14",
    "h.id",
    heard_on="h.on",
)
SILENT = of_file(
    "", f"{ACTIVE} AND COALESCE(f.last_contact_on, f.opened_latest) < %(today)s - 90", "f.id",
    last_on="COALESCE(f.last_contact_on, f.opened_latest)",
)  # fmt: skip
CLAIM_WAITS = of_file(
    CLAIM, "c.filed_on < %(today)s - 365 AND NOT EXISTS (SELECT FROM compensation_order o"
    " WHERE o.claim_id = c.id AND o.withdrawn_at IS NULL)", "c.id", filed_on="c.filed_on",
)  # fmt: skip

# Typed totals against what is counted
GRANT_AND_INSTALMENTS = of_file(
    _with("care_moneygrant", "g") + " JOIN LATERAL (SELECT sum(n.amount_paise)::bigint AS paise"
    " FROM care_instalment n WHERE n.grant_id = g.id AND n.withdrawn_at IS NULL) n ON TRUE",
    "n.paise > g.amount_paise", "g.id", typed_paise="g.amount_paise", counted_paise="n.paise",
)  # fmt: skip
CREDITS_AND_TOTAL = of_file(
    CLAIM + " JOIN LATERAL (SELECT COALESCE(sum(p.amount_paise), 0)::bigint AS paise"
    " FROM compensation_payment p WHERE p.claim_id = c.id AND p.withdrawn_at IS NULL) n ON TRUE",
    "n.paise <> c.credited_paise", "c.id", typed_paise="c.credited_paise", counted_paise="n.paise",
)  # fmt: skip

# Against paper
DIFFERS_FROM_PAPER = of_file(
    _with("checking_fieldcheck", "k"),
    "k.verdict = 'differs' AND NOT k.is_second AND k.row_id IS NOT NULL AND NOT EXISTS (SELECT"
    " FROM quality_fieldchange y WHERE y.was_row_id = k.row_id AND y.recorded_at >= k.checked_at)"
    " AND NOT EXISTS (SELECT FROM checking_fieldcheck n WHERE n.row_id = k.row_id AND n.field = k.field"
    " AND n.verdict IN ('matches', 'differs') AND n.checked_at > k.checked_at)", "k.id",
    field="k.field", row="k.row_id",
)  # fmt: skip
_PLACES = ", ".join(
    f"('{code}', '{kind}', '{field}')" for code, (kind, field) in CHECKED_AS.items()
)
CORRECTED_AFTER_CHECK = of_file(
    _with("checking_fieldcheck", "k")
    + f" JOIN (VALUES {_PLACES}) AS v(code, kind, field) ON v.code = k.field"
    " JOIN quality_fieldchange y ON y.was_row_id = k.row_id AND y.kind = v.kind AND y.field = v.field",
    "k.verdict = 'matches' AND NOT k.is_second AND k.checked_at < y.recorded_at AND y.undoes_id IS NULL"
    " AND NOT EXISTS (SELECT FROM quality_fieldchange u WHERE u.undoes_id = y.id)"
    " AND NOT EXISTS (SELECT FROM checking_fieldcheck n WHERE n.row_id = y.row_id AND n.field = v.code"
    " AND n.verdict IN ('matches', 'differs') AND n.checked_at > y.recorded_at)", "k.id",
    owner="NULL::uuid", field="v.code", row="y.row_id",
    changed_on="(y.recorded_at AT TIME ZONE 'Asia/Kolkata')::date",
)  # fmt: skip
