"""Two codes that may be one woman: proposed with the reasons, never joined.

Rows meet by parts of their names, by phone and by relation; each pair that meets is scored on names in any
script, relation, birth, place, phone and the days of her way.
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, groupby
from sys import intern

from tafteesh.foundation.kernel.approx_date import ApproxDate
from tafteesh.foundation.kernel.digits import folded
from tafteesh.foundation.kernel.name_key import name_similarity, skeleton
from tafteesh.interfaces.imports.readings import StagedRow

LEAST = 65
MOST_OF_RELATION = 16
CROWD = 60  # a key that more rows share tells nothing
WEAK_CROWD = 25  # the same for half a name with a place
Days = tuple[int, int]  # the first and the last day that may be meant


@dataclass(frozen=True)
class Pair:
    """A proposed pair, with its score (0 to 100) and what speaks for it."""

    first: str
    second: str
    score: int
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Woman:
    """What is compared of one row."""

    code: str
    names: tuple[str, ...]
    relation: str
    phone: str
    places: tuple[str, ...]  # village, gram panchayat, block, police station, destination
    born: Days | None
    days: tuple[Days | None, ...]  # taken, rescued, intake


PLACES = ("village", "gram_panchayat", "block", "police_station", "destination")
PLACE_WORTH = (8, 5, 5, 3, 3)


def woman_of(row: StagedRow) -> Woman:
    """What is compared of a row of survivors."""
    value = row.values.get
    return Woman(
        str(value("code") or ""),
        tuple(str(n) for n in (value("name"), value("name_native")) if n),
        str(value("relation_name") or ""),
        str(value("phone") or ""),
        tuple(intern(folded(str(value(name) or ""))) for name in PLACES),
        _days(row.day("born")),
        (_days(row.day("taken")), _days(row.day("rescued")), _days(row.day("intake"))),
    )


def _days(value: ApproxDate | None) -> Days | None:
    return (value.earliest.toordinal(), value.latest.toordinal()) if value else None


def _keys(woman: Woman) -> Iterator[int]:
    """What rows of one woman are likely to share; odd numbers stand for half a name with a place."""
    for name in woman.names:
        bones = skeleton(name)
        if bones:
            yield hash(("name", bones)) & ~1
            first = bones.split()[0]
            yield hash(("first", first, skeleton(woman.relation))) | 1
            yield hash(("first-block", first, woman.places[2])) | 1
    if woman.phone:
        yield hash(("phone", woman.phone[:-1])) & ~1
    if woman.born and woman.born[0] == woman.born[1]:
        yield hash(("born", woman.born[0] // 30, woman.places[2])) & ~1


def propose(women: Sequence[Woman]) -> list[Pair]:
    """Pairs of codes, best first."""
    found = {
        (pair.first, pair.second): pair
        for met in _meetings(women)
        for a, b in combinations(met, 2)
        if (pair := _compare(women[a], women[b])) is not None
    }
    return sorted(found.values(), key=lambda pair: (-pair.score, pair.first, pair.second))


def _meetings(women: Sequence[Woman]) -> Iterator[list[int]]:
    """Those who share a key, where it is no crowd. The keys lie in plain arrays: there are five of each woman."""
    keys, whose = array("q"), array("l")
    for index, woman in enumerate(women):
        mine = set(_keys(woman))
        keys.extend(mine)
        whose.extend([index] * len(mine))
    order = sorted(range(len(keys)), key=keys.__getitem__)
    for key, places in groupby(order, key=keys.__getitem__):
        met = sorted(whose[place] for place in places)
        if 1 < len(met) <= (WEAK_CROWD if key & 1 else CROWD):
            yield met


def _compare(one: Woman, other: Woman) -> Pair | None:
    """What is quick to compare comes first: most pairs can reach the least score no more after it."""
    phone, birth = _by_phone(one, other), _by_birth(one, other)
    places, days = _by_places(one, other), _by_days(one, other)
    points = phone + birth + places + days
    if 0.45 * 100 + MOST_OF_RELATION + points < LEAST or folded(one.code) == folded(other.code):
        return None
    name = max((_names_alike(a, b) for a in one.names for b in other.names), default=0)
    if name < 68:
        return None
    relation = _by_relation(one, other)
    score = int(max(0, min(100, 0.45 * name + relation + points)))
    if score < LEAST:
        return None
    found = (
        ("relation", relation > 4), ("phone", phone > 0), ("birth", birth > 0), ("place", places >= 8),
        ("days", days >= 8),
    )  # fmt: skip
    return Pair(one.code, other.code, score, ("name", *(word for word, speaks in found if speaks)))


_names_alike = lru_cache(maxsize=65_536)(name_similarity)


def _by_relation(one: Woman, other: Woman) -> float:
    if not one.relation or not other.relation:
        return 0
    alike = _names_alike(one.relation, other.relation)
    return 16 if alike >= 85 else -6 if alike < 70 else 4


def _by_phone(one: Woman, other: Woman) -> float:
    if not one.phone or not other.phone:
        return 0
    if one.phone == other.phone:
        return 18
    off = 0
    for ours, theirs in zip(one.phone, other.phone, strict=False):
        off += ours != theirs
        if off > 1:
            return -3
    return 14


def _gap(one: Days, other: Days) -> int:
    """Days between two days; none where their ranges touch."""
    if one[0] <= other[1] and other[0] <= one[1]:
        return 0
    return min(abs(one[0] - other[1]), abs(other[0] - one[1]))


def _by_birth(one: Woman, other: Woman) -> float:
    if not one.born or not other.born:
        return 0
    gap = _gap(one.born, other.born)
    if gap <= 7:
        return 18
    return 8 if gap <= 400 else 0 if gap <= 1100 else -10


def _by_places(one: Woman, other: Woman) -> float:
    points = 0.0
    for ours, theirs, worth in zip(one.places, other.places, PLACE_WORTH, strict=True):
        if ours and theirs:
            points += worth if ours is theirs else worth * _places_alike(ours, theirs)
    return points


@lru_cache(maxsize=65_536)
def _places_alike(one: str, other: str) -> float:
    """ "Taki" and "Taki GP" speak for one place, two other names against it."""
    ours, theirs = set(one.split()), set(other.split())
    return 0.7 if ours <= theirs or theirs <= ours else -0.5


def _by_days(one: Woman, other: Woman) -> float:
    points = 0.0
    for ours, theirs in zip(one.days, other.days, strict=True):
        if ours and theirs:
            gap = _gap(ours, theirs)
            exact = ours[0] == ours[1] and theirs[0] == theirs[1]
            if gap <= 7:
                points += 10 if exact else 4
            elif gap > 60:
                points += -7 if exact else -4
    return points
