"""Many rows in one statement, column by column: the walls allow no COPY, and no row is typed out in SQL."""

import json
import sys
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from queue import Queue
from threading import Thread
from typing import Any, TypeVar

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.models.base import ModelState
from django.db.models.fields import NOT_PROVIDED
from psycopg import Connection, sql

from tafteesh.interfaces.imports import packing
from tafteesh.interfaces.imports.packing import PACKERS, teach

Row = models.Model
Made = TypeVar("Made", bound=models.Model)
AT_ONCE = 2_000
WAITING = 24  # statements that may wait to be sent
SWITCH = 0.0005  # seconds until the thread that sends has its turn
NOTHING, ONE, EACH = "nothing", "one", "each"


def unsaved(model: type[Made], values: dict[str, Any]) -> Made:
    """A row as its constructor makes it, from values by column, at a fifth of the time. Raises KeyError."""
    plain, computed = _defaults(model)
    if strange := values.keys() - plain.keys() - computed.keys():
        raise KeyError(f"{model.__name__}: {sorted(strange)}")
    row = model.__new__(model)
    row.__dict__.update(plain, **values, _state=ModelState())
    for name, default in computed.items():
        if name not in values:
            row.__dict__[name] = default()
    return row


@lru_cache(maxsize=256)
def _defaults(model: type[Row]) -> tuple[dict[str, Any], dict[str, Callable[[], Any]]]:
    """What each column holds where nothing is given: the same for all rows, or made for each."""
    plain, computed = {}, {}
    for field in model._meta.concrete_fields:
        if callable(field.default) and field.default is not NOT_PROVIDED:
            computed[field.attname] = field.default
        else:
            plain[field.attname] = field.get_default()
    return plain, computed


Send = Callable[[str, Sequence[Any]], None]


class _Sender:
    """Sends statements one after the other from a thread of its own: the next rows are made meanwhile."""

    def __init__(self, on: Connection[Any]) -> None:
        self._on = on
        self._waiting: Queue[tuple[str, Sequence[Any]] | None] = Queue(WAITING)
        self._fault: BaseException | None = None
        self._thread = Thread(target=self._run, name="import writer", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            with self._on.pipeline(), self._on.cursor() as cursor:
                while (said := self._waiting.get()) is not None:
                    cursor.execute(said[0], said[1])
        except BaseException as fault:  # noqa: BLE001 - raised again where the rows are made
            self._fault = fault
            while self._waiting.get() is not None:
                pass

    def send(self, statement: str, values: Sequence[Any]) -> None:
        """Raises nothing: a fault is told at the end, and what follows it is left out."""
        self._waiting.put((statement, values))

    def finish(self) -> None:
        """Wait until everything is written. Raises what the database said."""
        self._waiting.put(None)
        self._thread.join()

    def complain(self) -> None:
        """Raise what the database said, if it said anything."""
        if self._fault is not None:
            raise self._fault


@contextmanager
def not_waiting() -> Iterator[Send]:
    """Statements are written while the next rows are made; until the end nobody else may use the connection."""
    connection.ensure_connection()
    teach(connection.connection)
    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH)
    with connection.wrap_database_errors:
        sender = _Sender(connection.connection)
        try:
            yield sender.send
        finally:
            sender.finish()
            sys.setswitchinterval(before)
        sender.complain()


def at_once(statement: str, values: Sequence[Any]) -> None:
    """Write on the connection of this thread, and wait."""
    connection.ensure_connection()
    teach(connection.connection)
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def insert(rows: Sequence[Row], send: Send = at_once) -> None:
    """Write new rows of one model. Their columns must hold what the database wants: nothing is computed."""
    if not rows:
        return
    fields = rows[0]._meta.concrete_fields
    for start in range(0, len(rows), AT_ONCE):
        chunk = rows[start : start + AT_ONCE]
        columns = [[row.__dict__[field.attname] for row in chunk] for field in fields]
        shapes = tuple(_shape(column) for column in columns)
        send(_statement(type(rows[0]), shapes), _sent(fields, columns, shapes))


@dataclass(frozen=True, slots=True)
class TokensOf:
    """The tokens of one file: more than all her other rows together, so no objects are made of them."""

    file: uuid.UUID
    tokens: list[int]


TOKENS = (
    "INSERT INTO files_nametoken (token, organisation_id, survivor_file_id)"
    " SELECT n.token, %s, (%b::uuid[])[n.place] FROM unnest(%b::int8[], %b::int4[]) AS n (token, place)"
)


def insert_tokens(made: Sequence[TokensOf], organisation_id: uuid.UUID, send: Send) -> None:
    """Write the tokens of many files."""
    tokens = [token for one in made for token in one.tokens]
    places = [place for place, one in enumerate(made, start=1) for _token in one.tokens]
    if tokens:
        files = packing.uuids([one.file for one in made])
        packed = [files, packing.bigints(tokens), packing.integers(places)]
        send(TOKENS, [organisation_id, *packed])


def _shape(column: list[Any]) -> str:
    """What has to be sent of a column: nothing, one value for all rows, or one for each."""
    first = column[0]
    if column[-1] != first or column.count(first) < len(column):
        return EACH
    return NOTHING if first is None else ONE


def _sent(fields: Sequence[Any], columns: Sequence[list[Any]], shapes: Sequence[str]) -> list[Any]:
    """The values in the order of their holes: those of all rows first."""
    pairs = list(zip(fields, columns, shapes, strict=True))
    ones = [_plain(field, column[:1])[0] for field, column, shape in pairs if shape == ONE]
    return ones + [_array(field, column) for field, column, shape in pairs if shape == EACH]


def _plain(field: Any, values: list[Any]) -> list[Any]:
    if isinstance(field, ArrayField):
        return ["{" + ",".join(json.dumps(str(v)) for v in value) + "}" for value in values]
    if isinstance(field, models.JSONField):
        return [json.dumps(value) for value in values]
    if isinstance(field, models.TextField | models.CharField):
        return [None if value is None else str(value) for value in values]
    return values


def _array(field: Any, values: list[Any]) -> Any:
    packer = PACKERS.get(_kind(field))
    return packer(values) if packer else _plain(field, values)


@lru_cache(maxsize=1024)
def _kind(field: Any) -> str:
    return "array" if isinstance(field, ArrayField) else str(field.db_type(connection))


@lru_cache(maxsize=512)
def _statement(model: type[Row], shapes: tuple[str, ...]) -> str:
    pairs = list(zip(model._meta.concrete_fields, shapes, strict=True))
    each = [field for field, shape in pairs if shape == EACH]
    rows = (
        sql.SQL(" FROM unnest({}) AS n ({})").format(
            sql.SQL(", ").join([sql.SQL(_hole(field)) for field in each]),
            sql.SQL(", ").join([sql.Identifier(str(field.column)) for field in each]),
        )
        if each
        else sql.SQL("")
    )
    statement = sql.SQL("INSERT INTO {} ({}) SELECT {}{}").format(
        sql.Identifier(model._meta.db_table),
        sql.SQL(", ").join([sql.Identifier(str(field.column)) for field, _shape in pairs]),
        sql.SQL(", ").join([_chosen(field, shape) for field, shape in pairs]),
        rows,
    )
    return statement.as_string()


def _chosen(field: Any, shape: str) -> sql.Composed:
    what = {NOTHING: sql.SQL("NULL"), ONE: sql.SQL("%s")}.get(shape)
    kind = sql.SQL(str(field.db_type(connection)))
    return sql.SQL("{}::{}").format(what or sql.Identifier(str(field.column)), kind)


def _hole(field: Any) -> str:
    kind = _kind(field)
    if kind == "array":
        return "%s::text[]"
    return f"{'%b' if kind in PACKERS else '%s'}::{kind}[]"
