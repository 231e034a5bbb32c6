"""What the law asks in one FIR, line by line: by when, done, state, paper, and why."""

import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.facts.duties import checklist
from tafteesh.domain.facts.lapse_board import Lapse
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings.duties.catalogue import IO, POLICE
from tafteesh.domain.proceedings.duties.checking import Checked
from tafteesh.domain.proceedings.duties.counting import Length, Unit
from tafteesh.domain.proceedings.duties.engine import Assessment, Happened, State
from tafteesh.domain.proceedings.models import Fir, Letter, Milestone
from tafteesh.domain.proceedings.models.milestone import ONLY_PAPER
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.kernel.approx_date import ApproxDate
from tafteesh.interfaces.web.page import StaffRequest
from tafteesh.interfaces.web.templatetags.components import legal_words
from tafteesh.interfaces.web.templatetags.shapes import LegalState, LegalStep, Words
from tafteesh.reference.law.models import Deadline

STATES: dict[State, LegalState] = {
    State.ON_TIME: "on_time",
    State.LATE: "late",
    State.OVERDUE: "overdue",
    State.WAITING: "waiting",
    State.NOT_DUE: "not_due",
    State.NOT_APPLICABLE: "not_applicable",
    State.CANNOT_TELL: "not_known",
}
# What a condition or a day is called where it has to be asked for.
WORDS: dict[str, Words] = {
    **dict(Milestone.Kind.choices),
    "child": gettext_lazy("whether she was a child"),
    "sexual": gettext_lazy("whether she was sexually exploited"),
    "trafficking": gettext_lazy("whether it was trafficking"),
    "age_in_doubt": gettext_lazy("how old she was"),
    "zero_fir": gettext_lazy("whether it is a zero FIR"),
    "west_bengal": gettext_lazy("the State of the police station"),
    "two_states": gettext_lazy("whether another State is part of it"),
    "bail_90": gettext_lazy("the exact part of each section"),
    "bail_60": gettext_lazy("the exact part of each section"),
    "bail_arguable": gettext_lazy("the exact part of each section"),
    "sessions": gettext_lazy("which court tries it"),
    "magistrate": gettext_lazy("which court tries it"),
    "sessions_by_commitment": gettext_lazy("which court tries it"),
    "recruiters_absent": gettext_lazy("who is accused on the other side"),
    "further_done": gettext_lazy("the day of the supplementary charge sheet"),
    "accused_dropped": gettext_lazy("who stands in the charge sheet"),
    "sections_dropped": gettext_lazy("which sections stand in the charge sheet"),
    "final_report": gettext_lazy("the day of the final report"),
    "rape_known": gettext_lazy("the day of the FIR"),
    "statement_due": gettext_lazy("the day of the FIR"),
    "ahtu_due": gettext_lazy("the day of the FIR"),
    "claim_filed": gettext_lazy("the day on which the claim was filed"),
    "aid_requested": gettext_lazy("the day of the request"),
}
FILLED_ON_FIR: dict[str, str] = {
    **dict.fromkeys(
        ("fir", "rape_known", "statement_due", "ahtu_due", "copy_given", "diary", "zero_fir"),
        "proceedings:change",
    ),
    **dict.fromkeys(
        ("bail_90", "bail_60", "bail_arguable", "sessions", "magistrate", "sessions_by_commitment"),
        "proceedings:add_sections",
    ),
    **dict.fromkeys(
        ("charge_sheet", "final_report", "further_done", "accused_dropped", "sections_dropped"),
        "proceedings:new_sheet",
    ),
    "recruiters_absent": "proceedings:add_accused",
    "ahtu_received": "proceedings:new_spell",
}
FILLED_IN_FILE: dict[str, str] = {
    "child": "files:identity",
    "age_in_doubt": "files:identity",
    "sexual": "files:taking",
    "two_states": "files:taking",
    "trafficking": "files:file",
}
Kind = Letter.Kind
# Which letters answer a lapse, where it is not the Superintendent and the court.
LETTERS: dict[str, tuple[Kind, ...]] = {
    "to-ahtu": (Kind.TO_AHTU, Kind.TO_SP),
    "accused-left-out": (Kind.TO_CID, Kind.TO_SP),
    "interstate": (Kind.TO_CID, Kind.TO_SP),
    "accused-dropped": (Kind.PROTEST, Kind.FURTHER),
    "sections-dropped": (Kind.PROTEST, Kind.FURTHER),
    "further-investigation": (Kind.TO_SP, Kind.PUT_UP),
    "bail-opposed": (Kind.BAIL,),
    "summons": (Kind.VIDEO_LINK, Kind.TO_SP),
    "video-link": (Kind.VIDEO_LINK,),
    "threat-report": (Kind.TO_SP, Kind.PUT_UP),
    "legal-aid": (Kind.DLSA_AID, Kind.SLSA_AID),
    "interim-compensation": (),
    "award-paid": (Kind.DLSA_UNPAID, Kind.SLSA_UNPAID),
    "compensation-60": (),
    "compensation-2-months": (),
    "medical-report": (Kind.TO_SP,),
    "identity": (Kind.PUT_UP,),
}
SHORT: dict[Kind, Words] = {
    Kind.TO_SP: gettext_lazy("Letter to the SP"),
    Kind.PUT_UP: gettext_lazy("Application to the court"),
    Kind.TO_AHTU: gettext_lazy("Request to the AHTU"),
    Kind.TO_CID: gettext_lazy("Request to the CID"),
    Kind.PROTEST: gettext_lazy("Protest petition"),
    Kind.FURTHER: gettext_lazy("Further investigation"),
    Kind.BAIL: gettext_lazy("Objection to bail"),
    Kind.VIDEO_LINK: gettext_lazy("Video link"),
    Kind.DLSA_AID: gettext_lazy("Letter to the DLSA"),
    Kind.SLSA_AID: gettext_lazy("Letter to the SLSA"),
    Kind.DLSA_UNPAID: gettext_lazy("Letter to the DLSA"),
    Kind.SLSA_UNPAID: gettext_lazy("Letter to the SLSA"),
}


@dataclass(frozen=True)
class Checklist:
    """The lines to show, how many stand in each state, and how many are left out."""

    counts: tuple[str, ...]
    steps: list[LegalStep]
    left_out: int
    shows_all: bool


def checklist_of(request: StaffRequest, fir: Fir, hers: Sequence[SurvivorFile] = ()) -> Checklist:
    """The checklist of a FIR: problems and what was done; with `all=yes` what does not apply, too."""
    every = checklist(request.actor, fir)
    shows_all = request.GET.get("all") == "yes"
    shown = every if shows_all else [one for one in every if _is_shown(one)]
    papers = request.actor.holds(Permission.PROCEEDING_WRITE)
    may_say = request.actor.holds(Permission.CORRECTION_WRITE)
    tally = Counter(STATES[one.found.state] for one in every)
    counts = tuple(f"{tally[state]} {legal_words(state, None)}" for state in STATES.values())
    reach = _Reach(tuple(hers), papers, may_say)
    steps = [_step(fir, one, reach) for one in shown]
    return Checklist(counts, steps, len(every) - len(shown), shows_all)


def _is_shown(one: Checked) -> bool:
    return one.found.state not in (State.NOT_APPLICABLE, State.NOT_DUE)


def title_of(one: Checked | Lapse) -> str:
    """The duty, and of which accused."""
    if one.ordinal is None:
        return str(one.duty.title)
    return _("%(duty)s · accused %(number)s") % {"duty": one.duty.title, "number": one.ordinal}


@dataclass(frozen=True)
class _Reach:
    """The files that she reaches, and what she may do in the case."""

    hers: tuple[SurvivorFile, ...]
    may_write: bool
    may_say: bool


def _step(fir: Fir, one: Checked, reach: _Reach) -> LegalStep:
    found = one.found
    return LegalStep(
        title=title_of(one),
        state=STATES[found.state],
        days=found.days,
        by=_due(found),
        done=_about(found.event),
        paper_words=_paper_words(one),
        rule=_rule(one),
        arithmetic=arithmetic(found),
        ask_url=_ask_url(fir, found, reach.hers) if reach.may_write else "",
        acts=_acts(fir, one, may_write=reach.may_write, may_say=reach.may_say),
        drafts=drafts_for(fir, one) if reach.may_say and one.is_lapse else (),
    )


def _about(day: Happened | None) -> ApproxDate | date | None:
    if day is None:
        return None
    return day.earliest if day.is_exact else ApproxDate(day.earliest, day.latest)


def _due(found: Assessment) -> ApproxDate | date | str | None:
    length = found.rule.length
    if length.unit is Unit.NOT_FIXED:
        return _("no fixed time")
    if found.due is None:
        return None
    first, last = found.due
    return first if first == last else ApproxDate(first, last)


def _paper_words(one: Checked) -> str:
    found = one.found
    seen = [day for day in (found.trigger, found.event) if day is not None]
    if not seen or found.state in (State.NOT_DUE, State.NOT_APPLICABLE):
        return ""
    if one.is_proved:
        return _("Proved")
    return _("Not proved yet")


def _rule(one: Checked) -> str:
    found = one.found
    said = [_("%(law)s. Version %(version)s of the rule.") % {"law": found.rule.law, "version": found.rule.version}]  # fmt: skip
    if one.duty.who:
        said.append(_("Who has to do it: %(who)s.") % {"who": one.duty.who})
    if one.duty.limit and not found.rule.may_alert:
        said.append(_("This rule is not sourced yet or the courts differ: it does not alert."))
    if one.aside is not None:
        said.append(_("No lapse: %(why)s.") % {"why": one.aside.get_why_display()})
    return " ".join(said)


def length_words(length: Length) -> str:
    """ "90 days", "at once", "no fixed time"."""
    unit = dict(Deadline.Unit.choices)[length.unit]
    if length.unit in (Unit.AT_ONCE, Unit.NOT_FIXED):
        return str(unit)
    return f"{length.amount} {unit}"


def arithmetic(found: Assessment) -> str:
    """How the state follows: 14-01-2026 + at once = 14-01-2026; done 02-02-2026; or what is missing."""
    if found.missing:
        names = ", ".join(sorted({str(WORDS.get(name, name)) for name in found.missing}))
        return _("It cannot be told: not known is %(names)s.") % {"names": names}
    if found.trigger is None:
        return ""
    parts = [_span(found.trigger.earliest, found.trigger.latest)]
    if found.due is not None:
        parts.append(f"+ {length_words(found.rule.length)} = {_span(*found.due)}")
        if found.rule.length.counts_first_day:
            parts.append(_("(the first day is counted)"))
    if found.event is not None:
        parts.append(_("done %(day)s") % {"day": _span(found.event.earliest, found.event.latest)})
    return " ".join(parts)


def _span(first: date, last: date) -> str:
    if first == last:
        return f"{first:%d-%m-%Y}"
    return f"{first:%d-%m-%Y} – {last:%d-%m-%Y}"


def _ask_url(fir: Fir, found: Assessment, hers: Sequence[SurvivorFile]) -> str:
    """Where what is missing is filled in: a step, the FIR's own details, or the file of a survivor."""
    if found.state is not State.CANNOT_TELL:
        return ""
    for name in found.missing:
        if name in Milestone.Kind.values and name not in ONLY_PAPER:
            return f"{reverse('proceedings:new_step', args=[fir.pk])}?kind={name}"
        if name in FILLED_ON_FIR:
            return reverse(FILLED_ON_FIR[name], args=[fir.pk])
        if name in FILLED_IN_FILE and hers:
            return reverse(FILLED_IN_FILE[name], args=[hers[0].pk])
        if name == "west_bengal":
            return reverse("mend:values", kwargs={"of": "fir", "record_id": fir.pk})
    return ""


def _acts(
    fir: Fir, one: Checked, *, may_write: bool, may_say: bool
) -> tuple[tuple[Words, str], ...]:
    acts: list[tuple[Words, str]] = []
    found = one.found
    for name, day in ((found.rule.trigger, found.trigger), (found.rule.event, found.event)):
        lacks = day is not None and day.paper is None and name in Milestone.Kind.values
        if may_write and lacks:
            url = f"{reverse('proceedings:new_step', args=[fir.pk])}?kind={name}"
            acts.append((_("Attach paper: %(day)s") % {"day": WORDS[name]}, url))
    if may_say and one.is_lapse:
        url = reverse("proceedings:new_correction", args=[fir.pk])
        acts.append((_("Ask for a correction"), f"{url}?reason={one.duty.why}"))
        acts.append((_("Not a lapse"), aside_url(fir, one.duty.key, one.subject)))
    return tuple(acts)


def drafts_for(fir: Fir, one: Checked) -> tuple[tuple[Words, str], ...]:
    """The letters and petitions that answer a lapse: each is drafted by one press."""
    kinds = LETTERS.get(one.duty.key)
    if kinds is None:
        kinds = (Kind.TO_SP, Kind.PUT_UP) if one.duty.who in (POLICE, IO) else (Kind.PUT_UP,)
    about = f"?survivor={one.file}" if one.file else ""
    return tuple(
        (SHORT[kind], f"{reverse('proceedings:draft_letter', args=[fir.pk, kind])}{about}")
        for kind in kinds
    )


def aside_url(fir: Fir, duty: str, subject: uuid.UUID | None) -> str:
    """The page on which a duty is set aside, for the FIR or for one accused or claim of it."""
    url = reverse("proceedings:put_aside", args=[fir.pk, duty])
    return f"{url}?of={subject}" if subject else url
