"""Asking for figures. The counting is done over the whole organisation; records open by person."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db.models import Max, Min
from django.db.models.functions import Least

from tafteesh.domain.compensation.models import Claim, Order
from tafteesh.domain.facts import catalogue
from tafteesh.domain.facts.beside import BESIDE
from tafteesh.domain.facts.figure import Figure, Indicator, Scope, canonical
from tafteesh.domain.facts.justice import JUSTICE
from tafteesh.domain.facts.models import Release
from tafteesh.domain.facts.period import Period
from tafteesh.domain.meetings.models import Meeting
from tafteesh.domain.proceedings.models import InvestigationSpell
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import counting
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission


def scope_of(actor: Actor, period: Period, known_at: datetime | None = None) -> Scope:
    """Her organisations, a period, and the moment as of which it is asked (now unless said)."""
    return Scope(tuple(sorted(actor.organisations)), period, known_at or actor.now)


def achievements(
    actor: Actor, period: Period, known_at: datetime | None = None
) -> dict[str, Figure]:
    """A1 to A13 and the indicators beside them, each by its one query. Raises NotAllowed."""
    require(actor, Permission.FIGURES_READ)
    scope = scope_of(actor, period, known_at)
    with counting(actor):
        figures = {
            indicator.id: indicator.figure(scope)
            for indicator in (*catalogue.ACHIEVEMENTS, *catalogue.INDICATORS)
        }
        figures["I8"] = _money(figures["A8"], catalogue.MONEY_WAITING.figure(scope))
    return figures


def _money(year: Figure, waiting: Figure) -> Figure:
    values = {"ordered": year.values["value"], "credited": year.values["credited"]}
    return Figure("I8", {**values, **waiting.values}, waiting.about, waiting.records)


def some_figures(
    actor: Actor, period: Period, names: Iterable[str], known_at: datetime | None = None
) -> dict[str, Figure]:
    """Only the figures named, each by its one query; unknown names are left out. Raises NotAllowed."""
    require(actor, Permission.FIGURES_READ)
    scope = scope_of(actor, period, known_at)
    wanted = set(names)
    with counting(actor):
        found = [find_indicator(name) for name in sorted(wanted | _parts(wanted))]
        figures = {one.id: one.figure(scope) for one in found if one is not None}
        if "I8" in wanted:
            figures["I8"] = _money(figures["A8"], catalogue.MONEY_WAITING.figure(scope))
    return {name: figure for name, figure in figures.items() if name in wanted}


def _parts(names: set[str]) -> set[str]:
    """Figures out of which these are put together."""
    return {"A8"} if "I8" in names else set()


def find_indicator(name: str) -> Indicator | None:
    """The definition of an indicator by its id."""
    every = (
        *catalogue.ACHIEVEMENTS,
        *catalogue.INDICATORS,
        catalogue.MONEY_WAITING,
        *BESIDE,
        *JUSTICE,
    )
    return next((indicator for indicator in every if indicator.id == name), None)


def one_figure(
    actor: Actor, name: str, period: Period, known_at: datetime | None = None
) -> Figure | None:
    """One figure by the id of its indicator, or None where there is no such indicator."""
    return some_figures(actor, period, [name], known_at).get(name)


def content_hash(figures: Mapping[str, Figure]) -> bytes:
    """The hash of the values of all figures: two editions that say the same have the same."""
    values = {name: figure.values for name, figure in sorted(figures.items())}
    return hashlib.sha256(canonical(values).encode()).digest()


def newest_release(actor: Actor, period: Period) -> Release | None:
    """The last edition of the report of a period."""
    require(actor, Permission.FIGURES_READ)
    rows = Release.objects.visible_to(actor).filter(
        period_start=period.starts_on, period_end=period.ends_on
    )
    found: Release | None = rows.order_by("-as_known_at").first()
    return found


def says_the_same(actor: Actor, release: Release) -> bool:
    """Whether the figures of a release, asked again now, are the same."""
    period = Period.named(f"{release.period_start}/{release.period_end}")
    then = set(release.figures.values_list("indicator", flat=True))
    now = achievements(actor, period)
    told = {name: figure for name, figure in now.items() if name in then}
    return content_hash(told) == bytes(release.content_hash)


def years_with_events(actor: Actor) -> list[Period]:
    """The financial years in which anything that a figure counts took place, oldest first."""
    with counting(actor) as counter:
        days: Iterable[object] = [
            *Meeting.objects.visible_to(counter).aggregate(a=Min("on"), b=Max("on")).values(),
            *Claim.objects.visible_to(counter)
            .aggregate(a=Min("filed_on"), b=Max("filed_on"))
            .values(),
            *Order.objects.visible_to(counter)
            .aggregate(a=Min("ordered_on"), b=Max("ordered_on"))
            .values(),
            *InvestigationSpell.objects.visible_to(counter)
            .aggregate(a=Min(Least("received_on", "starts_on")), b=Max("received_on"))
            .values(),
        ]
    known = sorted(day for day in days if day is not None)  # type: ignore[type-var] # all of them days
    if not known:
        return []
    first, last = Period.containing(known[0]), Period.containing(known[-1])  # type: ignore[arg-type] # days
    years = range(first.starts_on.year, last.starts_on.year + 1)
    return [Period.financial_year(year) for year in years]
