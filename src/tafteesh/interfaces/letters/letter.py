"""A letter on paper: from whom, to whom, what about, and lists annexed. It is a draft that a person signs."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime

from django.utils import translation
from django.utils.translation import gettext as _

from tafteesh.interfaces.letters.typesetting import typeset

LANGUAGES = ("en", "bn", "hi")


@dataclass(frozen=True)
class Annexure:
    """A list annexed to a letter. `numbers` are the places of columns that stand right."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    numbers: Sequence[int] = ()


@dataclass(frozen=True)
class Letter:
    """A letter as it stands on paper, in one language."""

    sender: str
    to: Sequence[str]
    subject: str
    paragraphs: Sequence[str]
    day: date
    tables: Sequence[Annexure] = field(default_factory=tuple)

    def pdf(self, language: str, *, made_at: datetime) -> bytes:
        """The letter as a tagged PDF."""
        with translation.override(language):
            words = {
                "language": language,
                "sender": self.sender,
                "to": list(self.to),
                "subject": self.subject,
                "paragraphs": list(self.paragraphs),
                "day": f"{self.day:%d-%m-%Y}",
                "closing": [_("Yours faithfully,"), "", "_" * 30, self.sender],
                "foot": _("Draft: read it, sign it and send it yourself"),
                "tables": [asdict(table) for table in self.tables],
            }
        return typeset("letter.typ", words, made_at=made_at)


def language_of(text: str) -> str:
    """A language in which letters are written; English where it is none."""
    return text if text in LANGUAGES else "en"
