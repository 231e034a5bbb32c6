"""The pages of a hidden value: asked for on the file, seen by the office on Today, decided, looked at."""

import pytest
from django.test import Client
from django.urls import reverse

from tafteesh.domain.files.models import LookRequest, SurvivorFile
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tests.interfaces.web.at_the_desk import words_of
from tests.people import NOW, Worker, make_worker

ASKED = reverse("files:asked_looks")


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tafteesh.interfaces.web.middleware.read_clock", lambda: NOW)


@pytest.fixture
def chief(office: Organisation) -> Worker:
    return make_worker("chief", Role.CASE_MANAGER, office)


def _ask(client: Client, file: SurvivorFile) -> int:
    url = reverse("files:ask_to_look", args=[file.pk])
    said = {"value": "name_used", "reason": "court", "submission_key": "0" * 32}
    return client.post(url, said).status_code


def test_a_stranger_finds_nothing(rina: SurvivorFile, mgr: Worker, bimal: Worker) -> None:
    assert _ask(bimal.at_desk(), rina) == 404
    _ask(mgr.at_desk(), rina)

    row = LookRequest.unscoped.get()
    desk = bimal.at_desk()
    assert desk.get(reverse("files:look_as_agreed", args=[row.pk])).status_code == 404
    assert desk.get(reverse("files:decide_look", args=[row.pk])).status_code == 403
    assert "N24-2026-0001" not in words_of(desk.get(ASKED))


def test_asked_on_the_file_decided_from_today_and_seen(
    rina: SurvivorFile, mgr: Worker, chief: Worker
) -> None:
    asks, decides = mgr.at_desk(), chief.at_desk()
    page = asks.get(reverse("files:file", args=[rina.pk])).content.decode()
    assert f"{reverse('files:ask_to_look', args=[rina.pk])}?name=name_used" in page
    assert _ask(asks, rina) == 302
    assert _ask(asks, rina) == 302, "the same press twice is one request"
    row = LookRequest.unscoped.get()

    today = decides.get(reverse("today:home"))
    assert "Asks to see a hidden value" in words_of(today)
    answer = reverse("files:decide_look", args=[row.pk])
    assert answer in today.content.decode()
    bare = decides.post(answer, {"agreed": "no"})
    assert "Choose why not." in words_of(bare)
    late = decides.post(answer, {"agreed": "yes", "until": "01-03-2027"})
    assert "thirty days ahead at most" in words_of(late)
    assert decides.post(answer, {"agreed": "yes", "until": "30-11-2026"}).status_code == 302

    look = reverse("files:look_as_agreed", args=[row.pk])
    assert look in asks.get(ASKED).content.decode()
    before = words_of(asks.get(look))
    assert "Rina" not in before
    assert "Rina" in words_of(asks.post(look))
    assert decides.get(look).status_code == 404, "it was not she who asked"


def test_a_refusal_is_told_with_its_reason(rina: SurvivorFile, mgr: Worker, chief: Worker) -> None:
    asks = mgr.at_desk()
    _ask(asks, rina)
    row = LookRequest.unscoped.get()
    said = {"agreed": "no", "refusal": "ask_her"}
    chief.at_desk().post(reverse("files:decide_look", args=[row.pk]), said)

    assert "She must be asked first" in words_of(asks.get(ASKED))
    assert asks.post(reverse("files:look_as_agreed", args=[row.pk])).status_code == 404
