"""The critical fields: what a number or a clock rests on, and where each stands in a file.

Where a file has several rows of a kind (two FIRs, three orders), the newest standing one is checked.
"""

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.utils.functional import Promise as LazyText
from django.utils.translation import pgettext_lazy

from tafteesh.domain.compensation.models import Claim, Order, Payment
from tafteesh.domain.files.models import Identity, Rescue, SurvivorFile, Taking
from tafteesh.domain.legalaid.models import Assignment
from tafteesh.domain.proceedings.models import (
    ChargeSheet,
    Correction,
    Fir,
    FirSurvivor,
    Hearing,
    InvestigationSpell,
)
from tafteesh.foundation.kernel.money import rupees


@dataclass(frozen=True)
class CriticalField:
    """One field: its code, its words, the table and the columns that make its value."""

    code: str
    label: LazyText
    model: type[models.Model]
    columns: tuple[str, ...]
    newest: str = "recorded_at"

    def value_of(self, row: models.Model) -> str:
        """The value as it is shown beside the paper; empty where nothing is entered."""
        return " ".join(filter(None, (_shown(row, column) for column in self.columns)))


def _shown(row: models.Model, column: str) -> str:
    label = getattr(row, f"get_{column}_display", None)
    value = label() if label else getattr(row, column)
    if value is None:
        return ""
    if column.endswith("_paise"):
        return rupees(value)
    return f"{value:%d-%m-%Y}" if hasattr(value, "strftime") else str(value)


CRITICAL: tuple[CriticalField, ...] = (
    CriticalField("status", pgettext_lazy("field of a record", "Status"), SurvivorFile, ("status",)),
    CriticalField("scope", pgettext_lazy("field of a record", "Kind of case"), SurvivorFile, ("scope",)),
    CriticalField("born", pgettext_lazy("field of a record", "Born"), Identity, ("born_earliest",)),
    CriticalField("gender", pgettext_lazy("field of a record", "Gender"), Identity, ("gender",)),
    CriticalField("taken", pgettext_lazy("field of a record", "Day she was taken"), Taking, ("taken_earliest",)),
    CriticalField("rescued", pgettext_lazy("field of a record", "Day of rescue"), Rescue, ("rescued_earliest",)),
    CriticalField("fir_number", pgettext_lazy("field of a record", "FIR number and year"), Fir, ("number", "year")),
    CriticalField("fir_station", pgettext_lazy("field of a record", "Police station"), Fir, ("station_words",)),
    CriticalField("fir_date", pgettext_lazy("field of a record", "FIR date"), Fir, ("registered_earliest",)),
    CriticalField("copy_given", pgettext_lazy("field of a record", "FIR copy given on"), Fir, ("copy_given_on",)),
    CriticalField("agency", pgettext_lazy("field of a record", "Who investigates"), InvestigationSpell, ("agency_words",), "starts_on"),
    CriticalField("received", pgettext_lazy("field of a record", "Papers received on"), InvestigationSpell, ("received_on",), "starts_on"),
    CriticalField("charge_sheet", pgettext_lazy("field of a record", "Charge sheet date"), ChargeSheet, ("filed_earliest",), "filed_earliest"),
    CriticalField("next_hearing", pgettext_lazy("field of a record", "Next date in court"), Hearing, ("next_on",), "on"),
    CriticalField("correction", pgettext_lazy("field of a record", "Result of the correction"), Correction, ("result",), "filed_on"),
    CriticalField("claim_filed", pgettext_lazy("field of a record", "Claim filed on"), Claim, ("filed_on",), "filed_on"),
    CriticalField("ordered_on", pgettext_lazy("field of a record", "Order date"), Order, ("ordered_on",), "ordered_on"),
    CriticalField("ordered", pgettext_lazy("field of a record", "Amount ordered"), Order, ("amount_paise",), "ordered_on"),
    CriticalField("credited", pgettext_lazy("field of a record", "Amount received"), Payment, ("amount_paise",), "credited_on"),
    CriticalField("lawyer", pgettext_lazy("field of a record", "Her lawyer's kind"), Assignment, ("lawyer_kind",), "starts_on"),
)  # fmt: skip
BY_CODE = {field.code: field for field in CRITICAL}


def rows_of(
    field: CriticalField,
    files: Iterable[uuid.UUID],
    door: Callable[[type[models.Model]], "QuerySet[Any]"],
) -> dict[uuid.UUID, Any]:
    """The newest standing row of the field's table for each file, through the given door: two queries at most."""
    wanted = list(files)
    if field.model is SurvivorFile:
        return {row.pk: row for row in door(SurvivorFile).filter(pk__in=wanted)}
    rows = door(field.model).filter(withdrawn_at=None).order_by(field.newest, "pk")
    if any(part.name == "survivor_file" for part in field.model._meta.fields):
        return {row.survivor_file_id: row for row in rows.filter(survivor_file__in=wanted)}
    return _rows_by_fir(field, wanted, rows, door)


def _rows_by_fir(
    field: CriticalField,
    files: list[uuid.UUID],
    rows: "QuerySet[Any]",
    door: Callable[[type[models.Model]], "QuerySet[Any]"],
) -> dict[uuid.UUID, Any]:
    links = door(FirSurvivor).filter(survivor_file__in=files, withdrawn_at=None)
    pairs = list(links.values_list("fir_id", "survivor_file_id"))
    key = "pk" if field.model is Fir else "fir_id"
    found = {"pk__in" if field.model is Fir else "fir__in": {fir for fir, _file in pairs}}
    by_file: dict[uuid.UUID, list[uuid.UUID]] = {}
    for fir, file in pairs:
        by_file.setdefault(fir, []).append(file)
    newest: dict[uuid.UUID, Any] = {}
    for row in rows.filter(**found):
        newest |= dict.fromkeys(by_file[getattr(row, key)], row)
    return newest
