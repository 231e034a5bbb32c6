"""What becomes of a draft: a lawyer approves it, somebody sends it, an answer comes. Nothing is sent from here."""

import uuid
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from tafteesh.domain.papers.models import Paper
from tafteesh.domain.papers.scans import ScanDamaged
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import Letter
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.letters.drafting import draft, missing
from tafteesh.interfaces.letters.making import make
from tafteesh.interfaces.web.asking import Asking, Faults, ask, door
from tafteesh.interfaces.web.page import StaffRequest, not_there, page
from tafteesh.interfaces.web.proceedings import letter_forms as forms
from tafteesh.interfaces.web.proceedings.ladder import note_in_ladder
from tafteesh.interfaces.web.proceedings.letters import (
    facts_for,
    letter_of,
    seen_as,
    where_it_stands,
)
from tafteesh.interfaces.web.proceedings.steps import papers_of
from tafteesh.interfaces.web.templatetags.shapes import Line, Words

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def as_file(content: bytes, *, as_word: bool) -> HttpResponse:
    """A letter to download, under a name that says nothing."""
    answer = HttpResponse(content, content_type=WORD if as_word else "application/pdf")
    name = "letter.docx" if as_word else "letter.pdf"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _paper(request: StaffRequest, letter_id: uuid.UUID, *, as_word: bool) -> HttpResponse:
    """What was approved, byte for byte; before that the draft, not until every fact is there."""
    row = letter_of(request, letter_id)
    if row.pdf_stored_as is not None:
        try:
            kept = actions.open_letter(letter=row, as_word=as_word, by=request.actor)
        except ScanDamaged:
            messages.error(
                request, _("The kept letter is damaged. Tell your system administrator.")
            )
            return redirect("proceedings:letter", letter_id=row.pk)
        return as_file(kept, as_word=as_word)
    facts = facts_for(request, row)
    if row.sent_on or missing(facts):
        raise not_there()
    made = make(facts, request.actor)
    return as_file(made.word if as_word else made.pdf, as_word=as_word)


@page(Permission.CORRECTION_WRITE)
def pdf(request: StaffRequest, letter_id: uuid.UUID) -> HttpResponse:
    """The letter as PDF."""
    return _paper(request, letter_id, as_word=False)


@page(Permission.CORRECTION_WRITE)
def word(request: StaffRequest, letter_id: uuid.UUID) -> HttpResponse:
    """The letter in Word."""
    return _paper(request, letter_id, as_word=True)


@page(Permission.LETTER_APPROVE, writes=("POST",))
def approve(request: StaffRequest, letter_id: uuid.UUID) -> HttpResponse:
    """A lawyer read it and approves it: it gets its number, and is kept as it is."""
    row = letter_of(request, letter_id)
    back = redirect("proceedings:letter", letter_id=row.pk)
    if request.method != "POST":
        return back
    facts = facts_for(request, row)
    if row.approved_at is not None:
        messages.error(request, _("This letter was approved already."))
    elif missing(facts):
        messages.error(request, _("Fill in what is missing first."))
    elif seen_as(draft(facts).text) != request.POST.get("seen"):
        messages.error(request, _("The facts changed since you read it. Read it again."))
    else:
        made = lambda number: make(replace(facts, number=number), request.actor)  # noqa: E731
        try:
            row = actions.approve_letter(letter=row, make=made, by=request.actor)
        except actions.AlreadyApproved:
            messages.error(request, _("This letter was approved already."))
        else:
            said = _("Approved as %(number)s. Now somebody sends it.") % {"number": row.number}
            messages.success(request, said)
    return back


def _about(request: StaffRequest, row: Letter, key: str, heading: Words, **more: Any) -> Asking:
    """A form about a letter leads back to it."""
    there = reverse("proceedings:letter", args=[row.pk])
    return Asking(
        key=key,
        heading=heading,
        label=_("Save"),
        next_url=there,
        back_url=there,
        record=row.pk,
        about=(Line(_("FIR") if row.fir else _("File"), row.about_words),),
        **more,
    )


def papers_about(request: StaffRequest, row: Letter) -> list[Paper]:
    """Papers that may prove that it went out: of the survivors of the FIR, or of hers alone."""
    if row.fir is not None:
        return papers_of(request, row.fir)
    papers = door(Paper, request).filter(survivor_file=row.survivor_file_id)
    return list(papers.select_related("survivor_file").order_by("-dated_on", "-id")[:200])


def _faults() -> Faults:
    """What the domain refuses, in words that say what to do."""
    return {
        actions.AlreadySent: (None, _("This letter was sent already. Draft another one.")),
        actions.NotApproved: (None, _("A lawyer approves it first.")),
        actions.NotSentYet: (None, _("Save first when the letter was sent.")),
        actions.DueBeforeSent: (
            "reply_due_on",
            _("The answer cannot be due before the letter went out. Compare both days."),
        ),
        actions.AnswerBeforeLetter: (
            "answered_on",
            _("The answer cannot be before the letter. Compare both days."),
        ),
    }


@page(Permission.CORRECTION_WRITE, writes=("POST",))
def send(request: StaffRequest, letter_id: uuid.UUID) -> HttpResponse:
    """Somebody sent it: day, way, proof; an answer is due, and a task chases it."""
    row = letter_of(request, letter_id)
    if row.sent_on is None and row.approved_at is None:
        messages.error(request, _("A lawyer approves it first."))
        return redirect("proceedings:letter", letter_id=row.pk)
    words = _("It went out after it was approved, and not after today. Compare both days.")
    asking = _about(
        request,
        row,
        "letter_sent",
        _("The letter was sent"),
        faults={**_faults(), actions.NotOnThisDay: ("on", words)},
        form_args={"papers": papers_about(request, row)},
    )

    def save(form: forms.SentForm) -> Letter:
        sent = actions.Sent(**form.cleaned_data)
        made = actions.send_letter(letter=row, sent=sent, by=request.actor)
        note_in_ladder(request.actor, made)
        return made

    return ask(request, forms.SentForm, asking, save)


@page(Permission.CORRECTION_WRITE, writes=("POST",))
def prove(request: StaffRequest, letter_id: uuid.UUID) -> HttpResponse:
    """The receipt that proves that it went out."""
    row = letter_of(request, letter_id)
    asking = _about(
        request,
        row,
        "letter_proof",
        _("Proof that it went out"),
        faults=_faults(),
        form_args={"papers": papers_about(request, row)},
    )
    return ask(
        request,
        forms.ProofForm,
        asking,
        lambda form: actions.prove_letter(
            letter=row, proof=form.cleaned_data["proof"], by=request.actor
        ),
    )


@page(Permission.CORRECTION_WRITE, writes=("POST",))
def answered(request: StaffRequest, letter_id: uuid.UUID) -> HttpResponse:
    """An answer came."""
    row = letter_of(request, letter_id)
    asking = _about(
        request,
        row,
        "letter_answered",
        _("An answer came"),
        faults=_faults(),
        form_args={"papers": papers_about(request, row)},
    )

    def save(form: forms.AnsweredForm) -> Letter:
        said = form.cleaned_data
        answer = actions.Answer(said["answered_on"], said["reply"], said["is_oral"], said["paper"])
        return actions.answer_letter(letter=row, answer=answer, by=request.actor)

    return ask(request, forms.AnsweredForm, asking, save)


@page(Permission.CORRECTION_WRITE, writes=("POST",))
def take_back(request: StaffRequest, letter_id: uuid.UUID) -> HttpResponse:
    """Take back a letter that did not go out."""
    row = letter_of(request, letter_id)
    asking = _about(request, row, "letter_back", _("Take the letter back"), faults=_faults())
    asking = replace(asking, next_url=where_it_stands(row))
    return ask(
        request,
        forms.TakeBackForm,
        asking,
        lambda form: actions.withdraw_letter(
            letter=row, reason=form.cleaned_data["reason"], by=request.actor
        ),
    )
