"""The court diary: the board, and what happened on a day in three taps."""

import uuid
from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.legalaid.models import Assignment, Lawyer
from tafteesh.domain.proceedings import actions, board
from tafteesh.domain.proceedings.models import Fir, Hearing
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.kernel.approx_date import read_date
from tafteesh.interfaces.web.asking import Asking, ask, door, found
from tafteesh.interfaces.web.drafts.actions import submit_once
from tafteesh.interfaces.web.hearings.forms import OUTCOMES, HearingForm
from tafteesh.interfaces.web.links import address_to_be, way_back
from tafteesh.interfaces.web.page import StaffRequest, not_there, page, show
from tafteesh.interfaces.web.templatetags.shapes import Line

MISSING_SHOWN = 20
TOLD = {"yes": True, "no": False}
FAULTS = {
    actions.NextDateNotAfter: ("next_on", gettext_lazy("The next date must be after this hearing")),
    actions.HearingBeforeFir: (
        "on",
        gettext_lazy("This day is before the day of the FIR. Compare both with the papers."),
    ),
    actions.NotHeldYet: (
        "on",
        gettext_lazy("This day has not come yet: only a hearing that was held has an outcome"),
    ),
}


def _day(text: str) -> date | None:
    value = read_date(text, today=date.max).value if text else None
    return value.exact if value else None


@page(Permission.PROCEEDING_READ)
def board_page(request: StaffRequest) -> HttpResponse:
    """A day or a week of the diary, court by court, and the days of which nobody told the outcome."""
    actor = request.actor
    first = _day(request.GET.get("from", "")) or actor.today
    span = 1 if request.GET.get("span") == "day" else 7
    last = first + timedelta(days=span - 1)
    wanted, lawyers = _wanted(request)
    sittings, courts, more = board.board(actor, first=first, last=last, wanted=wanted)
    printed = request.GET.get("print") == "yes"
    missing = [] if printed else board.missing(actor, limit=MISSING_SHOWN + 1)
    return show(
        request,
        "hearings/print.html" if printed else "hearings/board.html",
        days=_by_day_and_court(sittings),
        missing=missing[:MISSING_SHOWN],
        more=more,
        courts=courts,
        court=wanted.court,
        lawyers=lawyers,
        lawyer=request.GET.get("lawyer", ""),
        more_missing=len(missing) > MISSING_SHOWN,
        first=first,
        last=last,
        span=span,
        earlier=first - timedelta(days=span),
        later=last + timedelta(days=1),
        today=actor.today,
        may_record=actor.holds(Permission.HEARING_RECORD),
        may_look=actor.holds(Permission.IDENTITY_LOOK),
        outcomes=OUTCOMES,
    )


def _wanted(request: StaffRequest) -> tuple[board.Wanted, list[Lawyer]]:
    """The court and the lawyer that the address asks for, and the lawyers to choose from."""
    lawyers = list(door(Lawyer, request).order_by("name")[:100])
    named = next((one for one in lawyers if str(one.pk) == request.GET.get("lawyer")), None)
    court = request.GET.get("court", "")[:160]
    if named is None:
        return board.Wanted(court), lawyers
    acts = door(Assignment, request).filter(lawyer=named, ends_on=None)
    return board.Wanted(court, list(acts.values_list("survivor_file", flat=True))), lawyers


def _by_day_and_court(
    sittings: list[board.Sitting],
) -> list[tuple[date, list[tuple[str, list[board.Sitting]]]]]:
    days: dict[date, dict[str, list[board.Sitting]]] = {}
    for one in sittings:
        court = one.hearing.court_words or one.hearing.fir.court_words
        days.setdefault(one.hearing.on, {}).setdefault(court, []).append(one)
    return [(day, sorted(courts.items())) for day, courts in sorted(days.items())]


def _fir(request: StaffRequest, fir_id: uuid.UUID) -> Fir:
    return found(door(Fir, request), request, fir_id)


def _hearing(request: StaffRequest, hearing_id: uuid.UUID) -> Hearing:
    rows: QuerySet[Hearing] = door(Hearing, request).select_related("fir")
    return found(rows, request, hearing_id)


def _initial(request: StaffRequest) -> dict[str, Any]:
    """What the form starts with: the card's answer, or all that was typed when another month is asked."""
    if request.method == "POST":
        typed: dict[str, Any] = {name: request.POST[name] for name in request.POST}
        return typed | {"came": request.POST.getlist("came")}
    on = _day(request.GET.get("on", "")) or request.actor.today
    return {"on": on, "outcome": request.GET.get("outcome", "")}


@page(Permission.HEARING_RECORD, writes=("POST",))
def record(request: StaffRequest, fir_id: uuid.UUID) -> HttpResponse:
    """Outcome, date, save: as a page of its own, or grown on the card."""
    fir = _fir(request, fir_id)
    on = _day(request.GET.get("on", "")) or request.actor.today
    in_card = bool(request.htmx) and "card" in request.GET
    back = way_back(request, reverse("today:home"))
    usual = board.usual_next(request.actor, Hearing(fir=fir, on=on))
    asking = Asking(
        key="hearing",
        record=f"{fir.pk}.{on:%Y%m%d}",
        heading=_("Record a hearing"),
        label=_("Save"),
        next_url=address_to_be("hearings:card", "hearing_id") if in_card else back,
        undo_url=address_to_be("hearings:undo", "hearing_id"),
        back_url=back,
        about=_about(fir),
        faults=FAULTS,
        initial=_initial(request),
        form_args={
            "fir": fir,
            "usual": usual,
            "card_url": request.get_full_path() if in_card else "",
        },
        template="hearings/record.html",
    )
    if "month" in request.POST:
        form = HearingForm(initial=asking.initial, by=request.actor, **asking.form_args)
        return show(request, asking.template, form=form, asking=asking, draft=None, doubt="")
    return ask(request, HearingForm, asking, lambda form: _save(request, fir, form))


def _about(fir: Fir) -> tuple[Line, ...]:
    lines = [Line(_("FIR"), fir.reference)]
    if fir.court_words or fir.court_number:
        lines.append(Line(_("Court"), f"{fir.court_words} {fir.court_number}".strip()))
    if fir.cnr:
        lines.append(Line(_("CNR number"), fir.cnr))
    return tuple(lines)


def _save(request: StaffRequest, fir: Fir, form: HearingForm) -> Hearing:
    said = form.cleaned_data
    if said["outcome"] == Hearing.Outcome.NOT_KNOWN:
        said["next_on"] = None
    result = actions.HearingResult(
        on=said["on"],
        outcome=said["outcome"],
        next_on=said["next_on"],
        details={
            "why": said["why"],
            "stage": said["stage"],
            "came": ",".join(said["came"]),
            "by_video_link": TOLD.get(said["by_video_link"]),
            "was_done": TOLD.get(said["was_done"]),
            "spent_paise": said["spent_paise"],
            "hours": said["hours"],
            "judge_words": said["judge_words"].strip(),
            "prosecutor_words": said["prosecutor_words"].strip(),
            **({"correction": said["correction"]} if said.get("correction") else {}),
        },
        note=said["note"],
        court=_court(request, fir, said["on"]),
    )
    return actions.record_hearing(fir=fir, result=result, by=request.actor)


def _court(request: StaffRequest, fir: Fir, on: date) -> str:
    """The court that the diary named for this day, if it did."""
    expected = door(Hearing, request).filter(fir=fir, on=on).first()
    return expected.court_words if expected else ""


@page(Permission.HEARING_RECORD, writes=("POST",))
def said(request: StaffRequest, fir_id: uuid.UUID) -> HttpResponse:
    """The button of the form as it stands now: it repeats the answer. Nothing is saved."""
    fir = _fir(request, fir_id)
    form = HearingForm(
        initial=_initial(request), by=request.actor, fir=fir, usual=request.actor.today
    )
    return render(request, "hearings/button.html", {"form": form})


@page(Permission.HEARING_RECORD, writes=("POST",))
def not_known(request: StaffRequest, hearing_id: uuid.UUID) -> HttpResponse:
    """Nobody knows yet: saved in one tap, and a task for tomorrow."""
    if request.method != "POST":
        raise not_there()
    hearing = _hearing(request, hearing_id)

    def act() -> str:
        row = actions.ask_outcome_tomorrow(hearing=hearing, by=request.actor)
        return reverse("hearings:card", kwargs={"hearing_id": row.pk})

    url, first = submit_once(key=request.POST.get("submission_key", ""), act=act, by=request.actor)
    if request.htmx:
        return redirect(url)
    if first:
        undo_url = reverse("hearings:undo", kwargs={"hearing_id": hearing.pk})
        messages.success(request, _("Recorded. A task asks again tomorrow."), extra_tags=undo_url)
    return redirect(way_back(request, reverse("today:home")))


@page(Permission.HEARING_RECORD, writes=("POST",))
def undo(request: StaffRequest, hearing_id: uuid.UUID) -> HttpResponse:
    """Take back what was just recorded."""
    if request.method != "POST":
        raise not_there()
    hearing = _hearing(request, hearing_id)
    try:
        again = actions.undo_hearing(hearing=hearing, by=request.actor)
    except ObjectDoesNotExist:
        raise not_there() from None
    except actions.TooLateToUndo:
        words = _("This was recorded more than a day ago. Record the hearing again to correct it.")
        messages.error(request, words)
        return redirect(way_back(request, reverse("today:home")))
    if request.htmx:
        return redirect("hearings:card", hearing_id=again.pk)
    messages.success(request, _("Taken back."))
    return redirect(way_back(request, reverse("today:home")))


@page(Permission.PROCEEDING_READ)
def card(request: StaffRequest, hearing_id: uuid.UUID) -> HttpResponse:
    """One hearing as a card, for the page that it stands on."""
    hearing = _hearing(request, hearing_id)
    if not request.htmx:
        return redirect("today:home")
    list(messages.get_messages(request))  # the card says it itself
    context = {
        "sitting": board.sittings(request.actor, [hearing])[0],
        "today": request.actor.today,
        "may_record": request.actor.holds(Permission.HEARING_RECORD),
        "may_look": request.actor.holds(Permission.IDENTITY_LOOK),
        "outcomes": OUTCOMES,
        "swapped": True,
    }
    return render(request, "hearings/card.html", context)
