"""FIR 412/2025 of Hasnabad PS: three survivors, five accused. Entered once, linked three times."""

from collections.abc import Iterator
from datetime import date

import pytest

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings.actions import (
    AlreadyLinked,
    AlreadyRecorded,
    NewFir,
    add_accused,
    link_survivor,
    record_fir,
    unlink_survivor,
)
from tafteesh.domain.proceedings.models import Accused, Fir, FirSurvivor
from tafteesh.foundation.access.context import acting_as, enter
from tests.people import Worker

HASNABAD = NewFir("Hasnabad", 412, 2025, "source", date(2025, 8, 4))


@pytest.fixture
def three(asha: Worker) -> Iterator[list[SurvivorFile]]:
    """Three women of one FIR, all with Asha."""
    with acting_as(asha.actor):
        yield [asha.opens(f"N24-2026-{number:04}", scope="trafficking") for number in (11, 12, 13)]


@pytest.fixture
def fir(asha: Worker, three: list[SurvivorFile]) -> Fir:
    made = record_fir(new=HASNABAD, survivors=three[:1], by=asha.actor)
    for file in three[1:]:
        link_survivor(fir=made, file=file, by=asha.actor)
    for number in range(5):
        add_accused(fir=made, name=f"Accused {number}", part="recruiter", by=asha.actor)
    return made


def test_whoever_does_not_have_her_file_links_nothing(
    fir: Fir, three: list[SurvivorFile], bimal: Worker
) -> None:
    enter(bimal.actor)

    with pytest.raises(Fir.DoesNotExist):
        link_survivor(fir=fir, file=three[0], by=bimal.actor)


def test_the_same_fir_is_not_entered_again(
    fir: Fir, three: list[SurvivorFile], asha: Worker
) -> None:
    with pytest.raises(AlreadyRecorded):
        record_fir(new=HASNABAD, survivors=three[1:], by=asha.actor)
    with pytest.raises(AlreadyLinked):
        link_survivor(fir=fir, file=three[1], by=asha.actor)


def test_one_fir_three_survivors_five_accused(fir: Fir, asha: Worker) -> None:
    assert Fir.objects.visible_to(asha.actor).standing().count() == 1
    assert SurvivorFile.objects.visible_to(asha.actor).count() == 3
    assert Accused.objects.visible_to(asha.actor).filter(fir=fir).count() == 5


def test_taking_one_link_away_leaves_the_others(
    fir: Fir, three: list[SurvivorFile], asha: Worker
) -> None:
    unlink_survivor(fir=fir, file=three[1], by=asha.actor)

    links = FirSurvivor.objects.visible_to(asha.actor).filter(fir=fir, withdrawn_at=None)
    assert {link.survivor_file_id for link in links} == {three[0].pk, three[2].pk}
    assert Accused.objects.visible_to(asha.actor).filter(fir=fir, withdrawn_at=None).count() == 5
    with pytest.raises(FirSurvivor.DoesNotExist):
        unlink_survivor(fir=fir, file=three[1], by=asha.actor)


def test_the_registers_say_the_same(fir: Fir, asha: Worker) -> None:
    desk = asha.at_desk()

    firs = desk.get("/registers/firs/").content.decode()
    survivors = desk.get("/registers/survivors/").content.decode()

    assert firs.count("Hasnabad") == 1
    assert [survivors.count(f"N24-2026-{number:04}") for number in (11, 12, 13)] == [1, 1, 1]
