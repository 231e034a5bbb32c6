"""Collectives and their members."""

from datetime import date

from django.db import transaction

from tafteesh.domain.collectives.models import Collective, CollectiveMembership
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event


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
    """She belongs to a collective from a day on (or since nobody knows when)."""
    require(by, Permission.FILE_WRITE)
    file = SurvivorFile.objects.visible_to(by).get(pk=file.pk)
    collective = Collective.objects.visible_to(by).get(pk=collective.pk)
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
