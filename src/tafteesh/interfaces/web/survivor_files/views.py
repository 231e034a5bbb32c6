"""Survivor files: the list, one file, opening a new one, looking at what is sealed."""

import uuid
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.compensation.models import Claim
from tafteesh.domain.diary.models import Task
from tafteesh.domain.files import actions
from tafteesh.domain.files.models import SafeContact, SurvivorFile, Taking
from tafteesh.domain.files.queries import Asked, found, listed
from tafteesh.domain.files.sealing import key_for, open_from
from tafteesh.domain.proceedings.models import Fir
from tafteesh.foundation.access.models import Person
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.queries import lines_about
from tafteesh.interfaces.web.page import StaffRequest, not_there, page, show
from tafteesh.interfaces.web.survivor_files.forms import LookForm, NewFileForm, SafeContactForm
from tafteesh.interfaces.web.survivor_files.timeline import KINDS, entries

VIEWS = (
    ("all", gettext_lazy("All files")),
    ("silent", gettext_lazy("No contact for 30 days")),
    ("no_date", gettext_lazy("No next date")),
)


def _asked(request: StaffRequest) -> Asked:
    after = None
    try:
        if "row" in request.GET:
            after = (request.GET.get("day", ""), uuid.UUID(request.GET["row"]))
    except ValueError:
        raise not_there() from None
    return Asked(
        view=request.GET.get("view", "all"),
        status=request.GET.get("status", ""),
        scope=request.GET.get("scope", ""),
        after=after,
    )


@page(Permission.FILE_READ)
def files(request: StaffRequest) -> HttpResponse:
    """The files within reach."""
    asked = _asked(request)
    rows, more = listed(request.actor, asked)
    older = ""
    if more:
        last = rows[-1]
        day = last.last_contact_on if asked.view == "silent" else last.next_hearing_on
        kept = {"view": asked.view, "status": asked.status, "scope": asked.scope}
        older = "?" + urlencode(kept | {"day": day or "", "row": last.pk})
    return show(
        request,
        "survivor_files/list.html",
        files=rows,
        older=older,
        asked=asked,
        views=VIEWS,
        statuses=SurvivorFile.Status.choices,
        scopes=SurvivorFile.Scope.choices,
        may_open=request.actor.holds(Permission.FILE_WRITE),
    )


@page(Permission.FILE_READ, writes=("POST",))
def search(request: StaffRequest) -> HttpResponse:
    """Find a file by its number, or by a name or phone in any script. Nothing of it lands in an address."""
    words = request.POST.get("words", "")[:100]
    rows = found(request.actor, words) if words.strip() else []
    return show(request, "survivor_files/search.html", files=rows, asked=bool(words.strip()))


def _file(request: StaffRequest, file_id: uuid.UUID) -> SurvivorFile:
    door = SurvivorFile.objects.visible_to(request.actor).select_related("worker", "block")
    file = door.filter(pk=file_id).first()
    if file is None:
        raise not_there()
    return file


def _firs(request: StaffRequest, file: SurvivorFile) -> list[Fir]:
    door = Fir.objects.visible_to(request.actor).filter(withdrawn_at=None)
    return list(door.filter(survivors__survivor_file=file, survivors__withdrawn_at=None).distinct())


@page(Permission.FILE_READ)
def file_page(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """The whole story in order; opening it is a line in the log."""
    file = _file(request, file_id)
    actions.record_opening(file=file, by=request.actor)
    return show(request, "survivor_files/file.html", **_context(request, file))


def _context(request: StaffRequest, file: SurvivorFile, **more: Any) -> dict[str, Any]:
    firs = _firs(request, file)
    kind = request.GET.get("show", "")
    lines = entries(request.actor, file, firs)
    if kind in KINDS:
        lines = [line for line in lines if line.kind == kind]
    claims = Claim.objects.visible_to(request.actor).filter(survivor_file=file, withdrawn_at=None)
    tasks = Task.objects.visible_to(request.actor).filter(
        survivor_file=file, done_on=None, withdrawn_at=None
    )
    return {
        "file": file,
        "firs": firs,
        "entries": lines,
        "kind": kind,
        "claims": list(claims),
        "tasks": list(tasks.order_by("due_on")[:5]),
        "safe": _safe(request, file),
        "opened": lines_about(file.log_tag)[:12],
        "people": _names(request, file),
        "may_look": request.actor.holds(Permission.IDENTITY_LOOK),
        "may_write": request.actor.holds(Permission.FILE_WRITE),
        "look": LookForm(),
        "today": request.actor.today,
    } | more


def _safe(request: StaffRequest, file: SurvivorFile) -> dict[str, Any] | None:
    door = SafeContact.objects.visible_to(request.actor).filter(
        survivor_file=file, withdrawn_at=None
    )
    row = door.order_by("-recorded_at").first()
    if row is None:
        return None
    warning = open_from(row, "warning_sealed", key_for(file)).reveal() if row.warning_sealed else ""
    return {"row": row, "warning": warning}


def _names(request: StaffRequest, file: SurvivorFile) -> dict[uuid.UUID, str]:
    ids = {line.person_id for line in lines_about(file.log_tag)[:12] if line.person_id}
    return dict(Person.objects.filter(pk__in=ids).values_list("pk", "name"))


@page(Permission.IDENTITY_LOOK, writes=("POST",))
def look(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Show one sealed value, once: the look is written down first."""
    file = _file(request, file_id)
    form = LookForm(request.POST or None)
    value, empty = "", False
    if form.is_valid():
        try:
            value = actions.look_at(file=file, by=request.actor, **form.cleaned_data).reveal()
        except actions.NothingSealedThere:
            empty = True
    context = _context(
        request, file, look=form, value=value, empty=empty, asked=form.data.get("name", "")
    )
    return show(request, "survivor_files/file.html", **context)


@page(Permission.FILE_WRITE, writes=("POST",))
def new(request: StaffRequest) -> HttpResponse:
    """Open a survivor file: only its number is needed."""
    form = NewFileForm(request.POST or None, by=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            file = _open(request, form.cleaned_data)
        except actions.NumberTaken:
            form.add_error("number", _("Another file has this number. Ask your supervisor."))
        else:
            return redirect("files:file", file_id=file.pk)
    return show(request, "survivor_files/new.html", form=form)


def _open(request: StaffRequest, said: dict[str, Any]) -> SurvivorFile:
    sealed = ("name_used", "name_on_papers", "relation_name", "phone", "address")
    born = said.get("born")
    identity: dict[str, object] = {"gender": said.get("gender") or "not_asked"}
    if born:
        identity |= {
            "born_earliest": born.earliest,
            "born_latest": born.latest,
            "born_words": born.words,
            "born_answer": "known",
        }
    new_file = actions.NewFile(
        number=said["number"],
        scope=said["scope"],
        violence=said["violence"],
        opened_on=said.get("opened_on"),
        names={name: said[name] for name in sealed if said.get(name)},
        identity=identity,
    )
    file = actions.open_file(new=new_file, by=request.actor)
    if taken := said.get("taken"):
        step = Taking(
            taken_earliest=taken.earliest,
            taken_latest=taken.latest,
            taken_words=taken.words,
            taken_answer="known",
        )
        actions.record_step(file=file, step=step, by=request.actor)
    return file


@page(Permission.FILE_WRITE, writes=("POST",))
def safe_contact(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """How she may be reached: every contact screen shows it."""
    file = _file(request, file_id)
    form = SafeContactForm(request.POST or None, by=request.actor)
    if request.method == "POST" and form.is_valid():
        rule = dict(form.cleaned_data)
        warning = str(rule.pop("warning", ""))
        actions.set_safe_contact(file=file, rule=rule, warning=warning, by=request.actor)
        return redirect("files:file", file_id=file.pk)
    return show(request, "survivor_files/safe_contact.html", form=form, file=file)
