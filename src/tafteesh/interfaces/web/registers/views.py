"""Registers: read on the page, taken along as a file by those who may."""

import uuid
from typing import Any

from django.http import Http404, HttpResponse
from django.utils.http import urlencode

from tafteesh.domain.facts.period import NoSuchPeriod, Period
from tafteesh.domain.office.actions import record_export
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.registers.export import as_csv, as_xlsx
from tafteesh.interfaces.web.registers.tables import REGISTERS, Register

PAGE = 50
MOST = 50_000


def _register(request: StaffRequest, name: str) -> Register:
    found = REGISTERS.get(name)
    if found is None or not request.actor.holds(found.permission):
        raise Http404
    return found


def _rows(request: StaffRequest, register: Register) -> Any:
    model: Any = register.model
    rows = model.objects.visible_to(request.actor).filter(withdrawn_at=None)
    if year := request.GET.get("year"):
        try:
            period = Period.named(year)
        except NoSuchPeriod:
            raise Http404 from None
        rows = rows.filter(**{f"{register.day}__range": (period.starts_on, period.ends_on)})
    return rows.select_related(*register.joins).order_by("id")


@page(Permission.OWN_DESK)
def home(request: StaffRequest) -> HttpResponse:
    """Which registers there are for her."""
    mine = [r for r in REGISTERS.values() if request.actor.holds(r.permission)]
    return show(request, "registers/home.html", registers=mine)


@page(Permission.OWN_DESK)
def register(request: StaffRequest, name: str) -> HttpResponse:
    """One page of a register."""
    found = _register(request, name)
    rows = _rows(request, found)
    if after := request.GET.get("row"):
        try:
            rows = rows.filter(id__gt=uuid.UUID(after))
        except ValueError:
            raise Http404 from None
    page_rows = list(rows[: PAGE + 1])
    older = ""
    if len(page_rows) > PAGE:
        older = "?" + urlencode(
            {"year": request.GET.get("year", ""), "row": page_rows[PAGE - 1].pk}
        )
    now = Period.containing(request.actor.today).starts_on.year
    return show(
        request,
        "registers/register.html",
        register=found,
        rows=[[column.read(row) for column in found.columns] for row in page_rows[:PAGE]],
        older=older,
        year=request.GET.get("year", ""),
        years=[Period.financial_year(y).name for y in range(now, now - 12, -1)],
        may_export=request.actor.holds(Permission.REGISTER_EXPORT),
    )


@page(Permission.REGISTER_EXPORT)
def export(request: StaffRequest, name: str, kind: str) -> HttpResponse:
    """The register as a file; that it was taken along is a line in the log."""
    found = _register(request, name)
    head = [column.label for column in found.columns]
    rows = [[column.read(row) for column in found.columns] for row in _rows(request, found)[:MOST]]
    record_export(register=name, by=request.actor)
    if kind == "csv":
        answer = HttpResponse(as_csv(head, rows), content_type="text/csv; charset=utf-8")
    else:
        media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        answer = HttpResponse(as_xlsx(head, rows), content_type=media)
    answer["Content-Disposition"] = f'attachment; filename="list.{kind}"'
    return answer
