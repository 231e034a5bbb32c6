"""The claim as one PDF: the application, an index with page numbers, and each paper in its order.

Opened scans lie in memory only, in files that have no name on any disk.
"""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

import typst

from tafteesh.interfaces.letters.typesetting import FONTS, TEMPLATES

IN_MEMORY: Final = "/proc/self/fd"
FORMATS: Final = {"image/jpeg": "jpg", "image/png": "png", "application/pdf": "pdf"}
MOST_PAGES: Final = 256


@dataclass(frozen=True)
class Annexed:
    """One paper of the packet. Without a scan it is added by hand."""

    title: str
    day: str
    media_type: str = ""
    content: bytes = b""


@contextmanager
def _held(content: bytes) -> Iterator[str]:
    """The content under a path that exists only for this process."""
    place = os.memfd_create("annexed", os.MFD_CLOEXEC)
    try:
        with os.fdopen(os.dup(place), "wb") as out:
            out.write(content)
        yield f"/{place}"
    finally:
        os.close(place)


def _can_show(path: str, form: str, number: int) -> bool:
    page = f", page: {number}" if form == "pdf" else ""
    text = f'#set page(width: auto, height: auto)\n#image("{path}", format: "{form}"{page})'
    try:
        typst.compile(text.encode(), root=IN_MEMORY, ignore_system_fonts=True)  # type: ignore[type-var] # bytes are one of its inputs
    except RuntimeError:
        return False
    return True


def _pages(path: str, form: str) -> int:
    """How many pages can be shown; 0 where the scan cannot be read."""
    if not _can_show(path, form, 1):
        return 0
    if form != "pdf":
        return 1
    low, high = 1, 2
    while high <= MOST_PAGES and _can_show(path, form, high):
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _can_show(path, form, middle) else (low, middle)
    return low


def packet_pdf(words: dict[str, Any], annexed: Sequence[Annexed], *, made_at: datetime) -> bytes:
    """The whole packet. `words` are those of the application, in its language."""
    stamp = made_at.astimezone(UTC)
    with ExitStack() as held:
        parts = [_part(held, number, one) for number, one in enumerate(annexed, start=1)]
        told = json.dumps({**words, "parts": parts}, ensure_ascii=False)
        day = {"year": stamp.year, "month": stamp.month, "day": stamp.day}
        return bytes(
            typst.compile(  # type: ignore[misc] # the same
                (TEMPLATES / "packet.typ").read_bytes(),
                root=IN_MEMORY,
                font_paths=[str(FONTS)],
                ignore_system_fonts=True,
                sys_inputs={"words": told, "made": json.dumps(day)},
                timestamp=int(stamp.timestamp()),
            )
        )


def _part(held: ExitStack, number: int, one: Annexed) -> dict[str, Any]:
    pages: list[dict[str, Any]] = []
    form = FORMATS.get(one.media_type, "")
    if form and one.content:
        path = held.enter_context(_held(one.content))
        pages = [
            {"path": path, "format": form, "page": page}
            for page in range(1, _pages(path, form) + 1)
        ]
    return {"number": str(number), "title": one.title, "day": one.day, "pages": pages}
