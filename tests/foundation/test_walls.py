"""Two walls stand behind every survivor's row. Each is taken away in turn; the other still holds."""

from typing import Any

import psycopg
import pytest
from django.apps import apps
from django.db import connection, connections, models, transaction
from django.db.utils import ProgrammingError

from tafteesh.domain.files.models import AccessGrant, Identity, SurvivorFile
from tafteesh.foundation.access.context import NoTransaction, acting_as, enter
from tafteesh.foundation.access.scoping import Unscoped
from tafteesh.foundation.access.walls import walled_models
from tests.people import Worker


def test_a_query_that_does_not_say_who_asks_is_refused(rina: SurvivorFile) -> None:
    with pytest.raises(Unscoped):
        SurvivorFile.objects.filter(pk=rina.pk)


def test_the_code_wall_holds_when_row_security_is_off(
    rina: SurvivorFile, asha: Worker, bimal: Worker, meera: Worker, joba: Worker
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("RESET app.person")
    seen = {
        worker.person.login_name: SurvivorFile.objects.visible_to(worker.actor).count()
        for worker in (asha, bimal, meera, joba)
    }
    enter(meera.actor)  # the wall is open for her; the door must still part the others
    seen |= {
        worker.person.login_name: SurvivorFile.objects.visible_to(worker.actor).count()
        for worker in (asha, bimal, meera, joba)
    }

    assert seen == {"asha": 1, "bimal": 0, "meera": 1, "joba": 0}


def test_the_database_wall_holds_when_the_code_forgets_to_ask(
    rina: SurvivorFile, asha: Worker, bimal: Worker, meera: Worker, joba: Worker
) -> None:
    seen = {}
    for worker in (asha, bimal, meera, joba):
        enter(worker.actor)
        seen[worker.person.login_name] = (
            SurvivorFile.unscoped.count(),
            Identity.unscoped.count(),
            AccessGrant.unscoped.count(),
        )

    assert seen == {"asha": (1, 1, 1), "bimal": (0, 0, 0), "meera": (1, 1, 1), "joba": (0, 0, 0)}


def test_without_a_context_there_is_nothing(rina: SurvivorFile) -> None:
    with connection.cursor() as cursor:
        for name in ("person", "offices", "organisations", "today"):
            cursor.execute(f"SELECT set_config('app.{name}', '', true)")

    assert SurvivorFile.unscoped.count() == 0


def test_nobody_gives_herself_a_file(rina: SurvivorFile, bimal: Worker) -> None:
    enter(bimal.actor)
    grant = AccessGrant(
        organisation_id=rina.organisation_id,
        survivor_file_id=rina.pk,
        person=bimal.person,
        because="assigned",
        starts_on=bimal.actor.today,
        granted_by=bimal.person,
        granted_at=bimal.actor.now,
    )
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        grant.save(force_insert=True)


@pytest.mark.django_db(transaction=True)
def test_a_connection_used_again_remembers_nobody(asha: Worker, bimal: Worker) -> None:
    with acting_as(asha.actor):
        asha.opens("N24-2026-0002")
    with transaction.atomic():
        assert SurvivorFile.unscoped.count() == 0
    with acting_as(bimal.actor):
        assert SurvivorFile.unscoped.count() == 0
    with acting_as(asha.actor):
        assert SurvivorFile.unscoped.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_context_outside_a_transaction_is_refused(asha: Worker) -> None:
    with pytest.raises(NoTransaction):
        enter(asha.actor)


@pytest.mark.django_db(transaction=True)
def test_an_error_leaves_no_context_behind(asha: Worker) -> None:
    with pytest.raises(ZeroDivisionError), acting_as(asha.actor):  # noqa: PT012
        asha.opens("N24-2026-0003")
        _ = 1 / 0
    with transaction.atomic():
        assert SurvivorFile.unscoped.count() == 0
    with acting_as(asha.actor):
        assert SurvivorFile.unscoped.count() == 0, "the half-made file is gone with the error"


def reaches_a_survivor(model: type[models.Model]) -> bool:
    """Does the model hang, by whatever path of foreign keys, on a survivor file or a FIR?"""
    seen: set[type[models.Model]] = set()
    waiting = [model]
    while waiting:
        current = waiting.pop()
        if current in seen:
            continue
        seen.add(current)
        waiting += [
            field.related_model
            for field in current._meta.concrete_fields
            if isinstance(field, models.ForeignKey) and isinstance(field.related_model, type)
        ]
    names = {m._meta.label for m in seen}
    return bool(names & {"files.SurvivorFile", "proceedings.Fir"})


def test_the_walk_finds_what_hangs_on_a_survivor() -> None:
    assert reaches_a_survivor(apps.get_model("compensation", "Payment"))
    assert not reaches_a_survivor(apps.get_model("access", "Organisation"))


def test_every_table_that_hangs_on_a_survivor_has_a_forced_wall(
    as_superuser: psycopg.Connection[Any],
) -> None:
    walled = {model._meta.db_table for model in walled_models()}
    must = {m._meta.db_table for m in apps.get_models() if reaches_a_survivor(m)}
    rows = as_superuser.execute(
        "SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity"
    ).fetchall()

    assert must - walled == set()
    assert walled - {row[0] for row in rows} == set()


def test_the_application_owns_nothing_and_bypasses_nothing(
    as_superuser: psycopg.Connection[Any], db: None
) -> None:
    role = as_superuser.execute(
        "SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = 'tafteesh_app'"
    ).fetchone()
    owned = as_superuser.execute(
        "SELECT count(*) FROM pg_class WHERE relowner = 'tafteesh_app'::regrole"
    ).fetchone()

    assert connections["default"].settings_dict["USER"] == "tafteesh_app"
    assert role == (False, False, False)
    assert owned == (0,)


def test_no_view_reads_with_its_owners_eyes(as_superuser: psycopg.Connection[Any]) -> None:
    views = as_superuser.execute(
        "SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace"
        " WHERE relkind IN ('v', 'm') AND nspname = 'public'"
        " AND NOT COALESCE('security_invoker=true' = ANY(reloptions), false)"
    ).fetchall()

    assert views == []


def test_what_a_person_reaches_is_found_once_and_forgotten_when_a_grant_changes(
    rina: SurvivorFile, asha: Worker, bimal: Worker
) -> None:
    enter(asha.actor)
    assert SurvivorFile.unscoped.count() == 1
    grant = AccessGrant.unscoped.get(survivor_file=rina, person=asha.person)
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('app.files'), app_files()::text")
        assert cursor.fetchone() == (f"{{{rina.pk}}}", f"{{{rina.pk}}}")
    enter(bimal.actor)  # what was kept for her is not his, though nobody told it to go
    assert SurvivorFile.unscoped.count() == 0
    enter(asha.actor)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM files_accessgrant WHERE id = %s", [grant.pk])
        assert SurvivorFile.unscoped.count() == 0
        transaction.set_rollback(True)
    assert SurvivorFile.unscoped.count() == 1
