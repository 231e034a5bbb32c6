"""What the notebook says of today: tasks, and those whom nobody has talked with for long."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from tafteesh.domain.diary.models import Task
from tafteesh.domain.files.models import SafeContact, SurvivorFile
from tafteesh.foundation.access.actor import Actor

SILENT_AFTER = timedelta(days=30)


def tasks_due(actor: Actor, *, until: date, limit: int = 30) -> "QuerySet[Task]":
    """Her own open tasks, the oldest first."""
    rows: QuerySet[Task] = Task.objects.visible_to(actor).filter(done_on=None, withdrawn_at=None)
    mine = rows.filter(assigned_to=actor.person_id, due_on__lte=until)
    return mine.select_related("survivor_file").order_by("due_on", "pk")[:limit]


@dataclass(frozen=True)
class Silent:
    """A file without true contact for long, and when it is safe to call. Never a phone number."""

    file: SurvivorFile
    days: int | None
    risk: str
    may_call: bool
    from_hour: int | None
    to_hour: int | None


def _silent(actor: Actor, since: date) -> "QuerySet[SurvivorFile]":
    rows: QuerySet[SurvivorFile] = SurvivorFile.objects.visible_to(actor)
    quiet = Q(last_contact_on=None) | Q(last_contact_on__lt=since)
    return rows.filter(quiet, withdrawn_at=None, status=SurvivorFile.Status.ACTIVE)


def silent_files(actor: Actor, *, limit: int = 20) -> list[Silent]:
    """Active files of hers by days since the last contact (a contact, not an edit), longest first."""
    safe = SafeContact.objects.visible_to(actor).filter(
        survivor_file=OuterRef("pk"), withdrawn_at=None
    )
    newest = safe.order_by("-recorded_at", "-pk")
    rows = _silent(actor, actor.today - SILENT_AFTER).filter(worker=actor.person_id)
    told = rows.annotate(
        **{
            f"safe_{name}": Subquery(newest.values(name)[:1])
            for name in ("risk", "may_call", "from_hour", "to_hour")
        }
    ).order_by(F("last_contact_on").asc(nulls_first=True), "pk")
    return [_told(file, actor.today) for file in told[:limit]]


def _told(file: SurvivorFile, today: date) -> Silent:
    last = file.last_contact_on
    return Silent(
        file=file,
        days=(today - last).days if last else None,
        risk=getattr(file, "safe_risk", None) or SafeContact.Risk.NOT_ASKED,
        may_call=bool(getattr(file, "safe_may_call", None)),
        from_hour=getattr(file, "safe_from_hour", None),
        to_hour=getattr(file, "safe_to_hour", None),
    )


def count_silent(actor: Actor, *, days: int, most: int = 1000) -> int:
    """How many active files within her reach nobody has talked with for so many days; `most` at most."""
    return _silent(actor, actor.today - timedelta(days=days))[:most].count()


def safe_rule(actor: Actor, file: SurvivorFile) -> SafeContact | None:
    """How she may be reached: the newest standing rule, or None while nobody has asked."""
    rows: QuerySet[SafeContact] = SafeContact.objects.visible_to(actor)
    standing = rows.filter(survivor_file=file, withdrawn_at=None)
    return standing.order_by("-recorded_at", "-pk").first()
