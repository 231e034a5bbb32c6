"""Every value of a file, a FIR or a claim with its history: what stood, what stands, when, by whom, why."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from tafteesh.domain.compensation.models import Claim
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings.models import Fir
from tafteesh.domain.quality.fields import BY_CODE, KINDS, RecordKind, Shape
from tafteesh.domain.quality.queries import history_of
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import door, found
from tafteesh.interfaces.web.mending.told import Change, changes
from tafteesh.interfaces.web.page import StaffRequest, not_there, page, show
from tafteesh.interfaces.web.templatetags.shapes import Words

P = Permission
READ_BY = {
    "spell": P.PROCEEDING_READ, "fir": P.PROCEEDING_READ, "section": P.PROCEEDING_READ,
    "accused": P.PROCEEDING_READ, "charge_sheet": P.PROCEEDING_READ,
    "hearing": P.PROCEEDING_READ, "correction": P.PROCEEDING_READ, "claim": P.CLAIM_READ,
    "order": P.CLAIM_READ, "sanction": P.CLAIM_READ, "payment": P.CLAIM_READ,
}  # fmt: skip
MONEY = ("claim", "order", "sanction", "payment")


@dataclass(frozen=True)
class Value:
    """One value, its history and where it is corrected."""

    label: Words
    now: str
    correct_url: str
    history: list[Change]


@dataclass(frozen=True)
class Record:
    """One record with its values."""

    title: Words
    day: Any
    values: list[Value]


@page(Permission.FILE_READ)
def values(request: StaffRequest, of: str, record_id: uuid.UUID) -> HttpResponse:
    """The values of one file, FIR or claim that she may read."""
    where = {"file": _file, "fir": _fir, "claim": _claim}.get(of)
    if where is None:
        raise not_there()
    heading, back_url, rows = where(request, record_id)
    told = changes(request.actor, history_of(request.actor, (row.pk for _k, row in rows)))
    records = [_record(request, kind, row, told) for kind, row in rows]
    only_changed = request.GET.get("show") == "changed"
    changed = sum(bool(v.history) for r in records for v in r.values)
    if only_changed:
        records = [r for r in records if any(v.history for v in r.values)]
    return show(
        request,
        "mending/values.html",
        heading=heading,
        back_url=back_url,
        records=records,
        changed=changed,
        only_changed=only_changed,
    )


Rows = list[tuple[RecordKind, Any]]


def _file(request: StaffRequest, pk: uuid.UUID) -> tuple[str, str, Rows]:
    file = found(door(SurvivorFile, request), request, pk)
    rows: Rows = [(BY_CODE["file"], file)]
    for kind in KINDS:
        if not kind.on_fir and kind.code != "file" and _may_read(request, kind):
            rows += _standing(request, kind, survivor_file=file)
    return file.number, reverse("files:file", args=[file.pk]), rows


def _fir(request: StaffRequest, pk: uuid.UUID) -> tuple[str, str, Rows]:
    if not request.actor.holds(P.PROCEEDING_READ):
        raise not_there()
    fir = found(door(Fir, request), request, pk)
    rows: Rows = [(BY_CODE["fir"], fir)]
    for kind in KINDS:
        if kind.on_fir and kind.code != "fir":
            rows += _standing(request, kind, fir=fir)
    return fir.reference, reverse("proceedings:fir", args=[fir.pk]), rows


def _claim(request: StaffRequest, pk: uuid.UUID) -> tuple[str, str, Rows]:
    if not request.actor.holds(P.CLAIM_READ):
        raise not_there()
    claim = found(door(Claim, request).select_related("survivor_file"), request, pk)
    rows: Rows = [(BY_CODE["claim"], claim)]
    for code in MONEY[1:]:
        which = {"order__claim": claim} if code == "sanction" else {"claim": claim}
        rows += _standing(request, BY_CODE[code], **which)
    heading = _("Claim of %(number)s") % {"number": claim.survivor_file.number}
    return heading, reverse("compensation:claim", args=[claim.pk]), rows


def _may_read(request: StaffRequest, kind: RecordKind) -> bool:
    return request.actor.holds(READ_BY.get(kind.code, P.FILE_READ))


def _standing(request: StaffRequest, kind: RecordKind, **which: Any) -> Rows:
    model: Any = kind.model
    rows = model.objects.visible_to(request.actor).filter(withdrawn_at=None, **which)
    return [(kind, row) for row in rows.order_by("recorded_at", "pk")[:100]]


def _record(request: StaffRequest, kind: RecordKind, row: Any, told: list[Change]) -> Record:
    """One record; a change belongs to the row that stands at the end of its chain."""
    chain = {row.pk}
    for change in told:  # the newest first
        if change.row.row_id in chain:
            chain.add(change.row.was_row_id)
    may_write = request.actor.holds(kind.permission)
    listed = []
    for field in kind.fields:
        raw = field.raw(row)
        if field.shape is Shape.SEALED:
            now = _("sealed") if getattr(row, field.columns[0]) else ""
        else:
            now = field.words(raw, kind.model)
        url = reverse("mend:correct", args=[kind.code, field.code, row.pk]) if may_write else ""
        history = [c for c in told if c.row.row_id in chain and c.row.field == field.code]
        listed.append(Value(field.label, now, url, history))
    return Record(kind.label, getattr(row, "on", None), listed)
