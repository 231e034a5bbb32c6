"""What others were given is shown from five on, and only from files that she may open."""

from datetime import date, timedelta

import pytest

from tafteesh.domain.compensation import actions
from tafteesh.domain.compensation.like import Like, age_at_filing, band_of, like_cases
from tafteesh.domain.compensation.models import Claim, PublishedOrder
from tafteesh.domain.files.models import Identity, SurvivorFile
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.reference.law.models import CompensationScheme
from tests.people import Worker

LAKH = 1_00_000_00
FILED = date(2025, 2, 10)


def decided(worker: Worker, number: int, lakh: int, **more: object) -> Claim:
    more.setdefault("scope", "trafficking")
    file = worker.opens(f"N24-2025-{number:04}", **more)
    claim = actions.record_claim(file=file, new=actions.NewClaim(FILED), by=worker.actor)
    order = actions.NewOrder("final", FILED + timedelta(days=10 * number), lakh * LAKH)
    actions.record_order(claim=claim, new=order, by=worker.actor)
    return claim


@pytest.fixture
def claim(asha: Worker, rina: SurvivorFile) -> Claim:
    return actions.record_claim(file=rina, new=actions.NewClaim(FILED), by=asha.actor)


def test_four_are_too_few(asha: Worker, claim: Claim) -> None:
    for number in range(1, 5):
        decided(asha, number, number)

    assert like_cases(asha.actor, claim) == Like(count=0)
    assert not like_cases(asha.actor, claim).may_be_shown


def test_five_are_told_with_their_middle_and_range(asha: Worker, claim: Claim) -> None:
    for number, lakh in enumerate([3, 1, 10, 4, 5], start=1):
        decided(asha, number, lakh)
    decided(asha, 6, 99, scope="violence", violence="domestic")

    assert like_cases(asha.actor, claim) == Like(5, LAKH, 4 * LAKH, 10 * LAKH, 5, 10, 30, 50)


def test_nothing_comes_from_a_file_she_may_not_open(
    asha: Worker, bimal: Worker, meera: Worker, claim: Claim
) -> None:
    enter(bimal.actor)
    for number in range(1, 6):
        decided(bimal, number, number)

    enter(asha.actor)
    assert like_cases(asha.actor, claim).count == 0
    enter(meera.actor)
    assert like_cases(meera.actor, claim).count == 5


@pytest.mark.parametrize(
    ("earliest", "latest", "band", "age"),
    [
        (date(2007, 2, 11), date(2007, 2, 11), "child", 17),
        (date(2007, 2, 10), date(2007, 2, 10), "grown", 18),
        (date(2007, 1, 1), date(2007, 12, 31), "not_known", None),
        (date(1990, 1, 1), date(1991, 12, 31), "grown", None),
        (None, None, "not_known", None),
    ],
)
def test_the_age_band_is_told_only_where_it_is_sure(
    earliest: date | None, latest: date | None, band: str, age: int | None
) -> None:
    her = Identity(born_earliest=earliest, born_latest=latest)

    assert band_of(her, FILED) == band
    assert age_at_filing(her, FILED) == age


def published(worker: Worker, number: int, lakh: int, **more: object) -> PublishedOrder:
    on = FILED + timedelta(days=10 * number)
    new = actions.NewPublished(
        lakh * LAKH, on, f"Invented reports {number}",
        **{"scope": "trafficking", "age_band": "not_known", "filed_on": FILED, **more},
    )  # type: ignore[arg-type] # fields of it  # fmt: skip
    return actions.record_published(new=new, by=worker.actor)


def test_a_reader_of_totals_records_none_and_another_office_sees_none(
    asha: Worker, dev: Worker, joba: Worker
) -> None:
    with pytest.raises(NotAllowed):
        published(dev, 1, 3)
    enter(asha.actor)
    row = published(asha, 1, 3)
    with pytest.raises(actions.PublishedAlready):
        published(asha, 1, 3)
    with pytest.raises(actions.OrderBeforeClaim):
        published(asha, 1, 4, filed_on=FILED + timedelta(days=11))
    enter(joba.actor)
    assert not PublishedOrder.objects.visible_to(joba.actor).exists()
    with pytest.raises((NotAllowed, PublishedOrder.DoesNotExist)):
        actions.withdraw_published(order=row, reason="twice", by=joba.actor)


def test_published_orders_are_told_by_the_same_harm_scheme_and_age(
    asha: Worker, claim: Claim
) -> None:
    for number in range(1, 5):
        published(asha, number, number)
    published(asha, 6, 90, scope="violence", violence="sexual")
    published(asha, 7, 91, age_band="child")
    assert like_cases(asha.actor, claim) == Like(count=0)

    published(asha, 5, 9)

    told = like_cases(asha.actor, claim)
    assert (told.count, told.lowest, told.middle, told.highest) == (5, LAKH, 3 * LAKH, 9 * LAKH)
    assert (told.waits, told.quickest, told.days, told.slowest) == (5, 10, 30, 50)
    assert (told.decided, len(told.published)) == (0, 5)
    scheme = CompensationScheme.objects.create(
        key="WB-SMALL", name="A scheme", kind="state", state_code="WB", jurisdiction="West Bengal"
    )
    claim.scheme = scheme
    assert like_cases(asha.actor, claim).count == 0


def test_fewer_than_five_claims_are_not_told_by_taking_off_what_was_published(
    asha: Worker, claim: Claim
) -> None:
    for number in range(1, 6):
        published(asha, number, 2)
    for number in range(1, 5):
        decided(asha, number, 50)
    assert like_cases(asha.actor, claim).highest == 2 * LAKH

    decided(asha, 5, 50)
    told = like_cases(asha.actor, claim)
    assert (told.count, told.decided, told.highest) == (10, 5, 50 * LAKH)


def test_a_published_order_that_was_wrong_is_taken_back(asha: Worker, claim: Claim) -> None:
    rows = [published(asha, number, number) for number in range(1, 6)]
    actions.withdraw_published(order=rows[0], reason="amount", by=asha.actor)
    assert like_cases(asha.actor, claim).count == 0
