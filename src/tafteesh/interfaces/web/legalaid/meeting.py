"""Representation between two days, and what is taken to the meeting with the DLSA secretary."""

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tafteesh.domain.compensation.chasing import owing
from tafteesh.domain.legalaid.clock import (
    MOST,
    complaints,
    lawyers_record,
    representation,
    waiting_on,
)
from tafteesh.domain.legalaid.rules import ANSWER_DAYS
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.letters.letter import language_of
from tafteesh.interfaces.letters.pack import Pack, pack_sheet
from tafteesh.interfaces.web.accuracy import accuracy_words
from tafteesh.interfaces.web.legalaid import clock_forms as forms
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.templatetags.shapes import Column

LOOK_BACK = timedelta(days=30)


def _days(request: StaffRequest) -> tuple[forms.DaysForm, date, date]:
    form = forms.DaysForm(request.GET or None, by=request.actor)
    said: dict[str, Any] = form.cleaned_data if form.is_valid() else {}
    last = said.get("last") or request.actor.today
    first = said.get("first") or last - LOOK_BACK
    return form, min(first, last), last


@page(Permission.PROCEEDING_READ)
def representation_page(request: StaffRequest) -> HttpResponse:
    """Days without a free lawyer in a period; the files are named to the manager, nobody else."""
    form, first, last = _days(request)
    told = representation(request.actor, first, last)
    named = request.actor.holds(Permission.REPORT_RELEASE)
    return show(
        request,
        "legalaid/representation.html",
        form=form,
        first=first,
        last=last,
        told=told,
        days=[(_("On the last day"), told.last), (_("On the worst day"), told.lowest)],
        unbroken=told.wanting - len(told.broken),
        rows=told.broken if named else (),
        named=named,
        stamp=accuracy_words(request, "I11"),
        answer_days=ANSWER_DAYS,
    )


def _pack(request: StaffRequest, first: date, last: date) -> Pack:
    actor = request.actor
    return Pack(
        first=first,
        last=last,
        cover=representation(actor, last, last).last,
        waiting=waiting_on(actor, last),
        records=lawyers_record(actor, first, last),
        complaints=list(complaints(actor, first, last)),
        owing=owing(actor, last) if actor.holds(Permission.CLAIM_READ) else [],
    )


@page(Permission.PROCEEDING_READ)
def pack(request: StaffRequest) -> HttpResponse:
    """What is taken to the meeting with the DLSA secretary: no name of a survivor stands in it."""
    form, first, last = _days(request)
    return show(
        request,
        "legalaid/pack.html",
        form=form,
        pack=_pack(request, first, last),
        query=urlencode({"first": f"{first:%d-%m-%Y}", "last": f"{last:%d-%m-%Y}"}),
        stamp=accuracy_words(request, "I11"),
        answer_days=ANSWER_DAYS,
        most=MOST,
        columns=_pack_columns(),
    )


@page(Permission.PROCEEDING_READ)
def pack_pdf(request: StaffRequest) -> HttpResponse:
    """The same on paper, in the language of who asks."""
    _form, first, last = _days(request)
    language = language_of(request.person.language)
    sheet = pack_sheet(
        _pack(request, first, last), sender=request.person.organisation.name, language=language
    )
    pdf = sheet.pdf(language, made_at=request.actor.now)
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="pack.pdf"'
    return answer


def _pack_columns() -> list[Column]:
    return [
        Column(pgettext("legal aid", "File")),
        Column(pgettext("legal aid", "Asked from")),
        Column(pgettext("legal aid", "Asked on")),
        Column(pgettext("legal aid", "Days"), number=True),
        Column(pgettext("legal aid", "Reminders"), number=True),
    ]
