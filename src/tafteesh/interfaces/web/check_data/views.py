"""Check data > Import: a workbook comes in, nothing of it is lost, every doubt is told."""

import tempfile
import threading
import uuid
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db import connection, connections
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.vault.keys import key_of
from tafteesh.interfaces.imports import actions
from tafteesh.interfaces.imports.guard import MOST_BYTES, Unreadable
from tafteesh.interfaces.imports.job import Job
from tafteesh.interfaces.imports.models import DuplicatePair, ImportBatch, StagedRow
from tafteesh.interfaces.imports.staged import open_rows
from tafteesh.interfaces.imports.taking.values import NotTaken
from tafteesh.interfaces.web.page import StaffRequest, not_there, page, show

SHOWN = 50
RUNNING: set[uuid.UUID] = set()


@page(Permission.IMPORT, writes=("POST",))
def imports(request: StaffRequest) -> HttpResponse:
    """The workbooks brought in so far, and bringing in the next."""
    error = ""
    if request.method == "POST":
        try:
            return redirect("check_data:import", batch_id=_store(request))
        except Unreadable as why:
            error = str(why)
    batches = ImportBatch.objects.visible_to(request.actor).order_by("-uploaded_at")[:50]
    return show(request, "check_data/imports.html", batches=batches, error=error)


def _store(request: StaffRequest) -> uuid.UUID:
    upload = request.FILES.get("file")
    if not isinstance(upload, UploadedFile):
        raise Unreadable("missing", _("Choose a workbook first (.xlsx, .ods or .csv)."))
    if (upload.size or 0) > MOST_BYTES:
        raise Unreadable(
            "too_large",
            _("The file is larger than 50 MB. Take pictures out of it, or split it by year."),
        )
    folder = Path(settings.HOME) / "run"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=folder, prefix="upload-") as kept:
        for piece in upload.chunks():
            kept.write(piece)
        kept.flush()
        batch = actions.store_workbook(
            path=Path(kept.name), name=upload.name or "", by=request.actor
        )
    _later(request.actor, batch.pk, accept=False)
    return batch.pk


def _later(actor: Actor, batch_id: uuid.UUID, *, accept: bool) -> None:
    """Go on in the background once this page's transaction is through; one run a batch at a time."""

    def work() -> None:
        try:
            job = Job(actor)
            if accept:
                job.accept(batch_id)
            else:
                job.read(batch_id)
        except Unreadable:
            pass  # the batch says why
        finally:
            RUNNING.discard(batch_id)
            connections.close_all()

    def begin() -> None:
        if batch_id not in RUNNING:
            RUNNING.add(batch_id)
            threading.Thread(target=work, daemon=True).start()

    connection.on_commit(begin)


def _batch(request: StaffRequest, batch_id: uuid.UUID) -> ImportBatch:
    found = ImportBatch.objects.visible_to(request.actor).filter(pk=batch_id).first()
    if found is None:
        raise not_there()
    return found


@page(Permission.IMPORT)
def one_import(request: StaffRequest, batch_id: uuid.UUID) -> HttpResponse:
    """How far it is, what was read, and what is in doubt."""
    batch = _batch(request, batch_id)
    doubts = StagedRow.objects.visible_to(request.actor).filter(batch=batch, status="in_doubt")
    if kind := request.GET.get("kind"):
        doubts = doubts.filter(doubt_kinds__contains=[kind])
    rows = list(doubts.order_by("sheet", "row")[:SHOWN])
    kinds: dict[str, int] = {}
    for found in (
        StagedRow.objects.visible_to(request.actor)
        .filter(batch=batch, status="in_doubt")
        .values_list("doubt_kinds", flat=True)
    ):
        for name in found:
            if name != "looked at":
                kinds[name] = kinds.get(name, 0) + 1
    return show(
        request,
        "check_data/import.html",
        batch=batch,
        running=batch.pk in RUNNING,
        counts=batch.counts,
        doubts=_opened(batch, rows),
        kinds=sorted(kinds.items()),
        pairs=DuplicatePair.objects.visible_to(request.actor)
        .filter(batch=batch)
        .order_by("-score"),
        totals=batch.typed_totals,
        mapping=(batch.mapping or {}).get("sheets", []),
    )


def _opened(batch: ImportBatch, rows: list[StagedRow]) -> list[dict[str, Any]]:
    if not rows:
        return []
    key_of(batch.pk)
    return [
        {
            "row": row.model,
            "doubts": row.held["doubts"],
            "raw": [c for c in row.held["raw"] if c not in ("", None)],
        }
        for row in open_rows(rows, batch)
    ]


@page(Permission.IMPORT, writes=("POST",))
def go_on(request: StaffRequest, batch_id: uuid.UUID) -> HttpResponse:
    """Take every row in no doubt; or go on where a killed run stopped."""
    batch = _batch(request, batch_id)
    if request.method == "POST":
        _later(request.actor, batch.pk, accept=batch.state not in ("stored", "reading"))
    return redirect("check_data:import", batch_id=batch.pk)


@page(Permission.IMPORT, writes=("POST",))
def undo(request: StaffRequest, batch_id: uuid.UUID) -> HttpResponse:
    """Take the whole import back, after a page that says what that means."""
    batch = _batch(request, batch_id)
    error = ""
    if request.method == "POST":
        try:
            actions.undo(batch=batch, by=request.actor)
        except actions.SomethingWasBuiltOnIt:
            error = _("Later records hang on rows of this import. Take those back first.")
        else:
            messages.success(request, _("The import was taken back."))
            return redirect("check_data:import", batch_id=batch.pk)
    return show(request, "check_data/undo.html", batch=batch, error=error)


@page(Permission.IMPORT, writes=("POST",))
def settle(request: StaffRequest, row_id: uuid.UUID) -> HttpResponse:
    """One doubt settled: it is right as it stands, or the row is not to be taken."""
    row = StagedRow.objects.visible_to(request.actor).filter(pk=row_id).first()
    if row is None:
        raise not_there()
    try:
        if request.POST.get("answer") == "reject":
            actions.reject(row=row, by=request.actor)
        else:
            actions.settle(row=row, corrections={}, by=request.actor)
        messages.success(request, _("Settled."))
    except actions.NotInDoubt:
        messages.info(request, _("This row is settled already."))
    except NotTaken as why:
        messages.error(
            request,
            _(
                "It cannot be taken as it stands: %(why)s. Correct it in the workbook and bring it in again."
            )
            % {"why": why.kind},
        )
    return redirect("check_data:import", batch_id=row.batch_id)
