"""Made people who stand in the records once or twice: the truth against which duplicates are measured.

Households share a surname, a village and often a phone; sisters and twins are told apart by their own name
only, and homonyms by everything else. All of it made up.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from bench.name_pool import BENGALI, DEVANAGARI, ROMAN, Maker, Slips, Spelt, parts

VILLAGE_OF, BLOCKS = 150, 24
AGAIN, SISTERS, NAMESAKES = 0.25, 0.06, 0.08  # of the new rows; the rest are strangers
Day = tuple[date, date]


@dataclass(frozen=True)
class Household:
    """People under one roof."""

    number: int
    surname: Spelt
    father: Spelt
    village: str
    block: int
    phone: str


@dataclass(frozen=True)
class Woman:
    """One person as she is."""

    number: int
    given: Spelt
    called: Spelt
    household: Household
    born: date
    phone: str
    fir: int


@dataclass(frozen=True)
class Written:
    """One record of her, as an office wrote it down."""

    whose: int
    kind: str
    names: dict[str, str]
    born: Day | None
    block: int
    fir: int
    script: int
    traits: dict[str, str] = field(default_factory=dict)


class World:
    """Draws people and writes them down."""

    def __init__(self, seed: int, people: int) -> None:
        self.draw = random.Random(seed)  # noqa: S311 - made people, no secret
        self.maker, self.slips = Maker(seed), Slips(seed + 1)
        stems = parts("stem")
        self.villages = [
            f"{self.draw.choice(stems)[0]}{end}"
            for _ in range(max(20, people // VILLAGE_OF))
            for end in (self.draw.choice(("pur", "danga", "hati", "gachhi", "khali", "nagar")),)
        ]
        self.count = 0

    def household(self) -> Household:
        self.count += 1
        at = self.draw.randrange(len(self.villages))
        return Household(
            self.count,
            self.maker._common(self.maker.surnames),
            self.draw.choice(self.maker.given),
            self.villages[at],
            at % BLOCKS,
            self.number(),
        )

    def number(self) -> str:
        return f"9{self.draw.randrange(10**9):09}"

    def woman(self, number: int, house: Household | None = None, born: date | None = None) -> Woman:
        house = house or self.household()
        own = house.phone if self.draw.random() < 0.6 else self.number()
        when = born or date(self.draw.randint(1994, 2012), self.draw.randint(1, 12), 11)
        given, called = self.maker._given(), self.draw.choice(self.maker.given)
        return Woman(number, given, called, house, when, own, self.draw.randint(1, 4000))

    def written(self, she: Woman, kind: str, *, again: bool = False) -> Written:
        """What an office wrote of her; the second time it may have heard other things."""
        draw = self.draw
        script = draw.choices((ROMAN, BENGALI, DEVANAGARI), (6, 3, 1))[0]
        house = she.household
        given, other = she.given, ""
        if again and draw.random() < 0.12:
            given = she.called
            kind = f"{kind}, other name"
        elif draw.random() < 0.25:
            other = self.word(she.called, script)
        words = [given, house.surname] if draw.random() < 0.93 else [given]
        name = " ".join(self.word(part, script) for part in words)
        names = {"name_used": name, "other_names": other}
        if draw.random() < 0.8:
            names["relation_name"] = self.father(house, script)
        if draw.random() < 0.65:
            names["phone"] = self.number() if again and draw.random() < 0.35 else she.phone
        if draw.random() < 0.85:
            moved = again and draw.random() < 0.06
            names["address"] = draw.choice(self.villages) if moved else house.village
        return Written(
            she.number, kind, {k: v for k, v in names.items() if v}, self.born(she, again=again),
            house.block if draw.random() < 0.9 else -1, she.fir if draw.random() < 0.5 else 0, script,
        )  # fmt: skip

    def father(self, house: Household, script: int) -> str:
        return f"{self.word(house.father, script)} {self.word(house.surname, script)}"

    def word(self, part: Spelt, script: int) -> str:
        """One part of a name, with the writer's own habits and slips."""
        word = part[script]
        if script != ROMAN:
            return word
        chance = self.draw.random()
        if chance < 0.25:
            return self.slips._habit(word)
        return self.slips._slip(word) if chance < 0.32 else word

    def born(self, she: Woman, *, again: bool) -> Day | None:
        chance = self.draw.random()
        if chance < 0.25:
            return None
        if chance < 0.5:
            return she.born, she.born
        off = self.draw.choices((0, 1, -1, 2, -2), (6, 2, 2, 1, 1))[0] if again else 0
        year = she.born.year + off
        return date(year, 1, 1), date(year, 12, 31)


@dataclass(frozen=True)
class Lists:
    """Those who are stored first, and those who come after them."""

    pool: list[Written]
    new: list[Written]


def lists(seed: int, pool: int, new: int) -> Lists:
    """A pool, and new rows: one in four is of somebody in it, others are sisters, namesakes and strangers."""
    world = World(seed, pool)
    women = list(_women(world, pool))
    stored = [world.written(she, "once") for she in women]
    came = [_new(world, women, pool + at) for at in range(new)]
    return Lists(stored, came)


def _women(world: World, pool: int) -> Iterator[Woman]:
    number = 0
    while number < pool:
        she = world.woman(number)
        yield she
        number += 1
        if number < pool and world.draw.random() < 0.08:
            yield _sister(world, she, number)
            number += 1


def _sister(world: World, she: Woman, number: int) -> Woman:
    """A twin in one of four; else some years older or younger."""
    apart = 0 if world.draw.random() < 0.25 else world.draw.choice((-4, -3, -2, -1, 1, 2, 3, 4))
    born = she.born.replace(year=min(2013, max(1992, she.born.year + apart)))
    sister = world.woman(number, she.household, born)
    return replace(sister, phone=she.phone, fir=she.fir) if world.draw.random() < 0.6 else sister


def _new(world: World, women: list[Woman], number: int) -> Written:
    of = world.draw.choice(women)
    chance = world.draw.random()
    if chance < AGAIN:
        return world.written(of, "again", again=True)
    if chance < AGAIN + SISTERS:
        return world.written(_sister(world, of, number), "sister or twin")
    if chance < AGAIN + SISTERS + NAMESAKES:
        stranger = world.woman(number)
        house = replace(stranger.household, surname=of.household.surname)
        return world.written(replace(stranger, given=of.given, household=house), "same name")
    return world.written(world.woman(number), "stranger")
