"""What was not paid on a day: the kept spells that held then."""

from datetime import date

from django.db.models import Q, QuerySet

from tafteesh.domain.compensation.models import UnpaidSpell
from tafteesh.foundation.access.actor import Actor


def spells_on(actor: Actor, day: date) -> "QuerySet[UnpaidSpell]":
    """What waited at the end of a day, one spell a claim, within her reach."""
    return UnpaidSpell.objects.visible_to(actor).filter(
        Q(ends_on=None) | Q(ends_on__gt=day), starts_on__lte=day, first_ordered_on__lte=day
    )
