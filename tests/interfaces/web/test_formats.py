"""Days and money read and look the same in all three languages."""

from dataclasses import dataclass
from datetime import date

import pytest
from django import forms
from django.template import Context, Template
from django.utils import formats, translation
from django.utils.formats import localize

from tafteesh.interfaces.web.templatetags.formats import (
    approx,
    day,
    fy,
    lakh,
    rupees,
    weekday,
    when,
)

LANGUAGES = ("en", "bn", "hi")


@dataclass
class Told:
    """A day as she told it."""

    earliest: date | None
    latest: date | None
    words: str = ""
    precision: str = "month"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", ["03-04-2024", "03/04/2024", "3.4.2024", "3-4-24", "2024-04-03"])
def test_a_day_is_read_day_first(language: str, typed: str) -> None:
    with translation.override(language):
        assert forms.DateField(localize=True).clean(typed) == date(2024, 4, 3)
        assert forms.DateField().clean(typed) == date(2024, 4, 3)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", ["12/13/2024", "04-31-2024", "2024/13/01"])
def test_a_day_that_only_makes_sense_month_first_is_refused(language: str, typed: str) -> None:
    with translation.override(language), pytest.raises(forms.ValidationError):
        forms.DateField().clean(typed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_are_grouped_in_lakh_and_the_week_starts_on_sunday(language: str) -> None:
    with translation.override(language):
        assert formats.number_format(6575000, use_l10n=True, force_grouping=True) == "65,75,000"
        assert localize(date(2026, 12, 14)) == "14-12-2026"
        assert formats.get_format("FIRST_DAY_OF_WEEK") == 0


@pytest.mark.parametrize(
    ("paise", "shown"),
    [
        (0, "₹0"),
        (99_900, "₹999"),
        (100_000, "₹1,000"),
        (4_00_000_00, "₹4,00,000"),
        (65_75_000_00, "₹65,75,000"),
        (1_14_00_000_50, "₹1,14,00,000.50"),
        (-5_00, "-₹5"),
        (None, ""),
    ],
)
def test_paise_are_written_as_rupees(paise: int | None, shown: str) -> None:
    assert rupees(paise) == shown


@pytest.mark.parametrize(
    ("paise", "shown"),
    [
        (65_75_000_00, "65.75 lakh"),
        (4_00_000_00, "4 lakh"),
        (4_50_000_00, "4.5 lakh"),
        (40_00_000_00, "40 lakh"),
        (1_14_00_000_00, "1.14 crore"),
    ],
)
def test_big_sums_are_said_in_lakh_and_crore(paise: int, shown: str) -> None:
    assert lakh(paise) == shown


def test_a_day_carries_the_form_that_machines_read() -> None:
    assert day(date(2026, 12, 14)) == '<time datetime="2026-12-14">14-12-2026</time>'
    assert "Mon 14-12-2026" in weekday(date(2026, 12, 14))
    assert day(None) == ""


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        (Told(date(2023, 3, 1), date(2023, 3, 31)), "~ March 2023"),
        (Told(date(2023, 1, 1), date(2023, 12, 31)), "~ 2023"),
        (Told(date(2023, 2, 1), date(2023, 3, 8)), "~ February to March 2023"),
        (Told(date(2019, 6, 1), date(2021, 5, 31)), "~ 2019 to 2021"),
        (Told(date(2023, 3, 8), date(2023, 3, 8)), ">08-03-2023<"),
        (Told(None, None, "when I was small"), "when I was small"),
    ],
)
def test_a_day_that_is_not_exact_says_no_more_than_is_known(told: Told, shown: str) -> None:
    assert shown in approx(told)


def test_words_as_told_are_escaped() -> None:
    told = Told(None, None, "<i>when I was small")
    shown = Template("{% load formats %}{{ told|approx }}{{ told|when }}").render(
        Context({"told": told})
    )

    assert "<i>" not in shown


def test_nothing_known_is_a_dash_and_never_an_empty_cell() -> None:
    assert when(None) == when("") == "–"
    assert when(419) == 419


@pytest.mark.parametrize(
    ("value", "year"), [(date(2026, 3, 31), "2025-26"), (date(2026, 4, 1), "2026-27"), (date(1999, 4, 1), "1999-00")]
)  # fmt: skip
def test_the_financial_year_starts_on_the_first_of_april(value: date, year: str) -> None:
    assert fy(value) == year
