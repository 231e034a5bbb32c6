"""Which template holds today, and which pieces of her page are spoken by somebody."""

from django.db.models import QuerySet

from tafteesh.domain.stationery.models import LetterTemplate, SpokenPiece
from tafteesh.foundation.access.actor import Actor


def template_in_use(actor: Actor, kind: str, language: str) -> LetterTemplate | None:
    """The office's own template of a kind and language; without one the shipped one holds."""
    rows = LetterTemplate.objects.visible_to(actor).filter(
        organisation_id=actor.organisation_id, kind=kind, language=language
    )
    found = rows.filter(is_in_use=True, withdrawn_at=None).first()
    return found if isinstance(found, LetterTemplate) else None


def voices(actor: Actor, language: str) -> "QuerySet[SpokenPiece]":
    """The pieces that her office has recorded in a language; their sounds are not read before one is asked for."""
    rows: QuerySet[SpokenPiece] = SpokenPiece.objects.visible_to(actor).filter(
        organisation_id=actor.organisation_id, language=language, withdrawn_at=None
    )
    return rows.defer("sound")
