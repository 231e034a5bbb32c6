"""Sharing Rina's file with Ranchi, and what was learnt there."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.handoffs.models import Exchange, Partner, Share
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.models import Organisation
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import NOW, TODAY, Worker, agrees

DAY = timedelta(days=1)
UNTIL = TODAY + 10 * DAY


def back_at_desk(worker: Worker) -> Client:
    """She signs in once more, on another day."""
    client = Client()
    client.force_login(worker.person)
    return client


def typed(office: Organisation, **more: str) -> dict[str, str]:
    return {
        "to": str(office.pk),
        "purpose": "court",
        "agreed_on": f"{TODAY - DAY:%d-%m-%Y}",
        "until": f"{UNTIL:%d-%m-%Y}",
    } | more


@pytest.fixture
def share_page(rina: SurvivorFile, asha: Worker, other_office: Organisation) -> str:
    """The page on which Rina's file is shared with Ranchi, to which she agreed."""
    agrees(rina, other_office, asha.actor)
    return reverse("partners:share", args=[rina.pk])


def test_the_partners_page_is_not_there_the_day_after(
    meera: Worker, joba: Worker, rina: SurvivorFile, share_page: str, other_office: Organisation
) -> None:
    file = reverse("legalaid:file", args=[rina.pk])
    with time_machine.travel(NOW, tick=False):
        theirs = desk_of(joba)
        assert theirs.get(file).status_code == 404
        assert desk_of(meera).post(share_page, typed(other_office)).status_code == 302
        assert theirs.get(file).status_code == 200
        shared = words_of(theirs.get(reverse("partners:shares")))
        assert f"until {UNTIL:%d-%m-%Y}" in shared
        assert "Rina" not in shared
    with time_machine.travel(NOW + (UNTIL - TODAY), tick=False):
        assert back_at_desk(joba).get(file).status_code == 200
    with time_machine.travel(NOW + (UNTIL + DAY - TODAY), tick=False):
        theirs = back_at_desk(joba)
        gone, nowhere = (
            theirs.get(file),
            theirs.get(reverse("legalaid:file", args=[joba.person.pk])),
        )
        assert gone.status_code == 404
        assert words_of(gone) == words_of(nowhere)
        assert "Nothing shared with you now." in words_of(theirs.get(reverse("partners:shares")))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"until": f"{TODAY + 91 * DAY:%d-%m-%Y}"}, "At most ninety days"),
        ({"until": f"{TODAY - DAY:%d-%m-%Y}"}, "This day has passed"),
        ({"agreed_on": ""}, "Write this"),
        ({"agreed_on": f"{TODAY + DAY:%d-%m-%Y}"}, "not come yet"),
        ({"to": ""}, "Write this"),
    ],
)
@time_machine.travel(NOW, tick=False)
def test_a_share_that_cannot_be_is_explained(
    meera: Worker, share_page: str, other_office: Organisation, change: dict[str, str], words: str
) -> None:
    assert words in words_of(desk_of(meera).post(share_page, typed(other_office, **change)))


@time_machine.travel(NOW, tick=False)
def test_it_is_shared_once_and_ended_at_once(
    meera: Worker, joba: Worker, rina: SurvivorFile, share_page: str, other_office: Organisation
) -> None:
    desk, theirs = desk_of(meera), desk_of(joba)
    for _ in range(2):
        sent = desk.post(share_page, typed(other_office, submission_key="s" * 32))
        assert sent.status_code == 302
    assert "shared with them already" in words_of(desk.post(share_page, typed(other_office)))
    enter(meera.actor)
    share = Share.objects.visible_to(meera.actor).get()
    end = reverse("partners:end_share", args=[share.pk])
    assert desk.get(end).status_code == 200
    assert theirs.get(end).status_code == 403
    assert desk.post(end, {}).status_code == 302

    assert desk.get(end).status_code == 404
    assert theirs.get(reverse("files:file", args=[rina.pk])).status_code == 404


@pytest.mark.usefixtures("rina")
def test_a_social_worker_does_not_share(asha: Worker, share_page: str) -> None:
    assert desk_of(asha).get(share_page).status_code == 403


def test_what_was_learnt_with_a_partner(meera: Worker) -> None:
    desk = desk_of(meera)
    assert "No partner yet" in words_of(desk.get(reverse("partners:list")))
    who = {"name": "Saathi", "place": "Ranchi", "agreement_until": "31-03-2027"}
    for _ in range(2):
        assert desk.post(reverse("partners:new"), who).status_code == 302
    enter(meera.actor)
    partner = Partner.objects.visible_to(meera.actor).get()
    met = {"on": "10-11-2026", "topic": "Letters"}
    assert desk.post(reverse("partners:exchange", args=[partner.pk]), met).status_code == 302
    enter(meera.actor)
    exchange = Exchange.objects.visible_to(meera.actor).get()
    practice = reverse("partners:practice", args=[exchange.pk])
    assert desk.post(practice, {"practice": "A letter a fortnight"}).status_code == 302

    said = words_of(desk.get(reverse("partners:list")))
    assert "From 1 of 1 exchanges something was taken over." in said
    assert "A letter a fortnight" in words_of(
        desk.get(reverse("partners:partner", args=[partner.pk]))
    )
    assert "Saathi" in words_of(desk.get(reverse("meetings:list"), {"level": "partner"}))
