"""Hasnabad 377/2025 at home, Faraskhana (Pune) 96/2026 where she was held: one survivor, two FIRs."""

from datetime import date

import pytest

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings.actions import NewFir, add_accused, link_firs, record_fir
from tafteesh.domain.proceedings.models import Accused, Fir, FirLink
from tafteesh.domain.proceedings.rules import recruiters_absent
from tafteesh.foundation.access.context import enter
from tests.people import Worker


@pytest.fixture
def source(rina: SurvivorFile, asha: Worker) -> Fir:
    """The FIR at home names two local recruiters."""
    new = NewFir("Hasnabad", 377, 2025, "source", date(2025, 9, 2))
    fir = record_fir(new=new, survivors=[rina], by=asha.actor)
    for name in ("Gopal P.", "Haran D."):
        add_accused(fir=fir, name=name, part="recruiter", by=asha.actor)
    return fir


@pytest.fixture
def destination(rina: SurvivorFile, source: Fir, asha: Worker) -> Fir:
    """The FIR in Pune names the manager of the place alone."""
    new = NewFir("Faraskhana, Pune", 96, 2026, "destination", date(2026, 4, 28))
    fir = record_fir(new=new, survivors=[rina], by=asha.actor)
    add_accused(fir=fir, name="A manager", part="manager", by=asha.actor)
    return fir


def parts(fir: Fir, worker: Worker) -> list[str]:
    rows = Accused.objects.visible_to(worker.actor).filter(fir=fir).order_by("ordinal")
    return [row.part for row in rows]


def test_who_does_not_reach_both_cannot_link_them(
    source: Fir, destination: Fir, bimal: Worker
) -> None:
    enter(bimal.actor)

    with pytest.raises(Fir.DoesNotExist):
        link_firs(fir=source, other=destination, by=bimal.actor)


def test_recruiters_are_absent_from_the_destination_fir(
    source: Fir, destination: Fir, asha: Worker
) -> None:
    assert parts(source, asha) == ["recruiter", "recruiter"]
    assert parts(destination, asha) == ["manager"]
    assert recruiters_absent(parts(source, asha), parts(destination, asha))


def test_linked_from_either_side_they_are_linked_once(
    source: Fir, destination: Fir, asha: Worker
) -> None:
    first = link_firs(fir=source, other=destination, by=asha.actor)
    again = link_firs(fir=destination, other=source, by=asha.actor)

    assert first == again
    assert FirLink.objects.visible_to(asha.actor).count() == 1


def test_one_survivor_and_two_firs_are_counted(
    source: Fir, destination: Fir, asha: Worker, rina: SurvivorFile
) -> None:
    assert SurvivorFile.objects.visible_to(asha.actor).count() == 1
    assert Fir.objects.visible_to(asha.actor).standing().count() == 2


def test_her_file_shows_both(
    source: Fir, destination: Fir, asha: Worker, rina: SurvivorFile
) -> None:
    link_firs(fir=source, other=destination, by=asha.actor)

    shown = asha.at_desk().get(f"/files/{rina.pk}/").content.decode()

    assert "377/2025" in shown
    assert "96/2026" in shown
