"""Visits, calls and meetings with her, typed from a field diary."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from tafteesh.domain.diary.actions import NewContact, record_contact
from tafteesh.domain.diary.models import Contact
from tafteesh.domain.files.gate import NotSafeNow
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.grid.reading import chosen_in, day_in, file_in, suggest
from tafteesh.interfaces.web.grid.rows import Column, Register, Row

REACHED = (
    ("yes", pgettext_lazy("grid", "Reached")),
    ("no", pgettext_lazy("grid", "Not reached")),
)


def take(row: Row, actor: Actor) -> None:
    """Save the contact, or say what is wrong with which cell."""
    file = file_in(row, actor)
    on = day_in(row, "on", actor, past_only=True, otherwise=actor.today)
    mode = chosen_in(row, "mode", Contact.Mode.choices)
    about = chosen_in(row, "about", Contact.About.choices)
    reached = chosen_in(row, "reached", REACHED)
    if not mode and "mode" not in row.faults:
        row.faults["mode"] = _("How was she met? Choose one of the list.")
    if not about and "about" not in row.faults:
        row.faults["about"] = _("What was it about? Choose one of the list.")
    if row.faults or file is None or on is None:
        return
    same = Contact.objects.visible_to(actor).filter(
        survivor_file=file, on=on, mode=mode, about=about, withdrawn_at=None
    )
    if same.filter(recorded_by_id=actor.person_id).exists():
        row.faults["on"] = _(
            "You wrote the same contact of this day down before. Take this row out."
        )
        return
    new = NewContact(on, mode, about, row.cells["note"], reached=reached != "no")
    try:
        record_contact(file=file, new=new, by=actor)
    except NotSafeNow:
        row.faults["mode"] = _(
            "She asked not to be reached this way now. If she was, write it down in her file, with the reason."
        )
    else:
        row.saved_as = row.mark


CONTACTS = Register(
    key="contacts",
    heading=gettext_lazy("Type visits and calls"),
    lead=gettext_lazy(
        "A row is saved when you leave it. A row with a fault stays here, with its reason."
    ),
    permission=Permission.CONTACT_RECORD,
    columns=(
        Column(
            "case",
            pgettext_lazy("grid", "File"),
            ("file", "file no", "survivor code", "code", "name"),
            hint="S-0142",
        ),
        Column("on", pgettext_lazy("grid", "Day"), ("date", "date of visit", "visit date", "on")),
        Column("mode", pgettext_lazy("grid", "How"), ("mode", "how", "kind"), Contact.Mode.choices),
        Column(
            "about",
            pgettext_lazy("grid", "About what"),
            ("about", "purpose", "reason"),
            Contact.About.choices,
        ),
        Column("reached", pgettext_lazy("grid", "Reached?"), ("reached", "met"), REACHED),
        Column("note", pgettext_lazy("grid", "Note"), ("note", "notes", "remarks"), long=True),
    ),
    take=take,
    suggest=suggest,
    hint=gettext_lazy("Without a day a row counts for today."),
    home="my_work:home",
    home_label=pgettext_lazy("menu", "My work"),
)
