"""From the list of records to the values of a figure. Each function is the only place that sums its list."""

from dataclasses import replace
from statistics import median
from typing import Any

from tafteesh.domain.facts.figure import Figure, Scope, Value

Rows = list[dict[str, Any]]
AHTUS_OF_THE_PROGRAMME = ("Basirhat AHTU", "Barasat AHTU", "Bongaon AHTU")


def share(part: int, whole: int) -> float | None:
    """Per cent with one decimal; None where there is nothing to divide by."""
    return round(100 * part / whole, 1) if whole else None


def middle(numbers: list[int]) -> int | float | None:
    """The median; a whole number where it is one."""
    if not numbers:
        return None
    value = median(numbers)
    return int(value) if value == int(value) else value


def rupees(paise: int) -> int | float:
    """Whole rupees, or with paise where there are some."""
    return paise // 100 if paise % 100 == 0 else paise / 100


def _figure(
    name: str, values: dict[str, Value], about: str, rows: Rows, counted: Rows | None = None
) -> Figure:
    numerator = None if counted is None else frozenset(row["id"] for row in counted)
    return Figure(name, values, about, tuple(row["id"] for row in rows), numerator)


def a1(rows: Rows, _scope: Scope) -> Figure:
    return _figure("A1", {"value": len(rows)}, "meetings.Meeting", rows)


def a2(rows: Rows, _scope: Scope) -> Figure:
    spells = [r for r in rows if r["what"] == "spell" and r["agency_kind"] == "ahtu"]
    units = dict.fromkeys(AHTUS_OF_THE_PROGRAMME, 0)
    for row in rows:
        if row["what"] == "unit":
            units.setdefault(row["agency_words"], 0)
    for row in spells:
        units[row["agency_words"]] = units.get(row["agency_words"], 0) + 1
    meetings = sum(1 for r in rows if r["what"] == "meeting")
    values: dict[str, Value] = {"value": len(spells), "meetings": meetings, "by_unit": units}
    return _figure("A2", values, "proceedings.InvestigationSpell", spells)


def a3(rows: Rows, _scope: Scope) -> Figure:
    survivors = {row["survivor_file_id"] for row in rows}
    values: dict[str, Value] = {
        "value": len(survivors),
        "survivor_days": sum(row["days"] for row in rows),
    }
    return _figure("A3", values, "meetings.Attendance", rows)


def a4(rows: Rows, _scope: Scope) -> Figure:
    live = [row for row in rows if row["live"]]
    values: dict[str, Value] = {
        "value": rows[0]["number"] if rows else 0,
        "objectives_live": len(live),
        "objectives": len(rows),
    }
    return _figure("A4", values, "facts.Objective", rows)


def a5(rows: Rows, _scope: Scope) -> Figure:
    meetings = [row for row in rows if row["what"] == "meeting"]
    letters = [row for row in rows if row["what"] == "letter"]
    values: dict[str, Value] = {
        "value": len(meetings),
        "letters": len(letters),
        "answered": sum(1 for row in letters if row["in_time"]),
    }
    return _figure("A5", values, "meetings.Meeting", meetings)


def a6(rows: Rows, _scope: Scope) -> Figure:
    return _figure("A6", {"value": len(rows)}, "meetings.Meeting", rows)


def a8(rows: Rows, _scope: Scope) -> Figure:
    orders = [row for row in rows if row["what"] != "credit"]  # a set-off takes away
    credits_ = [row for row in rows if row["what"] == "credit"]
    values: dict[str, Value] = {
        "value": rupees(sum(row["paise"] for row in orders)),
        "credited": rupees(sum(row["paise"] for row in credits_)),
        "orders": sum(1 for row in orders if row["what"] == "order"),
    }
    return _figure("A8", values, "compensation.Order", orders)


def a9(rows: Rows, _scope: Scope) -> Figure:
    cid = sum(1 for row in rows if row["agency_kind"] == "cid")
    values: dict[str, Value] = {"value": len(rows), "cid": cid}
    return _figure("A9", values, "proceedings.InvestigationSpell", rows)


def a10(rows: Rows, _scope: Scope) -> Figure:
    panel = [row for row in rows if row["signed_by_kind"] == "panel"]
    drafted = sum(1 for row in panel if row["drafted_by_kind"] == "programme")
    values: dict[str, Value] = {
        "value": len(panel),
        "of": len(rows),
        "share": share(len(panel), len(rows)),
        "drafted_by_programme": drafted,
    }
    return _figure("A10", values, "compensation.Claim", rows, panel)


def a11(rows: Rows, _scope: Scope) -> Figure:
    covered = [row for row in rows if row["covered"]]
    values: dict[str, Value] = {
        "value": share(len(covered), len(rows)),
        "covered": len(covered),
        "of": len(rows),
    }
    return _figure("A11", values, "files.SurvivorFile", rows, covered)


def a12(rows: Rows, _scope: Scope) -> Figure:
    with_dm = [row for row in rows if row["level"] == "dm"]
    values: dict[str, Value] = {"value": len(with_dm), "bdo": len(rows) - len(with_dm)}
    return _figure("A12", values, "meetings.Meeting", rows)


def a13(rows: Rows, _scope: Scope) -> Figure:
    frozen = sum(1 for row in rows if row["frozen"])
    values: dict[str, Value] = {"value": len(rows), "frozen": frozen}
    return _figure("A13", values, "facts.KnowledgeProduct", rows)


def i4(rows: Rows, _scope: Scope) -> Figure:
    decided = [row for row in rows if row["decided"]]
    days = [row["days"] for row in decided if row["days"] is not None]
    allowed = [row for row in decided if row["result"] == "allowed"]
    values: dict[str, Value] = {
        "filed": sum(1 for row in rows if row["filed"]),
        "decided": len(decided),
        "allowed": len(allowed),
        "partly": sum(1 for row in decided if row["result"] == "partly"),
        "median_days": middle(days),
    }
    return _figure("I4", values, "proceedings.Correction", rows, allowed)


def i5(rows: Rows, scope: Scope) -> Figure:
    same = a9(rows, scope)
    return replace(same, indicator="I5")


def i6(rows: Rows, _scope: Scope) -> Figure:
    with_ahtu = [row for row in rows if row["with_ahtu"]]
    values: dict[str, Value] = {
        "value": share(len(with_ahtu), len(rows)),
        "with_ahtu": len(with_ahtu),
        "of": len(rows),
        "median_hours": middle([row["days"] * 24 for row in rows if row["days"] is not None]),
    }
    return _figure("I6", values, "proceedings.Fir", rows, with_ahtu)


def i7(rows: Rows, _scope: Scope) -> Figure:
    decided = [row for row in rows if row["decided_on"]]
    quick = [r for r in decided if (r["decided_on"] - r["filed_on"]).days <= 60 and r["awards"]]
    ordered = sum(1 for row in decided if row["awards"])
    values: dict[str, Value] = {
        "filed": len(rows),
        "ordered": ordered,
        "rejected": len(decided) - ordered,
        "pending": len(rows) - len(decided),
        "ordered_within_60_days": len(quick),
    }
    return _figure("I7", values, "compensation.Claim", rows)


def i8_waiting(rows: Rows, _scope: Scope) -> Figure:
    values: dict[str, Value] = {
        "waiting": rupees(sum(row["paise"] for row in rows)),
        "waiting_claims": len(rows),
        "oldest_days": max((row["days"] for row in rows), default=None),
    }
    return _figure("I8", values, "compensation.Claim", rows)


def i9(rows: Rows, _scope: Scope) -> Figure:
    def days(name: str) -> list[int]:
        return [row[name] for row in rows if row[name] is not None]

    values: dict[str, Value] = {
        "application_to_order": middle(days("to_order")),
        "order_to_credit": middle(days("to_credit")),
        "application_to_credit": middle(days("all_days")),
        "n": len(rows),
    }
    return _figure("I9", values, "compensation.Claim", rows)


def i10(rows: Rows, _scope: Scope) -> Figure:
    gain, before = sum(r["paise"] for r in rows), sum(r["before"] for r in rows)
    values: dict[str, Value] = {
        "value": rupees(gain),
        "appeals": len(rows),
        "share": share(gain, before),
    }
    return _figure("I10", values, "compensation.Order", rows)


def i11(rows: Rows, scope: Scope) -> Figure:
    same = a11(rows, scope)
    return replace(same, indicator="I11")


def i12(rows: Rows, scope: Scope) -> Figure:
    same = a10(rows, scope)
    return replace(same, indicator="I12")


def i13(rows: Rows, _scope: Scope) -> Figure:
    answered = [row["days"] for row in rows if row["days"] is not None]
    quick = [row for row in rows if row["days"] is not None and row["days"] <= 7]
    values: dict[str, Value] = {
        "answered_in_7_days": len(quick),
        "requests": len(rows),
        "median_days": middle(answered),
    }
    return _figure("I13", values, "legalaid.LegalAidRequest", rows, quick)


def i14(rows: Rows, _scope: Scope) -> Figure:
    both = [row for row in rows if row["both_firs"]]
    values: dict[str, Value] = {
        "value": share(len(both), len(rows)),
        "both": len(both),
        "of": len(rows),
    }
    return _figure("I14", values, "files.SurvivorFile", rows, both)


def i17(rows: Rows, scope: Scope) -> Figure:
    same = a3(rows, scope)
    return replace(same, indicator="I17")


def i18(rows: Rows, scope: Scope) -> Figure:
    promises = [row for row in rows if row["what"] == "promise"]
    due = [row for row in promises if row["due_on"] and row["due_on"] <= scope.as_of]
    kept = [row for row in due if row["kept_on"] and row["kept_on"] <= row["due_on"]]
    values: dict[str, Value] = {
        "demands": len(rows) - len(promises),
        "promises": len(promises),
        "due": len(due),
        "kept_by_due_date": len(kept),
    }
    return _figure("I18", values, "meetings.Promise", promises, kept)


def i19(rows: Rows, _scope: Scope) -> Figure:
    levels: dict[str, int] = {}
    for row in rows:
        levels[row["level"]] = levels.get(row["level"], 0) + 1
    values: dict[str, Value] = {
        "value": len(rows),
        "with_brief": sum(1 for row in rows if row["brief_attached"]),
        "by_level": dict(sorted(levels.items())),
    }
    return _figure("I19", values, "meetings.Meeting", rows)


def i20(rows: Rows, _scope: Scope) -> Figure:
    met = [row["days"] for row in rows if row["days"] is not None]
    recent = [row for row in rows if row["days"] is not None and row["days"] <= 60]
    values: dict[str, Value] = {
        "value": share(len(recent), len(rows)),
        "met": len(recent),
        "of": len(rows),
        "longest_gap": max(met, default=None),
        "never_met": len(rows) - len(met),
    }
    return _figure("I20", values, "files.SurvivorFile", rows, recent)


def i21(rows: Rows, _scope: Scope) -> Figure:
    counts: dict[str, int] = {}
    for row in rows:
        counts[row["status"]] = counts.get(row["status"], 0) + 1
    values: dict[str, Value] = {"value": len(rows), "by_status": dict(sorted(counts.items()))}
    return _figure("I21", values, "proceedings.Accused", rows)


def i22(rows: Rows, scope: Scope) -> Figure:
    same = a13(rows, scope)
    return replace(same, indicator="I22")
