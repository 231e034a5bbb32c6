"""What is asked of pairs and joins."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, OuterRef, QuerySet, Subquery, UUIDField
from django.db.models.functions import Coalesce

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.once.comparing import Compared
from tafteesh.domain.once.comparing import beside as laid_beside
from tafteesh.domain.once.models import Join, Pair
from tafteesh.domain.once.traits import opened_traits
from tafteesh.foundation.access.actor import Actor


def waiting_pairs(actor: Actor) -> "QuerySet[Pair]":
    """Pairs that wait for somebody to look, the likeliest first; what another join settled is left out."""
    rows: QuerySet[Pair] = Pair.objects.visible_to(actor).filter(state=Pair.State.PROPOSED)
    return (
        rows.alias(one=_person(actor, "survivor_file"), two=_person(actor, "other_file"))
        .exclude(one=F("two"))
        .select_related("survivor_file__block", "other_file__block")
        .order_by("-chance", "pk")
    )


def settled_pairs(actor: Actor) -> "QuerySet[Pair]":
    """Pairs that somebody answered, the newest answer first."""
    rows: QuerySet[Pair] = Pair.objects.visible_to(actor).exclude(state=Pair.State.PROPOSED)
    return rows.select_related("survivor_file", "other_file", "settled_by").order_by(
        "-settled_at", "pk"
    )


def _person(actor: Actor, file: str) -> Coalesce:
    standing = Join.objects.visible_to(actor).filter(
        survivor_file=OuterRef(file), withdrawn_at=None
    )
    first = Subquery(standing.values("standing_file")[:1])
    return Coalesce(first, F(file), output_field=UUIDField())


def standing_file_of(file_id: uuid.UUID, actor: Actor) -> uuid.UUID:
    """The file that stands for this person: another one where this was joined to it, or itself."""
    rows = Join.objects.visible_to(actor).filter(survivor_file=file_id, withdrawn_at=None)
    found: uuid.UUID | None = rows.values_list("standing_file", flat=True).first()
    return found or file_id


def files_to_join(pair: Pair, actor: Actor) -> list[SurvivorFile]:
    """The two files of a pair, or those that stand for them already; the one that was opened first comes first."""
    ids = {standing_file_of(file, actor) for file in (pair.survivor_file_id, pair.other_file_id)}
    door = SurvivorFile.objects.visible_to(actor).filter(pk__in=ids)
    return list(door.order_by("opened_earliest", "pk"))


@dataclass(frozen=True)
class OnePerson:
    """The files of one person that she reaches: the standing one, and those joined to it."""

    standing: SurvivorFile
    joined: tuple[Join, ...]

    def others(self, file: SurvivorFile) -> list[SurvivorFile]:
        """All but this one."""
        every = [self.standing, *(join.survivor_file for join in self.joined)]
        return [one for one in every if one.pk != file.pk]


def one_person(file: SurvivorFile, actor: Actor) -> OnePerson | None:
    """What was joined with this file, for whoever reaches both; None where nothing was."""
    standing = standing_file_of(file.pk, actor)
    rows = Join.objects.visible_to(actor).filter(standing_file=standing, withdrawn_at=None)
    joined = tuple(rows.select_related("survivor_file", "standing_file").order_by("recorded_at"))
    return OnePerson(joined[0].standing_file, joined) if joined else None


def is_joined(file: SurvivorFile, actor: Actor) -> bool:
    """Whether the file stands in a join, on either side."""
    return one_person(file, actor) is not None


def pairs_of(files: Iterable[uuid.UUID], actor: Actor) -> "QuerySet[Pair]":
    """Pairs of these files that wait, for whoever reaches both sides."""
    wanted = list(files)
    rows = waiting_pairs(actor)
    return rows.filter(survivor_file__in=wanted) | rows.filter(other_file__in=wanted)


def beside(pair: Pair, actor: Actor) -> Compared | None:
    """The two files compared anew, as they are today; None where one of them can be opened no more."""
    found = opened_traits([pair.survivor_file_id, pair.other_file_id], actor)
    if len(found) < 2:
        return None
    return laid_beside(found[pair.survivor_file_id], found[pair.other_file_id], pair.crowd)
