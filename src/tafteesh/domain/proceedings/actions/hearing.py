"""The court diary: what happened, and what comes next."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Min

from tafteesh.domain.diary.actions import add_task
from tafteesh.domain.diary.models import Task
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.files.sealing import open_from, seal_into
from tafteesh.domain.proceedings.actions.fir import locked_fir, own
from tafteesh.domain.proceedings.models import Fir, FirSurvivor, Hearing
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.kernel.ids import new_id
from tafteesh.foundation.vault.keys import key_of

UNDO_WITHIN = timedelta(hours=24)
UNLIKE = ("id", "fir_id", "on", "organisation_id", "withdrawn_at", "import_batch", "note_sealed")


class NextDateNotAfter(Exception):
    """The next date must lie after this hearing."""


class HearingBeforeFir(Exception):
    """No court heard a FIR before it was registered."""


class NotHeldYet(Exception):
    """What happened on a day can be told when the day has come."""


class TooLateToUndo(Exception):
    """After a day an entry is corrected with a reason, not undone."""


@dataclass(frozen=True)
class HearingResult:
    """What is written down of one day in court."""

    on: date
    outcome: str
    next_on: date | None = None
    court: str = ""
    details: dict[str, object] = field(default_factory=dict)  # why, stage, came, by_video_link
    note: str = ""


@transaction.atomic
def record_hearing(*, fir: Fir, result: HearingResult, by: Actor) -> Hearing:
    """Record one day in court; a next date becomes an expected hearing.

    The same day twice is one hearing: the later entry completes the earlier, which is withdrawn and kept, and
    counts as known from now on. Raises NextDateNotAfter, NotHeldYet, HearingBeforeFir.
    """
    require(by, Permission.HEARING_RECORD)
    if result.next_on and result.next_on <= result.on:
        raise NextDateNotAfter(result.next_on.isoformat())
    if result.on > by.today and result.outcome != Hearing.Outcome.EXPECTED:
        raise NotHeldYet(result.on.isoformat())
    fir = locked_fir(fir, by)
    if fir.registered_earliest and result.on < fir.registered_earliest:
        raise HearingBeforeFir(result.on.isoformat())
    court = result.court or fir.court_words
    values: dict[str, object] = {
        "recorded_at": by.now,
        "recorded_by_id": by.person_id,
        "outcome": result.outcome,
        "next_on": result.next_on,
        "court_words": court,
        **result.details,
    }
    before = Hearing.unscoped.filter(fir=fir, on=result.on, withdrawn_at=None).first()
    if before is not None and before.outcome != Hearing.Outcome.EXPECTED:
        hearing = _completed(before, values, by)
    else:
        hearing, _made = Hearing.unscoped.update_or_create(
            fir=fir,
            on=result.on,
            withdrawn_at=None,
            defaults=values,
            create_defaults=values | own(by, fir),
        )
    if result.note:
        seal_into(hearing, "note_sealed", result.note, key_of(fir.pk))
        hearing.save(update_fields=["note_sealed"])
    if result.next_on:
        Hearing.unscoped.get_or_create(
            fir=fir,
            on=result.next_on,
            withdrawn_at=None,
            defaults={"court_words": court, **own(by, fir)},
        )
    _keep_next_hearing(fir, by)
    write_log(Event.HEARING_RECORDED, about=hearing, by=by, fields=sorted(values))
    return hearing


def _completed(before: Hearing, values: dict[str, object], by: Actor) -> Hearing:
    """A later entry of the same day: the earlier one is withdrawn, what it alone says goes on standing."""
    key = key_of(before.fir_id)
    note = open_from(before, "note_sealed", key)
    before.withdrawn_at = by.now
    before.save(update_fields=["withdrawn_at"])
    row = Hearing(
        id=new_id(), fir_id=before.fir_id, on=before.on, organisation_id=before.organisation_id
    )
    told = {
        name: value
        for name, value in values.items()
        if value not in ("", None) or name == "next_on"
    }
    for column in Hearing._meta.concrete_fields:
        if column.attname not in UNLIKE:
            setattr(row, column.attname, getattr(before, column.attname))
    for name, value in told.items():
        setattr(row, name, value)
    if note:
        seal_into(row, "note_sealed", note.reveal(), key)
    row.save(force_insert=True)
    return row


@transaction.atomic
def ask_outcome_tomorrow(*, hearing: Hearing, by: Actor) -> Hearing:
    """Nobody knows yet what happened: say so, and find out tomorrow."""
    result = HearingResult(on=hearing.on, outcome=Hearing.Outcome.NOT_KNOWN)
    hearing = record_hearing(fir=hearing.fir, result=result, by=by)
    links = FirSurvivor.objects.visible_to(by).filter(fir=hearing.fir_id, withdrawn_at=None)
    link = links.select_related("survivor_file").order_by("recorded_at").first()
    if link is not None:
        due_on = by.today + timedelta(days=1)
        add_task(file=link.survivor_file, kind=Task.Kind.ASK_OUTCOME, due_on=due_on, by=by)
    return hearing


@transaction.atomic
def undo_hearing(*, hearing: Hearing, by: Actor) -> Hearing:
    """Take back what was just recorded; the day stands as expected again. Raises TooLateToUndo.

    The next date and the task that came with the entry go with it.
    """
    require(by, Permission.HEARING_RECORD)
    fir = locked_fir(hearing.fir, by)
    door = Hearing.objects.visible_to(by).select_for_update(of=("self",))
    row = door.exclude(outcome="expected").get(pk=hearing.pk, withdrawn_at=None)
    if by.now - row.recorded_at > UNDO_WITHIN:
        raise TooLateToUndo(str(row.pk))
    together = {"recorded_at": row.recorded_at, "withdrawn_at": None}
    if row.next_on:
        Hearing.unscoped.filter(fir=fir, on=row.next_on, outcome="expected", **together).update(
            withdrawn_at=by.now
        )
    tasks = Task.objects.visible_to(by).filter(kind=Task.Kind.ASK_OUTCOME, done_on=None, **together)
    tasks.filter(recorded_by_id=row.recorded_by_id).update(withdrawn_at=by.now)
    row.withdrawn_at = by.now
    row.save(update_fields=["withdrawn_at"])
    again = Hearing.unscoped.create(on=row.on, court_words=row.court_words, fir=fir, **own(by, fir))
    _keep_next_hearing(fir, by)
    write_log(Event.WITHDRAWN, about=row, by=by, reason="undone")
    return again


def _keep_next_hearing(fir: Fir, by: Actor) -> None:
    links = FirSurvivor.unscoped.filter(fir=fir, withdrawn_at=None)
    for file_id in links.values_list("survivor_file_id", flat=True):
        firs = FirSurvivor.unscoped.filter(survivor_file_id=file_id, withdrawn_at=None)
        expected = Hearing.unscoped.filter(
            fir__in=firs.values("fir"), withdrawn_at=None, outcome="expected", on__gte=by.today
        )
        SurvivorFile.unscoped.filter(pk=file_id).update(
            next_hearing_on=expected.aggregate(day=Min("on"))["day"]
        )
