"""Asha and Meera have the same form open: nothing is written over unseen; both values are shown, a person decides."""

import html
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tafteesh.domain.files.actions.looking import look_at
from tafteesh.domain.files.models import Identity, SafeContact, SurvivorFile, Taking
from tafteesh.foundation.access.context import enter
from tests.interfaces.web.at_the_desk import words_of
from tests.people import Worker


def was(answer: Any) -> str:
    """What the form says stood there when it was opened."""
    found = re.search(r'name="was" value="([^"]*)"', answer.content.decode())
    assert found, "the form does not say what stood there"
    return html.unescape(found[1])


def opened(client: Client, url: str) -> dict[str, str]:
    """A form as it comes, ready to be sent."""
    return {"was": was(client.get(url))}


def test_the_second_of_two_sees_both_values_and_decides(
    rina: SurvivorFile, asha: Worker, meera: Worker
) -> None:
    url = reverse("files:identity", args=[rina.pk])
    hers, theirs = asha.at_desk(), meera.at_desk()
    mine, other = opened(hers, url), opened(theirs, url)

    said = {"gender": "woman", "born": "2008", "born_answer": "known"}
    assert theirs.post(url, other | said).status_code == 302
    again = mine | said | {"born": "2007"}
    answer = hers.post(url, again)
    assert answer.status_code == 200
    assert "somebody saved “2008” here. Yours is “2007”" in words_of(answer)
    assert Identity.unscoped.get(survivor_file=rina).born_earliest.year == 2008

    decided = again | {"was": was(answer)}
    assert hers.post(url, decided).status_code == 302
    assert Identity.unscoped.get(survivor_file=rina).born_earliest.year == 2007


def test_a_field_that_she_left_alone_is_not_turned_back_unseen(
    rina: SurvivorFile, asha: Worker, meera: Worker
) -> None:
    url = reverse("files:identity", args=[rina.pk])
    hers, theirs = asha.at_desk(), meera.at_desk()
    mine, other = opened(hers, url), opened(theirs, url)

    theirs.post(url, other | {"gender": "woman", "born": "", "born_answer": "declined"})
    answer = hers.post(url, mine | {"gender": "not_asked", "born": "", "born_answer": "not_asked"})
    assert "somebody saved “Woman” here" in words_of(answer)
    assert Identity.unscoped.get(survivor_file=rina).gender == "woman"


def test_a_sealed_name_written_by_two_is_told_and_shown_to_nobody(
    rina: SurvivorFile, asha: Worker, meera: Worker
) -> None:
    url = reverse("files:identity", args=[rina.pk])
    hers, theirs = asha.at_desk(), meera.at_desk()
    mine, other = opened(hers, url), opened(theirs, url)
    open_part = {"gender": "not_asked", "born": "", "born_answer": "not_asked"}

    theirs.post(url, other | open_part | {"address": "Ghat Para North"})
    answer = hers.post(url, mine | open_part | {"address": "Khal Para"})
    page = words_of(answer)
    assert "Somebody wrote another value here" in page
    assert "Ghat Para" not in page
    assert "Khal Para" in answer.content.decode(), "what she typed stays"
    enter(asha.actor)
    kept = look_at(file=rina, name="address", reason="visit", by=asha.actor)
    assert kept.reveal() == "Ghat Para North"
    hers.post(url, mine | open_part | {"address": "Khal Para", "was": was(answer)})
    enter(asha.actor)
    assert look_at(file=rina, name="address", reason="visit", by=asha.actor).reveal() == "Khal Para"


def test_a_double_press_is_no_second_writer(rina: SurvivorFile, asha: Worker) -> None:
    url, desk = reverse("files:identity", args=[rina.pk]), asha.at_desk()
    sent = opened(desk, url) | {
        "gender": "woman", "born": "", "born_answer": "declined", "address": "Khal Para",
        "submission_key": "a" * 32,
    }  # fmt: skip

    assert [desk.post(url, sent).status_code for _press in range(2)] == [302, 302]


def test_a_draft_of_yesterday_does_not_write_over_what_somebody_saved_since(
    rina: SurvivorFile, asha: Worker, meera: Worker
) -> None:
    url = reverse("files:identity", args=[rina.pk])
    hers, theirs = asha.at_desk(), meera.at_desk()
    mine, other = opened(hers, url), opened(theirs, url)
    typed = {"gender": "not_asked", "born": "2007", "born_answer": "known"}
    hers.post(reverse("drafts:save"), mine | typed | {"draft_key": f"identity:{rina.pk}:"})
    theirs.post(url, other | typed | {"born": "2008"})

    again = hers.get(f"{url}?draft=continue")
    answer = hers.post(url, typed | {"was": was(again)})
    assert "somebody saved “2008” here. Yours is “2007”" in words_of(answer)


@pytest.mark.parametrize("broken", ["", "{", "[]", "7", "{}", '{"gender": 3}'])
def test_a_broken_mark_breaks_nothing(rina: SurvivorFile, asha: Worker, broken: str) -> None:
    url = reverse("files:identity", args=[rina.pk])
    said = {"was": broken, "gender": "not_asked", "born": "", "born_answer": "not_asked"}

    assert asha.at_desk().post(url, said).status_code in (200, 302)


def test_her_safe_hours_are_not_written_over_unseen(
    rina: SurvivorFile, asha: Worker, meera: Worker
) -> None:
    url = reverse("files:safe_contact", args=[rina.pk])
    hers, theirs = asha.at_desk(), meera.at_desk()
    mine, other = opened(hers, url), opened(theirs, url)
    rule = {"may_call": "on", "from_hour": "14", "to_hour": "16", "risk": "low"}

    assert theirs.post(url, other | rule).status_code == 302
    answer = hers.post(url, mine | rule | {"risk": "high"})
    assert "somebody saved" in words_of(answer)
    newest = SafeContact.unscoped.filter(survivor_file=rina).order_by("-recorded_at").first()
    assert newest is not None
    assert newest.risk == "low"


@pytest.mark.parametrize("page", ["files:status", "care:intake_minimum"])
def test_every_form_that_writes_over_says_what_stood(
    rina: SurvivorFile, asha: Worker, page: str
) -> None:
    assert was(asha.at_desk().get(reverse(page, args=[rina.pk]))).startswith("{")


def test_her_class_is_read_as_days_once_her_birth_is_known(
    rina: SurvivorFile, asha: Worker
) -> None:
    url, desk = reverse("files:taking", args=[rina.pk]), asha.at_desk()
    said = {"taken": "when she was in class 7", "taken_answer": "known", "destination": ""}
    assert "when she was born" in words_of(desk.post(url, said))

    Identity.unscoped.filter(survivor_file=rina).update(
        born_earliest="2008-01-01", born_latest="2008-12-31"
    )
    assert desk.post(url, said).status_code == 302
    taking = Taking.unscoped.get(survivor_file=rina)
    assert (taking.taken_earliest.year, taking.taken_latest.year) == (2020, 2023)
    assert taking.taken_words == "when she was in class 7"
