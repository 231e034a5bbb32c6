"""The lapse board: by kind, police station, court and age; behind each number its FIRs."""

from operator import itemgetter

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tafteesh.domain.facts.lapse_board import Lapse, board, every_lapse
from tafteesh.domain.facts.period import NoSuchPeriod, Period
from tafteesh.domain.facts.units import not_with_a_unit, units
from tafteesh.domain.office.actions import record_export
from tafteesh.domain.proceedings.duties.catalogue import BY_KEY
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.accuracy import accuracy_words
from tafteesh.interfaces.web.duties.choosing import AGES, PROOFS, Choice, tally
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.proceedings.checklist import STATES, arithmetic, title_of
from tafteesh.interfaces.web.registers.export import as_csv, as_xlsx
from tafteesh.interfaces.web.sign_in.fresh import proved_lately
from tafteesh.interfaces.web.templatetags.components import legal_words
from tafteesh.interfaces.web.templatetags.shapes import Chip, Column, Row, Words

YEARS = 4
WAITING_SHOWN = 12


@page(Permission.PROCEEDING_READ)
def board_page(request: StaffRequest) -> HttpResponse:
    """Every lapse within her reach, counted, and one page of the list."""
    choice, after = Choice.of(request.GET), request.GET.get("after", "")
    found = board(request.actor, choice.asked, after=after)
    here = reverse("duties:board")
    return show(
        request,
        "duties/board.html",
        here=here,
        choice=choice,
        every=found.every,
        words=_many(found.number),
        stamp=accuracy_words(request, "lapses"),
        kinds=tally(found.kinds, choice, "kind", _kind),
        stations=tally(found.stations, choice, "station"),
        courts=tally(found.courts, choice, "court"),
        ages=AGES,
        proofs=PROOFS,
        all_kinds=sorted(((code, str(_kind(code))) for code in found.kinds_of_all), key=itemgetter(1)),
        chips=_chips(choice, here),
        columns=[Column(words) for words in _heads()],
        rows=[Row(_cells(one), reverse("proceedings:fir", args=[one.fir.pk])) for one in found.lapses],
        first_page=f"{here}?{choice.query()}" if after else "",
        next_page=f"{here}?{choice.query(after=found.after)}" if found.after else "",
        may_export=request.actor.holds(Permission.REGISTER_EXPORT),
    )  # fmt: skip


def _many(number: int) -> str:
    return ngettext("%(n)d lapse", "%(n)d lapses", number) % {"n": number}


def _kind(code: str) -> Words:
    return BY_KEY[code].title if code in BY_KEY else code


def _heads() -> list[Words]:
    return [
        _("FIR"), _("What the law asks"), _("State"), _("Proof"), _("Court"), _("How it is counted"),
    ]  # fmt: skip


def _cells(one: Lapse) -> list[object]:
    found = one.found
    return [
        one.fir.reference,
        title_of(one),
        legal_words(STATES[found.state], found.days),
        _("Proved") if one.is_proved else _("Not proved yet"),
        one.fir.court_words,
        arithmetic(found),
    ]


def _chips(choice: Choice, here: str) -> list[Chip]:
    """The filters in force, each with the address without it."""
    said: dict[str, Words] = {
        "kind": _kind(choice.kind),
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
    waiting = not_with_a_unit(request.actor)
    return show(
        request,
        "duties/units.html",
        period=period,
        units=units(request.actor, period),
        waiting=len(waiting),
        columns=[Column(words) for words in _heads_of_waiting()],
        rows=[
            Row(
                [
                    one.fir.reference, one.fir.registered_earliest, one.hours, one.asked_on,
                    one.ordered_on,
                ],
                reverse("proceedings:fir", args=[one.fir.pk]),
            )
            for one in waiting[:WAITING_SHOWN]
        ],
        stamp=accuracy_words(request, "A9"),
        years=[Period.financial_year(year).name for year in range(now, now - YEARS, -1)],
    )  # fmt: skip


def _heads_of_waiting() -> list[Words]:
    return [
        _("FIR"), _("Registered"), _("Hours since the FIR (24 asked)"), _("Asked for"), _("Ordered"),
    ]  # fmt: skip


@page(Permission.REGISTER_EXPORT)
@proved_lately
def export(request: StaffRequest, kind: str) -> HttpResponse:
    """The board as a file; that it was taken along is a line in the log."""
    if kind not in ("csv", "xlsx"):
        raise Http404
    choice = Choice.of(request.GET)
    cells = [_cells(one) for one in every_lapse(request.actor, choice.asked)]
    record_export(register="lapses", by=request.actor)
    media = "text/csv; charset=utf-8"
    if kind == "xlsx":
        media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    made = as_csv(_heads(), cells) if kind == "csv" else as_xlsx(_heads(), cells)
    answer = HttpResponse(made, content_type=media)
    answer["Content-Disposition"] = f'attachment; filename="list.{kind}"'
    return answer
