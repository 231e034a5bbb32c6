"""Members from a day to a day; that she is one is hers to tell."""

from datetime import date

import pytest

from tafteesh.domain.collectives import actions
from tafteesh.domain.collectives.models import Collective, CollectiveMembership
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tests.people import TODAY, Worker, make_worker

JOINED = date(2025, 1, 10)


@pytest.fixture
def moyna(office: Organisation) -> Worker:
    return make_worker("moyna", Role.SURVIVOR_LEADER, office)


@pytest.fixture
def utthan(moyna: Worker, asha: Worker, rina: SurvivorFile) -> Collective:
    assert rina.pk
    enter(moyna.actor)
    found = actions.record_collective(name="Utthan", by=moyna.actor)
    enter(asha.actor)
    return found


def joined(
    file: SurvivorFile, to: Collective, worker: Worker, on: date | None
) -> CollectiveMembership:
    return actions.join_collective(file=file, collective=to, starts_on=on, by=worker.actor)


def test_the_leader_does_not_learn_whose_file_is_a_members(
    asha: Worker, moyna: Worker, rina: SurvivorFile, utthan: Collective
) -> None:
    joined(rina, utthan, asha, JOINED)
    enter(moyna.actor)

    assert not CollectiveMembership.objects.visible_to(moyna.actor).exists()
    assert CollectiveMembership.unscoped.count() == 0


@pytest.mark.parametrize("again", [TODAY, None])
def test_she_is_not_a_member_twice_at_once(
    asha: Worker, rina: SurvivorFile, utthan: Collective, again: date | None
) -> None:
    joined(rina, utthan, asha, JOINED)

    with pytest.raises(actions.MemberAlready):
        joined(rina, utthan, asha, again)


def test_she_may_leave_and_come_back(asha: Worker, rina: SurvivorFile, utthan: Collective) -> None:
    first = joined(rina, utthan, asha, JOINED)
    with pytest.raises(actions.LeavesBeforeJoining):
        actions.leave_collective(membership=first, ends_on=date(2025, 1, 9), by=asha.actor)
    actions.leave_collective(membership=first, ends_on=date(2025, 6, 1), by=asha.actor)
    joined(rina, utthan, asha, date(2026, 1, 1))

    assert CollectiveMembership.objects.visible_to(asha.actor).count() == 2
