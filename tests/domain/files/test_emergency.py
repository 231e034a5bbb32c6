"""Bimal must read Rina's file tonight: he asks, another agrees, and four hours later it is shut again."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tafteesh.domain.files.actions import emergency as acts
from tafteesh.domain.files.emergencies import state_of
from tafteesh.domain.files.models import Emergency, SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import acting_as, enter
from tafteesh.foundation.access.decisions import NotAllowed
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import TODAY, Worker

HOUR = timedelta(hours=1)


def later(worker: Worker, by: timedelta) -> Actor:
    """Herself so much later."""
    actor = replace(worker.actor, now=worker.actor.now + by)
    return replace(actor, today=(TODAY + timedelta(days=by.days)))


def asked(worker: Worker, number: str = "N24-2026-0001") -> Emergency:
    enter(worker.actor)
    return acts.ask_emergency(number=number, reason="danger", by=worker.actor)


def reads(actor: Actor) -> tuple[bool, bool]:
    enter(actor)
    return SurvivorFile.objects.visible_to(actor).exists(), SurvivorFile.unscoped.exists()


def test_asking_opens_nothing_and_tells_nothing(rina: SurvivorFile, bimal: Worker) -> None:
    there, nowhere = asked(bimal), asked(bimal, "N24-2026-9999")

    assert reads(bimal.actor) == (False, False)
    assert (there.survivor_file, nowhere.survivor_file) == (None, None)
    assert state_of(there, bimal.actor) == state_of(nowhere, bimal.actor) == "asked"


def test_it_is_read_for_four_hours_and_not_a_minute_longer(
    rina: SurvivorFile, bimal: Worker, meera: Worker
) -> None:
    row = asked(bimal)
    enter(meera.actor)
    opened = acts.decide_emergency(emergency=row, agreed=True, by=meera.actor)

    assert state_of(opened, meera.actor) == "open"
    assert reads(later(bimal, 4 * HOUR - timedelta(minutes=1))) == (True, True)
    assert reads(later(bimal, 4 * HOUR)) == (False, False)
    assert state_of(opened, later(meera, 4 * HOUR)) == "to_review"
    assert state_of(opened, later(meera, timedelta(days=8))) == "overdue"


@pytest.mark.parametrize("who", ["bimal", "dev", "joba"])
def test_the_wrong_person_does_not_decide(
    rina: SurvivorFile, request: pytest.FixtureRequest, bimal: Worker, who: str
) -> None:
    row, worker = asked(bimal), request.getfixturevalue(who)
    enter(worker.actor)
    with pytest.raises(NotAllowed):
        acts.decide_emergency(emergency=row, agreed=True, by=worker.actor)


def test_whoever_asks_never_decides_nor_reviews(
    rina: SurvivorFile, meera: Worker, mgr: Worker
) -> None:
    row = asked(meera)
    with pytest.raises(acts.SecondPersonNeeded):
        acts.decide_emergency(emergency=row, agreed=True, by=meera.actor)
    enter(mgr.actor)
    acts.decide_emergency(emergency=row, agreed=True, by=mgr.actor)

    after = later(meera, 5 * HOUR)
    enter(after)
    with pytest.raises(acts.SecondPersonNeeded):
        acts.review_emergency(emergency=row, review="right", by=after)


def test_it_is_decided_once_and_in_time(
    rina: SurvivorFile, bimal: Worker, meera: Worker, mgr: Worker
) -> None:
    row = asked(bimal)
    enter(later(meera, 5 * HOUR))
    with pytest.raises(acts.DecidedAlready):
        acts.decide_emergency(emergency=row, agreed=True, by=later(meera, 5 * HOUR))
    enter(meera.actor)
    refused = acts.decide_emergency(emergency=row, agreed=False, by=meera.actor)
    assert state_of(refused, meera.actor) == "refused"
    enter(mgr.actor)
    with pytest.raises(acts.DecidedAlready):
        acts.decide_emergency(emergency=row, agreed=True, by=mgr.actor)
    assert reads(bimal.actor) == (False, False)


def test_a_number_that_is_none_cannot_be_agreed_to(
    rina: SurvivorFile, bimal: Worker, meera: Worker
) -> None:
    row = asked(bimal, "N24-2026-9999")
    enter(meera.actor)
    with pytest.raises(acts.NoSuchFile):
        acts.decide_emergency(emergency=row, agreed=True, by=meera.actor)


def test_closing_and_review_come_in_their_order(
    rina: SurvivorFile, bimal: Worker, meera: Worker
) -> None:
    row = asked(bimal)
    enter(meera.actor)
    with pytest.raises(acts.NotOpened):
        acts.close_emergency(emergency=row, by=meera.actor)
    with pytest.raises(acts.NotOpened):
        acts.review_emergency(emergency=row, review="right", by=meera.actor)
    acts.decide_emergency(emergency=row, agreed=True, by=meera.actor)
    with pytest.raises(acts.StillOpen):
        acts.review_emergency(emergency=row, review="right", by=meera.actor)

    soon = later(meera, HOUR)
    enter(soon)
    acts.close_emergency(emergency=row, by=soon)
    assert reads(later(bimal, HOUR)) == (False, False)
    enter(soon)
    reviewed = acts.review_emergency(emergency=row, review="not_right", by=soon)
    assert state_of(reviewed, soon) == "reviewed"
    with pytest.raises(acts.ReviewedAlready):
        acts.review_emergency(emergency=row, review="right", by=soon)
    with pytest.raises(acts.NotOpened):
        acts.close_emergency(emergency=row, by=soon)


def test_it_is_for_reading_only(rina: SurvivorFile, bimal: Worker, meera: Worker) -> None:
    row = asked(bimal)
    enter(meera.actor)
    acts.decide_emergency(emergency=row, agreed=True, by=meera.actor)

    desk = desk_of(bimal)
    with acting_as(bimal.actor):
        assert reads(bimal.actor) == (True, True)
    typed = {"mode": "visit", "on": "23-11-2026", "about": "court", "reached": "yes"}
    refused = desk.post(f"/files/{rina.pk}/contact/", typed)
    assert refused.status_code in (403, 404)


def test_the_pages_lead_through_it(rina: SurvivorFile, bimal: Worker, meera: Worker) -> None:
    his, hers = desk_of(bimal), desk_of(meera)
    typed = {"number": "N24-2026-0001", "reason": "hospital"}
    assert his.post("/care/emergency/new/", typed).status_code == 302
    row = Emergency.objects.visible_to(bimal.actor).get()
    assert his.get(f"/files/{rina.pk}/").status_code == 404

    decide = f"/care/emergency/{row.pk}/decide/"
    assert his.get(decide).status_code == 403
    assert hers.post(decide, {"agreed": "yes"}).status_code == 302

    assert his.get(f"/files/{rina.pk}/").status_code == 200
    assert "Open for reading" in words_of(his.get("/care/emergency/"))
    digest = words_of(hers.get("/my-work/opened/"))
    assert "Bimal" in digest
    assert "her worker" not in digest
