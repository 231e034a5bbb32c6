"""The checklist of a FIR and the board of lapses: words, numbers that open, reasons that are kept."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import Fir, SetAside
from tafteesh.foundation.audit.models import Entry
from tafteesh.reference.editions.actions import load_edition
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import Worker
from tests.reference.small import law_edition

BOARD = "duties:board"


@pytest.fixture
def fir(rina: SurvivorFile, asha: Worker, meera: Worker) -> Fir:
    """The copy came nineteen days late."""
    load_edition(folder=law_edition(), by=meera.actor)
    details: dict[str, object] = {"copy_given_on": date(2026, 2, 2)}
    new = actions.NewFir("Hasnabad", 31, 2026, "source", date(2026, 1, 14), details)
    return actions.record_fir(new=new, survivors=[rina], by=asha.actor)


@pytest.fixture
def desk(asha: Worker) -> Client:
    return desk_of(asha)


def test_a_reader_of_totals_opens_no_board_and_bimal_an_empty_one(
    fir: Fir, dev: Worker, bimal: Worker
) -> None:
    assert desk_of(dev).get(reverse(BOARD)).status_code == 403
    assert "No lapse is known" in words_of(desk_of(bimal).get(reverse(BOARD)))


def test_the_checklist_says_state_law_arithmetic_and_paper(fir: Fir, desk: Client) -> None:
    said = words_of(desk.get(reverse("proceedings:fir", args=[fir.pk])))

    for words in ("Late 19 days", "BNSS 173(2)", "14-01-2026 + at once = 14-01-2026"):
        assert words in said
    assert "Not proved yet" in said
    assert "Waiting" in said, "no trafficking section since 14 January"


def test_what_is_not_known_is_asked_for(fir: Fir, desk: Client, rina: SurvivorFile) -> None:
    shown = desk.get(reverse("proceedings:fir", args=[fir.pk])).content.decode()

    assert f"{reverse('proceedings:new_step', args=[fir.pk])}?kind=progress_told" in shown
    for page in ("files:identity", "files:taking"):  # how old she was, what was done to her
        assert reverse(page, args=[rina.pk]) in shown


def test_the_board_counts_and_each_number_opens(fir: Fir, desk: Client) -> None:
    said = words_of(desk.get(reverse(BOARD)))
    assert "2 lapses" in said

    behind = words_of(desk.get(reverse(BOARD), {"kind": "fir-copy", "proved": "no"}))
    assert "1 lapse" in behind
    assert "Hasnabad 31/2026" in behind
    assert "Nothing in this choice" in words_of(desk.get(reverse(BOARD), {"proved": "yes"}))


def test_not_a_lapse_needs_a_reason_and_keeps_the_row(fir: Fir, desk: Client, asha: Worker) -> None:
    url = reverse("proceedings:put_aside", args=[fir.pk, "fir-copy"])
    assert desk.get(reverse("proceedings:put_aside", args=[fir.pk, "nothing"])).status_code == 404
    assert desk.post(url, {}).status_code == 200

    assert desk.post(url, {"why": "extended", "submission_key": "k"}).status_code == 302

    assert SetAside.objects.visible_to(asha.actor).get().why == "extended"
    said = words_of(desk.get(reverse("proceedings:fir", args=[fir.pk])))
    assert "Late 19 days" in said
    assert "No lapse: The court gave more time" in said
    assert "1 lapse" in words_of(desk.get(reverse(BOARD)))


def test_the_board_is_taken_along_by_those_who_may_and_it_is_written_down(
    fir: Fir, desk: Client, meera: Worker
) -> None:
    url = reverse("duties:export", args=["csv"])
    assert desk.get(url).status_code == 403

    answer = desk_of(meera).get(url)

    assert "Hasnabad 31/2026" in answer.content.decode()
    assert Entry.objects.filter(event="register_exported").exists()


def test_the_units_of_a_year_that_is_none_are_not_there(fir: Fir, desk: Client) -> None:
    assert desk.get(reverse("duties:units"), {"year": "x"}).status_code == 404
    said = words_of(desk.get(reverse("duties:units"), {"year": "2026-27"}))
    assert "0 FIRs are not with an AHTU" in said
