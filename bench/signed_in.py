"""A person at her desk, in this process: the whole of what the server does, without a network."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tafteesh.foundation.access.models import Person


def signed_in(login_name: str) -> Client:
    """A browser in which she has signed in with her second factor."""
    person = Person.objects.get(login_name=login_name)
    client = Client()
    client.force_login(person, "tafteesh.interfaces.web.sign_in.backend.StaffBackend")
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


@dataclass(frozen=True)
class Taken:
    """How long an act took, and how much of it the processor worked."""

    ms: float
    cpu_ms: float


def worked_ms(backend: int) -> float:
    """Processor time of this process and of its PostgreSQL backend so far (Linux; elsewhere of this process)."""
    told = Path(f"/proc/{backend}/schedstat")
    in_postgres = int(told.read_text().split()[0]) / 1e6 if told.exists() else 0.0
    return time.process_time() * 1000 + in_postgres


def taken(act: Callable[[], object], backend: int) -> Taken:
    """Do it, with the clock and the processor time read before and after."""
    worked, start = worked_ms(backend), time.perf_counter()
    act()
    return Taken((time.perf_counter() - start) * 1000, worked_ms(backend) - worked)
