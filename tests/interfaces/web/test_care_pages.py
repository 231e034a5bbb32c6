"""The pages of her care: what is typed stands on the file, and scores stay with those who may see them."""

import pytest
import time_machine
from django.test import Client

from tafteesh.domain.care.models import Instrument, Question
from tafteesh.domain.files.actions import assign
from tafteesh.domain.files.models import Consent, SurvivorFile
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import NOW, Worker, make_worker


@pytest.fixture
def desk(rina: SurvivorFile, asha: Worker) -> Client:
    return desk_of(asha)


@pytest.fixture
def wheel(db: None) -> Instrument:
    row = Instrument.objects.create(code="W", edition=7, title="Wheel", lowest=0, highest=10)
    Question.objects.create(instrument=row, position=1, words="Peace at night")
    return row


def care(file: SurvivorFile, name: str) -> str:
    return f"/care/files/{file.pk}/{name}/"


def test_a_review_stands_on_the_file_and_not_on_the_lawyers(
    desk: Client, rina: SurvivorFile, wheel: Instrument, meera: Worker, office: Organisation
) -> None:
    lawyer = make_worker("alok", Role.LAWYER, office)
    enter(meera.actor)
    assign(file=rina, to=lawyer.person, by=meera.actor)
    typed = {
        "on": "23-11-2026",
        "score_1": "3",
        "reason_1": "Dogs",
        "goal": "Sleep",
        "step_who": "official",
        "step_what": "Lamp",
        "step_due_on": "01-12-2026",
        "next_on": "23-02-2027",
    }
    with time_machine.travel(NOW, tick=False):
        address = care(rina, f"review/{wheel.pk}")
        assert "Wheel" in words_of(desk.get(care(rina, "review")))
        assert "Say which official" in words_of(desk.post(address, typed))
        typed["step_official"] = "BDO Baduria"
        assert desk.post(address, typed).status_code == 302
        page = words_of(desk.get(f"/files/{rina.pk}/?part=care"))
        assert "Peace at night: 3" in page
        assert "BDO Baduria" in page
        assert "Dogs" in page

        theirs = desk_of(lawyer)
        assert "Peace at night" not in words_of(theirs.get(f"/files/{rina.pk}/?part=care"))
        assert theirs.get(address).status_code == 403


def test_services_and_grants_with_their_parts(desk: Client, rina: SurvivorFile) -> None:
    with time_machine.travel(NOW, tick=False):
        service = {"kind": "skills", "provider": "Block office", "starts_on": "01-11-2026"}
        assert desk.post(care(rina, "service"), service).status_code == 302
        grant = {
            "kind": "grant",
            "purpose": "livelihood",
            "amount_paise": "20,000",
            "agreed_on": "01-11-2026",
        }
        assert desk.post(care(rina, "grant"), grant).status_code == 302
        page = desk.get(f"/files/{rina.pk}/?part=care")
        part = page.content.decode().split("/care/grants/")[1].split("/")[0]
        typed = {"amount_paise": "25,000", "received_on": "20-11-2026", "use": "as_agreed"}
        address = f"/care/grants/{part}/instalment/"
        assert "more than was agreed" in words_of(desk.post(address, typed))
        assert desk.post(address, typed | {"amount_paise": "12,000"}).status_code == 302
        page = words_of(desk.get(f"/files/{rina.pk}/?part=care"))
    assert "Learning a skill" in page
    assert "12,000" in page


def test_her_answer_is_written_and_taken_back_in_two_taps(
    desk: Client, rina: SurvivorFile, asha: Worker, other_office: Organisation
) -> None:
    typed = {
        "purpose": "sharing",
        "recipient": "offices",
        "answer": "agrees",
        "language": "bn",
        "way": "spoken",
        "starts_on": "23-11-2026",
    }
    with time_machine.travel(NOW, tick=False):
        refused = words_of(desk.post(care(rina, "answer"), typed))
        assert "Choose the one organisation" in refused
        assert "Say until which day" in refused
        typed |= {"recipient": str(other_office.pk), "until": "01-02-2027"}
        assert desk.post(care(rina, "answer"), typed).status_code == 302

        page = desk.get(f"/files/{rina.pk}/?part=safety").content.decode()
        address = page.split('href="/care/answers/')[1].split('"')[0]
        first = desk.get(f"/care/answers/{address}")
        assert "Take it back now" in words_of(first)
        assert desk.post(f"/care/answers/{address}", {}).status_code == 302
        assert "She changed her mind" in words_of(desk.get(f"/files/{rina.pk}/?part=safety"))
        assert "took this back before" in words_of(desk.post(f"/care/answers/{address}", {}))

    enter(asha.actor)
    assert Consent.objects.visible_to(asha.actor).count() == 2


@pytest.mark.parametrize(
    "name",
    ["answer", "danger", "safety-plan", "family", "conflict", "at-a-glance", "review", "conference",
     "service", "grant"],
)  # fmt: skip
def test_pages_of_a_file_that_is_not_his_are_not_there(
    rina: SurvivorFile, bimal: Worker, name: str
) -> None:
    assert desk_of(bimal).get(care(rina, name)).status_code == 404
