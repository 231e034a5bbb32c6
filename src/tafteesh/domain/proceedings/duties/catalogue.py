"""The duties that are watched: which limit of the law, from which event to which, and on which condition.

How long a limit is, which law sets it and whether it may alert comes from the rows of the law's list, so that
another edition changes the outcome. What stands here is what those rows say in words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.proceedings.duties.counting import Length, Unit
from tafteesh.domain.proceedings.duties.engine import Rule
from tafteesh.domain.proceedings.models import Correction
from tafteesh.reference.law.models import Deadline
from tafteesh.reference.law.queries import deadlines_in_force

Why = Correction.Reason


class Of(StrEnum):
    """Whose matter a duty is: one for the FIR, or one for each accused, claim or request."""

    FIR = "fir"
    ACCUSED = "accused"
    CLAIM = "claim"
    REQUEST = "request"


@dataclass(frozen=True)
class Duty:
    """One duty. `limit` names a row of the law's list; without one no time is fixed."""

    key: str
    title: str | Promise
    trigger: str
    event: str
    why: str  # the reason of the correction that it calls for
    limit: str = ""
    law: str = ""  # only where no row of the list says it
    applies_if: tuple[str, ...] = ()
    asked: str = ""
    of: Of = Of.FIR
    who: str | Promise = ""  # accountable
    counts_first_day: bool = False
    moves_when_closed: bool = False
    stood_before: bool = False  # the limit stood in the Code before
    stood_from: date | None = None
    is_arguable: bool = False  # shown, never told as late
    waiting_is_lapse: bool = False
    proof: str = ""  # the kind of step that its paper is attached to


POLICE, COURT, LEGAL_SERVICES = (
    _("Officer in charge"),
    _("Court"),
    _("Legal services authority"),
)
IO = _("Investigating officer")
BOTH_CODES = date(2018, 4, 21)  # the two months of CrPC 173(1A) for rape

DUTIES: tuple[Duty, ...] = (
    Duty(
        "diary-to-fir", _("Missing report registered as FIR"), "diary", "fir", Why.DIARY_NOT_FIR,
        "D-MISS-FIR", applies_if=("child",), who=POLICE,
    ),
    Duty(
        "complaint-to-fir", _("Complaint registered as FIR"), "complaint", "fir",
        Why.FIR_NOT_REGISTERED, "D-FIR-REG", applies_if=("complaint_given",), who=POLICE, stood_before=True,
    ),
    Duty(
        "zero-fir", _("Zero FIR sent to the police station of the place"), "fir", "zero_moved",
        Why.ZERO_FIR, law="BNSS 173(1)", applies_if=("zero_fir",), asked="asked:zero_fir", who=POLICE,
        waiting_is_lapse=True,
    ),
    Duty(
        "fir-copy", _("Free copy of the FIR"), "fir", "copy_given", Why.COPY_NOT_GIVEN,
        "D-FIR-COPY", who=POLICE, stood_before=True,
    ),
    Duty(
        "trafficking-section", _("Trafficking sections in the FIR"), "fir", "trafficking_section",
        Why.TRAFFICKING_SECTION, law="IPC 370, BNS 143", applies_if=("trafficking",),
        asked="asked:trafficking_section", who=IO, waiting_is_lapse=True,
    ),
    Duty(
        "pocso-section", _("POCSO sections in the FIR"), "fir", "pocso_section",
        Why.POCSO_SECTION, law="POCSO 4 to 12", applies_if=("child", "sexual"),
        asked="asked:pocso_section", who=IO, waiting_is_lapse=True,
    ),
    Duty(
        "pocso-cwc", _("CWC and Special Court told of the child"), "fir", "cwc_told", Why.OTHER,
        "D-POCSO-CWC", applies_if=("pocso",), who=POLICE,
    ),
    Duty(
        "to-ahtu", _("Moved to the AHTU"), "ahtu_due", "ahtu_received", Why.NOT_SENT_TO_AHTU,
        "D-WB-AHTU-24H", applies_if=("ahtu_eligible", "west_bengal"), who=POLICE,
    ),
    Duty(
        "accused-left-out", _("The accused of the other side are in this FIR, too"), "fir",
        "cured:accused_left_out", Why.ACCUSED_LEFT_OUT, law="State v Sangita Sahu; BNSS 193(9), CrPC 173(8)",
        applies_if=("recruiters_absent",), asked="asked:accused_left_out", who=IO, waiting_is_lapse=True,
    ),
    Duty(
        "false-case", _("No false case against her family"), "false_case", "false_case_ended",
        Why.FALSE_CASE, law="BNSS 528, CrPC 482", asked="asked:false_case", who=POLICE,
        waiting_is_lapse=True,
    ),
    Duty(
        "interstate", _("Investigation in the other State"), "fir", "interstate",
        Why.NO_INTERSTATE, law="State v Sangita Sahu; BNSS 177", applies_if=("two_states",),
        asked="asked:no_interstate", who=IO, waiting_is_lapse=True,
    ),
    Duty(
        "statement", _("Statement before the Magistrate"), "statement_due", "statement_magistrate",
        Why.STATEMENT_LATE, "D-183-STMT", applies_if=("statement_sections",), who=IO,
        stood_before=True, stood_from=date(2013, 2, 3),
    ),
    Duty(
        "medical", _("Medical examination"), "rape_known", "medical", Why.OTHER, "D-MED-24H",
        applies_if=("rape", "medical_consent"), who=IO, stood_before=True,
        stood_from=date(2006, 6, 23),
    ),
    Duty(
        "medical-report", _("Medical report sent to the officer"), "medical", "medical_report",
        Why.OTHER, "D-MED-REPORT", applies_if=("rape",), who=_("Doctor"),
    ),
    Duty(
        "age", _("Age verified"), "fir", "age_proof", Why.AGE_NOT_VERIFIED, law="JJ 94",
        applies_if=("age_in_doubt",), asked="asked:age_not_verified", who=IO, waiting_is_lapse=True,
    ),
    Duty(
        "arrest", _("Accused arrested"), "fir", "arrested", Why.NOT_ARRESTED, law="BNSS 35, CrPC 41",
        asked="asked:not_arrested", of=Of.ACCUSED, who=IO, waiting_is_lapse=True,
    ),
    Duty(
        "produced", _("Accused before a Magistrate"), "arrested", "produced", Why.OTHER,
        "D-PROD-24H", of=Of.ACCUSED, who=POLICE, stood_before=True,
    ),
    Duty(
        "bail-opposed", _("Bail opposed"), "bail_granted", "bail_opposed", Why.BAIL_NOT_OPPOSED,
        law="BNSS 483(3), CrPC 439(2)", of=Of.ACCUSED, who=_("Public prosecutor"),
        asked="asked:bail_not_opposed", waiting_is_lapse=True,
    ),
    Duty(
        "charge-sheet-90", _("Charge sheet before default bail: 90 days"), "first_remand",
        "charge_sheet", Why.CHARGE_SHEET_LATE, "D-BAIL-90", applies_if=("bail_90",), of=Of.ACCUSED,
        who=IO, counts_first_day=True, stood_before=True,
    ),
    Duty(
        "charge-sheet-60", _("Charge sheet before default bail: 60 days"), "first_remand",
        "charge_sheet", Why.CHARGE_SHEET_LATE, "D-BAIL-60", applies_if=("bail_60",), of=Of.ACCUSED,
        who=IO, counts_first_day=True, stood_before=True,
    ),
    Duty(
        "charge-sheet-60-arguable", _("Charge sheet before default bail: 60 days, courts differ"),
        "first_remand", "charge_sheet", Why.CHARGE_SHEET_LATE, "D-BAIL-60",
        applies_if=("bail_arguable",), of=Of.ACCUSED, who=IO, counts_first_day=True,
        stood_before=True, is_arguable=True,
    ),
    Duty(
        "investigation-2-months", _("Investigation completed"), "rape_known", "charge_sheet",
        Why.CHARGE_SHEET_LATE, "D-INV-2M", applies_if=("rape_or_pocso",), who=IO,
        stood_before=True, stood_from=BOTH_CODES,
    ),
    Duty(
        "progress", _("Told how the investigation goes"), "fir", "progress_told", Why.OTHER,
        "D-PROGRESS-90", applies_if=("still_investigated_after_90",), who=IO,
    ),
    Duty(
        "accused-dropped", _("Every accused of the FIR in the charge sheet"), "charge_sheet",
        "cured:accused_dropped", Why.ACCUSED_DROPPED, law="BNSS 193(9), CrPC 173(8)",
        applies_if=("accused_dropped",), asked="asked:accused_dropped", who=IO,
        waiting_is_lapse=True,
    ),
    Duty(
        "sections-dropped", _("Every section of the FIR in the charge sheet"), "charge_sheet",
        "cured:sections_dropped", Why.SECTIONS_DROPPED, law="BNSS 193(9), CrPC 173(8)",
        applies_if=("sections_dropped",), asked="asked:sections_dropped", who=IO,
        waiting_is_lapse=True,
    ),
    Duty(
        "closure-told", _("Told of the final report before it is accepted"), "final_report",
        "closure_told", Why.FINAL_REPORT, law="Bhagwant Singh v Commissioner of Police (1985)",
        asked="asked:final_report", who=COURT, waiting_is_lapse=True,
    ),
    Duty(
        "further-investigation", _("Further investigation completed"), "further_ordered",
        "further_done", Why.OTHER, "D-FURTHER-90", applies_if=("trial_begun",), who=IO,
    ),
    Duty(
        "copies", _("Copies to the accused and to her lawyer"), "appearance", "copies_supplied",
        Why.OTHER, "D-COPIES-14", who=COURT, moves_when_closed=True,
    ),
    Duty(
        "commitment", _("Committed to the Court of Session"), "cognizance", "committed", Why.OTHER,
        "D-COMMIT-90", applies_if=("sessions_by_commitment",), who=COURT, moves_when_closed=True,
    ),
    Duty(
        "charges-sessions", _("Charges framed (Court of Session)"), "charge_hearing",
        "charges_framed", Why.OTHER, "D-CHARGE-60-S", applies_if=("sessions",), who=COURT,
        moves_when_closed=True,
    ),
    Duty(
        "charges-magistrate", _("Charges framed (Magistrate)"), "charge_hearing", "charges_framed",
        Why.OTHER, "D-CHARGE-60-M", applies_if=("magistrate",), who=COURT, moves_when_closed=True,
    ),
    Duty(
        "child-evidence", _("The child's evidence recorded"), "cognizance", "child_evidence",
        Why.OTHER, "D-POCSO-30", applies_if=("pocso",), who=COURT, moves_when_closed=True,
    ),
    Duty(
        "pocso-trial", _("Trial completed (POCSO)"), "cognizance", "judgment", Why.OTHER,
        "D-POCSO-1Y", applies_if=("pocso",), who=COURT, moves_when_closed=True,
    ),
    Duty(
        "summons", _("Summons served on her"), "summons_issued", "summons_received", Why.SUMMONS,
        law="BNSS 64, CrPC 62", asked="asked:summons", who=POLICE, waiting_is_lapse=True,
    ),
    Duty(
        "threat-report", _("Threat report for witness protection"), "threat_report_called",
        "threat_report", Why.OTHER, "D-WPS-5", who=_("Superintendent of Police"),
    ),
    Duty(
        "video-link", _("Video link for her evidence"), "summons_received", "video_link",
        Why.SUMMONS, law="BNSS 265(3), 530", asked="asked:video_link", who=COURT,
        applies_if=("video_asked",), waiting_is_lapse=True,
    ),
    Duty(
        "judgment-sessions", _("Judgment after arguments (Court of Session)"), "arguments_done",
        "judgment", Why.OTHER, "D-JUDG-30", applies_if=("sessions",), who=COURT,
        moves_when_closed=True,
    ),
    Duty(
        "judgment-magistrate", _("Judgment after the trial"), "arguments_done", "judgment",
        Why.OTHER, "D-JUDG-45", applies_if=("magistrate",), who=COURT, moves_when_closed=True,
    ),
    Duty(
        "identity", _("Her identity kept hidden"), "identity_disclosed", "identity_hidden",
        Why.IDENTITY_DISCLOSED, law="BNS 72, IPC 228A, POCSO 23, 33(7)", who=_("Whoever disclosed it"),
        waiting_is_lapse=True,
    ),
    Duty(
        "legal-aid", _("Request for legal aid decided"), "aid_requested", "aid_answered",
        Why.LEGAL_AID, "D-LEGALAID-7", of=Of.REQUEST, who=LEGAL_SERVICES,
    ),
    Duty(
        "interim-compensation", _("Interim compensation considered"), "claim_filed", "claim_ordered",
        Why.INTERIM_COMPENSATION, "D-COMP-INTERIM", asked="asked:interim_compensation", of=Of.CLAIM,
        who=LEGAL_SERVICES, stood_before=True, stood_from=date(2009, 12, 31), waiting_is_lapse=True,
    ),
    Duty(
        "compensation-60", _("Compensation inquiry completed (60 days)"), "claim_filed",
        "claim_ordered", Why.COMPENSATION, "D-NALSA-60", of=Of.CLAIM, who=LEGAL_SERVICES,
    ),
    Duty(
        "compensation-2-months", _("Compensation inquiry completed (two months)"), "claim_filed",
        "claim_ordered", Why.COMPENSATION, "D-COMP-2M", of=Of.CLAIM, who=LEGAL_SERVICES,
        stood_before=True, stood_from=date(2009, 12, 31),
    ),
    Duty(
        "award-paid", _("Money ordered and received"), "award", "claim_paid",
        Why.COMPENSATION, "D-COMP-PAY", of=Of.CLAIM, who=LEGAL_SERVICES, waiting_is_lapse=True,
    ),
)  # fmt: skip
BY_KEY: Mapping[str, Duty] = {duty.key: duty for duty in DUTIES}


def rules(limits: Iterable[Deadline]) -> dict[str, Rule]:
    """By key of a duty, its rule from the rows of the law's list; a duty whose row is gone has none."""
    rows = {row.key: row for row in limits}
    found = {}
    for duty in DUTIES:
        if not duty.limit:
            found[duty.key] = _rule_without_limit(duty)
        elif duty.limit in rows:
            found[duty.key] = _rule(duty, rows[duty.limit])
    return found


def rules_on(day: date) -> dict[str, Rule]:
    """The rules as the law's list stands on a day."""
    return rules(deadlines_in_force(day))


def _rule_without_limit(duty: Duty) -> Rule:
    return Rule(
        key=duty.key,
        version=1,
        trigger=duty.trigger,
        event=duty.event,
        length=Length(0, Unit.NOT_FIXED),
        law=duty.law,
        applies_if=duty.applies_if,
        asked=duty.asked,
    )


def _rule(duty: Duty, row: Deadline) -> Rule:
    return Rule(
        key=duty.key,
        version=row.rule_version,
        trigger=duty.trigger,
        event=duty.event,
        length=_length(duty, row),
        law=row.law,
        applies_if=duty.applies_if,
        asked=duty.asked,
        may_alert=row.may_alert and not duty.is_arguable,
        valid_from=duty.stood_from if duty.stood_before else row.valid_from,
        valid_to=row.valid_to,
    )


def _length(duty: Duty, row: Deadline) -> Length:
    unit = Unit.NOT_FIXED
    if row.unit == Unit.AT_ONCE or row.has_a_last_day:
        unit = Unit(row.unit)
    return Length(row.amount or 0, unit, duty.counts_first_day, duty.moves_when_closed)
