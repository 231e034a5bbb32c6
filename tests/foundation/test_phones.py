"""Mobile numbers as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tafteesh.foundation.kernel.doubts import Doubt
from tafteesh.foundation.kernel.no_answer import Answer
from tafteesh.foundation.kernel.phone import read_phone


@pytest.mark.parametrize(
    "written",
    [
        "9812345670", "98123-45670", "+91 98123 45670", "09812345670", "0091-9812345670", 9812345670, 9812345670.0,
        "9812345670.0", "৯৮১২৩৪৫৬৭০", "Mob: 9812345670", "(+91)9812345670", "91 9812345670",
    ],
)  # fmt: skip
def test_a_number_is_ten_digits_however_it_is_written(written: object) -> None:
    assert read_phone(written).value == "9812345670"


@pytest.mark.parametrize("between", ["/", ", ", " or ", " & ", " ", "; ", " ও "])
def test_two_numbers_in_one_cell_are_both_kept(between: str) -> None:
    reading = read_phone(f"9812345670{between}7003000001")

    assert reading.numbers == ("9812345670", "7003000001")
    assert reading.note


@pytest.mark.parametrize(
    ("written", "doubt"),
    [
        ("917018892", Doubt.PHONE_WRONG_LENGTH), (98123456701, Doubt.PHONE_WRONG_LENGTH),
        ("5812345670", Doubt.PHONE_WRONG_START), ("her brother", Doubt.NOT_A_PHONE), (True, Doubt.NOT_A_PHONE),
        ("9812345670 / 98123", Doubt.PHONE_WRONG_LENGTH), ("9" * 10_000_000, Doubt.TOO_LONG),
    ],
)  # fmt: skip
def test_what_is_no_mobile_number_is_a_doubt(written: object, doubt: Doubt) -> None:
    assert (read_phone(written).numbers, read_phone(written).doubt) == ((), doubt)


def test_no_phone_is_no_answer() -> None:
    assert read_phone("NA").answer is Answer.NA
    assert read_phone(None).answer is Answer.NOT_ASKED
    assert read_phone(float("nan")).answer is Answer.NOT_ASKED


@given(
    st.text()
    | st.text("+0123456789 -/,.")
    | st.integers()
    | st.sampled_from([10**400, -(10**5000)])
    | st.floats()
    | st.none()
    | st.datetimes()
)
def test_no_cell_makes_the_phone_reader_fail(raw: object) -> None:
    for number in read_phone(raw).numbers:
        assert len(number) == 10
        assert number[0] in "6789"
