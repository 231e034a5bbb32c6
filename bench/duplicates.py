"""One person once: what the product proposes of made lists, how true its chances are, and how long it takes.

People are stored by the product's own functions and compared by its own engine; the truth is known because
the lists are made.
"""

import argparse
import json
import sys
import time
import uuid
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np

from bench.place import running
from bench.searching import AT_ONCE, Store
from bench.twice import BLOCKS, Lists, Written, lists

BINS = (0.05, 0.15, 0.3, 0.5, 0.7, 0.9, 0.95, 0.99, 1.0)
Pairs = list[Any]  # Compared


class Office(Store):
    """An office that writes whole records down."""

    def __init__(self, admin: str) -> None:
        super().__init__(admin)
        from django.core.management import call_command

        from tafteesh.reference.places.models import Area

        self.blocks = list(Area.objects.filter(kind="block").order_by("name")[:BLOCKS])
        if not self.blocks:
            call_command("load_reference", stdout=sys.stderr)
            self.blocks = list(Area.objects.filter(kind="block").order_by("name")[:BLOCKS])

    def store(self, rows: Sequence[Written], offset: int) -> list[uuid.UUID]:
        """Write the rows down; answers their files."""
        from tafteesh.domain.files.models import Identity, NameToken, SurvivorFile
        from tafteesh.domain.proceedings.models import Fir, FirSurvivor
        from tafteesh.foundation.access.context import acting_as
        from tafteesh.foundation.vault.models import SubjectKey
        from tafteesh.interfaces.imports.writing import insert

        ids: list[uuid.UUID] = []
        for start in range(0, len(rows), AT_ONCE):
            made: dict[type[Any], list[Any]] = defaultdict(list)
            for number, row in enumerate(rows[start : start + AT_ONCE], offset + start):
                self._write(number, row, made)
            with acting_as(self.actor):
                for model in (SubjectKey, SurvivorFile, Identity, NameToken, Fir, FirSurvivor):
                    insert(made[model])
            ids += [file.pk for file in made[SurvivorFile]]
        return ids

    def _write(self, number: int, row: Written, made: dict[type[Any], list[Any]]) -> None:
        from tafteesh.domain.files import sealing
        from tafteesh.domain.files.models import Identity, NameToken, SurvivorFile
        from tafteesh.foundation.kernel.ids import new_id
        from tafteesh.foundation.vault.keys import unsaved_key
        from tafteesh.foundation.vault.models import SubjectKey
        from tafteesh.interfaces.imports.writing import unsaved

        own = {"organisation_id": self.office}
        record = {**own, "recorded_at": self.actor.now, "recorded_by_id": self.clerk}
        values = {"id": new_id(), "number": f"S-{number:07}", "scope": "trafficking", **record}
        if self.blocks and row.block >= 0:
            values["block_id"] = self.blocks[row.block % len(self.blocks)].pk
        file = unsaved(SurvivorFile, values)
        sealed, key = unsaved_key(file.pk, self.office, SubjectKey.Kind.FILE)
        born = {"born_earliest": row.born[0], "born_latest": row.born[1]} if row.born else {}
        identity = unsaved(
            Identity,
            {"id": new_id(), "survivor_file_id": file.pk, "gender": "woman", **born, **record},
        )
        sealing.seal_names(identity, row.names, key)
        made[SubjectKey].append(sealed)
        made[SurvivorFile].append(file)
        made[Identity].append(identity)
        made[NameToken] += [
            unsaved(NameToken, {"token": token, "survivor_file_id": file.pk, **own})
            for token in sealing.make_findable(identity, self.office, row.names, key)
        ]
        if row.fir:
            self._fir(row, file.pk, record, made)

    def _fir(self, row: Written, file: uuid.UUID, record: dict[str, Any], made: Any) -> None:
        """Her FIR: entered once, so that two records of it are two links to one row."""
        from tafteesh.domain.proceedings.models import Fir, FirSurvivor
        from tafteesh.foundation.kernel.ids import new_id
        from tafteesh.interfaces.imports.writing import unsaved

        known = self.__dict__.setdefault("firs", {})
        place = (row.fir, row.block)
        if place not in known:
            words = f"Station {row.block}"
            fir = {"station_words": words, "station_key": words.lower(), "area": "source"}
            number = {"number": row.fir, "year": 2025, "id": new_id()}
            known[place] = unsaved(Fir, {**fir, **number, **record})
            made[Fir].append(known[place])
        link = {"fir_id": known[place].pk, "survivor_file_id": file, "id": new_id()}
        made[FirSurvivor].append(unsaved(FirSurvivor, {**link, **record}))

    def compared(self, files: Sequence[uuid.UUID], line: float) -> Pairs:
        from tafteesh.domain.once.comparing import compare
        from tafteesh.foundation.access.context import acting_as

        found: Pairs = []
        for start in range(0, len(files), 500):
            with acting_as(self.actor):
                found += compare(files[start : start + 500], self.actor, line=line)
        return found


def measure(office: Office, made: Lists, line: float) -> tuple[Pairs, dict[str, Any], Any]:
    """Store, compare the new ones with all, and time it."""
    start = time.perf_counter()
    pool = office.store(made.pool, 0)
    new = office.store(made.new, len(pool))
    stored = time.perf_counter() - start
    start = time.perf_counter()
    cpu = time.process_time()
    pairs = office.compared(new, line)
    took, worked = time.perf_counter() - start, time.process_time() - cpu
    whose = dict(zip([*pool, *new], [*made.pool, *made.new], strict=True))
    told = {
        "pool": len(pool), "new": len(new), "stored_a_second": round(len(whose) / stored),
        "seconds": round(took, 1), "ms_a_row": round(1000 * took / max(1, len(new)), 2),
        "our_cpu_ms_a_row": round(1000 * worked / max(1, len(new)), 2),
    }  # fmt: skip
    return pairs, told, whose


def true_pairs(
    whose: dict[uuid.UUID, Written], new: int
) -> dict[tuple[uuid.UUID, uuid.UUID], Written]:
    """Every two records of one woman of which one is new."""
    by_woman: dict[int, list[uuid.UUID]] = defaultdict(list)
    for file, row in whose.items():
        by_woman[row.whose].append(file)
    files = list(whose)
    fresh = set(files[len(files) - new :])
    found = {}
    for ids in by_woman.values():
        for at, one in enumerate(sorted(ids)):
            for other in sorted(ids)[at + 1 :]:
                if one in fresh or other in fresh:
                    found[one, other] = whose[other if other in fresh else one]
    return found


def quality(pairs: Pairs, whose: dict[uuid.UUID, Written], new: int, line: float) -> dict[str, Any]:
    """Recall and precision at the line, and at the words that a chance is given; recall by kind."""
    truth = true_pairs(whose, new)
    chance = {(p.one, p.other): p.chance for p in pairs}
    told: dict[str, Any] = {"true_pairs": len(truth)}
    for name, least in (("proposed", line), ("likely", 0.7), ("almost_sure", 0.95)):
        said = {key for key, one in chance.items() if one >= least}
        right = len(said & truth.keys())
        told[name] = {
            "pairs": len(said), "precision": round(right / max(1, len(said)), 4),
            "recall": round(right / max(1, len(truth)), 4),
        }  # fmt: skip
    told["recall_by_kind"] = _by_kind(truth, chance, whose, line)
    wrong = Counter(
        whose[max(key)].kind for key, one in chance.items() if one >= line and key not in truth
    )
    told["wrong_by_kind"] = dict(wrong.most_common())
    return told


def _by_kind(truth: Any, chance: Any, whose: Any, line: float) -> dict[str, str]:
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for (one, other), row in truth.items():
        a, b = whose[one], whose[other]
        kinds = ["other name" if "other name" in row.kind else "same name"]
        kinds.append("across scripts" if a.script != b.script else "within a script")
        kinds.append("no birth year" if not (a.born and b.born) else "both birth years")
        for kind in kinds:
            counts[kind][0] += chance.get((one, other), 0.0) >= line
            counts[kind][1] += 1
    return {kind: f"{got}/{of} = {got / of:.3f}" for kind, (got, of) in sorted(counts.items())}


def reliability(pairs: Pairs, truth: Any) -> list[dict[str, Any]]:
    """Of the pairs given a chance between two bounds, how many were one person."""
    rows, low = [], 0.0
    for high in BINS:
        inside = [p for p in pairs if low <= p.chance < high or (high == 1.0 and p.chance == 1.0)]
        if inside:
            right = sum((p.one, p.other) in truth for p in inside)
            said = sum(p.chance for p in inside) / len(inside)
            rows.append(
                {"from": low, "to": high, "pairs": len(inside), "said": round(said, 3),
                 "true": round(right / len(inside), 3)}
            )  # fmt: skip
        low = high
    return rows


def fit(pairs: Pairs, truth: Any) -> dict[str, Any]:
    """The weights: a logistic regression with a small ridge, by Newton's steps."""
    from tafteesh.domain.once.evidence import Sign

    signs = list(Sign)
    x = np.array([[1.0, -np.log(p.crowd), *(float(s in p.signs) for s in signs)] for p in pairs])
    y = np.array([float((p.one, p.other) in truth) for p in pairs])
    ridge = np.full(x.shape[1], 0.5)
    ridge[0] = 0.0
    w = np.zeros(x.shape[1])
    for _ in range(40):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        slope = x.T @ (p - y) + ridge * w
        bend = (x * (p * (1 - p))[:, None]).T @ x + np.diag(ridge + 1e-6)
        w -= np.linalg.solve(bend, slope)
    told = {str(sign.value): round(float(v), 2) for sign, v in zip(signs, w[2:], strict=True)}
    return {"base": round(float(w[0]), 2), "crowd": round(float(w[1]), 2), "signs": told}


def sweep(office: Office) -> dict[str, float]:
    """The first night looks at everybody, the second at nobody."""
    from tafteesh.domain.once.actions import look_in_the_night
    from tafteesh.foundation.access.context import acting_as

    told, files = {}, 0
    for night in ("first_night_s", "second_night_s"):
        start = time.perf_counter()
        while True:
            with acting_as(office.actor):
                looked = look_in_the_night(most=1_000, by=office.actor)
            files += looked
            if not looked:
                break
        told[night] = round(time.perf_counter() - start, 1)
    return told | {"files_looked_at": files}


def run(options: argparse.Namespace, admin: str) -> dict[str, Any]:
    from tafteesh.domain.once.scoring import shipped

    office = Office(admin)
    made = lists(options.seed, options.pool, options.new)
    line = 0.0 if options.fit else 0.01
    pairs, told, whose = measure(office, made, line)
    truth = true_pairs(whose, options.new)
    told |= quality(pairs, whose, options.new, shipped().line)
    told["reliability"] = reliability(pairs, truth)
    if options.fit:
        told["weights"] = fit(pairs, truth)
    if options.night:
        told |= sweep(office)
    return told


def say(told: dict[str, Any]) -> None:
    for name, value in told.items():
        if isinstance(value, list):
            print(f"{name}:")
            for row in value:
                print("   ", "  ".join(f"{key} {one}" for key, one in row.items()))
        elif isinstance(value, dict):
            print(f"{name}: " + "; ".join(f"{key} {one}" for key, one in value.items()))
        else:
            print(f"{name}: {value}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pool", type=int, default=10_000, help="people stored before")
    parser.add_argument("--new", type=int, default=1_000, help="rows that come after")
    parser.add_argument("--seed", type=int, default=2, help="of the made lists")
    parser.add_argument("--fit", action="store_true", help="fit the weights anew and print them")
    parser.add_argument("--night", action="store_true", help="time the nightly sweep too")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with running() as cluster:
        from django.core.management import call_command

        call_command("prepare", stdout=sys.stderr)
        told = run(options, cluster.url("admin"))
    print(json.dumps(told)) if options.json else say(told)


if __name__ == "__main__":
    main()
