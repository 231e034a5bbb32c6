"""Who a command acts as."""

from django.core.management.base import CommandError

from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.models import Person
from tafteesh.foundation.access.people import actor_for
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.kernel.clock import read_clock


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
