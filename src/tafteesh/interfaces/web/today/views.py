"""Today: what to do next, with the answer on the card."""

from datetime import timedelta
from typing import Any

from django.db.models import F
from django.http import HttpResponse

from tafteesh.domain.compensation.models import Claim
from tafteesh.domain.diary.models import Task
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.meetings.models import Promise
from tafteesh.domain.proceedings.models import Hearing
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.page import StaffRequest, page, show

SILENT = 30
SHOWN = 12


@page(Permission.OWN_DESK)
def home(request: StaffRequest) -> HttpResponse:
    """The list of a day, in a fixed order: hearings, money, calls, tasks, promises, tomorrow."""
    actor = request.actor
    context: dict[str, Any] = {"today": actor.today}
    if actor.holds(Permission.PROCEEDING_READ):
        context |= _hearings(request)
    if actor.holds(Permission.CLAIM_READ):
        context |= _unpaid(request)
    if actor.holds(Permission.CONTACT_RECORD):
        context |= _calls(request)
    if actor.holds(Permission.MEETING_READ):
        context |= _promises(request)
    context["may_record"] = actor.holds(Permission.HEARING_RECORD)
    return show(request, "today/home.html", **context)


def _hearings(request: StaffRequest) -> dict[str, Any]:
    day = request.actor.today
    door = Hearing.objects.visible_to(request.actor).filter(withdrawn_at=None).select_related("fir")
    expected = door.filter(outcome="expected")
    return {
        "hearings": list(expected.filter(on=day).order_by("id")[:SHOWN]),
        "missing": list(
            expected.filter(on__lt=day, on__gte=day - timedelta(days=60)).order_by("-on")[:SHOWN]
        ),
        "tomorrow": list(door.filter(on=day + timedelta(days=1)).order_by("id")[:SHOWN]),
        "recorded": list(
            door.filter(on=day, recorded_by_id=request.actor.person_id).exclude(outcome="expected")[
                :SHOWN
            ]
        ),
    }


def _unpaid(request: StaffRequest) -> dict[str, Any]:
    door = Claim.objects.visible_to(request.actor).filter(
        withdrawn_at=None, first_ordered_on__isnull=False, ordered_paise__gt=F("credited_paise")
    )
    rows = list(door.select_related("survivor_file").order_by("first_ordered_on", "id")[:SHOWN])
    for row in rows:
        row.days_waiting = (request.actor.today - row.first_ordered_on).days  # type: ignore[attr-defined, operator] # shown once
    return {"unpaid": rows}


def _calls(request: StaffRequest) -> dict[str, Any]:
    day = request.actor.today
    silent = SurvivorFile.objects.visible_to(request.actor).filter(
        status="active", last_contact_on__lt=day - timedelta(days=SILENT)
    )
    mine = silent.filter(worker_id=request.actor.person_id) if not request.actor.offices else silent
    tasks = Task.objects.visible_to(request.actor).filter(
        assigned_to_id=request.actor.person_id, done_on=None, withdrawn_at=None, due_on__lte=day
    )
    return {
        "silent": list(mine.order_by("last_contact_on", "id")[:SHOWN]),
        "tasks": list(tasks.select_related("survivor_file").order_by("due_on")[:SHOWN]),
    }


def _promises(request: StaffRequest) -> dict[str, Any]:
    late = Promise.objects.visible_to(request.actor).filter(
        withdrawn_at=None, state="made", due_on__lt=request.actor.today
    )
    return {"promises": list(late.order_by("due_on")[:SHOWN])}
