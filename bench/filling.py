"""Fill a throw-away database with N files, their proceedings, hearings, claims and history, by COPY."""

import argparse
import json
import random
import secrets
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import psycopg

from bench.place import running

BLOCKS, OFFICES, WORKERS = 341, 30, 60
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 5, tzinfo=UTC)
Row = tuple[Any, ...]


def _id(kind: int, number: int) -> uuid.UUID:
    """An id that both sides of a foreign key can work out."""
    return uuid.UUID(int=(kind << 96) | (0x7 << 76) | (0b10 << 62) | number)


def _office(number: int) -> uuid.UUID:
    """Skewed: the first office owns two files in five."""
    return _id(1, 0 if number % 5 < 2 else 1 + number % (OFFICES - 1))


def _worker(number: int) -> uuid.UUID:
    office = 0 if number % 5 < 2 else 1 + number % (OFFICES - 1)
    spread = max(1, WORKERS // 2) if office else WORKERS
    return _id(2, office * 1_000_000 + (number // 5) % spread)


def _day(number: int, salt: int, span: int = 3_000) -> date:
    return TODAY - timedelta(days=(number * 2_654_435_761 + salt * 40_503) % span)


class Filler:
    """Makes the rows of each table; one row here is one COPY line."""

    def __init__(self, files: int, chance: random.Random) -> None:
        self.files, self.chance = files, chance
        self.person = _id(2, 0)
        self.sealed = secrets.token_bytes(61)

    def record(self, number: int) -> Row:
        return (_office(number), NOW - timedelta(days=number % 700), self.person, None, None)

    def tables(self) -> Iterator[tuple[str, str, Callable[[], Iterator[Row]]]]:
        record = "organisation_id, recorded_at, recorded_by_id, withdrawn_at, import_batch"
        yield (
            "files_survivorfile",
            f"id, {record}, number, scope, violence, status, opened_earliest, opened_latest, opened_words, block_id, gram_panchayat, destination, worker_id, log_tag, next_hearing_on, last_contact_on",
            self.survivor_files,
        )
        yield (
            "files_accessgrant",
            "id, organisation_id, survivor_file_id, person_id, because, starts_on, granted_by_id, granted_at",
            self.grants,
        )
        yield (
            "files_identity",
            f"id, {record}, survivor_file_id, name_used, phone, name_answer, phone_answer, gender, born_words, born_answer",
            self.identities,
        )
        yield (
            "files_filestatusspell",
            f"id, {record}, survivor_file_id, status, starts_on",
            self.statuses,
        )
        yield (
            "proceedings_fir",
            f"id, {record}, station_words, station_key, number, year, area, registered_earliest, registered_latest, registered_words, registered_answer, diary_number, court_words, court_number, cnr, agency_kind",
            self.firs,
        )
        yield "proceedings_firsurvivor", f"id, {record}, survivor_file_id, fir_id", self.links
        yield (
            "proceedings_firsection",
            f"id, {record}, fir_id, act_words, number_words, is_original",
            self.sections,
        )
        yield (
            "proceedings_investigationspell",
            f"id, {record}, fir_id, agency_kind, agency_words, requested_on, ordered_on, received_on, received_recorded_at, starts_on, ends_on, officer_words, officer_rank",
            self.spells,
        )
        yield (
            "proceedings_hearing",
            f'id, {record}, fir_id, "on", court_words, outcome, why, stage, next_on, came',
            self.hearings,
        )
        yield (
            "diary_contact",
            f'id, {record}, survivor_file_id, "on", mode, about, reached, worker_id, worker_words',
            self.contacts,
        )
        yield (
            "compensation_claim",
            f"id, {record}, survivor_file_id, number, filed_at_words, filed_on, asked_paise, drafted_by_kind, signed_by_kind, first_ordered_on, ordered_paise, credited_paise",
            self.claims,
        )
        yield (
            "compensation_order",
            f"id, {record}, survivor_file_id, claim_id, kind, ordered_on, amount_paise, increase_paise, authority_words, her_answer",
            self.orders,
        )
        yield (
            "compensation_payment",
            f"id, {record}, survivor_file_id, claim_id, order_id, credited_on, amount_paise",
            self.payments,
        )
        yield (
            "legalaid_assignment",
            f"id, {record}, survivor_file_id, lawyer_id, lawyer_kind, for_what, starts_on, ends_on, ends_recorded_at",
            self.assignments,
        )
        yield (
            "meetings_meeting",
            f'id, {record}, "on", level, place, with_whom, days, brief_attached',
            self.meetings,
        )

    def survivor_files(self) -> Iterator[Row]:
        for n in range(self.files):
            opened = _day(n, 1)
            scope = "violence" if n % 6 == 0 else "trafficking"
            status = ("active", "active", "active", "closed", "dropped_out")[n % 5]
            coming = TODAY + timedelta(days=n % 60) if n % 3 else None
            yield (
                _id(10, n),
                *self.record(n),
                f"B-{n:07}",
                scope,
                "domestic" if n % 6 == 0 else "",
                status,
                opened,
                opened,
                "",
                _id(5, n % BLOCKS),
                "",
                "",
                _worker(n),
                _id(11, n),
                coming,
                _day(n, 2, 120),
            )

    def grants(self) -> Iterator[Row]:
        for n in range(self.files):
            yield (
                _id(12, n),
                _office(n),
                _id(10, n),
                _worker(n),
                "assigned",
                date(2020, 1, 1),
                self.person,
                NOW,
            )

    def identities(self) -> Iterator[Row]:
        for n in range(self.files):
            yield (
                _id(13, n),
                *self.record(n),
                _id(10, n),
                self.sealed,
                self.sealed,
                "known",
                "known",
                "woman",
                "",
                "not_asked",
            )

    def statuses(self) -> Iterator[Row]:
        for n in range(self.files):
            status = ("active", "active", "active", "closed", "dropped_out")[n % 5]
            yield (_id(14, n), *self.record(n), _id(10, n), status, _day(n, 1))

    def firs(self) -> Iterator[Row]:
        for n in range(self.files * 6 // 5):
            day, station = _day(n, 3), f"Thana {n % 200}"
            agency = "ahtu" if n % 5 == 0 else "police_station"
            yield (
                _id(20, n),
                *self.record(n % self.files),
                station,
                station.lower(),
                n // 200 % 9000 + 1,
                day.year - (n // 1_800_000) % 40,
                "destination" if n % 6 == 5 else "source",
                day,
                day,
                "",
                "known",
                str(n % 2000),
                f"Court {n % 40}",
                "",
                "",
                agency,
            )

    def links(self) -> Iterator[Row]:
        for n in range(self.files * 6 // 5):
            yield (_id(21, n), *self.record(n % self.files), _id(10, n % self.files), _id(20, n))

    def sections(self) -> Iterator[Row]:
        for n in range(self.files * 6 // 5):
            yield (
                _id(22, n),
                *self.record(n % self.files),
                _id(20, n),
                "IPC",
                "370" if n % 2 else "363",
                True,
            )

    def spells(self) -> Iterator[Row]:
        for n in range(self.files * 6 // 5):
            start = _day(n, 3)
            moved = start + timedelta(days=40 + n % 200) if n % 5 == 0 else None
            own = self.record(n % self.files)
            yield (
                _id(23, n),
                *own,
                _id(20, n),
                "police_station",
                f"Thana {n % 200}",
                None,
                None,
                None,
                None,
                start,
                moved,
                "",
                "",
            )
            if moved:
                kind, unit = ("cid", "CID") if n % 25 == 0 else ("ahtu", f"AHTU {n % 40}")
                yield (
                    _id(24, n),
                    *own,
                    _id(20, n),
                    kind,
                    unit,
                    start,
                    moved - timedelta(days=9),
                    moved,
                    NOW - timedelta(days=800),
                    moved,
                    None,
                    "",
                    "",
                )

    def hearings(self) -> Iterator[Row]:
        for n in range(self.files):
            for k in range(6):
                day = TODAY + timedelta(days=n % 60 - 75 * k)
                outcome = (
                    "expected"
                    if day >= TODAY
                    else ("heard", "adjourned", "not_reached")[(n + k) % 3]
                )
                nxt = day + timedelta(days=75) if k else None
                yield (
                    _id(30 + k, n),
                    *self.record(n),
                    _id(20, n),
                    day,
                    f"Court {n % 40}",
                    outcome,
                    "",
                    "",
                    nxt,
                    "",
                )

    def contacts(self) -> Iterator[Row]:
        for n in range(self.files):
            last = _day(n, 2, 120)
            for k in range(6):
                yield (
                    _id(40 + k, n),
                    *self.record(n),
                    _id(10, n),
                    last - timedelta(days=31 * k),
                    "phone",
                    "court",
                    True,
                    _worker(n),
                    "",
                )

    def _claims(self) -> Iterator[tuple[int, date, date | None, int, int]]:
        for n in range(0, self.files * 2, 5):
            number = n // 2 if n % 2 == 0 else (n - 1) // 2
            filed = _day(number, 4)
            ordered = filed + timedelta(days=60 + number % 200)
            if ordered > TODAY or number % 4 == 3:
                yield number, filed, None, 0, 0
            else:
                amount = (200_000 + number % 9 * 50_000) * 100
                yield (
                    number,
                    filed,
                    ordered,
                    amount,
                    amount if number % 3 == 0 else (amount // 2 if number % 3 == 1 else 0),
                )

    def claims(self) -> Iterator[Row]:
        for n, filed, ordered, amount, paid in self._claims():
            signed = "panel" if n % 3 else "programme"
            yield (
                _id(50, n),
                *self.record(n),
                _id(10, n),
                f"VC-{n}",
                "DLSA",
                filed,
                60_000_000,
                signed,
                signed,
                ordered,
                amount,
                paid,
            )

    def orders(self) -> Iterator[Row]:
        for n, _filed, ordered, amount, _paid in self._claims():
            if ordered:
                yield (
                    _id(51, n),
                    *self.record(n),
                    _id(10, n),
                    _id(50, n),
                    "final",
                    ordered,
                    amount,
                    amount,
                    "DLSA",
                    "accepts",
                )

    def payments(self) -> Iterator[Row]:
        for n, _filed, ordered, _amount, paid in self._claims():
            if ordered and paid:
                yield (
                    _id(52, n),
                    *self.record(n),
                    _id(10, n),
                    _id(50, n),
                    _id(51, n),
                    ordered + timedelta(days=100 + n % 900),
                    paid,
                )

    def assignments(self) -> Iterator[Row]:
        for n in range(self.files):
            if n % 5:
                yield (
                    _id(60, n),
                    *self.record(n),
                    _id(10, n),
                    _id(6, n % 30),
                    "panel" if n % 3 else "programme",
                    "both",
                    _day(n, 1),
                    None,
                    None,
                )

    def meetings(self) -> Iterator[Row]:
        for n in range(self.files // 20):
            yield (
                _id(70, n),
                *self.record(n),
                _day(n, 5),
                ("gp", "bdo", "ahtu", "dm", "ilfat", "partner")[n % 6],
                "",
                "",
                1,
                False,
            )


def prepare(connection: psycopg.Connection[Any]) -> None:
    """Offices, workers, lawyers and blocks."""
    for number in range(OFFICES):
        connection.execute(
            "INSERT INTO access_organisation (id, name, code, is_demo) VALUES (%s, %s, %s, true)",
            (_id(1, number), f"Office {number}", f"B{number}"),
        )
        workers = WORKERS if number == 0 else WORKERS // 2
        for worker in range(workers):
            person = _id(2, number * 1_000_000 + worker)
            role = "social_worker"
            connection.execute(
                "INSERT INTO access_person (id, password, login_name, name, organisation_id, language, is_active, is_demo, hides_names) VALUES (%s, '!', %s, 'Worker', %s, 'en', true, true, true)",
                (person, f"w{number}-{worker}", _id(1, number)),
            )
            connection.execute(
                "INSERT INTO access_membership (id, person_id, organisation_id, role, starts_on) VALUES (%s, %s, %s, %s, '2015-01-01')",
                (uuid.uuid4(), person, _id(1, number), role),
            )
        clerk = _id(3, number)
        connection.execute(
            "INSERT INTO access_person (id, password, login_name, name, organisation_id, language, is_active, is_demo, hides_names) VALUES (%s, '!', %s, 'Clerk', %s, 'en', true, true, true)",
            (clerk, f"mis{number}", _id(1, number)),
        )
        connection.execute(
            "INSERT INTO access_membership (id, person_id, organisation_id, role, starts_on) VALUES (%s, %s, %s, 'mis_officer', '2015-01-01')",
            (uuid.uuid4(), clerk, _id(1, number)),
        )
    for number in range(30):
        connection.execute(
            "INSERT INTO legalaid_lawyer (id, recorded_at, recorded_by_id, organisation_id, name, kind) VALUES (%s, %s, %s, %s, %s, %s)",
            (_id(6, number), NOW, _id(2, 0), _id(1, number), f"Adv {number}", "panel"),
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
            {"id": _id(5, number), "key": f"bench-block-{number}"},
        )


def fill(url: str, files: int, tell: Callable[[str], None]) -> dict[str, float]:
    """Empty and fill the database; answers seconds by step."""
    filler = Filler(files, random.Random(7))  # noqa: S311 - invented rows
    took: dict[str, float] = {}
    with psycopg.connect(url) as connection:
        connection.execute("SET session_replication_role = replica")  # as a superuser, for speed
        rows = connection.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        ).fetchall()
        kept = ("django_migrations", "django_content_type", "audit_head")
        names = ", ".join(f'"{row[0]}"' for row in rows if row[0] not in kept)
        connection.execute(f"TRUNCATE {names} CASCADE")
        prepare(connection)
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
    with psycopg.connect(url, autocommit=True) as connection:
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
