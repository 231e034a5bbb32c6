"""A girl of fifteen whose mother is named in the FIR: the mother speaks for her in nothing."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tafteesh.domain.files.actions import change_identity
from tafteesh.domain.files.actions.household import (
    AccusedSpeaksForHer,
    OrderNeeded,
    name_accused,
    record_member,
)
from tafteesh.domain.files.models import HouseholdMember, SurvivorFile
from tafteesh.domain.files.queries import whom_to_call
from tests.interfaces.web.at_the_desk import desk_of
from tests.people import Worker

PARTS = ("is_guardian", "holds_account", "may_be_called")


@pytest.fixture
def girl(rina: SurvivorFile, asha: Worker) -> SurvivorFile:
    born = {"born_earliest": date(2011, 1, 1), "born_latest": date(2011, 12, 31)}
    change_identity(file=rina, names={}, open_fields=dict(born), by=asha.actor)
    return rina


def mother(**parts: bool) -> HouseholdMember:
    return HouseholdMember(relation="mother", **parts)


@pytest.mark.parametrize("part", PARTS)
def test_an_accused_mother_is_refused_every_part(
    girl: SurvivorFile, asha: Worker, part: str
) -> None:
    with pytest.raises(AccusedSpeaksForHer):
        record_member(file=girl, member=mother(is_accused=True, **{part: True}), by=asha.actor)


@pytest.mark.parametrize("part", PARTS)
def test_the_table_itself_refuses_it_too(girl: SurvivorFile, asha: Worker, part: str) -> None:
    row = record_member(file=girl, member=mother(is_accused=True), by=asha.actor)

    with pytest.raises(IntegrityError), transaction.atomic():
        HouseholdMember.unscoped.filter(pk=row.pk).update(**{part: True})


def test_named_as_accused_she_leaves_the_call_list_at_once(
    girl: SurvivorFile, asha: Worker
) -> None:
    parts = dict.fromkeys(PARTS, True)
    row = record_member(
        file=girl, member=mother(**parts), name="Kamala", phone="9830000077", by=asha.actor
    )
    assert whom_to_call(asha.actor, girl) == [row]

    again = name_accused(member=row, by=asha.actor)

    assert whom_to_call(asha.actor, girl) == []
    assert not any(getattr(again, part) for part in PARTS)
    assert again.phone_sealed


def test_the_page_asks_for_an_order_until_there_is_one(girl: SurvivorFile, asha: Worker) -> None:
    desk, people = desk_of(asha), f"/files/{girl.pk}/?part=people"
    record_member(file=girl, member=mother(is_accused=True), phone="9830000077", by=asha.actor)

    asked = desk.get(people).content.decode()
    assert "Ask for the order of the Child" in asked
    assert "9830000077" not in asked

    committee = HouseholdMember(relation="committee", is_guardian=True)
    with pytest.raises(OrderNeeded):
        record_member(file=girl, member=committee, by=asha.actor)
    committee = HouseholdMember(relation="committee", is_guardian=True, order_on=date(2026, 11, 20))
    record_member(file=girl, member=committee, by=asha.actor)
    assert "Ask for the order of the Child" not in desk.get(people).content.decode()


def test_the_form_says_it_beside_the_box_and_keeps_what_was_typed(
    girl: SurvivorFile, asha: Worker
) -> None:
    typed = {"relation": "mother", "name": "Kamala", "is_accused": "on", "is_guardian": "on"}
    page = desk_of(asha).post(f"/care/files/{girl.pk}/family/", typed).content.decode()

    assert "An accused person cannot be her guardian" in page
    assert "Kamala" in page
    assert not HouseholdMember.objects.visible_to(asha.actor).exists()
