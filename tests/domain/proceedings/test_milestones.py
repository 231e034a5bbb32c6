"""Steps of a case: by whom, of whom, with which paper; and a duty that is no lapse."""

from datetime import date

import pytest

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.papers.actions import add_paper
from tafteesh.domain.papers.models import Paper
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.actions import NewMilestone
from tafteesh.domain.proceedings.models import Accused, Fir, SetAside
from tafteesh.domain.proceedings.queries import fir_sheet
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.kernel.approx_date import ApproxDate
from tests.people import Worker

NEW = actions.NewFir("Basirhat", 212, 2025, "source", date(2025, 8, 12))
REMAND = ApproxDate.on(date(2025, 8, 13))


@pytest.fixture
def fir(asha: Worker, rina: SurvivorFile) -> Fir:
    return actions.record_fir(new=NEW, survivors=[rina], by=asha.actor)


@pytest.fixture
def accused(asha: Worker, fir: Fir) -> Accused:
    return actions.add_accused(fir=fir, name="A man", part="recruiter", by=asha.actor)


def paper_of(file: SurvivorFile, worker: Worker) -> Paper:
    return add_paper(file=file, kind="order", dated_on=date(2025, 8, 13), by=worker.actor)


def test_bimal_records_nothing_on_a_fir_that_he_does_not_reach(fir: Fir, bimal: Worker) -> None:
    enter(bimal.actor)

    with pytest.raises(Fir.DoesNotExist):
        actions.record_milestone(fir=fir, new=NewMilestone("medical"), by=bimal.actor)
    with pytest.raises(Fir.DoesNotExist):
        actions.set_aside(fir=fir, duty="fir-copy", why="stayed", by=bimal.actor)


def test_a_step_lies_in_the_past_and_a_remand_is_of_somebody(fir: Fir, asha: Worker) -> None:
    tomorrow = ApproxDate.on(date(2026, 11, 24))
    with pytest.raises(actions.NotYet):
        actions.record_milestone(fir=fir, new=NewMilestone("medical", tomorrow), by=asha.actor)
    with pytest.raises(actions.WhichAccused):
        actions.record_milestone(fir=fir, new=NewMilestone("first_remand", REMAND), by=asha.actor)
    with pytest.raises(actions.NoPaper):
        actions.record_milestone(fir=fir, new=NewMilestone("copy_given"), by=asha.actor)


def test_a_paper_of_another_file_proves_nothing(fir: Fir, asha: Worker) -> None:
    other = paper_of(asha.opens("N24-2026-0009"), asha)

    new = NewMilestone("medical", REMAND, paper=other)

    with pytest.raises(actions.PaperFromElsewhere):
        actions.record_milestone(fir=fir, new=new, by=asha.actor)


def test_a_remand_is_kept_with_its_paper_and_taken_back_with_its_accused(
    fir: Fir, accused: Accused, rina: SurvivorFile, asha: Worker
) -> None:
    new = NewMilestone("first_remand", REMAND, accused=accused, paper=paper_of(rina, asha))
    actions.record_milestone(fir=fir, new=new, by=asha.actor)
    (shown,) = fir_sheet(asha.actor, fir).milestones
    assert (shown.kind, shown.earliest) == ("first_remand", date(2025, 8, 13))
    assert shown.paper is not None

    actions.withdraw_entry(entry=accused, reason="twice", by=asha.actor)

    assert fir_sheet(asha.actor, fir).milestones == []


def test_a_duty_is_set_aside_once_and_can_be_taken_up_again(fir: Fir, asha: Worker) -> None:
    first = actions.set_aside(fir=fir, duty="fir-copy", why="stayed", by=asha.actor)
    again = actions.set_aside(fir=fir, duty="fir-copy", why="extended", by=asha.actor)
    assert (first.pk, again.why) == (again.pk, "stayed")

    actions.withdraw_entry(entry=first, reason="typed_wrong", by=asha.actor)

    assert not SetAside.objects.visible_to(asha.actor).filter(withdrawn_at=None).exists()
