"""Writing many new rows in one statement, column by column: the wall allows no COPY, and a VALUES list of thousands of
rows is read by three parsers on its way."""

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

from django.db import connection, models
from django.db.models import JSONField, TextField
from psycopg import sql

AT_ONCE = 4_000


def insert_rows(rows: Iterable[models.Model]) -> int:
    """Insert new rows of one model as they are; answers how many."""
    count, pending = 0, iter(rows)
    while chunk := list(islice(pending, AT_ONCE)):
        fields = chunk[0]._meta.concrete_fields
        if any(_is_nested(field) for field in fields):
            type(chunk[0]).unscoped.bulk_create(chunk)  # type: ignore[attr-defined] # every guarded model has it
        else:
            columns = [_column(field, chunk) for field in fields]
            insert_columns(type(chunk[0]), [str(field.attname) for field in fields], columns)
        count += len(chunk)
    return count


def insert_columns(
    model: type[models.Model], names: Sequence[str], columns: Sequence[Sequence[Any]]
) -> None:
    """Insert rows given as one list a column, in the order of `names` (attribute names of the model)."""
    with connection.cursor() as cursor:
        cursor.execute(_statement(model, tuple(names)), [list(column) for column in columns])


@lru_cache(maxsize=64)
def _statement(model: type[models.Model], names: tuple[str, ...]) -> sql.Composed:
    by_name = {field.attname: field for field in model._meta.concrete_fields}
    columns = sql.SQL(", ").join([sql.Identifier(str(by_name[name].column)) for name in names])
    holes = sql.SQL(", ").join([sql.SQL(f"%s::{_type(by_name[name])}[]") for name in names])
    into = sql.SQL("INSERT INTO {} ({}) SELECT * FROM unnest({})")
    return into.format(sql.Identifier(model._meta.db_table), columns, holes)


def _type(field: "models.Field[Any, Any]") -> str:
    return str(field.db_type(connection))


def _is_nested(field: "models.Field[Any, Any]") -> bool:
    return str(field.db_type(connection)).endswith("[]")


def _column(field: "models.Field[Any, Any]", rows: Sequence[models.Model]) -> list[Any]:
    name = field.attname
    if isinstance(field, JSONField):
        return [None if (v := getattr(row, name)) is None else json.dumps(v) for row in rows]
    values = [getattr(row, name) for row in rows]
    if isinstance(
        field, TextField
    ):  # a member of choices is a text too, but not of one type with others
        return [v if v is None or type(v) is str else str(v) for v in values]
    return values
