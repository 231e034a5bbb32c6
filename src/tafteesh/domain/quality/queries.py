"""What is asked of corrections: the row that stands now, its history, whether somebody was quicker."""

import hashlib
import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q

from tafteesh.domain.quality.fields import Field, RecordKind
from tafteesh.domain.quality.models import FieldChange
from tafteesh.foundation.access.actor import Actor


def token_of(field: Field, row: models.Model) -> str:
    """A mark of the value as it stands: another mark, and somebody changed it. It says nothing of the value."""
    values = [getattr(row, name) for name in field.columns]
    held = [bytes(v).hex() if isinstance(v, bytes | memoryview) else str(v) for v in values]
    return hashlib.sha256("\x1f".join(held).encode()).hexdigest()[:24]


def standing_row(
    actor: Actor, kind: RecordKind, row_id: uuid.UUID, *, lock: bool = False
) -> Any:  # a row of the kind's model
    """The row that stands for a record today, even where it was entered again since. Raises DoesNotExist."""
    model: Any = kind.model
    rows = model.objects.visible_to(actor).filter(withdrawn_at=None)
    if lock:
        rows = rows.select_for_update(of=("self",))
    seen: set[uuid.UUID] = set()
    while row_id not in seen:
        seen.add(row_id)
        if found := rows.filter(pk=row_id).first():
            return found
        after = _after(actor, row_id)
        if after is None:
            break
        row_id = after
    raise model.DoesNotExist(str(row_id))


def _after(actor: Actor, row_id: uuid.UUID) -> uuid.UUID | None:
    changes = FieldChange.objects.visible_to(actor).filter(was_row_id=row_id)
    newest: uuid.UUID | None = (
        changes.exclude(row_id=row_id)
        .order_by("recorded_at")
        .values_list("row_id", flat=True)
        .last()
    )
    return newest


def history_of(actor: Actor, row_ids: Iterable[uuid.UUID]) -> "list[FieldChange]":
    """Every change of some rows, and of the rows that stood before them, the newest first."""
    wanted = set(row_ids)
    found: dict[uuid.UUID, FieldChange] = {}
    waiting = set(wanted)
    while waiting:
        rows = FieldChange.objects.visible_to(actor).filter(
            Q(row_id__in=waiting) | Q(was_row_id__in=waiting)
        )
        fresh = {r.pk: r for r in rows.select_related("recorded_by", "paper", "undoes")}
        more = {r.was_row_id for r in fresh.values()} | {r.row_id for r in fresh.values()}
        found |= fresh
        waiting = more - wanted
        wanted |= more
    return sorted(found.values(), key=lambda row: (row.recorded_at, row.pk), reverse=True)


def as_it_stood(actor: Actor, row: models.Model, moment: datetime) -> models.Model:
    """The row with the values that it had at a moment: what was corrected in it since is taken back, in memory only."""
    since = FieldChange.objects.visible_to(actor).filter(was_row_id=row.pk, row_id=row.pk)
    for change in since.filter(recorded_at__gt=moment).order_by("-recorded_at", "-pk"):
        for name, value in change.old.items():
            column: Any = row._meta.get_field(name)
            setattr(row, name, column.to_python(value))
    return row
