"""What is sealed in a case, shown once: only after a reason, and each look is a line in the log."""

import uuid
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import Accused, BailCondition, Hearing
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import door, found
from tafteesh.interfaces.web.page import StaffRequest, not_there, page, show
from tafteesh.interfaces.web.templatetags.looks import REASONS

SEALED: dict[str, tuple[type[Any], object]] = {
    "accused": (Accused, _("Name of the accused")),
    "condition": (BailCondition, _("Condition of bail, in the words of the order")),
    "hearing": (Hearing, _("Note of the hearing")),
}


@page(Permission.IDENTITY_LOOK, writes=("POST",))
def look(request: StaffRequest, kind: str, row_id: uuid.UUID) -> HttpResponse:
    """Ask why; then show it once."""
    if kind not in SEALED or not request.actor.holds(Permission.PROCEEDING_READ):
        raise not_there()
    model, heading = SEALED[kind]
    row = found(door(model, request).select_related("fir"), request, row_id)
    value = ""
    if request.method == "POST":
        reason = request.POST.get("reason", "")
        if reason not in dict(REASONS):
            raise not_there()
        try:
            value = actions.look_at_sealed(row=row, reason=reason, by=request.actor).reveal()
        except actions.NothingSealed:
            raise not_there() from None
    return show(
        request, "proceedings/look.html", fir=row.fir, row=row, kind=kind, heading=heading,
        value=value, reasons=REASONS,
    )  # fmt: skip
