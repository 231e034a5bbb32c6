"""The grid: rows are tried one by one or all together; a pasted block is laid into it."""

import json
from collections.abc import Sequence
from contextlib import suppress

from django.contrib import messages
from django.db import transaction  # noqa: TID251 - each row stands or falls by itself
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.drafts.actions import DraftTooLong, drop_draft, keep_draft
from tafteesh.interfaces.web.drafts.queries import find_draft, typed_in, with_draft
from tafteesh.interfaces.web.grid.contacts import CONTACTS
from tafteesh.interfaces.web.grid.hearings import HEARINGS
from tafteesh.interfaces.web.grid.pasting import (
    BlockTooLarge,
    cells_of,
    guessed,
    has_heads,
    signature,
)
from tafteesh.interfaces.web.grid.payments import PAYMENTS
from tafteesh.interfaces.web.grid.rows import (
    FIRST_SHOWN,
    MOST,
    Register,
    Row,
    empty_rows,
    typed_rows,
)
from tafteesh.interfaces.web.page import StaffRequest, not_there, page, show

COLUMNS_KEPT = "grid-columns"
REGISTERS = {one.key: one for one in (HEARINGS, CONTACTS, PAYMENTS)}


def _register(request: StaffRequest, key: str) -> Register:
    """The register, for who may write it; for anybody else it is not there."""
    register = REGISTERS[key]
    if not request.actor.holds(register.permission):
        raise not_there()
    return register


def _take(register: Register, rows: Sequence[Row], request: StaffRequest) -> None:
    """Each row by itself: a bad one never holds a good one back."""
    for row in rows:
        if row.is_empty or row.is_saved:
            continue
        with transaction.atomic():
            register.take(row, request.actor)


def _shown(
    request: StaffRequest, register: Register, rows: list[Row], saved: int = 0
) -> HttpResponse:
    """The grid; of a pasted block the saved rows are only counted, so that what is left stands together."""
    following = max((row.number for row in rows), default=-1) + 1
    spare = [row for row in rows if row.is_empty]
    if len(spare) < 2:
        rows = rows + empty_rows(register, following, FIRST_SHOWN)
    counts = {
        state: sum(row.state == state for row in rows) for state in ("saved", "faulty", "empty")
    }
    counts["saved"] += saved
    return show(
        request, "grid/grid.html", register=register, rows=rows, counts=counts, gone=saved,
        draft=with_draft(request, "grid", register.key), most=MOST, today=request.actor.today,
    )  # fmt: skip


@page(Permission.OWN_DESK, writes=("POST",))
def grid(request: StaffRequest, key: str) -> HttpResponse:
    """The whole grid: shown, gone on with, or sent."""
    register = _register(request, key)
    if request.method != "POST":
        draft = with_draft(request, "grid", register.key)
        rows = typed_rows(register, draft.values) if draft.values else []
        return _shown(request, register, rows or empty_rows(register, 0, FIRST_SHOWN))
    if "more" in request.POST:
        rows = typed_rows(register, request.POST.dict())
        following = max((row.number for row in rows), default=-1) + 1
        return _shown(request, register, rows + empty_rows(register, following, FIRST_SHOWN))
    return _sent(request, register, typed_rows(register, request.POST.dict()))


def _sent(request: StaffRequest, register: Register, rows: list[Row]) -> HttpResponse:
    _take(register, rows, request)
    saved = sum(row.is_saved for row in rows)
    left = [row for row in rows if row.state == "faulty"]
    if left or not saved:
        _keep(request, register, left or rows)
        return _shown(request, register, rows)
    drop_draft(form_key="grid", record=register.key, by=request.actor)
    _say_saved(request, saved)
    return redirect(register.home)


def _say_saved(request: StaffRequest, saved: int) -> None:
    said = ngettext("%(count)d row was saved.", "%(count)d rows were saved.", saved)
    messages.success(request, said % {"count": saved})


def _keep(request: StaffRequest, register: Register, rows: Sequence[Row]) -> None:
    """What is not saved is kept as her draft; a draft that would be too long stays on the screen alone."""
    typed = {
        f"r{row.number}-{code}": [value]
        for row in rows
        for code, value in row.cells.items()
        if value
    }
    with suppress(DraftTooLong):
        keep_draft(form_key="grid", record=register.key, version="", typed=typed, by=request.actor)


@page(Permission.OWN_DESK, writes=("POST",))
def row(request: StaffRequest, key: str) -> HttpResponse:
    """One row, when she leaves it."""
    register = _register(request, key)
    rows = typed_rows(register, request.POST.dict())
    if request.method != "POST" or len(rows) != 1:
        raise not_there()
    _take(register, rows, request)
    return show(request, "grid/row.html", register=register, row=rows[0])


@page(Permission.OWN_DESK, writes=("POST",))
def cases(request: StaffRequest, key: str) -> HttpResponse:
    """File numbers that begin like what is typed, for the list under the cell; never in an address."""
    typed = [str(value) for name, value in request.POST.items() if name.endswith("-case")]
    register = _register(request, key)
    numbers = register.suggest(typed[0], request.actor) if typed and typed[0] else []
    return show(request, "grid/cases.html", numbers=numbers)


@page(Permission.OWN_DESK, writes=("POST",))
def paste(request: StaffRequest, key: str) -> HttpResponse:
    """A block from a spreadsheet: which column is which, then into the grid."""
    register, block = _register(request, key), request.POST.get("block", "")
    try:
        rows = cells_of(block)
    except BlockTooLarge:
        fault = _(
            "More than %(most)d rows. Paste them in parts, or bring such a list in as a workbook, under Check data."
        ) % {"most": MOST}
        return show(request, "grid/paste.html", register=register, pasted=block, fault=fault)
    if request.method != "POST" or not rows:
        fault = (
            _("Copy the rows in your spreadsheet, then paste them here.")
            if request.method == "POST"
            else ""
        )
        return show(request, "grid/paste.html", register=register, pasted="", fault=fault)
    if "lay" in request.POST:
        named = [request.POST.get(f"c{place}", "") for place in range(len(rows[0]))]
        return _laid(request, register, rows, named)
    known = _known(request, register, rows)
    return (
        _asked(request, register, block, rows)
        if known is None
        else _laid(request, register, rows, known)
    )


def _known(request: StaffRequest, register: Register, rows: list[list[str]]) -> list[str] | None:
    """The columns as she named them for a block of the same kind before."""
    kept = find_draft(request.actor, COLUMNS_KEPT, register.key)
    told = json.loads(str(typed_in(kept).get("columns", "{}"))) if kept else {}
    codes: object = told.get(signature(rows, register.columns))
    if not isinstance(codes, list) or len(codes) != len(rows[0]):
        return None
    return [str(code) for code in codes]


def _asked(
    request: StaffRequest, register: Register, block: str, rows: list[list[str]]
) -> HttpResponse:
    places = [
        {"place": place, "code": code, "sample": [row[place] for row in rows[:4]]}
        for place, code in enumerate(guessed(rows, register.columns))
    ]
    return show(
        request,
        "grid/columns.html",
        register=register,
        pasted=block,
        places=places,
        count=len(rows),
    )


def _laid(
    request: StaffRequest, register: Register, rows: list[list[str]], codes: Sequence[str]
) -> HttpResponse:
    kept = find_draft(request.actor, COLUMNS_KEPT, register.key)
    told = json.loads(str(typed_in(kept).get("columns", "{}"))) if kept else {}
    told[signature(rows, register.columns)] = list(codes)
    keep_draft(
        form_key=COLUMNS_KEPT, record=register.key, version="", by=request.actor,
        typed={"columns": [json.dumps(told, ensure_ascii=False)]},
    )  # fmt: skip
    body = rows[1:] if has_heads(rows, register.columns) else rows
    typed = {
        f"r{number}-{code}": cell
        for number, cells in enumerate(body[:MOST])
        for code, cell in zip(codes, cells, strict=True)
        if code in register.codes and cell
    }
    laid = typed_rows(register, typed)
    _take(register, laid, request)
    left = [row for row in laid if not row.is_saved]
    if not left:
        return _sent(request, register, laid)
    if saved := len(laid) - len(left):
        _say_saved(request, saved)
    for number, row in enumerate(left):
        row.number = number
    _keep(request, register, left)
    return _shown(request, register, left, saved=saved)
