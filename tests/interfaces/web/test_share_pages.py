"""The pages of a set-off, of heads of loss, of a deposit, of heirs, and of what one survivor may claim."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tafteesh.domain.compensation import actions
from tafteesh.domain.compensation.models import Claim, Deposit, Heir, Order, OrderHead, Payment
from tafteesh.domain.files.actions.household import record_member
from tafteesh.domain.files.models import HouseholdMember, SurvivorFile
from tafteesh.foundation.access.context import enter
from tafteesh.reference.law.models import CompensationScheme, HeadOfLoss
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import TODAY, Worker

LAKH = 1_00_000_00
FILED, DLSA_ON, COURT_ON = date(2025, 2, 10), date(2025, 5, 6), date(2026, 3, 2)


def claim_of(file: SurvivorFile, asha: Worker, filed_at: str, on: date, lakh: int) -> Claim:
    new = actions.NewClaim(FILED, filed_at)
    claim = actions.record_claim(file=file, new=new, by=asha.actor)
    order = actions.NewOrder("final", on, lakh * LAKH)
    actions.record_order(claim=claim, new=order, by=asha.actor)
    return claim


@pytest.fixture
def dlsa(rina: SurvivorFile, asha: Worker) -> Claim:
    return claim_of(rina, asha, "DLSA North 24 Parganas", DLSA_ON, 4)


@pytest.fixture
def court(rina: SurvivorFile, asha: Worker) -> Claim:
    return claim_of(rina, asha, "Court of Session, Barasat", COURT_ON, 10)


@pytest.fixture
def payment(dlsa: Claim, asha: Worker) -> Payment:
    return actions.record_credit(
        claim=dlsa, amount_paise=4 * LAKH, credited_on=date(2025, 9, 1), proof=None, by=asha.actor
    )


@pytest.fixture
def desk(asha: Worker) -> Client:
    return desk_of(asha)


def url(name: str, key: object) -> str:
    return reverse(f"compensation:{name}", args=[key])


def page_of(claim: Claim, desk: Client) -> str:
    return words_of(desk.get(url("claim", claim.pk)))


def test_another_desk_finds_none_of_it(dlsa: Claim, payment: Payment, bimal: Worker) -> None:
    desk = desk_of(bimal)
    order = Order.unscoped.get(claim=dlsa)
    for name, key in (
        ("set_off", dlsa.pk), ("heir", dlsa.pk), ("heads", order.pk), ("deposit", payment.pk),
        ("ways", dlsa.survivor_file_id), ("like_pdf", dlsa.pk),
    ):  # fmt: skip
        assert desk.get(url(name, key)).status_code == 404


def test_a_court_sets_off_what_the_dlsa_gave(
    dlsa: Claim, court: Claim, desk: Client, asha: Worker
) -> None:
    gave = Order.objects.visible_to(asha.actor).get(claim=dlsa)
    typed = {"against": str(gave.pk), "ordered_on": "20-03-2026", "amount_paise": "5 lakh"}
    refused = words_of(desk.post(url("set_off", court.pk), typed))
    assert "The other order gives less than this." in refused

    answer = desk.post(
        url("set_off", court.pk), typed | {"amount_paise": "4 lakh", "paper": "seen"}
    )

    assert answer.status_code == 302
    said = page_of(court, desk)
    assert "₹4,00,000 taken off for the order of 06-05-2025" in said
    assert "₹6,00,000 is not proved to be in her account" in said


def test_the_heads_stand_beside_the_scheme(dlsa: Claim, desk: Client, asha: Worker) -> None:
    scheme = CompensationScheme.objects.create(
        key="wb", name="Scheme of the State", kind="state", jurisdiction="West Bengal",
        state_code="WB", verification="sourced", is_current=True, valid_from=date(2017, 2, 1),
        surely_from=date(2017, 2, 28),
    )  # fmt: skip
    for n, name in enumerate(("Rape", "Loss of earnings"), start=1):
        HeadOfLoss.objects.create(
            key=f"wb-{n}", scheme=scheme, position=n, name=name, min_paise=3 * LAKH,
            max_paise=5 * LAKH, verification="sourced", is_current=True, citation=f"Schedule, {n}",
        )  # fmt: skip
    order = Order.objects.visible_to(asha.actor).get(claim=dlsa)
    form = words_of(desk.get(url("heads", order.pk)))
    assert "The scheme gives ₹3,00,000 to ₹5,00,000. Schedule, 1" in form

    wrong = {"outcome-wb-2": "left_out", "amount-wb-2": "1 lakh"}
    assert "leave the amount empty" in words_of(desk.post(url("heads", order.pk), wrong))
    typed = {"outcome-wb-1": "given", "amount-wb-1": "4 lakh", "outcome-wb-2": "left_out"}
    assert desk.post(url("heads", order.pk), typed).status_code == 302

    said = page_of(dlsa, desk)
    assert "1 head left out of the order" in said
    assert "40 per cent of the most that the scheme gives" in said
    enter(asha.actor)
    assert OrderHead.objects.visible_to(asha.actor).count() == 2


def test_a_deposit_is_locked_and_then_hers(
    dlsa: Claim, payment: Payment, desk: Client, asha: Worker
) -> None:
    typed = {"made_on": "05-09-2025", "amount_paise": "3 lakh", "locked_until": "15-03-2029"}
    assert desk.post(url("deposit", payment.pk), typed).status_code == 302
    assert "in a fixed deposit, locked until 15-03-2029" in page_of(dlsa, desk)
    enter(asha.actor)
    row = Deposit.objects.visible_to(asha.actor).get()

    early = words_of(desk.post(url("release", row.pk), {"released_on": f"{TODAY:%d-%m-%Y}"}))

    assert "The deposit is locked longer than that." in early


def test_an_heir_is_recorded_after_her_death(
    dlsa: Claim, rina: SurvivorFile, desk: Client, asha: Worker
) -> None:
    member = HouseholdMember(relation="mother")
    row = record_member(file=rina, member=member, by=asha.actor)
    typed = {"member": str(row.pk), "joined_on": f"{TODAY:%d-%m-%Y}"}
    assert "that she died" in words_of(desk.post(url("heir", dlsa.pk), typed))
    actions.record_step(claim=dlsa, new=actions.NewStep("died", date(2026, 10, 1)), by=asha.actor)

    assert "Nobody is recorded yet." in page_of(dlsa, desk)
    assert desk.post(url("heir", dlsa.pk), typed).status_code == 302
    enter(asha.actor)
    assert Heir.objects.visible_to(asha.actor).get().member_id == row.pk
    assert "Mother since 23-11-2026" in page_of(dlsa, desk)


def test_what_one_survivor_may_claim_and_what_must_be_found_out(
    rina: SurvivorFile, desk: Client
) -> None:
    said = words_of(desk.get(url("ways", rina.pk)))

    assert "To be found out" in said
    assert "No claim is recorded." in said


def test_the_way_of_all_claims_is_counted_and_opens_its_claims(
    dlsa: Claim, court: Claim, payment: Payment, desk: Client
) -> None:
    said = words_of(desk.get(reverse("compensation:list")))
    assert "Ordered, not released 2 claims" in said

    chosen = words_of(desk.get(reverse("compensation:list"), {"stage": "paid"}))
    assert "No claim here" in chosen


def test_the_longest_of_each_authority_and_all_of_one(
    dlsa: Claim, court: Claim, desk: Client
) -> None:
    page = reverse("compensation:unpaid")
    whole = words_of(desk.get(page))
    one = words_of(desk.get(page, {"of": "DLSA North 24 Parganas"}))

    assert "₹14,00,000 to 1 person" in whole
    assert "Fewer than 5 people stand behind this sum." in whole
    assert "Court of Session" in whole
    assert "Court of Session" not in one


def test_like_cases_and_the_ledger_go_along_on_paper(
    dlsa: Claim, desk: Client, meera: Worker
) -> None:
    like = desk.get(url("like_pdf", dlsa.pk))
    ledger = desk_of(meera).get(reverse("compensation:annexure"), {"year": "2025-26"})

    assert like.content.startswith(b"%PDF")
    assert ledger.content.startswith(b"%PDF")


def test_who_else_can_draw_from_her_account_is_said(dlsa: Claim, desk: Client) -> None:
    typed = {
        "checked_on": f"{TODAY:%d-%m-%Y}", "holder": "joint", "is_active": "yes",
        "can_be_reached": "yes", "others_can_draw": "yes", "who_can_draw": "husband",
    }  # fmt: skip
    assert desk.post(url("account", dlsa.pk), typed).status_code == 302

    said = page_of(dlsa, desk)

    assert "Not ready" in said
    assert "can draw from it: Husband or partner" in said
