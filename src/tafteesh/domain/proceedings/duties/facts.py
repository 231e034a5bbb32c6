"""The facts of one matter, from the rows of one FIR and what the layers above know of its survivors.

No database: rows in, facts out. What nobody recorded did not happen, as far as anyone knows; the catalogue says
of which steps silence proves nothing.
"""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from tafteesh.domain.proceedings.duties.age import Born, was_child
from tafteesh.domain.proceedings.duties.engine import Facts, Happened
from tafteesh.domain.proceedings.duties.sections import (
    RAPE,
    STATEMENT,
    TWO_MONTHS,
    Bail,
    Cited,
    bail,
    is_for_sessions,
)
from tafteesh.domain.proceedings.models import (
    Accused,
    AccusedStatus,
    ChargeSheet,
    Correction,
    Fir,
    InvestigationSpell,
    Milestone,
)

ALLOWED = ("allowed", "partly")
AT_LARGE = ("not_arrested", "absconding")
PROGRESS_DAYS = 90


@dataclass(frozen=True)
class Survivor:
    """What is asked of a survivor for the law: when she was born, what was done, across which border."""

    born: Born | None = None
    scope: str = ""
    sexual: bool | None = None
    is_interstate: bool | None = None


@dataclass(frozen=True)
class Dropped:
    """What a charge sheet left out of its FIR; None where who or what stands in it is not known."""

    accused: bool | None = None
    sections: bool | None = None


@dataclass(frozen=True)
class Matter:
    """One FIR with everything that its duties rest on."""

    fir: Fir
    sections: list[Cited] = field(default_factory=list)
    accused: list[Accused] = field(default_factory=list)
    statuses: list[AccusedStatus] = field(default_factory=list)
    spells: list[InvestigationSpell] = field(default_factory=list)
    sheets: list[ChargeSheet] = field(default_factory=list)
    charged: Mapping[uuid.UUID, set[uuid.UUID]] = field(default_factory=dict)  # sheet to accused
    dropped: Dropped = field(default_factory=Dropped)
    milestones: list[Milestone] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    survivors: list[Survivor] = field(default_factory=list)
    has_other_side: bool = False  # a FIR of the other side stands beside it
    recruiters_absent: bool | None = (
        None  # the source FIR names recruiters, this destination FIR none
    )
    in_west_bengal: bool | None = None
    claims: list["Step"] = field(default_factory=list)
    requests: list["Step"] = field(default_factory=list)


@dataclass(frozen=True)
class Step:
    """A claim or a request as the layers above tell it: its days by name."""

    id: uuid.UUID
    days: Mapping[str, Happened]
    file: uuid.UUID | None = None


@dataclass(frozen=True)
class Told:
    """Facts, and the steps of which somebody said that they were not done."""

    facts: Facts
    not_done: frozenset[str] = frozenset()


def of_fir(matter: Matter) -> Told:
    """The facts that hold for the FIR as a whole."""
    days = _fir_days(matter)
    without: set[str] = set()
    not_done: set[str] = set()
    papers = {m.kind: m.paper_id for m in matter.milestones if m.paper_id and m.earliest is None}
    for row in _in_order(m for m in matter.milestones if m.accused_id is None):
        _add_milestone(row, days, without, not_done)
    days = {name: _with_paper(name, day, papers) for name, day in days.items()}
    _sections_under(matter, days)
    if matter.fir.registered_earliest is None:
        without.add("fir")
    _further(matter, days)
    _asked_and_cured(matter, days)
    holds = _holds(matter, days, not_done)
    return Told(Facts(days, frozenset(without - set(days)), holds), frozenset(not_done))


def _happened(first: date | None, last: date | None, paper: uuid.UUID | None) -> Happened | None:
    return Happened(first, last or first, paper) if first else None


def _fir_days(matter: Matter) -> dict[str, Happened]:
    """Days that stand on the FIR, its charge sheets and its transfers."""
    fir = matter.fir
    found = {
        "fir": _happened(fir.registered_earliest, fir.registered_latest, None),
        "diary": _happened(fir.diary_earliest, fir.diary_latest, None),
        "copy_given": _happened(fir.copy_given_on, fir.copy_given_on, None),
        "charge_sheet": _first_sheet(matter.sheets, ("charge_sheet", "supplementary")),
        "final_report": _first_sheet(matter.sheets, ("final_report",)),
    }
    received = [
        row.received_on or row.starts_on
        for row in matter.spells
        if row.agency_kind in ("ahtu", "cid")
    ]
    first = min((day for day in received if day), default=None)
    found["ahtu_received"] = _happened(first, first, None)
    return {name: day for name, day in found.items() if day}


def _first_sheet(sheets: Iterable[ChargeSheet], kinds: tuple[str, ...]) -> Happened | None:
    dated = [row for row in sheets if row.kind in kinds and row.filed_earliest]
    row = min(dated, key=lambda one: one.filed_earliest or date.max, default=None)
    return _happened(row.filed_earliest, row.filed_latest, None) if row else None


def _further(matter: Matter, days: dict[str, Happened]) -> None:
    """The supplementary charge sheet that came of the further investigation that was ordered."""
    ordered = days.get("further_ordered")
    if ordered is None:
        return
    later = [row for row in matter.sheets if (row.filed_latest or date.min) >= ordered.earliest]
    if done := _first_sheet(later, ("supplementary",)):
        days["further_done"] = done


def _in_order(rows: Iterable[Milestone]) -> list[Milestone]:
    """The first such step counts: an earlier day wins over a later one."""
    return sorted(rows, key=lambda row: (row.earliest or date.max, row.recorded_at))


def _add_milestone(
    row: Milestone, days: dict[str, Happened], without: set[str], not_done: set[str]
) -> None:
    name = "diary" if row.kind == "missing_reported" else row.kind
    if row.said != Milestone.Said.DONE:
        not_done.add(name)
        name = f"{row.said}:{name}"
    day = _happened(row.earliest, row.latest, row.paper_id)
    if day is not None:
        days.setdefault(name, day)
    elif not row.paper_id or name not in days:
        without.add(name)


def _with_paper(name: str, day: Happened, papers: Mapping[str, uuid.UUID | None]) -> Happened:
    if day.paper is not None or name not in papers:
        return day
    return replace(day, paper=papers[name])


def _sections_under(matter: Matter, days: dict[str, Happened]) -> None:
    """Since when the FIR has sections of a kind: from the start, or from the day they were added."""
    kinds = {
        "trafficking_section": [one for one in matter.sections if one.is_trafficking],
        "pocso_section": [one for one in matter.sections if one.act == "POCSO"],
        "statement_due": [one for one in matter.sections if one.is_in(STATEMENT)],
        "rape_known": [one for one in matter.sections if one.is_in(TWO_MONTHS)],
        "ahtu_due": [one for one in matter.sections if one.calls_for_ahtu],
    }
    for name, cited in kinds.items():
        original = any(one.added_on is None for one in cited)
        later = min((one.added_on for one in cited if one.added_on), default=None)
        if original and "fir" in days:
            days[name] = days["fir"]
        elif not original and later:
            days[name] = Happened.on(later)


def _asked_and_cured(matter: Matter, days: dict[str, Happened]) -> None:
    """When a correction was first asked for, and when it was allowed."""
    for row in matter.corrections:
        if row.filed_on:
            name = f"asked:{row.reason}"
            before = days.get(name)
            if before is None or row.filed_on < before.earliest:
                days[name] = Happened.on(row.filed_on)
        if row.result in ALLOWED and row.decided_on:
            days.setdefault(f"cured:{row.reason}", Happened.on(row.decided_on))


def _holds(
    matter: Matter, days: Mapping[str, Happened], not_done: set[str]
) -> dict[str, bool | None]:
    cited = matter.sections
    pocso = any(one.act == "POCSO" for one in cited)
    sessions = is_for_sessions(cited)
    clock = bail(cited)
    known = clock is not Bail.NOT_KNOWN
    child = _child(matter, days)
    return {
        "zero_fir": matter.fir.is_zero_fir,
        "complaint_given": any(row.kind == "complaint" for row in matter.milestones),
        "child": child,
        "sexual": _sexual(matter),
        "trafficking": _trafficking(matter),
        "pocso": pocso,
        "ahtu_eligible": "ahtu_due" in days or any(one.calls_for_ahtu for one in cited),
        "west_bengal": matter.in_west_bengal,
        "two_states": _two_states(matter),
        "statement_sections": any(one.is_in(STATEMENT) for one in cited),
        "rape": any(one.is_in(RAPE) for one in cited),
        "rape_or_pocso": any(one.is_in(TWO_MONTHS) for one in cited),
        "medical_consent": not any(
            row.kind == "medical" and row.said == "refused" for row in matter.milestones
        ),
        "bail_90": clock in (Bail.NINETY, Bail.ARGUABLE) if known else None,
        "bail_60": clock is Bail.SIXTY if known else None,
        "bail_arguable": clock is Bail.ARGUABLE if known else None,
        "still_investigated_after_90": _still_investigated(days),
        "accused_dropped": matter.dropped.accused if matter.sheets else True,
        "sections_dropped": matter.dropped.sections if matter.sheets else True,
        "sessions": sessions,
        "magistrate": None if sessions is None else not sessions,
        "sessions_by_commitment": None if sessions is None else sessions and not pocso,
        "age_in_doubt": True if pocso or child else child,
        "recruiters_absent": matter.recruiters_absent,
        "trial_begun": bool({"cognizance", "charges_framed", "charge_hearing"} & set(days)),
        "video_asked": "video_link" in not_done or "video_link" in days,
    }


def _child(matter: Matter, days: Mapping[str, Happened]) -> bool | None:
    """Whether any survivor of this FIR was under eighteen when it happened."""
    fir = matter.fir
    told = days.get("diary") or days.get("fir")
    first, last = fir.offence_earliest, fir.offence_latest
    if last is None and told is not None:
        last = told.latest
    answers = [was_child(one.born, first, last) if one.born else None for one in matter.survivors]
    return _any(answers)


def _sexual(matter: Matter) -> bool | None:
    if any(one.is_sexual or one.is_itpa for one in matter.sections):
        return True
    return _any([one.sexual for one in matter.survivors])


def _trafficking(matter: Matter) -> bool | None:
    known = {"trafficking": True, "both": True, "violence": False}
    return _any([known.get(one.scope) for one in matter.survivors])


def _two_states(matter: Matter) -> bool | None:
    if matter.has_other_side:
        return True
    return _any([one.is_interstate for one in matter.survivors])


def _any(answers: list[bool | None]) -> bool | None:
    if any(answers):
        return True
    return None if None in answers or not answers else False


def _still_investigated(days: Mapping[str, Happened]) -> bool:
    """Nobody has to be told how an investigation goes that has ended."""
    fir, ends = days.get("fir"), [days[n] for n in ("charge_sheet", "final_report") if n in days]
    if fir is None or not ends:
        return True
    return all((end.latest - fir.earliest).days > PROGRESS_DAYS for end in ends)


def of_accused(matter: Matter, told: Told, person: Accused) -> Told:
    """The facts for one accused: the FIR's, with his own days."""
    days = dict(told.facts.days)
    without, not_done = set(told.facts.without_day), set(told.not_done)
    statuses = [row for row in matter.statuses if row.accused_id == person.pk]
    for row in _in_order(m for m in matter.milestones if m.accused_id == person.pk):
        _add_milestone(row, days, without, not_done)
    for name, status in (("arrested", "arrested"), ("bail_granted", "on_bail")):
        dated = [row.on for row in statuses if row.status == status and row.on]
        if dated:
            days.setdefault(name, Happened.on(min(dated)))
        elif any(row.status == status for row in statuses) and name not in days:
            without.add(name)
    newest = max(statuses, key=lambda row: (row.on or date.min, row.recorded_at), default=None)
    if newest is not None and newest.status in AT_LARGE:
        not_done.add("arrested")
    _sheet_of(matter, person, days)
    facts = Facts(days, frozenset(without - set(days)), told.facts.holds)
    return Told(facts, frozenset(not_done))


def _sheet_of(matter: Matter, person: Accused, days: dict[str, Happened]) -> None:
    """The charge sheet against him; where who stands in them is not known, the first one."""
    if not any(matter.charged.values()):
        return
    his = [row for row in matter.sheets if person.pk in matter.charged.get(row.pk, set())]
    first = _first_sheet(his, ("charge_sheet", "supplementary"))
    if first is None:
        days.pop("charge_sheet", None)
    else:
        paper = days["charge_sheet"].paper if "charge_sheet" in days else None
        days["charge_sheet"] = replace(first, paper=paper)


def of_step(told: Told, step: Step) -> Told:
    """The facts for one claim or request."""
    return replace(told, facts=replace(told.facts, days={**told.facts.days, **step.days}))
