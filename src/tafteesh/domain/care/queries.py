"""What is asked of her care."""

from django.db.models import QuerySet

from tafteesh.domain.care.models import Incident
from tafteesh.foundation.access.actor import Actor


def open_incidents(actor: Actor) -> "QuerySet[Incident]":
    """Incidents within her reach that are not settled, the newest first. No name stands in them."""
    rows: QuerySet[Incident] = Incident.objects.visible_to(actor)
    standing = rows.filter(withdrawn_at=None, settled_on=None)
    return standing.select_related("survivor_file").order_by("-on", "-pk")
