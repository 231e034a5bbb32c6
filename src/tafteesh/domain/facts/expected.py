"""Which values are expected at which stage, and whether they are there: a value, or why there is none.

"Not asked yet" is no answer; "does not know", "prefers not to say" and the others are.
"""

from dataclasses import dataclass
from typing import Final

from django.db import models
from django.utils.functional import Promise as LazyText
from django.utils.translation import pgettext_lazy

from tafteesh.domain.facts.figure import Query
from tafteesh.domain.facts.sql import ACTIVE, standing
from tafteesh.domain.once.sql import person

SETTLED_IN: Final = 30  # days that a file has for what is asked first


class Stage(models.IntegerChoices):
    """How far her file has come; each stage asks for more."""

    OPENED = 1, pgettext_lazy("stage of a file", "File open for a month")
    FIR = 2, pgettext_lazy("stage of a file", "FIR registered")
    CHARGED = 3, pgettext_lazy("stage of a file", "Charge sheet filed")
    CLAIMED = 4, pgettext_lazy("stage of a file", "Claim filed")
    ORDERED = 5, pgettext_lazy("stage of a file", "Compensation ordered")
    PAID = 6, pgettext_lazy("stage of a file", "Money received")


@dataclass(frozen=True)
class Expected:
    """One value that a file should have at its stage: `rows` answers (file, whether it is there)."""

    code: str
    label: LazyText
    stage: Stage
    rows: str


OPEN_FILES = (
    "SELECT f.id, f.scope, f.block_id, f.gram_panchayat FROM files_filestatusspell s"
    f" JOIN files_survivorfile f ON f.id = s.survivor_file_id AND {standing('f')}"
    f" WHERE {standing('s')} AND {ACTIVE}"
)
SETTLED = (
    "FROM open_files f JOIN files_survivorfile z ON z.id = f.id"
    f" AND COALESCE(z.opened_latest, z.recorded_at::date) <= %(as_of)s::date - {SETTLED_IN}"
)
FIRS = (
    "FROM open_files f JOIN proceedings_firsurvivor l ON l.survivor_file_id = f.id"
    f" AND {standing('l')} JOIN proceedings_fir r ON r.id = l.fir_id AND {standing('r')}"
)
SHEETS = (
    f"{FIRS} WHERE EXISTS (SELECT FROM proceedings_chargesheet c WHERE c.fir_id = r.id AND {standing('c')}"
    " AND (c.filed_latest IS NULL OR c.filed_latest <= %(as_of)s))"
)
CLAIMS = (
    f"FROM open_files f JOIN compensation_claim c ON c.survivor_file_id = f.id AND {standing('c')}"
)
ORDERS = f"{CLAIMS} JOIN compensation_order o ON o.claim_id = c.id AND {standing('o')} AND o.amount_paise > 0"
CREDITS = f"{CLAIMS} JOIN compensation_payment p ON p.claim_id = c.id AND {standing('p')}"


def _answered(value: str, answer: str) -> str:
    return f"({value} IS NOT NULL OR {answer} NOT IN ('not_asked', 'known'))"


def _identity(there: str) -> str:
    return f"SELECT f.id, COALESCE(bool_or({there}), FALSE) AS there {SETTLED} LEFT JOIN files_identity i ON i.survivor_file_id = f.id GROUP BY f.id"


def _has(table: str, more: str = "TRUE") -> str:
    return f"EXISTS (SELECT FROM {table} y WHERE y.survivor_file_id = f.id AND {standing('y')} AND {more})"


def _any(there: str, source: str) -> str:
    return f"SELECT f.id, bool_or({there}) AS there {source} GROUP BY f.id"


def _all(there: str, source: str) -> str:
    return f"SELECT f.id, bool_and({there}) AS there {source} GROUP BY f.id"


TRAFFICKED = f"{SETTLED} AND f.scope IN ('trafficking', 'both')"
EXPECTED: tuple[Expected, ...] = (
    Expected("name", pgettext_lazy("field of a record", "Name"), Stage.OPENED, _identity(_answered("i.name_used", "i.name_answer"))),
    Expected("phone", pgettext_lazy("field of a record", "Phone"), Stage.OPENED, _identity(_answered("i.phone", "i.phone_answer"))),
    Expected("born", pgettext_lazy("field of a record", "Born"), Stage.OPENED, _identity(_answered("i.born_earliest", "i.born_answer"))),
    Expected("gender", pgettext_lazy("field of a record", "Gender"), Stage.OPENED, _identity("i.gender <> 'not_asked'")),
    Expected("block", pgettext_lazy("field of a record", "Block"), Stage.OPENED, f"SELECT f.id, f.block_id IS NOT NULL AS there {SETTLED}"),
    Expected("panchayat", pgettext_lazy("field of a record", "Gram panchayat"), Stage.OPENED, f"SELECT f.id, f.gram_panchayat <> '' AS there {SETTLED}"),
    Expected("scope", pgettext_lazy("field of a record", "Kind of case"), Stage.OPENED, f"SELECT f.id, f.scope <> 'not_known' AS there {SETTLED}"),
    Expected("safe_contact", pgettext_lazy("field of a record", "How she may be reached"), Stage.OPENED, f"SELECT f.id, {_has('files_safecontact')} AS there {SETTLED}"),
    Expected("risk", pgettext_lazy("field of a record", "Risk"), Stage.OPENED, f"SELECT f.id, {_has('files_safecontact', 'y.risk <> ' + repr('not_asked'))} AS there {SETTLED}"),
    Expected("taken", pgettext_lazy("field of a record", "Day she was taken"), Stage.OPENED, f"SELECT f.id, {_has('files_taking', _answered('y.taken_earliest', 'y.taken_answer'))} AS there {TRAFFICKED}"),
    Expected("exploitation", pgettext_lazy("field of a record", "How she was exploited"), Stage.OPENED, f"SELECT f.id, {_has('files_taking', 'cardinality(y.exploitation) > 0')} AS there {TRAFFICKED}"),
    Expected("rescued", pgettext_lazy("field of a record", "Day of rescue"), Stage.OPENED, f"SELECT f.id, {_has('files_rescue', _answered('y.rescued_earliest', 'y.rescued_answer'))} AS there {TRAFFICKED}"),
    Expected("lawyer_wish", pgettext_lazy("field of a record", "Whether she wants a lawyer"), Stage.OPENED, f"SELECT f.id, {_has('legalaid_legalaidneed')} AS there {SETTLED}"),
    Expected("fir_date", pgettext_lazy("field of a record", "FIR date"), Stage.FIR, _all(_answered("r.registered_earliest", "r.registered_answer"), FIRS)),
    Expected("sections", pgettext_lazy("field of a record", "Sections"), Stage.FIR, _all(f"EXISTS (SELECT FROM proceedings_firsection x WHERE x.fir_id = r.id AND {standing('x')})", FIRS)),
    Expected("copy_given", pgettext_lazy("field of a record", "FIR copy given on"), Stage.FIR, _any("r.copy_given_on IS NOT NULL", FIRS)),
    Expected("accused", pgettext_lazy("field of a record", "Accused"), Stage.FIR, _any(f"EXISTS (SELECT FROM proceedings_accused x WHERE x.fir_id = r.id AND {standing('x')})", FIRS)),
    Expected("agency", pgettext_lazy("field of a record", "Who investigates"), Stage.FIR, _any(f"EXISTS (SELECT FROM proceedings_investigationspell x WHERE x.fir_id = r.id AND {standing('x')})", FIRS)),
    Expected("claim_wish", pgettext_lazy("field of a record", "Whether she wants to claim"), Stage.FIR, _any(f"{_has('compensation_claimwish')} OR {_has('compensation_claim')}", FIRS)),
    Expected("court", pgettext_lazy("field of a record", "Court"), Stage.CHARGED, _any("r.court_words <> '' OR r.court_id IS NOT NULL", SHEETS)),
    Expected("court_number", pgettext_lazy("field of a record", "Number of the court case"), Stage.CHARGED, _any("r.court_number <> '' OR r.cnr <> ''", SHEETS)),
    Expected("hearing", pgettext_lazy("field of a record", "A day in court"), Stage.CHARGED, _any(f"EXISTS (SELECT FROM proceedings_hearing x WHERE x.fir_id = r.id AND {standing('x')})", SHEETS)),
    Expected("filed_at", pgettext_lazy("field of a record", "Filed at"), Stage.CLAIMED, _all("c.filed_at_words <> '' OR c.filed_at_id IS NOT NULL", CLAIMS)),
    Expected("claim_filed", pgettext_lazy("field of a record", "Claim filed on"), Stage.CLAIMED, _all("c.filed_on IS NOT NULL", CLAIMS)),
    Expected("asked", pgettext_lazy("field of a record", "Amount asked"), Stage.CLAIMED, _all("c.asked_paise IS NOT NULL", CLAIMS)),
    Expected("signed_by", pgettext_lazy("field of a record", "Signed by"), Stage.CLAIMED, _all("c.signed_by_kind <> 'not_known'", CLAIMS)),
    Expected("account", pgettext_lazy("field of a record", "Her account, looked at"), Stage.ORDERED, _any(f"EXISTS (SELECT FROM compensation_accountcheck x WHERE x.claim_id = c.id AND {standing('x')})", ORDERS)),
    Expected("order_paper", pgettext_lazy("field of a record", "Paper of the order"), Stage.ORDERED, _all("o.paper_id IS NOT NULL", ORDERS)),
    Expected("her_answer", pgettext_lazy("field of a record", "Her answer to the order"), Stage.ORDERED, _any("o.her_answer <> 'waiting'", ORDERS)),
    Expected("bank_paper", pgettext_lazy("field of a record", "Bank paper of the money"), Stage.PAID, _all("p.proof_id IS NOT NULL", CREDITS)),
)  # fmt: skip
BY_CODE = {one.code: one for one in EXPECTED}
# What one of her files says is said of her: of two files of one person each value is asked once.
EXPECTED_VALUES = Query(
    f"WITH open_files AS MATERIALIZED ({OPEN_FILES})"
    f" SELECT {person('every.id')} AS id, field, stage, bool_or(there) AS there FROM ("
    + " UNION ALL ".join(
        f"SELECT q.id, '{one.code}'::text AS field, {int(one.stage)} AS stage, q.there FROM ({one.rows}) q"
        for one in EXPECTED
    )
    + ") every GROUP BY 1, field, stage ORDER BY 1, stage, field"
)

# A corrected row counts as entered when the first one was.
FIRST_ENTRY = (
    "WITH RECURSIVE came AS (SELECT x.row_id AS id, x.was_row_id AS was FROM quality_fieldchange x"
    " WHERE x.row_id <> x.was_row_id), firsts AS (SELECT id, was FROM came"
    " UNION ALL SELECT f.id, c.was FROM firsts f JOIN came c ON c.id = f.was)"
)


def _entered(table: str, file: str, day: str, joined: str = "", more: str = "TRUE") -> str:
    return (
        f"SELECT {file} AS id, {day} AS day, COALESCE((SELECT min(w.recorded_at) FROM firsts z"
        f" JOIN {table} w ON w.id = z.was WHERE z.id = e.id), e.recorded_at) AS entered_at"
        f" FROM {table} e {joined} WHERE {standing('e')} AND e.import_batch IS NULL"
        f" AND {day} BETWEEN %(starts)s AND %(ends)s AND {more}"
        f" AND NOT EXISTS (SELECT FROM firsts z JOIN {table} w ON w.id = z.was"
        " WHERE z.id = e.id AND w.import_batch IS NOT NULL)"
    )


OF_FIR = f"JOIN proceedings_firsurvivor l ON l.fir_id = e.fir_id AND {standing('l')}"
EVENTS = " UNION ALL ".join(
    (
        _entered("diary_contact", "e.survivor_file_id", "e.on"),
        _entered("compensation_claim", "e.survivor_file_id", "e.filed_on"),
        _entered("compensation_order", "e.survivor_file_id", "e.ordered_on"),
        _entered("compensation_payment", "e.survivor_file_id", "e.credited_on"),
        _entered(
            "proceedings_hearing", "l.survivor_file_id", "e.on", OF_FIR, "e.outcome <> 'expected'"
        ),
        _entered("proceedings_chargesheet", "l.survivor_file_id", "e.filed_latest", OF_FIR),
        _entered("proceedings_investigationspell", "l.survivor_file_id", "e.received_on", OF_FIR),
        _entered(
            "proceedings_fir", "l.survivor_file_id", "e.registered_latest",
            f"JOIN proceedings_firsurvivor l ON l.fir_id = e.id AND {standing('l')}",
        ),
    )
)  # fmt: skip
ENTRIES = Query(
    f"{FIRST_ENTRY} SELECT v.id, v.day,"
    " GREATEST((v.entered_at AT TIME ZONE 'Asia/Kolkata')::date - v.day, 0) AS days"
    f" FROM ({EVENTS}) v ORDER BY v.id, v.day, days"
)

# The last true event of each active file: something happened to her, and not only in the records.
_LAST = {
    "diary_contact": ("e.on", "e.survivor_file_id = s.survivor_file_id AND e.reached"),
    "compensation_claim": ("e.filed_on", "e.survivor_file_id = s.survivor_file_id"),
    "compensation_order": ("e.ordered_on", "e.survivor_file_id = s.survivor_file_id"),
    "compensation_payment": ("e.credited_on", "e.survivor_file_id = s.survivor_file_id"),
    "files_rescue": ("e.rescued_latest", "e.survivor_file_id = s.survivor_file_id"),
    "legalaid_assignment": ("e.starts_on", "e.survivor_file_id = s.survivor_file_id"),
}
_LAST_OF_FIR = {
    "proceedings_hearing": ("e.on", "e.outcome <> 'expected'"),
    "proceedings_chargesheet": ("e.filed_latest", "TRUE"),
    "proceedings_investigationspell": ("e.received_on", "TRUE"),
    "proceedings_milestone": ("e.latest", "e.said = 'done'"),
}
_EVERY_LAST = " UNION ALL ".join(
    [
        f"SELECT max({day}) AS day FROM {table} e WHERE {standing('e')} AND {day} <= %(as_of)s AND {which}"
        for table, (day, which) in _LAST.items()
    ]
    + [
        f"SELECT max({day}) FROM proceedings_firsurvivor l JOIN {table} e ON e.fir_id = l.fir_id"
        f" WHERE l.survivor_file_id = s.survivor_file_id AND {standing('l')} AND {standing('e')}"
        f" AND {day} <= %(as_of)s AND {which}"
        for table, (day, which) in _LAST_OF_FIR.items()
    ]
)
LAST_EVENTS = Query(
    f"SELECT x.person AS id, min(x.days) AS days FROM (SELECT {person('s.survivor_file_id')} AS person,"
    f" %(as_of)s::date - (SELECT max(v.day) FROM ({_EVERY_LAST}) v) AS days"
    f" FROM files_filestatusspell s WHERE {standing('s')} AND {ACTIVE}) x GROUP BY x.person ORDER BY x.person"
)
