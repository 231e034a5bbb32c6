"""The same workbook twice, a corrected one, and one that is taken back."""

from pathlib import Path

import pytest

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.context import acting_as
from tafteesh.interfaces.imports import actions
from tafteesh.interfaces.imports.comparing import compare
from tafteesh.interfaces.imports.job import Job
from tafteesh.interfaces.imports.models import ImportBatch, StagedRow
from tests.people import Worker

HEAD = "Survivor Code,Name,Date of Birth,Date of Intake,Status,Mobile\n"


def _sheet(path: Path, *rows: str) -> Path:
    path.write_text(HEAD + "\n".join(rows) + "\n")
    return path


def _row(number: int, status: str = "Active") -> str:
    return f"T-2020-{number:03d},Woman {chr(64 + number)}ina,0{number}-03-1999,1{number}-05-2020,{status},983000000{number}"


def _bring(meera: Worker, path: Path, *, accept: bool = True) -> ImportBatch:
    job = Job(meera.actor)
    batch_id = job.start(path, path.name)
    job.read(batch_id)
    if accept:
        job.accept(batch_id)
    with acting_as(meera.actor):
        return ImportBatch.objects.visible_to(meera.actor).get(pk=batch_id)


def _files(meera: Worker) -> int:
    with acting_as(meera.actor):
        return SurvivorFile.objects.visible_to(meera.actor).count()


def test_somebody_of_another_office_sees_nothing_of_an_import(
    meera: Worker, joba: Worker, tmp_path: Path
) -> None:
    _bring(meera, _sheet(tmp_path / "a.csv", *map(_row, range(1, 6))))

    with acting_as(joba.actor):
        assert not ImportBatch.objects.visible_to(joba.actor).exists()
        assert not StagedRow.objects.visible_to(joba.actor).exists()


def test_the_same_workbook_twice_adds_nothing(meera: Worker, tmp_path: Path) -> None:
    path = _sheet(tmp_path / "a.csv", *map(_row, range(1, 6)))
    _bring(meera, path)
    assert _files(meera) == 5

    again = _bring(meera, path)

    assert _files(meera) == 5
    with acting_as(meera.actor):
        rows = StagedRow.objects.visible_to(meera.actor).filter(batch=again)
        assert all(row.already_there for row in rows)


def test_a_corrected_workbook_says_what_would_change_before_it_is_taken(
    meera: Worker, tmp_path: Path
) -> None:
    _bring(meera, _sheet(tmp_path / "a.csv", *map(_row, range(1, 6))))

    rows = [_row(1), _row(2), _row(3, "Closed"), _row(4), _row(6)]
    batch = _bring(meera, _sheet(tmp_path / "b.csv", *rows), accept=False)

    with acting_as(meera.actor):
        found = compare(batch, meera.actor)
    assert found is not None
    assert (found.new, found.changed, found.same, found.gone) == (1, 1, 3, 1)
    assert _files(meera) == 5, "nothing is taken before a person says so"


def test_an_import_is_taken_back_as_a_whole(meera: Worker, tmp_path: Path) -> None:
    batch = _bring(meera, _sheet(tmp_path / "a.csv", *map(_row, range(1, 6))))

    with acting_as(meera.actor):
        actions.undo(batch=batch, by=meera.actor)

    assert _files(meera) == 0


def test_a_row_is_settled_once(meera: Worker, tmp_path: Path) -> None:
    rows = [*map(_row, range(1, 6)), "T-2020-009,Tuli Das,01-01-2000,12-05-2020,Active,9830000099"]
    batch = _bring(meera, _sheet(tmp_path / "a.csv", *rows))

    with acting_as(meera.actor):
        row = StagedRow.objects.visible_to(meera.actor).get(batch=batch, status="in_doubt")
        actions.settle(row=row, corrections={}, by=meera.actor)
        with pytest.raises(actions.NotInDoubt):
            actions.settle(row=row, corrections={}, by=meera.actor)


def test_an_import_that_something_was_built_on_is_not_taken_back(
    meera: Worker, tmp_path: Path
) -> None:
    batch = _bring(meera, _sheet(tmp_path / "a.csv", *map(_row, range(1, 6))))
    later = tmp_path / "diary.csv"
    lines = (f"1{n}-06-2021,T-2020-00{n},Visit,Court,went to see her" for n in range(1, 6))
    later.write_text("Date,Survivor Code,Mode,About,Note\n" + "\n".join(lines) + "\n")
    diary = _bring(meera, later)

    with acting_as(meera.actor):
        with pytest.raises(actions.SomethingWasBuiltOnIt):
            actions.undo(batch=batch, by=meera.actor)
        assert _files(meera) == 5, "nothing of it is gone"
        actions.undo(batch=diary, by=meera.actor)
        actions.undo(batch=batch, by=meera.actor)
    assert _files(meera) == 0
