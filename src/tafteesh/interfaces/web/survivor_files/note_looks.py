"""A note as it was written: only after a reason, and each look is a line in the log."""

import uuid

from django.http import HttpResponse

from tafteesh.domain.files.actions.looking import NothingSealedThere
from tafteesh.domain.files.actions.notes import read_note
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import door, found
from tafteesh.interfaces.web.page import StaffRequest, not_there, page, show
from tafteesh.interfaces.web.survivor_files.notes import NOTES
from tafteesh.interfaces.web.survivor_files.views import file_or_404
from tafteesh.interfaces.web.templatetags.looks import REASONS


@page(Permission.IDENTITY_LOOK, writes=("POST",))
def note(request: StaffRequest, file_id: uuid.UUID, kind: str, row_id: uuid.UUID) -> HttpResponse:
    """Ask why; then show the note as it was written, once."""
    file = file_or_404(request, file_id)
    if kind not in NOTES or not request.actor.holds(NOTES[kind][2]):
        raise not_there()
    model, column, _needs = NOTES[kind]
    row = found(door(model, request).filter(survivor_file=file), request, row_id)
    value = ""
    if request.method == "POST":
        reason = request.POST.get("reason", "")
        if reason not in dict(REASONS):
            raise not_there()
        try:
            value = read_note(row=row, column=column, reason=reason, by=request.actor).reveal()
        except NothingSealedThere:
            raise not_there() from None
    return show(request, "survivor_files/note.html", file=file, value=value, reasons=REASONS)
