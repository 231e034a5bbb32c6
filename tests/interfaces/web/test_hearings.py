"""The court diary: a day, a week, court by court, and a sheet to take along."""

from datetime import timedelta

import pytest

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings.actions import HearingResult, NewFir, record_fir, record_hearing
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import NOW, TODAY, Worker


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tafteesh.interfaces.web.middleware.read_clock", lambda: NOW)


@pytest.fixture(autouse=True)
def diary(asha: Worker, rina: SurvivorFile) -> None:
    """Today at Bongaon, in three days at Basirhat, and one of last week that nobody told of."""
    for number, (after, court) in enumerate(
        [(0, "Bongaon Sessions"), (3, "ADJ Basirhat"), (-7, "Barasat")], start=1
    ):
        new = NewFir(station="Bongaon", number=number, year=2025, area="source")
        fir = record_fir(new=new, survivors=[rina], by=asha.actor)
        result = HearingResult(on=TODAY + timedelta(days=after), outcome="expected", court=court)
        record_hearing(fir=fir, result=result, by=asha.actor)


def test_a_week_stands_court_by_court_and_what_is_missing_below(asha: Worker) -> None:
    words = words_of(desk_of(asha).get("/hearings/"))

    assert words.rindex("Bongaon Sessions") < words.rindex("ADJ Basirhat")
    assert "Outcome not written down (1)" in words
    assert "Barasat" in words[words.index("Outcome not written down") :]


def test_a_day_shows_that_day_alone(asha: Worker) -> None:
    page = desk_of(asha).get("/hearings/", {"from": "26-11-2026", "span": "day"})
    words = words_of(page).partition("Outcome not written down")[0]

    assert "ADJ Basirhat" in words
    assert "Bongaon Sessions" not in words


def test_a_day_without_a_hearing_says_so(asha: Worker) -> None:
    page = desk_of(asha).get("/hearings/", {"from": "01-02-2027"})

    assert "No hearings on these days" in words_of(page)


def test_the_sheet_to_print_holds_no_name(asha: Worker, rina: SurvivorFile) -> None:
    page = desk_of(asha).get("/hearings/", {"print": "yes"})

    assert rina.number in words_of(page)
    assert "Tick what happened" in words_of(page)
    assert "Rina" not in page.content.decode()


def test_another_desk_has_an_empty_diary(bimal: Worker) -> None:
    words = words_of(desk_of(bimal).get("/hearings/"))

    assert "Bongaon" not in words
    assert "No hearings on these days" in words
