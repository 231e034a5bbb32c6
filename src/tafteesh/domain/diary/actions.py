"""Writing the notebook: contacts and tasks."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from tafteesh.domain.diary.models import Contact, Task
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.files.sealing import key_for, seal_into
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event


class InTheFuture(Exception):
    """A contact has happened; what is planned is a task."""


@dataclass(frozen=True)
class NewContact:
    """A visit, call or accompaniment as it is entered."""

    on: date
    mode: str
    about: str
    note: str = ""
    reached: bool = True
    next_step_on: date | None = None


def _own(by: Actor, file: SurvivorFile) -> dict[str, object]:
    return {
        "organisation_id": file.organisation_id,
        "survivor_file_id": file.pk,
        "recorded_at": by.now,
        "recorded_by_id": by.person_id,
    }


@transaction.atomic
def record_contact(*, file: SurvivorFile, new: NewContact, by: Actor) -> Contact:
    """Write a contact down; a next step becomes a task of the same worker. Raises InTheFuture."""
    require(by, Permission.CONTACT_RECORD)
    if new.on > by.today:
        raise InTheFuture(new.on.isoformat())
    file = SurvivorFile.objects.visible_to(by).select_for_update(of=("self",)).get(pk=file.pk)
    contact = Contact(
        on=new.on,
        mode=new.mode,
        about=new.about,
        reached=new.reached,
        worker_id=by.person_id,
        next_step_on=new.next_step_on,
        **_own(by, file),
    )
    if new.note:
        seal_into(contact, "note_sealed", new.note, key_for(file))
    contact.save(force_insert=True)
    if new.next_step_on:
        Task.unscoped.create(
            kind=Task.Kind.CALL,
            due_on=new.next_step_on,
            assigned_to_id=by.person_id,
            **_own(by, file),
        )
    if new.reached and (file.last_contact_on is None or file.last_contact_on < new.on):
        file.last_contact_on = new.on
        file.save(update_fields=["last_contact_on"])
    write_log(Event.CONTACT_RECORDED, about=contact, by=by, subject=file.log_tag)
    return contact


@transaction.atomic
def add_task(*, file: SurvivorFile, kind: str, due_on: date, by: Actor) -> Task:
    """Something to do for her by a day."""
    require(by, Permission.CONTACT_RECORD)
    file = SurvivorFile.objects.visible_to(by).get(pk=file.pk)
    task = Task.unscoped.create(
        kind=kind, due_on=due_on, assigned_to_id=by.person_id, **_own(by, file)
    )
    write_log(Event.TASK_CHANGED, about=task, by=by, subject=file.log_tag)
    return task


@transaction.atomic
def finish_task(*, task: Task, by: Actor) -> Task:
    """It is done."""
    require(by, Permission.CONTACT_RECORD)
    door = Task.objects.visible_to(by).select_related("survivor_file")
    task = door.select_for_update(of=("self",)).get(pk=task.pk)
    task.done_on = by.today
    task.save(update_fields=["done_on"])
    write_log(Event.TASK_CHANGED, about=task, by=by, subject=task.survivor_file.log_tag)
    return task
