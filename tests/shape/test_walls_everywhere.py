"""Every table that hangs on a survivor or a FIR is walled in the database itself, for a role that cannot step over."""

from typing import Any

import psycopg
import pytest
from django.apps import apps
from django.db import models

from tests.foundation.test_walls import reaches_a_survivor


def open_tables(connection: psycopg.Connection[Any], tables: set[str]) -> set[str]:
    """Those that have no row security, do not force it, or have no policy."""
    rows = connection.execute(
        "SELECT c.relname FROM pg_class c JOIN pg_policies p"
        " ON p.tablename = c.relname AND p.schemaname = 'public'"
        " WHERE c.relrowsecurity AND c.relforcerowsecurity"
    ).fetchall()
    return tables - {row[0] for row in rows}


def hers() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if reaches_a_survivor(model)]


def test_every_table_of_hers_is_walled(as_superuser: psycopg.Connection[Any]) -> None:
    assert open_tables(as_superuser, {m._meta.db_table for m in hers()}) == set()


@pytest.mark.parametrize(
    "breach",
    [
        "ALTER TABLE compensation_claim DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE compensation_claim NO FORCE ROW LEVEL SECURITY",
        "DROP POLICY wall ON compensation_claim",
    ],
)
def test_a_wall_with_a_gap_is_caught(as_superuser: psycopg.Connection[Any], breach: str) -> None:
    with as_superuser.transaction(force_rollback=True):
        as_superuser.execute(breach)
        tables = {m._meta.db_table for m in hers()}
        assert open_tables(as_superuser, tables) == {"compensation_claim"}


def test_the_application_owns_no_table_and_passes_no_wall(
    as_superuser: psycopg.Connection[Any],
) -> None:
    rows = as_superuser.execute(
        "SELECT rolname FROM pg_roles WHERE rolname = 'tafteesh_app' AND (rolbypassrls OR rolsuper)"
        " UNION SELECT relname FROM pg_class WHERE relowner = 'tafteesh_app'::regrole"
        " UNION SELECT 'member' FROM pg_auth_members WHERE member = 'tafteesh_app'::regrole"
    ).fetchall()
    assert rows == []
