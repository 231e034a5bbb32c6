"""The catalogue: every number that this product tells, with its words, its unit and its one query."""

from django.utils.translation import gettext_lazy as _

from tafteesh.domain.facts import proof, sql, sums
from tafteesh.domain.facts.figure import Indicator, NotYet

KNOWN_ONLY = _("Rows in doubt and withdrawn rows are left out; unknown is never counted as no.")

ACHIEVEMENTS: tuple[Indicator, ...] = (
    Indicator(
        "A1",
        _("Meetings with gram panchayats and blocks"),
        _(
            "Meetings held in the period with a gram panchayat or a block office, by the day of the meeting."
        ),
        _("meetings"),
        _("meetings of level gram panchayat or block"),
        sql.GP_AND_BLOCK_MEETINGS,
        sums.a1,
        exclusions=KNOWN_ONLY,
    ),
    Indicator(
        "A2",
        _("Investigations received by AHTUs"),
        _(
            "FIRs whose papers an AHTU received in the period, each FIR once, at its last AHTU or CID move of the period; and meetings with AHTUs."
        ),
        _("investigations"),
        _("FIRs at an AHTU after their last move of the period"),
        sql.AHTU_WORK,
        sums.a2,
        exclusions=_("An order without receipt of the papers is not counted."),
        labels={"meetings": _("meetings with AHTUs"), "by_unit": _("by unit")},
    ),
    Indicator(
        "A3",
        _("Survivors at ILFAT and IWG"),
        _(
            "Different survivors who took part in ILFAT or IWG in the period, and people times days."
        ),
        _("survivors"),
        _("different survivors present"),
        sql.FORUM_PRESENCE,
        sums.a3,
        exclusions=KNOWN_ONLY,
        labels={"survivor_days": _("survivor-days")},
    ),
    Indicator(
        "A4",
        _("Strategy document"),
        _(
            "The approved strategy version in force on the last day, and how many of its objectives have an indicator and an owner."
        ),
        _("version"),
        _("objectives with an indicator and an owner"),
        sql.STRATEGY,
        sums.a4,
        denominator=_("objectives of the version"),
        labels={
            "objectives_live": _("objectives with indicator and owner"),
            "objectives": _("objectives"),
        },
    ),
    Indicator(
        "A5",
        _("Meetings with CID-AHTU"),
        _(
            "Meetings held in the period with the AHTU of the CID. Beside it the letters sent to an AHTU or the CID, and how many were answered in writing within thirty days."
        ),
        _("meetings"),
        _("meetings of level CID"),
        sql.CID_WORK,
        sums.a5,
        exclusions=KNOWN_ONLY,
        labels={
            "letters": _("letters sent to AHTU and CID"),
            "answered": _("answered in writing within thirty days"),
        },
    ),
    Indicator(
        "A6",
        _("Exchanges with partners in other places"),
        _(
            "Meetings held in the period with partner organisations of other places, to learn from each other."
        ),
        _("exchanges"),
        _("meetings of level partner NGO"),
        sql.PARTNER_MEETINGS,
        sums.a6,
        exclusions=KNOWN_ONLY,
    ),
    Indicator(
        "A7",
        _("Accuracy of the records"),
        _(
            "Fields proved right by their paper, of all fields that the newest round closed by the last day drew. A missing paper proves nothing."
        ),
        _("per cent proved right"),
        _("fields that match their paper"),
        sql.CHECKED,
        proof.a7,
        denominator=_("fields drawn"),
        exclusions=_("Second looks; rounds that are not closed."),
        labels={
            "right": _("fields that match their paper"),
            "of": _("fields drawn"),
            "low": _("95 in 100 sure, from per cent"),
            "high": _("95 in 100 sure, to per cent"),
            "of_judged": _("per cent right of what could be judged"),
        },
    ),
    Indicator(
        "A8",
        _("Compensation ordered and credited"),
        _(
            "Rupees ordered in the period by the day of the order (an order on appeal adds what it adds to the order before), and, apart from it, rupees that reached her account in the period."
        ),
        _("rupees ordered"),
        _("sum of awards by day of order"),
        sql.MONEY,
        sums.a8,
        exclusions=_("Rejected claims; credits are never added to orders."),
        labels={"credited": _("rupees credited"), "orders": _("awarding orders")},
    ),
    Indicator(
        "A9",
        _("Transfers to AHTU or CID"),
        _(
            "FIRs whose papers an AHTU or the CID received in the period; an FIR moved twice counts once, at the last."
        ),
        _("investigations"),
        _("FIRs with papers received by an AHTU or the CID"),
        sql.TRANSFERS,
        sums.a9,
        exclusions=_("An order without receipt of the papers is not counted."),
        labels={"cid": _("of which CID")},
    ),
    Indicator(
        "A10",
        _("Claims filed by legal-aid lawyers"),
        _(
            "Claims for compensation filed in the period that a legal-aid panel lawyer signed, of all claims filed."
        ),
        _("claims"),
        _("claims signed by a legal-aid panel lawyer"),
        sql.CLAIMS_FILED,
        sums.a10,
        denominator=_("claims filed in the period"),
        exclusions=_("Who drafted a claim does not count; it is shown apart."),
        labels={
            "of": _("claims filed"),
            "share": _("per cent"),
            "drafted_by_programme": _("of which drafted by the programme"),
        },
    ),
    Indicator(
        "A11",
        _("Survivors with a free lawyer"),
        _(
            "Active survivors on the last day of the period with a current lawyer who costs her nothing, of active survivors who want or need one."
        ),
        _("per cent of active survivors"),
        _("active survivors with a current panel or programme lawyer"),
        sql.REPRESENTATION,
        sums.a11,
        denominator=_("active survivors who want or need a lawyer"),
        exclusions=_(
            "A lawyer declined by choice is no gap; a public prosecutor is not her lawyer."
        ),
        labels={"covered": _("with a free lawyer"), "of": _("active survivors")},
    ),
    Indicator(
        "A12",
        _("Meetings with the District Magistrate and blocks"),
        _("Meetings held in the period with the District Magistrate, and with block offices."),
        _("meetings with the DM"),
        _("meetings of level DM"),
        sql.DM_AND_BLOCK_MEETINGS,
        sums.a12,
        exclusions=KNOWN_ONLY,
        labels={"bdo": _("meetings with blocks")},
    ),
    Indicator(
        "A13",
        _("Studies and reports released"),
        _("Knowledge products released in the period, and how many rest on a frozen data set."),
        _("products"),
        _("products released"),
        sql.PRODUCTS,
        sums.a13,
        labels={"frozen": _("on a frozen data set")},
    ),
)

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
    NotYet("I2", _("Completeness"), _("Needs the list of fields expected at each stage.")),
    NotYet(
        "I3",
        _("Timeliness"),
        _("Needs entries made in this system; imported rows have no day of entry."),
    ),
    NotYet("I15", _("Hand-offs"), _("Needs hand-offs with acceptance and due dates.")),
)
