"""How a request to see a hidden value stands on a day."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models import LookRequest
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.permissions import Permission

WORDS: dict[str, LazyText] = {
    "waits": _("Waits for an answer"),
    "open": _("Open for looking"),
    "ended": _("Its last day has passed"),
    "refused": _("Not agreed to"),
}


@dataclass(frozen=True)
class AskedLook:
    """One request, its state, and whether she asked it herself or decides on it."""

    row: LookRequest
    state: str
    is_mine: bool
    is_to_decide: bool

    @property
    def words(self) -> LazyText:
        return WORDS[self.state]


def _state(row: LookRequest, by: Actor) -> str:
    if row.decided_at is None:
        return "waits"
    if row.until is None:
        return "refused"
    return "open" if row.until >= by.today else "ended"


def waiting_looks(by: Actor) -> "QuerySet[LookRequest]":
    """Requests of others that somebody of her office decides, the oldest first."""
    rows: QuerySet[LookRequest] = LookRequest.objects.visible_to(by)
    waits = rows.filter(withdrawn_at=None, decided_at=None, organisation__in=by.offices)
    return waits.exclude(recorded_by=by.person_id).select_related("survivor_file").order_by("pk")


def asked_looks(by: Actor, *, most: int = 100) -> list[AskedLook]:
    """Her own requests, and for those who decide all of the office; what waits stands first."""
    rows: QuerySet[LookRequest] = LookRequest.objects.visible_to(by).filter(withdrawn_at=None)
    decides = by.holds(Permission.FILE_ASSIGN)
    hers = Q(recorded_by=by.person_id)
    rows = rows.filter(hers | Q(organisation__in=by.offices) if decides else hers)
    newest = rows.select_related("survivor_file", "recorded_by", "decided_by").order_by("-pk")
    told = [_told(row, by, decides=decides) for row in newest[:most]]
    return sorted(told, key=lambda one: one.state != "waits")


def _told(row: LookRequest, by: Actor, *, decides: bool) -> AskedLook:
    state, mine = _state(row, by), row.recorded_by_id == by.person_id
    hers = decides and not mine and row.organisation_id in by.offices
    return AskedLook(row, state, mine, is_to_decide=hers and state == "waits")
