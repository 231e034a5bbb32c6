"""Who signed in: allauth's way, with the question of every request kept."""

import uuid

from allauth.account.auth_backends import AuthenticationBackend

from tafteesh.foundation.access.models import Person
from tafteesh.foundation.access.people import person_at_work


class StaffBackend(AuthenticationBackend):  # type: ignore[misc] # allauth ships no types
    """A person of the staff by her name and password, or by what her session says."""

    def get_user(self, user_id: uuid.UUID) -> Person | None:
        person = person_at_work(user_id)
        return person if person and self.user_can_authenticate(person) else None
