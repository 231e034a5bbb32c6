"""Keys under which names meet. They propose candidates, they never decide.

Stored are few; what may have gone wrong between two spellings is tried on the side of the question.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations
from typing import Final

from tafteesh.foundation.kernel.names.reading import Part
from tafteesh.foundation.kernel.names.sounds import CLASSES, fleshed

BONES, FLESHED, INITIAL, ALONE, WITH_RELATION = "b", "f", "i", "a", "g"  # kinds of key
_MOST = 5  # parts that are combined
_MOST_ASKED = 4

_NASAL, _ALIKE, _SLIP = 0.55, 0.45, 0.25
# What spelling commonly confuses, drops or adds; any other slip of one consonant is tried after it.
_NEAR: Final = frozenset(
    frozenset(pair)
    for pair in [
        "rd",
        "sc",
        "fp",
        "jg",
        "kc",
        "jb",
        "gk",
        "td",
        "bp",
        "nm",
        "ln",
        "lr",
        "jd",
        "jA",
        "sj",
        "tc",
        "kh",
        "gh",
        "ks",
        "bm",
        "fb",
        "nr",
    ]
)
_LIGHT: Final = frozenset("nbjAhryms")


def stored_keys(parts: Sequence[Part]) -> set[str]:
    """The keys under which a name is found again."""
    parts = parts[:_MOST]
    keys = {f"{BONES}{joined}" for joined in _joined(parts)}
    if not parts:
        return keys
    keys.add(FLESHED + "".join(fleshed(part.sounds) for part in parts))
    if len(parts) == 1:
        keys.add(ALONE + parts[0].bones)
    if len(parts) > 2:
        keys.add(BONES + _shortened(parts))
    first = parts[0]
    for other in parts[1:]:
        keys.update(_with_initial(first, other), _with_initial(other, first))
    return {key for key in keys if len(key) > 1}


def key_with_relation(name: Sequence[Part], relation: Sequence[Part]) -> str:
    """Her first name with her father's or husband's first: Rina of Kalipada."""
    return f"{WITH_RELATION}{name[0].bones}.{relation[0].bones}"


def _joined(parts: Sequence[Part]) -> Iterator[str]:
    """Bones of every one, two and three parts in their order; what says nothing alone is left out."""
    for size in (1, 2, 3, 4):
        for few in combinations(parts, size):
            if size > 1 or not (few[0].is_letter or few[0].is_loose) or len(parts) == 1:
                yield "".join(part.bones for part in few)


def _shortened(parts: Sequence[Part]) -> str:
    """Initials of all but the last: V. P. Singh of Vishwanath Pratap Singh."""
    return "".join(part.bones[:1] for part in parts[:-1]) + parts[-1].bones


def _with_initial(short: Part, whole: Part) -> Iterator[str]:
    if short.bones and whole.bones and not whole.is_letter and not whole.is_loose:
        yield f"{INITIAL}{short.bones[0]}.{whole.bones}"


def asked_keys(parts: Sequence[Part]) -> dict[str, float]:
    """The keys to look under for a name, and what meeting one is worth."""
    parts = _asked(parts)
    keys: dict[str, float] = {}
    for order in _orders(parts):
        _worth(keys, FLESHED + "".join(fleshed(part.sounds) for part in order), 2.0)
        _worth(keys, BONES + "".join(part.bones for part in order), 1.6)
    for joined, size in _some(parts):
        _worth(keys, BONES + joined, 0.35 + 0.3 * size)
    if len(parts) == 1:
        _worth(keys, ALONE + parts[0].bones, 3.0)
    elif parts:
        _worth(keys, BONES + _shortened(parts), 1.1)
    for one, other in permutations(parts, 2):
        for key in _with_initial(one, other):
            _worth(keys, key, 0.5)
        _worth(keys, key_with_relation([one], [other]), 1.2)
    return keys


def _asked(parts: Sequence[Part]) -> list[Part]:
    """The parts that are looked for: of a long name the first two and the last two."""
    heard = [part for part in parts if part.bones]
    return heard if len(heard) <= _MOST_ASKED else [*heard[:2], *heard[-2:]]


def _some(parts: Sequence[Part]) -> Iterator[tuple[str, int]]:
    """Bones of fewer parts than were asked, two of them in both orders, and of how many."""
    for size in range(1, len(parts)):
        for few in combinations(parts, size):
            if size == 1 and (few[0].is_letter or few[0].is_loose):
                continue
            yield "".join(part.bones for part in few), size
            if size == 2:
                yield few[1].bones + few[0].bones, size


def slipped_keys(parts: Sequence[Part]) -> dict[str, float]:
    """The keys of names that are one consonant away from the one asked for."""
    parts = _asked(parts)
    keys: dict[str, float] = {}
    for order in _orders(parts):
        for near, worth in _slips("".join(part.bones for part in order)):
            _worth(keys, BONES + near, worth)
            if len(parts) == 1:
                _worth(keys, ALONE + near, worth + 1)
    if len(parts) > 2:
        for few in combinations(parts, len(parts) - 1):
            for near, worth in _slips("".join(part.bones for part in few)):
                if worth >= _ALIKE:
                    _worth(keys, BONES + near, worth - 0.15)
    return keys


def _orders(parts: Sequence[Part]) -> Iterator[Sequence[Part]]:
    """As asked, and as it may have been turned round: the last first, the first last, two swapped."""
    if parts:
        yield parts
    if len(parts) == 2:
        yield [parts[1], parts[0]]
    elif len(parts) > 2:
        yield [parts[-1], *parts[:-1]]
        yield [*parts[1:], parts[0]]


def _worth(keys: dict[str, float], key: str, worth: float) -> None:
    keys[key] = max(keys.get(key, 0.0), worth)


def _slips(joined: str) -> Iterator[tuple[str, float]]:
    """A consonant left out, put in, taken for another, or two of them swapped."""
    if len(joined) < 2:
        return
    for at, sign in enumerate(joined):
        before, after = joined[:at], joined[at + 1 :]
        yield before + after, _lightness(sign)
        for other in CLASSES:
            if other != sign:
                near = frozenset((sign, other)) in _NEAR
                yield before + other + after, _ALIKE if near else _SLIP
        if after and after[0] != sign:
            yield before + after[0] + sign + after[1:], _SLIP
    for at in range(len(joined) + 1):
        for other in CLASSES:
            yield joined[:at] + other + joined[at:], _lightness(other)


def _lightness(sign: str) -> float:
    """How readily a consonant is dropped or added; a nasal most of all (Bhosle, भोंसले)."""
    if sign == "n":
        return _NASAL
    return _ALIKE if sign in _LIGHT else _SLIP
