"""Reports to the police that are no FIR yet: of one survivor, and all of them together."""

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.papers.models import Paper
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.life import diaries, letters_alone, without_fir
from tafteesh.domain.proceedings.models import Fir, FirSurvivor, PoliceDiary
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Asking, ask, door, found
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.proceedings import life_forms as forms
from tafteesh.interfaces.web.templatetags.shapes import Line

SHOWN = 100


@page(Permission.PROCEEDING_READ)
def reports_page(request: StaffRequest) -> HttpResponse:
    """Every report within her reach of which no FIR came, the oldest first."""
    rows = without_fir(request.actor, limit=SHOWN + 1)
    return show(
        request,
        "proceedings/reports.html",
        rows=rows[:SHOWN],
        more=len(rows) > SHOWN,
        may_write=request.actor.holds(Permission.PROCEEDING_WRITE),
        may_correct=request.actor.holds(Permission.CORRECTION_WRITE),
    )


def _about_file(file: SurvivorFile, key: str, **more: Any) -> Asking:
    url = reverse("proceedings:diaries", args=[file.pk])
    return Asking(
        key=key, next_url=url, back_url=url, about=(Line(_("File"), file.number),), **more
    )


@page(Permission.PROCEEDING_READ)
def diaries_page(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """The diaries of the police about her: which became a FIR, and how long the others wait."""
    file = found(door(SurvivorFile, request), request, file_id)
    return show(
        request,
        "proceedings/diaries.html",
        file=file,
        diaries=diaries(request.actor, file),
        letters=letters_alone(request.actor, file),
        may_correct=request.actor.holds(Permission.CORRECTION_WRITE),
        may_write=request.actor.holds(Permission.PROCEEDING_WRITE),
    )


@page(Permission.PROCEEDING_WRITE, writes=("POST",))
def new_diary(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """A missing or general diary as its paper says."""
    file = found(door(SurvivorFile, request), request, file_id)
    papers = door(Paper, request).filter(survivor_file=file).select_related("survivor_file")
    asking = _about_file(
        file,
        "police_diary",
        heading=_("Diary of a police station"),
        label=_("Save the diary"),
        record=file.pk,
        faults={actions.NotYet: ("on", _("This day has not come yet. Compare it with the paper."))},
        form_args={"papers": list(papers.order_by("-dated_on", "-id")[:200])},
    )
    return ask(
        request,
        forms.DiaryForm,
        asking,
        lambda form: actions.record_diary(
            file=file, new=actions.NewDiary(**form.cleaned_data), by=request.actor
        ),
    )


@page(Permission.PROCEEDING_WRITE, writes=("POST",))
def diary_became(request: StaffRequest, diary_id: uuid.UUID) -> HttpResponse:
    """The diary became a FIR of hers."""
    diary = found(door(PoliceDiary, request).select_related("survivor_file"), request, diary_id)
    links = door(FirSurvivor, request).filter(survivor_file=diary.survivor_file)
    firs = list(door(Fir, request).filter(pk__in=links.values("fir")).order_by("-year", "number"))
    if not firs:
        return redirect("proceedings:new_fir", file_id=diary.survivor_file_id)
    words = _("This FIR was registered before the diary was written. Compare both papers.")
    asking = _about_file(
        diary.survivor_file,
        "diary_became",
        heading=_("The diary became a FIR"),
        label=_("Save"),
        record=diary.pk,
        faults={
            actions.FirBeforeDiary: ("fir", words),
            actions.NotHerFir: ("fir", _("This FIR is not about her any more. Link it first.")),
        },
        form_args={"firs": firs},
    )
    return ask(
        request,
        forms.BecameForm,
        asking,
        lambda form: actions.diary_became_fir(
            diary=diary, fir=form.cleaned_data["fir"], by=request.actor
        ),
    )
