"""How far a number may be trusted, in words, for any page that shows one."""

from tafteesh.domain.facts.stamp import stamp
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.letters.values import stamp_words
from tafteesh.interfaces.web.page import StaffRequest


def accuracy_words(request: StaffRequest, figure: str) -> str:
    """How far the fields that a figure rests on were checked, and how many were right; empty for who reads no figures."""
    if not request.actor.holds(Permission.FIGURES_READ):
        return ""
    return stamp_words(stamp(request.actor).of(figure))
