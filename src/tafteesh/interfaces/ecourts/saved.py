"""A page or a PDF that somebody saved from eCourts, as plain rows of text. Nothing in it is run or fetched."""

import email
import email.policy
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.errors import MessageError
from typing import Final

from lxml.etree import HTMLParser, LxmlError

from tafteesh.interfaces.ecourts.pdf_text import text_of_pdf

MOST_BYTES: Final = 8 * 1024 * 1024  # what a browser saves with its pictures
MOST_HTML: Final = 3 * 1024 * 1024
MOST_PIECES: Final = 120_000
SILENT: Final = frozenset(
    {"script", "style", "template", "noscript", "svg", "select", "head", "object"}
)
BREAKS: Final = frozenset(
    {"p", "div", "br", "tr", "table", "li", "ul", "h1", "h2", "h3", "h4", "section"}
)
PRINTED: Final = "printed"  # what holds a row of a PDF
BOM: Final = b"\xef\xbb\xbf"


class NotAPage(Exception):
    """No web page and no PDF, or one that cannot be read."""


class PageTooLarge(Exception):
    """Larger than a case-status page can be."""


@dataclass
class Rows:
    """What stands on the page: rows of cells in their order, each with the class of what holds it."""

    rows: list[tuple[str, list[str]]] = field(default_factory=list)


def read_saved(content: bytes) -> Rows:
    """The rows of a saved page, web archive or PDF. Raises PageTooLarge, NotAPage."""
    if len(content) > MOST_BYTES:
        raise PageTooLarge(str(len(content)))
    if content.startswith(b"%PDF-"):
        return _from_lines(text_of_pdf(content))
    text = _html_of(content)
    if len(text) > MOST_HTML:
        raise PageTooLarge(str(len(text)))
    if "<" not in text:
        raise NotAPage
    reader = _Reader()
    parser = HTMLParser(target=reader, encoding="utf-8", no_network=True, huge_tree=False)
    try:
        parser.feed(text.encode("utf-8", errors="replace"))
        parser.close()
    except (LxmlError, AssertionError):
        raise NotAPage from None
    return reader.found


def _html_of(content: bytes) -> str:
    """The page itself, out of a web archive (.mhtml) where it is one."""
    head = content[:4096].lstrip(BOM).lower()
    if b"content-type: multipart/related" in head or b"snapshot-content-location:" in head:
        return _out_of_archive(content)
    if b"\x00" in content[:4096] and content[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise NotAPage
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return content.decode(encoding, errors="replace")


def _out_of_archive(content: bytes) -> str:
    try:
        message = email.message_from_bytes(content, policy=email.policy.default)
        parts = [part for part in message.walk() if part.get_content_type() == "text/html"]
        texts = [part.get_payload(decode=True) or b"" for part in parts[:20]]
    except (MessageError, ValueError, LookupError, RecursionError):
        raise NotAPage from None
    pages = [text.decode("utf-8", errors="replace") for text in texts if isinstance(text, bytes)]
    if not pages:
        raise NotAPage
    return max(pages, key=lambda page: page.lower().count("cnr"))


class _Reader:
    """Rows of a table are rows of cells; other text is a row of one cell at each break. No tree is built."""

    def __init__(self) -> None:
        self.found = Rows()
        self.pieces = 0
        self.silent = ""
        self.holders: list[tuple[str, str]] = []
        self.cells: list[str] | None = None
        self.cell: list[str] = []

    def start(self, tag: str, attrs: Mapping[str, str]) -> None:
        """A tag opens."""
        self._count()
        if self.silent:
            return
        if tag in SILENT:
            self.silent = tag
            return
        name = f"{attrs.get('class', '')} {attrs.get('id', '')}".strip()
        if name and (tag == "table" or (tag == "span" and self.cells is None)):
            self._end_row()
            self.holders.append((tag, name[:200]))
            del self.holders[:-20]
        if tag == "tr":
            self._end_row()
            self.cells = []
        elif tag in ("td", "th"):
            self.cell = []
        elif tag in BREAKS and self.cells is None:
            self._end_row()
        elif tag in BREAKS or tag == "span":
            self.cell.append(" ")

    def end(self, tag: str) -> None:
        """A tag closes."""
        self._count()
        if self.silent:
            self.silent = "" if tag == self.silent else self.silent
            return
        if tag in ("td", "th"):
            self._end_cell()
        elif tag in ("tr", "table"):
            self._end_row()
            self.cells = None
        elif tag in BREAKS and self.cells is None:
            self._end_row()
        if tag == "table" and any(kind == "table" for kind, _name in self.holders):
            while self.holders.pop()[0] != "table":
                pass

    def data(self, data: str) -> None:
        """Text between tags."""
        self._count()
        if not self.silent:
            self.cell.append(data)

    def close(self) -> None:
        """The page is over."""
        self._end_row()

    def _count(self) -> None:
        self.pieces += 1
        if self.pieces > MOST_PIECES:
            raise PageTooLarge(str(self.pieces))

    def _end_cell(self) -> None:
        text = tidy("".join(self.cell))
        self.cell = []
        if self.cells is not None:
            self.cells.append(text)
        elif text:
            self.found.rows.append((self._holder(), [text]))

    def _end_row(self) -> None:
        if self.cell:
            self._end_cell()
        if self.cells:
            self.found.rows.append((self._holder(), self.cells))
            self.cells = []

    def _holder(self) -> str:
        return self.holders[-1][1] if self.holders else ""


def tidy(text: str) -> str:
    """One text without the spaces that a page is laid out with."""
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()[:2000]


def _from_lines(text: str) -> Rows:
    """Lines of a PDF: each is a row of one cell, whose columns nobody has parted."""
    return Rows([(PRINTED, [tidy(line[:4000])]) for line in text.splitlines() if line.strip()])
