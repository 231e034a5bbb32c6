"""The registers: one table of columns each, from which page and export are both made.

No column is a vault field; a test walks every register against the privacy classes.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.compensation.models import Claim
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.legalaid.models import Assignment
from tafteesh.domain.meetings.models import Meeting, Promise
from tafteesh.domain.proceedings.models import Correction, Fir, InvestigationSpell
from tafteesh.foundation.access.permissions import Permission

Read = Callable[[Any], object]


@dataclass(frozen=True)
class Col:
    """One column: its head, the fields that it shows, and how a row gives it."""

    label: LazyText
    fields: tuple[str, ...]
    read: Read


@dataclass(frozen=True)
class Register:
    """One register: its rows, by which day they are filtered, and its columns."""

    name: str
    title: LazyText
    model: type[models.Model]
    day: str
    permission: Permission
    columns: Sequence[Col]
    joins: tuple[str, ...] = ()


def _col(label: LazyText, field: str) -> Col:
    return Col(label, (field,), lambda row: getattr(row, field))


def _words(label: LazyText, field: str) -> Col:
    return Col(label, (field,), lambda row: getattr(row, f"get_{field}_display")())


def _about(label: LazyText, name: str) -> Col:
    def read(row: Any) -> object:
        first, last = getattr(row, f"{name}_earliest"), getattr(row, f"{name}_latest")
        return first if first == last else f"{first} – {last}"

    return Col(label, (f"{name}_earliest", f"{name}_latest"), read)


def _money(label: LazyText, field: str) -> Col:
    return Col(label, (field,), lambda row: (getattr(row, field) or 0) / 100)


FILE = Col(_("File"), (), lambda row: row.survivor_file.number)
FIR = Col(_("FIR"), (), lambda row: row.fir.reference)

REGISTERS: dict[str, Register] = {
    r.name: r
    for r in (
        Register("survivors", _("Survivors"), SurvivorFile, "opened_earliest", Permission.FILE_READ, (
            _col(_("File"), "number"), _words(_("Status"), "status"), _words(_("About"), "scope"),
            _words(_("Kind of other violence"), "violence"), _about(_("Opened"), "opened"),
            _col(_("Gram panchayat"), "gram_panchayat"), _col(_("Next hearing"), "next_hearing_on"),
            _col(_("Last contact"), "last_contact_on"),
        )),
        Register("firs", _("FIRs"), Fir, "registered_earliest", Permission.PROCEEDING_READ, (
            _col(_("Police station"), "station_words"), _col(_("Number"), "number"), _col(_("Year"), "year"),
            _words(_("Side"), "area"), _about(_("Registered"), "registered"), _col(_("GD number"), "diary_number"),
            _col(_("With"), "agency_kind"), _col(_("Court"), "court_words"),
        )),
        Register("investigations", _("Investigations and transfers"), InvestigationSpell, "starts_on", Permission.PROCEEDING_READ, (
            FIR, _words(_("Agency type"), "agency_kind"), _col(_("Agency"), "agency_words"),
            _col(_("Asked"), "requested_on"), _col(_("Ordered"), "ordered_on"),
            _col(_("Papers received"), "received_on"), _col(_("From"), "starts_on"), _col(_("To"), "ends_on"),
        ), ("fir",)),
        Register("corrections", _("Procedural corrections"), Correction, "filed_on", Permission.PROCEEDING_READ, (
            FIR, _words(_("Of what"), "of"), _words(_("Why"), "reason"), _words(_("Forum"), "forum"),
            _col(_("Filed on"), "filed_on"), _col(_("Decided on"), "decided_on"), _words(_("Result"), "result"),
        ), ("fir",)),
        Register("claims", _("Claims and payments"), Claim, "filed_on", Permission.CLAIM_READ, (
            FILE, _col(_("Number"), "number"), _col(_("Filed at"), "filed_at_words"), _col(_("Filed on"), "filed_on"),
            _words(_("Drafted by"), "drafted_by_kind"), _words(_("Signed by"), "signed_by_kind"),
            _money(_("Asked"), "asked_paise"), _col(_("First order"), "first_ordered_on"),
            _money(_("Ordered"), "ordered_paise"), _money(_("Received"), "credited_paise"),
        ), ("survivor_file",)),
        Register("lawyers", _("Lawyers"), Assignment, "starts_on", Permission.FILE_READ, (
            FILE, Col(_("Lawyer"), (), lambda row: row.lawyer.name), _words(_("Lawyer type"), "lawyer_kind"),
            _col(_("From"), "starts_on"), _col(_("To"), "ends_on"),
        ), ("survivor_file", "lawyer")),
        Register("meetings", _("Meetings"), Meeting, "on", Permission.MEETING_READ, (
            _col(_("Day"), "on"), _words(_("Level"), "level"), _col(_("Place"), "place"),
            _col(_("With whom"), "with_whom"), _col(_("Days"), "days"),
        )),
        Register("promises", _("Promises"), Promise, "made_on", Permission.MEETING_READ, (
            _col(_("Made on"), "made_on"), _col(_("Promise"), "words"), _col(_("By whom"), "promised_by"),
            _col(_("Due"), "due_on"), _words(_("State"), "state"), _col(_("Kept on"), "kept_on"),
        )),
    )
}  # fmt: skip
