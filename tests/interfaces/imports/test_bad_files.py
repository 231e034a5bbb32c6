"""Files that no office meant to send: each is refused with a sentence, and nothing of it is kept."""

import zipfile
from pathlib import Path

import openpyxl
import pytest

from tafteesh.foundation.access.context import acting_as
from tafteesh.interfaces.imports import guard, store
from tafteesh.interfaces.imports.guard import Unreadable
from tafteesh.interfaces.imports.job import Job
from tafteesh.interfaces.imports.models import ImportBatch, StagedRow
from tafteesh.interfaces.imports.workbook import Known, read_workbook
from tafteesh.reference.law.extent import may_exist
from tests.people import TODAY, Worker

HEAD = b"Survivor Code,Name,Date of Birth,Status\n"


def _bomb(path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 30_000_000)
    return path


def _wrote(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def _entities(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", '<!DOCTYPE x [<!ENTITY a "aa">]><workbook/>')
    return path


FILES = {
    "empty": lambda p: _wrote(p, b""),
    "wrong_type": lambda p: _wrote(p, b"%PDF-1.7 not a workbook"),
    "encrypted": lambda p: _wrote(
        p, guard.OLE + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le")
    ),
    "old_format": lambda p: _wrote(p, guard.OLE + b"\x00" * 600),
    "bomb": _bomb,
    "broken": lambda p: _wrote(p, guard.ZIP + b"cut off"),
}


@pytest.mark.parametrize("code", FILES)
def test_a_file_that_cannot_be_read_is_refused_in_a_sentence_and_leaves_nothing(
    code: str, meera: Worker, tmp_path: Path
) -> None:
    path = FILES[code](tmp_path / "workbook.xlsx")

    with pytest.raises(Unreadable) as refused:
        Job(meera.actor).start(path, "workbook.xlsx")

    assert refused.value.code == code
    assert str(refused.value).endswith(".")
    with acting_as(meera.actor):
        assert not ImportBatch.objects.visible_to(meera.actor).exists()


def test_definitions_that_swell_are_not_opened(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="definitions"):
        guard.open_guarded(_entities(tmp_path / "x.xlsx"))


def test_more_than_fifty_megabytes_are_refused_without_reading(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(guard.MOST_BYTES + 1)

    with pytest.raises(Unreadable, match="50 MB"):
        guard.open_guarded(path)


def test_more_than_two_hundred_thousand_rows_are_refused(tmp_path: Path) -> None:
    path = _wrote(tmp_path / "long.csv", HEAD + b"A-1,Rina,,Active\n" * (guard.MOST_ROWS + 1))

    with pytest.raises(Unreadable, match="200,000"):
        read_workbook(path, known=Known(may_exist), today=TODAY)


def test_a_table_of_other_things_is_refused_and_its_file_is_dropped(
    meera: Worker, tmp_path: Path
) -> None:
    path = _wrote(tmp_path / "other.csv", b"Fruit,Colour,Kilos\nmango,yellow,3\nlime,green,4\n")
    job = Job(meera.actor)
    batch_id = job.start(path, "other.csv")

    with pytest.raises(Unreadable, match="headings"):
        job.read(batch_id)

    with acting_as(meera.actor):
        batch = ImportBatch.objects.visible_to(meera.actor).get(pk=batch_id)
        assert (batch.state, batch.refusal) == ("refused", "not_recognised")
        assert not StagedRow.objects.visible_to(meera.actor).exists()


def test_a_formula_typed_as_text_stays_text_and_a_name_with_odd_signs_is_kept_sealed(
    meera: Worker, tmp_path: Path
) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["Survivor Code", "Name", "Village", "Date of Birth", "Status"])
    for number in range(5):
        sheet.append(
            [f"A-{number}", f"Rina{number}", "'=cmd|' /C calc'!A0", "02-03-1999", "Active"]
        )
    sheet["C2"].data_type = "s"
    path = tmp_path / "formula.xlsx"
    workbook.save(path)

    job = Job(meera.actor)
    reading = job.read(job.start(path, "a\x00b\udce9.xlsx"))

    assert len(reading.rows) == 5
    assert all("cmd" in str(row.values.get("village", "cmd")) for row in reading.rows)


@pytest.mark.parametrize(
    "text",
    [
        "\ud800",
        "\u202e\u09e7\u09e8",
        "0" * 10_000,
        "31-02-2020",
        "=1+1",
        "29-02-2023",
        "01-01-0000",
    ],
)
def test_no_cell_breaks_the_reading(text: str, tmp_path: Path) -> None:
    line = f"A-1,Rina Das,{text},Active\n".encode("utf-8", "surrogatepass")
    path = _wrote(tmp_path / "odd.csv", HEAD + line * 4)

    reading = read_workbook(path, known=Known(may_exist), today=TODAY)

    assert len(reading.rows) == 4


def test_a_sealed_workbook_is_dropped_when_it_was_refused(
    meera: Worker, tmp_path: Path, django_capture_on_commit_callbacks: object
) -> None:
    path = _wrote(tmp_path / "other.csv", b"Fruit,Colour\nmango,yellow\nlime,green\n")
    job = Job(meera.actor)
    batch_id = job.start(path, "other.csv")
    assert store.sealed_path(batch_id).exists()

    with django_capture_on_commit_callbacks(execute=True), pytest.raises(Unreadable):  # type: ignore[operator] # pytest-django's fixture is a function
        job.read(batch_id)

    assert not store.sealed_path(batch_id).exists()
