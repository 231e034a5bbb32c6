"""Keyed Bloom filters of what is known of a person, and how alike two of them are.

One filter a person over all that is compared (cryptographic long-term key: Schnell, Bachteler and Reiher
2009, 2011), positions drawn from a keyed hash and not by double hashing (Niedermeyer et al. 2014), the two
halves folded into one by XOR (Schnell and Borgs 2016), salted with the year of birth where both agree.
"""

import hmac
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tafteesh.foundation.kernel.digits import folded
from tafteesh.foundation.kernel.names.reading import Part, read
from tafteesh.foundation.kernel.names.sounds import fleshed

UNFOLDED = 1_024
BITS = UNFOLDED // 2
BYTES = BITS // 8
RULES = 1  # both offices make filters by the same rules, or nobody would be found
_NAME, _RELATION, _YEAR, _NEXT_YEAR, _DISTRICT = 5, 4, 10, 6, 8  # positions for each piece
MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class Known:
    """What is compared of one person; what is not known sets nothing."""

    names: tuple[str, ...]
    relation: str = ""
    born: int | None = None
    district: str = ""


class Encoder:
    """Makes filters with one key."""

    def __init__(self, key: bytes, *, salted: bool) -> None:
        self._key, self._salted = key, salted
        self._seen: dict[tuple[str, int], int] = {}

    def filters_of(self, known: Known) -> list[int]:
        """One filter for each name by which she goes; none where no name says anything."""
        readings = [parts for name in known.names if (parts := read(name))]
        beside = self._beside(known)
        made = (self._of_name(parts, known) | beside for parts in readings[:MOST_NAMES])
        return list(dict.fromkeys(map(_folded_over, made)))

    def _of_name(self, parts: Sequence[Part], known: Known) -> int:
        salt = f"{known.born or ''}|" if self._salted else "|"
        return self._all(_pieces_of_name(parts), f"name|{salt}", _NAME)

    def _beside(self, known: Known) -> int:
        filled = self._all(_pairs_of_signs(p.bones for p in read(known.relation)), "of|", _RELATION)
        if known.born:
            filled |= self._set(f"born|{known.born}", _YEAR)
            for year in (known.born - 1, known.born + 1):
                filled |= self._set(f"born|{year}", _NEXT_YEAR)
        if district := folded(known.district):
            filled |= self._set(f"district|{district}", _DISTRICT)
        return filled

    def _all(self, pieces: Iterable[str], kind: str, positions: int) -> int:
        filled = 0
        for piece in pieces:
            filled |= self._set(kind + piece, positions)
        return filled

    def _set(self, piece: str, positions: int) -> int:
        """The positions of one piece: each from bits of the keyed hash of its own."""
        if (known := self._seen.get((piece, positions))) is not None:
            return known
        drawn = hmac.digest(self._key, piece.encode(), "sha512")
        filled = 0
        for at in range(0, 2 * positions, 2):
            filled |= 1 << (int.from_bytes(drawn[at : at + 2]) % UNFOLDED)
        self._seen[piece, positions] = filled
        return filled


def _pieces_of_name(parts: Sequence[Part]) -> Iterator[str]:
    """Pairs of the consonants and pairs of the sounds: what scripts and spellings have in common."""
    yield from _pairs_of_signs(part.bones for part in parts)
    yield from (f"+{pair}" for pair in _pairs_of_signs(fleshed(part.sounds) for part in parts))


def _pairs_of_signs(words: Iterable[str]) -> Iterator[str]:
    return (one + other for word in words if word for one, other in pairwise(f"_{word}_"))


def _folded_over(filled: int) -> int:
    return (filled >> BITS) ^ (filled & ((1 << BITS) - 1))


@dataclass(frozen=True, slots=True)
class Row:
    """One filter under the opaque number of its person."""

    number: str
    filled: int


@dataclass(frozen=True, slots=True)
class Above:
    """Two numbers that may be one person, and how alike their filters are (Dice, in thousandths)."""

    ours: str
    theirs: str
    score: int


def above(ours: Sequence[Row], theirs: Sequence[Row], line: int) -> list[Above]:
    """Every pair of numbers at or above the line, the most alike first. Exact: nothing is passed over.

    Two filters of a and b bits can reach the line only where the smaller is large enough beside the larger, so
    that each is laid beside those of a fitting size alone; no blocking key has to leave an office.
    """
    by_size: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for row in theirs:
        by_size[row.filled.bit_count()].append((row.filled, row.number))
    sizes = sorted(by_size)
    best: dict[tuple[str, str], int] = {}
    for row in ours:
        size = row.filled.bit_count()
        least, most = size * line / (2_000 - line), size * (2_000 - line) / line
        for other in sizes[bisect_left(sizes, least) : bisect_right(sizes, most)]:
            shared_least = -(-line * (size + other) // 2_000)
            for filled, number in by_size[other]:
                shared = (row.filled & filled).bit_count()
                if shared >= shared_least and shared:
                    pair, score = (row.number, number), 2_000 * shared // (size + other)
                    best[pair] = max(best.get(pair, 0), score)
    found = (Above(*pair, score) for pair, score in best.items())
    return sorted(found, key=lambda one: (-one.score, one.ours, one.theirs))
