"""How true the records are: of a round, by field, between two checkers, and what is left to check."""

import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from tafteesh.domain.checking.agreement import Agreement, agreement
from tafteesh.domain.checking.intervals import NothingToJudge, Share, share_of_fields
from tafteesh.domain.checking.models import CheckRound, FieldCheck
from tafteesh.foundation.access.actor import Actor

MATCHES, DIFFERS = FieldCheck.Verdict.MATCHES.value, FieldCheck.Verdict.DIFFERS.value
JUDGED = frozenset({MATCHES, DIFFERS})


@dataclass(frozen=True)
class Accuracy:
    """Two shares with two definitions, never one: of what could be judged, and of all that was drawn.

    `by_field` has the verdicts of each field; `records_right` are files of which every judged field matched.
    """

    drawn: int
    counts: dict[str, int]
    judged: Share | None
    proved: Share | None
    records_right: int
    records_judged: int
    by_field: dict[str, dict[str, int]]
    agreed: Agreement | None

    @property
    def left(self) -> int:
        """Fields that nobody has looked at yet."""
        return self.counts.get(FieldCheck.Verdict.OPEN.value, 0)


Row = tuple[uuid.UUID, str, str, bool]


def accuracy_of(actor: Actor, round: CheckRound) -> Accuracy:  # noqa: A002 - the field's word
    """Everything that a round says, from one query."""
    checks = FieldCheck.objects.visible_to(actor).filter(drawn__round=round)
    rows = list(checks.values_list("drawn_id", "field", "verdict", "is_second"))
    return summed_up(rows)


def summed_up(rows: Iterable[Row]) -> Accuracy:
    """Accuracy from (drawn file, field, verdict, second look) rows."""
    every = list(rows)
    first = [row for row in every if not row[3]]
    by_field: dict[str, Counter[str]] = defaultdict(Counter)
    by_file: dict[uuid.UUID, Counter[str]] = defaultdict(Counter)
    for file, field, verdict, _second in first:
        by_field[field][verdict] += 1
        by_file[file][verdict] += 1
    judged = [(c[MATCHES], c[MATCHES] + c[DIFFERS]) for c in by_file.values()]
    proved = [(c[MATCHES], c.total()) for c in by_file.values()]
    return Accuracy(
        drawn=len(first),
        counts=dict(Counter(verdict for _file, _field, verdict, _second in first)),
        judged=_share(judged),
        proved=_share(proved),
        records_right=sum(right == of for right, of in judged if of),
        records_judged=sum(1 for _right, of in judged if of),
        by_field={field: dict(counts) for field, counts in sorted(by_field.items())},
        agreed=_agreement(every),
    )


def _share(records: list[tuple[int, int]]) -> Share | None:
    try:
        return share_of_fields(records)
    except NothingToJudge:
        return None


def _agreement(rows: list[Row]) -> Agreement | None:
    first = {(file, field): verdict for file, field, verdict, second in rows if not second}
    pairs = [
        (first[(file, field)], verdict)
        for file, field, verdict, second in rows
        if second and verdict in JUDGED and first.get((file, field)) in JUDGED
    ]
    return agreement(pairs) if pairs else None


def open_for(actor: Actor, round: CheckRound) -> "QuerySet[FieldCheck]":  # noqa: A002 - the field's word
    """Fields of a round that she may still judge: not what she entered, not what she saw the first time."""
    checks: QuerySet[FieldCheck] = FieldCheck.objects.visible_to(actor)
    seen = checks.filter(drawn__round=round, checked_by_id=actor.person_id)
    waiting = checks.filter(drawn__round=round, verdict=FieldCheck.Verdict.OPEN)
    waiting = waiting.exclude(entered_by_id=actor.person_id)
    mine = set(seen.values_list("drawn_id", "field"))
    again = [
        pk for pk, *key in waiting.values_list("pk", "drawn_id", "field") if tuple(key) in mine
    ]
    return waiting.exclude(pk__in=again).order_by("drawn__ordinal", "is_second", "field")
