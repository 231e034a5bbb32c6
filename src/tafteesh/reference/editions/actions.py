"""Taking an edition in: all of it or nothing."""

from typing import Any

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.kernel.ids import new_id
from tafteesh.reference.editions.changes import FilePlan, Plan, plan_edition
from tafteesh.reference.editions.faults import BadEdition, Fault
from tafteesh.reference.editions.folder import EditionFolder
from tafteesh.reference.law.models import Edition

ONE_AT_A_TIME = 72_616_601  # a number that names this lock among PostgreSQL's advisory locks
AT_ONCE = 2_000
ADDED_KEPT = 200  # keys of new rows that an edition's own page lists


@transaction.atomic
def load_edition(*, folder: EditionFolder, by: Actor, job: str = "") -> Plan:
    """Take an edition in and record it. Nothing is deleted. Raises BadEdition and stores nothing."""
    require(by, Permission.REFERENCE_WRITE)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
    plan = plan_edition(folder)
    try:
        with transaction.atomic():
            editions = [_take(plan, file, by, job) for file in plan.files if not file.is_empty]
    except IntegrityError as refused:
        raise BadEdition([Fault(folder.name, 0, _refusal(refused))]) from None
    for edition in editions:
        write_log(Event.REFERENCE_LOADED, about=edition, by=by)
    return plan


def _refusal(refused: IntegrityError) -> str:
    """Which rule of the tables was broken: the names of our constraints are sentences."""
    diagnosis = getattr(refused.__cause__, "diag", None)
    rule = getattr(diagnosis, "constraint_name", None) or "?"
    return _("Two rows of this edition, or a row and the list as it stands, break a rule: %(rule)s.") % {
        "rule": rule.replace("_", " ")
    }  # fmt: skip


def _take(plan: Plan, file: FilePlan, by: Actor, job: str) -> Edition:
    edition = _record(file, by, job)
    _add(plan, file, edition)
    _change(plan, file, edition)
    file.dataset.model.objects.filter(pk__in=[row.id for row in file.retired]).update(
        is_current=False, retired_on=by.today
    )
    return edition


def _record(file: FilePlan, by: Actor, job: str) -> Edition:
    key = f"{file.origin} {file.file.sha256[:12]}"
    if Edition.objects.filter(key=key).exists():
        key = f"{key} {new_id().hex[-8:]}"
    return Edition.objects.create(
        key=key,
        dataset=file.origin,
        file_name=file.file.file_name,
        sha256=file.file.sha256,
        loaded_on=by.today,
        loaded_by=job or str(by.person_id),
        rows=len(file.file.rows),
        added=len(file.added),
        changed=len(file.changed),
        retired=len(file.retired),
        unchanged=file.unchanged,
        left_out=file.left_out,
        what_changed=_kept(file),
    )


def _kept(file: FilePlan) -> list[dict[str, Any]]:
    kept = [
        {"key": row.key, "field": change.field, "old": change.old, "new": change.new}
        for row in file.changed
        for change in row.changes
    ]
    kept += [{"key": row.key, "field": "retired", "old": "", "new": ""} for row in file.retired]
    if len(file.added) <= ADDED_KEPT:
        kept += [{"key": key, "field": "added", "old": "", "new": ""} for key in file.added]
    return kept


def _add(plan: Plan, file: FilePlan, edition: Edition) -> None:
    model = file.dataset.model
    ids = plan.ids[model]
    model.objects.bulk_create(
        [model(id=ids[key], key=key, edition=edition, **v) for key, v in file.added.items()],
        batch_size=AT_ONCE,
    )


def _change(plan: Plan, file: FilePlan, edition: Edition) -> None:
    """Only rows that changed are written, and only they point at the new edition."""
    if not file.changed:
        return
    model: Any = file.dataset.model
    fields = [name.removesuffix("_id") for name in file.dataset.fields]
    rows = model.objects.in_bulk([row.id for row in file.changed])
    for row in file.changed:
        found = rows[row.id]
        for name, value in file.values[row.key].items():
            setattr(found, name, value)
        found.is_current, found.retired_on, found.edition = True, None, edition
    model.objects.bulk_update(
        rows.values(), [*fields, "is_current", "retired_on", "edition"], batch_size=500
    )
