"""People and organisations: who works here, as what, from when to when."""

import uuid
from datetime import date

from django.db import transaction

from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.models import Membership, Organisation, Person, RoleProposal
from tafteesh.foundation.access.permissions import Permission, Role
from tafteesh.foundation.audit.log import Line, write_lines, write_log
from tafteesh.foundation.audit.models import Event


class NameTaken(Exception):
    """Somebody signs in with that name already."""


class NotYourOffice(Exception):
    """People are looked after in their own organisation."""


class NeedsSecondPerson(Exception):
    """This role is given when a second person agrees: propose it."""


class SamePerson(Exception):
    """Whoever proposed it, or would receive it, cannot be the second person."""


class AlreadyDecided(Exception):
    """The proposal was decided before."""


class NotYourself(Exception):
    """Nobody ends her own last way in: a colleague does it."""


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
        must_choose_password=password is not None,
    )
    write_log(Event.PERSON_CHANGED, about=person, by=by, fields=["login_name"])
    return person


@transaction.atomic
def give_role(*, person: Person, role: Role, by: Actor) -> Membership:
    """She does this work from today. Raises NotYourOffice, NeedsSecondPerson."""
    require(by, Permission.PEOPLE_MANAGE)
    _must_be_hers(person.organisation_id, by)
    if role.needs_two_people:
        raise NeedsSecondPerson(role.value)
    return _open_membership(person, role, by)


def _must_be_hers(organisation_id: uuid.UUID, by: Actor) -> None:
    if organisation_id not in by.organisations:
        raise NotYourOffice(str(organisation_id))


def _open_membership(person: Person, role: Role, by: Actor) -> Membership:
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
def propose_role(*, person: Person, role: Role, by: Actor) -> RoleProposal:
    """Ask a second person to agree to a role. Asked twice, it is one proposal. Raises NotYourOffice."""
    require(by, Permission.PEOPLE_MANAGE)
    _must_be_hers(person.organisation_id, by)
    proposal, _made = RoleProposal.objects.get_or_create(
        person=person,
        role=role,
        decided_at=None,
        defaults={
            "organisation_id": person.organisation_id,
            "proposed_by_id": by.person_id,
            "proposed_at": by.now,
        },
    )
    write_log(Event.PERSON_CHANGED, about=person, by=by, fields=["proposal"], reason=role.value)
    return proposal


@transaction.atomic
def decide_role(*, proposal: RoleProposal, agreed: bool, by: Actor) -> RoleProposal:
    """The second person agrees, and the role begins today; or does not. Raises SamePerson, AlreadyDecided."""
    require(by, Permission.PEOPLE_MANAGE)
    proposal = RoleProposal.objects.select_for_update().get(pk=proposal.pk)
    _must_be_hers(proposal.organisation_id, by)
    if proposal.decided_at is not None:
        raise AlreadyDecided(str(proposal.pk))
    if by.person_id in {proposal.proposed_by_id, proposal.person_id}:
        raise SamePerson(str(proposal.pk))
    proposal.decided_by_id, proposal.decided_at, proposal.agreed = by.person_id, by.now, agreed
    proposal.save(update_fields=["decided_by", "decided_at", "agreed"])
    if agreed:
        _open_membership(proposal.person, Role(proposal.role), by)
    write_log(Event.PERSON_CHANGED, about=proposal, by=by, fields=["agreed"], reason=proposal.role)
    return proposal


@transaction.atomic
def end_role(*, membership: Membership, by: Actor) -> Membership:
    """She no longer does this work: it ended yesterday. Raises NotYourOffice."""
    require(by, Permission.PEOPLE_MANAGE)
    _must_be_hers(membership.organisation_id, by)
    role = membership.role
    if membership.starts_on >= by.today:
        membership.delete()
    else:
        membership.ends_on = date.fromordinal(by.today.toordinal() - 1)
        membership.save(update_fields=["ends_on"])
    write_log(Event.PERSON_CHANGED, about=membership.person, by=by, fields=["role"], reason=role)
    return membership


@transaction.atomic
def let_go(*, person: Person, by: Actor) -> Person:
    """She left: every role ends and she can sign in no more. Raises NotYourOffice, NotYourself."""
    require(by, Permission.PEOPLE_MANAGE)
    _must_be_hers(person.organisation_id, by)
    if person.pk == by.person_id:
        raise NotYourself(str(person.pk))
    for membership in Membership.objects.filter(person=person, ends_on=None):
        end_role(membership=membership, by=by)
    person.is_active = False
    person.save(update_fields=["is_active"])
    write_log(Event.PERSON_CHANGED, about=person, by=by, fields=["is_active"])
    return person


@transaction.atomic
def give_new_password(*, person: Person, password: str, by: Actor) -> Person:
    """A password for one sign-in; her second factor stays as it is. Raises NotYourOffice, NotYourself."""
    require(by, Permission.PEOPLE_MANAGE)
    _must_be_hers(person.organisation_id, by)
    if person.pk == by.person_id:
        raise NotYourself(str(person.pk))
    person.set_password(password)
    person.must_choose_password = True
    person.save(update_fields=["password", "must_choose_password"])
    write_log(Event.PERSON_CHANGED, about=person, by=by, fields=["password"])
    return person


@transaction.atomic
def choose_password(*, person: Person, password: str, by: Actor) -> Person:
    """She chose a password of her own; all her other sessions end with the old one."""
    require(by, Permission.OWN_DESK)
    person.set_password(password)
    person.must_choose_password = False
    person.save(update_fields=["password", "must_choose_password"])
    write_log(Event.PERSON_CHANGED, about=person, by=by, fields=["password"])
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
def set_screen(
    *, person: Person, language: str, hides_names: bool, keys_off: bool, by: Actor
) -> Person:
    """How her screens speak and what they show at first."""
    require(by, Permission.OWN_DESK)
    person.language, person.hides_names, person.keys_off = language, hides_names, keys_off
    person.save(update_fields=["language", "hides_names", "keys_off"])
    changed = ["hides_names", "keys_off", "language"]
    write_log(Event.PERSON_CHANGED, about=person, by=by, fields=changed)
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


@transaction.atomic
def record_factor_change(*, person: Person, what: str, by: Actor) -> None:
    """Her second factor was set up, replaced or taken away."""
    require(by, Permission.OWN_DESK)
    write_log(Event.PERSON_CHANGED, about=person, by=by, fields=["second_factor"], reason=what)


@transaction.atomic
def record_refusal(*, place: str, by: Actor) -> None:
    """She asked for what is not hers, or not there: the name of the place, never its address."""
    require(by, Permission.OWN_DESK)
    write_lines([Line(Event.REFUSED, "page", reason=place)], by=by)


@transaction.atomic
def record_backup(*, what: str, by: Actor) -> None:
    """A sealed copy is being made."""
    require(by, Permission.SAFEKEEPING)
    write_lines([Line(Event.BACKUP_MADE, "backup", reason=what)], by=by)


@transaction.atomic
def record_rotation(*, version: int, by: Actor) -> None:
    """Every key is wrapped by the newest master key."""
    require(by, Permission.SAFEKEEPING)
    write_lines([Line(Event.KEYS_ROTATED, "master key", reason=str(version))], by=by)


def found_organisation(*, name: str, code: str, is_demo: bool = False) -> Organisation:
    """The very first act, before anybody can be asked for leave: made by the command line alone."""
    return Organisation.objects.create(name=name, code=code, is_demo=is_demo)


def found_person(*, person: Person, role: Role, by: Actor) -> Membership:
    """The first roles of an office, given from the server's own command line where two people stand."""
    return _open_membership(person, role, by)
