"""A letter to a legal services authority is a step of its ladder: the clocks of legal aid and of money see it."""

from collections.abc import Callable

from tafteesh.domain.compensation.actions import prepare_letter, record_sent
from tafteesh.domain.compensation.chasing import owed
from tafteesh.domain.compensation.models import UnpaidLetter
from tafteesh.domain.legalaid.actions import remind, request_legal_aid
from tafteesh.domain.legalaid.clock import waiting_on
from tafteesh.domain.legalaid.models import Reminder
from tafteesh.domain.proceedings.models import Letter
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.permissions import Permission


def note_in_ladder(actor: Actor, row: Letter) -> None:
    """Write the step that was taken by this letter, where she may write it."""
    step: Callable[[Actor, Letter], None] | None = STEPS.get(row.kind)
    if step is not None and row.survivor_file is not None and row.sent_on is not None:
        step(actor, row)


def _aid(actor: Actor, row: Letter) -> None:
    file, day = row.survivor_file, row.sent_on
    if file is None or day is None or not actor.holds(Permission.LEGALAID_WRITE):
        return
    waiting = [one for one in waiting_on(actor, day) if one.request.survivor_file_id == file.pk]
    if not waiting:
        request_legal_aid(file=file, authority=row.addressee_words, requested_on=day, by=actor)
        return
    kind = Reminder.Kind.REMINDER
    if waiting[0].is_late:
        is_state = row.kind == Letter.Kind.SLSA_AID
        kind = Reminder.Kind.SLSA if is_state else Reminder.Kind.DLSA
    remind(request=waiting[0].request, kind=kind, on=day, sent=True, by=actor)


def _money(actor: Actor, row: Letter) -> None:
    """A step is prepared on the day on which it is written, so only what went out today is one."""
    may = actor.holds(Permission.CLAIM_WRITE) and actor.holds(Permission.CLAIM_READ)
    if row.sent_on != actor.today or not may:
        return
    is_state = row.kind == Letter.Kind.SLSA_UNPAID
    rung = UnpaidLetter.Rung.SLSA if is_state else UnpaidLetter.Rung.REMINDER
    for one in owed(actor, actor.today):
        claim = one.standing.claim
        if claim.survivor_file_id == row.survivor_file_id:
            step = prepare_letter(claim=claim, rung=rung, by=actor)
            record_sent(letter=step, sent_on=actor.today, by=actor)


STEPS: dict[str, Callable[[Actor, Letter], None]] = {
    Letter.Kind.DLSA_AID: _aid,
    Letter.Kind.SLSA_AID: _aid,
    Letter.Kind.DLSA_UNPAID: _money,
    Letter.Kind.SLSA_UNPAID: _money,
}
