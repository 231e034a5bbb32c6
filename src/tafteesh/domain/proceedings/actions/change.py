"""Changing what a FIR's paper says beside its number, and taking a wrong entry back."""

from collections.abc import Mapping
from typing import TypeAlias

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.proceedings.actions.fir import locked_fir
from tafteesh.domain.proceedings.actions.investigation import keep_agency
from tafteesh.domain.proceedings.models import (
    Accused,
    AccusedStatus,
    BailBreach,
    BailCondition,
    ChargeSheet,
    ChargeSheetAccused,
    ChargeSheetSection,
    Correction,
    Deposition,
    Fir,
    FirLink,
    FirSection,
    InvestigationSpell,
    LitigationOrder,
    Milestone,
    SameAccused,
    SeizedThing,
    SetAside,
)
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event

Entry: TypeAlias = (
    FirSection
    | Accused
    | AccusedStatus
    | InvestigationSpell
    | ChargeSheet
    | Correction
    | FirLink
    | Milestone
    | SetAside
    | BailCondition
    | BailBreach
    | SeizedThing
    | SameAccused
    | Deposition
    | LitigationOrder
)

CORRECTS = Permission.CORRECTION_WRITE
CHANGEABLE = frozenset(
    {
        "court_words", "court_number", "cnr", "diary_number", "diary_earliest", "diary_latest",
        "is_zero_fir", "copy_given_on", "offence_earliest", "offence_latest",
    }
)  # fmt: skip
# Only where nobody knew it: a day that is known is corrected with its history.
ONCE = frozenset(
    {"registered_earliest", "registered_latest", "registered_words", "registered_answer"}
)


class WhyWithdrawn(models.TextChoices):
    """Why an entry is taken back."""

    TYPED_WRONG = "typed_wrong", _("Typed wrong")
    OTHER_FIR = "other_fir", _("It belongs to another FIR")
    TWICE = "twice", _("Entered twice")
    PAPER_SAYS_OTHERWISE = "paper_says_otherwise", _("The paper says otherwise")


class AccusedIsCharged(Exception):
    """A charge sheet names this accused: withdraw the charge sheet first."""


class HasEscalations(Exception):
    """Another correction escalates this one: withdraw that one first."""


class ChangedMeanwhile(Exception):
    """Somebody else changed the same detail after she began to write."""


class CopyBeforeFir(Exception):
    """A copy of a FIR cannot be given before it was registered."""


class OffenceAfterFir(Exception):
    """An offence cannot begin after its FIR was registered."""


class DiaryAfterFir(Exception):
    """A diary that became a FIR was written before it."""


@transaction.atomic
def change_fir(
    *,
    fir: Fir,
    changes: Mapping[str, object],
    began_with: Mapping[str, str] | None = None,
    by: Actor,
) -> Fir:
    """Change court, CNR, diary entry, copy given or day of the offence; the number stays.

    Its own day is filled in where nobody knew it. `began_with` is what stood when she began, as text.
    Raises ChangedMeanwhile, CopyBeforeFir, OffenceAfterFir, DiaryAfterFir.
    """
    require(by, Permission.PROCEEDING_WRITE)
    fir = locked_fir(fir, by)
    may = CHANGEABLE | (ONCE if fir.registered_earliest is None else frozenset())
    if unknown := set(changes) - may:
        raise KeyError(", ".join(sorted(unknown)))
    changed = [name for name, value in changes.items() if getattr(fir, name) != value]
    if began_with is not None and (late := [n for n in changed if _moved(fir, n, began_with)]):
        raise ChangedMeanwhile(", ".join(late))
    for name in changed:
        setattr(fir, name, changes[name])
    _check_order_of_days(fir, set(changed))
    if changed:
        fir.save(update_fields=changed)
        write_log(Event.FIR_CHANGED, about=fir, by=by, fields=sorted(changed))
    return fir


def _moved(fir: Fir, name: str, began_with: Mapping[str, str]) -> bool:
    """Whether a detail is another one than she saw."""
    now = getattr(fir, name)
    return name in began_with and began_with[name] != ("" if now is None else str(now))


def _check_order_of_days(fir: Fir, changed: set[str]) -> None:
    """Only days that are changed now are compared: what stood before is a doubt of its own."""
    first, last = fir.registered_earliest, fir.registered_latest
    if first is None or last is None:
        return
    of_fir = "registered_earliest" in changed
    if fir.copy_given_on and fir.copy_given_on < first and ("copy_given_on" in changed or of_fir):
        raise CopyBeforeFir(fir.copy_given_on.isoformat())
    offence = fir.offence_earliest
    if offence and offence > last and ("offence_earliest" in changed or of_fir):
        raise OffenceAfterFir(offence.isoformat())
    diary = fir.diary_earliest
    if diary and diary > last and ("diary_earliest" in changed or of_fir):
        raise DiaryAfterFir(diary.isoformat())


@transaction.atomic
def withdraw_entry(*, entry: Entry, reason: str, by: Actor) -> Entry:
    """Take a wrong entry of a FIR back; it stays readable for every figure told before.

    Raises AccusedIsCharged, HasEscalations.
    """
    require(by, CORRECTS if isinstance(entry, Correction) else Permission.PROCEEDING_WRITE)
    door = type(entry).objects.visible_to(by).select_for_update(of=("self",))
    found: Entry = door.get(pk=entry.pk, withdrawn_at=None)
    fir = locked_fir(found.fir, by)
    _check_nothing_rests_on(found)
    found.withdrawn_at = by.now
    found.save(update_fields=["withdrawn_at"])
    _withdraw_with_it(found, by)
    if isinstance(found, InvestigationSpell):
        _open_again(fir, found)
    write_log(Event.WITHDRAWN, about=found, by=by, reason=WhyWithdrawn(reason).value)
    return found


def _check_nothing_rests_on(entry: Entry) -> None:
    if isinstance(entry, Accused):
        rows = ChargeSheetAccused.unscoped.filter(accused=entry, withdrawn_at=None)
        if rows.exists():
            raise AccusedIsCharged(str(entry.pk))
    if isinstance(entry, Correction) and entry.escalations.filter(withdrawn_at=None).exists():
        raise HasEscalations(str(entry.pk))


def _withdraw_with_it(entry: Entry, by: Actor) -> None:
    """What is part of the entry goes with it."""
    if isinstance(entry, ChargeSheet):
        for part in (ChargeSheetAccused, ChargeSheetSection):
            part.unscoped.filter(charge_sheet=entry, withdrawn_at=None).update(withdrawn_at=by.now)
    if isinstance(entry, Accused):
        for his in (AccusedStatus, Milestone, BailCondition, BailBreach):
            his.unscoped.filter(accused=entry, withdrawn_at=None).update(withdrawn_at=by.now)


def _open_again(fir: Fir, gone: InvestigationSpell) -> None:
    """The spell that had ended where the withdrawn one began goes on as if it had never been."""
    if gone.starts_on:
        InvestigationSpell.unscoped.filter(
            fir=fir, withdrawn_at=None, ends_on=gone.starts_on, starts_on__lt=gone.starts_on
        ).update(ends_on=gone.ends_on)
    keep_agency(fir)
