"""Procedural corrections: asked for, decided, escalated."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from tafteesh.domain.proceedings.actions.fir import locked_fir, own
from tafteesh.domain.proceedings.models import Correction, Fir
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event


class DecidedBeforeFiled(Exception):
    """A decision cannot come before the petition it decides."""


class DecidedWithoutADay(Exception):
    """A decision has its day; only that no reply came may have none."""


@dataclass(frozen=True)
class NewCorrection:
    """A correction as it is filed."""

    of: str
    reason: str
    forum: str
    filed_on: date | None
    number: str = ""
    escalates: Correction | None = None
    escalation: str = ""
    details: dict[str, object] = field(default_factory=dict)


@transaction.atomic
def record_correction(*, fir: Fir, new: NewCorrection, by: Actor) -> Correction:
    """File a correction of this FIR, its investigation, charge sheet or order."""
    require(by, Permission.CORRECTION_WRITE)
    fir = locked_fir(fir, by)
    escalates = new.escalates
    if escalates is not None:
        escalates = Correction.objects.visible_to(by).get(pk=escalates.pk, fir=fir)
    correction = Correction.unscoped.create(
        fir=fir,
        of=new.of,
        reason=new.reason,
        forum=new.forum,
        filed_on=new.filed_on,
        number=new.number,
        escalates=escalates,
        escalation=new.escalation,
        **own(by, fir),
        **new.details,
    )
    write_log(Event.CORRECTION_RECORDED, about=correction, by=by)
    return correction


@transaction.atomic
def decide_correction(
    *,
    correction: Correction,
    result: str,
    decided_on: date | None,
    changed: Iterable[str] = (),
    by: Actor,
) -> Correction:
    """What the forum decided, when, and what it changed. Raises DecidedBeforeFiled, DecidedWithoutADay."""
    require(by, Permission.CORRECTION_WRITE)
    door = Correction.objects.visible_to(by).select_for_update(of=("self",))
    correction = door.get(pk=correction.pk, withdrawn_at=None)
    if decided_on is None and result != Correction.Result.NO_REPLY:
        raise DecidedWithoutADay(result)
    if correction.filed_on and decided_on and decided_on < correction.filed_on:
        raise DecidedBeforeFiled(decided_on.isoformat())
    correction.changed = ",".join(changed)
    correction.result, correction.decided_on = result, decided_on
    correction.decided_recorded_at = by.now
    correction.save()
    write_log(
        Event.CORRECTION_RECORDED,
        about=correction,
        by=by,
        fields=["result", "decided_on", "changed"],
    )
    return correction
