"""What the page of a file asks each time, kept: one question a part of the page."""

import uuid
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from tafteesh.domain.compensation.models import Claim
from tafteesh.domain.diary.models import Contact, Task
from tafteesh.domain.files.models import HouseholdMember, Identity
from tafteesh.domain.legalaid.models import Assignment
from tafteesh.domain.proceedings.models import Accused, Fir
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.kept import Kept
from tafteesh.foundation.access.models import Person
from tafteesh.foundation.audit.queries import lines_about

LINES_READ = 200
TASKS_SHOWN = 5


def _standing(model: Any, actor: Actor, file_id: uuid.UUID) -> Any:
    return model.objects.visible_to(actor).filter(survivor_file=file_id, withdrawn_at=None)


def _firs(actor: Actor, *, file_id: uuid.UUID) -> "QuerySet[Fir]":
    door: QuerySet[Fir] = Fir.objects.visible_to(actor).filter(
        survivors__survivor_file=file_id, survivors__withdrawn_at=None, withdrawn_at=None
    )
    return door.distinct().order_by("-year", "-number")


def _identity(actor: Actor, *, file_id: uuid.UUID) -> "QuerySet[Identity]":
    rows: QuerySet[Identity] = Identity.objects.visible_to(actor)
    return rows.filter(survivor_file=file_id)[:1]


def _claims(actor: Actor, *, file_id: uuid.UUID) -> "QuerySet[Claim]":
    rows: QuerySet[Claim] = _standing(Claim, actor, file_id).order_by("filed_on", "pk")
    return rows


def _tasks(actor: Actor, *, file_id: uuid.UUID) -> "QuerySet[Task]":
    rows: QuerySet[Task] = _standing(Task, actor, file_id).filter(done_on=None)
    return rows.select_related("survivor_file").order_by("due_on", "pk")[:TASKS_SHOWN]


def _given_lawyers(actor: Actor, *, file_id: uuid.UUID) -> "QuerySet[Assignment]":
    rows: QuerySet[Assignment] = _standing(Assignment, actor, file_id).select_related("lawyer")
    return rows.order_by("starts_on")


def _named(*, people: list[uuid.UUID]) -> "QuerySet[Person, tuple[uuid.UUID, str]]":
    rows = Person.objects.filter(pk__any_of=people).order_by("name")
    return rows.values_list("pk", "name")


def _lately(*, tag: uuid.UUID, since: datetime) -> "QuerySet[Any, Any]":
    events = ["file_opened", "identity_looked", "note_looked"]
    lines = lines_about(tag).filter(at__gte=since, event__in=events)
    return lines.values_list("person_id", "event")[:LINES_READ]


def _noted(actor: Actor, *, file_id: uuid.UUID, contacts: list[uuid.UUID]) -> "QuerySet[Contact]":
    rows: QuerySet[Contact] = Contact.objects.visible_to(actor).filter(survivor_file=file_id)
    return rows.filter(pk__any_of=contacts).only("note_sealed")


def _around(actor: Actor, *, file_id: uuid.UUID) -> "QuerySet[HouseholdMember]":
    rows: QuerySet[HouseholdMember] = HouseholdMember.objects.visible_to(actor)
    return rows.filter(survivor_file=file_id)


def _accused(actor: Actor, *, file_id: uuid.UUID) -> "QuerySet[Accused]":
    rows: QuerySet[Accused] = Accused.objects.visible_to(actor)
    named = rows.filter(
        fir__survivors__survivor_file=file_id,
        fir__survivors__withdrawn_at=None,
        name__isnull=False,
    )
    return named.distinct()


FIRS = Kept(_firs)
IDENTITY = Kept(_identity)
CLAIMS = Kept(_claims)
TASKS = Kept(_tasks)
GIVEN_LAWYERS = Kept(_given_lawyers)
NAMES = Kept(_named)
LATELY = Kept(_lately)
NOTED = Kept(_noted)
AROUND = Kept(_around)
ACCUSED = Kept(_accused)
