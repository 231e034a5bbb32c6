"""After a round of four judged fields, figures say how far the fields that they rest on hold."""

from datetime import timedelta

from tafteesh.domain.checking.actions import (
    NewRound,
    announce_round,
    close_round,
    draw_round,
    judge,
)
from tafteesh.domain.checking.queries import open_for
from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.queries import some_figures
from tafteesh.domain.facts.stamp import stamp
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import acting_as
from tests.people import TODAY, Worker

SAID = {"status": ["matches", "matches"], "credited": ["differs", "no_paper"]}


def checked(asha: Worker, meera: Worker) -> Actor:
    """Two files, two fields: Meera judges what Asha entered, and closes the round."""
    with acting_as(asha.actor):
        for number in range(2):
            asha.opens(f"N24-2026-{number:04}")
    later = meera.on(TODAY + timedelta(days=1))
    with acting_as(meera.actor) as by:
        new = NewRound("November", "lottery 5", 2, tuple(SAID), second_percent=0)
        made = draw_round(round=announce_round(new=new, by=by), by=later)
        for field, verdicts in SAID.items():
            for check, verdict in zip(
                list(open_for(by, made).filter(field=field)), verdicts, strict=True
            ):
                judge(check=check, verdict=verdict, by=later)
        assert (stamp(later).judged, stamp(later).drawn) == (0, 0)
        close_round(round=made, by=later)
    return later


def test_two_definitions_of_the_same_round(asha: Worker, meera: Worker) -> None:
    with acting_as(checked(asha, meera)) as by:
        figures = some_figures(by, Period.containing(by.today), ["A7", "I1"])
    assert (figures["A7"].values["right"], figures["A7"].values["of"]) == (2, 4)
    assert (figures["A7"].values["value"], figures["A7"].values["of_judged"]) == (50.0, 66.7)
    assert (figures["I1"].values["right"], figures["I1"].values["of"]) == (2, 3)


def test_nothing_is_told_of_a_time_before_the_round(asha: Worker, meera: Worker) -> None:
    by = checked(asha, meera)
    with acting_as(by):
        figures = some_figures(by, Period.containing(by.today), ["A7"], meera.actor.now)
        assert stamp(by, meera.actor.now).drawn == 0
    assert figures["A7"].values["value"] is None


def test_a_figure_wears_the_accuracy_of_its_own_fields(asha: Worker, meera: Worker) -> None:
    with acting_as(checked(asha, meera)) as by:
        every = stamp(by)
    assert (every.judged, every.right, every.drawn) == (3, 2, 4)
    assert (every.of("A8").judged, every.of("A8").right, every.of("A8").drawn) == (1, 0, 2)
    assert (every.of("I20").judged, every.of("I20").right) == (2, 2)
    assert every.of("A9").drawn == 0
    assert every.of("A1") == every
