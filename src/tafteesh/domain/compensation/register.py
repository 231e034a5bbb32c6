"""The register of claims as it stood at the end of a day: one page of it, and what it adds up to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Sum

from tafteesh.domain.compensation.models import Claim, Order, Payment, UnpaidSpell
from tafteesh.domain.compensation.pipeline import staged
from tafteesh.domain.compensation.queries import BAND_DAYS, Standing, claims_on, standing_of
from tafteesh.domain.compensation.spells import read_in_order, spells_on
from tafteesh.foundation.access.actor import Actor

PAGE: Final = 50


@dataclass(frozen=True)
class ClaimsAsked:
    """Which claims are wanted: at the end of which day, in which state, how long waiting, from where on."""

    on: date
    show: str = ""
    band: str = ""
    stage: str = ""
    start: int = 0

    @property
    def is_narrow(self) -> bool:
        """Whether not all claims are wanted."""
        return bool(self.show or self.band or self.stage)


def _waits(actor: Actor, asked: ClaimsAsked) -> "QuerySet[UnpaidSpell]":
    """What waited on the day, of the band that is asked for."""
    rows = spells_on(actor, asked.on)
    band = next((one for one in BAND_DAYS if one[0] == asked.band), None)
    if band is None:
        return rows
    _name, low, high = band
    rows = rows.filter(first_ordered_on__lte=asked.on - timedelta(days=low))
    if high is None:
        return rows
    return rows.filter(first_ordered_on__gte=asked.on - timedelta(days=high))


def _chosen(actor: Actor, asked: ClaimsAsked) -> "QuerySet[Claim]":
    rows: QuerySet[Claim] = Claim.objects.visible_to(actor).filter(
        Q(filed_on=None) | Q(filed_on__lte=asked.on), withdrawn_at=None
    )
    waits = Exists(_waits(actor, asked).filter(claim=OuterRef("pk")))
    if asked.stage:
        rows = staged(actor, rows).filter(stage=asked.stage)  # type: ignore[misc] # annotated by staged
    if asked.show == "unpaid" or asked.band:
        rows = rows.filter(waits)
    if asked.show == "pending":
        rows = rows.filter(_pending(asked.on))
    if asked.show == "paid":
        rows = rows.filter(~waits, first_ordered_on__lte=asked.on)
    return rows


def _pending(day: date) -> Q:
    return Q(first_ordered_on=None) | Q(first_ordered_on__gt=day)


def _parts(actor: Actor, asked: ClaimsAsked) -> "Iterator[QuerySet[Any, UUID]]":
    """The keys of claims in the order of the list: not paid, waiting for an order, the rest."""
    rows, day = _chosen(actor, asked), asked.on
    spells = _waits(actor, asked)
    waits = Exists(spells.filter(claim=OuterRef("pk")))
    if not asked.stage and asked.show in ("", "unpaid"):
        longest = read_in_order(actor, spells).order_by("first_ordered_on", "claim_id")
        yield longest.values_list("claim_id", flat=True)
    else:
        longest_claims = rows.filter(waits).order_by("first_ordered_on", "pk")
        yield longest_claims.values_list("pk", flat=True)
    oldest = rows.filter(_pending(day)).order_by(F("filed_on").asc(nulls_last=True), "pk")
    yield oldest.values_list("pk", flat=True)
    settled = rows.filter(~waits, first_ordered_on__lte=day).order_by("first_ordered_on", "pk")
    yield settled.values_list("pk", flat=True)


def claims_page(actor: Actor, asked: ClaimsAsked) -> tuple[list[Standing], bool]:
    """One page of claims, and whether more follow.

    Ordered and not yet paid first, longest first; then waiting for an order; then the rest.
    """
    start, keys = asked.start, list[UUID]()
    for part in _parts(actor, asked):
        found = list(part[start : start + PAGE + 1 - len(keys)])
        keys += found
        if len(keys) > PAGE:
            break
        start = max(start - part.count(), 0) if not found else 0
    claims = claims_on(actor, asked.on).in_bulk(keys[:PAGE])
    told = [standing_of(claims[key], asked.on) for key in keys[:PAGE] if key in claims]
    return told, len(keys) > PAGE


@dataclass(frozen=True)
class Totals:
    """Three amounts that are never added up, and what is still to come."""

    claims: int
    asked: int
    ordered: int
    received: int
    proved: int
    waiting: int
    waiting_claims: int


def totals(actor: Actor, asked: ClaimsAsked) -> Totals:
    """Asked, ordered, said to be received, proved to be received, and waiting, apart from each other."""
    rows, day = _chosen(actor, asked), asked.on
    orders = Order.objects.visible_to(actor).filter(
        ~Q(kind=Order.Kind.REJECTION), withdrawn_at=None, ordered_on__lte=day
    )
    paid = Payment.objects.visible_to(actor).filter(withdrawn_at=None, credited_on__lte=day)
    waits = _waits(actor, asked)
    if asked.is_narrow:
        simple = not asked.stage and (asked.show == "unpaid" or asked.band)
        narrow: Any = waits.values("claim") if simple else rows.values("pk")
        orders, paid = orders.filter(claim__in=narrow), paid.filter(claim__in=narrow)
        waits = waits if simple else waits.filter(claim__in=narrow)
    sums = {
        **rows.aggregate(claims=Count("pk"), asked=Sum("asked_paise")),
        **orders.aggregate(ordered=Sum("increase_paise")),
        **paid.aggregate(
            received=Sum("amount_paise"),
            proved=Sum("amount_paise", filter=Q(proof__isnull=False)),
        ),
        **waits.aggregate(waiting=Sum("paise"), waiting_claims=Count("pk")),
    }
    return Totals(**{name: int(value or 0) for name, value in sums.items()})
