"""The worker's day: contacts, tasks, papers, and who has the file."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tafteesh.domain.diary import actions as diary
from tafteesh.domain.diary.models import Contact, Task
from tafteesh.domain.diary.queries import safe_rule
from tafteesh.domain.files import actions
from tafteesh.domain.files.gate import NotSafeNow
from tafteesh.domain.files.models import AccessGrant
from tafteesh.foundation.access.models import Person
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import ask, door, found
from tafteesh.interfaces.web.links import address_to_be, way_back
from tafteesh.interfaces.web.page import StaffRequest, not_there, page
from tafteesh.interfaces.web.survivor_files.diary_forms import (
    AssignForm,
    ContactForm,
    TaskForm,
)
from tafteesh.interfaces.web.survivor_files.dossier import safety
from tafteesh.interfaces.web.survivor_files.recording import on_file, workers_of
from tafteesh.interfaces.web.survivor_files.views import file_or_404


def _back_to_file(file_id: uuid.UUID) -> str:
    return reverse("files:file", kwargs={"file_id": file_id})


@page(Permission.CONTACT_RECORD, writes=("POST",))
def contact(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Write a visit or call down; how she may be reached stands above it."""
    file = file_or_404(request, file_id)
    actor = request.actor
    back = way_back(request, _back_to_file(file.pk))
    asking = on_file(
        file,
        "contact",
        _("Visit or call"),
        next_url=back,
        back_url=back,
        undo_url=address_to_be("files:contact_undo", "contact_id"),
        template="survivor_files/contact.html",
        initial={"mode": request.GET.get("mode", ""), "on": actor.today, "reached": "yes"},
        form_args={"rule": safe_rule(actor, file), "safe": safety(actor, file)},
        faults={
            diary.NextStepBefore: ("next_step_on", _("The next step comes after this contact")),
            NotSafeNow: (
                "despite",
                _(
                    "She asked not to be reached like this, or not now. Visit her, or say why it had to be."
                ),
            ),
        },
    )

    def save(form: ContactForm) -> Contact:
        said = dict(form.cleaned_data)
        new = diary.NewContact(
            on=said["on"],
            mode=said["mode"],
            about=said["about"],
            note=said["note"],
            reached=said["reached"] == "yes",
            next_step_on=said["next_step_on"],
            next_step=said["next_step"] or Task.Kind.CALL,
            despite=said["despite"],
        )
        return diary.record_contact(file=file, new=new, by=actor)

    return ask(request, ContactForm, asking, save)


@page(Permission.CONTACT_RECORD, writes=("POST",))
def contact_undo(request: StaffRequest, contact_id: uuid.UUID) -> HttpResponse:
    """Take back a contact that was just written."""
    row = found(door(Contact, request), request, contact_id)
    if request.method != "POST":
        raise not_there()
    try:
        diary.undo_contact(contact=row, by=request.actor)
    except ObjectDoesNotExist:
        raise not_there() from None
    except diary.TooLateToUndo:
        messages.error(request, _("This was written more than a day ago and stays."))
    else:
        messages.success(request, _("Taken back."))
    return redirect(way_back(request, _back_to_file(row.survivor_file_id)))


@page(Permission.CONTACT_RECORD, writes=("POST",))
def task(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Something to do for her by a day."""
    file = file_or_404(request, file_id)
    asking = on_file(file, "task", _("Task"))

    def save(form: TaskForm) -> Task:
        return diary.add_task(file=file, by=request.actor, **form.cleaned_data)

    return ask(request, TaskForm, asking, save)


def _task_turned(
    request: StaffRequest, task_id: uuid.UUID, act: Callable[..., Task]
) -> HttpResponse:
    """Done, or not done after all: the card in place, or the page that she came from."""
    if request.method != "POST":
        raise not_there()
    row = act(task=found(door(Task, request), request, task_id), by=request.actor)
    if request.htmx:
        context = {
            "task": row,
            "today": request.actor.today,
            "may_write": True,
            "may_look": request.actor.holds(Permission.IDENTITY_LOOK),
            "swapped": True,
        }
        return render(request, "survivor_files/task.html", context)
    if row.done_on:
        undo_url = reverse("files:task_undo", kwargs={"task_id": row.pk})
        messages.success(request, _("Done."), extra_tags=undo_url)
    else:
        messages.success(request, _("Taken back."))
    return redirect(way_back(request, reverse("today:home")))


@page(Permission.CONTACT_RECORD, writes=("POST",))
def task_done(request: StaffRequest, task_id: uuid.UUID) -> HttpResponse:
    """It is done."""
    return _task_turned(request, task_id, diary.finish_task)


@page(Permission.CONTACT_RECORD, writes=("POST",))
def task_undo(request: StaffRequest, task_id: uuid.UUID) -> HttpResponse:
    """It is not done after all."""
    return _task_turned(request, task_id, diary.reopen_task)


@page(Permission.FILE_ASSIGN, writes=("POST",))
def assign(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Give the file to a worker."""
    file = file_or_404(request, file_id)
    asking = on_file(
        file,
        "assign",
        _("Give the file to a worker"),
        part="people",
        form_args={"workers": workers_of(request.actor)},
        faults={
            actions.NotOfThisOffice: ("to", _("This person does not work here any more.")),
        },
    )

    def save(form: AssignForm) -> AccessGrant:
        to = Person.objects.get(pk=form.cleaned_data["to"])
        return actions.assign(file=file, to=to, by=request.actor)

    return ask(request, AssignForm, asking, save)


@page(Permission.FILE_ASSIGN, writes=("POST",))
def unassign(request: StaffRequest, file_id: uuid.UUID, person_id: uuid.UUID) -> HttpResponse:
    """Take the file back from somebody."""
    file = file_or_404(request, file_id)
    person = Person.objects.filter(pk=person_id).first()
    if request.method != "POST" or person is None:
        raise not_there()
    actions.unassign(file=file, person=person, by=request.actor)
    messages.success(request, _("The file was taken back from this worker."))
    return redirect(_back_to_file(file.pk) + "?part=people")
