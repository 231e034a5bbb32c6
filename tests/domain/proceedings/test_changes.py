"""Changing a FIR's details, taking entries back, and linking a FIR that stands at another desk."""

from datetime import date

import pytest

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import ChargeSheetAccused, Fir, InvestigationSpell
from tafteesh.domain.proceedings.queries import fir_sheet
from tafteesh.domain.proceedings.rules import read_cnr
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.audit.models import Entry
from tests.people import Worker

NEW = actions.NewFir("Basirhat", 212, 2025, "source", date(2025, 8, 12))
MARCH = date(2026, 3, 2)


@pytest.fixture
def fir(asha: Worker, rina: SurvivorFile) -> Fir:
    return actions.record_fir(new=NEW, survivors=[rina], by=asha.actor)


def test_bimal_changes_and_withdraws_nothing(asha: Worker, bimal: Worker, fir: Fir) -> None:
    accused = actions.add_accused(fir=fir, name="X", part="seller", by=asha.actor)
    enter(bimal.actor)

    with pytest.raises(Fir.DoesNotExist):
        actions.change_fir(fir=fir, changes={"cnr": "x"}, by=bimal.actor)
    with pytest.raises(type(accused).DoesNotExist):
        actions.withdraw_entry(entry=accused, reason="twice", by=bimal.actor)


def test_the_number_of_a_fir_is_not_changed(asha: Worker, fir: Fir) -> None:
    with pytest.raises(KeyError):
        actions.change_fir(fir=fir, changes={"number": 9}, by=asha.actor)


def test_only_what_changed_is_written_down(asha: Worker, fir: Fir) -> None:
    actions.change_fir(fir=fir, changes={"cnr": "", "court_words": "ACJM"}, by=asha.actor)

    line = Entry.objects.filter(event="fir_changed").get()
    assert line.fields == "court_words"


def test_a_fir_of_another_desk_is_already_recorded_and_can_be_linked(
    bimal: Worker, fir: Fir
) -> None:
    enter(bimal.actor)
    mina = bimal.opens("N24-2026-0002")

    with pytest.raises(actions.AlreadyRecorded):
        actions.record_fir(new=NEW, survivors=[mina], by=bimal.actor)
    actions.link_standing(new=NEW, file=mina, by=bimal.actor)

    assert [file.number for file in fir_sheet(bimal.actor, fir).survivors] == ["N24-2026-0002"]
    with pytest.raises(actions.AlreadyLinked):
        actions.link_standing(new=NEW, file=mina, by=bimal.actor)


def test_who_is_charged_stays_until_the_charge_sheet_goes(asha: Worker, fir: Fir) -> None:
    accused = actions.add_accused(fir=fir, name="X", part="seller", by=asha.actor)
    new = actions.NewChargeSheet("charge_sheet", "1", MARCH, accused=(accused,))
    sheet = actions.record_charge_sheet(fir=fir, new=new, by=asha.actor)

    with pytest.raises(actions.AccusedIsCharged):
        actions.withdraw_entry(entry=accused, reason="twice", by=asha.actor)
    actions.withdraw_entry(entry=sheet, reason="twice", by=asha.actor)
    actions.withdraw_entry(entry=accused, reason="twice", by=asha.actor)

    assert not ChargeSheetAccused.unscoped.filter(withdrawn_at=None).exists()
    assert Entry.objects.filter(event="withdrawn", reason="twice").count() == 2


def test_a_withdrawn_transfer_gives_the_investigation_back(asha: Worker, fir: Fir) -> None:
    first = actions.NewSpell("police_station", "Basirhat PS", starts_on=date(2025, 8, 12))
    station = actions.record_spell(fir=fir, new=first, by=asha.actor)
    moved = actions.NewSpell("ahtu", "Basirhat AHTU", received_on=MARCH)
    wrong = actions.record_spell(fir=fir, new=moved, by=asha.actor)

    actions.withdraw_entry(entry=wrong, reason="other_fir", by=asha.actor)

    station.refresh_from_db()
    fir.refresh_from_db()
    assert station.ends_on is None
    assert fir.agency_kind == InvestigationSpell.Agency.POLICE_STATION


def test_a_reason_is_of_the_list(asha: Worker, fir: Fir) -> None:
    accused = actions.add_accused(fir=fir, name="X", part="seller", by=asha.actor)

    with pytest.raises(ValueError, match="because"):
        actions.withdraw_entry(entry=accused, reason="because", by=asha.actor)


@pytest.mark.parametrize(
    ("text", "cnr"),
    [
        ("WBNP010012342025", "WBNP010012342025"),
        ("wbnp01-001234-2025", "WBNP010012342025"),
        ("WBCHCA0012342019", "WBCHCA0012342019"),
        ("WBNP০১০০১২৩৪২০২৫", "WBNP010012342025"),
        ("WBNP01001234202", None),
        ("212/2025", None),
        ("WBNP010012341825", None),
        ("", None),
    ],
)
def test_a_cnr_has_one_shape(text: str, cnr: str | None) -> None:
    assert read_cnr(text) == cnr
