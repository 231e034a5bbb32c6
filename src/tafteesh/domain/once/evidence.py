"""What speaks for two files being of one person, and what against it. No names leave here, only kinds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tafteesh.foundation.kernel.names.likeness import Heard, alike, heard


class Sign(StrEnum):
    """A kind of evidence. What is not known of one of the two says nothing and has no sign."""

    NAME_SAME = "name_same"
    NAME_NEAR = "name_near"
    NAME_FAR = "name_far"
    NAME_OTHER = "name_other"
    GIVEN_OTHER = "given_other"
    NAME_COMMON = "name_common"
    RELATION_SAME = "relation_same"
    RELATION_NEAR = "relation_near"
    RELATION_OTHER = "relation_other"
    BORN_SAME_DAY = "born_same_day"
    BORN_SAME_YEAR = "born_same_year"
    BORN_NEAR = "born_near"
    BORN_OTHER = "born_other"
    PHONE_SAME = "phone_same"
    PHONE_LAST_FOUR = "phone_last_four"
    PHONE_OTHER = "phone_other"
    VILLAGE_SAME = "village_same"
    VILLAGE_OTHER = "village_other"
    BLOCK_SAME = "block_same"
    BLOCK_OTHER = "block_other"
    FIR_SAME = "fir_same"
    FIR_OTHER = "fir_other"
    GENDER_OTHER = "gender_other"


AGAINST = frozenset(
    {
        Sign.NAME_FAR, Sign.NAME_OTHER, Sign.GIVEN_OTHER, Sign.NAME_COMMON, Sign.RELATION_OTHER,
        Sign.BORN_OTHER, Sign.PHONE_OTHER, Sign.VILLAGE_OTHER, Sign.BLOCK_OTHER, Sign.FIR_OTHER,
        Sign.GENDER_OTHER,
    }
)  # fmt: skip
# One of these that was not there when somebody said "not the same" is a reason to ask again.
STRONG = frozenset({Sign.PHONE_SAME, Sign.FIR_SAME, Sign.BORN_SAME_DAY, Sign.RELATION_SAME})

_SAME, _NEAR, _FAR = 96.0, 86.0, 72.0
_GIVEN_SAME = 82.0
_RELATION_SAME, _RELATION_NEAR = 92.0, 78.0
_YEARS_NEAR = 2
_WIDE = 400  # days: a birth told more roughly than this says little
_COMMON = 4


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared of one file; what is not known is left empty."""

    names: tuple[Heard, ...]
    given: tuple[Heard, ...] = ()  # of each name, what she herself is called
    relations: tuple[Heard, ...] = ()
    born: tuple[date, date] | None = None
    phones: frozenset[str] = frozenset()  # ten digits
    places: frozenset[str] = frozenset()  # folded words of her village and gram panchayat
    block: str = ""
    firs: frozenset[str] = frozenset()
    gender: str = ""


def names_alike(a: Traits, b: Traits) -> float:
    """The most alike two of their names, 0 to 100, whichever is named first."""
    return _best(a.names, b.names)


def _best(some: Sequence[Heard], others: Sequence[Heard]) -> float:
    return max((max(alike(x, y), alike(y, x)) for x in some for y in others), default=0.0)


def signs_of(a: Traits, b: Traits, *, near: float, crowd: int = 1) -> frozenset[Sign]:
    """Every sign for and against, of two whose names are so `near`.

    `crowd` is how many files are called as near to the one as the other is.
    """
    signs = {_of_names(near)}
    if near >= _FAR and _best(a.given, b.given) < _GIVEN_SAME:
        signs.add(Sign.GIVEN_OTHER)
    if crowd >= _COMMON:
        signs.add(Sign.NAME_COMMON)
    signs |= _of_relations(a, b) | _of_birth(a, b) | _of_phones(a, b) | _of_places(a, b)
    if a.firs and b.firs:
        signs.add(Sign.FIR_SAME if a.firs & b.firs else Sign.FIR_OTHER)
    if a.gender and b.gender and a.gender != b.gender:
        signs.add(Sign.GENDER_OTHER)
    return frozenset(signs)


def _of_names(near: float) -> Sign:
    if near >= _SAME:
        return Sign.NAME_SAME
    if near >= _NEAR:
        return Sign.NAME_NEAR
    return Sign.NAME_FAR if near >= _FAR else Sign.NAME_OTHER


def given_of(names: Iterable[Heard]) -> tuple[Heard, ...]:
    """Of each name the first part and the last: sisters share all the rest, and either may stand first."""
    found = []
    for name in names:
        own = [part for part in name.parts if not part.is_loose] or list(name.parts)
        found += [heard(part) for part in (own[:1], own[-1:] if len(own) > 1 else []) if part]
    return tuple(found)


def _of_relations(a: Traits, b: Traits) -> set[Sign]:
    if not a.relations or not b.relations:
        return set()
    near = _best(a.relations, b.relations)
    if near >= _RELATION_SAME:
        return {Sign.RELATION_SAME}
    return {Sign.RELATION_NEAR if near >= _RELATION_NEAR else Sign.RELATION_OTHER}


def _of_birth(a: Traits, b: Traits) -> set[Sign]:
    if not a.born or not b.born:
        return set()
    if a.born == b.born and a.born[0] == a.born[1] and not _stands_in(a.born[0]):
        return {Sign.BORN_SAME_DAY}
    apart = max((a.born[0] - b.born[1]).days, (b.born[0] - a.born[1]).days, 0)
    if apart > 365 * _YEARS_NEAR:
        return {Sign.BORN_OTHER}
    narrow = all((one[1] - one[0]).days <= _WIDE for one in (a.born, b.born))
    return {Sign.BORN_SAME_YEAR if apart <= 0 and narrow else Sign.BORN_NEAR}


def _stands_in(day: date) -> bool:
    """The first of January is what is written where no day is known."""
    return (day.month, day.day) == (1, 1)


def _of_phones(a: Traits, b: Traits) -> set[Sign]:
    if not a.phones or not b.phones:
        return set()
    if a.phones & b.phones:
        return {Sign.PHONE_SAME}
    fours = {phone[-4:] for phone in a.phones} & {phone[-4:] for phone in b.phones}
    return {Sign.PHONE_LAST_FOUR if fours else Sign.PHONE_OTHER}


def _of_places(a: Traits, b: Traits) -> set[Sign]:
    signs: set[Sign] = set()
    if a.places and b.places:
        signs.add(Sign.VILLAGE_SAME if a.places & b.places else Sign.VILLAGE_OTHER)
    if a.block and b.block:
        signs.add(Sign.BLOCK_SAME if a.block == b.block else Sign.BLOCK_OTHER)
    return signs
