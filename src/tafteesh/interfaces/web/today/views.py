"""Today: what to do next, with the answer on the card."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tafteesh.domain.files.queries import week_before
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.permissions import Permission, Role
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.today import asked as waiting
from tafteesh.interfaces.web.today import lists

USUAL = (
    "dangers",
    "said",
    "asked",
    "shared",
    "hearings",
    "missing",
    "calls",
    "tasks",
    "reviews",
    "unpaid",
    "promises",
    "mend",
    "tomorrow",
    "opened",
)
LAWYER = ("dangers", "hearings", "tomorrow", "coming", "missing", "tasks", "unpaid")


@page(Permission.OWN_DESK)
def home(request: StaffRequest) -> HttpResponse:
    """The list of a day, in the order of her work: a lawyer's board first, a manager's fires first."""
    actor = request.actor
    context = _parts(actor)
    parts = [name for name in _order(actor) if context.get(name)]
    if not parts and actor.holds(Permission.PROCEEDING_READ):
        context["next_hearing"] = lists.next_hearing(actor)
    return show(
        request,
        "today/home.html",
        **context,
        parts=[f"today/{name}.html" for name in parts],
        counts=_counts(context),
        today=actor.today,
        reads_totals=actor.holds(Permission.FIGURES_READ),
        looks_after_people=actor.holds(Permission.PEOPLE_MANAGE),
        may_record=actor.holds(Permission.HEARING_RECORD),
        may_look=actor.holds(Permission.IDENTITY_LOOK),
        may_write=actor.holds(Permission.CONTACT_RECORD),
    )


def _order(actor: Actor) -> tuple[str, ...]:
    if actor.offices:
        return ("dangers", "said", "asked", "fires", *USUAL[3:])
    return LAWYER if Role.LAWYER in actor.roles else USUAL


def _parts(actor: Actor) -> dict[str, Any]:
    context: dict[str, Any] = {}
    if actor.holds(Permission.PROCEEDING_READ):
        context |= lists.hearings_around(actor)
        if Role.LAWYER in actor.roles:
            context["coming"] = lists.coming(actor)
    if actor.holds(Permission.FILE_READ):
        context["dangers"] = lists.dangers(actor)
        context["opened"] = waiting.opened(actor)
        context["week_opened"] = week_before(actor.today)
    if actor.holds(Permission.CLAIM_READ):
        context |= lists.unpaid(actor)
    if actor.holds(Permission.CONTACT_RECORD):
        called = lists.calls_and_tasks(actor)
        context |= called | {"calls": called["silent"]}
    if actor.holds(Permission.MEETING_READ):
        context |= lists.promises(actor)
    return context | _of_the_office(actor)


def _of_the_office(actor: Actor) -> dict[str, Any]:
    """What waits for her word, and what those see who answer for the whole office."""
    context: dict[str, Any] = {}
    if actor.holds(Permission.GRIEVANCE_HEAR):
        context["said"] = lists.said_wrong(actor)
    if actor.holds(Permission.REVIEW_WRITE):
        context["reviews"] = waiting.reviews(actor)
    if Role.PARTNER_WORKER in actor.roles:
        context["shared"] = waiting.shared(actor)
    context["asked"] = waiting.asked(actor)
    if actor.offices:
        context["fires"] = lists.fires(actor)
    return context | _mending(actor)


def _mending(actor: Actor) -> dict[str, Any]:
    return lists.to_mend(actor) if actor.holds(Permission.DATA_MEND) else {}


def _counts(context: dict[str, Any]) -> str:
    """2 hearings . 1 overdue . 3 tasks: what is there, and nothing that is not."""
    hearings, tasks = len(context.get("hearings", ())), len(context.get("tasks", ()))
    said = []
    if hearings:
        said.append(ngettext("%(n)s hearing", "%(n)s hearings", hearings) % {"n": hearings})
    if context.get("missing"):
        said.append(_("%(n)s without an outcome") % {"n": context["missing_count"]})
    if calls := len(context.get("calls", ())):
        said.append(
            ngettext("%(n)s to call or visit", "%(n)s to call or visit", calls) % {"n": calls}
        )
    if tasks:
        said.append(ngettext("%(n)s task", "%(n)s tasks", tasks) % {"n": tasks})
    return " · ".join(said)
