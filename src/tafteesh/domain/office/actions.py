"""People and organisations: who works here, as what, from when to when."""

from django.db import transaction

from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.models import Membership, Organisation, Person
from tafteesh.foundation.access.permissions import Permission, Role
from tafteesh.foundation.audit.log import Line, write_lines, write_log
from tafteesh.foundation.audit.models import Event


class NameTaken(Exception):
    """Somebody signs in with that name already."""


class NotYourOffice(Exception):
    """People are looked after in their own organisation."""


@transaction.atomic
def add_person(
    *, login_name: str, name: str, password: str | None, language: str = "bn", by: Actor
) -> Person:
    """A new person; until she is given a role and files she sees nothing. Raises NameTaken."""
    require(by, Permission.PEOPLE_MANAGE)
    if Person.objects.filter(login_name=login_name).exists():
        raise NameTaken(login_name)
    person = Person.objects.create_user(
        login_name,
        password,
        name=name,
        organisation_id=by.organisation_id,
        language=language,
    )
    write_log(Event.PERSON_CHANGED, about=person, by=by, fields=["login_name"])
    return person


@transaction.atomic
def give_role(*, person: Person, role: Role, by: Actor) -> Membership:
    """She does this work from today. Raises NotYourOffice."""
    require(by, Permission.PEOPLE_MANAGE)
    if person.organisation_id not in by.organisations:
        raise NotYourOffice(str(person.pk))
    membership, _made = Membership.objects.get_or_create(
        person=person,
        organisation_id=person.organisation_id,
        role=role,
        ends_on=None,
        defaults={"starts_on": by.today},
    )
    write_log(Event.PERSON_CHANGED, about=person, by=by, fields=["role"], reason=role.value)
    return membership


@transaction.atomic
def end_role(*, membership: Membership, by: Actor) -> Membership:
    """She no longer does this work: it ended yesterday. Raises NotYourOffice."""
    require(by, Permission.PEOPLE_MANAGE)
    if membership.organisation_id not in by.organisations:
        raise NotYourOffice(str(membership.pk))
    role = membership.role
    if membership.starts_on >= by.today:
        membership.delete()
    else:
        membership.ends_on = type(by.today).fromordinal(by.today.toordinal() - 1)
        membership.save(update_fields=["ends_on"])
    write_log(Event.PERSON_CHANGED, about=membership.person, by=by, fields=["role"], reason=role)
    return membership


@transaction.atomic
def let_go(*, person: Person, by: Actor) -> Person:
    """She left: every role ends and she can sign in no more. Raises NotYourOffice."""
    require(by, Permission.PEOPLE_MANAGE)
    if person.organisation_id not in by.organisations:
        raise NotYourOffice(str(person.pk))
    for membership in Membership.objects.filter(person=person, ends_on=None):
        end_role(membership=membership, by=by)
    person.is_active = False
    person.save(update_fields=["is_active"])
    write_log(Event.PERSON_CHANGED, about=person, by=by, fields=["is_active"])
    return person


@transaction.atomic
def set_language(*, person: Person, language: str, by: Actor) -> Person:
    """The language in which she reads her screens."""
    require(by, Permission.OWN_DESK)
    person.language = language
    person.save(update_fields=["language"])
    write_log(Event.PERSON_CHANGED, about=person, by=by, fields=["language"])
    return person


@transaction.atomic
def record_sign_in(*, person: Person, by: Actor) -> None:
    """She signed in."""
    require(by, Permission.OWN_DESK)
    write_log(Event.SIGNED_IN, about=person, by=by)


@transaction.atomic
def record_sign_out(*, person: Person, by: Actor) -> None:
    """She signed out."""
    require(by, Permission.OWN_DESK)
    write_log(Event.SIGNED_OUT, about=person, by=by)


@transaction.atomic
def record_export(*, register: str, by: Actor) -> None:
    """A register was taken along as a file."""
    require(by, Permission.REGISTER_EXPORT)
    write_lines([Line(Event.REGISTER_EXPORTED, "register", reason=register)], by=by)


def found_organisation(*, name: str, code: str, is_demo: bool = False) -> Organisation:
    """The very first act, before anybody can be asked for leave: made by the command line alone."""
    return Organisation.objects.create(name=name, code=code, is_demo=is_demo)
