"""The rows of a filled database: one generator a table, one row one COPY line. All of it invented."""

import hashlib
import secrets
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from tafteesh.foundation.vault.sealing import Place, seal

BLOCKS, OFFICES, CASELOAD = 341, 30, 120
NOTED = (0, 3)  # which of the six contacts of a file have a note
TODAY = date(2026, 11, 23)
MADE = 1_577_836_800_000  # milliseconds: 1 January 2020
NOW = datetime(2026, 11, 23, 5, tzinfo=UTC)
Row = tuple[Any, ...]


def row_id(kind: int, number: int) -> uuid.UUID:
    """An id that both sides of a foreign key can work out: a UUIDv7, one a millisecond, as the product makes
    them. Ids that differ in their last bits alone make the indexes of exclusion constraints slow."""
    return uuid.UUID(int=(MADE + number) << 80 | 0x7 << 76 | kind << 64 | 0b10 << 62)


def beside(row: uuid.UUID, kind: int) -> uuid.UUID:
    """The id of another kind that was made with this one."""
    return uuid.UUID(int=row.int & ~(0xFFF << 64) | kind << 64)


def office_of(number: int) -> uuid.UUID:
    """Skewed: the first office owns two files in five."""
    return row_id(1, 0 if number % 5 < 2 else 1 + number % (OFFICES - 1))


def workers_of(office: int, files: int) -> int:
    """How many workers an office needs: each has about 120 files, however large the database is."""
    share = files * 2 // 5 if office == 0 else files * 3 // 5 // (OFFICES - 1)
    return max(2, share // CASELOAD)


def some_day(number: int, salt: int, span: int = 3_000) -> date:
    return TODAY - timedelta(days=(number * 2_654_435_761 + salt * 40_503) % span)


class Filler:
    """Makes the rows of each table; one row here is one COPY line."""

    def __init__(self, files: int) -> None:
        self.files = files
        self.person = row_id(2, 0)
        self.secret = secrets.token_bytes(32)

    def key_of(self, number: int) -> bytes:
        """The key of one file, worked out and not kept: it seals in one table and is wrapped in another."""
        return hashlib.sha256(self.secret + number.to_bytes(8)).digest()

    def sealed(self, number: int, text: str, column: str, row: uuid.UUID) -> bytes:
        """A text of one file sealed as the product seals it, for `table.column` of a row."""
        table, column = column.split(".")
        place = Place(table, column, str(row), str(row_id(10, number)))
        return seal(text, self.key_of(number), place)

    def worker_of(self, number: int) -> uuid.UUID:
        office = 0 if number % 5 < 2 else 1 + number % (OFFICES - 1)
        return row_id(2, office * 1_000_000 + (number // 5) % workers_of(office, self.files))

    def record(self, number: int) -> Row:
        return (office_of(number), NOW - timedelta(days=number % 700), self.person, None, None)

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
            f'id, {record}, survivor_file_id, "on", mode, about, reached, worker_id, worker_words, note_sealed',
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
            opened = some_day(n, 1)
            scope = "violence" if n % 6 == 0 else "trafficking"
            status = ("active", "active", "active", "closed", "dropped_out")[n % 5]
            coming = TODAY + timedelta(days=n % 60) if n % 3 else None
            yield (
                row_id(10, n),
                *self.record(n),
                f"B-{n:07}",
                scope,
                "domestic" if n % 6 == 0 else "",
                status,
                opened,
                opened,
                "",
                row_id(5, n % BLOCKS),
                "",
                "",
                self.worker_of(n),
                row_id(11, n),
                coming,
                some_day(n, 2, 120),
            )

    def grants(self) -> Iterator[Row]:
        for n in range(self.files):
            yield (
                row_id(12, n),
                office_of(n),
                row_id(10, n),
                self.worker_of(n),
                "assigned",
                date(2020, 1, 1),
                self.person,
                NOW,
            )

    def identities(self) -> Iterator[Row]:
        for n in range(self.files):
            own = row_id(13, n)
            yield (
                own,
                *self.record(n),
                row_id(10, n),
                self.sealed(n, f"Invented {n}", "files_identity.name_used", own),
                self.sealed(n, f"{9_000_000_000 + n}", "files_identity.phone", own),
                "known",
                "known",
                "woman",
                "",
                "not_asked",
            )

    def statuses(self) -> Iterator[Row]:
        for n in range(self.files):
            status = ("active", "active", "active", "closed", "dropped_out")[n % 5]
            yield (row_id(14, n), *self.record(n), row_id(10, n), status, some_day(n, 1))

    def firs(self) -> Iterator[Row]:
        for n in range(self.files * 6 // 5):
            day, station = some_day(n, 3), f"Thana {n % 200}"
            agency = "ahtu" if n % 5 == 0 else "police_station"
            yield (
                row_id(20, n),
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
            yield (
                row_id(21, n),
                *self.record(n % self.files),
                row_id(10, n % self.files),
                row_id(20, n),
            )

    def sections(self) -> Iterator[Row]:
        for n in range(self.files * 6 // 5):
            yield (
                row_id(22, n),
                *self.record(n % self.files),
                row_id(20, n),
                "IPC",
                "370" if n % 2 else "363",
                True,
            )

    def spells(self) -> Iterator[Row]:
        for n in range(self.files * 6 // 5):
            start = some_day(n, 3)
            moved = start + timedelta(days=40 + n % 200) if n % 5 == 0 else None
            own = self.record(n % self.files)
            yield (
                row_id(23, n),
                *own,
                row_id(20, n),
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
                    row_id(24, n),
                    *own,
                    row_id(20, n),
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
                    row_id(30 + k, n),
                    *self.record(n),
                    row_id(20, n),
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
            last = some_day(n, 2, 120)
            for k in range(6):
                own, note = row_id(40 + k, n), None
                if k in NOTED:
                    text = f"Invented {n} asked when the court sits."
                    note = self.sealed(n, text, "diary_contact.note_sealed", own)
                yield (
                    own,
                    *self.record(n),
                    row_id(10, n),
                    last - timedelta(days=31 * k),
                    "phone",
                    "court",
                    True,
                    self.worker_of(n),
                    "",
                    note,
                )

    def _claims(self) -> Iterator[tuple[int, date, date | None, int, int]]:
        for n in range(0, self.files * 2, 5):
            number = n // 2 if n % 2 == 0 else (n - 1) // 2
            filed = some_day(number, 4)
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
                row_id(50, n),
                *self.record(n),
                row_id(10, n),
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
                    row_id(51, n),
                    *self.record(n),
                    row_id(10, n),
                    row_id(50, n),
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
                    row_id(52, n),
                    *self.record(n),
                    row_id(10, n),
                    row_id(50, n),
                    row_id(51, n),
                    ordered + timedelta(days=100 + n % 900),
                    paid,
                )

    def assignments(self) -> Iterator[Row]:
        for n in range(self.files):
            if n % 5:
                yield (
                    row_id(60, n),
                    *self.record(n),
                    row_id(10, n),
                    row_id(6, n % 30),
                    "panel" if n % 3 else "programme",
                    "both",
                    some_day(n, 1),
                    None,
                    None,
                )

    def meetings(self) -> Iterator[Row]:
        for n in range(self.files // 20):
            yield (
                row_id(70, n),
                *self.record(n),
                some_day(n, 5),
                ("gp", "bdo", "ahtu", "dm", "ilfat", "partner")[n % 6],
                "",
                "",
                1,
                False,
            )
