"""Criminal justice in a year: each figure, and behind it its records."""

from django.http import Http404, HttpResponse

from tafteesh.domain.facts.justice import JUSTICE
from tafteesh.domain.facts.period import NoSuchPeriod, Period
from tafteesh.domain.facts.queries import find_indicator, some_figures, years_with_events
from tafteesh.domain.facts.stamp import stamp
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.facts.cards import card, stamped
from tafteesh.interfaces.web.page import StaffRequest, page, show

WITH = ("I4", "I5", "I6", "I14", "I21", "J8")  # told elsewhere, too


@page(Permission.FIGURES_READ)
def justice(request: StaffRequest) -> HttpResponse:
    """The figures of a financial year, each a link to what lies behind it."""
    named = request.GET.get("year", "")[:12]
    try:
        year = Period.named(named) if named else Period.containing(request.actor.today)
    except NoSuchPeriod:
        raise Http404 from None
    more = [one for name in WITH if (one := find_indicator(name)) is not None]
    every = sorted((*more, *JUSTICE), key=lambda one: (one.id[0], int(one.id[1:])))
    told = some_figures(request.actor, year, [one.id for one in every])
    return show(
        request,
        "facts/justice.html",
        year=year,
        years=[one.name for one in reversed(years_with_events(request.actor))],
        figures=stamped([card(one, told[one.id], None) for one in every], stamp(request.actor)),
    )
