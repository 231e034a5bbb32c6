"""What cannot be, or looks like a slip: a clear sentence beside the field, what was typed stays, history stays."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import Accused, FirSection, Hearing, InvestigationSpell
from tafteesh.domain.proceedings.models.fir import Fir
from tafteesh.domain.proceedings.rules import acts_out_of_time
from tafteesh.foundation.access.context import enter
from tafteesh.reference.editions.actions import load_edition
from tafteesh.reference.places.models import Authority, CourtHoliday
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import NOW, TODAY, Worker
from tests.reference.small import law_edition

REGISTERED = date(2024, 7, 2)


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tafteesh.interfaces.web.middleware.read_clock", lambda: NOW)


@pytest.fixture
def fir(rina: SurvivorFile, asha: Worker, meera: Worker) -> Fir:
    load_edition(folder=law_edition(), by=meera.actor)
    details: dict[str, object] = {"court_words": "ADJ Bongaon"}
    new = actions.NewFir("Bongaon", 31, 2024, "source", REGISTERED, details)
    return actions.record_fir(new=new, survivors=[rina], by=asha.actor)


@pytest.fixture
def desk(asha: Worker) -> Client:
    return desk_of(asha)


def test_spells_that_overlap(fir: Fir, desk: Client, asha: Worker) -> None:
    first = actions.NewSpell("ahtu", "AHTU", starts_on=date(2024, 8, 1), ends_on=date(2024, 9, 1))
    actions.record_spell(fir=fir, new=first, by=asha.actor)
    typed = {"kind": "cid", "agency": "CID Kolkata", "starts_on": "15-08-2024"}

    page = desk.post(reverse("proceedings:new_spell", args=[fir.pk]), typed)

    assert "Another agency has the investigation on those days" in words_of(page)
    assert 'value="CID Kolkata"' in page.content.decode()
    assert InvestigationSpell.objects.visible_to(asha.actor).count() == 1


def test_a_hearing_before_the_fir(fir: Fir, desk: Client, asha: Worker) -> None:
    typed = {"on": "01-07-2024", "outcome": "heard"}
    page = desk.post(reverse("hearings:record", args=[fir.pk]), typed)

    assert "before the day of the FIR" in words_of(page)
    assert not Hearing.objects.visible_to(asha.actor).exists()


def test_a_charge_sheet_of_another_fir(
    fir: Fir, rina: SurvivorFile, desk: Client, asha: Worker
) -> None:
    new = actions.NewFir("Bongaon", 32, 2024, "source", REGISTERED)
    other = actions.record_fir(new=new, survivors=[rina], by=asha.actor)
    stranger = actions.add_accused(fir=other, name="Kalu", part="seller", by=asha.actor)
    sheet = actions.NewChargeSheet("charge_sheet", "1", TODAY, (stranger,))
    with pytest.raises(actions.AccusedOfAnotherFir):
        actions.record_charge_sheet(fir=fir, new=sheet, by=asha.actor)

    typed = {"kind": "charge_sheet", "accused": [str(stranger.pk)]}
    page = desk.post(reverse("proceedings:new_sheet", args=[fir.pk]), typed)

    assert page.status_code == 200
    assert str(stranger.pk) in words_of(page) or "Select a valid choice" in words_of(page)
    assert Accused.objects.visible_to(asha.actor).count() == 1


@pytest.mark.parametrize(
    ("page", "typed"),
    [
        ("proceedings:new_sheet", {"kind": "charge_sheet", "filed_on": "01-01-2030"}),
        ("proceedings:new_spell", {"kind": "cid", "agency": "CID", "received_on": "01-01-2030"}),
        ("proceedings:new_correction", {"of": "fir", "reason": "other", "forum": "sp", "filed_on": "01-01-2030"}),
        ("proceedings:new_seizure", {"kind": "phone", "seized_on": "01-01-2030"}),
        ("hearings:record", {"on": "01-01-2030", "outcome": "heard"}),
    ],
)  # fmt: skip
def test_a_day_that_has_not_come(fir: Fir, desk: Client, page: str, typed: dict[str, str]) -> None:
    answer = desk.post(reverse(page, args=[fir.pk]), typed)

    assert answer.status_code == 200
    assert "01-01-2030" in answer.content.decode(), "what was typed stays"
    assert "field-error" in answer.content.decode() or "error" in answer.content.decode()


def test_an_offence_across_midnight_of_30_june_2024(fir: Fir, desk: Client, asha: Worker) -> None:
    url = reverse("proceedings:add_sections", args=[fir.pk])
    both = {"sections": "370 IPC; 143 BNS"}
    across = {"offence_earliest": date(2024, 6, 30), "offence_latest": date(2024, 7, 1)}
    actions.change_fir(fir=fir, changes=across, by=asha.actor)
    assert "did not hold" not in words_of(desk.post(url, both)), "both codes hold"

    enter(asha.actor)
    after = {"offence_earliest": date(2024, 7, 1), "offence_latest": date(2024, 7, 1)}
    actions.change_fir(fir=fir, changes=after, by=asha.actor)
    page = desk.post(url, both)
    assert "IPC did not hold on the day of the offence" in words_of(page)
    assert not FirSection.objects.visible_to(asha.actor).exists(), "asked once more before saving"

    assert desk.post(url, {**both, "sure": "yes"}).status_code == 302
    assert acts_out_of_time(["BNS"], date(2024, 6, 30), date(2024, 6, 30)) == ("BNS",)
    assert acts_out_of_time(["BNS", "IPC"], None, None) == ()


def test_a_section_that_no_act_has(fir: Fir, desk: Client) -> None:
    typed = {"sections": "999 BNS"}
    page = desk.post(reverse("proceedings:add_sections", args=[fir.pk]), typed)

    assert "Not understood: 999" in words_of(page)
    assert "999 BNS" in page.content.decode()


def test_two_people_record_the_same_hearing(
    fir: Fir, rina: SurvivorFile, desk: Client, asha: Worker, meera: Worker
) -> None:
    result = actions.HearingResult(
        TODAY, "adjourned", date(2026, 12, 14), details={"why": "judge_absent"}, note="Cold day."
    )
    first = actions.record_hearing(fir=fir, result=result, by=meera.actor)
    enter(asha.actor)
    typed = {"on": f"{TODAY:%d-%m-%Y}", "outcome": "heard", "next_on": "15-12-2026"}
    url = reverse("hearings:record", args=[fir.pk])

    page = words_of(desk.post(url, typed))
    assert "Somebody else recorded this hearing" in page
    assert "adjourned, 14-12-2026" in page

    assert desk.post(url, {**typed, "sure": "yes"}).status_code == 302
    rows = Hearing.objects.visible_to(asha.actor).filter(fir=fir, on=TODAY)
    kept, standing = rows.get(withdrawn_at__isnull=False), rows.get(withdrawn_at=None)
    assert (kept.pk, kept.outcome) == (first.pk, "adjourned")
    assert (standing.outcome, standing.why, bool(standing.note_sealed)) == (
        "heard",
        "judge_absent",
        True,
    )


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 29), "is a Sunday"),
        (date(2026, 12, 25), "is a holiday of this court"),
        (TODAY - timedelta(days=20), "has passed already"),
    ],
)
def test_a_strange_next_date_is_asked_once_and_then_taken(
    fir: Fir, desk: Client, asha: Worker, day: date, words: str
) -> None:
    court = Authority.objects.create(
        key="c", kind="sessions_court", name="ADJ Bongaon", search_text="|adj bongaon|"
    )
    CourtHoliday.objects.create(key="h", court=court, day=date(2026, 12, 25), name="Christmas")
    Fir.objects.visible_to(asha.actor).filter(pk=fir.pk).update(court=court)
    held = TODAY - timedelta(days=30)
    typed = {"on": f"{held:%d-%m-%Y}", "outcome": "adjourned", "next_on": f"{day:%d-%m-%Y}"}
    url = reverse("hearings:record", args=[fir.pk])

    assert words in words_of(desk.post(url, typed))
    assert desk.post(url, {**typed, "sure": "yes"}).status_code == 302
    assert Hearing.objects.visible_to(asha.actor).get(on=held).next_on == day


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"copy_given_on": "01-01-2024"}, "A copy cannot be given before the FIR was registered"),
        ({"offence_from": "20-11-2026"}, "The offence began before its FIR was registered"),
        ({"diary_on": "20-11-2026"}, "The diary was written before its FIR was registered"),
    ],
)
def test_days_of_the_fir_in_the_wrong_order(
    fir: Fir, desk: Client, asha: Worker, typed: dict[str, str], words: str
) -> None:
    assert fir.registered_latest is not None
    assert date(2024, 1, 1) < fir.registered_latest < date(2026, 11, 20)

    page = words_of(desk.post(reverse("proceedings:change", args=[fir.pk]), typed))

    assert words in page
    enter(asha.actor)
    kept = Fir.objects.visible_to(asha.actor).get(pk=fir.pk)
    assert (kept.copy_given_on, kept.offence_earliest, kept.diary_earliest) == (
        fir.copy_given_on,
        fir.offence_earliest,
        fir.diary_earliest,
    )


def test_the_day_of_a_fir_is_filled_in_where_nobody_knew_it(
    rina: SurvivorFile, desk: Client, asha: Worker, fir: Fir
) -> None:
    without = actions.NewFir("Baduria", 9, 2026, "source")
    unknown = actions.record_fir(new=without, survivors=[rina], by=asha.actor)
    url = reverse("proceedings:change", args=[unknown.pk])
    assert 'name="registered"' in desk.get(url).content.decode()
    known = reverse("proceedings:change", args=[fir.pk])
    assert 'name="registered"' not in desk.get(known).content.decode(), "corrected with its history"

    assert desk.post(url, {"registered": "March 2026"}).status_code == 302

    enter(asha.actor)
    row = Fir.objects.visible_to(asha.actor).get(pk=unknown.pk)
    assert (row.registered_earliest, row.registered_latest, row.registered_answer) == (
        date(2026, 3, 1),
        date(2026, 3, 31),
        "known",
    )
    again = {"registered_earliest": date(2026, 3, 9)}
    with pytest.raises(KeyError):
        actions.change_fir(fir=row, changes=again, by=asha.actor)
