"""Rows of claims and of legal aid."""

from typing import Any

from tafteesh.domain.compensation.models import Claim, Order, Payment
from tafteesh.domain.legalaid.models import Assignment, LegalAidRequest
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.kernel.ids import new_id
from tafteesh.interfaces.imports.taking import codes
from tafteesh.interfaces.imports.taking.values import NotTaken, Staged, code
from tafteesh.interfaces.imports.taking.world import World


def take_claim(row: Staged, world: World) -> None:
    """Record a claim, what was ordered on it, her answer, an appeal's order, and each credit."""
    file = world.file(row.get("survivor_code"))
    own: dict[str, Any] = {"survivor_file_id": file.id, **world.record()}
    claim = Claim(
        id=new_id(),
        number=row.text("number"),
        filed_at_words=row.text("filed_at"),
        filed_on=row.day("filed"),
        asked_paise=row.get("asked") or None,
        drafted_by_kind=code(row.get("drafted_by"), codes.LAWYER_KINDS, "not_known"),
        signed_by_kind=code(row.get("signed_by"), codes.LAWYER_KINDS, "not_known"),
        **own,
    )
    orders = _orders(row, claim, own)
    payments = _payments(row, claim, orders, own)
    awards = [order for order in orders if order.amount_paise]
    claim.first_ordered_on = min((order.ordered_on for order in awards), default=None)
    claim.ordered_paise = awards[-1].amount_paise if awards else 0
    claim.credited_paise = sum(payment.amount_paise for payment in payments)
    for made in (claim, *orders, *payments):
        world.add(made)
    world.line(Event.CLAIM_RECORDED, claim, file)


def _orders(row: Staged, claim: Claim, own: dict[str, Any]) -> list[Order]:
    result = code(row.get("result"), codes.CLAIM_RESULTS)
    day, awarded = row.day("ordered"), row.get("awarded") or 0
    if result == "rejected" and day:
        rejection = Order(
            id=new_id(),
            claim_id=claim.pk,
            kind=Order.Kind.REJECTION,
            ordered_on=day,
            amount_paise=0,
            increase_paise=0,
            **own,
        )
        return [rejection]
    if not awarded:
        return []
    if day is None:
        raise NotTaken("awarded without a day", "ordered")
    first = Order(
        id=new_id(),
        claim_id=claim.pk,
        kind=Order.Kind.FINAL,
        ordered_on=day,
        amount_paise=awarded,
        increase_paise=awarded,
        authority_words=claim.filed_at_words,
        her_answer=code(row.get("decision"), codes.DECISIONS, "waiting"),
        **own,
    )
    return [first, *_appeal(row, claim, first, own)]


def _appeal(row: Staged, claim: Claim, first: Order, own: dict[str, Any]) -> list[Order]:
    day, raised = row.day("appeal_ordered"), row.get("appeal_awarded") or 0
    if not raised:
        return []
    if day is None:
        raise NotTaken("awarded on appeal without a day", "appeal_ordered")
    if day <= first.ordered_on:
        raise NotTaken("appeal order before the first order", "appeal_ordered")
    return [
        Order(
            id=new_id(),
            claim_id=claim.pk,
            kind=Order.Kind.APPEAL,
            ordered_on=day,
            amount_paise=raised,
            increase_paise=raised - first.amount_paise,
            appeals_id=first.pk,
            **own,
        )
    ]


def _payments(row: Staged, claim: Claim, orders: list[Order], own: dict[str, Any]) -> list[Payment]:
    payments = []
    for day, paise in row.get("credits") or []:
        if not paise:
            continue
        if day is None or day.earliest != day.latest:
            raise NotTaken("day not known", "credits")
        payments.append(
            Payment(
                id=new_id(),
                claim_id=claim.pk,
                order_id=orders[-1].pk if orders else None,
                credited_on=day.earliest,
                amount_paise=paise,
                **own,
            )
        )
    return payments


def take_legal_aid(row: Staged, world: World) -> None:
    """Record a request for legal aid and the lawyer who was given. Raises NotTaken."""
    file = world.file(row.get("survivor_code"))
    own: dict[str, Any] = {"survivor_file_id": file.id, **world.record()}
    requested, assigned = row.day("requested"), row.day("assigned")
    starts, ends = row.day("starts") or assigned, row.day("ends")
    if starts and ends and ends < starts:
        raise NotTaken("ends before it begins", "ends")
    request = None
    if requested is not None:
        answered = assigned if assigned and assigned >= requested else None
        request = world.make(
            LegalAidRequest,
            id=new_id(),
            authority_words=row.text("authority"),
            requested_on=requested,
            answered_on=answered,
            **own,
        )
        world.line(Event.LEGALAID_RECORDED, request, file)
    if not (name := row.text("lawyer")) or starts is None:
        return
    kind = code(row.get("lawyer_kind"), codes.LAWYER_KINDS, "not_known")
    taken = world.assigned[(file.id, world.lawyer(name, kind))]
    for begins, until in taken:
        if (ends is None or begins < ends) and (until is None or until > starts):
            raise NotTaken("lawyer assigned already", "starts")
    taken.append((starts, ends))
    assignment = world.make(
        Assignment,
        id=new_id(),
        lawyer_id=world.lawyer(name, kind),
        lawyer_kind=kind,
        request_id=request.pk if request else None,
        assigned_on=assigned,
        starts_on=starts,
        ends_on=ends,
        ends_recorded_at=world.by.now if ends else None,
        **own,
    )
    world.line(Event.LEGALAID_RECORDED, assignment, file)
