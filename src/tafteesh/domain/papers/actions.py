"""Adding a paper to a file."""

from datetime import date

from django.db import transaction

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.papers.models import Paper
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event


@transaction.atomic
def add_paper(
    *,
    file: SurvivorFile,
    kind: str,
    dated_on: date | None,
    issued_by: str = "",
    original_with: str = "",
    by: Actor,
) -> Paper:
    """A paper exists: which kind, of which day, from which office, and who has the original."""
    require(by, Permission.PAPER_ADD)
    file = SurvivorFile.objects.visible_to(by).get(pk=file.pk)
    paper = Paper.unscoped.create(
        kind=kind,
        dated_on=dated_on,
        issued_by_words=issued_by,
        original_with=original_with,
        organisation_id=file.organisation_id,
        survivor_file=file,
        recorded_at=by.now,
        recorded_by_id=by.person_id,
    )
    write_log(Event.PAPER_ADDED, about=paper, by=by, subject=file.log_tag, fields=["kind"])
    return paper
