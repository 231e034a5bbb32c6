"""A lawyer beside Rina: who has none is on top, seven days run, and nothing overlaps."""

from datetime import date, timedelta

import pytest

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.legalaid import actions
from tafteesh.domain.legalaid.models import Lawyer, LegalAidRequest
from tafteesh.domain.legalaid.queries import Cover, cover, gaps, lawyers_with_load, unanswered
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.decisions import NotAllowed
from tests.people import TODAY, Worker

DAY = timedelta(days=1)


@pytest.fixture
def panel(asha: Worker, rina: SurvivorFile) -> Lawyer:
    assert rina.pk
    return actions.record_lawyer(name="Adv. Sarkar", kind="panel", by=asha.actor)


def assigned(file: SurvivorFile, lawyer: Lawyer, worker: Worker, since: date, **more: object):  # type: ignore[no-untyped-def] # the assignment
    new = actions.NewAssignment(lawyer, since, **more)  # type: ignore[arg-type] # fields of NewAssignment
    return actions.assign_lawyer(file=file, new=new, by=worker.actor)


def test_who_has_no_lawyer_stands_on_top(asha: Worker, rina: SurvivorFile) -> None:
    [gap] = gaps(asha.actor)

    assert (gap.file, gap.asked_days, gap.is_late) == (rina, None, False)
    assert cover(asha.actor) == Cover(0, 1)


def test_bimal_learns_nothing_of_her(bimal: Worker, rina: SurvivorFile, panel: Lawyer) -> None:
    enter(bimal.actor)

    assert gaps(bimal.actor) == []
    assert cover(bimal.actor).share is None
    with pytest.raises(SurvivorFile.DoesNotExist):
        assigned(rina, panel, bimal, TODAY)


def test_a_reader_of_totals_asks_for_nobody(dev: Worker, rina: SurvivorFile) -> None:
    enter(dev.actor)
    with pytest.raises(NotAllowed):
        actions.request_legal_aid(file=rina, authority="DLSA", requested_on=TODAY, by=dev.actor)


@pytest.mark.parametrize(("days", "late"), [(0, False), (7, False), (8, True)])
def test_the_eighth_day_is_late(asha: Worker, rina: SurvivorFile, days: int, late: bool) -> None:  # noqa: FBT001 - a row of the table
    asked = TODAY - days * DAY
    actions.request_legal_aid(file=rina, authority="DLSA", requested_on=asked, by=asha.actor)
    [gap] = gaps(asha.actor)

    assert (gap.asked_days, gap.is_late) == (days, late)
    assert unanswered(asha.actor).exists() is late


def test_the_same_request_is_not_made_twice(asha: Worker, rina: SurvivorFile) -> None:
    actions.request_legal_aid(file=rina, authority="DLSA", requested_on=TODAY, by=asha.actor)

    with pytest.raises(actions.AlreadyAsked):
        actions.request_legal_aid(file=rina, authority="DLSA", requested_on=TODAY, by=asha.actor)


def test_a_panel_lawyer_covers_her_and_answers_the_request(
    asha: Worker, rina: SurvivorFile, panel: Lawyer
) -> None:
    asked = actions.request_legal_aid(
        file=rina, authority="DLSA", requested_on=TODAY - 5 * DAY, by=asha.actor
    )
    with pytest.raises(actions.AssignedBeforeAsked):
        assigned(rina, panel, asha, TODAY - 6 * DAY, request=asked)
    assigned(rina, panel, asha, TODAY - DAY, request=asked)

    assert cover(asha.actor).share == 100
    assert LegalAidRequest.objects.visible_to(asha.actor).get().answered_on == TODAY - DAY
    assert lawyers_with_load(asha.actor).get().load == 1


def test_a_prosecutor_is_not_her_lawyer(asha: Worker, rina: SurvivorFile) -> None:
    prosecutor = actions.record_lawyer(name="PP Dutta", kind="prosecutor", by=asha.actor)
    assigned(rina, prosecutor, asha, TODAY - DAY)

    assert cover(asha.actor) == Cover(0, 1)


def test_a_lawyer_declined_by_choice_is_no_gap(asha: Worker, rina: SurvivorFile) -> None:
    actions.record_need(file=rina, need="declined", starts_on=TODAY, by=asha.actor)
    assert gaps(asha.actor) == []

    actions.record_need(file=rina, need="wants", starts_on=TODAY, by=asha.actor)
    assert len(gaps(asha.actor)) == 1


def test_one_lawyer_does_not_act_twice_at_once(
    asha: Worker, rina: SurvivorFile, panel: Lawyer
) -> None:
    assigned(rina, panel, asha, TODAY - 30 * DAY)

    with pytest.raises(actions.AlreadyActsForHer):
        assigned(rina, panel, asha, TODAY)


def test_between_two_lawyers_the_gap_shows_its_days(
    asha: Worker, rina: SurvivorFile, panel: Lawyer
) -> None:
    first = assigned(rina, panel, asha, TODAY - 60 * DAY)
    with pytest.raises(actions.EndsBeforeItStarts):
        actions.end_assignment(assignment=first, ends_on=TODAY - 61 * DAY, by=asha.actor)
    actions.end_assignment(assignment=first, ends_on=TODAY - 8 * DAY, by=asha.actor)
    [gap] = gaps(asha.actor)

    assert (gap.days, gap.is_long) == (8, True)
    assigned(rina, panel, asha, TODAY)
    assert gaps(asha.actor) == []
