"""All rules of the law over one file and over every file; what a change costs; the boards beside plain SQL."""

import argparse
import json
import os
import resource
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from statistics import median
from typing import Any

import psycopg

from bench.filling import fill
from bench.measuring import ROUNDS, Figures, filled, side_by_side, tell
from bench.place import running
from bench.rows import row_id
from bench.sql import FILES_OF, Asking

COUNTED = (
    "SELECT sum(number), duty, station_words, court_words FROM facts_lapsecount"
    " WHERE organisation_id = %(office)s GROUP BY 2, 3, 4"
)
OLDEST = (
    "SELECT s.*, f.station_words, f.number, f.year FROM facts_dutystate s"
    " JOIN proceedings_fir f ON f.id = s.fir_id WHERE s.organisation_id = %(office)s"
    " AND s.shown_from <= %(day)s AND (s.shown_until IS NULL OR s.shown_until > %(day)s)"
    " ORDER BY s.since, s.id LIMIT 51"
)
REACHED = (
    "SELECT survivor_file_id FROM files_accessgrant WHERE person_id = %(who)s"
    " AND starts_on <= %(day)s AND (until IS NULL OR until >= %(day)s)"
)
HERS = (
    "SELECT s.*, f.station_words, f.number, f.year FROM facts_dutystate s"
    f" JOIN proceedings_fir f ON f.id = s.fir_id WHERE (s.survivor_file_id IN ({REACHED})"
    "  OR (s.survivor_file_id IS NULL AND s.fir_id IN (SELECT fir_id FROM proceedings_firsurvivor"
    f"   WHERE withdrawn_at IS NULL AND survivor_file_id IN ({REACHED}))))"
    " AND s.shown_from <= %(day)s AND (s.shown_until IS NULL OR s.shown_until > %(day)s)"
    " ORDER BY s.since, s.id"
)
DIARY = (
    "SELECT h.fir_id, h.*, f.station_words, f.number, f.year FROM proceedings_hearing h"
    ' JOIN proceedings_fir f ON f.id = h.fir_id WHERE h.withdrawn_at IS NULL AND h."on" = %(first)s'
    " AND h.organisation_id = %(office)s ORDER BY h.court_words, h.id LIMIT 201"
)
LATE = (
    "SELECT h.fir_id, h.*, f.station_words, f.number, f.year FROM proceedings_hearing h"
    ' JOIN proceedings_fir f ON f.id = h.fir_id WHERE h.withdrawn_at IS NULL AND h."on" < %(day)s'
    " AND h.outcome = 'expected' AND h.organisation_id = %(office)s"
    ' ORDER BY h."on", h.court_words, h.id LIMIT 21'
)


def office_board(asking: Asking) -> int:
    """The counts and the oldest lapses of one office."""
    said = {"office": asking.office, "day": asking.day}
    with asking.transaction() as on:
        return len(on.execute(COUNTED, said).fetchall()) + len(on.execute(OLDEST, said).fetchall())


def own_board(asking: Asking) -> int:
    """The lapses of one worker's files, to be counted by whoever asks."""
    with asking.transaction() as on:
        return len(on.execute(HERS, {"who": asking.who, "day": asking.day}).fetchall())


def diary(asking: Asking) -> int:
    """Tomorrow's hearings of one office with the numbers of the files, and the days without an outcome."""
    said = {"office": asking.office, "day": asking.day, "first": asking.day + timedelta(days=1)}
    with asking.transaction() as on:
        rows = on.execute(DIARY, said).fetchall() + on.execute(LATE, said).fetchall()
        return len(on.execute(FILES_OF, [[row[0] for row in rows]]).fetchall())


def ready_law(admin: psycopg.Connection[Any]) -> None:
    """The shipped limits, and the bench's sections tied to them."""
    from django.core.management import call_command

    admin.execute("ALTER TABLE law_deadline DISABLE TRIGGER note_for_recount")
    admin.execute("ALTER TABLE law_section DISABLE TRIGGER note_for_recount")
    call_command("load_reference", verbosity=0)
    admin.execute("ALTER TABLE law_deadline ENABLE TRIGGER note_for_recount")
    admin.execute("ALTER TABLE law_section ENABLE TRIGGER note_for_recount")
    with admin.transaction():
        admin.execute("SET LOCAL session_replication_role = replica")
        admin.execute(
            "UPDATE proceedings_firsection f SET section_id = s.id FROM law_section s JOIN law_act a"
            " ON a.id = s.act_id WHERE f.section_id IS NULL AND a.key = f.act_words"
            " AND s.number = f.number_words"
        )


def peak_mb() -> float:
    """The most memory that this process ever held."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def timed(act: Callable[[], int]) -> dict[str, float]:
    """How many FIRs, how many a second by the clock and by the processor, and the peak of memory."""
    from django.db import connection

    from bench.signed_in import worked_ms

    backend = connection.connection.info.backend_pid
    start, worked = time.perf_counter(), worked_ms(backend)
    number = act()
    took, cpu = time.perf_counter() - start, (worked_ms(backend) - worked) / 1000
    return {
        "firs": number,
        "seconds": round(took, 2),
        "a_second": round(number / took),
        "cpu_a_second": round(number / cpu),
        "peak_mb": peak_mb(),
    }


def measure_rules() -> Figures:
    """The rules over one FIR in memory; over every FIR from the tables and back into them; after one change."""
    from tafteesh.domain.facts.kept import recount_all
    from tafteesh.domain.facts.matters import matters
    from tafteesh.domain.proceedings.duties.catalogue import rules_on
    from tafteesh.domain.proceedings.duties.checking import check
    from tafteesh.domain.proceedings.models import Fir
    from tafteesh.foundation.access.context import acting_as
    from tafteesh.foundation.access.models import Person
    from tafteesh.foundation.access.people import actor_for
    from tafteesh.foundation.kernel.clock import read_clock

    clerk = actor_for(Person.objects.get(login_name="mis0"), now=read_clock())
    before = peak_mb()
    with acting_as(clerk):
        firs = list(Fir.objects.visible_to(clerk).order_by("pk")[:200])
        held, every = rules_on(clerk.today), matters(clerk, firs)
        times = []
        for matter in every.values():
            start = time.perf_counter()
            check(matter, held, clerk.today)
            times.append((time.perf_counter() - start) * 1000)
    found: Figures = {
        "one_file": {"rules": len(held), "median_ms": round(median(times), 3), "slowest_ms": round(max(times), 3)},
        "peak_mb_before": before,
    }  # fmt: skip
    with acting_as(clerk):
        found["every_file"] = timed(partial(recount_all, clerk))
    with acting_as(clerk):
        found["every_file_again"] = timed(partial(recount_all, clerk))
    found["one_change_ms"] = _one_change(clerk, firs[:50])
    return found


def _one_change(clerk: Any, firs: list[Any]) -> float:
    """What keeping the states adds to one change of a FIR, in milliseconds."""
    from tafteesh.domain.facts.kept import recount_noted
    from tafteesh.domain.proceedings.actions import change_fir
    from tafteesh.foundation.access.context import acting_as

    changes = []
    for n, fir in enumerate(firs):
        with acting_as(clerk):
            day = date(2024, 1, 1) + timedelta(days=n)
            change_fir(fir=fir, changes={"copy_given_on": day}, by=clerk)
            start = time.perf_counter()
            recount_noted(clerk)
            changes.append((time.perf_counter() - start) * 1000)
    return round(median(changes), 2)


def measure_boards(plain: str) -> Figures:
    """The lapse board of an office and of a worker, and tomorrow's diary of an office."""
    from bench.signed_in import queries_of, signed_in
    from tafteesh.foundation.kernel.clock import day_in_india, read_clock

    day = day_in_india(read_clock())
    worker, clerk = signed_in("w0-0"), signed_in("mis0")
    tomorrow = f"/hearings/?span=day&from={day + timedelta(days=1):%d-%m-%Y}"
    found: Figures = {}
    with psycopg.connect(plain, autocommit=True) as on:
        own = Asking(on, row_id(2, 0), row_id(1, 0), day)
        whole = Asking(on, row_id(3, 0), row_id(1, 0), day, reaches_office=True)
        boards: list[tuple[str, Any, str, Callable[[], int]]] = [
            ("lapses_of_an_office", clerk, "/lapses/", partial(office_board, whole)),
            ("lapses_of_a_worker", worker, "/lapses/", partial(own_board, own)),
            ("hearings_of_an_office", clerk, tomorrow, partial(diary, whole)),
        ]
        for name, desk, address, theirs in boards:
            found[name] = side_by_side(
                [partial(desk.get, address)] * (ROUNDS // 2), [theirs] * (ROUNDS // 2), on
            ) | {"queries": queries_of(desk, address), "rows": theirs()}
    return found


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
        with psycopg.connect(url, autocommit=True) as admin:
            ready_law(admin)
            found: Figures = {"files": options.files, "load": os.getloadavg()[0]}
            found |= measure_rules()
            admin.execute("VACUUM ANALYZE")
        found |= measure_boards(cluster.url("app"))
    if options.json:
        print(json.dumps(found))
    else:
        tell(found)


if __name__ == "__main__":
    main()
