"""Getting a lawyer: what she wants, asking for one, having one, ending."""

import uuid
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.legalaid import actions
from tafteesh.domain.legalaid.models import (
    Assignment,
    Lawyer,
    LawyerKind,
    LegalAidNeed,
    LegalAidRequest,
)
from tafteesh.domain.papers.actions import add_paper
from tafteesh.domain.papers.models import Paper
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Asking, Faults, ask, door, found
from tafteesh.interfaces.web.compensation.forms import SEEN_NOW, paper_words
from tafteesh.interfaces.web.form_fields import ActorForm, DayField
from tafteesh.interfaces.web.page import StaffRequest, page
from tafteesh.interfaces.web.picking import PickField
from tafteesh.interfaces.web.templatetags.shapes import Line, Words

FAULTS: Faults = {
    actions.AlreadyActsForHer: (
        "lawyer",
        gettext_lazy("This lawyer acts for her on those days already. End that first."),
    ),
    actions.HasConflict: (
        "lawyer",
        gettext_lazy("This lawyer stands too close to the other side. Choose another one for her."),
    ),
    actions.AssignedBeforeAsked: (
        "starts_on",
        gettext_lazy("This is before the request was made. Look at both days again."),
    ),
    actions.AlreadyAsked: (
        "authority",
        gettext_lazy("A request to this authority waits already. Its days go on running."),
    ),
    actions.EndsBeforeItStarts: (
        "ends_on",
        gettext_lazy("This is before the first day. Look at both days again."),
    ),
}


class LawyerForm(ActorForm):
    """A lawyer and who pays her."""

    name = forms.CharField(label=gettext_lazy("Name of the lawyer"), max_length=120)
    kind = forms.ChoiceField(
        label=gettext_lazy("Who pays the lawyer?"),
        choices=[c for c in LawyerKind.choices if c[0] != LawyerKind.NOT_KNOWN],
        widget=forms.RadioSelect,
    )
    courts = forms.CharField(
        label=gettext_lazy("In which courts?"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Like POCSO court Barasat, ACJM Basirhat"),
    )


class NeedForm(ActorForm):
    """What she says about having a lawyer."""

    need = forms.ChoiceField(
        label=gettext_lazy("Does she want a lawyer?"),
        choices=LegalAidNeed.Need.choices,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("A lawyer declined by her own choice is no gap"),
    )
    starts_on = DayField(label=gettext_lazy("Since"))
    offered_on = DayField(
        label=gettext_lazy("Day on which a free lawyer was offered to her"), required=False
    )


class RequestForm(ActorForm):
    """A request to a legal services authority."""

    authority = forms.CharField(
        label=gettext_lazy("To which authority?"),
        max_length=160,
        help_text=gettext_lazy("Like DLSA North 24 Parganas"),
    )
    level = forms.ChoiceField(
        label=gettext_lazy("What kind of authority is it?"),
        choices=LegalAidRequest.Level.choices,
        initial=LegalAidRequest.Level.NOT_KNOWN,
        required=False,
    )
    requested_on = DayField(label=gettext_lazy("Day of the request"))

    def clean_level(self) -> str:
        """Not known where nothing was chosen."""
        return str(self.cleaned_data["level"] or LegalAidRequest.Level.NOT_KNOWN)


class AssignForm(ActorForm):
    """A lawyer begins to act for her."""

    lawyer = PickField(label=gettext_lazy("Which lawyer?"))
    starts_on = DayField(label=gettext_lazy("From"))
    for_what = forms.ChoiceField(
        label=gettext_lazy("For what?"),
        choices=Assignment.ForWhat.choices,
        initial=Assignment.ForWhat.NOT_KNOWN,
    )
    request = PickField(label=gettext_lazy("On which request?"), required=False)
    letter = PickField(
        label=gettext_lazy("Letter of assignment"),
        required=False,
        others=[(SEEN_NOW, gettext_lazy("I have the letter before me now"))],
    )

    def __init__(
        self,
        *args: Any,
        lawyers: list[Lawyer],
        requests: list[LegalAidRequest],
        papers: list[Paper],
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.fields["letter"].offer(papers, paper_words)  # type: ignore[attr-defined] # the same
        self.fields["lawyer"].offer(  # type: ignore[attr-defined] # a PickField
            lawyers, lambda row: f"{row.name} · {row.get_kind_display()}"
        )
        self.fields["request"].offer(  # type: ignore[attr-defined] # the same
            requests, lambda row: f"{row.authority_words} · {row.requested_on:%d-%m-%Y}"
        )


class EndForm(ActorForm):
    """A lawyer stops."""

    ends_on = DayField(
        label=gettext_lazy("Last day"),
        help_text=gettext_lazy("From this day on the lawyer is free"),
    )


def _asking(file: SurvivorFile, key: str, heading: Words, label: Words, **more: Any) -> Asking:
    there = reverse("legalaid:file", args=[file.pk])
    given: dict[str, Any] = {"record": file.pk, "faults": FAULTS, **more}
    return Asking(
        key=key,
        heading=heading,
        label=label,
        next_url=there,
        back_url=there,
        about=(Line(_("File"), file.number),),
        **given,
    )


def _file(request: StaffRequest, file_id: object) -> SurvivorFile:
    return found(door(SurvivorFile, request), request, file_id)


@page(Permission.LEGALAID_WRITE, writes=("POST",))
def new_lawyer(request: StaffRequest) -> HttpResponse:
    """Make a lawyer known."""
    back = reverse("legalaid:lawyers")
    what = Asking(
        "lawyer", _("New lawyer"), _("Save this lawyer"), next_url=back, back_url=back,
        lead=_("The same name and kind twice is one lawyer."),
    )  # fmt: skip
    return ask(
        request,
        LawyerForm,
        what,
        lambda form: actions.record_lawyer(by=request.actor, **form.cleaned_data),
    )


@page(Permission.LEGALAID_WRITE, writes=("POST",))
def new_need(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Whether she wants a lawyer."""
    file = _file(request, file_id)
    what = _asking(file, "need", _("Does she want a lawyer?"), _("Save her wish"))
    return ask(
        request,
        NeedForm,
        what,
        lambda form: actions.record_need(file=file, by=request.actor, **form.cleaned_data),
    )


@page(Permission.LEGALAID_WRITE, writes=("POST",))
def new_request(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Ask for a lawyer."""
    file = _file(request, file_id)
    what = _asking(
        file, "legalaid-request", _("Request for a lawyer"), _("Save this request"),
        lead=_("The authority has seven days from the day of the request."),
    )  # fmt: skip
    return ask(
        request,
        RequestForm,
        what,
        lambda form: actions.request_legal_aid(file=file, by=request.actor, **form.cleaned_data),
    )


@page(Permission.LEGALAID_WRITE, writes=("POST",))
def assign(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """A lawyer begins."""
    file = _file(request, file_id)
    waiting = door(LegalAidRequest, request).filter(survivor_file=file, answered_on=None)
    what = _asking(
        file,
        "assign",
        _("Lawyer for her"),
        _("Save this lawyer for her"),
        form_args={
            "lawyers": list(door(Lawyer, request).order_by("name")),
            "requests": list(waiting.order_by("requested_on")),
            "papers": list(
                door(Paper, request)
                .filter(survivor_file=file, kind__in=[Paper.Kind.LETTER, Paper.Kind.ORDER])
                .order_by("-dated_on", "-pk")
            ),
        },
    )

    def save(form: AssignForm) -> Assignment:
        said = dict(form.cleaned_data)
        if said["letter"] == SEEN_NOW:
            said["letter"] = add_paper(
                file=file, kind=Paper.Kind.LETTER, dated_on=said["starts_on"], by=request.actor
            )
        new = actions.NewAssignment(**said)
        return actions.assign_lawyer(file=file, new=new, by=request.actor)

    return ask(request, AssignForm, what, save)


@page(Permission.LEGALAID_WRITE, writes=("POST",))
def end(request: StaffRequest, assignment_id: uuid.UUID) -> HttpResponse:
    """A lawyer stops acting for her."""
    rows = door(Assignment, request).select_related("survivor_file", "lawyer")
    assignment = found(rows, request, assignment_id)
    what = _asking(
        assignment.survivor_file, "end-assignment", _("End of a lawyer's work"),
        _("Save the last day"), record=assignment.pk,
        lead=f"{assignment.lawyer.name}, {assignment.starts_on:%d-%m-%Y}",
    )  # fmt: skip
    return ask(
        request,
        EndForm,
        what,
        lambda form: actions.end_assignment(
            assignment=assignment, by=request.actor, **form.cleaned_data
        ),
    )
