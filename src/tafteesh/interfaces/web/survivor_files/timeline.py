"""Her file in the order of days: one list made of what each part of the records knows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext as _

from tafteesh.domain.compensation.models import Claim, Order, Payment
from tafteesh.domain.diary.models import Contact
from tafteesh.domain.files.models import Rescue, SurvivorFile, Taking
from tafteesh.domain.legalaid.models import Assignment
from tafteesh.domain.papers.models import Paper
from tafteesh.domain.proceedings.models import (
    ChargeSheet,
    Correction,
    Fir,
    Hearing,
    InvestigationSpell,
)
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.kernel.approx_date import ApproxDate
from tafteesh.foundation.kernel.money import rupees

KINDS = ("court", "money", "contact", "papers", "way")


@dataclass(frozen=True)
class Entry:
    """One line of the timeline. `kind` is what the filter above it asks for."""

    on: date | ApproxDate | None
    kind: str
    title: str | LazyText
    words: str | LazyText = ""

    @property
    def day(self) -> date:
        """Where it stands in the order; unknown days stand last."""
        if isinstance(self.on, ApproxDate):
            return self.on.earliest
        return self.on or date.min


def _about(row: Any, name: str) -> ApproxDate | None:
    earliest, latest = getattr(row, f"{name}_earliest"), getattr(row, f"{name}_latest")
    if earliest is None:
        return None
    return ApproxDate(earliest, latest, getattr(row, f"{name}_words", ""))


def _standing(model: Any, actor: Actor, **which: Any) -> QuerySet[Any]:
    rows: QuerySet[Any] = model.objects.visible_to(actor).filter(withdrawn_at=None, **which)
    return rows


def entries(actor: Actor, file: SurvivorFile, firs: list[Fir]) -> list[Entry]:
    """Everything that happened, newest first. No account of what was done to her is ever here."""
    every = [*_way(actor, file), *_court(actor, firs), *_money(actor, file), *_daily(actor, file)]
    return sorted(every, key=lambda entry: entry.day, reverse=True)


def _way(actor: Actor, file: SurvivorFile) -> Iterator[Entry]:
    for row in _standing(Taking, actor, survivor_file=file):
        yield Entry(_about(row, "taken"), "way", _("Left home"), row.destination)
    for row in _standing(Rescue, actor, survivor_file=file):
        yield Entry(_about(row, "rescued"), "way", _("Came back"), row.get_by_whom_display())
    opened = _about(file, "opened")
    yield Entry(opened, "way", _("The file was opened"))


def _court(actor: Actor, firs: list[Fir]) -> Iterator[Entry]:
    for fir in firs:
        yield Entry(
            _about(fir, "registered"),
            "court",
            _("FIR"),
            f"{fir.reference} · {fir.get_area_display()}",
        )
    ids = [fir.pk for fir in firs]
    for row in _standing(InvestigationSpell, actor, fir__in=ids):
        yield Entry(
            row.received_on or row.starts_on, "court", _("Investigated by"), row.agency_words
        )
    for row in _standing(ChargeSheet, actor, fir__in=ids):
        yield Entry(_about(row, "filed"), "court", row.get_kind_display(), row.number)
    for row in _standing(Hearing, actor, fir__in=ids):
        following = _("next %(day)s") % {"day": f"{row.next_on:%d-%m-%Y}"} if row.next_on else ""
        words = " · ".join(w for w in (row.get_outcome_display(), row.court_words, following) if w)
        yield Entry(row.on, "court", _("Hearing"), words)
    for row in _standing(Correction, actor, fir__in=ids):
        words = (
            f"{row.get_reason_display()} · {row.get_forum_display()} · {row.get_result_display()}"
        )
        yield Entry(row.filed_on, "court", _("Procedural correction"), words)


def _money(actor: Actor, file: SurvivorFile) -> Iterator[Entry]:
    for row in _standing(Claim, actor, survivor_file=file):
        asked = rupees(row.asked_paise) if row.asked_paise else ""
        yield Entry(
            row.filed_on, "money", _("Claim filed"), f"{row.filed_at_words} {asked}".strip()
        )
    for row in _standing(Order, actor, survivor_file=file):
        amount = rupees(row.amount_paise) if row.amount_paise else ""
        words = f"{amount} · {row.get_her_answer_display()}" if amount else ""
        yield Entry(row.ordered_on, "money", row.get_kind_display(), words)
    for row in _standing(Payment, actor, survivor_file=file):
        proof = "" if row.proof_id else " · " + _("no bank paper yet")
        yield Entry(
            row.credited_on, "money", _("Money in her account"), rupees(row.amount_paise) + proof
        )


def _daily(actor: Actor, file: SurvivorFile) -> Iterator[Entry]:
    for row in _standing(Assignment, actor, survivor_file=file).select_related("lawyer"):
        words = f"{row.lawyer.name} · {row.get_lawyer_kind_display()}"
        yield Entry(row.starts_on, "court", _("Lawyer"), words)
    for row in _standing(Contact, actor, survivor_file=file):
        yield Entry(row.on, "contact", row.get_mode_display(), row.get_about_display())
    for row in _standing(Paper, actor, survivor_file=file):
        yield Entry(row.dated_on, "papers", row.get_kind_display(), row.issued_by_words)
