"""What is wrong with an edition, in sentences that say where and what to do."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that must be mended before a file can be taken; line 0 means the whole file."""

    file: str
    line: int
    words: str

    def __str__(self) -> str:
        if not self.line:
            return f"{self.file}: {self.words}"
        return _("%(file)s, line %(line)d: %(words)s") % {
            "file": self.file,
            "line": self.line,
            "words": self.words,
        }


class BadEdition(Exception):
    """The files cannot be taken as they are; nothing was stored."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(map(str, faults[:50])))
        self.faults = faults


class BadCell(Exception):
    """One cell does not hold what its column asks for."""
