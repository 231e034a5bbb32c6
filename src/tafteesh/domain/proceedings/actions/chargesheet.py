"""Charge sheets: who and what stands in them."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from tafteesh.domain.proceedings.actions.fir import locked_fir, own
from tafteesh.domain.proceedings.models import (
    Accused,
    ChargeSheet,
    ChargeSheetAccused,
    ChargeSheetSection,
    Fir,
)
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event


class AccusedOfAnotherFir(Exception):
    """A charge sheet names accused of its own FIR only."""


@dataclass(frozen=True)
class NewChargeSheet:
    """A charge sheet as it is entered: the accused of the FIR that it names, and its sections."""

    kind: str
    number: str
    filed_on: date | None
    accused: tuple[Accused, ...] = ()
    sections: tuple[tuple[str, str], ...] = ()


@transaction.atomic
def record_charge_sheet(*, fir: Fir, new: NewChargeSheet, by: Actor) -> ChargeSheet:
    """Record a charge sheet, the accused of the FIR that it names, and its sections.

    Raises AccusedOfAnotherFir.
    """
    require(by, Permission.PROCEEDING_WRITE)
    fir = locked_fir(fir, by)
    if any(person.fir_id != fir.pk for person in new.accused):
        raise AccusedOfAnotherFir(str(fir.pk))
    sheet = ChargeSheet.unscoped.create(
        fir=fir,
        kind=new.kind,
        number=new.number,
        filed_earliest=new.filed_on,
        filed_latest=new.filed_on,
        **own(by, fir),
    )
    named = Accused.objects.visible_to(by).filter(fir=fir, pk__in=[a.pk for a in new.accused])
    ChargeSheetAccused.unscoped.bulk_create(
        ChargeSheetAccused(fir=fir, charge_sheet=sheet, accused=person, **own(by, fir))
        for person in named
    )
    ChargeSheetSection.unscoped.bulk_create(
        ChargeSheetSection(
            fir=fir, charge_sheet=sheet, act_words=act, number_words=section, **own(by, fir)
        )
        for act, section in new.sections
    )
    write_log(Event.CHARGESHEET_RECORDED, about=sheet, by=by)
    return sheet
