"""A survivor of domestic violence, who came through Utthan: the same care, nothing of trafficking forced on her."""

from datetime import date

import pytest

from tafteesh.domain.collectives.actions import join_collective, record_collective
from tafteesh.domain.collectives.models import CollectiveMembership
from tafteesh.domain.diary.actions import NewContact, record_contact
from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.queries import achievements
from tafteesh.domain.files.actions import set_safe_contact
from tafteesh.domain.files.models import SafeContact, SurvivorFile, Taking
from tafteesh.domain.legalaid.actions import (
    NewAssignment,
    assign_lawyer,
    record_lawyer,
    request_legal_aid,
)
from tafteesh.domain.legalaid.models import Assignment
from tafteesh.foundation.access.context import enter
from tests.people import TODAY, Worker

YEAR = Period.containing(TODAY)
OF_TRAFFICKING = ("A2", "A9", "I6", "I14")


@pytest.fixture
def jamila(rina: SurvivorFile, asha: Worker) -> SurvivorFile:
    """Jamila's file, beside Rina's."""
    return asha.opens("N24-2026-0002", scope="violence", violence="domestic")


def gbv(worker: Worker) -> int:
    rows = SurvivorFile.objects.visible_to(worker.actor)
    return rows.filter(scope__in=["violence", "both"], withdrawn_at=None).count()


def test_her_file_is_nobody_elses(jamila: SurvivorFile, bimal: Worker) -> None:
    enter(bimal.actor)

    with pytest.raises(SurvivorFile.DoesNotExist):
        set_safe_contact(file=jamila, rule={"may_call": True}, by=bimal.actor)


def test_diary_legal_aid_and_safety_are_the_same(
    jamila: SurvivorFile, asha: Worker, meera: Worker
) -> None:
    set_safe_contact(
        file=jamila, rule={"may_call": True, "from_hour": 11, "to_hour": 13}, by=asha.actor
    )
    record_contact(file=jamila, new=NewContact(TODAY, "visit", "safety"), by=asha.actor)
    asked = request_legal_aid(
        file=jamila, authority="SDLSC Basirhat", requested_on=date(2026, 11, 2), by=asha.actor
    )
    lawyer = record_lawyer(name="S. Mondal", kind="panel", by=asha.actor)
    given = NewAssignment(lawyer, date(2026, 11, 6), request=asked)
    assign_lawyer(file=jamila, new=given, by=asha.actor)

    jamila.refresh_from_db()
    assert jamila.last_contact_on == TODAY
    assert SafeContact.objects.visible_to(asha.actor).get(survivor_file=jamila).from_hour == 11
    assert Assignment.objects.visible_to(asha.actor).get(survivor_file=jamila).lawyer == lawyer


def test_she_came_through_utthan(jamila: SurvivorFile, meera: Worker) -> None:
    enter(meera.actor)
    utthan = record_collective(name="Utthan", area="North 24 Parganas", by=meera.actor)

    join_collective(file=jamila, collective=utthan, starts_on=date(2026, 10, 1), by=meera.actor)

    assert CollectiveMembership.objects.visible_to(meera.actor).get().survivor_file == jamila


def test_trafficking_figures_do_not_move_and_gbv_rises_by_one(
    rina: SurvivorFile, asha: Worker
) -> None:
    before, counted = achievements(asha.actor, YEAR), gbv(asha)

    asha.opens("N24-2026-0003", scope="violence", violence="domestic")

    after = achievements(asha.actor, YEAR)
    assert [after[name].values for name in OF_TRAFFICKING] == [
        before[name].values for name in OF_TRAFFICKING
    ]
    assert gbv(asha) == counted + 1
    assert after["A11"].values["of"] == before["A11"].values["of"] + 1


def test_no_field_of_trafficking_is_asked_of_her_file(jamila: SurvivorFile, asha: Worker) -> None:
    assert not Taking.objects.visible_to(asha.actor).filter(survivor_file=jamila).exists()

    page = asha.at_desk().get(f"/files/{jamila.pk}/").content.decode()

    assert "Left home" not in page
    assert "Came back" not in page
