"""Her own page: that it was shown or printed is a line in the log."""

from django.db import transaction

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event


@transaction.atomic
def note_her_page(*, file: SurvivorFile, way: str, by: Actor) -> None:
    """Her page was opened on the worker's phone, or printed."""
    require(by, Permission.CONTACT_RECORD)
    file = SurvivorFile.objects.visible_to(by).get(pk=file.pk)
    write_log(Event.HER_PAGE_SHOWN, about=file, by=by, subject=file.log_tag, reason=way)
