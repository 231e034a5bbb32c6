"""Facts of one year by block."""

from django.http import Http404, HttpResponse

from tafteesh.domain.facts.blocks import blocks_of, may_leave, totals_of
from tafteesh.domain.facts.period import NoSuchPeriod, Period
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.accuracy import accuracy_words
from tafteesh.interfaces.web.page import StaffRequest, page, show

YEARS = 8


@page(Permission.FIGURES_READ)
def blocks(request: StaffRequest) -> HttpResponse:
    """One year by block; whoever does not work with every file sees no number below five."""
    now = Period.containing(request.actor.today)
    try:
        period = Period.named(request.GET["year"]) if "year" in request.GET else now
    except NoSuchPeriod:
        raise Http404 from None
    rows = blocks_of(request.actor, period)
    outside = not request.actor.offices
    if outside:
        rows = may_leave(rows)
    first = now.starts_on.year
    return show(
        request,
        "facts/blocks.html",
        period=period,
        years=[Period.financial_year(first - back).name for back in range(YEARS)],
        blocks=rows,
        totals=totals_of(rows),
        outside=outside,
        stamp=accuracy_words(request, "blocks"),
    )
