"""Mend: what cannot be right, one by one; a fix by one key, or a false alarm with its reason."""

import uuid
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from tafteesh.domain.compensation.actions import (
    CreditBeforeOrder,
    MoreThanOrdered,
    OrderBeforeClaim,
)
from tafteesh.domain.proceedings.models import FirSurvivor
from tafteesh.domain.quality import actions
from tafteesh.domain.quality.fields import BY_CODE as KINDS
from tafteesh.domain.quality.models import Finding
from tafteesh.domain.quality.queue import progress_of, queue_of
from tafteesh.foundation.access.models import Membership, Person
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import found
from tafteesh.interfaces.web.check_data.against_paper import Key
from tafteesh.interfaces.web.check_data.papers_beside import papers_beside
from tafteesh.interfaces.web.mending.told import Told, told
from tafteesh.interfaces.web.page import StaffRequest, not_there, page, show
from tafteesh.interfaces.web.templatetags.shapes import Words

SHOWN = 20
FIX = Key("f", "", pgettext_lazy("mending", "Take the proposed value"))
CORRECT = Key("c", "", pgettext_lazy("mending", "Correct it"))
OPEN = Key("o", "", pgettext_lazy("mending", "Open the record"))
SKIP = Key("s", "", pgettext_lazy("mending", "Skip"))
REFUSED: dict[type[Exception], Words] = {
    actions.SettledAlready: gettext_lazy(
        "Somebody settled this a moment ago. Here is the next one."
    ),
    actions.NoFixProposed: gettext_lazy(
        "There is no proposed value any more. Correct it yourself."
    ),
    actions.PaperNeeded: gettext_lazy(
        "This value was checked against a paper. Correct it with the paper that says otherwise."
    ),
    actions.DoesNotFit: gettext_lazy(
        "The proposed value does not fit with the rest of this record. Correct it yourself."
    ),
    actions.NothingChanged: gettext_lazy("The proposed value stands already."),
    OrderBeforeClaim: gettext_lazy(
        "With the proposed value the order would stand before the claim. Correct it yourself."
    ),
    CreditBeforeOrder: gettext_lazy(
        "With the proposed value money would come before the order. Correct it yourself."
    ),
    MoreThanOrdered: gettext_lazy(
        "More was received than would then be ordered. Look at the payments first."
    ),
}


def _person(request: StaffRequest) -> uuid.UUID | None:
    """Whose queue is asked for: another's only by who keeps the rules."""
    asked = request.GET.get("person", "")
    if not request.actor.holds(Permission.RULES_KEEP):
        return None
    return next((p.pk for p in _people(request) if str(p.pk) == asked), None)


def _people(request: StaffRequest) -> list[Person]:
    today = request.actor.today
    here = Membership.objects.filter(
        organisation_id__in=request.actor.organisations, starts_on__lte=today
    ).exclude(ends_on__lt=today)
    return list(
        Person.objects.filter(pk__in=here.values("person"), is_active=True).order_by("name")
    )


@page(Permission.DATA_MEND)
def waiting(request: StaffRequest) -> HttpResponse:
    """Her queue, the worst first, and how far she is this week."""
    person = _person(request)
    rows = list(queue_of(request.actor, person)[: SHOWN + 1])
    keeps = request.actor.holds(Permission.RULES_KEEP)
    return show(
        request,
        "mending/queue.html",
        rows=told(request.actor, rows[:SHOWN]),
        has_more=len(rows) > SHOWN,
        progress=progress_of(request.actor, person),
        people=_people(request) if keeps else [],
        person=str(person or ""),
        is_mine=person is None,
        keeps=keeps,
    )


@page(Permission.DATA_MEND)
def following(request: StaffRequest) -> HttpResponse:
    """The next finding of her queue, after those that she skipped."""
    skipped = _number(request.GET.get("skip"))
    rows = queue_of(request.actor)
    row = rows[skipped : skipped + 1].first() or rows.first()
    if row is None:
        return redirect("mend:queue")
    query = f"?skip={skipped}" if skipped else ""
    return redirect(reverse("mend:finding", args=[row.pk]) + query)


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 5 else 0


def _finding(request: StaffRequest, finding_id: uuid.UUID) -> Finding:
    return found(Finding.objects.visible_to(request.actor), request, finding_id)


@page(Permission.DATA_MEND)
def one(request: StaffRequest, finding_id: uuid.UUID) -> HttpResponse:
    """One finding with its paper beside it, to be settled by single keys."""
    row = _finding(request, finding_id)
    shown = told(request.actor, [row])
    if not shown:
        raise not_there()
    return _one(request, row, shown[0])


def _one(request: StaffRequest, row: Finding, shown: Told) -> HttpResponse:
    skipped = _number(request.GET.get("skip"))
    is_open = row.outcome == Finding.Outcome.OPEN
    kept = {"skip": skipped} if skipped else {}
    return show(
        request,
        "mending/one.html",
        told=shown,
        finding=row,
        is_open=is_open,
        is_false=row.outcome == Finding.Outcome.FALSE_ALARM and row.gone_at is None,
        progress=progress_of(request.actor),
        corrections=_corrections(request, shown, skipped),
        keys={"fix": FIX, "correct": CORRECT, "open": OPEN, "skip": SKIP},
        page_keys=[key for key in (FIX if shown.proposed else None, CORRECT, OPEN, SKIP) if key],
        skip=skipped,
        skip_url=reverse("mend:next") + f"?skip={skipped + 1}",
        **papers_beside(
            request, _files(request, row), shown.rule.proof, kept, _record(request, row, shown)
        ),
    )


def _corrections(request: StaffRequest, shown: Told, skipped: int) -> list[dict[str, Any]]:
    """What can be corrected here; the first by its key. Afterwards comes the next finding."""
    following = reverse("mend:next") + (f"?skip={skipped}" if skipped else "")
    asked = {"next": following}
    if request.GET.get("paper"):
        asked["paper"] = request.GET["paper"]
    return [
        {"label": label, "url": f"{url}?{urlencode(asked)}", "key": CORRECT.letter if not n else ""}
        for n, (label, url) in enumerate(shown.fields)
    ]


def _record(request: StaffRequest, row: Finding, shown: Told) -> object:
    """The record that the finding is about, through her own door."""
    kind = KINDS.get(shown.rule.kind)
    if kind is None:
        return None
    rows = kind.model.objects.visible_to(request.actor)  # type: ignore[attr-defined] # every guarded model has it
    return rows.filter(pk=row.record_id).first()


def _files(request: StaffRequest, row: Finding) -> list[uuid.UUID]:
    if row.survivor_file_id:
        return [row.survivor_file_id]
    links = FirSurvivor.objects.visible_to(request.actor).filter(fir=row.fir_id, withdrawn_at=None)
    return list(links.values_list("survivor_file_id", flat=True))


def _on(request: StaffRequest) -> HttpResponse:
    skipped = _number(request.POST.get("skip"))
    return redirect(reverse("mend:next") + (f"?skip={skipped}" if skipped else ""))


@page(Permission.DATA_MEND, writes=("POST",))
def take(request: StaffRequest, finding_id: uuid.UUID) -> HttpResponse:
    """Take the proposed value, then on to the next."""
    row = _finding(request, finding_id)
    if request.method != "POST":
        raise not_there()
    try:
        made = actions.take_fix(finding=row, by=request.actor)
    except ObjectDoesNotExist:
        raise not_there() from None
    except tuple(REFUSED) as refusal:
        messages.warning(request, str(REFUSED[type(refusal)]))
        return redirect("mend:finding", finding_id=row.pk)
    undo = reverse("mend:undo", args=[made.pk])
    messages.success(request, _("The proposed value stands now."), extra_tags=undo)
    return _on(request)


@page(Permission.DATA_MEND, writes=("POST",))
def false_alarm(request: StaffRequest, finding_id: uuid.UUID) -> HttpResponse:
    """A false alarm, with its reason; it stays one while the values stay."""
    row = _finding(request, finding_id)
    why = request.POST.get("why", "")
    if request.method != "POST":
        raise not_there()
    if why not in Finding.WhyFalse.values:
        messages.error(request, _("Say why it is a false alarm: choose one of the reasons."))
        return redirect("mend:finding", finding_id=row.pk)
    try:
        actions.dismiss(finding=row, why=why, by=request.actor)
    except actions.SettledAlready as refusal:
        messages.warning(request, str(REFUSED[type(refusal)]))
    else:
        undo = reverse("mend:bring_back", args=[row.pk])
        messages.success(
            request, _("A false alarm: it stays away while its values stay."), extra_tags=undo
        )
    return _on(request)


@page(Permission.DATA_MEND, writes=("POST",))
def back(request: StaffRequest, finding_id: uuid.UUID) -> HttpResponse:
    """It was no false alarm: it waits again."""
    row = _finding(request, finding_id)
    if request.method != "POST":
        raise not_there()
    try:
        actions.bring_back(finding=row, by=request.actor)
    except actions.SettledAlready as refusal:
        messages.warning(request, str(REFUSED[type(refusal)]))
    else:
        messages.success(request, _("It waits in the queue again."))
    return redirect("mend:finding", finding_id=row.pk)
