"""How true the records are: of a round, by field, between two checkers, and what is left to check."""

import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import QuerySet

from tafteesh.domain.checking.agreement import Agreement, agreement
from tafteesh.domain.checking.intervals import Drawn, NothingToJudge, Share, share_of_sample
from tafteesh.domain.checking.models import CheckRound, FieldCheck
from tafteesh.foundation.access.actor import Actor

MATCHES, DIFFERS = FieldCheck.Verdict.MATCHES.value, FieldCheck.Verdict.DIFFERS.value
JUDGED = frozenset({MATCHES, DIFFERS})


@dataclass(frozen=True)
class Accuracy:
    """Two shares with two definitions, never one: of what could be judged, and of all that was drawn.

    `by_field` has the verdicts of each field; `records` is the share of files of which every judged field matched.
    """

    drawn: int
    counts: dict[str, int]
    judged: Share | None
    proved: Share | None
    records: Share | None
    by_field: dict[str, dict[str, int]]
    agreed: Agreement | None

    @property
    def left(self) -> int:
        """Fields that nobody has looked at yet."""
        return self.counts.get(FieldCheck.Verdict.OPEN.value, 0)


class Seen(NamedTuple):
    """One look at one field of one drawn file; `weight` says how many files that one stands for."""

    file: uuid.UUID
    field: str
    verdict: str
    is_second: bool
    part: str = ""
    weight: float = 1.0


SEEN = ("drawn_id", "field", "verdict", "is_second", "drawn__stratum", "drawn__weight")


def accuracy_of(actor: Actor, round: CheckRound) -> Accuracy:  # noqa: A002 - the field's word
    """Everything that a round says, from one query."""
    checks = FieldCheck.objects.visible_to(actor).filter(drawn__round=round)
    return summed_up(Seen(*row) for row in checks.values_list(*SEEN))


def summed_up(rows: Iterable[Seen]) -> Accuracy:
    """Accuracy from single looks."""
    every = list(rows)
    first = [row for row in every if not row.is_second]
    by_field: dict[str, Counter[str]] = defaultdict(Counter)
    by_file: dict[uuid.UUID, Counter[str]] = defaultdict(Counter)
    for row in first:
        by_field[row.field][row.verdict] += 1
        by_file[row.file][row.verdict] += 1
    drawn = {row.file: (row.part, row.weight) for row in first}
    judged = [
        Drawn(counts[MATCHES], counts[MATCHES] + counts[DIFFERS], *drawn[file])
        for file, counts in by_file.items()
    ]
    proved = [
        Drawn(counts[MATCHES], counts.total(), *drawn[file]) for file, counts in by_file.items()
    ]
    whole = [Drawn(int(one.right == one.of), 1, one.part, one.weight) for one in judged if one.of]
    return Accuracy(
        drawn=len(first),
        counts=dict(Counter(row.verdict for row in first)),
        judged=_share(judged),
        proved=_share(proved),
        records=_share(whole),
        by_field={field: dict(counts) for field, counts in sorted(by_field.items())},
        agreed=_agreement(every),
    )


def _share(records: list[Drawn]) -> Share | None:
    try:
        return share_of_sample(records)
    except NothingToJudge:
        return None


def _agreement(rows: list[Seen]) -> Agreement | None:
    first = {(row.file, row.field): row.verdict for row in rows if not row.is_second}
    pairs = [
        (row.file, first[(row.file, row.field)], row.verdict)
        for row in rows
        if row.is_second and row.verdict in JUDGED and first.get((row.file, row.field)) in JUDGED
    ]
    if not pairs:
        return None
    answers = [(one, other) for _file, one, other in pairs]
    return agreement(answers, [file for file, _one, _other in pairs], wrong=DIFFERS)


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
