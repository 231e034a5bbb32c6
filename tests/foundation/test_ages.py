"""An age as it is told becomes the days on which she can have been born."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tafteesh.foundation.kernel.ages import read_age

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("16", date(2009, 11, 24), date(2010, 11, 23)),
        ("16 years", date(2009, 11, 24), date(2010, 11, 23)),
        ("১৬ বছর", date(2009, 11, 24), date(2010, 11, 23)),
        ("१६ साल", date(2009, 11, 24), date(2010, 11, 23)),
        ("17 or 18", date(2007, 11, 24), date(2009, 11, 23)),
        ("১৭ বা ১৮", date(2007, 11, 24), date(2009, 11, 23)),
        ("17-18", date(2007, 11, 24), date(2009, 11, 23)),
        ("about 16", date(2008, 11, 24), date(2011, 11, 23)),
        ("প্রায় ১৬", date(2008, 11, 24), date(2011, 11, 23)),
        ("लगभग 16", date(2008, 11, 24), date(2011, 11, 23)),
    ],
)
def test_ages_of_three_scripts(text: str, first: date, last: date) -> None:
    found = read_age(text, today=TODAY)
    assert found
    assert (found.earliest, found.latest, found.words) == (first, last, text)


@pytest.mark.parametrize(
    "text", ["", "young", "18 or 17", "200", "14-12-2010", "2010", "-3", "x" * 500]
)
def test_what_is_no_age(text: str) -> None:
    assert read_age(text, today=TODAY) is None


def test_the_twenty_ninth_of_february() -> None:
    found = read_age("17", today=date(2028, 2, 29))
    assert found
    assert (found.earliest, found.latest) == (date(2010, 3, 1), date(2011, 2, 28))


@given(st.text(max_size=80))
def test_it_never_fails(text: str) -> None:
    read_age(text, today=TODAY)
