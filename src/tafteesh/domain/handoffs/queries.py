"""Partners and exchanges as they are asked."""

from django.db.models import Count, Max, Q, QuerySet

from tafteesh.domain.handoffs.models import Exchange, Partner
from tafteesh.foundation.access.actor import Actor


def partners(actor: Actor) -> "QuerySet[Partner]":
    """Partners of her organisation, with how often they met and when last."""
    rows: QuerySet[Partner] = Partner.objects.visible_to(actor).filter(withdrawn_at=None)
    standing = Q(exchanges__withdrawn_at=None)
    return rows.annotate(
        met=Count("exchanges", filter=standing),
        last_met=Max("exchanges__meeting__on", filter=standing),
    ).order_by("name")


def exchanges(actor: Actor) -> "QuerySet[Exchange]":
    """Exchanges, the newest first."""
    rows: QuerySet[Exchange] = Exchange.objects.visible_to(actor).filter(withdrawn_at=None)
    return rows.select_related("partner", "meeting").order_by("-meeting__on", "-pk")
