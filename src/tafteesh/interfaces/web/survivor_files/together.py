"""The files of one person, read together by whoever reaches them."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from django.db.models import Q, QuerySet

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.once.models import Join
from tafteesh.domain.once.queries import OnePerson, one_person
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.kept import Kept
from tafteesh.interfaces.web.survivor_files.timeline import Entry, Read, entries


def _joins(actor: Actor, *, file_id: object) -> "QuerySet[Join]":
    rows: QuerySet[Join] = Join.objects.visible_to(actor).filter(withdrawn_at=None)
    return rows.filter(Q(survivor_file=file_id) | Q(standing_file=file_id))


JOINS = Kept(_joins)


def person_of(actor: Actor, file: SurvivorFile) -> OnePerson | None:
    """Her other files; most files have none, and then nothing more is asked."""
    return one_person(file, actor) if JOINS(actor, file_id=file.pk) else None


def with_others(
    lines: list[Entry], actor: Actor, others: Sequence[SurvivorFile], read: Callable[[SurvivorFile], Read]
) -> list[Entry]:  # fmt: skip
    """The story with what her other files say, each such line with the number of its file; newest first."""
    if not others:
        return lines
    more = [
        replace(line, noted=None, words=" · ".join(str(w) for w in (line.words, file.number) if w))
        for file in others
        for line in entries(actor, file, read(file))
    ]
    return sorted([*lines, *more], key=lambda line: line.day, reverse=True)
