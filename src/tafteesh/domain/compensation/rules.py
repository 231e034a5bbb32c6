"""The ladder of letters, the papers a forum asks for, and whether money can reach her account."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Final

from tafteesh.domain.papers.models import Paper

HOME_STATE: Final = "WB"
RUNGS: Final = ("reminder", "slsa", "nalsa", "high_court")
DAYS_A_RUNG: Final = 30  # what the programme waits before it goes one step higher

NEEDED: Final = (
    Paper.Kind.FIR, Paper.Kind.CHARGE_SHEET, Paper.Kind.STATEMENT, Paper.Kind.MEDICAL,
    Paper.Kind.AGE_PROOF, Paper.Kind.IDENTITY, Paper.Kind.BANK,
)  # fmt: skip
# A trial court has the police papers before it: it asks for what only she can bring.
NEEDED_IN_COURT: Final = (
    Paper.Kind.MEDICAL, Paper.Kind.AGE_PROOF, Paper.Kind.IDENTITY, Paper.Kind.BANK,
)  # fmt: skip


class Forum(StrEnum):
    """Where a claim lies, read from the words in which it was written down."""

    COURT = "court"
    AUTHORITY = "authority"


def forum_of(words: str, said: str = "") -> Forum:
    """A trial court, or a legal services authority: as it was said, else as the words have it."""
    if said in ("court", "dlsa", "slsa"):
        return Forum.COURT if said == "court" else Forum.AUTHORITY
    return Forum.COURT if "court" in words.lower() else Forum.AUTHORITY


def papers_needed(filed_at: str, said: str = "") -> tuple[Paper.Kind, ...]:
    """The papers that a forum asks for."""
    return NEEDED_IN_COURT if forum_of(filed_at, said) is Forum.COURT else NEEDED


def next_rung(sent: Iterable[tuple[str, date]], today: date) -> str:
    """The next letter: a reminder first, one step higher thirty days after the last; "" while it waits."""
    last, day = "", date.min
    for rung, on in sent:
        if rung in RUNGS and (not last or RUNGS.index(rung) >= RUNGS.index(last)):
            last, day = rung, max(day, on)
    if not last:
        return RUNGS[0]
    if (today - day).days < DAYS_A_RUNG:
        return ""
    return RUNGS[min(RUNGS.index(last) + 1, len(RUNGS) - 1)]
