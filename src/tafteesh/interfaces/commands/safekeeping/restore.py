"""Bringing a backup back into an empty database. All of it is read and checked before the first row."""

import json
import shutil
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connections, transaction
from django.db.migrations.executor import MigrationExecutor
from psycopg import sql

from tafteesh.foundation.access.walls import walled_models
from tafteesh.foundation.vault import keyholder
from tafteesh.foundation.vault.keyholder import MasterKeyMissing, Wrapped, WrongMasterKey
from tafteesh.interfaces.commands.safekeeping import archive, erasures
from tafteesh.interfaces.commands.safekeeping.archive import Table
from tafteesh.interfaces.commands.safekeeping.sealing import (
    BLOCK,
    DoesNotOpen,
    opened_from,
    sha256_of,
)

Told = Callable[[str], None]
PROBE = 50  # wrapped keys tried, so that the wrong master key is noticed on the first day


def check_seal(sealed: Path) -> bool:
    """Is the file as its manifest says? False when there is no manifest. Raises CommandError."""
    manifest = sealed.with_suffix(".json")
    if not manifest.exists():
        return False
    told = json.loads(manifest.read_text())
    if told["sha256"] != sha256_of(sealed):
        raise CommandError(f"{sealed.name} is not the file that its manifest describes. Stopped.")
    return True


def read_through(sealed: Path, identity: Any) -> dict[str, Any]:
    """Open every byte of it, keeping only what it says of itself. Raises CommandError."""
    found: dict[str, Any] = {}
    try:
        with opened_from(sealed, identity) as stream:
            for name, content in archive.members(stream):
                if name in {"first.json", "last.json"}:
                    found |= json.load(content)
                else:
                    while content.read(BLOCK):
                        pass
    except (DoesNotOpen, OSError, EOFError, tarfile.TarError) as why:
        raise CommandError(
            f"{sealed.name} does not open: it is cut or changed, or sealed to somebody else."
        ) from why
    if "rows" not in found or found.get("format") != archive.FORMAT:
        raise CommandError(f"{sealed.name} is no whole backup of this product.")
    return found


def restore(
    sealed: Path, identity: Any, *, more_erasures: Path | None, tell: Told
) -> dict[str, Any]:
    """Tables as they were, rows, erasures replayed, walls, then proof. Raises CommandError."""
    if not keyholder.versions():
        raise CommandError(
            "Put the keys back first (`restore --keys FILE`): without them nothing would open."
        )
    told = read_through(sealed, identity)
    tell("The backup is whole.")
    _make_tables(told["migrations"])
    with transaction.atomic(using="owner"):
        _load(sealed, identity, told)
        known = erasures.read_register(), erasures.read_register(more_erasures)
        back = erasures.replay(
            connections["owner"].connection,
            erasures.merge(told["erasures"], *(known if more_erasures else known[:1])),
        )
        _prove(told)
    tell("The rows are back.")
    call_command("prepare", verbosity=0)
    return {
        "rows": sum(told["rows"].values()),
        "papers": told["papers"],
        "erased_again": back,
        "walls": _walls_stand(),
    }


def _make_tables(migrations: list[list[str]]) -> None:
    """An empty database brought to where the backup's was. Raises CommandError."""
    owner = connections["owner"]
    executor = MigrationExecutor(owner)
    wanted = {(app, name) for app, name in migrations}
    if unknown := wanted - set(executor.loader.disk_migrations):
        raise CommandError(
            f"The backup was made by a newer release ({len(unknown)} unknown steps). Install that one."
        )
    have = set(executor.loader.applied_migrations)
    if have and (have != wanted or _has_people()):
        raise CommandError("The database is not empty. A backup goes into an empty one only.")
    if not have:
        nodes = executor.loader.graph.node_map
        last = [
            key
            for key in sorted(wanted)
            if not any(
                child.key in wanted and child.key[0] == key[0] for child in nodes[key].children
            )
        ]
        executor.migrate(last)


def _has_people() -> bool:
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM access_organisation)")
        return bool(cursor.fetchone()[0])


def _load(sealed: Path, identity: Any, told: dict[str, Any]) -> None:
    raw = connections["owner"].connection
    tables = {name: Table(name, tuple(columns)) for name, columns in told["columns"].items()}
    tables.pop("django_migrations")
    names = sql.SQL(", ").join(map(sql.Identifier, tables))
    for name in tables:  # until `prepare` forces the walls again, the owner may fill the tables
        raw.execute(
            sql.SQL("ALTER TABLE {} NO FORCE ROW LEVEL SECURITY").format(sql.Identifier(name))
        )
    raw.execute(sql.SQL("TRUNCATE {} CASCADE").format(names))
    papers = Path(settings.PAPERS)
    with opened_from(sealed, identity) as stream:
        for name, content in archive.members(stream):
            kind, _slash, rest = name.partition("/")
            if kind == "tables" and (table := tables.get(rest.split("/")[0])):
                with raw.cursor() as cursor, cursor.copy(table.copy("FROM STDIN")) as copy:
                    while block := content.read(BLOCK):
                        copy.write(block)
            elif kind == "papers":
                _put(papers, rest, content)
    for table in tables.values():
        _move_sequences_on(raw, table)


def _put(folder: Path, name: str, content: IO[bytes]) -> None:
    target = (folder / name).resolve()
    if not target.is_relative_to(folder.resolve()):
        raise CommandError("The backup names a place outside the papers' folder. Stopped.")
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with target.open("wb") as file:
        shutil.copyfileobj(content, file)
    target.chmod(0o600)


def _move_sequences_on(raw: Any, table: Table) -> None:
    for column in table.columns:
        (sequence,) = raw.execute(
            "SELECT pg_get_serial_sequence(%s, %s)", [f'public."{table.name}"', column]
        ).fetchone()
        if sequence:
            raw.execute(
                sql.SQL(
                    "SELECT setval(%s, COALESCE((SELECT max({}) FROM {}), 0) + 1, false)"
                ).format(sql.Identifier(column), sql.Identifier(table.name)),
                [sequence],
            )


def _prove(told: dict[str, Any]) -> None:
    """Counts, the chains of the log, and that the keys at hand are the right ones. Raises CommandError."""
    raw = connections["owner"].connection
    for name, rows in told["rows"].items():
        query = sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(name))
        (found,) = raw.execute(query).fetchone()
        if name != "files_nametoken" and found != rows:
            raise CommandError(f"{name}: {rows} rows were saved, {found} came back. Stopped.")
    if archive.heads_of(raw) != told["heads"]:
        raise CommandError("The chains of the log do not end as they did. Stopped.")
    if raw.execute("SELECT FROM audit_verify()").fetchone():
        raise CommandError("The log was damaged before the backup was made, or in it. Stopped.")
    _keys_fit(raw)


def _keys_fit(raw: Any) -> None:
    rows = raw.execute(
        "SELECT subject_id, version, wrapped FROM vault_subjectkey WHERE wrapped IS NOT NULL"
        " ORDER BY random() LIMIT %s",
        [PROBE],
    )
    try:
        for subject, version, wrapped in rows.fetchall():
            keyholder.unwrap(Wrapped(version, bytes(wrapped)), str(subject))
    except (MasterKeyMissing, WrongMasterKey) as why:
        raise CommandError(f"The keys in this home are not those of the backup: {why}.") from why


def _walls_stand() -> int:
    """Every wall, forced. Raises CommandError where one is missing."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_class c JOIN pg_policies p ON p.tablename = c.relname"
            " WHERE c.relrowsecurity AND c.relforcerowsecurity"
        )
        standing = {row[0] for row in cursor.fetchall()}
    if missing := {model._meta.db_table for model in walled_models()} - standing:
        raise CommandError(f"Walls are missing: {', '.join(sorted(missing))}.")
    return len(standing)


def restore_keys(sealed: Path, identity: Any) -> int:
    """Put the key files back where there are none. Raises CommandError."""
    folder = Path(settings.VAULT_KEYS)
    if keyholder.versions():
        raise CommandError("This home has keys already: they are never overwritten.")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    count = 0
    try:
        with opened_from(sealed, identity) as stream:
            for name, content in archive.members(stream):
                kind, _slash, rest = name.partition("/")
                if kind == "keys":
                    _put(folder, rest, content)
                    count += 1
    except (DoesNotOpen, tarfile.TarError) as why:
        raise CommandError(f"{sealed.name} does not open.") from why
    keyholder.forget()
    return count
