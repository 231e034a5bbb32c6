"""The template in Word that is shipped: an office takes it as it is, or begins its own with it."""

import io
from datetime import datetime
from functools import cache
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

SCRIPT_FONTS = {"bn": "Noto Sans Bengali", "hi": "Noto Sans Devanagari"}
LATIN_FONT = "Noto Sans"
STYLES = ("Normal", "No Spacing", "Heading 1", "Heading 2", "List Number")
FIRST_DAY = datetime(2026, 1, 1)  # noqa: DTZ001 - Word's own day has no zone


@cache
def shipped_template(language: str) -> bytes:
    """The template of every kind of letter and petition, with the fonts of one language."""
    document = Document()
    for style in STYLES:
        _fonts(document.styles[style], language)
    _page(document)
    _head(document)
    _loop(document, "to", "No Spacing")
    document.add_paragraph("{{ subject }}", style="Heading 1")
    _loop(document, "paragraphs", "Normal")
    _loop(document, "points", "List Number")
    for line in ("{%p if asking %}", "{{ asking }}", "{%p endif %}"):
        document.add_paragraph(line)
    _loop(document, "closing", "No Spacing", before=16)
    _tables(document)
    document.sections[0].footer.paragraphs[0].text = "{{ foot }}"
    told = document.core_properties
    told.author = told.title = told.comments = told.last_modified_by = ""
    told.created = told.modified = FIRST_DAY
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _fonts(style: Any, language: str) -> None:
    style.font.name = LATIN_FONT
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for slot in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(slot), None)
    fonts.set(qn("w:ascii"), LATIN_FONT)
    fonts.set(qn("w:hAnsi"), LATIN_FONT)
    fonts.set(qn("w:cs"), SCRIPT_FONTS.get(language, LATIN_FONT))
    style.font.color.rgb = RGBColor(0, 0, 0)


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin = section.bottom_margin = Mm(20)
    document.styles["Normal"].font.size = Pt(11)
    document.styles["Heading 1"].font.size = Pt(13)
    document.styles["Heading 2"].font.size = Pt(11.5)


def _head(document: Any) -> None:
    line = document.add_paragraph("{{ sender }}\t{{ day }}")
    line.paragraph_format.tab_stops.add_tab_stop(Mm(166), WD_TAB_ALIGNMENT.RIGHT)
    for text in ("{%p if number %}", "{{ number }}", "{%p endif %}"):
        document.add_paragraph(text, style="No Spacing")


def _loop(document: Any, name: str, style: str, *, before: int = 0) -> None:
    for text in (f"{{%p for line in {name} %}}", "{{ line }}", "{%p endfor %}"):
        paragraph = document.add_paragraph(text, style=style)
        if before:
            paragraph.paragraph_format.space_before = Pt(before)


def _tables(document: Any) -> None:
    document.add_paragraph("{%p for table in tables %}")
    document.add_paragraph("{{ table.title }}", style="Heading 2")
    grid = document.add_table(rows=4, cols=3)
    grid.style, grid.alignment = "Table Grid", WD_TABLE_ALIGNMENT.LEFT
    rows = (
        ("{%tc for head in table.heads %}", "{{ head }}", "{%tc endfor %}"),
        ("{%tr for row in table.rows %}", "", ""),
        ("{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}"),
        ("{%tr endfor %}", "", ""),
    )
    for row, texts in zip(grid.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("{%p endfor %}")
