"""From a signed-in person to an actor."""

import uuid
from datetime import date, datetime

from django.db.models import Q, QuerySet

from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.kept import Kept
from tafteesh.foundation.access.models import Membership, Person
from tafteesh.foundation.access.permissions import Role
from tafteesh.foundation.kernel.clock import day_in_india


def _held(*, person_id: uuid.UUID, today: date) -> "QuerySet[Membership, tuple[str, uuid.UUID]]":
    return Membership.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=today), person_id=person_id, starts_on__lte=today
    ).values_list("role", "organisation_id")


HELD = Kept(_held)


def actor_for(person: Person, *, now: datetime, request_id: uuid.UUID | None = None) -> Actor:
    """What she may do today: the roles in force, and the organisations they reach. One query."""
    today = day_in_india(now)
    held = [
        (Role(role), organisation_id)
        for role, organisation_id in HELD(person_id=person.pk, today=today)
    ]
    if not person.is_active:
        held = []
    return Actor(
        person_id=person.pk,
        organisation_id=person.organisation_id,
        roles=frozenset(role for role, _ in held),
        now=now,
        today=today,
        offices=frozenset(org for role, org in held if role.is_office_wide),
        organisations=frozenset(org for _, org in held),
        request_id=request_id,
    )
