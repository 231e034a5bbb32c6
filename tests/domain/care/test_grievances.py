"""She says that something is wrong: her worker never reads it, somebody else asks her, and it ends."""

import pytest
import time_machine

from tafteesh.domain.care.actions import grievances
from tafteesh.domain.care.models import Grievance
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import NOW, Worker, make_worker


@pytest.fixture
def chief(office: Organisation) -> Worker:
    return make_worker("chief", Role.CASE_MANAGER, office)


@pytest.fixture
def said(rina: SurvivorFile, asha: Worker) -> Grievance:
    enter(asha.actor)
    return grievances.raise_grievance(file=rina, way=Grievance.Way.HER_PAGE, by=asha.actor)


def test_her_worker_can_neither_see_nor_answer_it(
    said: Grievance, asha: Worker, bimal: Worker, meera: Worker
) -> None:
    for other in (asha, bimal):
        enter(other.actor)
        assert Grievance.objects.visible_to(other.actor).count() == 0
        with pytest.raises(NotAllowed):
            grievances.hear_grievance(grievance=said, about="treated", said="x", by=other.actor)
        assert desk_of(other).get("/care/said/").status_code == 403
    enter(meera.actor)
    with pytest.raises(NotAllowed):
        grievances.end_grievance(grievance=said, ending="mended", by=meera.actor)


def test_a_manager_who_is_her_worker_does_not_hear_it(
    office: Organisation, chief: Worker, mgr: Worker
) -> None:
    file = chief.opens("C-1")
    raised = grievances.raise_grievance(file=file, way=Grievance.Way.TOLD, by=chief.actor)
    assert Grievance.objects.visible_to(chief.actor).count() == 0
    with pytest.raises(Grievance.DoesNotExist):
        grievances.hear_grievance(grievance=raised, about="treated", said="x", by=chief.actor)
    enter(mgr.actor)
    grievances.hear_grievance(grievance=raised, about="treated", said="Late", by=mgr.actor)
    assert Grievance.objects.visible_to(mgr.actor).get().asked_by_id == mgr.person.pk


def test_it_is_asked_before_it_ends(said: Grievance, chief: Worker, rina: SurvivorFile) -> None:
    desk = desk_of(chief)
    with time_machine.travel(NOW, tick=False):
        assert rina.number in words_of(desk.get("/")), "it stands on Today"
        end = f"/care/said/{said.pk}/end/"
        assert "Nobody has asked her yet" in words_of(desk.post(end, {"ending": "mended"}))
        hear = f"/care/said/{said.pk}/"
        typed = {"about": "treated", "said": "Rina was made to wait"}
        assert desk.post(hear, typed).status_code == 302
        assert "Rina was made" not in words_of(desk.get(hear)), "names are covered here too"
        assert "was made to wait" in words_of(desk.get(hear))
        assert desk.post(end, {"ending": "new_worker"}).status_code == 302
        assert "She has another worker now" in words_of(desk.get("/care/said/"))
        assert "something is wrong" not in words_of(desk.get("/"))
