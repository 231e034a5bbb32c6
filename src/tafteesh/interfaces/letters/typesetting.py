"""Typst, with our own fonts and nothing of the machine: the same bytes everywhere."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

HERE = Path(__file__).parent
FONTS = HERE / "fonts"
TEMPLATES = HERE / "templates"


def typeset(template: str, words: dict[str, Any], *, made_at: datetime) -> bytes:
    """A tagged PDF (PDF/UA-1). Values travel as JSON and are never read as markup.

    The day in the document is `made_at`, so that the same values give the same bytes. A missing glyph,
    title or alternative text stops it with an error.
    """
    stamp = made_at.astimezone(UTC)
    inputs = {"words": json.dumps(words, ensure_ascii=False, sort_keys=True)}
    day = {"year": stamp.year, "month": stamp.month, "day": stamp.day}
    inputs["made"] = json.dumps(day)
    return bytes(
        typst.compile(
            str(TEMPLATES / template),
            root=str(TEMPLATES),
            font_paths=[str(FONTS)],
            ignore_system_fonts=True,
            sys_inputs=inputs,
            pdf_standards=["ua-1"],
            timestamp=int(stamp.timestamp()),
        )
    )
