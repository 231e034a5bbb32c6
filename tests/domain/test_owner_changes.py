"""A file changes its owner: two signatures, her consent, tasks that go along, and only a count left behind."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection

from tafteesh.domain.diary.actions import NewContact, add_task, record_contact
from tafteesh.domain.diary.models import Contact, Task
from tafteesh.domain.files.actions import NotOfThisOffice, NumberTaken, change_identity
from tafteesh.domain.files.actions.choices import take_back
from tafteesh.domain.files.actions.looking import look_at
from tafteesh.domain.files.models import AccessGrant, SurvivorFile
from tafteesh.domain.files.searching import search_files
from tafteesh.domain.handoffs.actions import OwnFile, SheDidNotAgree, owners
from tafteesh.domain.handoffs.models import OwnerChange
from tafteesh.domain.handoffs.queries import given_away
from tafteesh.domain.proceedings.actions import NewFir, record_fir
from tafteesh.domain.proceedings.models import Fir
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tests.people import TODAY, Worker, agrees, make_worker


@pytest.fixture
def pia(other_office: Organisation) -> Worker:
    """The case manager at the other place."""
    return make_worker("pia", Role.CASE_MANAGER, other_office)


@pytest.fixture
def tara(other_office: Organisation) -> Worker:
    return make_worker("tara", Role.SOCIAL_WORKER, other_office)


@pytest.fixture
def full(rina: SurvivorFile, asha: Worker) -> SurvivorFile:
    """Rina's file with a name, a FIR, a contact and an open task."""
    change_identity(file=rina, names={"name_used": "Rina Mondal"}, open_fields={}, by=asha.actor)
    new = NewFir(station="Basirhat", number=9, year=2025, area="source")
    record_fir(new=new, survivors=[rina], by=asha.actor)
    talk = NewContact(on=TODAY, mode="visit", about="other", note="She is well")
    record_contact(file=rina, new=talk, by=asha.actor)
    add_task(file=rina, kind="get_paper", due_on=TODAY + timedelta(days=3), by=asha.actor)
    return rina


@pytest.fixture
def offer(full: SurvivorFile, asha: Worker, mgr: Worker, other_office: Organisation) -> OwnerChange:
    agrees(full, other_office, asha.actor)
    enter(mgr.actor)
    return owners.offer_file(file=full, to=other_office, why="moved", by=mgr.actor)


def later(who: Worker) -> Worker:
    return replace(who, actor=replace(who.actor, now=who.actor.now + timedelta(minutes=5)))


def test_without_her_yes_nothing_is_offered(
    full: SurvivorFile, mgr: Worker, asha: Worker, office: Organisation, other_office: Organisation
) -> None:
    enter(mgr.actor)
    with pytest.raises(SheDidNotAgree):
        owners.offer_file(file=full, to=other_office, why="moved", by=mgr.actor)
    with pytest.raises(OwnFile):
        owners.offer_file(file=full, to=office, why="moved", by=mgr.actor)
    with pytest.raises(NotAllowed):
        owners.offer_file(file=full, to=other_office, why="moved", by=asha.actor)


def test_one_signature_moves_nothing(
    offer: OwnerChange, full: SurvivorFile, mgr: Worker, joba: Worker, tara: Worker
) -> None:
    assert SurvivorFile.objects.visible_to(mgr.actor).get().number == full.number
    with pytest.raises(owners.OfferedAlready):
        owners.offer_file(file=full, to=offer.to_organisation, why="moved", by=mgr.actor)
    taking = owners.Taking("R-1", tara.person)
    with pytest.raises(OwnerChange.DoesNotExist):
        owners.take_over(change=offer, taking=taking, by=mgr.actor)
    enter(joba.actor)
    with pytest.raises(NotAllowed):
        owners.take_over(change=offer, taking=taking, by=joba.actor)


def test_both_signatures_move_all_of_it(
    offer: OwnerChange, full: SurvivorFile, mgr: Worker, asha: Worker, pia: Worker, tara: Worker
) -> None:
    pia = later(pia)
    enter(pia.actor)
    owners.take_over(change=offer, taking=owners.Taking("R-1", tara.person), by=pia.actor)

    file = SurvivorFile.objects.visible_to(pia.actor).get()
    assert (file.number, file.worker) == ("R-1", tara.person)
    assert [one.file.pk for one in search_files(pia.actor, "Rina Mandal")] == [full.pk]
    assert Contact.objects.visible_to(pia.actor).count() == 1
    assert Fir.objects.visible_to(pia.actor).get().organisation_id == pia.actor.organisation_id
    said = look_at(file=file, name="name_used", reason="visit", by=pia.actor)
    assert said.reveal() == "Rina Mondal"
    enter(later(tara).actor)
    tasks = Task.objects.visible_to(tara.actor).filter(assigned_to=tara.person, done_on=None)
    assert sorted(tasks.values_list("kind", flat=True)) == ["get_paper", "tell_her"]


def test_the_giver_keeps_the_count_and_nothing_else(
    offer: OwnerChange, full: SurvivorFile, mgr: Worker, asha: Worker, pia: Worker, tara: Worker
) -> None:
    pia = later(pia)
    enter(pia.actor)
    owners.take_over(change=offer, taking=owners.Taking("R-1", tara.person), by=pia.actor)
    for who in (later(mgr), later(asha)):
        enter(who.actor)
        for model in (SurvivorFile, Contact, Task, Fir):
            assert not model.objects.visible_to(who.actor).exists(), model
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT (SELECT count(*) FROM files_survivorfile),"
                " (SELECT count(*) FROM files_identity), (SELECT count(*) FROM files_nametoken)"
            )
            assert cursor.fetchone() == (0, 0, 0)
    enter(mgr.actor)
    assert given_away(mgr.actor) == 1


def test_she_may_change_her_mind_between_the_signatures(
    offer: OwnerChange, full: SurvivorFile, asha: Worker, pia: Worker, tara: Worker
) -> None:
    asha, pia = later(asha), later(pia)
    enter(asha.actor)
    take_back(consent=full.consents(manager="unscoped").get(), by=asha.actor)
    enter(pia.actor)
    with pytest.raises(SheDidNotAgree):
        owners.take_over(change=offer, taking=owners.Taking("R-1", tara.person), by=pia.actor)


def test_a_number_that_is_taken_and_a_worker_of_elsewhere(
    offer: OwnerChange, pia: Worker, tara: Worker, asha: Worker
) -> None:
    pia.opens("R-1")
    with pytest.raises(NumberTaken):
        owners.take_over(change=offer, taking=owners.Taking("R-1", tara.person), by=pia.actor)
    with pytest.raises(NotOfThisOffice):
        owners.take_over(change=offer, taking=owners.Taking("R-2", asha.person), by=pia.actor)


def test_refused_or_taken_back_it_stays_and_is_seen_there_no_more(
    offer: OwnerChange, full: SurvivorFile, mgr: Worker, pia: Worker, joba: Worker
) -> None:
    enter(pia.actor)
    assert SurvivorFile.objects.visible_to(pia.actor).filter(pk=full.pk).exists()
    pia = later(pia)
    enter(pia.actor)
    owners.refuse_file(change=offer, by=pia.actor)
    assert not SurvivorFile.objects.visible_to(pia.actor).filter(pk=full.pk).exists()
    mgr = later(mgr)
    enter(mgr.actor)
    again = owners.offer_file(file=full, to=offer.to_organisation, why="moved", by=mgr.actor)
    owners.take_back_offer(change=again, by=mgr.actor)
    assert AccessGrant.unscoped.in_force_for(later(later(joba)).actor).count() == 0
    assert (
        SurvivorFile.objects.visible_to(mgr.actor).get().organisation_id
        == mgr.actor.organisation_id
    )
