"""What a scheme gives is named with its clause; what nobody settled is a question and never an amount to add."""

from datetime import date

import pytest
from django.urls import reverse

from tafteesh.domain.compensation.calculator import (
    Adding,
    Harm,
    Offer,
    Question,
    child_rule,
    offers,
    settled,
)
from tafteesh.reference.law.models import CompensationScheme, HeadOfLoss
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import TODAY, Worker

LAKH = 1_00_000_00
FLOOR = "50% more for a minor victim (sourced); extends to child victims (sourced)"


def scheme(key: str, kind: str, starts: date | None, **more: object) -> CompensationScheme:
    return CompensationScheme.objects.create(
        key=key,
        name=f"Scheme {key}",
        kind=kind,
        valid_from=starts,
        jurisdiction="Somewhere",
        **more,
    )


def head(
    of: CompensationScheme, name: str, low: int | None, high: int | None, **more: object
) -> str:
    more.setdefault("verification", "sourced")
    row = HeadOfLoss.objects.create(
        key=f"{of.key} {name}", scheme=of, position=of.heads.count(), name=name,
        min_paise=low, max_paise=high, citation=f"Schedule, {name}", **more,
    )  # fmt: skip
    return row.key


@pytest.fixture
def floor(db: None) -> CompensationScheme:
    row = scheme("F", "floor", date(2018, 10, 2), child_rule=FLOOR)
    head(row, "Rape", 4 * LAKH, 7 * LAKH)
    head(row, "Mental injury", 1 * LAKH, 2 * LAKH, verification="conflict")
    head(row, "Burns", 2 * LAKH, 3 * LAKH, verification="gk-to-verify")
    head(row, "Trafficking", None, None)
    head(row, "All heads", 1 * LAKH, 3 * LAKH)
    head(row, "Seen awards", 1 * LAKH, 9 * LAKH, is_observed=True)
    return row


def only(found: list[Offer]) -> Offer:
    [offer] = found
    return offer


def questions(offer: Offer, name: str) -> tuple[Question, ...]:
    return next(one.questions for one in offer.amounts if one.head.name == name)


@pytest.mark.parametrize(
    ("words", "percent", "below", "sourced"),
    [
        ("50% more if under 14 (sourced)", 50, 14, True),
        ("50% more under 14 years (sourced)", 50, 14, True),
        (FLOOR, 50, 18, True),
        ("25% more for a minor (gk-to-verify)", 25, 18, False),
    ],
)
def test_the_child_rule_is_read_from_the_scheme(
    words: str,
    percent: int,
    below: int,
    sourced: bool,  # noqa: FBT001 - a row of the table
) -> None:
    rule = child_rule(words)

    assert rule is not None
    assert (rule.percent, rule.below, rule.is_sourced) == (percent, below, sourced)


@pytest.mark.parametrize("words", ["", "child = under 18", "80% fixed deposit (sourced)"])
def test_where_the_scheme_says_nothing_nothing_is_added(words: str) -> None:
    assert child_rule(words) is None


@pytest.mark.usefixtures("floor")
def test_a_grown_woman_gets_the_amounts_as_they_stand() -> None:
    told = settled(offers(Harm("WB", TODAY, age=30)))

    assert [(one.head.name, one.low, one.high) for one in told] == [("Rape", 4 * LAKH, 7 * LAKH)]


@pytest.mark.parametrize(("age", "low"), [(17, 6 * LAKH), (18, 4 * LAKH)])
@pytest.mark.usefixtures("floor")
def test_a_child_gets_half_more(age: int, low: int) -> None:
    [told] = settled(offers(Harm("WB", TODAY, age=age)))

    assert told.low == low


@pytest.mark.usefixtures("floor")
def test_what_is_not_settled_is_a_question() -> None:
    offer = only(offers(Harm("WB", TODAY, age=30)))

    assert questions(offer, "Mental injury") == (Question.CONFLICT,)
    assert questions(offer, "Burns") == (Question.TO_VERIFY,)
    assert questions(offer, "Trafficking") == (Question.NO_AMOUNT,)
    assert questions(offer, "All heads") == (Question.OVERALL,)
    assert questions(offer, "Seen awards") == (Question.OBSERVED,)
    unknown = only(offers(Harm("WB", TODAY)))
    assert questions(unknown, "Rape") == (Question.CHILD,)
    assert settled([unknown]) == []


def test_several_heads_are_never_summed(floor: CompensationScheme) -> None:
    two = head(floor, "Pregnancy", 3 * LAKH, 4 * LAKH)
    one = only(offers(Harm("WB", TODAY, heads=["F Rape"], age=30)))
    both = only(offers(Harm("WB", TODAY, heads=["F Rape", two], age=30)))

    assert one.questions == ()
    assert both.questions == (Question.ADDING,)


def test_several_heads_are_summed_where_a_sourced_rule_adds_them_up(
    floor: CompensationScheme,
) -> None:
    two = head(floor, "Pregnancy", 3 * LAKH, 4 * LAKH)
    rule = floor.heads.get(name="Trafficking")

    def both(*more: str, age: int | None = 30) -> Offer:
        return only(offers(Harm("WB", TODAY, heads=["F Rape", two, *more], age=age)))

    rule.notes = "Woman covered by several heads may claim combined value (seen cut off in a paper)"
    rule.save()
    assert both().questions == (Question.ADDING,)
    assert both().together is None
    assert both().adding == Adding(
        "Woman covered by several heads may claim combined value",
        "Schedule, Trafficking",
        is_sourced=False,
    )

    rule.notes = "Woman covered by several heads may claim combined value (sourced)"
    rule.save()
    assert both().questions == ()
    assert both().together == (7 * LAKH, 11 * LAKH)
    assert both(age=17).together == (105 * LAKH // 10, 165 * LAKH // 10)
    assert both(age=None).together is None
    assert both("F Mental injury").together is None
    assert only(offers(Harm("WB", TODAY, heads=["F Rape"], age=30))).together is None


@pytest.mark.usefixtures("floor")
def test_the_scheme_is_that_of_the_day_and_no_other() -> None:
    old = scheme("W1", "state", date(2012, 11, 8), state_code="WB", surely_from=date(2012, 11, 8))
    old.valid_to = date(2017, 1, 31)
    old.save()
    head(old, "All heads", None, None)
    new = scheme("W2", "state", date(2017, 2, 1), state_code="WB", surely_from=date(2017, 2, 28))
    head(new, "Rape", 3 * LAKH, None)

    def keys(day: date) -> list[str]:
        return [offer.scheme.key for offer in offers(Harm("WB", day, age=30))]

    assert keys(date(2011, 1, 1)) == []
    assert keys(date(2015, 1, 1)) == ["W1"]
    assert keys(TODAY) == ["W2", "F"]
    doubt = offers(Harm("WB", date(2017, 2, 10), age=30))
    assert only(doubt).questions == (Question.WHICH_SCHEME,)
    assert settled(doubt) == []


@pytest.mark.usefixtures("floor")
def test_the_page_names_each_clause_and_asks_what_is_open(asha: Worker, dev: Worker) -> None:
    here = reverse("compensation:calculator")
    desk = desk_of(asha)
    said = words_of(desk.get(here, {"on": "01-11-2026", "age": "17"}))

    assert "₹6,00,000" in said
    assert "Schedule, Rape" in said
    assert "with 50 % more for a child under 18" in said
    assert "Sources disagree about this amount" in said
    assert "No scheme in our list" in words_of(desk.get(here, {"on": "01-01-2001"}))
    for wrong in ({"age": "x"}, {"on": "31-31-2020"}, {"head": "nonsense"}, {"state": "'"}):
        assert desk.get(here, wrong).status_code == 200
    assert desk_of(dev).get(here).status_code == 403
