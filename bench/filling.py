"""Fill a throw-away database with N files, their proceedings, hearings, claims and history, by COPY."""

import argparse
import json
import sys
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
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


BLANK = {
    "text": "''",
    "boolean": "false",
    "integer": "0",
    "smallint": "0",
    "bigint": "0",
    "date": "'2015-01-01'",
    "ARRAY": "'{}'",
    "jsonb": "'[]'",
}
MISSING = (
    "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public'"
    " AND is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO'"
)


@contextmanager
def blanks(connection: psycopg.Connection[Any]) -> Iterator[None]:
    """While it lasts, a column that a row does not name is blank, whatever columns the tables have since got."""
    found = [
        (f'ALTER TABLE "{table}" ALTER "{column}"', BLANK[kind])
        for table, column, kind in connection.execute(MISSING).fetchall()
        if kind in BLANK
    ]
    for change, blank in found:
        connection.execute(f"{change} SET DEFAULT {blank}")
    yield
    for change, _ in found:
        connection.execute(f"{change} DROP DEFAULT")


def blocks(connection: psycopg.Connection[Any]) -> None:
    """Blocks with the ids that files point to."""
    for number in range(BLOCKS):
        connection.execute(
            "INSERT INTO places_area (id, key, name, kind, verification, is_current)"
            " VALUES (%(id)s, %(key)s, %(key)s, 'state', 'gk-to-verify', true)",
            {"id": row_id(5, number), "key": f"bench-block-{number}"},
        )


# Indexes that no constraint needs, and the constraints against overlap, which are indexes too.
INDEXES = (
    "SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i"
    " WHERE i.indrelid = %s::regclass"
    " AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)"
)
OVERLAPS = (
    "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint"
    " WHERE conrelid = %s::regclass AND contype = 'x'"
)


@contextmanager
def without_indexes(connection: psycopg.Connection[Any], table: str) -> Iterator[None]:
    """While it lasts the table has its keys alone; then every index is made in one go, which is quicker."""
    indexes = connection.execute(INDEXES, [table]).fetchall()
    overlaps = connection.execute(OVERLAPS, [table]).fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    for name, _ in overlaps:
        connection.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    yield
    for _, made in indexes:
        connection.execute(made)
    for name, made in overlaps:
        connection.execute(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {made}')


def copied(
    connection: psycopg.Connection[Any], table: str, columns: str, rows: Iterable[Any]
) -> float:
    """The rows go in by COPY; answers in how many seconds."""
    start = time.perf_counter()
    with (
        without_indexes(connection, table),
        connection.cursor() as cursor,
        cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy,
    ):
        for row in rows:
            copy.write_row(row)
    return round(time.perf_counter() - start, 2)


def fill(url: str, files: int, tell: Callable[[str], None]) -> dict[str, float]:
    """Empty and fill the database; answers seconds by step."""
    from tafteesh.domain.compensation.actions.spells import MADE_ANEW

    filler = MoreRows(files)
    took: dict[str, float] = {}
    with psycopg.connect(url) as connection:
        connection.execute("SET session_replication_role = replica")  # as a superuser, for speed
        connection.execute("SET synchronous_commit = off; SET maintenance_work_mem = '1GB'")
        rows = connection.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        ).fetchall()
        kept = ("django_migrations", "django_content_type", "audit_head")
        names = ", ".join(f'"{row[0]}"' for row in rows if row[0] not in kept)
        connection.execute(f"TRUNCATE {names} CASCADE")
        with blanks(connection):
            prepare(connection, files)
            blocks(connection)
            for table, columns, make in filler.tables():
                took[table] = copied(connection, table, columns, make())
                tell(f"{table}: {took[table]} s")
        start = time.perf_counter()
        connection.execute(MADE_ANEW.format(orders="true", payments="true"))
        took["unpaid spells"] = round(time.perf_counter() - start, 2)
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
