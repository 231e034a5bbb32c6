"""Every duty over one matter: what is done, late, overdue, waiting or not known. No database, no clock."""

import uuid
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

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
        "bail_opposed", "committed", "charges_framed", "child_evidence", "judgment",
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

    @property
    def is_lapse(self) -> bool:
        """Late by a rule that was read in its source, or waiting where the work is not done."""
        waits = self.found.state is State.WAITING and self.duty.waiting_is_lapse
        return self.aside is None and (self.found.may_alert or waits)

    @property
    def is_proved(self) -> bool:
        """Every day that it rests on is exact and has its paper."""
        return self.found.is_proved


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
    for duty, told, subject, ordinal in _matters(matter):
        rule = rules.get(duty.key)
        if rule is not None:
            one = _assessed(rule, told, today, closed)
            found.append(Checked(duty, one, subject, ordinal, aside.get((duty.key, subject))))
    return found


def _matters(matter: Matter) -> Iterator[tuple[Duty, Told, uuid.UUID | None, int | None]]:
    whole = of_fir(matter)
    people: list[tuple[Told, uuid.UUID, int | None]] = [
        (of_accused(matter, whole, one), one.pk, one.ordinal) for one in matter.accused
    ]
    claims: list[tuple[Told, uuid.UUID, int | None]] = [
        (of_step(whole, one), one.id, None) for one in matter.claims
    ]
    requests: list[tuple[Told, uuid.UUID, int | None]] = [
        (of_step(whole, one), one.id, None) for one in matter.requests
    ]
    by_kind: dict[Of, list[tuple[Told, uuid.UUID, int | None]]] = {
        Of.ACCUSED: people,
        Of.CLAIM: claims,
        Of.REQUEST: requests,
    }
    for duty in DUTIES:
        if duty.of is Of.FIR:
            yield duty, whole, None, None
        else:
            for told, subject, ordinal in by_kind[duty.of]:
                yield duty, told, subject, ordinal


def _assessed(rule: Rule, told: Told, today: date, closed: Container[date]) -> Assessment:
    found = assess(rule, told.facts, today, closed)
    unsure = rule.event in SILENT and rule.event not in told.not_done
    if unsure and found.state in (State.OVERDUE, State.WAITING):
        asked = rule.asked in told.facts.days
        if not asked:
            return replace(found, state=State.CANNOT_TELL, days=None, missing=(rule.event,))
    return found


def lapses(checked: list[Checked]) -> list[Checked]:
    """The lapses of one FIR: each reason once for the FIR and once for each accused or claim."""
    seen: set[tuple[str, uuid.UUID | None]] = set()
    found = []
    for one in checked:
        about = (one.duty.why if one.duty.why != "other" else one.duty.key, one.subject)
        if one.is_lapse and about not in seen:
            seen.add(about)
            found.append(one)
    return found
