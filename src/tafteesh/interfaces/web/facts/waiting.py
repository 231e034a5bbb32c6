"""How long it takes: step curves with those still waiting, by authority and year."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tafteesh.domain.facts.beside import BESIDE
from tafteesh.domain.facts.period import NoSuchPeriod, Period
from tafteesh.domain.facts.queries import some_figures, years_with_events
from tafteesh.domain.facts.stamp import stamp
from tafteesh.domain.facts.survival import FEWEST_AT_RISK
from tafteesh.domain.facts.waiting import (
    DAYS_A_YEAR,
    Asked,
    Told,
    Wait,
    authorities,
    waiting_curve,
)
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.accuracy import accuracy_words
from tafteesh.interfaces.web.facts.cards import card, stamped
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.templatetags.charts import Curve, CurveLine

MONTH = DAYS_A_YEAR / 12


def _asked(request: StaffRequest, known: list[str]) -> Asked:
    """What the address asks for; what makes no sense is left out."""
    authority = request.GET.get("authority", "")
    try:
        year = Period.named(request.GET.get("year", "")[:12])
    except NoSuchPeriod:
        year = None
    return Asked(authority if authority in known else None, year)


@page(Permission.FIGURES_READ)
def waiting(request: StaffRequest) -> HttpResponse:
    """Application to order, order to credit, application to credit: each as a curve."""
    known = authorities(request.actor)
    asked = _asked(request, known)
    return show(
        request,
        "facts/waiting.html",
        authorities=known,
        years=[year.name for year in reversed(years_with_events(request.actor))],
        asked=asked,
        year=asked.year.name if asked.year else "",
        waits=[_part(wait, waiting_curve(request.actor, wait, asked)) for wait in Wait],
        fewest=FEWEST_AT_RISK,
        stamp=accuracy_words(request, "I9"),
        beside=_beside(request, asked.year or Period.containing(request.actor.today)),
    )


def _beside(request: StaffRequest, year: Period) -> list[dict[str, Any]]:
    """The figures that stand beside the curves, of the year asked for."""
    told = some_figures(request.actor, year, [one.id for one in BESIDE])
    cards = stamped([card(one, told[one.id], None) for one in BESIDE], stamp(request.actor))
    return [{"card": one, "year": year.slug} for one in cards]


def _part(wait: Wait, told: Told) -> dict[str, Any]:
    curve = told.curve
    return {
        "label": wait.label,
        "of": curve.done + curve.still_waiting,
        "done": curve.done,
        "still": curve.still_waiting,
        "chart": _chart(wait, told) if curve.can_be_drawn else None,
    }


def _median(told: Told) -> str:
    """The middle wait with its interval, or that more than half still wait."""
    if told.curve.median is None:
        return _("More than half are still waiting.")
    low, high = told.curve.median_interval
    said = {"n": told.curve.median, "low": low, "high": high}
    if low is None:
        return _("Half had it after %(n)d days.") % said
    if high is None:
        return _("Half had it after %(n)d days (surely more than %(low)d).") % said
    return _("Half had it after %(n)d days (surely between %(low)d and %(high)d).") % said


def _chart(wait: Wait, told: Told) -> Curve:
    steps = told.curve.steps
    points = [(0.0, 1.0), *((step.days / MONTH, step.waiting) for step in steps)]
    band = [
        (step.days / MONTH, step.low, step.high)
        for step in steps
        if step.low is not None and step.high is not None
    ]
    return Curve(
        wait.value,
        _median(told),
        _("How many of a hundred still waited after so many months. The shaded band holds the true share in"
          " nineteen of twenty such counts."),
        [CurveLine(pgettext("curve", "still waiting"), points, band)],
        told.last_month,
        told.risk,
        _("Those still waiting are counted while they wait; a rejected claim counts until its rejection."),
    )  # fmt: skip
