"""Reading and checking the log."""

import uuid
from dataclasses import dataclass

from django.db import connection, models

from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.audit.models import Entry, Event

SIGNING = (Event.SIGNED_IN, Event.SIGNED_OUT, Event.SESSION_ENDED)


@dataclass(frozen=True)
class Fault:
    """The first broken line of one chain."""

    shard: int
    seq: int
    fault: str


def faults() -> list[Fault]:
    """Walk all chains; an empty list means that every line is as it was written."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT shard, seq, fault FROM audit_verify()")
        return [Fault(*row) for row in cursor.fetchall()]


def lines_about(subject: uuid.UUID) -> models.QuerySet[Entry]:
    """Everything done to one file, newest first: who opened it, who changed it."""
    return Entry.objects.filter(subject=subject).order_by("-at", "-id")


def lines_of_office(actor: Actor) -> models.QuerySet[Entry]:
    """The log of her organisations, newest first."""
    return Entry.objects.filter(organisation_id__in=actor.organisations).order_by("-at", "-id")


def lines_about_person(person_id: uuid.UUID) -> models.QuerySet[Entry]:
    """How she signed in and out, and what was changed about her and by whom, newest first."""
    own = models.Q(person_id=person_id, event__in=SIGNING)
    about = models.Q(about_id=person_id, event=Event.PERSON_CHANGED)
    return Entry.objects.filter(own | about).order_by("-at", "-id")
