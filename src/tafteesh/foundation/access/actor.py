"""Who is asking. Built once per request, never looked up again."""

import uuid
from dataclasses import dataclass, replace
from datetime import date, datetime

from tafteesh.foundation.access.permissions import Permission, Role


def holds(roles: frozenset[Role], permission: Permission) -> bool:
    """Whether one of the roles, or none at all, brings the permission."""
    if permission is Permission.OWN_DESK:
        return True
    return any(permission in role.permissions for role in roles)


@dataclass(frozen=True)
class Actor:
    """One person at work (or one named night job), with the day on which she acts."""

    person_id: uuid.UUID
    organisation_id: uuid.UUID
    roles: frozenset[Role]
    now: datetime
    today: date
    offices: frozenset[uuid.UUID] = frozenset()
    organisations: frozenset[uuid.UUID] = frozenset()
    request_id: uuid.UUID | None = None

    def holds(self, permission: Permission) -> bool:
        """Her own desk is everybody's; all else comes with a role."""
        return holds(self.roles, permission)

    def as_counter(self) -> "Actor":
        """The same person counting: reaches every row of her organisations, to add them up.

        Only `domain.facts` may count, and only totals and ids leave it; the ids open through
        `visible_to` of the person herself. And a FIR whose paper she holds is found by its number.
        """
        return replace(self, offices=self.organisations)
