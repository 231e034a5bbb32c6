"""Which template holds today."""

from tafteesh.domain.stationery.models import LetterTemplate
from tafteesh.foundation.access.actor import Actor


def template_in_use(actor: Actor, kind: str, language: str) -> LetterTemplate | None:
    """The office's own template of a kind and language; without one the shipped one holds."""
    rows = LetterTemplate.objects.visible_to(actor).filter(
        organisation_id=actor.organisation_id, kind=kind, language=language
    )
    found = rows.filter(is_in_use=True, withdrawn_at=None).first()
    return found if isinstance(found, LetterTemplate) else None
