"""Asking for a lawyer, getting one, changing and ending."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.legalaid.models import (
    Assignment,
    Lawyer,
    LawyerConflict,
    LegalAidNeed,
    LegalAidRequest,
    Reminder,
)
from tafteesh.domain.legalaid.rules import is_late
from tafteesh.domain.papers.models import Paper
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event


class AlreadyActsForHer(Exception):
    """This lawyer acts for her in those days already."""


class EndsBeforeItStarts(Exception):
    """The last day cannot be before the first."""


class AssignedBeforeAsked(Exception):
    """A lawyer cannot be given on a request before it was made."""


class AlreadyAsked(Exception):
    """A request to this authority waits already: its days go on running."""


class NotOnThisDay(Exception):
    """The day lies outside the time of which it is told, or has not come yet."""


class NotWaiting(Exception):
    """The request is answered: there is nothing to remind of."""


class TooEarlyToEscalate(Exception):
    """The seven days of the authority are not over."""


class AskedByHerWorker(Exception):
    """Who works on her file does not ask her about her lawyer: somebody else does."""


class HasConflict(Exception):
    """This lawyer stands too close to the other side to act for her."""


class ConflictStands(Exception):
    """The conflict of this lawyer is recorded already."""


class ActsStill(Exception):
    """The lawyer acts for her now: that ends first."""


class PaperFromAnotherFile(Exception):
    """A paper must lie in the same survivor file as the thing it proves."""


class AppearanceStands(Exception):
    """Whether this lawyer came on this day is recorded already."""


@dataclass(frozen=True)
class NewAssignment:
    """A lawyer's time with her, as it is entered."""

    lawyer: Lawyer
    starts_on: date
    ends_on: date | None = None
    for_what: str = "not_known"
    request: LegalAidRequest | None = None
    letter: Paper | None = None


def own(by: Actor, file: SurvivorFile) -> dict[str, object]:
    return {
        "organisation_id": file.organisation_id,
        "survivor_file_id": file.pk,
        "recorded_at": by.now,
        "recorded_by_id": by.person_id,
    }


def given_file(file: SurvivorFile, by: Actor) -> SurvivorFile:
    return SurvivorFile.objects.visible_to(by).select_for_update(of=("self",)).get(pk=file.pk)


@transaction.atomic
def record_lawyer(*, name: str, kind: str, courts: str = "", by: Actor) -> Lawyer:
    """Make a lawyer known; the same name and kind twice is one lawyer, whose courts are told anew."""
    require(by, Permission.LEGALAID_WRITE)
    lawyer, made = Lawyer.unscoped.get_or_create(
        organisation_id=by.organisation_id,
        name=name,
        kind=kind,
        defaults={
            "recorded_at": by.now, "recorded_by_id": by.person_id, "courts_words": courts,
        },
    )  # fmt: skip
    if not made and courts and lawyer.courts_words != courts:
        lawyer.courts_words = courts
        lawyer.save(update_fields=["courts_words"])
    write_log(Event.LEGALAID_RECORDED, about=lawyer, by=by)
    return lawyer


@transaction.atomic
def record_need(
    *,
    file: SurvivorFile,
    need: str,
    starts_on: date,
    offered_on: date | None = None,
    by: Actor,
) -> LegalAidNeed:
    """Whether she wants a lawyer, from a day on, and when a free one was offered to her."""
    require(by, Permission.LEGALAID_WRITE)
    file = given_file(file, by)
    row = LegalAidNeed.unscoped.create(
        need=need, starts_on=starts_on, offered_on=offered_on, **own(by, file)
    )
    write_log(Event.LEGALAID_RECORDED, about=row, by=by, subject=file.log_tag)
    return row


@transaction.atomic
def request_legal_aid(
    *,
    file: SurvivorFile,
    authority: str,
    requested_on: date,
    level: str = "not_known",
    by: Actor,
) -> LegalAidRequest:
    """Ask a legal services authority for a lawyer: seven days run from this day. Raises AlreadyAsked."""
    require(by, Permission.LEGALAID_WRITE)
    file = given_file(file, by)
    waiting = LegalAidRequest.unscoped.filter(
        survivor_file=file, authority_words=authority, answered_on=None, withdrawn_at=None
    )
    if waiting.exists():
        raise AlreadyAsked(str(file.pk))
    row = LegalAidRequest.unscoped.create(
        authority_words=authority, requested_on=requested_on, level=level, **own(by, file)
    )
    write_log(Event.LEGALAID_RECORDED, about=row, by=by, subject=file.log_tag)
    return row


@transaction.atomic
def assign_lawyer(*, file: SurvivorFile, new: NewAssignment, by: Actor) -> Assignment:
    """A lawyer begins to act for her.

    Raises AlreadyActsForHer, EndsBeforeItStarts, AssignedBeforeAsked, HasConflict, PaperFromAnotherFile.
    """
    require(by, Permission.LEGALAID_WRITE)
    file = given_file(file, by)
    lawyer = Lawyer.objects.visible_to(by).get(pk=new.lawyer.pk, withdrawn_at=None)
    if LawyerConflict.unscoped.filter(
        survivor_file=file, lawyer=lawyer, withdrawn_at=None
    ).exists():
        raise HasConflict(str(lawyer.pk))
    if new.letter is not None and new.letter.survivor_file_id != file.pk:
        raise PaperFromAnotherFile(f"paper {new.letter.pk}")
    if new.request is not None and new.starts_on < new.request.requested_on:
        raise AssignedBeforeAsked(str(new.request.pk))
    if new.ends_on and new.ends_on < new.starts_on:
        raise EndsBeforeItStarts(new.ends_on.isoformat())
    for other in Assignment.unscoped.filter(survivor_file=file, lawyer=lawyer, withdrawn_at=None):
        if (new.ends_on is None or other.starts_on < new.ends_on) and (
            other.ends_on is None or other.ends_on > new.starts_on
        ):
            raise AlreadyActsForHer(str(other.pk))
    row = Assignment.unscoped.create(
        lawyer=lawyer,
        lawyer_kind=lawyer.kind,
        request=new.request,
        letter=new.letter,
        for_what=new.for_what,
        assigned_on=new.starts_on,
        starts_on=new.starts_on,
        ends_on=new.ends_on,
        ends_recorded_at=by.now if new.ends_on else None,
        **own(by, file),
    )
    if new.request is not None:
        LegalAidRequest.objects.visible_to(by).filter(
            pk=new.request.pk, survivor_file=file, answered_on=None
        ).update(answered_on=new.starts_on)
    write_log(Event.LEGALAID_RECORDED, about=row, by=by, subject=file.log_tag)
    return row


@transaction.atomic
def end_assignment(*, assignment: Assignment, ends_on: date, by: Actor) -> Assignment:
    """A lawyer's time with her ends. Raises EndsBeforeItStarts."""
    require(by, Permission.LEGALAID_WRITE)
    door = Assignment.objects.visible_to(by).select_related("survivor_file")
    row = door.select_for_update(of=("self",)).get(pk=assignment.pk, withdrawn_at=None)
    if ends_on < row.starts_on:
        raise EndsBeforeItStarts(ends_on.isoformat())
    row.ends_on, row.ends_recorded_at = ends_on, by.now
    row.save(update_fields=["ends_on", "ends_recorded_at"])
    write_log(Event.LEGALAID_RECORDED, about=row, by=by, subject=row.survivor_file.log_tag)
    return row


@transaction.atomic
def record_first_contact(*, assignment: Assignment, on: date, by: Actor) -> Assignment:
    """The day on which her lawyer first spoke with her. Raises NotOnThisDay."""
    require(by, Permission.LEGALAID_WRITE)
    row = given_assignment(assignment, by)
    if not row.starts_on <= on <= by.today:
        raise NotOnThisDay(on.isoformat())
    row.first_contact_on = on
    row.save(update_fields=["first_contact_on"])
    write_log(Event.LEGALAID_RECORDED, about=row, by=by, subject=row.survivor_file.log_tag)
    return row


def given_assignment(assignment: Assignment, by: Actor) -> Assignment:
    door = Assignment.objects.visible_to(by).select_related("survivor_file")
    return door.select_for_update(of=("self",)).get(pk=assignment.pk, withdrawn_at=None)


@transaction.atomic
def remind(
    *, request: LegalAidRequest, kind: str, on: date, sent: bool = False, by: Actor
) -> Reminder:
    """A reminder or an escalation: prepared, and sent when a person did so. Nothing is sent from here.

    The same letter of the same day is the same one. Raises NotWaiting, NotOnThisDay, TooEarlyToEscalate.
    """
    require(by, Permission.LEGALAID_WRITE)
    door = LegalAidRequest.objects.visible_to(by).select_related("survivor_file")
    request = door.select_for_update(of=("self",)).get(pk=request.pk, withdrawn_at=None)
    if request.answered_on is not None:
        raise NotWaiting(str(request.pk))
    if not request.requested_on <= on <= by.today:
        raise NotOnThisDay(on.isoformat())
    if kind != Reminder.Kind.REMINDER and not is_late(request.requested_on, on):
        raise TooEarlyToEscalate(on.isoformat())
    row, made = Reminder.unscoped.get_or_create(
        request=request,
        kind=kind,
        prepared_on=on,
        withdrawn_at=None,
        defaults=own(by, request.survivor_file),
    )
    if sent and row.sent_on is None:
        row.sent_on = on
        row.save(update_fields=["sent_on"])
    if made or sent:
        tag = request.survivor_file.log_tag
        write_log(Event.LETTER_PREPARED, about=row, by=by, subject=tag, reason=kind)
    return row
