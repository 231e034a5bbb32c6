"""The register of erasures lies outside the database, so that an older backup cannot bring anybody back."""

import json
import os
import uuid
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings

Erasure = dict[str, str]


def register() -> Path:
    """Where this home keeps it: one line an erasure, random numbers and a code, nobody's name."""
    return Path(settings.HOME) / "erasures.log"


def read_register(path: Path | None = None) -> list[Erasure]:
    """Every erasure so far."""
    file = path or register()
    if not file.exists():
        return []
    return [json.loads(line) for line in file.read_text().splitlines() if line.strip()]


def note(subject_id: uuid.UUID, *, reason: str, at: datetime) -> None:
    """Add one line and see it on the disk before the database is told."""
    line = json.dumps({"subject": str(subject_id), "at": at.isoformat(), "reason": reason})
    handle = os.open(register(), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(handle, "a") as file:
        file.write(line + "\n")
        file.flush()
        os.fsync(file.fileno())


def merge(*lists: Iterable[Erasure]) -> list[Erasure]:
    """One line a subject, the earliest."""
    merged: dict[str, Erasure] = {}
    for row in (row for rows in lists for row in rows):
        known = merged.get(row["subject"])
        if known is None or row["at"] < known["at"]:
            merged[row["subject"]] = row
    return sorted(merged.values(), key=lambda row: row["at"])


def replay(connection: Any, erasures: Iterable[Erasure]) -> int:
    """Destroy again every key that was destroyed before; answers how many had come back."""
    back = 0
    for row in erasures:
        done = connection.execute(
            "UPDATE vault_subjectkey SET wrapped = NULL, destroyed_at = %s"
            " WHERE subject_id = %s AND wrapped IS NOT NULL",
            [row["at"], row["subject"]],
        )
        back += done.rowcount
        connection.execute(
            "DELETE FROM files_nametoken WHERE survivor_file_id = %s", [row["subject"]]
        )
    return back
