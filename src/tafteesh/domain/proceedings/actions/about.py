"""Which days in court were about a correction."""

from collections.abc import Iterable

from django.db import transaction

from tafteesh.domain.proceedings.actions.fir import locked_fir
from tafteesh.domain.proceedings.models import Correction, Hearing
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event


class HearingOfAnotherFir(Exception):
    """A correction is heard in its own case."""


class HearingBeforeFiling(Exception):
    """Nothing was heard before it was filed."""


@transaction.atomic
def hearings_about(*, correction: Correction, hearings: Iterable[Hearing], by: Actor) -> Correction:
    """These days of its FIR, and no others, were about this correction.

    Raises HearingOfAnotherFir, HearingBeforeFiling.
    """
    require(by, Permission.CORRECTION_WRITE)
    row: Correction = Correction.objects.visible_to(by).get(pk=correction.pk, withdrawn_at=None)
    fir = locked_fir(row.fir, by)
    wanted = {one.pk for one in hearings}
    days = Hearing.objects.visible_to(by).filter(fir=fir, withdrawn_at=None)
    chosen = list(days.filter(pk__in=wanted))
    if len(chosen) != len(wanted):
        raise HearingOfAnotherFir(str(row.pk))
    if row.filed_on and any(one.on < row.filed_on for one in chosen):
        raise HearingBeforeFiling(row.filed_on.isoformat())
    days.filter(correction=row).exclude(pk__in=wanted).update(correction=None)
    days.filter(pk__in=wanted).update(correction=row)
    write_log(Event.CORRECTION_RECORDED, about=row, by=by, fields=["hearings"])
    return row
