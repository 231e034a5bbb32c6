"""One survivor with two files counts once in every figure, and as before when the join is undone."""

from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tafteesh.domain.diary.actions import NewContact, record_contact
from tafteesh.domain.facts.blocks import blocks_of
from tafteesh.domain.facts.figure import Value
from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.queries import one_figure
from tafteesh.domain.files.models import AccessGrant, Identity, NameToken, SurvivorFile
from tafteesh.domain.once import actions
from tafteesh.domain.once.models import Join, Pair
from tafteesh.domain.once.queries import waiting_pairs
from tafteesh.domain.proceedings.actions import NewFir, record_fir
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import enter
from tests.domain.once.conftest import BORN, HERS
from tests.people import TODAY, Worker

YEAR = Period.containing(TODAY)
COUNTING = ("A3", "A11", "I11", "I14", "I17", "I20", "J12", "J17", "I2")


def told(by: Actor, name: str, **more: Any) -> dict[str, Value]:
    figure = one_figure(by, name, YEAR, **more)
    assert figure
    return figure.values


def every(by: Actor) -> dict[str, Any]:
    """All that counts survivors, and all that hangs on their files."""
    figures = {name: told(by, name) for name in COUNTING}
    tables = {
        model.__name__: sorted(map(str, model.unscoped.values_list()))
        for model in (SurvivorFile, Identity, NameToken, AccessGrant)
    }
    return figures | tables | {"blocks": blocks_of(by, YEAR)}


@pytest.fixture
def by(nasreen: Worker, one: SurvivorFile, other: SurvivorFile) -> Actor:
    enter(nasreen.actor)
    actions.look_for_others(files=[other.pk], came_from=Pair.From.INTAKE, by=nasreen.actor)
    return nasreen.actor


def joined(by: Actor, standing: SurvivorFile) -> Join:
    pair = waiting_pairs(by).get()
    return actions.join(pair=pair, standing=standing.pk, why=Join.Why.SHE_SAID, by=by)


def test_she_is_one_active_survivor_and_was_met_if_either_file_says_so(
    by: Actor, one: SurvivorFile, other: SurvivorFile
) -> None:
    contact = NewContact(on=TODAY - timedelta(days=9), mode="visit", about="follow_up")
    record_contact(file=other, new=contact, by=by)
    assert (told(by, "I20")["met"], told(by, "I20")["of"]) == (1, 2)
    assert told(by, "A11")["of"] == 2
    assert sum(block.active or 0 for block in blocks_of(by, YEAR)) == 2

    later = replace(by, now=by.now + timedelta(hours=1))
    enter(later)
    row = joined(later, one)

    assert (told(later, "I20")["met"], told(later, "I20")["of"]) == (1, 1)
    assert told(later, "A11")["of"] == 1
    assert told(later, "J12")["of"] == 0, "it is not known yet what was done to her"
    assert sum(block.active or 0 for block in blocks_of(later, YEAR)) == 1
    found = one_figure(later, "I20", YEAR)
    assert found
    assert found.records == (one.pk,)
    assert told(later, "I20", known_at=by.now)["of"] == 2, "as it was known before"

    last = replace(by, now=by.now + timedelta(hours=2))
    enter(last)
    actions.undo_join(joined=row, why="two_persons", by=last)
    assert told(last, "I20")["of"] == 2
    assert told(last, "I20", known_at=later.now)["of"] == 1, "as it was known in between"


def test_source_and_destination_firs_of_two_files_are_both_of_one_person(
    by: Actor, one: SurvivorFile, other: SurvivorFile
) -> None:
    SurvivorFile.unscoped.filter(pk=one.pk).update(is_interstate=True)
    for number, (file, area) in enumerate(((one, "source"), (other, "destination")), 1):
        record_fir(new=NewFir("Hasnabad PS", number, 2026, area), survivors=[file], by=by)
    assert (told(by, "I14")["both"], told(by, "I14")["of"]) == (0, 1)
    joined(by, one)
    assert (told(by, "I14")["both"], told(by, "I14")["of"]) == (1, 1)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_joined_and_undone_is_as_before(
    data: st.DataObject, by: Actor, asha: Worker, one: SurvivorFile
) -> None:
    """Of four files of one girl: any joins that can be made, undone in any order that can be."""
    with transaction.atomic():
        for number in (1, 2):
            asha.opens(f"N24-2026-070{number}", names=HERS, identity=BORN)
        enter(by)
        actions.look_in_the_night(most=10, by=by)
        before = every(by)
        pairs = list(waiting_pairs(by))
        assert len(pairs) == len(list(combinations(range(4), 2)))
        made = _some_joins(data.draw(st.permutations(pairs)), by)
        assert made
        assert told(by, "A11")["of"] == 4 - len(made)
        _undo_all(data.draw(st.permutations(made)), by)
        assert every(by) == before
        transaction.set_rollback(True)


def _some_joins(pairs: list[Pair], by: Actor) -> list[Join]:
    refused = (actions.OnePersonAlready, actions.StandsForOthers, actions.NotOneOfTheTwo)
    made = []
    for pair in pairs:
        try:
            made.append(actions.join(pair=pair, standing=pair.survivor_file_id, why="other", by=by))
        except refused:
            continue
    return made


def _undo_all(joins: list[Join], by: Actor) -> None:
    waiting = list(joins)
    while waiting:
        row = waiting.pop(0)
        try:
            actions.undo_join(joined=row, why="other", by=by)
        except actions.JoinedOverIt:
            waiting.append(row)
