"""What is asked of her care."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from tafteesh.domain.care.models import Grievance, Incident, Instrument, Review
from tafteesh.foundation.access.actor import Actor


def open_incidents(actor: Actor) -> "QuerySet[Incident]":
    """Incidents within her reach that are not settled, the newest first. No name stands in them."""
    rows: QuerySet[Incident] = Incident.objects.visible_to(actor)
    standing = rows.filter(withdrawn_at=None, settled_on=None)
    return standing.select_related("survivor_file").order_by("-on", "-pk")


def instruments_for(actor: Actor) -> list[Instrument]:
    """The lists of questions in use: those of her office, and the examples that it has not replaced."""
    own = Q(organisation_id=actor.organisation_id)
    rows = Instrument.objects.filter(own | Q(organisation=None), is_in_use=True)
    newest: dict[str, Instrument] = {}
    for row in rows.order_by("code", "-organisation_id", "-edition"):
        held = newest.get(row.code)
        if held is None or (held.organisation_id is None and row.organisation_id):
            newest[row.code] = row
    return list(newest.values())


def reviews_due(actor: Actor, *, until: date) -> "QuerySet[Review]":
    """The newest review of each file whose next one falls by that day, the longest due first."""
    rows: QuerySet[Review] = Review.objects.visible_to(actor).filter(
        withdrawn_at=None, survivor_file__withdrawn_at=None
    )
    later = rows.filter(survivor_file=OuterRef("survivor_file"), on__gt=OuterRef("on"))
    due = rows.filter(~Exists(later), next_on__lte=until)
    return due.select_related("survivor_file").order_by("next_on", "pk")


def grievances(actor: Actor) -> "QuerySet[Grievance]":
    """What survivors of her office say is wrong, never about herself; what nobody has ended first."""
    rows: QuerySet[Grievance] = Grievance.objects.visible_to(actor).filter(withdrawn_at=None)
    return rows.select_related("survivor_file", "worker", "asked_by").order_by(
        "ended_on", "said_on", "pk"
    )
