"""Amounts as people type them in three scripts, what cannot be an amount, and one credit told by two people."""

from datetime import date
from html import escape

import pytest
from django.test import Client
from django.urls import reverse

from tafteesh.domain.compensation import actions
from tafteesh.domain.compensation.models import Claim, Payment
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.papers.actions import add_paper
from tafteesh.foundation.access.context import enter
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import Worker

LAKH = 1_00_000_00
DAY = "01-03-2026"


@pytest.fixture
def claim(asha: Worker, rina: SurvivorFile) -> Claim:
    claim = actions.record_claim(file=rina, new=actions.NewClaim(date(2025, 2, 10)), by=asha.actor)
    order = actions.NewOrder("final", date(2025, 9, 30), 45 * LAKH // 10)
    actions.record_order(claim=claim, new=order, by=asha.actor)
    return claim


@pytest.fixture
def desk(asha: Worker) -> Client:
    return desk_of(asha)


def credit(desk: Client, claim: Claim, typed: str, **more: str) -> str:
    """What the page says, or nothing where it was saved."""
    address = reverse("compensation:credit", args=[claim.pk])
    answer = desk.post(address, {"amount_paise": typed, "credited_on": DAY, **more})
    return "" if answer.status_code == 302 else words_of(answer)


def paid(asha: Worker) -> list[int]:
    enter(asha.actor)
    return [row.amount_paise for row in Payment.objects.visible_to(asha.actor).order_by("pk")]


@pytest.mark.parametrize(
    "typed",
    [
        "450000", "4,50,000", "4,50,000.00", "4.5 lakh", "4.5 lac", "₹4,50,000", "Rs. 4,50,000/-",
        "৪.৫ লাখ", "৪,৫০,০০০", "४.५ लाख", "४,५०,०००", "₹ ৪৫০০০০",
    ],
)  # fmt: skip
def test_four_and_a_half_lakh_in_three_scripts(
    desk: Client, claim: Claim, asha: Worker, typed: str
) -> None:
    assert credit(desk, claim, typed) == ""
    assert paid(asha) == [45 * LAKH // 10]


@pytest.mark.parametrize("typed", ["-4,50,000", "a lot", "$450", "4.5.0 lakh", "साढ़े चार लाख"])
def test_what_is_no_amount_is_said_in_a_sentence_and_stays(
    desk: Client, claim: Claim, asha: Worker, typed: str
) -> None:
    address = reverse("compensation:credit", args=[claim.pk])
    answer = desk.post(address, {"amount_paise": typed, "credited_on": DAY})

    assert "Write the amount like 4,50,000 or 4.5 lakh" in words_of(answer)
    assert f'value="{escape(typed)}"' in answer.content.decode()
    assert paid(asha) == []


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("-4,50,000", "An amount is never below zero"),
        ("0", "An amount is more than zero"),
        ("$450", "Write rupees, no other money"),
        ("450 €", "Write rupees, no other money"),
        ("4.5.0 lakh", ""),
        ("999999999999", "This is more than a hundred crore"),
    ],
)
def test_the_sentence_says_what_is_wrong_with_it(
    desk: Client, claim: Claim, asha: Worker, typed: str, why: str
) -> None:
    said = credit(desk, claim, typed)

    assert why in said
    assert "Write the amount like 4,50,000 or 4.5 lakh" in said
    assert paid(asha) == []


def test_ten_times_less_than_usual_is_asked_about(desk: Client, claim: Claim, asha: Worker) -> None:
    assert "Is ₹45,000" in credit(desk, claim, "45,000")
    assert paid(asha) == []
    assert credit(desk, claim, "45,000", sure="yes") == ""
    assert paid(asha) == [45_000_00]


def test_two_people_who_tell_the_same_credit_make_one_record(
    desk: Client, claim: Claim, asha: Worker, meera: Worker
) -> None:
    assert credit(desk, claim, "2 lakh") == ""

    said = credit(desk_of(meera), claim, "2,00,000")

    assert "This money is recorded already" in said
    assert paid(asha) == [2 * LAKH]


def test_a_bank_paper_proves_an_amount_once(
    desk: Client, claim: Claim, asha: Worker, rina: SurvivorFile
) -> None:
    paper = add_paper(file=rina, kind="bank", dated_on=date(2026, 3, 1), by=asha.actor)
    assert credit(desk, claim, "2 lakh", proof=str(paper.pk)) == ""

    again = credit(desk, claim, "2 lakh", proof=str(paper.pk), credited_on="02-03-2026")

    assert "on this bank paper" in again
    assert paid(asha) == [2 * LAKH]
