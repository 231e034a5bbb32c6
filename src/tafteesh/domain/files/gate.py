"""The one gate before a phone number, a call, a message or a letter: what she asked for, held against this moment."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models import SafeContact, SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.kernel.clock import INDIA


class Reach(models.TextChoices):
    """A way of reaching her from afar."""

    CALL = "call", _("Call")
    MESSAGE = "message", _("Message")
    POST = "post", _("Letter by post")


class Block(models.TextChoices):
    """Why the gate is shut."""

    NOT_ASKED = "not_asked", _("Nobody has asked yet how she may be reached.")
    NO_CALLS = "no_calls", _("She asked not to be called.")
    OUTSIDE_HOURS = "outside_hours", _("It is outside the hours that she named.")
    NO_MESSAGES = "no_messages", _("She asked for no messages.")
    NO_POST = "no_post", _("She asked for nothing by post.")
    NOT_HER_WORKER = "not_her_worker", _("She wants to be reached by her own worker only.")


class Through(models.TextChoices):
    """The reasons that open the shut gate. Each use is a line in the log."""

    DANGER = "danger", _("Danger to life, and no other way")
    SHE_ASKED = "she_asked", _("She herself asked for this call now")
    COURT_TODAY = "court_today", _("A court or the police need her today, and no visit is possible")


class NotSafeNow(Exception):
    """The gate is shut: she asked not to be reached in this way, or not now."""

    def __init__(self, block: Block) -> None:
        super().__init__(block.value)
        self.block = block


@dataclass(frozen=True)
class Verdict:
    """Open, or shut with the reason."""

    block: Block | None

    def __bool__(self) -> bool:
        return self.block is None


def rule_of(file: SurvivorFile, by: Actor) -> SafeContact | None:
    """The newest standing rule."""
    rows = SafeContact.objects.visible_to(by).filter(survivor_file=file, withdrawn_at=None)
    return rows.order_by("-recorded_at", "-pk").first()


def verdict(rule: SafeContact | None, way: Reach, file: SurvivorFile, by: Actor) -> Verdict:
    """Whether she may be reached in this way, now, by this person."""
    if rule is None:
        return Verdict(Block.NOT_ASKED)
    refused = {
        Reach.CALL: None if rule.may_call else Block.NO_CALLS,
        Reach.MESSAGE: None if rule.may_write else Block.NO_MESSAGES,
        Reach.POST: None if rule.may_post else Block.NO_POST,
    }[way]
    if refused is None and rule.caller == SafeContact.Caller.WORKER:
        refused = None if file.worker_id == by.person_id else Block.NOT_HER_WORKER
    if refused is None and way is not Reach.POST and _outside(rule, by):
        refused = Block.OUTSIDE_HOURS
    return Verdict(refused)


def _outside(rule: SafeContact, by: Actor) -> bool:
    if rule.from_hour is None or rule.to_hour is None:
        return False
    return not rule.from_hour <= by.now.astimezone(INDIA).hour < rule.to_hour


def pass_gate(*, file: SurvivorFile, way: Reach, despite: str, by: Actor) -> Block | None:
    """Answers the block that a reason opened, or None where the gate stood open. Raises NotSafeNow."""
    block = verdict(rule_of(file, by), way, file, by).block
    if block is not None and despite not in Through.values:
        raise NotSafeNow(block)
    return block
