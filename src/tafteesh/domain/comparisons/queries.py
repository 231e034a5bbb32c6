"""Comparisons and their pairs as they are shown; what the other office said, from its file or from this system."""

import uuid
from dataclasses import dataclass

from django.db import models
from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.comparisons.models import Comparison, Match
from tafteesh.domain.files.models import MayShare, Purpose
from tafteesh.foundation.access.actor import Actor

SHOWN = 200


class State(models.TextChoices):
    """How far a pair is."""

    OURS_TO_SAY = "ours_to_say", _("Waits for you")
    THEIRS_TO_SAY = "theirs_to_say", _("Waits for them")
    TOLD = "told", _("Both say yes")
    CODE_TO_COME = (
        "code_to_come",
        _("Both say yes; their code comes with their next file of answers"),
    )
    NOT_TOLD = "not_told", _("Not told")


@dataclass(frozen=True)
class Seen:
    """A pair, how far it is, and what is told of it."""

    match: Match
    state: State
    code: str = ""
    contact: str = ""


def comparisons(actor: Actor) -> "QuerySet[Comparison]":
    """Comparisons of her office, the newest first, with the pairs that wait for an answer."""
    rows: QuerySet[Comparison] = Comparison.objects.visible_to(actor).filter(withdrawn_at=None)
    return (
        rows.select_related("to_organisation")
        .annotate(pairs=Count("matches"), unsaid=Count("matches", filter=Q(matches__answer="")))
        .order_by("-recorded_at", "-pk")
    )


def answers_of(comparison: Comparison, actor: Actor) -> "QuerySet[Match]":
    """The pairs of a comparison on our side, the most alike first."""
    rows: QuerySet[Match] = Match.objects.visible_to(actor).filter(comparison=comparison)
    return rows.order_by("-score", "our_number", "their_number")


def _still_agrees(actor: Actor) -> MayShare:
    """Whether she, of whose file a pair tells, agrees at this moment."""
    return MayShare(
        F("our_file"),
        models.Value(Purpose.COMPARING.value),
        Cast(F("to_organisation"), models.TextField()),
        models.Value(actor.now, output_field=models.DateTimeField()),
    )


def told_by_us(comparison: Comparison, actor: Actor) -> "list[tuple[Match, bool]]":
    """Our answers, and of each whether its code goes with it: both say yes, and so does she, still."""
    rows = answers_of(comparison, actor).exclude(answer="")
    agrees = set(
        rows.filter(our_file__isnull=False)
        .filter(_still_agrees(actor))
        .values_list("pk", flat=True)
    )
    yes = Match.Answer.REVEALS
    return [(row, row.answer == row.their_answer == yes and row.pk in agrees) for row in rows]


def _beside(comparison: Comparison, actor: Actor) -> "QuerySet[Match]":
    """Their answered rows of the same comparison, where they work in this same system."""
    rows: QuerySet[Match] = Match.objects.visible_to(actor)
    if not comparison.is_here:
        return rows.none()
    return rows.filter(
        organisation=comparison.to_organisation_id,
        to_organisation=comparison.organisation_id,
        comparison=comparison.their_comparison,
    )


def pairs(comparison: Comparison, actor: Actor) -> list[Seen]:
    """The pairs of a comparison as they stand, the most alike first."""
    theirs = {(row.their_number, row.our_number): row for row in _beside(comparison, actor)}
    agree = set(
        _beside(comparison, actor).filter(_still_agrees(actor)).values_list("pk", flat=True)
    )
    return [
        _seen(row, theirs.get((row.our_number, row.their_number)), agree)
        for row in answers_of(comparison, actor)[:SHOWN]
    ]


def _seen(row: Match, other: Match | None, agree: set[uuid.UUID]) -> Seen:
    state = _state(row, other.answer if other else row.their_answer)
    if state is not State.TOLD:
        return Seen(row, state)
    if other and other.pk not in agree:
        return Seen(row, State.NOT_TOLD)
    if not other and not row.their_code:
        return Seen(row, State.CODE_TO_COME)
    told = (other.our_code, other.our_contact) if other else (row.their_code, row.their_contact)
    return Seen(row, state, *told)


def _state(row: Match, their_answer: str) -> State:
    """How far a pair is by the two answers alone."""
    if not row.answer:
        return State.OURS_TO_SAY
    if Match.Answer.REFUSES in (row.answer, their_answer):
        return State.NOT_TOLD
    return State.TOLD if their_answer else State.THEIRS_TO_SAY
