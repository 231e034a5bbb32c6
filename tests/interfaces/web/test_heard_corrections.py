"""Days in court stand beside the correction that they were about; ten answers say what a day was."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import Correction, Fir, Hearing
from tafteesh.foundation.access.context import enter
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import NOW, Worker

FILED, HEARD = date(2026, 4, 9), date(2026, 5, 20)


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tafteesh.interfaces.web.middleware.read_clock", lambda: NOW)


@pytest.fixture
def fir(rina: SurvivorFile, asha: Worker) -> Fir:
    new = actions.NewFir("Hasnabad", 377, 2025, "source", date(2025, 6, 2))
    return actions.record_fir(new=new, survivors=[rina], by=asha.actor)


@pytest.fixture
def naraji(fir: Fir, asha: Worker) -> Correction:
    new = actions.NewCorrection("charge_sheet", "accused_dropped", "magistrate", FILED)
    return actions.record_correction(fir=fir, new=new, by=asha.actor)


@pytest.fixture
def desk(asha: Worker) -> Client:
    return desk_of(asha)


def heard(fir: Fir, on: date, asha: Worker) -> Hearing:
    result = actions.HearingResult(on, "adjourned")
    return actions.record_hearing(fir=fir, result=result, by=asha.actor)


def test_only_days_of_its_own_case_after_its_filing_are_offered_and_taken(
    fir: Fir, naraji: Correction, rina: SurvivorFile, desk: Client, asha: Worker, bimal: Worker
) -> None:
    before, after = heard(fir, date(2026, 4, 1), asha), heard(fir, HEARD, asha)
    new = actions.NewFir("Baduria", 9, 2026, "source", date(2026, 1, 2))
    elsewhere = heard(actions.record_fir(new=new, survivors=[rina], by=asha.actor), HEARD, asha)
    url = reverse("proceedings:heard_on", args=[naraji.pk])
    assert desk_of(bimal).get(url).status_code == 404

    shown = desk.get(url).content.decode()
    assert str(after.pk) in shown
    assert str(before.pk) not in shown
    assert desk.post(url, {"hearings": [str(elsewhere.pk)]}).status_code == 200, "no such choice"
    enter(asha.actor)
    for day, fault in (
        (before, actions.HearingBeforeFiling),
        (elsewhere, actions.HearingOfAnotherFir),
    ):
        with pytest.raises(fault):
            actions.hearings_about(correction=naraji, hearings=[day], by=asha.actor)

    assert desk.post(url, {"hearings": [str(after.pk)]}).status_code == 302

    said = words_of(desk.get(reverse("proceedings:fir", args=[fir.pk])))
    assert "Heard on 20-05-2026 (Adjourned)" in said
    assert desk.post(url, {}).status_code == 302
    assert "Heard on" not in words_of(desk.get(reverse("proceedings:fir", args=[fir.pk])))


def test_the_form_of_a_hearing_asks_which_correction_and_keeps_it(
    fir: Fir, naraji: Correction, desk: Client, asha: Worker
) -> None:
    url = reverse("hearings:record", args=[fir.pk])
    assert "Accused dropped in charge sheet · Magistrate · 09-04-2026" in words_of(desk.get(url))
    typed = {"on": f"{HEARD:%d-%m-%Y}", "outcome": "adjourned", "correction": str(naraji.pk)}
    assert desk.post(url, typed).status_code == 302

    again = {"on": f"{HEARD:%d-%m-%Y}", "outcome": "heard", "sure": "yes"}
    assert desk.post(url, again).status_code == 302

    enter(asha.actor)
    row = Hearing.objects.visible_to(asha.actor).get(fir=fir, withdrawn_at=None)
    assert (row.outcome, row.correction_id) == ("heard", naraji.pk), (
        "a later entry takes nothing away"
    )

    decided = {"result": "allowed", "decided_on": f"{HEARD:%d-%m-%Y}"}
    desk.post(reverse("proceedings:decide", args=[naraji.pk]), decided)
    assert "Was it about a correction" not in words_of(desk.get(url)), "nothing waits for a court"


def test_ten_answers_and_the_business_of_four_of_them(fir: Fir, desk: Client, asha: Worker) -> None:
    url = reverse("hearings:record", args=[fir.pk])
    assert desk.get(url).content.decode().count('name="outcome"') == 10

    typed = {"on": f"{HEARD:%d-%m-%Y}", "outcome": "heard-evidence"}
    assert desk.post(url, typed).status_code == 302

    enter(asha.actor)
    row = Hearing.objects.visible_to(asha.actor).get(fir=fir, on=HEARD)
    assert (row.outcome, row.stage) == ("heard", "evidence")
    said = words_of(
        desk.post(reverse("hearings:said", args=[fir.pk]), {"outcome": "order-judgment"})
    )
    assert "Save: judgment" in said
