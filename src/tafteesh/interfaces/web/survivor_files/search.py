"""One box: a name in any script, a number of a file, FIR or court case, a phone, a station, a court."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.files.actions.misses import (
    NothingAsked,
    read_miss,
    record_miss,
    record_search,
)
from tafteesh.domain.files.models import SearchMiss, SurvivorFile
from tafteesh.domain.files.queries import Listed
from tafteesh.domain.files.searching import By, search_files
from tafteesh.domain.proceedings.finding import firs_asked, firs_of_place
from tafteesh.domain.proceedings.models import Fir, FirSurvivor
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.kernel.digits import clean
from tafteesh.interfaces.web.page import StaffRequest, not_there, page, show
from tafteesh.interfaces.web.survivor_files.views import COLUMNS
from tafteesh.interfaces.web.templatetags.shapes import Column

LONGEST = 100
MISSES_SHOWN = 100
HEADINGS: dict[By, LazyText] = {
    By.NUMBER: gettext_lazy("Files with this number"),
    By.PHONE: gettext_lazy("Files with this phone"),
    By.NAME: gettext_lazy("Files by her name, the nearest first"),
    By.RELATION: gettext_lazy("Files by the name of her father, mother or husband"),
}
MISS_COLUMNS = (
    Column(gettext_lazy("Day")),
    Column(gettext_lazy("Who")),
    Column(gettext_lazy("What was asked")),
    Column(gettext_lazy("File")),
)


@dataclass(frozen=True)
class Group:
    """Files that answered in one way."""

    heading: LazyText
    key: str
    files: list[Listed]


@dataclass(frozen=True)
class Cases:
    """Court cases that answered, each with its files within reach."""

    by_number: list[tuple[Fir, list[SurvivorFile]]]
    by_place: list[tuple[Fir, list[SurvivorFile]]]

    def __len__(self) -> int:
        return len(self.by_number) + len(self.by_place)


@page(Permission.FILE_READ, writes=("POST",))
def search(request: StaffRequest) -> HttpResponse:
    """Find files and court cases. Nothing of what was asked lands in an address or in the log."""
    words = clean(request.POST.get("words", "")[: LONGEST * 2])[:LONGEST].strip()
    groups = _groups(request.actor, words) if words else []
    cases = _cases(request.actor, words) if words else Cases([], [])
    if words:
        answers = sum(len(group.files) for group in groups) + len(cases)
        record_search(answers=answers, by=request.actor)
    return show(
        request,
        "survivor_files/search.html",
        groups=groups,
        cases=cases,
        asked=bool(words),
        words=words,
        columns=COLUMNS,
        may_look=request.actor.holds(Permission.IDENTITY_LOOK),
    )


def _groups(actor: Actor, words: str) -> list[Group]:
    found = search_files(actor, words)
    groups = [
        Group(heading, by.value, [one.file for one in found if one.by == by])
        for by, heading in HEADINGS.items()
    ]
    return [group for group in groups if group.files]


def _cases(actor: Actor, words: str) -> Cases:
    if not actor.holds(Permission.PROCEEDING_READ):
        return Cases([], [])
    by_number, by_place = firs_asked(actor, words), firs_of_place(actor, words)
    files = _files_of(actor, [*by_number, *by_place])
    return Cases(
        [(fir, files.get(fir.pk, [])) for fir in by_number],
        [(fir, files.get(fir.pk, [])) for fir in by_place],
    )


def _files_of(actor: Actor, firs: Iterable[Fir]) -> dict[uuid.UUID, list[SurvivorFile]]:
    links = FirSurvivor.objects.visible_to(actor).filter(fir__in=list(firs), withdrawn_at=None)
    files: dict[uuid.UUID, list[SurvivorFile]] = {}
    for link in links.select_related("survivor_file"):
        files.setdefault(link.fir_id, []).append(link.survivor_file)
    return files


@page(Permission.FILE_READ, writes=("POST",))
def miss(request: StaffRequest) -> HttpResponse:
    """Tell that somebody was not found: what was asked is kept sealed, and search is mended by it."""
    if request.method == "POST":
        try:
            record_miss(
                words=request.POST.get("words", "")[: LONGEST * 2],
                number=request.POST.get("number", "")[:LONGEST],
                by=request.actor,
            )
        except NothingAsked:
            messages.error(request, _("Write first what you searched for."))
        else:
            messages.success(request, _("Thank you. Search will be mended by what you told."))
    return redirect("files:search")


@page(Permission.FILE_READ)
def misses(request: StaffRequest) -> HttpResponse:
    """Questions that found nobody, the newest first; the words stay hidden until somebody asks."""
    rows = SearchMiss.objects.visible_to(request.actor).select_related("asked_by")
    return show(
        request,
        "survivor_files/misses.html",
        misses=list(rows.order_by("-asked_at")[:MISSES_SHOWN]),
        columns=MISS_COLUMNS,
        may_look=request.actor.holds(Permission.IDENTITY_LOOK),
    )


@page(Permission.IDENTITY_LOOK, writes=("POST",))
def miss_words(request: StaffRequest, miss_id: uuid.UUID) -> HttpResponse:
    """Show once what was asked; the look is written down first."""
    row = SearchMiss.objects.visible_to(request.actor).filter(pk=miss_id).first()
    if row is None or request.method != "POST":
        raise not_there()
    value = read_miss(miss=row, by=request.actor).reveal()
    if request.htmx:
        return render(request, "survivor_files/revealed.html", {"value": value})
    return show(request, "survivor_files/miss.html", miss=row, value=value)
