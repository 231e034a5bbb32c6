"""Findings and changes as a page shows them."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from tafteesh.domain.checking.fields import BY_CODE as CRITICAL
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings.models import Fir
from tafteesh.domain.quality.catalogue import BY_CODE as RULES
from tafteesh.domain.quality.fields import BY_CODE, CHECKED_AS, Field, RecordKind, Shape
from tafteesh.domain.quality.models import FieldChange, Finding
from tafteesh.domain.quality.rule import Rule
from tafteesh.foundation.access.actor import Actor
from tafteesh.interfaces.web.templatetags.shapes import Words


@dataclass(frozen=True)
class Told:
    """One finding: whose, what, how grave, what is proposed, and where it is mended."""

    finding: Finding
    rule: Rule
    subject: str
    subject_url: str
    sentence: str
    proposed: str
    fields: list[tuple[Words, str]]  # what is corrected, and where

    @property
    def severity(self) -> str:
        return str(self.rule.severity.label)

    @property
    def tone(self) -> str:
        return {1: "bad", 2: "warn"}.get(int(self.rule.severity), "plain")

    @property
    def shape(self) -> str:
        return {1: "warning", 2: "message"}.get(int(self.rule.severity), "list")


def told(actor: Actor, findings: Iterable[Finding]) -> list[Told]:
    """Findings in words, with two queries for whose they are."""
    rows = [row for row in findings if row.rule in RULES]
    files = _names(actor, SurvivorFile, {r.survivor_file_id for r in rows}, "number")
    firs = _firs(actor, {r.fir_id for r in rows})
    return [_told(row, files, firs) for row in rows]


def _names(actor: Actor, model: Any, ids: set[Any], column: str) -> dict[uuid.UUID, str]:
    rows = model.objects.visible_to(actor).filter(pk__in=[pk for pk in ids if pk])
    return dict(rows.values_list("pk", column))


def _firs(actor: Actor, ids: set[Any]) -> dict[uuid.UUID, str]:
    rows = Fir.objects.visible_to(actor).filter(pk__in=[pk for pk in ids if pk])
    return {row.pk: row.reference for row in rows}


def _told(row: Finding, files: dict[uuid.UUID, str], firs: dict[uuid.UUID, str]) -> Told:
    rule = RULES[row.rule]
    values = dict(row.values)
    places = _places(row, rule)
    if "field" in values and values["field"] in CRITICAL:
        values["field"] = str(CRITICAL[values["field"]].label)
    if row.fir_id:
        subject, url = firs.get(row.fir_id, ""), reverse("proceedings:fir", args=[row.fir_id])
    else:
        file_id = row.survivor_file_id or row.pk
        subject, url = files.get(file_id, ""), reverse("files:file", args=[file_id])
    return Told(
        row, rule, subject, url, rule.sentence(values), proposed_words(row),
        [
            (field.label, reverse("mend:correct", args=[kind.code, field.code, pk]))
            for kind, field, pk in places
        ],
    )  # fmt: skip


def _places(row: Finding, rule: Rule) -> list[tuple[RecordKind, Field, uuid.UUID]]:
    """The values that may be wrong, as they are corrected."""
    if place := CHECKED_AS.get(row.values.get("field", "")):
        kind, field = BY_CODE[place[0]], BY_CODE[place[0]].by_code[place[1]]
        return [(kind, field, uuid.UUID(row.values["row"]))]
    if not rule.kind:
        return []
    kind = BY_CODE[rule.kind]
    return [(kind, kind.by_code[code], row.record_id) for code in rule.fields]


def proposed_words(row: Finding) -> str:
    """The value that the rule proposes, in words; empty where it proposes none."""
    rule = RULES[row.rule]
    fix = rule.fix(row.values) if rule.fix else None
    if fix is None:
        return ""
    kind = BY_CODE[rule.kind]
    field = kind.by_code[fix.field]
    return field.words(field.columns_of(fix.value), kind.model)


@dataclass(frozen=True)
class Change:
    """One correction as it is read: what stood, what stands, when, by whom, why, with which paper."""

    row: FieldChange
    label: Words
    old: str
    new: str
    paper: str
    may_undo: bool


def changes(actor: Actor, rows: Iterable[FieldChange]) -> list[Change]:
    """Corrections in words; what is sealed is not opened for a list."""
    return [_change(actor, row) for row in rows if row.kind in BY_CODE]


def _change(actor: Actor, row: FieldChange) -> Change:
    kind = BY_CODE[row.kind]
    field = kind.by_code[row.field]
    sealed = field.shape is Shape.SEALED
    empty, hidden = _("nothing"), _("sealed")
    fresh = (actor.now - row.recorded_at).total_seconds() < 24 * 3600
    return Change(
        row,
        field.label,
        _sealed(row.old_sealed, hidden, empty)
        if sealed
        else field.words(row.old, kind.model) or empty,
        _sealed(row.new_sealed, hidden, empty)
        if sealed
        else field.words(row.new, kind.model) or empty,
        _paper(row),
        fresh and row.recorded_by_id == actor.person_id and row.undoes_id is None,
    )


def _sealed(held: Any, hidden: str, empty: str) -> str:
    return hidden if held else empty


def _paper(row: FieldChange) -> str:
    if row.paper is None:
        return ""
    day = f" {row.paper.dated_on:%d-%m-%Y}" if row.paper.dated_on else ""
    return f"{row.paper.get_kind_display()}{day}"
