"""Her family and household; and the staff who must not reach her file."""

from django.db import transaction
from django.db.models import Q

from tafteesh.domain.files import sealing
from tafteesh.domain.files.actions import end_grants, locked_file
from tafteesh.domain.files.models import ConflictOfInterest, HouseholdMember, SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.models import Membership, Person
from tafteesh.foundation.access.permissions import Permission, Role
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.kernel.ids import new_id


class AccusedSpeaksForHer(Exception):
    """An accused person is neither guardian nor account holder, and nobody whom we call."""


class OrderNeeded(Exception):
    """A guardian by order is named with the day of the order."""


class OnlyYourself(Exception):
    """For a colleague it is declared by somebody who reaches every file of the office."""


class ReachesByOffice(Exception):
    """This person reaches every file of the office by her role: the role ends first."""


@transaction.atomic
def record_member(
    *, file: SurvivorFile, member: HouseholdMember, name: str = "", phone: str = "", by: Actor
) -> HouseholdMember:
    """Somebody around her, with the parts that she or he has. Raises AccusedSpeaksForHer, OrderNeeded."""
    require(by, Permission.FILE_WRITE)
    file = locked_file(file, by)
    if member.is_accused and (member.is_guardian or member.holds_account or member.may_be_called):
        raise AccusedSpeaksForHer(str(file.pk))
    by_order = {HouseholdMember.Relation.COMMITTEE, HouseholdMember.Relation.SUPPORT_PERSON}
    if member.relation in by_order and member.order_on is None:
        raise OrderNeeded(str(file.pk))
    member.pk = new_id()
    member.organisation_id, member.survivor_file = file.organisation_id, file
    member.recorded_at, member.recorded_by_id = by.now, by.person_id
    key = sealing.key_for(file)
    sealing.seal_into(member, "name_sealed", name, key)
    sealing.seal_into(member, "phone_sealed", phone, key)
    member.save(force_insert=True)
    write_log(Event.HOUSEHOLD_RECORDED, about=member, by=by, subject=file.log_tag)
    return member


@transaction.atomic
def name_accused(*, member: HouseholdMember, by: Actor) -> HouseholdMember:
    """This person is named as accused: the entry is withdrawn and stands again without any part for her."""
    require(by, Permission.FILE_WRITE)
    door = HouseholdMember.objects.visible_to(by).select_related("survivor_file")
    row = door.select_for_update(of=("self",)).get(pk=member.pk, withdrawn_at=None)
    row.withdrawn_at = by.now
    row.save(update_fields=["withdrawn_at"])
    key = sealing.key_for(row.survivor_file)
    name = sealing.open_from(row, "name_sealed", key).reveal()
    phone = sealing.open_from(row, "phone_sealed", key).reveal()
    again = HouseholdMember(
        relation=row.relation,
        lives_with_her=row.lives_with_her,
        is_accused=True,
        order_on=row.order_on,
    )
    return record_member(file=row.survivor_file, member=again, name=name, phone=phone, by=by)


@transaction.atomic
def declare_conflict(
    *, file: SurvivorFile, person: Person, tie: str, by: Actor
) -> ConflictOfInterest:
    """Somebody of the staff is close to an accused person: her access ends in the same moment.

    Raises ReachesByOffice, OnlyYourself.
    """
    require(by, Permission.CONTACT_RECORD)
    file = locked_file(file, by)
    roles = Membership.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=by.today),
        person=person,
        organisation_id=file.organisation_id,
    )
    if any(Role(role).is_office_wide for role in roles.values_list("role", flat=True)):
        raise ReachesByOffice(str(person.pk))
    if person.pk != by.person_id and file.organisation_id not in by.offices:
        raise OnlyYourself(str(person.pk))
    row = ConflictOfInterest(
        id=new_id(),
        organisation_id=file.organisation_id,
        survivor_file=file,
        person=person,
        tie=tie,
        recorded_at=by.now,
        recorded_by_id=by.person_id,
    )
    row.save(force_insert=True)
    write_log(Event.CONFLICT_DECLARED, about=row, by=by, subject=file.log_tag, reason=tie)
    end_grants(file, person, by)
    return row
