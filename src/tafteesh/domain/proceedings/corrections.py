"""Corrections together: how many were allowed, how long they took, and those that went to a higher court."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from tafteesh.domain.proceedings.models import (
    Correction,
    Fir,
    Hearing,
    Litigation,
    LitigationOrder,
    OrderHelps,
)
from tafteesh.domain.proceedings.rules import days_between
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission

DECIDED = ("allowed", "partly", "rejected")
ALLOWED = ("allowed", "partly")
OPEN = ("pending", "no_reply")


@dataclass(frozen=True)
class Success:
    """Corrections of one kind or before one forum: filed, decided, allowed, and the middle of their days."""

    code: str
    filed: int
    decided: int
    allowed: int
    no_reply: int
    days: int | None

    @property
    def share(self) -> int | None:
        """Allowed of decided, in per cent."""
        return round(self.allowed * 100 / self.decided) if self.decided else None


@dataclass(frozen=True)
class Corrections:
    """All corrections within her reach, together, by reason and by forum."""

    together: Success
    by_reason: list[Success]
    by_forum: list[Success]


def corrections(actor: Actor) -> Corrections:
    """How corrections end, by reason and by forum. Raises NotAllowed."""
    require(actor, Permission.PROCEEDING_READ)
    rows = Correction.objects.visible_to(actor).filter(withdrawn_at=None)
    every = list(rows.only("reason", "forum", "result", "filed_on", "decided_on"))
    return Corrections(_success("", every), _by(every, "reason"), _by(every, "forum"))


def _by(rows: Iterable[Correction], name: str) -> list[Success]:
    groups: dict[str, list[Correction]] = defaultdict(list)
    for row in rows:
        groups[getattr(row, name)].append(row)
    found = [_success(code, many) for code, many in groups.items()]
    return sorted(found, key=lambda one: (-one.filed, one.code))


def _success(code: str, rows: list[Correction]) -> Success:
    decided = [row for row in rows if row.result in DECIDED]
    took = [days_between(row.filed_on, row.decided_on) for row in decided]
    known = [days for days in took if days is not None]
    return Success(
        code=code,
        filed=len(rows),
        decided=len(decided),
        allowed=sum(1 for row in decided if row.result in ALLOWED),
        no_reply=sum(1 for row in rows if row.result == "no_reply"),
        days=round(median(known)) if known else None,
    )


def newest(actor: Actor, *, reason: str = "", forum: str = "", limit: int = 50) -> list[Correction]:
    """The corrections of a kind and before a forum, the newest first."""
    rows = Correction.objects.visible_to(actor).filter(withdrawn_at=None)
    said = {"reason": reason, "forum": forum}
    rows = rows.filter(**{name: code for name, code in said.items() if code})
    return list(rows.select_related("fir").order_by("-filed_on", "-id")[:limit])


def corrections_before(actor: Actor, fir: Fir) -> list[Correction]:
    """The corrections of a FIR that a day in court may be about: those not decided, the newest first."""
    rows = Correction.objects.visible_to(actor).filter(fir=fir, withdrawn_at=None)
    return list(rows.filter(result__in=OPEN).order_by("-filed_on", "-id")[:20])


@dataclass(frozen=True)
class Case:
    """One case in a higher court: the correction, what it asks, and the chain that it grew from."""

    row: Litigation
    chain: tuple[Correction, ...]  # from the first correction to this one
    orders: tuple[tuple[LitigationOrder, tuple[OrderHelps, ...]], ...]
    hearings: tuple[Hearing, ...]

    @property
    def questions(self) -> list[str]:
        """One in a line."""
        return [line.strip() for line in self.row.questions.splitlines() if line.strip()]


def cases(actor: Actor) -> list[Litigation]:
    """Strategic litigation within her reach, what is not decided first."""
    rows = Litigation.objects.visible_to(actor).filter(
        withdrawn_at=None, correction__withdrawn_at=None
    )
    every = rows.select_related("correction", "fir").order_by("-correction__filed_on", "-id")
    return sorted(every, key=lambda row: row.stage == Litigation.Stage.DECIDED)


def case(actor: Actor, row: Litigation) -> Case:
    """Everything about one of them that she reaches."""
    orders = LitigationOrder.objects.visible_to(actor).filter(litigation=row, withdrawn_at=None)
    helps: dict[uuid.UUID, list[OrderHelps]] = defaultdict(list)
    told = OrderHelps.objects.visible_to(actor).filter(order__in=orders, withdrawn_at=None)
    for one in told.select_related("survivor_file").order_by("survivor_file__number"):
        helps[one.order_id].append(one)
    days = Hearing.objects.visible_to(actor).filter(
        correction__in=[one.pk for one in _chain(actor, row.correction)], withdrawn_at=None
    )
    return Case(
        row=row,
        chain=tuple(_chain(actor, row.correction)),
        orders=tuple((one, tuple(helps[one.pk])) for one in orders.order_by("on", "id")),
        hearings=tuple(days.order_by("-on")[:60]),
    )


def _chain(actor: Actor, last: Correction) -> list[Correction]:
    found, step = [last], last
    while step.escalates_id and len(found) < 20:
        door = Correction.objects.visible_to(actor).filter(pk=step.escalates_id, withdrawn_at=None)
        if (before := door.first()) is None:
            break
        found.append(before)
        step = before
    return found[::-1]
