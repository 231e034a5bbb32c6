"""The year's report on paper, from frozen figures alone."""

from collections.abc import Iterable
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from tafteesh.domain.facts import catalogue, queries
from tafteesh.domain.facts.figure import Indicator
from tafteesh.domain.facts.models import FrozenFigure, Release
from tafteesh.domain.facts.stamp import Stamp
from tafteesh.interfaces.letters.typesetting import typeset
from tafteesh.interfaces.letters.values import (
    head,
    out_of,
    parts_of,
    shown,
    stamp_words,
    unit_of,
)

ACHIEVEMENTS = [indicator.id for indicator in catalogue.ACHIEVEMENTS]
INDICATORS = ["I8", *(indicator.id for indicator in catalogue.INDICATORS)]
Told = list[tuple[Indicator, FrozenFigure]]


def report_pdf(release: Release, language: str, stamp: Stamp) -> bytes:
    """The report of a release in one language (en, bn, hi). The same release gives the same bytes.

    `stamp` is how far the values were checked against paper when the figures were frozen.
    """
    with translation.override(language):
        return typeset("report.typ", _words(release, language, stamp), made_at=release.as_known_at)


def _words(release: Release, language: str, stamp: Stamp) -> dict[str, Any]:
    frozen = {row.indicator: row for row in release.figures.all()}
    achievements, indicators = _told(frozen, ACHIEVEMENTS), _told(frozen, INDICATORS)
    days = {
        "start": f"{release.period_start:%d-%m-%Y}",
        "end": f"{release.period_end:%d-%m-%Y}",
    }
    known = {"known": f"{release.as_known_at:%d-%m-%Y}"}
    edition = {"edition": _edition(release)}
    return {
        "language": language,
        "title": _("The year's report"),
        "period": _("%(start)s to %(end)s") % days,
        "known": _("As known on %(known)s. What was entered later is not in it.") % known,
        "edition": _("Edition %(edition)s") % edition,
        "accuracy": _("Accuracy: %(stamp)s.") % {"stamp": stamp_words(stamp)},
        "stamp": stamp_words(stamp),
        "foot": _("Figures frozen on %(known)s") % known,
        "changes_title": _("Told anew"),
        "reason": release.reason,
        "no_change": _("No number changed."),
        "changes": _changes(release),
        "heads": [_("No."), _("Indicator"), _("Number"), _("Beside it")],
        "tables": [
            {"title": _("The year's achievements"), "rows": _rows(achievements, stamp)},
            {"title": _("Indicators"), "rows": _rows(indicators, stamp)},
        ],
        "missing_title": _("Not yet counted, and what is missing"),
        "missing": [f"{one.id} {one.name}: {one.missing}" for one in catalogue.NOT_YET],
        **_money(frozen),
        "definitions_title": _("What each number means"),
        "definition_heads": [_("No."), _("Indicator"), _("Definition")],
        "definitions": [_definition(one) for one, _row in (*achievements, *indicators)],
        **_hashes(release, [row for _one, row in (*achievements, *indicators)]),
    }


def _told(frozen: dict[str, FrozenFigure], names: Iterable[str]) -> Told:
    """The figures of these names, in their order, each with its definition."""
    return [
        (indicator, frozen[name])
        for name in names
        if name in frozen and (indicator := queries.find_indicator(name))
    ]


def _edition(release: Release) -> int:
    """1, and one more for each edition that this one tells anew."""
    number, older = 1, release.restates
    while older is not None:
        number, older = number + 1, older.restates
    return number


def _rows(told: Told, stamp: Stamp) -> list[dict[str, str]]:
    rows = []
    for indicator, frozen in told:
        number, whole = head(indicator, frozen.values), out_of(indicator, frozen.values)
        beside = [] if whole in ("", number) else [whole]
        beside += [f"{part.label}: {part.text}" for part in parts_of(indicator, frozen.values)]
        rows.append(
            {
                "id": indicator.id,
                "name": str(indicator.name),
                "number": number,
                "unit": unit_of(indicator, frozen.values),
                "beside": "; ".join(beside),
                "stamp": stamp_words(stamp.of(indicator.id)),
            }
        )
    return rows


def _definition(indicator: Indicator) -> dict[str, str]:
    words = [str(indicator.definition)]
    if indicator.denominator:
        words.append(_("Out of: %(whole)s.") % {"whole": indicator.denominator})
    if indicator.exclusions:
        words.append(str(indicator.exclusions))
    return {"id": indicator.id, "name": str(indicator.name), "words": " ".join(words)}


def _changes(release: Release) -> list[str]:
    if release.restates is None:
        return []
    before = {row.indicator: row.values for row in release.restates.figures.all()}
    now = {row.indicator: row for row in release.figures.all()}
    lines = []
    for indicator, row in _told(now, [*ACHIEVEMENTS, *INDICATORS]):
        if before.get(row.indicator) in (None, row.values):
            continue
        old, new = head(indicator, before[row.indicator]), head(indicator, row.values)
        if old != new:
            lines.append(f"{indicator.name}: {old} → {new}")
    return lines


def _money(frozen: dict[str, FrozenFigure]) -> dict[str, Any]:
    values = frozen["I8"].values if "I8" in frozen else {}
    bars = [
        {"label": label, "value": values.get(key) or 0, "words": shown("I8", key, values.get(key))}
        for key, label in (
            ("ordered", _("ordered in the year")),
            ("credited", _("received in the year")),
            ("waiting", _("ordered, not yet paid at its end")),
        )
    ]
    return {
        "chart_title": _("Compensation: three numbers, never one"),
        "chart_alt": ", ".join(f"{bar['label']} {bar['words']}" for bar in bars),
        "bars": bars,
    }


def _hashes(release: Release, rows: Iterable[FrozenFigure]) -> dict[str, Any]:
    return {
        "hashes_title": _("How to check it"),
        "hashes_lead": _(
            "Rules version %(rules)s. Hash of the figures, and of the list behind each:"
        )
        % {"rules": release.rule_version},
        "content_hash": bytes(release.content_hash).hex(),
        "hash_heads": [_("No."), _("Records"), _("Hash of the list")],
        "hashes": [
            {
                "id": row.indicator,
                "records": str(len(row.records)),
                "hash": bytes(row.list_hash).hex(),
            }
            for row in rows
        ],
    }
