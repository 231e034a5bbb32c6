"""What others were given is shown from five on, and only from files that she may open."""

from datetime import date, timedelta

import pytest

from tafteesh.domain.compensation import actions
from tafteesh.domain.compensation.like import Like, age_at_filing, band_of, like_cases
from tafteesh.domain.compensation.models import Claim
from tafteesh.domain.files.models import Identity, SurvivorFile
from tafteesh.foundation.access.context import enter
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

    assert like_cases(asha.actor, claim) == Like(5, LAKH, 4 * LAKH, 10 * LAKH, 30)


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
