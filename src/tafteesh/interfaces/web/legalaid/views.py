"""Who has a free lawyer today, whom each lawyer acts for, and the way of one survivor to hers."""

import uuid
from datetime import timedelta

from django.http import HttpResponse

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.legalaid.clock import reminders_of
from tafteesh.domain.legalaid.models import (
    FREE_FOR_HER,
    Assignment,
    Complaint,
    LawyerConflict,
    LegalAidRequest,
)
from tafteesh.domain.legalaid.queries import (
    PAGE,
    acting,
    cover,
    gaps,
    last_need,
    lawyers_with_load,
)
from tafteesh.domain.legalaid.rules import ANSWER_DAYS
from tafteesh.domain.legalaid.work import work_of
from tafteesh.domain.proceedings.life import letters_alone
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.accuracy import accuracy_words
from tafteesh.interfaces.web.asking import door, found
from tafteesh.interfaces.web.legalaid.clock import may_escalate
from tafteesh.interfaces.web.page import StaffRequest, page, show

MOST_SEEN = 10
A_YEAR = timedelta(days=365)


@page(Permission.PROCEEDING_READ)
def cover_page(request: StaffRequest) -> HttpResponse:
    """Cover today: everyone without a free lawyer on top, then the lawyers."""
    asked = request.GET.get("from", "")
    start = int(asked) if asked.isdecimal() and len(asked) < 8 else 0
    told = cover(request.actor)
    without = told.wanting - told.covered
    return show(
        request,
        "legalaid/cover.html",
        cover=told,
        without=without,
        gaps=gaps(request.actor, start),
        older=f"?from={start + PAGE}" if without > start + PAGE else "",
        lawyers=list(lawyers_with_load(request.actor)[:20]),
        answer_days=ANSWER_DAYS,
        stamp=accuracy_words(request, "I11"),
        may_write=request.actor.holds(Permission.LEGALAID_WRITE),
    )


@page(Permission.PROCEEDING_READ)
def lawyers(request: StaffRequest) -> HttpResponse:
    """Every lawyer known to the programme, with load and next date."""
    return show(
        request,
        "legalaid/lawyers.html",
        lawyers=list(lawyers_with_load(request.actor)[:500]),
        may_write=request.actor.holds(Permission.LEGALAID_WRITE),
    )


@page(Permission.PROCEEDING_READ)
def lawyer_page(request: StaffRequest, lawyer_id: uuid.UUID) -> HttpResponse:
    """One lawyer: the files within reach in which she acts, the next date first, and the earlier ones."""
    lawyer = found(lawyers_with_load(request.actor), request, lawyer_id)
    hers = door(Assignment, request).filter(lawyer=lawyer).select_related("survivor_file")
    now = acting(request.actor).filter(lawyer=lawyer).select_related("survivor_file")
    return show(
        request,
        "legalaid/lawyer.html",
        lawyer=lawyer,
        current=list(now.order_by("survivor_file__next_hearing_on", "starts_on")[:200]),
        earlier=list(hers.filter(ends_on__lte=request.actor.today).order_by("-ends_on")[:100]),
        is_free=lawyer.kind in FREE_FOR_HER,
        work=work_of(request.actor, lawyer, request.actor.today - A_YEAR, request.actor.today),
        may_write=request.actor.holds(Permission.LEGALAID_WRITE),
    )


@page(Permission.PROCEEDING_READ)
def file_cover(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """One survivor's legal aid: what she wants, what was asked for, who acted from when to when."""
    file = found(door(SurvivorFile, request), request, file_id)
    today = request.actor.today
    requests = list(
        door(LegalAidRequest, request).filter(survivor_file=file).order_by("-requested_on")
    )
    written = reminders_of(request.actor, requests)
    spells = door(Assignment, request).filter(survivor_file=file).select_related("lawyer")
    return show(
        request,
        "legalaid/file.html",
        file=file,
        need=last_need(request.actor, file),
        letters=letters_alone(request.actor, file),
        may_correct=request.actor.holds(Permission.CORRECTION_WRITE),
        conflicts=list(
            door(LawyerConflict, request).filter(survivor_file=file).select_related("lawyer")
        ),
        complaints=list(door(Complaint, request).filter(survivor_file=file).order_by("-asked_on")),
        requests=[
            {
                "row": row,
                "days": ((row.answered_on or today) - row.requested_on).days,
                "letters": written.get(row.pk, []),
                "may_escalate": may_escalate(row, request),
            }
            for row in requests
        ],
        spells=[
            {
                "row": row,
                "is_now": row.starts_on <= today and (row.ends_on is None or row.ends_on > today),
                "is_free": row.lawyer_kind in FREE_FOR_HER,
                "seen": list(row.appearances.filter(withdrawn_at=None).order_by("-on")[:MOST_SEEN]),
                "filed": list(
                    row.filings.filter(withdrawn_at=None).order_by("-filed_on")[:MOST_SEEN]
                ),
                "word": row.words.filter(withdrawn_at=None).order_by("-asked_on", "-pk").first(),
            }
            for row in spells.order_by("-starts_on")
        ],
        answer_days=ANSWER_DAYS,
        may_write=request.actor.holds(Permission.LEGALAID_WRITE),
    )
