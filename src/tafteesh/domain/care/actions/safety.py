"""An incident raises the risk, lays out the tasks, and stands on Today until it is settled."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q

from tafteesh.domain.care.models import Incident, SafetyPlan
from tafteesh.domain.diary.actions import give_task
from tafteesh.domain.diary.models import Task
from tafteesh.domain.files import sealing
from tafteesh.domain.files.actions.risk import raise_risk
from tafteesh.domain.files.models import AccessGrant, SafeContact, SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import counting
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.models import Membership, Person
from tafteesh.foundation.access.permissions import Permission, Role
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.kernel.ids import new_id


class HasNotHappened(Exception):
    """An incident has happened; what is feared belongs into the safety plan."""


class SettledAlready(Exception):
    """It was settled before."""


@dataclass(frozen=True)
class NewIncident:
    """What is needed in two minutes."""

    on: date
    kind: str
    source: str = Incident.Source.NOT_KNOWN
    accused_on_bail: bool = False
    note: str = ""


LAWYERS = {Task.Kind.BAIL_CANCELLATION, Task.Kind.WITNESS_PROTECTION}
TOMORROW = timedelta(days=1)
IN_THREE_DAYS = timedelta(days=3)


@transaction.atomic
def record_incident(*, file: SurvivorFile, new: NewIncident, by: Actor) -> Incident:
    """Write a danger down: the risk becomes high and its tasks lie ready. Raises HasNotHappened."""
    require(by, Permission.CONTACT_RECORD)
    if new.on > by.today:
        raise HasNotHappened(new.on.isoformat())
    file = SurvivorFile.objects.visible_to(by).select_for_update(of=("self",)).get(pk=file.pk)
    row = Incident(
        id=new_id(),
        on=new.on,
        kind=new.kind,
        source=new.source,
        accused_on_bail=new.accused_on_bail,
        organisation_id=file.organisation_id,
        survivor_file=file,
        recorded_at=by.now,
        recorded_by_id=by.person_id,
    )
    sealing.seal_into(row, "note_sealed", new.note, sealing.key_for(file))
    row.save(force_insert=True)
    write_log(Event.INCIDENT_RECORDED, about=row, by=by, subject=file.log_tag)
    raise_risk(file=file, to=SafeContact.Risk.HIGH, by=by)
    with counting(by):  # who else has the file is not hers to read
        worker, lawyer = _who_does(file, by)
    for kind, within in _steps(new):
        to = lawyer if kind in LAWYERS else worker
        give_task(file=file, kind=kind, due_on=by.today + within, to=to, by=by)
    return row


def _steps(new: NewIncident) -> list[tuple[Task.Kind, timedelta]]:
    """What must be done, by when; the court is asked about the bail where somebody is out on it."""
    steps = [
        (Task.Kind.POLICE_COMPLAINT, TOMORROW),
        (Task.Kind.WITNESS_PROTECTION, IN_THREE_DAYS),
        (Task.Kind.SAFETY_PLAN, TOMORROW),
    ]
    if new.accused_on_bail:
        steps.insert(1, (Task.Kind.BAIL_CANCELLATION, IN_THREE_DAYS))
    return steps


def _who_does(file: SurvivorFile, by: Actor) -> tuple[Person, Person]:
    """Her worker and her lawyer of the staff; whoever writes it down stands in for one who is missing."""
    her = Person.objects.get(pk=file.worker_id or by.person_id)
    reach = AccessGrant.unscoped.filter(
        Q(until=None) | Q(until__gte=by.today), survivor_file=file, person__is_active=True
    )
    lawyers = Membership.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=by.today),
        role=Role.LAWYER,
        person__in=reach.values("person"),
    ).select_related("person")
    first = lawyers.order_by("starts_on", "pk").first()
    return her, first.person if first else her


@transaction.atomic
def settle_incident(*, incident: Incident, by: Actor) -> Incident:
    """What had to be done is done, and she is safe from it: it leaves Today. Raises SettledAlready."""
    require(by, Permission.CONTACT_RECORD)
    door = Incident.objects.visible_to(by).select_related("survivor_file")
    row = door.select_for_update(of=("self",)).get(pk=incident.pk, withdrawn_at=None)
    if row.settled_on is not None:
        raise SettledAlready(str(row.pk))
    row.settled_on = by.today
    row.save(update_fields=["settled_on"])
    tag = row.survivor_file.log_tag
    write_log(Event.INCIDENT_RECORDED, about=row, by=by, subject=tag, reason="settled")
    return row


@transaction.atomic
def write_safety_plan(
    *, file: SurvivorFile, texts: dict[str, str], look_again_on: date, by: Actor
) -> SafetyPlan:
    """Her plan for the bad day, in her words; the plan before it stays as history."""
    require(by, Permission.CONTACT_RECORD)
    file = SurvivorFile.objects.visible_to(by).select_for_update(of=("self",)).get(pk=file.pk)
    row = SafetyPlan(
        id=new_id(),
        look_again_on=look_again_on,
        organisation_id=file.organisation_id,
        survivor_file=file,
        recorded_at=by.now,
        recorded_by_id=by.person_id,
    )
    key = sealing.key_for(file)
    for name in SafetyPlan.SEALED:
        sealing.seal_into(row, f"{name}_sealed", texts.get(name, ""), key)
    row.save(force_insert=True)
    write_log(Event.PLAN_RECORDED, about=row, by=by, subject=file.log_tag)
    return row
