"""Comparing files with those that they meet: pairs with their signs and their chance."""

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tafteesh.domain.once.candidates import Met, candidates, near_candidates
from tafteesh.domain.once.evidence import Sign, names_alike, signs_of
from tafteesh.domain.once.scoring import chance_of, shipped
from tafteesh.domain.once.traits import Opened, opened_traits
from tafteesh.foundation.access.actor import Actor

AT_ONCE = 100  # files whose candidates are fetched together
_SURE = 0.6  # somebody so likely was met: slips of the pen are not tried
_AS_NEAR = 2.0  # of a hundred: so much less alike counts as alike


@dataclass(frozen=True, slots=True)
class Compared:
    """Two files, the smaller id first, and what was found."""

    one: uuid.UUID
    other: uuid.UUID
    organisation: uuid.UUID
    signs: frozenset[Sign]
    crowd: int
    chance: float


def compare(
    files: Iterable[uuid.UUID], counter: Actor, *, line: float | None = None
) -> Iterator[Compared]:
    """Every pair above the line of each of these files with any other of its organisation."""
    least = shipped().line if line is None else line
    wanted = list(files)
    for start in range(0, len(wanted), AT_ONCE):
        yield from _chunk(wanted[start : start + AT_ONCE], counter, least)


def _chunk(files: Sequence[uuid.UUID], counter: Actor, line: float) -> Iterator[Compared]:
    """What was opened for one file is used for all that meet it, and forgotten with the chunk."""
    known = opened_traits(files, counter)
    mine = [known[file] for file in files if file in known]
    met = candidates(mine)
    _open_more(met, known, counter)
    pairs = {one.file: _against(one, met, known) for one in mine}
    lonely = [one for one in mine if not _is_answered(pairs[one.file])]
    near = near_candidates(lonely) if lonely else {}
    _open_more(near, known, counter)
    for one in lonely:
        met[one.file] |= near.get(one.file, set())
        pairs[one.file] = _against(one, met, known)
    yield from _above((pair for some in pairs.values() for pair in some), line)


def _open_more(met: Met, known: dict[uuid.UUID, Opened], counter: Actor) -> None:
    missing = {file for some in met.values() for file in some} - known.keys()
    known.update(opened_traits(missing, counter))


def _is_answered(pairs: Iterable[Compared]) -> bool:
    return any(pair.chance >= _SURE for pair in pairs)


def _against(one: Opened, met: Met, known: dict[uuid.UUID, Opened]) -> list[Compared]:
    """One file laid beside each that it met in its own organisation."""
    others = [known[file] for file in met[one.file] if file in known]
    near = {other.file: names_alike(one.traits, other.traits) for other in others}
    heights = sorted(near.values())
    return [
        compared(one, other, near[other.file], crowd_of(near[other.file], heights))
        for other in others
        if other.organisation == one.organisation
    ]


def _above(pairs: Iterable[Compared], line: float) -> Iterable[Compared]:
    """Each pair once, as it was found from the side that thinks it likelier."""
    best: dict[tuple[uuid.UUID, uuid.UUID], Compared] = {}
    for pair in pairs:
        key = (pair.one, pair.other)
        if pair.chance >= line and (key not in best or best[key].chance < pair.chance):
            best[key] = pair
    return best.values()


def crowd_of(near: float, heights: Sequence[float]) -> int:
    """How many are called as near to the one as this other is, itself among them."""
    return max(1, sum(height >= near - _AS_NEAR for height in heights))


def beside(one: Opened, other: Opened, crowd: int) -> Compared:
    """Two files laid side by side by themselves, where it is known how many are called as near."""
    return compared(one, other, names_alike(one.traits, other.traits), crowd)


def compared(one: Opened, other: Opened, near: float, crowd: int) -> Compared:
    """What is found when two files are laid side by side."""
    signs = signs_of(one.traits, other.traits, near=near, crowd=crowd)
    low, high = sorted((one.file, other.file))
    return Compared(low, high, one.organisation, signs, crowd, chance_of(signs, crowd))
