"""The saved page beside our record, field by field. Nothing changes until a difference is accepted, each by itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tafteesh.domain.proceedings.models import Hearing, Milestone
from tafteesh.domain.proceedings.queries import FirSheet
from tafteesh.interfaces.ecourts.case_status import CaseStatus, PastHearing
from tafteesh.reference.law.citations import read_sections
from tafteesh.reference.law.extent import may_exist

# How eCourts writes an Act, and how we cite it.
ACTS: Final = (
    (r"immoral\s+traffic|i\.?t\.?\(?p\.?\)?\.?\s*act|\bitpa\b", "ITPA"),
    (r"children\s+from\s+sexual|\bpocso\b|p\.o\.c\.s\.o", "POCSO"),
    (r"juvenile\s+justice|\bj\.?j\.?\s+act", "JJ"),
    (r"nagarik\s+suraksha|\bbnss\b", "BNSS"),
    (r"nyaya\s+sanhita|\bbns\b", "BNS"),
    (r"indian\s+penal|\bi\.?p\.?c\b", "IPC"),
    (r"criminal\s+procedure|\bcr\.?p\.?c\b", "CrPC"),
    (r"bonded\s+labour", "BLSA"),
    (r"child\s+marriage", "PCMA"),
)


class OtherCase(Exception):
    """The page is about another CNR than the record."""


@dataclass(frozen=True)
class Difference:
    """One thing that the page says otherwise. `key` names it; only some can be taken over."""

    key: str
    label: str
    ours: str
    theirs: str
    can_accept: bool = True


def differences(page: CaseStatus, sheet: FirSheet, today: date) -> list[Difference]:
    """Everything that differs, in the order of the page. Raises OtherCase."""
    if sheet.fir.cnr and sheet.fir.cnr != page.cnr:
        raise OtherCase
    return [
        *_of_the_case(page, sheet),
        *_next_date(page, sheet, today),
        *_sections(page, sheet),
        *_history(page, sheet, today),
        *_decision(page, sheet),
    ]


def _of_the_case(page: CaseStatus, sheet: FirSheet) -> Iterator[Difference]:
    fir = sheet.fir
    if not fir.cnr:
        yield Difference("cnr", _("CNR"), "", page.cnr)
    number = case_number(page)
    if number and _folded(number) != _folded(fir.court_number):
        yield Difference("court_number", _("Number of the court case"), fir.court_number, number)
    if page.court and _folded(page.court) != _folded(fir.court_words):
        yield Difference("court", _("Court"), fir.court_words, page.court)
    theirs = f"{page.fir_number}/{page.fir_year}" if page.fir_year else page.fir_number
    if page.fir_number and page.fir_number.lstrip("0") != str(fir.number):
        yield Difference("fir", _("FIR"), f"{fir.number}/{fir.year}", theirs, can_accept=False)


def case_number(page: CaseStatus) -> str:
    """The number under which the court has it, with its type."""
    return " ".join(part for part in (page.case_type, page.registration_number) if part)


def _next_date(page: CaseStatus, sheet: FirSheet, today: date) -> Iterator[Difference]:
    day = page.next_hearing
    if day is None or day < today:
        return
    coming = sorted(row.on for row in sheet.hearings if row.on >= today)
    if day not in coming:
        ours = ", ".join(_day(one) for one in coming)
        yield Difference("next", _("Next hearing"), ours, _day(day))


def _sections(page: CaseStatus, sheet: FirSheet) -> Iterator[Difference]:
    ours = {(one.row.act_words, one.row.number_words) for one in sheet.sections}
    renamed = {name for one in sheet.sections for name in one.counterparts}
    for act, number in cited(page):
        if (act, number) not in ours and f"{number} {act}" not in renamed:
            label = pgettext("eCourts", "Section")
            yield Difference(f"section {act} {number}", label, "", f"{number} {act}")
    for act, sections in page.acts:
        if act_of(act) is None:
            label = _("Act that we cannot read")
            yield Difference(f"act {act}", label, "", f"{act} {sections}".strip(), can_accept=False)


def act_of(words: str) -> str | None:
    """How we cite an Act that eCourts writes out."""
    text = words.lower()
    return next((act for pattern, act in ACTS if re.search(pattern, text)), None)


def cited(page: CaseStatus) -> list[tuple[str, str]]:
    """Sections on the page that could be read, as pairs of Act and number."""
    found: list[tuple[str, str]] = []
    for words, sections in page.acts:
        act = act_of(words)
        if act and sections:
            reading = read_sections(f"{sections.replace('/', ', ')} {act}", acts=may_exist)
            found += [(one.act, one.section) for one in reading.sections]
    return list(dict.fromkeys(found))


def past_days(page: CaseStatus) -> dict[date, PastHearing]:
    """Days on which the court did business, the first hearing among them."""
    days = {one.on: one for one in page.history}
    if page.first_hearing:
        days.setdefault(page.first_hearing, PastHearing(page.first_hearing, None, ""))
    return days


def _history(page: CaseStatus, sheet: FirSheet, today: date) -> Iterator[Difference]:
    told = {row.on: row for row in sheet.hearings if row.outcome != Hearing.Outcome.EXPECTED}
    expected = {row.on for row in sheet.hearings if row.outcome == Hearing.Outcome.EXPECTED}
    for day, past in sorted(past_days(page).items()):
        if day in told or day > today:
            continue
        ours = _("expected, nothing written") if day in expected else ""
        theirs = " · ".join(part for part in (_day(day), _stage(past)) if part)
        yield Difference(f"heard {day.isoformat()}", _("Hearing held"), ours, theirs)


def _stage(past: PastHearing) -> str:
    return str(dict(Hearing.Stage.choices).get(past.stage, ""))


def _decision(page: CaseStatus, sheet: FirSheet) -> Iterator[Difference]:
    day = page.decision_date
    if day is None or any(row.kind == Milestone.Kind.JUDGMENT for row in sheet.milestones):
        return
    theirs = " · ".join(part for part in (_day(day), page.disposal) if part)
    yield Difference("judgment", _("Decided"), "", theirs)


def _day(day: date) -> str:
    return f"{day:%d-%m-%Y}"


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
