"""The ledger of a financial year: on the screen, on paper as an annexure, and as a file."""

from collections.abc import Sequence
from decimal import Decimal
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.utils.translation import pgettext

from tafteesh.domain.facts.ledger import carried_to, ledger_of
from tafteesh.domain.facts.period import NoSuchPeriod, Period
from tafteesh.domain.facts.stamp import stamp
from tafteesh.domain.office.actions import record_export
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.kernel.clock import day_in_india
from tafteesh.interfaces.letters.annexure import Part, ledger_sheet
from tafteesh.interfaces.letters.ledger import cells_of, foot_of, heads
from tafteesh.interfaces.letters.letter import language_of
from tafteesh.interfaces.web.accuracy import accuracy_words
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.registers.export import as_csv
from tafteesh.interfaces.web.templatetags.shapes import Column

AT_ONCE = 50_000  # entries of a file that are read in one statement
MOST_ON_PAPER = 5_000
AMOUNTS = (3, 4)  # the places of amounts in a row of cells
YEARS_BACK = 12


def period_of(request: StaffRequest) -> Period:
    """The period that the address names, else this financial year."""
    asked = request.GET.get("year", "")[:40]
    if not asked:
        return Period.containing(request.actor.today)
    try:
        return Period.named(asked)
    except NoSuchPeriod:
        raise Http404 from None


def _start(request: StaffRequest) -> int:
    """The entry from which on the address asks."""
    asked = request.GET.get("from", "")
    return int(asked) if asked.isdecimal() and len(asked) < 8 else 0


@page(Permission.CLAIM_READ)
def ledger(request: StaffRequest) -> HttpResponse:
    """Every entry of a year by its day: ordered and credited apart, and both balances."""
    start = _start(request)
    told = ledger_of(request.actor, period_of(request), start=start)
    after = start + len(told.lines)
    now = Period.containing(request.actor.today).starts_on.year
    return show(
        request,
        "compensation/ledger.html",
        ledger=told,
        start=start,
        older=f"?{urlencode({'year': told.period.name, 'from': after})}"
        if after < told.count
        else "",
        last=after >= told.count,
        known_on=day_in_india(told.known_at),
        years=[Period.financial_year(year).name for year in range(now, now - YEARS_BACK, -1)],
        columns=[
            Column(pgettext("ledger", "Day")),
            Column(pgettext("ledger", "Entry")),
            Column(pgettext("ledger", "File")),
            Column(pgettext("ledger", "Ordered"), number=True),
            Column(pgettext("ledger", "In her account"), number=True),
        ],
        of_office=bool(request.actor.offices),
        parts=[
            {"n": n, "from": begins}
            for n, begins in enumerate(range(0, max(told.count, 1), MOST_ON_PAPER), start=1)
        ],
        stamp=accuracy_words(request, "ledger"),
        may_export=request.actor.holds(Permission.REGISTER_EXPORT),
    )


@page(Permission.REGISTER_EXPORT)
def annexure(request: StaffRequest) -> HttpResponse:
    """The ledger of a year on paper, part by part where it is long; that it was taken along is a line in the log."""
    period, start = period_of(request), _start(request) // MOST_ON_PAPER * MOST_ON_PAPER
    told = ledger_of(request.actor, period, start=start, limit=MOST_ON_PAPER)
    if start and not told.lines:
        raise Http404
    part = Part(MOST_ON_PAPER, start, *carried_to(request.actor, period, start))
    record_export(register="ledger", by=request.actor)
    language = language_of(request.person.language)
    sheet = ledger_sheet(
        told,
        part,
        stamp(request.actor),
        sender=request.person.organisation.name,
        language=language,
    )
    answer = HttpResponse(
        sheet.pdf(language, made_at=told.known_at), content_type="application/pdf"
    )
    answer["Content-Disposition"] = 'attachment; filename="annexure.pdf"'
    return answer


@page(Permission.REGISTER_EXPORT)
def ledger_file(request: StaffRequest) -> HttpResponse:
    """The whole ledger as a file of plain numbers; that it was taken along is a line in the log."""
    period = period_of(request)
    told = ledger_of(request.actor, period, limit=AT_ONCE)
    rows = [cells_of(line) for line in told.lines]
    while len(rows) < told.count:
        more = ledger_of(request.actor, period, start=len(rows), limit=AT_ONCE)
        rows += [cells_of(line) for line in more.lines]
    record_export(register="ledger", by=request.actor)
    rows += foot_of(told)
    answer = HttpResponse(
        as_csv(heads(), map(_with_numbers, rows)), content_type="text/csv; charset=utf-8"
    )
    answer["Content-Disposition"] = 'attachment; filename="list.csv"'
    return answer


def _with_numbers(cells: Sequence[str]) -> list[object]:
    """The cells with amounts as numbers, so that a spreadsheet adds up what is below zero too."""
    return [Decimal(cell) if n in AMOUNTS and cell else cell for n, cell in enumerate(cells)]
