"""Papers: added, looked at page by page, sent, handed on; and the certificate for a court."""

import uuid
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from tafteesh.domain.papers import actions, cleaning
from tafteesh.domain.papers.models import Custody, Paper
from tafteesh.domain.papers.scans import ScanDamaged
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.letters.certificate import certificate_pdf
from tafteesh.interfaces.web.asking import Asking, ask, door, found
from tafteesh.interfaces.web.page import StaffRequest, not_there, page, show
from tafteesh.interfaces.web.survivor_files.paper_forms import (
    MOVED,
    REFUSED,
    CustodyForm,
    DeviceForm,
    PaperForm,
)
from tafteesh.interfaces.web.survivor_files.recording import on_file
from tafteesh.interfaces.web.survivor_files.views import file_or_404
from tafteesh.interfaces.web.templatetags.shapes import Line

# An answer that holds a paper stands apart from our pages: a browser gives it an origin of its own.
SCAN_POLICY = "sandbox; default-src 'none'"
NOT_OPENED = (actions.NoScan, ScanDamaged, cleaning.NoSuchPage, cleaning.PaperBroken)


@page(Permission.PAPER_ADD, writes=("POST",))
def add(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Add a paper, with its photo or scan when there is one."""
    file = file_or_404(request, file_id)
    asking = on_file(file, "paper", _("Add a paper"), part="papers", faults=REFUSED)

    def save(form: PaperForm) -> Paper:
        said = {name: value for name, value in form.cleaned_data.items() if name != "sha256"}
        return actions.add_paper(file=file, by=request.actor, **said)

    return ask(request, PaperForm, asking, save)


def _row(request: StaffRequest, paper_id: uuid.UUID) -> Paper:
    return found(door(Paper, request).select_related("survivor_file"), request, paper_id)


@page(Permission.FILE_READ)
def one(request: StaffRequest, paper_id: uuid.UUID) -> HttpResponse:
    """One paper: what is written of it, where its original was, and its pages when she asks for them."""
    row = _row(request, paper_id)
    may_look = request.actor.holds(Permission.IDENTITY_LOOK) and row.stored_as is not None
    custody = door(Custody, request).filter(paper=row).order_by("-on", "-recorded_at")
    pages = range(1, (row.pages or 1) + 1) if may_look and "show" in request.GET else ()
    return show(
        request,
        "survivor_files/paper.html",
        paper=row,
        file=row.survivor_file,
        custody=custody.select_related("recorded_by"),
        may_look=may_look,
        may_add=request.actor.holds(Permission.PAPER_ADD),
        may_certify=request.actor.holds(Permission.CORRECTION_WRITE)
        and row.original_as is not None,
        pages=pages,
    )


def _apart(content: bytes, media_type: str, disposition: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=media_type)
    answer.headers["Content-Disposition"] = disposition
    answer.headers["Content-Security-Policy"] = SCAN_POLICY
    answer.headers["Cache-Control"] = "no-store"
    return answer


@page(Permission.IDENTITY_LOOK)
def scan(request: StaffRequest, paper_id: uuid.UUID) -> HttpResponse:
    """Send the clean copy as a file to keep; the look is in the log before it leaves."""
    row = _row(request, paper_id)
    try:
        opened = actions.open_scan(paper=row, by=request.actor)
    except NOT_OPENED:
        raise not_there() from None
    name = f"paper-{row.pk.hex[-8:]}.{opened.ending}"
    return _apart(opened.content, opened.media_type, f'attachment; filename="{name}"')


@page(Permission.IDENTITY_LOOK)
def sheet(request: StaffRequest, paper_id: uuid.UUID, number: int) -> HttpResponse:
    """One page as a picture for the screen."""
    row = _row(request, paper_id)
    try:
        picture = actions.open_page(paper=row, page=number, by=request.actor)
    except NOT_OPENED:
        raise not_there() from None
    return _apart(picture, "image/jpeg", "inline")


@page(Permission.CORRECTION_WRITE)
def original(request: StaffRequest, paper_id: uuid.UUID) -> HttpResponse:
    """Send the bytes as they came, which a court compares with the certificate."""
    row = _row(request, paper_id)
    try:
        opened = actions.open_original(paper=row, by=request.actor)
    except NOT_OPENED:
        raise not_there() from None
    name = f"original-{row.pk.hex[-8:]}.{opened.ending}"
    return _apart(opened.content, opened.media_type, f'attachment; filename="{name}"')


@page(Permission.PAPER_ADD, writes=("POST",))
def hand_on(request: StaffRequest, paper_id: uuid.UUID) -> HttpResponse:
    """Write down where the original went."""
    row = _row(request, paper_id)
    there = reverse("files:paper_page", args=[row.pk])
    what = Asking(
        "paper-custody", _("The original went to"), _("Save where it is"), next_url=there,
        back_url=there, record=row.pk, about=_about(row), faults=MOVED,
        initial={"on": request.actor.today},
    )  # fmt: skip

    def save(form: CustodyForm) -> Custody:
        return actions.hand_on(paper=row, by=request.actor, **form.cleaned_data)

    return ask(request, CustodyForm, what, save)


def _about(row: Paper) -> tuple[Line, ...]:
    day = f"{row.dated_on:%d-%m-%Y}" if row.dated_on else _("day not known")
    return (
        Line(_("File"), row.survivor_file.number),
        Line(_("Paper"), f"{row.get_kind_display()}, {day}"),
    )


@page(Permission.CORRECTION_WRITE, writes=("POST",))
def certificate(request: StaffRequest, paper_id: uuid.UUID) -> HttpResponse:
    """The draft of the certificate under section 63(4) of the Bharatiya Sakshya Adhiniyam, or its questions."""
    row = _row(request, paper_id)
    form = DeviceForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        return _certified(request, row, form.cleaned_data)
    return show(
        request, "survivor_files/certificate.html", paper=row, file=row.survivor_file, form=form
    )


def _certified(request: StaffRequest, row: Paper, device: dict[str, Any]) -> HttpResponse:
    try:
        sha256 = actions.hash_for_court(paper=row, by=request.actor)
    except NOT_OPENED:
        raise not_there() from None
    pdf = certificate_pdf(row, sha256, device, made_at=request.actor.now)
    return _apart(pdf, "application/pdf", 'attachment; filename="certificate.pdf"')
