"""What a good engineer would write by hand for the same pages, on the same rows, behind the same wall.

The connection is the application's role, so row-level security holds; `asking` opens a transaction and says
who asks, as the product does. Statements are prepared by the driver on both sides. Each function answers how
many rows it fetched, so that an empty answer is seen.
"""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import psycopg

from bench.rows import beside

Connection = psycopg.Connection[Any]

SETTINGS = (
    "SELECT set_config('app.person', %s, true), set_config('app.offices', %s, true),"
    " set_config('app.organisations', %s, true), set_config('app.today', %s, true),"
    " set_config('app.now', now()::text, true), set_config('app.opening', '', true)"
)


@dataclass(frozen=True)
class Asking:
    """The person for whom the rows are read."""

    on: Connection
    who: uuid.UUID
    office: uuid.UUID
    day: date
    reaches_office: bool = False

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """One transaction in which the walls know her."""
        here = f"{{{self.office}}}"
        said = (str(self.who), here if self.reaches_office else "{}", here, self.day.isoformat())
        with self.on.transaction():
            self.on.execute(SETTINGS, said)
            yield self.on


FILE = (
    "SELECT f.*, p.name, a.name FROM files_survivorfile f LEFT JOIN access_person p"
    " ON p.id = f.worker_id LEFT JOIN places_area a ON a.id = f.block_id WHERE f.id = %s"
)
FIRS = (
    "SELECT f.* FROM proceedings_fir f JOIN proceedings_firsurvivor s ON s.fir_id = f.id"
    " WHERE s.survivor_file_id = %s AND s.withdrawn_at IS NULL AND f.withdrawn_at IS NULL"
)
OF_FIRS = (
    "SELECT * FROM proceedings_investigationspell WHERE fir_id = ANY(%s) AND withdrawn_at IS NULL",
    "SELECT * FROM proceedings_chargesheet WHERE fir_id = ANY(%s) AND withdrawn_at IS NULL",
    "SELECT * FROM proceedings_hearing WHERE fir_id = ANY(%s) AND withdrawn_at IS NULL",
    "SELECT * FROM proceedings_correction WHERE fir_id = ANY(%s) AND withdrawn_at IS NULL",
    "SELECT * FROM proceedings_accused WHERE fir_id = ANY(%s) AND name IS NOT NULL",
)
OF_FILE = (
    "SELECT * FROM files_taking WHERE survivor_file_id = %s AND withdrawn_at IS NULL",
    "SELECT * FROM files_rescue WHERE survivor_file_id = %s AND withdrawn_at IS NULL",
    "SELECT * FROM files_identity WHERE survivor_file_id = %s AND withdrawn_at IS NULL",
    "SELECT * FROM files_filestatusspell WHERE survivor_file_id = %s AND withdrawn_at IS NULL",
    "SELECT * FROM files_shelterspell WHERE survivor_file_id = %s AND withdrawn_at IS NULL",
    "SELECT * FROM files_restoration WHERE survivor_file_id = %s AND withdrawn_at IS NULL",
    "SELECT * FROM compensation_sanction WHERE survivor_file_id = %s AND withdrawn_at IS NULL",
    "SELECT * FROM legalaid_legalaidrequest WHERE survivor_file_id = %s AND withdrawn_at IS NULL",
    "SELECT * FROM compensation_claim WHERE survivor_file_id = %s AND withdrawn_at IS NULL",
    "SELECT * FROM compensation_order WHERE survivor_file_id = %s AND withdrawn_at IS NULL",
    "SELECT * FROM compensation_payment WHERE survivor_file_id = %s AND withdrawn_at IS NULL",
    (
        "SELECT a.*, l.name FROM legalaid_assignment a JOIN legalaid_lawyer l ON l.id = a.lawyer_id"
        " WHERE a.survivor_file_id = %s AND a.withdrawn_at IS NULL"
    ),
    "SELECT * FROM diary_contact WHERE survivor_file_id = %s AND withdrawn_at IS NULL",
    (
        "SELECT j.* FROM once_join j JOIN (SELECT %s::uuid AS file) f ON j.survivor_file_id = f.file"
        " OR j.standing_file_id = f.file WHERE j.withdrawn_at IS NULL"
    ),
    "SELECT subject_id, version, wrapped FROM vault_subjectkey WHERE subject_id = %s",
    "SELECT * FROM files_householdmember WHERE survivor_file_id = %s",
    "SELECT * FROM papers_paper WHERE survivor_file_id = %s AND withdrawn_at IS NULL",
    (
        "SELECT * FROM diary_task WHERE survivor_file_id = %s AND done_on IS NULL"
        " AND withdrawn_at IS NULL ORDER BY due_on LIMIT 5"
    ),
    (
        "SELECT * FROM files_safecontact WHERE survivor_file_id = %s AND withdrawn_at IS NULL"
        " ORDER BY recorded_at DESC LIMIT 1"
    ),
)
LOG = (
    "SELECT e.*, p.name FROM audit_entry e LEFT JOIN access_person p ON p.id = e.person_id"
    " WHERE e.subject = %s ORDER BY e.at DESC LIMIT 12"
)
LIST = (
    "SELECT f.*, p.name, a.name FROM files_survivorfile f LEFT JOIN access_person p"
    " ON p.id = f.worker_id LEFT JOIN places_area a ON a.id = f.block_id"
    " WHERE f.organisation_id = %s AND f.withdrawn_at IS NULL"
    " ORDER BY f.next_hearing_on NULLS LAST, f.id LIMIT 26"
)
WORKERS = (
    "SELECT id, name FROM access_person WHERE id IN (SELECT person_id FROM access_membership"
    " WHERE organisation_id = %s AND ends_on IS NULL) LIMIT 101"
)
FILES_OF = (
    "SELECT s.fir_id, f.id, f.number FROM proceedings_firsurvivor s JOIN files_survivorfile f"
    " ON f.id = s.survivor_file_id WHERE s.fir_id = ANY(%s) AND s.withdrawn_at IS NULL"
)
SAFE = (
    "SELECT DISTINCT ON (survivor_file_id) * FROM files_safecontact WHERE survivor_file_id = ANY(%s)"
    " AND withdrawn_at IS NULL ORDER BY survivor_file_id, recorded_at DESC"
)
REACH = (
    "SELECT survivor_file_id FROM files_accessgrant WHERE person_id = %(who)s"
    " AND starts_on <= %(today)s AND (until IS NULL OR until >= %(today)s)"
)
HEARINGS = (
    "SELECT h.fir_id, h.*, f.station_words, f.number, f.year FROM proceedings_hearing h"
    " JOIN proceedings_fir f ON f.id = h.fir_id WHERE h.withdrawn_at IS NULL"
    " AND h.\"on\" BETWEEN %(first)s AND %(last)s AND h.outcome = 'expected' AND EXISTS ("
    "  SELECT FROM proceedings_firsurvivor s JOIN files_accessgrant g"
    "  ON g.survivor_file_id = s.survivor_file_id AND g.person_id = %(who)s"
    "  AND g.starts_on <= %(today)s AND (g.until IS NULL OR g.until >= %(today)s)"
    "  WHERE s.fir_id = h.fir_id AND s.withdrawn_at IS NULL)"
    ' ORDER BY h."on" DESC, h.id LIMIT 12'
)
UNPAID = (
    "SELECT c.*, f.number FROM compensation_claim c JOIN files_survivorfile f"
    " ON f.id = c.survivor_file_id WHERE c.withdrawn_at IS NULL AND c.first_ordered_on IS NOT NULL"
    f" AND c.ordered_paise > c.credited_paise AND c.survivor_file_id IN ({REACH})"
    " ORDER BY c.first_ordered_on, c.id LIMIT 12"
)
SILENT = (
    "SELECT * FROM files_survivorfile WHERE worker_id = %(who)s AND status = 'active'"
    " AND last_contact_on < %(silent)s AND withdrawn_at IS NULL"
    " ORDER BY last_contact_on, id LIMIT 12"
)
TASKS = (
    "SELECT t.*, f.number FROM diary_task t JOIN files_survivorfile f ON f.id = t.survivor_file_id"
    " WHERE t.assigned_to_id = %(who)s AND t.done_on IS NULL AND t.withdrawn_at IS NULL"
    " AND t.due_on <= %(today)s ORDER BY t.due_on LIMIT 12"
)
PROMISES = (
    "SELECT * FROM meetings_promise WHERE organisation_id = %(office)s AND withdrawn_at IS NULL"
    " AND state = 'made' AND due_on < %(today)s ORDER BY due_on LIMIT 12"
)

DANGERS = (
    "SELECT i.*, f.number FROM care_incident i JOIN files_survivorfile f ON f.id = i.survivor_file_id"
    f" WHERE i.withdrawn_at IS NULL AND i.settled_on IS NULL AND i.survivor_file_id IN ({REACH})"
    ' ORDER BY i."on" DESC, i.id DESC LIMIT 10'
)
REVIEWS = (
    "SELECT r.*, f.number FROM care_review r JOIN files_survivorfile f ON f.id = r.survivor_file_id"
    f" WHERE r.withdrawn_at IS NULL AND f.withdrawn_at IS NULL AND r.survivor_file_id IN ({REACH})"
    " AND r.next_on <= %(soon)s AND NOT EXISTS (SELECT FROM care_review l"
    '  WHERE l.survivor_file_id = r.survivor_file_id AND l."on" > r."on" AND l.withdrawn_at IS NULL)'
    " ORDER BY r.next_on, r.id LIMIT 10"
)
MEND = (
    "SELECT (SELECT count(*) FROM quality_finding WHERE owner_id = %(who)s AND ended_at >= %(monday)s"
    "  AND outcome IN ('mended', 'false_alarm')),"
    " (SELECT settle FROM quality_weeklyaim WHERE organisation_id = %(office)s"
    "  ORDER BY recorded_at DESC LIMIT 1),"
    " (SELECT count(*) FROM (SELECT FROM quality_finding WHERE owner_id = %(who)s AND outcome = 'open'"
    "  AND rule NOT IN (SELECT rule FROM quality_silencedrule WHERE organisation_id = %(office)s"
    "  AND withdrawn_at IS NULL) LIMIT 1000) waiting)"
)


def file_page(asking: Asking, file_id: uuid.UUID) -> int:
    """Everything that the page of one file shows."""
    with asking.transaction() as on:
        file = on.execute(FILE, [file_id]).fetchone()
        firs = on.execute(FIRS, [file_id]).fetchall()
        ids = [row[0] for row in firs]
        rows = sum(len(on.execute(text, [ids]).fetchall()) for text in OF_FIRS)
        rows += sum(len(on.execute(text, [file_id]).fetchall()) for text in OF_FILE)
        rows += len(on.execute(LOG, [beside(file_id, 11)]).fetchall())
    return rows + len(firs) + (file is not None)


def file_list(asking: Asking) -> int:
    """The first page of an organisation's files, the soonest hearing first, and the filter by worker."""
    with asking.transaction() as on:
        rows = on.execute(LIST, [asking.office]).fetchall()
        return len(rows) + len(on.execute(WORKERS, [asking.office]).fetchall())


def today(asking: Asking) -> int:
    """A worker's day: hearings around it, money, silence, tasks, dangers, reviews, what is to mend."""
    day = asking.day
    said: dict[str, Any] = {"who": asking.who, "office": asking.office, "today": day}
    said |= {"silent": day - timedelta(days=30), "soon": day + timedelta(days=7)}
    said["monday"] = day - timedelta(days=day.weekday())
    spans = ((day, day), (day - timedelta(days=60), day - timedelta(days=1)))
    rows = []
    with asking.transaction() as on:
        for first, last in (*spans, (day + timedelta(days=1),) * 2):
            rows += on.execute(HEARINGS, {**said, "first": first, "last": last}).fetchall()
        rows += on.execute(FILES_OF, [[row[0] for row in rows]]).fetchall()
        silent = on.execute(SILENT, said).fetchall()
        rows += silent + on.execute(SAFE, [[row[0] for row in silent]]).fetchall()
        for text in (UNPAID, TASKS, PROMISES, DANGERS, REVIEWS, MEND):
            rows += on.execute(text, said).fetchall()
    return len(rows)
