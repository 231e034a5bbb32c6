"""Two files of one person: proposed, joined by who may, undone whole; and what is remembered."""

from dataclasses import replace

import pytest

from tafteesh.domain.files.actions import change_identity
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.once import actions
from tafteesh.domain.once.actions import Answer, look_for_others, look_in_the_night
from tafteesh.domain.once.evidence import Sign
from tafteesh.domain.once.models import Join, Pair
from tafteesh.domain.once.queries import one_person, settled_pairs, waiting_pairs
from tafteesh.foundation.access.context import acting_as, enter
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tafteesh.foundation.audit.models import Entry, Event
from tests.domain.once.conftest import BORN, HERS
from tests.people import Worker, make_worker


def test_who_does_not_reach_the_other_file_learns_only_whom_to_ask(
    asha: Worker, bimal: Worker, nasreen: Worker, one: SurvivorFile
) -> None:
    with acting_as(bimal.actor) as by:
        again = bimal.opens(
            "N24-2026-0502", names={"name_used": "Rina Mondal", "phone": "9830012345"}
        )
        answer = look_for_others(files=[again.pk], came_from=Pair.From.INTAKE, by=by)

        assert answer is Answer.ASK
        assert not waiting_pairs(by).exists()
        assert not Pair.unscoped.exists(), "the wall itself hides it"
    with acting_as(nasreen.actor) as by:
        (pair,) = waiting_pairs(by)
        assert {pair.survivor_file_id, pair.other_file_id} == {one.pk, again.pk}
        assert Sign.PHONE_SAME in pair.signs


@pytest.fixture
def pair(bimal: Worker, other: SurvivorFile) -> None:
    """What was found when Bimal saved his file."""
    with acting_as(bimal.actor) as by:
        assert look_for_others(files=[other.pk], came_from=Pair.From.INTAKE, by=by) is Answer.ASK


def waiting(worker: Worker) -> Pair:
    enter(worker.actor)
    return waiting_pairs(worker.actor).get()


def join(worker: Worker, standing: SurvivorFile) -> Join:
    pair = waiting(worker)
    return actions.join(pair=pair, standing=standing.pk, why=Join.Why.SHE_SAID, by=worker.actor)


@pytest.mark.usefixtures("pair")
class TestJoining:
    def test_a_worker_may_not_join(self, asha: Worker, nasreen: Worker, one: SurvivorFile) -> None:
        pair = waiting(nasreen)
        enter(asha.actor)
        with pytest.raises(NotAllowed):
            actions.join(pair=pair, standing=one.pk, why="she_said", by=asha.actor)
        with pytest.raises(NotAllowed):
            actions.not_the_same(pair=pair, why="only_name", by=asha.actor)

    def test_a_case_manager_of_another_office_finds_no_pair(
        self, joba: Worker, nasreen: Worker, one: SurvivorFile, other_office: Organisation
    ) -> None:
        stranger = make_worker("salma", Role.CASE_MANAGER, other_office)
        pair = waiting(nasreen)
        enter(stranger.actor)
        with pytest.raises(Pair.DoesNotExist):
            actions.join(pair=pair, standing=one.pk, why="she_said", by=stranger.actor)

    def test_one_stands_the_other_points_to_it_and_both_are_in_the_log(
        self, nasreen: Worker, one: SurvivorFile, other: SurvivorFile
    ) -> None:
        row = join(nasreen, one)

        assert (row.survivor_file_id, row.standing_file_id) == (other.pk, one.pk)
        person = one_person(other, nasreen.actor)
        assert person
        assert person.others(other) == [one]
        assert not waiting_pairs(nasreen.actor).exists()
        lines = Entry.objects.filter(event=Event.PERSON_JOINED)
        assert {line.subject for line in lines} == {one.log_tag, other.log_tag}
        assert {line.reason for line in lines} == {"she_said"}

    def test_whoever_has_one_of_them_reaches_no_more_than_before(
        self, asha: Worker, bimal: Worker, nasreen: Worker, one: SurvivorFile, other: SurvivorFile
    ) -> None:
        join(nasreen, one)
        for worker, own, hidden in ((asha, one, other), (bimal, other, one)):
            enter(worker.actor)
            assert one_person(own, worker.actor) is None
            assert not Join.unscoped.exists()
            assert not Pair.unscoped.exists()
            assert not SurvivorFile.unscoped.filter(pk=hidden.pk).exists()

    def test_it_is_joined_once(self, nasreen: Worker, one: SurvivorFile) -> None:
        pair = waiting(nasreen)
        join(nasreen, one)
        with pytest.raises(actions.SettledAlready):
            actions.join(pair=pair, standing=one.pk, why="other", by=nasreen.actor)
        with pytest.raises(actions.SettledAlready):
            actions.not_the_same(pair=pair, why="other", by=nasreen.actor)

    def test_the_standing_file_is_one_of_the_two(
        self, asha: Worker, nasreen: Worker, one: SurvivorFile
    ) -> None:
        third = asha.opens("N24-2026-0900")
        with pytest.raises(actions.NotOneOfTheTwo):
            join(nasreen, third)

    def test_undone_it_is_as_before_and_is_remembered(
        self, nasreen: Worker, one: SurvivorFile, other: SurvivorFile
    ) -> None:
        row = join(nasreen, one)
        actions.undo_join(joined=row, why="two_persons", by=nasreen.actor)

        assert one_person(one, nasreen.actor) is None
        assert settled_pairs(nasreen.actor).get().state == Pair.State.UNDONE
        with pytest.raises(Join.DoesNotExist):
            actions.undo_join(joined=row, why="two_persons", by=nasreen.actor)
        look_for_others(files=[other.pk], came_from=Pair.From.NIGHT, by=nasreen.actor)
        assert not waiting_pairs(nasreen.actor).exists()

    def test_a_third_file_is_joined_to_the_standing_one_and_undone_first(
        self, asha: Worker, nasreen: Worker, one: SurvivorFile, other: SurvivorFile
    ) -> None:
        first = join(nasreen, one)
        third = asha.opens("N24-2026-0611", names=HERS, identity=BORN)
        enter(nasreen.actor)
        look_for_others(files=[third.pk], came_from=Pair.From.INTAKE, by=nasreen.actor)
        of_other = waiting_pairs(nasreen.actor).filter(survivor_file=other.pk).get()
        with pytest.raises(actions.StandsForOthers):
            actions.join(pair=of_other, standing=third.pk, why="she_said", by=nasreen.actor)
        second = actions.join(pair=of_other, standing=one.pk, why="she_said", by=nasreen.actor)

        assert second.standing_file_id == one.pk
        assert not waiting_pairs(nasreen.actor).exists(), "the third pair is of one person already"
        with pytest.raises(actions.JoinedOverIt):
            actions.undo_join(joined=first, why="wrong_file", by=nasreen.actor)
        actions.undo_join(joined=second, why="wrong_file", by=nasreen.actor)
        actions.undo_join(joined=first, why="wrong_file", by=nasreen.actor)
        assert not Join.objects.visible_to(nasreen.actor).filter(withdrawn_at=None).exists()


@pytest.mark.usefixtures("pair")
class TestNotTheSame:
    def test_it_is_remembered_whatever_looks_again(
        self, nasreen: Worker, other: SurvivorFile
    ) -> None:
        actions.not_the_same(pair=waiting(nasreen), why="sisters", by=nasreen.actor)
        for path in Pair.From:
            look_for_others(files=[other.pk], came_from=path, by=nasreen.actor)

        row = settled_pairs(nasreen.actor).get()
        assert (row.state, row.why_not) == (Pair.State.NOT_SAME, "sisters")

    def test_weaker_and_equal_evidence_asks_nobody_again(
        self, nasreen: Worker, other: SurvivorFile
    ) -> None:
        actions.not_the_same(pair=waiting(nasreen), why="only_name", by=nasreen.actor)
        change_identity(
            file=other, names={"other_names": "Rinku"}, open_fields={}, by=nasreen.actor
        )
        look_for_others(files=[other.pk], came_from=Pair.From.NIGHT, by=nasreen.actor)
        assert not waiting_pairs(nasreen.actor).exists()

    def test_a_strong_sign_that_was_not_there_asks_again(
        self, nasreen: Worker, one: SurvivorFile, other: SurvivorFile
    ) -> None:
        enter(nasreen.actor)
        change_identity(file=other, names={"phone": ""}, open_fields={}, by=nasreen.actor)
        look_for_others(files=[other.pk], came_from=Pair.From.NIGHT, by=nasreen.actor)
        actions.not_the_same(pair=waiting(nasreen), why="only_name", by=nasreen.actor)
        change_identity(
            file=other, names={"phone": HERS["phone"]}, open_fields={}, by=nasreen.actor
        )
        look_for_others(files=[other.pk], came_from=Pair.From.NIGHT, by=nasreen.actor)

        assert waiting(nasreen).came_from == Pair.From.NIGHT

    def test_the_answer_is_taken_back(self, nasreen: Worker) -> None:
        pair = waiting(nasreen)
        with pytest.raises(actions.SettledAlready):
            actions.look_again(pair=pair, by=nasreen.actor)
        actions.not_the_same(pair=pair, why="sisters", by=nasreen.actor)
        actions.look_again(pair=pair, by=nasreen.actor)
        assert waiting(nasreen).pk == pair.pk


@pytest.mark.usefixtures("pair")
def test_what_was_corrected_away_waits_no_more(nasreen: Worker, other: SurvivorFile) -> None:
    waiting(nasreen)
    said = {"name_used": "Sabina Yasmin", "relation_name": "Yunus Gazi", "phone": "9111111111"}
    change_identity(file=other, names=said, open_fields={}, by=nasreen.actor)
    look_for_others(files=[other.pk], came_from=Pair.From.NIGHT, by=nasreen.actor)
    assert not waiting_pairs(nasreen.actor).exists()


def test_the_night_looks_only_where_something_changed(
    nasreen: Worker, one: SurvivorFile, other: SurvivorFile
) -> None:
    enter(nasreen.actor)
    assert look_in_the_night(most=100, by=nasreen.actor) == 2
    assert waiting(nasreen).came_from == Pair.From.NIGHT
    assert look_in_the_night(most=100, by=nasreen.actor) == 0
    change_identity(file=one, names={"other_names": "Puja"}, open_fields={}, by=nasreen.actor)
    assert look_in_the_night(most=100, by=nasreen.actor) == 1
    with pytest.raises(NotAllowed):
        look_in_the_night(most=1, by=replace(nasreen.actor, roles=frozenset()))
