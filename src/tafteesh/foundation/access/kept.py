"""Questions that are put into SQL once a process and asked many times, each time with other values.

The question is an ordinary query through its door, so what the door says stands in the kept text. It is
built twice with marks in the place of the person and of the values; wherever both texts agree and both
marks stand, a value may stand. A value that was changed on its way into the query is refused when it is
first asked, and so is never kept in the text.
"""

import uuid
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any, Generic, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import QuerySet
from django.db.models.query import (
    FlatValuesListIterable,
    ModelIterable,
    ValuesListIterable,
    get_related_populators,
)

from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.kernel import any_of  # noqa: F401 - a list of ids as one value

Row = TypeVar("Row")
PLANS = 256  # shapes of one question, of one process


class Word(str):
    """A text that is a value and decides nothing."""

    __slots__ = ()


class NotKept(RuntimeError):
    """The question cannot be kept: a value did not reach the query as it was given."""


@dataclass(frozen=True)
class Slot:
    """Where a value stands among the parameters; `wrap` is the type in which the driver wants it."""

    number: int
    wrap: Callable[[Any], Any] | None = None


@dataclass(frozen=True)
class Plan:
    """The text, what stands for each of its parameters, and what makes rows of what comes back."""

    text: str
    parts: tuple[Any, ...]
    read: Callable[[list[Any]], list[Any]]


class Kept(Generic[Row]):
    """`Kept(question)(actor, day=...)`: rows as the question's own query would give them.

    Ids and lists of them, days, moments and `Word`s are values, and so is each one of a tuple. All else
    that is given (a word, a number, a yes or no, None) may decide how the query is built and makes a text of
    its own; so do the length of a tuple and the number of her organisations.
    """

    def __init__(self, question: "Callable[..., QuerySet[Any, Row]]") -> None:
        self.question = question
        self.plans: dict[tuple[Hashable, ...], Plan] = {}

    def __call__(self, actor: Actor | None = None, **given: Any) -> list[Row]:
        """The rows, read now."""
        key, values = _told(actor, given)
        plan = self.plans.get(key)
        if plan is None:
            if len(self.plans) >= PLANS:
                self.plans.clear()
            plan = self.plans[key] = self._plan(actor, given)
        if not plan.text:
            return []
        with connection.cursor() as cursor:
            cursor.execute(plan.text, [_filled(part, values) for part in plan.parts])
            return plan.read(cursor.fetchall())

    def _plan(self, actor: Actor | None, given: dict[str, Any]) -> Plan:
        asked, text, params, marks = self._built(actor, given, count(1))
        _again, text_again, others, other_marks = self._built(actor, given, count(5_000))
        if text != text_again:
            raise NotKept("the text of the query hangs on a value")
        if not text:
            return Plan("", (), list)
        pairs = zip(params, others, strict=True)
        parts = [_part(one, other, marks, other_marks) for one, other in pairs]
        return Plan(text, tuple(parts), _reader(asked))

    def _built(
        self, actor: Actor | None, given: dict[str, Any], numbers: Iterator[int]
    ) -> tuple[Any, str, tuple[Any, ...], list[Any]]:
        """The query with marks, its text and parameters, and the marks in their order."""
        who, said = _marked(actor, given, numbers)
        asked: Any = self.question(*who, **said)
        if asked._prefetch_related_lookups:  # noqa: SLF001 - there is no public word for it
            raise NotKept("rows that are fetched beside are not kept")
        _key, marks = _told(who[0] if who else None, said)
        try:
            return (asked, *asked.query.get_compiler(asked.db).as_sql(), marks)
        except EmptyResultSet:
            return asked, "", (), marks


def _is_value(given: object) -> bool:
    return isinstance(given, uuid.UUID | date | Word | list)


def _told(actor: Actor | None, given: dict[str, Any]) -> tuple[tuple[Hashable, ...], list[Any]]:
    """The shape of what is asked, and its values in their order."""
    key: list[Hashable] = []
    values: list[Any] = []
    if actor is not None:
        offices = sorted(actor.offices)
        others = sorted(actor.organisations - actor.offices)
        key += [actor.roles, len(offices), len(others), actor.offices <= actor.organisations]
        values += [actor.person_id, actor.organisation_id, actor.now, actor.today]
        values += [*offices, *others]
    for name, value in given.items():
        if _is_value(value):
            key.append((name, type(value)))
            values.append(value)
        elif type(value) is tuple:
            key.append((name, len(value)))
            values += value
        else:
            key.append((name, value))
    return tuple(key), values


def _mark(value: Any, number: int) -> Any:
    if isinstance(value, list):
        return [uuid.UUID(int=number)]
    if isinstance(value, uuid.UUID):
        return uuid.UUID(int=number)
    if isinstance(value, datetime):
        return datetime(1700, 1, 1, tzinfo=UTC) + timedelta(hours=number)
    if isinstance(value, date):
        return date(1700, 1, 1) + timedelta(days=number)
    return Word(f"\x02{number}")


def _marked(
    actor: Actor | None, given: dict[str, Any], numbers: Iterator[int]
) -> tuple[list[Actor], dict[str, Any]]:
    """The same person and the same values, each of them a mark."""
    who = []
    if actor is not None:
        marks = {
            one: _mark(one, next(numbers)) for one in sorted(actor.organisations | actor.offices)
        }
        who.append(
            replace(
                actor,
                person_id=_mark(actor.person_id, next(numbers)),
                organisation_id=_mark(actor.organisation_id, next(numbers)),
                now=_mark(actor.now, next(numbers)),
                today=_mark(actor.today, next(numbers)),
                offices=frozenset(marks[one] for one in actor.offices),
                organisations=frozenset(marks[one] for one in actor.organisations),
            )
        )
    said = {}
    for name, value in given.items():
        if type(value) is tuple:
            said[name] = tuple(_mark(one, next(numbers)) for one in value)
        else:
            said[name] = _mark(value, next(numbers)) if _is_value(value) else value
    return who, said


def _part(one: Any, other: Any, marks: list[Any], other_marks: list[Any]) -> Any:
    """A slot, a list of parts, or what stands there always."""
    for number, (mark, other_mark) in enumerate(zip(marks, other_marks, strict=True)):
        if one == mark and other == other_mark:
            return Slot(number, None if type(one) is type(mark) else type(one))
    if isinstance(one, list | tuple):
        pairs = zip(one, other, strict=True)
        return [_part(a, b, marks, other_marks) for a, b in pairs]
    if one != other:
        raise NotKept("a value was changed on its way into the query")
    return one


def _filled(part: Any, values: list[Any]) -> Any:
    if part.__class__ is Slot:
        value = values[part.number]
        return part.wrap(value) if part.wrap else value
    if part.__class__ is list:
        return [_filled(one, values) for one in part]
    return part


def _reader(asked: Any) -> Callable[[list[Any]], list[Any]]:
    """What makes of lines the rows that the question would give: lines, single values, or objects."""
    compiler = asked.query.get_compiler(asked.db)
    compiler.as_sql()
    shown = [one for one, _text, _name in compiler.select[: compiler.col_count]]
    converters = compiler.get_converters(shown)

    def converted(lines: list[Any]) -> list[Any]:
        if not converters:
            return lines
        compiler.connection = connection
        return list(map(tuple, compiler.apply_converters(lines, converters)))

    rows = asked._iterable_class  # noqa: SLF001 - how this query makes its rows
    if rows is ValuesListIterable:
        return converted
    if rows is FlatValuesListIterable:
        return lambda lines: [line[0] for line in converted(lines)]
    if rows is not ModelIterable or compiler.annotation_col_map:
        raise NotKept("only objects, lines and single values are kept")
    return _objects(compiler, converted)


def _objects(
    compiler: Any, converted: Callable[[list[Any]], list[Any]]
) -> Callable[[list[Any]], list[Any]]:
    """Objects with those that are selected beside them, made as Django's own ModelIterable makes them."""
    model, fields = compiler.klass_info["model"], compiler.klass_info["select_fields"]
    first, last = fields[0], fields[-1] + 1
    names = [one.target.attname for one, _text, _name in compiler.select[first:last]]
    beside = get_related_populators(compiler.klass_info, compiler.select, DEFAULT_DB_ALIAS)  # type: ignore[call-arg] # the stubs are of a later Django

    def read(lines: list[Any]) -> list[Any]:
        found = []
        for line in converted(lines):
            row = model.from_db(connection.alias, names, line[first:last])
            for one in beside:
                one.populate(line, row)
            found.append(row)
        return found

    return read
