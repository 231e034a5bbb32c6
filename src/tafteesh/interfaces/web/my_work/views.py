"""My work: files that have gone silent, the month, and who opened her files."""

import calendar
import uuid
from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpResponse

from tafteesh.domain.diary.queries import month_of, silent_files
from tafteesh.domain.files.actions.digest import note_digest_read
from tafteesh.domain.files.queries import opened_in_week, was_digest_read
from tafteesh.foundation.access.models import Membership, Person
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.page import StaffRequest, page, show

SILENT_SHOWN = 50
DAY, WEEK = timedelta(days=1), timedelta(days=7)


@page(Permission.OWN_DESK)
def home(request: StaffRequest) -> HttpResponse:
    """The week: files by days since the last true event, and where the rest stands."""
    actor = request.actor
    reads = actor.holds(Permission.FILE_READ)
    return show(
        request,
        "my_work/home.html",
        silent=silent_files(actor, limit=SILENT_SHOWN) if reads else [],
        reads=reads,
        may_type=actor.holds(Permission.CONTACT_RECORD),
        hears=actor.holds(Permission.GRIEVANCE_HEAR),
        speaks=actor.holds(Permission.VOICE_RECORD),
        writes_lists=actor.holds(Permission.INSTRUMENT_WRITE),
        may_look=actor.holds(Permission.IDENTITY_LOOK),
    )


@page(Permission.FILE_READ)
def opened(request: StaffRequest) -> HttpResponse:
    """Who opened which file, week by week: for the worker of the file, and for the office."""
    actor = request.actor
    monday = _week(request.GET.get("week", ""), actor.today)
    is_over = monday + WEEK <= actor.today
    if is_over and not was_digest_read(actor, monday):
        note_digest_read(monday=monday, by=actor)
    return show(
        request, "my_work/opened.html", lines=opened_in_week(actor, monday), first=monday,
        last=monday + WEEK - DAY, before=monday - WEEK, after=monday + WEEK if is_over else None,
    )  # fmt: skip


def _week(asked: str, today: date) -> date:
    """Monday of the week that is asked for by any of its days; else of the one that runs."""
    try:
        day = date.fromisoformat(asked) if asked else today
    except ValueError:
        raise Http404 from None
    if not date(2000, 1, 1) <= day <= today:
        raise Http404
    return day - timedelta(days=day.weekday())


def _month(asked: str, today: date) -> tuple[date, date]:
    """First and last day of the month that is asked for, like 2026-11. Raises Http404."""
    year, _dash, number = (asked or f"{today:%Y-%m}").partition("-")
    try:
        first = date(int(year), int(number), 1)
    except ValueError:
        raise Http404 from None
    return first, first.replace(day=calendar.monthrange(first.year, first.month)[1])


@page(Permission.CONTACT_RECORD)
def month(request: StaffRequest) -> HttpResponse:
    """What one worker did in a month, counted from the same entries."""
    actor = request.actor
    first, last = _month(request.GET.get("month", ""), actor.today)
    workers = _workers(request)
    worker = _worker(request, workers)
    counted: dict[str, Any] = month_of(actor, worker.pk, first, last)
    return show(
        request, "my_work/month.html", first=first, last=last, worker=worker, workers=workers,
        **counted,
    )  # fmt: skip


def _workers(request: StaffRequest) -> list[Person]:
    """Herself; and for the office everybody who works there."""
    if not request.actor.offices:
        return [request.person]
    here = Membership.objects.filter(organisation__in=request.actor.offices, ends_on=None)
    return list(Person.objects.filter(pk__in=here.values("person")).order_by("name"))


def _worker(request: StaffRequest, workers: list[Person]) -> Person:
    asked = request.GET.get("worker", "")
    if not asked:
        return request.person
    try:
        chosen = uuid.UUID(asked)
    except ValueError:
        raise Http404 from None
    for worker in workers:
        if worker.pk == chosen:
            return worker
    raise Http404
