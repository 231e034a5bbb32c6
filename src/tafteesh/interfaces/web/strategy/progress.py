"""Targets beside what the figures say, drawn from the same queries as the facts."""

from dataclasses import dataclass

from tafteesh.domain.facts.figure import Figure, Indicator
from tafteesh.domain.facts.models import Objective, Target
from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.queries import find_indicator, some_figures
from tafteesh.domain.facts.stamp import stamp
from tafteesh.foundation.access.actor import Actor
from tafteesh.interfaces.letters.values import head, parts_of, stamp_words
from tafteesh.interfaces.web.templatetags.shapes import Words


@dataclass(frozen=True)
class Reached:
    """One target and what the figure says for the same days."""

    target: Target
    period: str
    actual: str
    unit: Words
    is_old: bool


@dataclass(frozen=True)
class Shown:
    """One objective with the name of its indicator and its targets."""

    row: Objective
    indicator: Words
    targets: list[Reached]
    checked: str = ""  # how far the fields of its figure were checked


def period_of(target: Target) -> Period:
    """The days of a target, under the name of a financial year where they are one."""
    year = Period.containing(target.starts_on)
    if (year.starts_on, year.ends_on) == (target.starts_on, target.ends_on):
        return year
    name = f"{target.starts_on:%d-%m-%Y} – {target.ends_on:%d-%m-%Y}"
    return Period(target.starts_on, target.ends_on, name)


def objectives_with_progress(actor: Actor, objectives: list[Objective]) -> list[Shown]:
    """Every objective with all its targets: an older target of the same days stays as history."""
    targets = [
        (objective, target)
        for objective in objectives
        for target in objective.targets.filter(withdrawn_at=None).order_by(
            "starts_on", "recorded_at"
        )
    ]
    wanted: dict[Period, set[str]] = {}
    for objective, target in targets:
        if find_indicator(objective.indicator):
            wanted.setdefault(period_of(target), set()).add(objective.indicator)
    figures = {period: some_figures(actor, period, names) for period, names in wanted.items()}
    stamped = stamp(actor)
    newest = {(objective.pk, period_of(target)): target.pk for objective, target in targets}
    shown = []
    for objective in objectives:
        indicator = find_indicator(objective.indicator)
        own = [target for one, target in targets if one.pk == objective.pk]
        reached = [
            _reached(
                objective,
                target,
                figures,
                is_old=target.pk != newest[objective.pk, period_of(target)],
            )
            for target in own
        ]
        checked = stamp_words(stamped.of(objective.indicator)) if indicator else ""
        shown.append(Shown(objective, indicator.name if indicator else "", reached, checked))
    return shown


def _reached(
    objective: Objective, target: Target, figures: dict[Period, dict[str, Figure]], *, is_old: bool
) -> Reached:
    indicator, period = find_indicator(objective.indicator), period_of(target)
    figure = figures.get(period, {}).get(objective.indicator)
    actual = _said(indicator, figure) if indicator and figure else "–"
    return Reached(target, period.name, actual, indicator.unit if indicator else "", is_old)


def _said(indicator: Indicator, figure: Figure) -> str:
    """The figure's first number; where it has no single one, all its parts by name."""
    if "value" in figure.values:
        return head(indicator, figure.values)
    return ", ".join(f"{part.label} {part.text}" for part in parts_of(indicator, figure.values))
