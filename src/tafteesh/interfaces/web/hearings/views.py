"""The court diary: the board, and what happened on a day."""

import uuid
from datetime import timedelta
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import Fir, Hearing
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.form_fields import ActorForm, DayField
from tafteesh.interfaces.web.page import StaffRequest, not_there, page, show


class HearingForm(ActorForm):
    """Outcome, next date, save; the rest may stay empty."""

    on = DayField(label=gettext_lazy("Day of the hearing"))
    outcome = forms.ChoiceField(
        label=gettext_lazy("What happened?"),
        choices=[c for c in Hearing.Outcome.choices if c[0] != "expected"],
        widget=forms.RadioSelect,
    )
    next_on = DayField(label=gettext_lazy("Next date"), past_only=False, required=False)
    why = forms.ChoiceField(
        label=gettext_lazy("Why"), choices=[("", "–"), *Hearing.Why.choices], required=False
    )


@page(Permission.PROCEEDING_READ)
def board(request: StaffRequest) -> HttpResponse:
    """The next fortnight, and hearings whose outcome nobody wrote down."""
    today = request.actor.today
    door = Hearing.objects.visible_to(request.actor).filter(withdrawn_at=None).select_related("fir")
    coming = door.filter(on__gte=today, on__lte=today + timedelta(days=14)).order_by("on", "id")[
        :200
    ]
    missing = door.filter(on__lt=today, on__gte=today - timedelta(days=60), outcome="expected")
    return show(
        request,
        "hearings/board.html",
        coming=list(coming),
        missing=list(missing.order_by("-on")[:100]),
        today=today,
        may_record=request.actor.holds(Permission.HEARING_RECORD),
    )


@page(Permission.HEARING_RECORD, writes=("POST",))
def record(request: StaffRequest, fir_id: uuid.UUID) -> HttpResponse:
    """Outcome, date, save."""
    fir = Fir.objects.visible_to(request.actor).filter(pk=fir_id, withdrawn_at=None).first()
    if fir is None:
        raise not_there()
    start = {
        "on": request.GET.get("on") or f"{request.actor.today:%d-%m-%Y}",
        "outcome": request.GET.get("outcome", ""),
    }
    form = HearingForm(request.POST or None, by=request.actor, initial=start)
    if request.method == "POST" and form.is_valid():
        said: dict[str, Any] = form.cleaned_data
        result = actions.HearingResult(
            on=said["on"],
            outcome=said["outcome"],
            next_on=said["next_on"],
            details={"why": said["why"]},
        )
        try:
            actions.record_hearing(fir=fir, result=result, by=request.actor)
        except actions.NextDateNotAfter:
            form.add_error("next_on", _("The next date must be after this hearing"))
        else:
            return redirect("today:home")
    return show(request, "hearings/record.html", form=form, fir=fir)
