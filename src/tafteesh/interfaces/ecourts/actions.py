"""A page was read, and what of it was taken over: each difference by an action of its own."""

from django.db import transaction  # noqa: TID251 - these are actions

from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import Fir, Hearing, Milestone
from tafteesh.domain.proceedings.queries import FirSheet
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.kernel.approx_date import ApproxDate
from tafteesh.interfaces.ecourts.case_status import CaseStatus
from tafteesh.interfaces.ecourts.differences import (
    case_number,
    cited,
    differences,
    past_days,
)


class NoSuchDifference(Exception):
    """The record says so already, or the page does not say it."""


@transaction.atomic
def note_reading(*, fir: Fir, by: Actor) -> None:
    """Somebody read a saved page about this FIR: a line in the log, and nothing else."""
    require(by, Permission.PROCEEDING_WRITE)
    write_log(Event.COURT_PAGE_READ, about=fir, by=by)


@transaction.atomic
def accept_difference(*, page: CaseStatus, sheet: FirSheet, key: str, by: Actor) -> None:
    """Take one difference over. Raises NoSuchDifference, OtherCase (of `differences`)."""
    require(by, Permission.PROCEEDING_WRITE)
    known = {one.key for one in differences(page, sheet, by.today) if one.can_accept}
    if key not in known:
        raise NoSuchDifference(key)
    _take(page, sheet, key, by)
    write_log(Event.COURT_PAGE_READ, about=sheet.fir, by=by, fields=[key.split(" ", maxsplit=1)[0]])


def _take(page: CaseStatus, sheet: FirSheet, key: str, by: Actor) -> None:
    fir, what = sheet.fir, key.split(" ", maxsplit=1)[0]
    if what in ("cnr", "court_number", "court"):
        column, value = {
            "cnr": ("cnr", page.cnr),
            "court_number": ("court_number", case_number(page)),
            "court": ("court_words", page.court),
        }[what]
        actions.change_fir(fir=fir, changes={column: value}, by=by)
    elif what == "next" and page.next_hearing:
        result = actions.HearingResult(
            page.next_hearing, Hearing.Outcome.EXPECTED, court=page.court
        )
        actions.record_hearing(fir=fir, result=result, by=by)
    elif what == "section":
        pair = next(one for one in cited(page) if key == f"section {one[0]} {one[1]}")
        day = page.registration_date or page.filing_date or by.today
        actions.add_sections(fir=fir, sections=[pair], added_on=day, by=by)
    elif what == "heard":
        _heard(page, sheet, key, by)
    elif what == "judgment" and page.decision_date:
        on = ApproxDate(page.decision_date, page.decision_date)
        new = actions.NewMilestone(Milestone.Kind.JUDGMENT, on)
        actions.record_milestone(fir=fir, new=new, by=by)


def _heard(page: CaseStatus, sheet: FirSheet, key: str, by: Actor) -> None:
    """The court sat on that day. What happened the page does not say: the outcome is not known yet."""
    past = next(one for day, one in past_days(page).items() if key == f"heard {day.isoformat()}")
    ours = {row.on for row in sheet.hearings}
    following = past.next_on
    if following and following < by.today and following not in ours:
        following = None
    if following and following <= past.on:
        following = None
    details: dict[str, object] = {"stage": past.stage}
    result = actions.HearingResult(
        past.on, Hearing.Outcome.NOT_KNOWN, following, court=page.court, details=details
    )
    actions.record_hearing(fir=sheet.fir, result=result, by=by)
