"""The result of a round in words and table rows."""

import uuid
from collections.abc import Sequence
from operator import itemgetter
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from tafteesh.domain.checking.agreement import Agreement
from tafteesh.domain.checking.fields import BY_CODE
from tafteesh.domain.checking.intervals import Interval, Share, wilson
from tafteesh.domain.checking.models import CheckRound, FieldCheck
from tafteesh.domain.checking.queries import DIFFERS, MATCHES, Accuracy
from tafteesh.domain.checking.trend import Lot, Step, lots_of
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.models import Person
from tafteesh.interfaces.web.templatetags.shapes import Column, Line, Row
from tafteesh.reference.places.models import Area

WORST = 3


def percent(share: float) -> str:
    """A share as people read it: 62.5 %."""
    return _("%(number)s %%") % {"number": f"{share * 100:.1f}".removesuffix(".0")}


def between(interval: Interval) -> str:
    """The range in which the true share lies."""
    return _("%(low)s to %(high)s") % {"low": percent(interval.low), "high": percent(interval.high)}


def tile(share: Share | None) -> dict[str, str]:
    """A share for a tile: itself, its x of y, its interval."""
    if share is None:
        return {"value": "–", "detail": _("nothing judged yet"), "range": ""}
    detail = _("%(right)d of %(of)d fields") % {"right": share.right, "of": share.of}
    if share.weighted is not None:
        detail = _("%(fields)s, weighed by the size of each part") % {"fields": detail}
    return {
        "value": percent(share.value),
        "detail": detail,
        "range": _("95 in 100 sure: %(range)s") % {"range": between(share.interval)},
    }


def _proved(round: CheckRound, accuracy: Accuracy) -> dict[str, str]:  # noqa: A002 - the field's word
    """Of all that was drawn: told once every field was looked at, or the round is over."""
    if accuracy.left and not round.closed_at:
        right = accuracy.proved.right if accuracy.proved else 0
        detail = _("%(right)d right so far; told when every field was looked at") % {"right": right}
        return {"value": "–", "detail": detail, "range": ""}
    return tile(accuracy.proved)


def newest(steps: Sequence[Step]) -> dict[str, Any]:
    """How accurate the records are today: the newest closed round, and its worst fields."""
    if not steps:
        return {}
    accuracy = steps[-1].accuracy
    rows = sorted((_field_row(*one) for one in accuracy.by_field.items()), key=itemgetter(0))
    worst = [f"{row.cells[0]} ({row.cells[1]})" for share, row in rows[:WORST] if share < 1]
    return {
        "round": steps[-1].round,
        "judged": tile(accuracy.judged),
        "proved": tile(accuracy.proved),
        "worst": worst,
    }


def records_right(share: Share | None) -> str:
    """The share of whole records, with its range."""
    if share is None:
        return _("nothing judged yet")
    return _(
        "%(percent)s: %(right)d of %(of)d files had no field that differs. 95 in 100 sure: %(range)s."
    ) % {
        "percent": percent(share.value),
        "right": share.right,
        "of": share.of,
        "range": between(share.interval),
    }


def shown(actor: Actor, round: CheckRound, accuracy: Accuracy) -> dict[str, Any]:  # noqa: A002 - the field's word
    """Everything that the page of a round shows of its result."""
    rows = [_field_row(code, counts) for code, counts in accuracy.by_field.items()]
    rows.sort(key=lambda pair: pair[0])
    effect = accuracy.judged.design_effect if accuracy.judged else 1.0
    return {
        "judged": tile(accuracy.judged),
        "proved": _proved(round, accuracy),
        "whole": records_right(accuracy.records),
        "is_weighted": bool(accuracy.judged and accuracy.judged.weighted is not None),
        "effect": f"{effect:.1f}",
        "field_columns": _field_columns(),
        "field_rows": [row for _share, row in rows],
        "worst": [row.cells[0] for share, row in rows[:WORST] if share < 1],
        "agreed": _agreed(accuracy.agreed),
        "agreed_low": bool(accuracy.agreed and accuracy.agreed.is_low),
        "lot_columns": _lot_columns(),
        "lot_rows": _lot_rows(actor, round, effect) if round.strata != "none" else [],
    }


def _field_columns() -> list[Column]:
    return [
        Column(pgettext("column", "Field")),
        Column(pgettext("column", "Right, of what could be judged"), number=True),
        Column(pgettext("column", "95 in 100 sure"), number=True),
        *(
            Column(FieldCheck.Verdict(verdict).label, number=True)
            for verdict in FieldCheck.Verdict
            if verdict != FieldCheck.Verdict.OPEN
        ),
    ]


def _field_row(code: str, counts: dict[str, int]) -> tuple[float, Row]:
    right, of = counts.get(MATCHES, 0), counts.get(MATCHES, 0) + counts.get(DIFFERS, 0)
    share = right / of if of else 2.0
    numbers = [counts.get(v, 0) for v in FieldCheck.Verdict if v != FieldCheck.Verdict.OPEN]
    ends = [percent(share), between(wilson(share, of))] if of else ["–", "–"]
    return share, Row([str(BY_CODE[code].label), *ends, *numbers])


def _agreed(agreed: Agreement | None) -> list[Line]:
    if agreed is None:
        return []
    return [
        Line(_("Looked at twice"), ngettext("%(n)d field", "%(n)d fields", agreed.fields) % {"n": agreed.fields}),
        Line(_("Both said the same"), percent(agreed.seen)),
        Line(_("Agreement beyond chance (kappa)"), _kappa(agreed)),
        Line(_("The same, where mistakes are rare (PABAK)"), f"{agreed.pabak:.2f}"),
        Line(
            _("Of what either called wrong, both did"),
            percent(agreed.on_errors) if agreed.on_errors is not None else _("neither found a mistake"),
        ),
    ]  # fmt: skip


def _kappa(agreed: Agreement) -> str:
    if agreed.kappa is None:
        return _("cannot be reckoned: both always said the same")
    if agreed.interval is None:
        return _("%(kappa).2f (one file alone shows no range)") % {"kappa": agreed.kappa}
    return _("%(kappa).2f (%(low).2f to %(high).2f)") % {
        "kappa": agreed.kappa,
        "low": agreed.interval.low,
        "high": agreed.interval.high,
    }


def _lot_columns() -> list[Column]:
    return [
        Column(pgettext("column", "Part")),
        Column(pgettext("column", "Judged"), number=True),
        Column(pgettext("column", "Wrong"), number=True),
        Column(pgettext("column", "Passes with at most"), number=True),
        Column(pgettext("column", "A good part would fail"), number=True),
        Column(pgettext("column", "Finding")),
    ]


def _lot_rows(actor: Actor, round: CheckRound, effect: float) -> list[Row]:  # noqa: A002 - the field's word
    lots = lots_of(actor, round, effect)
    names = _names(round.strata, [lot.stratum for lot in lots])
    rows = [_lot_row(names[lot.stratum], lot, effect) for lot in lots]
    return sorted(rows, key=lambda row: str(row.cells[0]))


def _lot_row(name: str, lot: Lot, effect: float) -> Row:
    words = {
        True: _("Good enough"),
        False: _("Look closer: may be worse than 20 % wrong"),
        None: _("Too few to say"),
    }
    most = int((lot.plan.most_wrong + 0.5) * effect) if lot.plan else "–"
    fails = (
        _("in %(n)d of 100 samples") % {"n": round(100 * lot.wronged)}
        if lot.wronged is not None
        else "–"
    )
    return Row([name, lot.judged, lot.wrong, most, fails, words[lot.accepted]])


def _names(strata: str, codes: list[str]) -> dict[str, str]:
    none = pgettext("part of a sample", "None named")
    if strata == CheckRound.Strata.AGE:
        return {
            c: ngettext("%(n)d year old", "%(n)d years old", int(c)) % {"n": int(c)} for c in codes
        }
    ids = [uuid.UUID(code) for code in codes if code]
    if strata == CheckRound.Strata.WORKER:
        known = {str(p.pk): p.name for p in Person.objects.filter(pk__in=ids)}
    else:
        known = {str(area.pk): area.name for area in Area.objects.filter(pk__in=ids)}
    return {code: known.get(code, none) for code in codes}


def steps_of(steps: list[Step]) -> list[Row]:
    """Rounds in time, each with the sentence that says whether the change is real."""
    words = {
        None: _("First round"),
        True: _("The change is real"),
        False: _("May be chance: no change is shown"),
    }
    return [
        Row(
            [
                step.round.title,
                percent(step.accuracy.judged.value) if step.accuracy.judged else "–",
                between(step.accuracy.judged.interval) if step.accuracy.judged else "–",
                percent(step.accuracy.proved.value) if step.accuracy.proved else "–",
                words[step.is_real],
            ]
        )
        for step in steps
    ]
