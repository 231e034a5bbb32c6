"""Registers: read on the page, taken along as a file by those who may."""

from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tafteesh.domain.facts.period import Period
from tafteesh.domain.files.consent import shareable
from tafteesh.domain.files.models import Purpose, Recipient
from tafteesh.domain.office.actions import record_export
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.kernel.money import rupees
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.registers.columns import Paise, Register
from tafteesh.interfaces.web.registers.export import as_csv, as_xlsx
from tafteesh.interfaces.web.registers.listing import (
    Choice,
    NoSuchChoice,
    choices_of,
    counted,
    page_of,
    rows_of,
)
from tafteesh.interfaces.web.registers.tables import REGISTERS
from tafteesh.interfaces.web.sign_in.fresh import proved_lately
from tafteesh.interfaces.web.templatetags.formats import grouped
from tafteesh.interfaces.web.templatetags.shapes import Chip, Column, Row

MOST = 50_000
FIRST_YEAR_BACK = 12
KEPT_BACK = gettext_lazy("kept back")


def _register(request: StaffRequest, name: str) -> Register:
    found = REGISTERS.get(name)
    if found is None or not request.actor.holds(found.permission):
        raise Http404
    return found


@page(Permission.OWN_DESK)
def home(request: StaffRequest) -> HttpResponse:
    """Which registers there are for her, and how many rows each holds within her reach."""
    mine = [
        (register, _many(*counted(rows_of(request.actor, register, Choice()))))
        for register in REGISTERS.values()
        if request.actor.holds(register.permission)
    ]
    return show(request, "registers/home.html", registers=mine)


@page(Permission.OWN_DESK)
def register(request: StaffRequest, name: str) -> HttpResponse:
    """One page of a register."""
    return _listed(request, _register(request, name))


def _listed(request: StaffRequest, found: Register, *, too_many: bool = False) -> HttpResponse:
    choice = Choice.of(request.GET)
    try:
        rows = rows_of(request.actor, found, choice)
        shown, after = page_of(rows, found, request.GET.get("row", ""))
    except NoSuchChoice:
        raise Http404 from None
    here = reverse("registers:register", args=[found.name])
    return show(
        request,
        "registers/register.html",
        status=422 if too_many else 200,
        register=found,
        here=here,
        columns=[Column(column.label, number=column.number) for column in found.columns],
        rows=[_row(found, row) for row in shown],
        older=f"{here}?{choice.query(row=after)}" if after else "",
        first=f"{here}?{choice.query()}" if request.GET.get("row") else "",
        choice=choice,
        chips=_chips(found, choice, here),
        found=_many(*counted(rows)),
        years=_years(request) if found.day else [],
        statuses=choices_of(found),
        may_export=request.actor.holds(Permission.REGISTER_EXPORT),
        too_many=_too_many() if too_many else "",
    )


def _row(found: Register, row: Any) -> Row:
    cells = [column.read(row) for column in found.columns]
    said = [rupees(c.paise) if isinstance(c, Paise) else c for c in cells]
    return Row(said, url=found.link(row))


def _many(number: int, more: bool) -> str:  # noqa: FBT001 - the pair that counting gives
    if more:
        return _("more than %(n)s rows") % {"n": grouped(number)}
    return ngettext("%(n)s row", "%(n)s rows", number) % {"n": grouped(number)}


def _years(request: StaffRequest) -> list[str]:
    now = Period.containing(request.actor.today).starts_on.year
    return [Period.financial_year(y).name for y in range(now, now - FIRST_YEAR_BACK, -1)]


def _chips(found: Register, choice: Choice, here: str) -> list[Chip]:
    status = dict(choices_of(found)).get(choice.status, choice.status)
    said = {"year": choice.year, "station": choice.station, "status": status}
    return [
        Chip(words, f"{here}?{choice.without(name).query()}")
        for name, words in said.items()
        if words
    ]


def _too_many() -> str:
    return _(
        "This choice has more than %(most)s rows, which is too many for one file."
        " Choose a year or a status and download again."
    ) % {"most": grouped(MOST)}


@page(Permission.REGISTER_EXPORT)
@proved_lately
def export(request: StaffRequest, name: str, kind: str) -> HttpResponse:
    """The register as a file; that it was taken along is a line in the log."""
    found = _register(request, name)
    try:
        rows = list(rows_of(request.actor, found, Choice.of(request.GET))[: MOST + 1])
    except NoSuchChoice:
        raise Http404 from None
    if len(rows) > MOST:
        return _listed(request, found, too_many=True)
    head = [column.label for column in found.columns]
    cells = _leaving(request, found, rows)
    record_export(register=name, by=request.actor)
    if kind == "csv":
        answer = HttpResponse(as_csv(head, cells), content_type="text/csv; charset=utf-8")
    else:
        media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        answer = HttpResponse(as_xlsx(head, cells), content_type=media)
    answer["Content-Disposition"] = f'attachment; filename="list.{kind}"'
    return answer


def _leaving(request: StaffRequest, found: Register, rows: list[Any]) -> list[list[object]]:
    """The cells of a file that leaves: what may tell who she is stays back unless she agreed to lists."""
    if not any(column.tells_who for column in found.columns):
        return [[column.read(row) for column in found.columns] for row in rows]
    at = request.actor.now
    agreed = shareable([r.pk for r in rows], Purpose.LISTS, Recipient.OWN_OFFICE, at)
    return [
        [KEPT_BACK if c.tells_who and row.pk not in agreed else c.read(row) for c in found.columns]
        for row in rows
    ]
