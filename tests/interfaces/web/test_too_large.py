"""A file that is too large to send is answered in the person's language, and nothing is read of it."""

from typing import Any

from django.test import Client
from django.urls import reverse

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.papers.models import Paper
from tests.people import Worker, at_desk

MORE = str(65 * 1024 * 1024)


def _send(client: Client, url: str) -> Any:
    return client.post(url, {"kind": "fir"}, headers={"Content-Length": MORE}, CONTENT_LENGTH=MORE)


def test_she_is_told_what_to_do_and_led_back_to_the_form(rina: SurvivorFile, asha: Worker) -> None:
    url = reverse("files:paper", args=[rina.pk])
    told = _send(asha.at_desk(), url)

    assert told.status_code == 413
    page = told.content.decode()
    assert "This file is too large to send" in page
    assert "up to 25 MB" in page
    assert f'href="{url}"' in page
    assert not Paper.unscoped.exists()


def test_she_is_told_in_her_language(rina: SurvivorFile, asha: Worker) -> None:
    asha.person.language = "bn"
    asha.person.save()

    told = _send(asha.at_desk(), reverse("files:paper", args=[rina.pk]))
    assert 'lang="bn"' in told.content.decode()


def test_a_stranger_learns_no_more(rina: SurvivorFile, bimal: Worker) -> None:
    url = reverse("files:paper", args=[rina.pk])
    hers, nobody = _send(at_desk(bimal.person), url), _send(Client(), url)

    assert (hers.status_code, nobody.status_code) == (413, 413)
    assert "N24-2026-0001" not in hers.content.decode() + nobody.content.decode()


def test_too_many_words_in_one_form_are_refused_in_words(rina: SurvivorFile, asha: Worker) -> None:
    client = asha.at_desk()
    client.raise_request_exception = False
    long = "x" * 3_000_000
    told = client.post(
        reverse("files:contact", args=[rina.pk]),
        f"note={long}",
        "application/x-www-form-urlencoded",
    )

    assert told.status_code == 400
    assert "This could not be read" in told.content.decode()
