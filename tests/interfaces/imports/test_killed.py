"""An import that is killed goes on from where it was: no half row, nothing twice, nothing lost.

It is killed as a person's own command at some moment, and in a process of its own at each step in turn.
"""

import json
import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connections

from tafteesh.domain.files.models import FileStatusSpell, Identity, SurvivorFile
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.vault.models import SubjectKey
from tafteesh.interfaces.imports import actions, job, staged
from tafteesh.interfaces.imports.job import Job
from tafteesh.interfaces.imports.models import ImportBatch, StagedRow
from tafteesh.interfaces.imports.taking import chunk
from tests.people import Worker

ROOT = Path(__file__).parents[3]
WOMEN = 1_500
FEW = 12
HEAD = "Survivor Code,Name,Date of Birth,Date of Intake,Status,Mobile\n"

pytestmark = pytest.mark.django_db(transaction=True)


def workbook(folder: Path) -> Path:
    """A list long enough to be killed in the middle of."""
    rows = [
        f"K-{n:04d},Woman {chr(65 + n % 26)}{chr(97 + n // 26 % 26)}ona,{1 + n % 28:02d}-03-{1990 + n % 14},"
        f"{1 + n % 28:02d}-05-2020,Active,98{30_000_000 + 7919 * n}"
        for n in range(WOMEN)
    ]
    path = folder / "register.csv"
    path.write_text(HEAD + "\n".join(rows) + "\n")
    return path


def command(path: Path) -> "subprocess.Popen[bytes]":
    """The import as a person starts it in a shell, on this test's own database."""
    where = connections["default"].settings_dict
    address = "postgresql://{role}@/{name}?host={host}"
    named = {"name": where["NAME"], "host": where["HOST"]}
    more = {
        "DJANGO_SETTINGS_MODULE": "tafteesh.config.settings.test",
        "TAFTEESH_DATABASE": address.format(role="tafteesh_app", **named),
        "TAFTEESH_OWNER_DATABASE": address.format(role="tafteesh_owner", **named),
        "TAFTEESH_TEST_HOME": str(settings.HOME),
        "PYTHONPATH": str(ROOT / "src"),
    }
    words = [
        sys.executable,
        "manage.py",
        "import",
        str(path),
        "--as",
        "meera",
        "--accept",
        "--json",
    ]
    return subprocess.Popen(
        words, cwd=ROOT, env=os.environ | more, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def killed_when(path: Path, moment: Callable[[], bool]) -> None:
    """Start the import and kill it as soon as the moment has come."""
    process = command(path)
    while process.poll() is None and not moment():
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.communicate()


def test_killed_while_reading_and_while_taking_it_goes_on(meera: Worker, tmp_path: Path) -> None:
    path = workbook(tmp_path)

    def batches() -> int:
        with acting_as(meera.actor):
            return ImportBatch.objects.visible_to(meera.actor).count()

    def files() -> int:
        with acting_as(meera.actor):
            return SurvivorFile.objects.visible_to(meera.actor).count()

    killed_when(path, lambda: batches() >= 1)
    assert files() == 0, "killed while it was read"
    killed_when(path, lambda: files() > 0)
    half = files()
    assert 0 < half < WOMEN, "killed while it was taken in"

    output, errors = command(path).communicate(timeout=180)

    assert b"Traceback" not in errors
    (counts,) = json.loads(output)["sheets"].values()
    assert counts["read"] == WOMEN
    assert counts["accepted"] + counts["in_doubt"] + counts["rejected"] == WOMEN
    whole_and_once(meera)


def whole_and_once(meera: Worker) -> None:
    """Every woman has one file, one identity that opens, one status; no row of the staging is between two states."""
    with acting_as(meera.actor) as by:
        numbers = list(SurvivorFile.objects.visible_to(by).values_list("number", flat=True))
        assert len(numbers) == len(set(numbers)) == WOMEN
        assert Identity.objects.visible_to(by).exclude(name_used=None).count() == WOMEN
        assert FileStatusSpell.objects.visible_to(by).count() == WOMEN
        taken = StagedRow.objects.visible_to(by).filter(taken_at__isnull=False)
        assert taken.count() == WOMEN


def test_the_page_goes_on_with_the_very_import_that_was_killed(
    meera: Worker, tmp_path: Path
) -> None:
    path = workbook(tmp_path)

    def state() -> tuple[str, int]:
        with acting_as(meera.actor):
            found = ImportBatch.objects.visible_to(meera.actor).first()
            return (found.state, found.rows_taken) if found else ("", 0)

    killed_when(path, lambda: state()[1] > 0)
    assert 0 < state()[1] < WOMEN

    with acting_as(meera.actor):
        (batch,) = ImportBatch.objects.visible_to(meera.actor)
    counts = Job(meera.actor).accept(batch.pk)

    assert sum(c["accepted"] + c["in_doubt"] + c["rejected"] for c in counts.values()) == WOMEN
    whole_and_once(meera)


@pytest.fixture
def short_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A list of twelve women, taken in chunks of three."""
    monkeypatch.setattr(job, "CHUNK", 3)
    lines = (
        f"K-2020-{n:03d},Woman {chr(64 + n)}ina,0{n % 9 + 1}-03-1999,1{n % 9}-05-2020,Active,98300000{n:02d}"
        for n in range(1, FEW + 1)
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
        (chunk, "log_values", 1, 0),
        (chunk, "insert", 4, 0),
        (chunk, "insert_tokens", 2, 3),
        (chunk, "log_values", 3, 6),
        (actions, "mark_taken", 4, 9),
        (job, "recount_noted", 1, 12),
        (actions, "keep_lists", 1, 12),
    ],
)
def test_killed_at_a_step_of_taking_rows(
    place: Any, name: str, call: int, stand: int, short_list: Path, meera: Worker
) -> None:
    work = Job(meera.actor)
    batch = work.start(short_list, short_list.name)
    work.read(batch)

    _killed(lambda: work.accept(batch), place, name, call)
    assert _whole(meera, batch) == stand

    counts = work.accept(batch)["csv"]
    assert _whole(meera, batch) == FEW
    assert counts == {"read": FEW, "accepted": FEW, "in_doubt": 0, "rejected": 0}


@pytest.mark.parametrize(
    ("place", "name"), [(job, "read_workbook"), (staged, "insert"), (job, "DuplicatePair")]
)
def test_killed_at_a_step_of_reading(
    place: Any, name: str, short_list: Path, meera: Worker
) -> None:
    work = Job(meera.actor)
    batch = work.start(short_list, short_list.name)

    if name == "DuplicatePair":
        _killed(lambda: work.read(batch), place.DuplicatePair.unscoped, "bulk_create", 1)
    else:
        _killed(lambda: work.read(batch), place, name, 1)
    work.read(batch)
    work.accept(batch)

    with acting_as(meera.actor):
        assert StagedRow.unscoped.filter(batch_id=batch).count() == FEW
    assert _whole(meera, batch) == FEW
