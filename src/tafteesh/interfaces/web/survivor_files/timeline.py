"""Her file in the order of days: one list made of what each part of the records knows."""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from tafteesh.domain.compensation.models import Claim, Order, Payment, Sanction
from tafteesh.domain.diary.models import Contact
from tafteesh.domain.files.models import (
    FileStatusSpell,
    Rescue,
    Restoration,
    ShelterSpell,
    SurvivorFile,
    Taking,
)
from tafteesh.domain.legalaid.models import Assignment, LegalAidRequest
from tafteesh.domain.papers.models import Paper
from tafteesh.domain.proceedings.models import (
    ChargeSheet,
    Correction,
    Fir,
    Hearing,
    InvestigationSpell,
)
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.models import Person
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.kernel.approx_date import ApproxDate
from tafteesh.interfaces.web.survivor_files.way import about
from tafteesh.interfaces.web.templatetags.formats import rupees
from tafteesh.interfaces.web.templatetags.shapes import Words

KINDS: tuple[tuple[str, Words], ...] = (
    ("court", pgettext_lazy("timeline", "Court")),
    ("money", pgettext_lazy("timeline", "Money")),
    ("contact", pgettext_lazy("timeline", "Contact")),
    ("papers", pgettext_lazy("timeline", "Papers")),
)
SHAPES = {
    "court": "court",
    "money": "money",
    "contact": "phone",
    "papers": "paper",
    "way": "person",
}


@dataclass(frozen=True)
class Entry:
    """One line of the timeline. `kind` is what the filter above it asks for."""

    on: date | ApproxDate | None
    kind: str
    title: Words
    words: Words = ""
    by_id: uuid.UUID | None = None
    by: str = ""
    url: str = ""  # the paper behind it
    drawn: str = ""  # another drawing than that of its kind
    row: Contact | None = None  # whose note belongs here
    note: Words = ""

    @property
    def day(self) -> date:
        """Where it stands in the order; unknown days stand last."""
        if isinstance(self.on, ApproxDate):
            return self.on.earliest
        return self.on or date.min

    @property
    def told(self) -> str:
        """Her own words for a day that is not exact."""
        return self.on.words if isinstance(self.on, ApproxDate) and not self.on.exact else ""

    @property
    def shape(self) -> str:
        return self.drawn or SHAPES[self.kind]


def _standing(model: Any, actor: Actor, **which: Any) -> QuerySet[Any]:
    rows: QuerySet[Any] = model.objects.visible_to(actor).filter(withdrawn_at=None, **which)
    return rows


@dataclass(frozen=True)
class Read:
    """What the page of her file has read already, so that the timeline need not ask again."""

    firs: Sequence[Fir]
    claims: Sequence[Claim]
    assignments: Sequence[Assignment]


def entries(actor: Actor, file: SurvivorFile, read: Read) -> list[Entry]:
    """Everything that happened, newest first. No account of what was done to her is ever here."""
    every = [*_way(actor, file), *_daily(actor, file, read.assignments)]
    if actor.holds(Permission.PROCEEDING_READ):
        every += _court(actor, read.firs)
    if actor.holds(Permission.CLAIM_READ):
        every += _money(actor, file, read.claims)
    people = {line.by_id for line in every if line.by_id}
    names = dict(Person.objects.filter(pk__in=people).values_list("pk", "name"))
    told = [replace(line, by=names.get(line.by_id, "")) if line.by_id else line for line in every]
    return sorted(told, key=lambda line: line.day, reverse=True)


def by_year(lines: list[Entry]) -> list[tuple[int | None, list[Entry]]]:
    """Lines under their year; days that nobody knows come last, under no year."""
    years: dict[int | None, list[Entry]] = {}
    for line in lines:
        years.setdefault(line.day.year if line.on else None, []).append(line)
    return list(years.items())


def _way(actor: Actor, file: SurvivorFile) -> Iterator[Entry]:
    if file.scope != SurvivorFile.Scope.VIOLENCE:
        for row in _standing(Taking, actor, survivor_file=file):
            yield Entry(
                about(row, "taken"), "way", _("Left home"), row.destination, row.recorded_by_id
            )
        for row in _standing(Rescue, actor, survivor_file=file):
            who = row.get_by_whom_display()
            yield Entry(about(row, "rescued"), "way", _("Came back"), who, row.recorded_by_id)
        yield from _sheltered(actor, file)
    for row in _standing(FileStatusSpell, actor, survivor_file=file):
        status = row.get_status_display()
        yield Entry(row.starts_on, "way", _("Status"), status, row.recorded_by_id)
    opened = about(file, "opened")
    yield Entry(opened, "way", _("The file was opened"), "", file.recorded_by_id)


def _sheltered(actor: Actor, file: SurvivorFile) -> Iterator[Entry]:
    for row in _standing(ShelterSpell, actor, survivor_file=file):
        words = row.get_area_display()
        yield Entry(row.starts_on, "way", _("Came to a shelter"), words, row.recorded_by_id)
        if row.ends_on:
            yield Entry(row.ends_on, "way", _("Left the shelter"), words, row.recorded_by_id)
    for row in _standing(Restoration, actor, survivor_file=file):
        if row.restored_on:
            yield Entry(row.restored_on, "way", _("Home again"), row.from_place, row.recorded_by_id)


def _court(actor: Actor, firs: Sequence[Fir]) -> Iterator[Entry]:
    for fir in firs:
        words = f"{fir.reference} · {fir.get_area_display()}"
        yield Entry(about(fir, "registered"), "court", _("FIR"), words, fir.recorded_by_id)
    ids = [fir.pk for fir in firs]
    for row in _standing(InvestigationSpell, actor, fir__in=ids):
        day = row.received_on or row.starts_on
        yield Entry(day, "court", _("Investigated by"), row.agency_words, row.recorded_by_id)
    for row in _standing(ChargeSheet, actor, fir__in=ids):
        kind = row.get_kind_display()
        yield Entry(about(row, "filed"), "court", kind, row.number, row.recorded_by_id)
    for row in _standing(Hearing, actor, fir__in=ids):
        following = _("next %(day)s") % {"day": f"{row.next_on:%d-%m-%Y}"} if row.next_on else ""
        told = (
            row.get_outcome_display(),
            row.get_why_display(),
            row.get_stage_display(),
            row.court_words,
            following,
        )
        yield Entry(row.on, "court", _("Hearing"), _joined(*told), row.recorded_by_id)
    for row in _standing(Correction, actor, fir__in=ids):
        words = _joined(row.get_reason_display(), row.get_forum_display(), row.get_result_display())
        yield Entry(row.filed_on, "court", _("Procedural correction"), words, row.recorded_by_id)


def _money(actor: Actor, file: SurvivorFile, claims: Sequence[Claim]) -> Iterator[Entry]:
    for row in claims:
        words = _joined(row.filed_at_words, rupees(row.asked_paise))
        yield Entry(row.filed_on, "money", _("Claim filed"), words, row.recorded_by_id)
    for row in _standing(Order, actor, survivor_file=file):
        amount = rupees(row.amount_paise) if row.amount_paise else ""
        words = _joined(amount, row.authority_words, row.get_her_answer_display() if amount else "")
        kind = row.get_kind_display()
        yield Entry(row.ordered_on, "money", kind, words, row.recorded_by_id)
    for row in _standing(Sanction, actor, survivor_file=file):
        waiting = _("waits for funds") if row.waiting_for_funds else ""
        words = _joined(rupees(row.amount_paise), waiting)
        yield Entry(
            row.sanctioned_on, "money", _("Released by the authority"), words, row.recorded_by_id
        )
    for row in _standing(Payment, actor, survivor_file=file):
        words = _joined(rupees(row.amount_paise), "" if row.proof_id else _("no bank paper yet"))
        yield Entry(row.credited_on, "money", _("Money in her account"), words, row.recorded_by_id)


def _daily(actor: Actor, file: SurvivorFile, assignments: Sequence[Assignment]) -> Iterator[Entry]:
    for row in _standing(LegalAidRequest, actor, survivor_file=file):
        words = row.authority_words
        yield Entry(row.requested_on, "court", _("Legal aid asked for"), words, row.recorded_by_id)
    for row in assignments:
        words = _joined(row.lawyer.name, row.get_lawyer_kind_display())
        yield Entry(row.starts_on, "court", _("Lawyer"), words, row.recorded_by_id)
    for row in _standing(Contact, actor, survivor_file=file):
        reached = "" if row.reached else _("not reached")
        words = _joined(row.get_about_display(), reached)
        drawn = "phone" if row.mode == Contact.Mode.PHONE else "visit"
        mode = row.get_mode_display()
        noted = row if row.note_sealed else None
        yield Entry(row.on, "contact", mode, words, row.worker_id, drawn=drawn, row=noted)
    for row in _standing(Paper, actor, survivor_file=file):
        opens = row.stored_as and actor.holds(Permission.IDENTITY_LOOK)
        url = reverse("files:scan", kwargs={"paper_id": row.pk}) if opens else ""
        words = _joined(row.issued_by_words, *row.proved)
        kind = row.get_kind_display()
        yield Entry(row.dated_on, "papers", kind, words, row.recorded_by_id, url=url)


def _joined(*words: object) -> str:
    return " · ".join(str(word) for word in words if word)
