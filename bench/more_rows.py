"""What hangs beside the records: keys, safe contact, tasks, needs, and the lines of the log."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from bench.rows import NOW, TODAY, Filler, Row, office_of, row_id, some_day
from tafteesh.foundation.vault import keyholder

SHARDS, LINES = 8, 3


class MoreRows(Filler):
    """Every table of a filled database."""

    def tables(self) -> Iterator[tuple[str, str, Callable[[], Iterator[Row]]]]:
        yield from super().tables()
        record = "organisation_id, recorded_at, recorded_by_id, withdrawn_at, import_batch"
        yield (
            "vault_subjectkey",
            "subject_id, organisation_id, kind, version, wrapped",
            self.keys,
        )
        yield (
            "files_safecontact",
            f"id, {record}, survivor_file_id, risk, may_call, from_hour, to_hour, call_as",
            self.safe_contacts,
        )
        yield (
            "papers_paper",
            f"id, {record}, survivor_file_id, kind, dated_on, issued_by_words, original_with, proves, media_type",
            self.papers,
        )
        yield (
            "diary_task",
            f"id, {record}, survivor_file_id, kind, due_on, assigned_to_id",
            self.tasks,
        )
        yield (
            "legalaid_legalaidneed",
            f"id, {record}, survivor_file_id, need, starts_on",
            self.needs,
        )
        yield (
            "audit_entry",
            "shard, seq, at, person_id, organisation_id, event, subject, about, about_id, fields, reason, request_id, prev, hash",
            self.log,
        )

    def keys(self) -> Iterator[Row]:
        version = keyholder.current_version()
        for n in range(self.files):
            subject = row_id(10, n)
            wrapped = keyholder.wrap(self.key_of(n), str(subject), version)
            yield (subject, office_of(n), "file", version, wrapped.sealed)

    def safe_contacts(self) -> Iterator[Row]:
        for n in range(self.files):
            called = n % 3 != 0
            hours = (14, 16) if called else (None, None)
            risk = ("low", "medium", "high")[n % 3]
            yield (row_id(15, n), *self.record(n), row_id(10, n), risk, called, *hours, "")

    def papers(self) -> Iterator[Row]:
        kinds = (("fir", "step"), ("medical", "injury"), ("identity", "identity"))
        for n in range(self.files):
            kind, proves = kinds[n % 3]
            keeper = ("her", "us", "lawyer", "police")[n % 4]
            yield (
                row_id(17, n), *self.record(n), row_id(10, n), kind, some_day(n, 6), "", keeper, [proves], "",
            )  # fmt: skip

    def tasks(self) -> Iterator[Row]:
        for n in range(0, self.files, 10):
            due = TODAY + timedelta(days=n % 40 - 5)
            yield (row_id(16, n), *self.record(n), row_id(10, n), "call", due, self.worker_of(n))

    def needs(self) -> Iterator[Row]:
        for n in range(0, self.files, 2):
            yield (row_id(61, n), *self.record(n), row_id(10, n), "wants", date(2016, 1, 1))

    def log(self) -> Iterator[Row]:
        """Lines of the right shape in the right order; their hashes are not a chain."""
        nothing = b"\x00" * 32
        for line in range(self.files * LINES):
            n = line % self.files
            yield (
                line % SHARDS, line // SHARDS + 1, NOW - timedelta(minutes=line % 500_000),
                self.worker_of(n), office_of(n), "file_opened", row_id(11, n), "files.SurvivorFile",
                row_id(10, n), "", "", None, nothing, some_day(n, 9).isoformat().encode(),
            )  # fmt: skip
