"""What she says is wrong, and how she was treated: asked by somebody other than her worker."""

import uuid

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.care.actions import grievances
from tafteesh.domain.care.models import Grievance
from tafteesh.domain.care.queries import grievances as standing
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.files.sealing import key_for, open_from
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Asking, ask, door, found
from tafteesh.interfaces.web.form_fields import ActorForm
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.survivor_files.notes import covered, faces_of
from tafteesh.interfaces.web.survivor_files.recording import on_file
from tafteesh.interfaces.web.survivor_files.views import file_or_404
from tafteesh.interfaces.web.templatetags.shapes import Line

SHOWN = 60


class HearForm(ActorForm):
    """What she said when she was asked."""

    about = forms.ChoiceField(
        label=gettext_lazy("What is it about?"),
        choices=Grievance.About.choices[1:],
        widget=forms.RadioSelect,
    )
    said = forms.CharField(
        label=gettext_lazy("In her words"),
        help_text=gettext_lazy("Sealed. Her worker does not read it."),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )


class EndForm(ActorForm):
    """How it ended."""

    ending = forms.ChoiceField(
        label=gettext_lazy("How did it end?"),
        choices=Grievance.Ending.choices,
        widget=forms.RadioSelect,
    )


class WayForm(ActorForm):
    """How it came."""

    way = forms.ChoiceField(
        label=gettext_lazy("How did it come to you?"),
        choices=Grievance.Way.choices[1:],
        widget=forms.RadioSelect,
    )
    about = forms.ChoiceField(
        label=gettext_lazy("What is it about?"), choices=Grievance.About.choices
    )


@page(Permission.CONTACT_RECORD, writes=("POST",))
def raised(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """A colleague takes down that she says something is wrong."""
    file = file_or_404(request, file_id)
    asking = on_file(
        file,
        "wrong",
        _("She says that something is wrong"),
        lead=_("It goes to the case manager. What exactly it is, somebody else will ask her."),
        said=_("Written down. Somebody other than her worker will ask her."),
    )

    def save(form: WayForm) -> SurvivorFile:
        grievances.raise_grievance(file=file, by=request.actor, **form.cleaned_data)
        return file

    return ask(request, WayForm, asking, save)


@page(Permission.GRIEVANCE_HEAR)
def listed(request: StaffRequest) -> HttpResponse:
    """All that survivors say is wrong; what is not ended first."""
    rows = list(standing(request.actor)[:SHOWN])
    return show(request, "care/grievances.html", rows=rows)


def _lines(row: Grievance) -> tuple[Line, ...]:
    worker = row.worker.name if row.worker else _("nobody")
    return (
        Line(_("File"), row.survivor_file.number),
        Line(_("Her worker then"), worker),
        Line(_("Said on"), f"{row.said_on:%d-%m-%Y}"),
        Line(_("How it came"), row.get_way_display()),
    )


def _asked(request: StaffRequest, grievance_id: uuid.UUID) -> Grievance:
    rows = door(Grievance, request).filter(ended_on=None)
    return found(rows.select_related("survivor_file", "worker"), request, grievance_id)


@page(Permission.GRIEVANCE_HEAR, writes=("POST",))
def hear(request: StaffRequest, grievance_id: uuid.UUID) -> HttpResponse:
    """Ask her, and write down what she says."""
    row = _asked(request, grievance_id)
    back = reverse("care:grievances")
    told = open_from(row, "said_sealed", key_for(row.survivor_file)).reveal()
    about = _lines(row)
    if told:
        words = covered(told, faces_of(request.actor, row.survivor_file))
        about = (*about, Line(_("In her words"), words))
    asking = Asking(
        key="hear",
        record=row.pk,
        heading=_("What does she say is wrong?"),
        lead=_("Ask her alone, and not through her worker."),
        label=_("Save"),
        next_url=back,
        back_url=back,
        about=about,
        initial={"about": row.about},
    )
    return ask(
        request,
        HearForm,
        asking,
        lambda form: grievances.hear_grievance(
            grievance=row, by=request.actor, **form.cleaned_data
        ),
    )


@page(Permission.GRIEVANCE_HEAR, writes=("POST",))
def end(request: StaffRequest, grievance_id: uuid.UUID) -> HttpResponse:
    """How it ended; she is told."""
    row = _asked(request, grievance_id)
    back = reverse("care:grievances")
    asking = Asking(
        key="end-grievance",
        record=row.pk,
        heading=_("How did it end?"),
        lead=_("Tell her before you close it."),
        label=_("Close it"),
        next_url=back,
        back_url=back,
        about=_lines(row),
        faults={
            grievances.AskHerFirst: (
                None,
                _("Nobody has asked her yet. Ask her first, and write down what she says."),
            )
        },
    )
    return ask(
        request,
        EndForm,
        asking,
        lambda form: grievances.end_grievance(
            grievance=row, ending=form.cleaned_data["ending"], by=request.actor
        ),
    )
