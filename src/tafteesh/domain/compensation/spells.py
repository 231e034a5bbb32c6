"""What was not paid on a day: the kept spells that held then."""

from datetime import date

from django.db.models import Q, QuerySet

from tafteesh.domain.compensation.models import UnpaidSpell
from tafteesh.domain.files.queries import reaches_offices_alone
from tafteesh.foundation.access.actor import Actor


def spells_on(actor: Actor, day: date) -> "QuerySet[UnpaidSpell]":
    """What waited at the end of a day, one spell a claim, within her reach."""
    return UnpaidSpell.objects.visible_to(actor).filter(
        Q(ends_on=None) | Q(ends_on__gt=day), starts_on__lte=day, first_ordered_on__lte=day
    )


def read_in_order(actor: Actor, rows: "QuerySet[UnpaidSpell]") -> "QuerySet[UnpaidSpell]":
    """The same rows, asked so that the first ones come from an index where she reaches her offices alone."""
    return rows.filter(organisation__in=actor.offices) if reaches_offices_alone(actor) else rows
