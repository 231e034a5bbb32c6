"""Checking against paper on pages: announced, drawn, judged by keys or buttons, told twice over."""

import pytest
from django.test import Client
from django.urls import reverse

from tafteesh.domain.checking.models import CheckRound, FieldCheck
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import Worker, make_worker

ANNOUNCED = {
    "title": "November",
    "seed": "lottery 71 04 39",
    "how_many": "4",
    "strata": "none",
    "second_percent": "0",
    "fields_wanted": ["status", "scope"],
    "submission_key": "one",
}


@pytest.fixture
def tuhin(office: Organisation) -> Worker:
    return make_worker("tuhin", Role.CASE_MANAGER, office)


@pytest.fixture
def desk(asha: Worker, meera: Worker) -> Client:
    with acting_as(asha.actor):
        for number in range(6):
            asha.opens(f"N24-2026-{number:04}", scope="trafficking")
    return desk_of(meera)


def the_round(meera: Worker) -> CheckRound:
    with acting_as(meera.actor):
        return CheckRound.objects.visible_to(meera.actor).get()


def test_a_round_is_announced_then_drawn_and_a_seed_serves_once(
    desk: Client, meera: Worker
) -> None:
    page = words_of(desk.get(reverse("check_data:announce")))
    assert "Of 6 files" in page

    answer = desk.post(reverse("check_data:announce"), ANNOUNCED)
    one = the_round(meera)
    assert answer.headers["Location"] == reverse("check_data:round", args=[one.pk])
    again = desk.post(reverse("check_data:announce"), ANNOUNCED | {"submission_key": "two"})
    assert "Announce another" in words_of(again)

    desk.post(reverse("check_data:draw", args=[one.pk]))
    told = words_of(desk.get(reverse("check_data:round", args=[one.pk])))
    assert "4 of 6 files" in told
    assert "8 fields wait for you" in told


def test_answers_lead_from_field_to_field_and_add_up(
    desk: Client, meera: Worker, tuhin: Worker
) -> None:
    desk.post(reverse("check_data:announce"), ANNOUNCED)
    one = the_round(meera)
    desk.post(reverse("check_data:draw", args=[one.pk]))
    here, other = reverse("check_data:check", args=[one.pk]), desk_of(tuhin)

    for verdict in ("matches", "differs", "matches", "matches", "no_paper"):
        page = other.get(here)
        answer = other.post(here, {"check": page.context["current"].pk, "verdict": verdict})
        assert answer.headers["Location"].startswith(here)
    taken_back = page.context["current"].pk
    other.post(here, {"check": taken_back, "verdict": "open"})
    assert other.get(f"{here}?check={taken_back}").context["current"].pk == taken_back

    told = words_of(other.get(reverse("check_data:round", args=[one.pk])))
    assert "75.0 %" in told, "3 of the 4 that could be judged"
    assert "37.5 %" in told, "3 of the 8 drawn"

    desk.post(reverse("check_data:close", args=[one.pk]))
    refused = other.post(here, {"check": taken_back, "verdict": "matches"}, follow=True)
    assert "closed" in words_of(refused)


def test_skipping_leads_on_and_her_own_entries_are_not_offered(
    desk: Client, meera: Worker, tuhin: Worker
) -> None:
    desk.post(reverse("check_data:announce"), ANNOUNCED)
    one = the_round(meera)
    desk.post(reverse("check_data:draw", args=[one.pk]))
    here, other = reverse("check_data:check", args=[one.pk]), desk_of(tuhin)
    first = other.get(here).context["current"]

    assert other.get(f"{here}?skip={first.pk}").context["current"].pk != first.pk

    with acting_as(meera.actor):
        FieldCheck.unscoped.filter(pk=first.pk).update(entered_by=tuhin.person)
    assert other.get(here).context["current"].pk != first.pk
    refused = other.post(here, {"check": first.pk, "verdict": "matches"}, follow=True)
    assert "somebody else checks it" in words_of(refused)


def test_not_yours_is_not_there(
    desk: Client, meera: Worker, asha: Worker, tuhin: Worker, joba: Worker
) -> None:
    desk.post(reverse("check_data:announce"), ANNOUNCED)
    one = the_round(meera)

    assert desk_of(asha).get(reverse("check_data:rounds")).status_code == 403
    manager = desk_of(tuhin)
    assert manager.get(reverse("check_data:round", args=[one.pk])).status_code == 200
    assert manager.post(reverse("check_data:draw", args=[one.pk])).status_code == 403
    assert desk_of(joba).get(reverse("check_data:round", args=[one.pk])).status_code == 403
