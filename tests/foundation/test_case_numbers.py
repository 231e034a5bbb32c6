"""Numbers of cases as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tafteesh.foundation.kernel.case_numbers import CaseAsked, case_asked


@pytest.mark.parametrize(
    ("written", "number", "year", "rest"),
    [
        ("212/2025", 212, 2025, ""), ("212-25", 212, 2025, ""), ("২১২/২৫", 212, 2025, ""), ("Bongaon 212/25", 212, 2025, "Bongaon"),
        ("PS case no 212 of 2025", 212, 2025, "PS"), ("212/98", 212, 1998, ""), ("FIR 212", 212, 0, ""),
        ("Basirhat PS 45 dated 12/03/24", 45, 2024, "Basirhat PS"), ("বনগাঁ থানা মামলা নং ২১২ সাল ২০২৫", 0, 0, None),
        ("एफआईआर 45/2024", 45, 2024, ""), ("123/2021", 123, 2021, ""), ("Basirhat PS 123 of 21", 123, 2021, "Basirhat PS"),
        ("FIR no 123/21 dt 03.05.2021", 123, 2021, ""), ("FIR No. 123/21 of Basirhat P.S.", 123, 2021, "Basirhat P.S"),
        ("123/21 Basirhat", 123, 2021, "Basirhat"), ("১২৩/২০২১ বসিরহাট থানা", 123, 2021, "বসিরহাট থানা"),
        ("Case No. 0123/21 dt. 3-5-21 u/s 370/372 IPC Basirhat", 123, 2021, ""), ("123 / 2021, Basirhat PS", 123, 2021, "Basirhat PS"),
    ],
)  # fmt: skip
def test_a_number_and_its_year_are_read(
    written: str, number: int, year: int, rest: str | None
) -> None:
    asked = case_asked(written)
    assert asked is not None
    if rest is not None:
        assert asked == CaseAsked(number, year, rest=rest)


def test_a_cnr_is_read_with_and_without_strokes() -> None:
    for written in ("WBNP010012342025", "wbnp01-001234-2025", "CNR: WBNP 01 001234 2025"):
        assert case_asked(written) == CaseAsked(cnr="WBNP010012342025")


@pytest.mark.parametrize("written", ["Rina", "1234", "9830000001", "03/05/2025", "Rina 2004", ""])
def test_what_is_no_case_is_none(written: str) -> None:
    assert case_asked(written) is None


@given(st.text())
def test_anything_may_be_asked(written: str) -> None:
    case_asked(written)
