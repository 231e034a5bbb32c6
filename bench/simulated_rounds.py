"""How often the interval of a round holds the true share, over many simulated rounds. No database."""

import argparse
import json
import random
import sys
from dataclasses import dataclass

from tafteesh.domain.checking.drawing import draw
from tafteesh.domain.checking.intervals import share_of_fields

FILES_IN_ALL = 2_000


@dataclass(frozen=True)
class Office:
    """Files whose fields are right with probability `share`; `together` is how much those of one file agree (0 to 1)."""

    share: float
    together: float
    fields: int

    def files(self, chance: random.Random) -> list[int]:
        """How many fields of each file are right."""
        return [self._file(chance) for _ in range(FILES_IN_ALL)]

    def _file(self, chance: random.Random) -> int:
        spread = (1 - self.together) / self.together if self.together else 0
        own = (
            chance.betavariate(self.share * spread, (1 - self.share) * spread)
            if self.together
            else self.share
        )
        return sum(chance.random() < own for _ in range(self.fields))


OFFICES = tuple(
    Office(share, together, fields)
    for share in (0.5, 0.625, 0.8, 0.9, 0.95, 0.98)
    for together in (0.0, 0.1, 0.3)
    for fields in (6, 20)
)


def coverage(office: Office, drawn: int, rounds: int, seed: int = 1) -> float:
    """The part of the rounds whose 95 % interval holds the true share of the office."""
    chance = random.Random(seed)  # noqa: S311 - a simulation
    files = office.files(chance)
    true = sum(files) / (FILES_IN_ALL * office.fields)
    hits = 0
    for number in range(rounds):
        sample = draw(range(FILES_IN_ALL), f"{seed}-{number}", drawn)
        found = share_of_fields([(files[one], office.fields) for one in sample]).interval
        hits += found.low <= true <= found.high
    return hits / rounds


def main(arguments: list[str]) -> int:
    """Print one line an office, and the worst and the mean of all."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=400)
    options.add_argument("--drawn", type=int, default=40, help="files in a round")
    options.add_argument("--json", action="store_true")
    asked = options.parse_args(arguments)
    lines = []
    for office in OFFICES:
        held = coverage(office, asked.drawn, asked.rounds)
        lines.append({**office.__dict__, "coverage": held})
        if not asked.json:
            print(f"right {office.share:.1%}  together {office.together:.1f}  fields {office.fields:2}  held {held:.1%}")  # fmt: skip
    held = [line["coverage"] for line in lines]
    told = {"mean": sum(held) / len(held), "worst": min(held), "offices": lines}
    print(json.dumps(told) if asked.json else f"mean {told['mean']:.1%}, worst {told['worst']:.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
