"""Asha's cousin is accused: the file leaves her in the same moment, and never comes back to her."""

from datetime import timedelta

import pytest

from tafteesh.domain.files.actions import TooClose, assign
from tafteesh.domain.files.actions.household import OnlyYourself, ReachesByOffice, declare_conflict
from tafteesh.domain.files.models import AccessGrant, ConflictOfInterest, SurvivorFile
from tafteesh.foundation.access.context import enter
from tests.interfaces.web.at_the_desk import desk_of
from tests.people import TODAY, Worker


def test_she_says_it_herself_and_sees_the_file_no_more(
    rina: SurvivorFile, asha: Worker, meera: Worker
) -> None:
    declare_conflict(file=rina, person=asha.person, tie="relative", by=asha.actor)

    assert not SurvivorFile.objects.visible_to(asha.actor).exists()
    assert not SurvivorFile.unscoped.exists()
    assert desk_of(asha).get(f"/files/{rina.pk}/").status_code == 404
    enter(meera.actor)
    assert SurvivorFile.objects.visible_to(meera.actor).get().worker is None
    with pytest.raises(TooClose):
        assign(file=rina, to=asha.person, by=meera.actor)


def test_a_tie_found_later_ends_an_older_access(
    rina: SurvivorFile, asha: Worker, meera: Worker
) -> None:
    later = asha.on(TODAY + timedelta(days=40))
    enter(later)
    declare_conflict(file=rina, person=asha.person, tie="friend", by=later)

    assert not SurvivorFile.objects.visible_to(later).exists()
    assert not SurvivorFile.unscoped.exists()


def test_nobody_declares_a_colleague_away(
    rina: SurvivorFile, asha: Worker, bimal: Worker, meera: Worker
) -> None:
    enter(meera.actor)
    assign(file=rina, to=bimal.person, by=meera.actor)
    enter(asha.actor)
    with pytest.raises(OnlyYourself):
        declare_conflict(file=rina, person=bimal.person, tie="friend", by=asha.actor)


def test_a_stranger_declares_nothing(rina: SurvivorFile, asha: Worker, bimal: Worker) -> None:
    enter(bimal.actor)
    with pytest.raises(SurvivorFile.DoesNotExist):
        declare_conflict(file=rina, person=asha.person, tie="relative", by=bimal.actor)
    enter(asha.actor)
    assert AccessGrant.objects.visible_to(asha.actor).count() == 1


def test_whoever_reaches_it_by_her_role_is_named_and_nothing_is_claimed(
    rina: SurvivorFile, asha: Worker, meera: Worker
) -> None:
    with pytest.raises(ReachesByOffice):
        declare_conflict(file=rina, person=meera.person, tie="friend", by=asha.actor)
    assert not ConflictOfInterest.objects.visible_to(asha.actor).exists()
