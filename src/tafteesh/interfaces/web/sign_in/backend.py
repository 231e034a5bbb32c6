"""Who signed in: allauth's way, with the question of every page kept."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import QuerySet

from tafteesh.foundation.access.kept import Kept
from tafteesh.foundation.access.models import Person


def _person(*, person_id: Any) -> QuerySet[Person]:
    return Person.objects.filter(pk=person_id)


PERSON = Kept(_person)


class StaffBackend(AuthenticationBackend):  # type: ignore[misc] # allauth ships no types
    """A person of the staff by her name and password, or by what her session says."""

    def get_user(self, user_id: Any) -> Person | None:
        found = PERSON(person_id=user_id)
        return found[0] if found and self.user_can_authenticate(found[0]) else None
