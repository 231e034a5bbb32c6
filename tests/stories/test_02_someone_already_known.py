"""Someone already known: the Bongaon worker enters the same girl under her other name and her father's phone.

She is told to ask her supervisor and nothing else. The supervisor sees both files and joins them with a
reason; both histories stay, and from then on the girl counts once.
"""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tafteesh.domain.diary.actions import NewContact, record_contact
from tafteesh.domain.diary.models import Contact
from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.queries import one_figure
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.once.models import Join, Pair
from tafteesh.foundation.access.context import acting_as, enter
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tafteesh.foundation.audit.models import Entry, Event
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import NOW, TODAY, Worker, make_worker

FATHERS_PHONE = "9830004417"
KNOWN = {
    "name_used": "Rina Mondal", "other_names": "পুতুল", "relation_name": "Kalipada Mondal",
    "phone": FATHERS_PHONE, "address": "Ghat Para",
}  # fmt: skip
ASK = "ask your supervisor"
TOLD_NOTHING = ("N24-2026-0417", "Asha", "Ghat Para", "Rina", "One person once", "known already")


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tafteesh.interfaces.web.middleware.read_clock", lambda: NOW)


@pytest.fixture
def nasreen(office: Organisation) -> Worker:
    return make_worker("nasreen", Role.CASE_MANAGER, office)


@pytest.fixture
def known(asha: Worker) -> SurvivorFile:
    """N24-2026-0417 of the Basirhat worker, who met her three weeks ago."""
    with acting_as(asha.actor) as by:
        born = {"born_earliest": date(2009, 1, 1), "born_latest": date(2009, 12, 31)}
        file = asha.opens("N24-2026-0417", names=KNOWN, identity=born)
        contact = NewContact(on=TODAY - timedelta(days=21), mode="visit", about="follow_up")
        record_contact(file=file, new=contact, by=by)
    return file


def enters_her_again(desk: Client) -> tuple[SurvivorFile, str]:
    """The Bongaon worker's own form: her other name, her father's phone."""
    said = {
        "number": "N24-2026-0502", "opened": "23-11-2026", "scope": "not_known", "name_used": "Putul Mandal",
        "phone": FATHERS_PHONE, "submission_key": "b" * 32,
    }  # fmt: skip
    page = desk.get(reverse("files:new"))
    said["worker"] = str(page.context["form"]["worker"].value())
    answer = desk.post(reverse("files:new"), said, follow=True)
    return SurvivorFile.unscoped.get(number="N24-2026-0502"), words_of(answer)


def told(worker: Worker, name: str) -> object:
    with acting_as(worker.actor) as by:
        figure = one_figure(by, name, Period.containing(TODAY))
        assert figure
        return figure.values["of"]


def test_the_worker_asks_and_the_supervisor_joins(
    bimal: Worker, nasreen: Worker, known: SurvivorFile
) -> None:
    desk = desk_of(bimal)
    enter(bimal.actor)
    again, said = enters_her_again(desk)

    assert ASK in said
    assert not [word for word in TOLD_NOTHING if word in said]
    assert told(nasreen, "A11") == 2

    chief = desk_of(nasreen)
    queue = words_of(chief.get(reverse("once:queue")))
    assert "N24-2026-0417 and N24-2026-0502" in queue
    enter(nasreen.actor)
    pair = Pair.objects.visible_to(nasreen.actor).get()
    page = words_of(chief.get(reverse("once:pair", args=[pair.pk])))
    assert "One phone number stands in both files." in page
    assert "Putul" not in page, "names stay hidden until somebody asks"

    answer = chief.post(
        reverse("once:join", args=[pair.pk]),
        {"standing": str(known.pk), "why": Join.Why.SHE_SAID, "submission_key": "c" * 32},
        follow=True,
    )
    assert "Joined: she counts once from now on." in words_of(answer)
    _both_histories_stay(chief, nasreen, known, again)
    assert told(nasreen, "A11") == 1
    assert told(nasreen, "I20") == 1
    _the_worker_learns_nothing_else(desk, bimal, known, again)


def _both_histories_stay(
    chief: Client, nasreen: Worker, known: SurvivorFile, again: SurvivorFile
) -> None:
    with acting_as(nasreen.actor) as by:
        assert SurvivorFile.objects.visible_to(by).filter(withdrawn_at=None).count() == 2
        assert Contact.objects.visible_to(by).get().survivor_file_id == known.pk
        lines = Entry.objects.filter(event=Event.PERSON_JOINED)
        assert {line.subject for line in lines} == {known.log_tag, again.log_tag}
        assert {line.reason for line in lines} == {"she_said"}
    page = words_of(chief.get(reverse("files:file", args=[again.pk])))
    assert "One person, more than one file" in page
    assert "N24-2026-0417" in page


def _the_worker_learns_nothing_else(
    desk: Client, bimal: Worker, known: SurvivorFile, again: SurvivorFile
) -> None:
    own = words_of(desk.get(reverse("files:file", args=[again.pk])))
    assert not [word for word in TOLD_NOTHING if word in own]
    assert "One person, more than one file" not in own
    assert desk.get(reverse("files:file", args=[known.pk])).status_code == 404
    assert desk.get(reverse("once:queue")).status_code == 403
    with acting_as(bimal.actor):
        assert not Pair.unscoped.exists()
        assert not Join.unscoped.exists()
