"""Letters: blocked by what is missing, approved by a lawyer, kept byte for byte, sent by hand, chased, answered."""

import hashlib
import os
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from tafteesh.domain.diary.models import Task
from tafteesh.domain.files.actions import assign
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.files.sealing import open_from
from tafteesh.domain.papers.actions import add_paper
from tafteesh.domain.papers.keeping import check_folder
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import Fir, Letter
from tafteesh.domain.proceedings.queries import fir_sheet, letters_held
from tafteesh.foundation.access.context import acting_as, enter
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tafteesh.foundation.audit.models import Entry
from tafteesh.foundation.vault.keys import key_of
from tafteesh.interfaces.commands.actors import machine
from tafteesh.interfaces.letters.drafting import draft
from tafteesh.interfaces.letters.facts import facts_of
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import NOW, TODAY, Worker, make_worker

SP = "SP, Basirhat Police District"
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def the_day_of_the_story() -> Iterator[None]:
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def fir(asha: Worker, rina: SurvivorFile) -> Fir:
    new = actions.NewFir("Basirhat", 212, 2026, "source", date(2026, 11, 13))
    return actions.record_fir(new=new, survivors=[rina], by=asha.actor)


@pytest.fixture
def letter(fir: Fir, asha: Worker) -> Letter:
    return actions.draft_letter(fir=fir, kind="to_ahtu", language="en", addressee=SP, by=asha.actor)


@pytest.fixture
def lawyer(office: Organisation, rina: SurvivorFile, asha: Worker, meera: Worker) -> Worker:
    """A lawyer who has Rina's file."""
    made = make_worker("lata", Role.LAWYER, office)
    enter(meera.actor)
    assign(file=rina, to=made.person, by=meera.actor)
    enter(asha.actor)
    return made


@pytest.fixture
def desk(asha: Worker) -> Client:
    return desk_of(asha)


def page_of(name: str, row: Letter) -> str:
    return reverse(f"proceedings:{name}", args=[row.pk])


def with_sections(fir: Fir, worker: Worker) -> None:
    actions.add_sections(fir=fir, sections=[("BNS", "143")], added_on=None, by=worker.actor)


def approved(row: Letter, lawyer: Worker) -> Letter:
    """The lawyer reads it and presses once."""
    desk = lawyer.at_desk()
    seen = desk.get(page_of("letter", row)).context["seen"]
    desk.post(page_of("letter_approve", row), {"seen": seen})
    enter(lawyer.actor)
    return Letter.objects.visible_to(lawyer.actor).get(pk=row.pk)


def test_bimal_meets_no_letter(letter: Letter, bimal: Worker) -> None:
    desk = desk_of(bimal)

    for name in ("letter", "letter_pdf", "letter_word", "letter_send", "letter_back"):
        assert desk.get(page_of(name, letter)).status_code == 404


def test_only_a_lawyer_approves(letter: Letter, desk: Client, asha: Worker) -> None:
    with_sections(letter.fir, asha)
    page = words_of(desk.get(page_of("letter", letter)))

    assert "A lawyer of the file reads and approves it" in page
    assert "Approve this letter" not in page
    assert desk.post(page_of("letter_approve", letter)).status_code == 403
    enter(asha.actor)
    with pytest.raises(NotAllowed):
        actions.approve_letter(letter=letter, make=lambda _number: None, by=asha.actor)  # type: ignore[arg-type, return-value] # refused before


def test_a_missing_fact_blocks_the_draft_and_is_named_with_a_link(
    letter: Letter, desk: Client, lawyer: Worker
) -> None:
    shown = desk.get(page_of("letter", letter)).content.decode()

    assert "The sections of the FIR" in shown
    assert reverse("proceedings:add_sections", args=[letter.fir_id]) in shown
    assert desk.get(page_of("letter_pdf", letter)).status_code == 404
    assert desk.get(page_of("letter_word", letter)).status_code == 404
    refused = desk_of(lawyer).post(page_of("letter_approve", letter), follow=True)
    assert "Fill in what is missing first" in words_of(refused)


def test_it_cites_the_judgment_and_the_hours(letter: Letter, asha: Worker) -> None:
    with_sections(letter.fir, asha)

    made = draft(facts_of(asha.actor, letter, sender="Ichamati Sahay"))

    assert "Sangita Sahu" in made.text
    assert "240 hours" in made.text
    assert "Basirhat 212/2026 of 13-11-2026 under 143 BNS" in made.text


def test_nothing_goes_out_before_a_lawyer_approved_it(
    letter: Letter, desk: Client, asha: Worker
) -> None:
    with_sections(letter.fir, asha)

    refused = desk.get(page_of("letter_send", letter), follow=True)

    assert "A lawyer approves it first" in words_of(refused)
    enter(asha.actor)
    with pytest.raises(actions.NotApproved):
        actions.send_letter(letter=letter, sent=actions.Sent(TODAY), by=asha.actor)


def test_what_was_not_read_is_not_approved(letter: Letter, lawyer: Worker, asha: Worker) -> None:
    with_sections(letter.fir, asha)
    desk = desk_of(lawyer)
    seen = desk.get(page_of("letter", letter)).context["seen"]
    enter(asha.actor)
    actions.add_sections(fir=letter.fir, sections=[("ITPA", "5")], added_on=None, by=asha.actor)

    refused = desk.post(page_of("letter_approve", letter), {"seen": seen}, follow=True)

    assert "The facts changed since you read it" in words_of(refused)


def test_what_was_approved_is_kept_byte_for_byte(
    letter: Letter, lawyer: Worker, desk: Client, asha: Worker
) -> None:
    with_sections(letter.fir, asha)
    row = approved(letter, lawyer)
    enter(asha.actor)
    actions.add_sections(fir=letter.fir, sections=[("ITPA", "5")], added_on=None, by=asha.actor)

    pdf = desk.get(page_of("letter_pdf", row)).content
    word = desk.get(page_of("letter_word", row)).content

    assert row.number == "IS/2026/0001"
    assert row.approved_by_id == lawyer.person.pk
    assert hashlib.sha256(pdf).hexdigest() == row.sha256
    assert hashlib.sha256(word).hexdigest() == row.word_sha256
    enter(asha.actor)
    body = open_from(row, "body_sealed", key_of(row.fir_id)).reveal()
    assert "Sangita Sahu" in body
    assert "IS/2026/0001" in body
    assert "ITPA" not in body
    assert Entry.objects.filter(event="letter_opened", about_id=row.pk).count() == 2


def test_numbers_follow_each_other_and_an_approved_letter_is_not_approved_again(
    letter: Letter, fir: Fir, lawyer: Worker, asha: Worker
) -> None:
    with_sections(fir, asha)
    second = actions.draft_letter(fir=fir, kind="to_sp", language="bn", addressee=SP, by=asha.actor)
    numbers = [approved(row, lawyer).number for row in (letter, second, letter)]

    assert numbers == ["IS/2026/0001", "IS/2026/0002", "IS/2026/0001"]
    enter(asha.actor)
    again = actions.draft_letter(
        fir=fir, kind="to_ahtu", language="en", addressee=SP, by=asha.actor
    )
    assert again.pk != letter.pk


def test_sent_once_chased_and_answered_later(
    letter: Letter, desk: Client, asha: Worker, lawyer: Worker, rina: SurvivorFile
) -> None:
    with_sections(letter.fir, asha)
    row = approved(letter, lawyer)
    enter(asha.actor)
    receipt = add_paper(file=rina, kind="reply", dated_on=TODAY, by=asha.actor)
    send, answer = page_of("letter_send", row), page_of("letter_answered", row)
    sent = {"on": f"{TODAY:%d-%m-%Y}", "way": "post", "submission_key": "s"}
    told = {"answered_on": f"{TODAY:%d-%m-%Y}", "reply": "granted"}
    assert "Save first when" in words_of(desk.post(answer, told | {"submission_key": "a"}))
    early = sent | {"on": f"{TODAY - DAY:%d-%m-%Y}", "submission_key": "e"}
    assert "went out after it was approved" in words_of(desk.post(send, early))

    assert desk.post(send, sent).status_code == 302
    assert "sent already" in words_of(desk.post(send, sent | {"submission_key": "s2"}))
    early = told | {"answered_on": f"{TODAY - DAY:%d-%m-%Y}", "submission_key": "b"}
    assert "cannot be before" in words_of(desk.post(answer, early))
    assert "No proof yet" in words_of(desk.get(page_of("letter", row)))
    desk.post(page_of("letter_proof", row), {"proof": str(receipt.pk), "submission_key": "p"})

    enter(asha.actor)
    row = Letter.objects.visible_to(asha.actor).get()
    assert (row.reply_due_on, row.sent_proof_id) == (TODAY + 30 * DAY, receipt.pk)
    chase = Task.objects.visible_to(asha.actor).get(kind="chase_reply")
    assert (chase.due_on, chase.done_on) == (row.reply_due_on, None)

    assert desk.post(answer, told | {"submission_key": "c"}).status_code == 302
    enter(asha.actor)
    chase.refresh_from_db()
    assert chase.done_on == TODAY
    assert "What was asked is granted" in words_of(desk.get(page_of("letter", row)))


def test_a_letter_without_an_answer_stands_in_the_register_and_goes_one_step_higher(
    letter: Letter, desk: Client, asha: Worker, lawyer: Worker
) -> None:
    with_sections(letter.fir, asha)
    row = approved(letter, lawyer)
    enter(asha.actor)
    Letter.unscoped.filter(pk=row.pk).update(approved_at=row.approved_at - 60 * DAY)
    sent = actions.Sent(TODAY - 40 * DAY, "hand")
    actions.send_letter(letter=row, sent=sent, by=asha.actor)

    register = words_of(desk.get(reverse("proceedings:letters"), {"view": "due"}))
    page = desk.get(page_of("letter", row)).content.decode()

    assert "Request to move the investigation to the AHTU" in register
    assert "?kind=to_cid" in page
    units = words_of(desk.get(reverse("proceedings:letters"), {"view": "units"}))
    assert "Letters sent to AHTU and CID: 1." in units
    assert "within thirty days: 0." in units


def test_only_what_did_not_go_out_is_taken_back(
    letter: Letter, desk: Client, asha: Worker, lawyer: Worker
) -> None:
    with_sections(letter.fir, asha)
    row = approved(letter, lawyer)
    back = {"reason": "her_wish", "submission_key": "b"}
    assert desk.post(page_of("letter_back", row), back).status_code == 302
    assert desk.get(page_of("letter", row)).status_code == 404

    enter(asha.actor)
    other = actions.draft_letter(
        fir=letter.fir, kind="to_sp", language="en", addressee=SP, by=asha.actor
    )
    other = approved(other, lawyer)
    enter(asha.actor)
    actions.send_letter(letter=other, sent=actions.Sent(TODAY), by=asha.actor)
    assert other.number == "IS/2026/0002", "a number is not given twice"
    with pytest.raises(actions.AlreadySent):
        actions.withdraw_letter(letter=other, reason="her_wish", by=asha.actor)


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


def test_a_letter_about_one_survivor_finds_her_where_she_is_alone(
    fir: Fir, desk: Client, asha: Worker, rina: SurvivorFile
) -> None:
    with_sections(fir, asha)
    new = {"kind": "dlsa_aid", "language": "en", "submission_key": "n"}

    shown = desk.post(reverse("proceedings:new_letter", args=[fir.pk]), new, follow=True)

    assert "section 12 of the Legal Services Authorities Act" in words_of(shown)
    assert rina.number in words_of(shown)


def test_the_night_finds_every_kept_letter_and_lays_none_aside(
    letter: Letter, lawyer: Worker, asha: Worker, settings: Any, tmp_path: Path
) -> None:
    settings.PAPERS = tmp_path
    with_sections(letter.fir, asha)
    row = approved(letter, lawyer)
    for path in tmp_path.glob("??/*"):
        os.utime(path, (0, 0))
    night = machine(Role.SYSTEM_ADMINISTRATOR)

    with acting_as(night):
        whole = check_folder(others=letters_held(night), by=night)
        (tmp_path / row.pdf_stored_as.hex[:2] / row.pdf_stored_as.hex).unlink()
        lost = check_folder(others=letters_held(night), by=night)

    assert (whole.whole, whole.lost, whole.strayed) == (2, [], 0)
    assert lost.lost == [row.pk]
