"""What others do on readable names: pg_trgm, rapidfuzz and jellyfish."""

import time
from collections.abc import Callable, Sequence
from typing import Any

import jellyfish
import psycopg
from rapidfuzz import process
from rapidfuzz.fuzz import token_sort_ratio

from tafteesh.foundation.kernel.name_key import roman

TEN = 10
Search = Callable[[str], list[int]]
_TABLE = "bench_readable_names"


def with_trigrams(connection: psycopg.Connection[Any], names: Sequence[str]) -> Search:
    """pg_trgm's nearest ten by its GiST index, on names as they were typed."""
    connection.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    connection.execute(f"DROP TABLE IF EXISTS {_TABLE}")
    connection.execute(f"CREATE TABLE {_TABLE} (at int, name text)")
    with connection.cursor() as cursor, cursor.copy(f"COPY {_TABLE} FROM STDIN") as copy:
        for at, name in enumerate(names):
            copy.write_row((at, name.lower()))
    connection.execute(f"CREATE INDEX ON {_TABLE} USING gist (name gist_trgm_ops(siglen=32))")
    connection.execute(f"ANALYZE {_TABLE}")
    query = f"SELECT at FROM {_TABLE} ORDER BY name <-> %s LIMIT {TEN}"
    return lambda words: [row[0] for row in connection.execute(query, [words.lower()]).fetchall()]


def with_rapidfuzz(names: Sequence[str]) -> Search:
    """The best ten of all by rapidfuzz on romanised text."""
    plain = [roman(name) for name in names]

    def search(words: str) -> list[int]:
        best = process.extract(roman(words), plain, scorer=token_sort_ratio, limit=TEN)
        return [at for _name, _score, at in best]

    return search


def with_jellyfish(names: Sequence[str]) -> Search:
    """The best ten of all by jellyfish's Jaro-Winkler on romanised text, metaphone deciding between equals."""
    plain = [roman(name) for name in names]
    sounds = [jellyfish.metaphone(name) for name in plain]

    def search(words: str) -> list[int]:
        asked, sound = roman(words), jellyfish.metaphone(roman(words))
        near = jellyfish.jaro_winkler_similarity
        scored = [(near(asked, name), at) for at, name in enumerate(plain)]
        scored.sort(key=lambda pair: (-pair[0], sounds[pair[1]] != sound))
        return [at for _score, at in scored[:TEN]]

    return search


def measured(search: Search, pairs: Sequence[tuple[int, str]]) -> dict[str, float]:
    """Recall and time of one of them."""
    first = ten = 0
    took = []
    for at, asked in pairs:
        start = time.perf_counter()
        found = search(asked)
        took.append((time.perf_counter() - start) * 1000)
        first += found[:1] == [at]
        ten += at in found
    took.sort()
    return {
        "asked": len(pairs),
        "recall_at_1": round(first / len(pairs), 4),
        "recall_at_10": round(ten / len(pairs), 4),
        "p50_ms": round(took[len(took) // 2], 1),
        "p95_ms": round(took[int(len(took) * 0.95)], 1),
    }
