"""Missing diary 5 January, FIR 14 January 2026, only kidnapping sections, copy given 2 February."""

from datetime import date

import pytest

from tafteesh.domain.facts.lapse_board import Asked, Lapse, every_lapse
from tafteesh.domain.files.models import Identity, SurvivorFile
from tafteesh.domain.papers.actions import add_paper
from tafteesh.domain.proceedings.actions import (
    NewFir,
    NewMilestone,
    add_sections,
    record_fir,
    record_milestone,
)
from tafteesh.domain.proceedings.models import Fir
from tafteesh.foundation.access.context import enter
from tafteesh.reference.editions.actions import load_edition
from tests.people import Worker
from tests.reference.small import law_edition

DIARY, REGISTERED, COPY = date(2026, 1, 5), date(2026, 1, 14), date(2026, 2, 2)


@pytest.fixture
def fir(rina: SurvivorFile, asha: Worker, meera: Worker) -> Fir:
    """Rina was sixteen when she went missing."""
    load_edition(folder=law_edition(), by=meera.actor)
    Identity.unscoped.filter(survivor_file=rina).update(
        born_earliest=date(2009, 3, 1), born_latest=date(2009, 3, 31)
    )
    details = {"diary_earliest": DIARY, "diary_latest": DIARY, "copy_given_on": COPY}
    new = NewFir("Hasnabad", 31, 2026, "source", REGISTERED, details)
    made = record_fir(new=new, survivors=[rina], by=asha.actor)
    add_sections(fir=made, sections=[("BNS", "137(2)")], added_on=None, by=asha.actor)
    return made


def by_key(found: list[Lapse]) -> dict[str, Lapse]:
    return {one.duty.key: one for one in found}


def test_bimal_sees_no_lapse_of_a_fir_that_he_does_not_reach(fir: Fir, bimal: Worker) -> None:
    enter(bimal.actor)

    assert list(every_lapse(bimal.actor, Asked())) == []


def test_three_lapses_with_nine_and_nineteen_days(fir: Fir, asha: Worker) -> None:
    found = by_key(list(every_lapse(asha.actor, Asked())))

    assert set(found) == {"diary-to-fir", "fir-copy", "trafficking-section"}
    assert found["diary-to-fir"].days == 9
    assert found["fir-copy"].days == 19
    assert found["trafficking-section"].found.state == "waiting"


def test_without_a_paper_it_is_not_proved_yet(fir: Fir, asha: Worker) -> None:
    assert [one.is_proved for one in list(every_lapse(asha.actor, Asked()))] == [
        False,
        False,
        False,
    ]


def test_with_the_paper_that_proves_each_day_it_is_proved(
    fir: Fir, rina: SurvivorFile, asha: Worker
) -> None:
    for kind in ("diary", "fir", "copy_given"):
        paper = add_paper(file=rina, kind="other", dated_on=REGISTERED, by=asha.actor)
        new = NewMilestone(kind, paper=paper)
        record_milestone(fir=fir, new=new, by=asha.actor)

    assert all(one.is_proved for one in list(every_lapse(asha.actor, Asked())))


def test_her_age_not_known_is_asked_for_and_not_called_a_lapse(
    fir: Fir, rina: SurvivorFile, asha: Worker
) -> None:
    Identity.unscoped.filter(survivor_file=rina).update(born_earliest=None, born_latest=None)

    assert "diary-to-fir" not in by_key(list(every_lapse(asha.actor, Asked())))
