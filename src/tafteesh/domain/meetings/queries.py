"""Meetings and promises as they are asked."""

from datetime import date

from django.db.models import Count, F, Q, QuerySet

from tafteesh.domain.meetings.models import Meeting, Promise
from tafteesh.foundation.access.actor import Actor


def meetings(actor: Actor, *, level: str = "") -> "QuerySet[Meeting]":
    """Meetings of her organisation with what was asked and promised, the newest first."""
    rows: QuerySet[Meeting] = Meeting.objects.visible_to(actor).filter(withdrawn_at=None)
    asked = Count("demands", filter=Q(demands__withdrawn_at=None), distinct=True)
    promised = Count("promises", filter=Q(promises__withdrawn_at=None), distinct=True)
    chosen = rows.filter(level=level) if level else rows
    return chosen.annotate(asked=asked, promised=promised).order_by("-on", "-pk")


def open_promises(actor: Actor) -> "QuerySet[Promise]":
    """Promises that nobody has kept, refused or replaced; the first due first."""
    rows: QuerySet[Promise] = Promise.objects.visible_to(actor).filter(
        withdrawn_at=None, state=Promise.State.MADE
    )
    return rows.select_related("meeting").order_by(F("due_on").asc(nulls_last=True), "pk")


def overdue_promises(actor: Actor, today: date) -> "QuerySet[Promise]":
    """Promises whose day has passed."""
    return open_promises(actor).filter(due_on__lt=today)
