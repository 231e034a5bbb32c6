"""Two owners, one who gives a joined file away, and one who was erased."""

from datetime import timedelta

import pytest

from tafteesh.domain.files.actions import erase
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.handoffs.actions import NewShare, share_file
from tafteesh.domain.handoffs.actions.owners import JoinedHere, offer_file
from tafteesh.domain.once import actions
from tafteesh.domain.once.models import Pair
from tafteesh.domain.once.queries import beside, waiting_pairs
from tafteesh.foundation.access.context import acting_as, enter
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tests.domain.once.conftest import HERS
from tests.people import TODAY, Worker, agrees, make_worker


def test_two_owners_are_never_proposed_and_never_joined(
    nasreen: Worker, one: SurvivorFile, office: Organisation, other_office: Organisation
) -> None:
    salma = make_worker("salma", Role.CASE_MANAGER, other_office)
    with acting_as(salma.actor) as by:
        theirs = salma.opens("RS-9", names=HERS)
        agrees(theirs, office, by)
        share_file(file=theirs, new=NewShare(office, "court", TODAY, TODAY + timedelta(9)), by=by)
    enter(nasreen.actor)
    assert SurvivorFile.objects.visible_to(nasreen.actor).count() == 2
    actions.look_in_the_night(most=9, by=nasreen.actor)
    assert not waiting_pairs(nasreen.actor).exists()

    low, high = sorted((one.pk, theirs.pk))
    pair = Pair.unscoped.create(
        organisation=office, survivor_file_id=low, other_file_id=high, came_from="night",
        found_at=nasreen.actor.now, chance=900,
    )  # fmt: skip
    with pytest.raises(actions.OtherOwner):
        actions.join(pair=pair, standing=one.pk, why="she_said", by=nasreen.actor)


def test_a_joined_file_is_not_given_away(
    nasreen: Worker, one: SurvivorFile, other: SurvivorFile, other_office: Organisation
) -> None:
    enter(nasreen.actor)
    actions.look_in_the_night(most=9, by=nasreen.actor)
    pair = waiting_pairs(nasreen.actor).get()
    row = actions.join(pair=pair, standing=one.pk, why="she_said", by=nasreen.actor)
    for file in (one, other):
        agrees(file, other_office, nasreen.actor)
        with pytest.raises(JoinedHere):
            offer_file(file=file, to=other_office, why="moved", by=nasreen.actor)
    actions.undo_join(joined=row, why="too_soon", by=nasreen.actor)
    assert offer_file(file=other, to=other_office, why="moved", by=nasreen.actor)


def test_who_was_erased_is_compared_no_more(
    nasreen: Worker, mgr: Worker, one: SurvivorFile, other: SurvivorFile
) -> None:
    enter(nasreen.actor)
    actions.look_in_the_night(most=9, by=nasreen.actor)
    pair = waiting_pairs(nasreen.actor).get()
    with acting_as(mgr.actor) as by:
        erase(file=other, reason="she_asked", by=by)
    enter(nasreen.actor)
    assert beside(pair, nasreen.actor) is None
    actions.look_in_the_night(most=9, by=nasreen.actor)
    assert not waiting_pairs(nasreen.actor).exists()
