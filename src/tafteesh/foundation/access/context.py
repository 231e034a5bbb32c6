"""Who is asking, told to PostgreSQL for the length of one transaction."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from tafteesh.foundation.access.actor import Actor


class NoTransaction(RuntimeError):
    """The context dies with the transaction; without one it would leak to the next user."""


def enter(actor: Actor) -> None:
    """Set the transaction-local settings that the walls read. Raises NoTransaction outside one."""
    if not connection.in_atomic_block:
        raise NoTransaction("enter() needs a transaction")
    values = (
        str(actor.person_id),
        "{" + ",".join(map(str, actor.offices)) + "}",
        "{" + ",".join(map(str, actor.organisations)) + "}",
        actor.today.isoformat(),
        actor.now.isoformat(),
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('app.person', %s, true), set_config('app.offices', %s, true),"
            " set_config('app.organisations', %s, true), set_config('app.today', %s, true),"
            " set_config('app.now', %s, true), set_config('app.opening', '', true)",
            values,
        )


def opening(row_id: uuid.UUID) -> None:
    """Say that this transaction just made that row: its maker may give herself access to it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.opening', %s, true)", [str(row_id)])


@contextmanager
def acting_as(actor: Actor) -> Iterator[Actor]:
    """One transaction in which the walls know the actor: for commands, jobs and tests."""
    with transaction.atomic():
        enter(actor)
        yield actor


@contextmanager
def counting(actor: Actor) -> Iterator[Actor]:
    """Inside a transaction of hers, reach all rows of her organisations to count them, then step back.

    Whoever reaches them all already steps nowhere.
    """
    counter = actor.as_counter()
    if counter.offices == actor.offices:
        yield counter
        return
    enter(counter)
    try:
        yield counter
    finally:
        if not connection.needs_rollback:
            enter(actor)
