"""Shampa's work on a claim, as the pages show it: what was typed stays, and nothing is written twice."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tafteesh.domain.compensation import actions
from tafteesh.domain.compensation.models import Claim, Order, Payment
from tafteesh.domain.compensation.spells import read_in_order, spells_on
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.papers.models import Paper
from tafteesh.foundation.access.context import acting_as, enter
from tafteesh.interfaces.web.compensation import views
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import TODAY, Worker

LAKH = 1_00_000_00
FILED, ORDERED = date(2025, 2, 10), date(2025, 9, 30)


@pytest.fixture
def claim(asha: Worker, rina: SurvivorFile) -> Claim:
    new = actions.NewClaim(FILED, "DLSA North 24 Parganas", 9 * LAKH)
    claim = actions.record_claim(file=rina, new=new, by=asha.actor)
    order = actions.NewOrder("interim", ORDERED, 4 * LAKH)
    actions.record_order(claim=claim, new=order, by=asha.actor)
    return claim


@pytest.fixture
def desk(asha: Worker) -> Client:
    return desk_of(asha)


def page_of(claim: Claim, name: str = "claim") -> str:
    return reverse(f"compensation:{name}", args=[claim.pk])


def payments(asha: Worker) -> list[Payment]:
    enter(asha.actor)
    return list(Payment.objects.visible_to(asha.actor))


def test_another_desk_gets_the_page_of_what_is_not_there(claim: Claim, bimal: Worker) -> None:
    desk = desk_of(bimal)
    nowhere = desk.get(reverse("compensation:claim", args=[claim.survivor_file_id]))
    for name in ("claim", "order", "credit", "withdraw_claim"):
        answer = desk.get(page_of(claim, name))
        assert answer.status_code == 404
        assert words_of(answer) == words_of(nowhere)


@pytest.mark.usefixtures("claim")
def test_the_list_has_its_empty_state_and_its_past_days(desk: Client, bimal: Worker) -> None:
    assert "No claim here" in words_of(desk_of(bimal).get(reverse("compensation:list")))
    now = words_of(desk.get(reverse("compensation:list")))
    before = words_of(desk.get(reverse("compensation:list"), {"on": "29-09-2025"}))

    assert "Not paid for" in now
    assert "₹4,00,000" in now
    assert "No order for 231 days" in before
    assert "₹4,00,000" not in before


@pytest.mark.parametrize("asked", ["on=31-31-2025", "on=&show=nonsense", "band=9-9", "from=x"])
def test_a_question_that_makes_no_sense_still_shows_the_list(
    desk: Client, claim: Claim, asked: str
) -> None:
    answer = desk.get(f"{reverse('compensation:list')}?{asked}")
    assert answer.status_code == 200
    assert claim.survivor_file.number in words_of(answer)


def test_the_tracker_says_how_far_it_has_come(desk: Client, claim: Claim) -> None:
    said = words_of(desk.get(page_of(claim)))

    assert "four lakh rupees" in said
    assert "7 still needed" in said
    assert "Not answered yet" in said
    assert "No money has come yet." in said


def test_a_payment_sent_twice_is_one_payment(desk: Client, claim: Claim, asha: Worker) -> None:
    typed = {
        "amount_paise": "1.5 lakh",
        "credited_on": "01-03-2026",
        "proof": "seen",
        "submission_key": "a" * 32,
    }
    first, second = (desk.post(page_of(claim, "credit"), typed) for _ in range(2))

    assert first.status_code == second.status_code == 302
    [payment] = payments(asha)
    assert payment.amount_paise == 1_50_000_00
    assert payment.proof is not None
    assert Paper.objects.visible_to(asha.actor).get().kind == "bank"


def test_more_than_ordered_is_explained_and_what_was_typed_stays(
    desk: Client, claim: Claim, asha: Worker
) -> None:
    typed = {"amount_paise": "5,00,000", "credited_on": "01-03-2026"}
    answer = desk.post(page_of(claim, "credit"), typed)

    said = words_of(answer)
    assert "Only ₹4,00,000 of what was ordered is still to come." in said
    assert 'value="5,00,000"' in answer.content.decode()
    assert payments(asha) == []


def test_money_before_its_order_is_explained(desk: Client, claim: Claim, asha: Worker) -> None:
    typed = {"amount_paise": "1,00,000", "credited_on": "01-03-2025"}
    assert "before the first order" in words_of(desk.post(page_of(claim, "credit"), typed))
    assert payments(asha) == []


def test_one_zero_too_many_is_asked_about_before_it_is_saved(
    desk: Client, claim: Claim, asha: Worker
) -> None:
    typed = {"kind": "final", "ordered_on": "01-03-2026", "amount_paise": "40,00,000"}
    asked = words_of(desk.post(page_of(claim, "order"), typed))

    assert "Is ₹40,00,000 (forty lakh rupees) right?" in asked
    enter(asha.actor)
    assert Order.objects.visible_to(asha.actor).count() == 1
    assert desk.post(page_of(claim, "order"), typed | {"sure": "yes"}).status_code == 302


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"kind": "final", "amount_paise": ""}, "Write the amount that was ordered"),
        ({"kind": "rejection", "amount_paise": "4 lakh"}, "A rejected claim has no amount"),
        ({"kind": "appeal", "amount_paise": "4 lakh"}, "Choose the order that was appealed"),
        ({"kind": "final", "amount_paise": "4 lakh", "ordered_on": "09-02-2025"}, "was filed"),
        ({"kind": "final", "amount_paise": "4 lakh", "ordered_on": "30-09-2025"}, "stands already"),
    ],
)
def test_an_order_that_cannot_be_is_told_what_to_do(
    desk: Client, claim: Claim, typed: dict[str, str], words: str
) -> None:
    typed = {"ordered_on": "01-03-2026"} | typed
    assert words in words_of(desk.post(page_of(claim, "order"), typed))


def test_each_step_of_an_order_is_written_down(desk: Client, claim: Claim, asha: Worker) -> None:
    enter(asha.actor)
    order = Order.objects.visible_to(asha.actor).get()
    steps = {
        "answer": {"answer": "challenges", "answered_on": "21-10-2025", "told_on": "05-10-2025"},
        "appeal": {"forum": "slsa", "filed_on": "21-10-2025"},
        "sanction": {"waiting": "yes", "sanctioned_on": "04-10-2025", "amount_paise": ""},
    }
    for name, typed in steps.items():
        address = reverse(f"compensation:{name}", args=[order.pk])
        assert desk.get(address).status_code == 200
        assert desk.post(address, typed).status_code == 302
    said = words_of(desk.get(page_of(claim)))

    assert "She challenges it 21-10-2025" in said
    assert "SLSA 21-10-2025" in said
    assert "Waits for funds" in said
    early = {"forum": "slsa", "filed_on": "01-01-2025"}
    refused = desk.post(reverse("compensation:appeal", args=[order.pk]), early)
    assert "before the day of the order" in words_of(refused)


def test_said_money_is_proved_later_and_wrong_money_withdrawn(
    desk: Client, claim: Claim, asha: Worker
) -> None:
    desk.post(page_of(claim, "credit"), {"amount_paise": "1 lakh", "credited_on": "01-03-2026"})
    [payment] = payments(asha)
    assert "Said, not proved" in words_of(desk.get(page_of(claim)))

    proof = reverse("compensation:proof", args=[payment.pk])
    assert "Write this" in words_of(desk.post(proof, {"proof": ""}))
    assert desk.post(proof, {"proof": "seen"}).status_code == 302
    assert "Proved by a bank paper" in words_of(desk.get(page_of(claim)))

    away = reverse("compensation:withdraw", args=["payment", payment.pk])
    assert desk.post(away, {"reason": "twice"}).status_code == 302
    assert "No money has come yet." in words_of(desk.get(page_of(claim)))
    assert desk.get(away).status_code == 404
    assert desk.get(reverse("compensation:withdraw", args=["claim", claim.pk])).status_code == 404


def test_a_new_claim_leads_to_its_page(desk: Client, rina: SurvivorFile) -> None:
    address = reverse("compensation:new", args=[rina.pk])
    typed = {"asked_paise": "৪.৫ লাখ", "drafted_by_kind": "panel", "signed_by_kind": "panel"}
    answer = desk.post(address, typed)

    assert answer.status_code == 302
    said = words_of(desk.get(answer.headers["Location"]))
    assert "₹4,50,000" in said
    assert "Not filed yet" in said


def test_an_order_with_money_on_it_is_not_withdrawn(
    desk: Client, claim: Claim, asha: Worker
) -> None:
    desk.post(page_of(claim, "credit"), {"amount_paise": "1 lakh", "credited_on": "01-03-2026"})
    enter(asha.actor)
    order = Order.objects.visible_to(asha.actor).get()
    answer = desk.post(
        reverse("compensation:withdraw", args=["order", order.pk]), {"reason": "amount"}
    )

    assert "Withdraw the payment first" in words_of(answer)


def test_a_claim_entered_by_mistake_goes_back_to_the_list(
    desk: Client, asha: Worker, rina: SurvivorFile
) -> None:
    enter(asha.actor)
    wrong = actions.record_claim(file=rina, new=actions.NewClaim(FILED), by=asha.actor)
    answer = desk.post(page_of(wrong, "withdraw_claim"), {"reason": "file"})

    assert answer.headers["Location"] == reverse("compensation:list")
    assert desk.get(page_of(wrong)).status_code == 404


def test_the_ledger_of_a_year_shows_its_entries_and_who_may_takes_it_along(
    desk: Client, claim: Claim, meera: Worker, bimal: Worker, dev: Worker
) -> None:
    here, file = reverse("compensation:ledger"), reverse("compensation:ledger_file")
    said = words_of(desk.get(here, {"year": "2025-26"}))

    assert "Ordered in the year ₹4,00,000" in said
    assert claim.survivor_file.number in said
    assert "Only files within your reach" in said
    assert "Nothing in this year" in words_of(desk.get(here, {"year": "2019-20"}))
    assert "Nothing in this year" in words_of(desk_of(bimal).get(here, {"year": "2025-26"}))
    assert desk.get(here, {"year": "nonsense"}).status_code == 404
    assert desk.get(file).status_code == 403
    assert desk_of(dev).get(here).status_code == 403
    taken = desk_of(meera).get(file, {"year": "2025-26"}).content.decode("utf-8-sig")
    assert "30-09-2025,Order,N24-2026-0001,400000.00," in taken
    assert "Sum,,400000.00,0.00" in taken


@pytest.mark.usefixtures("claim")
def test_stages_of_very_many_claims_are_counted_when_asked_for(
    meera: Worker, bimal: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A clerk of many claims sees the list at once; nobody is offered to count what is not hers."""
    page, desk = reverse("compensation:list"), desk_of(meera)
    assert "How far claims have come" in words_of(desk.get(page))
    monkeypatch.setattr(views, "MANY", 0)
    shown = words_of(desk.get(page))
    assert "Not paid for" in shown
    assert "Count how far each claim has come" in shown
    assert "How far claims have come" not in shown
    assert "How far claims have come" in words_of(desk.get(page, {"stages": "counted"}))
    assert "Count how far" not in words_of(desk_of(bimal).get(page))


def test_the_first_of_a_list_are_the_same_from_an_index(
    claim: Claim, meera: Worker, asha: Worker, bimal: Worker, joba: Worker
) -> None:
    for who in (meera, asha, bimal, joba):
        with acting_as(who.actor):
            rows = spells_on(who.actor, TODAY)
            assert list(read_in_order(who.actor, rows)) == list(rows)
            assert [row.claim_id for row in rows] == [claim.pk] * (who in (meera, asha))
