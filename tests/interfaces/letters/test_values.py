"""How a figure is said: the right number first, shares with their whole, no code."""

import json
from typing import Any

import pytest

from tafteesh.domain.facts.catalogue import ACHIEVEMENTS, INDICATORS, MONEY_WAITING
from tafteesh.domain.facts.figure import Indicator
from tafteesh.domain.facts.queries import find_indicator
from tafteesh.domain.facts.stamp import Stamp
from tafteesh.interfaces.letters.values import head, out_of, parts_of, stamp_words, unit_of


def indicator(name: str) -> Indicator:
    found = find_indicator(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "values", "first"),
    [
        ("A8", {"value": 6575000, "credited": 450000, "orders": 9}, "₹65,75,000"),
        ("A11", {"value": 50.0, "covered": 5, "of": 10}, "50.0\u00a0%"),
        ("A11", {"value": 55.6, "covered": 5, "of": 9}, "5 of 9"),
        ("I6", {"value": None, "with_ahtu": 0, "of": 0}, "–"),
        ("I9", {"n": 9, "application_to_order": 374, "order_to_credit": 270}, "374"),
        ("I18", {"due": 6, "demands": 13, "promises": 5, "kept_by_due_date": 3}, "5"),
        ("I4", {"allowed": 2, "filed": 7, "decided": 3}, "7"),
    ],
)
def test_the_number_that_stands_first(name: str, values: dict[str, Any], first: str) -> None:
    assert head(indicator(name), values) == first


def test_a_share_of_fewer_than_ten_is_not_said() -> None:
    small = {"value": 1, "of": 3, "share": 33.3, "drafted_by_programme": 0}
    large = {"value": 5, "of": 10, "share": 50.0, "drafted_by_programme": 0}

    assert [part.text for part in parts_of(indicator("A10"), small)] == ["0"]
    assert "50.0\u00a0%" in [part.text for part in parts_of(indicator("A10"), large)]
    assert out_of(indicator("A10"), small) == "1 of 3"


def test_codes_are_said_in_words() -> None:
    levels = {"value": 2, "with_brief": 0, "by_level": {"bdo": 1, "dm": 1}}
    statuses = {"value": 2, "by_status": {"not_known": 1, "on_bail": 1}}
    said = [*parts_of(indicator("I19"), levels), *parts_of(indicator("I21"), statuses)]

    assert {"Block (BDO)", "District Magistrate", "Not known", "On bail"} <= {p.label for p in said}


def test_the_order_of_the_values_makes_no_difference() -> None:
    values = {"kept_by_due_date": 3, "promises": 5, "due": 6, "demands": 13}
    turned = dict(reversed(json.loads(json.dumps(values)).items()))

    assert parts_of(indicator("I18"), values) == parts_of(indicator("I18"), turned)


@pytest.mark.parametrize("one", [*ACHIEVEMENTS, *INDICATORS, MONEY_WAITING], ids=lambda i: i.id)
def test_every_indicator_has_its_words(one: Indicator) -> None:
    assert all(str(words) for words in (one.name, one.definition, one.unit, one.numerator))
    assert unit_of(one, dict.fromkeys(("value", *one.labels), 1))
    assert len(one.query.hash) == 32


def test_the_stamp_says_how_far_to_trust() -> None:
    assert stamp_words(Stamp(0, 0)) == "not yet checked against paper"
    assert stamp_words(Stamp(480, 300)) == "480 values checked against paper, 300 of them right"


def test_a_number_that_is_one_of_several_says_which() -> None:
    assert unit_of(indicator("I9"), {"n": 1, "application_to_order": 2}) == (
        "days: application to order"
    )
    assert unit_of(indicator("A9"), {"value": 1, "cid": 0}) == "investigations"
