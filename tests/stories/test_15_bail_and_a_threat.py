"""Accused No. 2 is out on bail since 9 April; on 12 April Rina tells of two calls."""

from datetime import date

import pytest

from tafteesh.domain.care.actions.safety import (
    HasNotHappened,
    NewIncident,
    SettledAlready,
    record_incident,
    settle_incident,
    write_safety_plan,
)
from tafteesh.domain.care.models import Incident, SafetyPlan
from tafteesh.domain.care.queries import open_incidents
from tafteesh.domain.diary.models import Task
from tafteesh.domain.files.actions import assign, set_safe_contact
from tafteesh.domain.files.gate import rule_of
from tafteesh.domain.files.models import SafeContact, SurvivorFile
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tests.interfaces.web.at_the_desk import desk_of
from tests.people import TODAY, Worker, make_worker

TOLD = date(2027, 4, 12)
CALLS = NewIncident(TOLD, "calls", "accused", accused_on_bail=True, note="Two calls at night.")


@pytest.fixture
def alok(office: Organisation, rina: SurvivorFile, meera: Worker, asha: Worker) -> Worker:
    """Her lawyer, who was given the file."""
    lawyer = make_worker("alok", Role.LAWYER, office)
    enter(meera.actor)
    assign(file=rina, to=lawyer.person, by=meera.actor)
    assign(file=rina, to=asha.person, by=meera.actor)
    enter(asha.actor)
    return lawyer


def test_nobody_writes_it_into_a_file_that_is_not_hers_nor_of_a_day_to_come(
    rina: SurvivorFile, asha: Worker, bimal: Worker
) -> None:
    enter(bimal.on(TOLD))
    with pytest.raises(SurvivorFile.DoesNotExist):
        record_incident(file=rina, new=CALLS, by=bimal.on(TOLD))
    enter(asha.actor)
    with pytest.raises(HasNotHappened):
        record_incident(file=rina, new=CALLS, by=asha.actor)


def test_one_form_raises_the_risk_lays_out_the_tasks_and_alerts(
    rina: SurvivorFile, asha: Worker, alok: Worker, meera: Worker, bimal: Worker
) -> None:
    rule = {"risk": SafeContact.Risk.LOW, "may_call": True, "from_hour": 14, "to_hour": 16}
    by = asha.on(TOLD)
    enter(by)
    set_safe_contact(file=rina, rule=rule, warning="Ask for the tailor.", by=asha.actor)

    row = record_incident(file=rina, new=CALLS, by=by)

    raised = rule_of(rina, by)
    assert raised is not None
    assert (raised.risk, raised.may_call, raised.from_hour) == ("high", True, 14)
    assert raised.warning_sealed
    assert SafeContact.objects.visible_to(by).filter(survivor_file=rina).count() == 2
    assert bytes(row.note_sealed or b"").find(b"night") == -1
    tasks = Task.objects.visible_to(by).filter(survivor_file=rina, done_on=None)
    assert {(task.kind, task.assigned_to_id) for task in tasks} == {
        ("police_complaint", asha.person.pk),
        ("bail_cancellation", alok.person.pk),
        ("witness_protection", alok.person.pk),
        ("safety_plan", asha.person.pk),
    }
    for worker, seen in ((alok, 1), (meera, 1), (bimal, 0)):
        there = worker.on(TOLD)
        enter(there)
        assert open_incidents(there).count() == seen


def test_two_dangers_raise_the_risk_once(rina: SurvivorFile, asha: Worker) -> None:
    new = NewIncident(TODAY, "followed")
    for _ in range(2):
        record_incident(file=rina, new=new, by=asha.actor)

    assert SafeContact.objects.visible_to(asha.actor).filter(survivor_file=rina).count() == 1
    assert not Task.objects.visible_to(asha.actor).filter(kind="bail_cancellation").exists()


def test_today_says_it_without_her_name_until_it_is_over(
    rina: SurvivorFile, asha: Worker, alok: Worker, meera: Worker
) -> None:
    record_incident(
        file=rina, new=NewIncident(TODAY, "calls", note="Rina was called"), by=asha.actor
    )

    desk = desk_of(asha)
    for theirs in (desk_of(alok), desk_of(meera), desk):
        page = theirs.get("/").content.decode()
        assert "Calls or messages that threaten" in page
        assert rina.number in page
        assert "Rina" not in page

    incident = Incident.objects.visible_to(asha.actor).get()
    enter(asha.actor)
    settle_incident(incident=incident, by=asha.actor)
    assert "Calls or messages that threaten" not in desk.get("/").content.decode()
    enter(asha.actor)
    with pytest.raises(SettledAlready):
        settle_incident(incident=incident, by=asha.actor)


def test_the_form_needs_two_taps_and_is_saved_once(rina: SurvivorFile, asha: Worker) -> None:
    desk, address = desk_of(asha), f"/care/files/{rina.pk}/danger/"
    assert "What happened?" in desk.get(address).content.decode()
    typed = {
        "kind": "calls",
        "source": "accused",
        "on": "23-11-2026",
        "accused_on_bail": "on",
        "submission_key": "d" * 32,
    }
    for _ in range(2):
        assert desk.post(address, typed).status_code == 302

    assert Incident.objects.visible_to(asha.actor).count() == 1
    assert Task.objects.visible_to(asha.actor).count() == 4


def test_her_plan_is_sealed_in_all_its_words(rina: SurvivorFile, asha: Worker) -> None:
    texts = dict.fromkeys(SafetyPlan.SEALED, "mango grove")
    plan = write_safety_plan(file=rina, texts=texts, look_again_on=TODAY, by=asha.actor)

    for name in SafetyPlan.SEALED:
        assert b"mango" not in bytes(getattr(plan, f"{name}_sealed"))
