"""Looking for files of one person, and saying of two files whether they are one."""

import uuid
from collections.abc import Sequence
from enum import StrEnum

from django.db import transaction
from django.db.models import Q

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.once.keeping import changed_files, keep_pairs
from tafteesh.domain.once.models import Join, Looked, Pair
from tafteesh.domain.once.queries import one_person, standing_file_of
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import counting
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import Line, write_lines, write_log
from tafteesh.foundation.audit.models import Event


class SettledAlready(Exception):
    """Somebody has answered this pair: take that answer back first."""


class OtherOwner(Exception):
    """One of the two files belongs to an organisation for which she does not speak."""


class OnePersonAlready(Exception):
    """Both files stand for one person already, by other joins."""


class StandsForOthers(Exception):
    """The file that would be joined stands for others: let it be the standing one, or undo those first."""


class NotOneOfTheTwo(Exception):
    """The standing file is one of the two."""


class JoinedOverIt(Exception):
    """Another file was joined because of this one: that join is undone first."""


class Answer(StrEnum):
    """What whoever wrote a file is told: nothing, that she may look herself, or whom to ask."""

    NOBODY = "nobody"
    LOOK = "look"
    ASK = "ask"


@transaction.atomic
def look_for_others(*, files: Sequence[uuid.UUID], came_from: Pair.From, by: Actor) -> Answer:
    """Look in the whole organisation for files that may be of the same person as these, and propose them.

    Whoever does not reach the other file learns only that her supervisor is to be asked.
    """
    require(by, Permission.FILE_WRITE)
    with counting(by) as counter:
        waiting = keep_pairs(files, came_from, counter)
    new = [pair for pair in waiting if pair.found_at == by.now]
    lines = [
        Line(Event.PAIR_PROPOSED, pair._meta.label, pair.pk, reason=came_from.value) for pair in new
    ]
    write_lines(lines, by=by)
    if not waiting:
        return Answer.NOBODY
    reached = Pair.objects.visible_to(by).filter(pk__in=[pair.pk for pair in waiting]).count()
    may = by.holds(Permission.PERSON_JOIN)
    return Answer.LOOK if reached == len(waiting) and may else Answer.ASK


@transaction.atomic
def look_in_the_night(*, most: int, by: Actor) -> int:
    """Look again at files in which something compared has changed; answers at how many."""
    require(by, Permission.PERSON_JOIN)
    files = changed_files(by, most)
    waiting = keep_pairs(files, Pair.From.NIGHT, by)
    if new := sum(1 for pair in waiting if pair.found_at == by.now):
        write_lines([Line(Event.PAIR_PROPOSED, Pair._meta.label, reason=str(new))], by=by)
    return len(files)


def _locked(pair: Pair, by: Actor, *states: str) -> Pair:
    door = Pair.objects.visible_to(by).select_for_update(of=("self",))
    row = door.get(pk=pair.pk)
    if row.state not in states:
        raise SettledAlready(str(row.pk))
    return row


def _both(pair: Pair, by: Actor) -> dict[uuid.UUID, SurvivorFile]:
    """The two files, or those that stand for them, held in one order. Raises OtherOwner, OnePersonAlready."""
    ids = {standing_file_of(file, by) for file in (pair.survivor_file_id, pair.other_file_id)}
    if len(ids) < 2:
        raise OnePersonAlready(str(pair.pk))
    door = SurvivorFile.objects.visible_to(by).select_for_update(of=("self",))
    files = {file.pk: file for file in door.filter(pk__in=ids).order_by("pk")}
    if any(file.organisation_id not in by.offices for file in files.values()):
        raise OtherOwner(str(pair.pk))
    return files


def _settle(pair: Pair, state: str, by: Actor, why_not: str = "") -> None:
    pair.state, pair.why_not = state, why_not
    pair.settled_at, pair.settled_by_id = by.now, by.person_id
    pair.settled_chance, pair.settled_signs = pair.chance, pair.signs
    pair.save()


@transaction.atomic
def join(*, pair: Pair, standing: uuid.UUID, why: str, by: Actor) -> Join:
    """Say that two files are of one person: one stands, the other points to it, and both keep all they hold.

    Raises SettledAlready, OtherOwner, OnePersonAlready, NotOneOfTheTwo, StandsForOthers.
    """
    require(by, Permission.PERSON_JOIN)
    pair = _locked(pair, by, Pair.State.PROPOSED)
    files = _both(pair, by)
    if standing not in files:
        raise NotOneOfTheTwo(str(standing))
    stands = files.pop(standing)
    (joined,) = files.values()
    if one_person(joined, by) is not None:
        raise StandsForOthers(str(joined.pk))
    row = Join.unscoped.create(
        organisation_id=joined.organisation_id,
        survivor_file=joined,
        standing_file=stands,
        pair=pair,
        why=why,
        recorded_at=by.now,
        recorded_by_id=by.person_id,
    )
    _settle(pair, Pair.State.JOINED, by)
    _log(Event.PERSON_JOINED, row, why, by)
    return row


def _log(event: Event, row: Join, reason: str, by: Actor) -> None:
    """A line for each of the two files."""
    for file in (row.standing_file, row.survivor_file):
        write_log(event, about=row, by=by, subject=file.log_tag, reason=reason)


@transaction.atomic
def undo_join(*, joined: Join, why: str, by: Actor) -> Join:
    """Undo a join whole: both files are again what they were before it. Raises JoinedOverIt."""
    require(by, Permission.PERSON_JOIN)
    door = Join.objects.visible_to(by).select_for_update(of=("self",))
    row = door.select_related("survivor_file", "standing_file").get(pk=joined.pk, withdrawn_at=None)
    if any(
        file.organisation_id not in by.offices for file in (row.survivor_file, row.standing_file)
    ):
        raise OtherOwner(str(row.pk))
    hers = Q(pair__survivor_file=row.survivor_file) | Q(pair__other_file=row.survivor_file)
    over = Join.unscoped.filter(hers, standing_file=row.standing_file, withdrawn_at=None)
    if over.exclude(pk=row.pk).exists():
        raise JoinedOverIt(str(row.pk))
    row.withdrawn_at, row.undone_by_id, row.why_undone = by.now, by.person_id, why
    row.save(update_fields=["withdrawn_at", "undone_by", "why_undone"])
    _settle(Pair.unscoped.get(pk=row.pair_id), Pair.State.UNDONE, by)
    _log(Event.PERSON_PARTED, row, why, by)
    return row


@transaction.atomic
def not_the_same(*, pair: Pair, why: str, by: Actor) -> Pair:
    """Say that two files are of two persons, and why; it is not asked again unless stronger evidence comes.

    Raises SettledAlready.
    """
    require(by, Permission.PERSON_JOIN)
    pair = _locked(pair, by, Pair.State.PROPOSED, Pair.State.UNDONE)
    _settle(pair, Pair.State.NOT_SAME, by, why)
    write_log(Event.PAIR_PARTED, about=pair, by=by, reason=why)
    return pair


@transaction.atomic
def look_again(*, pair: Pair, by: Actor) -> Pair:
    """Take an answer back: the pair waits again. Raises SettledAlready where it is joined or waits already."""
    require(by, Permission.PERSON_JOIN)
    pair = _locked(pair, by, Pair.State.NOT_SAME, Pair.State.UNDONE)
    pair.state, pair.why_not = Pair.State.PROPOSED, ""
    pair.save(update_fields=["state", "why_not"])
    write_log(Event.PAIR_PROPOSED, about=pair, by=by, reason="again")
    return pair


@transaction.atomic
def forget_pairs(*, files: Sequence[uuid.UUID], by: Actor) -> int:
    """Drop what nobody has answered yet about files that go away; answers how many pairs went."""
    require(by, Permission.FILE_WRITE)
    rows = Pair.unscoped.filter(
        Q(survivor_file__in=files) | Q(other_file__in=files), state=Pair.State.PROPOSED
    )
    gone, _kinds = rows.filter(settled_at=None).delete()
    Looked.unscoped.filter(survivor_file__in=files).delete()
    write_lines([Line(Event.PAIR_PARTED, Pair._meta.label, reason=f"forgotten {gone}")], by=by)
    return gone
