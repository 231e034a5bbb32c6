"""Facts on the screen: totals for all who read them, records only for those who reach them."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tafteesh.domain.facts.models import Release
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import Fir
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import Worker, make_worker

YEAR = "2025-26"


@pytest.fixture
def moved(asha: Worker, rina: SurvivorFile) -> Fir:
    """Rina's FIR, which an AHTU received on 5 January 2026."""
    new = actions.NewFir("Basirhat", 212, 2025, "source", date(2025, 8, 12))
    fir = actions.record_fir(new=new, survivors=[rina], by=asha.actor)
    spell = actions.NewSpell("ahtu", "Basirhat AHTU", received_on=date(2026, 1, 5))
    actions.record_spell(fir=fir, new=spell, by=asha.actor)
    return fir


@pytest.fixture
def rekha(office: Organisation) -> Worker:
    return make_worker("rekha", Role.PROGRAMME_MANAGER, office)


def wall(desk: Client, **choice: str) -> str:
    return words_of(desk.get(reverse("facts:home"), {"year": YEAR, **choice}))


def figure(desk: Client, name: str = "A9", **choice: str) -> str:
    return words_of(desk.get(reverse("facts:figure", args=[YEAR, name]), choice))


@pytest.mark.parametrize("language", ["en", "bn", "hi"])
def test_the_wall_opens_with_a_stamp_on_every_number(
    dev: Worker, moved: Fir, language: str
) -> None:
    answer = desk_of(dev, language).get(reverse("facts:home"), {"year": YEAR})

    page = answer.content.decode()
    assert answer.status_code == 200
    assert page.count('class="tile-checked"') == page.count('class="tile-value')


def test_no_code_is_shown(dev: Worker, asha: Worker, moved: Fir) -> None:
    enter(asha.actor)
    actions.add_accused(fir=moved, name="X", part="seller", by=asha.actor)

    said = wall(desk_of(dev))

    assert "Not known: 1" in said
    assert "not_known" not in said
    assert "by_" not in said


def test_a_per_cent_of_fewer_than_ten_is_told_as_raw_numbers(dev: Worker, moved: Fir) -> None:
    address = reverse("facts:home")
    page = desk_of(dev).get(address, {"year": "2026-27"})
    numbers = {card.id: card.number for _heading, many in page.context["groups"] for card in many}

    assert numbers["I11"] == numbers["I20"] == "0 of 1"
    assert numbers["I14"] == "–"


def test_what_was_known_on_a_day(dev: Worker, moved: Fir) -> None:
    desk = desk_of(dev)

    assert desk.get(reverse("facts:figure", args=[YEAR, "A9"])).context["number"] == "1"
    early = desk.get(reverse("facts:figure", args=[YEAR, "A9"]), {"known": "01-02-2026"})
    assert early.context["number"] == "0"
    assert desk.get(reverse("facts:home"), {"known": "tomorrow-ish"}).status_code == 404


def test_a_donors_year_opens_too(dev: Worker, moved: Fir) -> None:
    desk = desk_of(dev)
    for year in ("2025-07-01/2026-06-30", "2025-07-01_2026-06-30"):
        assert desk.get(reverse("facts:home"), {"year": year}).status_code == 200
    address = reverse("facts:figure", args=["2025-07-01_2026-06-30", "A9"])
    assert desk.get(address).context["number"] == "1"


def test_asha_opens_the_record_bimal_and_dev_only_count_it(
    asha: Worker, bimal: Worker, dev: Worker, moved: Fir
) -> None:
    page = desk_of(asha).get(reverse("facts:figure", args=[YEAR, "A9"])).content.decode()
    assert reverse("proceedings:fir", args=[moved.pk]) in page

    for other in (bimal, dev):
        said = figure(desk_of(other))
        assert "Basirhat" not in said.replace("Basirhat AHTU:", "")
        assert "1 more that you may not open" in said


@pytest.mark.parametrize("name", ["A1", "A2", "A8", "A11", "I4", "I6", "I8", "I21", "I22"])
def test_every_figure_says_what_it_means(dev: Worker, moved: Fir, name: str) -> None:
    said = figure(desk_of(dev), name)

    for words in ("What it means", "Counted", "Left out", "As known on", "Version 1"):
        assert words in said


def test_no_such_figure_and_no_such_year(dev: Worker) -> None:
    desk = desk_of(dev)

    assert desk.get(reverse("facts:figure", args=[YEAR, "A99"])).status_code == 404
    assert desk.get(reverse("facts:figure", args=["last", "A9"])).status_code == 404


def test_only_who_may_release_releases(asha: Worker, moved: Fir) -> None:
    desk = desk_of(asha)

    assert desk.get(reverse("facts:new_release")).status_code == 403
    assert reverse("facts:new_release") not in desk.get(reverse("facts:releases")).content.decode()


def test_a_year_is_told_anew_only_with_its_reason_and_both_editions_stay(
    rekha: Worker, asha: Worker, rina: SurvivorFile, moved: Fir
) -> None:
    desk = desk_of(rekha)
    first = desk.post(reverse("facts:new_release"), {"year": YEAR})
    assert first.status_code == 302
    enter(asha.actor)
    new = actions.NewFir("Basirhat", 213, 2025, "source")
    second_fir = actions.record_fir(new=new, survivors=[rina], by=asha.actor)
    spell = actions.NewSpell("cid", "CID", received_on=date(2026, 3, 31))
    actions.record_spell(fir=second_fir, new=spell, by=asha.actor)

    refused = desk.post(reverse("facts:new_release"), {"year": YEAR})
    assert "Say why" in words_of(refused)
    told = desk.post(reverse("facts:new_release"), {"year": YEAR, "reason": "A letter came late"})

    said = words_of(desk.get(told.headers["Location"]))
    assert "A letter came late" in said
    assert "Transfers to AHTU or CID: 1 → 2" in said
    assert "tells these numbers anew" in words_of(desk.get(first.headers["Location"]))
    assert "A letter came late" in figure(desk)
    enter(rekha.actor)
    assert Release.objects.visible_to(rekha.actor).count() == 2


def test_the_report_prints_the_same_bytes_in_three_languages(rekha: Worker, moved: Fir) -> None:
    desk = desk_of(rekha)
    desk.post(reverse("facts:new_release"), {"year": YEAR})
    enter(rekha.actor)
    release = Release.objects.visible_to(rekha.actor).get()
    for language in ("en", "bn", "hi"):
        address = reverse("facts:release_pdf", args=[release.pk, language])
        first, second = (desk.get(address).content for _ in range(2))
        assert first == second
        assert first.startswith(b"%PDF-")
        assert b"/MarkInfo" in first
        assert b"/Lang" in first
    assert desk.get(reverse("facts:release_pdf", args=[release.pk, "fr"])).status_code == 404


def test_another_office_has_no_such_release(rekha: Worker, moved: Fir, joba: Worker) -> None:
    desk_of(rekha).post(reverse("facts:new_release"), {"year": YEAR})
    enter(rekha.actor)
    release = Release.objects.visible_to(rekha.actor).get()
    elsewhere = make_worker("sunil", Role.PROGRAMME_MANAGER, joba.person.organisation)

    address = reverse("facts:release", args=[release.pk])
    assert desk_of(elsewhere).get(address).status_code == 404


def test_the_page_of_waiting_draws_no_curve_of_few(asha: Worker, joba: Worker) -> None:
    here = reverse("facts:waiting")
    page = words_of(desk_of(asha).get(here, {"year": "nonsense", "authority": "none"}))

    assert "Fewer than 10 claims" in page
    assert "From application to order" in page
    assert desk_of(joba).get(here).status_code == 403
