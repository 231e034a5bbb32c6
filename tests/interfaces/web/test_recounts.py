"""A reported total is counted again from the papers of a few places."""

import pytest
from django.urls import reverse

from tafteesh.domain.checking.models import Recount
from tests.interfaces.web.at_the_desk import words_of
from tests.people import Worker

HERE, NEW = "/check-data/recounts/", "/check-data/recounts/new/"


def test_who_does_not_check_counts_nothing(asha: Worker, joba: Worker, meera: Worker) -> None:
    assert asha.at_desk().get(HERE).status_code == 403
    meera.at_desk().post(NEW, {"title": "Visits", "sites": "A, 10, 9"})
    assert "Visits" not in words_of(joba.at_desk().get(HERE))


def test_the_factor_is_a_ratio_of_sums_with_its_range(meera: Worker) -> None:
    desk = meera.at_desk()
    assert "No total was counted again yet" in words_of(desk.get(HERE))
    lines = "A, 100, 94\nB, 120, 119\nC, 80, 70\nD, 60, 58"
    answer = desk.post(NEW, {"title": "Visits in October", "sites": lines})
    assert answer.headers["Location"] == reverse("check_data:recounts")

    words = words_of(desk.get(HERE))

    assert "94.7 % of what was reported is in the papers" in words, "341 of 360"
    assert "95 in 100 sure" in words
    assert "do not show that too much or too little" in words


def test_one_place_shows_no_range_and_too_much_is_said(meera: Worker) -> None:
    desk = meera.at_desk()
    desk.post(NEW, {"title": "Visits", "sites": "A\t100\t60"})
    words = words_of(desk.get(HERE))
    assert "one place alone shows no range" in words
    assert "More was reported than the papers hold." in words


@pytest.mark.parametrize(
    ("sites", "said"),
    [
        ("A, 10, 9\nB, many, 3", "Line 2: write the place, then two whole numbers"),
        ("A, 0, 0", "Nothing was reported in these lines"),
        ("A, 10", "Line 1"),
        ("A, 99999999999, 1", "Line 1"),
        ("A, 1, 1\n" * 700, "More than 500 lines"),
    ],
)
def test_what_cannot_be_read_is_told_and_kept(sites: str, said: str, meera: Worker) -> None:
    answer = meera.at_desk().post(NEW, {"title": "Visits", "sites": sites})
    assert said in words_of(answer)
    assert sites.split("\n", maxsplit=1)[0] in answer.content.decode()
    assert not Recount.unscoped.exists()
