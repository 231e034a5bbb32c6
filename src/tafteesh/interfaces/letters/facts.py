"""The facts of a file from which a letter is written, gathered once."""

from dataclasses import dataclass, field, replace
from datetime import date

from django.utils.translation import gettext as _

from tafteesh.domain.compensation.chasing import Owed, owed
from tafteesh.domain.facts.duties import checklist
from tafteesh.domain.legalaid.clock import Waiting, waiting_on
from tafteesh.domain.proceedings.duties.checking import Checked
from tafteesh.domain.proceedings.models import (
    AccusedStatus,
    Fir,
    Hearing,
    InvestigationSpell,
    PoliceDiary,
)
from tafteesh.domain.proceedings.models import Letter as Row
from tafteesh.domain.proceedings.queries import AccusedNow, FirSheet, SheetBeside, fir_sheet
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.permissions import Permission

HELD = (AccusedStatus.Status.ARRESTED, AccusedStatus.Status.IN_CUSTODY)
FREE = (AccusedStatus.Status.NOT_ARRESTED, AccusedStatus.Status.ABSCONDING)
UNPAID = (Row.Kind.DLSA_UNPAID, Row.Kind.SLSA_UNPAID)
AID = (Row.Kind.DLSA_AID, Row.Kind.SLSA_AID)
OF_REPORTS = (Row.Kind.NO_FIR, Row.Kind.NO_FIR_COURT)
OF_LAPSES = (Row.Kind.TO_OC, Row.Kind.TO_SP, Row.Kind.TO_CID, Row.Kind.PUT_UP)


class AboutNoFir(Exception):
    """This letter is about a survivor who has no FIR."""


@dataclass(frozen=True)
class Facts:
    """One letter, its FIR where there is one, and what her file says of a lawyer and of money."""

    row: Row
    of_fir: FirSheet | None
    today: date
    sender: str
    waiting: Waiting | None = None
    owed: tuple[Owed, ...] = ()
    number: str = ""
    addressee: str = field(default="")
    lapses: tuple[Checked, ...] = ()
    diaries: tuple[PoliceDiary, ...] = ()  # about her, that are no FIR yet
    sent_before: tuple[Row, ...] = ()  # letters to the police about them

    @property
    def sheet(self) -> FirSheet:
        """The FIR with all that hangs on it. Raises AboutNoFir."""
        if self.of_fir is None:
            raise AboutNoFir(str(self.row.pk))
        return self.of_fir

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
    sheet = fir_sheet(actor, row.fir) if row.fir is not None else None
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
    if kind in OF_LAPSES and row.fir is not None:
        lapses = tuple(one for one in checklist(actor, row.fir) if one.is_lapse)
    facts = Facts(
        row, sheet, actor.today, sender, waiting, money, number, row.addressee_words, lapses
    )
    return with_reports(actor, facts) if kind in OF_REPORTS and hers else facts


def with_reports(actor: Actor, facts: Facts) -> Facts:
    """With the diaries of the police about her that are no FIR, and the letters that were sent about them."""
    hers = facts.row.survivor_file_id
    diaries = PoliceDiary.objects.visible_to(actor).filter(
        survivor_file=hers, withdrawn_at=None, fir=None
    )
    letters = Row.objects.visible_to(actor).filter(
        survivor_file=hers, withdrawn_at=None, kind=Row.Kind.NO_FIR, sent_on__isnull=False
    )
    return replace(
        facts,
        diaries=tuple(diaries.order_by("on", "id")),
        sent_before=tuple(letters.order_by("sent_on", "id")),
    )


def day_words(day: date | None) -> str:
    """A day on paper."""
    return f"{day:%d-%m-%Y}" if day else "–"
