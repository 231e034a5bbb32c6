"""Who could claim, who was asked, who wants to, and who has nothing yet: the longest first."""

from dataclasses import dataclass
from datetime import date

from django.db.models import (
    Count,
    DateField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Coalesce

from tafteesh.domain.compensation.models import Claim, ClaimWish, Order, Payment
from tafteesh.domain.compensation.rules import HOME_STATE
from tafteesh.domain.compensation.ways import Way, ways_for_each
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.reference.law.models import CompensationScheme
from tafteesh.reference.law.queries import scheme_for

PAGE = 50


def schemes_today(actor: Actor, state: str = HOME_STATE) -> list[CompensationScheme]:
    """Schemes under which a survivor of this State may apply today."""
    found = scheme_for(state, actor.today)
    return [*found.candidates, *found.floors]


def could_claim(actor: Actor) -> "QuerySet[SurvivorFile]":
    """Files of survivors of a crime for which a scheme pays, with what she said and what she has."""
    wishes = ClaimWish.objects.visible_to(actor).filter(
        survivor_file=OuterRef("pk"), withdrawn_at=None, answered_on__lte=actor.today
    )
    newest = wishes.order_by("-answered_on", "-pk")
    claims = Claim.objects.visible_to(actor).filter(survivor_file=OuterRef("pk"), withdrawn_at=None)
    awards = Order.objects.visible_to(actor).filter(
        ~Q(kind=Order.Kind.REJECTION), survivor_file=OuterRef("pk"), withdrawn_at=None
    )
    proved = Payment.objects.visible_to(actor).filter(
        survivor_file=OuterRef("pk"), withdrawn_at=None, proof__isnull=False
    )
    rows: QuerySet[SurvivorFile] = SurvivorFile.objects.visible_to(actor).filter(
        withdrawn_at=None, scope__in=["trafficking", "violence", "both"]
    )
    return rows.annotate(
        wish=Coalesce(
            Subquery(newest.values("wish")[:1], output_field=TextField()),
            Value("", output_field=TextField()),
        ),
        answered_on=Subquery(newest.values("answered_on")[:1], output_field=DateField()),
        has_claim=Exists(claims),
        is_filed=Exists(claims.filter(filed_on__isnull=False)),
        has_order=Exists(awards),
        is_credited=Exists(proved),
    )


@dataclass(frozen=True)
class Funnel:
    """From who could claim to whose money came, each counted in survivors."""

    could: int
    asked: int
    want: int
    undecided: int
    declined: int
    filed: int
    ordered: int
    credited: int
    without: int

    @property
    def not_asked(self) -> int:
        return self.could - self.asked


def funnel(actor: Actor) -> Funnel:
    """The way from entitled to credited, within her reach. A claim says that she was asked and wants it."""
    wish = ClaimWish.Wish
    asked = Q(has_claim=True) | Q(wish__in=[wish.WANTS, wish.DOES_NOT_WANT, wish.UNDECIDED])
    sums = could_claim(actor).aggregate(
        could=Count("pk"),
        asked=Count("pk", filter=asked),
        want=Count("pk", filter=Q(has_claim=True) | Q(wish=wish.WANTS)),
        undecided=Count("pk", filter=Q(has_claim=False, wish=wish.UNDECIDED)),
        declined=Count("pk", filter=Q(has_claim=False, wish=wish.DOES_NOT_WANT)),
        filed=Count("pk", filter=Q(is_filed=True)),
        ordered=Count("pk", filter=Q(has_order=True)),
        credited=Count("pk", filter=Q(is_credited=True)),
        without=Count("pk", filter=_without()),
    )
    return Funnel(**sums)


def _without() -> Q:
    """She has no claim, and did not say that she wants none."""
    return Q(has_claim=False) & ~Q(wish=ClaimWish.Wish.DOES_NOT_WANT)


@dataclass(frozen=True)
class Without:
    """One survivor who could claim and has no claim."""

    file: SurvivorFile
    wish: str
    answered_on: date | None
    days: int | None
    ways: tuple[Way, ...]

    @property
    def open_ways(self) -> int:
        """Schemes and courts that let her apply."""
        return sum(not way.is_question for way in self.ways)

    @property
    def questions(self) -> int:
        """What must be found out before more can be told."""
        return len(self.ways) - self.open_ways

    @property
    def said(self) -> str:
        """What she said, in words; empty where nobody asked her yet."""
        return str(ClaimWish.Wish(self.wish).label) if self.wish else ""


def without_claim(actor: Actor, start: int = 0) -> list[Without]:
    """Survivors who could claim and have none, the longest with us first; a page of them."""
    rows = could_claim(actor).filter(_without())
    rows = rows.order_by(F("opened_earliest").asc(nulls_first=True), "pk")
    files = list(rows[start : start + PAGE])
    ways = ways_for_each(actor, files)
    return [_row(file, actor.today, tuple(ways[file.pk])) for file in files]


def _row(file: SurvivorFile, today: date, ways: tuple[Way, ...]) -> Without:
    since = file.opened_earliest
    return Without(
        file=file,
        wish=file.wish,  # type: ignore[attr-defined] # annotated by could_claim
        answered_on=file.answered_on,  # type: ignore[attr-defined] # the same
        days=(today - since).days if since else None,
        ways=ways,
    )


def last_wish(actor: Actor, file: SurvivorFile) -> ClaimWish | None:
    """What she last said about claiming."""
    rows: QuerySet[ClaimWish] = ClaimWish.objects.visible_to(actor).filter(
        survivor_file=file, withdrawn_at=None
    )
    return rows.select_related("asked_by").order_by("-answered_on", "-pk").first()
