"""Pages about money over very many claims, beside hand-written SQL on the same rows, in one run."""

import argparse
import json
import os
import random
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from statistics import median
from typing import Any

import psycopg

from bench.filling import MEMBERSHIP, PERSON, blanks, copied
from bench.money_rows import CLERK, OFFICE, MoneyRows
from bench.place import running
from bench.rows import TODAY, row_id

ROUNDS = 5
PAST, STARTS, ENDS = date(2024, 3, 31), date(2023, 4, 1), date(2024, 3, 31)
KEPT = ("django_migrations", "django_content_type", "audit_head")
Figures = dict[str, Any]


def filled(url: str) -> int:
    """How many claims of ours the database holds."""
    with psycopg.connect(url) as connection:
        row = connection.execute(
            "SELECT count(*) FROM compensation_claim WHERE organisation_id = %s"
            " AND EXISTS (SELECT FROM compensation_unpaidspell)",
            [OFFICE],
        ).fetchone()
    return row[0] if row else 0


def fill(url: str, claims: int, tell: Callable[[str], None]) -> None:
    """Empty and fill the database; the spells are made by the statement that an import uses."""
    from tafteesh.domain.compensation.actions.spells import OF_OFFICE

    with psycopg.connect(url) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute("SET synchronous_commit = off; SET maintenance_work_mem = '1GB'")
        names = connection.execute(
            "SELECT string_agg(format('%%I', tablename), ', ') FROM pg_tables"
            " WHERE schemaname = 'public' AND tablename <> ALL(%s)",
            [list(KEPT)],
        ).fetchone()
        connection.execute(f"TRUNCATE {names[0] if names else ''} CASCADE")
        with blanks(connection):
            connection.execute(
                "INSERT INTO access_organisation (id, name, code, is_demo) VALUES (%s, 'Office', 'B0', true)",
                [OFFICE],
            )
            connection.execute(PERSON, (CLERK, "mis0", "Clerk", OFFICE))
            connection.execute(MEMBERSHIP, (row_id(4, 0), CLERK, OFFICE, "mis_officer"))
            for table, columns, make in MoneyRows(claims).tables():
                tell(f"{table}: {copied(connection, table, columns, make())} s")
        start = time.perf_counter()
        connection.execute(OF_OFFICE, {"office": OFFICE})
        tell(f"unpaid spells: {time.perf_counter() - start:.1f} s")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")


def by_turns(ours: Callable[[], object], theirs: Callable[[], object]) -> Figures:
    """Medians of both, one of ours and one of theirs by turns after one of each to warm up."""
    ours(), theirs()
    took: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for side, act in zip(took, (ours, theirs), strict=True):
            start = time.perf_counter()
            act()
            side.append((time.perf_counter() - start) * 1000)
    mine, plain = (median(side) for side in took)
    return {"ours_ms": round(mine), "sql_ms": round(plain), "ratio": round(mine / plain, 2)}


def measure(plain: str) -> Figures:
    """The unpaid list of today and of a past day, the ledger of a year, the register, the curve."""
    from bench import money_sql, sql
    from bench.signed_in import queries_of, signed_in

    clerk = signed_in("mis0")
    found: Figures = {}
    with psycopg.connect(plain, autocommit=True) as on:
        who = sql.Asking(on, CLERK, OFFICE, TODAY, reaches_office=True)
        pages = {
            "unpaid_today": ("/compensation/unpaid/", partial(money_sql.unpaid, who, TODAY)),
            "unpaid_past": (
                f"/compensation/unpaid/?on={PAST:%d-%m-%Y}",
                partial(money_sql.unpaid, who, PAST),
            ),
            "ledger": (
                "/compensation/ledger/?year=2023-24",
                partial(money_sql.ledger, who, STARTS, ENDS),
            ),
        }
        for name, (address, theirs) in pages.items():
            ours = partial(clerk.get, address)
            found[name] = by_turns(ours, theirs) | {"queries": queries_of(clerk, address)}
        found["curve"] = by_turns(curve_of_claims, partial(money_sql.days_of_waiting, who, TODAY))
    found["register_ms"] = once(partial(clerk.get, "/compensation/"))
    found["curve_of_a_million_ms"] = once(a_million_durations())
    return found


def curve_of_claims() -> object:
    """From application to order over every claim: the days by SQL, the curve with its limits."""
    from tafteesh.domain.facts.waiting import Asked, Wait, waiting_curve
    from tafteesh.foundation.access.context import acting_as
    from tafteesh.foundation.access.models import Person
    from tafteesh.foundation.access.people import actor_for
    from tafteesh.foundation.kernel.clock import read_clock

    actor = actor_for(Person.objects.get(pk=CLERK), now=read_clock())
    with acting_as(actor):
        return waiting_curve(actor, Wait.TO_ORDER, Asked())


def once(act: Callable[[], object]) -> int:
    """The second of two goes, in milliseconds."""
    act()
    start = time.perf_counter()
    act()
    return round((time.perf_counter() - start) * 1000)


def a_million_durations() -> Callable[[], object]:
    """The curve of 1,000,000 single durations, limits and median with it."""
    from tafteesh.domain.facts.survival import curve

    chance = random.Random(9)  # noqa: S311 - made durations
    cases = [(chance.randrange(1, 3_000), chance.random() < 0.7) for _ in range(1_000_000)]
    return lambda: curve(cases).median_interval


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with running() as cluster:
        from django.core.management import call_command

        call_command("prepare", stdout=sys.stderr)
        url = cluster.url("admin")
        if filled(url) != options.claims:
            fill(url, options.claims, lambda line: print(line, file=sys.stderr))
        found = {
            "claims": options.claims,
            "load": os.getloadavg()[0],
            **measure(cluster.url("app")),
        }
    for name, values in found.items():
        print(json.dumps({name: values}) if options.json else f"{name:<22} {values}")


if __name__ == "__main__":
    main()
