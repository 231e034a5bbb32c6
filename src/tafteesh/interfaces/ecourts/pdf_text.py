"""The text of a PDF, read by a process of its own with little memory, little time and no way out."""

import subprocess
import sys
from typing import Final

SECONDS: Final = 20
MOST_PAGES: Final = 30
MOST_TEXT: Final = 400_000
MEMORY: Final = 1024 * 1024 * 1024


class UnreadablePdf(Exception):
    """The PDF is locked, damaged, too long, or holds only pictures."""


def text_of_pdf(content: bytes) -> str:
    """Its text, page after page, line by line. Raises UnreadablePdf."""
    try:
        done = subprocess.run(  # noqa: S603 - our own module, by our own Python
            [sys.executable, "-I", __file__],
            input=content,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={"LC_ALL": "C.UTF-8"},
        )
    except (subprocess.TimeoutExpired, OSError):
        raise UnreadablePdf from None
    text = done.stdout[: 4 * MOST_TEXT].decode("utf-8", errors="replace")
    if done.returncode or not text.strip():
        raise UnreadablePdf
    return text[:MOST_TEXT]


def _limit() -> None:
    try:
        import resource  # noqa: PLC0415 - only where the system has it
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _main() -> int:
    _limit()
    from pypdfium2 import PdfDocument  # noqa: PLC0415 - after the limits stand

    document = PdfDocument(sys.stdin.buffer.read())
    if len(document) > MOST_PAGES:
        return 1
    length = 0
    for page in document:
        text = page.get_textpage().get_text_range()
        length += len(text)
        if length > MOST_TEXT:
            return 1
        sys.stdout.buffer.write(text.encode("utf-8", errors="replace") + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(_main())
