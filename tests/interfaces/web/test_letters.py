"""Letters: blocked by what is missing, drafted from facts, sent once, answered after they were sent."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.files.sealing import open_from
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import Fir, Letter
from tafteesh.domain.proceedings.queries import fir_sheet
from tafteesh.foundation.vault.keys import key_of
from tafteesh.interfaces.letters.petition import draft, letter_pdf
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import NOW, TODAY, Worker

SP = "SP, Basirhat Police District"


@pytest.fixture
def fir(asha: Worker, rina: SurvivorFile) -> Fir:
    new = actions.NewFir("Basirhat", 212, 2026, "source", date(2026, 11, 13))
    return actions.record_fir(new=new, survivors=[rina], by=asha.actor)


@pytest.fixture
def letter(fir: Fir, asha: Worker) -> Letter:
    return actions.draft_letter(fir=fir, kind="to_ahtu", language="en", addressee=SP, by=asha.actor)


@pytest.fixture
def desk(asha: Worker) -> Client:
    return desk_of(asha)


def with_sections(fir: Fir, worker: Worker) -> None:
    actions.add_sections(fir=fir, sections=[("BNS", "143")], added_on=None, by=worker.actor)


def test_bimal_meets_no_letter(letter: Letter, bimal: Worker) -> None:
    desk = desk_of(bimal)

    for name in ("letter", "letter_pdf"):
        url = reverse(f"proceedings:{name}", args=[letter.pk])
        assert desk.get(url).status_code == 404


def test_a_missing_fact_blocks_the_draft_and_is_named_with_a_link(
    letter: Letter, desk: Client
) -> None:
    shown = desk.get(reverse("proceedings:letter", args=[letter.pk])).content.decode()

    assert "The sections of the FIR" in shown
    assert reverse("proceedings:add_sections", args=[letter.fir_id]) in shown
    assert desk.get(reverse("proceedings:letter_pdf", args=[letter.pk])).status_code == 404
    refused = desk.get(reverse("proceedings:letter_send", args=[letter.pk]), follow=True)
    assert "Fill in what is missing first" in words_of(refused)


def test_it_cites_the_judgment_and_the_hours(letter: Letter, desk: Client, asha: Worker) -> None:
    with_sections(letter.fir, asha)

    made = draft(letter, fir_sheet(asha.actor, letter.fir), TODAY)

    assert "Sangita Sahu" in made.text
    assert "240 hours" in made.text
    assert "Basirhat 212/2026 of 13-11-2026 under 143 BNS" in made.text


@pytest.mark.parametrize("language", ["en", "bn"])
def test_it_is_set_on_paper_the_same_every_time(
    letter: Letter, asha: Worker, language: str
) -> None:
    with_sections(letter.fir, asha)
    letter.language = language
    sheet = fir_sheet(asha.actor, letter.fir)

    first, again = (letter_pdf(letter, sheet, NOW, TODAY) for _ in range(2))

    assert first.startswith(b"%PDF")
    assert first == again


def test_sent_once_answered_later(letter: Letter, desk: Client, asha: Worker) -> None:
    with_sections(letter.fir, asha)
    sent = {"on": "01-09-2026", "number": "IS/12", "submission_key": "s"}
    early = {"answered_on": "31-08-2026", "submission_key": "a"}
    send = reverse("proceedings:letter_send", args=[letter.pk])
    answer = reverse("proceedings:letter_answered", args=[letter.pk])
    assert "Save first when" in words_of(desk.post(answer, early))

    assert desk.post(send, sent).status_code == 302
    assert "sent already" in words_of(desk.post(send, sent | {"submission_key": "s2"}))
    assert "cannot be before" in words_of(desk.post(answer, early | {"submission_key": "b"}))
    assert "1 letter without an answer" in words_of(desk.get(reverse("proceedings:letters")))

    row = Letter.objects.visible_to(asha.actor).get()
    assert (row.reply_due_on, len(row.sha256)) == (date(2026, 10, 1), 64)
    body = open_from(row, "body_sealed", key_of(row.fir_id)).reveal()
    assert "Sangita Sahu" in body


def test_the_protest_petition_comes_by_one_press(fir: Fir, desk: Client, asha: Worker) -> None:
    with_sections(fir, asha)
    actions.change_fir(fir=fir, changes={"court_words": "ACJM Basirhat"}, by=asha.actor)
    for part in ("seller", "recruiter"):
        actions.add_accused(fir=fir, name="A man", part=part, by=asha.actor)
    people = tuple(one.row for one in fir_sheet(asha.actor, fir).accused[:1])
    new = actions.NewChargeSheet("charge_sheet", "44", TODAY, people, (("BNS", "143"),))
    sheet = actions.record_charge_sheet(fir=fir, new=new, by=asha.actor)

    shown = desk.post(reverse("proceedings:contest", args=[sheet.pk]), follow=True)

    assert "Accused of the FIR who do not stand in it: number 2." in words_of(shown)
