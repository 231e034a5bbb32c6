"""Notes that nobody else opens: listed, written, opened after a warning, given to a colleague."""

import uuid
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.care.actions import locked
from tafteesh.domain.care.keeping import kind_for, who_may_keep
from tafteesh.domain.care.models import LockedNote
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.models import Person
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import ask, door, found
from tafteesh.interfaces.web.form_fields import ActorForm, DayField
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.picking import PickField
from tafteesh.interfaces.web.survivor_files.recording import on_file
from tafteesh.interfaces.web.survivor_files.views import file_or_404


class LockedForm(ActorForm):
    """A day and the note."""

    on = DayField(label=gettext_lazy("About which day?"))
    text = forms.CharField(
        label=gettext_lazy("Note"),
        help_text=gettext_lazy("Only you open it. No manager, no office and no other role does."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class GiveForm(ActorForm):
    """To which colleague of the same calling."""

    to = PickField(label=gettext_lazy("To whom?"))

    def __init__(self, *args: Any, colleagues: list[Person], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["to"].offer(colleagues, lambda row: row.name)  # type: ignore[attr-defined] # a PickField


def _back(file: SurvivorFile) -> str:
    return reverse("care:locked", args=[file.pk])


@page(Permission.LOCKED_NOTE)
def notes(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Her own locked notes of a file: days only."""
    file = file_or_404(request, file_id)
    rows = door(LockedNote, request).filter(survivor_file=file).order_by("-on", "-pk")
    return show(request, "care/locked.html", file=file, notes=rows)


@page(Permission.LOCKED_NOTE, writes=("POST",))
def new(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Write a note that nobody else opens."""
    file = file_or_404(request, file_id)
    back = _back(file)
    asking = on_file(
        file,
        "locked",
        _("A note that stays with you"),
        next_url=back,
        back_url=back,
        initial={"on": request.actor.today},
        faults={locked.NotWrittenYet: ("on", _("This day has not come yet"))},
    )

    def save(form: LockedForm) -> LockedNote:
        return locked.write_locked(file=file, by=request.actor, **form.cleaned_data)

    return ask(request, LockedForm, asking, save)


@page(Permission.LOCKED_NOTE, writes=("POST",))
def one(request: StaffRequest, note_id: uuid.UUID) -> HttpResponse:
    """First a word of warning, then the note."""
    row = found(door(LockedNote, request).select_related("survivor_file"), request, note_id)
    text = ""
    if request.method == "POST":
        text = locked.open_locked(note=row, by=request.actor).reveal()
    return show(request, "care/locked_note.html", note=row, file=row.survivor_file, text=text)


@page(Permission.LOCKED_NOTE, writes=("POST",))
def give(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Give all her locked notes of a file to a colleague: from then on they are closed to her."""
    file = file_or_404(request, file_id)
    back = _back(file)
    people = who_may_keep(file, kind_for(request.actor), request.actor)
    asking = on_file(
        file,
        "give-locked",
        _("Give your locked notes away"),
        lead=_("From that moment only she opens them, and you do not."),
        label=_("Give them now"),
        next_url=back,
        back_url=back,
        form_args={"colleagues": people},
        faults={
            locked.CannotKeepIt: (
                "to",
                _("She is of another calling. Choose a colleague who does the same work."),
            )
        },
    )

    def save(form: GiveForm) -> SurvivorFile:
        locked.hand_locked(file=file, to=form.cleaned_data["to"], by=request.actor)
        return file

    return ask(request, GiveForm, asking, save)
