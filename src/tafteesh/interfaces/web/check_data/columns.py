"""Check data > Import: how sheets and columns are understood, changed by a person and kept by name."""

import uuid
from collections import Counter
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.imports import actions
from tafteesh.interfaces.imports.fields import KINDS, SERIAL
from tafteesh.interfaces.imports.labels import KIND_LABELS, field_label
from tafteesh.interfaces.imports.mapping import Mapping, SheetMapping
from tafteesh.interfaces.imports.matching import number_groups
from tafteesh.interfaces.imports.models import ImportBatch
from tafteesh.interfaces.web.check_data.doubts import batch_of
from tafteesh.interfaces.web.check_data.running import later
from tafteesh.interfaces.web.page import StaffRequest, page, show


@page(Permission.IMPORT, writes=("POST",))
def columns(request: StaffRequest, batch_id: uuid.UUID) -> HttpResponse:
    """The guess for every sheet and column; what is changed is read again."""
    batch = batch_of(request, batch_id)
    error = ""
    if request.method == "POST":
        mapping = _typed(request, batch)
        try:
            name = request.POST.get("profile", "").strip()[:80]
            actions.keep_mapping(batch=batch, mapping=mapping, name=name, by=request.actor)
        except actions.RowsWereTaken:
            error = _(
                "Rows of this workbook are in the records already. Take the import back first."
            )
        else:
            later(request.actor, batch.pk, accept=False)
            messages.success(request, _("The workbook is being read again."))
            return redirect("check_data:import", batch_id=batch.pk)
    return show(
        request,
        "check_data/columns.html",
        batch=batch,
        error=error,
        sheets=_sheets(_mapping(batch)),
        kinds=list(KIND_LABELS.items()),
    )


def _mapping(batch: ImportBatch) -> Mapping:
    return Mapping.from_json((batch.mapping or {}).get("sheets", []))


def _sheets(mapping: Mapping) -> list[dict[str, Any]]:
    stacked = Counter(sheet.sheet for sheet in mapping.sheets)
    shown = [_shown(place, sheet, mapping) for place, sheet in enumerate(mapping.sheets)]
    for item in shown:
        item["is_one_of_many"] = stacked[item["sheet"].sheet] > 1
    return shown


def _shown(place: int, sheet: SheetMapping, mapping: Mapping) -> dict[str, Any]:
    elsewhere = {
        column.index
        for other in mapping.sheets
        if other.sheet == sheet.sheet and other.head_rows == sheet.head_rows and other is not sheet
        for column in other.columns
        if column.field
    }
    fields = [(f.name, field_label(f.name)) for f in (*KINDS.get(sheet.kind, ()), SERIAL)]
    return {
        "place": place,
        "sheet": sheet,
        "label": KIND_LABELS.get(sheet.kind, ""),
        "fields": fields if sheet.kind else [],
        "columns": [c for c in sheet.columns if c.heading],
        "unread": sum(
            1 for c in sheet.columns if c.heading and not c.field and c.index not in elsewhere
        ),
    }


def _typed(request: StaffRequest, batch: ImportBatch) -> Mapping:
    """The mapping with what the form says; a sheet whose kind was changed is guessed anew."""
    sheets = enumerate(_mapping(batch).sheets)
    return Mapping([_typed_sheet(request, place, sheet) for place, sheet in sheets])


def _typed_sheet(request: StaffRequest, place: int, sheet: SheetMapping) -> SheetMapping:
    kind = request.POST.get(f"kind-{place}", sheet.kind)
    if kind not in KINDS:
        sheet.kind = ""
        return sheet
    if kind != sheet.kind:
        return sheet.as_kind(kind)
    known = {f.name for f in (*KINDS[kind], SERIAL)}
    for column in sheet.columns:
        name = request.POST.get(f"column-{place}-{column.index}", column.field)
        if name != column.field:
            column.field, column.score, column.ordinal = name if name in known else "", 100, 0
    number_groups(sheet.columns, kind)
    return sheet
