"""Hearing results, typed from a court's list or a lawyer's notebook."""

import re
import uuid
from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.files.searching import surely_found
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import Fir, FirSurvivor, Hearing
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.kernel.digits import clean
from tafteesh.interfaces.web.grid.reading import CHOICES_SHOWN, chosen_in, day_in, picked, suggest
from tafteesh.interfaces.web.grid.rows import Column, Register, Row
from tafteesh.interfaces.web.hearings.forms import OUTCOMES

FIR_WRITTEN = re.compile(r"(\d{1,6})\s*[/-]\s*((?:20)?\d\d)\s*$")


def _cases_of(files: Iterable[uuid.UUID], actor: Actor) -> list[Fir]:
    links = FirSurvivor.objects.visible_to(actor).filter(
        survivor_file__in=list(files), withdrawn_at=None
    )
    door = Fir.objects.visible_to(actor).filter(pk__in=links.values("fir"), withdrawn_at=None)
    return list(door.order_by("-year", "-number")[:CHOICES_SHOWN])


def cases_called(words: str, actor: Actor) -> list[Fir]:
    """The FIRs that a file number, a FIR number or a name may mean, through her own door."""
    words = clean(words).strip()
    files = SurvivorFile.objects.visible_to(actor).filter(number__iexact=words, withdrawn_at=None)
    if cases := _cases_of((file.pk for file in files[:1]), actor):
        return cases
    if written := FIR_WRITTEN.search(words):
        year = int(written[2]) if len(written[2]) == 4 else 2000 + int(written[2])
        door = Fir.objects.visible_to(actor).filter(withdrawn_at=None)
        numbered = door.filter(number=int(written[1]), year=year)
        station = words[: written.start()].strip()
        named = numbered.filter(station_words__istartswith=station) if station else numbered
        return list((named if station and named.exists() else numbered)[:CHOICES_SHOWN])
    if files.exists():
        return []
    return _cases_of((one.pk for one in surely_found(actor, words)), actor)


def _case(row: Row, actor: Actor) -> Fir | None:
    if not row.cells["case"]:
        row.faults["case"] = _("Which case? Type the file number or the FIR number.")
        return None
    cases = cases_called(row.cells["case"], actor)
    pk = picked(
        row,
        [
            (str(case.pk), " · ".join(filter(None, (case.reference, case.court_words))))
            for case in cases
        ],
        _("%(count)d court cases: choose one.") % {"count": len(cases)},
        _("No court case of yours is called so. Look at the number again."),
    )
    return next((case for case in cases if str(case.pk) == pk), None)


def take(row: Row, actor: Actor) -> None:
    """Save the row, or say what is wrong with which cell."""
    fir = _case(row, actor)
    on = day_in(row, "on", actor, past_only=True, otherwise=actor.today)
    next_on = day_in(row, "next_on", actor, past_only=False)
    outcome = chosen_in(row, "outcome", OUTCOMES)
    why = chosen_in(row, "why", Hearing.Why.choices)
    if not outcome and "outcome" not in row.faults:
        row.faults["outcome"] = _("What happened? Choose one of the list.")
    if row.faults or fir is None or on is None:
        return
    result = actions.HearingResult(
        on=on,
        outcome=outcome,
        next_on=None if outcome == Hearing.Outcome.NOT_KNOWN else next_on,
        details={"why": why},
        note=row.cells["note"],
    )
    try:
        actions.record_hearing(fir=fir, result=result, by=actor)
    except actions.NextDateNotAfter:
        row.faults["next_on"] = _("The next date must come after the day of the hearing.")
    except actions.HearingBeforeFir:
        row.faults["on"] = _("This day is before the day of the FIR. Compare both with the papers.")
    else:
        row.saved_as = row.mark


HEARINGS = Register(
    key="hearings",
    heading=gettext_lazy("Type hearing results"),
    lead=gettext_lazy(
        "A row is saved when you leave it. A row with a fault stays here, with its reason."
    ),
    permission=Permission.HEARING_RECORD,
    columns=(
        Column(
            "case",
            pgettext_lazy("grid", "File or FIR"),
            ("file", "fir", "fir no", "file no", "case", "case no", "survivor code", "code"),
            hint=gettext_lazy("S-0142 or 212/25"),
        ),
        Column(
            "on", pgettext_lazy("grid", "Day"), ("date", "hearing date", "date of hearing", "on")
        ),
        Column("outcome", pgettext_lazy("grid", "What happened"), ("outcome", "result"), OUTCOMES),
        Column("why", pgettext_lazy("grid", "Why put off"), ("why", "reason"), Hearing.Why.choices),
        Column("next_on", pgettext_lazy("grid", "Next date"), ("next", "next date", "ndoh")),
        Column("note", pgettext_lazy("grid", "Note"), ("note", "notes", "remarks"), long=True),
    ),
    take=take,
    suggest=suggest,
    hint=gettext_lazy("Without a day a row counts for today."),
    home="hearings:board",
    home_label=gettext_lazy("Hearings"),
)
