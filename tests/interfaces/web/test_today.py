"""Today: the answer on the card, in three taps, without a script, and never a number on it."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tafteesh.domain.diary.actions import NewContact, add_task, record_contact
from tafteesh.domain.diary.models import Task
from tafteesh.domain.files.actions import set_safe_contact
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings.actions import (
    HearingResult,
    NewFir,
    record_fir,
    record_hearing,
)
from tafteesh.domain.proceedings.models import Fir, Hearing
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.audit.models import Entry
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import NOW, TODAY, Worker

HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page of these stories is opened on the same Monday."""
    monkeypatch.setattr("tafteesh.interfaces.web.middleware.read_clock", lambda: NOW)


def linked(new: NewFir, file: SurvivorFile, by: Worker) -> Fir:
    return record_fir(new=new, survivors=[file], by=by.actor)


@pytest.fixture
def fir(asha: Worker, rina: SurvivorFile) -> Fir:
    new = NewFir(station="Bongaon", number=212, year=2025, area="source")
    return linked(new, rina, asha)


@pytest.fixture
def hearing(asha: Worker, fir: Fir) -> Hearing:
    """Expected today at Bongaon."""
    result = HearingResult(on=TODAY, outcome="expected", court="Bongaon Sessions")
    return record_hearing(fir=fir, result=result, by=asha.actor)


def at(hearing: Hearing, outcome: str = "", card: str = "") -> str:
    address = reverse("hearings:record", kwargs={"fir_id": hearing.fir_id})
    return f"{address}?on={TODAY:%d-%m-%Y}&outcome={outcome}{card}"


def test_three_taps_without_a_script(hearing: Hearing, asha: Worker) -> None:
    desk = desk_of(asha)
    today = words_of(desk.get("/"))
    assert "1 hearing" in today
    assert "Bongaon Sessions" in today

    asked = desk.get(at(hearing, "adjourned"))
    assert "Save: adjourned, no next date" in words_of(asked)
    typed = {"on": "23-11-2026", "outcome": "adjourned", "next_on": "14-12-2026"}
    saved = desk.post(at(hearing), typed | {"submission_key": "k1"})
    assert saved.headers["Location"] == "/"

    enter(asha.actor)
    told = Hearing.objects.visible_to(asha.actor).get(pk=hearing.pk)
    assert (told.outcome, told.next_on) == ("adjourned", date(2026, 12, 14))
    assert told.court_words == "Bongaon Sessions"
    shown = words_of(desk.get("/"))
    assert "Recorded" in shown
    assert "Undo" in shown


def test_the_card_grows_and_its_button_repeats_the_answer(hearing: Hearing, asha: Worker) -> None:
    desk = desk_of(asha)

    grown = desk.get(at(hearing, "adjourned", "&card=yes"), **HTMX).content.decode()
    assert grown.lstrip().startswith("<article")
    assert "<html" not in grown

    said = reverse("hearings:said", kwargs={"fir_id": hearing.fir_id})
    button = desk.post(said, {"outcome": "adjourned", "next_on": "14-12-2026"}, **HTMX)
    assert words_of(button) == "Save: adjourned, Mon 14-12-2026"

    typed = {"on": "23-11-2026", "outcome": "adjourned", "next_on": "14-12-2026"}
    saved = desk.post(at(hearing, "", "&card=yes"), typed, **HTMX, follow=True)
    assert "Recorded 10:30" in words_of(saved)
    assert saved.content.decode().lstrip().startswith("<article")


def test_another_month_keeps_what_was_typed(hearing: Hearing, asha: Worker) -> None:
    typed = {"on": "23-11-2026", "outcome": "heard", "note": "she was calm", "month": "2027-02"}
    again = desk_of(asha).post(at(hearing), typed).content.decode()

    assert "February 2027" in again
    assert "she was calm" in again
    assert re.search(r'value="heard" checked', again)


def test_undo_brings_the_expected_hearing_back(hearing: Hearing, asha: Worker) -> None:
    desk = desk_of(asha)
    typed = {"on": "23-11-2026", "outcome": "heard", "next_on": "14-12-2026"}
    desk.post(at(hearing), typed)
    desk.post(reverse("hearings:undo", kwargs={"hearing_id": hearing.pk}))

    enter(asha.actor)
    standing = Hearing.objects.visible_to(asha.actor).filter(withdrawn_at=None)
    assert [(row.on, row.outcome) for row in standing] == [(TODAY, "expected")]


def test_not_known_yet_is_one_tap_and_one_task(hearing: Hearing, asha: Worker) -> None:
    desk = desk_of(asha)
    address = reverse("hearings:not_known", kwargs={"hearing_id": hearing.pk})
    for _tap in range(2):
        desk.post(address, {"submission_key": "once"})

    enter(asha.actor)
    tasks = Task.objects.visible_to(asha.actor).filter(withdrawn_at=None)
    assert [(t.kind, t.due_on) for t in tasks] == [("ask_outcome", TODAY + timedelta(days=1))]


def test_a_double_tap_makes_one_entry_in_the_log(hearing: Hearing, asha: Worker) -> None:
    desk = desk_of(asha)
    typed = {"on": "23-11-2026", "outcome": "heard", "submission_key": "the same"}
    before = Entry.objects.filter(event="hearing_recorded").count()
    answers = {desk.post(at(hearing), typed).status_code for _tap in range(2)}

    assert answers == {302}
    assert Entry.objects.filter(event="hearing_recorded").count() == before + 1


@pytest.mark.parametrize(
    ("day", "question"),
    [("29-11-2026", "is a Sunday"), ("03-12-2027", "is more than a year away")],
)
def test_an_odd_next_date_is_asked_about_once(
    hearing: Hearing, asha: Worker, day: str, question: str
) -> None:
    desk = desk_of(asha)
    typed = {"on": "23-11-2026", "outcome": "heard", "next_on": day}

    assert question in words_of(desk.post(at(hearing), typed))
    assert desk.post(at(hearing), typed | {"sure": "yes"}).status_code == 302


def test_a_next_date_before_the_hearing_is_refused_by_its_field(
    hearing: Hearing, asha: Worker
) -> None:
    typed = {"on": "23-11-2026", "outcome": "heard", "next_on": "20-11-2026"}
    answer = words_of(desk_of(asha).post(at(hearing), typed))

    assert "The next date must be after this hearing" in answer


@pytest.mark.parametrize("name", ["card", "undo", "not_known"])
def test_a_hearing_of_another_desk_is_not_there(hearing: Hearing, bimal: Worker, name: str) -> None:
    desk = desk_of(bimal)
    address = reverse(f"hearings:{name}", kwargs={"hearing_id": hearing.pk})
    nowhere = reverse(f"hearings:{name}", kwargs={"hearing_id": hearing.fir_id})

    assert desk.post(address).status_code == desk.post(nowhere).status_code
    assert desk.get(address).status_code == 404
    assert "Bongaon" not in words_of(desk.get("/"))


def test_a_reader_of_totals_sees_no_hearing(hearing: Hearing, dev: Worker) -> None:
    desk = desk_of(dev)

    assert hearing.pk
    assert "Bongaon" not in words_of(desk.get("/"))
    assert desk.get("/hearings/").status_code == 403


def test_calls_show_safe_hours_and_never_a_number(rina: SurvivorFile, asha: Worker) -> None:
    rule: dict[str, object] = {"may_call": True, "from_hour": 14, "to_hour": 16, "risk": "low"}
    set_safe_contact(file=rina, rule=rule, by=asha.actor)
    page = desk_of(asha).get("/")

    assert "Safe to call: 14:00 to 16:00" in words_of(page)
    assert "9830000001" not in page.content.decode()
    assert "Rina" not in page.content.decode()


def test_a_task_is_done_and_taken_back(rina: SurvivorFile, asha: Worker) -> None:
    task = add_task(file=rina, kind="get_paper", due_on=TODAY, by=asha.actor)
    desk = desk_of(asha)
    done = desk.post(reverse("files:task_done", kwargs={"task_id": task.pk}), **HTMX)
    assert "Undo" in words_of(done)

    desk.post(reverse("files:task_undo", kwargs={"task_id": task.pk}))
    enter(asha.actor)
    assert Task.objects.visible_to(asha.actor).get(pk=task.pk).done_on is None


def test_a_manager_sees_her_fires_first(rina: SurvivorFile, asha: Worker, meera: Worker) -> None:
    set_safe_contact(file=rina, rule={"may_call": False, "risk": "high"}, by=asha.actor)
    words = words_of(desk_of(meera).get("/"))

    assert "Look at these first" in words
    assert "High risk written down in the last 7 days 1" in words


def _queries(desk: Client, address: str) -> int:
    desk.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert desk.get(address).status_code == 200
    return len(captured)


def test_today_costs_the_same_with_three_files_and_with_sixty(
    fir: Fir, asha: Worker, rina: SurvivorFile
) -> None:
    def more(first: int, last: int) -> None:
        enter(asha.actor)
        for number in range(first, last):
            file = asha.opens(f"N24-2026-{number:04}")
            new = NewFir(station="Bongaon", number=number, year=2026, area="source")
            own = linked(new, file, asha)
            result = HearingResult(on=TODAY, outcome="expected")
            record_hearing(fir=own, result=result, by=asha.actor)
            add_task(file=file, kind="call", due_on=TODAY, by=asha.actor)

    assert fir.pk
    desk = desk_of(asha)
    more(2, 4)
    few = _queries(desk, "/")
    more(4, 61)
    assert _queries(desk, "/") == few


def test_a_visit_that_was_written_leaves_the_list(rina: SurvivorFile, asha: Worker) -> None:
    desk = desk_of(asha)
    assert "no talk written down yet" in words_of(desk.get("/"))

    enter(asha.actor)
    record_contact(file=rina, new=NewContact(on=TODAY, mode="visit", about="court"), by=asha.actor)
    assert "no talk written down yet" not in words_of(desk.get("/"))
