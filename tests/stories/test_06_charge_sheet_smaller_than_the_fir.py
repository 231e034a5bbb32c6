"""Four accused, trafficking, ITPA and POCSO in the FIR; two accused and no ITPA in the charge sheet of 11 March."""

from datetime import date

import pytest

from tafteesh.domain.diary.models import Task
from tafteesh.domain.facts.lapse_board import Asked, every_lapse
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import ChargeSheet, Fir, Letter
from tafteesh.domain.proceedings.queries import fir_sheet
from tafteesh.foundation.access.context import enter
from tafteesh.reference.editions.actions import load_edition
from tests.people import Worker
from tests.reference.small import law_edition

FILED, ALLOWED = date(2026, 4, 9), date(2026, 5, 20)
IN_FIR = [("IPC", "370"), ("ITPA", "5"), ("POCSO", "6")]
CHARGED = (("BNS", "143"), ("POCSO", "6"))


@pytest.fixture
def fir(rina: SurvivorFile, asha: Worker, meera: Worker) -> Fir:
    load_edition(folder=law_edition(), by=meera.actor)
    new = actions.NewFir("Basirhat", 212, 2025, "source", date(2025, 8, 12))
    made = actions.record_fir(new=new, survivors=[rina], by=asha.actor)
    actions.add_sections(fir=made, sections=IN_FIR, added_on=None, by=asha.actor)
    for number in range(4):
        actions.add_accused(fir=made, name=f"A man {number}", part="seller", by=asha.actor)
    return made


@pytest.fixture
def sheet(fir: Fir, asha: Worker) -> ChargeSheet:
    people = tuple(one.row for one in fir_sheet(asha.actor, fir).accused[:2])
    new = actions.NewChargeSheet("charge_sheet", "44", date(2026, 3, 11), people, CHARGED)
    return actions.record_charge_sheet(fir=fir, new=new, by=asha.actor)


def test_bimal_contests_nothing(sheet: ChargeSheet, bimal: Worker) -> None:
    enter(bimal.actor)

    with pytest.raises(ChargeSheet.DoesNotExist):
        actions.contest_charge_sheet(sheet=sheet, language="en", by=bimal.actor)


def test_a_charge_sheet_that_leaves_nothing_out_is_not_contested(fir: Fir, asha: Worker) -> None:
    people = tuple(one.row for one in fir_sheet(asha.actor, fir).accused)
    new = actions.NewChargeSheet("charge_sheet", "45", date(2026, 3, 11), people, tuple(IN_FIR))
    whole = actions.record_charge_sheet(fir=fir, new=new, by=asha.actor)

    with pytest.raises(actions.NothingDropped):
        actions.contest_charge_sheet(sheet=whole, language="en", by=asha.actor)


def test_two_accused_and_one_act_are_dropped_and_a_renamed_section_is_not(
    sheet: ChargeSheet, fir: Fir, asha: Worker
) -> None:
    (beside,) = fir_sheet(asha.actor, fir).sheets

    assert beside.beside.accused_dropped == (3, 4)
    assert beside.beside.acts_dropped == ("ITPA",)
    assert beside.beside.sections_dropped == ("5 ITPA",), "370 IPC is 143 BNS now"


def test_one_press_gives_a_draft_and_a_task_and_the_board_two_lapses(
    sheet: ChargeSheet, asha: Worker
) -> None:
    first = actions.contest_charge_sheet(sheet=sheet, language="en", by=asha.actor)
    again = actions.contest_charge_sheet(sheet=sheet, language="en", by=asha.actor)

    assert first.pk == again.pk
    assert (first.kind, first.sent_on) == (Letter.Kind.PROTEST, None)
    (task,) = Task.objects.visible_to(asha.actor)
    assert task.kind == Task.Kind.FILE_PETITION
    found = {one.duty.key for one in list(every_lapse(asha.actor, Asked()))}
    assert {"accused-dropped", "sections-dropped"} <= found


def test_allowed_forty_one_days_after_it_was_filed(
    sheet: ChargeSheet, fir: Fir, asha: Worker
) -> None:
    new = actions.NewCorrection("charge_sheet", "accused_dropped", "magistrate", FILED)
    filed = actions.record_correction(fir=fir, new=new, by=asha.actor)
    actions.decide_correction(correction=filed, result="allowed", decided_on=ALLOWED, by=asha.actor)

    (chain,) = fir_sheet(asha.actor, fir).corrections

    assert (chain.row.result, chain.days) == ("allowed", 41)
    assert "accused-dropped" not in {one.duty.key for one in list(every_lapse(asha.actor, Asked()))}
