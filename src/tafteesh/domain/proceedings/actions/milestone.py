"""Steps of a case with their days and papers, and duties that are no lapse."""

import uuid
from dataclasses import dataclass

from django.db import transaction

from tafteesh.domain.papers.models import Paper
from tafteesh.domain.proceedings.actions.fir import locked_fir, own
from tafteesh.domain.proceedings.models import Accused, Fir, FirSurvivor, Milestone, SetAside
from tafteesh.domain.proceedings.models.milestone import OF_ACCUSED, ONLY_PAPER
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.kernel.approx_date import ApproxDate


class NotYet(Exception):
    """A step cannot lie in the future."""


class WhichAccused(Exception):
    """This step is about one accused: it must say about which."""


class PaperFromElsewhere(Exception):
    """A proof must lie in the file of a survivor of this FIR."""


class NoPaper(Exception):
    """The day stands already: only the paper that proves it is asked for."""


@dataclass(frozen=True)
class NewMilestone:
    """A step as it is entered; without a day it happened, and nobody knows when."""

    kind: str
    on: ApproxDate | None = None
    said: str = Milestone.Said.DONE
    accused: Accused | None = None
    paper: Paper | None = None


@transaction.atomic
def record_milestone(*, fir: Fir, new: NewMilestone, by: Actor) -> Milestone:
    """Record a step of the case. Raises NotYet, WhichAccused, PaperFromElsewhere, NoPaper."""
    require(by, Permission.PROCEEDING_WRITE)
    fir = locked_fir(fir, by)
    if new.on and new.on.earliest > by.today:
        raise NotYet(new.kind)
    if new.kind in ONLY_PAPER and new.paper is None:
        raise NoPaper(new.kind)
    row = Milestone.unscoped.create(
        fir=fir,
        kind=new.kind,
        said=new.said,
        accused=_accused(fir, new, by),
        earliest=new.on.earliest if new.on else None,
        latest=new.on.latest if new.on else None,
        words=new.on.words if new.on else "",
        paper=paper_of_fir(fir, new.paper, by),
        **own(by, fir),
    )
    write_log(Event.MILESTONE_RECORDED, about=row, by=by, fields=["kind", "earliest", "paper"])
    return row


def _accused(fir: Fir, new: NewMilestone, by: Actor) -> Accused | None:
    if new.accused is None:
        if new.kind in OF_ACCUSED:
            raise WhichAccused(new.kind)
        return None
    if new.kind not in OF_ACCUSED:
        return None
    return Accused.objects.visible_to(by).get(pk=new.accused.pk, fir=fir, withdrawn_at=None)


def paper_of_fir(fir: Fir, paper: Paper | None, by: Actor) -> Paper | None:
    """The paper, where it lies in the file of a survivor of this FIR. Raises PaperFromElsewhere."""
    if paper is None:
        return None
    links = FirSurvivor.objects.visible_to(by).filter(fir=fir, withdrawn_at=None)
    hers = Paper.objects.visible_to(by).filter(
        pk=paper.pk, withdrawn_at=None, survivor_file__in=links.values("survivor_file")
    )
    found = hers.first()
    if found is None:
        raise PaperFromElsewhere(str(paper.pk))
    return found


@transaction.atomic
def set_aside(
    *, fir: Fir, duty: str, why: str, by: Actor, subject: uuid.UUID | None = None
) -> SetAside:
    """What looks like a lapse is none: the reason is kept, and so are the days. Twice is once."""
    require(by, Permission.CORRECTION_WRITE)
    fir = locked_fir(fir, by)
    row, made = SetAside.unscoped.get_or_create(
        fir=fir,
        duty=duty,
        subject=subject,
        withdrawn_at=None,
        defaults={"why": SetAside.Why(why).value, **own(by, fir)},
    )
    if made:
        write_log(Event.SET_ASIDE, about=row, by=by, reason=row.why)
    return row
