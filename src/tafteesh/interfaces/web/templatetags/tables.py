"""Tables, filters and the way from page to page."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django import template
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from tafteesh.interfaces.web.moulds import MOULDS, Lasting, escaped, filled
from tafteesh.interfaces.web.templatetags.shapes import Chip, Column, Line, Row, Words

register = template.Library()
Head = dict[str, object]
CURRENT = ' aria-current="page"'


def heads(columns: Sequence[Column], sort: str, query: str) -> list[Head]:
    """Header cells: which way each is sorted now, and where a press leads. "-key" is downwards."""
    kept = f"&{query}" if query else ""
    return [
        {
            "column": column,
            "direction": {column.key: "ascending", f"-{column.key}": "descending"}.get(sort, "")
            if column.key
            else "",
            "url": "?"
            + urlencode({"sort": f"-{column.key}" if sort == column.key else column.key})
            + kept,
        }
        for column in columns
    ]


@register.simple_block_tag
def table(
    content: str,
    *,
    caption: Words,
    columns: Sequence[Column],
    sort: str = "",
    query: str = "",
    hide_caption: bool = False,
) -> SafeString:
    """A table whose rows the block writes; give every <td> its data-label for the cards of a phone."""
    said = str(content)
    if not isinstance(columns, Lasting) or any(column.key for column in columns):
        context = {
            "content": said,
            "caption": caption,
            "heads": heads(columns, sort, query),
            "hide_caption": hide_caption,
        }
        return render_to_string("components/table.html", context)
    fixed = {"columns": columns, "hide_caption": hide_caption}
    return filled("components/unsorted_table.html", fixed, content=content, caption=caption)


@register.inclusion_tag("components/plain_table.html")
def plain_table(
    *,
    caption: Words,
    columns: Sequence[Column],
    rows: Sequence[Row],
    sort: str = "",
    query: str = "",
    hide_caption: bool = False,
) -> dict[str, object]:
    """A table of plain values: one Row of cells for each line."""
    return {
        "caption": caption,
        "heads": heads(columns, sort, query),
        "rows": [
            {"url": row.url, "cells": list(zip(columns, row.cells, strict=True))} for row in rows
        ],
        "hide_caption": hide_caption,
    }


@register.simple_block_tag(takes_context=True)
def filter_bar(  # noqa: PLR0913 - context and content are Django's
    context: Context,
    content: str,
    *,
    label: Words,
    action: str = "",
    chips: Sequence[Chip] = (),
    clear_url: str = "",
    found: Words = "",
) -> SafeString:
    """At most four fields in the block, the filters in force as chips, and how many were found."""
    said: dict[str, Any] = {
        "content": content,
        "label": label,
        "action": action,
        "clear_url": clear_url,
        "found": found,
    }
    if chips:
        return render_to_string("components/filter_bar.html", said | {"chips": chips})
    return filled("components/filter_bar.html", {"chips": ()}, **said)


@register.simple_tag
def options(*, choices: Iterable[tuple[str, Words]], chosen: str = "") -> SafeString:
    """The options of a list to choose from, the chosen one marked."""
    if isinstance(choices, Lasting):
        return _lasting_options(choices, chosen, get_language())
    return _options(choices, chosen)


@lru_cache(maxsize=MOULDS)
def _lasting_options(choices: Lasting[Any], chosen: str, _language: str | None) -> SafeString:
    return _options(choices, chosen)


def _options(choices: Iterable[tuple[str, Words]], chosen: str) -> SafeString:
    return SafeString(
        "".join([
            f'<option value="{escaped(code)}"{" selected" if code == chosen else ""}>{escaped(label)}</option>'
            for code, label in choices
        ])
    )  # fmt: skip


@register.simple_tag
def tabs(
    *,
    label: Words,
    links: Iterable[tuple[str, Words]],
    current: str,
    path: str = "",
    first: str = "",
) -> SafeString:
    """Parts of one place: each link is the path and a code; `first` needs no code."""
    said = current, path, first
    if isinstance(links, Lasting):
        return _lasting_tabs(links, str(label), *said, get_language())
    return _tabs(links, label, *said)


@lru_cache(maxsize=MOULDS)
def _lasting_tabs(
    links: Lasting[Any], label: str, current: str, path: str, first: str, _language: str | None
) -> SafeString:
    return _tabs(links, label, current, path, first)


def _tabs(
    links: Iterable[tuple[str, Words]], label: Words, current: str, path: str, first: str
) -> SafeString:
    inside = [
        f'<a href="{escaped(path if code == first else path + code)}"'
        f"{CURRENT if code == current else ''}>{escaped(words)}</a>"
        for code, words in links
    ]
    return SafeString(f'<nav class="tabs" aria-label="{escaped(label)}">{"".join(inside)}</nav>')


@register.simple_tag
def pairs(*, lines: Iterable[Line]) -> SafeString:
    """What is known, each under its name."""
    inside = [
        f"<div><dt>{escaped(line.label)}</dt><dd>{escaped(line.value)}</dd></div>" for line in lines
    ]
    return SafeString(f"<dl>{''.join(inside)}</dl>")


@register.simple_tag
def pagination(*, older_url: str = "", newer_url: str = "", words: Words = "") -> SafeString:
    """Older and newer: the list is cut by key, so there are no page numbers."""
    said = {"older_url": older_url, "newer_url": newer_url, "words": words}
    return filled("components/pagination.html", {}, **said)
