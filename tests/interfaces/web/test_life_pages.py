"""Pages of the life of a case: a broken condition reaches her file, evidence is arranged, corrections are counted."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tafteesh.domain.care.models import Incident
from tafteesh.domain.diary.models import Task
from tafteesh.domain.files.gate import rule_of
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import Accused, BailBreach, Fir
from tafteesh.foundation.access.context import enter
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import NOW, Worker


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tafteesh.interfaces.web.middleware.read_clock", lambda: NOW)


@pytest.fixture
def fir(rina: SurvivorFile, asha: Worker) -> Fir:
    new = actions.NewFir("Hasnabad", 377, 2025, "source", date(2025, 6, 2))
    return actions.record_fir(new=new, survivors=[rina], by=asha.actor)


@pytest.fixture
def accused(fir: Fir, asha: Worker) -> Accused:
    return actions.add_accused(fir=fir, name="Kalu", part="recruiter", by=asha.actor)


@pytest.fixture
def desk(asha: Worker) -> Client:
    return desk_of(asha)


def test_a_broken_condition_opens_the_danger_in_her_file(
    rina: SurvivorFile, fir: Fir, accused: Accused, asha: Worker, bimal: Worker, desk: Client
) -> None:
    url = reverse("proceedings:new_breach", args=[accused.pk])
    typed = {"on": "22-11-2026", "kind": "calls", "note": "Two calls.", "submission_key": "b" * 32}
    assert desk_of(bimal).post(url, typed).status_code == 404

    for _ in range(2):
        assert desk.post(url, typed).status_code == 302

    enter(asha.actor)
    assert BailBreach.objects.visible_to(asha.actor).get().on == date(2026, 11, 22)
    incident = Incident.objects.visible_to(asha.actor).get()
    assert (incident.survivor_file_id, incident.accused_on_bail) == (rina.pk, True)
    assert rule_of(rina, asha.actor).risk == "high"  # type: ignore[union-attr] # the incident made one
    kinds = set(Task.objects.visible_to(asha.actor).values_list("kind", flat=True))
    assert {"police_complaint", "bail_cancellation", "witness_protection"} <= kinds
    said = words_of(desk.get(reverse("proceedings:fir", args=[fir.pk])))
    assert "Conditions broken" in said
    assert "court not asked yet" in said


def test_her_evidence_is_arranged_and_then_given(
    rina: SurvivorFile, fir: Fir, desk: Client
) -> None:
    url = reverse("proceedings:new_deposition", args=[fir.pk, rina.pk])
    assert desk.post(url, {"how": "not_yet", "link_asked_on": "01-11-2026"}).status_code == 302
    without = desk.post(url, {"how": "video"})
    assert "Write the day on which she gave evidence" in words_of(without)

    typed = {"how": "video", "on": "20-11-2026", "place": "Barasat court", "went_with": ["worker"]}
    assert desk.post(url, typed).status_code == 302

    said = words_of(desk.get(reverse("proceedings:fir", args=[fir.pk])))
    assert "By video link · 20-11-2026 · Barasat court" in said
    assert "Went with her : A worker of the organisation" in said.replace("her:", "her :")


def test_success_by_forum_stands_on_a_page_and_opens(fir: Fir, asha: Worker, desk: Client) -> None:
    new = actions.NewCorrection("fir", "copy_not_given", "sp", date(2026, 3, 2))
    row = actions.record_correction(fir=fir, new=new, by=asha.actor)
    url = reverse("proceedings:decide", args=[row.pk])
    assert "Write the day of the decision" in words_of(desk.post(url, {"result": "allowed"}))
    typed = {"result": "allowed", "decided_on": "12-04-2026", "changed": ["arrest"]}
    assert desk.post(url, typed).status_code == 302

    page = reverse("proceedings:corrections")
    said = words_of(desk.get(page))
    assert "1 filed, 1 decided, 1 allowed" in said
    assert "The middle of their days is 41 days" in said
    assert "Hasnabad 377/2025" in words_of(desk.get(page, {"forum": "sp"}))
    assert "What changed : Somebody was arrested" in words_of(
        desk.get(reverse("proceedings:fir", args=[fir.pk]))
    ).replace("changed:", "changed :")
