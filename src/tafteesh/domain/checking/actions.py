"""Announcing a seed, drawing, judging field by field, closing a round."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import models, transaction
from django.db.models import QuerySet

from tafteesh.domain.checking import drawing
from tafteesh.domain.checking.fields import BY_CODE, rows_of
from tafteesh.domain.checking.models import CheckRound, DrawnFile, FieldCheck, Recount
from tafteesh.domain.diary.models import Task
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.papers.models import Paper
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.kernel.ids import new_id

FIND_PAPER_WITHIN = timedelta(days=14)
YEAR = 365


class SeedUsedBefore(Exception):
    """A seed is announced for one round only."""


class NoFieldsChosen(Exception):
    """A round checks at least one field that the catalogue knows."""


class DrawnAlready(Exception):
    """A sample is drawn once: never again until it passes."""


class NotDrawnYet(Exception):
    """There is nothing to close before the sample is drawn."""


class NothingToDraw(Exception):
    """There is no file to draw from."""


class EnteredByHerself(Exception):
    """Whoever entered a value cannot be its checker."""


class SawItBefore(Exception):
    """The second look is another person's."""


class JudgedAlready(Exception):
    """Somebody else said of this field what its paper says."""


class RoundIsClosed(Exception):
    """A closed round keeps its verdicts."""


class NothingReported(Exception):
    """A total of nought cannot be verified."""


@dataclass(frozen=True)
class Site:
    """One place: what it reported, and what is found in its papers."""

    place: str
    reported: int
    recounted: int


@dataclass(frozen=True)
class NewRound:
    """A round as it is announced."""

    title: str
    seed: str
    files: int
    fields: tuple[str, ...]
    strata: str = CheckRound.Strata.NONE
    shares: str = CheckRound.Shares.BY_SIZE
    second_percent: int = 5


@transaction.atomic
def announce_round(*, new: NewRound, by: Actor) -> CheckRound:
    """Announce the seed before anything is drawn. Raises SeedUsedBefore, NoFieldsChosen."""
    require(by, Permission.ROUND_DRAW)
    if not new.fields or not set(new.fields) <= BY_CODE.keys():
        raise NoFieldsChosen
    mine = CheckRound.objects.visible_to(by)
    if mine.filter(organisation_id=by.organisation_id, seed=new.seed).exists():
        raise SeedUsedBefore
    made = CheckRound(
        organisation_id=by.organisation_id,
        title=new.title,
        seed=new.seed,
        strata=new.strata,
        shares=new.shares,
        files_wanted=new.files,
        fields=list(new.fields),
        second_percent=new.second_percent,
        recorded_at=by.now,
        recorded_by_id=by.person_id,
    )
    made.save(force_insert=True)
    write_log(Event.ROUND_ANNOUNCED, about=made, by=by)
    return made


@transaction.atomic
def draw_round(*, round: CheckRound, by: Actor) -> CheckRound:  # noqa: A002 - the field's word
    """Draw the sample from the files of this moment. Raises DrawnAlready, NothingToDraw."""
    require(by, Permission.ROUND_DRAW)
    found = _locked(round, by)
    if found.drawn_at:
        raise DrawnAlready
    door = SurvivorFile.objects.visible_to(by)
    rows = door.filter(organisation_id=found.organisation_id, withdrawn_at=None)
    frame = list(rows.select_related("block"))
    if not frame:
        raise NothingToDraw
    by_id = {file.pk: file for file in frame}
    strata = {file.pk: _stratum(file, found.strata, by) for file in frame}
    alike = found.shares == CheckRound.Shares.ALIKE
    drawn = drawing.draw_by_stratum(strata, found.seed, found.files_wanted, alike=alike)
    found.drawn_at, found.frame_size = by.now, len(frame)
    found.frame_hash = drawing.fingerprint(list(by_id))
    found.save(update_fields=["drawn_at", "frame_size", "frame_hash"])
    files = [
        DrawnFile(round=found, ordinal=n, stratum=strata[pk], weight=weight, **_own(by_id[pk], by))
        for n, (pk, weight) in enumerate(drawn.items(), start=1)
    ]
    DrawnFile.unscoped.bulk_create(files)
    FieldCheck.unscoped.bulk_create(_checks(found, files, by), batch_size=2000)
    write_log(Event.ROUND_DRAWN, about=found, by=by)
    return found


def _locked(round: CheckRound, by: Actor) -> CheckRound:  # noqa: A002 - the field's word
    door = CheckRound.objects.visible_to(by).select_for_update(of=("self",))
    return door.get(pk=round.pk, withdrawn_at=None)


def _own(file: SurvivorFile, by: Actor) -> dict[str, Any]:
    return {
        "organisation_id": file.organisation_id,
        "survivor_file_id": file.pk,
        "recorded_at": by.now,
        "recorded_by_id": by.person_id,
    }


def _stratum(file: SurvivorFile, strata: str, by: Actor) -> str:
    if strata == CheckRound.Strata.WORKER:
        return str(file.worker_id or "")
    if strata == CheckRound.Strata.BLOCK:
        return str(file.block_id or "")
    if strata == CheckRound.Strata.DISTRICT:
        return str(file.block.parent_id or "") if file.block else ""
    if strata == CheckRound.Strata.AGE:
        opened = file.opened_latest or file.recorded_at.date()
        return str(min(max((by.today - opened).days // YEAR, 0), 5))
    return ""


def _checks(found: CheckRound, drawn: Sequence[DrawnFile], by: Actor) -> list[FieldCheck]:
    def door(model: type[models.Model]) -> "QuerySet[Any]":
        scoped: QuerySet[Any] = model.objects.visible_to(by)  # type: ignore[attr-defined] # every guarded model has it
        return scoped

    files = [one.survivor_file_id for one in drawn]
    checks = []
    for code in found.fields:
        rows = rows_of(BY_CODE[code], files, door)
        for one in drawn:
            checks += _of_field(found, one, code, rows.get(one.survivor_file_id))
    return checks


def _of_field(found: CheckRound, drawn: DrawnFile, code: str, row: Any) -> list[FieldCheck]:
    shared = {
        "drawn": drawn,
        "field": code,
        "row_id": row.pk if row else None,
        "entered_by_id": row.recorded_by_id if row else None,
        "organisation_id": drawn.organisation_id,
        "survivor_file_id": drawn.survivor_file_id,
        "recorded_at": drawn.recorded_at,
        "recorded_by_id": drawn.recorded_by_id,
    }
    checks = [FieldCheck(id=new_id(), **shared)]
    if drawing.is_checked_twice(found.seed, drawn.survivor_file_id, code, found.second_percent):
        checks.append(FieldCheck(id=new_id(), is_second=True, **shared))
    return checks


@transaction.atomic
def judge(*, check: FieldCheck, verdict: str, paper: Paper | None = None, by: Actor) -> FieldCheck:
    """Say of one field what its paper says. A missing paper becomes a task of the file's worker.

    Raises EnteredByHerself, SawItBefore, JudgedAlready, RoundIsClosed.
    """
    require(by, Permission.RECORD_CHECK)
    door = FieldCheck.objects.visible_to(by).select_related("drawn__round", "survivor_file")
    found = door.select_for_update(of=("self",)).get(pk=check.pk)
    if found.drawn.round.closed_at:
        raise RoundIsClosed
    _may_judge(found, by)
    if paper is not None:
        paper = Paper.objects.visible_to(by).get(pk=paper.pk, survivor_file=found.survivor_file_id)
    found.verdict, found.paper = verdict, paper
    is_open = verdict == FieldCheck.Verdict.OPEN
    found.checked_by_id = None if is_open else by.person_id
    found.checked_at = None if is_open else by.now
    found.save(update_fields=["verdict", "paper", "checked_by", "checked_at"])
    if verdict == FieldCheck.Verdict.NO_PAPER:
        _ask_for_paper(found.survivor_file, by)
    tag = found.survivor_file.log_tag
    write_log(
        Event.FIELD_CHECKED, about=found, by=by, subject=tag, fields=[found.field], reason=verdict
    )
    return found


def _may_judge(found: FieldCheck, by: Actor) -> None:
    if found.entered_by_id == by.person_id:
        raise EnteredByHerself
    if found.checked_by_id not in (None, by.person_id):
        raise JudgedAlready
    other = FieldCheck.unscoped.filter(drawn=found.drawn_id, field=found.field)
    if other.exclude(pk=found.pk).filter(checked_by_id=by.person_id).exists():
        raise SawItBefore


def _ask_for_paper(file: SurvivorFile, by: Actor) -> None:
    """One task a file is enough, however many of its papers are missing."""
    wanted: dict[str, uuid.UUID] = {"assigned_to_id": file.worker_id or by.person_id}
    Task.unscoped.get_or_create(
        survivor_file=file,
        kind=Task.Kind.GET_PAPER,
        done_on=None,
        withdrawn_at=None,
        defaults={
            "organisation_id": file.organisation_id,
            "due_on": by.today + FIND_PAPER_WITHIN,
            "recorded_at": by.now,
            "recorded_by_id": by.person_id,
            **wanted,
        },
    )


@transaction.atomic
def close_round(*, round: CheckRound, by: Actor) -> CheckRound:  # noqa: A002 - the field's word
    """The round is over: its verdicts stand. Raises NotDrawnYet, RoundIsClosed."""
    require(by, Permission.ROUND_DRAW)
    found = _locked(round, by)
    if not found.drawn_at:
        raise NotDrawnYet
    if found.closed_at:
        raise RoundIsClosed
    found.closed_at = by.now
    found.save(update_fields=["closed_at"])
    write_log(Event.ROUND_CLOSED, about=found, by=by)
    return found


@transaction.atomic
def record_recount(*, title: str, sites: Sequence[Site], by: Actor) -> Recount:
    """A reported total was counted again from the papers of each place. Raises NothingReported."""
    require(by, Permission.RECORD_CHECK)
    if not sum(site.reported for site in sites):
        raise NothingReported
    made = Recount(
        organisation_id=by.organisation_id,
        title=title,
        sites=[[site.place, site.reported, site.recounted] for site in sites],
        recorded_at=by.now,
        recorded_by_id=by.person_id,
    )
    made.save(force_insert=True)
    write_log(Event.TOTAL_RECOUNTED, about=made, by=by)
    return made
