"""Fill a throw-away database with N files, their proceedings, hearings, claims and history, by COPY."""

import argparse
import json
import sys
import time
import uuid
from collections.abc import Callable
from typing import Any

import psycopg

from bench.more_rows import MoreRows
from bench.place import running
from bench.rows import BLOCKS, NOW, OFFICES, row_id, workers_of

PERSON = (
    "INSERT INTO access_person (id, password, login_name, name, organisation_id, language, is_active,"
    " is_demo, hides_names, keys_off, must_choose_password) VALUES (%s, '!', %s, %s, %s, 'en', true, true, true, false, false)"
)
MEMBERSHIP = (
    "INSERT INTO access_membership (id, person_id, organisation_id, role, starts_on)"
    " VALUES (%s, %s, %s, %s, '2015-01-01')"
)


def prepare(connection: psycopg.Connection[Any], files: int) -> None:
    """Offices, their workers and clerks, and lawyers."""
    people, roles = [], []
    for number in range(OFFICES):
        office = row_id(1, number)
        connection.execute(
            "INSERT INTO access_organisation (id, name, code, is_demo) VALUES (%s, %s, %s, true)",
            (office, f"Office {number}", f"B{number}"),
        )
        for worker in range(workers_of(number, files)):
            person = row_id(2, number * 1_000_000 + worker)
            people.append((person, f"w{number}-{worker}", "Worker", office))
            roles.append((uuid.uuid4(), person, office, "social_worker"))
        people.append((row_id(3, number), f"mis{number}", "Clerk", office))
        roles.append((uuid.uuid4(), row_id(3, number), office, "mis_officer"))
    with connection.cursor() as cursor:
        cursor.executemany(PERSON, people)
        cursor.executemany(MEMBERSHIP, roles)
    for number in range(30):
        connection.execute(
            "INSERT INTO legalaid_lawyer (id, recorded_at, recorded_by_id, organisation_id, name, kind)"
            " VALUES (%s, %s, %s, %s, %s, %s)",
            (row_id(6, number), NOW, row_id(2, 0), row_id(1, number), f"Adv {number}", "panel"),
        )


def blocks(connection: psycopg.Connection[Any]) -> None:
    """Blocks with the ids that files point to, whatever further columns the table has."""
    columns = connection.execute(
        "SELECT column_name, data_type, is_nullable, column_default FROM information_schema.columns WHERE table_name = 'places_area'"
    ).fetchall()
    blank = {
        "text": "''",
        "boolean": "true",
        "integer": "0",
        "date": "'2015-01-01'",
        "ARRAY": "'{}'",
        "jsonb": "'[]'",
        "smallint": "0",
    }
    values = {"id": "%(id)s", "key": "%(key)s", "name": "%(key)s", "verification": "'gk-to-verify'"}
    for name, kind, nullable, default in columns:
        if name not in values and nullable == "NO" and default is None:
            values[name] = "'state'" if name == "kind" else blank.get(kind, "''")
    names = ", ".join(f'"{name}"' for name in values)
    for number in range(BLOCKS):
        connection.execute(
            f"INSERT INTO places_area ({names}) VALUES ({', '.join(values.values())})",
            {"id": row_id(5, number), "key": f"bench-block-{number}"},
        )


def fill(url: str, files: int, tell: Callable[[str], None]) -> dict[str, float]:
    """Empty and fill the database; answers seconds by step."""
    filler = MoreRows(files)
    took: dict[str, float] = {}
    with psycopg.connect(url) as connection:
        connection.execute("SET session_replication_role = replica")  # as a superuser, for speed
        rows = connection.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        ).fetchall()
        kept = ("django_migrations", "django_content_type", "audit_head")
        names = ", ".join(f'"{row[0]}"' for row in rows if row[0] not in kept)
        connection.execute(f"TRUNCATE {names} CASCADE")
        prepare(connection, files)
        blocks(connection)
        for table, columns, make in filler.tables():
            start = time.perf_counter()
            with (
                connection.cursor() as cursor,
                cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy,
            ):
                for row in make():
                    copy.write_row(row)
            took[table] = round(time.perf_counter() - start, 2)
            tell(f"{table}: {took[table]} s")
        connection.execute(
            "UPDATE audit_head h SET seq = e.seq, hash = e.hash FROM (SELECT DISTINCT ON (shard)"
            " shard, seq, hash FROM audit_entry ORDER BY shard, seq DESC) e WHERE e.shard = h.shard"
        )
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("SET maintenance_work_mem = '512MB'")
        start = time.perf_counter()
        connection.execute("VACUUM ANALYZE")
        took["vacuum"] = round(time.perf_counter() - start, 2)
    return took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with running() as cluster:
        from django.core.management import call_command

        call_command("prepare", stdout=sys.stderr)
        took = fill(cluster.url("admin"), options.files, lambda line: print(line, file=sys.stderr))
    print(
        json.dumps(took) if options.json else f"{options.files} files in {sum(took.values()):.1f} s"
    )


if __name__ == "__main__":
    main()
