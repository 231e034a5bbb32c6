"""Rina is handed the phone, or a sheet: next date, money and its day, her lawyer, what is done by when."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from tafteesh.domain.care.models import Grievance
from tafteesh.domain.compensation.actions import NewClaim, NewOrder, record_claim, record_order
from tafteesh.domain.diary.actions import add_task
from tafteesh.domain.diary.models import Task
from tafteesh.domain.files.consent import may_share
from tafteesh.domain.files.models import Purpose, Recipient, SurvivorFile
from tafteesh.domain.legalaid.actions import NewAssignment, assign_lawyer, record_lawyer
from tafteesh.domain.proceedings.actions import NewFir, record_fir
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.audit.models import Entry
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import NOW, TODAY, Worker, agrees

NEVER = re.compile(
    r"traffick|rape|victim|survivor|accused|police|crime|court case|FIR\b|Ichamati|Rina|N24-2026|"
    r"পাচার|ধর্ষণ|ভুক্তভোগী|সারভাইভার",
    re.IGNORECASE,
)


@pytest.fixture
def told(rina: SurvivorFile, asha: Worker) -> SurvivorFile:
    """Ordered 214 days ago and not received; a lawyer; a task; a date in three weeks."""
    lawyer = record_lawyer(name="S. Mondal", kind="panel", by=asha.actor)
    new = NewAssignment(lawyer, TODAY - timedelta(days=30))
    assign_lawyer(file=rina, new=new, by=asha.actor)
    add_task(file=rina, kind="police_complaint", due_on=date(2026, 12, 1), by=asha.actor)
    SurvivorFile.unscoped.filter(pk=rina.pk).update(next_hearing_on=date(2026, 12, 14))
    return rina


def opened(worker: Worker, file: SurvivorFile, language: str = "en") -> Client:
    desk = desk_of(worker)
    answer = desk.post(f"/her-page/{file.pk}/", {"language": language})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/notes/")
    return desk


def ordered(file: SurvivorFile, worker: Worker) -> None:
    since = TODAY - timedelta(days=214)
    claim = record_claim(
        file=file, new=NewClaim(filed_on=since - timedelta(days=60)), by=worker.actor
    )
    record_order(claim=claim, new=NewOrder("final", since, 400_000_00), by=worker.actor)


def test_her_page_says_four_things_and_nothing_that_gives_her_away(
    told: SurvivorFile, asha: Worker
) -> None:
    ordered(told, asha)
    with time_machine.travel(NOW, tick=False):
        answer = opened(asha, told).get("/notes/")

    page = words_of(answer)
    for words in (
        "14-12-2026",
        "In 21 days.",
        "4,00,000",
        "Not yet received",
        "Day 214 of waiting",
    ):
        assert words in page
    for words in ("S. Mondal", "You pay nothing.", "We go to an office with you", "01-12-2026"):
        assert words in page
    assert "<title>Notes</title>" in answer.content.decode()
    assert not NEVER.search(page)
    assert len(page.split()) < 250  # read in two minutes


@pytest.mark.parametrize("language", ["bn", "hi", "en"])
def test_it_is_in_her_language_on_the_phone_and_on_paper(
    told: SurvivorFile, asha: Worker, language: str
) -> None:
    with time_machine.travel(NOW, tick=False):
        desk = desk_of(asha)
        sheet = desk.get(f"/her-page/{told.pk}/sheet/?language={language}").content.decode()
        desk.post(f"/her-page/{told.pk}/", {"language": language})
        page = desk.get("/notes/").content.decode()

    for said in (sheet, page):
        assert f'<html lang="{language}">' in said
        assert not NEVER.search(re.sub(r"<[^>]+>", " ", said))


def test_in_hand_over_mode_nothing_else_is_there(told: SurvivorFile, asha: Worker) -> None:
    desk = opened(asha, told)

    for address in ("/", "/files/", f"/files/{told.pk}/", "/my-work/", "/office/people/"):
        answer = desk.get(address)
        assert (answer.status_code, answer.headers["Location"]) == (302, "/notes/")


def test_leaving_needs_the_workers_password(told: SurvivorFile, asha: Worker) -> None:
    desk = opened(asha, told)
    assert desk.post("/notes/leave/", {"password": "guess"}).headers["Location"] == "/notes/"
    assert "That is not the password." in words_of(desk.get("/notes/"))

    back = desk.post("/notes/leave/", {"password": "a long enough passphrase"})
    assert back.headers["Location"] == f"/files/{told.pk}/"
    assert desk.get("/").status_code == 200


def test_five_wrong_passwords_end_the_session(told: SurvivorFile, asha: Worker) -> None:
    desk = opened(asha, told)
    for _ in range(5):
        desk.post("/notes/leave/", {"password": "guess"})

    assert desk.get("/notes/").headers["Location"].startswith("/sign-in/")


def test_hide_ends_the_session_and_back_shows_nothing_of_ours(
    told: SurvivorFile, asha: Worker
) -> None:
    desk = opened(asha, told)
    gone = desk.post("/notes/hide/")

    assert gone.content == b""
    assert settings.EXIT_URL in gone.headers["Refresh"]
    assert "_auth_user_id" not in desk.session
    for address in ("/notes/", f"/files/{told.pk}/", "/", "/sign-in/"):
        assert desk.get(address).headers["Location"] == settings.EXIT_URL


def test_her_page_of_another_file_is_not_there(told: SurvivorFile, bimal: Worker) -> None:
    desk = desk_of(bimal)
    assert desk.post(f"/her-page/{told.pk}/", {"language": "bn"}).status_code == 404
    assert desk.get(f"/her-page/{told.pk}/sheet/").status_code == 404


def test_showing_and_printing_are_lines_in_the_log(told: SurvivorFile, asha: Worker) -> None:
    with time_machine.travel(NOW, tick=False):
        desk = desk_of(asha)
        desk.get(f"/her-page/{told.pk}/sheet/")
        desk.post(f"/her-page/{told.pk}/", {"language": "bn"})

    enter(asha.actor)
    lines = Entry.objects.filter(event="her_page_shown", subject=told.log_tag)
    assert sorted(lines.values_list("reason", flat=True)) == ["printed", "shown"]


def test_how_far_is_five_pictures_and_one_line(told: SurvivorFile, asha: Worker) -> None:
    with time_machine.travel(NOW, tick=False):
        first = opened(asha, told).get("/notes/")
        enter(asha.actor)
        new = NewFir(station="Basirhat", number=9, year=2025, area="source")
        record_fir(new=new, survivors=[told], by=asha.actor)
        after = asha.at_desk()
        after.post(f"/her-page/{told.pk}/", {"language": "en"})
        then = after.get("/notes/")

    assert "We have met" in words_of(first)
    assert first.content.decode().count('<li class="her-') == 5
    assert "An office has written it down" in words_of(then)
    assert not NEVER.search(words_of(then))


def test_she_says_that_something_is_wrong_and_her_worker_cannot_read_it(
    told: SurvivorFile, asha: Worker, mgr: Worker
) -> None:
    desk = opened(asha, told)
    for _twice in range(2):
        assert desk.post("/notes/wrong/").headers["Location"] == "/notes/"
    assert "Somebody else will talk with you" in words_of(desk.get("/notes/"))
    enter(asha.actor)
    assert Grievance.objects.visible_to(asha.actor).count() == 0
    enter(mgr.actor)
    said = Grievance.objects.visible_to(mgr.actor).get()
    assert (said.worker_id, said.way, said.about) == (asha.person.pk, "her_page", "not_said")


def test_she_takes_a_yes_back_and_asks_to_be_called(told: SurvivorFile, asha: Worker) -> None:
    with time_machine.travel(NOW, tick=False):
        enter(asha.actor)
        agrees(told, Recipient.PUBLIC, asha.actor, Purpose.STORY)
        desk = opened(asha, told)
        assert "May we tell your story? Yes" in words_of(desk.get("/notes/"))
        desk.post("/notes/no/", {"purpose": "story"})
        assert "May we tell your story? No" in words_of(desk.get("/notes/"))
        desk.post("/notes/call/")
    enter(asha.actor)
    assert not may_share(told, Purpose.STORY, Recipient.PUBLIC, NOW + timedelta(minutes=1))
    assert Task.objects.visible_to(asha.actor).filter(kind="call", due_on="2026-11-24").exists()


def test_her_buttons_do_nothing_while_her_page_is_not_open(
    told: SurvivorFile, asha: Worker
) -> None:
    desk = desk_of(asha)
    for name in ("wrong", "call", "no"):
        assert desk.post(f"/notes/{name}/").status_code == 404
        assert desk.get(f"/notes/{name}/").status_code == 404
