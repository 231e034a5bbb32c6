"""Who investigates: a transfer is a new spell, made by the day on which the papers were received."""

from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from tafteesh.domain.proceedings.actions.fir import locked_fir, own
from tafteesh.domain.proceedings.models import Fir, InvestigationSpell
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event


class SpellsOverlap(Exception):
    """Two agencies cannot have one investigation on the same day."""


class PapersBeforeOrder(Exception):
    """The papers cannot be received before the order that sends them."""


class ReplyBeforeLetter(Exception):
    """The reply cannot come before the letter that it answers."""


@dataclass(frozen=True)
class NewSpell:
    """One agency's time with the investigation, as it is entered."""

    kind: str
    agency: str
    requested_on: date | None = None
    ordered_on: date | None = None
    received_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    details: dict[str, object] = field(default_factory=dict)


@transaction.atomic
def record_spell(*, fir: Fir, new: NewSpell, by: Actor) -> InvestigationSpell:
    """Record a spell; a spell that starts ends the one before it on that day.

    Raises SpellsOverlap, PapersBeforeOrder, ReplyBeforeLetter.
    """
    require(by, Permission.PROCEEDING_WRITE)
    fir = locked_fir(fir, by)
    starts = new.starts_on or new.received_on
    _check_reply(new.requested_on, new.details.get("replied_on"))
    _check_days(new.ordered_on, new.received_on)
    if starts:
        _make_room(fir, starts, new.ends_on)
    spell = InvestigationSpell(
        fir=fir,
        agency_kind=new.kind,
        agency_words=new.agency,
        requested_on=new.requested_on,
        ordered_on=new.ordered_on,
        received_on=new.received_on,
        received_recorded_at=by.now if new.received_on else None,
        starts_on=starts,
        ends_on=new.ends_on,
        **own(by, fir),
        **new.details,
    )
    spell.save(force_insert=True)
    keep_agency(fir)
    write_log(Event.SPELL_RECORDED, about=spell, by=by)
    return spell


@transaction.atomic
def record_receipt(
    *, spell: InvestigationSpell, ordered_on: date | None, received_on: date, by: Actor
) -> InvestigationSpell:
    """The agency received the papers: from that day the investigation is with it.

    Raises SpellsOverlap, PapersBeforeOrder.
    """
    require(by, Permission.PROCEEDING_WRITE)
    door = InvestigationSpell.objects.visible_to(by).select_for_update(of=("self",))
    spell = door.get(pk=spell.pk, withdrawn_at=None)
    fir = locked_fir(spell.fir, by)
    spell.ordered_on = ordered_on or spell.ordered_on
    _check_days(spell.ordered_on, received_on)
    _make_room(fir, received_on, spell.ends_on, but=spell)
    spell.received_on, spell.received_recorded_at = received_on, by.now
    spell.starts_on = received_on
    spell.save()
    keep_agency(fir)
    write_log(Event.SPELL_RECORDED, about=spell, by=by, fields=["received_on"])
    return spell


@transaction.atomic
def order_transfer(*, spell: InvestigationSpell, ordered_on: date, by: Actor) -> InvestigationSpell:
    """The transfer was ordered. The papers have not moved: nothing is counted yet.

    Raises PapersBeforeOrder where their receipt stands before that day.
    """
    require(by, Permission.PROCEEDING_WRITE)
    door = InvestigationSpell.objects.visible_to(by).select_for_update(of=("self",))
    spell = door.get(pk=spell.pk, withdrawn_at=None)
    _check_days(ordered_on, spell.received_on)
    spell.ordered_on = ordered_on
    spell.save(update_fields=["ordered_on"])
    write_log(Event.SPELL_RECORDED, about=spell, by=by, fields=["ordered_on"])
    return spell


def _check_reply(requested_on: date | None, replied_on: object) -> None:
    if requested_on and isinstance(replied_on, date) and replied_on < requested_on:
        raise ReplyBeforeLetter(replied_on.isoformat())


def _check_days(ordered_on: date | None, received_on: date | None) -> None:
    if ordered_on and received_on and received_on < ordered_on:
        raise PapersBeforeOrder(received_on.isoformat())


def _make_room(
    fir: Fir, starts: date, ends: date | None, but: InvestigationSpell | None = None
) -> None:
    others = InvestigationSpell.unscoped.filter(fir=fir, withdrawn_at=None, starts_on__isnull=False)
    if but is not None:
        others = others.exclude(pk=but.pk)
    others.filter(ends_on=None, starts_on__lt=starts).update(ends_on=starts)
    for other in others:
        begins = other.starts_on or starts
        if (ends is None or begins < ends) and (other.ends_on is None or other.ends_on > starts):
            raise SpellsOverlap(f"{starts} {begins}")


def keep_agency(fir: Fir) -> None:
    """Who has the investigation now, kept on the FIR for lists."""
    newest = (
        InvestigationSpell.unscoped.filter(fir=fir, withdrawn_at=None, starts_on__isnull=False)
        .order_by("-starts_on")
        .first()
    )
    fir.agency_kind = newest.agency_kind if newest else ""
    fir.save(update_fields=["agency_kind"])
