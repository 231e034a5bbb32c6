"""Tables, filters and the way from page to page."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django import template
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from tafteesh.interfaces.web.templatetags.shapes import Chip, Column, Row, Words

register = template.Library()
Head = dict[str, object]


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
    context = {
        "content": content,
        "caption": caption,
        "heads": heads(columns, sort, query),
        "hide_caption": hide_caption,
    }
    return render_to_string("components/table.html", context)


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
    return render_to_string(
        "components/filter_bar.html",
        {
            "content": content,
            "label": label,
            "action": action,
            "chips": chips,
            "clear_url": clear_url,
            "found": found,
        },
    )


@register.inclusion_tag("components/pagination.html")
def pagination(*, older_url: str = "", newer_url: str = "", words: Words = "") -> dict[str, object]:
    """Older and newer: the list is cut by key, so there are no page numbers."""
    return {"older_url": older_url, "newer_url": newer_url, "words": words}
