"""Check data > Import, as the person at the desk meets it."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from tafteesh.foundation.access.context import acting_as
from tafteesh.interfaces.imports.job import Job
from tafteesh.interfaces.imports.models import ImportBatch, MappingProfile, StagedRow
from tafteesh.interfaces.web.check_data import columns
from tests.people import Worker

SHEET = """Survivor Code,Name,Date of Birth,Date of Intake,Status,Folio
T-2020-001,Asima Naiya,02-03-1999,11-05-2020,Active,F1
T-2020-002,Hasina Jana,03-03-1999,12-05-2020,Active,F2
T-2020-003,Kajal Gayen,04-03-1999,13-05-2020,Active,F3
T-2020-004,Madhabi Laskar,01-01-2000,14-05-2020,Active,F4
T-2020-005,Rina Purkait,06-03-1999,15-05-2020,Actve,F5
"""


@pytest.fixture
def batch(meera: Worker, tmp_path: Path) -> ImportBatch:
    path = tmp_path / "survivors.csv"
    path.write_text(SHEET)
    job = Job(meera.actor)
    batch_id = job.start(path, "survivors.csv")
    job.read(batch_id)
    with acting_as(meera.actor):
        return ImportBatch.objects.visible_to(meera.actor).get(pk=batch_id)


def _signed_in(client: Client, worker: Worker) -> Client:
    del client
    return worker.at_desk()


def _row(meera: Worker, number: int) -> StagedRow:
    with acting_as(meera.actor):
        return StagedRow.objects.visible_to(meera.actor).get(row=number)


def test_a_social_worker_may_not_and_another_office_finds_nothing(
    client: Client, batch: ImportBatch, asha: Worker, joba: Worker
) -> None:
    for name in ("import", "doubts", "columns", "rejected"):
        page = reverse(f"check_data:{name}", args=[batch.pk])
        assert _signed_in(client, asha).get(page).status_code in (403, 404)
        assert _signed_in(client, joba).get(page).status_code in (403, 404)


def test_the_summary_adds_up_and_says_doubts_in_words(
    client: Client, batch: ImportBatch, meera: Worker
) -> None:
    answer = _signed_in(client, meera).get(reverse("check_data:import", args=[batch.pk]))

    count = batch.counts["csv"]
    assert count["read"] == count["accepted"] + count["in_doubt"] + count["rejected"] == 5
    assert b"A day that stands for an unknown one" in answer.content
    assert b"placeholder date</a>" not in answer.content


def test_a_typed_value_settles_a_doubt_and_nonsense_is_answered_beside_it(
    client: Client, batch: ImportBatch, meera: Worker
) -> None:
    row = _row(meera, 5)
    page = reverse("check_data:settle", args=[row.pk])
    desk = _signed_in(client, meera)

    refused = desk.post(page, {"answer": "typed", "value-born": "never"})
    assert b'role="alert"' in refused.content
    assert b'value="never"' in refused.content, "what was typed stays"
    assert _row(meera, 5).status == "in_doubt"

    desk.post(page, {"answer": "typed", "value-born": "7.8.1998"})
    settled = _row(meera, 5)
    assert settled.status == "accepted"
    assert settled.settled_by_id == meera.person.pk


def test_the_proposed_fix_is_taken_for_all_rows_of_a_kind(
    client: Client, batch: ImportBatch, meera: Worker
) -> None:
    desk = _signed_in(client, meera)
    assert (
        b": active</strong>"
        in desk.get(reverse("check_data:row", args=[_row(meera, 6).pk])).content
    )

    desk.post(reverse("check_data:take_all", args=[batch.pk]), {"kind": "unknown status"})

    assert _row(meera, 6).status == "accepted"
    assert _row(meera, 5).status == "in_doubt", "a doubt of another kind waits for a person"


def test_a_row_can_be_left_out(client: Client, batch: ImportBatch, meera: Worker) -> None:
    row = _row(meera, 5)
    _signed_in(client, meera).post(
        reverse("check_data:settle", args=[row.pk]), {"answer": "reject"}
    )

    assert _row(meera, 5).status == "rejected"


def test_a_column_is_named_by_hand_and_the_way_is_kept_for_the_next_workbook(
    client: Client,
    batch: ImportBatch,
    meera: Worker,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(
        columns, "later", lambda *_args, **_more: None
    )  # nothing runs behind a test
    page = reverse("check_data:columns", args=[batch.pk])
    desk = _signed_in(client, meera)
    assert b"Folio" in desk.get(page).content

    desk.post(page, {"column-0-5": "village", "profile": "Canning office"})

    with acting_as(meera.actor):
        assert MappingProfile.objects.visible_to(meera.actor).get().name == "Canning office"
    path = tmp_path / "next.csv"
    path.write_text(SHEET.replace("T-2020", "T-2021"))
    job = Job(meera.actor)
    reading = job.read(job.start(path, "next.csv"))
    assert reading.profile == "Canning office"
    assert reading.rows[0].values["village"] == "F1"
