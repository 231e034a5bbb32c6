"""A8, A10, I7 to I10, I12: money, never one number."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from tafteesh.domain.compensation import actions
from tafteesh.domain.compensation.models import Claim, Order
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tests.domain.facts.conftest import FIRST, LAST, Told

Opens = Callable[..., SurvivorFile]
DAY = timedelta(days=1)
LAKH = 1_00_000_00


def claims(file: SurvivorFile, by: Actor, filed: date | None, **more: str) -> Claim:
    return actions.record_claim(file=file, new=actions.NewClaim(filed, **more), by=by)


def orders(claim: Claim, by: Actor, day: date, paise: int, **more: object) -> Order:
    kind = str(more.pop("kind", "final"))
    new = actions.NewOrder(kind, day, paise, **more)  # type: ignore[arg-type] # an order to appeal from
    return actions.record_order(claim=claim, new=new, by=by)


def credits_(claim: Claim, by: Actor, day: date, paise: int) -> None:
    actions.record_credit(claim=claim, amount_paise=paise, credited_on=day, proof=None, by=by)


def test_ordered_and_credited_are_never_one_number(by: Actor, told: Told, opens: Opens) -> None:
    claim = claims(opens(), by, date(2023, 1, 10))
    orders(claim, by, date(2023, 5, 1), 3 * LAKH)
    credits_(claim, by, LAST, 1 * LAKH)

    assert told("A8") == {"value": 300000, "credited": 100000, "orders": 1}
    assert told("I8") == {
        "ordered": 300000, "credited": 100000, "waiting": 200000, "waiting_claims": 1,
        "oldest_days": (LAST - date(2023, 5, 1)).days,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("day", "rupees"), [(FIRST - DAY, 0), (FIRST, 100000), (LAST, 100000), (LAST + DAY, 0)]
)
def test_an_order_belongs_to_the_year_of_its_day(
    by: Actor, told: Told, opens: Opens, day: date, rupees: int
) -> None:
    orders(claims(opens(), by, date(2022, 1, 10)), by, day, LAKH)

    assert told("A8")["value"] == rupees


def test_an_appeal_adds_what_it_adds_in_its_own_year(by: Actor, told: Told, opens: Opens) -> None:
    claim = claims(opens(), by, date(2022, 1, 10))
    first = orders(claim, by, FIRST - DAY, 2 * LAKH)
    orders(claim, by, FIRST, 5 * LAKH, kind="appeal", appeals=first)

    assert told("A8")["value"] == 300000
    assert told("I10") == {"value": 300000, "appeals": 1, "share": 150.0}


def test_a_rejection_is_no_order_of_money(by: Actor, told: Told, opens: Opens) -> None:
    claim = claims(opens(), by, date(2023, 5, 1))
    orders(claim, by, date(2023, 6, 1), 0, kind="rejection")

    assert told("A8")["orders"] == 0
    assert told("I7")["rejected"] == 1


def test_a_withdrawn_payment_was_true_until_then(by: Actor, told: Told, opens: Opens) -> None:
    claim = claims(opens(), by, date(2023, 5, 1))
    orders(claim, by, date(2023, 6, 1), LAKH)
    paid = actions.record_credit(
        claim=claim, amount_paise=LAKH, credited_on=date(2023, 7, 1), proof=None, by=by
    )
    later = replace(by, now=datetime.combine(date(2024, 6, 1), time(5, 0), UTC))
    actions.withdraw(entry=paid, reason="typed_wrong", by=later)

    assert told("A8", known_on=date(2024, 5, 31))["credited"] == 100000
    assert told("A8", known_on=date(2024, 6, 1))["credited"] == 0
    assert told("I8", known_on=date(2024, 6, 1))["waiting"] == 100000


def test_waiting_is_asked_as_of_today_while_the_year_runs(
    by: Actor, told: Told, opens: Opens
) -> None:
    orders(claims(opens(), by, date(2023, 5, 1)), by, date(2024, 1, 1), LAKH)
    known = replace(by, now=datetime.combine(date(2024, 1, 2), time(5, 0), UTC))
    orders(claims(opens(), known, date(2023, 5, 1)), known, date(2024, 1, 1), LAKH)

    assert told("I8", known_on=date(2024, 1, 11))["oldest_days"] == 10


def test_claims_by_who_signed_not_by_who_drafted(by: Actor, told: Told, opens: Opens) -> None:
    claims(opens(), by, FIRST, signed_by_kind="panel", drafted_by_kind="programme")
    claims(opens(), by, LAST, signed_by_kind="programme", drafted_by_kind="panel")
    claims(opens(), by, LAST)
    claims(opens(), by, LAST + DAY, signed_by_kind="panel")
    claims(opens(), by, None, signed_by_kind="panel")

    expected = {"value": 1, "of": 3, "share": 33.3, "drafted_by_programme": 1}
    assert told("A10") == told("I12") == expected


def test_what_became_of_claims(by: Actor, told: Told, opens: Opens) -> None:
    quick, slow, _pending = (claims(opens(), by, date(2023, 5, 1)) for _ in range(3))
    orders(quick, by, date(2023, 6, 30), LAKH)
    orders(slow, by, date(2023, 7, 1), LAKH)

    assert told("I7") == {
        "filed": 3, "ordered": 2, "rejected": 0, "pending": 1, "ordered_within_60_days": 1,
    }  # fmt: skip


def test_days_count_in_the_year_in_which_they_end(by: Actor, told: Told, opens: Opens) -> None:
    before = claims(opens(), by, date(2022, 12, 1))
    orders(before, by, date(2023, 3, 1), LAKH)
    credits_(before, by, date(2023, 4, 10), LAKH)
    within = claims(opens(), by, date(2023, 5, 1))
    orders(within, by, date(2023, 6, 10), LAKH)
    credits_(within, by, LAST + DAY, LAKH)

    assert told("I9") == {
        "application_to_order": 40, "order_to_credit": 40, "application_to_credit": 130, "n": 2,
    }  # fmt: skip
