"""Meetings and promises as they are asked."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, F, Q, QuerySet

from tafteesh.domain.meetings.models import Attendance, Meeting, Promise
from tafteesh.foundation.access.actor import Actor
from tafteesh.reference.places.models import PostHolder

PAGE = 50
SOON = timedelta(days=30)
FORUMS = (Meeting.Level.ILFAT, Meeting.Level.IWG)


def meetings(
    actor: Actor, *, level: str = "", days: tuple[date, date] | None = None
) -> "QuerySet[Meeting]":
    """Meetings of her organisation with what was asked and promised, the newest first."""
    rows: QuerySet[Meeting] = Meeting.objects.visible_to(actor).filter(withdrawn_at=None)
    asked = Count("demands", filter=Q(demands__withdrawn_at=None), distinct=True)
    promised = Count("promises", filter=Q(promises__withdrawn_at=None), distinct=True)
    if level:
        rows = rows.filter(level=level)
    if days:
        rows = rows.filter(on__range=days)
    return rows.annotate(asked=asked, promised=promised).order_by("-on", "-pk")


def forum_meetings(actor: Actor, days: tuple[date, date]) -> "QuerySet[Meeting]":
    """Days of ILFAT and IWG, with how many of the survivors within her reach were there."""
    there = Attendance.objects.visible_to(actor).filter(withdrawn_at=None)
    present = Count("attendances", filter=Q(attendances__in=there), distinct=True)
    rows = meetings(actor, days=days).filter(level__in=FORUMS)
    return rows.annotate(present=present)


def open_promises(actor: Actor) -> "QuerySet[Promise]":
    """Promises that nobody has kept, refused or replaced; the first due first."""
    rows: QuerySet[Promise] = Promise.objects.visible_to(actor).filter(
        withdrawn_at=None, state=Promise.State.MADE
    )
    chosen = rows.select_related("meeting", "post")
    return chosen.order_by(F("due_on").asc(nulls_last=True), "pk")


def overdue_promises(actor: Actor, today: date) -> "QuerySet[Promise]":
    """Promises whose day has passed."""
    return open_promises(actor).filter(due_on__lt=today)


def settled_promises(actor: Actor) -> "QuerySet[Promise]":
    """Promises of which it is written down what became of them, the newest first."""
    rows: QuerySet[Promise] = Promise.objects.visible_to(actor).filter(withdrawn_at=None)
    settled = rows.exclude(state=Promise.State.MADE).select_related("meeting", "post")
    return settled.order_by(F("kept_on").desc(nulls_last=True), "-made_on", "pk")


@dataclass(frozen=True)
class Board:
    """Promises by what is to be done about them."""

    overdue: list[Promise]
    soon: list[Promise]
    later: list[Promise]
    no_date: list[Promise]


def board(actor: Actor) -> Board:
    """Open promises: past their day, due within thirty days, later, and without a day."""
    rows, today = list(open_promises(actor)[:500]), actor.today
    dated = [(row.due_on, row) for row in rows if row.due_on]
    return Board(
        overdue=[row for day, row in dated if day < today],
        soon=[row for day, row in dated if today <= day <= today + SOON],
        later=[row for day, row in dated if day > today + SOON],
        no_date=[row for row in rows if not row.due_on],
    )


def holders_on(posts: Iterable[uuid.UUID | None], day: date) -> dict[uuid.UUID, PostHolder]:
    """Who holds each of these posts on a day: a promise stays with the post, whoever comes."""
    rows = PostHolder.objects.filter(
        Q(held_from=None) | Q(held_from__lte=day),
        Q(held_until=None) | Q(held_until__gt=day),
        post__in=[post for post in posts if post],
    )
    return {row.post_id: row for row in rows}
