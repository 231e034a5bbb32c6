"""What the law owes her in each FIR, and whether it was done: one pass over many FIRs, few queries."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import QuerySet

from tafteesh.domain.facts.matters import matters
from tafteesh.domain.proceedings.duties.catalogue import DUTIES, rules, rules_on
from tafteesh.domain.proceedings.duties.checking import Checked, check
from tafteesh.domain.proceedings.duties.engine import Rule
from tafteesh.domain.proceedings.models import Fir, SetAside
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.reference.law.models import Deadline
from tafteesh.reference.law.queries import deadlines_in_force
from tafteesh.reference.places.queries import closed_days

CHUNK = 500  # FIRs in one pass, so that memory stays flat
Asides = Mapping[tuple[str, uuid.UUID | None], SetAside]


def checklist(actor: Actor, fir: Fir) -> list[Checked]:
    """Every duty of one FIR on her day. Raises NotAllowed."""
    require(actor, Permission.PROCEEDING_READ)
    return checked(actor, [fir])[fir.pk]


def checked(
    actor: Actor, firs: Iterable[Fir], *, by_rules: Mapping[str, Rule] | None = None
) -> dict[uuid.UUID, list[Checked]]:
    """By FIR, every duty on her day; with other rules, as it would be under them."""
    every = list(firs)
    held = by_rules if by_rules is not None else rules_on(actor.today)
    closed = closed_days(fir.court_id for fir in every if fir.court_id)
    asides = _asides(actor, every)
    none: frozenset[date] = frozenset()
    return {
        pk: check(
            matter, held, actor.today,
            closed=closed.get(matter.fir.court_id, none) if matter.fir.court_id else none,
            asides=asides.get(pk, {}),
        )
        for pk, matter in matters(actor, every).items()
    }  # fmt: skip


def moved_by(actor: Actor, changed: Mapping[str, Deadline | None]) -> dict[str, int]:
    """By key of a limit, how many FIRs she counts would stand otherwise if these rows were saved.

    A row that is None is taken off the list. Nothing is saved.
    """
    now = {row.key: row for row in deadlines_in_force(actor.today)}
    then = {key: row for key, row in {**now, **changed}.items() if row is not None}
    before, after = rules(now.values()), rules(then.values())
    limits = {duty.key: duty.limit for duty in DUTIES if duty.limit in changed}
    counts = dict.fromkeys(limits.values(), 0)
    if not limits:
        return counts
    for chunk in _chunks(Fir.objects.visible_to(actor).filter(withdrawn_at=None)):
        old = checked(actor, chunk, by_rules={k: r for k, r in before.items() if k in limits})
        new = checked(actor, chunk, by_rules={k: r for k, r in after.items() if k in limits})
        for fir in chunk:
            for limit in _moved(old[fir.pk], new[fir.pk]):
                counts[limit] += 1
    return counts


def _moved(old: list[Checked], new: list[Checked]) -> set[str]:
    """The limits of which a FIR has another state, day or last day than before."""

    def states(many: list[Checked]) -> dict[tuple[str, uuid.UUID | None], object]:
        return {
            (one.duty.key, one.subject): (
                one.found.state,
                one.found.days,
                one.found.due,
                one.is_lapse,
            )
            for one in many
        }

    before, after = states(old), states(new)
    limits = {one.duty.key: one.duty.limit for one in (*old, *new)}
    keys = {name for name in {*before, *after} if before.get(name) != after.get(name)}
    return {limits[key] for key, _subject in keys}


def _chunks(rows: "QuerySet[Fir]") -> Iterable[list[Fir]]:
    every = list(rows.order_by("pk"))
    return (every[start : start + CHUNK] for start in range(0, len(every), CHUNK))


def _asides(actor: Actor, firs: Iterable[Fir]) -> dict[uuid.UUID, Asides]:
    rows = SetAside.objects.visible_to(actor).filter(
        fir__in=[fir.pk for fir in firs], withdrawn_at=None
    )
    found: dict[uuid.UUID, dict[tuple[str, uuid.UUID | None], SetAside]] = defaultdict(dict)
    for row in rows:
        found[row.fir_id][row.duty, row.subject] = row
    return dict(found)
