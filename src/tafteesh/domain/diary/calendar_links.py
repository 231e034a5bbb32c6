"""Whose calendar a link opens."""

import hashlib
import uuid

from tafteesh.domain.diary.models import CalendarLink
from tafteesh.foundation.access.models import Person


def hashed(token: str) -> str:
    """What is kept of a link: enough to know it again, too little to make it."""
    return hashlib.sha256(token.encode()).hexdigest()


def owner_of(token: str) -> Person | None:
    """The person of a link that holds, if she still works here."""
    rows = CalendarLink.objects.filter(token_hash=hashed(token), ended_at=None)
    link = rows.filter(person__is_active=True).select_related("person").first()
    return link.person if link else None


def standing(person_id: uuid.UUID) -> CalendarLink | None:
    """Her link that holds."""
    return CalendarLink.objects.filter(person=person_id, ended_at=None).first()
