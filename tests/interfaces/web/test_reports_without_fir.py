"""A report that is no FIR is listed with its days, and its letters live as those of a FIR do."""

import hashlib
from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from tafteesh.domain.diary.models import Task
from tafteesh.domain.files.actions import assign
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.papers.actions import add_paper
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import Letter, PoliceDiary
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import NOW, TODAY, Worker, make_worker

SP = "The Superintendent of Police, Basirhat Police District"
WRITTEN = date(2026, 11, 3)


@pytest.fixture(autouse=True)
def the_day_of_the_story() -> Iterator[None]:
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def diary(rina: SurvivorFile, asha: Worker) -> PoliceDiary:
    new = actions.NewDiary("missing", "Hasnabad", WRITTEN, "1021")
    return actions.record_diary(file=rina, new=new, by=asha.actor)


@pytest.fixture
def desk(asha: Worker) -> Client:
    return desk_of(asha)


@pytest.fixture
def lawyer(office: Organisation, rina: SurvivorFile, asha: Worker, meera: Worker) -> Worker:
    made = make_worker("lata", Role.LAWYER, office)
    enter(meera.actor)
    assign(file=rina, to=made.person, by=meera.actor)
    enter(asha.actor)
    return made


def drafted(file: SurvivorFile, asha: Worker, kind: str = "no_fir") -> Letter:
    enter(asha.actor)
    return actions.draft_letter(
        fir=None, kind=kind, language="en", addressee=SP, survivor=file, by=asha.actor
    )


def test_the_list_is_empty_for_bimal_and_names_days_and_proof_for_asha(
    diary: PoliceDiary, desk: Client, bimal: Worker, dev: Worker
) -> None:
    url = reverse("proceedings:reports")
    assert desk_of(dev).get(url).status_code == 403
    assert "No report waits for a FIR" in words_of(desk_of(bimal).get(url))

    said = words_of(desk.get(url))

    assert "Hasnabad · 03-11-2026" in said
    assert "No FIR for 20 days" in said
    assert "Not proved yet" in said
    assert url in desk.get(reverse("duties:board")).content.decode()


def test_a_report_that_became_a_fir_leaves_the_list(
    diary: PoliceDiary, rina: SurvivorFile, desk: Client, asha: Worker
) -> None:
    new = actions.NewFir("Hasnabad", 31, 2026, "source", date(2026, 11, 14))
    fir = actions.record_fir(new=new, survivors=[rina], by=asha.actor)
    actions.diary_became_fir(diary=diary, fir=fir, by=asha.actor)

    assert "No report waits for a FIR" in words_of(desk.get(reverse("proceedings:reports")))


def test_a_letter_about_nobody_and_a_letter_of_a_strange_file_are_refused(
    rina: SurvivorFile, asha: Worker, bimal: Worker
) -> None:
    with pytest.raises(actions.AboutNobody):
        actions.draft_letter(fir=None, kind="no_fir", language="en", addressee="", by=asha.actor)
    row = drafted(rina, asha)
    with pytest.raises(DatabaseError), transaction.atomic():
        Letter.unscoped.filter(pk=row.pk).update(survivor_file=None)
    desk = desk_of(bimal)
    for name in ("letter", "letter_pdf", "letter_send", "letter_back"):
        assert desk.get(reverse(f"proceedings:{name}", args=[row.pk])).status_code == 404
    url = reverse("proceedings:draft_file_letter", args=[rina.pk, "no_fir"])
    assert desk.post(url).status_code == 404
    assert desk_of(asha).post(url.replace("no_fir", "to_sp")).status_code == 404, "that needs a FIR"


def test_without_a_diary_the_letter_names_what_is_missing_and_where(
    rina: SurvivorFile, desk: Client, asha: Worker
) -> None:
    url = reverse("proceedings:draft_file_letter", args=[rina.pk, "no_fir"])

    page = desk.post(url, follow=True)

    said, shown = words_of(page), page.content.decode()
    assert "The diary or report to the police" in said
    assert reverse("proceedings:new_diary", args=[rina.pk]) in shown
    assert "To whom the letter goes" in said
    assert reverse("proceedings:file_letter", args=[rina.pk]) in shown


def test_it_is_approved_kept_sent_chased_and_answered(
    diary: PoliceDiary, rina: SurvivorFile, desk: Client, lawyer: Worker, asha: Worker
) -> None:
    row = drafted(rina, asha)
    shown = words_of(desk.get(reverse("proceedings:letter", args=[row.pk])))
    assert "Missing diary number 1021 of 03-11-2026, Hasnabad: 20 days without a FIR." in shown
    assert "BNSS 173(4), CrPC 154(3)" in shown

    hers = lawyer.at_desk()
    page = reverse("proceedings:letter", args=[row.pk])
    seen = hers.get(page).context["seen"]
    hers.post(reverse("proceedings:letter_approve", args=[row.pk]), {"seen": seen})
    enter(asha.actor)
    row = Letter.objects.visible_to(asha.actor).get(pk=row.pk)
    assert row.number == "IS/2026/0001"
    pdf = desk.get(reverse("proceedings:letter_pdf", args=[row.pk])).content
    assert hashlib.sha256(pdf).hexdigest() == row.sha256

    enter(asha.actor)
    receipt = add_paper(file=rina, kind="reply", dated_on=TODAY, by=asha.actor)
    typed = {"on": f"{TODAY:%d-%m-%Y}", "way": "post", "proof": str(receipt.pk)}
    sent = desk.post(reverse("proceedings:letter_send", args=[row.pk]), typed)
    assert sent.status_code == 302
    enter(asha.actor)
    assert Task.objects.visible_to(asha.actor).get(kind="chase_reply").due_on == date(2026, 12, 23)
    answer = {"answered_on": f"{TODAY:%d-%m-%Y}", "reply": "refused"}
    assert (
        desk.post(reverse("proceedings:letter_answered", args=[row.pk]), answer).status_code == 302
    )

    enter(asha.actor)
    court = drafted(rina, asha, "no_fir_court")
    said = words_of(desk.get(reverse("proceedings:letter", args=[court.pk])))
    assert "Letter IS/2026/0001 of 23-11-2026 to the Superintendent of Police" in said
    assert rina.number in words_of(desk.get(reverse("proceedings:letters")))


def test_a_free_lawyer_is_asked_for_without_a_fir(
    rina: SurvivorFile, desk: Client, asha: Worker
) -> None:
    shown = desk.get(reverse("legalaid:file", args=[rina.pk])).content.decode()
    url = reverse("proceedings:file_letter", args=[rina.pk])
    assert f"{url}?kind=dlsa_aid" in shown

    typed = {"kind": "dlsa_aid", "language": "en", "addressee": ""}
    page = desk.post(url, typed, follow=True)

    said = words_of(page)
    assert "No FIR stands for her yet" in said
    assert "The Secretary, District Legal Services Authority" in said


def test_a_paper_of_another_file_proves_nothing(
    diary: PoliceDiary, rina: SurvivorFile, asha: Worker, lawyer: Worker
) -> None:
    row = drafted(rina, asha)
    other = asha.opens("S-0900")
    paper = add_paper(file=other, kind="reply", dated_on=TODAY, by=asha.actor)
    Letter.unscoped.filter(pk=row.pk).update(sent_on=TODAY, reply_due_on=TODAY)

    with pytest.raises(actions.PaperFromElsewhere):
        actions.prove_letter(letter=row, proof=paper, by=asha.actor)
