"""The list of who opened her files in a week: that it was read is a line in the log."""

from datetime import date

from django.db import transaction

from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import Line, write_lines
from tafteesh.foundation.audit.models import Event


@transaction.atomic
def note_digest_read(*, monday: date, by: Actor) -> None:
    """She opened the list of that week; it stands on Today no longer."""
    require(by, Permission.FILE_READ)
    week = Line(Event.DIGEST_READ, "files.SurvivorFile", reason=f"{monday:%Y-%m-%d}")
    write_lines([week], by=by)
