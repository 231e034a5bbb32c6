"""How many belong to a collective or a FIR: a number may leave, who they are may not."""

from tafteesh.domain.proceedings.models import Fir, FirSurvivor
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import counting
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission


def survivors_on(actor: Actor, fir: Fir) -> int:
    """How many survivors a FIR that she reaches is about. Raises NotAllowed."""
    require(actor, Permission.PROCEEDING_READ)
    with counting(actor) as counter:
        rows = FirSurvivor.objects.visible_to(counter).filter(fir=fir, withdrawn_at=None)
        return int(rows.count())
