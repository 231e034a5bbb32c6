"""Lists of questions for reviews: an office writes its own editions; what was scored keeps its questions."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from tafteesh.domain.care.models import Instrument, Question
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.kernel.ids import new_id

MOST_QUESTIONS = 40


class NoQuestions(Exception):
    """A list has at least one question, and at most forty."""


class ScaleUpsideDown(Exception):
    """The lowest score is below the highest."""


class SameQuestionTwice(Exception):
    """A question stands once in a list."""


@dataclass(frozen=True)
class NewEdition:
    """A list of questions as it is written."""

    code: str
    title: str
    lowest: int
    highest: int
    questions: tuple[str, ...]


@transaction.atomic
def write_edition(*, new: NewEdition, by: Actor) -> Instrument:
    """Write a new edition of a list for her office; the office's older edition is used no more.

    Raises NoQuestions, ScaleUpsideDown, SameQuestionTwice.
    """
    require(by, Permission.INSTRUMENT_WRITE)
    if not 1 <= len(new.questions) <= MOST_QUESTIONS:
        raise NoQuestions(str(len(new.questions)))
    if new.lowest >= new.highest:
        raise ScaleUpsideDown(f"{new.lowest} {new.highest}")
    if len({words.casefold() for words in new.questions}) < len(new.questions):
        raise SameQuestionTwice(new.code)
    own = Instrument.objects.select_for_update().filter(
        organisation_id=by.organisation_id, code=new.code
    )
    list(own)
    latest = Instrument.objects.filter(code=new.code).aggregate(edition=Max("edition"))["edition"]
    own.update(is_in_use=False)
    row = Instrument.objects.create(
        id=new_id(),
        organisation_id=by.organisation_id,
        code=new.code,
        edition=(latest or 0) + 1,
        title=new.title,
        lowest=new.lowest,
        highest=new.highest,
    )
    Question.objects.bulk_create(
        Question(instrument=row, position=position, words=words)
        for position, words in enumerate(new.questions, start=1)
    )
    write_log(Event.INSTRUMENT_CHANGED, about=row, by=by, reason=new.code)
    return row


@transaction.atomic
def end_edition(*, instrument: Instrument, by: Actor) -> Instrument:
    """Use a list of her office no more; what was scored with it stays."""
    require(by, Permission.INSTRUMENT_WRITE)
    row = Instrument.objects.select_for_update().get(
        pk=instrument.pk, organisation_id=by.organisation_id, is_in_use=True
    )
    row.is_in_use = False
    row.save(update_fields=["is_in_use"])
    write_log(Event.INSTRUMENT_CHANGED, about=row, by=by, reason="ended")
    return row
