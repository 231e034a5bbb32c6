"""A letter or petition as it stands on paper: from whom, to whom, what about, what is asked, lists annexed.

Its words are one row of blocks. Word and PDF are set from the same blocks, so that both say the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

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
class Block:
    """One piece of paper: a line, a title, a paragraph, a point of a list, or a table."""

    kind: str
    text: str = ""
    right: str = ""
    heads: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    numbers: Sequence[int] = ()

    @property
    def words(self) -> str:
        """What it says, for the seal."""
        lines = [" ".join(part for part in (self.text, self.right) if part)]
        lines += [" | ".join(row) for row in (self.heads, *self.rows) if row]
        return "\n".join(line for line in lines if line)


@dataclass(frozen=True)
class Letter:
    """A letter as it stands on paper, in one language."""

    sender: str
    to: Sequence[str]
    subject: str
    paragraphs: Sequence[str]
    day: date
    tables: Sequence[Annexure] = field(default_factory=tuple)
    points: Sequence[str] = ()
    asking: str = ""
    number: str = ""
    is_petition: bool = False
    facts: Mapping[str, str] = field(default_factory=dict)  # what an office's own template may name

    @property
    def closing(self) -> list[str]:
        """Who signs. A petition is signed by her and her lawyer, by hand."""
        line = "_" * 30
        if self.is_petition:
            return [pgettext("petition", "The petitioner"), line, _("Through her lawyer"), line]
        return [_("Yours faithfully,"), line, self.sender]

    @property
    def foot(self) -> str:
        """What stands at the foot of each page until a lawyer approved it."""
        return "" if self.number else _("Draft: read it, sign it and send it yourself")

    def blocks(self) -> list[Block]:
        """Its words in the order in which the shipped template has them."""
        found = [Block("side", self.sender, f"{self.day:%d-%m-%Y}")]
        found += [Block("line", self.number)] if self.number else []
        found += [Block("line", line) for line in self.to]
        found.append(Block("title", self.subject))
        found += [Block("text", line) for line in self.paragraphs]
        found += [Block("point", line) for line in self.points]
        found += [Block("text", self.asking)] if self.asking else []
        found += [Block("line", line) for line in self.closing]
        for table in self.tables:
            found.append(Block("sub", table.title))
            found.append(
                Block("table", heads=table.heads, rows=table.rows, numbers=tuple(table.numbers))
            )
        return found

    @property
    def text(self) -> str:
        """Its words in one text, for the seal and for reading aloud."""
        return in_one_text(self.blocks())

    def context(self) -> dict[str, Any]:
        """What a template in Word may name, and nothing else."""
        lines = {"paragraphs": self.paragraphs, "points": self.points, "closing": self.closing}
        return {
            **self.facts,
            **{name: list(many) for name, many in lines.items()},
            "to": list(self.to),
            "sender": self.sender,
            "number": self.number,
            "day": f"{self.day:%d-%m-%Y}",
            "subject": self.subject,
            "asking": self.asking,
            "foot": self.foot,
            "tables": [asdict(table) for table in self.tables],
        }

    def pdf(self, language: str, *, made_at: datetime) -> bytes:
        """The letter as a tagged PDF."""
        with translation.override(language):
            return set_blocks(self.blocks(), language, foot=self.foot, made_at=made_at)


def in_one_text(blocks: Sequence[Block]) -> str:
    """The words of all blocks."""
    return "\n\n".join(block.words for block in blocks if block.words)


def set_blocks(
    blocks: Sequence[Block],
    language: str,
    *,
    made_at: datetime,
    foot: str = "",
    heading: Sequence[str] = (),
) -> bytes:
    """Blocks as a tagged PDF. `heading` are the lines of a letterhead."""
    title = next((block.text for block in blocks if block.kind == "title"), "") or _("Letter")
    words = {
        "language": language,
        "title": title,
        "foot": foot,
        "heading": list(heading),
        "blocks": [asdict(block) for block in blocks],
    }
    return typeset("letter.typ", words, made_at=made_at)


def language_of(text: str) -> str:
    """A language in which letters are written; English where it is none."""
    return text if text in LANGUAGES else "en"
