"""Notes are shown without faces; as written only with a reason, and each look is a line."""

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tafteesh.domain.diary.actions import NewContact, record_contact
from tafteesh.domain.diary.models import Contact
from tafteesh.domain.files.actions import change_identity
from tafteesh.domain.files.actions.household import record_member
from tafteesh.domain.files.models import HouseholdMember, SurvivorFile
from tafteesh.domain.proceedings.actions import NewFir, add_accused, record_fir
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.audit.models import Entry
from tafteesh.interfaces.web.survivor_files.notes import Covering
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import NOW, TODAY, Worker

NOTE = "রিনাকে দেখলাম, মালতীর ফোন 9830011223। Kalu came to Baduria again."


@pytest.fixture
def noted(rina: SurvivorFile, asha: Worker) -> Contact:
    names = {"name_used": "Rina", "address": "Ghat Para, Baduria"}
    change_identity(file=rina, names=names, open_fields={}, by=asha.actor)
    mother = HouseholdMember(relation="mother")
    record_member(file=rina, member=mother, name="মালতী", phone="98300 11223", by=asha.actor)
    new = NewFir(station="Basirhat", number=9, year=2025, area="source")
    fir = record_fir(new=new, survivors=[rina], by=asha.actor)
    add_accused(fir=fir, name="Kalu Sk", part="trafficker", by=asha.actor)
    contact = NewContact(on=TODAY, mode="visit", about="other", note=NOTE)
    return record_contact(file=rina, new=contact, by=asha.actor)


@pytest.fixture
def desk(noted: Contact, asha: Worker) -> Client:
    return desk_of(asha)


def address(contact: Contact) -> str:
    return f"/files/{contact.survivor_file_id}/note/contact/{contact.pk}/"


def test_the_timeline_covers_her_her_mother_the_accused_and_places(
    desk: Client, rina: SurvivorFile
) -> None:
    with time_machine.travel(NOW, tick=False):
        page = words_of(desk.get(f"/files/{rina.pk}/"))
    assert "name কে দেখলাম" in page
    for word in ("রিনা", "মালতী", "9830011223", "Kalu", "Baduria again"):
        assert word not in page
    assert "came to place again" in page


def test_as_written_needs_a_reason_and_leaves_a_line(
    desk: Client, noted: Contact, rina: SurvivorFile
) -> None:
    with time_machine.travel(NOW, tick=False):
        assert "রিনাকে" not in words_of(desk.get(address(noted)))
        assert desk.post(address(noted), {"reason": "curious"}).status_code == 404
        assert not Entry.objects.filter(event="note_looked").exists()
        assert "রিনাকে" in words_of(desk.post(address(noted), {"reason": "visit"}))
    line = Entry.objects.get(event="note_looked")
    assert (line.subject, line.reason, line.fields) == (rina.log_tag, "visit", "note_sealed")


def test_who_may_not_look_is_told_nothing(noted: Contact, bimal: Worker, mgr: Worker) -> None:
    assert desk_of(bimal).get(address(noted)).status_code == 404
    manager = desk_of(mgr)
    assert manager.get(address(noted)).status_code == 403
    page = words_of(manager.get(f"/files/{noted.survivor_file_id}/"))
    assert "দেখলাম" not in page, "who records no contacts reads no notes"


def test_on_paper_a_word_stands_in_brackets_and_the_note_is_untouched(
    noted: Contact, rina: SurvivorFile, asha: Worker
) -> None:
    enter(asha.actor)
    covering = Covering(asha.actor, rina)
    assert covering.plain("contact", noted) == (
        "(name)কে দেখলাম, (name)র ফোন (number)। (name) came to (place) again."
    )
    before = bytes(noted.note_sealed or b"")
    noted.refresh_from_db()
    assert bytes(noted.note_sealed or b"") == before


def test_a_note_of_another_file_is_not_there(desk: Client, noted: Contact, asha: Worker) -> None:
    other = asha.opens("N24-2026-0077")
    elsewhere = f"/files/{other.pk}/note/contact/{noted.pk}/"
    assert desk.get(elsewhere).status_code == 404
    assert desk.post(elsewhere, {"reason": "visit"}).status_code == 404


def test_ten_notes_cost_no_query_more_than_one(
    desk: Client, rina: SurvivorFile, asha: Worker
) -> None:
    def queries() -> int:
        with time_machine.travel(NOW, tick=False), CaptureQueriesContext(connection) as captured:
            assert desk.get(f"/files/{rina.pk}/").status_code == 200
        return len(captured)

    queries()
    one = queries()
    enter(asha.actor)
    for _more in range(9):
        new = NewContact(on=TODAY, mode="visit", about="other", note=NOTE)
        record_contact(file=rina, new=new, by=asha.actor)
    assert queries() == one
