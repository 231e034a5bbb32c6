"""What a workbook would change of what stands already: before a row of it is taken."""

from dataclasses import dataclass

from tafteesh.foundation.access.actor import Actor
from tafteesh.interfaces.imports.models import ImportBatch, StagedRow

DIFFERS = "differs from what was taken before"


@dataclass(frozen=True)
class Compared:
    """Rows new, changed, the same, and gone from the workbook since an earlier one."""

    new: int
    changed: int
    same: int
    gone: int


def compare(batch: ImportBatch, by: Actor) -> Compared | None:
    """None where nothing was ever taken from a workbook like this."""
    mine = StagedRow.objects.visible_to(by).filter(batch=batch)
    kinds = list(mine.values_list("kind", flat=True).distinct())
    before = StagedRow.objects.visible_to(by).filter(
        organisation_id=batch.organisation_id, kind__in=kinds, taken_at__isnull=False
    )
    before = before.exclude(batch=batch).exclude(natural_key=None)
    if not before.exists():
        return None
    same = mine.filter(already_there=True).count()
    changed = mine.filter(doubt_kinds__contains=[DIFFERS]).count()
    gone = before.exclude(natural_key__in=mine.exclude(natural_key=None).values("natural_key"))
    rejected = mine.filter(status="rejected").count()
    return Compared(mine.count() - same - changed - rejected, changed, same, gone.count())
