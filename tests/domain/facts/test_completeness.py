"""I2, I3, J17: what is expected and there, what was entered in time, to whom nothing happened."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tafteesh.domain.compensation.actions import NewClaim, NewOrder, record_claim, record_order
from tafteesh.domain.compensation.models import Order
from tafteesh.domain.diary.actions import NewContact, record_contact
from tafteesh.domain.facts.completeness import by_field
from tafteesh.domain.facts.expected import EXPECTED
from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.queries import one_figure
from tafteesh.domain.files.actions import change_identity, record_step
from tafteesh.domain.files.models import FileStatusSpell, Identity, SurvivorFile, Taking
from tafteesh.domain.proceedings.actions import HearingResult, NewFir, record_fir, record_hearing
from tafteesh.domain.quality.actions import Place, Said, correct_value
from tafteesh.domain.quality.fields import BY_CODE
from tafteesh.domain.quality.queries import token_of
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import acting_as, enter
from tafteesh.foundation.access.decisions import NotAllowed
from tests.people import TODAY, Worker

YEAR = Period.containing(TODAY)


def told(by: Actor, name: str) -> dict[str, Any]:
    figure = one_figure(by, name, YEAR)
    assert figure
    return figure.as_json()


@pytest.fixture
def long_open(rina: SurvivorFile, asha: Worker) -> SurvivorFile:
    """Rina's file, open since April."""

    rina.opened_earliest = rina.opened_latest = date(2026, 4, 2)
    rina.save()
    FileStatusSpell.unscoped.filter(survivor_file=rina).update(starts_on=date(2026, 4, 2))
    return rina


def test_a_stranger_to_the_numbers_is_refused(joba: Worker) -> None:
    with acting_as(joba.actor), pytest.raises(NotAllowed):
        by_field(joba.actor, YEAR)


def test_what_is_asked_first_and_what_a_reason_is(long_open: SurvivorFile, asha: Worker) -> None:
    before = told(asha.actor, "I2")
    assert before["of"] == 13, "nothing of a FIR or a claim is expected yet"
    assert before["complete"] == 0

    identity = Identity.objects.visible_to(asha.actor).get(survivor_file=long_open)
    assert identity.born_earliest is None
    change_identity(
        file=long_open, names={}, open_fields={"born_answer": "declined"}, by=asha.actor
    )
    assert told(asha.actor, "I2")["there"] == before["there"] + 1, "a reason is an answer"
    record_step(file=long_open, step=Taking(taken_answer="unknown"), by=asha.actor)
    assert told(asha.actor, "I2")["there"] == before["there"] + 2

    record_fir(new=NewFir("Basirhat", 4, 2026, "source"), survivors=[long_open], by=asha.actor)
    assert told(asha.actor, "I2")["of"] == 13 + 6, "a FIR asks for more"


def test_a_file_opened_yesterday_lacks_nothing_yet(rina: SurvivorFile, asha: Worker) -> None:
    assert told(asha.actor, "I2")["of"] == 0


def test_the_figure_opens_to_her_file(long_open: SurvivorFile, asha: Worker) -> None:
    figure = one_figure(asha.actor, "I2", YEAR)
    assert figure
    assert figure.records == (long_open.pk,)
    assert figure.counted == frozenset()


def test_an_event_is_in_time_within_seven_days_and_a_correction_makes_it_no_later(
    long_open: SurvivorFile, asha: Worker
) -> None:
    record_contact(
        file=long_open, new=NewContact(TODAY - timedelta(days=7), "visit", "court"), by=asha.actor
    )
    claim = record_claim(file=long_open, new=NewClaim(TODAY - timedelta(days=8)), by=asha.actor)
    assert told(asha.actor, "I3") == {"value": 50.0, "in_time": 1, "of": 2, "median_days": 7.5}

    order = record_order(
        claim=claim, new=NewOrder("final", TODAY - timedelta(days=1), 3_00_000_00), by=asha.actor
    )
    assert told(asha.actor, "I3")["in_time"] == 2
    later = replace(
        asha.actor, now=asha.actor.now + timedelta(days=40), today=TODAY + timedelta(days=40)
    )
    enter(later)
    field = BY_CODE["order"].by_code["amount_paise"]
    for amount in (2_00_000_00, 2_50_000_00):
        row = Order.objects.visible_to(later).get(claim=claim, withdrawn_at=None)
        correct_value(
            at=Place(BY_CODE["order"], field, row.pk), value=amount,
            said=Said("typed_wrong", token_of(field, row)), by=later,
        )  # fmt: skip
    assert order.pk != row.pk
    assert told(later, "I3")["in_time"] == 2, "it was entered when it was entered first"


def test_an_imported_event_has_no_day_of_entry(long_open: SurvivorFile, asha: Worker) -> None:
    claim = record_claim(file=long_open, new=NewClaim(TODAY - timedelta(days=1)), by=asha.actor)
    claim.import_batch = claim.pk
    claim.save()
    order = record_order(claim=claim, new=NewOrder("final", TODAY, 3_00_000_00), by=asha.actor)
    Order.unscoped.filter(pk=order.pk).update(import_batch=claim.pk)
    assert told(asha.actor, "I3")["of"] == 0
    field = BY_CODE["order"].by_code["amount_paise"]
    correct_value(
        at=Place(BY_CODE["order"], field, order.pk), value=2_00_000_00,
        said=Said("typed_wrong", token_of(field, order)), by=asha.actor,
    )  # fmt: skip
    assert told(asha.actor, "I3")["of"] == 0, "a correction gives it none either"


def test_a_file_is_silent_until_something_really_happens(
    long_open: SurvivorFile, asha: Worker
) -> None:
    silent = {"value": 1, "of": 1, "never": 1, "longest_gap": None}
    assert told(asha.actor, "J17") == silent
    missed = NewContact(TODAY - timedelta(days=3), "visit", "court", reached=False)
    record_contact(file=long_open, new=missed, by=asha.actor)
    assert told(asha.actor, "J17") == silent, "not reached is no event"

    fir = record_fir(
        new=NewFir("Basirhat", 4, 2026, "source"), survivors=[long_open], by=asha.actor
    )
    long_ago = HearingResult(TODAY - timedelta(days=60), "heard")
    record_hearing(fir=fir, result=long_ago, by=asha.actor)
    assert told(asha.actor, "J17") == {"value": 1, "of": 1, "never": 0, "longest_gap": 60}
    record_hearing(
        fir=fir, result=HearingResult(TODAY - timedelta(days=59), "heard"), by=asha.actor
    )
    assert told(asha.actor, "J17") == {"value": 0, "of": 1, "never": 0, "longest_gap": 59}


def test_fields_that_nobody_fills_and_fields_asked_too_early(asha: Worker) -> None:
    enter(asha.actor)
    by = asha.actor
    for number in range(12):
        file = asha.opens(f"N24-2026-{number:04}", opened_on=date(2026, 4, 2), scope="trafficking")
        if number < 6:
            record_fir(new=NewFir("Basirhat", number + 1, 2026, "source"), survivors=[file], by=by)
            record_step(file=file, step=Taking(exploitation=["labour"]), by=by)
    found = {one.field.code: one for one in by_field(by, YEAR)}

    assert len(found) == len(EXPECTED)
    assert found["gender"].nobody_fills
    assert (found["exploitation"].here, found["exploitation"].later) == (0, 100)
    assert found["exploitation"].is_asked_too_early
    assert not found["exploitation"].nobody_fills
    assert not found["bank_paper"].nobody_fills, "it is expected of nobody yet"
