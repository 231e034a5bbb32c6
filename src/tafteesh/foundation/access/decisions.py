"""One answer to "may they?", carrying its reason."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.permissions import Permission


class NotAllowed(Exception):
    """The person may know the thing exists, but may not do this to it."""


@dataclass(frozen=True)
class Decision:
    allowed: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.allowed


def may(actor: Actor, permission: Permission) -> Decision:
    """Does one of her roles hold the permission?"""
    if actor.holds(permission):
        return Decision(allowed=True)
    reason = _("Your work here does not include: %(act)s.") % {"act": permission.label}
    return Decision(allowed=False, reason=reason)


def require(actor: Actor, permission: Permission) -> None:
    """Line one of every action. Raises NotAllowed with the reason."""
    decision = may(actor, permission)
    if not decision:
        raise NotAllowed(decision.reason)
