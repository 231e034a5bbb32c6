"""What the rules of quality cost: asked of every file, asked anew after one change, and opened as a queue."""

import argparse
import json
import os
import sys
import time
from functools import partial
from statistics import median
from typing import Any

import psycopg

from bench.filling import fill
from bench.measuring import filled, tell
from bench.place import running

ROUNDS = 40


def measure(url: str) -> dict[str, Any]:
    """The night over all offices, then the desk of one worker."""
    found = nights(url)
    with psycopg.connect(url, autocommit=True) as on:
        on.execute("VACUUM ANALYZE quality_finding")
        files = [row[0] for row in on.execute(
            "SELECT survivor_file_id FROM files_accessgrant g JOIN access_person p ON p.id = g.person_id"
            " WHERE p.login_name = 'w0-0' LIMIT %s", [ROUNDS])]  # fmt: skip
    return found | one_change(files) | one_queue()


def nights(url: str) -> dict[str, Any]:
    """Every rule of every file: when nothing is kept yet, and when all is."""
    from tafteesh.domain.quality.keeping import keep_all
    from tafteesh.foundation.access.context import acting_as
    from tafteesh.foundation.access.permissions import Role
    from tafteesh.interfaces.commands.actors import machine

    with psycopg.connect(url, autocommit=True) as on:
        on.execute("TRUNCATE quality_finding")
    by = machine(Role.MIS_OFFICER)
    found: dict[str, Any] = {}
    for name in ("first_night", "next_night"):
        start = time.perf_counter()
        with acting_as(by):
            came = sum(n for n, _gone in keep_all(by).values())
        found |= {f"{name}_s": round(time.perf_counter() - start, 1), f"{name}_came": came}
    return found


def one_change(files: list[Any]) -> dict[str, Any]:
    """The rules asked anew after one change of one file."""
    from django.db import connection

    from bench.signed_in import taken
    from tafteesh.domain.quality.keeping import keep_touched
    from tafteesh.foundation.access.context import acting_as
    from tafteesh.interfaces.commands.actors import actor_named

    worker, times = actor_named("w0-0"), []
    with acting_as(worker):
        backend = connection.connection.info.backend_pid
        for key in files:
            with connection.cursor() as cursor:
                cursor.execute(
                    "UPDATE files_survivorfile SET gram_panchayat = 'Again' WHERE id = %s", [key]
                )
            times.append(taken(partial(keep_touched, worker), backend))
    return {
        "one_change_ms": round(median(one.ms for one in times), 1),
        "one_change_cpu_ms": round(median(one.cpu_ms for one in times), 1),
    }


def one_queue() -> dict[str, Any]:
    """The queue of one worker as a page."""
    from django.db import connection

    from bench.signed_in import queries_of, signed_in, taken
    from tafteesh.domain.quality.queue import queue_of
    from tafteesh.foundation.access.context import acting_as
    from tafteesh.interfaces.commands.actors import actor_named

    desk, address = signed_in("w0-0"), "/check-data/mend/"
    desk.get(address)
    worker = actor_named("w0-0")
    with acting_as(worker):
        waiting = queue_of(worker).count()
    backend = connection.connection.info.backend_pid
    times = [taken(partial(desk.get, address), backend) for _ in range(ROUNDS)]
    return {
        "queue_of_one": waiting,
        "queue_page_ms": round(median(one.ms for one in times), 1),
        "queue_page_cpu_ms": round(median(one.cpu_ms for one in times), 1),
        "queue_page_queries": queries_of(desk, address),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with running() as cluster:
        from django.core.management import call_command

        call_command("prepare", stdout=sys.stderr)
        url = cluster.url("admin")
        if filled(url) != options.files:
            fill(url, options.files, lambda line: print(line, file=sys.stderr))
        found: dict[str, Any] = {"files": options.files, "load": os.getloadavg()[0], **measure(url)}
    if options.json:
        print(json.dumps(found))
    else:
        tell(found)


if __name__ == "__main__":
    main()
