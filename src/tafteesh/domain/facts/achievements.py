"""The thirteen achievements of a year, each with its words, its unit and its one query."""

from django.utils.translation import gettext_lazy as _

from tafteesh.domain.facts import proof, sql, sums
from tafteesh.domain.facts.figure import Indicator

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
