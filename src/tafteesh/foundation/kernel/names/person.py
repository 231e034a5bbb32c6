"""How likely two records speak of one person: the sound of the names, and what else is known of both."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from tafteesh.foundation.kernel.digits import folded
from tafteesh.foundation.kernel.names.likeness import Heard, alike, heard
from tafteesh.foundation.kernel.names.reading import read


class Sign(StrEnum):
    """What speaks for one person, and what against it."""

    SAME_SPELLING = "same_spelling"
    SAME_SOUND = "same_sound"
    NEAR_SOUND = "near_sound"
    OTHER_NAME = "other_name"
    SAME_RELATION = "same_relation"
    OTHER_RELATION = "other_relation"
    SAME_BIRTH = "same_birth"
    NEAR_BIRTH = "near_birth"
    OTHER_BIRTH = "other_birth"
    SAME_PHONE = "same_phone"
    SAME_PLACE = "same_place"
    OTHER_PLACE = "other_place"


AGAINST = frozenset({Sign.OTHER_NAME, Sign.OTHER_RELATION, Sign.OTHER_BIRTH, Sign.OTHER_PLACE})


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared of one person; what is not known is left empty and says nothing."""

    names: tuple[str, ...]
    relations: tuple[str, ...] = ()
    born: tuple[int, int] | None = None  # first and last year that it may have been
    phones: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """0 to 100, how alike the names alone are, and the signs for and against."""

    score: int
    names: float
    signs: frozenset[Sign]


_SAME, _NEAR, _OTHER = 96.0, 84.0, 62.0
_WEIGHT = {
    Sign.SAME_RELATION: 8, Sign.OTHER_RELATION: -10, Sign.SAME_BIRTH: 5, Sign.NEAR_BIRTH: 2,
    Sign.OTHER_BIRTH: -12, Sign.SAME_PHONE: 15, Sign.SAME_PLACE: 4, Sign.OTHER_PLACE: -3,
}  # fmt: skip
_BIRTH_MARGIN = 2  # years that a birth on paper is often off by


def likeness(a: Traits, b: Traits) -> Likeness:
    """How likely these are one person, with the evidence. The same whichever is named first. Never fails."""
    names = best_alike(a.names, b.names)
    signs = {_of_names(a, b, names)}
    if a.relations and b.relations:
        near = best_alike(a.relations, b.relations)
        signs |= {Sign.SAME_RELATION} if near >= _NEAR else set()
        signs |= {Sign.OTHER_RELATION} if near < _OTHER else set()
    signs |= _of_birth(a, b)
    if {p[-10:] for p in a.phones} & {p[-10:] for p in b.phones}:
        signs.add(Sign.SAME_PHONE)
    if a.place and b.place:
        signs.add(Sign.SAME_PLACE if folded(a.place) == folded(b.place) else Sign.OTHER_PLACE)
    beside = sum(_WEIGHT.get(sign, 0) for sign in signs)
    return Likeness(
        round(max(0.0, min(100.0, names - 8 + beside))), round(names, 1), frozenset(signs)
    )


def best_alike(some: Iterable[str], others: Iterable[str]) -> float:
    """The most alike two of these names, 0 to 100."""
    there = [ready(name) for name in others]
    return max(
        (max(alike(one, other), alike(other, one)) for one in map(ready, some) for other in there),
        default=0.0,
    )


@lru_cache(maxsize=8_192)
def ready(name: str) -> Heard:
    """A name made ready for being compared."""
    return heard(read(name))


def _of_names(a: Traits, b: Traits, near: float) -> Sign:
    if {folded(name) for name in a.names} & {folded(name) for name in b.names}:
        return Sign.SAME_SPELLING
    if near >= _SAME:
        return Sign.SAME_SOUND
    return Sign.NEAR_SOUND if near >= _NEAR else Sign.OTHER_NAME


def _of_birth(a: Traits, b: Traits) -> set[Sign]:
    if not a.born or not b.born:
        return set()
    apart = max(a.born[0] - b.born[1], b.born[0] - a.born[1], 0)
    if apart == 0:
        return {Sign.SAME_BIRTH}
    return {Sign.NEAR_BIRTH} if apart <= _BIRTH_MARGIN else {Sign.OTHER_BIRTH}
