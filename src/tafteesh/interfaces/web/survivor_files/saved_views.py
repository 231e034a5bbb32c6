"""The saved views of the list, its filters, and the addresses of its next page."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.compensation.models import Claim
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.files.queries import Asked, Listed, listed
from tafteesh.domain.legalaid.models import Assignment
from tafteesh.foundation.access.actor import Actor, holds
from tafteesh.foundation.access.kept import Kept
from tafteesh.foundation.access.models import Membership, Person
from tafteesh.foundation.access.permissions import Permission, Role
from tafteesh.interfaces.web.moulds import Lasting
from tafteesh.interfaces.web.page import StaffRequest, not_there
from tafteesh.interfaces.web.templatetags.shapes import Chip, Words

# code, what the view is called, what is said when nothing is in it
VIEWS: tuple[tuple[str, Words, Words], ...] = (
    (
        "all",
        gettext_lazy("All files"),
        gettext_lazy("Files appear here when they are given to you."),
    ),
    ("mine", gettext_lazy("Mine"), gettext_lazy("No file names you as its worker.")),
    (
        "silent",
        gettext_lazy("No contact for 30 days"),
        gettext_lazy("Everyone has been contacted in 30 days."),
    ),
    (
        "no_date",
        gettext_lazy("No next date"),
        gettext_lazy("Every active file has a next date in court."),
    ),
    (
        "no_lawyer",
        gettext_lazy("No lawyer"),
        gettext_lazy("Every active file has a lawyer."),
    ),
    (
        "unpaid",
        gettext_lazy("Ordered, not paid"),
        gettext_lazy("No order waits for its money."),
    ),
    (
        "no_worker",
        gettext_lazy("No worker"),
        gettext_lazy("Every active file has a worker."),
    ),
)
ACTIVE = Q(status=SurvivorFile.Status.ACTIVE)


def _no_lawyer(actor: Actor) -> Q:
    acting = Assignment.objects.visible_to(actor).filter(
        Q(ends_on=None) | Q(ends_on__gt=actor.today),
        survivor_file=OuterRef("pk"),
        withdrawn_at=None,
    )
    return ACTIVE & ~Q(Exists(acting))


def _unpaid(actor: Actor) -> Q:
    waiting = Claim.objects.visible_to(actor).filter(
        survivor_file=OuterRef("pk"),
        withdrawn_at=None,
        first_ordered_on__isnull=False,
        ordered_paise__gt=F("credited_paise"),
    )
    return Q(Exists(waiting))


def _no_worker(actor: Actor) -> Q:
    return ACTIVE & Q(worker=None)


# What a view asks of other parts of the records.
ONLY: dict[str, Callable[[Actor], Q]] = {
    "no_lawyer": _no_lawyer,
    "unpaid": _unpaid,
    "no_worker": _no_worker,
}


@dataclass(frozen=True)
class Listing:
    """One page of the list with all that stands around it."""

    asked: Asked
    files: list[Listed]
    older: str
    chips: list[Chip]
    workers: list[tuple[str, str]]
    who: str  # by which letters the workers to choose from were narrowed
    narrow: bool  # whether letters are asked for, because there are too many to choose from
    views: Lasting[tuple[str, Words]]
    empty: Words


def _id(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text) if text else None
    except ValueError:
        raise not_there() from None


def listing(request: StaffRequest) -> Listing:
    """The page of files that the address asks for."""
    actor, sent = request.actor, request.GET
    view = sent.get("view", "all")
    row = _id(sent.get("row", ""))
    asked = Asked(
        view=view,
        status=sent.get("status", ""),
        scope=sent.get("scope", ""),
        worker=_id(sent.get("worker", "")),
        only=ONLY.get(view),
        after=(sent.get("day", ""), row) if row else None,
    )
    try:
        rows, more = listed(actor, asked)
    except ValueError:
        raise not_there() from None
    who = sent.get("who", "").strip()
    workers, narrow = _workers(actor, who, asked.worker)
    return Listing(
        asked=asked,
        files=rows,
        older=_older(asked, rows[-1]) if more else "",
        chips=_chips(asked, dict(workers)),
        workers=workers,
        who=who,
        narrow=narrow or bool(who),
        views=_views(actor.roles),
        empty=next((words for code, _label, words in VIEWS if code == view), ""),
    )


VIEW_NEEDS = {
    "no_lawyer": Permission.PROCEEDING_READ,
    "unpaid": Permission.CLAIM_READ,
    "no_worker": Permission.FILE_ASSIGN,
}


@lru_cache(maxsize=64)
def _views(roles: frozenset[Role]) -> Lasting[tuple[str, Words]]:
    """The views that can say something to her."""
    return Lasting(
        (code, label)
        for code, label, _words in VIEWS
        if code not in VIEW_NEEDS or holds(roles, VIEW_NEEDS[code])
    )


def _people(actor: Actor) -> "QuerySet[Person, tuple[uuid.UUID, str]]":
    here = Membership.objects.filter(organisation_id__in=actor.offices, ends_on=None)
    people = Person.objects.filter(pk__in=here.values("person"))
    return people.values_list("pk", "name")


def _some_people(actor: Actor) -> "QuerySet[Person, tuple[uuid.UUID, str]]":
    return _people(actor)[: WORKERS_SHOWN + 1]


WORKERS_SHOWN = 100
WORKERS = Kept(_some_people)


def _workers(
    actor: Actor, who: str, chosen: uuid.UUID | None
) -> tuple[list[tuple[str, str]], bool]:
    """The people of her offices to choose from, for those who reach more than their own files.

    Where they are too many for a list, only those with the letters that she typed, and whoever is chosen.
    """
    if not actor.offices:
        return [], False
    if who:
        found = list(_people(actor).filter(name__icontains=who).order_by("name")[:WORKERS_SHOWN])
    else:
        found = WORKERS(actor)
    many = len(found) > WORKERS_SHOWN
    found = [] if many else found
    if chosen and chosen not in dict(found):
        found += _people(actor).filter(pk=chosen)
    found.sort(key=lambda pair: (pair[1], pair[0]))
    return [(str(pk), name) for pk, name in found], many or bool(who)


def _kept(asked: Asked) -> dict[str, Any]:
    sent = {
        "view": asked.view,
        "status": asked.status,
        "scope": asked.scope,
        "worker": asked.worker,
    }
    return {name: value for name, value in sent.items() if value}


def _older(asked: Asked, last: Listed) -> str:
    day = getattr(last, asked.order)
    return "?" + urlencode(_kept(asked) | {"day": day or "", "row": last.pk})


def _chips(asked: Asked, workers: dict[str, str]) -> list[Chip]:
    """The filters in force, each with the address of the list without it."""
    named = {
        "status": dict(SurvivorFile.Status.choices).get(asked.status),
        "scope": dict(SurvivorFile.Scope.choices).get(asked.scope),
        "worker": workers.get(str(asked.worker), _("Another worker")) if asked.worker else None,
    }
    kept = _kept(asked)
    return [
        Chip(label, "?" + urlencode({k: v for k, v in kept.items() if k != name}))
        for name, label in named.items()
        if label
    ]
