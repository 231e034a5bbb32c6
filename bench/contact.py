"""A visit is written down through its form and seen on the page of the file: what the server takes for both."""

import uuid
from collections.abc import Iterable
from statistics import median
from typing import Any

from django.test import Client

from bench.signed_in import Taken, taken

WARM_UP = 8
NOTE = "She asked about the next day in court."


def said(number: int, day: str) -> dict[str, str]:
    """What the worker types: everything, and the next step, which becomes a task."""
    return {
        "mode": "visit",
        "on": day,
        "about": "court",
        "reached": "yes",
        "note": f"{NOTE} {number}",
        "next_step": "visit",
        "next_step_on": day,
        "submission_key": str(uuid.uuid4()),
    }


def saved_and_seen(worker: Client, file_id: uuid.UUID, number: int, day: str) -> None:
    """Post the form and follow it; raises where it was not taken or is not seen."""
    page = f"/files/{file_id}/"
    answer = worker.post(f"{page}contact/", said(number, day))
    if answer.status_code != 302:
        raise RuntimeError("the contact was not taken")
    shown = worker.get(answer.headers["Location"])
    if f"{NOTE} {number}".encode() not in shown.content:
        raise RuntimeError("the contact is not seen")


def measure(worker: Client, files: Iterable[uuid.UUID], day: str, backend: int) -> dict[str, Any]:
    """Middle and slowest of twenty, by the clock and by the processor."""
    took: list[Taken] = [
        taken(lambda key=key, n=n: saved_and_seen(worker, key, n, day), backend)  # type: ignore[misc] # a lambda with defaults
        for n, key in enumerate(files)
    ][WARM_UP:]
    clock = sorted(one.ms for one in took)
    return {
        "contact_saved_ms": round(median(clock), 2),
        "p95_ms": round(clock[int(len(clock) * 0.95)], 2),
        "cpu_ms": round(sum(one.cpu_ms for one in took) / len(took), 2),
    }
