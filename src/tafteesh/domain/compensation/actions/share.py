"""What an order gives under each head, one order set off against another, money locked for a minor, heirs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Sum

from tafteesh.domain.compensation.actions.beside import StepInTheFuture
from tafteesh.domain.compensation.actions.money import (
    MoreThanOrdered,
    OrderOfThatDayStands,
    PaperFromAnotherFile,
    StepBeforeOrder,
    keep_balance,
    locked_claim,
    locked_order,
    own,
)
from tafteesh.domain.compensation.models import (
    Claim,
    ClaimStep,
    Deposit,
    Heir,
    Order,
    OrderHead,
    Payment,
)
from tafteesh.domain.files.models import HouseholdMember
from tafteesh.domain.papers.models import Paper
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.reference.law.models import HeadOfLoss


class SetOffAgainstItself(Exception):
    """An order is set off against the order of another claim of the same survivor."""


class MoreThanTheOtherGave(Exception):
    """No more can be set off than the other order gives."""


class HeadsGiveMore(Exception):
    """What was given under the heads is more than the order gives in all."""


class MoreThanCame(Exception):
    """No more can lie in the deposit than the payment brought."""


class LockedStill(Exception):
    """The deposit is locked until a later day, and no order lets her have it earlier."""


class SheLives(Exception):
    """Nobody takes her place while she lives: her death is recorded first."""


class HeirIsAccused(Exception):
    """Who is accused of the crime takes nothing of her money, whoever it is."""


class HeirStands(Exception):
    """This person takes her place in this claim already."""


@dataclass(frozen=True)
class NewSetOff:
    """So much of an order is set off against another claim's order, on a day."""

    against: Order
    ordered_on: date
    amount_paise: int
    authority: str = ""
    paper: Paper | None = None


@transaction.atomic
def record_set_off(*, claim: Claim, new: NewSetOff, by: Actor) -> Order:
    """A court or authority takes off what another order gives her for the same crime, so that it counts once.

    Raises SetOffAgainstItself, MoreThanTheOtherGave, MoreThanOrdered, StepBeforeOrder, OrderOfThatDayStands,
    PaperFromAnotherFile.
    """
    require(by, Permission.CLAIM_WRITE)
    claim = locked_claim(claim, by)
    other = locked_order(new.against, by)
    if other.claim_id == claim.pk or other.survivor_file_id != claim.survivor_file_id:
        raise SetOffAgainstItself(str(claim.pk))
    if new.paper is not None and new.paper.survivor_file_id != claim.survivor_file_id:
        raise PaperFromAnotherFile(f"paper {new.paper.pk}, claim {claim.pk}")
    first = claim.first_ordered_on
    if first is None or new.ordered_on < max(first, other.ordered_on):
        raise StepBeforeOrder(str(claim.pk))
    if Order.unscoped.filter(claim=claim, ordered_on=new.ordered_on, withdrawn_at=None).exists():
        raise OrderOfThatDayStands(str(claim.pk))
    if new.amount_paise > other.amount_paise:
        raise MoreThanTheOtherGave(str(other.pk))
    if new.amount_paise > claim.ordered_paise - claim.credited_paise:
        raise MoreThanOrdered(str(claim.pk))
    row = Order.unscoped.create(
        claim=claim,
        kind=Order.Kind.SET_OFF,
        ordered_on=new.ordered_on,
        amount_paise=claim.ordered_paise - new.amount_paise,
        increase_paise=-new.amount_paise,
        set_off_against=other,
        authority_words=new.authority,
        paper=new.paper,
        **own(by, claim),
    )
    keep_balance(claim)
    row.refresh_from_db(fields=["increase_paise"])
    write_log(Event.ORDER_RECORDED, about=row, by=by, subject=claim.survivor_file.log_tag)
    return row


@dataclass(frozen=True)
class NewHead:
    """What an order says about one head; the amount is empty where it gives one sum for all."""

    head: HeadOfLoss
    outcome: str
    amount_paise: int | None = None


@transaction.atomic
def record_heads(*, order: Order, heads: Sequence[NewHead], by: Actor) -> Order:
    """The heads of an order, all at once; what was recorded before is withdrawn. Raises HeadsGiveMore."""
    require(by, Permission.CLAIM_WRITE)
    order = locked_order(order, by)
    if sum(one.amount_paise or 0 for one in heads) > order.amount_paise:
        raise HeadsGiveMore(str(order.pk))
    OrderHead.unscoped.filter(order=order, withdrawn_at=None).update(withdrawn_at=by.now)
    OrderHead.unscoped.bulk_create(
        OrderHead(
            order=order,
            head=one.head,
            outcome=one.outcome,
            amount_paise=one.amount_paise if one.outcome == OrderHead.Outcome.GIVEN else None,
            **own(by, order),
        )
        for one in heads
    )
    write_log(
        Event.ORDER_RECORDED, about=order, by=by, subject=order.survivor_file.log_tag,
        fields=["heads"],
    )  # fmt: skip
    return order


@transaction.atomic
def record_deposit(
    *, payment: Payment, made_on: date, amount_paise: int, locked_until: date, by: Actor
) -> Deposit:
    """A part of a payment lies in a fixed deposit in her name. Raises StepBeforeOrder, MoreThanCame."""
    require(by, Permission.PAYMENT_RECORD)
    door = Payment.objects.visible_to(by).select_related("survivor_file")
    payment = door.select_for_update(of=("self",)).get(pk=payment.pk, withdrawn_at=None)
    if made_on < payment.credited_on or locked_until <= made_on:
        raise StepBeforeOrder(made_on.isoformat())
    lying = payment.deposits.filter(withdrawn_at=None).aggregate(s=Sum("amount_paise"))["s"] or 0
    if lying + amount_paise > payment.amount_paise:
        raise MoreThanCame(str(payment.pk))
    row = Deposit.unscoped.create(
        payment=payment,
        made_on=made_on,
        amount_paise=amount_paise,
        locked_until=locked_until,
        **own(by, payment),
    )
    write_log(Event.PAYMENT_RECORDED, about=row, by=by, subject=payment.survivor_file.log_tag)
    return row


@transaction.atomic
def release_deposit(
    *, deposit: Deposit, released_on: date, order: Paper | None = None, by: Actor
) -> Deposit:
    """She has the deposit in her hand: on its day, or earlier by an order. Raises LockedStill, StepInTheFuture."""
    require(by, Permission.PAYMENT_RECORD)
    door = Deposit.objects.visible_to(by).select_related("survivor_file")
    row = door.select_for_update(of=("self",)).get(
        pk=deposit.pk, withdrawn_at=None, released_on=None
    )
    if not row.made_on <= released_on <= by.today:
        raise StepInTheFuture(released_on.isoformat())
    if order is not None and order.survivor_file_id != row.survivor_file_id:
        raise PaperFromAnotherFile(f"paper {order.pk}, deposit {row.pk}")
    if released_on < row.locked_until and order is None:
        raise LockedStill(row.locked_until.isoformat())
    row.released_on, row.release_order = released_on, order
    row.save(update_fields=["released_on", "release_order"])
    write_log(Event.PAYMENT_RECORDED, about=row, by=by, subject=row.survivor_file.log_tag)
    return row


@transaction.atomic
def record_heir(
    *,
    claim: Claim,
    member: HouseholdMember,
    joined_on: date,
    paper: Paper | None = None,
    by: Actor,
) -> Heir:
    """After her death somebody of her family takes her place in a claim.

    Raises SheLives, HeirIsAccused, HeirStands, StepInTheFuture, PaperFromAnotherFile.
    """
    require(by, Permission.CLAIM_WRITE)
    claim = locked_claim(claim, by)
    member = HouseholdMember.objects.visible_to(by).get(
        pk=member.pk, survivor_file=claim.survivor_file_id, withdrawn_at=None
    )
    if paper is not None and paper.survivor_file_id != claim.survivor_file_id:
        raise PaperFromAnotherFile(f"paper {paper.pk}, claim {claim.pk}")
    died = ClaimStep.unscoped.filter(
        survivor_file=claim.survivor_file_id, kind=ClaimStep.Kind.DIED, withdrawn_at=None
    ).order_by("on")
    if (death := died.first()) is None:
        raise SheLives(str(claim.pk))
    if member.is_accused:
        raise HeirIsAccused(str(member.pk))
    if not death.on <= joined_on <= by.today:
        raise StepInTheFuture(joined_on.isoformat())
    if Heir.unscoped.filter(claim=claim, member=member, withdrawn_at=None).exists():
        raise HeirStands(str(member.pk))
    row = Heir.unscoped.create(
        claim=claim, member=member, joined_on=joined_on, paper=paper, **own(by, claim)
    )
    write_log(Event.CLAIM_STEP_RECORDED, about=row, by=by, subject=claim.survivor_file.log_tag)
    return row
