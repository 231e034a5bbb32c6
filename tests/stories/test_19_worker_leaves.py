"""Asha leaves with 42 files: 30 go to Bimal, 12 to Shefali, in one act."""

import uuid
from datetime import timedelta

import pytest

from tafteesh.domain.diary.actions import (
    FileLeftOver,
    ToHerself,
    add_task,
    hand_over_caseload,
)
from tafteesh.domain.diary.models import Task
from tafteesh.domain.files.actions import NotOfThisOffice, set_safe_contact
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.context import acting_as, enter
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.foundation.access.models import Organisation, Person
from tafteesh.foundation.access.permissions import Role
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import TODAY, Worker, make_worker


@pytest.fixture
def shefali(office: Organisation) -> Worker:
    return make_worker("shefali", Role.SOCIAL_WORKER, office)


def caseload_of(worker: Worker, many: int) -> list[SurvivorFile]:
    return [worker.opens(f"N24-2026-{n:04}") for n in range(100, 100 + many)]


def split(files: list[SurvivorFile], *parts: tuple[Worker, int]) -> dict[uuid.UUID, Person]:
    """The first so many to one, the next to another."""
    people = [worker.person for worker, many in parts for _ in range(many)]
    return {file.pk: person for file, person in zip(files, people, strict=True)}


@pytest.mark.django_db
def test_forty_two_files_move_and_her_sign_in_ends_in_the_same_moment(
    asha: Worker, bimal: Worker, shefali: Worker, mgr: Worker
) -> None:
    hers = desk_of(asha)
    assert hers.get("/").status_code == 200
    with acting_as(asha.actor):
        files = caseload_of(asha, 42)
        add_task(file=files[0], kind="call", due_on=TODAY, by=asha.actor)
        enter(mgr.actor)
        to = split(files, (bimal, 30), (shefali, 12))

        assert hand_over_caseload(leaver=asha.person, to=to, by=mgr.actor) == 42

        for worker, many in ((asha, 0), (bimal, 30), (shefali, 12)):
            enter(worker.actor)
            assert SurvivorFile.objects.visible_to(worker.actor).count() == many
            assert SurvivorFile.unscoped.count() == many
            told = Task.objects.visible_to(worker.actor).filter(kind=Task.Kind.TELL_HER)
            assert told.filter(assigned_to=worker.person, done_on=None).count() == many
        enter(bimal.actor)
        assert Task.objects.visible_to(bimal.actor).get(kind="call").assigned_to == bimal.person

    assert hers.get("/").status_code == 302
    asha.person.refresh_from_db()
    assert not asha.person.is_active


def test_every_file_goes_somewhere_and_to_somebody_who_works_here(
    rina: SurvivorFile, asha: Worker, bimal: Worker, joba: Worker, mgr: Worker
) -> None:
    other = asha.opens("N24-2026-0002")
    enter(mgr.actor)
    for to, fault in (
        ({rina.pk: bimal.person}, FileLeftOver),
        ({rina.pk: bimal.person, other.pk: asha.person}, ToHerself),
        ({rina.pk: bimal.person, other.pk: joba.person}, NotOfThisOffice),
    ):
        with pytest.raises(fault):
            hand_over_caseload(leaver=asha.person, to=to, by=mgr.actor)

    enter(asha.actor)
    assert SurvivorFile.objects.visible_to(asha.actor).count() == 2
    with pytest.raises(NotAllowed):
        hand_over_caseload(leaver=asha.person, to={}, by=asha.actor)


def test_a_worker_on_leave_keeps_her_sign_in(
    rina: SurvivorFile, asha: Worker, bimal: Worker, meera: Worker
) -> None:
    enter(meera.actor)
    to = {rina.pk: bimal.person}
    hand_over_caseload(leaver=asha.person, to=to, leaves=False, by=meera.actor)

    asha.person.refresh_from_db()
    assert asha.person.is_active
    enter(asha.actor)
    assert not SurvivorFile.unscoped.exists()


def test_the_page_hands_over_and_says_how_many(
    rina: SurvivorFile, asha: Worker, bimal: Worker, mgr: Worker
) -> None:
    desk, address = desk_of(mgr), f"/care/hand-over/{asha.person.pk}/"
    assert "Hand over all files" in words_of(desk.get(address))
    assert desk_of(bimal).get(address).status_code == 403

    sent = desk.post(address, {"to_all": str(bimal.person.pk), "leaves": "on"})

    assert sent.status_code == 302
    next_year = bimal.on(TODAY + timedelta(days=365))
    enter(next_year)
    assert SurvivorFile.objects.visible_to(next_year).get() == rina


def test_a_stranger_reads_what_she_needs_on_one_screen(rina: SurvivorFile, asha: Worker) -> None:
    rule = {"may_call": True, "from_hour": 14, "to_hour": 16, "risk": "high"}
    set_safe_contact(file=rina, rule=rule, warning="Husband does not know.", by=asha.actor)
    add_task(file=rina, kind="visit", due_on=TODAY, by=asha.actor)

    page = words_of(desk_of(asha).get(f"/care/files/{rina.pk}/at-a-glance/"))

    for words in ("Husband does not know.", "14:00 to 16:00", "Risk: High", "Visit her", "hearing"):
        assert words in page
    assert "Rina" not in page
