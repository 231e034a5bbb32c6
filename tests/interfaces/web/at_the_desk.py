"""Signing the people of our stories in, and reading what a page says."""

import html
import re

from allauth.mfa.totp.internal import auth as totp
from django.http import HttpResponse
from django.test import Client

from tafteesh.foundation.kernel.clock import read_clock
from tests.people import Worker


def desk_of(worker: Worker, language: str = "en") -> Client:
    """A signed-in browser of hers."""
    person = worker.person
    person.language = language
    person.save(update_fields=["language"])
    totp.TOTP.activate(person, totp.generate_totp_secret())
    client = Client()
    client.force_login(person)
    prove(client)
    return client


def prove(client: Client, minutes_ago: int = 0) -> None:
    """She gave her password so many minutes ago."""
    session = client.session
    at = read_clock().timestamp() - 60 * minutes_ago
    session["account_authentication_methods"] = [{"method": "password", "at": at}]
    session.save()


def words_of(answer: HttpResponse) -> str:
    """What a page says, without its markup."""
    text = re.sub(
        r"<script.*?</script>|<svg.*?</svg>", " ", answer.content.decode(), flags=re.DOTALL
    )
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())
