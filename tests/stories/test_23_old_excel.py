"""A workbook of 180 rows: 12 possible duplicates, 31 dates like 01-01-2000, 9 words of no list. Nothing is lost."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import openpyxl
import pytest

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.interfaces.imports.job import Job
from tafteesh.interfaces.imports.models import DuplicatePair, StagedRow
from tafteesh.interfaces.imports.workbook import WorkbookReading
from tests.people import Worker

ROWS, TWICE, PLACEHOLDERS, STRANGE = 180, 12, 31, 9
HEADS = [
    "Survivor Code", "Name", "Father's Name", "Phone", "Case Type", "Date of Intake",
    "Date of Rescue", "Block", "Village", "Status",
]  # fmt: skip
FIRST = ["Asha", "Bina", "Chaya", "Dipali", "Fatema", "Gouri", "Halima", "Ila", "Jyotsna", "Kajal",
         "Lipika", "Mallika", "Nasima", "Parul", "Rekha", "Salma", "Tulsi", "Uma"]  # fmt: skip
LAST = [
    "Mondal",
    "Biswas",
    "Khatun",
    "Sardar",
    "Naskar",
    "Gazi",
    "Munda",
    "Baidya",
    "Haldar",
    "Molla",
]
MEN = ["Gopal", "Haran", "Nimai", "Kartik", "Bimal", "Sukumar", "Palash", "Dilip", "Yunus"]
WORDS = ["sent home??", "ask Rekha-di", "see old diary"]


def survivor(number: int) -> list[object]:
    """One row; the last twelve are earlier women once more, under a new code."""
    woman = number if number < ROWS - TWICE else number - (ROWS - TWICE)
    spelt = FIRST[woman % 18] if number == woman else FIRST[woman % 18].replace("a", "aa", 1)
    intake = date(2021, 1, 4) + timedelta(days=5 * woman)
    rescued: object = intake - timedelta(days=20)
    if 20 <= number < 20 + PLACEHOLDERS:
        rescued = date(2000, 1, 1)
    status = WORDS[number % 3] if 60 <= number < 60 + STRANGE else "Active"
    return [
        f"BR-{number + 1:03}", f"{spelt} {LAST[woman // 18]}", f"{MEN[woman % 9]} {LAST[woman // 18]}",
        f"98{31_000_000 + 7919 * woman:08}", "Trafficking", intake, rescued,
        ("Baduria", "Hasnabad", "Gaighata")[woman % 3], f"Para {woman // 3}", status,
    ]  # fmt: skip


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """The office's old list, as it was kept."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Survivors"
    sheet.append(["List of survivors, Barasat office"])
    sheet.append(HEADS)
    for number in range(ROWS):
        sheet.append(survivor(number))
    path = tmp_path / "old list.xlsx"
    book.save(path)
    return path


@dataclass
class Imported:
    """One import from beginning to end."""

    batch: UUID
    reading: WorkbookReading
    counts: dict[str, int]


def bring_in(path: Path, worker: Worker) -> Imported:
    job = Job(worker.actor)
    batch = job.start(path, path.name)
    reading = job.read(batch)
    return Imported(batch, reading, job.accept(batch)["Survivors"])


@pytest.fixture
def imported(workbook: Path, meera: Worker) -> Imported:
    return bring_in(workbook, meera)


def test_only_who_may_brings_a_workbook_in(workbook: Path, asha: Worker) -> None:
    with pytest.raises(NotAllowed):
        Job(asha.actor).start(workbook, workbook.name)


def test_nothing_is_thrown_away(imported: Imported, meera: Worker) -> None:
    counts = imported.counts

    assert counts["read"] == ROWS
    assert counts["accepted"] + counts["in_doubt"] + counts["rejected"] == ROWS
    assert counts["rejected"] == 0
    with acting_as(meera.actor):
        assert SurvivorFile.objects.visible_to(meera.actor).count() == ROWS


def test_each_doubt_is_found_with_its_reason(imported: Imported, meera: Worker) -> None:
    every = [doubt for row in imported.reading.rows for doubt in row.doubts]

    assert sum(1 for doubt in every if doubt.kind == "placeholder date") == PLACEHOLDERS
    assert sum(1 for doubt in every if doubt.kind == "unknown status") == STRANGE
    assert all(str(doubt.message) for doubt in every)
    assert imported.counts["in_doubt"] >= PLACEHOLDERS + STRANGE


def test_twelve_may_be_one_woman_and_none_is_joined(imported: Imported, meera: Worker) -> None:
    with acting_as(meera.actor):
        pairs = DuplicatePair.objects.visible_to(meera.actor).filter(batch_id=imported.batch)
        found = {frozenset((pair.first_code, pair.second_code)) for pair in pairs}
    expected = {
        frozenset((f"BR-{n + 1:03}", f"BR-{ROWS - TWICE + n + 1:03}")) for n in range(TWICE)
    }

    assert found == expected


def test_no_day_is_invented(imported: Imported, meera: Worker) -> None:
    with acting_as(meera.actor):
        rows = SurvivorFile.objects.visible_to(meera.actor).filter(number="BR-021")
        assert not rows.filter(rescues__rescued_earliest=date(2000, 1, 1)).exists()


def test_the_same_file_again_adds_nothing(
    imported: Imported, workbook: Path, meera: Worker
) -> None:
    again = bring_in(workbook, meera)

    assert again.counts["read"] == ROWS
    with acting_as(meera.actor):
        assert SurvivorFile.objects.visible_to(meera.actor).count() == ROWS
        staged = StagedRow.objects.visible_to(meera.actor).filter(batch_id=again.batch)
        assert not staged.filter(taken_at__isnull=False).exists()
