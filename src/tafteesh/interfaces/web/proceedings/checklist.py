"""What the law asks in one FIR, line by line: by when, done, state, paper, and why."""

import uuid
from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.facts.duties import checklist
from tafteesh.domain.facts.lapse_board import Lapse
from tafteesh.domain.proceedings.duties.catalogue import IO, POLICE
from tafteesh.domain.proceedings.duties.checking import Checked
from tafteesh.domain.proceedings.duties.counting import Length, Unit
from tafteesh.domain.proceedings.duties.engine import Assessment, Happened, State
from tafteesh.domain.proceedings.models import Fir, Milestone
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
PROBLEMS = (State.LATE, State.OVERDUE, State.WAITING, State.CANNOT_TELL)
# What a condition or a day is called where it has to be asked for.
WORDS: dict[str, Words] = {
    **dict(Milestone.Kind.choices),
    "child": gettext_lazy("whether she was a child"),
    "sexual": gettext_lazy("whether she was sexually exploited"),
    "trafficking": gettext_lazy("whether it was trafficking"),
    "age_in_doubt": gettext_lazy("how old she was"),
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


@dataclass(frozen=True)
class Checklist:
    """The lines to show, how many stand in each state, and how many are left out."""

    counts: tuple[str, ...]
    steps: list[LegalStep]
    left_out: int
    shows_all: bool


def checklist_of(request: StaffRequest, fir: Fir) -> Checklist:
    """The checklist of a FIR: problems and what was done; with `all=yes` what does not apply, too."""
    every = checklist(request.actor, fir)
    shows_all = request.GET.get("all") == "yes"
    shown = every if shows_all else [one for one in every if _is_shown(one)]
    papers = request.actor.holds(Permission.PROCEEDING_WRITE)
    may_say = request.actor.holds(Permission.CORRECTION_WRITE)
    tally = Counter(STATES[one.found.state] for one in every)
    counts = tuple(f"{tally[state]} {legal_words(state, None)}" for state in STATES.values())
    steps = [_step(fir, one, may_write=papers, may_say=may_say) for one in shown]
    return Checklist(counts, steps, len(every) - len(shown), shows_all)


def _is_shown(one: Checked) -> bool:
    return one.found.state not in (State.NOT_APPLICABLE, State.NOT_DUE)


def title_of(one: Checked | Lapse) -> str:
    """The duty, and of which accused."""
    if one.ordinal is None:
        return str(one.duty.title)
    return _("%(duty)s · accused %(number)s") % {"duty": one.duty.title, "number": one.ordinal}


def _step(fir: Fir, one: Checked, *, may_write: bool, may_say: bool) -> LegalStep:
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
        ask_url=_ask_url(fir, found) if may_write else "",
        acts=_acts(fir, one, may_write=may_write, may_say=may_say),
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


def _ask_url(fir: Fir, found: Assessment) -> str:
    """Where the missing day is filled in: a step, or the FIR's own details."""
    if found.state is not State.CANNOT_TELL:
        return ""
    for name in found.missing:
        if name == "copy_given":
            return reverse("proceedings:change", args=[fir.pk])
        if name in Milestone.Kind.values and name not in ONLY_PAPER:
            return f"{reverse('proceedings:new_step', args=[fir.pk])}?kind={name}"
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
        if one.duty.key == "to-ahtu":
            url = reverse("proceedings:new_letter", args=[fir.pk])
            acts.append((_("Draft the request to the AHTU"), f"{url}?kind=to_ahtu"))
        elif one.duty.who in (POLICE, IO):
            url = reverse("proceedings:new_letter", args=[fir.pk])
            acts.append((_("Letter to the SP"), f"{url}?kind=to_sp"))
        acts.append((_("Not a lapse"), aside_url(fir, one.duty.key, one.subject)))
    return tuple(acts)


def aside_url(fir: Fir, duty: str, subject: uuid.UUID | None) -> str:
    """The page on which a duty is set aside, for the FIR or for one accused or claim of it."""
    url = reverse("proceedings:put_aside", args=[fir.pk, duty])
    return f"{url}?of={subject}" if subject else url
