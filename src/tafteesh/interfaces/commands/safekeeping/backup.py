"""Making a backup: one moment of the whole database and all papers, sealed to the custodians."""

import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from django.core.management.base import CommandError

from tafteesh.interfaces.commands.safekeeping import archive, erasures
from tafteesh.interfaces.commands.safekeeping.sealing import sealed_into, sha256_of

Manifest = dict[str, Any]


@dataclass(frozen=True)
class Place:
    """Where the sealed file and its manifest lie."""

    sealed: Path

    @classmethod
    def new(cls, folder: Path, kind: str, at: datetime) -> "Place":
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return cls(folder / f"{at:%Y-%m-%dT%H%M%S}.{kind}.age")

    @property
    def manifest(self) -> Path:
        return self.sealed.with_suffix(".json")


def address() -> str:
    """Where the role connects that reads everything. Raises CommandError."""
    found = os.environ.get("TAFTEESH_BACKUP_DATABASE", "")
    if not found:
        raise CommandError("Set TAFTEESH_BACKUP_DATABASE: the address for the role of backups.")
    return found


def make_backup(place: Place, recipients: list[Any], *, at: datetime) -> Manifest:
    """Everything but the keys, as it stood at one moment. Answers the manifest, which is written too."""
    with psycopg.connect(address()) as source:
        source.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        source.read_only = True
        tables = archive.tables_in(source)
        first: Manifest = {
            "format": archive.FORMAT,
            "at": at.isoformat(),
            "migrations": archive.migrations_of(source),
            "heads": archive.heads_of(source),
            "columns": {table.name: table.columns for table in tables},
            "erasures": erasures.read_register(),
        }
        with sealed_into(place.sealed, recipients) as stream:
            writer = archive.Writer(stream)
            writer.add_json("first.json", first)
            rows = {table.name: writer.add_table(source, table) for table in tables}
            papers = writer.add_folder("papers", Path(settings.PAPERS))
            writer.add_json("last.json", {"rows": rows, "papers": papers})
            writer.close()
    return _write_manifest(place, {**first, "rows": rows, "papers": papers})


def make_key_backup(place: Place, recipients: list[Any], *, at: datetime) -> Manifest:
    """The key files alone, sealed: to be kept apart from every backup of the database."""
    with sealed_into(place.sealed, recipients) as stream:
        writer = archive.Writer(stream)
        files = writer.add_folder("keys", Path(settings.VAULT_KEYS))
        writer.close()
    return _write_manifest(place, {"format": archive.FORMAT, "at": at.isoformat(), "keys": files})


def _write_manifest(place: Place, content: Manifest) -> Manifest:
    whole = {
        "file": place.sealed.name,
        "sha256": sha256_of(place.sealed),
        "bytes": place.sealed.stat().st_size,
        **content,
    }
    part = place.manifest.with_suffix(".part")
    with part.open("w") as file:
        json.dump(whole, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    part.rename(place.manifest)
    return whole
