"""The catalogue: every number that this product tells, with its words, its unit and its one query.

The thirteen achievements of a year stand in `achievements`.
"""

from django.utils.translation import gettext_lazy as _

from tafteesh.domain.facts import completeness, expected, proof, sql, sums
from tafteesh.domain.facts.achievements import ACHIEVEMENTS
from tafteesh.domain.facts.figure import Indicator, NotYet

__all__ = ["ACHIEVEMENTS", "INDICATORS", "MONEY_WAITING", "NOT_YET"]

INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        "I1",
        _("Field accuracy"),
        _(
            "Fields that match their paper, of those that could be judged (matches and differs), in the newest round closed by the last day."
        ),
        _("per cent right"),
        _("fields that match their paper"),
        sql.CHECKED,
        proof.i1,
        denominator=_("fields judged"),
        exclusions=_("Fields without a readable paper; second looks; rounds that are not closed."),
        labels={
            "right": _("fields that match their paper"),
            "of": _("fields judged"),
            "low": _("95 in 100 sure, from per cent"),
            "high": _("95 in 100 sure, to per cent"),
        },
    ),
    Indicator(
        "I4",
        _("Procedural corrections"),
        _(
            "Corrections filed in the period; decided in the period; allowed of those decided; median days from filing to decision of those decided in the period."
        ),
        _("corrections"),
        _("corrections allowed"),
        sql.CORRECTIONS,
        sums.i4,
        denominator=_("corrections decided in the period"),
        labels={
            "filed": _("filed"),
            "decided": _("decided"),
            "allowed": _("allowed"),
            "partly": _("partly allowed"),
            "median_days": _("median days to decision"),
        },
    ),
    Indicator(
        "I5",
        _("AHTU transfers"),
        _(
            "Investigations whose agency became an AHTU or the CID, by the day on which the papers were received."
        ),
        _("investigations"),
        _("FIRs with papers received by an AHTU or the CID"),
        sql.TRANSFERS,
        sums.i5,
        labels={"cid": _("of which CID")},
    ),
    Indicator(
        "I6",
        _("AHTU coverage"),
        _(
            "FIRs with a section that belongs to an AHTU, and how many of them are with an AHTU or the CID on the last day; the middle of the hours from the FIR to its papers, of which the High Court asks 24."
        ),
        _("per cent of eligible FIRs"),
        _("eligible FIRs with an AHTU or the CID"),
        sql.AHTU_COVERAGE,
        sums.i6,
        denominator=_("FIRs with a trafficking section"),
        labels={
            "with_ahtu": _("with an AHTU or the CID"),
            "of": _("eligible FIRs"),
            "median_hours": _("hours to its papers, the middle"),
        },
    ),
    Indicator(
        "I7",
        _("Claims"),
        _("Claims filed in the period, and what became of them."),
        _("claims"),
        _("claims ordered"),
        sql.CLAIMS_FILED,
        sums.i7,
        denominator=_("claims filed in the period"),
        labels={
            "filed": _("filed"),
            "ordered": _("ordered"),
            "rejected": _("rejected"),
            "pending": _("pending"),
            "ordered_within_60_days": _("ordered within 60 days"),
        },
    ),
    Indicator(
        "I9",
        _("Days to compensation"),
        _(
            "Median days from application to the first order, of claims first ordered in the period; and from that order, and from application, to the first credit, of claims first credited in it."
        ),
        _("days"),
        _("median days"),
        sql.DAYS_TO_MONEY,
        sums.i9,
        labels={
            "application_to_order": _("application to order"),
            "order_to_credit": _("order to credit"),
            "application_to_credit": _("application to credit"),
            "n": _("claims"),
        },
    ),
    Indicator(
        "I10",
        _("Gain by appeal"),
        _("What orders on appeal of the period added to the orders before them."),
        _("rupees"),
        _("increase by orders on appeal"),
        sql.APPEAL_GAIN,
        sums.i10,
        denominator=_("amount of the orders before"),
        labels={"appeals": _("appeals decided"), "share": _("per cent")},
    ),
    Indicator(
        "I11",
        _("Representation"),
        _(
            "Active survivors with at least one current lawyer who costs her nothing, of active survivors who want or need one, on the last day."
        ),
        _("per cent of active survivors"),
        _("active survivors with a free lawyer"),
        sql.REPRESENTATION,
        sums.i11,
        denominator=_("active survivors who want or need a lawyer"),
        labels={"covered": _("with a free lawyer"), "of": _("active survivors")},
    ),
    Indicator(
        "I12",
        _("Use of legal aid"),
        _("Claims filed in the period that a legal-aid panel lawyer signed, of all claims filed."),
        _("claims"),
        _("claims signed by a legal-aid panel lawyer"),
        sql.CLAIMS_FILED,
        sums.i12,
        denominator=_("claims filed in the period"),
        labels={
            "of": _("claims filed"),
            "share": _("per cent"),
            "drafted_by_programme": _("of which drafted by the programme"),
        },
    ),
    Indicator(
        "I13",
        _("Delay of legal aid"),
        _(
            "Requests for legal aid made in the period and answered within seven days; median days to the answer."
        ),
        _("requests"),
        _("requests answered within seven days"),
        sql.LEGAL_AID_DELAY,
        sums.i13,
        denominator=_("requests made in the period"),
        labels={
            "answered_in_7_days": _("answered within 7 days"),
            "requests": _("requests"),
            "median_days": _("median days"),
        },
    ),
    Indicator(
        "I14",
        _("Inter-State completeness"),
        _("Inter-State files with a source FIR and a destination FIR, of all inter-State files."),
        _("per cent of inter-State files"),
        _("files with both FIRs"),
        sql.INTERSTATE,
        sums.i14,
        denominator=_("inter-State files"),
        labels={"both": _("with both FIRs"), "of": _("inter-State files")},
    ),
    Indicator(
        "I17",
        _("Presence of survivors"),
        _(
            "Different survivors, and survivor-days, at forums and meetings with officials in the period."
        ),
        _("survivors"),
        _("different survivors present"),
        sql.PRESENCE,
        sums.i17,
        labels={"survivor_days": _("survivor-days")},
    ),
    Indicator(
        "I18",
        _("Demands, promises, kept"),
        _(
            "Demands raised and promises made in the period; promises due by its last day, and kept by their day."
        ),
        _("promises"),
        _("promises kept by their day"),
        sql.DEMANDS_AND_PROMISES,
        sums.i18,
        denominator=_("promises due"),
        labels={
            "demands": _("demands"),
            "promises": _("promises"),
            "due": _("due"),
            "kept_by_due_date": _("kept by their day"),
        },
    ),
    Indicator(
        "I19",
        _("Meetings with officials"),
        _("Meetings held in the period, by level, and how many had a brief."),
        _("meetings"),
        _("meetings with a brief"),
        sql.OFFICIAL_MEETINGS,
        sums.i19,
        denominator=_("meetings held"),
        labels={"with_brief": _("with a brief"), "by_level": _("by level")},
    ),
    Indicator(
        "I20",
        _("Contact"),
        _(
            "Active survivors on the last day who were reached in the 60 days before it; the longest gap."
        ),
        _("per cent of active survivors"),
        _("active survivors reached in 60 days"),
        sql.CONTACT,
        sums.i20,
        denominator=_("active survivors"),
        labels={
            "met": _("reached in 60 days"),
            "of": _("active survivors"),
            "longest_gap": _("longest gap in days"),
            "never_met": _("no contact recorded"),
        },
    ),
    Indicator(
        "I21",
        _("Status of accused"),
        _("Accused persons in FIRs by their newest known status on the last day."),
        _("accused in FIRs"),
        _("accused by status"),
        sql.ACCUSED,
        sums.i21,
        labels={"by_status": _("by status")},
    ),
    Indicator(
        "I22",
        _("Use in research"),
        _("Products released in the period, and how many are tied to a frozen data set."),
        _("products"),
        _("products on a frozen data set"),
        sql.PRODUCTS,
        sums.i22,
        denominator=_("products released"),
        labels={"frozen": _("on a frozen data set")},
    ),
    Indicator(
        "I2",
        _("Completeness"),
        _(
            "Values that are expected at the stage of each active file and are there, or have a reason why not, of all that are expected."
        ),
        _("per cent of expected values"),
        _("values there, or with a reason why not"),
        expected.EXPECTED_VALUES,
        completeness.i2,
        denominator=_("values expected"),
        exclusions=_(
            "Not asked yet is no answer; does not know and prefers not to say are answers."
        ),
        labels={
            "there": _("values there"),
            "of": _("values expected"),
            "complete": _("files that lack nothing"),
        },
    ),
    Indicator(
        "I3",
        _("Timeliness"),
        _(
            "Events of the period that were entered within seven days of their day, of all events of the period; the middle number of days."
        ),
        _("per cent of events"),
        _("events entered within seven days"),
        expected.ENTRIES,
        completeness.i3,
        denominator=_("events of the period"),
        exclusions=_(
            "Imported rows have no day of entry. A corrected event counts as entered when it was entered first."
        ),
        labels={
            "in_time": _("entered within 7 days"),
            "of": _("events"),
            "median_days": _("middle number of days"),
        },
    ),
    Indicator(
        "J17",
        _("Silent files"),
        _(
            "Active files with no true event in the 60 days before the last day: she was not reached, nothing happened in court, no money moved."
        ),
        _("active files"),
        _("active files without an event for 60 days"),
        expected.LAST_EVENTS,
        completeness.j17,
        denominator=_("active files"),
        exclusions=_("Changes in the records alone are no event."),
        labels={
            "of": _("active files"),
            "never": _("without any event"),
            "longest_gap": _("longest silence in days"),
        },
    ),
)

MONEY_WAITING = Indicator(
    "I8",
    _("Compensation money"),
    _(
        "Rupees ordered and, apart from it, rupees credited in the period; and what was ordered and not yet credited on its last day."
    ),
    _("rupees"),
    _("last award less all credits"),
    sql.WAITING,
    sums.i8_waiting,
    exclusions=_("Ordered and credited are never one number."),
    labels={
        "ordered": _("ordered"),
        "credited": _("credited"),
        "waiting": _("ordered, not yet paid"),
        "waiting_claims": _("claims waiting"),
        "oldest_days": _("longest wait in days"),
    },
)

NOT_YET: tuple[NotYet, ...] = (
    NotYet("I15", _("Hand-offs"), _("Needs hand-offs with acceptance and due dates.")),
)
