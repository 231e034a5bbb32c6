"""A person at her desk, in this process: the whole of what the server does, without a network."""

import time
from collections.abc import Callable

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tafteesh.foundation.access.models import Person


def signed_in(login_name: str) -> Client:
    """A browser in which she has signed in with her second factor."""
    person = Person.objects.get(login_name=login_name)
    client = Client()
    client.force_login(person, "allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    session["has_second_factor"] = True
    session.save()
    return client


def queries_of(client: Client, path: str) -> int:
    """Statements that reach the database for one page, transaction control left out."""
    client.get(path)
    with CaptureQueriesContext(connection) as heard:
        response = client.get(path)
    if response.status_code != 200:
        raise RuntimeError(f"{path} answered {response.status_code}")
    control = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")
    return sum(1 for q in heard.captured_queries if not q["sql"].startswith(control))


def taken_ms(act: Callable[[], object]) -> float:
    """How long the act took."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000
