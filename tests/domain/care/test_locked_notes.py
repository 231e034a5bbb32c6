"""Locked notes: only their keeper opens them, and they change hands by her own act alone."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection

from tafteesh.domain.care.actions import locked
from tafteesh.domain.care.models import LockedNote
from tafteesh.domain.files.actions import assign
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tafteesh.foundation.audit.models import Entry
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import Worker, make_worker


@pytest.fixture
def mita(office: Organisation) -> Worker:
    return make_worker("mita", Role.COUNSELLOR, office)


@pytest.fixture
def sudha(office: Organisation) -> Worker:
    return make_worker("sudha", Role.COUNSELLOR, office)


@pytest.fixture
def alok(office: Organisation) -> Worker:
    return make_worker("alok", Role.LAWYER, office)


def given(file: SurvivorFile, to: Worker, by: Worker) -> None:
    enter(by.actor)
    assign(file=file, to=to.person, by=by.actor)
    enter(to.actor)


def written(file: SurvivorFile, by: Worker, text: str = "Dreams of water") -> LockedNote:
    enter(by.actor)
    return locked.write_locked(file=file, on=by.actor.today, text=text, by=by.actor)


def seen_by(who: Worker, later: int = 0) -> int:
    enter(replace(who.actor, now=who.actor.now + timedelta(minutes=later)))
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM care_lockednote")
        behind_the_wall: int = cursor.fetchone()[0]
    assert LockedNote.objects.visible_to(who.actor).count() == behind_the_wall
    return behind_the_wall


WRONG = [role for role in Role if role is not Role.COUNSELLOR]


@pytest.mark.parametrize("role", [*WRONG, Role.COUNSELLOR])
def test_no_other_role_finds_a_counsellors_note(
    role: Role, rina: SurvivorFile, meera: Worker, mita: Worker, office: Organisation
) -> None:
    given(rina, mita, meera)
    note = written(rina, mita)
    assert seen_by(mita) == 1
    other = make_worker("other", role, office)
    given(rina, other, meera)
    assert seen_by(other) == 0
    with pytest.raises((NotAllowed, LockedNote.DoesNotExist)):
        locked.open_locked(note=note, by=other.actor)
    assert desk_of(other).get(f"/care/locked/{note.pk}/").status_code in (403, 404)


def test_what_she_told_her_lawyer_is_privileged(
    rina: SurvivorFile, meera: Worker, mgr: Worker, mita: Worker, alok: Worker
) -> None:
    given(rina, alok, meera)
    given(rina, mita, meera)
    note = written(rina, alok, "Told in confidence")
    assert note.kind == LockedNote.Kind.PRIVILEGED
    assert (seen_by(alok), seen_by(mita), seen_by(mgr)) == (1, 0, 0)


def test_who_may_not_keep_writes_none(rina: SurvivorFile, asha: Worker, meera: Worker) -> None:
    for other in (asha, meera):
        with pytest.raises(NotAllowed):
            written(rina, other)


def test_a_note_goes_to_the_same_calling_and_leaves_its_giver(
    rina: SurvivorFile, meera: Worker, mita: Worker, sudha: Worker, alok: Worker
) -> None:
    given(rina, sudha, meera)
    given(rina, mita, meera)
    note = written(rina, mita)
    with pytest.raises(locked.CannotKeepIt):
        locked.hand_locked(file=rina, to=alok.person, by=mita.actor)
    assert locked.hand_locked(file=rina, to=sudha.person, by=mita.actor) == 1
    assert (seen_by(mita, later=1), seen_by(sudha)) == (0, 1)
    assert locked.open_locked(note=note, by=sudha.actor).reveal() == "Dreams of water"
    lines = Entry.objects.filter(event="locked_note", about_id=note.pk).order_by("at", "id")
    assert list(lines.values_list("reason", flat=True)) == ["written", "handed", "opened"]
    assert locked.hand_locked(file=rina, to=mita.person, by=sudha.actor) == 1, "and back again"


def test_the_page_warns_before_it_opens(rina: SurvivorFile, meera: Worker, mita: Worker) -> None:
    given(rina, mita, meera)
    note = written(rina, mita)
    desk = desk_of(mita)
    before = words_of(desk.get(f"/care/locked/{note.pk}/"))
    assert "may describe violence" in before
    assert "Dreams" not in before
    assert "Dreams of water" in words_of(desk.post(f"/care/locked/{note.pk}/"))
    assert "Dreams" not in words_of(desk.get(f"/care/files/{rina.pk}/locked/"))
