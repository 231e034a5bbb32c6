"""Strategic litigation: what a higher court is asked, what it said, and whom else it helps."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings.actions.fir import locked_fir, own
from tafteesh.domain.proceedings.models import Correction, Litigation, LitigationOrder, OrderHelps
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event


class NotInAHigherCourt(Exception):
    """Only what goes to a higher court is strategic litigation: a writ, an appeal, a revision, a contempt."""


class OrderBeforeFiling(Exception):
    """A court cannot answer before it is asked."""


class HelpsAlready(Exception):
    """This order stands beside this survivor already."""


@dataclass(frozen=True)
class About:
    """What is asked, against whom, and how far it has come."""

    petitioner: str
    respondents: str
    questions: str
    stage: str


@dataclass(frozen=True)
class NewOrder:
    """What the court said, and by when it must be done."""

    on: date
    kind: str
    says: str = ""
    comply_by: date | None = None
    complied_on: date | None = None


@transaction.atomic
def describe_litigation(*, correction: Correction, about: About, by: Actor) -> Litigation:
    """Say or change what a correction in a higher court is about. Raises NotInAHigherCourt."""
    require(by, Permission.CORRECTION_WRITE)
    door = Correction.objects.visible_to(by).select_for_update(of=("self",))
    correction = door.get(pk=correction.pk, withdrawn_at=None)
    higher = (Correction.Forum.HIGH_COURT, Correction.Forum.SUPREME_COURT)
    if not correction.escalation and correction.forum not in higher:
        raise NotInAHigherCourt(str(correction.pk))
    fir = locked_fir(correction.fir, by)
    values = {
        "petitioner": Litigation.Petitioner(about.petitioner).value,
        "respondents_words": about.respondents,
        "questions": about.questions,
        "stage": Litigation.Stage(about.stage).value,
    }
    row, _made = Litigation.unscoped.update_or_create(
        correction=correction,
        defaults={**values, "withdrawn_at": None},
        create_defaults={**values, "fir": fir, **own(by, fir)},
    )
    write_log(Event.CORRECTION_RECORDED, about=row, by=by, fields=sorted(values))
    return row


@transaction.atomic
def record_litigation_order(*, litigation: Litigation, new: NewOrder, by: Actor) -> LitigationOrder:
    """What the higher court said on a day. Raises OrderBeforeFiling."""
    require(by, Permission.CORRECTION_WRITE)
    door = Litigation.objects.visible_to(by).select_for_update(of=("self",))
    litigation = door.get(pk=litigation.pk, withdrawn_at=None)
    filed = litigation.correction.filed_on
    if filed and new.on < filed:
        raise OrderBeforeFiling(new.on.isoformat())
    fir = locked_fir(litigation.fir, by)
    row = LitigationOrder.unscoped.create(
        litigation=litigation,
        fir=fir,
        on=new.on,
        kind=LitigationOrder.Kind(new.kind).value,
        says=new.says,
        comply_by=new.comply_by,
        complied_on=new.complied_on,
        **own(by, fir),
    )
    if row.kind == LitigationOrder.Kind.FINAL:
        litigation.stage = Litigation.Stage.DECIDED
        litigation.save(update_fields=["stage"])
    write_log(Event.CORRECTION_RECORDED, about=row, by=by, fields=["on", "kind"])
    return row


@transaction.atomic
def order_helps(*, order: LitigationOrder, file: SurvivorFile, how: str, by: Actor) -> OrderHelps:
    """The order helps another survivor whose file she reaches. Raises HelpsAlready."""
    require(by, Permission.CORRECTION_WRITE)
    order = LitigationOrder.objects.visible_to(by).get(pk=order.pk, withdrawn_at=None)
    file = SurvivorFile.objects.visible_to(by).select_for_update(of=("self",)).get(pk=file.pk)
    if OrderHelps.unscoped.filter(order=order, survivor_file=file, withdrawn_at=None).exists():
        raise HelpsAlready(str(order.pk))
    row = OrderHelps.unscoped.create(
        order=order,
        fir_id=order.fir_id,
        survivor_file=file,
        how=OrderHelps.How(how).value,
        **own(by, file),
    )
    write_log(Event.CORRECTION_RECORDED, about=row, by=by, subject=file.log_tag)
    return row
