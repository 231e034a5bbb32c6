"""Partners, exchanges and shares as they are asked."""

from django.db.models import Count, Max, Q, QuerySet

from tafteesh.domain.files.models.consent import still_agreed
from tafteesh.domain.handoffs.models import Exchange, OwnerChange, Partner, Share
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


def shares(actor: Actor) -> "QuerySet[Share]":
    """Shares within her reach that hold today and to which she still agrees, the first to end first."""
    rows: QuerySet[Share] = Share.objects.visible_to(actor).filter(
        still_agreed(file="survivor_file_id", organisation="to_organisation_id", at=actor.now),
        withdrawn_at=None,
        ended_on=None,
        until__gte=actor.today,
    )
    return rows.select_related("survivor_file", "to_organisation", "organisation").order_by(
        "until", "pk"
    )


def not_agreed(actor: Actor) -> "QuerySet[Share]":
    """Shares of her offices whose day has not come and to which no yes of the survivor stands: they lie still."""
    rows: QuerySet[Share] = Share.objects.visible_to(actor).filter(
        ~Q(still_agreed(file="survivor_file_id", organisation="to_organisation_id", at=actor.now)),
        organisation__in=actor.offices,
        withdrawn_at=None,
        ended_on=None,
        until__gte=actor.today,
    )
    return rows.select_related("survivor_file", "to_organisation").order_by("until", "pk")


def offers(actor: Actor) -> "QuerySet[OwnerChange]":
    """Files offered by her organisation or to it, and not answered."""
    rows: QuerySet[OwnerChange] = OwnerChange.objects.visible_to(actor)
    waiting = rows.filter(answer="", withdrawn_at=None)
    return waiting.select_related("survivor_file", "organisation", "to_organisation").order_by(
        "recorded_at", "pk"
    )


def given_away(actor: Actor) -> int:
    """How many files others took over from her organisation: that is all it keeps of them."""
    taken = OwnerChange.objects.visible_to(actor).filter(answer=OwnerChange.Answer.TAKEN)
    return int(taken.filter(organisation__in=actor.offices).count())
