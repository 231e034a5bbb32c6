"""Bail on conditions and their breach, things that were seized, and two accused who may be one man."""

import uuid
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from tafteesh.domain.files.sealing import seal_into
from tafteesh.domain.papers.models import Paper
from tafteesh.domain.proceedings.actions.fir import locked_fir, own
from tafteesh.domain.proceedings.actions.milestone import NotYet, paper_of_fir
from tafteesh.domain.proceedings.models import (
    Accused,
    BailBreach,
    BailCondition,
    Fir,
    SameAccused,
    SeizedThing,
)
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.vault.keys import key_of


class ConditionOfAnother(Exception):
    """This condition was set for another accused."""


class SameFir(Exception):
    """Two accused of one FIR are two: the FIR itself tells them apart."""


class FlaggedAlready(Exception):
    """Somebody flagged these two before."""


class NeedsASecondPerson(Exception):
    """Whoever set the flag cannot answer it."""


class ReturnedBeforeSeized(Exception):
    """A thing cannot be given back before it was taken."""


@dataclass(frozen=True)
class NewSeizure:
    """A thing as the seizure list says."""

    kind: str
    seized_on: date | None = None
    taken_from: Accused | None = None
    kept_at: str = ""
    sent_for_test_on: date | None = None
    returned_on: date | None = None
    paper: Paper | None = None


def _accused(accused: Accused, by: Actor) -> Accused:
    door = Accused.objects.visible_to(by).select_for_update(of=("self",))
    found: Accused = door.get(pk=accused.pk, withdrawn_at=None)
    return found


@transaction.atomic
def add_bail_condition(
    *, accused: Accused, kind: str, set_on: date | None, words: str = "", by: Actor
) -> BailCondition:
    """One condition of his bail; its own words are sealed."""
    require(by, Permission.PROCEEDING_WRITE)
    accused = _accused(accused, by)
    row = BailCondition(
        fir_id=accused.fir_id,
        accused=accused,
        kind=BailCondition.Kind(kind).value,
        set_on=set_on,
        **own(by, accused.fir),
    )
    seal_into(row, "words_sealed", words, key_of(accused.fir_id))
    row.save(force_insert=True)
    write_log(Event.FIR_CHANGED, about=row, by=by, fields=["bail_condition"])
    return row


@transaction.atomic
def record_breach(
    *, accused: Accused, on: date, condition: BailCondition | None = None, by: Actor
) -> BailBreach:
    """He broke a condition of his bail on that day. Raises NotYet, ConditionOfAnother."""
    require(by, Permission.CONTACT_RECORD)
    if on > by.today:
        raise NotYet(on.isoformat())
    accused = _accused(accused, by)
    if condition is not None and condition.accused_id != accused.pk:
        raise ConditionOfAnother(str(condition.pk))
    row = BailBreach.unscoped.create(
        fir_id=accused.fir_id, accused=accused, condition=condition, on=on, **own(by, accused.fir)
    )
    write_log(Event.FIR_CHANGED, about=row, by=by, fields=["bail_breach"])
    return row


@transaction.atomic
def tell_of_breach(
    *, breach: BailBreach, police: date | None, court: date | None, by: Actor
) -> BailBreach:
    """When the police and the court were told of it. Raises NotYet for a day before it."""
    require(by, Permission.PROCEEDING_WRITE)
    door = BailBreach.objects.visible_to(by).select_for_update(of=("self",))
    row: BailBreach = door.get(pk=breach.pk, withdrawn_at=None)
    if any(day is not None and not row.on <= day <= by.today for day in (police, court)):
        raise NotYet(row.on.isoformat())
    row.told_police_on = police or row.told_police_on
    row.told_court_on = court or row.told_court_on
    row.save(update_fields=["told_police_on", "told_court_on"])
    write_log(Event.FIR_CHANGED, about=row, by=by, fields=["told_police_on", "told_court_on"])
    return row


@transaction.atomic
def record_seizure(*, fir: Fir, new: NewSeizure, by: Actor) -> SeizedThing:
    """A thing that the police took. Raises ReturnedBeforeSeized, PaperFromElsewhere."""
    require(by, Permission.PROCEEDING_WRITE)
    fir = locked_fir(fir, by)
    if new.returned_on and new.seized_on and new.returned_on < new.seized_on:
        raise ReturnedBeforeSeized(new.returned_on.isoformat())
    taken_from = _accused(new.taken_from, by) if new.taken_from else None
    row = SeizedThing.unscoped.create(
        fir=fir,
        kind=SeizedThing.Kind(new.kind).value,
        seized_on=new.seized_on,
        taken_from=taken_from if taken_from and taken_from.fir_id == fir.pk else None,
        kept_at=new.kept_at,
        sent_for_test_on=new.sent_for_test_on,
        returned_on=new.returned_on,
        paper=paper_of_fir(fir, new.paper, by),
        **own(by, fir),
    )
    write_log(Event.FIR_CHANGED, about=row, by=by, fields=["seized"])
    return row


@transaction.atomic
def flag_same_accused(*, one: Accused, other: Accused, by: Actor) -> SameAccused:
    """Two accused in two FIRs may be one man: said, not decided. Raises SameFir, FlaggedAlready."""
    require(by, Permission.PROCEEDING_WRITE)
    first, second = sorted((_accused(one, by), _accused(other, by)), key=lambda row: row.pk)
    if first.fir_id == second.fir_id:
        raise SameFir(str(first.fir_id))
    pair: dict[str, uuid.UUID] = {"one_id": first.pk, "other_id": second.pk}
    if SameAccused.unscoped.filter(withdrawn_at=None, **pair).exists():
        raise FlaggedAlready(str(first.pk))
    row = SameAccused.unscoped.create(
        fir_id=first.fir_id, other_fir_id=second.fir_id, **pair, **own(by, first.fir)
    )
    write_log(Event.FIR_CHANGED, about=row, by=by, fields=["same_accused"])
    return row


@transaction.atomic
def answer_same_accused(*, flag: SameAccused, answer: str, by: Actor) -> SameAccused:
    """A second person says whether she thinks so, too. Raises NeedsASecondPerson."""
    require(by, Permission.PROCEEDING_WRITE)
    door = SameAccused.objects.visible_to(by).select_for_update(of=("self",))
    row: SameAccused = door.get(pk=flag.pk, withdrawn_at=None)
    if row.recorded_by_id == by.person_id:
        raise NeedsASecondPerson(str(row.pk))
    row.answer, row.second_id, row.answered_at = SameAccused.Answer(answer).value, by.person_id, by.now  # fmt: skip
    row.save(update_fields=["answer", "second", "answered_at"])
    write_log(Event.FIR_CHANGED, about=row, by=by, fields=["answer"])
    return row
