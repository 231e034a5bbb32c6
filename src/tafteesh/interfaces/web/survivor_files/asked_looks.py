"""Asking to see a hidden value, deciding on it, and looking at what was agreed to."""

import uuid
from datetime import timedelta
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.files.actions import looking
from tafteesh.domain.files.asked_looks import asked_looks
from tafteesh.domain.files.gate import Block, NotSafeNow, Through
from tafteesh.domain.files.models import LookRequest
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Asking, Faults, ask, door, found
from tafteesh.interfaces.web.form_fields import ActorForm, DayField
from tafteesh.interfaces.web.page import StaffRequest, not_there, page, show
from tafteesh.interfaces.web.survivor_files.views import file_or_404
from tafteesh.interfaces.web.templatetags.shapes import Line

USUALLY = timedelta(days=7)
REFUSED: Faults = {
    looking.NothingSealedThere: (
        "value",
        gettext_lazy("This is not written down in the file. Ask her worker."),
    ),
    looking.AskedAlready: (
        "value",
        gettext_lazy("You asked for this already: it waits, or it is open to you still."),
    ),
    looking.AnotherDecides: (
        None,
        gettext_lazy("Another person of the file's office decides on this."),
    ),
    looking.LookDecided: (None, gettext_lazy("It was decided already.")),
    looking.LookTooLong: (
        "until",
        gettext_lazy("Choose a day from today on, thirty days ahead at most."),
    ),
}


class AskToLookForm(ActorForm):
    """Which value, and why."""

    value = forms.ChoiceField(
        label=gettext_lazy("What do you need to see?"),
        choices=LookRequest.Value.choices,
        widget=forms.RadioSelect,
    )
    reason = forms.ChoiceField(
        label=gettext_lazy("Why?"), choices=LookRequest.Reason.choices, widget=forms.RadioSelect
    )


class DecideLookForm(ActorForm):
    """Yes until a day, or no with a reason."""

    agreed = forms.ChoiceField(
        label=gettext_lazy("Do you agree?"),
        choices=[
            ("yes", gettext_lazy("Yes: show it until the day below")),
            ("no", gettext_lazy("No")),
        ],
        widget=forms.RadioSelect,
    )
    until = DayField(
        label=gettext_lazy("Until which day?"),
        help_text=gettext_lazy("If you agree; thirty days at most."),
        past_only=False,
        required=False,
    )
    refusal = forms.ChoiceField(
        label=gettext_lazy("Why not?"),
        help_text=gettext_lazy("If you do not agree; it is told to the one who asked."),
        choices=[("", gettext_lazy("Choose one")), *LookRequest.Refusal.choices],
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """A yes has its last day, and a no its reason."""
        said = super().clean() or {}
        if said.get("agreed") == "yes" and "until" in said and not said["until"]:
            self.add_error("until", _("Say until which day it may be seen."))
        if said.get("agreed") == "no" and not said.get("refusal"):
            self.add_error("refusal", _("Choose why not."))
        return said


@page(Permission.FILE_READ)
def asked(request: StaffRequest) -> HttpResponse:
    """What she asked for, and what others ask of her office."""
    return show(request, "survivor_files/asked_looks.html", requests=asked_looks(request.actor))


@page(Permission.FILE_READ, writes=("POST",))
def asking(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Ask the office of the file; nothing is shown before somebody agrees."""
    file = file_or_404(request, file_id)
    wanted = request.GET.get("name", "")
    what = Asking(
        "ask-to-look", _("Ask to see a hidden value"), _("Ask"), record=file.pk,
        next_url=reverse("files:asked_looks"), back_url=reverse("files:file", args=[file.pk]),
        said=_("Asked. Somebody of the file's office decides; you see the answer here."),
        lead=_("Somebody of the file's office decides, and until when. Each look is written down."),
        about=(Line(_("File"), file.number),), faults=REFUSED,
        initial={"value": wanted} if wanted in LookRequest.Value.values else {},
    )  # fmt: skip
    return ask(
        request,
        AskToLookForm,
        what,
        lambda form: looking.ask_to_look(file=file, by=request.actor, **form.cleaned_data),
    )


@page(Permission.FILE_ASSIGN, writes=("POST",))
def deciding(request: StaffRequest, look_id: uuid.UUID) -> HttpResponse:
    """Somebody of the office answers."""
    rows = door(LookRequest, request).filter(organisation__in=request.actor.offices)
    row = found(rows.select_related("survivor_file", "recorded_by"), request, look_id)
    back = reverse("files:asked_looks")
    what = Asking(
        "decide-look", _("Somebody asks to see a hidden value"), _("Record your answer"),
        record=row.pk, next_url=back, back_url=back, faults=REFUSED, about=_about(row),
        initial={"until": request.actor.today + USUALLY},
    )  # fmt: skip

    def save(form: DecideLookForm) -> LookRequest:
        said = form.cleaned_data
        until = said["until"] if said["agreed"] == "yes" else None
        return looking.decide_look(
            request=row, until=until, refusal=said["refusal"], by=request.actor
        )

    return ask(request, DecideLookForm, what, save)


def _about(row: LookRequest) -> tuple[Line, ...]:
    return (
        Line(_("File"), row.survivor_file.number),
        Line(_("Asked by"), row.recorded_by.name),
        Line(_("What"), row.get_value_display()),
        Line(_("Why"), row.get_reason_display()),
    )


@page(Permission.FILE_READ, writes=("POST",))
def look(request: StaffRequest, look_id: uuid.UUID) -> HttpResponse:
    """Show what was agreed to, once for each press; every press is a line in the log."""
    rows = door(LookRequest, request).filter(recorded_by=request.actor.person_id)
    row = found(rows.select_related("survivor_file"), request, look_id)
    value, gate = "", None
    if request.method == "POST":
        value, gate = _seen(request, row)
    return show(
        request, "survivor_files/asked_look.html", asked=row, value=value,
        gate=gate.label if gate else "", reasons=Through.choices, looked=request.method == "POST",
    )  # fmt: skip


def _seen(request: StaffRequest, row: LookRequest) -> tuple[str, Block | None]:
    try:
        secret = looking.look_as_agreed(
            request=row, despite=request.POST.get("despite", ""), by=request.actor
        )
    except (looking.NotAgreed, looking.NothingSealedThere):
        raise not_there() from None
    except NotSafeNow as shut:
        return "", shut.block
    return str(secret.reveal()), None
