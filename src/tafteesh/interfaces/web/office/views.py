"""Admin: people, what each role may do, organisations, the log."""

import uuid
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse

from tafteesh.foundation.access.models import Membership, Organisation, Person, RoleProposal
from tafteesh.foundation.access.permissions import Permission, Role
from tafteesh.foundation.audit.models import Entry
from tafteesh.foundation.audit.queries import faults, lines_of_office
from tafteesh.interfaces.web.office.forms import LogFilter
from tafteesh.interfaces.web.page import StaffRequest, not_there, page, show

LINES = 50


def people_of(request: StaffRequest) -> QuerySet[Person]:
    """Who works in her organisations, or did."""
    return Person.objects.filter(organisation_id__in=request.actor.organisations)


def person_or_404(request: StaffRequest, person_id: uuid.UUID) -> Person:
    """One of them, or the page that says not there."""
    found = people_of(request).filter(pk=person_id).select_related("organisation").first()
    if found is None:
        raise not_there()
    return found


def open_proposals(request: StaffRequest) -> QuerySet[RoleProposal]:
    """Roles that wait for a second person."""
    rows = RoleProposal.objects.filter(
        organisation_id__in=request.actor.organisations, decided_at=None
    )
    return rows.select_related("person", "proposed_by").order_by("proposed_at")


@page(Permission.PEOPLE_MANAGE)
def people(request: StaffRequest) -> HttpResponse:
    """Who works here, as what, since when; and what waits for a second person."""
    rows = people_of(request).prefetch_related("memberships").order_by("-is_active", "name")
    shown = [
        {
            "person": person,
            "roles": [m.get_role_display() for m in person.memberships.all() if not m.ends_on],
            "since": min((m.starts_on for m in person.memberships.all()), default=None),
        }
        for person in rows
    ]
    return show(request, "office/people.html", people=shown, proposals=open_proposals(request))


@page(Permission.PEOPLE_MANAGE)
def person(request: StaffRequest, person_id: uuid.UUID) -> HttpResponse:
    """One person: her roles now and before, and what can be done."""
    found = person_or_404(request, person_id)
    roles = Membership.objects.filter(person=found).order_by("ends_on", "starts_on")
    return show(
        request,
        "office/person.html",
        person=found,
        roles=roles,
        herself=found.pk == request.actor.person_id,
        proposals=open_proposals(request).filter(person=found),
    )


@page(Permission.OWN_DESK)
def roles(request: StaffRequest) -> HttpResponse:
    """What each role may do, and for each act which roles may: open to everybody who works here."""
    of_role = [
        {
            "role": role,
            "hers": role in request.actor.roles,
            "may": sorted(str(p.label) for p in role.permissions),
        }
        for role in Role
    ]
    who_may = [
        {
            "act": act.label,
            "roles": [role.label for role in Role if act in role.permissions],
        }
        for act in Permission
    ]
    return show(request, "office/roles.html", roles=of_role, who_may=who_may)


@page(Permission.PEOPLE_MANAGE)
def organisations(request: StaffRequest) -> HttpResponse:
    """The organisations that work together in this system, and how many people of each sign in."""
    rows = Organisation.objects.annotate(
        signing_in=Count("people", filter=Q(people__is_active=True))
    ).order_by("name")
    return show(request, "office/organisations.html", organisations=rows)


@page(Permission.LOG_READ)
def log(request: StaffRequest) -> HttpResponse:
    """The log of her organisations, newest first, by person, act and day; and whether it is whole."""
    form = LogFilter(
        request.GET or None, people=people_of(request).order_by("name"), by=request.actor
    )
    rows = lines_of_office(request.actor)
    if form.is_valid():
        rows = form.narrow(rows)
    if request.GET.get("before", "").isdigit():
        rows = rows.filter(pk__lt=int(request.GET["before"]))
    lines = list(rows[: LINES + 1])
    older = ""
    if len(lines) > LINES:
        kept = {k: v for k, v in request.GET.items() if k not in {"before", "check"}}
        older = "?" + urlencode({**kept, "before": lines[LINES - 1].pk})
    return show(
        request,
        "office/log.html",
        form=form,
        lines=_named(lines[:LINES]),
        older=older,
        faults=faults() if "check" in request.GET else None,
    )


def _named(lines: list[Entry]) -> list[dict[str, object]]:
    ids = {line.person_id for line in lines if line.person_id}
    names = dict(Person.objects.filter(pk__in=ids).values_list("pk", "name"))
    return [{"line": x, "name": names.get(x.person_id) if x.person_id else None} for x in lines]
