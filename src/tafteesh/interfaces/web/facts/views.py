"""Facts: every number with its words, its list and its year."""

from datetime import datetime, time
from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from tafteesh.domain.facts import catalogue
from tafteesh.domain.facts.models import FrozenFigure
from tafteesh.domain.facts.period import NoSuchPeriod, Period
from tafteesh.domain.facts.queries import achievements, one_figure, years_with_events
from tafteesh.domain.facts.stamp import stamp
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.kernel.approx_date import read_date
from tafteesh.foundation.kernel.clock import INDIA, day_in_india
from tafteesh.interfaces.letters.values import head, out_of, parts_of, shown, stamp_words, unit_of
from tafteesh.interfaces.web.facts import cards
from tafteesh.interfaces.web.facts.behind import behind, heads
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.templatetags.charts import Bar, Bars
from tafteesh.interfaces.web.templatetags.shapes import Column

YEARS_IN_CHART = 6


def period_named(text: str) -> Period:
    """The period of an address, or not there."""
    try:
        return Period.named(text)
    except NoSuchPeriod:
        raise Http404 from None


def known_in(request: StaffRequest) -> tuple[datetime, str]:
    """As known at the end of the day that the address names, else now; and the day as it was asked."""
    asked = request.GET.get("known", "").strip()[:20]
    if not asked:
        return request.actor.now, ""
    reading = read_date(asked, today=request.actor.today)
    if reading.value is None or reading.value.earliest != reading.value.latest:
        raise Http404
    day = reading.value.earliest
    moment = datetime.combine(day, time.max, INDIA)
    return min(moment, request.actor.now), f"{day:%d-%m-%Y}"


@page(Permission.FIGURES_READ)
def home(request: StaffRequest) -> HttpResponse:
    """The year on one page."""
    years = years_with_events(request.actor) or [Period.containing(request.actor.today)]
    asked = request.GET.get("year", "")
    period = period_named(asked) if asked else _latest(years, request)
    known_at, known = known_in(request)
    figures = achievements(request.actor, period, known_at)
    before = achievements(request.actor, period.before, known_at)
    checked = stamp(request.actor, known_at)
    return show(
        request,
        "facts/home.html",
        period=period,
        years=[year.name for year in reversed(years)],
        known=known,
        known_at=day_in_india(known_at),
        stamp=stamp_words(checked),
        achievements=cards.stamped(cards.achievements(figures, before), checked),
        groups=[
            (heading, cards.stamped(group, checked))
            for heading, group in cards.groups(figures, before)
        ],
        not_yet=catalogue.NOT_YET,
        charts=_charts(request, years, known_at),
        may_release=request.actor.holds(Permission.REPORT_RELEASE),
    )


def _latest(years: list[Period], request: StaffRequest) -> Period:
    now = Period.containing(request.actor.today)
    return now if now in years else years[-1]


def _charts(request: StaffRequest, years: list[Period], known_at: datetime) -> list[Bars]:
    """Transfers, and money ordered beside money received, of the last six years."""
    moved: list[Bar] = []
    money: list[Bar] = []
    for year in years[-YEARS_IN_CHART:]:
        for name, bars, keys in (("A9", moved, ["value"]), ("A8", money, ["value", "credited"])):
            if told := one_figure(request.actor, name, year, known_at):
                values: list[Any] = [told.values[key] for key in keys]
                words = [shown(name, key, told.values[key]) for key in keys]
                bars.append(Bar(year.name, [float(value) for value in values], words))
    return [
        Bars(
            "transfers",
            _("Investigations moved to an AHTU or the CID"),
            _("Each FIR once a year, by the day on which the papers were received."),
            moved,
            [_("investigations")],
        ),
        Bars(
            "money",
            _("Compensation ordered, and compensation received"),
            _("Rupees by the day of the order, and by the day on which they reached her account."),
            money,
            [_("ordered"), _("received")],
        ),
    ]


@page(Permission.FIGURES_READ)
def figure(request: StaffRequest, year: str, indicator: str) -> HttpResponse:
    """One figure: what it means, how it is made, and the records behind it that she may open."""
    found, period = cards.find(indicator), period_named(year)
    known_at, known = known_in(request)
    told = one_figure(request.actor, indicator, period, known_at)
    if found is None or told is None:
        raise Http404
    return show(
        request,
        "facts/figure.html",
        period=period,
        indicator=found,
        number=head(found, told.values),
        unit=unit_of(found, told.values),
        out_of=out_of(found, told.values),
        parts=parts_of(found, told.values),
        stamp=stamp_words(stamp(request.actor, known_at).of(indicator)),
        query=" ".join(found.query.sql.split()),
        query_hash=found.query.hash.hex(),
        behind=behind(request, told),
        columns=[Column(label) for label in heads(told)],
        total=len(set(told.records)),
        list_hash=told.list_hash.hex(),
        known=known,
        known_at=day_in_india(known_at),
        history=_history(request, indicator, period),
    )


def _history(request: StaffRequest, name: str, period: Period) -> list[dict[str, Any]]:
    """What was released of this figure for this period, oldest first."""
    rows = FrozenFigure.objects.visible_to(request.actor).filter(
        indicator=name,
        release__period_start=period.starts_on,
        release__period_end=period.ends_on,
    )
    indicator = cards.find(name)
    return [
        {"release": row.release, "number": head(indicator, row.values)}
        for row in rows.select_related("release").order_by("release__as_known_at")
        if indicator
    ]
