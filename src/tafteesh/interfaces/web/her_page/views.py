"""Her page on the worker's phone, in hand-over mode; and the same on paper."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import logout
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation

from tafteesh.domain.care.actions.grievances import raise_grievance
from tafteesh.domain.care.models import Grievance
from tafteesh.domain.diary.actions import add_task
from tafteesh.domain.diary.models import Task
from tafteesh.domain.files.actions.choices import take_back
from tafteesh.domain.files.actions.her_page import note_her_page
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.office.actions import record_sign_out
from tafteesh.domain.stationery.queries import voices
from tafteesh.foundation.access.models import Person
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.her_page.contents import notes_of
from tafteesh.interfaces.web.her_page.far import choices_of
from tafteesh.interfaces.web.her_page.middleware import AWAY
from tafteesh.interfaces.web.page import StaffRequest, not_there, page, show
from tafteesh.interfaces.web.survivor_files.views import file_or_404

TRIES = 5
NOBODY = uuid.UUID(int=0)
FIVE_MINUTES = 300


def _language(asked: str, otherwise: str) -> str:
    return asked if asked in dict(settings.LANGUAGES) else otherwise


@page(Permission.CONTACT_RECORD, writes=("POST",))
def hand_over(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Choose her language; from then on this session shows her page alone."""
    file = file_or_404(request, file_id)
    if request.method != "POST":
        return show(
            request, "her_page/choose.html", file=file, languages=Person.Language.choices,
            speaks=request.actor.holds(Permission.VOICE_RECORD),
        )  # fmt: skip
    note_her_page(file=file, way="shown", by=request.actor)
    request.session["her_page"] = str(file.pk)
    request.session["her_language"] = _language(
        request.POST.get("language", ""), request.person.language
    )
    request.session["her_page_tries"] = 0
    request.session["her_said"] = ""
    return redirect("her_page:notes")


@page(Permission.OWN_DESK)
def notes(request: StaffRequest) -> HttpResponse:
    """The page that she sees."""
    if "her_page" not in request.session:
        return redirect("today:home")
    door = SurvivorFile.objects.visible_to(request.actor).filter(withdrawn_at=None)
    file = door.select_related("worker").filter(pk=request.session["her_page"]).first()
    with translation.override(request.session["her_language"]):
        return show(
            request,
            "her_page/notes.html",
            notes=notes_of(request.actor, file) if file else None,
            wrong=bool(request.session.get("her_page_tries")),
            on_phone=True,
            sounds=" ".join(sorted(_spoken(request))),
            may_change=request.actor.holds(Permission.FILE_WRITE),
            said=request.session.get("her_said", ""),
            exit_url=settings.EXIT_URL,
        )


def _spoken(request: StaffRequest) -> list[str]:
    """The pieces that the office recorded in her language."""
    rows = voices(request.actor, request.session["her_language"])
    return list(rows.values_list("piece", flat=True))


def _hers(request: StaffRequest) -> SurvivorFile:
    """The file whose page is open in this session, for an answer to one of its buttons."""
    door = SurvivorFile.objects.visible_to(request.actor).filter(withdrawn_at=None)
    file = door.filter(pk=request.session.get("her_page") or NOBODY).first()
    if request.method != "POST" or file is None:
        raise not_there()
    return file


@page(Permission.CONTACT_RECORD, writes=("POST",))
def something_wrong(request: StaffRequest) -> HttpResponse:
    """She says that something is wrong: somebody other than her worker will ask her what."""
    file = _hers(request)
    if request.session.get("her_said") != "wrong":
        raise_grievance(file=file, way=Grievance.Way.HER_PAGE, by=request.actor)
    request.session["her_said"] = "wrong"
    return redirect("her_page:notes")


@page(Permission.CONTACT_RECORD, writes=("POST",))
def call_me(request: StaffRequest) -> HttpResponse:
    """She asks to be called: a task of her worker for tomorrow."""
    file = _hers(request)
    if request.session.get("her_said") != "call":
        tomorrow = request.actor.today + timedelta(days=1)
        add_task(
            file=file, kind=Task.Kind.CALL, due_on=tomorrow, assigned_to=file.worker_id,
            by=request.actor,
        )  # fmt: skip
    request.session["her_said"] = "call"
    return redirect("her_page:notes")


@page(Permission.FILE_WRITE, writes=("POST",))
def say_no(request: StaffRequest) -> HttpResponse:
    """She takes a yes back: it holds from the next request on."""
    file = _hers(request)
    purpose = request.POST.get("purpose", "")
    for choice in choices_of(request.actor, file):
        for given in choice.given if choice.purpose == purpose else ():
            take_back(consent=given, by=request.actor)
    request.session["her_said"] = "no"
    return redirect("her_page:notes")


@page(Permission.OWN_DESK, writes=("POST",))
def hide(request: StaffRequest) -> HttpResponse:
    """Gone at once: the session ends, and the page becomes a page of the weather."""
    if request.method != "POST":
        raise not_there()
    record_sign_out(by=request.actor, person=request.person)
    logout(request)
    answer = HttpResponse(headers={"Refresh": f"0; url={settings.EXIT_URL}"})
    answer.headers["Clear-Site-Data"] = '"cache"'
    answer.set_cookie(
        AWAY,
        "1",
        max_age=FIVE_MINUTES,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return answer


@page(Permission.OWN_DESK, writes=("POST",))
def leave(request: StaffRequest) -> HttpResponse:
    """Back to the worker's own pages, with her password; after five wrong ones the session ends."""
    held = request.session.get("her_page")
    if request.method != "POST" or held is None:
        raise Http404
    demo = settings.DEMO and request.session.get("demo")
    if demo or request.person.check_password(request.POST.get("password", "")):
        for name in ("her_page", "her_language", "her_page_tries", "her_said"):
            request.session.pop(name, None)
        return redirect(reverse("files:file", args=[held]))
    tries = request.session.get("her_page_tries", 0) + 1
    request.session["her_page_tries"] = tries
    if tries >= TRIES:
        record_sign_out(by=request.actor, person=request.person)
        logout(request)
        return redirect("account_login")
    return redirect("her_page:notes")


@page(Permission.CONTACT_RECORD)
def sheet(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """The same on one sheet of paper: no name of hers, no number, no office."""
    file = file_or_404(request, file_id)
    note_her_page(file=file, way="printed", by=request.actor)
    language = _language(request.GET.get("language", ""), request.person.language)
    with translation.override(language):
        return show(
            request, "her_page/sheet.html", notes=notes_of(request.actor, file),
            today=request.actor.today,
        )  # fmt: skip
