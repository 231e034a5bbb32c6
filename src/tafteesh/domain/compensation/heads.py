"""The heads of a scheme beside what an order says of them: what was left out, and how near the most it came."""

from dataclasses import dataclass

from tafteesh.domain.compensation.models import Order, OrderHead
from tafteesh.domain.compensation.rules import HOME_STATE
from tafteesh.foundation.access.actor import Actor
from tafteesh.reference.law.models import CompensationScheme, HeadOfLoss
from tafteesh.reference.law.queries import in_force, scheme_for


def schemes_of(order: Order) -> list[CompensationScheme]:
    """The schemes under which it may have been ordered: that of the claim, else the State's and the floors."""
    claim = order.claim
    if claim.scheme is not None:
        return [claim.scheme]
    found = scheme_for(HOME_STATE, claim.filed_on or order.ordered_on)
    return [*found.candidates, *found.floors]


def heads_of(order: Order, scheme: CompensationScheme) -> list[HeadOfLoss]:
    """The heads of a scheme with an amount of their own, as they stood when she applied."""
    day = order.claim.filed_on or order.ordered_on
    rows = in_force(HeadOfLoss.objects.filter(scheme=scheme, is_observed=False), day)
    rows = rows.exclude(min_paise=None, max_paise=None).exclude(name__startswith="All ")
    return list(rows.order_by("position", "key"))


@dataclass(frozen=True)
class Beside:
    """One head of an order beside what the scheme gives for it."""

    row: OrderHead

    @property
    def is_short(self) -> bool:
        """Left out or refused, or less than the least that the scheme gives."""
        least = self.row.head.min_paise
        given = self.row.amount_paise
        return self.row.outcome != OrderHead.Outcome.GIVEN or (
            least is not None and given is not None and given < least
        )


@dataclass(frozen=True)
class Compared:
    """An order beside the scheme: its heads, and per cent of the most that the scheme gives for them."""

    heads: tuple[Beside, ...]
    share: int | None

    @property
    def left_out(self) -> int:
        """Heads for which she got nothing."""
        return sum(one.row.outcome != OrderHead.Outcome.GIVEN for one in self.heads)


def compared(actor: Actor, order: Order) -> Compared:
    """What the order says of each head, within her reach."""
    rows = OrderHead.objects.visible_to(actor).filter(order=order, withdrawn_at=None)
    found = list(rows.select_related("head__scheme").order_by("head__position", "pk"))
    most = [row.head.max_paise for row in found]
    whole = sum(paise or 0 for paise in most)
    share = order.amount_paise * 100 // whole if found and whole and None not in most else None
    return Compared(tuple(Beside(row) for row in found), share)
