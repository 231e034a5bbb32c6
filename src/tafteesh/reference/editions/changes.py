"""What an edition would change, found before anything is saved."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Count

from tafteesh.reference.editions.datasets import Dataset, Values
from tafteesh.reference.editions.folder import OWN_DEFAULTS, EditionFile, EditionFolder
from tafteesh.reference.editions.reading import Standing, read_values
from tafteesh.reference.rows import ReferenceRow

OWN = "own "
REFERENCE = ("law", "places")


@dataclass(frozen=True)
class Change:
    """One field of one row: how it stands, and how it would stand."""

    field: str
    old: Any
    new: Any


@dataclass
class ChangedRow:
    """A row that would change or retire, and how many records use it."""

    key: str
    id: uuid.UUID
    changes: list[Change] = field(default_factory=list)
    uses: int = 0


@dataclass
class FilePlan:
    """What one file would do."""

    file: EditionFile
    origin: str
    values: dict[str, Values] = field(default_factory=dict)
    added: dict[str, Values] = field(default_factory=dict)
    changed: list[ChangedRow] = field(default_factory=list)
    retired: list[ChangedRow] = field(default_factory=list)
    unchanged: int = 0
    left_out: int = 0

    @property
    def dataset(self) -> Dataset:
        return self.file.dataset

    @property
    def is_empty(self) -> bool:
        """Whether it would change nothing at all."""
        return not (self.added or self.changed or self.retired)


@dataclass
class Plan:
    """What an edition would do, file by file."""

    folder: EditionFolder
    files: list[FilePlan]
    ids: Mapping[type[ReferenceRow], dict[str, uuid.UUID]]

    @property
    def is_empty(self) -> bool:
        return all(file.is_empty for file in self.files)


def plan_edition(folder: EditionFolder) -> Plan:
    """Compare an edition with what stands. Raises BadEdition. Writes nothing."""
    standing = Standing.of(folder)
    values = read_values(folder, standing)
    plans = [_compare(folder, file, values[file.dataset.name], standing) for file in folder.files]
    for plan in plans:
        _count_uses(plan.dataset.model, [*plan.changed, *plan.retired])
    return Plan(folder, plans, standing.ids)


def _compare(
    folder: EditionFolder, file: EditionFile, values: dict[str, Values], standing: Standing
) -> FilePlan:
    plan = FilePlan(file, f"{OWN if folder.is_own else ''}{file.dataset.name}", values)
    rows = standing.rows[file.dataset.model]
    for key, new in values.items():
        row = rows.get(key)
        if row is None:
            plan.added[key] = new
        elif not folder.is_own and row["is_current"] and _is_own(row):
            plan.left_out += 1
        elif changes := _without_defaults(file, _differences(row, new, standing)):
            plan.changed.append(ChangedRow(key, row["id"], changes))
        else:
            plan.unchanged += 1
    for key, row in rows.items():
        if row["edition__dataset"] == plan.origin and row["is_current"] and key not in values:
            plan.retired.append(ChangedRow(key, row["id"]))
    return plan


def _without_defaults(file: EditionFile, changes: list[Change]) -> list[Change]:
    """That a row comes from the office is no change where nothing else of it changed."""
    said = [c for c in changes if c.field not in OWN_DEFAULTS or file.has(c.field)]
    return changes if said or not changes else []


def _is_own(row: Values) -> bool:
    return (row["edition__dataset"] or "").startswith(OWN)


def _differences(row: Values, new: Values, standing: Standing) -> list[Change]:
    found = [
        Change(name, _shown(row[name], standing), _shown(value, standing))
        for name, value in new.items()
        if row[name] != value and name != "search_text"
    ]
    if not found and row.get("search_text") != new.get("search_text"):
        found.append(Change("search_text", row["search_text"], new["search_text"]))
    if not row["is_current"]:
        found.append(Change("is_current", old=False, new=True))
    return found


def _shown(value: Any, standing: Standing) -> Any:
    """A value that JSON can hold; a link as the key of its row."""
    if isinstance(value, uuid.UUID):
        return standing.keys.get(value, str(value))
    return value.isoformat() if isinstance(value, date) else value


def _count_uses(model: type[models.Model], rows: list[ChangedRow]) -> None:
    """How many records of the programme point at each of these rows, as far as the asker reaches."""
    if not rows:
        return
    by_id = {row.id: row for row in rows}
    for user, name in users_of(model):
        counted = (
            everything(user)
            .filter(**{f"{name}__in": list(by_id)})
            .values_list(name)
            .annotate(n=Count("pk"))
            .order_by()
        )
        for row_id, count in counted:
            by_id[row_id].uses += count


def everything(model: type[models.Model]) -> "models.QuerySet[Any]":
    """All rows of a model that PostgreSQL's walls let the asker count."""
    return models.QuerySet(model)


def users_of(model: type[models.Model]) -> list[tuple[type[models.Model], str]]:
    """Every model outside law and places that points at this one, and by which field."""
    return [
        (user, f"{link.name}_id")
        for user in apps.get_models()
        if user._meta.app_label not in REFERENCE
        for link in user._meta.concrete_fields
        if isinstance(link, models.ForeignKey) and link.related_model is model
    ]


def as_json(plan: Plan) -> dict[str, Any]:
    """The plan for a machine."""
    return {
        "edition": plan.folder.name,
        "own": plan.folder.is_own,
        "files": [
            {
                "dataset": file.dataset.name,
                "file": file.file.file_name,
                "sha256": file.file.sha256,
                "added": list(file.added),
                "changed": [
                    {
                        "key": row.key,
                        "uses": row.uses,
                        "fields": [
                            {"field": c.field, "old": c.old, "new": c.new} for c in row.changes
                        ],
                    }
                    for row in file.changed
                ],
                "retired": [{"key": row.key, "uses": row.uses} for row in file.retired],
                "unchanged": file.unchanged,
                "left_out": file.left_out,
            }
            for file in plan.files
        ],
    }
