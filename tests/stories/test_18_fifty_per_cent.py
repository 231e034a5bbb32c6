"""30 of 120 files drawn by a seed, 20 critical fields each: 62.5 % of 480 judged, 50 % of 600 drawn."""

from dataclasses import replace
from datetime import timedelta
from itertools import cycle, islice

import pytest

from tafteesh.domain.checking.actions import (
    DrawnAlready,
    EnteredByHerself,
    NewRound,
    RoundIsClosed,
    SawItBefore,
    SeedUsedBefore,
    announce_round,
    close_round,
    draw_round,
    judge,
)
from tafteesh.domain.checking.fields import CRITICAL
from tafteesh.domain.checking.models import CheckRound, FieldCheck
from tafteesh.domain.checking.queries import accuracy_of, open_for
from tafteesh.domain.diary.models import Task
from tafteesh.foundation.access.context import acting_as, enter
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tests.people import Worker, make_worker

TWENTY = tuple(field.code for field in CRITICAL)
VERDICTS = [("matches", 300), ("differs", 180), ("no_paper", 90), ("not_applicable", 30)]


@pytest.fixture
def tuhin(office: Organisation) -> Worker:
    """A case manager, who checks what others entered."""
    return make_worker("tuhin", Role.CASE_MANAGER, office)


def drawn_round(asha: Worker, meera: Worker, **more: object) -> CheckRound:
    """120 files that Asha opened, and a sample of 30 that Meera drew."""
    with acting_as(asha.actor):
        for number in range(120):
            asha.opens(f"N24-2026-{number:04}")
    with acting_as(meera.actor) as by:
        new = NewRound("November", "lottery 71 04 39", 30, TWENTY, second_percent=0)
        made = announce_round(new=replace(new, **more), by=by)
        later = replace(by, now=by.now + timedelta(days=1))
        return draw_round(round=made, by=later)


def test_fifty_of_all_drawn_and_more_of_what_could_be_judged(
    asha: Worker, meera: Worker, tuhin: Worker
) -> None:
    made = drawn_round(asha, meera)
    verdicts = [verdict for verdict, count in VERDICTS for _one in range(count)]

    with acting_as(tuhin.actor) as by:
        checks = list(open_for(by, made))
        assert len(checks) == 600
        mixed = islice(cycle(range(600)), 0, 600 * 7, 7)
        for place, verdict in zip(mixed, verdicts, strict=True):
            judge(check=checks[place], verdict=verdict, by=by)

        found = accuracy_of(by, made)

    assert found.judged is not None
    assert found.proved is not None
    assert (found.judged.right, found.judged.of, found.judged.value) == (300, 480, 0.625)
    assert (found.proved.right, found.proved.of, found.proved.value) == (300, 600, 0.5)
    assert found.counts == dict(VERDICTS)
    assert found.judged.interval.low < 0.625 < found.judged.interval.high
    assert found.left == 0
    with acting_as(meera.actor) as by:
        assert Task.objects.visible_to(by).filter(kind="get_paper").count() <= 30


def test_who_entered_a_value_cannot_check_it(asha: Worker, meera: Worker, tuhin: Worker) -> None:
    made = drawn_round(asha, meera)
    with acting_as(meera.actor) as by:
        check = open_for(by, made).filter(field="status").first()
        assert check is not None
        FieldCheck.unscoped.filter(pk=check.pk).update(entered_by=meera.person)
        with pytest.raises(EnteredByHerself):
            judge(check=check, verdict="matches", by=by)
        assert not open_for(by, made).filter(pk=check.pk).exists()

    with acting_as(asha.actor) as by, pytest.raises(NotAllowed):
        judge(check=check, verdict="matches", by=by)


def test_the_second_look_is_another_persons(asha: Worker, meera: Worker, tuhin: Worker) -> None:
    made = drawn_round(asha, meera, second_percent=100)
    with acting_as(tuhin.actor) as by:
        first = open_for(by, made).filter(field="scope", is_second=False).first()
        assert first is not None
        judge(check=first, verdict="matches", by=by)
        second = FieldCheck.objects.visible_to(by).get(
            drawn=first.drawn_id, field="scope", is_second=True
        )
        assert not open_for(by, made).filter(pk=second.pk).exists()
        with pytest.raises(SawItBefore):
            judge(check=second, verdict="matches", by=by)

        enter(meera.actor)
        judge(check=second, verdict="differs", by=meera.actor)
        agreed = accuracy_of(meera.actor, made).agreed
        assert agreed is not None
        assert (agreed.fields, agreed.seen) == (1, 0.0)


def test_a_seed_is_announced_first_and_drawn_once(asha: Worker, meera: Worker) -> None:
    made = drawn_round(asha, meera)
    with acting_as(meera.actor) as by:
        with pytest.raises(SeedUsedBefore):
            announce_round(new=NewRound("Again", made.seed, 5, TWENTY), by=by)
        with pytest.raises(DrawnAlready):
            draw_round(round=made, by=by)
        assert made.frame_size == 120

        close_round(round=made, by=by)
        check = FieldCheck.objects.visible_to(by).filter(drawn__round=made).first()
        assert check is not None
        with pytest.raises(RoundIsClosed):
            judge(check=check, verdict="matches", by=by)
