"""Who a command acts as."""

import uuid

from django.core.management.base import CommandError

from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.models import Organisation, Person
from tafteesh.foundation.access.people import actor_for
from tafteesh.foundation.access.permissions import Permission, Role
from tafteesh.foundation.kernel.clock import day_in_india, read_clock

MACHINE = uuid.UUID(int=1)  # no person: a command that nobody's name stands behind


def actor_named(login_name: str) -> Actor:
    """The person who signs in by that name. Raises CommandError where there is none."""
    person = Person.objects.filter(login_name=login_name, is_active=True).first()
    if person is None:
        raise CommandError(f"Nobody signs in as {login_name}.")
    return actor_for(person, now=read_clock())


def actor_who_may(permission: Permission, login_name: str | None) -> Actor:
    """The named person, or `mis` where there is one, or the only person who may. Raises CommandError."""
    if login_name:
        return actor_named(login_name)
    people = Person.objects.filter(is_active=True)
    if named := people.filter(login_name="mis").first():
        return actor_for(named, now=read_clock())
    able = [a for a in (actor_for(p, now=read_clock()) for p in people) if a.holds(permission)]
    if len(able) != 1:
        raise CommandError("Say who asks, with --as LOGIN_NAME.")
    return able[0]


def machine(*roles: Role) -> Actor:
    """The product itself at work (a night job): reaches every organisation, and is named in the log."""
    now = read_clock()
    offices = frozenset(Organisation.objects.values_list("pk", flat=True))
    first = Organisation.objects.order_by("is_demo", "id").values_list("pk", flat=True).first()
    return Actor(
        person_id=MACHINE,
        organisation_id=first or MACHINE,
        roles=frozenset(roles),
        now=now,
        today=day_in_india(now),
        offices=offices,
        organisations=offices,
    )
