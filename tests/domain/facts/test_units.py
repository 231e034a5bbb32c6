"""Basirhat AHTU and the CID: load, transfers in the year, officers by time, letters answered."""

from datetime import date

import pytest

from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.queries import achievements
from tafteesh.domain.facts.units import not_with_a_unit, units
from tafteesh.domain.files.actions import assign
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import Fir, Letter
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tafteesh.reference.editions.actions import load_edition
from tests.people import Worker, make_worker
from tests.reference.small import law_edition

YEAR = Period.financial_year(2026)
FIR_DAY, PAPERS, CID = date(2026, 6, 1), date(2026, 7, 2), date(2026, 9, 30)


@pytest.fixture
def fir(rina: SurvivorFile, asha: Worker, meera: Worker) -> Fir:
    load_edition(folder=law_edition(), by=meera.actor)
    new = actions.NewFir("Basirhat", 212, 2026, "source", FIR_DAY)
    made = actions.record_fir(new=new, survivors=[rina], by=asha.actor)
    actions.add_sections(fir=made, sections=[("BNS", "143")], added_on=None, by=asha.actor)
    return made


def move(fir: Fir, worker: Worker) -> None:
    officer = {"officer_words": "An officer", "officer_rank": "Inspector"}
    first = actions.NewSpell("ahtu", "Basirhat AHTU", received_on=PAPERS, details=officer)
    actions.record_spell(fir=fir, new=first, by=worker.actor)
    second = actions.NewSpell("cid", "CID West Bengal", received_on=CID)
    actions.record_spell(fir=fir, new=second, by=worker.actor)


def test_a_reader_of_totals_and_bimal_see_no_unit(fir: Fir, dev: Worker, bimal: Worker) -> None:
    with pytest.raises(NotAllowed):
        units(dev.actor, YEAR)
    enter(bimal.actor)
    assert units(bimal.actor, YEAR) == []


def test_load_transfers_officers_and_hours(fir: Fir, asha: Worker) -> None:
    (waits,) = not_with_a_unit(asha.actor)
    assert (waits.fir, waits.hours, waits.asked_on) == (fir, 175 * 24, None)
    asked = actions.NewSpell("ahtu", "AHTU Basirhat", requested_on=date(2026, 6, 9))
    row = actions.record_spell(fir=fir, new=asked, by=asha.actor)
    assert [one.asked_on for one in not_with_a_unit(asha.actor)] == [date(2026, 6, 9)]
    actions.withdraw_entry(entry=row, reason="twice", by=asha.actor)
    move(fir, asha)

    found = {unit.name: unit for unit in units(asha.actor, YEAR)}

    assert (found["Basirhat AHTU"].load, found["CID West Bengal"].load) == (0, 1)
    assert found["Basirhat AHTU"].hours == 31 * 24
    (officer,) = found["Basirhat AHTU"].officers
    assert (officer.rank, officer.starts_on, officer.ends_on) == ("Inspector", PAPERS, CID)
    assert not_with_a_unit(asha.actor) == []


def test_a_unit_is_one_under_both_names_and_stands_there_without_work(
    fir: Fir, rina: SurvivorFile, asha: Worker
) -> None:
    move(fir, asha)
    other = actions.NewFir("Hasnabad", 5, 2026, "source", FIR_DAY)
    second = actions.record_fir(new=other, survivors=[rina], by=asha.actor)
    there = actions.NewSpell("ahtu", "AHTU, Basirhat", received_on=PAPERS)
    actions.record_spell(fir=second, new=there, by=asha.actor)

    names = [unit.name for unit in units(asha.actor, YEAR)]

    assert len([name for name in names if "Basirhat" in name]) == 1
    assert names[-2:] == ["Barasat AHTU", "Bongaon AHTU"]
    assert "CID" not in names, "the CID has one under its own name"


@pytest.fixture
def lawyer(rina: SurvivorFile, office: Organisation, asha: Worker, meera: Worker) -> Worker:
    made = make_worker("lata", Role.LAWYER, office)
    enter(meera.actor)
    assign(file=rina, to=made.person, by=meera.actor)
    enter(asha.actor)
    return made


def writes(fir: Fir, asha: Worker, lawyer: Worker, kind: str, **answer: object) -> None:
    """A letter that went out on 1 June to the AHTU, and what came back."""
    letter = actions.draft_letter(
        fir=fir, kind=kind, language="en", addressee="OC, Basirhat AHTU", by=asha.actor
    )
    enter(lawyer.actor)
    made = actions.Made("words", b"%PDF-", b"PK")
    actions.approve_letter(letter=letter, make=lambda _number: made, by=lawyer.actor)
    enter(asha.actor)
    day = asha.on(FIR_DAY).now
    rows = Letter.unscoped.filter(pk=letter.pk)
    rows.update(approved_at=day, recorded_at=day)
    actions.send_letter(letter=letter, sent=actions.Sent(on=FIR_DAY), by=asha.actor)
    rows.update(sent_recorded_at=day)
    if answer:
        actions.answer_letter(letter=letter, answer=actions.Answer(**answer), by=asha.actor)  # type: ignore[arg-type] # its fields


def test_letters_answered_within_thirty_days(fir: Fir, asha: Worker, lawyer: Worker) -> None:
    move(fir, asha)
    writes(fir, asha, lawyer, "to_ahtu", on=date(2026, 7, 1))
    writes(fir, asha, lawyer, "to_sp", on=date(2026, 8, 1))
    writes(fir, asha, lawyer, "to_oc", on=date(2026, 6, 2), is_oral=True)

    found = {unit.name: unit for unit in units(asha.actor, YEAR)}["Basirhat AHTU"]

    assert (found.answered_in_30_days, found.letters) == (1, 3)


def test_a5_counts_letters_and_answers_as_they_were_known(
    fir: Fir, asha: Worker, lawyer: Worker, mgr: Worker
) -> None:
    writes(fir, asha, lawyer, "to_cid", on=date(2026, 6, 20))
    writes(fir, asha, lawyer, "to_ahtu")
    enter(mgr.actor)
    june = mgr.on(date(2026, 6, 2))

    now = achievements(mgr.actor, YEAR)["A5"].values
    then = achievements(june, YEAR)["A5"].values

    assert now == {"value": 0, "letters": 2, "answered": 1}
    assert then == {"value": 0, "letters": 2, "answered": 0}, "the answer was entered later"
