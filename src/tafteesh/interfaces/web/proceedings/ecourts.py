"""Check on eCourts: the official page with the CNR copied, and a page that was saved there read beside our record."""

import json
import uuid
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.proceedings.models import Fir
from tafteesh.domain.proceedings.queries import fir_sheet
from tafteesh.domain.proceedings.rules import read_cnr
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.ecourts.actions import (
    NoSuchDifference,
    accept_difference,
    note_reading,
)
from tafteesh.interfaces.ecourts.case_status import (
    CaseStatus,
    PastHearing,
    UnknownLayout,
    read_case_status,
)
from tafteesh.interfaces.ecourts.differences import OtherCase, case_number, differences
from tafteesh.interfaces.ecourts.pdf_text import UnreadablePdf
from tafteesh.interfaces.ecourts.saved import MOST_BYTES, NotAPage, PageTooLarge, read_saved
from tafteesh.interfaces.web.drafts.actions import drop_draft, keep_draft
from tafteesh.interfaces.web.drafts.queries import find_draft, typed_in
from tafteesh.interfaces.web.form_fields import ActorForm
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.proceedings.views import fir_of
from tafteesh.interfaces.web.templatetags.shapes import Line

OFFICIAL = "https://services.ecourts.gov.in/ecourtindia_v6/"
FORM_KEY = "ecourts"
UNKNOWN = gettext_lazy(
    "This page is not laid out as a case-status page that we know. Nothing was changed. On eCourts, search"
    " by the CNR, open the case and save that page."
)
WRONG = {
    PageTooLarge: gettext_lazy(
        "The file is larger than a case-status page can be. Nothing was changed. Save the page of one case."
    ),
    NotAPage: gettext_lazy(
        "This is no saved web page and no PDF. Nothing was changed. Save the page as .html, .mhtml or PDF."
    ),
    UnreadablePdf: gettext_lazy(
        "The PDF cannot be read: it is locked, damaged, too long, or holds only pictures. Nothing was changed."
    ),
    UnknownLayout: UNKNOWN,
}


class SavedPageForm(ActorForm):
    """A page that she saved from eCourts; cleaned, it is what the page says of the case."""

    file = forms.FileField(
        label=gettext_lazy("The saved page"),
        help_text=gettext_lazy(
            "As .html, .mhtml or PDF, up to 8 MB. It is read and not kept; names of parties are left out."
        ),
    )

    def clean_file(self) -> CaseStatus:
        """What the page says. Raises ValidationError in plain words."""
        upload = self.cleaned_data["file"]
        try:
            if (upload.size or 0) > MOST_BYTES:
                raise PageTooLarge
            return read_case_status(read_saved(upload.read(MOST_BYTES + 1)))
        except tuple(WRONG) as wrong:
            raise ValidationError(str(WRONG[type(wrong)])) from None


def kept_reading(request: StaffRequest, fir: Fir) -> CaseStatus | None:
    """What she read of a saved page and has not gone through yet."""
    draft = find_draft(request.actor, FORM_KEY, str(fir.pk))
    if draft is None:
        return None
    told: dict[str, Any] = json.loads(typed_in(draft)["page"])
    days = ("filing_date", "registration_date", "first_hearing", "next_hearing", "decision_date")
    for name in days:
        told[name] = date.fromisoformat(told[name]) if told[name] else None
    told["acts"] = tuple((act, sections) for act, sections in told["acts"])
    told["orders"] = tuple(date.fromisoformat(day) for day in told["orders"])
    told["history"] = tuple(
        PastHearing(
            date.fromisoformat(one["on"]),
            date.fromisoformat(one["next_on"]) if one["next_on"] else None,
            one["stage"],
        )
        for one in told["history"]
    )
    return CaseStatus(**told)


def _keep(request: StaffRequest, fir: Fir, read: CaseStatus) -> None:
    text = json.dumps(read.to_json(), default=date.isoformat, ensure_ascii=False)
    keep_draft(
        form_key=FORM_KEY, record=str(fir.pk), version="", typed={"page": [text]}, by=request.actor
    )
    note_reading(fir=fir, by=request.actor)


@page(Permission.PROCEEDING_WRITE, writes=("POST",))
def check(request: StaffRequest, fir_id: uuid.UUID) -> HttpResponse:
    """The way to the official page, and what a saved page says otherwise than we."""
    fir = fir_of(request, fir_id)
    form = SavedPageForm(by=request.actor)
    if request.method == "POST":
        form = SavedPageForm(request.POST, request.FILES, by=request.actor)
        if form.is_valid():
            read: CaseStatus = form.cleaned_data["file"]
            if not fir.cnr or fir.cnr == read.cnr:
                _keep(request, fir, read)
                return redirect("proceedings:ecourts", fir_id=fir.pk)
            form.add_error("file", _other_case(fir, read))
    return _check_page(request, fir, form)


def _other_case(fir: Fir, read: CaseStatus) -> str:
    return _(
        "This page is about another case: it has the CNR %(theirs)s, our record has %(ours)s. Nothing was"
        " changed. If our CNR is wrong, change it on the FIR first."
    ) % {"theirs": read.cnr, "ours": fir.cnr}


def _check_page(request: StaffRequest, fir: Fir, form: SavedPageForm) -> HttpResponse:
    read = kept_reading(request, fir)
    sheet = fir_sheet(request.actor, fir)
    found = None
    if read is not None:
        try:
            found = differences(read, sheet, request.actor.today)
        except OtherCase:
            read = None
    return show(
        request,
        "proceedings/ecourts.html",
        fir=fir,
        form=form,
        official=OFFICIAL,
        cnr_is_sound=not fir.cnr or read_cnr(fir.cnr) == fir.cnr,
        read=read,
        found=found,
        told=_told(read) if read else [],
    )


def _told(read: CaseStatus) -> list[Line]:
    """What the page says and we have no field for, so that she can read it once."""
    lines = [
        Line(_("CNR"), read.cnr),
        Line(_("Number of the court case"), case_number(read)),
        Line(_("Filing number"), read.filing_number),
        Line(_("Stage"), read.stage or read.status),
        Line(_("Orders on the page"), ", ".join(f"{day:%d-%m-%Y}" for day in read.orders)),
    ]
    return [line for line in lines if line.value]


@page(Permission.PROCEEDING_WRITE, writes=("POST",))
def accept(request: StaffRequest, fir_id: uuid.UUID) -> HttpResponse:
    """Take one difference over, or put the page away."""
    fir = fir_of(request, fir_id)
    read = kept_reading(request, fir) if request.method == "POST" else None
    back = redirect("proceedings:ecourts", fir_id=fir.pk)
    if read is None:
        return back
    if "done" in request.POST:
        drop_draft(form_key=FORM_KEY, record=str(fir.pk), by=request.actor)
        messages.success(request, _("Done. The page is put away."))
        return redirect("proceedings:fir", fir_id=fir.pk)
    sheet = fir_sheet(request.actor, fir)
    try:
        accept_difference(page=read, sheet=sheet, key=request.POST.get("key", ""), by=request.actor)
    except (NoSuchDifference, OtherCase):
        messages.error(request, _("Our record says so already."))
    else:
        messages.success(request, _("Taken over."))
    return back
