"""Two codes that may be one woman: proposed with the reasons, never joined.

Rows meet by parts of their names, by phone and by relation; each pair that meets is scored on names in any
script, relation, birth, place, phone and the days of her way.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from tafteesh.foundation.kernel.approx_date import ApproxDate
from tafteesh.foundation.kernel.digits import folded
from tafteesh.foundation.kernel.name_key import name_similarity, skeleton
from tafteesh.interfaces.imports.readings import StagedRow

LEAST = 65
MOST_OF_RELATION = 16
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
    places: tuple[str, ...]  # village, gram panchayat, block, police station, destination
    born: ApproxDate | None
    days: tuple[ApproxDate | None, ...]  # taken, rescued, intake


PLACES = ("village", "gram_panchayat", "block", "police_station", "destination")
PLACE_WORTH = (8, 5, 5, 3, 3)


def _woman(row: StagedRow) -> Woman:
    value = row.values.get
    return Woman(
        str(value("code") or ""),
        tuple(str(n) for n in (value("name"), value("name_native")) if n),
        str(value("relation_name") or ""),
        str(value("phone") or ""),
        tuple(folded(str(value(name) or "")) for name in PLACES),
        row.day("born"),
        (row.day("taken"), row.day("rescued"), row.day("intake")),
    )


def _keys(woman: Woman) -> Iterator[tuple[str, str]]:
    for name in woman.names:
        bones = skeleton(name)
        if bones:
            yield ("name", bones)
            yield ("first", bones.split()[0] + "|" + skeleton(woman.relation))
            yield ("first-block", bones.split()[0] + "|" + woman.places[2])
    if woman.phone:
        yield ("phone", woman.phone[:-1])
    if woman.born and woman.born.earliest == woman.born.latest:
        yield ("born", f"{woman.born.earliest:%Y-%m}|{woman.places[2]}")


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
    """What is quick to compare comes first: most pairs can reach the least score no more after it."""
    if folded(one.code) == folded(other.code):
        return None
    quick = [rule(one, other) for rule in (_by_phone, _by_birth, _by_places, _by_days)]
    points = sum(worth for worth, _word in quick)
    if 0.45 * 100 + MOST_OF_RELATION + points < LEAST:
        return None
    name = max((_names_alike(a, b) for a in one.names for b in other.names), default=0)
    if name < 68:
        return None
    found = [_by_relation(one, other), *quick]
    score = int(max(0, min(100, 0.45 * name + sum(worth for worth, _word in found))))
    if score < LEAST:
        return None
    why = ("name", *(word for worth, word in found if word and worth > 0))
    return Pair(one.code, other.code, score, why)


_names_alike = lru_cache(maxsize=65_536)(name_similarity)


def _by_relation(one: Woman, other: Woman) -> tuple[float, str]:
    if not one.relation or not other.relation:
        return 0, ""
    alike = _names_alike(one.relation, other.relation)
    return (16, "relation") if alike >= 85 else ((-6, "") if alike < 70 else (4, ""))


def _by_phone(one: Woman, other: Woman) -> tuple[float, str]:
    if not one.phone or not other.phone:
        return 0, ""
    if one.phone == other.phone:
        return 18, "phone"
    off = sum(1 for a, b in zip(one.phone, other.phone, strict=False) if a != b)
    return (14, "phone") if off <= 1 else (-3, "")


def _gap(one: ApproxDate, other: ApproxDate) -> int:
    """Days between two days; none where their ranges touch."""
    if one.earliest <= other.latest and other.earliest <= one.latest:
        return 0
    return min(
        abs(one.earliest.toordinal() - other.latest.toordinal()),
        abs(other.earliest.toordinal() - one.latest.toordinal()),
    )


def _by_birth(one: Woman, other: Woman) -> tuple[float, str]:
    if not one.born or not other.born:
        return 0, ""
    gap = _gap(one.born, other.born)
    if gap <= 7:
        return 18, "birth"
    return (8, "birth") if gap <= 400 else ((0, "") if gap <= 1100 else (-10, ""))


def _by_places(one: Woman, other: Woman) -> tuple[float, str]:
    points = 0.0
    for ours, theirs, worth in zip(one.places, other.places, PLACE_WORTH, strict=True):
        if ours and theirs:
            points += worth if ours == theirs else worth * _places_alike(ours, theirs)
    return points, "place" if points >= 8 else ""


@lru_cache(maxsize=65_536)
def _places_alike(one: str, other: str) -> float:
    """ "Taki" and "Taki GP" speak for one place, two other names against it."""
    ours, theirs = set(one.split()), set(other.split())
    return 0.7 if ours <= theirs or theirs <= ours else -0.5


def _by_days(one: Woman, other: Woman) -> tuple[float, str]:
    points = 0.0
    for ours, theirs in zip(one.days, other.days, strict=True):
        if ours and theirs:
            gap = _gap(ours, theirs)
            exact = ours.earliest == ours.latest and theirs.earliest == theirs.latest
            apart = (-7 if exact else -4) if gap > 60 else 0
            points += (10 if exact else 4) if gap <= 7 else apart
    return points, "days" if points >= 8 else ""
