"""The ledger of a year goes along whole, on as many papers as it needs, and every paper adds up to the paisa."""

import io
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from tafteesh.domain.compensation import actions
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.interfaces.web.compensation import ledger
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import Worker

LAKH = 1_00_000_00
FIRST = date(2025, 5, 6)
YEAR = {"year": "2025-26"}


@pytest.fixture
def five_orders(rina: SurvivorFile, asha: Worker) -> None:
    """Five orders of one lakh and fifty-one paise each, and one of them set off in part."""
    claims = []
    for number in range(5):
        new = actions.NewClaim(date(2025, 4, 10))
        claims.append(actions.record_claim(file=rina, new=new, by=asha.actor))
        order = actions.NewOrder("final", FIRST + timedelta(days=number), LAKH + 51)
        actions.record_order(claim=claims[-1], new=order, by=asha.actor)
    against = claims[1].orders.get()
    off = actions.NewSetOff(against, date(2026, 3, 2), 40_000_00)
    actions.record_set_off(claim=claims[0], new=off, by=asha.actor)


@pytest.fixture
def desk(meera: Worker, monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setattr(ledger, "MOST_ON_PAPER", 4)
    monkeypatch.setattr(ledger, "AT_ONCE", 4)
    return desk_of(meera)


def paper(desk: Client, **asked: object) -> str:
    answer = desk.get(reverse("compensation:annexure"), {**YEAR, **asked})
    pages = PdfReader(io.BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


@pytest.mark.usefixtures("five_orders")
def test_who_may_not_take_it_along_gets_no_paper(asha: Worker) -> None:
    assert desk_of(asha).get(reverse("compensation:annexure"), YEAR).status_code == 403


@pytest.mark.usefixtures("five_orders")
def test_a_long_year_goes_on_the_next_paper_and_adds_up(desk: Client) -> None:
    first, second = paper(desk), paper(desk, **{"from": 4})

    assert "Part 1 of 2: entries 1 to 4 of 6." in first
    assert "Carried forward 4,00,002.04" in first
    assert "Part 2 of 2: entries 5 to 6 of 6." in second
    assert "Carried over 4,00,002.04" in second
    assert "-40,000.00" in second
    assert "Sum 4,60,002.55 0.00" in second
    beyond = desk.get(reverse("compensation:annexure"), {**YEAR, "from": 8})
    assert beyond.status_code == 404


@pytest.mark.usefixtures("five_orders")
def test_the_page_leads_to_every_paper_and_the_file_holds_all(desk: Client) -> None:
    page = words_of(desk.get(reverse("compensation:ledger"), YEAR))
    file = desk.get(reverse("compensation:ledger_file"), YEAR).content.decode("utf-8-sig")

    assert "part 1 of 2" in page
    assert "part 2 of 2" in page
    assert file.count("100000.51") == 5
    assert ",-40000.00," in file
    assert ",Sum,,460002.55,0.00" in file


@pytest.mark.usefixtures("five_orders")
def test_a_year_that_fits_says_nothing_of_parts(meera: Worker) -> None:
    whole = paper(desk_of(meera))

    assert "Part" not in whole
    assert "Sum 4,60,002.55 0.00" in whole
