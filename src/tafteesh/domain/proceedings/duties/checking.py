"""Every duty over one matter: what is done, late, overdue, waiting or not known. No database, no clock."""

import uuid
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tafteesh.domain.proceedings.duties.catalogue import DUTIES, Duty, Of
from tafteesh.domain.proceedings.duties.counting import NO_CLOSED_DAYS
from tafteesh.domain.proceedings.duties.engine import Assessment, Rule, State, assess
from tafteesh.domain.proceedings.duties.facts import Matter, Told, of_accused, of_fir, of_step
from tafteesh.domain.proceedings.models import SetAside

# Where nobody recorded these, they may have been done all the same: we ask before we call it late.
SILENT = frozenset(
    {
        "copy_given", "medical", "medical_report", "statement_magistrate", "produced", "progress_told",
        "closure_told", "cwc_told", "copies_supplied", "age_proof", "interstate", "arrested",
        "bail_opposed", "committed", "threat_report", "summons_received", "charges_framed", "child_evidence", "judgment",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Checked:
    """One duty as it stands on a day, for the FIR or for one accused, claim or request of it."""

    duty: Duty
    found: Assessment
    subject: uuid.UUID | None = None
    ordinal: int | None = None
    aside: SetAside | None = None
    file: uuid.UUID | None = None  # the survivor file that a claim or request lies in
    then: Assessment | None = None  # what it becomes on `found.turns_on`, if nothing else happens

    @property
    def is_lapse(self) -> bool:
        """Late by a rule that was read in its source, or waiting where the work is not done."""
        return self.aside is None and _counts(self.duty, self.found)

    @property
    def lapse_from(self) -> date | None:
        """The first day on which it is a lapse, as far as is known today; None if it never is one."""
        told, turns = self.then or self.found, self.found.turns_on
        if self.aside is not None or not _counts(self.duty, told) or told.trigger is None:
            return None
        if turns is not None:
            return turns
        return told.due[1] + timedelta(days=1) if told.due else told.trigger.earliest

    @property
    def is_proved(self) -> bool:
        """Every day that it rests on is exact and has its paper."""
        return self.found.is_proved


def _counts(duty: Duty, found: Assessment) -> bool:
    waits = found.state is State.WAITING and duty.waiting_is_lapse
    return found.may_alert or waits


def check(
    matter: Matter,
    rules: Mapping[str, Rule],
    today: date,
    *,
    closed: Container[date] = NO_CLOSED_DAYS,
    asides: Mapping[tuple[str, uuid.UUID | None], SetAside] | None = None,
) -> list[Checked]:
    """Every duty of one FIR, in the order of the catalogue."""
    aside = asides or {}
    found = []
    for duty, about in _matters(matter):
        rule = rules.get(duty.key)
        if rule is not None:
            one = _assessed(rule, about.told, today, closed)
            turns = one.turns_on
            then = _assessed(rule, about.told, turns, closed) if turns else None
            why = aside.get((duty.key, about.subject))
            found.append(Checked(duty, one, about.subject, about.ordinal, why, about.file, then))
    return found


@dataclass(frozen=True)
class _About:
    """What a duty is checked against: the FIR, or one accused, claim or request."""

    told: Told
    subject: uuid.UUID | None = None
    ordinal: int | None = None
    file: uuid.UUID | None = None


def _matters(matter: Matter) -> Iterator[tuple[Duty, _About]]:
    whole = of_fir(matter)
    by_kind: dict[Of, list[_About]] = {
        Of.FIR: [_About(whole)],
        Of.ACCUSED: [
            _About(of_accused(matter, whole, one), one.pk, one.ordinal) for one in matter.accused
        ],
        Of.CLAIM: [_About(of_step(whole, one), one.id, None, one.file) for one in matter.claims],
        Of.REQUEST: [
            _About(of_step(whole, one), one.id, None, one.file) for one in matter.requests
        ],
    }
    for duty in DUTIES:
        for about in by_kind[duty.of]:
            yield duty, about


def _assessed(rule: Rule, told: Told, today: date, closed: Container[date]) -> Assessment:
    found = assess(rule, told.facts, today, closed)
    unsure = rule.event in SILENT and rule.event not in told.not_done
    if unsure and found.state in (State.OVERDUE, State.WAITING):
        asked = rule.asked in told.facts.days
        if not asked:
            return replace(found, state=State.CANNOT_TELL, days=None, missing=(rule.event,))
    return found


def what_it_is_about(one: Checked) -> tuple[str, uuid.UUID | None]:
    """Duties with the same reason are one lapse of the FIR, of one accused or of one claim."""
    return (one.duty.why if one.duty.why != "other" else one.duty.key, one.subject)


def lapses(checked: list[Checked]) -> list[Checked]:
    """The lapses of one FIR: each reason once for the FIR and once for each accused or claim."""
    seen: set[tuple[str, uuid.UUID | None]] = set()
    found = []
    for one in checked:
        about = what_it_is_about(one)
        if one.is_lapse and about not in seen:
            seen.add(about)
            found.append(one)
    return found
