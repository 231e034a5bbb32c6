"""Check data > Import: the doubts, one by one or all of a kind."""

import re
import uuid
from collections import Counter
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.kernel.digits import cell_text
from tafteesh.interfaces.imports import actions
from tafteesh.interfaces.imports.labels import field_label
from tafteesh.interfaces.imports.mapping import Mapping
from tafteesh.interfaces.imports.models import ImportBatch, StagedRow
from tafteesh.interfaces.imports.saying import label_of, reason_of, sentence_of
from tafteesh.interfaces.imports.settling import NotReadable, corrected, fields_to_type
from tafteesh.interfaces.imports.sheets import column_letter
from tafteesh.interfaces.imports.staged import OpenRow, open_rows
from tafteesh.interfaces.imports.taking.values import NotTaken
from tafteesh.interfaces.web.page import StaffRequest, not_there, page, show

SHOWN = 50
AT_ONCE = 500
HIDDEN = "looked at"
DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T[\d:]+)?$")


def batch_of(request: StaffRequest, batch_id: uuid.UUID) -> ImportBatch:
    """The import through its door, or the page that says not there."""
    found = ImportBatch.objects.visible_to(request.actor).filter(pk=batch_id).first()
    if found is None:
        raise not_there()
    return found


def waiting(
    request: StaffRequest, batch: ImportBatch, kind: str = ""
) -> Any:  # a query set of rows
    """Rows in doubt, those of one kind where it is named, in the order of the workbook."""
    rows = StagedRow.objects.visible_to(request.actor).filter(batch=batch, status="in_doubt")
    rows = rows.filter(doubt_kinds__contains=[kind]) if kind else rows
    return rows.order_by("sheet", "row")


def kinds_of(request: StaffRequest, batch: ImportBatch) -> list[tuple[str, str, int]]:
    """Kinds of doubt with their words and how many rows have them."""
    lists = waiting(request, batch).values_list("doubt_kinds", flat=True)
    found = Counter(kind for kinds in lists for kind in kinds if kind != HIDDEN)
    return [(kind, label_of(kind), count) for kind, count in found.most_common()]


@page(Permission.IMPORT)
def of_import(request: StaffRequest, batch_id: uuid.UUID) -> HttpResponse:
    """The rows in doubt, with a filter by kind."""
    batch, kind = batch_of(request, batch_id), request.GET.get("kind", "")
    rows = waiting(request, batch, kind)
    if register := request.GET.get("register", ""):
        rows = rows.filter(kind=register)
    opened = open_rows(rows[:SHOWN], batch)
    return show(
        request,
        "check_data/doubts.html",
        batch=batch,
        kind=kind,
        kind_words=label_of(kind) if kind else "",
        kinds=kinds_of(request, batch),
        rows=[_shown(row) for row in opened],
        count=rows.count(),
        fixes=sum(1 for row in opened if _proposals(row, kind)),
    )


@page(Permission.IMPORT)
def rejected(request: StaffRequest, batch_id: uuid.UUID) -> HttpResponse:
    """The rows that were not taken, each with its reason."""
    batch = batch_of(request, batch_id)
    rows = StagedRow.objects.visible_to(request.actor).filter(batch=batch, status="rejected")
    opened = open_rows(rows.order_by("sheet", "row")[:500], batch)
    return show(
        request,
        "check_data/rejected.html",
        batch=batch,
        rows=[{"row": r.model, "reason": reason_of(r.held["reason"])} for r in opened],
    )


def _shown(row: OpenRow) -> dict[str, Any]:
    doubts = [
        {
            "field": doubt["field"],
            "label": doubt["column"] or (field_label(doubt["field"]) if doubt["field"] else ""),
            "kind": label_of(doubt["kind"]),
            "message": sentence_of(doubt["kind"], doubt["column"], doubt.get("text", "")),
            "fix": doubt["fix"],
            "inputs": [
                {"name": name, "label": _label(name, doubt)}
                for name in fields_to_type(row.model.kind, doubt, row.held["values"])
            ],
        }
        for doubt in row.held["doubts"]
    ]
    _ask_once(doubts)
    return {"row": row.model, "doubts": doubts, "taken": row.model.taken_at is not None}


def _label(name: str, doubt: dict[str, str]) -> str:
    """The office's own heading where the doubt is about that very column."""
    return doubt["column"] if doubt["column"] and name == doubt["field"] else field_label(name)


def _ask_once(doubts: list[dict[str, Any]]) -> None:
    """Two doubts about one field share its box."""
    asked: set[str] = set()
    for doubt in doubts:
        doubt["inputs"] = [one for one in doubt["inputs"] if one["name"] not in asked]
        asked |= {one["name"] for one in doubt["inputs"]}


def _cells(row: OpenRow) -> list[tuple[str, str, Any]]:
    mapping = Mapping.from_json((row.model.batch.mapping or {}).get("sheets", []))
    plan = mapping.of_row(row.model.sheet, row.model.row, row.model.kind)
    headings = {column.index: column.heading for column in plan.columns} if plan else {}
    return [
        (column_letter(index), headings.get(index, ""), _plain_cell(cell))
        for index, cell in enumerate(row.held["raw"])
        if cell not in ("", None)
    ]


def _plain_cell(cell: Any) -> str:
    """A cell as the office sees it: no decimals that nobody typed, days with the day first."""
    text = cell_text(cell) if isinstance(cell, float) else str(cell)
    if DAY.match(text):
        year, month, day = text[:10].split("-")
        return f"{day}-{month}-{year}"
    return text


@page(Permission.IMPORT)
def one(request: StaffRequest, row_id: uuid.UUID) -> HttpResponse:
    """One row in doubt: why, what stands in it, and the ways to settle it."""
    return _one(request, _row(request, row_id))


def _row(request: StaffRequest, row_id: uuid.UUID) -> StagedRow:
    rows = StagedRow.objects.visible_to(request.actor).select_related("batch")
    row = rows.filter(pk=row_id).first()
    if row is None:
        raise not_there()
    return row


def _one(request: StaffRequest, row: StagedRow, error: str = "") -> HttpResponse:
    kind = request.POST.get("kind") or request.GET.get("kind", "")
    opened = open_rows([row], row.batch)[0]
    shown = _shown(opened)
    for one in (one for doubt in shown["doubts"] for one in doubt["inputs"]):
        one["typed"] = request.POST.get(f"value-{one['name']}", "")
    return show(
        request,
        "check_data/row.html",
        **shown,
        cells=_cells(opened),
        fixes=_proposals(opened),
        kind=kind,
        error=error,
        left=waiting(request, row.batch, kind).count(),
    )


def _proposals(row: OpenRow, kind: str = "") -> dict[str, str]:
    """The fix of every doubt, where each of them has one (of that kind only, where it is named)."""
    doubts = row.held["doubts"]
    fits = doubts and all(d["fix"] and (not kind or d["kind"] == kind) for d in doubts)
    values = row.held["values"]
    can = fits and all(d["field"] in fields_to_type(row.model.kind, d, values) for d in doubts)
    return {d["field"]: d["fix"] for d in doubts} if can else {}


def _answered(request: StaffRequest, row: OpenRow) -> dict[str, str]:
    if request.POST.get("answer") == "fix":
        return _proposals(row)
    if request.POST.get("answer") != "typed":
        return {}
    kind, held = row.model.kind, row.held
    fields = {name for d in held["doubts"] for name in fields_to_type(kind, d, held["values"])}
    return {
        name: words
        for name in sorted(fields)
        if (words := request.POST.get(f"value-{name}", "").strip())
    }


def _read(request: StaffRequest, row: OpenRow, answers: dict[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, words in answers.items():
        so_far = row.held["values"] | values
        values |= corrected(row.model.kind, name, words, so_far, request.actor)
    return values


@page(Permission.IMPORT, writes=("POST",))
def settle(request: StaffRequest, row_id: uuid.UUID) -> HttpResponse:
    """One doubt settled, then on to the next."""
    row = _row(request, row_id)
    if request.method != "POST":
        return redirect("check_data:row", row_id=row.pk)
    try:
        if request.POST.get("answer") == "reject":
            actions.reject(row=row, by=request.actor)
        else:
            opened = open_rows([row], row.batch)[0]
            answers = _answered(request, opened)
            if request.POST.get("answer") == "typed" and not answers:
                return _one(
                    request, row, _("Type the right value first, or keep the row as it is.")
                )
            actions.settle(row=row, corrections=_read(request, opened, answers), by=request.actor)
    except NotReadable as why:
        return _one(request, row, str(why))
    except NotTaken as why:
        return _one(request, row, sentence_of(why.kind))
    except actions.NotInDoubt:
        messages.info(request, _("This row is settled already."))
    else:
        messages.success(request, _("Settled."))
    return _next(request, row)


def _next(request: StaffRequest, row: StagedRow) -> HttpResponse:
    kind = request.POST.get("kind", "")
    following = waiting(request, row.batch, kind).first()
    query = f"?{urlencode({'kind': kind})}" if kind else ""
    if following is None:
        return redirect(reverse("check_data:doubts", kwargs={"batch_id": row.batch_id}))
    return redirect(reverse("check_data:row", kwargs={"row_id": following.pk}) + query)


@page(Permission.IMPORT, writes=("POST",))
def take_all(request: StaffRequest, batch_id: uuid.UUID) -> HttpResponse:
    """Take the proposed fix of every row that has only doubts of one kind."""
    batch, kind = batch_of(request, batch_id), request.POST.get("kind", "")
    done = 0
    for row in open_rows(waiting(request, batch, kind)[:AT_ONCE], batch) if kind else ():
        if fixes := _proposals(row, kind):
            try:
                values = _read(request, row, fixes)
                actions.settle(row=row.model, corrections=values, by=request.actor)
            except (NotReadable, NotTaken):
                continue  # it stays in doubt, and is looked at by itself
            done += 1
    words = ngettext("%(n)s row settled.", "%(n)s rows settled.", done) % {"n": done}
    messages.success(request, words)
    return redirect("check_data:doubts", batch_id=batch.pk)
