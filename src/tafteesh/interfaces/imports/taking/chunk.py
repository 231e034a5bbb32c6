"""Taking a chunk of rows: all of a row or nothing of it, many rows in few statements."""

import uuid
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from django.db import connection, models, transaction  # noqa: TID251 - a chunk is one action
from django.db.utils import IntegrityError

from tafteesh.domain.collectives.models import Collective, CollectiveMembership
from tafteesh.domain.compensation.actions import keep_all_spells
from tafteesh.domain.compensation.models import Claim, Order, Payment
from tafteesh.domain.diary.models import Contact
from tafteesh.domain.files.models import (
    AccessGrant,
    FileStatusSpell,
    Identity,
    NameToken,
    Rescue,
    SurvivorFile,
    Taking,
)
from tafteesh.domain.legalaid.models import Assignment, Lawyer, LegalAidRequest
from tafteesh.domain.meetings.models import Attendance, Demand, Meeting, Promise
from tafteesh.domain.proceedings.models import (
    Accused,
    ChargeSheet,
    ChargeSheetAccused,
    ChargeSheetSection,
    Correction,
    Fir,
    FirSection,
    FirSurvivor,
    Hearing,
    InvestigationSpell,
)
from tafteesh.foundation.audit.log import WRITE, log_values
from tafteesh.foundation.vault.models import SubjectKey
from tafteesh.interfaces.imports.saying.rows import BROKEN_RULES
from tafteesh.interfaces.imports.taking import meetings, money, people, proceedings
from tafteesh.interfaces.imports.taking.proceedings import fir_of
from tafteesh.interfaces.imports.taking.values import NotTaken, Staged
from tafteesh.interfaces.imports.taking.world import Standing, World
from tafteesh.interfaces.imports.writing import Send, insert, insert_tokens, not_waiting

# In the order in which they are written: what is referred to comes first.
WRITTEN: tuple[type[models.Model], ...] = (
    SubjectKey, Collective, Lawyer, SurvivorFile, AccessGrant, Identity, NameToken, FileStatusSpell,
    Taking, Rescue, CollectiveMembership, Fir, FirSurvivor, Accused, FirSection, InvestigationSpell,
    ChargeSheet, ChargeSheetAccused, ChargeSheetSection, Correction, Hearing, Claim, Order, Payment,
    LegalAidRequest, Assignment, Meeting, Attendance, Demand, Promise, Contact,
)  # fmt: skip

# In the order in which kinds are taken: survivors and FIRs before what hangs on them.
TAKERS: dict[str, Callable[[Staged, World], None]] = {
    "survivors": people.take_survivor,
    "fir": proceedings.take_fir,
    "investigation": proceedings.take_investigation,
    "charge_sheet": proceedings.take_charge_sheet,
    "correction": proceedings.take_correction,
    "hearings": proceedings.take_hearing,
    "compensation": money.take_claim,
    "legal_aid": money.take_legal_aid,
    "meetings": meetings.take_meeting,
    "diary": meetings.take_diary,
}
MASTER_KINDS = frozenset({"survivors", "fir"})
SLICE = 250  # rows whose records are made before they are sent


@dataclass
class Outcome:
    """What became of a chunk: the rows taken, and why each of the others was not."""

    taken: list[Staged]
    refused: list[tuple[Staged, NotTaken]]


def take_chunk(rows: Sequence[Staged], standing: Standing) -> Outcome:
    """Take rows of one kind inside the caller's transaction.

    Should the database refuse the chunk, it is taken in halves until the row that does not fit is alone.
    """
    world, outcome = standing.next(), Outcome([], [])
    _prepare(rows, world)
    try:
        with transaction.atomic(), not_waiting() as send:
            send("SET CONSTRAINTS ALL IMMEDIATE", ())
            for start in range(0, len(rows), SLICE):
                _look(rows[start : start + SLICE], world, outcome)
                _write(world, send)
            send("SET CONSTRAINTS ALL DEFERRED", ())
    except IntegrityError as fault:
        standing.forget()
        if len(rows) == 1:
            return Outcome([], [(rows[0], NotTaken(_rule(fault)))])
        return _in_halves(rows, standing)
    return outcome


def _look(rows: Sequence[Staged], world: World, outcome: Outcome) -> None:
    """Make the records of each row, or of none of it; nothing is written yet."""
    for row in rows:
        marks = {model: len(made) for model, made in world.new.items()}
        lines = len(world.lines)
        try:
            TAKERS[row.kind](row, world)
            outcome.taken.append(row)
        except NotTaken as reason:
            outcome.refused.append((row, reason))
            for model, made in world.new.items():
                del made[marks.get(model, 0) :]
            del world.lines[lines:]


def _in_halves(rows: Sequence[Staged], standing: Standing) -> Outcome:
    middle = len(rows) // 2
    halves = [take_chunk(part, standing) for part in (rows[:middle], rows[middle:])]
    return Outcome(
        [row for half in halves for row in half.taken],
        [pair for half in halves for pair in half.refused],
    )


def _rule(fault: IntegrityError) -> str:
    """The kind of doubt that the broken rule stands for; never its values."""
    name = getattr(getattr(fault.__cause__, "diag", None), "constraint_name", None)
    return BROKEN_RULES.get(str(name), "does not fit the records")


def _prepare(rows: Sequence[Staged], world: World) -> None:
    """What the rows refer to, fetched with few queries."""
    firs, files = _referred(rows, world)
    kind = rows[0].kind if rows else ""
    if firs:
        world.load(firs)
        if kind == "charge_sheet":
            world.open_keys(firs)
    if files and kind == "diary":
        world.open_keys(files)
    if files and kind == "legal_aid":
        world.load_files(files)


def _referred(rows: Sequence[Staged], world: World) -> tuple[set[uuid.UUID], set[uuid.UUID]]:
    firs: set[uuid.UUID] = set()
    files: set[uuid.UUID] = set()
    for row in rows:
        with suppress(NotTaken):
            if row.values.get("joins") and (known := world.firs.get(fir_of(row))):
                firs.add(known)
            if row.values.get("fir"):
                firs.add(world.fir(row.values["fir"]))
            if row.values.get("survivor_code"):
                files.add(world.file(row.values["survivor_code"]).id)
    return firs, files


def _write(world: World, send: Send) -> None:
    for model in WRITTEN:
        if not (made := world.new.get(model)):
            continue
        if model is NameToken:
            insert_tokens(made, world.organisation_id, send)
        else:
            insert(made, send)
    if world.lines:
        send(WRITE, log_values(world.lines, by=world.by))
    world.new.clear()
    world.lines.clear()


def keep_lists(world: World) -> None:
    """Bring what lists are made of in line: money not paid, last contact, next hearing, agency of each FIR.

    A next date that lies ahead becomes an expected hearing, so that it stands in the diary.
    """
    mine = {"organisation_id": world.organisation_id}
    keep_all_spells(world.organisation_id)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE files_survivorfile f SET last_contact_on = c.day FROM (SELECT survivor_file_id,"
            ' max("on") AS day FROM diary_contact WHERE organisation_id = %(organisation_id)s'
            " AND reached AND withdrawn_at IS NULL GROUP BY 1) c WHERE c.survivor_file_id = f.id"
            " AND f.last_contact_on IS DISTINCT FROM c.day",
            mine,
        )
        cursor.execute(
            'INSERT INTO proceedings_hearing (id, organisation_id, fir_id, "on", outcome, court_id,'
            " court_words, why, stage, came, recorded_at, recorded_by_id, import_batch)"
            " SELECT DISTINCT ON (fir_id, next_on) gen_random_uuid(), organisation_id, fir_id, next_on,"
            " 'expected', court_id, court_words, '', '', '', recorded_at, recorded_by_id, import_batch"
            " FROM proceedings_hearing WHERE organisation_id = %(organisation_id)s"
            " AND withdrawn_at IS NULL AND next_on >= app_today() ON CONFLICT DO NOTHING",
            mine,
        )
        cursor.execute(
            "UPDATE files_survivorfile f SET next_hearing_on = h.day FROM (SELECT l.survivor_file_id,"
            " min(h.next_on) AS day FROM proceedings_firsurvivor l JOIN proceedings_hearing h"
            " ON h.fir_id = l.fir_id AND h.withdrawn_at IS NULL AND h.next_on >= app_today()"
            " WHERE l.organisation_id = %(organisation_id)s AND l.withdrawn_at IS NULL GROUP BY 1) h"
            " WHERE h.survivor_file_id = f.id AND f.next_hearing_on IS DISTINCT FROM h.day",
            mine,
        )
        cursor.execute(
            "UPDATE proceedings_fir f SET agency_kind = s.agency_kind FROM (SELECT DISTINCT ON (fir_id)"
            " fir_id, agency_kind FROM proceedings_investigationspell"
            " WHERE organisation_id = %(organisation_id)s AND withdrawn_at IS NULL"
            " AND starts_on IS NOT NULL ORDER BY fir_id, starts_on DESC) s"
            " WHERE s.fir_id = f.id AND f.agency_kind <> s.agency_kind",
            mine,
        )
