"""Every rule finds what is wrong, says it in a sentence, and is silent where all is right."""

import json
import string
from datetime import date

import pytest

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.quality import fields
from tafteesh.domain.quality.catalogue import BY_CODE, RULES
from tafteesh.domain.quality.keeping import Found, Reach, ask
from tafteesh.domain.quality.rule import Family, Fix
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.kernel.approx_date import ApproxDate
from tests.domain.quality.nearly import NEARLY
from tests.domain.quality.wrong import LAKH, WRONG, World
from tests.people import Worker

BY_ITSELF = {"corrected-after-check"}  # a story of its own, in test_queue


def asked(by: Worker) -> list[Found]:
    enter(by.actor)
    return ask(RULES, Reach(tuple(by.actor.organisations)), by.actor)


def test_a_file_that_is_right_is_found_by_no_rule(rina: SurvivorFile, meera: Worker) -> None:
    assert asked(meera) == []


def test_there_are_many_rules_and_each_has_its_example() -> None:
    assert len(RULES) >= 20
    assert {rule.code for rule in RULES} - BY_ITSELF == WRONG.keys() == NEARLY.keys()
    assert {rule.family for rule in RULES} == set(Family), "every kind of mistake has its rule"
    assert len(BY_CODE) == len(RULES)


@pytest.mark.parametrize("code", WRONG)
def test_the_rule_finds_it_and_says_it(
    code: str, rina: SurvivorFile, asha: Worker, meera: Worker
) -> None:
    enter(meera.actor)
    WRONG[code](World(rina, asha))

    found = [one for one in asked(meera) if one.rule == code]
    assert len(found) == 1, "once, and not twice"
    assert found[0].owner_id == asha.person.pk, "whose file it is mends it"
    rule = BY_CODE[code]

    said = rule.sentence(json.loads(found[0].values))
    assert "%(" not in said
    assert "None" not in said
    assert not any(word in said for word in ("_paise", "_on", "not_known"))


@pytest.mark.parametrize("code", WRONG)
def test_the_rule_is_silent_where_it_is_only_nearly_so(
    code: str, rina: SurvivorFile, asha: Worker, meera: Worker
) -> None:
    enter(meera.actor)
    NEARLY[code](World(rina, asha))

    assert [one for one in asked(meera) if one.rule == code] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_names_only_what_can_be_corrected(rule: object) -> None:
    assert rule in RULES
    one = BY_CODE[rule.code]  # type: ignore[attr-defined] # a rule
    assert set(one.fields) <= (fields.BY_CODE[one.kind].by_code.keys() if one.kind else set())
    assert str(one.says).count("%(") == str(one.says).count(")s")
    assert set(string.ascii_lowercase) & set(str(one.do))


def test_what_is_proposed() -> None:
    fix = {code: BY_CODE[code].fix for code in BY_CODE}
    swapped = fix["copy-before-fir"]
    assert swapped
    assert swapped({"copy_on": "2025-02-07", "registered_on": "2025-06-10"}) == Fix(
        "copy_given_on", date(2025, 7, 2)
    ), "day and month the wrong way round"
    assert swapped({"copy_on": "2024-06-20", "registered_on": "2025-06-10"}) == Fix(
        "copy_given_on", date(2025, 6, 20)
    ), "the year before"
    assert swapped({"copy_on": "2020-02-29", "registered_on": "2025-06-10"}) is None

    born = fix["born-on-new-year"]
    assert born
    assert born({"day_on": "2005-01-01"}) == Fix(
        "born", ApproxDate(date(2005, 1, 1), date(2005, 12, 31))
    )
    zero = fix["ten-times-asked"]
    assert zero
    assert zero({"amount_paise": 10 * LAKH, "asked_paise": LAKH}) == Fix("amount_paise", LAKH)
    assert zero({"amount_paise": 11 * LAKH, "asked_paise": LAKH}) is None
    lakh = fix["amount-too-small"]
    assert lakh
    assert lakh({"amount_paise": 3_00}) == Fix("amount_paise", 3 * LAKH)
    assert lakh({"amount_paise": 900_00}) is None
