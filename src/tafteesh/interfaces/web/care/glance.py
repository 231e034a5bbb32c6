"""What a stranger needs of a file, on one screen."""

import uuid

from django.http import HttpResponse

from tafteesh.domain.care.queries import open_incidents
from tafteesh.domain.diary.models import Contact, Task
from tafteesh.domain.files import actions
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.survivor_files.dossier import dossier
from tafteesh.interfaces.web.survivor_files.her_safety import answers
from tafteesh.interfaces.web.survivor_files.views import file_or_404

TASKS = 3


@page(Permission.FILE_READ)
def at_a_glance(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Situation, next date, how she may be reached; opening it is a line in the log."""
    file = file_or_404(request, file_id)
    actor = request.actor
    actions.record_opening(file=file, by=actor)
    known = dossier(request, file)
    contacts = Contact.objects.visible_to(actor).filter(survivor_file=file, withdrawn_at=None)
    tasks = Task.objects.visible_to(actor).filter(survivor_file=file, withdrawn_at=None)
    return show(
        request,
        "care/glance.html",
        file=file,
        safe=known["safe"],
        facts=known["facts"],
        money=known["money"],
        may_read_claims=known["may_read_claims"],
        dangers=list(open_incidents(actor).filter(survivor_file=file)[:TASKS]),
        last=contacts.select_related("worker").order_by("-on", "-pk").first(),
        tasks=list(tasks.filter(done_on=None).order_by("due_on", "pk")[:TASKS]),
        agreed=[one for one in answers(actor, file) if one.holds],
        today=actor.today,
    )
