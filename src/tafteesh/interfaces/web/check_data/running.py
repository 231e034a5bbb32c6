"""Imports that are on their way in this server: begun by a page, going on when the page is left."""

import threading
import uuid

from django.db import connection, connections

from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import acting_as
from tafteesh.interfaces.imports import actions
from tafteesh.interfaces.imports.guard import Unreadable
from tafteesh.interfaces.imports.job import Job

RUNNING: set[uuid.UUID] = set()
EVERY = 2_000  # rows between two notes of progress


def later(actor: Actor, batch_id: uuid.UUID, *, accept: bool) -> None:
    """Go on in the background once this page's transaction is through; one run a batch at a time."""

    def work() -> None:
        try:
            _run(actor, batch_id, accept=accept)
        except Unreadable:
            pass  # the batch says why
        finally:
            RUNNING.discard(batch_id)
            connections.close_all()

    def begin() -> None:
        if batch_id not in RUNNING:
            RUNNING.add(batch_id)
            threading.Thread(target=work, daemon=True).start()

    connection.on_commit(begin)


def _run(actor: Actor, batch_id: uuid.UUID, *, accept: bool) -> None:
    read = [0, 0]

    def tell(step: str, done: int, _of: int) -> None:
        if step == "keep":
            return
        read[0] += 500
        if read[0] - read[1] >= EVERY:
            read[1] = read[0]
            with acting_as(actor):
                actions.note_progress(batch_id=batch_id, rows_read=read[0], by=actor)

    if accept:
        job = Job(actor)
        job.accept(batch_id)
        job.compare(batch_id)
    else:
        Job(actor, tell).read(batch_id)
