"""The facts of a file from which a letter is written, gathered once."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from tafteesh.domain.compensation.chasing import Owed, owed
from tafteesh.domain.facts.duties import checklist
from tafteesh.domain.legalaid.clock import Waiting, waiting_on
from tafteesh.domain.proceedings.duties.checking import Checked
from tafteesh.domain.proceedings.models import AccusedStatus, Fir, Hearing, InvestigationSpell
from tafteesh.domain.proceedings.models import Letter as Row
from tafteesh.domain.proceedings.queries import AccusedNow, FirSheet, SheetBeside, fir_sheet
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.permissions import Permission

HELD = (AccusedStatus.Status.ARRESTED, AccusedStatus.Status.IN_CUSTODY)
FREE = (AccusedStatus.Status.NOT_ARRESTED, AccusedStatus.Status.ABSCONDING)
UNPAID = (Row.Kind.DLSA_UNPAID, Row.Kind.SLSA_UNPAID)
AID = (Row.Kind.DLSA_AID, Row.Kind.SLSA_AID)
OF_LAPSES = (Row.Kind.TO_OC, Row.Kind.TO_SP, Row.Kind.TO_CID, Row.Kind.PUT_UP)


@dataclass(frozen=True)
class Facts:
    """One letter, its FIR, and what her file says of a lawyer and of money."""

    row: Row
    sheet: FirSheet
    today: date
    sender: str
    waiting: Waiting | None = None
    owed: tuple[Owed, ...] = ()
    number: str = ""
    addressee: str = field(default="")
    lapses: tuple[Checked, ...] = ()

    @property
    def fir(self) -> Fir:
        return self.sheet.fir

    @property
    def sections(self) -> str:
        return ", ".join(one.words for one in self.sheet.sections)

    @property
    def case(self) -> str:
        """Which case it is: the FIR by its number, never a name."""
        return _("%(fir)s of %(day)s under %(sections)s") % {
            "fir": self.fir.reference,
            "day": day_words(self.fir.registered_earliest),
            "sections": self.sections,
        }

    @property
    def held(self) -> list[AccusedNow]:
        """Accused who are arrested or in custody today."""
        return [one for one in self.sheet.accused if one.now and one.now.status in HELD]

    @property
    def at_large(self) -> list[AccusedNow]:
        """Accused whom nobody has arrested."""
        return [one for one in self.sheet.accused if one.now and one.now.status in FREE]

    @property
    def next_hearing(self) -> Hearing | None:
        """The next day in court that is expected."""
        rows = [one for one in self.sheet.hearings if one.on >= self.today]
        return min(rows, key=lambda one: one.on, default=None)

    @property
    def now_with(self) -> InvestigationSpell | None:
        """Who has the investigation today."""
        rows = [one.row for one in self.sheet.spells if one.row.starts_on and not one.row.ends_on]
        return rows[-1] if rows else None

    @property
    def smaller(self) -> SheetBeside | None:
        """A charge sheet that leaves out what the FIR has."""
        return next((one for one in self.sheet.sheets if one.beside.is_smaller), None)

    @property
    def unanswered(self) -> list[Row]:
        """Letters about this case that went out and came to nothing."""
        rows = [one for one in self.sheet.letters if one.sent_on and not one.answered_on]
        return sorted(rows, key=lambda one: one.sent_on or self.today)


def facts_of(actor: Actor, row: Row, *, sender: str, number: str = "") -> Facts:
    """Everything that the letter may say, through her own door."""
    sheet = fir_sheet(actor, row.fir)
    hers, kind = row.survivor_file_id, Row.Kind(row.kind)
    waiting = None
    if hers and kind in AID:
        rows = waiting_on(actor, actor.today)
        waiting = next((one for one in rows if one.request.survivor_file_id == hers), None)
    money: tuple[Owed, ...] = ()
    if hers and kind in UNPAID and actor.holds(Permission.CLAIM_READ):
        money = tuple(
            one for one in owed(actor, actor.today) if one.standing.claim.survivor_file_id == hers
        )
    lapses: tuple[Checked, ...] = ()
    if kind in OF_LAPSES:
        lapses = tuple(one for one in checklist(actor, row.fir) if one.is_lapse)
    return Facts(
        row, sheet, actor.today, sender, waiting, money, number, row.addressee_words, lapses
    )


def day_words(day: date | None) -> str:
    """A day on paper."""
    return f"{day:%d-%m-%Y}" if day else "–"
