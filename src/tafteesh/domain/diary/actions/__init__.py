"""Writing the notebook: contacts and tasks."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Max

from tafteesh.domain.diary.models import Contact, Task
from tafteesh.domain.files.actions import assign, unassign
from tafteesh.domain.files.gate import Reach, pass_gate
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.files.queries import caseload
from tafteesh.domain.files.sealing import key_for, seal_into
from tafteesh.domain.office.actions import let_go
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.models import Person
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event


class InTheFuture(Exception):
    """A contact has happened; what is planned is a task."""


class NextStepBefore(Exception):
    """The next step comes after the contact."""


class TooLateToUndo(Exception):
    """After a day an entry is corrected with a reason, not undone."""


UNDO_WITHIN = timedelta(hours=24)


@dataclass(frozen=True)
class NewContact:
    """A visit, call or accompaniment as it is entered."""

    on: date
    mode: str
    about: str
    note: str = ""
    reached: bool = True
    next_step_on: date | None = None
    next_step: str = Task.Kind.CALL
    despite: str = ""  # why she was reached though she had asked otherwise


FROM_AFAR = {
    Contact.Mode.PHONE.value: Reach.CALL,
    Contact.Mode.MESSAGE.value: Reach.MESSAGE,
    Contact.Mode.POST.value: Reach.POST,
}


def _own(by: Actor, file: SurvivorFile) -> dict[str, object]:
    return {
        "organisation_id": file.organisation_id,
        "survivor_file_id": file.pk,
        "recorded_at": by.now,
        "recorded_by_id": by.person_id,
    }


@transaction.atomic
def record_contact(*, file: SurvivorFile, new: NewContact, by: Actor) -> Contact:
    """Write a contact down; a next step becomes a task of the same worker.

    What reaches her from afar today passes the gate first. Raises InTheFuture, NextStepBefore, NotSafeNow.
    """
    require(by, Permission.CONTACT_RECORD)
    if new.on > by.today:
        raise InTheFuture(new.on.isoformat())
    if new.next_step_on and new.next_step_on < new.on:
        raise NextStepBefore(new.next_step_on.isoformat())
    file = SurvivorFile.objects.visible_to(by).select_for_update(of=("self",)).get(pk=file.pk)
    _through_the_gate(file, new, by)
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
            kind=new.next_step,
            due_on=new.next_step_on,
            assigned_to_id=by.person_id,
            **_own(by, file),
        )
    if new.reached and (file.last_contact_on is None or file.last_contact_on < new.on):
        file.last_contact_on = new.on
        file.save(update_fields=["last_contact_on"])
    write_log(Event.CONTACT_RECORDED, about=contact, by=by, subject=file.log_tag)
    return contact


def _through_the_gate(file: SurvivorFile, new: NewContact, by: Actor) -> None:
    way = FROM_AFAR.get(new.mode)
    if way is None or new.on != by.today:
        return
    if pass_gate(file=file, way=way, despite=new.despite, by=by):
        tag = file.log_tag
        write_log(Event.CALLED_DESPITE, about=file, by=by, subject=tag, reason=new.despite)


@transaction.atomic
def undo_contact(*, contact: Contact, by: Actor) -> Contact:
    """Take back a contact of hers that was just written, with its next step. Raises TooLateToUndo."""
    require(by, Permission.CONTACT_RECORD)
    door = Contact.objects.visible_to(by).select_related("survivor_file")
    row = door.select_for_update().get(
        pk=contact.pk, withdrawn_at=None, recorded_by_id=by.person_id
    )
    if by.now - row.recorded_at > UNDO_WITHIN:
        raise TooLateToUndo(str(row.pk))
    row.withdrawn_at = by.now
    row.save(update_fields=["withdrawn_at"])
    file = row.survivor_file
    if row.next_step_on:
        tasks = Task.unscoped.filter(survivor_file=file, recorded_at=row.recorded_at, done_on=None)
        own = tasks.filter(due_on=row.next_step_on, recorded_by_id=by.person_id)
        own.update(withdrawn_at=by.now)
    reached = Contact.unscoped.filter(survivor_file=file, withdrawn_at=None, reached=True)
    file.last_contact_on = reached.aggregate(day=Max("on"))["day"]
    file.save(update_fields=["last_contact_on"])
    write_log(Event.WITHDRAWN, about=row, by=by, subject=file.log_tag, reason="undone")
    return row


@transaction.atomic
def add_task(
    *,
    file: SurvivorFile,
    kind: str,
    due_on: date,
    note: str = "",
    assigned_to: uuid.UUID | None = None,
    by: Actor,
) -> Task:
    """Something to do for her by a day; her own task unless somebody else is named."""
    require(by, Permission.CONTACT_RECORD)
    file = SurvivorFile.objects.visible_to(by).get(pk=file.pk)
    task = Task(
        kind=kind, due_on=due_on, assigned_to_id=assigned_to or by.person_id, **_own(by, file)
    )
    if note:
        seal_into(task, "note_sealed", note, key_for(file))
    task.save(force_insert=True)
    write_log(Event.TASK_CHANGED, about=task, by=by, subject=file.log_tag)
    return task


@transaction.atomic
def give_task(*, file: SurvivorFile, kind: Task.Kind, due_on: date, to: Person, by: Actor) -> Task:
    """Something that somebody else is to do for her by a day."""
    require(by, Permission.CONTACT_RECORD)
    file = SurvivorFile.objects.visible_to(by).get(pk=file.pk)
    task = Task(kind=kind, due_on=due_on, assigned_to=to, **_own(by, file))
    task.save(force_insert=True)
    write_log(Event.TASK_CHANGED, about=task, by=by, subject=file.log_tag)
    return task


def _own_task(task: Task, by: Actor) -> Task:
    door = Task.objects.visible_to(by).filter(withdrawn_at=None).select_related("survivor_file")
    return door.select_for_update(of=("self",)).get(pk=task.pk)


@transaction.atomic
def finish_task(*, task: Task, by: Actor) -> Task:
    """It is done."""
    require(by, Permission.CONTACT_RECORD)
    task = _own_task(task, by)
    task.done_on = by.today
    task.save(update_fields=["done_on"])
    write_log(Event.TASK_CHANGED, about=task, by=by, subject=task.survivor_file.log_tag)
    return task


@transaction.atomic
def reopen_task(*, task: Task, by: Actor) -> Task:
    """It is not done after all: the day of doing goes, the task stands again."""
    require(by, Permission.CONTACT_RECORD)
    task = _own_task(task, by)
    task.done_on = None
    task.save(update_fields=["done_on"])
    write_log(
        Event.TASK_CHANGED, about=task, by=by, subject=task.survivor_file.log_tag, reason="undone"
    )
    return task


class FileLeftOver(Exception):
    """Every file of whoever leaves goes to somebody; one was left out, or is none of hers."""


class ToHerself(Exception):
    """Her files cannot go to herself."""


TELL_WITHIN = timedelta(days=7)


@transaction.atomic
def hand_over_caseload(
    *, leaver: Person, to: dict[uuid.UUID, Person], leaves: bool = True, by: Actor
) -> int:
    """All files of a worker go to others in one act; `to` names the new worker of each file.

    Open tasks go along, each survivor is to be told in her way, and where she leaves, her sign-in ends in
    the same moment. Answers how many files moved. Raises FileLeftOver, ToHerself, NotOfThisOffice, TooClose.
    """
    require(by, Permission.FILE_ASSIGN)
    files = list(caseload(by, leaver).select_for_update(of=("self",)))
    if {file.pk for file in files} != set(to):
        raise FileLeftOver(str(leaver.pk))
    if leaver.pk in {person.pk for person in to.values()}:
        raise ToHerself(str(leaver.pk))
    for file in files:
        new = to[file.pk]
        assign(file=file, to=new, by=by)
        unassign(file=file, person=leaver, by=by)
        Task.unscoped.filter(
            survivor_file=file, assigned_to=leaver, done_on=None, withdrawn_at=None
        ).update(assigned_to=new)
    Task.unscoped.bulk_create(
        Task(
            kind=Task.Kind.TELL_HER,
            due_on=by.today + TELL_WITHIN,
            assigned_to=to[file.pk],
            **_own(by, file),
        )
        for file in files
    )
    if leaves:
        let_go(person=leaver, by=by)
    write_log(Event.CASELOAD_HANDED_OVER, about=leaver, by=by, reason=str(len(files)))
    return len(files)
