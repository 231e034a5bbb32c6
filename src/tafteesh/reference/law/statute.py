"""Which code applies on which day. Days in, code out; no database.

The day of the offence decides between the Indian Penal Code and the Bharatiya Nyaya Sanhita; the day of
the stage decides between the Code of Criminal Procedure and the Bharatiya Nagarik Suraksha Sanhita.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NEW_CODES_FROM: Final = date(2024, 7, 1)


class Code(models.TextChoices):
    """A code of law, or that it cannot be told."""

    IPC = "IPC", _("Indian Penal Code (IPC)")
    BNS = "BNS", _("Bharatiya Nyaya Sanhita (BNS)")
    CRPC = "CrPC", _("Code of Criminal Procedure (CrPC)")
    BNSS = "BNSS", _("Bharatiya Nagarik Suraksha Sanhita (BNSS)")
    CANNOT_TELL = "cannot_tell", _("Cannot tell")


class Stage(models.TextChoices):
    """Where a proceeding stands, as far as the change of procedure asks."""

    INVESTIGATION = "investigation", _("Investigation")
    TRIAL = "trial", _("Trial or appeal")


@dataclass(frozen=True, slots=True)
class Statute:
    """The answer, and why."""

    code: Code
    because: str | Promise

    @property
    def is_certain(self) -> bool:
        return self.code is not Code.CANNOT_TELL


NOT_KNOWN = Statute(Code.CANNOT_TELL, _("The day is not known."))
BOTH = Statute(Code.CANNOT_TELL, _("The day is not exact: it may lie before or after 1 July 2024."))
UNSETTLED = Statute(
    Code.CANNOT_TELL,
    _("The FIR is older than 1 July 2024 and the stage is later: the High Courts differ."),
)


def penal_code(earliest: date | None, latest: date | None = None) -> Statute:
    """IPC or BNS by the day of the offence; an offence over a span of days by both its ends."""
    return _by_day(
        earliest,
        latest or earliest,
        Statute(Code.IPC, _("The offence was before 1 July 2024.")),
        Statute(Code.BNS, _("The offence was on or after 1 July 2024.")),
    )


def procedure_code(
    earliest: date | None,
    latest: date | None = None,
    *,
    stage: Stage = Stage.INVESTIGATION,
    fir_on: date | None = None,
) -> Statute:
    """CrPC or BNSS by the day of the stage; where the FIR is known to be older, by what is settled."""
    found = _by_day(
        earliest,
        latest or earliest,
        Statute(Code.CRPC, _("The stage was before 1 July 2024.")),
        Statute(Code.BNSS, _("The stage was on or after 1 July 2024.")),
    )
    if fir_on is None or fir_on >= NEW_CODES_FROM or found.code is Code.CRPC:
        return found
    if stage is Stage.INVESTIGATION:
        return Statute(
            Code.CRPC, _("The FIR is older than 1 July 2024: BNSS 531(2)(a) keeps CrPC.")
        )
    return UNSETTLED if found.code is Code.BNSS else found


def _by_day(earliest: date | None, latest: date | None, old: Statute, new: Statute) -> Statute:
    if earliest is None or latest is None:
        return NOT_KNOWN
    if latest < NEW_CODES_FROM:
        return old
    return new if earliest >= NEW_CODES_FROM else BOTH
