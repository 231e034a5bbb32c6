"""Facts: every number with its words, its list and its year."""

import uuid
from typing import Any

from django.apps import apps
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from tafteesh.domain.facts import actions, catalogue
from tafteesh.domain.facts.figure import Figure
from tafteesh.domain.facts.models import Release
from tafteesh.domain.facts.period import NoSuchPeriod, Period
from tafteesh.domain.facts.queries import achievements, years_with_events
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.letters.report import report_pdf
from tafteesh.interfaces.web.facts import cards
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.templatetags.charts import Bar, Bars

OPENED = 200


def _period(text: str) -> Period:
    try:
        return Period.named(text)
    except NoSuchPeriod:
        raise Http404 from None


@page(Permission.FIGURES_READ)
def home(request: StaffRequest) -> HttpResponse:
    """The year on one page."""
    years = years_with_events(request.actor) or [Period.containing(request.actor.today)]
    asked = request.GET.get("year", "")
    period = _period(asked) if asked else _latest(years, request)
    figures = achievements(request.actor, period)
    before = achievements(request.actor, Period.financial_year(period.starts_on.year - 1))
    first, second = cards.cards(figures, before)
    return show(
        request,
        "facts/home.html",
        period=period,
        years=[year.name for year in reversed(years)],
        achievements=first,
        indicators=second,
        not_yet=catalogue.NOT_YET,
        chart=_chart(request, years),
        may_release=request.actor.holds(Permission.REPORT_RELEASE),
    )


def _latest(years: list[Period], request: StaffRequest) -> Period:
    now = Period.containing(request.actor.today)
    return now if now in years else years[-1]


def _chart(request: StaffRequest, years: list[Period]) -> Bars:
    """Transfers of the last six years, as bars."""
    rows = []
    for year in years[-6:]:
        count = achievements(request.actor, year)["A9"].values["value"]
        rows.append(Bar(year.name, [float(str(count))], [str(count)]))
    title = _("Investigations moved to an AHTU or the CID, by year")
    return Bars("transfers", title, title, rows, [_("investigations")])


@page(Permission.FIGURES_READ)
def figure(request: StaffRequest, year: str, indicator: str) -> HttpResponse:
    """One figure: what it means, how it is made, and the records behind it that she may open."""
    found, period = cards.find(indicator), _period(year)
    if found is None:
        raise Http404
    figure_ = achievements(request.actor, period)[indicator]
    opened = _records(request, figure_)
    return show(
        request,
        "facts/figure.html",
        period=period,
        indicator=found,
        number=cards.head(found, figure_.values),
        parts=cards.parts_of(found, figure_.values),
        query=" ".join(found.query.sql.split()),
        records=opened,
        closed=len(figure_.records) - len(opened),
        list_hash=figure_.list_hash.hex(),
        known_at=request.actor.now,
    )


def _records(request: StaffRequest, found: Figure) -> list[Any]:
    """The rows behind a figure, through her own door."""
    if not found.about or not found.records:
        return []
    model = apps.get_model(found.about)
    door = model.objects.visible_to(request.actor)
    if not request.actor.holds(Permission.FILE_READ) and found.about != "meetings.Meeting":
        return []
    rows = door.filter(pk__in=found.records[: 5 * OPENED])
    related = [f for f in ("survivor_file", "fir") if hasattr(model, f)]
    return list(rows.select_related(*related)[:OPENED]) if related else list(rows[:OPENED])


@page(Permission.FIGURES_READ, writes=("POST",))
def releases(request: StaffRequest) -> HttpResponse:
    """What was said in public, newest first; and releasing the next."""
    error = ""
    if request.method == "POST":
        old = (
            Release.objects.visible_to(request.actor)
            .filter(pk=request.POST.get("restates") or uuid.UUID(int=0))
            .first()
        )
        try:
            made = actions.release_report(
                period=_period(request.POST.get("year", "")),
                restates=old,
                reason=request.POST.get("reason", ""),
                by=request.actor,
            )
        except actions.NoReason:
            error = _("Say why the numbers are told anew.")
        else:
            return redirect("facts:release", release_id=made.pk)
    rows = Release.objects.visible_to(request.actor).order_by("-as_known_at")[:100]
    years = [year.name for year in reversed(years_with_events(request.actor))]
    may = request.actor.holds(Permission.REPORT_RELEASE)
    return show(
        request, "facts/releases.html", releases=rows, years=years, may_release=may, error=error
    )


def _frozen(request: StaffRequest, release_id: uuid.UUID) -> tuple[Release, list[cards.Card]]:
    found = Release.objects.visible_to(request.actor).filter(pk=release_id).first()
    if found is None:
        raise Http404
    shown = []
    for row in found.figures.order_by("indicator"):
        indicator = cards.find(row.indicator)
        if indicator is not None:
            frozen = Figure(row.indicator, row.values)
            shown.append(cards.card(indicator, frozen, None))
    return found, shown


@page(Permission.FIGURES_READ)
def release(request: StaffRequest, release_id: uuid.UUID) -> HttpResponse:
    """A released report as a page: the frozen numbers alone."""
    found, shown = _frozen(request, release_id)
    changed = []
    if found.restates_id:
        _old, before = _frozen(request, found.restates_id)
        earlier = {card.id: card.number for card in before}
        changed = [(c, earlier[c.id]) for c in shown if earlier.get(c.id, c.number) != c.number]
    return show(request, "facts/release.html", release=found, cards=shown, changed=changed)


@page(Permission.FIGURES_READ)
def release_pdf(request: StaffRequest, release_id: uuid.UUID, language: str) -> HttpResponse:
    """The same on paper: the same bytes every time."""
    found = Release.objects.visible_to(request.actor).filter(pk=release_id).first()
    if found is None or language not in ("en", "bn", "hi"):
        raise Http404
    answer = HttpResponse(report_pdf(found, language), content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="report.pdf"'
    return answer
