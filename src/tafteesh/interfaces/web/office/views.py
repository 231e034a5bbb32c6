"""Admin: people, roles in plain words, the log."""

from django.http import HttpResponse

from tafteesh.foundation.access.models import Membership, Person
from tafteesh.foundation.access.permissions import Permission, Role
from tafteesh.foundation.audit.queries import faults, lines_of_office
from tafteesh.interfaces.web.page import StaffRequest, page, show


@page(Permission.PEOPLE_MANAGE)
def people(request: StaffRequest) -> HttpResponse:
    """Who works here, as what, since when; and what each role may do."""
    rows = Membership.objects.filter(organisation_id__in=request.actor.organisations, ends_on=None)
    roles = [
        {
            "label": role.label,
            "does": role.description,
            "may": sorted(str(p.label) for p in role.permissions),
        }
        for role in Role
    ]
    members = rows.select_related("person").order_by("person__name")
    return show(request, "office/people.html", members=members, roles=roles)


@page(Permission.LOG_READ)
def log(request: StaffRequest) -> HttpResponse:
    """The log of her organisation, newest first, and whether it is whole."""
    lines = list(lines_of_office(request.actor)[:100])
    names = dict(
        Person.objects.filter(pk__in={x.person_id for x in lines}).values_list("pk", "name")
    )
    shown = [
        {"line": line, "name": names.get(line.person_id, "") if line.person_id else ""}
        for line in lines
    ]
    checked = faults() if "check" in request.GET else None
    return show(request, "office/log.html", lines=shown, faults=checked)
