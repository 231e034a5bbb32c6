"""Two offices' made lists compared as keyed filters, and the same two compared by readable names.

One in five stands in both lists, written another way there; one in ten has a sister in the other list: the same
father, surname and district, and a year of birth that is near. All of them are made up.
"""

import argparse
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from bench.name_pool import ROMAN, Slips, Spelt, spelt
from tafteesh.domain.comparisons.filters import Encoder, Known, Row, above
from tafteesh.domain.comparisons.rules import LINE
from tafteesh.domain.comparisons.secret import keys_of, propose
from tafteesh.foundation.kernel.names.keys import stored_keys
from tafteesh.foundation.kernel.names.person import Traits, likeness
from tafteesh.foundation.kernel.names.reading import read

DISTRICTS = (
    "North 24 Parganas", "South 24 Parganas", "Nadia", "Murshidabad", "Malda", "Howrah", "Ranchi", "Gumla",
)  # fmt: skip
OFTEN = (8, 8, 3, 3, 2, 2, 1, 1)
LINES = (700, 720, 740, 760, 780, 800, 820, 840, 860, 880)
LOOSEST = LINES[0]
PROPOSED = 25  # readable candidates looked at for each
SCORES = (70, 75, 80, 85, 88, 90, 92, 94, 96)
Pair = tuple[str, str]


class Lists:
    """Two lists, and which two rows are one person."""

    def __init__(self, count: int, seed: int) -> None:
        self.slips = Slips(seed)
        self.draw = random.Random(seed + 5)  # noqa: S311 - made names, no secret
        self.here: dict[str, Known] = {}
        self.there: dict[str, Known] = {}
        self.same: set[Pair] = set()
        for at in range(count):
            self._add(f"a{at}", f"b{at}")

    def _add(self, here: str, there: str) -> None:
        name, father, year, district = self._woman()
        self.here[here] = self._written(name, father, year, district, first=True)
        chance = self.draw.random()
        if chance < 0.2:
            self.same.add((here, there))
        elif chance < 0.3:
            name = [self.slips.maker.person()[0], *name[1:]]
            year += self.draw.choice((-3, -2, -1, 1, 2, 3))
        else:
            name, father, year, district = self._woman()
        self.there[there] = self._written(name, father, year, district, first=False)

    def _woman(self) -> tuple[list[Spelt], list[Spelt], int, str]:
        name, father = self.slips.maker.person(), self.slips.maker.person()
        if len(name) > 1 and len(father) > 1:
            name = [*name[:-1], father[-1]]
        district = self.draw.choices(DISTRICTS, OFTEN)[0]
        return name, father, self.draw.randrange(1988, 2012), district

    def _written(
        self, name: list[Spelt], father: list[Spelt], year: int, district: str, *, first: bool
    ) -> Known:
        """As one of the offices wrote it: father, year and district are at times missing or off."""
        script = self.draw.choices((0, 1, 2), (6, 3, 1))[0]
        if not first and self.draw.random() < 0.2:
            year += self.draw.choice((-1, 1, -1, 1, 4))
        return Known(
            names=(spelt(name, script) if first else self._otherwise(name, script),),
            relation="" if self.draw.random() < 0.15 else self._otherwise(father, script),
            born=None if self.draw.random() < 0.08 else year,
            district="" if self.draw.random() < 0.06 else district,
        )

    def _otherwise(self, name: list[Spelt], script: int) -> str:
        words = [part[script] for part in name]
        how = self.draw.choices(("as is", "habit", "slip", "order", "short"), (4, 3, 1, 1, 1))[0]
        if how == "habit" and script == ROMAN:
            words = [self.slips.habit(word) for word in words]
        elif how == "slip" and script == ROMAN:
            at = self.draw.randrange(len(words))
            words[at] = self.slips.slip(words[at])
        elif how == "order" and len(words) == 2:
            words.reverse()
        elif how == "short" and len(words) == 3:
            del words[1]
        return " ".join(words)


def quality(found: dict[Pair, int], same: set[Pair], lines: Sequence[int]) -> list[dict[str, Any]]:
    """Precision and recall at each line."""
    told = []
    for line in lines:
        kept = {pair for pair, score in found.items() if score >= line}
        right = len(kept & same)
        told.append(
            {
                "line": line,
                "pairs": len(kept),
                "precision": round(right / max(1, len(kept)), 4),
                "recall": round(right / max(1, len(same)), 4),
            }
        )
    return told


def sealed(lists: Lists, *, salted: bool) -> dict[str, Any]:
    """As the product compares."""
    encoder = Encoder(keys_of(propose()).filters, salted=salted)
    start = time.process_time()
    rows = [
        [Row(number, filled) for number, known in side.items() for filled in encoder.filters_of(known)]
        for side in (lists.here, lists.there)
    ]  # fmt: skip
    made = time.process_time()
    found = {(pair.ours, pair.theirs): pair.score for pair in above(*rows, LINE)}
    compared = time.process_time()
    loose = {(pair.ours, pair.theirs): pair.score for pair in above(*rows, LOOSEST)}
    often = Counter(row.filled for row in rows[0])
    return {
        "filters_cpu_s": round(made - start, 1),
        "compare_cpu_s": round(compared - made, 1),
        "bits_set": round(sum(row.filled.bit_count() for row in rows[0]) / len(rows[0])),
        "filters_that_occur_twice": sum(n for n in often.values() if n > 1),
        "at_our_line": quality(found, lists.same, [LINE])[0],
        "lines": quality(loose, lists.same, LINES),
    }


def readable(lists: Lists) -> dict[str, Any]:
    """The same lists with nothing hidden: candidates by the keys of search, judged by all that is known."""
    start = time.process_time()
    under = defaultdict(list)
    for number, known in lists.there.items():
        for key in stored_keys(read(known.names[0])):
            under[key].append(number)
    traits = {number: _traits(known) for number, known in (lists.here | lists.there).items()}
    found: dict[Pair, int] = {}
    for number, known in lists.here.items():
        met: Counter[str] = Counter()
        for key in stored_keys(read(known.names[0])):
            for other in under[key] if len(under[key]) < 400 else ():
                met[other] += len(key)
        for other, _keys in met.most_common(PROPOSED):
            found[number, other] = likeness(traits[number], traits[other]).score
    return {
        "compare_cpu_s": round(time.process_time() - start, 1),
        "lines": quality(found, lists.same, SCORES),
    }


def _traits(known: Known) -> Traits:
    return Traits(
        names=known.names,
        relations=(known.relation,) if known.relation else (),
        born=(known.born, known.born) if known.born else None,
        place=known.district,
    )


def best(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The line at which the harmonic mean of the two is highest."""
    return max(rows, key=lambda r: 2 * r["precision"] * r["recall"] / (r["precision"] + r["recall"] or 1))  # fmt: skip


def say(told: dict[str, Any]) -> None:
    print(f"{told['people']} people on each side, {told['same']} of them in both")
    print(
        f"sealed: filters {told['sealed']['filters_cpu_s']} s of processor time, compared in {told['sealed']['compare_cpu_s']} s,"
        f" {told['sealed']['bits_set']} of 512 bits set,"
        f" {told['sealed']['filters_that_occur_twice']} filters occur twice"
    )
    for name in ("sealed", "readable"):
        print(f"{name}: best {best(told[name]['lines'])}")
        for row in told[name]["lines"]:
            print("   {line:>5} {pairs:>7} pairs  precision {precision}  recall {recall}".format(**row))  # fmt: skip
    print(f"at our line: {told['sealed']['at_our_line']}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=2_000, help="on each side")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--salted", action="store_true", help="salted by year of birth")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    lists = Lists(options.people, options.seed)
    told = {
        "people": options.people,
        "same": len(lists.same),
        "salted": options.salted,
        "sealed": sealed(lists, salted=options.salted),
        "readable": readable(lists),
    }
    print(json.dumps(told)) if options.json else say(told)


if __name__ == "__main__":
    main()
