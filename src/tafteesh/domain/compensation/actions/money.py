"""Everything that changes a claim, an order or a payment. Wrong entries are withdrawn, not changed."""

from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.db.models import Q, Sum

from tafteesh.domain.compensation.actions.spells import keep_spells
from tafteesh.domain.compensation.models import Appeal, Claim, Order, Payment, Sanction
from tafteesh.domain.files.models import OnFile, SurvivorFile
from tafteesh.domain.papers.models import Paper
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event

AWARDS = ~Q(kind=Order.Kind.REJECTION)


class MoreThanOrdered(Exception):
    """Her bank cannot have received more than was ordered: one of the two papers is wrong."""


class PaperFromAnotherFile(Exception):
    """A proof must lie in the same survivor file as the thing it proves."""


class OrderBeforeClaim(Exception):
    """An order cannot come before the claim that it decides."""


class OrderOfThatDayStands(Exception):
    """An order of that day stands already: withdraw it first, if it is wrong."""


class CreditBeforeOrder(Exception):
    """Money cannot come before the order that gives it."""


class AnswerBeforeOrder(Exception):
    """She cannot answer an order before it was made."""


class RecordedAlready(Exception):
    """This money is recorded already: the same amount on the same day, or on the same bank paper."""


class StepBeforeOrder(Exception):
    """An appeal or a sanction cannot come before the order it is about."""


class NextDateNotAfter(Exception):
    """The next date lies before the day of the step."""


class LeadsFurther(Exception):
    """Other entries stand on this one: they must be withdrawn first."""


@dataclass(frozen=True)
class NewClaim:
    """A claim as it is entered."""

    filed_on: date | None
    filed_at: str = ""
    asked_paise: int | None = None
    number: str = ""
    drafted_by_kind: str = "not_known"
    signed_by_kind: str = "not_known"
    forum: str = "not_known"
    side: str = "not_known"
    details: dict[str, object] = field(default_factory=dict)


def own(by: Actor, row: SurvivorFile | OnFile) -> dict[str, object]:
    """What every new row of a file says of itself."""
    file = row if isinstance(row, SurvivorFile) else row.survivor_file
    return {
        "organisation_id": file.organisation_id,
        "survivor_file_id": file.pk,
        "recorded_at": by.now,
        "recorded_by_id": by.person_id,
    }


@transaction.atomic
def record_claim(*, file: SurvivorFile, new: NewClaim, by: Actor) -> Claim:
    """Record a claim for compensation."""
    require(by, Permission.CLAIM_WRITE)
    file = SurvivorFile.objects.visible_to(by).select_for_update(of=("self",)).get(pk=file.pk)
    claim = Claim.unscoped.create(
        number=new.number,
        forum=new.forum,
        side=new.side,
        filed_at_words=new.filed_at,
        filed_on=new.filed_on,
        asked_paise=new.asked_paise,
        drafted_by_kind=new.drafted_by_kind,
        signed_by_kind=new.signed_by_kind,
        **own(by, file),
        **new.details,
    )
    write_log(Event.CLAIM_RECORDED, about=claim, by=by, subject=file.log_tag)
    return claim


def locked_claim(claim: Claim, by: Actor) -> Claim:
    """The claim through her door, held until the end of the action."""
    door = Claim.objects.visible_to(by).select_related("survivor_file")
    return door.select_for_update(of=("self",)).get(pk=claim.pk, withdrawn_at=None)


def locked_order(order: Order, by: Actor) -> Order:
    """The order through her door, held until the end of the action."""
    door = Order.objects.visible_to(by).select_related("survivor_file")
    return door.select_for_update(of=("self",)).get(pk=order.pk, withdrawn_at=None)


@dataclass(frozen=True)
class NewOrder:
    """An order as it is entered; a rejection has no amount."""

    kind: str
    ordered_on: date
    amount_paise: int = 0
    appeals: Order | None = None
    authority: str = ""
    paper: Paper | None = None
    beside_interim: bool = False  # the paper's amount comes on top of the interim money


@transaction.atomic
def record_order(*, claim: Claim, new: NewOrder, by: Actor) -> Order:
    """Record what an authority decided: the whole amount; it adds what it gives more than the order before.

    An amount that the paper gives beside the interim money is taken together with it.

    Raises OrderBeforeClaim, OrderOfThatDayStands, PaperFromAnotherFile.
    """
    require(by, Permission.CLAIM_WRITE)
    claim = locked_claim(claim, by)
    if claim.filed_on and new.ordered_on < claim.filed_on:
        raise OrderBeforeClaim(str(claim.pk))
    if new.paper is not None and new.paper.survivor_file_id != claim.survivor_file_id:
        raise PaperFromAnotherFile(f"paper {new.paper.pk}, claim {claim.pk}")
    if Order.unscoped.filter(claim=claim, ordered_on=new.ordered_on, withdrawn_at=None).exists():
        raise OrderOfThatDayStands(str(claim.pk))
    beside = _interim_before(claim, new) if new.beside_interim else 0
    appeals = new.appeals
    if appeals is not None:
        appeals = Order.objects.visible_to(by).get(pk=appeals.pk, claim=claim, withdrawn_at=None)
    order = Order.unscoped.create(
        claim=claim,
        kind=new.kind,
        ordered_on=new.ordered_on,
        amount_paise=new.amount_paise + beside,
        increase_paise=new.amount_paise,
        beside_interim=bool(beside),
        appeals=appeals,
        paper=new.paper,
        authority_words=new.authority,
        **own(by, claim),
    )
    keep_balance(claim)
    order.refresh_from_db(fields=["increase_paise"])
    write_log(Event.ORDER_RECORDED, about=order, by=by, subject=claim.survivor_file.log_tag)
    return order


def _interim_before(claim: Claim, new: NewOrder) -> int:
    """What an interim order gave before this final one; 0 where there is none."""
    before = Order.unscoped.filter(
        claim=claim, withdrawn_at=None, kind=Order.Kind.INTERIM, ordered_on__lt=new.ordered_on
    )
    last = before.order_by("-ordered_on").first() if new.kind == Order.Kind.FINAL else None
    return last.amount_paise if last else 0


@transaction.atomic
def record_answer(
    *, order: Order, answer: str, answered_on: date, told_on: date | None = None, by: Actor
) -> Order:
    """Whether she accepts or challenges the order. Raises AnswerBeforeOrder."""
    require(by, Permission.CLAIM_WRITE)
    order = locked_order(order, by)
    if answered_on < order.ordered_on:
        raise AnswerBeforeOrder(str(order.pk))
    order.her_answer, order.answered_on, order.told_on = answer, answered_on, told_on
    order.save(update_fields=["her_answer", "answered_on", "told_on"])
    write_log(Event.ANSWER_RECORDED, about=order, by=by, subject=order.survivor_file.log_tag)
    return order


@transaction.atomic
def record_appeal(
    *, order: Order, forum: str, filed_on: date, next_on: date | None = None, by: Actor
) -> Appeal:
    """She went further with an order. Raises StepBeforeOrder, NextDateNotAfter."""
    require(by, Permission.CLAIM_WRITE)
    order = locked_order(order, by)
    if filed_on < order.ordered_on:
        raise StepBeforeOrder(str(order.pk))
    if next_on and next_on <= filed_on:
        raise NextDateNotAfter(next_on.isoformat())
    appeal = Appeal.unscoped.create(
        order=order, forum=forum, filed_on=filed_on, next_on=next_on, **own(by, order)
    )
    write_log(Event.ORDER_RECORDED, about=appeal, by=by, subject=order.survivor_file.log_tag)
    return appeal


@transaction.atomic
def record_sanction(
    *, order: Order, sanctioned_on: date, amount_paise: int | None, waiting: bool, by: Actor
) -> Sanction:
    """The authority released the money, or said that it waits for funds. Raises StepBeforeOrder."""
    require(by, Permission.CLAIM_WRITE)
    order = locked_order(order, by)
    if sanctioned_on < order.ordered_on:
        raise StepBeforeOrder(str(order.pk))
    sanction = Sanction.unscoped.create(
        order=order,
        sanctioned_on=sanctioned_on,
        amount_paise=amount_paise,
        waiting_for_funds=waiting,
        **own(by, order),
    )
    write_log(Event.SANCTION_RECORDED, about=sanction, by=by, subject=order.survivor_file.log_tag)
    return sanction


@transaction.atomic
def record_credit(
    *, claim: Claim, amount_paise: int, credited_on: date, proof: Paper | None, by: Actor
) -> Payment:
    """Money reached her account. Without a bank paper it is said, not proved, and closes nothing.

    Raises MoreThanOrdered, CreditBeforeOrder, PaperFromAnotherFile, RecordedAlready.
    """
    require(by, Permission.PAYMENT_RECORD)
    claim = locked_claim(claim, by)
    _refuse_a_second_time(claim, amount_paise, credited_on, proof)
    if proof is not None and proof.survivor_file_id != claim.survivor_file_id:
        raise PaperFromAnotherFile(f"paper {proof.pk}, claim {claim.pk}")
    if claim.first_ordered_on is None or credited_on < claim.first_ordered_on:
        raise CreditBeforeOrder(str(claim.pk))
    if claim.credited_paise + amount_paise > claim.ordered_paise:
        raise MoreThanOrdered(str(claim.pk))
    payment = Payment.unscoped.create(
        claim=claim,
        order=claim.orders.filter(withdrawn_at=None).order_by("-ordered_on").first(),
        amount_paise=amount_paise,
        credited_on=credited_on,
        proof=proof,
        **own(by, claim),
    )
    keep_balance(claim)
    write_log(Event.PAYMENT_RECORDED, about=payment, by=by, subject=claim.survivor_file.log_tag)
    return payment


def _refuse_a_second_time(
    claim: Claim, amount_paise: int, credited_on: date, proof: Paper | None
) -> None:
    """Two people who record the same credit make one record. A passbook may prove several credits."""
    same = Q(credited_on=credited_on, amount_paise=amount_paise)
    if proof is not None:
        same |= Q(proof=proof) & (Q(amount_paise=amount_paise) | Q(credited_on=credited_on))
    if Payment.unscoped.filter(same, claim=claim, withdrawn_at=None).exists():
        raise RecordedAlready(str(claim.pk))


@transaction.atomic
def prove_credit(*, payment: Payment, proof: Paper, by: Actor) -> Payment:
    """A bank paper came for money that was only said. Raises PaperFromAnotherFile."""
    require(by, Permission.PAYMENT_RECORD)
    door = Payment.objects.visible_to(by).select_related("survivor_file")
    payment = door.select_for_update(of=("self",)).get(pk=payment.pk, withdrawn_at=None)
    if proof.survivor_file_id != payment.survivor_file_id:
        raise PaperFromAnotherFile(f"paper {proof.pk}, payment {payment.pk}")
    payment.proof = proof
    payment.save(update_fields=["proof"])
    keep_spells([payment.claim_id])
    tag = payment.survivor_file.log_tag
    write_log(Event.PAYMENT_RECORDED, about=payment, by=by, subject=tag, fields=["proof"])
    return payment


@transaction.atomic
def withdraw(*, entry: Order | Payment | Appeal | Sanction, reason: str, by: Actor) -> Claim:
    """Take a wrong entry back; it stays readable, and every earlier figure stays explainable.

    `reason` is a code of a list. Raises MoreThanOrdered where money was received on an order,
    LeadsFurther where an appeal or a sanction stands on it.
    """
    require(by, Permission.PAYMENT_RECORD)
    door = type(entry).objects.visible_to(by)
    found = door.select_for_update(of=("self",)).get(pk=entry.pk, withdrawn_at=None)
    claim = locked_claim(
        found.claim if isinstance(found, Order | Payment) else found.order.claim, by
    )
    if isinstance(found, Order) and _leads_further(found):
        raise LeadsFurther(str(found.pk))
    found.withdrawn_at = by.now
    found.save(update_fields=["withdrawn_at"])
    keep_balance(claim)
    if claim.credited_paise > claim.ordered_paise:
        raise MoreThanOrdered(str(claim.pk))
    tag = claim.survivor_file.log_tag
    write_log(Event.WITHDRAWN, about=found, by=by, subject=tag, reason=reason)
    return claim


def _leads_further(order: Order) -> bool:
    """Whether another entry in force stands on this order."""
    later = order.claim.orders.filter(withdrawn_at=None, ordered_on__gt=order.ordered_on)
    rests = Q(kind=Order.Kind.SET_OFF)
    if order.kind == Order.Kind.INTERIM:
        rests |= Q(beside_interim=True)
    if later.filter(rests).exists():
        return True
    return any(
        rows.filter(withdrawn_at=None).exists()
        for rows in (order.appeal_steps, order.sanctions, order.appealed_by, order.set_offs)
    )


@transaction.atomic
def withdraw_claim(*, claim: Claim, reason: str, by: Actor) -> Claim:
    """Take back a claim that was entered by mistake. Raises LeadsFurther once it has an order or a payment."""
    require(by, Permission.PAYMENT_RECORD)
    claim = locked_claim(claim, by)
    if any(rows.filter(withdrawn_at=None).exists() for rows in (claim.orders, claim.payments)):
        raise LeadsFurther(str(claim.pk))
    claim.withdrawn_at = by.now
    claim.save(update_fields=["withdrawn_at"])
    tag = claim.survivor_file.log_tag
    write_log(Event.WITHDRAWN, about=claim, by=by, subject=tag, reason=reason)
    return claim


def keep_balance(claim: Claim) -> None:
    """Bring the kept columns of a claim and of its orders in line with its orders and payments.

    What is ordered is the last award in force: an order on appeal takes the place of the one before, and
    a final order takes the interim one into it. Each order adds what it gives more than the one before.
    """
    before, first = 0, None
    awards = Order.unscoped.filter(AWARDS, claim=claim, withdrawn_at=None)
    for order in awards.order_by("ordered_on", "pk"):
        first = first or order.ordered_on
        if order.increase_paise != order.amount_paise - before:
            order.increase_paise = order.amount_paise - before
            order.save(update_fields=["increase_paise"])
        before = order.amount_paise
    paid = Payment.unscoped.filter(claim=claim, withdrawn_at=None).aggregate(s=Sum("amount_paise"))
    claim.first_ordered_on, claim.ordered_paise = first, before
    claim.credited_paise = paid["s"] or 0
    claim.save(update_fields=["first_ordered_on", "ordered_paise", "credited_paise"])
    keep_spells([claim.pk])
