"""The log is written with the act, by one function, and every change to it shows."""

from typing import Any

import psycopg
import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from tafteesh.domain.files.actions.looking import look_at
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.foundation.audit.models import Entry, Event
from tafteesh.foundation.audit.queries import faults, lines_about
from tests.people import Worker


def test_a_look_at_her_name_leaves_a_line(rina: SurvivorFile, asha: Worker) -> None:
    name = look_at(file=rina, name="name_used", reason="visit", by=asha.actor)

    assert name.reveal() == "Rina"
    newest = lines_about(rina.log_tag)[0]
    assert (newest.event, newest.fields, newest.reason) == ("identity_looked", "name_used", "visit")
    assert newest.person_id == asha.person.pk


def test_who_may_not_look_sees_nothing_and_leaves_no_line(rina: SurvivorFile, dev: Worker) -> None:
    with pytest.raises(NotAllowed):
        look_at(file=rina, name="name_used", reason="visit", by=dev.actor)
    assert not Entry.objects.filter(event=Event.IDENTITY_LOOKED).exists()


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO audit_entry (shard, seq) VALUES (0, 1)",
        "UPDATE audit_entry SET event = 'nothing'",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry",
        "UPDATE audit_head SET seq = 0",
    ],
)
def test_the_application_can_neither_change_nor_forge_a_line(
    rina: SurvivorFile, statement: str
) -> None:
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ("UPDATE audit_entry SET event = 'file_opened' WHERE id = {id}", "was changed"),
        ("UPDATE audit_entry SET at = at + interval '1 day' WHERE id = {id}", "was changed"),
        ("DELETE FROM audit_entry WHERE id = {id}", "a line is missing before it"),
    ],
)
def test_damage_to_a_line_is_found_and_named(
    asha: Worker, as_superuser: psycopg.Connection[Any], damage: str, fault: str
) -> None:
    for number in range(30):
        with acting_as(asha.actor):
            asha.opens(f"N24-2026-{number:04}")
    assert faults() == []
    shard, row = as_superuser.execute(
        "SELECT shard, min(id) FROM audit_entry GROUP BY shard HAVING count(*) > 2 LIMIT 1"
    ).fetchone() or (None, None)

    as_superuser.execute(damage.format(id=row))

    assert [(f.shard, f.fault) for f in faults()] == [(shard, fault)]


@pytest.mark.django_db(transaction=True)
def test_a_cut_tail_is_found(asha: Worker, as_superuser: psycopg.Connection[Any]) -> None:
    with acting_as(asha.actor):
        asha.opens("N24-2026-0001")
    as_superuser.execute("DELETE FROM audit_entry WHERE id = (SELECT max(id) FROM audit_entry)")

    assert [f.fault for f in faults()] == ["the end of the chain was cut"]


@pytest.mark.django_db(transaction=True)
def test_two_chains_swapped_are_found(asha: Worker, as_superuser: psycopg.Connection[Any]) -> None:
    for number in range(20):
        with acting_as(asha.actor):
            asha.opens(f"N24-2026-{number:04}")
    shards = as_superuser.execute(
        "SELECT DISTINCT shard FROM audit_entry ORDER BY 1 LIMIT 2"
    ).fetchall()
    first, second = (row[0] for row in shards)
    as_superuser.execute(
        "UPDATE audit_entry SET shard = CASE shard WHEN %s THEN 90 ELSE 91 END"
        " WHERE shard IN (%s, %s)",
        [first, first, second],
    )
    as_superuser.execute(
        "UPDATE audit_entry SET shard = CASE shard WHEN 90 THEN %s ELSE %s END WHERE shard > 8",
        [second, first],
    )

    assert {f.shard for f in faults()} == {first, second}


@pytest.mark.django_db(transaction=True)
def test_an_act_that_fails_leaves_no_line(asha: Worker) -> None:
    with pytest.raises(ZeroDivisionError), acting_as(asha.actor):  # noqa: PT012
        asha.opens("N24-2026-0001")
        _ = 1 / 0
    assert Entry.objects.count() == 0
