"""What Rina agreed to holds for one purpose and one recipient, until its day, and until she takes it back."""

import ast
from datetime import date, timedelta

import pytest
from django.db import ProgrammingError, connection, transaction

from tafteesh.domain.files.actions import choices
from tafteesh.domain.files.actions.choices import NewAnswer, record_answer, take_back
from tafteesh.domain.files.consent import may_share
from tafteesh.domain.files.models import Consent, Purpose, Recipient, SurvivorFile
from tafteesh.domain.handoffs import actions as handoffs
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.foundation.access.models import Organisation
from tests.people import TODAY, Worker, agrees
from tests.shape.sources import modules

DAY = timedelta(days=1)
UNTIL = date(2027, 6, 30)


def answered(to: Organisation | Recipient, **more: object) -> NewAnswer:
    asked = {
        "purpose": Purpose.STORY,
        "recipient": to,
        "answer": Consent.Answer.AGREES,
        "language": "bn",
        "way": Consent.Way.SPOKEN,
        "starts_on": TODAY,
    }
    return NewAnswer(**(asked | more))  # type: ignore[arg-type] # fields of NewAnswer


def test_nobody_answers_for_a_file_that_is_not_hers(
    rina: SurvivorFile, bimal: Worker, dev: Worker
) -> None:
    enter(bimal.actor)
    with pytest.raises(SurvivorFile.DoesNotExist):
        record_answer(file=rina, new=answered(Recipient.PUBLIC), by=bimal.actor)
    with pytest.raises(NotAllowed):
        record_answer(file=rina, new=answered(Recipient.PUBLIC), by=dev.actor)


def test_no_answer_is_no(rina: SurvivorFile, asha: Worker, other_office: Organisation) -> None:
    now = asha.actor.now
    assert not may_share(rina, Purpose.SHARING, other_office, now)
    assert not may_share(rina, Purpose.STORY, Recipient.PUBLIC, now)


def test_yes_to_one_is_no_to_all_others(
    rina: SurvivorFile, asha: Worker, office: Organisation, other_office: Organisation
) -> None:
    agrees(rina, other_office, asha.actor)

    now = asha.actor.now
    assert may_share(rina, Purpose.SHARING, other_office, now)
    assert not may_share(rina, Purpose.SHARING, office, now)
    assert not may_share(rina, Purpose.LETTERS, other_office, now)
    assert not may_share(rina, Purpose.SHARING, Recipient.OFFICES, now)


def test_it_begins_on_its_day_and_ends_after_its_last(
    rina: SurvivorFile, asha: Worker, other_office: Organisation
) -> None:
    agrees(rina, other_office, asha.actor)

    def holds(day: date) -> bool:
        return may_share(rina, Purpose.SHARING, other_office, asha.on(day).now)

    assert not holds(TODAY - DAY)
    assert holds(UNTIL)
    assert not holds(UNTIL + DAY)


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ({"starts_on": TODAY + DAY}, choices.NotAskedYet),
        ({"until": TODAY - DAY}, choices.EndsBeforeItStarts),
        ({"until": TODAY + 400 * DAY}, choices.AgreedTooLong),
    ],
)
def test_wrong_days_are_refused(
    rina: SurvivorFile, asha: Worker, more: dict[str, object], fault: type[Exception]
) -> None:
    with pytest.raises(fault):
        record_answer(file=rina, new=answered(Recipient.PUBLIC, **more), by=asha.actor)


def test_taken_back_is_taken_back_and_a_new_yes_is_asked_for(
    rina: SurvivorFile, asha: Worker, other_office: Organisation
) -> None:
    given = agrees(rina, other_office, asha.actor)
    take_back(consent=given, by=asha.actor)

    assert not may_share(rina, Purpose.SHARING, other_office, asha.actor.now)
    with pytest.raises(choices.NothingToTakeBack):
        take_back(consent=given, by=asha.actor)

    tomorrow = asha.on(TODAY + DAY)
    enter(tomorrow)
    agrees(rina, other_office, tomorrow)
    assert may_share(rina, Purpose.SHARING, other_office, tomorrow.now)
    assert not may_share(rina, Purpose.SHARING, other_office, asha.actor.now)


def test_the_ledger_is_added_to_and_never_changed(
    rina: SurvivorFile, asha: Worker, other_office: Organisation
) -> None:
    agrees(rina, other_office, asha.actor)

    for change in ("UPDATE files_consent SET answer = 'agrees'", "DELETE FROM files_consent"):
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(change)


def test_the_witness_is_sealed(rina: SurvivorFile, asha: Worker) -> None:
    new = answered(Recipient.PUBLIC, witness="Malati, her aunt")
    row = record_answer(file=rina, new=new, by=asha.actor)

    assert row.witness_sealed
    assert b"Malati" not in bytes(row.witness_sealed)


def test_nothing_is_shared_without_her_yes(
    rina: SurvivorFile, meera: Worker, other_office: Organisation
) -> None:
    enter(meera.actor)
    new = handoffs.NewShare(other_office, "court", TODAY, TODAY + 30 * DAY)

    with pytest.raises(handoffs.SheDidNotAgree):
        handoffs.share_file(file=rina, new=new, by=meera.actor)


# Whoever gives something of hers to somebody else asks here first; each place names the question it asks.
ASKERS = {
    ("domain/handoffs/actions/__init__.py", "share_file"): "may_share",
    ("domain/handoffs/actions/owners.py", "offer_file"): "may_share",
    ("domain/handoffs/actions/owners.py", "take_over"): "may_share",
    ("domain/handoffs/queries.py", "shares"): "still_agreed",
    ("domain/files/models/access.py", "in_force_for"): "shared_still",
    ("interfaces/web/registers/views.py", "_leaving"): "shareable",
}
IN_SQL = ("files_given_to", "shared_still", "Wall")


def test_everything_that_shares_asks() -> None:
    found = {}
    for source in modules():
        for function in source.functions():
            place = (source.path, function.name)
            if place in ASKERS:
                found[place] = {
                    node.func.id
                    for node in ast.walk(function)
                    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
                }
    assert {place for place, asks in ASKERS.items() if asks not in found.get(place, ())} == set()


@pytest.mark.parametrize("name", IN_SQL)
def test_the_walls_ask_the_same_question(name: str) -> None:
    access = next(s for s in modules() if s.path == "domain/files/models/access.py")
    node = next(n for n in ast.walk(access.tree) if getattr(n, "name", "") == name)
    assert "app_may_share(survivor_file_id, 'sharing'" in ast.unparse(node).replace("\\'", "'")
