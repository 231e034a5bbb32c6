"""Whoever asks her for money is on the list, and so is every account into which her money cannot go yet."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tafteesh.domain.compensation import actions
from tafteesh.domain.compensation.models import AccountCheck, Claim
from tafteesh.domain.compensation.watch import Trouble, not_ready, troubles_of, watched
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.legalaid.models import Complaint
from tafteesh.foundation.access.context import enter
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import Worker

LAKH = 1_00_000_00
HERE = reverse("compensation:watch")
READY = {
    "checked_on": "01-11-2026", "holder": "hers", "is_active": "yes", "can_be_reached": "yes",
    "others_can_draw": "no",
}  # fmt: skip


@pytest.fixture
def claim(asha: Worker, rina: SurvivorFile) -> Claim:
    claim = actions.record_claim(file=rina, new=actions.NewClaim(date(2025, 2, 10)), by=asha.actor)
    order = actions.NewOrder("final", date(2025, 9, 30), 4 * LAKH, authority="DLSA")
    actions.record_order(claim=claim, new=order, by=asha.actor)
    return claim


@pytest.fixture
def desk(asha: Worker) -> Client:
    return desk_of(asha)


def test_another_desk_and_a_reader_of_totals_see_nothing_of_it(
    claim: Claim, bimal: Worker, dev: Worker
) -> None:
    assert claim.survivor_file.number not in words_of(desk_of(bimal).get(HERE))
    assert desk_of(dev).get(HERE).status_code == 403


@pytest.mark.parametrize(
    ("said", "troubles"),
    [
        ({}, []),
        ({"holder": "guardian", "guardian_accused": "no"}, []),
        ({"holder": "none"}, [Trouble.NONE]),
        ({"holder": "other"}, [Trouble.NOT_HERS]),
        ({"holder": "joint", "others_can_draw": "yes"}, [Trouble.NOT_HERS, Trouble.DRAWN]),
        ({"others_can_draw": "not_known"}, [Trouble.DRAWN_NOT_KNOWN]),
        ({"is_active": "no", "can_be_reached": "no"}, [Trouble.NOT_ACTIVE, Trouble.NOT_REACHED]),
    ],
)
def test_each_trouble_of_an_account_has_its_word(
    said: dict[str, str], troubles: list[Trouble]
) -> None:
    check = AccountCheck(**{**READY, "checked_on": date(2026, 11, 1), **said})

    assert troubles_of(check) == troubles
    assert check.is_ready is (not troubles)


def test_a_claim_stands_there_until_its_account_is_ready(
    claim: Claim, desk: Client, asha: Worker
) -> None:
    account = reverse("compensation:account", args=[claim.pk])
    assert "Nobody has checked it" in words_of(desk.get(HERE))

    desk.post(account, READY | {"others_can_draw": "yes", "who_can_draw": "husband"})
    said = words_of(desk.get(HERE))
    assert "₹4,00,000" in said
    assert "Somebody else can draw from it Husband or partner" in said
    page = words_of(desk.get(reverse("compensation:claim", args=[claim.pk])))
    assert "Somebody else can draw from it" in page

    desk.post(account, READY | {"checked_on": "02-11-2026"})
    assert "(0)" in words_of(desk.get(HERE))
    enter(asha.actor)
    assert (not_ready(asha.actor).count(), watched(asha.actor)) == (0, [])


@pytest.mark.parametrize("who", ["lawyer", "authority", "police", "court", "middleman", "staff"])
def test_money_asked_by_anybody_is_on_the_list_until_it_is_handed_on(
    claim: Claim, desk: Client, asha: Worker, who: str
) -> None:
    address = reverse("legalaid:complaint", args=[claim.survivor_file_id])
    desk.post(address, {"who": who, "asked_on": "01-11-2026", "amount_paise": "৫,০০০"})
    said = words_of(desk.get(HERE))
    assert "01-11-2026" in said
    assert "₹5,000" in said

    enter(asha.actor)
    row = Complaint.objects.visible_to(asha.actor).get()
    desk.post(reverse("legalaid:handed_on", args=[row.pk]), {"on": "02-11-2026"})
    assert "No complaint waits." in words_of(desk.get(HERE))
