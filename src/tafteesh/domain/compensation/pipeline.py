"""How far each claim has come today, each in one stage, with counts."""

from dataclasses import dataclass

from django.db.models import (
    BigIntegerField,
    Case,
    Count,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Sum,
    TextChoices,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils.translation import pgettext_lazy

from tafteesh.domain.compensation.models import (
    Appeal,
    Claim,
    ClaimStep,
    Order,
    Payment,
    Sanction,
)
from tafteesh.domain.compensation.spells import spells_on
from tafteesh.foundation.access.actor import Actor


class ClaimStage(TextChoices):
    """The furthest point of a claim, in the order of the way."""

    PAPERS = "papers", pgettext_lazy("stage of a claim", "Papers are being collected")
    FILED = "filed", pgettext_lazy("stage of a claim", "Filed, nothing heard")
    INQUIRY = "inquiry", pgettext_lazy("stage of a claim", "Inquiry or hearing")
    REJECTED = "rejected", pgettext_lazy("stage of a claim", "Rejected")
    ORDERED = "ordered", pgettext_lazy("stage of a claim", "Ordered, not released")
    APPEALED = "appealed", pgettext_lazy("stage of a claim", "Ordered, she went further")
    FUNDS = "funds", pgettext_lazy("stage of a claim", "Ordered, waits for funds")
    RELEASED = "released", pgettext_lazy("stage of a claim", "Released, not in her account")
    PART = "part", pgettext_lazy("stage of a claim", "A part is in her account")
    PAID = "paid", pgettext_lazy("stage of a claim", "All of it is in her account")


def staged(actor: Actor, rows: "QuerySet[Claim]") -> "QuerySet[Claim]":
    """The claims with `stage` beside them."""

    def some(kind: type[Order | Payment | ClaimStep], **wanted: object) -> Exists:
        found = kind.objects.visible_to(actor).filter(claim=OuterRef("pk"), withdrawn_at=None)
        return Exists(found.filter(**wanted))

    def on_order(kind: type[Appeal | Sanction], **wanted: object) -> Exists:
        found = kind.objects.visible_to(actor).filter(
            order__claim=OuterRef("pk"), withdrawn_at=None, order__withdrawn_at=None
        )
        return Exists(found.filter(**wanted))

    waits = Exists(spells_on(actor, actor.today).filter(claim=OuterRef("pk")))
    no_order, stage = Q(first_ordered_on=None), ClaimStage
    return rows.annotate(
        stage=Case(
            When(no_order & some(Order), then=Value(stage.REJECTED)),
            When(no_order & Q(filed_on=None), then=Value(stage.PAPERS)),
            When(no_order & some(ClaimStep), then=Value(stage.INQUIRY)),
            When(no_order, then=Value(stage.FILED)),
            When(~waits, then=Value(stage.PAID)),
            When(some(Payment, proof__isnull=False), then=Value(stage.PART)),
            When(on_order(Sanction, waiting_for_funds=False), then=Value(stage.RELEASED)),
            When(on_order(Sanction), then=Value(stage.FUNDS)),
            When(on_order(Appeal), then=Value(stage.APPEALED)),
            default=Value(stage.ORDERED),
            output_field=TextField(),
        )
    )


@dataclass(frozen=True)
class AtStage:
    """How many claims stand at one stage, and how much was ordered on them."""

    stage: ClaimStage
    claims: int
    ordered: int


def pipeline(actor: Actor) -> list[AtStage]:
    """Every stage of the way in its order, those without a claim too."""
    rows = staged(actor, Claim.objects.visible_to(actor).filter(withdrawn_at=None))
    told = (
        rows.order_by()
        .values("stage")  # type: ignore[misc] # annotated by staged
        .annotate(
            n=Count("pk"),
            ordered=Coalesce(Sum(F("ordered_paise"), output_field=BigIntegerField()), Value(0)),
        )
    )
    found = {row["stage"]: (row["n"], int(row["ordered"])) for row in told}
    return [AtStage(stage, *found.get(stage.value, (0, 0))) for stage in ClaimStage]
