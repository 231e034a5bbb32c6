"""Collectives and their members."""

from datetime import date

from django.db import transaction
from django.db.models import Q

from tafteesh.domain.collectives.models import Collective, CollectiveMembership
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event


class MemberAlready(Exception):
    """She is a member on those days already."""


class LeavesBeforeJoining(Exception):
    """The last day cannot be before the first."""


@transaction.atomic
def record_collective(*, name: str, area: str = "", by: Actor) -> Collective:
    """Make a collective known; the same name twice is one collective."""
    require(by, Permission.MEETING_WRITE)
    collective, _made = Collective.unscoped.get_or_create(
        organisation_id=by.organisation_id,
        name=name,
        defaults={"area": area, "recorded_at": by.now, "recorded_by_id": by.person_id},
    )
    write_log(Event.COLLECTIVE_RECORDED, about=collective, by=by)
    return collective


@transaction.atomic
def join_collective(
    *, file: SurvivorFile, collective: Collective, starts_on: date | None, by: Actor
) -> CollectiveMembership:
    """She belongs to a collective from a day on (or since nobody knows when). Raises MemberAlready."""
    require(by, Permission.FILE_WRITE)
    file = SurvivorFile.objects.visible_to(by).select_for_update(of=("self",)).get(pk=file.pk)
    collective = Collective.objects.visible_to(by).get(pk=collective.pk)
    others = CollectiveMembership.unscoped.filter(
        survivor_file=file, collective=collective, withdrawn_at=None
    )
    still = Q(ends_on=None) | Q(ends_on__gt=starts_on) if starts_on else Q()
    if others.filter(still).exists():
        raise MemberAlready(str(file.pk))
    membership = CollectiveMembership.unscoped.create(
        collective=collective,
        starts_on=starts_on,
        organisation_id=file.organisation_id,
        survivor_file=file,
        recorded_at=by.now,
        recorded_by_id=by.person_id,
    )
    write_log(Event.COLLECTIVE_RECORDED, about=membership, by=by, subject=file.log_tag)
    return membership


@transaction.atomic
def leave_collective(
    *, membership: CollectiveMembership, ends_on: date, by: Actor
) -> CollectiveMembership:
    """She is a member no longer from a day on. Raises LeavesBeforeJoining."""
    require(by, Permission.FILE_WRITE)
    door = CollectiveMembership.objects.visible_to(by).select_related("survivor_file")
    row = door.select_for_update(of=("self",)).get(pk=membership.pk, withdrawn_at=None)
    if row.starts_on and ends_on < row.starts_on:
        raise LeavesBeforeJoining(ends_on.isoformat())
    row.ends_on = ends_on
    row.save(update_fields=["ends_on"])
    write_log(Event.COLLECTIVE_RECORDED, about=row, by=by, subject=row.survivor_file.log_tag)
    return row
