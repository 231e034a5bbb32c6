"""What a lawyer does for her, who cannot be her lawyer, and money that was asked: as the pages show it."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.legalaid import actions
from tafteesh.domain.legalaid.models import (
    Appearance,
    Assignment,
    Complaint,
    Filing,
    Lawyer,
    LegalAidNeed,
    LegalAidRequest,
)
from tafteesh.domain.legalaid.work import work_of
from tafteesh.domain.proceedings.actions import NewFir, record_fir
from tafteesh.domain.proceedings.models import Hearing
from tafteesh.foundation.access.context import enter
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import TODAY, Worker

START = date(2026, 6, 1)
DAY = f"{TODAY:%d-%m-%Y}"


@pytest.fixture
def lawyer(asha: Worker, rina: SurvivorFile) -> Lawyer:
    return actions.record_lawyer(
        name="Adv. Sen", kind="panel", courts="POCSO court, Barasat", by=asha.actor
    )


@pytest.fixture
def acts(asha: Worker, rina: SurvivorFile, lawyer: Lawyer) -> Assignment:
    new = actions.NewAssignment(lawyer, START, for_what="both")
    return actions.assign_lawyer(file=rina, new=new, by=asha.actor)


@pytest.fixture
def desk(asha: Worker) -> Client:
    return desk_of(asha)


def url(name: str, key: object) -> str:
    return reverse(f"legalaid:{name}", args=[key])


def test_another_desk_finds_none_of_it(acts: Assignment, bimal: Worker) -> None:
    desk = desk_of(bimal)
    assert desk.get(url("filing", acts.pk)).status_code == 404
    assert desk.get(url("conflict", acts.survivor_file_id)).status_code == 404


def test_a_lawyer_who_stands_too_close_is_not_given_to_her(
    rina: SurvivorFile, lawyer: Lawyer, desk: Client, asha: Worker
) -> None:
    typed = {"lawyer": str(lawyer.pk), "tie": "acts_for_accused", "found_on": DAY}
    assert desk.post(url("conflict", rina.pk), typed).status_code == 302
    again = words_of(desk.post(url("conflict", rina.pk), typed))
    assert "is recorded already" in again

    given = {"lawyer": str(lawyer.pk), "starts_on": DAY, "for_what": "trial"}
    refused = words_of(desk.post(url("assign", rina.pk), given))

    assert "stands too close to the other side" in refused
    enter(asha.actor)
    assert not Assignment.objects.visible_to(asha.actor).exists()
    assert "Lawyers who cannot act for her" in words_of(desk.get(url("file", rina.pk)))


def test_who_acts_now_has_no_conflict_beside_it(
    acts: Assignment, lawyer: Lawyer, desk: Client
) -> None:
    typed = {"lawyer": str(lawyer.pk), "tie": "related", "found_on": DAY}
    said = words_of(desk.post(url("conflict", acts.survivor_file_id), typed))

    assert "End that first, then record the conflict." in said


def test_filings_and_appearances_stand_with_the_lawyer(
    acts: Assignment, rina: SurvivorFile, lawyer: Lawyer, desk: Client, asha: Worker
) -> None:
    new = NewFir("Hasnabad", 12, 2026, "source")
    fir = record_fir(new=new, survivors=[rina], by=asha.actor)
    own = {
        "organisation_id": rina.organisation_id, "recorded_at": asha.actor.now,
        "recorded_by_id": asha.actor.person_id, "fir": fir,
    }  # fmt: skip
    first, second = (
        Hearing.unscoped.create(on=date(2026, month, 1), outcome="heard", **own) for month in (8, 9)
    )
    Hearing.unscoped.create(on=date(2026, 5, 1), outcome="heard", **own)  # before her lawyer

    typed = {"hearing": str(first.pk), "came": "yes"}
    assert desk.post(url("appearance", acts.pk), typed).status_code == 302
    assert "Choose the hearing, or write its day" in words_of(
        desk.post(url("appearance", acts.pk), {"came": "no"})
    )
    typed = {"kind": "protest", "filed_on": DAY}
    assert desk.post(url("filing", acts.pk), typed).status_code == 302
    early = {"kind": "bail", "filed_on": "01-05-2026"}
    assert "lies outside the time of it" in words_of(desk.post(url("filing", acts.pk), early))

    enter(asha.actor)
    assert Appearance.objects.visible_to(asha.actor).get().hearing_id == first.pk
    assert Filing.objects.visible_to(asha.actor).get().kind == "protest"
    told = work_of(asha.actor, lawyer, START, TODAY)
    assert (told.held, told.came, told.not_recorded, told.filings) == (2, 1, 1, 1)
    page = words_of(desk.get(url("lawyer", lawyer.pk)))
    assert "POCSO court, Barasat" in page
    assert "Nobody wrote it down 1" in page
    assert second.pk != first.pk


def test_money_that_was_asked_is_a_complaint_and_is_handed_on(
    rina: SurvivorFile, lawyer: Lawyer, desk: Client, asha: Worker
) -> None:
    typed = {
        "who": "lawyer", "asked_on": "01-11-2026", "amount_paise": "5,000", "lawyer": str(lawyer.pk),
    }  # fmt: skip
    assert desk.post(url("complaint", rina.pk), typed).status_code == 302
    enter(asha.actor)
    row = Complaint.objects.visible_to(asha.actor).get()
    assert row.lawyer_id == lawyer.pk

    early = words_of(desk.post(url("handed_on", row.pk), {"on": "01-10-2026"}))
    assert "lies outside the time of it" in early
    assert desk.post(url("handed_on", row.pk), {"on": DAY}).status_code == 302
    assert "handed on 23-11-2026" in words_of(desk.get(url("file", rina.pk)))


def test_the_offer_the_level_and_the_letter_are_kept(
    rina: SurvivorFile, lawyer: Lawyer, desk: Client, asha: Worker
) -> None:
    need = {"need": "wants", "starts_on": "01-06-2026", "offered_on": "01-06-2026"}
    desk.post(url("need", rina.pk), need)
    asked = {"authority": "SDLSC Basirhat", "level": "sdlsc", "requested_on": "02-06-2026"}
    desk.post(url("request", rina.pk), asked)
    given = {
        "lawyer": str(lawyer.pk),
        "starts_on": "09-06-2026",
        "for_what": "trial",
        "letter": "seen",
    }
    desk.post(url("assign", rina.pk), given)

    enter(asha.actor)
    assert LegalAidNeed.objects.visible_to(asha.actor).get().offered_on == date(2026, 6, 1)
    assert LegalAidRequest.objects.visible_to(asha.actor).get().level == "sdlsc"
    acts = Assignment.objects.visible_to(asha.actor).select_related("letter").get()
    assert acts.letter is not None
    assert acts.letter.kind == "letter"
    page = words_of(desk.get(url("file", rina.pk)))
    assert "a free lawyer was offered on 01-06-2026" in page
    assert "Letter of assignment in the file" in page
