"""The lapse board: by kind, police station, court and age; behind each number its FIRs."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tafteesh.domain.facts.duties import Lapse, board
from tafteesh.domain.facts.period import NoSuchPeriod, Period
from tafteesh.domain.facts.units import not_with_a_unit, units
from tafteesh.domain.office.actions import record_export
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.duties.choosing import AGES, PROOFS, Choice, tally
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.proceedings.checklist import STATES, arithmetic, title_of
from tafteesh.interfaces.web.registers.export import as_csv, as_xlsx
from tafteesh.interfaces.web.sign_in.fresh import proved_lately
from tafteesh.interfaces.web.templatetags.components import legal_words
from tafteesh.interfaces.web.templatetags.shapes import Chip, Column, Row, Words

SHOWN = 100
YEARS = 4


@page(Permission.PROCEEDING_READ)
def board_page(request: StaffRequest) -> HttpResponse:
    """Every lapse within her reach, counted and listed."""
    choice, every = Choice.of(request.GET), board(request.actor)
    found = [one for one in every if choice.takes(one)]
    here = reverse("duties:board")
    return show(
        request,
        "duties/board.html",
        here=here,
        choice=choice,
        every=len(every),
        words=_many(len(found)),
        kinds=tally(found, choice, "kind", lambda one: (one.duty.key, one.duty.title)),
        stations=tally(found, choice, "station", _station),
        courts=tally(found, choice, "court", _court),
        ages=AGES,
        proofs=PROOFS,
        all_kinds=sorted({(one.duty.key, str(one.duty.title)) for one in every}),
        chips=_chips(choice, every, here),
        columns=[Column(words) for words in _heads()],
        rows=[Row(_cells(one), reverse("proceedings:fir", args=[one.fir.pk])) for one in found[:SHOWN]],
        more=max(0, len(found) - SHOWN),
        may_export=request.actor.holds(Permission.REGISTER_EXPORT),
    )  # fmt: skip


def _many(number: int) -> str:
    return ngettext("%(n)d lapse", "%(n)d lapses", number) % {"n": number}


def _station(one: Lapse) -> tuple[str, Words]:
    return one.fir.station_words, one.fir.station_words


def _court(one: Lapse) -> tuple[str, Words]:
    return one.fir.court_words, one.fir.court_words


def _heads() -> list[Words]:
    return [
        _("FIR"), _("What the law asks"), _("State"), _("Proof"), _("Court"), _("How it is counted"),
    ]  # fmt: skip


def _cells(one: Lapse) -> list[object]:
    found = one.checked.found
    return [
        one.fir.reference,
        title_of(one.checked),
        legal_words(STATES[found.state], found.days),
        _("Proved") if one.checked.is_proved else _("Not proved yet"),
        one.fir.court_words,
        arithmetic(found),
    ]


def _chips(choice: Choice, every: list[Lapse], here: str) -> list[Chip]:
    """The filters in force, each with the address without it."""
    kinds = {one.duty.key: one.duty.title for one in every}
    said: dict[str, Words] = {
        "kind": kinds.get(choice.kind, choice.kind),
        "station": choice.station,
        "court": choice.court,
        "age": dict(AGES).get(choice.age, ""),
        "proved": dict(PROOFS).get(choice.proved, ""),
    }
    return [
        Chip(words, f"{here}?{choice.query(**{name: ''})}") for name, words in said.items() if words
    ]


@page(Permission.PROCEEDING_READ)
def units_page(request: StaffRequest) -> HttpResponse:
    """The profile of each AHTU and of the CID in a financial year."""
    try:
        named = request.GET.get("year", "")
        period = Period.named(named) if named else Period.containing(request.actor.today)
    except NoSuchPeriod:
        raise Http404 from None
    now = Period.containing(request.actor.today).starts_on.year
    return show(
        request,
        "duties/units.html",
        period=period,
        units=units(request.actor, period),
        waiting=not_with_a_unit(request.actor),
        years=[Period.financial_year(year).name for year in range(now, now - YEARS, -1)],
    )


@page(Permission.REGISTER_EXPORT)
@proved_lately
def export(request: StaffRequest, kind: str) -> HttpResponse:
    """The board as a file; that it was taken along is a line in the log."""
    if kind not in ("csv", "xlsx"):
        raise Http404
    choice = Choice.of(request.GET)
    cells = [_cells(one) for one in board(request.actor) if choice.takes(one)]
    record_export(register="lapses", by=request.actor)
    media = "text/csv; charset=utf-8"
    if kind == "xlsx":
        media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    made = as_csv(_heads(), cells) if kind == "csv" else as_xlsx(_heads(), cells)
    answer = HttpResponse(made, content_type=media)
    answer["Content-Disposition"] = f'attachment; filename="list.{kind}"'
    return answer
