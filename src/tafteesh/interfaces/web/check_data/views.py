"""Check data > Import: a workbook comes in, nothing of it is lost, every doubt is told."""

import tempfile
import uuid
from collections import defaultdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.imports import actions
from tafteesh.interfaces.imports.comparing import compare
from tafteesh.interfaces.imports.guard import MOST_BYTES, Unreadable, refusal_sentence
from tafteesh.interfaces.imports.labels import EVIDENCE_LABELS, KIND_LABELS
from tafteesh.interfaces.imports.models import DuplicatePair, ImportBatch
from tafteesh.interfaces.imports.totals import beside
from tafteesh.interfaces.web.check_data.doubts import batch_of, kinds_of
from tafteesh.interfaces.web.check_data.running import RUNNING, later
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.templatetags.formats import grouped


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
        raise Unreadable("too_large", refusal_sentence("too_large"))
    folder = Path(settings.HOME) / "run"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=folder, prefix="upload-") as kept:
        for piece in upload.chunks():
            kept.write(piece)
        kept.flush()
        batch = actions.store_workbook(
            path=Path(kept.name), name=upload.name or "", by=request.actor
        )
    later(request.actor, batch.pk, accept=False)
    return batch.pk


@page(Permission.IMPORT)
def one_import(request: StaffRequest, batch_id: uuid.UUID) -> HttpResponse:
    """How far it is, what was read, and what is in doubt."""
    batch = batch_of(request, batch_id)
    running = batch.pk in RUNNING
    if request.htmx and running:
        return show(request, "check_data/import.html", batch=batch, running=True)
    response = show(
        request,
        "check_data/import.html",
        batch=batch,
        running=running,
        refusal=refusal_sentence(batch.refusal) if batch.refusal else "",
        sheets=_sheets(batch),
        kinds=kinds_of(request, batch),
        compared=compare(batch, request.actor) if batch.state == "read" else None,
        pairs=_pairs(request, batch),
        totals=[] if running else _totals(batch, request.actor),
    )
    if request.htmx:
        response["HX-Refresh"] = "true"
    return response


def _sheets(batch: ImportBatch) -> list[dict[str, Any]]:
    kinds: dict[str, dict[str, None]] = defaultdict(dict)
    for sheet in (batch.mapping or {}).get("sheets", []):
        if label := str(KIND_LABELS.get(sheet["kind"], "")):
            kinds[sheet["sheet"]][label] = None
    return [
        {"name": name, "kind": ", ".join(kinds[name]), **count}
        for name, count in (batch.counts or {}).items()
    ]


def _totals(batch: ImportBatch, by: Actor) -> list[dict[str, Any]]:
    return [
        {
            "label": total.label,
            "kind": total.kind,
            "doubtful": total.doubtful,
            "typed": _number(total.typed),
            "ours": _number(total.ours),
            "difference": _number(total.difference),
        }
        for total in beside(batch, by)
    ]


def _number(value: object) -> str:
    """A number of a workbook without decimals that nobody typed; a dash where there is none."""
    if not isinstance(value, int | float):
        return "–" if value is None else str(value)
    if value != int(value):
        return f"{value:g}"
    return f"{'-' if value < 0 else ''}{grouped(abs(int(value)))}"


def _pairs(request: StaffRequest, batch: ImportBatch) -> list[dict[str, Any]]:
    pairs = DuplicatePair.objects.visible_to(request.actor).filter(batch=batch).order_by("-score")
    return [
        {
            "pair": pair,
            "why": ", ".join(str(EVIDENCE_LABELS.get(w, w)) for w in pair.why.split(",")),
        }
        for pair in pairs
    ]


@page(Permission.IMPORT, writes=("POST",))
def go_on(request: StaffRequest, batch_id: uuid.UUID) -> HttpResponse:
    """Take every row in no doubt; or go on where a killed run stopped."""
    batch = batch_of(request, batch_id)
    if request.method == "POST":
        later(request.actor, batch.pk, accept=batch.state not in ("stored", "reading"))
    return redirect("check_data:import", batch_id=batch.pk)


@page(Permission.IMPORT, writes=("POST",))
def undo(request: StaffRequest, batch_id: uuid.UUID) -> HttpResponse:
    """Take the whole import back, after a page that says what that means."""
    batch = batch_of(request, batch_id)
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
