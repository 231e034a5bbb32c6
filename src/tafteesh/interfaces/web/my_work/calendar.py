"""A calendar that any phone can read: codes and days, no names, behind a link that can be taken back."""

from datetime import timedelta

from django.contrib.auth.decorators import login_not_required  # noqa: TID251 - the link is the key
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from tafteesh.domain.diary import calendar_links
from tafteesh.domain.diary.actions import links
from tafteesh.domain.diary.queries import days_ahead
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.access.people import actor_for
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.kernel.clock import read_clock
from tafteesh.interfaces.web.page import StaffRequest, page, show

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Notes//EN\r\nX-WR-CALNAME:Notes\r\n"


@page(Permission.OWN_DESK, writes=("POST",))
def own(request: StaffRequest) -> HttpResponse:
    """Make the link, see it once, take it back."""
    actor = request.actor
    address = ""
    if request.method == "POST":
        if "end" in request.POST:
            links.end_calendar_link(by=actor)
            return redirect("my_work:calendar")
        token = links.make_calendar_link(by=actor)
        address = request.build_absolute_uri(reverse("my_work:feed", args=[token]))
    standing = calendar_links.standing(actor.person_id)
    return show(request, "my_work/calendar.html", link=standing, address=address)


@login_not_required
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The next sixty days of whoever owns the link; a link that was taken back is not there."""
    person = calendar_links.owner_of(token)
    if person is None:
        raise Http404
    actor = actor_for(person, now=read_clock())
    with acting_as(actor):
        days = days_ahead(actor, until=actor.today + timedelta(days=60))
    body = "".join(
        f"BEGIN:VEVENT\r\nUID:{uid}@notes\r\nDTSTAMP:{actor.now:%Y%m%dT%H%M%SZ}\r\n"
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}\r\nSUMMARY:{code}\r\nEND:VEVENT\r\n"
        for uid, day, code in days
    )
    answer = HttpResponse(f"{HEAD}{body}END:VCALENDAR\r\n", content_type="text/calendar")
    answer["Content-Disposition"] = 'attachment; filename="notes.ics"'
    return answer


feed.permission = Permission.OWN_DESK  # type: ignore[attr-defined] # read by the URL walk
