"""Nasreen settles what may be one person; Bimal and another office find no page; a join is undone from the screen."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.once.actions import look_for_others
from tafteesh.domain.once.models import Join, Pair
from tafteesh.foundation.access.context import acting_as, enter
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import NOW, Worker, make_worker

HERS = {"name_used": "Rina Mondal", "relation_name": "Kalipada Mondal", "phone": "9830012345"}


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tafteesh.interfaces.web.middleware.read_clock", lambda: NOW)


@pytest.fixture
def nasreen(office: Organisation) -> Worker:
    return make_worker("nasreen", Role.CASE_MANAGER, office)


@pytest.fixture
def files(asha: Worker, bimal: Worker) -> list[SurvivorFile]:
    """Two files of one girl."""
    with acting_as(asha.actor):
        one = asha.opens("N-1", names=HERS)
    with acting_as(bimal.actor) as by:
        other = bimal.opens("N-2", names={**HERS, "name_used": "रीना मंडल"})
        look_for_others(files=[other.pk], came_from=Pair.From.INTAKE, by=by)
    return [one, other]


@pytest.fixture
def pair(nasreen: Worker, files: list[SurvivorFile]) -> Pair:
    enter(nasreen.actor)
    return Pair.objects.visible_to(nasreen.actor).get()


@pytest.fixture
def chief(nasreen: Worker) -> Client:
    return desk_of(nasreen)


@pytest.fixture
def post(chief: Client) -> Callable[..., HttpResponse]:
    """What Nasreen sends, and the page that follows."""
    keys = iter("abcdefgh")

    def send(name: str, pk: object, **said: str) -> HttpResponse:
        said["submission_key"] = next(keys) * 32
        answer: HttpResponse = chief.post(reverse(f"once:{name}", args=[pk]), said, follow=True)  # type: ignore[assignment] # a page
        return answer

    return send


PAGES = ("pair", "join", "two_persons", "again")


@pytest.mark.parametrize("name", PAGES)
def test_a_worker_may_not_and_another_office_finds_nothing(
    bimal: Worker, other_office: Organisation, pair: Pair, name: str
) -> None:
    url = reverse(f"once:{name}", args=[pair.pk])
    assert desk_of(bimal).get(url).status_code == 403
    stranger = make_worker("salma", Role.CASE_MANAGER, other_office)
    desk = desk_of(stranger)
    assert desk.get(url).status_code == 404
    assert desk.post(url, {"why": "sisters"}).status_code in (404, 405)


def test_the_two_stand_side_by_side_and_nothing_hidden_is_told(chief: Client, pair: Pair) -> None:
    answer = chief.get(reverse("once:pair", args=[pair.pk]))
    page = words_of(answer)
    assert "N-1 and N-2: one person?" in page
    assert "Name hidden: ask" in page
    assert "same" in page
    assert "known of neither" in page
    assert not [
        word for word in ("Rina", "रीना", "Kalipada", "98300") if word in answer.content.decode()
    ]
    assert chief.get(reverse("once:next")).url == reverse("once:pair", args=[pair.pk])  # type: ignore[attr-defined] # a redirect
    skipped = chief.get(reverse("once:next") + "?skip=1")
    assert skipped.url == reverse("once:queue")  # type: ignore[attr-defined] # a redirect


def test_joined_undone_and_joined_again(
    post: Callable[..., HttpResponse], chief: Client, nasreen: Worker, pair: Pair, files: list[SurvivorFile]
) -> None:  # fmt: skip
    nothing_chosen = words_of(post("join", pair.pk, standing="", why="she_said"))
    assert nothing_chosen.startswith("Error:")
    page = words_of(post("join", pair.pk, standing=str(files[1].pk), why="she_said"))
    assert "Joined: she counts once from now on." in page
    enter(nasreen.actor)
    join = Join.objects.visible_to(nasreen.actor).get()
    assert join.standing_file_id == files[1].pk
    page = words_of(chief.get(reverse("files:file", args=[files[1].pk])))
    assert "This file goes on." in page
    assert "The file was opened N-1" in page, "her other file's story stands in it, with its number"

    assert "Somebody has answered this already" in words_of(
        post("join", pair.pk, standing=str(files[0].pk), why="she_said")
    )
    assert "Undone: they are two again." in words_of(post("undo", join.pk, why="two_persons"))
    assert chief.get(reverse("once:undo", args=[join.pk])).status_code == 404
    assert "It waits for an answer again." in words_of(post("again", pair.pk))
    page = words_of(post("join", pair.pk, standing=str(files[0].pk), why="same_papers"))
    assert "Joined: she counts once from now on." in page


def test_two_persons_for_a_reason_and_back(
    post: Callable[..., HttpResponse], chief: Client, pair: Pair
) -> None:
    assert "Say how you know" in words_of(post("two_persons", pair.pk, why="because"))
    page = words_of(post("two_persons", pair.pk, why="sisters"))
    assert "Two persons: this pair is not proposed again" in page
    assert "No two files wait" in page
    assert "Somebody has answered this already" in words_of(
        post("two_persons", pair.pk, why="sisters")
    )
    assert "It waits for an answer again." in words_of(post("again", pair.pk))


def test_the_one_who_reaches_both_is_told_to_look(
    nasreen: Worker, chief: Client, files: list[SurvivorFile]
) -> None:
    url = reverse("files:identity", args=[files[1].pk])
    said = {"name_used": "Rina Mandal", "gender": "woman", "submission_key": "z" * 32}
    answer = chief.post(url, said, follow=True)
    assert "She may be known already. Look at both files" in words_of(answer)
