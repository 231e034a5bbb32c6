"""Meetings by level and year, one meeting, the promise board, and the forums."""

import uuid
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext_lazy

from tafteesh.domain.facts.period import NoSuchPeriod, Period
from tafteesh.domain.facts.queries import some_figures
from tafteesh.domain.meetings.models import (
    Attendance,
    Demand,
    Meeting,
    Promise,
    StaffPresence,
)
from tafteesh.domain.meetings.queries import (
    PAGE,
    board,
    forum_meetings,
    holders_on,
    meetings,
    settled_promises,
)
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.accuracy import accuracy_words
from tafteesh.interfaces.web.asking import door, found
from tafteesh.interfaces.web.form_fields import ActorForm
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.templatetags.shapes import Chip

YEARS = 8


def years_back(today: date) -> list[Period]:
    """This financial year and the ones before it."""
    first = Period.containing(today).starts_on.year
    return [Period.financial_year(first - n) for n in range(YEARS)]


def period_named(text: str) -> Period | None:
    """The period that a page was asked for, if it names one."""
    try:
        return Period.named(text)
    except NoSuchPeriod:
        return None


class ChooseForm(ActorForm):
    """Which meetings."""

    level = forms.ChoiceField(
        label=gettext_lazy("With whom"),
        choices=[("", gettext_lazy("Everyone")), *Meeting.Level.choices],
        required=False,
    )
    year = forms.ChoiceField(label=gettext_lazy("Financial year"), required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        names = [(year.name, year.name) for year in years_back(self.by.today)]
        self.fields["year"].choices = [("", gettext_lazy("All years")), *names]  # type: ignore[attr-defined] # a ChoiceField


@page(Permission.MEETING_READ)
def meetings_list(request: StaffRequest) -> HttpResponse:
    """Meetings, the newest first."""
    form = ChooseForm(request.GET or None, by=request.actor)
    chosen = form.cleaned_data if form.is_valid() else {}
    level, year = chosen.get("level", ""), chosen.get("year", "")
    period = period_named(year)
    start = _start(request)
    days = (period.starts_on, period.ends_on) if period else None
    rows = meetings(request.actor, level=level, days=days)
    shown = list(rows[start : start + PAGE + 1])
    query = urlencode({"level": level, "year": year, "from": start + PAGE})
    return show(
        request,
        "meetings/list.html",
        form=form,
        meetings=shown[:PAGE],
        count=rows.count(),
        chips=_chips(level, year),
        older=f"?{query}" if len(shown) > PAGE else "",
        overdue=len(board(request.actor).overdue),
        may_write=request.actor.holds(Permission.MEETING_WRITE),
    )


def _start(request: StaffRequest) -> int:
    text = request.GET.get("from", "")
    return int(text) if text.isdecimal() and len(text) < 7 else 0


def _chips(level: str, year: str) -> list[Chip]:
    chips = []
    if level:
        chips.append(Chip(Meeting.Level(level).label, "?" + urlencode({"year": year})))
    if year:
        chips.append(Chip(year, "?" + urlencode({"level": level})))
    return chips


@page(Permission.MEETING_READ)
def meeting_page(request: StaffRequest, meeting_id: uuid.UUID) -> HttpResponse:
    """One meeting: who was there, what was asked, what was promised and what came of it."""
    rows = door(Meeting, request).select_related("post", "area")
    meeting = found(rows, request, meeting_id)
    promised = list(
        door(Promise, request)
        .filter(meeting=meeting)
        .select_related("post")
        .order_by("due_on", "pk")
    )
    there = door(Attendance, request).filter(meeting=meeting).select_related("survivor_file")
    staff = door(StaffPresence, request).filter(meeting=meeting).select_related("person")
    return show(
        request,
        "meetings/meeting.html",
        meeting=meeting,
        demands=list(door(Demand, request).filter(meeting=meeting).order_by("pk")),
        promises=with_holders(request, promised),
        survivors=[row.survivor_file for row in there.order_by("survivor_file__number")],
        staff=[row.person for row in staff.order_by("person__name")],
        may_write=request.actor.holds(Permission.MEETING_WRITE),
    )


def with_holders(request: StaffRequest, promises: list[Promise]) -> list[dict[str, Any]]:
    """Promises with who holds the post today: the promise stays with the post."""
    holders = holders_on([row.post_id for row in promises], request.actor.today)
    return [
        {
            "row": row,
            "holder": holders.get(row.post_id) if row.post_id else None,
            "overdue": _days_over(row, request.actor.today),
            "is_open": row.state in (Promise.State.MADE, Promise.State.PARTLY),
        }
        for row in promises
    ]


def _days_over(row: Promise, today: date) -> int:
    if row.state != Promise.State.MADE or not row.due_on:
        return 0
    return max((today - row.due_on).days, 0)


@page(Permission.MEETING_READ)
def promises(request: StaffRequest) -> HttpResponse:
    """The promise board: past their day, due soon, later, without a day, and what became of the others."""
    open_ = board(request.actor)
    settled = list(settled_promises(request.actor)[:50])
    return show(
        request,
        "meetings/promises.html",
        groups=[
            ("overdue", gettext_lazy("Past their day"), with_holders(request, open_.overdue)),
            (
                "soon",
                gettext_lazy("Due in the next thirty days"),
                with_holders(request, open_.soon),
            ),
            ("later", gettext_lazy("Due later"), with_holders(request, open_.later)),
            ("no-day", gettext_lazy("Without a day"), with_holders(request, open_.no_date)),
            ("settled", gettext_lazy("What became of the others"), with_holders(request, settled)),
        ],
        may_write=request.actor.holds(Permission.MEETING_WRITE),
    )


@page(Permission.MEETING_READ)
def forums(request: StaffRequest) -> HttpResponse:
    """ILFAT and IWG in one year: different survivors, and survivors times days."""
    years = years_back(request.actor.today)
    period = period_named(request.GET.get("year", "")) or years[0]
    figure = some_figures(request.actor, period, ["A3"])["A3"]
    days = (period.starts_on, period.ends_on)
    return show(
        request,
        "meetings/forums.html",
        period=period,
        years=[year.name for year in years],
        survivors=figure.values["value"],
        survivor_days=figure.values["survivor_days"],
        stamp=accuracy_words(request, "A3"),
        meetings=list(forum_meetings(request.actor, days)[:200]),
    )
