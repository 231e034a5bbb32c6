"""Survivor files: the list, one file, and a look at what is sealed."""

import uuid
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy, pgettext_lazy

from tafteesh.domain.files import actions
from tafteesh.domain.files.actions import looking
from tafteesh.domain.files.gate import Block, NotSafeNow, Through
from tafteesh.domain.files.models import Identity, SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.kept import Kept
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.moulds import Lasting
from tafteesh.interfaces.web.page import StaffRequest, not_there, page, show
from tafteesh.interfaces.web.survivor_files.dossier import dossier
from tafteesh.interfaces.web.survivor_files.forms import LookForm
from tafteesh.interfaces.web.survivor_files.saved_views import listing
from tafteesh.interfaces.web.templatetags.looks import REASONS
from tafteesh.interfaces.web.templatetags.shapes import Column, Words

COLUMNS = Lasting(
    (
        Column(gettext_lazy("File")),
        Column(gettext_lazy("Status")),
        Column(pgettext_lazy("filter", "About")),
        Column(gettext_lazy("Block")),
        Column(gettext_lazy("Next hearing")),
        Column(gettext_lazy("Last contact")),
        Column(gettext_lazy("Worker")),
    )
)
STATUSES: Lasting[tuple[str, Words]] = Lasting(SurvivorFile.Status.choices)
SCOPES: Lasting[tuple[str, Words]] = Lasting(SurvivorFile.Scope.choices)


@page(Permission.FILE_READ)
def files(request: StaffRequest) -> HttpResponse:
    """The files within reach."""
    shown = listing(request)
    return show(
        request,
        "survivor_files/list.html",
        list=shown,
        worker=str(shown.asked.worker or ""),
        clear_url=f"?view={shown.asked.view}",
        columns=COLUMNS,
        statuses=STATUSES,
        scopes=SCOPES,
        may_open=request.actor.holds(Permission.FILE_WRITE),
        may_look=request.actor.holds(Permission.IDENTITY_LOOK),
    )


def file_or_404(request: StaffRequest, file_id: uuid.UUID) -> SurvivorFile:
    """Her file through the door, or the page that says not there."""
    found = FILE(request.actor, file_id=file_id)
    if not found:
        raise not_there()
    return found[0]


def _file(actor: Actor, *, file_id: uuid.UUID) -> "QuerySet[SurvivorFile]":
    door: QuerySet[SurvivorFile] = SurvivorFile.objects.visible_to(actor).filter(withdrawn_at=None)
    return door.select_related("worker", "block").filter(pk=file_id)


FILE = Kept(_file)


@page(Permission.FILE_READ)
def file_page(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """The whole story in order; opening it is a line in the log."""
    file = file_or_404(request, file_id)
    actions.record_opening(file=file, by=request.actor)
    return show(request, "survivor_files/file.html", **dossier(request, file))


@page(Permission.IDENTITY_LOOK, writes=("POST",))
def look(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Ask why; then show one sealed value, once: the look is written down first."""
    file = file_or_404(request, file_id)
    name = request.GET.get("name", "name_used")
    if request.method != "POST" and name in Identity.SEALED:
        return show(request, "survivor_files/look.html", file=file, name=name, reasons=REASONS)
    form = LookForm(request.POST)
    if not form.is_valid():
        raise not_there()
    name = form.cleaned_data["name"]
    gate: Block | None = None
    try:
        value = looking.look_at(file=file, by=request.actor, **form.cleaned_data).reveal()
    except looking.NothingSealedThere:
        value = ""
    except NotSafeNow as shut:
        value, gate = "", shut.block
    if gate is not None:
        said = {"reason": form.cleaned_data["reason"], "reasons": Through.choices}
        return show(
            request,
            "survivor_files/look_despite.html",
            file=file,
            name=name,
            gate=gate.label,
            **said,
        )
    if request.htmx:
        return render(request, "survivor_files/revealed.html", {"value": value})
    shown: dict[str, Any] = {name: value}
    return show(request, "survivor_files/file.html", **dossier(request, file, shown=shown))
