"""Asking to see a hidden value: nobody sees it before somebody of the file's office agrees, nor after its day."""

from datetime import timedelta

import pytest

from tafteesh.domain.files.actions import change_identity
from tafteesh.domain.files.actions.choices import take_back
from tafteesh.domain.files.actions.looking import (
    AnotherDecides,
    AskedAlready,
    LookDecided,
    LookTooLong,
    NotAgreed,
    NothingSealedThere,
    ask_to_look,
    decide_look,
    look_as_agreed,
    look_at,
)
from tafteesh.domain.files.asked_looks import asked_looks, waiting_looks
from tafteesh.domain.files.models import Consent, LookRequest, SurvivorFile
from tafteesh.domain.handoffs.actions import NewShare, share_file
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tafteesh.foundation.audit.models import Entry
from tests.people import TODAY, Worker, agrees, make_worker

WEEK = timedelta(days=7)


@pytest.fixture
def chief(office: Organisation) -> Worker:
    return make_worker("chief", Role.CASE_MANAGER, office)


@pytest.fixture
def shared(rina: SurvivorFile, asha: Worker, chief: Worker, joba: Worker) -> SurvivorFile:
    """Rina's file, which Joba's organisation may see; her village is written down."""
    ranchi = joba.person.organisation
    change_identity(file=rina, names={"address": "Ghat Para"}, open_fields={}, by=asha.actor)
    agrees(rina, ranchi, asha.actor)
    enter(chief.actor)
    share_file(file=rina, new=NewShare(ranchi, "home", TODAY, TODAY + WEEK * 4), by=chief.actor)
    return rina


def _asks(file: SurvivorFile, who: Worker, value: str = "address") -> LookRequest:
    enter(who.actor)
    return ask_to_look(file=file, value=value, reason="journey", by=who.actor)


def test_a_stranger_cannot_ask_and_a_partner_cannot_look_unasked(
    shared: SurvivorFile, bimal: Worker, joba: Worker
) -> None:
    with pytest.raises(SurvivorFile.DoesNotExist):
        _asks(shared, bimal)
    enter(joba.actor)
    with pytest.raises(NotAllowed):
        look_at(file=shared, name="address", reason="visit", by=joba.actor)


def test_it_is_seen_only_between_the_yes_and_its_last_day(
    shared: SurvivorFile, joba: Worker, chief: Worker
) -> None:
    asked = _asks(shared, joba)
    with pytest.raises(NotAgreed):
        look_as_agreed(request=asked, by=joba.actor)
    with pytest.raises(AskedAlready):
        _asks(shared, joba)
    with pytest.raises(NothingSealedThere):
        _asks(shared, joba, "other_names")

    enter(chief.actor)
    assert [row.pk for row in waiting_looks(chief.actor)] == [asked.pk]
    decide_look(request=asked, until=TODAY + WEEK, by=chief.actor)
    enter(joba.actor)
    assert look_as_agreed(request=asked, by=joba.actor).reveal() == "Ghat Para"
    assert [one.state for one in asked_looks(joba.actor)] == ["open"]

    later = joba.on(TODAY + WEEK + timedelta(days=1))
    enter(later)
    with pytest.raises(NotAgreed):
        look_as_agreed(request=asked, by=later)


def test_the_asker_a_worker_and_another_office_do_not_decide(
    shared: SurvivorFile, joba: Worker, asha: Worker, other_office: Organisation, mgr: Worker
) -> None:
    asked, own = _asks(shared, joba), _asks(shared, mgr)
    with pytest.raises(AnotherDecides):
        decide_look(request=own, until=TODAY, by=mgr.actor)
    enter(asha.actor)
    with pytest.raises(NotAllowed):
        decide_look(request=asked, until=TODAY, by=asha.actor)
    there = make_worker("theirs", Role.CASE_MANAGER, other_office)
    enter(there.actor)
    with pytest.raises(AnotherDecides):
        decide_look(request=asked, until=TODAY, by=there.actor)


def test_her_no_to_sharing_ends_what_the_office_agreed_to(
    shared: SurvivorFile, joba: Worker, chief: Worker, asha: Worker
) -> None:
    asked = _asks(shared, joba)
    enter(chief.actor)
    decide_look(request=asked, until=TODAY + WEEK, by=chief.actor)
    enter(asha.actor)
    yes = Consent.objects.visible_to(asha.actor).get(survivor_file=shared, purpose="sharing")
    take_back(consent=yes, by=asha.actor)

    enter(joba.actor)
    with pytest.raises(LookRequest.DoesNotExist):
        look_as_agreed(request=asked, by=joba.actor)


def test_a_no_has_a_reason_and_is_said_once(
    shared: SurvivorFile, joba: Worker, chief: Worker
) -> None:
    asked = _asks(shared, joba)
    enter(chief.actor)
    with pytest.raises(LookTooLong):
        decide_look(request=asked, until=TODAY + timedelta(days=31), by=chief.actor)
    with pytest.raises(ValueError, match="is not a valid"):
        decide_look(request=asked, by=chief.actor)
    decide_look(request=asked, refusal="ask_her", by=chief.actor)
    with pytest.raises(LookDecided):
        decide_look(request=asked, until=TODAY, by=chief.actor)

    enter(joba.actor)
    with pytest.raises(NotAgreed):
        look_as_agreed(request=asked, by=joba.actor)
    _asks(shared, joba)


def test_asking_deciding_and_looking_are_lines_of_her_log(
    shared: SurvivorFile, joba: Worker, chief: Worker
) -> None:
    asked = _asks(shared, joba)
    enter(chief.actor)
    decide_look(request=asked, until=TODAY, by=chief.actor)
    enter(joba.actor)
    look_as_agreed(request=asked, by=joba.actor)

    lines = Entry.objects.filter(subject=shared.log_tag).order_by("at", "seq")
    told = {line.event for line in lines}
    assert {"look_asked", "look_decided", "identity_looked"} <= told
    assert "Ghat" not in "".join(f"{line.fields}{line.reason}" for line in lines)
