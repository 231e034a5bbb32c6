"""An incident in under two minutes, and the plan for the bad day."""

import uuid
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.care.actions import safety
from tafteesh.domain.care.models import Incident, SafetyPlan
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Asking, ask, door, found
from tafteesh.interfaces.web.care.choices import YesForm
from tafteesh.interfaces.web.form_fields import ActorForm, DayField
from tafteesh.interfaces.web.page import StaffRequest, page
from tafteesh.interfaces.web.survivor_files.recording import on_file
from tafteesh.interfaces.web.survivor_files.views import file_or_404
from tafteesh.interfaces.web.templatetags.shapes import Line

SEALED = gettext_lazy("Sealed. It may stay empty.")


class IncidentForm(ActorForm):
    """Two taps and a day; all else may wait."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What happened?"),
        choices=Incident.Kind.choices,
        widget=forms.RadioSelect,
    )
    source = forms.ChoiceField(
        label=gettext_lazy("From whom?"),
        choices=Incident.Source.choices,
        initial=Incident.Source.NOT_KNOWN,
    )
    on = DayField(label=gettext_lazy("On which day?"))
    accused_on_bail = forms.BooleanField(
        label=gettext_lazy("An accused person is out on bail"), required=False
    )
    note = forms.CharField(
        label=gettext_lazy("In a few words"),
        help_text=SEALED,
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )


class PlanForm(ActorForm):
    """Her plan, in her words."""

    signs = forms.CharField(
        label=gettext_lazy("How does she notice that it becomes dangerous?"),
        help_text=SEALED,
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    steps = forms.CharField(
        label=gettext_lazy("What does she do then?"),
        help_text=SEALED,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    safe_place = forms.CharField(
        label=gettext_lazy("Where can she go?"), help_text=SEALED, max_length=200, required=False
    )
    trusted = forms.CharField(
        label=gettext_lazy("Whom can she call?"), help_text=SEALED, max_length=200, required=False
    )
    code_word = forms.CharField(
        label=gettext_lazy("A word that means: help me"),
        help_text=SEALED,
        max_length=60,
        required=False,
    )
    look_again_on = DayField(label=gettext_lazy("Look at it again with her on"), past_only=False)


@page(Permission.CONTACT_RECORD, writes=("POST",))
def incident(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Write a danger down; the rest is laid out."""
    file = file_or_404(request, file_id)
    asking = on_file(
        file,
        "incident",
        _("Danger"),
        label=_("Save and lay out the tasks"),
        said=_("Written down. The risk is high now, and the tasks lie under Next."),
        initial={"on": request.actor.today},
    )

    def save(form: IncidentForm) -> Incident:
        new = safety.NewIncident(**form.cleaned_data)
        return safety.record_incident(file=file, new=new, by=request.actor)

    return ask(request, IncidentForm, asking, save)


@page(Permission.CONTACT_RECORD, writes=("POST",))
def settled(request: StaffRequest, incident_id: uuid.UUID) -> HttpResponse:
    """It is over."""
    row = found(door(Incident, request).select_related("survivor_file"), request, incident_id)
    back = reverse("files:file", args=[row.survivor_file_id]) + "?part=safety"
    asking = Asking(
        "settled", _("Is this danger over?"), _("Yes, it is over"), next_url=back, back_url=back,
        record=row.pk,
        about=(
            Line(_("File"), row.survivor_file.number),
            Line(_("What happened"), row.get_kind_display()),
            Line(_("On"), f"{row.on:%d-%m-%Y}"),
        ),
        faults={safety.SettledAlready: (None, _("A colleague has said so already."))},
    )  # fmt: skip
    return ask(
        request,
        YesForm,
        asking,
        lambda _form: safety.settle_incident(incident=row, by=request.actor),
    )


@page(Permission.CONTACT_RECORD, writes=("POST",))
def plan(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Make the safety plan with her."""
    file = file_or_404(request, file_id)
    asking = on_file(file, "safety_plan", _("Safety plan"), part="safety")

    def save(form: PlanForm) -> SafetyPlan:
        said: dict[str, Any] = dict(form.cleaned_data)
        day = said.pop("look_again_on")
        return safety.write_safety_plan(file=file, texts=said, look_again_on=day, by=request.actor)

    return ask(request, PlanForm, asking, save)
