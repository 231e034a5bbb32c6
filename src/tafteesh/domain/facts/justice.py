"""Figures of criminal justice: from the complaint to the last hand that a trial passes through.

They are asked one by one; the frozen report of a year does not hold them.
"""

from collections import Counter
from typing import Any

from django.utils.translation import gettext_lazy as _

from tafteesh.domain.facts import justice_sql as sql
from tafteesh.domain.facts.figure import Figure, Indicator, Scope, Value
from tafteesh.domain.facts.sums import middle, rupees, share

Rows = list[dict[str, Any]]
FIR, HEARING = "proceedings.Fir", "proceedings.Hearing"
DECIDED = ("convicted", "acquitted", "discharged")


def _ids(rows: Rows) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(row["id"] for row in rows))


def _part(name: str, about: str, rows: Rows, **more: Value) -> Figure:
    """A share: those that count, of all of them."""
    counted = [row for row in rows if row["counted"]]
    values: dict[str, Value] = {
        "value": share(len(counted), len(rows)),
        "counted": len(counted),
        "of": len(rows),
        **more,
    }
    return Figure(name, values, about, _ids(rows), frozenset(_ids(counted)))


def j1(rows: Rows, _scope: Scope) -> Figure:
    found = _part("J1", FIR, [{**row, "counted": row["days"] <= 1} for row in rows])
    found.values["median_days"] = middle([row["days"] for row in rows])
    return found


def j2(rows: Rows, _scope: Scope) -> Figure:
    return _part("J2", FIR, rows)


def j3(rows: Rows, _scope: Scope) -> Figure:
    raised = [row for row in rows if row["what"] == "correction"]
    cured = [row for row in raised if row["cured"]]
    lapses = [row for row in rows if row["what"] == "lapse"]
    values: dict[str, Value] = {
        "value": share(len(cured), len(raised)),
        "found": len(lapses),
        "raised": len(raised),
        "cured": len(cured),
        "median_days": middle([row["days"] for row in cured if row["days"] is not None]),
        "by_kind": dict(Counter(row["kind"] for row in lapses).most_common()),
        "by_station": dict(Counter(row["station"] for row in lapses).most_common()),
    }
    return Figure("J3", values, "proceedings.Correction", _ids(raised), frozenset(_ids(cured)))


def j4(rows: Rows, _scope: Scope) -> Figure:
    return _part("J4", FIR, rows)


def j5(rows: Rows, _scope: Scope) -> Figure:
    accused = [row for row in rows if row["what"] == "accused"]
    sections = [row for row in rows if row["what"] == "section"]
    gone = [row for row in accused if row["dropped"]]
    firs = {row["fir_id"] for row in rows if row["what"] != "challenged" and row["dropped"]}
    challenged = firs & {row["fir_id"] for row in rows if row["what"] == "challenged"}
    values: dict[str, Value] = {
        "value": share(len(gone), len(accused)),
        "accused_dropped": len(gone),
        "accused": len(accused),
        "sections_dropped": sum(1 for row in sections if row["dropped"]),
        "sections": len(sections),
        "challenged": share(len(challenged), len(firs)),
    }
    return Figure("J5", values, "proceedings.Accused", _ids(accused), frozenset(_ids(gone)))


def j6(rows: Rows, _scope: Scope) -> Figure:
    lost = Counter(row["why"] or "not_known" for row in rows if not row["counted"])
    return _part("J6", HEARING, rows, by_reason=dict(lost.most_common()))


def j7(rows: Rows, _scope: Scope) -> Figure:
    values: dict[str, Value] = {
        "value": len(rows),
        "survivor_days": sum(row["survivors"] for row in rows),
        "rupees": rupees(sum(row["spent_paise"] or 0 for row in rows)),
        "hours": sum(row["hours"] or 0 for row in rows),
    }
    return Figure("J7", values, HEARING, _ids(rows))


def j9(rows: Rows, _scope: Scope) -> Figure:
    decided = [row for row in rows if row["status"] in DECIDED]
    convicted = [row for row in decided if row["status"] == "convicted"]
    cases = {row["fir_id"] for row in decided}
    values: dict[str, Value] = {
        "value": share(len(convicted), len(decided)),
        "by_status": dict(sorted(Counter(row["status"] for row in rows).items())),
        "cases_decided": len(cases),
        "cases_convicted": len({row["fir_id"] for row in convicted}),
    }
    return Figure("J9", values, "proceedings.Accused", _ids(rows), frozenset(_ids(convicted)))


def j10(rows: Rows, _scope: Scope) -> Figure:
    reached = Counter(row["stage"] for row in rows)
    return _part("J10", FIR, rows, by_stage=dict(sorted(reached.items())))


def j22(rows: Rows, _scope: Scope) -> Figure:
    def most(name: str) -> int | float | None:
        return middle([row[name] for row in rows if row[name]])

    values: dict[str, Value] = {
        "value": most("judges"),
        "prosecutors": most("prosecutors"),
        "officers": most("officers"),
        "lawyers": most("lawyers"),
        "proceedings": len(rows),
    }
    return Figure("J22", values, FIR, _ids(rows))


def i16(rows: Rows, _scope: Scope) -> Figure:
    return _part("I16", "proceedings.Deposition", rows)


OF_LAPSES = _(
    "Corrections are told as they were known; lapses are those of FIRs known by then, as they stand now."
)
OF_LIMITS = _(
    "The last day is reckoned from the remand and the sections as they stand now; what was filed by then is told as it was known."
)
JUSTICE: tuple[Indicator, ...] = (
    Indicator(
        "J1",
        _("From complaint to FIR"),
        _("FIRs registered in the period whose complaint or diary has a day: how many came within a day of it, and the middle of the days."),
        _("per cent within a day"),
        _("FIRs registered within a day"),
        sql.COMPLAINT_TO_FIR,
        j1,
        denominator=_("FIRs of which both days are known"),
        exclusions=_("FIRs without a day of the complaint or diary."),
        labels={"counted": _("within a day"), "of": _("FIRs"), "median_days": _("days, the middle")},
    ),
    Indicator(
        "J2",
        _("FIR copy in her hand"),
        _("FIRs registered in the period of which a free copy was given within a day."),
        _("per cent of FIRs"),
        _("FIRs with a copy within a day"),
        sql.COPY_IN_HAND,
        j2,
        denominator=_("FIRs registered in the period"),
        exclusions=_("A copy of which no day is recorded counts as not given."),
        labels={"counted": _("within a day"), "of": _("FIRs")},
    ),
    Indicator(
        "J3",
        _("Lapses found, raised, cured"),
        _("Corrections filed in the period, how many of them were allowed, and lapses that began in it and stand."),
        _("per cent cured of raised"),
        _("corrections allowed, also in part"),
        sql.LAPSES,
        j3,
        denominator=_("corrections filed in the period"),
        exclusions=OF_LAPSES,
        labels={
            "found": _("lapses that stand"), "raised": _("raised"), "cured": _("cured"),
            "median_days": _("days, the middle"), "by_kind": _("by kind"),
            "by_station": _("by police station"),
        },
    ),
    Indicator(
        "J4",
        _("Charge sheet in time"),
        _("FIRs with an arrest whose last day before default bail lay in the period: charge sheet filed by that day against every accused."),
        _("per cent of FIRs"),
        _("FIRs with every charge sheet in time"),
        sql.CHARGE_SHEET_IN_TIME,
        j4,
        denominator=_("FIRs with an arrest and a last day in the period"),
        exclusions=OF_LIMITS,
        labels={"counted": _("in time"), "of": _("FIRs")},
    ),
    Indicator(
        "J5",
        _("Dropped between FIR and charge sheet"),
        _("Accused and sections of FIRs whose first charge sheet was filed in the period, that stand in none of their charge sheets."),
        _("per cent of accused"),
        _("accused dropped"),
        sql.DROPPED,
        j5,
        denominator=_("accused named in those FIRs"),
        exclusions=_("Charge sheets of which nobody wrote down who or what stands in them. A section that the new codes renamed is not dropped."),
        labels={
            "accused_dropped": _("accused dropped"), "accused": _("accused"),
            "sections_dropped": _("sections dropped"), "sections": _("sections"),
            "challenged": _("per cent of those FIRs challenged"),
        },
    ),
    Indicator(
        "J6",
        _("Effective hearings"),
        _("Hearings held in the period at which what they were listed for was done."),
        _("per cent of hearings"),
        _("hearings at which it was done"),
        sql.HEARINGS,
        j6,
        denominator=_("hearings held"),
        exclusions=_("Days of which nobody knows what happened. Where it was not asked, heard and order count as done."),
        labels={"counted": _("done"), "of": _("held"), "by_reason": _("lost, by reason")},
    ),
    Indicator(
        "J7",
        _("Her wasted days"),
        _("Hearings in the period to which she came and at which nothing was done, with what she spent and how long she was away."),
        _("days in court"),
        _("days on which she came for nothing"),
        sql.WASTED_DAYS,
        j7,
        labels={
            "survivor_days": _("survivor-days"), "rupees": _("rupees"), "hours": _("hours"),
        },
    ),
    Indicator(
        "J9",
        _("Outcome for the accused"),
        _("Accused whose newest outcome lies in the period, by outcome; cases with at least one conviction, of cases decided."),
        _("per cent convicted of those decided"),
        _("accused convicted"),
        sql.OUTCOMES,
        j9,
        denominator=_("accused convicted, acquitted or discharged"),
        labels={
            "by_status": _("by outcome"), "cases_decided": _("cases decided"),
            "cases_convicted": _("cases with a conviction"),
        },
    ),
    Indicator(
        "J10",
        _("Stages at which she was heard"),
        _("Bail, sentence and compensation reached in the period, each FIR once a stage, and at how many of them she was heard."),
        _("per cent of stages"),
        _("stages at which she was heard"),
        sql.HER_SAY,
        j10,
        denominator=_("stages reached"),
        labels={"counted": _("heard"), "of": _("stages"), "by_stage": _("by stage")},
    ),
    Indicator(
        "J22",
        _("Hands a trial passes through"),
        _("Judges, prosecutors, officers and lawyers of each FIR with a hearing in the period; the middle of their numbers."),
        _("judges, the middle"),
        _("different judges of a FIR"),
        sql.HANDS,
        j22,
        exclusions=_("FIRs of which nobody wrote down the judge, prosecutor or officer."),
        labels={
            "prosecutors": _("prosecutors"), "officers": _("officers"), "lawyers": _("lawyers"),
            "proceedings": _("FIRs"),
        },
    ),
    Indicator(
        "I16",
        _("Video depositions"),
        _("Evidence given in the period by survivors whose court lies in another State, and how much of it by video link."),
        _("per cent by video link"),
        _("depositions by video link"),
        sql.VIDEO,
        i16,
        denominator=_("depositions before a court of another State"),
        labels={"counted": _("by video link"), "of": _("depositions")},
    ),
)  # fmt: skip
