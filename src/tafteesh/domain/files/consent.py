"""May this be shared? One function that every share, letter, list and partner's page asks."""

import uuid
from collections.abc import Iterable
from datetime import datetime

from django.db import connection

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.files.models.consent import Purpose, Recipient
from tafteesh.foundation.access.models import Organisation


def may_share(
    survivor: SurvivorFile, purpose: Purpose, recipient: Organisation | Recipient, at: datetime
) -> bool:
    """Whether her newest answer up to that moment allows it; no answer is no."""
    return survivor.pk in shareable([survivor.pk], purpose, recipient, at)


def shareable(
    files: Iterable[uuid.UUID],
    purpose: Purpose,
    recipient: Organisation | Recipient,
    at: datetime,
) -> set[uuid.UUID]:
    """Those of the files for which `may_share` says yes: the same sentence, asked once for many."""
    whom = str(recipient.pk) if isinstance(recipient, Organisation) else recipient.value
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT file FROM unnest(%s::uuid[]) AS file WHERE app_may_share(file, %s, %s, %s)",
            [list(files), purpose.value, whom, at],
        )
        return {row[0] for row in cursor.fetchall()}
