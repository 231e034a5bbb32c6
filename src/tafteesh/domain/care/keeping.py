"""Who keeps which locked notes."""

from django.db.models import Q

from tafteesh.domain.care.models import LockedNote
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.models import Membership, Person
from tafteesh.foundation.access.permissions import Role

KEEPERS = {
    LockedNote.Kind.COUNSELLING: Role.COUNSELLOR,
    LockedNote.Kind.PRIVILEGED: Role.LAWYER,
}


def kind_for(by: Actor) -> str:
    """Which notes she keeps: a lawyer what was told in confidence, a counsellor her own notes."""
    lawyer = Role.LAWYER in by.roles
    return LockedNote.Kind.PRIVILEGED if lawyer else LockedNote.Kind.COUNSELLING


def who_may_keep(file: SurvivorFile, kind: str, by: Actor) -> list[Person]:
    """Colleagues of the same calling in the organisation that has the file."""
    role = KEEPERS[LockedNote.Kind(kind)]
    callings = Membership.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=by.today),
        organisation_id=file.organisation_id,
        role=role,
        starts_on__lte=by.today,
    )
    people = Person.objects.filter(pk__in=callings.values("person"), is_active=True)
    return list(people.exclude(pk=by.person_id).order_by("name"))
