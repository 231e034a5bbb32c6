"""From a signed-in person to an actor."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.kept import Kept
from tafteesh.foundation.access.models import Membership, Person
from tafteesh.foundation.access.permissions import Role
from tafteesh.foundation.kernel.clock import day_in_india


@dataclass(frozen=True)
class Held:
    """One role of one person, from a day to a day."""

    role: Role
    organisation_id: uuid.UUID
    starts_on: date
    ends_on: date | None

    def on(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or self.ends_on >= day)


ROLE = ("role", "organisation_id", "starts_on", "ends_on")
COLUMNS = tuple(field.attname for field in Person._meta.concrete_fields)


def _held(*, person_id: uuid.UUID) -> "QuerySet[Any, Any]":
    return Membership.objects.filter(person_id=person_id).values_list(*ROLE)


def _person(*, person_id: uuid.UUID) -> "QuerySet[Any, Any]":
    roles = [f"memberships__{name}" for name in ROLE]
    return Person.objects.filter(pk=person_id).values_list(*COLUMNS, *roles)


HELD = Kept(_held)
PERSON = Kept(_person)


def person_at_work(person_id: uuid.UUID) -> Person | None:
    """A person with the roles that she ever held, read at once: what every request asks."""
    rows = PERSON(person_id=person_id)
    if not rows:
        return None
    person = Person.from_db(connection.alias, COLUMNS, rows[0][: len(COLUMNS)])
    person.read_with_her = [row[len(COLUMNS) :] for row in rows if row[len(COLUMNS)] is not None]
    return person


def actor_for(person: Person, *, now: datetime, request_id: uuid.UUID | None = None) -> Actor:
    """What she may do today: the roles in force, and the organisations they reach.

    Roles that were read with her are used once, so that nobody acts on what was read long ago.
    """
    today = day_in_india(now)
    known, person.read_with_her = person.read_with_her, None
    ever = [
        Held(Role(role), *rest)
        for role, *rest in (HELD(person_id=person.pk) if known is None else known)
    ]
    held = [(one.role, one.organisation_id) for one in ever if person.is_active and one.on(today)]
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
