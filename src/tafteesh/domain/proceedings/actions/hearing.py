"""The court diary: what happened, and what comes next."""

from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.db.models import Min

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings.actions.fir import locked_fir, own
from tafteesh.domain.proceedings.models import Fir, FirSurvivor, Hearing
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event


class NextDateNotAfter(Exception):
    """The next date must lie after this hearing."""


@dataclass(frozen=True)
class HearingResult:
    """What is written down of one day in court."""

    on: date
    outcome: str
    next_on: date | None = None
    court: str = ""
    details: dict[str, object] = field(default_factory=dict)  # why, stage, came, by_video_link


@transaction.atomic
def record_hearing(*, fir: Fir, result: HearingResult, by: Actor) -> Hearing:
    """Record one day in court; a next date becomes an expected hearing. Raises NextDateNotAfter.

    The same day twice is one hearing: the later entry completes the earlier.
    """
    require(by, Permission.HEARING_RECORD)
    if result.next_on and result.next_on <= result.on:
        raise NextDateNotAfter(result.next_on.isoformat())
    fir = locked_fir(fir, by)
    court = result.court or fir.court_words
    values: dict[str, object] = {
        "outcome": result.outcome,
        "next_on": result.next_on,
        "court_words": court,
        **result.details,
    }
    hearing, _made = Hearing.unscoped.update_or_create(
        fir=fir,
        on=result.on,
        withdrawn_at=None,
        defaults=values,
        create_defaults=values | own(by, fir),
    )
    if result.next_on:
        Hearing.unscoped.get_or_create(
            fir=fir,
            on=result.next_on,
            withdrawn_at=None,
            defaults={"court_words": court, **own(by, fir)},
        )
    _keep_next_hearing(fir, by)
    write_log(Event.HEARING_RECORDED, about=hearing, by=by, fields=sorted(values))
    return hearing


def _keep_next_hearing(fir: Fir, by: Actor) -> None:
    links = FirSurvivor.unscoped.filter(fir=fir, withdrawn_at=None)
    for file_id in links.values_list("survivor_file_id", flat=True):
        firs = FirSurvivor.unscoped.filter(survivor_file_id=file_id, withdrawn_at=None)
        expected = Hearing.unscoped.filter(
            fir__in=firs.values("fir"), withdrawn_at=None, outcome="expected", on__gte=by.today
        )
        SurvivorFile.unscoped.filter(pk=file_id).update(
            next_hearing_on=expected.aggregate(day=Min("on"))["day"]
        )
