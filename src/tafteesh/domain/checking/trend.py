"""What rounds say beyond one number: lots by stratum, rounds in time, and the newest closed one."""

import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from tafteesh.domain.checking.intervals import Share, is_change_real
from tafteesh.domain.checking.lots import NoSuchPlan, Plan, plan_for, rejected
from tafteesh.domain.checking.models import CheckRound, FieldCheck
from tafteesh.domain.checking.queries import DIFFERS, JUDGED, SEEN, Accuracy, Seen, summed_up
from tafteesh.foundation.access.actor import Actor

GOOD_LOT, BAD_LOT = 0.05, 0.2
RISK = 0.1


@dataclass(frozen=True)
class Lot:
    """The judged fields of one stratum. `accepted` is None where they are too few to say.

    `wronged` is the chance that a good part (`GOOD_LOT` wrong) is sent back by this plan.
    """

    stratum: str
    wrong: int
    judged: int
    plan: Plan | None = None
    accepted: bool | None = None
    wronged: float | None = None


@dataclass(frozen=True)
class Step:
    """One closed round after another. `is_real` is None for the first."""

    round: CheckRound
    accuracy: Accuracy
    is_real: bool | None


def lots_of(actor: Actor, round: CheckRound, effect: float) -> list[Lot]:  # noqa: A002 - the field's word
    """Accept or reject every stratum, counting observations at their effective size."""
    checks = FieldCheck.objects.visible_to(actor).filter(
        drawn__round=round, is_second=False, verdict__in=JUDGED
    )
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for stratum, verdict in checks.values_list("drawn__stratum", "verdict"):
        seen[stratum][verdict] += 1
    return [
        _lot(stratum, count[DIFFERS], count.total(), effect)
        for stratum, count in sorted(seen.items())
    ]


def _lot(stratum: str, wrong: int, judged: int, effect: float) -> Lot:
    try:
        plan = plan_for(int(judged / effect), BAD_LOT, beta=RISK)
    except NoSuchPlan:
        return Lot(stratum, wrong, judged)
    accepted = plan.accepts(round(wrong / effect))
    return Lot(stratum, wrong, judged, plan, accepted, rejected(plan, GOOD_LOT))


def closed_rounds(actor: Actor) -> "QuerySet[CheckRound]":
    """Closed rounds of her organisation, the oldest first."""
    rounds: QuerySet[CheckRound] = CheckRound.objects.visible_to(actor)
    return rounds.filter(
        organisation_id=actor.organisation_id, closed_at__isnull=False, withdrawn_at=None
    ).order_by("drawn_at")


def trend(actor: Actor, last: int = 12) -> list[Step]:
    """The last closed rounds, each beside the one before, from two queries."""
    rounds = list(closed_rounds(actor).reverse()[:last])[::-1]
    found = accuracies(actor, (one.pk for one in rounds))
    steps: list[Step] = []
    before: Share | None = None
    for one in rounds:
        accuracy = found[one.pk]
        real = is_change_real(before, accuracy.judged) if before and accuracy.judged else None
        steps.append(Step(one, accuracy, real))
        before = accuracy.judged or before
    return steps


def expected_of(steps: Sequence[Step], fields: int) -> tuple[float, float] | None:
    """Of so many fields a file: how many will be judged, and the design effect; from the newest round that says so.

    Fields of a file agree by the same amount (rho) whatever their number: the effect is 1 + (fields - 1) rho.
    """
    for step in reversed(steps):
        found, files = step.accuracy, step.accuracy.records
        if found.judged is None or files is None or found.judged.of <= files.of:
            continue
        seen = found.judged.of / files.of
        rho = (found.judged.design_effect - 1) / (seen - 1)
        judged = max(fields * found.judged.of / found.drawn, 1.0)
        return judged, 1 + (judged - 1) * rho
    return None


def accuracies(actor: Actor, rounds: Iterable[uuid.UUID]) -> dict[uuid.UUID, Accuracy]:
    """The accuracy of several rounds from one query."""
    wanted = list(rounds)
    checks = FieldCheck.objects.visible_to(actor).filter(drawn__round__in=wanted)
    rows: dict[uuid.UUID, list[Seen]] = {pk: [] for pk in wanted}
    for pk, *seen in checks.values_list("drawn__round_id", *SEEN):
        rows[pk].append(Seen(*seen))
    return {pk: summed_up(own) for pk, own in rows.items()}
