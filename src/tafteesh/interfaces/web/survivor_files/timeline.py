"""Her file in the order of days: one list made of what each part of the records knows."""

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from tafteesh.domain.compensation.models import Claim, Order
from tafteesh.domain.diary.models import Contact
from tafteesh.domain.files.models import Rescue, SurvivorFile
from tafteesh.domain.files.models.story import Area
from tafteesh.domain.legalaid.models import Assignment
from tafteesh.domain.papers.models import Paper
from tafteesh.domain.proceedings.models import ChargeSheet, Correction, Fir, Hearing
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.kernel.approx_date import ApproxDate
from tafteesh.interfaces.web.moulds import Lasting, address, words_of
from tafteesh.interfaces.web.survivor_files.told import OF_FILE, OF_FIRS, Told, told_of
from tafteesh.interfaces.web.survivor_files.way import about
from tafteesh.interfaces.web.templatetags.formats import rupees, written
from tafteesh.interfaces.web.templatetags.shapes import Words

Rows = Mapping[str, Sequence[Told]]
KINDS: Lasting[tuple[str, Words]] = Lasting(
    (
        ("court", pgettext_lazy("timeline", "Court")),
        ("money", pgettext_lazy("timeline", "Money")),
        ("contact", pgettext_lazy("timeline", "Contact")),
        ("papers", pgettext_lazy("timeline", "Papers")),
    )
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
    noted: uuid.UUID | None = None  # the contact whose note belongs here
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


@dataclass(frozen=True)
class Read:
    """What the page of her file has read already, so that the timeline need not ask again."""

    firs: Sequence[Fir]
    claims: Sequence[Claim]
    assignments: Sequence[Assignment]


def entries(actor: Actor, file: SurvivorFile, read: Read) -> list[Entry]:
    """Everything that happened, newest first. No account of what was done to her is ever here."""
    trafficking = file.scope != SurvivorFile.Scope.VIOLENCE
    money = actor.holds(Permission.CLAIM_READ)
    told = told_of(OF_FILE(actor, file_id=file.pk, trafficking=trafficking, money=money))
    every = [*_way(file, told), *_daily(actor, told, read.assignments)]
    if actor.holds(Permission.PROCEEDING_READ):
        firs = tuple(fir.pk for fir in read.firs)
        every += _court(read.firs, told_of(OF_FIRS(actor, firs=firs) if firs else ()))
    if money:
        every += _money(told, read.claims)
    return sorted(every, key=lambda line: line.day, reverse=True)


def people_of(lines: Iterable[Entry]) -> set[uuid.UUID]:
    """Those who wrote the lines."""
    return {line.by_id for line in lines if line.by_id}


def with_names(lines: Iterable[Entry], names: Mapping[uuid.UUID, str]) -> list[Entry]:
    """The lines with the names of those who wrote them."""
    return [replace(line, by=names.get(line.by_id, "")) if line.by_id else line for line in lines]


def by_year(lines: list[Entry]) -> list[tuple[int | None, list[Entry]]]:
    """Lines under their year; days that nobody knows come last, under no year."""
    years: dict[int | None, list[Entry]] = {}
    for line in lines:
        years.setdefault(line.day.year if line.on else None, []).append(line)
    return list(years.items())


def _about(row: Told) -> ApproxDate | None:
    """The day of a row that may not be exact."""
    if row.on is None or row.until is None:
        return None
    return ApproxDate(row.on, row.until, row.words)


def _way(file: SurvivorFile, told: Rows) -> Iterator[Entry]:
    for row in told.get("Taking", ()):
        yield Entry(_about(row), "way", _("Left home"), row.first, row.by)
    came_by = words_of(Rescue.By)
    for row in told.get("Rescue", ()):
        yield Entry(_about(row), "way", _("Came back"), came_by[row.first], row.by)
    yield from _sheltered(told)
    statuses = words_of(SurvivorFile.Status)
    for row in told.get("FileStatusSpell", ()):
        yield Entry(row.on, "way", _("Status"), statuses[row.first], row.by)
    opened = about(file, "opened")
    yield Entry(opened, "way", _("The file was opened"), "", file.recorded_by_id)


def _sheltered(told: Rows) -> Iterator[Entry]:
    areas = words_of(Area)
    for row in told.get("ShelterSpell", ()):
        words = areas[row.first]
        yield Entry(row.on, "way", _("Came to a shelter"), words, row.by)
        if row.until:
            yield Entry(row.until, "way", _("Left the shelter"), words, row.by)
    for row in told.get("Restoration", ()):
        if row.on:
            yield Entry(row.on, "way", _("Home again"), row.first, row.by)


def _court(firs: Sequence[Fir], told: Rows) -> Iterator[Entry]:
    for fir in firs:
        words = f"{fir.reference} · {fir.get_area_display()}"
        yield Entry(about(fir, "registered"), "court", _("FIR"), words, fir.recorded_by_id)
    for row in told.get("InvestigationSpell", ()):
        yield Entry(row.on, "court", _("Investigated by"), row.first, row.by)
    kinds = words_of(ChargeSheet.Kind)
    for row in told.get("ChargeSheet", ()):
        yield Entry(_about(row), "court", kinds[row.first], row.second, row.by)
    outcomes, whys = words_of(Hearing.Outcome), words_of(Hearing.Why)
    stages = words_of(Hearing.Stage)
    for row in told.get("Hearing", ()):
        following = _("next %(day)s") % {"day": written(row.until)} if row.until else ""
        said = (outcomes[row.first], whys[row.second], stages[row.third])
        words = _joined(*said, row.fourth, following)
        yield Entry(row.on, "court", _("Hearing"), words, row.by)
    reasons, forums = words_of(Correction.Reason), words_of(Correction.Forum)
    results = words_of(Correction.Result)
    for row in told.get("Correction", ()):
        forum, result = forums[row.second], results[row.third]
        words = _joined(reasons[row.first], forum, result)
        yield Entry(row.on, "court", _("Procedural correction"), words, row.by)


def _money(told: Rows, claims: Sequence[Claim]) -> Iterator[Entry]:
    for claim in claims:
        words = _joined(claim.filed_at_words, rupees(claim.asked_paise))
        yield Entry(claim.filed_on, "money", _("Claim filed"), words, claim.recorded_by_id)
    kinds, answers = words_of(Order.Kind), words_of(Order.HerAnswer)
    for row in told.get("Order", ()):
        amount = rupees(row.paise) if row.paise else ""
        answer = answers[row.third] if amount else ""
        words = _joined(amount, row.second, answer)
        yield Entry(row.on, "money", kinds[row.first], words, row.by)
    for row in told.get("Sanction", ()):
        words = _joined(rupees(row.paise), _("waits for funds") if row.yes else "")
        yield Entry(row.on, "money", _("Released by the authority"), words, row.by)
    for row in told.get("Payment", ()):
        words = _joined(rupees(row.paise), "" if row.yes else _("no bank paper yet"))
        yield Entry(row.on, "money", _("Money in her account"), words, row.by)


def _daily(actor: Actor, told: Rows, assignments: Sequence[Assignment]) -> Iterator[Entry]:
    for row in told.get("LegalAidRequest", ()):
        yield Entry(row.on, "court", _("Legal aid asked for"), row.first, row.by)
    for one in assignments:
        words = _joined(one.lawyer.name, one.get_lawyer_kind_display())
        yield Entry(one.starts_on, "court", _("Lawyer"), words, one.recorded_by_id)
    modes, abouts = words_of(Contact.Mode), words_of(Contact.About)
    for row in told.get("Contact", ()):
        reached = "" if row.yes else _("not reached")
        words = _joined(abouts[row.second], reached)
        drawn = "phone" if row.first == Contact.Mode.PHONE else "visit"
        mode = modes[row.first]
        noted = row.pk if row.third == "true" else None
        yield Entry(row.on, "contact", mode, words, row.by, drawn=drawn, noted=noted)
    kinds, proofs = words_of(Paper.Kind), words_of(Paper.Proves)
    for row in told.get("Paper", ()):
        opens = row.yes and actor.holds(Permission.IDENTITY_LOOK)
        url = address("files:scan", paper_id=row.pk) if opens else ""
        proved = [proofs[code] for code in row.third.split(",") if code in proofs]
        words = _joined(row.second, *proved)
        kind = kinds[row.first]
        yield Entry(row.on, "papers", kind, words, row.by, url=url)


def _joined(*words: object) -> str:
    return " · ".join(str(word) for word in words if word)
