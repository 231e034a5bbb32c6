"""How far the values behind the figures were checked against paper, as was known at a moment."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from tafteesh.domain.checking.intervals import Interval
from tafteesh.domain.checking.models import CheckRound, FieldCheck
from tafteesh.domain.checking.queries import SEEN, Seen, summed_up
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import counting
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission

MOVES = ("fir_number", "agency", "received")
MONEY = ("ordered_on", "ordered", "credited")
FILED = ("claim_filed",)
RESTS_ON: dict[str, tuple[str, ...]] = {
    "A2": MOVES,
    "A8": MONEY,
    "A9": MOVES,
    "A10": FILED,
    "A11": ("status", "lawyer"),
    "I4": ("correction",),
    "I5": MOVES,
    "I6": ("status", *MOVES),
    "I7": (*FILED, "ordered_on"),
    "I8": MONEY,
    "I9": (*FILED, *MONEY),
    "I10": ("ordered_on", "ordered"),
    "I11": ("status", "lawyer"),
    "I12": FILED,
    "I20": ("status",),
    "J1": ("fir_date",),
    "J2": ("fir_date", "copy_given"),
    "J4": ("fir_date", "charge_sheet"),
    "J5": ("charge_sheet",),
    "J6": ("next_hearing",),
    "J7": ("next_hearing",),
    "J8": ("lawyer",),
    "J12": ("scope", *FILED),
    "J13": (*FILED, *MONEY),
    "J14": MONEY,
    "J15": ("ordered_on", "ordered"),
    "J17": ("status",),
    "lapses": ("fir_date", "copy_given", "agency", "received", "charge_sheet"),
    "ledger": MONEY,
    "blocks": ("status", "scope", *MOVES, *MONEY),
}


@dataclass(frozen=True)
class Stamp:
    """Of the values that the newest closed round drew: how many could be judged, and how many were right."""

    judged: int
    right: int
    drawn: int = 0
    interval: Interval | None = None
    rows: tuple[Seen, ...] = field(default=(), repr=False)

    def of(self, indicator: str) -> "Stamp":
        """The stamp of one figure: only the fields that it rests on, where that is known."""
        codes = RESTS_ON.get(indicator)
        return self if codes is None else _stamp(self.rows, codes)


def stamp(actor: Actor, known_at: datetime | None = None) -> Stamp:
    """The stamp that every number of her organisation bears, from its newest round closed by then. Raises NotAllowed."""
    require(actor, Permission.FIGURES_READ)
    with counting(actor) as counter:
        closed = CheckRound.objects.visible_to(counter).filter(
            withdrawn_at=None, closed_at__lte=known_at or actor.now
        )
        newest = closed.order_by("-closed_at").first()
        if newest is None:
            return Stamp(0, 0)
        checks = FieldCheck.objects.visible_to(counter).filter(
            drawn__round=newest, is_second=False, withdrawn_at=None
        )
        rows = tuple(Seen(*row) for row in checks.values_list(*SEEN))
    return _stamp(rows)


def _stamp(rows: tuple[Seen, ...], codes: Collection[str] | None = None) -> Stamp:
    kept = tuple(row for row in rows if codes is None or row.field in codes)
    found = summed_up(kept).judged
    if found is None:
        return Stamp(0, 0, len(kept), None, kept)
    return Stamp(found.of, found.right, len(kept), found.interval, kept)
