"""The check screen: one field, its paper beside it, one key a verdict."""

import uuid
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from tafteesh.domain.checking import actions
from tafteesh.domain.checking.fields import BY_CODE
from tafteesh.domain.checking.models import CheckRound, FieldCheck
from tafteesh.domain.checking.queries import open_for
from tafteesh.domain.papers.models import Paper
from tafteesh.domain.quality.fields import BY_CODE as CORRECTABLE
from tafteesh.domain.quality.fields import CHECKED_AS
from tafteesh.domain.quality.models import FieldChange
from tafteesh.domain.quality.queries import as_it_stood
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import door, found
from tafteesh.interfaces.web.check_data.papers_beside import papers_beside
from tafteesh.interfaces.web.check_data.rounds import round_of
from tafteesh.interfaces.web.page import StaffRequest, not_there, page, show
from tafteesh.interfaces.web.templatetags.shapes import Words

K = Paper.Kind
PROVED_BY: dict[str, tuple[str, ...]] = {
    "born": (K.AGE_PROOF, K.IDENTITY),
    "gender": (K.IDENTITY,),
    "taken": (K.FIR, K.STATEMENT),
    "rescued": (K.FIR, K.ORDER),
    "fir_number": (K.FIR,),
    "fir_station": (K.FIR,),
    "fir_date": (K.FIR,),
    "copy_given": (K.FIR,),
    "agency": (K.ORDER, K.REPLY),
    "received": (K.REPLY, K.LETTER),
    "charge_sheet": (K.CHARGE_SHEET,),
    "next_hearing": (K.ORDER,),
    "correction": (K.APPLICATION, K.ORDER),
    "claim_filed": (K.APPLICATION, K.REPLY),
    "ordered_on": (K.ORDER,),
    "ordered": (K.ORDER,),
    "credited": (K.BANK,),
    "lawyer": (K.ORDER, K.LETTER),
}


@dataclass(frozen=True)
class Key:
    """One verdict, its letter and its button."""

    letter: str
    verdict: str
    words: Words


V = FieldCheck.Verdict
VERDICT_KEYS = (
    Key("y", V.MATCHES, pgettext_lazy("verdict", "Matches")),
    Key("n", V.DIFFERS, pgettext_lazy("verdict", "Differs")),
    Key("m", V.NO_PAPER, pgettext_lazy("verdict", "No paper")),
    Key("u", V.UNREADABLE, pgettext_lazy("verdict", "Cannot be read")),
    Key("a", V.NOT_APPLICABLE, pgettext_lazy("verdict", "Does not apply")),
)
SKIP_KEY = Key("s", "", pgettext_lazy("verdict", "Skip"))
UNDO_KEY = Key("z", "", pgettext_lazy("verdict", "Undo the last"))
REFUSED: dict[type[Exception], Words] = {
    actions.EnteredByHerself: gettext_lazy(
        "You entered this value: somebody else checks it. Here is the next one."
    ),
    actions.SawItBefore: gettext_lazy(
        "You looked at this field before: the second look is another person's."
    ),
    actions.JudgedAlready: gettext_lazy(
        "Somebody else checked this field a moment ago. Here is the next one."
    ),
    actions.RoundIsClosed: gettext_lazy("The round was closed. Its verdicts stand."),
}


@page(Permission.RECORD_CHECK)
def check(request: StaffRequest, round_id: uuid.UUID) -> HttpResponse:
    """The next field that she may judge, its paper on the left."""
    row = round_of(request, round_id)
    if row.closed_at or not row.drawn_at:
        return redirect("check_data:round", round_id=row.pk)
    waiting = open_for(request.actor, row).select_related("survivor_file")
    left = waiting.count()
    skipped = _number(request.GET.get("skip"), below=left)
    current = waiting[skipped : skipped + 1].first()
    shared = {
        "round": row,
        "left": left,
        "done": _mine(request, row).count(),
        "can_undo": _mine(request, row).exists(),
        "undo_key": UNDO_KEY,
    }
    if current is None:
        return show(request, "check_data/check.html", check=None, **shared)
    return show(
        request,
        "check_data/check.html",
        check=current,
        field=BY_CODE[current.field].label,
        value=_value(request, current),
        record=_record(request, current),
        verdicts=VERDICT_KEYS,
        skip_key=SKIP_KEY,
        skip=skipped,
        skip_url=f"?skip={(skipped + 1) % left}",
        page_keys=(*VERDICT_KEYS, SKIP_KEY, UNDO_KEY),
        **papers_beside(
            request,
            [current.survivor_file_id],
            PROVED_BY.get(current.field, ()),
            {"skip": skipped} if skipped else {},
            _row(request, current),
        ),
        **shared,
    )


def _number(text: str | None, *, below: int) -> int:
    number = int(text) if text and text.isascii() and text.isdecimal() and len(text) < 7 else 0
    return number if number < below else 0


def _mine(request: StaffRequest, row: CheckRound) -> Any:  # a query set of checks
    checks = FieldCheck.objects.visible_to(request.actor)
    return checks.filter(drawn__round=row, checked_by_id=request.actor.person_id)


def _row(request: StaffRequest, check: FieldCheck) -> Any:  # a row of the field's table
    """The record that was drawn, through her own door."""
    rows = BY_CODE[check.field].model.objects.visible_to(request.actor)  # type: ignore[attr-defined] # every guarded model has it
    return rows.filter(pk=check.row_id).first() if check.row_id else None


def _value(request: StaffRequest, check: FieldCheck) -> str:
    """The value as it stood when the sample was drawn; empty where nothing was entered."""
    row = _row(request, check)
    if row is None:
        return ""
    return BY_CODE[check.field].value_of(as_it_stood(request.actor, row, check.recorded_at))


def _record(request: StaffRequest, current: FieldCheck) -> list[dict[str, Any]]:
    """The fields of this record, with what she herself said of each: never what another one said."""
    checks = FieldCheck.objects.visible_to(request.actor).filter(drawn=current.drawn_id)
    mine = dict(
        checks.filter(checked_by_id=request.actor.person_id).values_list("field", "verdict")
    )
    codes = list(dict.fromkeys(checks.order_by("field").values_list("field", flat=True)))
    return [
        {
            "label": BY_CODE[code].label,
            "verdict": V(mine[code]).label if code in mine else "",
            "current": code == current.field,
        }
        for code in codes
    ]


@page(Permission.RECORD_CHECK, writes=("POST",))
def verdict(request: StaffRequest, check_id: uuid.UUID) -> HttpResponse:
    """Take one verdict, then on to the next field."""
    rows = FieldCheck.objects.visible_to(request.actor).select_related("drawn")
    current = found(rows, request, check_id)
    said = request.POST.get("verdict", "")
    if request.method == "POST" and said in {key.verdict for key in VERDICT_KEYS}:
        paper = _paper_of(request, current)
        try:
            actions.judge(check=current, verdict=said, paper=paper, by=request.actor)
        except tuple(REFUSED) as refusal:
            messages.warning(request, str(REFUSED[type(refusal)]))
        else:
            if said == V.DIFFERS and (url := _correct_url(request, current, paper)):
                return redirect(url)
    return redirect(_next_url(request, current.drawn.round_id))


def _correct_url(request: StaffRequest, current: FieldCheck, paper: Paper | None) -> str:
    """Where the value is corrected, with the paper that says so; empty where she may not, or nothing stands."""
    place = CHECKED_AS.get(current.field)
    if place is None or current.row_id is None:
        return ""
    kind, field = place
    if not request.actor.holds(CORRECTABLE[kind].permission):
        return ""
    asked = {"next": _next_url(request, current.drawn.round_id)}
    if paper is not None:
        asked |= {"paper": str(paper.pk), "why": FieldChange.Why.TYPED_WRONG.value}
    where = reverse("mend:correct", args=[kind, field, current.row_id])
    return f"{where}?{urlencode(asked)}"


def _paper_of(request: StaffRequest, current: FieldCheck) -> Paper | None:
    asked = request.POST.get("paper", "")
    rows = door(Paper, request).filter(survivor_file=current.survivor_file_id)
    return next((row for row in rows if str(row.pk) == asked), None)


def _next_url(request: StaffRequest, round_id: uuid.UUID) -> str:
    skipped = _number(request.POST.get("skip"), below=10**6)
    query = f"?skip={skipped}" if skipped else ""
    return reverse("check_data:check", args=[round_id]) + query


@page(Permission.RECORD_CHECK, writes=("POST",))
def take_back(request: StaffRequest, round_id: uuid.UUID) -> HttpResponse:
    """Take her last verdict back: the field waits again."""
    row = round_of(request, round_id)
    if request.method != "POST":
        raise not_there()
    last = _mine(request, row).order_by("checked_at").last()
    if last is not None:
        try:
            actions.judge(check=last, verdict=V.OPEN, by=request.actor)
            words = _("Taken back: %(field)s of %(number)s waits again.")
            number = last.survivor_file.number
            messages.success(
                request, words % {"field": BY_CODE[last.field].label, "number": number}
            )
        except actions.RoundIsClosed as refusal:
            messages.warning(request, str(REFUSED[type(refusal)]))
    return redirect("check_data:check", round_id=row.pk)
