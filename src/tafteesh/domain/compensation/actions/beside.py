"""What surrounds the money: her wish, the steps of the authority, papers to fetch, her account, letters."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from tafteesh.domain.compensation.actions.money import NextDateNotAfter, locked_claim, own
from tafteesh.domain.compensation.models import (
    AccountCheck,
    Claim,
    ClaimStep,
    ClaimWish,
    PaperToFetch,
    UnpaidLetter,
)
from tafteesh.domain.compensation.queries import claims_on, standing_of
from tafteesh.domain.compensation.rules import RUNGS
from tafteesh.domain.diary.actions import add_task
from tafteesh.domain.diary.models import Task
from tafteesh.domain.files.models import HouseholdMember, SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event


class AskedInTheFuture(Exception):
    """She cannot have answered on a day that has not come."""


class StepInTheFuture(Exception):
    """What an authority will do is a next date, not a step."""


class GuardianIsAccused(Exception):
    """Who is accused of the crime cannot hold her money, whoever it is."""


class NoSuchRung(Exception):
    """The letter is no step of the ladder, or nothing is waiting on this claim."""


@transaction.atomic
def record_wish(*, file: SurvivorFile, wish: str, answered_on: date, by: Actor) -> ClaimWish:
    """What she said when she was asked whether she wants to claim. Raises AskedInTheFuture."""
    require(by, Permission.CLAIM_WRITE)
    if answered_on > by.today:
        raise AskedInTheFuture(answered_on.isoformat())
    file = SurvivorFile.objects.visible_to(by).select_for_update(of=("self",)).get(pk=file.pk)
    row = ClaimWish.unscoped.create(
        wish=wish, answered_on=answered_on, asked_by_id=by.person_id, **own(by, file)
    )
    write_log(Event.WISH_RECORDED, about=row, by=by, subject=file.log_tag)
    return row


@dataclass(frozen=True)
class NewStep:
    """What an authority did with a claim, as it is entered."""

    kind: str
    on: date
    next_on: date | None = None
    authority: str = ""


@transaction.atomic
def record_step(*, claim: Claim, new: NewStep, by: Actor) -> ClaimStep:
    """An inquiry, a report, a hearing, or her death. Raises StepInTheFuture, NextDateNotAfter."""
    require(by, Permission.CLAIM_WRITE)
    if new.on > by.today:
        raise StepInTheFuture(new.on.isoformat())
    if new.next_on and new.next_on <= new.on:
        raise NextDateNotAfter(new.next_on.isoformat())
    claim = locked_claim(claim, by)
    row = ClaimStep.unscoped.create(
        claim=claim,
        kind=new.kind,
        on=new.on,
        next_on=new.next_on,
        authority_words=new.authority,
        **own(by, claim),
    )
    write_log(Event.CLAIM_STEP_RECORDED, about=row, by=by, subject=claim.survivor_file.log_tag)
    return row


@dataclass(frozen=True)
class NewFetch:
    """A paper that is missing: which, with whom it lies, and by when it is fetched."""

    kind: str
    with_whom: str
    due_on: date
    by_worker: bool = False  # the worker of the file fetches it, not who enters it


@transaction.atomic
def fetch_paper(*, claim: Claim, new: NewFetch, by: Actor) -> PaperToFetch:
    """Somebody fetches a paper by a day: a task of hers, or of the worker of the file."""
    require(by, Permission.CLAIM_WRITE)
    claim = locked_claim(claim, by)
    file = claim.survivor_file
    worker = file.worker_id if new.by_worker else None
    task = add_task(
        file=file, kind=Task.Kind.GET_PAPER, due_on=new.due_on, assigned_to=worker, by=by
    )
    row = PaperToFetch.unscoped.create(
        claim=claim, kind=new.kind, with_whom=new.with_whom, task=task, **own(by, claim)
    )
    write_log(Event.CLAIM_STEP_RECORDED, about=row, by=by, subject=claim.survivor_file.log_tag)
    return row


@dataclass(frozen=True)
class NewAccount:
    """The account into which her money goes, as it was checked."""

    checked_on: date
    holder: str
    relation: str = ""
    guardian_accused: str = ""
    is_active: str = "not_known"
    can_be_reached: str = "not_known"
    others_can_draw: str = "not_known"
    locked_until: date | None = None
    who_can_draw: str = ""


@transaction.atomic
def record_account(*, claim: Claim, new: NewAccount, by: Actor) -> AccountCheck:
    """Whose account it is and whether money can reach it. Raises GuardianIsAccused, StepInTheFuture."""
    require(by, Permission.CLAIM_WRITE)
    if new.checked_on > by.today:
        raise StepInTheFuture(new.checked_on.isoformat())
    claim = locked_claim(claim, by)
    if new.holder == AccountCheck.Holder.GUARDIAN and (
        new.guardian_accused != "no" or _is_accused(claim, new.relation, by)
    ):
        raise GuardianIsAccused(str(claim.pk))
    row = AccountCheck.unscoped.create(claim=claim, **asdict(new), **own(by, claim))
    write_log(Event.CLAIM_STEP_RECORDED, about=row, by=by, subject=claim.survivor_file.log_tag)
    return row


def _is_accused(claim: Claim, relation: str, by: Actor) -> bool:
    """Whether her file names somebody of this relation among the accused, whatever was said just now."""
    rows = HouseholdMember.objects.visible_to(by).filter(
        survivor_file=claim.survivor_file_id, withdrawn_at=None, is_accused=True
    )
    return rows.filter(relation=relation).exists()


@transaction.atomic
def prepare_letter(*, claim: Claim, rung: str, by: Actor) -> UnpaidLetter:
    """The next letter about money that was ordered and did not come. It is prepared, never sent by itself.

    The same letter prepared again on the same day is the same one. Raises NoSuchRung.
    """
    require(by, Permission.CLAIM_WRITE)
    claim = locked_claim(claim, by)
    waits = standing_of(claims_on(by, by.today).get(pk=claim.pk), by.today).waiting
    if rung not in RUNGS or not waits:
        raise NoSuchRung(rung)
    same: QuerySet[UnpaidLetter] = UnpaidLetter.unscoped.filter(
        claim=claim, rung=rung, prepared_on=by.today, withdrawn_at=None
    )
    if row := same.first():
        return row
    row = UnpaidLetter.unscoped.create(
        claim=claim, rung=rung, prepared_on=by.today, **own(by, claim)
    )
    write_log(Event.LETTER_PREPARED, about=row, by=by, subject=claim.survivor_file.log_tag)
    return row


@transaction.atomic
def record_sent(*, letter: UnpaidLetter, sent_on: date, by: Actor) -> UnpaidLetter:
    """Somebody sent a prepared letter with her own hands. Raises StepInTheFuture."""
    require(by, Permission.CLAIM_WRITE)
    door = UnpaidLetter.objects.visible_to(by).select_related("survivor_file")
    row = door.select_for_update(of=("self",)).get(pk=letter.pk, withdrawn_at=None)
    if not row.prepared_on <= sent_on <= by.today:
        raise StepInTheFuture(sent_on.isoformat())
    row.sent_on = sent_on
    row.save(update_fields=["sent_on"])
    write_log(Event.LETTER_PREPARED, about=row, by=by, subject=row.survivor_file.log_tag)
    return row
