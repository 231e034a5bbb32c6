"""What changed in the records since a figure was published, and what the figure would be now."""

import uuid
from dataclasses import dataclass, replace
from typing import Any

from django.apps import apps

from tafteesh.domain.facts.figure import Figure
from tafteesh.domain.facts.models import FrozenFigure, Release
from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.queries import achievements
from tafteesh.domain.quality.models import FieldChange
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import counting
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission


@dataclass(frozen=True)
class Since:
    """One released figure beside the same figure now: which records came and went, and what was corrected."""

    frozen: FrozenFigure
    now: Figure
    came: tuple[uuid.UUID, ...]
    went: tuple[uuid.UUID, ...]
    corrected: tuple[FieldChange, ...]

    @property
    def is_another(self) -> bool:
        """Whether the number that was published is no longer the number."""
        return bool(self.frozen.values != self.now.as_json())


def changed_since(actor: Actor, release: Release) -> list[Since]:
    """The figures of a release whose records or values changed since it, with the corrections behind them.

    Entries that came late and entries that were withdrawn are records that came and went; a corrected
    record is both, or stands in both lists. Raises NotAllowed.
    """
    require(actor, Permission.FIGURES_READ)
    period = Period.named(f"{release.period_start}/{release.period_end}")
    now = achievements(actor, period)
    frozen = FrozenFigure.objects.visible_to(actor).filter(release=release).order_by("indicator")
    changes = _corrections(actor, release)
    found = []
    for row in frozen:
        figure = now.get(row.indicator)
        if figure is None:
            continue
        then, today = {uuid.UUID(one) for one in row.records}, set(figure.records)
        touched = then | today
        behind = [c for c in changes if c.row_id in touched or c.was_row_id in touched]
        one = Since(row, figure, tuple(today - then), tuple(then - today), tuple(behind))
        if one.is_another and not behind:
            whose = _subjects(actor, figure.about, touched) if changes else set()
            same = (c for c in changes if c.survivor_file_id in whose or c.fir_id in whose)
            one = replace(one, corrected=tuple(same))
        if one.is_another or one.came or one.went or one.corrected:
            found.append(one)
    return found


def _subjects(actor: Actor, about: str, records: set[uuid.UUID]) -> set[uuid.UUID]:
    """The files and FIRs of the records of a figure: a corrected order changes what is said of its claim."""
    if about in ("files.SurvivorFile", "proceedings.Fir"):
        return records
    model: Any = apps.get_model(about) if about else None
    names = {"survivor_file_id", "fir_id"} & set(vars(model)) if model else set()
    if not names:
        return set()
    with counting(actor) as counter:
        rows = model.objects.visible_to(counter).filter(pk__in=records)
        return set(rows.values_list(names.pop(), flat=True))


def _corrections(actor: Actor, release: Release) -> list[FieldChange]:
    rows = FieldChange.objects.visible_to(actor).filter(recorded_at__gt=release.as_known_at)
    return list(rows.select_related("recorded_by", "paper").order_by("-recorded_at", "-pk")[:5000])
