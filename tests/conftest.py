"""The database of the tests: made by the owner's role, used by the application's role.

So every test meets the walls as the product does: its role owns nothing and bypasses nothing.
"""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import hypothesis
import psycopg
import pytest
from django.conf import settings
from django.db import connections
from django.test import TransactionTestCase
from django.utils import translation
from xdist.scheduler import LoadScopeScheduling

from tafteesh.config import catalogues
from tafteesh.config.roles import DATABASE
from tafteesh.foundation.vault import keyholder
from tests.people import *  # noqa: F403 - the people of our stories are fixtures everywhere
from tests.server import started

SERVER = "TAFTEESH_TEST_SERVER"
FILLED = {"care_instrument": b"", "care_question": b""}  # by migrations, and as they left them

hypothesis.settings.register_profile(
    "untimed", deadline=None
)  # machines are shared: no test is timed
hypothesis.settings.load_profile("untimed")


def pytest_configure(config: pytest.Config) -> None:
    """Start one fast, throw-away server for all workers of this run."""
    if hasattr(config, "workerinput") or SERVER in os.environ:
        return
    catalogues.compile_stale()
    cluster = started()
    os.environ[SERVER] = cluster.url("admin")

    def stop() -> None:
        os.environ.pop(SERVER, None)
        cluster.destroy()
        shutil.rmtree(cluster.home.folder, ignore_errors=True)

    config.add_cleanup(stop)


class _OneBrowser(LoadScopeScheduling):
    """Each test alone to the next free worker; those that share a demo, and the walk, to one each.

    The groups with most tests go first, so these two begin.
    """

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith("tests/browser/test_every_page.py"):
            return "the walk"
        return "browser" if nodeid.startswith("tests/browser/") else nodeid


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling:
    """Our own: the marker of xdist does not reach its scheduler under pytest 9."""
    return _OneBrowser(config, log)


def _admin(database: str = "postgres") -> psycopg.Connection[Any]:
    return psycopg.connect(os.environ[SERVER], dbname=database, autocommit=True)


def _point_at(name: str) -> None:
    with _admin() as admin:
        host = admin.info.host
    for alias, role in (("default", "tafteesh_app"), ("owner", "tafteesh_owner")):
        connections[alias].close()
        new = {"NAME": name, "HOST": host, "USER": role, "PORT": "", "CONN_MAX_AGE": 0}
        connections[alias].settings_dict.update(new)
        settings.DATABASES[alias].update(new)


def _copied(admin: psycopg.Connection[Any], table: str) -> bytes:
    with admin.cursor().copy(f"COPY {table} TO STDOUT") as out:
        return b"".join(bytes(part) for part in out)


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: Any, worker_id: str) -> Iterator[None]:
    """One database a worker, migrated as owner, then used as the application."""
    name = f"test_{worker_id}_{os.getpid()}"
    with _admin() as admin:
        admin.execute(f'CREATE DATABASE "{name}" OWNER tafteesh_owner TEMPLATE "{DATABASE}"')
    _point_at(name)
    with _admin(name) as admin:
        for table in FILLED:
            FILLED[table] = _copied(admin, table)
    if not keyholder.versions():
        keyholder.make_master_key()
    yield
    with django_db_blocker.unblock():
        connections.close_all()
    with _admin() as admin:
        admin.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def empty_tables() -> None:
    """Empty every table, as a superuser: the application's role may not. What migrations wrote is there again."""
    with _admin(connections["default"].settings_dict["NAME"]) as admin:
        kept = ("django_migrations", "django_content_type", "audit_head")
        rows = admin.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        names = ", ".join(f'"{row[0]}"' for row in rows if row[0] not in kept)
        admin.execute(f"TRUNCATE {names} RESTART IDENTITY CASCADE")
        for table, first in FILLED.items():
            with admin.cursor().copy(f"COPY {table} FROM STDIN") as into:
                into.write(first)
        admin.execute(
            "UPDATE audit_head SET seq = 0, hash = sha256(convert_to('chain ' || shard, 'UTF8'))"
        )


def _after(_case: TransactionTestCase) -> None:
    """What a test with real transactions wrote is gone afterwards."""
    empty_tables()


TransactionTestCase._fixture_teardown = _after  # type: ignore[method-assign] # noqa: SLF001 - Django has no other place for it


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """A page that answered in another language must not leave it behind for the next test."""
    with translation.override("en"):
        yield


@pytest.fixture
def as_superuser(db: None) -> Iterator[psycopg.Connection[Any]]:
    """A superuser's own connection to the same database: what an intruder on the server would have."""
    with _admin(connections["default"].settings_dict["NAME"]) as connection:
        yield connection
