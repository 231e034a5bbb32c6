"""Letters of a FIR: drafted from its facts, blocked by what is missing, sent, answered; and their register."""

import hashlib
import uuid
from dataclasses import replace
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import ChargeSheet, Fir, Letter
from tafteesh.domain.proceedings.queries import fir_sheet
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.letters import petition
from tafteesh.interfaces.web.asking import ask, door, found
from tafteesh.interfaces.web.form_fields import ActorForm, DayField
from tafteesh.interfaces.web.links import address_to_be
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.proceedings.paper import about_fir
from tafteesh.interfaces.web.proceedings.views import fir_of
from tafteesh.interfaces.web.templatetags.shapes import Column, Row

SHOWN = 200
LANGUAGES = (("en", "English"), ("bn", "বাংলা"))


class LetterForm(ActorForm):
    """Which letter, to whom, in which language."""

    kind = forms.ChoiceField(label=gettext_lazy("Which letter"), choices=Letter.Kind.choices)
    addressee = forms.CharField(
        label=gettext_lazy("To whom"),
        max_length=160,
        help_text=gettext_lazy("The post and office, no name of a survivor"),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language"), choices=LANGUAGES, widget=forms.RadioSelect, initial="en"
    )


class SentForm(ActorForm):
    """When it went out, and under which number."""

    on = DayField(label=gettext_lazy("Sent on"))
    number = forms.CharField(label=gettext_lazy("Number"), max_length=60)


class AnsweredForm(ActorForm):
    """When an answer came."""

    answered_on = DayField(label=gettext_lazy("Answered on"))


@page(Permission.CORRECTION_WRITE, writes=("POST",))
def new_letter(request: StaffRequest, fir_id: uuid.UUID) -> HttpResponse:
    """Begin a letter about a FIR."""
    fir = fir_of(request, fir_id)
    wanted = request.GET.get("kind", "")
    asking = about_fir(
        fir,
        "letter",
        heading=_("New letter"),
        label=_("Draft it"),
        initial={"kind": wanted} if wanted in Letter.Kind.values else None,
    )
    asking = replace(asking, next_url=address_to_be("proceedings:letter", "letter_id"))
    return ask(
        request,
        LetterForm,
        asking,
        lambda form: actions.draft_letter(fir=fir, by=request.actor, **form.cleaned_data),
    )


def _letter(request: StaffRequest, letter_id: uuid.UUID) -> Letter:
    return found(door(Letter, request).select_related("fir"), request, letter_id)


@page(Permission.PROCEEDING_READ)
def letter(request: StaffRequest, letter_id: uuid.UUID) -> HttpResponse:
    """One letter: what is missing, or its words."""
    row = _letter(request, letter_id)
    sheet = fir_sheet(request.actor, row.fir)
    lacks = petition.missing(row, sheet) if row.sent_on is None else []
    return show(
        request,
        "proceedings/letter.html",
        letter=row,
        fir=row.fir,
        lacks=[(one.words, _address(row.fir, one, row.kind)) for one in lacks],
        draft=None if lacks or row.sent_on else petition.draft(row, sheet, request.actor.today),
        is_overdue=bool(
            row.reply_due_on and not row.answered_on and row.reply_due_on < request.actor.today
        ),
        may_correct=request.actor.holds(Permission.CORRECTION_WRITE),
    )


def _address(fir: Fir, one: petition.Missing, kind: str) -> str:
    url = reverse(one.page, args=[fir.pk])
    return f"{url}?{urlencode({'kind': kind})}" if one.page == "proceedings:new_letter" else url


@page(Permission.CORRECTION_WRITE)
def pdf(request: StaffRequest, letter_id: uuid.UUID) -> HttpResponse:
    """The letter on paper; not before every fact is there."""
    row = _letter(request, letter_id)
    sheet = fir_sheet(request.actor, row.fir)
    if petition.missing(row, sheet):
        raise Http404
    made = petition.letter_pdf(row, sheet, request.actor.now, request.actor.today)
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="letter.pdf"'
    return answer


@page(Permission.CORRECTION_WRITE, writes=("POST",))
def send(request: StaffRequest, letter_id: uuid.UUID) -> HttpResponse:
    """It was sent: its words and their hash are kept, an answer is due in thirty days."""
    row = _letter(request, letter_id)
    sheet = fir_sheet(request.actor, row.fir)
    if row.sent_on is None and petition.missing(row, sheet):
        messages.error(request, _("Fill in what is missing first."))
        return redirect("proceedings:letter", letter_id=row.pk)
    asking = about_fir(
        row.fir,
        "letter_sent",
        heading=_("The letter was sent"),
        label=_("Save"),
        record=row.pk,
        faults={actions.AlreadySent: (None, _("This letter was sent already. Draft another one."))},
    )

    def save(form: SentForm) -> Letter:
        body = petition.draft(row, sheet, form.cleaned_data["on"]).text
        sent = actions.Sent(
            body=body, sha256=hashlib.sha256(body.encode()).hexdigest(), **form.cleaned_data
        )
        return actions.send_letter(letter=row, sent=sent, by=request.actor)

    return ask(request, SentForm, asking, save)


@page(Permission.CORRECTION_WRITE, writes=("POST",))
def answered(request: StaffRequest, letter_id: uuid.UUID) -> HttpResponse:
    """An answer came."""
    row = _letter(request, letter_id)
    asking = about_fir(
        row.fir,
        "letter_answered",
        heading=_("An answer came"),
        label=_("Save"),
        record=row.pk,
        faults={
            actions.NotSentYet: (None, _("Save first when the letter was sent.")),
            actions.AnswerBeforeLetter: (
                "answered_on",
                _("The answer cannot be before the letter. Compare both days."),
            ),
        },
    )
    return ask(
        request,
        AnsweredForm,
        asking,
        lambda form: actions.answer_letter(letter=row, by=request.actor, **form.cleaned_data),
    )


@page(Permission.CORRECTION_WRITE, writes=("POST",))
def contest(request: StaffRequest, sheet_id: uuid.UUID) -> HttpResponse:
    """One press: a draft protest petition, and a task for the lawyer."""
    sheet = found(door(ChargeSheet, request).select_related("fir"), request, sheet_id)
    if request.method != "POST":
        return redirect("proceedings:fir", fir_id=sheet.fir_id)
    language = get_language() or "en"
    language = language if language in petition.LANGUAGES else "en"
    try:
        made = actions.contest_charge_sheet(sheet=sheet, language=language, by=request.actor)
    except actions.NothingDropped:
        messages.error(request, _("Nothing of the FIR is missing in this charge sheet."))
        return redirect("proceedings:fir", fir_id=sheet.fir_id)
    messages.success(request, _("The petition is drafted, and the lawyer has a task."))
    return redirect("proceedings:letter", letter_id=made.pk)


@page(Permission.PROCEEDING_READ)
def letters(request: StaffRequest) -> HttpResponse:
    """The register of correspondence: what was sent, what is due, what was answered."""
    rows = door(Letter, request).select_related("fir").order_by("-sent_on", "-id")
    today = request.actor.today
    late = rows.filter(answered_on=None, reply_due_on__lt=today).count()
    wants_late = request.GET.get("due") == "yes"
    if wants_late:
        rows = rows.filter(answered_on=None, reply_due_on__lt=today)
    heads = (
        _("FIR"), _("Letter"), _("To"), _("Number"), _("Sent on"), _("Answer due"), _("Answered on"),
    )  # fmt: skip
    return show(
        request,
        "proceedings/letters.html",
        late=late,
        wants_late=wants_late,
        columns=[Column(words) for words in heads],
        rows=[
            Row(
                [
                    row.fir.reference, row.get_kind_display(), row.addressee_words, row.number,
                    row.sent_on or _("draft"), row.reply_due_on, row.answered_on,
                ],
                reverse("proceedings:letter", args=[row.pk]),
            )
            for row in rows[:SHOWN]
        ],
    )  # fmt: skip
