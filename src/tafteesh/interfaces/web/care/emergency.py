"""Reading a file in an emergency: asked, agreed to by another, open for four hours, reviewed."""

import uuid

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.files.actions import emergency
from tafteesh.domain.files.emergencies import standing
from tafteesh.domain.files.models import Emergency
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Asking, Faults, ask, found
from tafteesh.interfaces.web.care.choices import YesForm
from tafteesh.interfaces.web.form_fields import ActorForm
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.templatetags.shapes import Line

FAULTS: Faults = {
    emergency.SecondPersonNeeded: (
        None,
        gettext_lazy("You asked for it yourself: a second person decides and reviews."),
    ),
    emergency.DecidedAlready: (
        None,
        gettext_lazy("It was decided already, or nobody decided within four hours. Ask anew."),
    ),
    emergency.NoSuchFile: (
        None,
        gettext_lazy("No file of the office has this number. Ask for the right one."),
    ),
    emergency.NotOpened: (None, gettext_lazy("This file is not open.")),
    emergency.StillOpen: (None, gettext_lazy("It is still open. Close it first.")),
    emergency.ReviewedAlready: (None, gettext_lazy("It was reviewed already.")),
}


class AskForm(ActorForm):
    """Which file, and why now."""

    number = forms.CharField(label=gettext_lazy("File number"), max_length=40)
    reason = forms.ChoiceField(
        label=gettext_lazy("Why now?"),
        choices=Emergency.Reason.choices,
        widget=forms.RadioSelect,
    )


class DecideForm(ActorForm):
    """Yes or no."""

    agreed = forms.ChoiceField(
        label=gettext_lazy("Do you agree?"),
        choices=[
            ("yes", gettext_lazy("Yes: open it for four hours, for reading")),
            ("no", gettext_lazy("No")),
        ],
        widget=forms.RadioSelect,
    )


class ReviewForm(ActorForm):
    """Was it right?"""

    review = forms.ChoiceField(
        label=gettext_lazy("Was it right?"),
        choices=Emergency.Review.choices,
        widget=forms.RadioSelect,
    )


@page(Permission.FILE_READ)
def emergencies(request: StaffRequest) -> HttpResponse:
    """Requests of hers, and those on which she decides."""
    return show(
        request,
        "care/emergencies.html",
        requests=standing(request.actor),
        may_decide=request.actor.holds(Permission.FILE_ASSIGN),
        me=request.actor.person_id,
    )


@page(Permission.FILE_READ, writes=("POST",))
def asking(request: StaffRequest) -> HttpResponse:
    """Ask for one file. Whether there is such a file is not told."""
    back = reverse("care:emergencies")
    what = Asking(
        "emergency", _("Open a file in an emergency"), _("Ask a second person"), next_url=back,
        back_url=back, said=_("Asked. A second person decides; call your case manager."),
        lead=_("For four hours, for reading, and it is reviewed within seven days."),
    )  # fmt: skip
    return ask(
        request,
        AskForm,
        what,
        lambda form: emergency.ask_emergency(by=request.actor, **form.cleaned_data),
    )


def _about(request: StaffRequest, emergency_id: uuid.UUID) -> tuple[Emergency, tuple[Line, ...]]:
    rows = Emergency.objects.visible_to(request.actor).select_related("asked_by", "grant")
    row = found(rows, request, emergency_id)
    return row, (
        Line(_("File"), row.number),
        Line(_("Asked by"), row.asked_by.name),
        Line(_("Why"), row.get_reason_display()),
    )


def _asking(row: Emergency, lines: tuple[Line, ...], heading: str, label: str) -> Asking:
    back = reverse("care:emergencies")
    return Asking(
        "emergency-step", heading, label, next_url=back, back_url=back, record=row.pk, about=lines,
        faults=FAULTS,
    )  # fmt: skip


@page(Permission.FILE_ASSIGN, writes=("POST",))
def deciding(request: StaffRequest, emergency_id: uuid.UUID) -> HttpResponse:
    """The second person's word."""
    row, lines = _about(request, emergency_id)
    what = _asking(row, lines, _("Emergency access"), _("Record your answer"))

    def save(form: DecideForm) -> Emergency:
        agreed = form.cleaned_data["agreed"] == "yes"
        return emergency.decide_emergency(emergency=row, agreed=agreed, by=request.actor)

    return ask(request, DecideForm, what, save)


@page(Permission.FILE_ASSIGN, writes=("POST",))
def closing(request: StaffRequest, emergency_id: uuid.UUID) -> HttpResponse:
    """Close it early."""
    row, lines = _about(request, emergency_id)
    what = _asking(row, lines, _("Close the file again"), _("Close it now"))
    return ask(
        request,
        YesForm,
        what,
        lambda _form: emergency.close_emergency(emergency=row, by=request.actor),
    )


@page(Permission.FILE_ASSIGN, writes=("POST",))
def reviewing(request: StaffRequest, emergency_id: uuid.UUID) -> HttpResponse:
    """Say whether it was right."""
    row, lines = _about(request, emergency_id)
    what = _asking(row, lines, _("Review the emergency access"), _("Record the review"))

    def save(form: ReviewForm) -> Emergency:
        return emergency.review_emergency(
            emergency=row, review=form.cleaned_data["review"], by=request.actor
        )

    return ask(request, ReviewForm, what, save)
