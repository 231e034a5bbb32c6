"""A FIR on the screen: who may open it, what it says, and every form on it."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import (
    Accused,
    Correction,
    Fir,
    FirSection,
    FirSurvivor,
    InvestigationSpell,
)
from tafteesh.foundation.access.context import acting_as, enter
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import Worker

ORDER = date(2026, 3, 2)


@pytest.fixture
def fir(asha: Worker, rina: SurvivorFile) -> Fir:
    """Rina's FIR at Basirhat."""
    new = actions.NewFir("Basirhat", 212, 2025, "source", date(2025, 8, 12))
    return actions.record_fir(new=new, survivors=[rina], by=asha.actor)


@pytest.fixture
def desk(asha: Worker) -> Client:
    return desk_of(asha)


def test_bimal_meets_the_same_page_as_for_nothing(asha: Worker, bimal: Worker, fir: Fir) -> None:
    there = desk_of(bimal).get(reverse("proceedings:fir", args=[fir.pk]))
    nowhere = desk_of(asha).get(reverse("proceedings:fir", args=[Fir().pk]))

    assert there.status_code == nowhere.status_code == 404
    assert words_of(there).replace("Bimal", "Asha") == words_of(nowhere)


def test_a_reader_of_totals_is_refused(dev: Worker, fir: Fir) -> None:
    assert desk_of(dev).get(reverse("proceedings:fir", args=[fir.pk])).status_code == 403


def test_a_partner_meets_nothing_before_it_is_shared(joba: Worker, fir: Fir) -> None:
    assert desk_of(joba).get(reverse("proceedings:fir", args=[fir.pk])).status_code == 404


def test_the_page_says_whose_number_it_is_and_hides_the_accused(
    asha: Worker, desk: Client, fir: Fir
) -> None:
    actions.add_accused(fir=fir, name="Kalu Sardar", part="recruiter", by=asha.actor)

    said = words_of(desk.get(reverse("proceedings:fir", args=[fir.pk])))

    assert "Basirhat 212/2025" in said
    assert "Recruiter" in said
    assert "Kalu" not in said


def test_survivors_of_other_desks_are_a_number_only(
    asha: Worker, bimal: Worker, desk: Client, fir: Fir
) -> None:
    with acting_as(bimal.actor):
        mina = bimal.opens("N24-2026-0002", scope="trafficking")
        new = actions.NewFir("basirhat", 212, 2025, "source")
        actions.link_standing(new=new, file=mina, by=bimal.actor)
        enter(asha.actor)

    said = words_of(desk.get(reverse("proceedings:fir", args=[fir.pk])))

    assert "N24-2026-0001" in said
    assert "N24-2026-0002" not in said
    assert "1 more that you may not open" in said


def test_a_fir_that_stands_at_another_desk_is_linked_by_one_press(bimal: Worker, fir: Fir) -> None:
    enter(bimal.actor)
    mina = bimal.opens("N24-2026-0002", scope="trafficking")
    desk, address = desk_of(bimal), reverse("proceedings:new_fir", args=[mina.pk])
    typed = {"station": "Basirhat", "number": "212/2025", "area": "source"}

    first = desk.post(address, typed)
    assert 'name="link"' in first.content.decode()
    assert "stands already" in words_of(first)

    second = desk.post(address, {**typed, "link": "yes"})

    assert second.headers["Location"] == reverse("proceedings:fir", args=[fir.pk])
    enter(bimal.actor)
    assert FirSurvivor.objects.visible_to(bimal.actor).filter(fir=fir).count() == 1
    assert Fir.unscoped.filter(number=212).count() == 1


def test_two_presses_record_one_fir(desk: Client, asha: Worker, rina: SurvivorFile) -> None:
    typed = {
        "station": "Hasnabad",
        "number": "9/2026",
        "area": "source",
        "submission_key": "k" * 20,
    }
    address = reverse("proceedings:new_fir", args=[rina.pk])

    answers = [desk.post(address, typed) for _ in range(2)]

    assert {answer.status_code for answer in answers} == {302}
    enter(asha.actor)
    assert Fir.objects.visible_to(asha.actor).filter(number=9).count() == 1


@pytest.mark.parametrize("number", ["212", "FIR of last year", "212/2099"])
def test_a_number_without_its_year_is_asked_again(
    desk: Client, rina: SurvivorFile, number: str
) -> None:
    typed = {"station": "Hasnabad", "number": number, "area": "source"}
    answer = desk.post(reverse("proceedings:new_fir", args=[rina.pk]), typed)

    assert "like 212/2025" in words_of(answer)
    assert "Hasnabad" in answer.content.decode()


def test_a_cnr_of_another_shape_stays_typed_and_is_not_kept(desk: Client, fir: Fir) -> None:
    address = reverse("proceedings:change", args=[fir.pk])
    wrong = desk.post(address, {"cnr": "WBNP0100", "court_words": "ACJM Basirhat"})
    assert "16 signs" in words_of(wrong)
    assert "ACJM Basirhat" in wrong.content.decode()

    right = {"cnr": "WBNP01-001234-2025", "court_words": "ACJM Basirhat", "is_zero_fir": "no"}
    desk.post(address, right)

    fir.refresh_from_db()
    assert (fir.cnr, fir.court_words, fir.is_zero_fir) == (
        "WBNP010012342025", "ACJM Basirhat", False,
    )  # fmt: skip


def test_sections_are_read_back_before_they_are_saved(desk: Client, asha: Worker, fir: Fir) -> None:
    address = reverse("proceedings:add_sections", args=[fir.pk])
    typed = {"sections": "370, 120B IPC; 5 ITPA", "added_on": "13-08-2025"}

    asked = words_of(desk.post(address, typed))
    assert "370 IPC; 120B IPC; 5 ITPA" in asked
    enter(asha.actor)
    assert not FirSection.objects.visible_to(asha.actor).exists()

    desk.post(address, {**typed, "sure": "yes"})

    enter(asha.actor)
    rows = FirSection.objects.visible_to(asha.actor).filter(added_on=date(2025, 8, 13))
    assert set(rows.values_list("act_words", "number_words")) == {
        ("IPC", "370"), ("IPC", "120B"), ("ITPA", "5"),
    }  # fmt: skip


def test_what_is_no_section_is_named_not_dropped(desk: Client, fir: Fir) -> None:
    address = reverse("proceedings:add_sections", args=[fir.pk])

    said = words_of(desk.post(address, {"sections": "370 IPC and the usual ones"}))

    assert "Not understood" in said


def test_an_accused_is_sealed_and_gets_a_dated_status(desk: Client, asha: Worker, fir: Fir) -> None:
    desk.post(
        reverse("proceedings:add_accused", args=[fir.pk]), {"name": "Kalu", "part": "manager"}
    )
    enter(asha.actor)
    accused = Accused.objects.visible_to(asha.actor).get(fir=fir)
    assert b"Kalu" not in bytes(accused.name)

    address = reverse("proceedings:accused_status", args=[accused.pk])
    desk.post(address, {"status": "arrested", "on": "02-03-2026"})

    said = words_of(desk.get(reverse("proceedings:fir", args=[fir.pk])))
    assert "Arrested since 02-03-2026" in said


def test_papers_before_their_order_are_a_sentence_by_the_field(desk: Client, fir: Fir) -> None:
    answer = desk.post(
        reverse("proceedings:new_spell", args=[fir.pk]),
        {
            "kind": "ahtu",
            "agency": "Basirhat AHTU",
            "ordered_on": "02-03-2026",
            "received_on": "01-03-2026",
        },
    )

    assert "cannot be received before the order" in words_of(answer)


def test_a_transfer_is_asked_ordered_and_received(desk: Client, asha: Worker, fir: Fir) -> None:
    desk.post(
        reverse("proceedings:new_spell", args=[fir.pk]),
        {"kind": "ahtu", "agency": "Basirhat AHTU", "requested_on": "20-02-2026"},
    )
    enter(asha.actor)
    spell = InvestigationSpell.objects.visible_to(asha.actor).get()
    desk.post(reverse("proceedings:order", args=[spell.pk]), {"ordered_on": "02-03-2026"})
    said = words_of(desk.get(reverse("proceedings:fir", args=[fir.pk])))
    assert "this is no transfer yet" in said

    desk.post(reverse("proceedings:receipt", args=[spell.pk]), {"received_on": "12-03-2026"})

    said = words_of(desk.get(reverse("proceedings:fir", args=[fir.pk])))
    assert "10 days after the letter" in said
    assert "20 days in all" in said


def test_the_charge_sheet_shows_who_was_dropped(desk: Client, asha: Worker, fir: Fir) -> None:
    kept = actions.add_accused(fir=fir, name="One", part="recruiter", by=asha.actor)
    actions.add_accused(fir=fir, name="Two", part="manager", by=asha.actor)
    sections = [("IPC", "370"), ("ITPA", "5")]
    actions.add_sections(fir=fir, sections=sections, added_on=None, by=asha.actor)

    desk.post(
        reverse("proceedings:new_sheet", args=[fir.pk]),
        {"kind": "charge_sheet", "accused": [str(kept.pk)], "sections": "5 ITPA", "sure": "yes"},
    )

    said = words_of(desk.get(reverse("proceedings:fir", args=[fir.pk])))
    assert "Accused of the FIR left out Number 2" in said
    assert "Sections of the FIR left out 370 IPC" in said


def test_a_correction_is_decided_and_goes_one_step_higher(
    desk: Client, asha: Worker, fir: Fir
) -> None:
    desk.post(
        reverse("proceedings:new_correction", args=[fir.pk]),
        {
            "of": "fir",
            "reason": "trafficking_section",
            "forum": "magistrate",
            "filed_on": "01-03-2026",
        },
    )
    enter(asha.actor)
    first = Correction.objects.visible_to(asha.actor).get()
    early = {"result": "rejected", "decided_on": "28-02-2026"}
    address = reverse("proceedings:decide", args=[first.pk])
    assert "cannot be before the filing" in words_of(desk.post(address, early))
    desk.post(address, {**early, "decided_on": "11-03-2026"})
    desk.post(
        reverse("proceedings:escalate", args=[first.pk]),
        {"escalation": "writ", "forum": "high_court", "filed_on": "20-03-2026"},
    )

    said = words_of(desk.get(reverse("proceedings:fir", args=[fir.pk])))
    assert "Rejected · 11-03-2026 · 10 days" in said
    assert "Writ" in said

    taken = desk.post(
        reverse("proceedings:withdraw", args=["correction", first.pk]), {"reason": "twice"}
    )
    assert "escalates this one" in words_of(taken)


def test_a_wrong_entry_is_taken_back_with_its_reason(desk: Client, asha: Worker, fir: Fir) -> None:
    spell = actions.record_spell(
        fir=fir, new=actions.NewSpell("ahtu", "Basirhat AHTU", received_on=ORDER), by=asha.actor
    )
    address = reverse("proceedings:withdraw", args=["spell", spell.pk])

    assert desk.post(address, {}).status_code == 200
    assert desk.post(address, {"reason": "typed_wrong"}).status_code == 302

    spell.refresh_from_db()
    fir.refresh_from_db()
    assert spell.withdrawn_at
    assert fir.agency_kind == ""


def test_bimal_takes_nothing_back(bimal: Worker, asha: Worker, fir: Fir) -> None:
    spell = actions.record_spell(
        fir=fir, new=actions.NewSpell("ahtu", "Basirhat AHTU", received_on=ORDER), by=asha.actor
    )
    address = reverse("proceedings:withdraw", args=["spell", spell.pk])

    assert desk_of(bimal).post(address, {"reason": "twice"}).status_code == 404


def test_recruiters_missing_at_the_destination_are_said(
    desk: Client, asha: Worker, rina: SurvivorFile, fir: Fir
) -> None:
    new = actions.NewFir("Faraskhana", 88, 2025, "destination")
    pune = actions.record_fir(new=new, survivors=[rina], by=asha.actor)
    actions.add_accused(fir=fir, name="One", part="recruiter", by=asha.actor)
    actions.add_accused(fir=pune, name="Two", part="manager", by=asha.actor)
    address = reverse("proceedings:link_fir", args=[fir.pk])
    nowhere = desk.post(address, {"station": "Faraskhana", "number": "89/2025"})
    assert "No other FIR within your reach" in words_of(nowhere)

    desk.post(address, {"station": "Faraskhana", "number": "88/2025"})

    for one in (fir, pune):
        said = words_of(desk.get(reverse("proceedings:fir", args=[one.pk])))
        assert "Recruiters are absent from the destination FIR." in said


def test_a_link_to_a_survivor_is_taken_away_and_the_fir_stays(
    desk: Client, asha: Worker, rina: SurvivorFile, fir: Fir
) -> None:
    address = reverse("proceedings:unlink_survivor", args=[fir.pk, rina.pk])

    assert desk.get(address).status_code == 200
    assert desk.post(address).headers["Location"] == reverse("files:file", args=[rina.pk])
    enter(asha.actor)
    assert not FirSurvivor.objects.visible_to(asha.actor).filter(withdrawn_at=None).exists()
    assert not Fir.unscoped.filter(pk=fir.pk).exclude(withdrawn_at=None).exists()


def test_statuses_keep_their_history(desk: Client, asha: Worker, fir: Fir) -> None:
    accused = actions.add_accused(fir=fir, name="One", part="recruiter", by=asha.actor)
    for status, on in (("arrested", ORDER), ("on_bail", ORDER + timedelta(days=30))):
        actions.set_accused_status(accused=accused, status=status, on=on, by=asha.actor)

    said = words_of(desk.get(reverse("proceedings:fir", args=[fir.pk])))

    assert said.index("On bail since 01-04-2026") < said.index("Arrested since 02-03-2026")
