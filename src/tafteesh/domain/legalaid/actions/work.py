"""What a lawyer does for her: hearings, filings, her word on it, and what speaks against a lawyer."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.legalaid.actions.asking import (
    ActsStill,
    AppearanceStands,
    AskedByHerWorker,
    ConflictStands,
    NotOnThisDay,
    PaperFromAnotherFile,
    given_assignment,
    given_file,
    own,
)
from tafteesh.domain.legalaid.models import (
    Appearance,
    Assignment,
    Complaint,
    Filing,
    HerWord,
    Lawyer,
    LawyerConflict,
)
from tafteesh.domain.papers.models import Paper
from tafteesh.domain.proceedings.models import Hearing
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event


@transaction.atomic
def record_appearance(
    *, assignment: Assignment, on: date, came: str, hearing: Hearing | None = None, by: Actor
) -> Appearance:
    """Whether her lawyer came to a hearing. Raises NotOnThisDay, AppearanceStands."""
    require(by, Permission.LEGALAID_WRITE)
    row = given_assignment(assignment, by)
    if on > by.today or on < row.starts_on or (row.ends_on is not None and on > row.ends_on):
        raise NotOnThisDay(on.isoformat())
    if Appearance.unscoped.filter(assignment=row, on=on, withdrawn_at=None).exists():
        raise AppearanceStands(on.isoformat())
    if hearing is not None:
        hearing = Hearing.objects.visible_to(by).get(pk=hearing.pk, withdrawn_at=None)
    made = Appearance.unscoped.create(
        assignment=row, on=on, came=came, hearing=hearing, **own(by, row.survivor_file)
    )
    write_log(Event.LEGALAID_RECORDED, about=made, by=by, subject=row.survivor_file.log_tag)
    return made


@transaction.atomic
def record_her_word(*, assignment: Assignment, word: str, asked_on: date, by: Actor) -> HerWord:
    """What she says of her lawyer, asked by another. Raises AskedByHerWorker, NotOnThisDay."""
    require(by, Permission.LEGALAID_WRITE)
    row = given_assignment(assignment, by)
    if row.survivor_file.worker_id == by.person_id:
        raise AskedByHerWorker(str(row.pk))
    if not row.starts_on <= asked_on <= by.today:
        raise NotOnThisDay(asked_on.isoformat())
    made = HerWord.unscoped.create(
        assignment=row, word=word, asked_on=asked_on, **own(by, row.survivor_file)
    )
    write_log(Event.LEGALAID_RECORDED, about=made, by=by, subject=row.survivor_file.log_tag)
    return made


@dataclass(frozen=True)
class NewComplaint:
    """Money that was asked of her, as it is entered."""

    who: str
    asked_on: date
    amount_paise: int | None = None
    was_paid: bool = False
    lawyer: Lawyer | None = None


@transaction.atomic
def record_complaint(*, file: SurvivorFile, new: NewComplaint, by: Actor) -> Complaint:
    """Somebody asked her for money for what is free. Raises NotOnThisDay."""
    require(by, Permission.LEGALAID_WRITE)
    if new.asked_on > by.today:
        raise NotOnThisDay(new.asked_on.isoformat())
    file = given_file(file, by)
    lawyer = new.lawyer
    if lawyer is not None:
        lawyer = Lawyer.objects.visible_to(by).get(pk=lawyer.pk, withdrawn_at=None)
    row = Complaint.unscoped.create(
        who=new.who,
        asked_on=new.asked_on,
        amount_paise=new.amount_paise,
        was_paid=new.was_paid,
        lawyer=lawyer,
        **own(by, file),
    )
    write_log(Event.COMPLAINT_RECORDED, about=row, by=by, subject=file.log_tag)
    return row


@transaction.atomic
def hand_on_complaint(*, complaint: Complaint, on: date, by: Actor) -> Complaint:
    """The complaint was given to an authority by a person. Raises NotOnThisDay."""
    require(by, Permission.LEGALAID_WRITE)
    door = Complaint.objects.visible_to(by).select_related("survivor_file")
    row = door.select_for_update(of=("self",)).get(pk=complaint.pk, withdrawn_at=None)
    if not row.asked_on <= on <= by.today:
        raise NotOnThisDay(on.isoformat())
    row.handed_on = on
    row.save(update_fields=["handed_on"])
    write_log(Event.COMPLAINT_RECORDED, about=row, by=by, subject=row.survivor_file.log_tag)
    return row


@transaction.atomic
def record_filing(
    *, assignment: Assignment, kind: str, filed_on: date, paper: Paper | None = None, by: Actor
) -> Filing:
    """What her lawyer filed for her. Raises NotOnThisDay, PaperFromAnotherFile."""
    require(by, Permission.LEGALAID_WRITE)
    row = given_assignment(assignment, by)
    if filed_on > by.today or filed_on < row.starts_on or (row.ends_on and filed_on > row.ends_on):
        raise NotOnThisDay(filed_on.isoformat())
    if paper is not None and paper.survivor_file_id != row.survivor_file_id:
        raise PaperFromAnotherFile(f"paper {paper.pk}")
    made = Filing.unscoped.create(
        assignment=row, kind=kind, filed_on=filed_on, paper=paper, **own(by, row.survivor_file)
    )
    write_log(Event.LEGALAID_RECORDED, about=made, by=by, subject=row.survivor_file.log_tag)
    return made


@transaction.atomic
def record_conflict(
    *, file: SurvivorFile, lawyer: Lawyer, tie: str, found_on: date, by: Actor
) -> LawyerConflict:
    """A lawyer stands too close to the other side. Raises ConflictStands, ActsStill, NotOnThisDay."""
    require(by, Permission.LEGALAID_WRITE)
    if found_on > by.today:
        raise NotOnThisDay(found_on.isoformat())
    file = given_file(file, by)
    lawyer = Lawyer.objects.visible_to(by).get(pk=lawyer.pk, withdrawn_at=None)
    hers = {"survivor_file": file, "lawyer": lawyer, "withdrawn_at": None}
    if LawyerConflict.unscoped.filter(**hers).exists():
        raise ConflictStands(str(lawyer.pk))
    acts = Assignment.unscoped.filter(Q(ends_on=None) | Q(ends_on__gt=by.today), **hers)
    if acts.exists():
        raise ActsStill(str(lawyer.pk))
    row = LawyerConflict.unscoped.create(lawyer=lawyer, tie=tie, found_on=found_on, **own(by, file))
    write_log(Event.LEGALAID_RECORDED, about=row, by=by, subject=file.log_tag)
    return row
