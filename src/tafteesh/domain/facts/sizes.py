"""How many belong to a collective or a FIR: a number may leave, who they are may not."""

import uuid
from collections import Counter

from django.db.models import Q

from tafteesh.domain.collectives.models import CollectiveMembership
from tafteesh.domain.proceedings.models import Fir, FirSurvivor
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import counting
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission


def collective_sizes(actor: Actor) -> dict[uuid.UUID, int]:
    """Members today of each collective of her organisations. Raises NotAllowed."""
    require(actor, Permission.MEETING_READ)
    with counting(actor) as counter:
        rows = CollectiveMembership.objects.visible_to(counter).filter(
            Q(ends_on=None) | Q(ends_on__gt=actor.today), withdrawn_at=None
        )
        return dict(Counter(rows.values_list("collective_id", flat=True)))


def survivors_on(actor: Actor, fir: Fir) -> int:
    """How many survivors a FIR that she reaches is about. Raises NotAllowed."""
    require(actor, Permission.PROCEEDING_READ)
    with counting(actor) as counter:
        rows = FirSurvivor.objects.visible_to(counter).filter(fir=fir, withdrawn_at=None)
        return int(rows.count())
