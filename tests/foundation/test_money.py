"""Money: read from what offices write, said back in lakh and crore."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tafteesh.foundation.kernel.doubts import Doubt
from tafteesh.foundation.kernel.money import (
    in_words_bn,
    in_words_en,
    in_words_hi,
    read_money,
    rupees,
    short,
)
from tafteesh.foundation.kernel.no_answer import Answer

LAKH = 1_00_000 * 100


@pytest.mark.parametrize(
    "written",
    [
        300000, 300000.0, "300000", "3,00,000", "3,00,000/-", "Rs. 3,00,000", "Rs.3,00,000/- only", "₹ 3 lakh",
        "3 lac", "3L", "3lakhs", "300,000", "৩,০০,০০০", "৩ লাখ", "৩ লক্ষ টাকা", "तीन लाख रुपये", "তিন লাখ টাকা মাত্র",
        "Rupees three lakh only", "Rs 3,00,000/- (Rupees three lakh only)", "300 thousand", "INR 300000.00", "300k",
    ],
)  # fmt: skip
def test_three_lakh_is_three_lakh_however_it_is_written(written: object) -> None:
    assert read_money(written).paise == 3 * LAKH


@pytest.mark.parametrize(
    ("written", "in_rupees"),
    [
        ("4.5 lac", 4_50_000), ("4.5L", 4_50_000), ("10 lac", 10_00_000), ("1 cr", 1_00_00_000),
        ("৪.৫ লাখ", 4_50_000), ("50 hazar", 50_000), ("৫০ হাজার", 50_000), ("3 lakh 50 thousand", 3_50_000),
        ("3 lakh 50,000", 3_50_000), ("2 crore 3 lakh 4 thousand", 2_03_04_000), ("1,25,000.00", 1_25_000),
        ("one lakh twenty-five thousand", 1_25_000), ("two lakh three hundred twelve", 2_00_312), ("75000/=", 75_000),
    ],
)  # fmt: skip
def test_lakh_thousand_and_crore_add_up(written: str, in_rupees: int) -> None:
    assert read_money(written).paise == in_rupees * 100


def test_paise_are_kept_exactly() -> None:
    assert read_money("1,50,000.50").paise == 1_50_000_50
    assert read_money(0.1 + 0.2).paise == 30


@pytest.mark.parametrize(
    ("written", "doubt"),
    [
        (0, Doubt.ZERO_AMOUNT), ("0", Doubt.ZERO_AMOUNT), (-5, Doubt.NEGATIVE_AMOUNT), ("-500", Doubt.NEGATIVE_AMOUNT),
        ("30,00", Doubt.BAD_GROUPING), ("3,000,00", Doubt.BAD_GROUPING), ("300.000", Doubt.BAD_GROUPING),
        ("साढ़े 4 लाख", Doubt.FRACTION_WORD), ("সাড়ে চার লাখ", Doubt.FRACTION_WORD), ("sare 4 lakh", Doubt.FRACTION_WORD),
        ("dhai lakh", Doubt.FRACTION_WORD), ("3-4 lakh", Doubt.TWO_AMOUNTS), ("3 lakh 50", Doubt.TWO_AMOUNTS),
        ("3,00,000 + 2,00,000", Doubt.TWO_AMOUNTS), ("Rs 3,00,000 (four lakh)", Doubt.TWO_AMOUNTS),
        ("a lot", Doubt.NOT_AN_AMOUNT), (True, Doubt.NOT_AN_AMOUNT), (date(2024, 1, 1), Doubt.NOT_AN_AMOUNT),
        (1e20, Doubt.AMOUNT_TOO_LARGE), ("1" * 60, Doubt.AMOUNT_TOO_LARGE), ("0." + "1" * 60, Doubt.AMOUNT_TOO_LARGE),
            ("9,99,99,99,999 crore", Doubt.AMOUNT_TOO_LARGE), (10**400, Doubt.AMOUNT_TOO_LARGE), ("9" * 10_000_000, Doubt.TOO_LONG),
    ],
)  # fmt: skip
def test_an_amount_that_needs_guessing_is_a_doubt(written: object, doubt: Doubt) -> None:
    reading = read_money(written)

    assert (reading.paise, reading.doubt) == (None, doubt)


def test_no_answer_is_not_an_amount() -> None:
    assert read_money("NA").answer is Answer.NA
    assert read_money(None).answer is Answer.NOT_ASKED
    assert read_money(float("nan")).answer is Answer.NOT_ASKED


def test_amounts_are_shown_in_indian_grouping() -> None:
    assert rupees(4 * LAKH) == "₹4,00,000"
    assert rupees(12_34_56_789_50) == "₹12,34,56,789.50"
    assert rupees(-500_00) == "-₹500"


def test_big_sums_are_short_in_lakh_and_crore() -> None:
    assert short(65_75_000_00) == "65.75 lakh"
    assert short(4 * LAKH) == "4 lakh"
    assert short(1_25_00_000_00) == "1.25 crore"
    assert short(99_99_999_00) == "1 crore"
    assert short(75_000_00) == "75,000"


def test_amounts_are_said_in_three_languages() -> None:
    assert in_words_en(3_50_000_00) == "three lakh fifty thousand rupees"
    assert in_words_bn(3_12_345_00) == "তিন লক্ষ বারো হাজার তিনশো পঁয়তাল্লিশ টাকা"
    assert in_words_hi(4 * LAKH) == "चार लाख रुपये"
    assert in_words_en(1_00) == "one rupee"
    with pytest.raises(ValueError, match="below zero"):
        in_words_en(-1)


@given(st.integers(min_value=1, max_value=100_00_00_000 * 100))
def test_what_we_show_reads_back_as_the_same_amount(paise: int) -> None:
    assert read_money(rupees(paise)).paise == paise


@given(st.integers(min_value=1, max_value=99_99_99_999))
def test_what_we_say_in_english_reads_back_as_the_same_or_asks(whole: int) -> None:
    reading = read_money(in_words_en(whole * 100))

    is_unsure = whole > 1_000 and 0 < whole % 1_000 < 100  # "two lakh fifty" may mean thousands
    assert (reading.doubt is Doubt.TWO_AMOUNTS) if is_unsure else (reading.paise == whole * 100)


@settings(deadline=None)
@given(
    st.text()
    | st.from_regex(r"(rs\.?|₹)? ?[0-9,.]{1,12} ?(lakh|লাখ|cr|k|/-|\(|\))* ?[0-9]*", fullmatch=True)
    | st.integers() | st.sampled_from([10**400, -(10**5000)]) | st.floats() | st.none() | st.booleans() | st.dates() | st.times() | st.decimals()
)  # fmt: skip
def test_no_cell_makes_the_money_reader_fail(raw: object) -> None:
    reading = read_money(raw)

    assert (reading.paise is None) == (
        reading.doubt is not None or reading.answer is not Answer.KNOWN
    )
    assert reading.paise is None or reading.paise > 0
