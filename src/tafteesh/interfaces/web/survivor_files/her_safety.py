"""What the page of a file shows of her choices, her safety and the people around her."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Sum
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tafteesh.domain.care.models import (
    Conference,
    Incident,
    Living,
    MoneyGrant,
    Review,
    SafetyPlan,
    Score,
    Service,
    Step,
)
from tafteesh.domain.files.models import Consent, HouseholdMember, Identity, SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.survivor_files.notes import Covering

SHOWN = 60
PLAN = ("signs", "steps")
ADULT = 18


@dataclass(frozen=True)
class Answered:
    """Her newest answer about one purpose and one recipient."""

    row: Consent
    to: str
    holds: bool


@dataclass(frozen=True)
class Scored:
    """One review: each question with its score and why, and her worry and goal; all names covered."""

    row: Review
    scores: list[tuple[str, int, SafeString]]
    said: list[SafeString]


def _standing(model: Any, actor: Actor, file: SurvivorFile) -> Any:
    return model.objects.visible_to(actor).filter(survivor_file=file, withdrawn_at=None)


def answers(actor: Actor, file: SurvivorFile) -> list[Answered]:
    """The newest answer of each purpose and recipient, what holds first."""
    rows = _standing(Consent, actor, file).select_related("to_organisation")
    newest: dict[tuple[object, ...], Answered] = {}
    for row in rows.order_by("-recorded_at", "-pk")[:SHOWN]:
        to = row.to_organisation.name if row.to_organisation else row.get_to_kind_display()
        ended = row.until is not None and row.until < actor.today
        holds = row.answer == Consent.Answer.AGREES and not ended
        newest.setdefault((row.purpose, to), Answered(row, to, holds))
    return sorted(newest.values(), key=lambda one: not one.holds)


def safety_part(actor: Actor, file: SurvivorFile) -> dict[str, Any]:
    """Her answers, what threatens her, and the day on which her plan is looked at again."""
    incidents = _standing(Incident, actor, file).order_by("settled_on", "-on", "-pk")
    plan = _standing(SafetyPlan, actor, file).order_by("-recorded_at", "-pk").first()
    covering = Covering(actor, file)
    return {
        "answers": answers(actor, file),
        "incidents": [(row, covering.html("danger", row)) for row in incidents[:SHOWN]],
        "plan": plan,
        "plan_notes": [note for kind in PLAN if plan and (note := covering.html(kind, plan))],
        "may_ask": actor.holds(Permission.FILE_WRITE),
    }


def care_part(actor: Actor, file: SurvivorFile) -> dict[str, Any]:
    """Reviews with their scores (for those who may see them), what was decided, services, money."""
    reads = actor.holds(Permission.REVIEW_WRITE)
    reviews = _standing(Review, actor, file).select_related("instrument")
    steps = _standing(Step, actor, file).order_by("done_on", "due_on")
    grants = _standing(MoneyGrant, actor, file).annotate(received=Sum("instalments__amount_paise"))
    held = _standing(Conference, actor, file).order_by("-on")[:10]
    covering = Covering(actor, file)
    living = _standing(Living, actor, file).order_by("-on", "-recorded_at")
    return {
        "reads_scores": reads,
        "reviews": [_scored(actor, row, covering) for row in reviews.order_by("-on", "-pk")[:10]]
        if reads
        else [],
        "conferences": [(row, covering.html("conference", row)) for row in held],
        "steps": [(row, covering.html("step", row)) for row in steps[:SHOWN]],
        "living": list(living[:10]),
        "services": list(_standing(Service, actor, file).order_by("-starts_on", "pk")[:SHOWN]),
        "grants": list(grants.order_by("-agreed_on", "pk")[:SHOWN]),
    }


def _scored(actor: Actor, review: Review, covering: Covering) -> Scored:
    rows = Score.objects.visible_to(actor).filter(review=review, withdrawn_at=None)
    told = rows.select_related("question").order_by("question__position")
    scores = [(row.question.asked, row.score, covering.html("reason", row)) for row in told]
    said = [note for kind in ("worry", "goal") if (note := covering.html(kind, review))]
    return Scored(review, scores, said)


def people_part(actor: Actor, file: SurvivorFile) -> dict[str, Any]:
    """Her family and household, and whether somebody must still be found who speaks for a child."""
    members = list(_standing(HouseholdMember, actor, file).order_by("relation", "pk")[:SHOWN])
    return {"members": members, "guardian_missing": guardian_missing(actor, file, members)}


def guardian_missing(actor: Actor, file: SurvivorFile, members: list[HouseholdMember]) -> str:
    """What to ask for, where she is or may be a child and nobody free of accusation speaks for her."""
    identity = Identity.objects.visible_to(actor).filter(survivor_file=file).first()
    if identity is None or identity.born_latest is None:
        return ""
    years = (actor.today - identity.born_latest).days / 365.25
    if years >= ADULT or any(member.is_guardian for member in members):
        return ""
    if any(member.is_accused for member in members):
        return _(
            "She is a child, and somebody of her family is accused. Ask for the order of the Child"
            " Welfare Committee, or for a support person."
        )
    return _("She is a child. Write down who agrees for her.")
