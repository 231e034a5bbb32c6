"""What is expected at each stage and is not there: fields that nobody fills, fields asked at the wrong stage."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tafteesh.domain.facts.completeness import FieldFilled, by_field
from tafteesh.domain.facts.expected import Stage
from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.queries import some_figures
from tafteesh.domain.facts.stamp import stamp
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.letters.values import head, out_of, stamp_words
from tafteesh.interfaces.web.facts.cards import find
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.templatetags.shapes import Column, Row


@page(Permission.FIGURES_READ)
def completeness(request: StaffRequest) -> HttpResponse:
    """Completeness, timeliness and silent files of this year; then every expected field."""
    period = Period.containing(request.actor.today)
    fields = by_field(request.actor, period)
    told = some_figures(request.actor, period, ["I2", "I3", "J17"])
    checked = stamp(request.actor)
    tiles = []
    for name, figure in told.items():
        if indicator := find(name):
            tiles.append(
                {
                    "label": indicator.name,
                    "value": head(indicator, figure.values),
                    "detail": out_of(indicator, figure.values),
                    "name": name,
                    "checked": stamp_words(checked.of(name)),
                }
            )
    return show(
        request,
        "facts/completeness.html",
        tiles=tiles,
        year=period.slug,
        empty=[one for one in fields if one.nobody_fills],
        early=[one for one in fields if one.is_asked_too_early],
        stages=[(stage.label, _rows(fields, stage)) for stage in Stage if _rows(fields, stage)],
        columns=_columns(),
    )


def _columns() -> list[Column]:
    return [
        Column(pgettext("column", "Field")),
        Column(pgettext("column", "Expected"), number=True),
        Column(pgettext("column", "There"), number=True),
        Column(pgettext("column", "Share"), number=True),
        Column(pgettext("column", "In files that came further"), number=True),
        Column(pgettext("column", "Finding")),
    ]


def _rows(fields: list[FieldFilled], stage: Stage) -> list[Row]:
    rows = [one for one in fields if one.field.stage == stage and one.expected]
    return [
        Row(
            [
                one.field.label,
                one.expected,
                one.there,
                _percent(one.percent),
                _percent(one.later),
                _said(one),
            ]
        )
        for one in sorted(rows, key=lambda one: one.percent or 0)
    ]


def _percent(value: int | None) -> str:
    return "–" if value is None else f"{value} %"


def _said(one: FieldFilled) -> str:
    if one.nobody_fills:
        return _("Nobody fills it")
    if one.is_asked_too_early:
        return _("Asked too early")
    return ""
