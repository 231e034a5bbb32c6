"""Writing the log. Only actions do, and the page that shows a file (a look is an act too)."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, models

from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.audit.models import Event

WRITE = (
    "SELECT audit_write(%s, %s, %s, %s, %s::text[], %s::uuid[], %s::text[], %s::uuid[],"
    " %s::text[], %s::text[])"
)


@dataclass(frozen=True)
class Line:
    """What one line says. `fields` are names of fields, `reason` a code of a list: never free text."""

    event: Event
    about: str
    about_id: uuid.UUID | None = None
    subject: uuid.UUID | None = None
    fields: tuple[str, ...] = ()
    reason: str = ""


def write_log(
    event: Event,
    *,
    about: models.Model,
    by: Actor,
    subject: uuid.UUID | None = None,
    fields: Iterable[str] = (),
    reason: str = "",
) -> None:
    """One line, inside the caller's transaction: if the line cannot be written, nothing is."""
    write_lines([Line(event, about._meta.label, about.pk, subject, tuple(fields), reason)], by=by)


def write_lines(lines: Iterable[Line], *, by: Actor) -> None:
    """Many lines in one call, for acts on many rows."""
    rows = list(lines)
    if rows:
        with connection.cursor() as cursor:
            cursor.execute(WRITE, log_values(rows, by=by))


def log_values(rows: Sequence[Line], *, by: Actor) -> list[Any]:
    """What `WRITE` is given for these lines, for those who send it themselves."""
    return [
        by.now,
        by.person_id,
        by.organisation_id,
        by.request_id,
        [row.event.value for row in rows],
        [row.subject for row in rows],
        [row.about for row in rows],
        [row.about_id for row in rows],
        [",".join(row.fields) for row in rows],
        [row.reason for row in rows],
    ]
