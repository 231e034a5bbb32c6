"""Every value that can be corrected: what it is called, where it stands, and how it is withdrawn.

`replaced` records are those a figure counts one by one: a corrected one is withdrawn and entered again, and
what hangs on it (`carried`) follows. Of the others the value changes and `FieldChange` keeps what it was.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from django.db import models
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.compensation.models import Appeal, Claim, Order, Payment, Sanction
from tafteesh.domain.files.models import (
    FileStatusSpell,
    Identity,
    Rescue,
    Restoration,
    ShelterSpell,
    SurvivorFile,
    Taking,
)
from tafteesh.domain.legalaid.models import (
    Appearance,
    Assignment,
    HerWord,
    LegalAidRequest,
    Reminder,
)
from tafteesh.domain.proceedings.models import (
    Accused,
    ChargeSheet,
    ChargeSheetAccused,
    ChargeSheetSection,
    Correction,
    Fir,
    FirSection,
    Hearing,
    InvestigationSpell,
    Letter,
)
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.kernel.approx_date import ApproxDate
from tafteesh.foundation.kernel.money import rupees

P = Permission
Raw = dict[str, Any]  # column: value as JSON holds it


class Shape(Enum):
    """How a value is written and read."""

    DAY = "day"
    ABOUT = "about"  # earliest, latest, and the words as told where the table keeps them
    MONEY = "money"
    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"
    SEALED = "sealed"


@dataclass(frozen=True)
class Field:
    """One value of a record, with the columns that make it."""

    code: str
    label: LazyText
    shape: Shape
    columns: tuple[str, ...]
    may_be_empty: bool = True

    def raw(self, row: models.Model) -> Raw:
        """The columns as JSON holds them; what is sealed stays out."""
        if self.shape is Shape.SEALED:
            return {}
        return {name: _plain(getattr(row, name)) for name in self.columns}

    def value(self, raw: Mapping[str, Any]) -> Any:
        """What a form shows: a day, an approximate day, paise, a code, a text."""
        first = raw.get(self.columns[0])
        if self.shape is Shape.DAY:
            return date.fromisoformat(first) if first else None
        if self.shape is Shape.ABOUT:
            return self._about(raw)
        return first

    def _about(self, raw: Mapping[str, Any]) -> ApproxDate | None:
        first, last = raw.get(self.columns[0]), raw.get(self.columns[1])
        if not first or not last:
            return None
        words = raw.get(self.columns[2]) or "" if len(self.columns) > 2 else ""
        return ApproxDate(date.fromisoformat(first), date.fromisoformat(last), words)

    def columns_of(self, value: Any) -> Raw:
        """The columns that a new value makes, as JSON holds them."""
        if self.shape is not Shape.ABOUT:
            empty = None if self.shape in (Shape.DAY, Shape.MONEY, Shape.NUMBER) else ""
            return {self.columns[0]: empty if value is None else _plain(value)}
        days = [value.earliest, value.latest] if value else [None, None]
        made: Raw = dict(zip(self.columns[:2], map(_plain, days), strict=True))
        for name in self.columns[2:]:
            if name.endswith("_words"):
                made[name] = value.words if value else ""
            elif value:
                made[name] = "known"
            else:
                made[name] = "not_known"
        return made

    def words(self, raw: Mapping[str, Any], model: type[models.Model]) -> str:
        """The value as a person reads it; empty where there is none."""
        value = self.value(raw)
        if value in (None, ""):
            return ""
        if self.shape is Shape.MONEY:
            return rupees(value)
        if isinstance(value, date):
            return f"{value:%d-%m-%Y}"
        if isinstance(value, ApproxDate):
            return _about_words(value)
        if self.shape is Shape.CHOICE:
            column = model._meta.get_field(self.columns[0])
            return str(dict(getattr(column, "flatchoices", ())).get(value, value))
        return str(value)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _about_words(days: ApproxDate) -> str:
    if days.exact:
        return f"{days.exact:%d-%m-%Y}"
    between = gettext("%(first)s to %(last)s") % {
        "first": f"{days.earliest:%d-%m-%Y}",
        "last": f"{days.latest:%d-%m-%Y}",
    }
    return f"{days.words} ({between})" if days.words else between


@dataclass(frozen=True)
class RecordKind:
    """One kind of record whose values can be corrected."""

    code: str
    label: LazyText
    model: type[models.Model]
    permission: Permission
    fields: tuple[Field, ...]
    replaced: bool = False
    on_fir: bool = False
    carried: tuple[tuple[type[models.Model], str], ...] = ()

    @property
    def by_code(self) -> dict[str, Field]:
        return {field.code: field for field in self.fields}

    def subject_of(self, row: models.Model) -> uuid.UUID:
        """The file or the FIR that the record is about: its key seals what is sealed."""
        if isinstance(row, SurvivorFile | Fir):
            return row.pk
        found: uuid.UUID = getattr(row, "fir_id" if self.on_fir else "survivor_file_id")
        return found


def _f(code: str, label: LazyText, shape: Shape, *columns: str, must: bool = False) -> Field:
    return Field(code, label, shape, columns or (code,), may_be_empty=not must)


def _about(name: str, label: LazyText, *more: str) -> Field:
    return _f(name, label, Shape.ABOUT, f"{name}_earliest", f"{name}_latest", *more)


def _told(name: str, label: LazyText) -> Field:
    return _about(name, label, f"{name}_words", f"{name}_answer")


D, M, T, N, C, S = Shape.DAY, Shape.MONEY, Shape.TEXT, Shape.NUMBER, Shape.CHOICE, Shape.SEALED
KINDS: tuple[RecordKind, ...] = (
    RecordKind("file", _("File"), SurvivorFile, P.FILE_WRITE, (
        _f("status", pgettext_lazy("field of a record", "Status"), C, must=True),
        _f("scope", pgettext_lazy("field of a record", "Kind of case"), C, must=True),
        _f("violence", pgettext_lazy("field of a record", "Kind of violence"), C),
        _about("opened", pgettext_lazy("field of a record", "Day the file was opened"), "opened_words"),
        _f("destination", pgettext_lazy("field of a record", "Where she was taken"), T),
        _f("gram_panchayat", pgettext_lazy("field of a record", "Gram panchayat"), T),
    )),
    RecordKind("identity", pgettext_lazy("kind of record", "Who she is"), Identity, P.FILE_WRITE, (
        _told("born", pgettext_lazy("field of a record", "Born")),
        _f("gender", pgettext_lazy("field of a record", "Gender"), C, must=True),
        _f("name_used", pgettext_lazy("field of a record", "Name she uses"), S),
        _f("name_on_papers", pgettext_lazy("field of a record", "Name on papers"), S),
        _f("relation_name", pgettext_lazy("field of a record", "Name of father, mother or husband"), S),
        _f("phone", pgettext_lazy("field of a record", "Phone"), S),
        _f("address", pgettext_lazy("field of a record", "Address"), S),
    )),
    RecordKind("status", pgettext_lazy("kind of record", "Her status in time"), FileStatusSpell, P.FILE_WRITE, (
        _f("status", pgettext_lazy("field of a record", "Status"), C, must=True),
        _f("starts_on", pgettext_lazy("field of a record", "Since"), D, must=True),
        _f("why", pgettext_lazy("field of a record", "Reason"), C),
    ), replaced=True),
    RecordKind("taking", pgettext_lazy("kind of record", "When she was taken"), Taking, P.FILE_WRITE, (
        _told("taken", pgettext_lazy("field of a record", "Day she was taken")),
        _f("destination", pgettext_lazy("field of a record", "Where she was taken"), T),
    ), replaced=True),
    RecordKind("rescue", pgettext_lazy("kind of record", "Rescue or return"), Rescue, P.FILE_WRITE, (
        _told("rescued", pgettext_lazy("field of a record", "Day of rescue")),
        _f("by_whom", pgettext_lazy("field of a record", "Rescued by"), C, must=True),
        _f("place", pgettext_lazy("field of a record", "Place of rescue"), T),
    ), replaced=True),
    RecordKind("shelter", pgettext_lazy("kind of record", "Days in a shelter"), ShelterSpell, P.FILE_WRITE, (
        _f("starts_on", pgettext_lazy("field of a record", "First day in the shelter"), D, must=True),
        _f("ends_on", pgettext_lazy("field of a record", "Last day in the shelter"), D),
        _f("home_words", pgettext_lazy("field of a record", "Name of the home"), T),
    ), replaced=True),
    RecordKind("restoration", pgettext_lazy("kind of record", "Restoration"), Restoration, P.FILE_WRITE, (
        _f("requested_on", pgettext_lazy("field of a record", "Restoration asked for on"), D),
        _f("visited_on", pgettext_lazy("field of a record", "Home visited on"), D),
        _f("report_sent_on", pgettext_lazy("field of a record", "Report sent on"), D),
        _f("accepted_on", pgettext_lazy("field of a record", "Accepted on"), D),
        _f("restored_on", pgettext_lazy("field of a record", "Home again on"), D),
    ), replaced=True),
    RecordKind("fir", _("FIR"), Fir, P.PROCEEDING_WRITE, (
        _f("number", pgettext_lazy("field of a record", "FIR number"), N, must=True),
        _f("year", pgettext_lazy("field of a record", "FIR year"), N, must=True),
        _f("station_words", pgettext_lazy("field of a record", "Police station"), T, must=True),
        _told("registered", pgettext_lazy("field of a record", "FIR date")),
        _f("informant", pgettext_lazy("field of a record", "Who went to the police"), C),
        _f("informant_name", pgettext_lazy("field of a record", "Name of the informant"), S),
        _f("copy_given_on", pgettext_lazy("field of a record", "FIR copy given on"), D),
        _f("diary_number", pgettext_lazy("field of a record", "Diary number"), T),
        _about("diary", pgettext_lazy("field of a record", "Day of the diary entry")),
        _about("offence", pgettext_lazy("field of a record", "Day of the offence")),
        _f("court_words", pgettext_lazy("field of a record", "Court"), T),
        _f("court_number", pgettext_lazy("field of a record", "Number in court"), T),
        _f("cnr", pgettext_lazy("field of a record", "CNR"), T),
    ), on_fir=True),
    RecordKind("section", pgettext_lazy("kind of record", "Section of the FIR"), FirSection, P.PROCEEDING_WRITE, (
        _f("number_words", pgettext_lazy("field of a record", "Section"), T, must=True),
        _f("act_words", pgettext_lazy("field of a record", "Act"), T, must=True),
        _f("added_on", pgettext_lazy("field of a record", "Added on"), D),
    ), replaced=True, on_fir=True),
    RecordKind("accused", pgettext_lazy("kind of record", "Accused person"), Accused, P.PROCEEDING_WRITE, (
        _f("name", pgettext_lazy("field of a record", "Name of the accused"), S),
        _f("part", pgettext_lazy("field of a record", "Part in it"), C, must=True),
        _f("age_years", pgettext_lazy("field of a record", "Age in years"), N),
    ), on_fir=True),
    RecordKind("spell", pgettext_lazy("kind of record", "Who investigates"), InvestigationSpell, P.PROCEEDING_WRITE, (
        _f("agency_words", pgettext_lazy("field of a record", "Who investigates"), T, must=True),
        _f("requested_on", pgettext_lazy("field of a record", "Transfer asked for on"), D),
        _f("ordered_on", pgettext_lazy("field of a record", "Transfer ordered on"), D),
        _f("received_on", pgettext_lazy("field of a record", "Papers received on"), D),
        _f("officer_words", pgettext_lazy("field of a record", "Officer"), T),
    ), replaced=True, on_fir=True),
    RecordKind("charge_sheet", pgettext_lazy("kind of record", "Charge sheet"), ChargeSheet, P.PROCEEDING_WRITE, (
        _f("number", pgettext_lazy("field of a record", "Number of the charge sheet"), T),
        _about("filed", pgettext_lazy("field of a record", "Charge sheet date")),
    ), replaced=True, on_fir=True, carried=((ChargeSheetAccused, "charge_sheet"), (ChargeSheetSection, "charge_sheet"))),
    RecordKind("hearing", pgettext_lazy("kind of record", "Hearing"), Hearing, P.HEARING_RECORD, (
        _f("outcome", pgettext_lazy("field of a record", "What happened"), C, must=True),
        _f("next_on", pgettext_lazy("field of a record", "Next date in court"), D),
        _f("court_words", pgettext_lazy("field of a record", "Court"), T),
    ), replaced=True, on_fir=True, carried=((Appearance, "hearing"),)),
    RecordKind("correction", pgettext_lazy("kind of record", "Procedural correction"), Correction, P.CORRECTION_WRITE, (
        _f("filed_on", pgettext_lazy("field of a record", "Correction filed on"), D),
        _f("decided_on", pgettext_lazy("field of a record", "Decided on"), D),
        _f("result", pgettext_lazy("field of a record", "Result of the correction"), C, must=True),
        _f("forum", pgettext_lazy("field of a record", "Where it was filed"), C, must=True),
        _f("number", pgettext_lazy("field of a record", "Number of the petition"), T),
    ), replaced=True, on_fir=True, carried=((Correction, "escalates"), (Letter, "correction"))),
    RecordKind("claim", pgettext_lazy("kind of record", "Claim"), Claim, P.CLAIM_WRITE, (
        _f("filed_on", pgettext_lazy("field of a record", "Claim filed on"), D),
        _f("filed_at_words", pgettext_lazy("field of a record", "Filed at"), T),
        _f("number", pgettext_lazy("field of a record", "Number of the claim"), T),
        _f("asked_paise", pgettext_lazy("field of a record", "Amount asked"), M),
        _f("drafted_by_kind", pgettext_lazy("field of a record", "Drafted by"), C, must=True),
        _f("signed_by_kind", pgettext_lazy("field of a record", "Signed by"), C, must=True),
    )),
    RecordKind("order", pgettext_lazy("kind of record", "Order"), Order, P.CLAIM_WRITE, (
        _f("ordered_on", pgettext_lazy("field of a record", "Order date"), D, must=True),
        _f("amount_paise", pgettext_lazy("field of a record", "Amount ordered"), M, must=True),
        _f("authority_words", pgettext_lazy("field of a record", "Ordered by"), T),
    ), replaced=True, carried=((Appeal, "order"), (Sanction, "order"), (Payment, "order"), (Order, "appeals"))),
    RecordKind("sanction", pgettext_lazy("kind of record", "Sanction"), Sanction, P.CLAIM_WRITE, (
        _f("sanctioned_on", pgettext_lazy("field of a record", "Released on"), D, must=True),
        _f("amount_paise", pgettext_lazy("field of a record", "Amount released"), M),
    ), replaced=True),
    RecordKind("payment", pgettext_lazy("kind of record", "Money received"), Payment, P.PAYMENT_RECORD, (
        _f("credited_on", pgettext_lazy("field of a record", "Money received on"), D, must=True),
        _f("amount_paise", pgettext_lazy("field of a record", "Amount received"), M, must=True),
    ), replaced=True),
    RecordKind("lawyer", pgettext_lazy("kind of record", "Lawyer"), Assignment, P.LEGALAID_WRITE, (
        _f("lawyer_kind", pgettext_lazy("field of a record", "Her lawyer's kind"), C, must=True),
        _f("for_what", pgettext_lazy("field of a record", "What the lawyer acts in"), C, must=True),
        _f("assigned_on", pgettext_lazy("field of a record", "Assigned on"), D),
        _f("first_contact_on", pgettext_lazy("field of a record", "First met on"), D),
        _f("starts_on", pgettext_lazy("field of a record", "Acts from"), D, must=True),
    ), replaced=True, carried=((Appearance, "assignment"), (HerWord, "assignment"))),
    RecordKind("request", pgettext_lazy("kind of record", "Request for legal aid"), LegalAidRequest, P.LEGALAID_WRITE, (
        _f("requested_on", pgettext_lazy("field of a record", "Legal aid asked for on"), D, must=True),
        _f("answered_on", pgettext_lazy("field of a record", "Answered on"), D),
        _f("authority_words", pgettext_lazy("field of a record", "Asked of"), T),
    ), replaced=True, carried=((Assignment, "request"), (Reminder, "request"))),
)  # fmt: skip
BY_CODE = {kind.code: kind for kind in KINDS}

# The critical fields of a check against paper, as they are corrected.
CHECKED_AS: dict[str, tuple[str, str]] = {
    "status": ("file", "status"),
    "scope": ("file", "scope"),
    "correction": ("correction", "result"),
    "born": ("identity", "born"),
    "gender": ("identity", "gender"),
    "taken": ("taking", "taken"),
    "rescued": ("rescue", "rescued"),
    "fir_number": ("fir", "number"),
    "fir_station": ("fir", "station_words"),
    "fir_date": ("fir", "registered"),
    "copy_given": ("fir", "copy_given_on"),
    "agency": ("spell", "agency_words"),
    "received": ("spell", "received_on"),
    "charge_sheet": ("charge_sheet", "filed"),
    "next_hearing": ("hearing", "next_on"),
    "claim_filed": ("claim", "filed_on"),
    "ordered_on": ("order", "ordered_on"),
    "ordered": ("order", "amount_paise"),
    "credited": ("payment", "amount_paise"),
    "lawyer": ("lawyer", "lawyer_kind"),
}
