"""A survivor leader writes a meeting down, and sees later who kept what."""

import pytest
from django.test import Client
from django.urls import reverse

from tafteesh.domain.collectives.models import Collective, CollectiveMembership
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.meetings.models import Demand, Meeting, Promise
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import Worker, make_worker

NEW = {"on": "05-10-2026", "level": "bdo", "with_whom": "BDO Baduria", "days": "1"}


@pytest.fixture
def moyna(office: Organisation) -> Worker:
    return make_worker("moyna", Role.SURVIVOR_LEADER, office)


@pytest.fixture
def desk(moyna: Worker) -> Client:
    return desk_of(moyna)


def made(desk: Client, worker: Worker, **more: str) -> Meeting:
    answer = desk.post(reverse("meetings:new"), NEW | more)
    assert answer.status_code == 302, words_of(answer)
    enter(worker.actor)
    return Meeting.objects.visible_to(worker.actor).latest("recorded_at")


def at(name: str, row: Meeting | Promise | Collective | CollectiveMembership) -> str:
    return reverse(f"meetings:{name}", args=[row.pk])


def test_a_meeting_sent_twice_is_one_meeting(desk: Client, moyna: Worker) -> None:
    for _ in range(2):
        made(desk, moyna, submission_key="m" * 32)
    assert Meeting.objects.visible_to(moyna.actor).count() == 1


def test_from_demand_to_promise_to_what_became_of_it(desk: Client, moyna: Worker) -> None:
    meeting = made(desk, moyna)
    assert desk.post(at("demand", meeting), {"words": "Caste papers"}).status_code == 302
    promise = {"words": "A camp", "promised_by": "The BDO", "due_on": "04-11-2026"}
    early = desk.post(at("promise", meeting), promise | {"due_on": "01-10-2026"})
    assert "before the meeting" in words_of(early)
    assert desk.post(at("promise", meeting), promise).status_code == 302
    assert "Past its day by" in words_of(desk.get(reverse("meetings:promises")))

    enter(moyna.actor)
    camp = Promise.objects.visible_to(moyna.actor).get()
    outcome = at("outcome", camp)
    assert "Write the day on which it was kept" in words_of(desk.post(outcome, {"state": "kept"}))
    kept = {"state": "kept", "kept_on": "20-11-2026"}
    assert desk.post(outcome, kept).status_code == 302
    assert "written down already" in words_of(desk.post(outcome, kept))
    said = words_of(desk.get(at("meeting", meeting)))
    assert "Caste papers" in said
    assert "kept on 20-11-2026" in said


def test_an_entry_made_by_mistake_is_withdrawn(desk: Client, moyna: Worker) -> None:
    meeting = made(desk, moyna)
    desk.post(at("demand", meeting), {"words": "Caste papers"})
    enter(moyna.actor)
    demand = Demand.objects.visible_to(moyna.actor).get()
    away = reverse("meetings:withdraw", args=["demand", demand.pk])

    assert desk.get(away).status_code == 200
    assert desk.post(away, {}).status_code == 302
    assert desk.get(away).status_code == 404
    assert desk.get(reverse("meetings:withdraw", args=["meeting", meeting.pk])).status_code == 404


def test_survivors_are_written_by_number_and_only_within_reach(
    meera: Worker, desk: Client, moyna: Worker, rina: SurvivorFile
) -> None:
    records = desk_of(meera)
    wrong = records.post(reverse("meetings:new"), NEW | {"numbers": f"{rina.number}, N-404"})
    assert "There is no file N-404 within your reach." in words_of(wrong)
    meeting = made(records, meera, level="ilfat", numbers=rina.number, days="2")

    assert rina.number in words_of(records.get(at("meeting", meeting)))
    assert rina.number not in words_of(desk.get(at("meeting", meeting)))
    year = {"year": "2026-27"}
    forums = words_of(desk.get(reverse("meetings:forums"), year))
    assert "Different survivors 1" in forums
    assert "Survivor-days 2" in forums
    assert made(desk, moyna, level="ilfat", numbers=rina.number).level == "ilfat"
    assert "Survivor-days 2" in words_of(desk.get(reverse("meetings:forums"), year))


def test_the_list_by_level_and_year(desk: Client, moyna: Worker) -> None:
    assert "No meeting here" in words_of(desk.get(reverse("meetings:list")))
    made(desk, moyna)
    address = reverse("meetings:list")

    assert "1 meeting" in words_of(desk.get(address, {"level": "bdo", "year": "2026-27"}))
    assert "No meeting here" in words_of(desk.get(address, {"level": "dm"}))
    assert "No meeting here" in words_of(desk.get(address, {"year": "2025-26"}))
    assert desk.get(address, {"year": "x", "from": "y"}).status_code == 200


def test_a_social_worker_reads_and_writes_none(desk: Client, moyna: Worker, asha: Worker) -> None:
    meeting = made(desk, moyna)
    hers = desk_of(asha)

    assert hers.get(at("meeting", meeting)).status_code == 200
    assert hers.get(at("promise", meeting)).status_code == 403


def test_a_meeting_of_another_organisation_is_not_there(
    desk: Client, moyna: Worker, other_office: Organisation
) -> None:
    meeting = made(desk, moyna)
    theirs = desk_of(make_worker("jhuma", Role.SURVIVOR_LEADER, other_office))

    assert theirs.get(at("meeting", meeting)).status_code == 404


def test_who_is_a_member_is_told_only_with_her_file(
    desk: Client, moyna: Worker, asha: Worker, rina: SurvivorFile
) -> None:
    assert desk.post(reverse("meetings:new_collective"), {"name": "Utthan"}).status_code == 302
    enter(moyna.actor)
    utthan = Collective.objects.visible_to(moyna.actor).get()
    hers = desk_of(asha)
    member = {"number": rina.number, "starts_on": "10-01-2025"}
    unknown = hers.post(at("member", utthan), {"number": "N-404"})
    assert "no such file within your reach" in words_of(unknown)
    assert hers.post(at("member", utthan), member).status_code == 302
    assert "a member on those days already" in words_of(hers.post(at("member", utthan), member))

    assert rina.number in words_of(hers.get(at("collective", utthan)))
    told = words_of(desk.get(at("collective", utthan)))
    assert rina.number not in told
    assert "told only to those who may know her file" in told

    enter(asha.actor)
    spell = CollectiveMembership.objects.visible_to(asha.actor).get()
    assert desk.get(at("left", spell)).status_code == 403
    assert "joined" in words_of(hers.post(at("left", spell), {"ends_on": "09-01-2025"}))
    assert hers.post(at("left", spell), {"ends_on": "01-06-2025"}).status_code == 302
    assert "10-01-2025 – 01-06-2025" in words_of(hers.get(at("collective", utthan)))
