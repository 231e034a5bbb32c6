"""Two codes that may be one woman: proposed with the reasons, never joined.

Rows meet by parts of their names, by phone and by relation; each pair that meets is scored on names in any
script, relation, birth, place, phone and the days of her way.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from tafteesh.foundation.kernel.approx_date import ApproxDate
from tafteesh.foundation.kernel.digits import folded
from tafteesh.foundation.kernel.name_key import name_similarity, skeleton
from tafteesh.interfaces.imports.readings import StagedRow

LEAST = 70
CROWD = 60  # a key that more rows share tells nothing


@dataclass(frozen=True)
class Pair:
    """A proposed pair, with its score (0 to 100) and what speaks for it."""

    first: str
    second: str
    score: int
    why: tuple[str, ...]


@dataclass(frozen=True)
class Woman:
    """What is compared of one row."""

    code: str
    names: tuple[str, ...]
    relation: str
    phone: str
    village: str
    block: str
    born: ApproxDate | None
    days: tuple[ApproxDate | None, ...]


def _woman(row: StagedRow) -> Woman:
    value = row.values.get
    names = tuple(str(n) for n in (value("name"), value("name_native")) if n)
    return Woman(
        str(value("code") or ""),
        names,
        str(value("relation_name") or ""),
        str(value("phone") or ""),
        folded(str(value("village") or "")),
        folded(str(value("block") or "")),
        row.day("born"),
        (row.day("taken"), row.day("rescued")),
    )


def _keys(woman: Woman) -> Iterator[tuple[str, str]]:
    for name in woman.names:
        bones = skeleton(name)
        if bones:
            yield ("name", bones)
            yield ("first", bones.split()[0] + "|" + skeleton(woman.relation))
            yield ("first-block", bones.split()[0] + "|" + woman.block)
    if woman.phone:
        yield ("phone", woman.phone)


def propose(rows: Iterable[StagedRow]) -> list[Pair]:
    """Pairs of codes, best first."""
    women = [_woman(row) for row in rows if row.kind == "survivors" and row.values.get("code")]
    meeting: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, woman in enumerate(women):
        for key in set(_keys(woman)):
            meeting[key].append(index)
    candidates = {
        pair
        for indexes in meeting.values()
        if len(indexes) <= CROWD
        for pair in combinations(indexes, 2)
    }
    pairs = (_compare(women[a], women[b]) for a, b in sorted(candidates))
    return sorted((p for p in pairs if p is not None), key=lambda p: -p.score)


def _compare(one: Woman, other: Woman) -> Pair | None:
    if folded(one.code) == folded(other.code):
        return None
    name = max((name_similarity(a, b) for a in one.names for b in other.names), default=0)
    if name < 78:
        return None
    points, why = _points(one, other)
    score = int(min(100, 0.35 * name + points))
    if score < LEAST:
        return None
    return Pair(one.code, other.code, score, ("name", *why))


def _points(one: Woman, other: Woman) -> tuple[float, list[str]]:
    """Points for what else agrees, and against what does not."""
    points, why = 0.0, []
    if one.relation and other.relation:
        alike = name_similarity(one.relation, other.relation)
        points += 22 if alike >= 85 else (-12 if alike < 70 else 4)
        if alike >= 85:
            why.append("relation")
    if one.phone and other.phone:
        points += 22 if one.phone == other.phone else -2
        if one.phone == other.phone:
            why.append("phone")
    if one.born and other.born:
        gap = abs(one.born.earliest.toordinal() - other.born.earliest.toordinal())
        points += 18 if gap == 0 else (10 if gap <= 400 else (2 if gap <= 1100 else -12))
        if gap <= 400:
            why.append("birth")
    for ours, theirs, worth, word in (
        (one.village, other.village, 8, "village"),
        (one.block, other.block, 6, "block"),
    ):
        if ours and theirs:
            points += worth if ours == theirs else -worth / 2
            if ours == theirs:
                why.append(word)
    for day, their_day in zip(one.days, other.days, strict=True):
        if day and their_day:
            same = day.earliest <= their_day.latest and their_day.earliest <= day.latest
            points += 12 if same else -3
            if same:
                why.append("days")
    return points, why
