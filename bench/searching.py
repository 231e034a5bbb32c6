"""Search over sealed names: stored by the product's own functions, asked through its own search.

What others do on readable names runs beside it, on the same names and a part of the same questions.
"""

import argparse
import json
import random
import sys
import time
import uuid
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import psycopg

from bench.name_pool import pairs as made_pairs
from bench.name_pool import people
from bench.place import running

AT_ONCE = 2_000
OFFICE = ("Bench office", "BENCH")


def read_pairs(path: Path) -> list[tuple[str, str, str]]:
    """Lines of stored name, tab, asked name and, if wanted, tab and a kind; others are passed over and counted."""
    found, odd = [], 0
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        sides = [side.strip() for side in line.split("\t")]
        if len(sides) >= 2 and sides[0] and sides[1]:
            by_script = f"{script(sides[1])} asked, {script(sides[0])} stored"
            found.append((sides[0], sides[1], "".join(sides[2:3]) or by_script))
        elif line.strip():
            odd += 1
    if odd:
        print(f"{odd} lines without two names were passed over", file=sys.stderr)
    return found


def script(name: str) -> str:
    """The script of most letters of a name."""
    counts = {
        "Bengali": sum("\u0980" <= c <= "\u09ff" for c in name),
        "Devanagari": sum("\u0900" <= c <= "\u097f" for c in name),
        "Roman": sum(c.isascii() and c.isalpha() for c in name),
    }
    return max(counts, key=lambda key: counts[key])


def shuffled(pairs: Sequence[tuple[str, str, str]], pool: int) -> tuple[list[str], list[int]]:
    """All names in an order that favours nobody, and where the stored name of each pair stands."""
    made = people(max(0, pool - len(pairs)))
    names = [(name, -1) for name in made] + [(pair[0], at) for at, pair in enumerate(pairs)]
    random.Random(11).shuffle(names)  # noqa: S311 - made names, no secret
    places = [0] * len(pairs)
    for place, (_name, at) in enumerate(names):
        if at >= 0:
            places[at] = place
    return [name for name, _ in names], places


def chunks(names: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    for start in range(0, len(names), AT_ONCE):
        yield start, names[start : start + AT_ONCE]


class Store:
    """An office whose clerk reaches every file."""

    def __init__(self, admin: str) -> None:
        from django.db import connection as django_connection

        from tafteesh.foundation.access.models import Membership, Organisation, Person
        from tafteesh.foundation.access.people import actor_for
        from tafteesh.foundation.access.permissions import Role
        from tafteesh.foundation.kernel.clock import read_clock

        with psycopg.connect(admin, autocommit=True) as connection:
            connection.execute(
                "TRUNCATE access_organisation, access_person, vault_subjectkey CASCADE"
            )
        office = Organisation.objects.create(name=OFFICE[0], code=OFFICE[1], is_demo=True)
        clerk = Person.objects.create(
            login_name="bench", name="Clerk", organisation=office, is_demo=True
        )
        Membership.objects.create(
            person=clerk, organisation=office, role=Role.MIS_OFFICER, starts_on="2015-01-01"
        )
        self.actor = actor_for(clerk, now=read_clock())
        self.office, self.clerk = office.pk, clerk.pk
        with django_connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            self.backend = cursor.fetchone()[0]

    def keep(self, names: Sequence[str], tell: Any) -> list[uuid.UUID]:
        """Store people by name: sealed and tokenised by the product's functions; answers their files' ids."""
        from tafteesh.domain.files.models import Identity, NameToken, SurvivorFile
        from tafteesh.foundation.access.context import acting_as
        from tafteesh.foundation.vault.models import SubjectKey
        from tafteesh.interfaces.imports.writing import insert

        ids: list[uuid.UUID] = []
        for start, chunk in chunks(names):
            rows: dict[type[Any], list[Any]] = defaultdict(list)
            for number, name in enumerate(chunk, start):
                self._person(number, name, rows)
            with acting_as(self.actor):
                for model in (SubjectKey, SurvivorFile, Identity, NameToken):
                    insert(rows[model])
            ids += [file.pk for file in rows[SurvivorFile]]
            if (start // AT_ONCE) % 25 == 24:
                tell(f"{len(ids)} people stored")
        return ids

    def _person(self, number: int, name: str, rows: dict[type[Any], list[Any]]) -> None:
        from tafteesh.domain.files import sealing
        from tafteesh.domain.files.models import Identity, NameToken, SurvivorFile
        from tafteesh.foundation.kernel.ids import new_id
        from tafteesh.foundation.vault.keys import unsaved_key
        from tafteesh.foundation.vault.models import SubjectKey
        from tafteesh.interfaces.imports.writing import unsaved

        own = {"organisation_id": self.office}
        record = {**own, "recorded_at": self.actor.now, "recorded_by_id": self.clerk}
        file = unsaved(
            SurvivorFile,
            {"id": new_id(), "number": f"S-{number:07}", "scope": "trafficking", **record},
        )
        row, key = unsaved_key(file.pk, self.office, SubjectKey.Kind.FILE)
        identity = unsaved(Identity, {"id": new_id(), "survivor_file_id": file.pk, **record})
        names = {"name_used": name}
        sealing.seal_names(identity, names, key)
        rows[SubjectKey].append(row)
        rows[SurvivorFile].append(file)
        rows[Identity].append(identity)
        rows[NameToken] += [
            unsaved(NameToken, {"token": token, "survivor_file_id": file.pk, **own})
            for token in sealing.make_findable(identity, self.office, names, key)
        ]

    def ask(self, words: str) -> tuple[list[uuid.UUID], Any]:
        """The files that the product's search answers, and how long it took."""
        from bench.signed_in import taken
        from tafteesh.domain.files.searching import search_files
        from tafteesh.foundation.access.context import acting_as

        with acting_as(self.actor):
            found: list[Any] = []
            took = taken(lambda: found.extend(search_files(self.actor, words)), self.backend)
        return [one.file.pk for one in found], took


def times(took: Sequence[float], unit: str) -> dict[str, float]:
    """The middle one, and the one that nineteen in twenty stay under."""
    inorder = sorted(took)
    return {
        f"p50_{unit}": round(inorder[len(inorder) // 2], 1),
        f"p95_{unit}": round(inorder[int(len(inorder) * 0.95)], 1),
    }


def tally(ranks: Sequence[int | None]) -> dict[str, float]:
    """Recall and the mean rank; a name that is not on the page counts as one place after it."""
    from tafteesh.domain.files.searching import SHOWN

    count = len(ranks)
    return {
        "asked": count,
        "recall_at_1": round(sum(rank == 1 for rank in ranks) / count, 4),
        "recall_at_10": round(sum(rank is not None and rank <= 10 for rank in ranks) / count, 4),
        "mean_rank": round(sum(rank or SHOWN + 1 for rank in ranks) / count, 3),
    }


def answers(
    store: Store, pairs: Sequence[tuple[str, str, str]], ids: Sequence[uuid.UUID], places: Sequence[int],
    misses: Path | None,
) -> dict[str, Any]:  # fmt: skip
    """Ask for every pair; recall, times, and recall by the scripts asked and stored."""
    ranks: list[int | None] = []
    took = []
    by_kind: dict[str, list[int | None]] = defaultdict(list)
    missed = []
    for (stored, asked, kind), place in zip(pairs, places, strict=True):
        found, ms = store.ask(asked)
        rank = found.index(ids[place]) + 1 if ids[place] in found else None
        ranks.append(rank)
        took.append(ms)
        by_kind[kind].append(rank)
        if rank is None or rank > 10:
            missed.append(f"{stored}\t{asked}\t{rank}")
    if misses:
        misses.write_text("\n".join(missed) + "\n")
    return {
        **tally(ranks),
        **times([one.ms for one in took], "ms"),
        **times([one.cpu_ms for one in took], "cpu_ms"),
        "by_kind": {kind: tally(some) for kind, some in sorted(by_kind.items())},
    }


def beside(admin: str, names: Sequence[str], asked: Sequence[tuple[int, str]]) -> dict[str, Any]:
    """The others on the same names."""
    from bench import other_searches as others

    with psycopg.connect(admin, autocommit=True) as connection:
        found = {
            "pg_trgm": others.measured(others.with_trigrams(connection, names), asked),
            "rapidfuzz": others.measured(others.with_rapidfuzz(names), asked),
            "jellyfish": others.measured(others.with_jellyfish(names), asked),
        }
        connection.execute("DROP TABLE bench_readable_names")
    return found


def run(options: argparse.Namespace, admin: str) -> dict[str, Any]:
    pairs = read_pairs(options.pairs) if options.pairs else made_pairs(options.made, options.seed)
    if not pairs:
        raise SystemExit("There is no line with two names in that file.")
    names, places = shuffled(pairs, options.pool)
    store = Store(admin)
    start = time.perf_counter()
    ids = store.keep(names, lambda line: print(line, file=sys.stderr))
    stored = time.perf_counter() - start
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")
    told = {"pool": len(names), "stored_a_second": round(len(names) / stored)}
    told |= answers(store, pairs, ids, places, options.misses)
    picked = list(zip(places, (pair[1] for pair in pairs), strict=True))
    few = random.Random(5).sample(picked, min(options.others, len(picked)))  # noqa: S311 - made names, no secret
    return told | {"others": beside(admin, names, few) if few else {}}


CELLS = (
    "asked", "recall_at_1", "recall_at_10", "mean_rank", "p50_ms", "p95_ms", "p50_cpu_ms", "p95_cpu_ms",
)  # fmt: skip


def say(told: dict[str, Any]) -> None:
    line = "{:32} {:>6} {:>11} {:>12} {:>9} {:>7} {:>7} {:>10} {:>10}"
    print(f"{told['pool']} people, {told['stored_a_second']} stored a second")
    print(line.format("", *CELLS))
    for name, row in {"ours": told, **told["by_kind"], **told["others"]}.items():
        print(line.format(name, *(row.get(cell, "") for cell in CELLS)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=Path, help="lines of stored name, tab, asked name")
    parser.add_argument("--pool", type=int, default=10_000, help="people in all")
    parser.add_argument(
        "--made", type=int, default=1_000, help="without --pairs: so many made ones"
    )
    parser.add_argument("--seed", type=int, default=1, help="of the made pairs")
    parser.add_argument(
        "--others", type=int, default=100, help="questions that the others are asked"
    )
    parser.add_argument("--misses", type=Path, help="write the pairs not among the first ten there")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with running() as cluster:
        from django.core.management import call_command

        call_command("prepare", stdout=sys.stderr)
        told = run(options, cluster.url("admin"))
    print(json.dumps(told, ensure_ascii=False)) if options.json else say(told)


if __name__ == "__main__":
    main()
