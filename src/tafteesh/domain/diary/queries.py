"""What the notebook says of today: tasks, and those whom nobody has talked with for long."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from tafteesh.domain.diary.models import Contact, Task
from tafteesh.domain.files.models import SafeContact, SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.kept import Kept

SILENT_AFTER = timedelta(days=30)


def tasks_due(actor: Actor, *, until: date, limit: int = 30) -> "QuerySet[Task]":
    """Her own open tasks, the oldest first."""
    rows: QuerySet[Task] = Task.objects.visible_to(actor).filter(done_on=None, withdrawn_at=None)
    mine = rows.filter(assigned_to=actor.person_id, due_on__lte=until)
    return mine.select_related("survivor_file").order_by("due_on", "pk")[:limit]


DUE = Kept(tasks_due)


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
    files = LONG_SILENT(actor, since=actor.today - SILENT_AFTER, limit=limit)
    rules = {}
    if files:
        rules = {rule[0]: rule[1:] for rule in RULES(actor, files=[file.pk for file in files])}
    return [_told(file, rules.get(file.pk), actor.today) for file in files]


def _hers_silent(actor: Actor, *, since: date, limit: int) -> "QuerySet[SurvivorFile]":
    rows = _silent(actor, since).filter(worker=actor.person_id).only("number", "last_contact_on")
    return rows.order_by(F("last_contact_on").asc(nulls_first=True), "pk")[:limit]


def _rules(actor: Actor, *, files: list[uuid.UUID]) -> "QuerySet[Any, Any]":
    """How each may be reached: the newest standing rule of each file."""
    safe: QuerySet[SafeContact] = SafeContact.objects.visible_to(actor)
    standing = safe.filter(survivor_file__any_of=files, withdrawn_at=None)
    newest = standing.order_by("survivor_file", "-recorded_at", "-pk").distinct("survivor_file")
    return newest.values_list("survivor_file_id", "risk", "may_call", "from_hour", "to_hour")


LONG_SILENT = Kept(_hers_silent)
RULES = Kept(_rules)


def _told(
    file: SurvivorFile, rule: tuple[str, bool, int | None, int | None] | None, today: date
) -> Silent:
    last = file.last_contact_on
    risk, may_call, from_hour, to_hour = rule or (SafeContact.Risk.NOT_ASKED, False, None, None)
    days = (today - last).days if last else None
    return Silent(file, days, risk, bool(may_call), from_hour, to_hour)


def count_silent(actor: Actor, *, days: int, most: int = 1000) -> int:
    """How many active files within her reach nobody has talked with for so many days; `most` at most."""
    return _silent(actor, actor.today - timedelta(days=days))[:most].count()


def safe_rule(actor: Actor, file: SurvivorFile) -> SafeContact | None:
    """How she may be reached: the newest standing rule, or None while nobody has asked."""
    found = SAFE_RULE(actor, file_id=file.pk)
    return found[0] if found else None


def _safe_rule(actor: Actor, *, file_id: uuid.UUID) -> "QuerySet[SafeContact]":
    rows: QuerySet[SafeContact] = SafeContact.objects.visible_to(actor)
    standing = rows.filter(survivor_file=file_id, withdrawn_at=None)
    return standing.order_by("-recorded_at", "-pk")[:1]


SAFE_RULE = Kept(_safe_rule)


def month_of(actor: Actor, worker: uuid.UUID, first: date, last: date) -> dict[str, Any]:
    """What one worker did between two days, within the reach of whoever asks: from the entries alone."""
    rows: QuerySet[Contact] = Contact.objects.visible_to(actor)
    hers = rows.filter(worker=worker, withdrawn_at=None, on__range=(first, last))
    modes, abouts = dict(Contact.Mode.choices), dict(Contact.About.choices)
    tasks: QuerySet[Task] = Task.objects.visible_to(actor)
    own = tasks.filter(assigned_to=worker, withdrawn_at=None)
    files: QuerySet[SurvivorFile] = SurvivorFile.objects.visible_to(actor)
    return {
        "by_mode": [(modes[code], n) for code, n in _counted(hers, "mode")],
        "by_about": [(abouts[code], n) for code, n in _counted(hers, "about")],
        "reached": hers.filter(reached=True).count(),
        "contacts": hers.count(),
        "women": hers.values("survivor_file").distinct().count(),
        "done": own.filter(done_on__range=(first, last)).count(),
        "late": own.filter(done_on=None, due_on__lt=actor.today).count(),
        "files": files.filter(worker=worker, withdrawn_at=None, status="active").count(),
    }


def _counted(rows: "QuerySet[Contact]", name: str) -> list[tuple[str, int]]:
    counted = rows.order_by().values_list(name).annotate(n=Count("pk"))
    return sorted(counted, key=lambda pair: -pair[1])


def days_ahead(actor: Actor, *, until: date) -> list[tuple[uuid.UUID, date, str]]:
    """Her open tasks and the hearings of her files: an id, a day, and the number of the file alone."""
    tasks = tasks_due(actor, until=until, limit=200)
    files: QuerySet[SurvivorFile] = SurvivorFile.objects.visible_to(actor)
    heard = files.filter(
        worker=actor.person_id,
        withdrawn_at=None,
        next_hearing_on__gte=actor.today,
        next_hearing_on__lte=until,
    )
    days = [(task.pk, task.due_on, task.survivor_file.number) for task in tasks]
    days += [(f.pk, f.next_hearing_on, f.number) for f in heard if f.next_hearing_on]
    return sorted(days, key=lambda one: one[1])
