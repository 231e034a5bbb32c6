"""Two offices compare over their pages: file out, file in, a pair, and what both agreed to tell."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tafteesh.domain.comparisons import carrier
from tafteesh.domain.comparisons.models import Comparison, Match
from tafteesh.domain.comparisons.ours import number_of
from tafteesh.domain.comparisons.secret import propose
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.models import Organisation
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import NOW, Worker
from tests.two_offices import SECRET, Side, chief, elsewhere, here, pia, there

__all__ = ["chief", "here", "pia", "there"]


@pytest.fixture(autouse=True)
def morning(here: Side, there: Side) -> Iterator[None]:
    """A minute after everybody agreed."""
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        yield


class Desk:
    """One side at its screen."""

    def __init__(self, side: Side) -> None:
        self.client: Client = desk_of(side.chief)
        self.side = side

    def begins(self, **typed: str) -> str:
        given = {"to": str(self.side.to.pk), "secret": SECRET, "again": SECRET, **typed}
        answer = self.client.post(reverse("check_data:compare_new"), given)
        return answer.headers.get("Location", "") or words_of(answer)

    def writes(self, page: str, step: str = "write", secret: str = SECRET) -> bytes:
        answer = self.client.post(f"{page}{step}/", {"secret": secret})
        assert answer.headers["Content-Disposition"].startswith("attachment")
        return answer.content

    def reads(self, page: str, file: bytes, step: str = "read", secret: str = SECRET) -> str:
        given = {"secret": secret, "file": SimpleUploadedFile("x", file)}
        answer = self.client.post(f"{page}{step}/", given, follow=True)
        assert answer.status_code == 200
        return words_of(answer)

    def says(self, page: str, answer: str, **more: str) -> str:
        """What is said of the first woman of the side, who is at both."""
        enter(self.side.chief.actor)
        comparison = Comparison.objects.visible_to(self.side.chief.actor).get()
        number = number_of(comparison, self.side.files[0].pk)
        rest = self.client.get(page).content.decode().split(f"ours {number}")[1]
        link = rest.split("compare/pairs/")[1].split('"')[0]
        given = {"answer": answer, "why": "court", "contact": "98300 00001", **more}
        return words_of(self.client.post(f"/check-data/compare/pairs/{link}", given, follow=True))


def test_from_the_secret_to_the_two_file_numbers(here: Side, there: Side) -> None:
    one, other = Desk(here), Desk(there)
    ours, theirs = one.begins(), other.begins()
    told = one.reads(ours, other.writes(theirs))
    assert "10 of ours beside 10 of theirs" in told
    assert "Pairs that may be one person (3)" in told
    assert "Waits for you" in told
    other.reads(theirs, one.writes(ours))
    assert "Waits for them" in one.says(ours, "reveals")
    both = other.says(theirs, "reveals")
    assert "Both say yes" in both
    assert "IS-001" in both
    assert "Chief, 98300 00001" in both
    page = words_of(one.client.get(ours))
    assert "RS-001" in page
    assert "Mondal" not in page
    assert "2 wait for you" in words_of(one.client.get(reverse("check_data:compare")))


def test_between_two_systems_answers_travel_in_files(here: Side, there: Side) -> None:
    one, other = Desk(here), Desk(there)
    ours, theirs = one.begins(), other.begins()
    first = one.writes(ours)
    one.reads(ours, elsewhere(other.writes(theirs)))
    assert "Answers travel in sealed files too" in other.reads(theirs, elsewhere(first))
    one.says(ours, "reveals")
    other.says(theirs, "reveals")
    assert "Write our answers" in words_of(one.client.get(f"{ours}answers/out/"))
    yes = one.writes(ours, "answers/out")
    assert "their code comes with" in other.reads(theirs, yes, "answers/in")
    assert "read before. Nothing is new" in other.reads(theirs, yes, "answers/in")
    assert "not their answers" in other.reads(theirs, first, "answers/in")
    told = one.reads(ours, other.writes(theirs, "answers/out"), "answers/in")
    assert "RS-001" in told
    assert "Pia, 98300 00001" in told


def test_the_page_proposes_a_fresh_secret_and_wants_it_twice(
    here: Side, office: Organisation
) -> None:
    desk = Desk(here)
    asked = reverse("check_data:compare_new")
    assert words_of(desk.client.get(asked)) != words_of(desk.client.get(asked))
    assert "The two are not the same." in desk.begins(again=propose())
    assert "This can be guessed." in desk.begins(secret="rina", again="rina")
    assert desk.begins().startswith("/check-data/compare/")
    assert "This secret was used before." in desk.begins()


def test_every_file_that_cannot_be_taken_says_why(here: Side, there: Side) -> None:
    one, other = Desk(here), Desk(there)
    ours, theirs = one.begins(), other.begins()
    file = other.writes(theirs)
    said = {
        "This is no file of a comparison.": b"PK\x03\x04",
        "written by another version": file.replace(b"filters 1", b"filters 9", 1),
        "damaged or changed": file[:-7],
        "larger than 8 MB": b"\x00" * (carrier.MOST_BYTES + 1),
        "your own office wrote": one.writes(ours),
    }
    for words, bad in said.items():
        assert words in one.reads(ours, bad)
    assert "not the secret with which" in one.reads(ours, file, secret=propose())
    one.reads(ours, file)
    assert "This very file was read before." in one.reads(ours, file)
    assert "has their file already" in one.reads(ours, other.writes(theirs))


def test_too_few_who_agree_and_a_wrong_secret_stand_on_the_page(here: Side) -> None:
    desk = Desk(here)
    page = desk.begins()
    wrong = desk.client.post(f"{page}write/", {"secret": propose()})
    assert "not the secret with which" in words_of(wrong)
    enter(here.chief.actor)
    SurvivorFile.unscoped.filter(pk=here.files[0].pk).update(withdrawn_at=NOW)
    few = desk.client.post(f"{page}write/", {"secret": SECRET})
    assert "Fewer than 10 survivors agree" in words_of(few)


def test_a_yes_needs_a_telephone(here: Side, there: Side) -> None:
    one, other = Desk(here), Desk(there)
    ours, theirs = one.begins(), other.begins()
    one.reads(ours, other.writes(theirs))
    assert "Write a telephone of your office" in one.says(ours, "reveals", contact="")
    assert "Not told" in one.says(ours, "refuses", contact="")


def test_who_keeps_records_has_no_button_and_no_page_to_answer(
    here: Side, there: Side, meera: Worker, asha: Worker
) -> None:
    one, other = Desk(here), Desk(there)
    ours, theirs = one.begins(), other.begins()
    one.reads(ours, other.writes(theirs))
    clerk = desk_of(meera)
    assert "compare/pairs/" not in clerk.get(ours).content.decode()
    enter(here.chief.actor)
    match = Match.objects.visible_to(here.chief.actor).first()
    assert match
    answer = reverse("check_data:compare_answer", args=[match.pk])
    assert clerk.get(answer).status_code == 403
    assert desk_of(asha).get(ours).status_code == 403
    assert other.client.get(ours).status_code == 404
    assert other.client.get(answer).status_code == 404
