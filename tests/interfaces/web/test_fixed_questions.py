"""The four pages of every day ask the same number of questions of a life of two lines and of a life of many."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tafteesh.domain.compensation.actions import NewClaim, NewOrder, record_claim, record_order
from tafteesh.domain.diary.actions import NewContact, add_task, record_contact
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings.actions import (
    HearingResult,
    NewFir,
    record_fir,
    record_hearing,
)
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tests.people import NOW, TODAY, Worker, make_worker

LAKH = 1_00_000_00


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tafteesh.interfaces.web.middleware.read_clock", lambda: NOW)


def statements(desk: Client, address: str) -> int:
    """What reaches the database for one page, transaction control included."""
    desk.get(address)
    with CaptureQueriesContext(connection) as heard:
        assert desk.get(address).status_code == 200
    return len(heard)


def lives_on(file: SurvivorFile, by: Worker, first: int, last: int) -> None:
    """Each turn a FIR with a hearing, a visit, a task and a claim with an order."""
    enter(by.actor)
    for n in range(first, last):
        new = NewFir(station="Bongaon", number=n + 1, year=2025, area="source")
        fir = record_fir(new=new, survivors=[file], by=by.actor)
        day = TODAY - timedelta(days=n)
        told = HearingResult(on=day, outcome="heard")
        record_hearing(fir=fir, result=told, by=by.actor)
        contact = NewContact(on=day, mode="visit", about="court")
        record_contact(file=file, new=contact, by=by.actor)
        add_task(file=file, kind="call", due_on=TODAY, by=by.actor)
        claim = record_claim(file=file, new=NewClaim(TODAY - timedelta(days=400)), by=by.actor)
        order = NewOrder("final", TODAY - timedelta(days=90 + n), LAKH)
        record_order(claim=claim, new=order, by=by.actor)


def test_the_page_of_a_file(rina: SurvivorFile, asha: Worker, bimal: Worker) -> None:
    desk, address = asha.at_desk(), reverse("files:file", kwargs={"file_id": rina.pk})
    lives_on(rina, asha, 0, 1)
    few = statements(desk, address)
    lives_on(rina, asha, 1, 7)

    assert statements(desk, address) == few
    assert bimal.at_desk().get(address).status_code == 404


@pytest.mark.parametrize("address", ["/files/", "/facts/blocks/"])
def test_the_list_and_the_year_by_block(
    address: str, rina: SurvivorFile, asha: Worker, meera: Worker
) -> None:
    desk = meera.at_desk()
    lives_on(rina, asha, 0, 1)
    few = statements(desk, address)
    for n in range(2, 32):
        lives_on(asha.opens(f"N24-2026-{n:04}"), asha, 10 + n, 11 + n)

    assert statements(desk, address) == few


def test_each_role_that_counts_in_the_list_has_its_own_question(
    rina: SurvivorFile, asha: Worker, bimal: Worker, meera: Worker, other_office: Organisation
) -> None:
    away = make_worker("away", Role.MIS_OFFICER, other_office)
    seen = [who.at_desk().get("/files/").content for who in (asha, bimal, meera, away, asha)]

    number = rina.number.encode()
    assert [number in page for page in seen] == [True, False, True, False, True]
