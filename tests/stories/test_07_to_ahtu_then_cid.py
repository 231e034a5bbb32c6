"""Letter 1 June, order 19 June, papers at Basirhat AHTU 2 July, CID from 30 September: counted once."""

from datetime import date

import pytest

from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.queries import achievements
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings.actions import (
    NewFir,
    NewSpell,
    PapersBeforeOrder,
    SpellsOverlap,
    record_fir,
    record_receipt,
    record_spell,
)
from tafteesh.domain.proceedings.models import Fir, InvestigationSpell
from tests.people import Worker

YEAR = Period.financial_year(2026)
LETTER, ORDER, PAPERS, CID = (
    date(2026, 6, 1),
    date(2026, 6, 19),
    date(2026, 7, 2),
    date(2026, 9, 30),
)


@pytest.fixture
def fir(rina: SurvivorFile, asha: Worker) -> Fir:
    new = NewFir("Hasnabad", 377, 2025, "source", date(2025, 9, 2))
    made = record_fir(new=new, survivors=[rina], by=asha.actor)
    at_home = NewSpell("police_station", "Hasnabad PS", starts_on=date(2025, 9, 2))
    record_spell(fir=made, new=at_home, by=asha.actor)
    return made


@pytest.fixture
def ordered(fir: Fir, asha: Worker) -> InvestigationSpell:
    new = NewSpell("ahtu", "Basirhat AHTU", requested_on=LETTER, ordered_on=ORDER)
    return record_spell(fir=fir, new=new, by=asha.actor)


@pytest.fixture
def moved_twice(ordered: InvestigationSpell, asha: Worker) -> Fir:
    record_receipt(spell=ordered, ordered_on=None, received_on=PAPERS, by=asha.actor)
    record_spell(
        fir=ordered.fir, new=NewSpell("cid", "CID West Bengal", received_on=CID), by=asha.actor
    )
    return ordered.fir


def test_papers_do_not_come_before_the_order(ordered: InvestigationSpell, asha: Worker) -> None:
    with pytest.raises(PapersBeforeOrder):
        record_receipt(spell=ordered, ordered_on=None, received_on=date(2026, 6, 18), by=asha.actor)


def test_two_agencies_never_have_it_on_one_day(moved_twice: Fir, asha: Worker) -> None:
    between = NewSpell("ahtu", "Barasat AHTU", starts_on=date(2026, 8, 1), ends_on=CID)

    with pytest.raises(SpellsOverlap):
        record_spell(fir=moved_twice, new=between, by=asha.actor)


def test_ordered_and_not_received_is_not_counted(ordered: InvestigationSpell, asha: Worker) -> None:
    assert achievements(asha.actor, YEAR)["A9"].values == {"value": 0, "cid": 0}


def test_eighteen_days_to_the_order_and_thirty_one_to_the_papers(
    moved_twice: Fir, asha: Worker
) -> None:
    rows = InvestigationSpell.objects.visible_to(asha.actor).order_by("starts_on")

    assert [row.agency_kind for row in rows] == ["police_station", "ahtu", "cid"]
    assert [row.ends_on for row in rows] == [PAPERS, CID, None]
    assert (rows[1].ordered_on - rows[1].requested_on).days == 18
    assert (rows[1].received_on - rows[1].requested_on).days == 31


def test_moved_twice_it_counts_once_under_the_cid(moved_twice: Fir, asha: Worker) -> None:
    figures = achievements(asha.actor, YEAR)

    assert figures["A9"].values == {"value": 1, "cid": 1}
    assert len(figures["A9"].records) == 1
    moved_twice.refresh_from_db()
    assert moved_twice.agency_kind == "cid"


def test_the_register_shows_the_way_it_took(moved_twice: Fir, asha: Worker) -> None:
    shown = asha.at_desk().get("/registers/investigations/").content.decode()

    for words in ("Hasnabad PS", "Basirhat AHTU", "CID West Bengal", "02-07-2026"):
        assert words in shown
