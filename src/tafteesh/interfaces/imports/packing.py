"""Columns as PostgreSQL takes them in binary: an array of ten thousand values is packed in one go."""

from collections.abc import Callable, Sequence
from datetime import date
from struct import Struct, pack
from typing import Any, ClassVar

from psycopg import Connection
from psycopg.abc import Buffer
from psycopg.adapt import Dumper
from psycopg.pq import Format

NULL = b"\xff\xff\xff\xff"
EPOCH = date(2000, 1, 1).toordinal()
HEAD = Struct(">iiIii")
LENGTH = Struct(">i").pack


class Packed:
    """An array that is packed already; each type of PostgreSQL has a class of its own."""

    __slots__ = ("data",)
    element: ClassVar[int]

    def __init__(self, data: bytes) -> None:
        self.data = data


class Uuids(Packed):
    element = 2950


class Texts(Packed):
    element = 25


class Byteas(Packed):
    element = 17


class Dates(Packed):
    element = 1082


class Bigints(Packed):
    element = 20


class Integers(Packed):
    element = 23


ARRAYS = {Uuids: 2951, Texts: 1009, Byteas: 1001, Dates: 1182, Bigints: 1016, Integers: 1007}


class _AsItIs(Dumper):
    format = Format.BINARY

    def dump(self, obj: Packed) -> Buffer:
        return obj.data


DUMPERS = {
    kind: type(f"_{kind.__name__}", (_AsItIs,), {"oid": oid}) for kind, oid in ARRAYS.items()
}


def teach(connection: Connection[Any]) -> None:
    """Let this connection send packed arrays."""
    for kind, dumper in DUMPERS.items():
        connection.adapters.register_dumper(kind, dumper)


def _array(kind: type[Packed], body: bytes, length: int, *, has_null: bool) -> Packed:
    return kind(HEAD.pack(1, int(has_null), kind.element, length, 1) + body)


def _of_one_size(kind: type[Packed], values: Sequence[Any], code: str, size: int) -> Packed:
    """Numbers of one size, none of them missing."""
    sizes = [size] * (2 * len(values))
    sizes[1::2] = values
    return _array(kind, pack(f">{('i' + code) * len(values)}", *sizes), len(values), has_null=False)


def _each(kind: type[Packed], values: Sequence[bytes | None]) -> Packed:
    parts = [NULL if value is None else LENGTH(len(value)) + value for value in values]
    return _array(kind, b"".join(parts), len(values), has_null=None in values)


def uuids(values: Sequence[Any]) -> Packed:
    """Identifiers, or nothing."""
    if None not in values:
        lead = LENGTH(16)
        body = lead + lead.join([value.bytes for value in values])
        return _array(Uuids, body, len(values), has_null=False)
    return _each(Uuids, [None if value is None else value.bytes for value in values])


def texts(values: Sequence[Any]) -> Packed:
    """Texts, or nothing."""
    return _each(Texts, [None if value is None else str(value).encode() for value in values])


def byteas(values: Sequence[Any]) -> Packed:
    """Sealed values, or nothing."""
    return _each(Byteas, [None if value is None else bytes(value) for value in values])


def dates(values: Sequence[date | None]) -> Packed:
    """Days, or nothing."""
    if None in values:
        days = [None if day is None else LENGTH(day.toordinal() - EPOCH) for day in values]
        return _each(Dates, days)
    ordinals = [day.toordinal() - EPOCH for day in values if day is not None]
    return _of_one_size(Dates, ordinals, "i", 4)


def bigints(values: Sequence[int]) -> Packed:
    """Numbers of eight bytes, none of them missing."""
    return _of_one_size(Bigints, values, "q", 8)


def integers(values: Sequence[int]) -> Packed:
    """Numbers of four bytes, none of them missing."""
    return _of_one_size(Integers, values, "i", 4)


PACKERS: dict[str, Callable[[Sequence[Any]], Packed]] = {
    "uuid": uuids, "text": texts, "bytea": byteas, "date": dates,
}  # fmt: skip
