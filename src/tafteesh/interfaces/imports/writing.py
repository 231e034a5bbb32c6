"""Many rows in one statement, column by column: the walls allow no COPY, and no row is typed out in SQL."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, TypeVar

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.models.base import ModelState
from django.db.models.fields import NOT_PROVIDED
from psycopg import sql

Row = models.Model
Made = TypeVar("Made", bound=models.Model)
AT_ONCE = 2_000
AS_BYTES = frozenset({"bytea", "uuid", "text", "date", "timestamp with time zone"})  # quicker sent


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


@contextmanager
def not_waiting() -> Iterator[None]:
    """Statements are sent one after the other: the next rows are made while the database writes the last."""
    with connection.wrap_database_errors, connection.connection.pipeline():
        yield


def insert(rows: Sequence[Row]) -> None:
    """Write new rows of one model. Their columns must hold what the database wants: nothing is computed."""
    if not rows:
        return
    fields = rows[0]._meta.concrete_fields
    with connection.cursor() as cursor:
        for start in range(0, len(rows), AT_ONCE):
            chunk = rows[start : start + AT_ONCE]
            columns = [_column(field, chunk) for field in fields]
            packed = tuple(any(v is not None for v in column) for column in columns)
            cursor.execute(_statement(type(rows[0]), packed), columns)


def _column(field: Any, rows: Sequence[Row]) -> list[Any]:
    name = field.attname
    values = [getattr(row, name) for row in rows]
    if isinstance(field, ArrayField):
        return ["{" + ",".join(json.dumps(str(v)) for v in value) + "}" for value in values]
    if isinstance(field, models.JSONField):
        return [json.dumps(value) for value in values]
    if isinstance(field, models.TextField | models.CharField):
        return [None if value is None else str(value) for value in values]
    return values


@lru_cache(maxsize=256)
def _statement(model: type[Row], filled: tuple[bool, ...]) -> sql.Composed:
    fields = model._meta.concrete_fields
    names = sql.SQL(", ").join([sql.Identifier(str(field.column)) for field in fields])
    holes = sql.SQL(", ").join(
        [sql.SQL(_hole(field, filled=said)) for field, said in zip(fields, filled, strict=True)]
    )
    chosen = sql.SQL(", ").join(
        [
            sql.SQL("{}::{}").format(
                sql.Identifier(str(field.column)), sql.SQL(str(field.db_type(connection)))
            )
            for field in fields
        ]
    )
    return sql.SQL("INSERT INTO {} ({}) SELECT {} FROM unnest({}) AS n ({})").format(
        sql.Identifier(model._meta.db_table), names, chosen, holes, names
    )


def _hole(field: Any, *, filled: bool) -> str:
    kind = str(field.db_type(connection))
    if isinstance(field, ArrayField):
        return "%s::text[]"
    binary = filled and kind in AS_BYTES
    return f"{'%b' if binary else '%s'}::{kind}[]"
