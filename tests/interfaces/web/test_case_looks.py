"""What is sealed in a case is shown once, to whoever says why; and officers stand with their days."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import Accused, Fir, InvestigationSpell
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tafteesh.foundation.audit.models import Entry, Event
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import NOW, Worker, make_worker


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tafteesh.interfaces.web.middleware.read_clock", lambda: NOW)


@pytest.fixture
def fir(rina: SurvivorFile, asha: Worker) -> Fir:
    new = actions.NewFir("Hasnabad", 377, 2025, "source", date(2025, 6, 2))
    return actions.record_fir(new=new, survivors=[rina], by=asha.actor)


@pytest.fixture
def kalu(fir: Fir, asha: Worker) -> Accused:
    return actions.add_accused(fir=fir, name="Kalu Shaikh", part="recruiter", by=asha.actor)


@pytest.fixture
def desk(asha: Worker) -> Client:
    return desk_of(asha)


def test_who_does_not_reach_the_fir_opens_no_name(
    kalu: Accused, bimal: Worker, mgr: Worker, desk: Client
) -> None:
    url = reverse("proceedings:look", args=["accused", kalu.pk])

    assert desk_of(bimal).post(url, {"reason": "paper"}).status_code == 404
    assert desk_of(mgr).get(url).status_code in (403, 404), "she looks at no sealed value"
    assert desk.post(url, {"reason": "because"}).status_code == 404
    assert desk.get(reverse("proceedings:look", args=["spell", kalu.pk])).status_code == 404


def test_a_name_is_shown_after_a_reason_and_the_look_is_a_line(
    fir: Fir, kalu: Accused, desk: Client
) -> None:
    assert "Kalu" not in words_of(desk.get(reverse("proceedings:fir", args=[fir.pk])))
    url = reverse("proceedings:look", args=["accused", kalu.pk])
    assert "Kalu" not in words_of(desk.get(url))

    said = words_of(desk.post(url, {"reason": "paper"}))

    assert "Kalu Shaikh" in said
    assert Entry.objects.filter(event=Event.IDENTITY_LOOKED).count() == 1


def test_words_of_bail_and_a_note_of_a_hearing_open_the_same_way(
    fir: Fir, kalu: Accused, desk: Client, asha: Worker
) -> None:
    condition = actions.add_bail_condition(
        accused=kalu, kind="other", set_on=date(2026, 3, 2), words="Passport with the court.",
        by=asha.actor,
    )  # fmt: skip
    result = actions.HearingResult(date(2026, 11, 2), "adjourned", note="The lift was broken.")
    hearing = actions.record_hearing(fir=fir, result=result, by=asha.actor)
    unnoted = actions.HearingResult(date(2026, 11, 3), "adjourned")
    other = actions.record_hearing(fir=fir, result=unnoted, by=asha.actor)

    for kind, row, words in (
        ("condition", condition, "Passport with the court."),
        ("hearing", hearing, "The lift was broken."),
    ):
        url = reverse("proceedings:look", args=[kind, row.pk])
        assert words in words_of(desk.post(url, {"reason": "check"}))
    empty = reverse("proceedings:look", args=["hearing", other.pk])
    assert desk.post(empty, {"reason": "check"}).status_code == 404


def test_the_officer_and_the_reply_stand_on_the_spell(fir: Fir, desk: Client, asha: Worker) -> None:
    url = reverse("proceedings:new_spell", args=[fir.pk])
    typed = {
        "kind": "ahtu", "agency": "Basirhat AHTU", "requested_on": "01-06-2026",
        "replied_on": "20-05-2026", "ordered_on": "19-06-2026", "received_on": "02-07-2026",
        "officer_words": "R. Mondal", "officer_rank": "Inspector",
    }  # fmt: skip
    assert "The reply cannot come before the letter" in words_of(desk.post(url, typed))

    assert desk.post(url, {**typed, "replied_on": "10-06-2026"}).status_code == 302

    enter(asha.actor)
    spell = InvestigationSpell.objects.visible_to(asha.actor).get()
    assert (spell.officer_words, spell.replied_on) == ("R. Mondal", date(2026, 6, 10))
    said = words_of(desk.get(reverse("proceedings:fir", args=[fir.pk])))
    assert "Inspector R. Mondal" in said
    assert "reply 10-06-2026" in said
    assert "R. Mondal" in words_of(desk.get(reverse("duties:units")))


def test_a_lawyer_of_the_office_without_the_file_opens_nothing(
    kalu: Accused, office: Organisation
) -> None:
    stranger = make_worker("stranger", Role.LAWYER, office)
    url = reverse("proceedings:look", args=["accused", kalu.pk])

    assert desk_of(stranger).get(url).status_code == 404
