"""The cover page and the way of one survivor to a lawyer."""

import io
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.legalaid import actions
from tafteesh.domain.legalaid.models import Assignment, Lawyer
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.kernel.clock import day_in_india, read_clock
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import TODAY, Worker

COVER = "legalaid:cover"


@pytest.fixture
def desk(asha: Worker) -> Client:
    return desk_of(asha)


def of(file: SurvivorFile, name: str = "file") -> str:
    return reverse(f"legalaid:{name}", args=[file.pk])


def test_a_file_that_is_not_hers_is_not_there(bimal: Worker, rina: SurvivorFile) -> None:
    desk = desk_of(bimal)
    for name in ("file", "need", "request", "assign"):
        assert desk.get(of(rina, name)).status_code == 404
    assert "No active file within your reach" in words_of(desk.get(reverse(COVER)))


def test_a_leader_and_a_reader_do_not_enter(dev: Worker) -> None:
    assert desk_of(dev).get(reverse(COVER)).status_code == 403


def test_the_eighth_day_of_a_request_turns_amber(
    desk: Client, asha: Worker, rina: SurvivorFile
) -> None:
    today = day_in_india(read_clock())
    enter(asha.on(today))
    actions.request_legal_aid(
        file=rina, authority="DLSA", requested_on=today - timedelta(days=8), by=asha.on(today)
    )
    answer = desk.get(reverse(COVER))

    assert "Asked for: day 8 of 7" in words_of(answer)
    assert "badge-warn" in answer.content.decode()
    assert "Name hidden" in words_of(answer)
    assert "Rina" not in answer.content.decode()


def test_from_a_wish_to_a_lawyer_and_back(desk: Client, asha: Worker, rina: SurvivorFile) -> None:
    name = {"name": "Adv. Sarkar", "kind": "panel"}
    assert desk.post(reverse("legalaid:new_lawyer"), name).status_code == 302
    enter(asha.actor)
    lawyer = Lawyer.objects.visible_to(asha.actor).get()
    wish = {"need": "wants", "starts_on": "01-10-2026"}
    assert desk.post(of(rina, "need"), wish).status_code == 302
    asked = {"authority": "DLSA", "requested_on": "02-10-2026"}
    assert desk.post(of(rina, "request"), asked).status_code == 302
    assert "waits already" in words_of(desk.post(of(rina, "request"), asked))

    given = {"lawyer": str(lawyer.pk), "starts_on": "05-10-2026", "for_what": "both"}
    assert desk.post(of(rina, "assign"), given | {"submission_key": "k" * 32}).status_code == 302
    assert desk.post(of(rina, "assign"), given | {"submission_key": "k" * 32}).status_code == 302
    assert "acts for her on those days already" in words_of(desk.post(of(rina, "assign"), given))
    assert "Every survivor has a lawyer." in words_of(desk.get(reverse(COVER)))
    assert "acts for 1 survivor" in words_of(desk.get(reverse("legalaid:lawyers")))
    page = desk.get(reverse("legalaid:lawyer", args=[lawyer.pk]))
    assert rina.number in words_of(page)

    enter(asha.actor)
    spell = Assignment.objects.visible_to(asha.actor).get()
    end = reverse("legalaid:end", args=[spell.pk])
    assert "before the first day" in words_of(desk.post(end, {"ends_on": "01-10-2026"}))
    assert desk.post(end, {"ends_on": "01-11-2026"}).status_code == 302
    assert "days without a free lawyer" in words_of(desk.get(reverse(COVER)))
    assert "05-10-2026 – 01-11-2026" in words_of(desk.get(of(rina)))


def test_the_pack_for_the_secretary_names_no_survivor(
    asha: Worker, meera: Worker, rina: SurvivorFile
) -> None:
    actions.request_legal_aid(
        file=rina, authority="DLSA Barasat", requested_on=TODAY - timedelta(days=20), by=asha.actor
    )
    desk = desk_of(asha)
    url = reverse("legalaid:complaint", args=[rina.pk])
    desk.post(url, {"who": "lawyer", "asked_on": f"{TODAY:%d-%m-%Y}", "amount_paise": "5 hajar"})
    desk.post(url, {"who": "lawyer", "asked_on": f"{TODAY:%d-%m-%Y}", "amount_paise": "5,000"})
    page = words_of(desk.get(reverse("legalaid:pack")))

    assert "DLSA Barasat" in page
    assert "A lawyer ₹5,000" in page
    assert rina.number in page
    assert "Rina" not in page


def test_the_pack_goes_along_on_paper_without_a_name(
    asha: Worker, bimal: Worker, dev: Worker, rina: SurvivorFile
) -> None:
    asked = TODAY - timedelta(days=20)
    actions.request_legal_aid(
        file=rina, authority="DLSA Barasat", requested_on=asked, by=asha.actor
    )
    here = reverse("legalaid:pack_pdf")
    assert desk_of(dev).get(here).status_code == 403
    other = paper_of(desk_of(bimal).get(here))
    desk = desk_of(asha)
    paper = paper_of(desk.get(here, {"first": "01-11-2026", "last": f"{TODAY:%d-%m-%Y}"}))

    assert rina.number not in other
    assert "Every request is answered." in other
    assert f"From 01-11-2026 to {TODAY:%d-%m-%Y}" in paper
    assert "1 request for a lawyer has no answer, 1 of them for more than seven days." in paper
    assert f"{rina.number} DLSA Barasat {asked:%d-%m-%Y} 20 0" in paper
    assert "Rina" not in paper


def paper_of(answer: HttpResponse) -> str:
    pages = PdfReader(io.BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_representation_on_one_day_tells_its_share_and_the_worst_day(
    asha: Worker, rina: SurvivorFile
) -> None:
    said = {"first": "01-11-2026", "last": f"{TODAY:%d-%m-%Y}"}
    page = words_of(desk_of(asha).get(reverse("legalaid:representation"), said))

    assert rina.number not in page
    assert "On the last day 0.0 % 0 of 1 on" in page
    assert "On the worst day 0.0 %" in page
