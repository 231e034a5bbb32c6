"""What she agrees to and what she takes back: rows are added, never changed."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from tafteesh.domain.files import sealing
from tafteesh.domain.files.actions import locked_file
from tafteesh.domain.files.models import Consent, Purpose, Recipient, SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.kernel.ids import new_id

LONGEST = timedelta(days=366)


class NotAskedYet(Exception):
    """She is asked first; an answer of a day that has not come is none."""


class AgreedTooLong(Exception):
    """An agreement lasts a year at most; then she is asked again."""


class EndsBeforeItStarts(Exception):
    """The last day of an agreement cannot be before its first."""


class NothingToTakeBack(Exception):
    """She did not agree to this, or took it back before."""


@dataclass(frozen=True)
class NewAnswer:
    """Her answer as it is entered: to what, to whom, how she was asked."""

    purpose: Purpose
    recipient: Organisation | Recipient
    answer: str
    language: str
    way: str
    starts_on: date
    until: date | None = None
    witness: str = ""


@transaction.atomic
def record_answer(*, file: SurvivorFile, new: NewAnswer, by: Actor) -> Consent:
    """Write down what she answered; the newest answer of a purpose and recipient holds.

    Raises NotAskedYet, EndsBeforeItStarts, AgreedTooLong.
    """
    require(by, Permission.FILE_WRITE)
    file = locked_file(file, by)
    if new.starts_on > by.today:
        raise NotAskedYet(new.starts_on.isoformat())
    if new.until and new.until < new.starts_on:
        raise EndsBeforeItStarts(new.until.isoformat())
    if new.until and new.until > by.today + LONGEST:
        raise AgreedTooLong(new.until.isoformat())
    return _add(file, new, by)


@transaction.atomic
def take_back(*, consent: Consent, by: Actor) -> Consent:
    """She changed her mind: from the next request on it is not shared. Raises NothingToTakeBack."""
    require(by, Permission.FILE_WRITE)
    given = Consent.objects.visible_to(by).select_related("survivor_file", "to_organisation")
    row = given.get(pk=consent.pk, answer=Consent.Answer.AGREES)
    file = locked_file(row.survivor_file, by)
    newest = Consent.objects.visible_to(by).filter(
        survivor_file=file,
        purpose=row.purpose,
        to_organisation=row.to_organisation_id,
        to_kind=row.to_kind,
    )
    if newest.order_by("-recorded_at", "-pk").first() != row:
        raise NothingToTakeBack(str(row.pk))
    new = NewAnswer(
        Purpose(row.purpose),
        row.to_organisation or Recipient(row.to_kind),
        Consent.Answer.WITHDRAWN,
        row.language,
        Consent.Way.SPOKEN,
        by.today,
    )
    return _add(file, new, by)


def _add(file: SurvivorFile, new: NewAnswer, by: Actor) -> Consent:
    to = new.recipient
    row = Consent(
        id=new_id(),
        organisation_id=file.organisation_id,
        survivor_file=file,
        purpose=new.purpose,
        to_organisation=to if isinstance(to, Organisation) else None,
        to_kind="" if isinstance(to, Organisation) else to.value,
        answer=new.answer,
        language=new.language,
        way=new.way,
        starts_on=new.starts_on,
        until=new.until,
        recorded_at=by.now,
        recorded_by_id=by.person_id,
    )
    if new.witness:
        sealing.seal_into(row, "witness_sealed", new.witness, sealing.key_for(file))
    row.save(force_insert=True)
    write_log(
        Event.CONSENT_RECORDED, about=row, by=by, subject=file.log_tag, reason=str(new.answer)
    )
    return row
