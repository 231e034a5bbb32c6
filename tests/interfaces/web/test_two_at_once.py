"""Two people at two desks press the same key at the same moment, each on a connection of her own."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse

from tafteesh.domain.compensation import actions
from tafteesh.domain.compensation.models import Claim, Order, Payment
from tafteesh.domain.papers.models import Paper
from tafteesh.foundation.access.context import acting_as
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import Worker

pytestmark = pytest.mark.django_db(transaction=True)
LAKH = 1_00_000_00
DAY = {"credited_on": "01-03-2026", "sure": "yes"}
TIMES = 3


@pytest.fixture
def claim(asha: Worker) -> Claim:
    with acting_as(asha.actor):
        file = asha.opens("N24-2026-0001", scope="trafficking")
        new = actions.NewClaim(date(2025, 2, 10))
        claim = actions.record_claim(file=file, new=new, by=asha.actor)
        order = actions.NewOrder("final", date(2025, 9, 30), 4 * LAKH)
        actions.record_order(claim=claim, new=order, by=asha.actor)
    return claim


def pressed(desks: list[Client], address: str, typed: list[dict[str, str]]) -> list[str]:
    """What each desk was told when all of them pressed together; nothing where it was saved."""
    gate = Barrier(len(desks))

    def press(desk: Client, said: dict[str, str]) -> str:
        gate.wait()
        try:
            answer = desk.post(address, said)
            return "" if answer.status_code == 302 else words_of(answer)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(desks)) as pool:
        return list(pool.map(press, desks, typed))


def test_the_same_credit_of_two_people_is_one_record(
    claim: Claim, asha: Worker, meera: Worker
) -> None:
    desks, address = (
        [desk_of(asha), desk_of(meera)],
        reverse("compensation:credit", args=[claim.pk]),
    )
    for number in range(1, TIMES + 1):
        one = {"amount_paise": "1 lakh", "credited_on": f"0{number}-03-2026", "sure": "yes"}
        typed = [one | {"proof": "seen" if number == TIMES else ""}] * 2
        said = pressed(desks, address, typed)
        assert sorted(bool(words) for words in said) == [False, True]
        assert any("This money is recorded already" in words for words in said)
    with acting_as(asha.actor):
        paid = Payment.objects.visible_to(asha.actor).values_list("amount_paise", flat=True)
        assert list(paid) == [LAKH] * TIMES
        assert Paper.objects.visible_to(asha.actor).count() == 1
        assert Claim.objects.visible_to(asha.actor).get().credited_paise == TIMES * LAKH


def test_two_different_credits_never_add_up_to_more_than_was_ordered(
    claim: Claim, asha: Worker, meera: Worker
) -> None:
    desks, address = (
        [desk_of(asha), desk_of(meera)],
        reverse("compensation:credit", args=[claim.pk]),
    )
    said = pressed(
        desks, address, [{"amount_paise": "3 lakh", **DAY}, {"amount_paise": "2 lakh", **DAY}]
    )

    assert sorted(bool(words) for words in said) == [False, True]
    assert any("of what was ordered is still to come" in words for words in said)
    with acting_as(asha.actor):
        assert Payment.objects.visible_to(asha.actor).count() == 1


def test_the_same_order_of_two_people_is_one_record(
    claim: Claim, asha: Worker, meera: Worker
) -> None:
    desks, address = [desk_of(asha), desk_of(meera)], reverse("compensation:order", args=[claim.pk])
    typed = {
        "kind": "final", "ordered_on": "02-03-2026", "amount_paise": "5 lakh", "sure": "yes",
    }  # fmt: skip
    said = pressed(desks, address, [typed, typed])

    assert any("An order of this day stands already" in words for words in said)
    with acting_as(asha.actor):
        assert Order.objects.visible_to(asha.actor).count() == 2
