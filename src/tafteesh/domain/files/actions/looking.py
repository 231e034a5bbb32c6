"""Looking at one sealed value: by those whose work it is, and by those whom the office lets until a day."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q

from tafteesh.domain.files import sealing
from tafteesh.domain.files.gate import Reach, pass_gate, rule_of
from tafteesh.domain.files.models import Identity, LookRequest, SafeContact, SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.vault.sealing import Secret

LONGEST = timedelta(days=30)


class NothingSealedThere(Exception):
    """The field is empty: there is nothing to look at."""


class AskedAlready(Exception):
    """The same value was asked for and waits, or is open to her still."""


class AnotherDecides(Exception):
    """Whoever asked does not decide; nor does anybody of another office."""


class LookDecided(Exception):
    """The request was decided before."""


class LookTooLong(Exception):
    """A value stays open for thirty days at most, and not into the past."""


class NotAgreed(Exception):
    """Nobody agreed to the look, or its last day has passed."""


@transaction.atomic
def look_at(*, file: SurvivorFile, name: str, reason: str, despite: str = "", by: Actor) -> Secret:
    """Open one sealed value of her identity. The look is written down before it is shown.

    Raises NothingSealedThere when the field is empty; `reason` is a code of a list. Her phone stands behind
    the gate: NotSafeNow, unless `despite` says why it must be.
    """
    require(by, Permission.IDENTITY_LOOK)
    file = SurvivorFile.objects.visible_to(by).get(pk=file.pk)
    return _opened(file, name, reason, despite, by)


def _opened(file: SurvivorFile, name: str, reason: str, despite: str, by: Actor) -> Secret:
    identity = Identity.objects.visible_to(by).get(survivor_file=file)
    if name not in Identity.SEALED or not getattr(identity, name):
        raise NothingSealedThere(name)
    if name == "phone" and pass_gate(file=file, way=Reach.CALL, despite=despite, by=by):
        write_log(Event.CALLED_DESPITE, about=file, by=by, subject=file.log_tag, reason=despite)
    write_log(
        Event.IDENTITY_LOOKED, about=file, by=by, subject=file.log_tag, fields=[name], reason=reason
    )
    if name == "phone" and (named := _named_number(file, by)):
        return named
    return sealing.open_name(identity, name)


def _named_number(file: SurvivorFile, by: Actor) -> Secret | None:
    """The other phone that she named for being called, where she named one."""
    rule = rule_of(file, by)
    if rule is None or rule.number != SafeContact.Number.OTHER or not rule.number_sealed:
        return None
    return sealing.open_from(rule, "number_sealed", sealing.key_for(file))


@transaction.atomic
def ask_to_look(*, file: SurvivorFile, value: str, reason: str, by: Actor) -> LookRequest:
    """Ask the office of the file to let her see one value. Raises NothingSealedThere, AskedAlready."""
    require(by, Permission.FILE_READ)
    file = SurvivorFile.objects.visible_to(by).get(pk=file.pk, withdrawn_at=None)
    identity = Identity.objects.visible_to(by).get(survivor_file=file)
    if not getattr(identity, LookRequest.Value(value).value):
        raise NothingSealedThere(value)
    mine = LookRequest.objects.visible_to(by).filter(
        survivor_file=file, value=value, recorded_by=by.person_id, withdrawn_at=None
    )
    if mine.filter(Q(decided_at=None) | Q(until__gte=by.today)).exists():
        raise AskedAlready(value)
    row = LookRequest(
        organisation_id=file.organisation_id,
        survivor_file=file,
        value=value,
        reason=LookRequest.Reason(reason),
        recorded_at=by.now,
        recorded_by_id=by.person_id,
    )
    row.save(force_insert=True)
    write_log(
        Event.LOOK_ASKED, about=row, by=by, subject=file.log_tag, fields=[value], reason=reason
    )
    return row


@transaction.atomic
def decide_look(
    *, request: LookRequest, until: date | None = None, refusal: str = "", by: Actor
) -> LookRequest:
    """Somebody of the file's office lets her see it until a day, or refuses with a reason.

    Raises AnotherDecides, LookDecided, LookTooLong.
    """
    require(by, Permission.FILE_ASSIGN)
    door = LookRequest.objects.visible_to(by).select_for_update(of=("self",))
    row = door.select_related("survivor_file").get(pk=request.pk, withdrawn_at=None)
    if row.recorded_by_id == by.person_id or row.organisation_id not in by.offices:
        raise AnotherDecides(str(row.pk))
    if row.decided_at is not None:
        raise LookDecided(str(row.pk))
    if until is not None and not by.today <= until <= by.today + LONGEST:
        raise LookTooLong(str(row.pk))
    row.until, row.refusal = until, "" if until else LookRequest.Refusal(refusal).value
    row.decided_by_id, row.decided_at = by.person_id, by.now
    row.save(update_fields=["until", "refusal", "decided_by", "decided_at"])
    write_log(
        Event.LOOK_DECIDED, about=row, by=by, subject=row.survivor_file.log_tag,
        fields=[row.value], reason=row.refusal or "agreed",
    )  # fmt: skip
    return row


@transaction.atomic
def look_as_agreed(*, request: LookRequest, despite: str = "", by: Actor) -> Secret:
    """See what she asked for and the office agreed to. Her phone stands behind the gate here too.

    Raises NotAgreed, NothingSealedThere, NotSafeNow.
    """
    require(by, Permission.FILE_READ)
    door = LookRequest.objects.visible_to(by).select_related("survivor_file")
    row = door.get(pk=request.pk, withdrawn_at=None, recorded_by=by.person_id)
    if row.until is None or row.until < by.today:
        raise NotAgreed(str(row.pk))
    file = SurvivorFile.objects.visible_to(by).get(pk=row.survivor_file_id)
    return _opened(file, row.value, row.reason, despite, by)
