"""What a backup holds: every table as PostgreSQL's own COPY text, and the papers, in one stream.

It needs no program of PostgreSQL, so it is the same with any server that the product runs on.
"""

import gzip
import io
import json
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import psycopg
from psycopg import sql

FORMAT = 1
CHUNK = 8 << 20
LEFT_OUT = frozenset({"django_session", "cache_entries", "usersessions_usersession"})


@dataclass(frozen=True)
class Table:
    """A table, and the columns that are stored (not worked out by the database)."""

    name: str
    columns: tuple[str, ...]

    def copy(self, direction: str) -> sql.Composed:
        columns = sql.SQL(", ").join(map(sql.Identifier, self.columns))
        return sql.SQL("COPY {} ({}) {}").format(
            sql.Identifier(self.name), columns, sql.SQL(direction)
        )


def tables_in(source: psycopg.Connection[Any]) -> list[Table]:
    """Every table of the product, without sessions and the cache: those are never brought back."""
    rows = source.execute(
        "SELECT c.relname, array_agg(a.attname ORDER BY a.attnum) FROM pg_class c"
        " JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'"
        " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
        "   AND a.attgenerated = ''"
        " WHERE c.relkind IN ('r', 'p') GROUP BY c.relname ORDER BY c.relname"
    ).fetchall()
    return [Table(name, tuple(columns)) for name, columns in rows if name not in LEFT_OUT]


def heads_of(source: psycopg.Connection[Any]) -> dict[str, list[Any]]:
    """The last line of each chain of the log."""
    rows = source.execute("SELECT shard, seq, encode(hash, 'hex') FROM audit_head ORDER BY shard")
    return {str(shard): [seq, digest] for shard, seq, digest in rows}


def migrations_of(source: psycopg.Connection[Any]) -> list[list[str]]:
    """What the database had been brought to."""
    rows = source.execute("SELECT app, name FROM django_migrations ORDER BY id")
    return [list(row) for row in rows]


class Writer:
    """Puts members into the stream one after another."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.packed = gzip.GzipFile(fileobj=stream, mode="wb", compresslevel=3)
        self.tar = tarfile.open(fileobj=self.packed, mode="w|")  # noqa: SIM115 - closed by close()

    def close(self) -> None:
        self.tar.close()
        self.packed.close()

    def add(self, name: str, content: bytes) -> None:
        member = tarfile.TarInfo(name)
        member.size, member.mode = len(content), 0o600
        self.tar.addfile(member, io.BytesIO(content))

    def add_json(self, name: str, plain: object) -> None:
        self.add(name, json.dumps(plain).encode())

    def add_table(self, source: psycopg.Connection[Any], table: Table) -> int:
        """The rows of one table, in pieces of a few megabytes; answers how many rows."""
        piece, held, rows = 0, bytearray(), 0
        with source.cursor() as cursor:
            with cursor.copy(table.copy("TO STDOUT")) as copy:
                for block in copy:
                    held += block
                    if len(held) >= CHUNK:
                        self.add(f"tables/{table.name}/{piece:06}", bytes(held))
                        piece, held = piece + 1, bytearray()
            rows = cursor.rowcount
        if held:
            self.add(f"tables/{table.name}/{piece:06}", bytes(held))
        return rows

    def add_folder(self, name: str, folder: Path) -> int:
        """Every file of a folder; answers how many."""
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        for path in files:
            self.tar.add(path, f"{name}/{path.relative_to(folder)}", recursive=False)
        return len(files)


def members(stream: IO[bytes]) -> Iterator[tuple[str, IO[bytes]]]:
    """Each member's name and content, in the order of writing."""
    with tarfile.open(fileobj=stream, mode="r|gz") as tar:
        for member in tar:
            content = tar.extractfile(member)
            if content is not None:
                yield member.name, content
