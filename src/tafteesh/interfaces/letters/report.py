"""The year's report on paper, from frozen figures alone."""

from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from tafteesh.domain.facts import catalogue, queries
from tafteesh.domain.facts.models import Release
from tafteesh.interfaces.letters.typesetting import typeset
from tafteesh.interfaces.letters.values import head, parts_of

ORDER = {
    name: place
    for place, name in enumerate(
        [i.id for i in catalogue.ACHIEVEMENTS] + ["I8"] + [i.id for i in catalogue.INDICATORS]
    )
}


def report_pdf(release: Release, language: str) -> bytes:
    """The report of a release in one language (en, bn, hi). The same release gives the same bytes."""
    with translation.override(language):
        return typeset("report.typ", _words(release, language), made_at=release.as_known_at)


def _words(release: Release, language: str) -> dict[str, Any]:
    frozen = sorted(release.figures.all(), key=lambda row: ORDER.get(row.indicator, 99))
    rows, definitions = [], []
    for row in frozen:
        indicator = queries.find_indicator(row.indicator)
        if indicator is None:
            continue
        beside = "; ".join(f"{p.label}: {p.text}" for p in parts_of(indicator, row.values))
        number = f"{head(indicator, row.values)}"
        rows.append(
            {"id": row.indicator, "name": str(indicator.name), "number": number, "beside": beside}
        )
        words = str(indicator.definition)
        if indicator.exclusions:
            words += " " + str(indicator.exclusions)
        definitions.append({"id": row.indicator, "name": str(indicator.name), "words": words})
    days = {
        "start": f"{release.period_start:%d-%m-%Y}",
        "end": f"{release.period_end:%d-%m-%Y}",
        "known": f"{release.as_known_at:%d-%m-%Y}",
    }
    return {
        "language": language,
        "title": _("The year's report"),
        "lead": _("%(start)s to %(end)s, as known on %(known)s") % days,
        "foot": _("Frozen figures; definitions inside"),
        "changes_title": _("Told anew"),
        "reason": release.reason,
        "changes": _changes(release),
        "achievements_title": _("Achievements and indicators"),
        "heads": [_("No."), _("Indicator"), _("Number"), _("Beside it")],
        "rows": rows,
        "stamp": _(
            "No value behind these numbers has been checked against paper yet. Imported rows count as unchecked."
        ),
        **_money(frozen),
        "definitions_title": _("What each number means"),
        "definition_heads": [_("No."), _("Indicator"), _("Definition")],
        "definitions": definitions,
        "hashes_title": _("How to check it"),
        "hashes_lead": _(
            "Rules version %(rules)s. Hash of the figures, and of the list behind each:"
        )
        % {"rules": release.rule_version},
        "hashes": [
            bytes(release.content_hash).hex(),
            *(f"{row.indicator} {bytes(row.list_hash).hex()[:32]}" for row in frozen),
        ],
    }


def _changes(release: Release) -> list[str]:
    if release.restates is None:
        return []
    before = {row.indicator: row.values for row in release.restates.figures.all()}
    lines = []
    for row in release.figures.order_by("indicator"):
        indicator = queries.find_indicator(row.indicator)
        if indicator is None or before.get(row.indicator) in (None, row.values):
            continue
        old, new = head(indicator, before[row.indicator]), head(indicator, row.values)
        if old != new:
            lines.append(f"{indicator.name}: {old} → {new}")
    return lines


def _money(frozen: list[Any]) -> dict[str, Any]:
    values: dict[str, Any] = next((row.values for row in frozen if row.indicator == "I8"), {})
    indicator = queries.find_indicator("I8")
    bars = []
    for key, label in (
        ("ordered", _("ordered")),
        ("credited", _("credited")),
        ("waiting", _("ordered, not yet paid")),
    ):
        amount = values.get(key) or 0
        words = (
            next(
                (
                    p.text
                    for p in parts_of(indicator, values)
                    if p.label == str(indicator.labels[key])
                ),
                "",
            )
            if indicator
            else ""
        )
        bars.append({"label": label, "value": amount, "words": words})
    alt = ", ".join(f"{bar['label']} {bar['words']}" for bar in bars)
    return {
        "chart_title": _("Compensation: three numbers, never one"),
        "chart_alt": alt,
        "bars": bars,
    }
