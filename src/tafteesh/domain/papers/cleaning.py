"""Clean copies of scans, and their pages as pictures: asked of a process that can do no harm."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tafteesh.domain.papers.scans import NotAPaper, media_type_of

WORKSHOP = Path(__file__).with_name("workshop.py")
PATIENCE = 30  # seconds


class PaperBroken(NotAPaper):
    """It begins like a picture or a PDF, but cannot be read as one."""


class PaperLocked(NotAPaper):
    """A PDF with a password."""


class TooManyPixels(NotAPaper):
    """A picture larger than 12,000 pixels on a side or 50 million in all."""


class TooManyPages(NotAPaper):
    """A PDF of more than 500 pages."""


class NoSuchPage(Exception):
    """The paper has fewer pages."""


REFUSALS: dict[str, type[Exception]] = {
    "broken": PaperBroken,
    "locked": PaperLocked,
    "too_many_pixels": TooManyPixels,
    "too_many_pages": TooManyPages,
    "no_page": NoSuchPage,
}


@dataclass(frozen=True)
class Clean:
    """What may be shown and sent: without place, author, scripts or hidden parts."""

    content: bytes
    media_type: str
    pages: int


def cleaned(content: bytes) -> Clean:
    """A clean copy of a JPEG, PNG or PDF.

    Raises TooLarge, NotAPaper (of `scans`), PaperBroken, PaperLocked, TooManyPixels, TooManyPages.
    """
    media_type_of(content)
    told, body = _ask(content, "clean")
    return Clean(body, str(told["media_type"]), int(str(told["pages"])))


def page_picture(content: bytes, page: int) -> bytes:
    """One page of a clean copy as a JPEG, at most 1,400 pixels wide. Raises NoSuchPage, PaperBroken."""
    return _ask(content, "show", str(page))[1]


def _ask(content: bytes, *what: str) -> tuple[dict[str, object], bytes]:
    try:
        done = subprocess.run(  # noqa: S603 - our own program and arguments
            [sys.executable, "-I", str(WORKSHOP), *what],
            input=content,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
            env={},
        )
    except subprocess.TimeoutExpired:
        raise PaperBroken("time") from None
    head, _newline, body = done.stdout.partition(b"\n")
    if done.returncode or not head:
        raise PaperBroken(str(done.returncode))
    told: dict[str, object] = json.loads(head)
    if "refused" in told:
        raise REFUSALS[str(told["refused"])](str(told["refused"]))
    return told, body
