"""A letter in Word: the office's template, or the shipped one, filled in its sandbox; and its words read back.

The PDF is set from what is read back, so that Word and PDF say the same, whatever the office's template adds.
"""

import io
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.utils import translation
from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph
from docxtpl import DocxTemplate

from tafteesh.domain.stationery.word_check import environment
from tafteesh.interfaces.letters.letter import Block, Letter, set_blocks

NOT_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
KINDS = {
    "Title": "title",
    "Heading 1": "title",
    "Heading 2": "sub",
    "Heading 3": "sub",
    "List Number": "point",
    "List Bullet": "point",
    "No Spacing": "line",
}


def word_of(letter: Letter, language: str, template: bytes, *, made_at: datetime) -> bytes:
    """The letter in Word. What stands in the letter is text: it is never read as a template."""
    with translation.override(language):
        told = _clean(letter.context())
    filled = DocxTemplate(io.BytesIO(template))
    filled.render(told, jinja_env=environment(), autoescape=True)
    properties = filled.docx.core_properties
    properties.author = letter.sender
    properties.title = letter.subject
    properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = made_at.replace(tzinfo=None)
    out = io.BytesIO()
    filled.save(out)
    return out.getvalue()


def _clean(value: Any) -> Any:
    """Every text without signs that no page has, and without braces that would be read again."""
    if isinstance(value, str):
        return NOT_TEXT.sub("", value).replace("{_", "{ _").replace("_}", "_ }")
    if isinstance(value, dict):
        return {name: _clean(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(one) for one in value]
    return value


def pdf_of(word: bytes, language: str, *, made_at: datetime) -> bytes:
    """The same words as a tagged PDF."""
    section = Document(io.BytesIO(word)).sections[0]
    foot = " ".join(one.text.strip() for one in section.footer.paragraphs).strip()
    with translation.override(language):
        return set_blocks(
            blocks_of(word), language, foot=foot, heading=letterhead_of(word), made_at=made_at
        )


def letterhead_of(word: bytes) -> list[str]:
    """The lines on top of the first page."""
    head = Document(io.BytesIO(word)).sections[0].header
    return [one.text.strip() for one in head.paragraphs if one.text.strip()]


def blocks_of(word: bytes) -> list[Block]:
    """What a Word file says, block by block."""
    document = Document(io.BytesIO(word))
    return [
        block
        for piece in document.iter_inner_content()
        for block in (_table(piece) if isinstance(piece, Table) else _paragraph(piece))
    ]


def _paragraph(paragraph: Paragraph) -> Iterator[Block]:
    text = paragraph.text.strip()
    if not text:
        return
    kind = KINDS.get(str(paragraph.style.name) if paragraph.style else "", "text")
    if kind == "text" and "\t" in text:
        left, right = (part.strip() for part in text.split("\t", 1))
        yield Block("side", left, right.replace("\t", " "))
        return
    yield Block(kind, text.replace("\t", " "))


def _table(table: Table) -> Iterator[Block]:
    rows = [[cell.text.strip() for cell in row.cells] for row in table.rows]
    if not rows or not rows[0]:
        return
    heads, *rest = rows
    width = len(heads)
    even = [(row + [""] * width)[:width] for row in rest]
    yield Block("table", heads=heads, rows=even, numbers=_numbers(even))


def _numbers(rows: list[list[str]]) -> tuple[int, ...]:
    """Columns that hold nothing but amounts and counts stand right."""
    columns = list(zip(*rows, strict=True)) if rows else []
    return tuple(
        place
        for place, column in enumerate(columns)
        if place and any(column) and all(re.fullmatch(r"[₹\d,.–\s]*", text) for text in column)
    )
