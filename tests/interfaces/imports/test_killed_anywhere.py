"""An import that is killed goes on from where it was: no half row, and nothing twice."""

import os
import signal
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connections

from tafteesh.domain.files.models import FileStatusSpell, Identity, SurvivorFile
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.vault.models import SubjectKey
from tafteesh.interfaces.imports import actions, job, staged
from tafteesh.interfaces.imports.job import Job
from tafteesh.interfaces.imports.models import StagedRow
from tafteesh.interfaces.imports.taking import chunk
from tests.people import Worker

ROWS = 12
HEAD = "Survivor Code,Name,Date of Birth,Date of Intake,Status,Mobile\n"
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A list of twelve women, taken in chunks of three."""
    monkeypatch.setattr(job, "CHUNK", 3)
    lines = (
        f"K-2020-{n:03d},Woman {chr(64 + n)}ina,0{n % 9 + 1}-03-1999,1{n % 9}-05-2020,Active,98300000{n:02d}"
        for n in range(1, ROWS + 1)
    )
    path = tmp_path / "list.csv"
    path.write_text(HEAD + "\n".join(lines) + "\n")
    return path


def _dies(place: Any, name: str, call: int) -> None:
    """Have this process killed at the n-th call of a function, before it does anything."""
    whole, count = getattr(place, name), [0]

    def dying(*args: Any, **more: Any) -> Any:
        count[0] += 1
        if count[0] == call:
            os.kill(os.getpid(), signal.SIGKILL)
        return whole(*args, **more)

    setattr(place, name, dying)


def _killed(work: Callable[[], object], place: Any, name: str, call: int) -> None:
    """Do the work in a process of its own, which is killed in the middle of it."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        try:
            _dies(place, name, call)
            work()
        finally:
            os._exit(1)
    _child, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the work ended before it was killed"
    assert os.WTERMSIG(status) == signal.SIGKILL


def _whole(meera: Worker, batch: uuid.UUID) -> int:
    """How many rows are taken; each has its file, identity, status and key, or nothing at all."""
    with acting_as(meera.actor):
        taken = StagedRow.unscoped.filter(batch_id=batch, taken_at__isnull=False).count()
        made = [
            model.unscoped.filter(import_batch=batch).count()
            for model in (SurvivorFile, Identity, FileStatusSpell)
        ]
        keys = SubjectKey.unscoped.filter(kind="file").count()
    assert [*made, keys] == [taken] * 4
    return taken


@pytest.mark.parametrize(
    ("place", "name", "call", "stand"),
    [
        (chunk, "write_lines", 1, 0),
        (chunk, "insert", 5, 0),
        (chunk, "write_lines", 3, 6),
        (actions, "mark_taken", 4, 9),
        (actions, "keep_lists", 1, 12),
    ],
)
def test_killed_while_rows_are_taken(
    place: Any, name: str, call: int, stand: int, workbook: Path, meera: Worker
) -> None:
    work = Job(meera.actor)
    batch = work.start(workbook, workbook.name)
    work.read(batch)

    _killed(lambda: work.accept(batch), place, name, call)
    assert _whole(meera, batch) == stand

    counts = work.accept(batch)["csv"]
    assert _whole(meera, batch) == ROWS
    assert counts == {"read": ROWS, "accepted": ROWS, "in_doubt": 0, "rejected": 0}


@pytest.mark.parametrize(
    ("place", "name"), [(job, "read_workbook"), (staged, "insert"), (job, "DuplicatePair")]
)
def test_killed_while_it_is_read(place: Any, name: str, workbook: Path, meera: Worker) -> None:
    work = Job(meera.actor)
    batch = work.start(workbook, workbook.name)

    if name == "DuplicatePair":
        _killed(lambda: work.read(batch), place.DuplicatePair.unscoped, "bulk_create", 1)
    else:
        _killed(lambda: work.read(batch), place, name, 1)
    work.read(batch)
    work.accept(batch)

    with acting_as(meera.actor):
        assert StagedRow.unscoped.filter(batch_id=batch).count() == ROWS
    assert _whole(meera, batch) == ROWS
