"""Browsers of people who signed in, and every address of the product that is about one thing."""

import re
import time
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.people import Worker

SECRET = "JBSWY3DPEHPK3PXP"


def browser_of(worker: Worker) -> Client:
    """A session with a second factor, without going through the door each time."""
    if not worker.person.authenticator_set.exists():
        totp.TOTP.activate(worker.person, SECRET)
    client = Client()
    client.force_login(worker.person)
    session = client.session
    session["account_authentication_methods"] = [{"method": "password", "at": time.time()}]
    session.save()
    return client


@pytest.fixture
def browser() -> Callable[[Worker], Client]:
    return browser_of


def patterns(
    entries: list[Any] | None = None, before: str = ""
) -> Iterator[tuple[str, str, URLPattern]]:
    """(name, address with its holes, pattern) of every address."""
    for entry in get_resolver().url_patterns if entries is None else entries:
        here = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from patterns(entry.url_patterns, here)
        else:
            yield entry.name or "", here, entry


def addresses_of_things(row: uuid.UUID) -> list[tuple[str, str, URLPattern]]:
    """Every page address that names a row, with that id in it."""
    found = []
    for name, address, pattern in patterns():
        if "<uuid:" in address and hasattr(pattern.callback, "permission"):
            filled = re.sub(r"<uuid:\w+>", str(row), "/" + address)
            filled = re.sub(r"<int:\w+>", "1", filled)
            found.append((name, re.sub(r"<(?:str|slug):\w+>", "en", filled), pattern))
    return found
