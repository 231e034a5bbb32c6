"""Asked, ordered, received: by the days on the papers, so that any past day can be asked too."""

from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Final

from django.db.models import (
    BigIntegerField,
    Count,
    DateField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
)
from django.db.models.functions import Coalesce

from tafteesh.domain.compensation.models import Claim, Order, Payment
from tafteesh.domain.compensation.spells import spells_on
from tafteesh.foundation.access.actor import Actor

ORDER_LIMIT = 60  # days in which an application ought to be decided
BAND_DAYS: Final[tuple[tuple[str, int, int | None], ...]] = (
    ("0-30", 0, 30),
    ("31-90", 31, 90),
    ("91-180", 91, 180),
    ("181-365", 181, 365),
    ("366", 366, None),
)


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
        ~Q(kind=Order.Kind.REJECTION), claim=OuterRef("pk"), withdrawn_at=None, ordered_on__lte=day
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


@dataclass(frozen=True)
class Band:
    """Claims that have waited so long, and how much."""

    name: str
    claims: int
    paise: int


def ageing(actor: Actor, day: date) -> list[Band]:
    """How many claims, and how much, have waited how long since the first order."""
    wanted: dict[str, Count | Sum] = {}
    for _name, low, high in BAND_DAYS:
        inside = Q(first_ordered_on__lte=day - timedelta(days=low))
        if high is not None:
            inside &= Q(first_ordered_on__gte=day - timedelta(days=high))
        wanted[f"n{low}"] = Count("pk", filter=inside)
        wanted[f"s{low}"] = Sum("paise", filter=inside)
    sums = spells_on(actor, day).aggregate(**wanted)
    return [
        Band(name, sums[f"n{low}"], int(sums[f"s{low}"] or 0)) for name, low, _high in BAND_DAYS
    ]


def usual_order(actor: Actor) -> int:
    """The middle one of the last awards that she can see, or 0: what an order usually gives."""
    awards = Order.objects.visible_to(actor).filter(
        ~Q(kind=Order.Kind.SET_OFF), withdrawn_at=None, amount_paise__gt=0
    )
    newest = awards.order_by("-ordered_on").values_list("amount_paise", flat=True)[:50]
    return int(median(newest)) if newest else 0


def unpaid(actor: Actor, day: date, *, over: int = 0, limit: int = 50) -> list[Standing]:
    """Ordered more than so many days ago, and not proved to be paid; longest first."""
    rows = spells_on(actor, day).filter(first_ordered_on__lt=day - timedelta(days=over))
    keys = list(
        rows.order_by("first_ordered_on", "claim_id").values_list("claim_id", flat=True)[:limit]
    )
    claims = claims_on(actor, day).in_bulk(keys)
    return [standing_of(claims[key], day) for key in keys if key in claims]
