"""The registers: one table of columns each, from which page and export are both made.

No column is a vault field; a test walks every register against the privacy classes.
"""

from typing import Any

from django.db.models import F, OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.compensation.models import Claim, Order, Payment
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.legalaid.models import Assignment, Lawyer
from tafteesh.domain.meetings.models import Demand, Meeting, Promise
from tafteesh.domain.proceedings.models import (
    Accused,
    AccusedStatus,
    Correction,
    Fir,
    Hearing,
    InvestigationSpell,
)
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.links import link_or_none
from tafteesh.interfaces.web.registers.columns import (
    FILE,
    FIR,
    Col,
    Register,
    about,
    agency,
    col,
    days,
    money,
    telling,
    to_claim,
    to_file,
    to_fir,
    words,
    yes_no,
)

P = Permission


def came_from(actor: Actor, rows: Any) -> Any:
    """Each spell with the agency that had the investigation before it."""
    before = InvestigationSpell.objects.visible_to(actor).filter(
        fir=OuterRef("fir"), withdrawn_at=None, starts_on__lt=OuterRef("starts_on")
    )
    newest = before.order_by("-starts_on").values("agency_words")[:1]
    return rows.annotate(from_words=Subquery(newest))


def with_status(actor: Actor, rows: Any) -> Any:
    """Each accused with what became of him last, as far as she reaches it."""
    told = AccusedStatus.objects.visible_to(actor).filter(accused=OuterRef("pk"), withdrawn_at=None)
    newest = told.order_by(F("on").desc(nulls_last=True), "-recorded_at")
    return rows.annotate(
        now=Subquery(newest.values("status")[:1]), since=Subquery(newest.values("on")[:1])
    )


STATUSES = dict(AccusedStatus.Status.choices)
SURVIVORS = Register(
    "survivors", _("Survivors"), SurvivorFile, "opened_earliest", P.FILE_READ, (
        col(_("File"), "number"), words(_("Status"), "status"), words(_("About"), "scope"),
        words(_("Kind of other violence"), "violence"), about(_("Opened"), "opened"),
        col(_("Block"), "block__name"), telling(_("Gram panchayat"), "gram_panchayat"),
        col(_("Next hearing"), "next_hearing_on"), col(_("Last contact"), "last_contact_on"),
    ),
    joins=("block",), status="status",
    link=lambda row: link_or_none("files:file", file_id=row.pk),
    empty=_("Files stand here as soon as they are opened or brought in from a workbook."),
)  # fmt: skip
FIRS = Register(
    "firs", _("FIRs"), Fir, "registered_earliest", P.PROCEEDING_READ, (
        Col(_("FIR"), ("station_words", "number", "year"), lambda row: row.reference),
        words(_("Side"), "area"), about(_("Registered"), "registered"),
        col(_("GD number"), "diary_number"), col(_("Copy given on"), "copy_given_on"),
        agency(_("Now with"), "agency_kind"), col(_("Court"), "court_words"), col(_("CNR"), "cnr"),
    ),
    status="area", station="station_key",
    link=lambda row: link_or_none("proceedings:fir", fir_id=row.pk),
    empty=_("FIRs stand here as soon as one is recorded on a survivor's file."),
)  # fmt: skip
INVESTIGATIONS = Register(
    "investigations", _("Investigations and transfers"), InvestigationSpell, "starts_on",
    P.PROCEEDING_READ, (
        FIR, Col(_("From"), ("agency_words",), lambda row: row.from_words),
        col(_("To"), "agency_words"), words(_("Agency type"), "agency_kind"),
        col(_("Asked"), "requested_on"), col(_("Ordered"), "ordered_on"),
        days(_("Days to the order"), "requested_on", "ordered_on"),
        col(_("Papers received"), "received_on"),
        days(_("Days to the papers"), "requested_on", "received_on"),
        days(_("Days from the FIR (1 asked)"), "fir__registered_earliest", "received_on"),
        col(_("First day"), "starts_on"), col(_("Last day"), "ends_on"),
    ),
    joins=("fir",), status="agency_kind", station="fir__station_key", link=to_fir, more=came_from,
    empty=_("Who investigates stands here as soon as it is recorded on a FIR."),
)  # fmt: skip
CORRECTIONS = Register(
    "corrections", _("Procedural corrections"), Correction, "filed_on", P.PROCEEDING_READ, (
        FIR, words(_("Of what"), "of"), words(_("Why"), "reason"), words(_("Forum"), "forum"),
        words(_("Escalation"), "escalation"), col(_("Number"), "number"),
        col(_("Filed on"), "filed_on"), col(_("Decided on"), "decided_on"),
        days(_("Days"), "filed_on", "decided_on"), words(_("Result"), "result"),
    ),
    joins=("fir",), status="result", station="fir__station_key", link=to_fir,
    empty=_("Corrections stand here as soon as one is asked for on a FIR."),
)  # fmt: skip
CLAIMS = Register(
    "claims", _("Claims"), Claim, "filed_on", P.CLAIM_READ, (
        FILE, col(_("Number"), "number"), col(_("Filed at"), "filed_at_words"),
        col(_("Filed on"), "filed_on"), words(_("Drafted by"), "drafted_by_kind"),
        words(_("Signed by"), "signed_by_kind"), money(_("Asked"), "asked_paise"),
        col(_("First order"), "first_ordered_on"), money(_("Ordered"), "ordered_paise"),
        money(_("Received"), "credited_paise"),
    ),
    joins=("survivor_file",), status="signed_by_kind",
    link=lambda row: link_or_none("compensation:claim", claim_id=row.pk) or to_file(row),
    empty=_("Claims stand here as soon as one is filed."),
)  # fmt: skip
ORDERS = Register(
    "orders", _("Orders on claims"), Order, "ordered_on", P.CLAIM_READ, (
        FILE, words(_("Kind"), "kind"), col(_("Ordered on"), "ordered_on"),
        col(_("Authority"), "authority_words"), money(_("Amount"), "amount_paise"),
        money(_("It adds"), "increase_paise"), words(_("Her answer"), "her_answer"),
        col(_("Answered on"), "answered_on"),
    ),
    joins=("survivor_file",), status="kind", link=to_claim,
    empty=_("Orders stand here as soon as one is recorded on a claim."),
)  # fmt: skip
PAYMENTS = Register(
    "payments", _("Payments received"), Payment, "credited_on", P.CLAIM_READ, (
        FILE, col(_("Received on"), "credited_on"), money(_("Amount"), "amount_paise"),
        col(_("By the order of"), "order__ordered_on"),
        days(_("Days since the order"), "order__ordered_on", "credited_on"),
    ),
    joins=("survivor_file", "order"), link=to_claim,
    empty=_("Payments stand here as soon as money has reached an account."),
)  # fmt: skip
LAWYERS = Register(
    "lawyers", _("Lawyers"), Lawyer, "", P.LEGALAID_WRITE, (
        col(_("Lawyer"), "name"), words(_("Lawyer type"), "kind"),
    ),
    status="kind", link=lambda row: link_or_none("legalaid:lawyer", lawyer_id=row.pk),
    empty=_("Lawyers stand here as soon as one is known to the office."),
)  # fmt: skip
ASSIGNMENTS = Register(
    "assignments", _("Who acts for whom"), Assignment, "starts_on", P.FILE_READ, (
        FILE, col(_("Lawyer"), "lawyer__name"), words(_("Lawyer type"), "lawyer_kind"),
        words(_("For what"), "for_what"), col(_("First contact"), "first_contact_on"),
        col(_("First day"), "starts_on"), col(_("Last day"), "ends_on"),
    ),
    joins=("survivor_file", "lawyer"), status="lawyer_kind", link=to_file,
    empty=_("Lawyers of survivors stand here as soon as one is assigned."),
)  # fmt: skip
ACCUSED = Register(
    "accused", _("Accused"), Accused, "", P.PROCEEDING_READ, (
        FIR, col(_("Number"), "ordinal", number=True), words(_("Part"), "part"),
        Col(_("Status"), ("ordinal",), lambda row: STATUSES.get(row.now, _("Not known"))),
        Col(_("Since"), ("ordinal",), lambda row: row.since),
    ),
    joins=("fir",), status="part", station="fir__station_key", link=to_fir, more=with_status,
    empty=_("Accused stand here by number as soon as one is recorded on a FIR. No name is in this list."),
)  # fmt: skip
HEARINGS = Register(
    "hearings", _("Hearings"), Hearing, "on", P.PROCEEDING_READ, (
        FIR, col(_("Day"), "on"), col(_("Court"), "court_words"), words(_("Outcome"), "outcome"),
        words(_("Why"), "why"), words(_("Stage"), "stage"), col(_("Next date"), "next_on"),
        yes_no(_("By video link"), "by_video_link"),
    ),
    joins=("fir",), status="outcome", station="fir__station_key", link=to_fir,
    empty=_("Hearings stand here as soon as a date is recorded."),
)  # fmt: skip
MEETINGS = Register(
    "meetings", _("Meetings"), Meeting, "on", P.MEETING_READ, (
        col(_("Day"), "on"), words(_("Level"), "level"), col(_("Place"), "place"),
        col(_("With whom"), "with_whom"), col(_("Days"), "days", number=True),
        yes_no(_("With a brief"), "brief_attached"),
    ),
    status="level", link=lambda row: link_or_none("meetings:meeting", meeting_id=row.pk),
    empty=_("Meetings stand here as soon as one is recorded."),
)  # fmt: skip
DEMANDS = Register(
    "demands", _("Demands"), Demand, "meeting__on", P.MEETING_READ, (
        col(_("Day"), "meeting__on"), words(_("Level"), "meeting__level"), col(_("Demand"), "words"),
    ),
    joins=("meeting",),
    link=lambda row: link_or_none("meetings:meeting", meeting_id=row.meeting_id),
    empty=_("Demands stand here as soon as one is raised at a meeting."),
)  # fmt: skip
PROMISES = Register(
    "promises", _("Promises"), Promise, "made_on", P.MEETING_READ, (
        col(_("Made on"), "made_on"), col(_("Promise"), "words"), col(_("By whom"), "promised_by"),
        col(_("Due"), "due_on"), words(_("State"), "state"), col(_("Kept on"), "kept_on"),
    ),
    status="state", link=lambda row: link_or_none("meetings:meeting", meeting_id=row.meeting_id),
    empty=_("Promises stand here as soon as one is made at a meeting."),
)  # fmt: skip

REGISTERS: dict[str, Register] = {
    register.name: register
    for register in (
        SURVIVORS, FIRS, ACCUSED, INVESTIGATIONS, CORRECTIONS, HEARINGS, CLAIMS, ORDERS, PAYMENTS,
        ASSIGNMENTS, LAWYERS, MEETINGS, DEMANDS, PROMISES,
    )
}  # fmt: skip
