"""T06, R-23, R-26, R-28: whoever is asked for, PostgreSQL answers for that person alone, on any connection."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import psycopg
import pytest
from django.db import connection, transaction

from tafteesh.domain.files.models import AccessGrant, Identity, SurvivorFile
from tafteesh.foundation.access.context import acting_as, counting, enter
from tests.people import Worker, agrees


def count() -> int:
    return SurvivorFile.unscoped.count()


@pytest.mark.parametrize("person", ["", "00000000-0000-0000-0000-000000000000"])
def test_nobody_and_a_stranger_see_nothing(rina: SurvivorFile, person: str) -> None:
    with connection.cursor() as cursor:
        for name in ("offices", "organisations"):
            cursor.execute(f"SELECT set_config('app.{name}', '', true)")
        cursor.execute("SELECT set_config('app.person', %s, true)", [person])
    assert (count(), Identity.unscoped.count()) == (0, 0)


def test_a_context_of_nonsense_is_an_error_not_an_opening(rina: SurvivorFile) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.person', 'x', true)")
    with pytest.raises(Exception, match="uuid"), transaction.atomic():
        count()


@pytest.mark.django_db(transaction=True)
def test_two_people_on_one_connection_in_turn(asha: Worker, bimal: Worker) -> None:
    with acting_as(asha.actor):
        asha.opens("N24-2026-0001")
    seen = []
    for worker in (bimal, asha, bimal, asha):
        with acting_as(worker.actor):
            seen.append(count())
        with transaction.atomic():
            assert count() == 0
    assert seen == [0, 1, 0, 1]


@pytest.mark.django_db(transaction=True)
def test_a_stream_that_is_read_late_reads_as_nobody(asha: Worker) -> None:
    with acting_as(asha.actor):
        asha.opens("N24-2026-0001")

    def rows() -> Iterator[str]:
        yield from SurvivorFile.unscoped.values_list("number", flat=True)

    with acting_as(asha.actor):
        stream = rows()
    assert list(stream) == []


def test_counting_ends_with_its_block_even_when_it_fails(rina: SurvivorFile, bimal: Worker) -> None:
    enter(bimal.actor)
    with pytest.raises(ZeroDivisionError), counting(bimal.actor):  # noqa: PT012
        assert count() == 1
        _ = 1 / 0
    assert count() == 0


def test_a_share_ends_with_its_day(rina: SurvivorFile, asha: Worker, joba: Worker) -> None:
    today = asha.actor.today
    agrees(rina, joba.person.organisation, asha.actor)
    enter(_office(asha))
    AccessGrant.unscoped.create(
        organisation_id=rina.organisation_id,
        survivor_file=rina,
        to_organisation=joba.person.organisation,
        because="shared",
        starts_on=today - timedelta(days=9),
        until=today,
        granted_by=asha.person,
        granted_at=asha.actor.now,
    )
    seen = []
    for day in (today, today + timedelta(days=1)):
        actor = joba.on(day)
        enter(actor)
        seen.append((SurvivorFile.objects.visible_to(actor).count(), count()))
    assert seen == [(1, 1), (0, 0)]


def _office(worker: Worker) -> Any:
    return worker.actor.as_counter()


@pytest.mark.django_db(transaction=True)
def test_with_row_security_switched_off_the_read_door_still_parts_people(
    asha: Worker, bimal: Worker, as_superuser: psycopg.Connection[Any]
) -> None:
    with acting_as(asha.actor):
        asha.opens("N24-2026-0001")
    tables = ("files_survivorfile", "files_accessgrant")
    for table in tables:
        as_superuser.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")
    try:
        with acting_as(bimal.actor):
            assert count() == 1, "the wall is really off"
            assert SurvivorFile.objects.visible_to(bimal.actor).count() == 0
        with acting_as(asha.actor):
            assert SurvivorFile.objects.visible_to(asha.actor).count() == 1
    finally:
        for table in tables:
            as_superuser.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
