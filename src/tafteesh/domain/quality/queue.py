"""The queue of a person, how far she is this week, and how good each rule is."""

import uuid
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Func, IntegerField, Q, QuerySet, Subquery

from tafteesh.domain.quality.catalogue import RULES
from tafteesh.domain.quality.models import Finding, SilencedRule, WeeklyAim
from tafteesh.domain.quality.rule import Rule
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.kept import Kept
from tafteesh.foundation.access.models import Person
from tafteesh.foundation.access.permissions import Permission

MOST = 1000  # a count stops here: it must not grow with the office
AIM = 10  # findings a week, until an office says otherwise
FEW = 20  # a rule is judged noisy only after so many answers
NOISY = 0.5
OPEN = Finding.Outcome.OPEN
SETTLED = (Finding.Outcome.MENDED, Finding.Outcome.FALSE_ALARM)


def silenced(actor: Actor) -> dict[str, SilencedRule]:
    """The rules that her office switched off."""
    rows = SilencedRule.objects.visible_to(actor).filter(withdrawn_at=None)
    return {row.rule: row for row in rows.select_related("recorded_by")}


def queue_of(actor: Actor, person: uuid.UUID | None = None) -> "QuerySet[Finding]":
    """Her findings, the worst first; who keeps the rules has those that nobody else has too."""
    whom = person or actor.person_id
    mine = Q(owner=whom)
    if whom == actor.person_id and actor.holds(Permission.RULES_KEEP):
        mine |= Q(owner=None, organisation__in=list(actor.organisations))
    rows: QuerySet[Finding] = Finding.objects.visible_to(actor)
    off = SilencedRule.objects.visible_to(actor).filter(withdrawn_at=None).values("rule")
    return rows.filter(mine, outcome=OPEN).exclude(rule__in=off).order_by("rank", "id")


def aim_of(actor: Actor) -> int:
    """How many findings a person settles in a week."""
    newest = WeeklyAim.objects.visible_to(actor).order_by("-recorded_at").first()
    return newest.settle if newest else AIM


def monday(actor: Actor) -> datetime:
    """When this week began in India."""
    first = actor.today - timedelta(days=actor.today.weekday())
    return datetime.combine(first, time(0), UTC) - timedelta(hours=5, minutes=30)


@dataclass(frozen=True)
class Progress:
    """How far somebody is this week."""

    settled: int
    aim: int
    waiting: int

    @property
    def is_reached(self) -> bool:
        return self.settled >= self.aim


def progress_of(actor: Actor, person: uuid.UUID | None = None) -> Progress:
    """Settled since Monday, of the aim; and what waits."""
    whom = person or actor.person_id
    told = PROGRESS(actor, whom=whom, hers=whom == actor.person_id, since=monday(actor))
    settled, aim, waiting = told[0]
    return Progress(settled, AIM if aim is None else aim, waiting)


def _progress(
    actor: Actor, *, whom: uuid.UUID, hers: bool, since: datetime
) -> "QuerySet[Any, Any]":
    """One line of three numbers, asked in one statement: settled, the aim of her office, what waits."""
    rows = Finding.objects.visible_to(actor).filter(owner=whom)
    settled = rows.filter(outcome__in=SETTLED, ended_at__gte=since)
    aims = WeeklyAim.objects.visible_to(actor).order_by("-recorded_at").values("settle")
    waiting = queue_of(actor, None if hers else whom).order_by()[:MOST]
    return Person.objects.filter(pk=whom).values_list(
        _number(settled), Subquery(aims[:1]), _number(waiting)
    )


def _number(rows: "QuerySet[Finding]") -> Func:
    """How many rows, as part of another question."""
    return Func(
        ArraySubquery(rows.values("pk")), function="cardinality", output_field=IntegerField()
    )


PROGRESS = Kept(_progress)


@dataclass(frozen=True)
class Standing:
    """How one rule does: what waits, what was mended, what was a false alarm."""

    rule: Rule
    waiting: int
    mended: int
    false: int
    silence: SilencedRule | None

    @property
    def precision(self) -> float | None:
        """The share of its answered findings that were real; nothing where none was answered."""
        answered = self.mended + self.false
        return self.mended / answered if answered else None

    @property
    def is_noisy(self) -> bool:
        """Most of what it finds is right: mend the rule, or switch it off."""
        answered = self.mended + self.false
        return answered >= FEW and self.mended < NOISY * answered


def standings(actor: Actor) -> list[Standing]:
    """Every rule with its precision, the noisiest first."""
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    rows = Finding.objects.visible_to(actor).order_by()
    for rule, outcome, n in rows.values_list("rule", "outcome").annotate(n=Count("id")):
        counts[rule][outcome] = n
    off = silenced(actor)
    found = [
        Standing(
            rule,
            counts[rule.code].get("open", 0),
            counts[rule.code].get("mended", 0),
            counts[rule.code].get("false_alarm", 0),
            off.get(rule.code),
        )
        for rule in RULES
    ]
    return sorted(found, key=lambda one: (not one.is_noisy, one.rule.severity, one.rule.code))
