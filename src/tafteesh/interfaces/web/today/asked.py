"""What others wait for: a decision of hers, a signature, a review that is due, a file that was shared with her."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from tafteesh.domain.care.models import Review
from tafteesh.domain.care.queries import reviews_due
from tafteesh.domain.files.asked_looks import waiting_looks
from tafteesh.domain.files.models import Emergency
from tafteesh.domain.files.queries import Opening, opened_in_week, was_digest_read, week_before
from tafteesh.domain.handoffs.models import Share
from tafteesh.domain.handoffs.queries import offers, shares
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.kept import Kept
from tafteesh.foundation.access.models import RoleProposal
from tafteesh.foundation.access.permissions import Permission

SHOWN = 10
SOON = timedelta(days=7)


@dataclass(frozen=True)
class Wait:
    """One thing that waits for her, and where she answers."""

    what: str
    about: str
    url: str


def asked(actor: Actor) -> list[Wait]:
    """Requests and offers on which she decides."""
    told: list[Wait] = []
    if actor.holds(Permission.FILE_ASSIGN):
        told += _emergencies(actor) + _looks(actor) + _offers(actor)
    if actor.holds(Permission.PEOPLE_MANAGE):
        told += _roles(actor)
    return told


def _emergencies(actor: Actor) -> list[Wait]:
    rows = Emergency.objects.visible_to(actor).filter(decided_at=None)
    others = rows.exclude(asked_by=actor.person_id).order_by("asked_at", "pk")
    return [
        Wait(_("Asks to open a file"), row.number, reverse("care:decide_emergency", args=[row.pk]))
        for row in others[:SHOWN]
    ]


def _looks(actor: Actor) -> list[Wait]:
    return [
        Wait(
            _("Asks to see a hidden value"),
            row.survivor_file.number,
            reverse("files:decide_look", args=[row.pk]),
        )
        for row in waiting_looks(actor)[:SHOWN]
    ]


def _offers(actor: Actor) -> list[Wait]:
    rows = offers(actor).filter(to_organisation__in=actor.offices)
    return [
        Wait(_("Offers you a file for good"), row.organisation.name, reverse("partners:shares"))
        for row in rows[:SHOWN]
    ]


def _roles(actor: Actor) -> list[Wait]:
    rows = RoleProposal.objects.filter(organisation=actor.organisation_id, decided_at=None).exclude(
        proposed_by=actor.person_id
    )
    return [
        Wait(
            _("Asks you to agree to a role"),
            f"{row.person.name}: {row.get_role_display()}",
            reverse("office:decide", args=[row.pk]),
        )
        for row in rows.select_related("person").order_by("proposed_at", "pk")[:SHOWN]
    ]


def _reviews(actor: Actor, *, until: date) -> "QuerySet[Review]":
    return reviews_due(actor, until=until)[:SHOWN]


REVIEWS = Kept(_reviews)


def reviews(actor: Actor) -> list[Review]:
    """Reviews that were to be held by now, or are within a week."""
    return REVIEWS(actor, until=actor.today + SOON)


def opened(actor: Actor) -> list[Opening]:
    """Who, beside her worker, opened her files in the week that is over; until she has read the list of it."""
    monday = week_before(actor.today)
    if was_digest_read(actor, monday):
        return []
    return opened_in_week(actor, monday, strangers=True, most=SHOWN)


def shared(actor: Actor) -> list[Share]:
    """Files that another organisation shows to hers."""
    return list(shares(actor).filter(to_organisation__in=actor.organisations)[:SHOWN])
