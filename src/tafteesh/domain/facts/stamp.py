"""How far the values behind the figures were checked against paper, as was known at a moment."""

from dataclasses import dataclass
from datetime import datetime

from tafteesh.domain.checking.models import FieldCheck
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import counting
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission


@dataclass(frozen=True)
class Stamp:
    """Of the values drawn and judged against paper: how many, and how many of them were right."""

    judged: int
    right: int


def stamp(actor: Actor, known_at: datetime | None = None) -> Stamp:
    """The stamp that every number of her organisation bears. Raises NotAllowed."""
    require(actor, Permission.FIGURES_READ)
    with counting(actor) as counter:
        checks = FieldCheck.objects.visible_to(counter).filter(
            is_second=False, withdrawn_at=None, checked_at__lte=known_at or actor.now
        )
        right = checks.filter(verdict=FieldCheck.Verdict.MATCHES).count()
        wrong = checks.filter(verdict=FieldCheck.Verdict.DIFFERS).count()
    return Stamp(right + wrong, right)
