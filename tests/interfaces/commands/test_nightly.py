"""The night forgets what ended and keeps what lives."""

import json
import os
from io import StringIO
from pathlib import Path
from typing import Any

import psycopg
import pytest
import time_machine
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client

from tests.people import Worker


def night() -> dict[str, Any]:
    out = StringIO()
    call_command("nightly", "--json", stdout=out)
    answer: dict[str, Any] = json.loads(out.getvalue())
    return answer


def test_sessions_that_ended_and_old_uploads_go(
    asha: Worker, tmp_path: Path, settings: Any
) -> None:
    settings.HOME = tmp_path
    (tmp_path / "run").mkdir()
    for name in ("upload-old", "upload-new"):
        (tmp_path / "run" / name).write_text("x")
    os.utime(tmp_path / "run" / "upload-old", (0, 0))
    with time_machine.travel("2020-01-01T05:00:00Z"):
        Client().force_login(asha.person)
    Client().force_login(asha.person)

    assert night() == {
        "sessions_forgotten": 1,
        "uploads_forgotten": 1,
        "findings": 0,
        "names_keyed": 0,
        "files_compared": 0,
        "duties_turned": 0,
        "log_faults": 0,
        "scans_whole": 0,
        "scans_lost": 0,
        "scans_damaged": 0,
        "scans_laid_aside": 0,
    }
    assert [path.name for path in (tmp_path / "run").iterdir()] == ["upload-new"]


@pytest.mark.django_db(transaction=True)
def test_a_damaged_log_is_said_aloud(asha: Worker, as_superuser: psycopg.Connection[Any]) -> None:
    as_superuser.execute("DELETE FROM audit_head WHERE shard = 3")
    try:
        with pytest.raises(CommandError, match="damaged"):
            night()
    finally:
        as_superuser.execute(
            "INSERT INTO audit_head SELECT 3, 0, sha256(convert_to('chain 3', 'UTF8'))"
        )
