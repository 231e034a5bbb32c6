"""The pages beside the money: who has no claim, what is unpaid by whom, her account, the letters."""

import io
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from tafteesh.domain.compensation import actions
from tafteesh.domain.compensation.models import (
    AccountCheck,
    Claim,
    ClaimWish,
    PaperToFetch,
    UnpaidLetter,
)
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.context import enter
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import Worker

LAKH = 1_00_000_00


@pytest.fixture
def claim(asha: Worker, rina: SurvivorFile) -> Claim:
    new = actions.NewClaim(date(2025, 2, 10), "DLSA Barasat", 9 * LAKH)
    claim = actions.record_claim(file=rina, new=new, by=asha.actor)
    order = actions.NewOrder("interim", date(2025, 9, 30), 4 * LAKH, authority="DLSA Barasat")
    actions.record_order(claim=claim, new=order, by=asha.actor)
    return claim


@pytest.fixture
def desk(asha: Worker) -> Client:
    return desk_of(asha)


def of(claim: Claim, name: str) -> str:
    return reverse(f"compensation:{name}", args=[claim.pk])


def test_another_desk_reaches_nothing_of_it(claim: Claim, bimal: Worker, dev: Worker) -> None:
    desk = desk_of(bimal)
    for name in ("step", "fetch", "account"):
        assert desk.get(of(claim, name)).status_code == 404
    assert desk.get(reverse("compensation:wish", args=[claim.survivor_file_id])).status_code == 404
    assert "Nothing is waiting" in words_of(desk.get(reverse("compensation:unpaid")))
    assert "No file within your reach" in words_of(desk.get(reverse("compensation:entitled")))
    answer = desk.post(
        reverse("compensation:letter"), {"authority": "DLSA Barasat", "rung": "reminder"}
    )
    assert answer.status_code == 404
    totals = desk_of(dev)
    for name in ("unpaid", "entitled", "letter"):
        assert totals.get(reverse(f"compensation:{name}")).status_code == 403


def test_she_is_asked_and_her_answer_stands_in_the_list(
    rina: SurvivorFile, asha: Worker, desk: Client
) -> None:
    page = reverse("compensation:entitled")
    assert "Not asked yet" in words_of(desk.get(page))
    url = reverse("compensation:wish", args=[rina.pk])

    wrong = desk.post(url, {"wish": "undecided", "answered_on": "01-01-2099"})
    assert words_of(wrong).startswith("Error:")
    desk.post(url, {"wish": "undecided", "answered_on": "01-11-2026"})

    assert "Has not decided" in words_of(desk.get(page))
    enter(asha.actor)
    assert ClaimWish.objects.visible_to(asha.actor).get().answered_on == date(2026, 11, 1)


def test_unpaid_by_authority_today_and_on_a_past_day(desk: Client, claim: Claim) -> None:
    page = reverse("compensation:unpaid")
    now, before = words_of(desk.get(page)), words_of(desk.get(page, {"on": "29-09-2025"}))
    past = words_of(desk.get(page, {"on": "15-11-2025"}))

    assert "DLSA Barasat ₹4,00,000 on 1 claim" in now
    assert "Nothing is waiting" in before
    assert "the oldest for 46 days" in past
    assert "over 30 days: 1" in past
    assert "Prepare the letter" not in past
    assert claim.survivor_file.number in now


@pytest.mark.parametrize("language", ["en", "bn"])
def test_one_key_makes_the_annexed_letter_and_sends_nothing(
    desk: Client, claim: Claim, asha: Worker, language: str
) -> None:
    said = {"authority": "DLSA Barasat", "rung": "reminder", "language": language}
    for _press in range(2):
        answer = desk.post(reverse("compensation:letter"), said)
        assert answer["Content-Type"] == "application/pdf"
        assert answer.content.startswith(b"%PDF")
    enter(asha.actor)
    letter = UnpaidLetter.objects.visible_to(asha.actor).get()

    assert letter.sent_on is None
    assert "prepared" in words_of(desk.get(of(claim, "claim")))
    desk.post(reverse("compensation:sent", args=[letter.pk]), {"sent_on": "01-01-2020"})
    enter(asha.actor)
    assert UnpaidLetter.objects.visible_to(asha.actor).get().sent_on is None


@pytest.mark.usefixtures("claim")
def test_a_letter_without_a_choice_leads_back_to_the_list(desk: Client) -> None:
    here, there = reverse("compensation:letter"), reverse("compensation:unpaid")
    assert desk.get(here).headers["Location"] == there
    assert desk.post(here, {"rung": "shout"}).headers["Location"] == there


def test_the_form_refuses_a_guardian_who_may_be_accused(
    desk: Client, claim: Claim, asha: Worker
) -> None:
    said = {
        "checked_on": "01-11-2026", "holder": "guardian", "relation": "mother",
        "guardian_accused": "yes", "is_active": "yes", "can_be_reached": "yes",
        "others_can_draw": "no",
    }  # fmt: skip
    answer = desk.post(of(claim, "account"), said)

    assert "ask the CWC or the court for another guardian" in words_of(answer)
    enter(asha.actor)
    assert not AccountCheck.objects.visible_to(asha.actor).exists()
    desk.post(of(claim, "account"), said | {"guardian_accused": "no", "relation": "appointed"})
    assert "An account of her guardian (Named by a court or the CWC) Ready" in words_of(
        desk.get(of(claim, "claim"))
    )


def test_a_paper_to_fetch_says_with_whom_and_by_when(
    desk: Client, claim: Claim, asha: Worker
) -> None:
    due = (asha.actor.today + timedelta(days=9)).strftime("%d-%m-%Y")
    desk.post(
        of(claim, "fetch"), {"kind": "medical", "with_whom": "District hospital", "due_on": due}
    )
    enter(asha.actor)

    assert PaperToFetch.objects.visible_to(asha.actor).get().kind == "medical"
    assert f"with District hospital, fetched by Asha until {due}" in words_of(
        desk.get(of(claim, "claim"))
    )


def test_a_hearing_of_the_claim_stands_on_its_way(desk: Client, claim: Claim) -> None:
    desk.post(of(claim, "step"), {"kind": "hearing", "on": "05-05-2025", "next_on": "05-05-2025"})
    assert "No inquiry and no hearing" in words_of(desk.get(of(claim, "claim")))
    desk.post(of(claim, "step"), {"kind": "hearing", "on": "05-05-2025", "next_on": ""})

    assert "Inquiry" in words_of(desk.get(of(claim, "claim")))


def test_one_key_says_that_the_letter_about_all_of_its_claims_went_out(
    desk: Client, claim: Claim, asha: Worker, bimal: Worker
) -> None:
    said = {"authority": "DLSA Barasat", "rung": "reminder", "language": "en"}
    desk.post(reverse("compensation:letter"), said)
    page, key = reverse("compensation:unpaid"), reverse("compensation:letter_sent")
    enter(asha.actor)
    made = UnpaidLetter.objects.visible_to(asha.actor).get().prepared_on
    today = {**said, "on": f"{made:%d-%m-%Y}"}
    assert "It was sent today" in words_of(desk.get(page))

    desk_of(bimal).post(key, today)
    enter(asha.actor)
    assert UnpaidLetter.objects.visible_to(asha.actor).get().sent_on is None
    desk.post(key, today)

    enter(asha.actor)
    assert UnpaidLetter.objects.visible_to(asha.actor).get().sent_on == made
    told = words_of(desk.get(page))
    assert "It was sent today" not in told
    assert "The last letter is less than thirty days old." in told
    assert claim.survivor_file.number in told


def test_the_letter_about_one_claim_is_made_from_its_page(
    desk: Client, claim: Claim, asha: Worker, bimal: Worker
) -> None:
    key = reverse("compensation:letter")
    said = {"claim": str(claim.pk), "rung": "slsa", "language": "en"}
    assert desk_of(bimal).post(key, said).status_code == 404
    assert desk.post(key, {**said, "claim": "x"}).headers["Location"] == reverse(
        "compensation:unpaid"
    )
    page = words_of(desk.get(of(claim, "claim")))
    assert "No letter about this money yet." in page
    assert "Add a paper or photo" in page

    paper = desk.post(key, said)

    words = " ".join(PdfReader(io.BytesIO(paper.content)).pages[0].extract_text().split())
    assert "compensation of ₹4,00,000 had been ordered by DLSA Barasat" in words
    assert "We ask for a direction to pay by a day that is named." in words
    assert "did not help" not in words
    assert "Last letter: State Legal Services Authority, prepared" in words_of(
        desk.get(of(claim, "claim"))
    )
    enter(asha.actor)
    assert UnpaidLetter.objects.visible_to(asha.actor).get().rung == "slsa"
