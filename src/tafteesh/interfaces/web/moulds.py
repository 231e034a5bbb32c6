"""HTML that is cast once and filled many times: the same template, the same bytes, no rendering a row.

A template is rendered once with marks in the place of what differs from row to row; filling the marks is
joining texts. What is empty stays empty while it is cast, so the template's own ifs decide as ever. A mould
holds words of ours alone; values are escaped as they are filled in and are never kept.
"""

import re
import uuid
from collections.abc import Hashable, Iterable, Mapping
from functools import lru_cache
from html import escape
from typing import Any, TypeVar

from django.conf import settings
from django.db.models import TextChoices
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

Row = TypeVar("Row")
MARKED = re.compile("\x02(\\w+)\x03")
MOULDS = 1024


class Mark(str):
    """Stands in a mould where a value will stand."""

    __slots__ = ()


@lru_cache(maxsize=MOULDS)
def _mould(
    template: str,
    place: tuple[str | None, str, str],
    fixed: tuple[tuple[str, Hashable], ...],
    names: tuple[str, ...],
    empty: tuple[tuple[str, Hashable], ...],
) -> tuple[str, tuple[str, ...]]:
    """What is written around the values, and their names in the order in which they are written.

    `place` is the language and where the product stands.
    """
    marks = {name: Mark(f"\x02{name}\x03") for name in names}
    html = render_to_string(template, {**dict(fixed), **dict(empty), **marks})
    pieces = MARKED.split(html)
    return "%s".join([text.replace("%", "%%") for text in pieces[::2]]), tuple(pieces[1::2])


def escaped(value: Any) -> str:
    """As Django's conditional_escape; most values are plain texts or HTML that is safe already."""
    if value.__class__ is str:
        return escape(value)
    if value.__class__ is SafeString:
        return value
    if value.__class__ is uuid.UUID:
        return str(value)
    return conditional_escape(value)


class Lasting(tuple[Row, ...]):
    """A tuple that is made once, as part of a module or for a role; so it is known by itself."""

    __slots__ = ()
    __hash__ = object.__hash__
    __eq__ = object.__eq__


class Said(dict[str, str]):
    """The word of each code; a code without a word is said as it is."""

    def __missing__(self, code: str) -> str:
        return code


@lru_cache(maxsize=256)
def _words_of(choices: type[TextChoices], _language: str | None) -> Said:
    return Said({code: str(label) for code, label in choices.choices})


def words_of(choices: type[TextChoices]) -> Said:
    """The words of a list of codes in the language that is spoken now, found once a process."""
    return _words_of(choices, get_language())


def filled(template: str, fixed: Mapping[str, Hashable], **values: Any) -> SafeString:
    """The template with these values. `fixed` are few and may decide; a value is only ever written out."""
    return filled_each(template, fixed, (values,))


def filled_each(
    template: str, fixed: Mapping[str, Hashable], rows: Iterable[Mapping[str, Any]]
) -> SafeString:
    """The template once for each row of values, one after the other."""
    place = get_language(), get_script_prefix(), settings.STATIC_URL
    fixed_items = tuple(fixed.items())
    written: list[str] = []
    last: tuple[Any, Any] | None = None
    around: str = ""
    order: tuple[str, ...] = ()
    for values in rows:
        names = tuple([name for name in values if values[name]])
        empty: tuple[tuple[str, Hashable], ...] = ()
        if len(names) < len(values):
            empty = tuple([(name, value) for name, value in values.items() if not value])
        if last != (names, empty):
            around, order = _mould(template, place, fixed_items, names, empty)
            last = names, empty
        told = {name: escaped(values[name]) for name in names}
        written.append(around % tuple([told[name] for name in order]))
    return SafeString("".join(written))


def filled_lines(
    template: str, names: tuple[str, ...], lines: Iterable[tuple[str, ...]]
) -> SafeString:
    """The template once for each line of texts, in the order of `names`: HTML already, and none of it empty."""
    place = get_language(), get_script_prefix(), settings.STATIC_URL
    around, order = _mould(template, place, (), names, ())
    if order != names:
        raise ValueError("the template writes them in another order")
    return SafeString("".join([around % line for line in lines]))


@lru_cache(maxsize=MOULDS)
def _way(urlconf: str, prefix: str, name: str, keys: tuple[str, ...]) -> list[str] | None:
    """The pieces of an address whose keys are all ids; None where they are something else."""
    try:
        if not keys:
            return [reverse(name)]
        ids = {key: uuid.UUID(int=2**128 - 1 - number) for number, key in enumerate(keys)}
        address = reverse(name, kwargs=ids)
    except NoReverseMatch:
        return None
    for key, value in ids.items():
        address = address.replace(str(value), f"\x02{key}\x03")
    return MARKED.split(address)


def address(name: str, /, **keys: object) -> str:
    """The same as Django's `reverse`, found once a process where it hangs on nothing but ids."""
    if all(isinstance(value, uuid.UUID | Mark) for value in keys.values()):
        urlconf = get_urlconf() or settings.ROOT_URLCONF
        pieces = _way(str(urlconf), get_script_prefix(), name, tuple(keys))
        if pieces is not None:
            return "".join(
                [str(keys[piece]) if odd & 1 else piece for odd, piece in enumerate(pieces)]
            )
    return reverse(name, kwargs=keys)
