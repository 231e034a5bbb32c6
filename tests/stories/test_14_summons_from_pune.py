"""Before a summons for 18 August is acted on, the gate says: do not call after five, nothing by post."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from tafteesh.domain.diary.actions import NewContact, record_contact
from tafteesh.domain.files.actions import set_safe_contact
from tafteesh.domain.files.actions.looking import look_at
from tafteesh.domain.files.gate import Block, NotSafeNow, Reach, rule_of, verdict
from tafteesh.domain.files.models import SafeContact, SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.audit.queries import lines_about
from tafteesh.foundation.kernel.clock import INDIA
from tests.interfaces.web.at_the_desk import desk_of
from tests.people import Worker

SUMMONED = date(2027, 8, 4)


def at(worker: Worker, hour: int) -> Actor:
    """The worker at that hour in India."""
    moment = datetime(SUMMONED.year, SUMMONED.month, SUMMONED.day, hour, 30, tzinfo=INDIA)
    return replace(worker.on(SUMMONED), now=moment)


@pytest.fixture
def ruled(rina: SurvivorFile, asha: Worker) -> SurvivorFile:
    rule = {"may_call": True, "from_hour": 11, "to_hour": 17, "who_knows": "not_husband"}
    set_safe_contact(file=rina, rule=rule, warning="Husband does not know.", by=asha.actor)
    return rina


def test_nobody_asked_means_the_gate_is_shut(rina: SurvivorFile, asha: Worker) -> None:
    for way in Reach:
        assert verdict(rule_of(rina, asha.actor), way, rina, asha.actor).block is Block.NOT_ASKED


@pytest.mark.parametrize(
    ("way", "hour", "block"),
    [
        (Reach.CALL, 12, None),
        (Reach.CALL, 16, None),
        (Reach.CALL, 17, Block.OUTSIDE_HOURS),
        (Reach.CALL, 10, Block.OUTSIDE_HOURS),
        (Reach.MESSAGE, 12, Block.NO_MESSAGES),
        (Reach.POST, 12, Block.NO_POST),
    ],
)
def test_what_she_asked_for_is_held_against_the_hour(
    ruled: SurvivorFile, asha: Worker, way: Reach, hour: int, block: Block | None
) -> None:
    by = at(asha, hour)
    enter(by)
    assert verdict(rule_of(ruled, by), way, ruled, by).block is block


def test_only_her_own_worker_where_she_wants_that(
    ruled: SurvivorFile, asha: Worker, meera: Worker
) -> None:
    rule = {"may_call": True, "caller": SafeContact.Caller.WORKER}
    set_safe_contact(file=ruled, rule=rule, by=asha.actor)

    enter(meera.actor)
    said = verdict(rule_of(ruled, meera.actor), Reach.CALL, ruled, meera.actor)
    assert said.block is Block.NOT_HER_WORKER


def test_after_five_her_number_stays_hidden_unless_a_reason_opens_it(
    ruled: SurvivorFile, asha: Worker
) -> None:
    evening = at(asha, 18)
    enter(evening)
    with pytest.raises(NotSafeNow):
        look_at(file=ruled, name="phone", reason="visit", by=evening)
    with pytest.raises(NotSafeNow):
        look_at(file=ruled, name="phone", reason="visit", despite="because", by=evening)

    opened = look_at(file=ruled, name="phone", reason="visit", despite="court_today", by=evening)

    assert opened.reveal() == "9830000001"
    line = lines_about(ruled.log_tag).filter(event=Event.CALLED_DESPITE).get()
    assert line.reason == "court_today"


def test_another_phone_that_she_named_is_the_one_that_is_shown(
    ruled: SurvivorFile, asha: Worker
) -> None:
    rule = {"may_call": True, "number": SafeContact.Number.OTHER}
    set_safe_contact(file=ruled, rule=rule, other_number="9830000009", by=asha.actor)

    assert look_at(file=ruled, name="phone", reason="visit", by=asha.actor).reveal() == "9830000009"


@pytest.mark.parametrize("mode", ["phone", "message", "post"])
def test_what_was_done_against_her_wish_is_not_recorded_without_a_reason(
    ruled: SurvivorFile, asha: Worker, mode: str
) -> None:
    evening = at(asha, 18)
    enter(evening)
    with pytest.raises(NotSafeNow):
        record_contact(file=ruled, new=NewContact(SUMMONED, mode, "court"), by=evening)

    new = NewContact(SUMMONED, mode, "court", despite="danger")
    assert record_contact(file=ruled, new=new, by=evening).mode == mode
    assert lines_about(ruled.log_tag).filter(event=Event.CALLED_DESPITE).count() == 1


def test_the_page_of_the_number_says_visit_her(rina: SurvivorFile, asha: Worker) -> None:
    set_safe_contact(file=rina, rule={"may_call": False}, by=asha.actor)

    desk, look = desk_of(asha), f"/files/{rina.pk}/look/"
    shut = desk.post(look, {"name": "phone", "reason": "visit"}).content.decode()
    assert "She asked not to be called." in shut
    assert "9830000001" not in shut

    opened = desk.post(look, {"name": "phone", "reason": "visit", "despite": "danger"})
    assert "9830000001" in opened.content.decode()


def test_going_with_her_to_court_asks_for_no_story(ruled: SurvivorFile, asha: Worker) -> None:
    by = asha.on(date(2027, 8, 18))
    enter(by)
    went = record_contact(
        file=ruled, new=NewContact(date(2027, 8, 18), "accompanied", "court"), by=by
    )

    assert (went.mode, went.worker_id, went.note_sealed) == ("accompanied", by.person_id, None)
