"""Story 1: R's first talks, on the server: no invented day, each part left and taken up, sent twice kept once."""

from datetime import date

import pytest
import time_machine
from django.test import Client

from tafteesh.domain.care.models import IntakeMark, Telling
from tafteesh.domain.files.models import Identity, Rescue, SafeContact, SurvivorFile, Taking
from tafteesh.foundation.access.context import enter
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import NOW, Worker

NEW = {"number": "N24-2026-0044", "opened": "23-11-2026", "scope": "trafficking"}
FIRST = {
    "name_used": "আর", "name_answer": "declined", "born": "১৭ বা ১৮", "gender": "woman",
    "relation_answer": "declined", "phone_answer": "unknown",
}  # fmt: skip
SAFE = {
    "risk": "medium", "may_call": "on", "from_hour": "11", "to_hour": "13", "call_as": "health centre",
}  # fmt: skip


@pytest.fixture
def began(asha: Worker) -> tuple[Client, SurvivorFile]:
    desk = desk_of(asha)
    typed = {**NEW, "worker": str(asha.person.pk), "submission_key": "k1"}
    with time_machine.travel(NOW, tick=False):
        answers = [desk.post("/files/new/", typed).headers["Location"] for _sent in range(2)]
    assert answers[0] == answers[1], "sent twice, kept once"
    enter(asha.actor)
    return desk, SurvivorFile.objects.visible_to(asha.actor).get()


def test_each_part_is_left_and_taken_up_again(
    began: tuple[Client, SurvivorFile], asha: Worker
) -> None:
    desk, file = began
    here = f"/care/files/{file.pk}/intake/"
    with time_machine.travel(NOW, tick=False):
        assert words_of(desk.get(here)).count("Not started") == 7
        draft = {"draft_key": f"minimum:{file.pk}:", **FIRST}
        assert desk.post("/drafts/save/", draft).status_code == 204
        assert "In progress" in words_of(desk.get(here))
        assert desk.post(here + "minimum/", {**FIRST, "submission_key": "k2"}).status_code == 302
        back = f"/files/{file.pk}/safe-contact/?next={here}"
        assert desk.post(back, SAFE).headers["Location"] == here
        desk.post(f"/files/{file.pk}/taking/", {"taken_answer": "not_asked"})
        court = {"state": "done", "court": "diary_only"}
        assert desk.post(here + "court/", court).headers["Location"] == here
        assert desk.post(here + "papers/", {"state": "not_now"}).status_code == 302
        page = words_of(desk.get(here))
    for said in (
        "Who she is: eight questions Done",
        "Safety Done",
        "How it happened In progress",
        "Papers Not now",
        "Court case Done",
        "3 parts are left",
    ):
        assert said in page
    enter(asha.actor)
    rule = SafeContact.objects.visible_to(asha.actor).get()
    assert (rule.from_hour, rule.to_hour, rule.call_as) == (11, 13, "health centre")
    assert IntakeMark.objects.visible_to(asha.actor).get(task="court").court == "diary_only"


def test_no_day_is_invented(began: tuple[Client, SurvivorFile], asha: Worker) -> None:
    desk, file = began
    with time_machine.travel(NOW, tick=False):
        desk.post(f"/care/files/{file.pk}/intake/minimum/", FIRST)
        desk.post(f"/files/{file.pk}/taking/", {"taken": "২০২৪ কালীপূজার কাছাকাছি"})
        came = {"rescued": "3 May 2026", "by_whom": "not_known", "place": "Pune"}
        desk.post(f"/files/{file.pk}/rescue/", came)
    enter(asha.actor)
    who = Identity.objects.visible_to(asha.actor).get()
    assert (who.born_earliest, who.born_latest) == (date(2007, 11, 24), date(2009, 11, 23))
    assert who.born_words == "১৭ বা ১৮"
    said = (who.relation_answer, who.phone_answer, who.name_answer)
    assert said == ("declined", "unknown", "declined")
    taking = Taking.objects.visible_to(asha.actor).get()
    assert taking.taken_words == "২০২৪ কালীপূজার কাছাকাছি"
    assert taking.taken_earliest
    assert taking.taken_earliest < date(2024, 11, 1) < (taking.taken_latest or date.min)
    assert Rescue.objects.visible_to(asha.actor).get().rescued_earliest == date(2026, 5, 3)


def test_nothing_but_number_day_and_worker_is_compulsory(asha: Worker) -> None:
    desk = desk_of(asha)
    with time_machine.travel(NOW, tick=False):
        answer = desk.post("/files/new/", {})
        assert answer.content.decode().count('class="field-error"') == 3
        typed = {**NEW, "scope": "", "worker": str(asha.person.pk)}
        here = desk.post("/files/new/", typed).headers["Location"]
        assert desk.post(here + "minimum/", {}).status_code == 302


def test_it_is_not_asked_again_where_a_paper_has_it(
    asha: Worker, bimal: Worker, rina: SurvivorFile
) -> None:
    desk = desk_of(asha)
    here = f"/care/files/{rina.pk}/intake/"
    with time_machine.travel(NOW, tick=False):
        stranger = desk_of(bimal)
        assert stranger.get(here).status_code == 404
        assert stranger.post(here + "told/", {"to_whom": "police"}).status_code == 404
        for whom in ("police", "magistrate"):
            typed = {"to_whom": whom, "told": "2025"}
            assert desk.post(here + "told/", typed).headers["Location"] == here + "way/"
        page = words_of(desk.get(here))
        part = desk.get(here + "way/")
    assert "tell what happened 2 times" in page
    assert "Magistrate" in words_of(part)
    assert "<textarea" not in part.content.decode(), "no account is asked"
    enter(asha.actor)
    assert Telling.objects.visible_to(asha.actor).count() == 2


def test_not_for_us_keeps_no_name_and_says_where_she_was_sent(asha: Worker) -> None:
    desk = desk_of(asha)
    typed = {**NEW, "scope": "not_ours", "worker": str(asha.person.pk), "name_used": "Lata"}
    with time_machine.travel(NOW, tick=False):
        assert "Say where she was told to go" in words_of(desk.post("/files/new/", typed))
        assert desk.post("/files/new/", {**typed, "sent_to": "one_stop_centre"}).status_code == 302
    enter(asha.actor)
    file = SurvivorFile.objects.visible_to(asha.actor).get()
    assert file.status == "closed"
    assert file.filestatusspells(manager="unscoped").filter(why="not_ours").exists()
    assert not Identity.objects.visible_to(asha.actor).get().name_used
    assert file.referrals(manager="unscoped").get().to_kind == "one_stop_centre"


def test_somebody_known_is_a_word_to_the_supervisor_and_no_more(
    asha: Worker, bimal: Worker
) -> None:
    with time_machine.travel(NOW, tick=False):
        known = bimal.opens("B-1", names={"name_used": "Rina", "phone": "98300 11223"})
        desk = desk_of(asha)
        typed = {**NEW, "worker": str(asha.person.pk)}
        here = desk.post("/files/new/", typed).headers["Location"]
        desk.post(here + "minimum/", {"name_used": "রিনা", "phone": "+91 9830011223"})
        page = words_of(desk.get(here))
    assert "ask your supervisor" in page
    assert known.number not in page
    assert "Bimal" not in page
