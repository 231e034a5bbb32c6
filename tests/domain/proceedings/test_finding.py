"""A court case is found as people write it: FIR, CNR, police station, court; only within reach, and by an index."""

import pytest
from django.db import connection

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings.actions import NewFir, record_fir
from tafteesh.domain.proceedings.finding import firs_asked, firs_of_place
from tafteesh.domain.proceedings.models import Fir
from tafteesh.foundation.access.context import enter
from tafteesh.reference.editions.actions import load_edition
from tafteesh.reference.places.models import Authority
from tests.people import Worker
from tests.reference.small import small_edition

CNR = "WBNP010012342021"


@pytest.fixture
def firs(rina: SurvivorFile, asha: Worker, meera: Worker) -> tuple[Fir, Fir]:
    """FIR 123 of 2021 at Basirhat, heard by a court, and FIR 123 of 2021 at Bongaon."""
    load_edition(folder=small_edition(), by=meera.actor)
    enter(asha.actor)
    made = [
        record_fir(
            new=NewFir(station=station, number=123, year=2021, area="source"),
            survivors=[rina],
            by=asha.actor,
        )
        for station in ("Basirhat", "Bongaon")
    ]
    court = (
        Authority.objects.filter(kind="sessions_court", is_current=True).order_by("name").first()
    )
    Fir.unscoped.filter(pk=made[0].pk).update(cnr=CNR, court=court)
    made[0].refresh_from_db()
    return made[0], made[1]


@pytest.mark.parametrize(
    "written",
    [
        "Basirhat PS 123 of 21", "123/2021 Basirhat", "FIR no 123/21 dt 03.05.2021 Basirhat",
        "FIR No. 123/21 of Basirhat P.S.", "১২৩/২০২১ বসিরহাট থানা", "बशीरहाट थाना 123/21",
        "0123/2021, Basirhat PS u/s 370 IPC", CNR, "wbnp01-001234-2021", "CNR WBNP 01 001234 2021",
    ],
)  # fmt: skip
def test_one_fir_is_meant(written: str, firs: tuple[Fir, Fir], asha: Worker) -> None:
    assert firs_asked(asha.actor, written) == [firs[0]]


@pytest.mark.parametrize(
    "written", ["123/2021", "FIR no 123/21 dt 03.05.2021", "১২৩/২১", "123 of 21"]
)
def test_without_a_station_both_are_meant(
    written: str, firs: tuple[Fir, Fir], asha: Worker
) -> None:
    assert set(firs_asked(asha.actor, written)) == set(firs)


def test_whoever_cannot_reach_it_finds_none(
    firs: tuple[Fir, Fir], bimal: Worker, joba: Worker
) -> None:
    for other in (bimal, joba):
        enter(other.actor)
        for written in ("Basirhat PS 123 of 21", CNR):
            assert firs_asked(other.actor, written) == []
        assert firs_of_place(other.actor, "Basirhat") == []


def test_by_police_station_or_court_in_any_script(firs: tuple[Fir, Fir], asha: Worker) -> None:
    for written in ("Basirhat", "বসিরহাট থানা", "Basirhat P.S."):
        assert firs[0] in firs_of_place(asha.actor, written), written
    assert firs[0].court
    assert firs_of_place(asha.actor, firs[0].court.name) == [firs[0]]


@pytest.mark.parametrize(
    ("asked", "index"),
    [("number = 123 AND year = 2021", "firs_by_number"), (f"cnr = '{CNR}'", "firs_by_cnr")],
)
def test_numbers_and_cnrs_are_looked_up_by_an_index_behind_the_wall(
    asked: str, index: str, firs: tuple[Fir, Fir]
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN SELECT id FROM proceedings_fir WHERE {asked}")
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert index in plan
    assert "Filter" in plan
