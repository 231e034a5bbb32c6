"""Reviews with her, conferences about her, services, and money for her life."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from django.db import transaction
from django.db.models import Sum

from tafteesh.domain.care.models import (
    Conference,
    Instalment,
    Instrument,
    Living,
    MoneyGrant,
    Review,
    Score,
    Service,
    Step,
)
from tafteesh.domain.files import sealing
from tafteesh.domain.files.models import OnFile, SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.kernel.ids import new_id

Row = TypeVar("Row", bound=OnFile)


class OutsideTheScale(Exception):
    """A score lies between the lowest and the highest of its instrument."""


class NotOfThisInstrument(Exception):
    """A question belongs to the instrument that is asked."""


class NotYetHeld(Exception):
    """A review or a conference has been held when it is written down."""


class MoreThanAgreed(Exception):
    """The instalments of a grant cannot be more than was agreed."""


@dataclass(frozen=True)
class NewStep:
    """What, who, with which official, by when."""

    what: str
    who: str
    due_on: date
    official: str = ""


@dataclass(frozen=True)
class NewReview:
    """A review as it is entered: question number to score and reason."""

    instrument: Instrument
    on: date
    next_on: date
    scores: dict[int, tuple[int, str]]
    worry: str = ""
    goal: str = ""
    steps: list[NewStep] = field(default_factory=list)


def _made(row: Row, file: SurvivorFile, by: Actor) -> Row:
    row.pk = new_id()
    row.organisation_id, row.survivor_file = file.organisation_id, file
    row.recorded_at, row.recorded_by_id = by.now, by.person_id
    return row


def _file(file: SurvivorFile, by: Actor) -> SurvivorFile:
    door = SurvivorFile.objects.visible_to(by).select_for_update(of=("self",))
    return door.get(pk=file.pk)


@transaction.atomic
def record_review(*, file: SurvivorFile, new: NewReview, by: Actor) -> Review:
    """Write down what she scored and why, her worry and goal, and what follows.

    Raises NotYetHeld, OutsideTheScale, NotOfThisInstrument.
    """
    require(by, Permission.REVIEW_WRITE)
    file = _file(file, by)
    if new.on > by.today:
        raise NotYetHeld(new.on.isoformat())
    questions = {one.position: one for one in new.instrument.questions.all()}
    if unknown := set(new.scores) - set(questions):
        raise NotOfThisInstrument(str(sorted(unknown)))
    key = sealing.key_for(file)
    review = Review(instrument=new.instrument, on=new.on, next_on=new.next_on)
    _made(review, file, by)
    sealing.seal_into(review, "worry_sealed", new.worry, key)
    sealing.seal_into(review, "goal_sealed", new.goal, key)
    review.save(force_insert=True)
    for position, (value, reason) in new.scores.items():
        if not new.instrument.lowest <= value <= new.instrument.highest:
            raise OutsideTheScale(str(value))
        score = Score(review=review, question=questions[position], score=value)
        sealing.seal_into(_made(score, file, by), "reason_sealed", reason, key)
        score.save(force_insert=True)
    _add_steps(file, new.steps, by, review=review)
    write_log(Event.PLAN_RECORDED, about=review, by=by, subject=file.log_tag)
    return review


def _add_steps(
    file: SurvivorFile,
    steps: Iterable[NewStep],
    by: Actor,
    *,
    review: Review | None = None,
    conference: Conference | None = None,
) -> None:
    key = sealing.key_for(file)
    for new in steps:
        step = Step(
            review=review,
            conference=conference,
            who=new.who,
            official=new.official,
            due_on=new.due_on,
        )
        sealing.seal_into(_made(step, file, by), "what_sealed", new.what, key)
        step.save(force_insert=True)


@transaction.atomic
def finish_step(*, step: Step, by: Actor) -> Step:
    """It is done."""
    require(by, Permission.REVIEW_WRITE)
    door = Step.objects.visible_to(by).select_related("survivor_file")
    row = door.select_for_update(of=("self",)).get(pk=step.pk, done_on=None, withdrawn_at=None)
    row.done_on = by.today
    row.save(update_fields=["done_on"])
    write_log(Event.PLAN_RECORDED, about=row, by=by, subject=row.survivor_file.log_tag)
    return row


@transaction.atomic
def record_conference(
    *,
    file: SurvivorFile,
    on: date,
    she_was_there: bool,
    note: str,
    steps: list[NewStep],
    by: Actor,
) -> Conference:
    """People sat together about her matter, and decided. Raises NotYetHeld."""
    require(by, Permission.REVIEW_WRITE)
    file = _file(file, by)
    if on > by.today:
        raise NotYetHeld(on.isoformat())
    row = _made(Conference(on=on, she_was_there=she_was_there), file, by)
    sealing.seal_into(row, "note_sealed", note, sealing.key_for(file))
    row.save(force_insert=True)
    _add_steps(file, steps, by, conference=row)
    write_log(Event.PLAN_RECORDED, about=row, by=by, subject=file.log_tag)
    return row


@transaction.atomic
def record_service(*, file: SurvivorFile, service: Service, by: Actor) -> Service:
    """A service that she gets or got."""
    require(by, Permission.CONTACT_RECORD)
    file = _file(file, by)
    _made(service, file, by).save(force_insert=True)
    write_log(Event.PLAN_RECORDED, about=service, by=by, subject=file.log_tag)
    return service


@transaction.atomic
def record_grant(*, file: SurvivorFile, grant: MoneyGrant, by: Actor) -> MoneyGrant:
    """Money was agreed for her life; none of it has reached her yet."""
    require(by, Permission.CONTACT_RECORD)
    file = _file(file, by)
    _made(grant, file, by).save(force_insert=True)
    write_log(Event.PLAN_RECORDED, about=grant, by=by, subject=file.log_tag)
    return grant


@transaction.atomic
def record_instalment(*, grant: MoneyGrant, instalment: Instalment, by: Actor) -> Instalment:
    """A part of it reached her. Raises MoreThanAgreed."""
    require(by, Permission.CONTACT_RECORD)
    door = MoneyGrant.objects.visible_to(by).select_related("survivor_file")
    grant = door.select_for_update(of=("self",)).get(pk=grant.pk, withdrawn_at=None)
    standing = Instalment.objects.visible_to(by).filter(grant=grant, withdrawn_at=None)
    before = standing.aggregate(total=Sum("amount_paise"))["total"] or 0
    if before + instalment.amount_paise > grant.amount_paise:
        raise MoreThanAgreed(str(grant.pk))
    instalment.grant = grant
    _made(instalment, grant.survivor_file, by).save(force_insert=True)
    tag = grant.survivor_file.log_tag
    write_log(Event.PLAN_RECORDED, about=instalment, by=by, subject=tag)
    return instalment


@transaction.atomic
def record_living(*, file: SurvivorFile, living: Living, by: Actor) -> Living:
    """How she lives on a day: income, schooling, a group. Earlier answers stay beside it. Raises NotYetHeld."""
    require(by, Permission.CONTACT_RECORD)
    file = _file(file, by)
    if living.on > by.today:
        raise NotYetHeld(living.on.isoformat())
    _made(living, file, by).save(force_insert=True)
    write_log(Event.PLAN_RECORDED, about=living, by=by, subject=file.log_tag)
    return living
