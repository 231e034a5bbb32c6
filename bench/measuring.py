"""Our server time beside hand-written SQL on the same rows, in one run."""

import argparse
import json
import os
import sys
from collections.abc import Callable
from functools import partial
from statistics import median
from typing import Any

import psycopg

from bench.filling import fill
from bench.place import running
from bench.rows import row_id

ROUNDS = 60
WARM_UP = 10
Figures = dict[str, Any]


def filled(url: str) -> int:
    """How many files the database holds."""
    with psycopg.connect(url) as connection:
        row = connection.execute(
            "SELECT count(*) FROM files_survivorfile WHERE import_batch IS NULL"
        ).fetchone()
    return row[0] if row else 0


def side_by_side(
    ours: list[Callable[[], object]],
    theirs: list[Callable[[], object]],
    on: psycopg.Connection[Any],
) -> dict[str, Any]:
    """Both medians after a warm-up, one of ours and one of theirs by turns: a busy machine is busy for both.

    `cpu_ratio` compares processor time, here and in PostgreSQL, which waiting for other people does not touch.
    """
    from django.db import connection

    from bench.signed_in import taken

    for act, plain in zip(ours[:WARM_UP], theirs[:WARM_UP], strict=True):
        act()
        plain()
    mine = connection.connection.info.backend_pid
    pairs = [
        (taken(act, mine), taken(plain, on.info.backend_pid))
        for act, plain in zip(ours, theirs, strict=True)
    ]
    (a, a_cpu), (b, b_cpu) = (
        (median(one.ms for one in side), sum(one.cpu_ms for one in side) / len(side))
        for side in zip(*pairs, strict=True)
    )
    return {
        "ours_ms": round(a, 2),
        "sql_ms": round(b, 2),
        "ratio": round(a / b, 2),
        "ours_cpu_ms": round(a_cpu, 2),
        "sql_cpu_ms": round(b_cpu, 2),
        "cpu_ratio": round(a_cpu / b_cpu, 2),
    }


def own_files(connection: psycopg.Connection[Any], count: int) -> list[Any]:
    """Files of the first worker of the largest office, spread over the years."""
    rows = connection.execute(
        "SELECT id FROM files_survivorfile WHERE worker_id = %s ORDER BY id", [row_id(2, 0)]
    ).fetchall()
    step = max(1, len(rows) // count)
    found = [row[0] for row in rows[::step]][:count]
    return (found * (count // len(found) + 1))[:count]


def measure_pages(plain: str, connection: psycopg.Connection[Any]) -> Figures:
    """The pages of every day; `plain` is the address for the hand-written side, as the application's role."""
    from django.db import connection as django_connection

    from bench import contact, frame, other_work, sql
    from bench.signed_in import queries_of, signed_in, taken
    from tafteesh.domain.facts.period import Period
    from tafteesh.foundation.kernel.clock import day_in_india, read_clock

    empty_page = frame.stand()
    worker, clerk = signed_in("w0-0"), signed_in("mis0")
    day = day_in_india(read_clock())
    files = own_files(connection, ROUNDS)
    found: Figures = {}
    with psycopg.connect(plain, autocommit=True) as on:
        own = sql.Asking(on, row_id(2, 0), row_id(1, 0), day)
        whole = sql.Asking(on, row_id(3, 0), row_id(1, 0), day, reaches_office=True)
        found["file_page"] = side_by_side(
            [partial(worker.get, f"/files/{key}/") for key in files],
            [partial(sql.file_page, own, key) for key in files],
            on,
        ) | {"queries": queries_of(worker, f"/files/{files[0]}/")}
        found["list"] = side_by_side(
            [partial(clerk.get, "/files/")] * ROUNDS, [partial(sql.file_list, whole)] * ROUNDS, on
        ) | {"queries": queries_of(clerk, "/files/")}
        found["today"] = side_by_side(
            [partial(worker.get, "/")] * ROUNDS, [partial(sql.today, own)] * ROUNDS, on
        ) | {"queries": queries_of(worker, "/")}
        year = Period.containing(day).starts_on.year - 1
        address = f"/facts/blocks/?year={Period.financial_year(year).name}"
        found["dashboard"] = side_by_side(
            [partial(clerk.get, address)] * (ROUNDS // 3),
            [partial(other_work.by_block, whole, year)] * (ROUNDS // 3),
            on,
        ) | {"queries": queries_of(clerk, address)}
    found["contact"] = contact.measure(
        worker, files[:28], f"{day:%d-%m-%Y}", django_connection.connection.info.backend_pid
    )
    found["page_bytes"] = other_work.first_page(worker.get("/").content)
    backend = django_connection.connection.info.backend_pid
    times = [taken(partial(worker.get, empty_page), backend) for _ in range(ROUNDS)][WARM_UP:]
    found["frame_ms"] = round(median(one.ms for one in times), 2)
    found["frame_cpu_ms"] = round(sum(one.cpu_ms for one in times) / len(times), 2)
    return found


def tell(found: dict[str, Any]) -> None:
    """The same for a person."""
    for name, values in found.items():
        if isinstance(values, dict):
            told = ", ".join(f"{key} {value}" for key, value in values.items())
            print(f"{name:<14} {told}")
        else:
            print(f"{name:<14} {values}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with running() as cluster:
        from django.core.management import call_command

        from bench import other_work

        call_command("prepare", stdout=sys.stderr)
        url = cluster.url("admin")
        if filled(url) != options.files:
            fill(url, options.files, lambda line: print(line, file=sys.stderr))
        with psycopg.connect(url, autocommit=True) as connection:
            found: dict[str, Any] = {"files": options.files, "load": os.getloadavg()[0]}
            found |= measure_pages(cluster.url("app"), connection)
            found["import"] = other_work.measure_import(connection)
            found["cold_start_s"] = other_work.cold_start()
    if options.json:
        print(json.dumps(found))
    else:
        tell(found)


if __name__ == "__main__":
    main()
