"""The first talks: a part marked, a retelling counted, a referral where it was not for us."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from tafteesh.domain.care.models import IntakeMark, Referral, Telling
from tafteesh.domain.files.actions import NewFile, change_status, locked_file, open_file
from tafteesh.domain.files.models import FileStatusSpell, SurvivorFile
from tafteesh.domain.papers.models import Paper
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.kernel.approx_date import ApproxDate
from tafteesh.foundation.kernel.ids import new_id


class OfAnotherFile(Exception):
    """The paper in which it stands is a paper of this file."""


@dataclass(frozen=True)
class Sent:
    """Where she was told to go, where it was not for us."""

    to_kind: str
    to_office: str = ""
    on: date | None = None


def _own(file: SurvivorFile, by: Actor) -> dict[str, object]:
    return {
        "id": new_id(),
        "organisation_id": file.organisation_id,
        "survivor_file": file,
        "recorded_at": by.now,
        "recorded_by_id": by.person_id,
    }


@transaction.atomic
def mark_part(
    *, file: SurvivorFile, task: str, state: str, court: str = "", by: Actor
) -> IntakeMark:
    """Say that a part of the intake is done, or that she does not want it now. The newest mark holds."""
    require(by, Permission.FILE_WRITE)
    file = locked_file(file, by)
    row = IntakeMark(task=task, state=state, court=court, **_own(file, by))
    row.save(force_insert=True)
    write_log(Event.INTAKE_CHANGED, about=row, by=by, subject=file.log_tag, reason=task)
    return row


@transaction.atomic
def count_telling(
    *,
    file: SurvivorFile,
    to_whom: str,
    told: ApproxDate | None = None,
    paper: Paper | None = None,
    by: Actor,
) -> Telling:
    """Count once more that she had to tell what happened, and in which paper it stands. Raises OfAnotherFile."""
    require(by, Permission.FILE_WRITE)
    file = locked_file(file, by)
    if paper is not None:
        paper = Paper.objects.visible_to(by).get(pk=paper.pk, withdrawn_at=None)
        if paper.survivor_file_id != file.pk:
            raise OfAnotherFile(str(paper.pk))
    row = Telling(
        to_whom=to_whom,
        told_earliest=told.earliest if told else None,
        told_latest=told.latest if told else None,
        told_words=told.words if told else "",
        paper=paper,
        **_own(file, by),
    )
    row.save(force_insert=True)
    write_log(Event.INTAKE_CHANGED, about=row, by=by, subject=file.log_tag, reason=to_whom)
    return row


@transaction.atomic
def send_on(*, new: NewFile, sent: Sent, by: Actor) -> SurvivorFile:
    """It is not for us: a file without any name is opened and closed at once, and says where she was sent.

    Raises NumberTaken.
    """
    require(by, Permission.FILE_WRITE)
    file = open_file(new=new, by=by)
    day = sent.on or by.today
    row = Referral(to_kind=sent.to_kind, to_office=sent.to_office, on=day, **_own(file, by))
    row.save(force_insert=True)
    why = FileStatusSpell.Why.NOT_OURS
    change_status(file=file, status=SurvivorFile.Status.CLOSED, on=by.today, why=why, by=by)
    write_log(Event.INTAKE_CHANGED, about=row, by=by, subject=file.log_tag, reason=sent.to_kind)
    return file
