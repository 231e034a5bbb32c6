"""Asked, ordered, received: by the days on the papers, so that any past day can be asked too."""

import itertools
from dataclasses import dataclass
from datetime import date

from django.db.models import (
    BigIntegerField,
    Case,
    DateField,
    F,
    OuterRef,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from tafteesh.domain.compensation.models import Claim, Order, Payment
from tafteesh.foundation.access.actor import Actor

ORDER_LIMIT = 60  # days in which an application ought to be decided
BANDS = (30, 90, 180, 365)


@dataclass(frozen=True)
class Standing:
    """Where one claim stood at the end of a day."""

    claim: Claim
    on: date
    ordered: int
    received: int
    proved: int
    ordered_on: date | None
    paid_on: date | None

    @property
    def waiting(self) -> int:
        """What was ordered and is not proved to be in her account."""
        return max(self.ordered - self.proved, 0)

    @property
    def days_waiting(self) -> int | None:
        """Days since the first order, as long as something is waiting."""
        return (self.on - self.ordered_on).days if self.ordered_on and self.waiting else None

    @property
    def days_to_order(self) -> int | None:
        filed = self.claim.filed_on
        return (self.ordered_on - filed).days if filed and self.ordered_on else None

    @property
    def days_pending(self) -> int | None:
        """Days since it was filed, as long as nothing was ordered."""
        filed = self.claim.filed_on
        return (self.on - filed).days if filed and not self.ordered_on else None

    @property
    def is_late(self) -> bool:
        return max(self.days_to_order or 0, self.days_pending or 0) > ORDER_LIMIT


def _total(rows: "QuerySet[Payment]") -> Coalesce:
    total = rows.values("claim").annotate(total=Sum("amount_paise")).values("total")
    return Coalesce(Subquery(total, output_field=BigIntegerField()), Value(0))


def claims_on(actor: Actor, day: date) -> "QuerySet[Claim]":
    """Claims within her reach with what was ordered, said and proved by the end of a day."""
    orders = Order.objects.visible_to(actor).filter(
        claim=OuterRef("pk"), withdrawn_at=None, amount_paise__gt=0, ordered_on__lte=day
    )
    paid = Payment.objects.visible_to(actor).filter(
        claim=OuterRef("pk"), withdrawn_at=None, credited_on__lte=day
    )
    newest = orders.order_by("-ordered_on", "-pk").values("amount_paise")[:1]
    first = orders.order_by("ordered_on").values("ordered_on")[:1]
    last_paid = paid.order_by("-credited_on").values("credited_on")[:1]
    rows: QuerySet[Claim] = Claim.objects.visible_to(actor).filter(withdrawn_at=None)
    return rows.select_related("survivor_file").annotate(
        award=Coalesce(Subquery(newest, output_field=BigIntegerField()), Value(0)),
        first_order=Subquery(first, output_field=DateField()),
        last_paid=Subquery(last_paid, output_field=DateField()),
        said=_total(paid.order_by()),
        proved=_total(paid.filter(proof__isnull=False).order_by()),
    )


def standing_of(claim: Claim, day: date) -> Standing:
    """One row of `claims_on` as it is shown."""
    return Standing(
        claim=claim,
        on=day,
        ordered=claim.award,  # type: ignore[attr-defined] # annotated by claims_on
        received=claim.said,  # type: ignore[attr-defined] # the same
        proved=claim.proved,  # type: ignore[attr-defined] # the same
        ordered_on=claim.first_order,  # type: ignore[attr-defined] # the same
        paid_on=claim.last_paid,  # type: ignore[attr-defined] # the same
    )


def claims_list(actor: Actor, day: date, *, limit: int = 200) -> list[Standing]:
    """Ordered and not yet paid first, longest first; then waiting for an order; then the rest."""
    place = Case(
        When(award__gt=F("proved"), then=0), When(first_order=None, then=1), default=Value(2)
    )
    rows = claims_on(actor, day).exclude(filed_on__gt=day).annotate(place=place)
    since = Coalesce("first_order", "filed_on")
    ordered = rows.order_by("place", since.asc(nulls_last=True), "pk")
    return [standing_of(claim, day) for claim in ordered[:limit]]


def unpaid(actor: Actor, day: date, *, over: int = 0, limit: int = 50) -> list[Standing]:
    """Ordered more than so many days ago, and not proved to be paid; longest first."""
    rows = claims_on(actor, day)
    rows = rows.filter(award__gt=F("proved"))  # type: ignore[misc] # annotated by claims_on
    rows = rows.order_by("first_order", "pk")  # type: ignore[misc] # the same
    found = [standing_of(claim, day) for claim in rows[:limit]]
    return [one for one in found if (one.days_waiting or 0) > over]


def ageing(rows: list[Standing]) -> list[tuple[str, int, int]]:
    """How many claims, and how much, have waited how long: name of the band, claims, paise."""
    waiting = [row for row in rows if row.days_waiting is not None]
    names = [f"0–{BANDS[0]}", *(f"{a + 1}–{b}" for a, b in itertools.pairwise(BANDS))]
    edges = [-1, *BANDS, 10**6]
    bands = zip([*names, f"> {BANDS[-1]}"], edges, edges[1:], strict=True)
    return [
        (name, len(inside), sum(row.waiting for row in inside))
        for name, low, high in bands
        for inside in [[r for r in waiting if low < (r.days_waiting or 0) <= high]]
    ]
