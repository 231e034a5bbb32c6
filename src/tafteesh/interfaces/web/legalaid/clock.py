"""The seven days of a request: the reminders, both escalations in one press, and the letters themselves."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.legalaid import actions
from tafteesh.domain.legalaid.clock import reminders_of
from tafteesh.domain.legalaid.models import (
    Assignment,
    Complaint,
    Lawyer,
    LegalAidRequest,
    Reminder,
)
from tafteesh.domain.legalaid.rules import is_late
from tafteesh.domain.legalaid.work import hearings_of
from tafteesh.domain.papers.models import Paper
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.letters.legal_aid import reminder_letter
from tafteesh.interfaces.letters.letter import LANGUAGES
from tafteesh.interfaces.web.asking import Asking, Faults, ask, door, found
from tafteesh.interfaces.web.legalaid import clock_forms as forms
from tafteesh.interfaces.web.page import StaffRequest, not_there, page
from tafteesh.interfaces.web.templatetags.shapes import Line, Words

OUTSIDE = gettext_lazy(
    "This day has not come yet, or lies outside the time of it. Look at it again."
)
FAULTS: Faults = {
    actions.NotOnThisDay: (None, OUTSIDE),
    actions.NotWaiting: (
        None,
        gettext_lazy("This request is answered. Nobody needs to be reminded."),
    ),
    actions.TooEarlyToEscalate: (
        None,
        gettext_lazy("The seven days are not over. Send a reminder, or wait for the eighth day."),
    ),
    actions.ConflictStands: (
        "lawyer",
        gettext_lazy("The conflict of this lawyer is recorded already."),
    ),
    actions.ActsStill: (
        "lawyer",
        gettext_lazy("This lawyer acts for her now. End that first, then record the conflict."),
    ),
    actions.AppearanceStands: (
        "on",
        gettext_lazy("Whether this lawyer came on this day is recorded already."),
    ),
    actions.AskedByHerWorker: (
        None,
        gettext_lazy(
            "You work on her file. Ask somebody else of the office to ask her about her lawyer, so that she"
            " can speak freely."
        ),
    ),
}


def _request(request: StaffRequest, request_id: object) -> LegalAidRequest:
    return found(
        door(LegalAidRequest, request).select_related("survivor_file"), request, request_id
    )


def _assignment(request: StaffRequest, assignment_id: object) -> Assignment:
    rows = door(Assignment, request).select_related("survivor_file", "lawyer")
    return found(rows, request, assignment_id)


def _asking(file: SurvivorFile, key: str, heading: Words, label: Words, **more: Any) -> Asking:
    there = reverse("legalaid:file", args=[file.pk])
    return Asking(
        key=key, heading=heading, label=label, next_url=there, back_url=there,
        about=(Line(_("File"), file.number),), faults=FAULTS, **more,
    )  # fmt: skip


@page(Permission.LEGALAID_WRITE, writes=("POST",))
def remind(request: StaffRequest, request_id: uuid.UUID) -> HttpResponse:
    """A reminder that was sent."""
    row = _request(request, request_id)
    what = _asking(
        row.survivor_file, "legalaid-reminder", _("Reminder"), _("Save this reminder"),
        record=row.pk, lead=f"{row.authority_words} · {row.requested_on:%d-%m-%Y}",
    )  # fmt: skip
    return ask(
        request,
        forms.ReminderForm,
        what,
        lambda form: actions.remind(
            request=row, kind=Reminder.Kind.REMINDER, sent=True, by=request.actor,
            on=form.cleaned_data["on"],
        ),
    )  # fmt: skip


@page(Permission.LEGALAID_WRITE, writes=("POST",))
def escalate(request: StaffRequest, request_id: uuid.UUID) -> HttpResponse:
    """Prepare the letters to the DLSA and to the SLSA in one press. Nothing is sent from here."""
    row = _request(request, request_id)
    if request.method == "POST":
        try:
            for kind in (Reminder.Kind.DLSA, Reminder.Kind.SLSA):
                actions.remind(request=row, kind=kind, on=request.actor.today, by=request.actor)
        except (actions.NotWaiting, actions.TooEarlyToEscalate) as fault:
            messages.error(request, str(FAULTS[type(fault)][1]))
        else:
            messages.success(request, _("Both letters are ready. Read them, sign them, send them."))
    return redirect("legalaid:file", file_id=row.survivor_file_id)


@page(Permission.LEGALAID_WRITE, writes=("POST",))
def sent(request: StaffRequest, reminder_id: uuid.UUID) -> HttpResponse:
    """A prepared letter was sent by a person on the day on which it was prepared, or says so today."""
    rows = door(Reminder, request).select_related("request__survivor_file")
    row = found(rows, request, reminder_id)
    if request.method == "POST":
        try:
            actions.remind(
                request=row.request, kind=row.kind, on=row.prepared_on, sent=True, by=request.actor
            )
        except actions.NotWaiting as fault:
            messages.error(request, str(FAULTS[type(fault)][1]))
    return redirect("legalaid:file", file_id=row.survivor_file_id)


@page(Permission.PROCEEDING_READ)
def reminder_pdf(request: StaffRequest, reminder_id: uuid.UUID, language: str) -> HttpResponse:
    """The letter as a PDF in one language."""
    rows = door(Reminder, request).select_related("request__survivor_file")
    row = found(rows, request, reminder_id)
    if language not in LANGUAGES:
        raise not_there()
    written = reminders_of(request.actor, [row.request]).get(row.request_id, [])
    before = [one for one in written if one.sent_on and one.sent_on <= row.prepared_on]
    letter = reminder_letter(
        row, before, sender=request.person.organisation.name, language=language
    )
    pdf = letter.pdf(language, made_at=row.recorded_at)
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="letter.pdf"'
    return answer


@page(Permission.LEGALAID_WRITE, writes=("POST",))
def appearance(request: StaffRequest, assignment_id: uuid.UUID) -> HttpResponse:
    """Whether her lawyer came to a hearing."""
    row = _assignment(request, assignment_id)
    what = _asking(
        row.survivor_file, "appearance", _("Did her lawyer come?"), _("Save it"),
        record=row.pk, lead=row.lawyer.name,
        form_args={"hearings": hearings_of(request.actor, row)},
    )  # fmt: skip
    return ask(
        request,
        forms.AppearanceForm,
        what,
        lambda form: actions.record_appearance(
            assignment=row, by=request.actor, **form.cleaned_data
        ),
    )


@page(Permission.LEGALAID_WRITE, writes=("POST",))
def first_contact(request: StaffRequest, assignment_id: uuid.UUID) -> HttpResponse:
    """The day on which her lawyer first spoke with her."""
    row = _assignment(request, assignment_id)
    what = _asking(
        row.survivor_file, "first-contact", _("First contact with her lawyer"),
        _("Save the day"), record=row.pk, lead=row.lawyer.name,
    )  # fmt: skip
    return ask(
        request,
        forms.FirstContactForm,
        what,
        lambda form: actions.record_first_contact(
            assignment=row, by=request.actor, **form.cleaned_data
        ),
    )


@page(Permission.LEGALAID_WRITE, writes=("POST",))
def her_word(request: StaffRequest, assignment_id: uuid.UUID) -> HttpResponse:
    """What she says of her lawyer."""
    row = _assignment(request, assignment_id)
    what = _asking(
        row.survivor_file, "her-word", _("Her word on her lawyer"), _("Save her word"),
        record=row.pk,
        lead=_("Ask her alone. Whoever works on her file does not ask; somebody else does."),
    )  # fmt: skip
    return ask(
        request,
        forms.HerWordForm,
        what,
        lambda form: actions.record_her_word(assignment=row, by=request.actor, **form.cleaned_data),
    )


@page(Permission.LEGALAID_WRITE, writes=("POST",))
def complaint(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Somebody asked her for money."""
    file = found(door(SurvivorFile, request), request, file_id)
    what = _asking(
        file, "complaint", _("Somebody asked her for money"), _("Save this complaint"),
        record=file.pk,
        lead=_("Legal aid and compensation cost her nothing. Record it whoever asked, and if it was one of us."),
        form_args={"lawyers": list(door(Lawyer, request).order_by("name"))},
    )  # fmt: skip
    return ask(
        request,
        forms.ComplaintForm,
        what,
        lambda form: actions.record_complaint(
            file=file, new=actions.NewComplaint(**form.cleaned_data), by=request.actor
        ),
    )


@page(Permission.LEGALAID_WRITE, writes=("POST",))
def handed_on(request: StaffRequest, complaint_id: uuid.UUID) -> HttpResponse:
    """A complaint went to an authority."""
    rows = door(Complaint, request).filter(handed_on=None).select_related("survivor_file")
    row = found(rows, request, complaint_id)
    what = _asking(
        row.survivor_file, "complaint-on", _("Complaint handed on"), _("Save the day"), record=row.pk,
        lead=f"{row.get_who_display()} · {row.asked_on:%d-%m-%Y}",
    )  # fmt: skip
    return ask(
        request,
        forms.HandOnForm,
        what,
        lambda form: actions.hand_on_complaint(
            complaint=row, by=request.actor, **form.cleaned_data
        ),
    )


@page(Permission.LEGALAID_WRITE, writes=("POST",))
def filing(request: StaffRequest, assignment_id: uuid.UUID) -> HttpResponse:
    """What her lawyer filed for her."""
    row = _assignment(request, assignment_id)
    papers = door(Paper, request).filter(survivor_file=row.survivor_file_id)
    what = _asking(
        row.survivor_file, "filing", _("Filed by her lawyer"), _("Save this filing"),
        record=row.pk, lead=row.lawyer.name,
        form_args={"papers": list(papers.order_by("-dated_on", "-pk"))},
    )  # fmt: skip
    return ask(
        request,
        forms.FilingForm,
        what,
        lambda form: actions.record_filing(assignment=row, by=request.actor, **form.cleaned_data),
    )


@page(Permission.LEGALAID_WRITE, writes=("POST",))
def conflict(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """A lawyer who cannot act for her, and why."""
    file = found(door(SurvivorFile, request), request, file_id)
    what = _asking(
        file, "lawyer-conflict", _("A lawyer who cannot act for her"), _("Save this conflict"),
        record=file.pk,
        form_args={"lawyers": list(door(Lawyer, request).order_by("name"))},
    )  # fmt: skip
    return ask(
        request,
        forms.ConflictForm,
        what,
        lambda form: actions.record_conflict(file=file, by=request.actor, **form.cleaned_data),
    )


def may_escalate(row: LegalAidRequest, request: StaffRequest) -> bool:
    """From the eighth day on, while there is no answer."""
    return row.answered_on is None and is_late(row.requested_on, request.actor.today)
