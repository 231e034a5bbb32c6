"""How a corrected value comes into its record: in its row, or in a new row after the old one is withdrawn."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import BinaryField

from tafteesh.domain.compensation.actions.money import (
    CreditBeforeOrder,
    MoreThanOrdered,
    OrderBeforeClaim,
    keep_balance,
)
from tafteesh.domain.compensation.models import Claim, Order, Payment, Sanction
from tafteesh.domain.files import sealing
from tafteesh.domain.files.models import FileStatusSpell, Identity, SurvivorFile
from tafteesh.domain.proceedings.actions.hearing import keep_next_hearing
from tafteesh.domain.proceedings.actions.investigation import keep_agency
from tafteesh.domain.proceedings.actions.same_name import keep_informant
from tafteesh.domain.proceedings.models import (
    Correction,
    Fir,
    FirSection,
    Hearing,
    InvestigationSpell,
)
from tafteesh.domain.quality.fields import Field, RecordKind, Shape
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.kernel.digits import clean, folded
from tafteesh.foundation.kernel.ids import new_id
from tafteesh.foundation.vault.keys import key_of
from tafteesh.reference.law.queries import cited, sections_by_citation
from tafteesh.reference.places.queries import find_station


class DoesNotFit(Exception):
    """The new value contradicts another value of the same record; the text says which, where that is known."""


def rewrite(
    kind: RecordKind, field: Field, row: Any, raw: Mapping[str, Any], text: str, by: Actor
) -> Any:
    """The record with its new value; inside an act that asked. Raises DoesNotFit and what a claim refuses."""
    new = _again(kind, row, by) if kind.replaced else row
    if field.shape is Shape.SEALED:
        sealing.seal_into(new, field.columns[0], clean(text), key_of(kind.subject_of(row)))
    for name, value in raw.items():
        setattr(new, name, new._meta.get_field(name).to_python(value))
    _bring_along(new, row, by)
    if kind.replaced:
        row.withdrawn_at = by.now
        row.save(update_fields=["withdrawn_at"])
    _make_room(new, row)
    _check(new)
    new.save(force_insert=kind.replaced)
    for model, name in kind.carried:
        rows: Any = model
        rows.unscoped.filter(**{name: row}, withdrawn_at=None).update(**{name: new})
    _keep(new, row, by)
    return new


def _again(kind: RecordKind, row: Any, by: Actor) -> Any:
    """The same record once more, known from now on; what is sealed is sealed for its new row."""
    new = type(row)(**{f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields})
    new.pk, new.recorded_at, new.recorded_by_id = new_id(), by.now, by.person_id
    new.import_batch = None
    sealed = [f.name for f in row._meta.concrete_fields if isinstance(f, BinaryField)]
    for name in sealed:
        if getattr(row, name):
            key = key_of(kind.subject_of(row))
            sealing.seal_into(new, name, sealing.open_from(row, name, key).reveal(), key)
    return new


def _bring_along(new: Any, row: Any, by: Actor) -> None:
    """Columns that follow from the corrected one."""
    if isinstance(new, Fir):
        new.station_key = folded(new.station_words)
        keep_informant(new)
        if new.station_words != row.station_words:
            new.police_station = find_station(new.station_words)
    if isinstance(new, SurvivorFile):
        is_violence = new.scope in (SurvivorFile.Scope.VIOLENCE, SurvivorFile.Scope.BOTH)
        new.violence = (new.violence or SurvivorFile.Violence.OTHER) if is_violence else ""
    if isinstance(new, InvestigationSpell):
        new.received_recorded_at = by.now if new.received_on else None
        if new.received_on != row.received_on and row.starts_on == row.received_on:
            new.starts_on = new.received_on
    if isinstance(new, FirSection):
        new.section_id = cited(sections_by_citation(), new.act_words, new.number_words)
    if isinstance(new, Correction) and new.decided_on:
        new.decided_recorded_at = by.now


def _make_room(new: Any, row: Any) -> None:
    """The spell that ended where this one began ends where it begins now."""
    if isinstance(new, InvestigationSpell) and new.starts_on != row.starts_on and row.starts_on:
        InvestigationSpell.unscoped.filter(
            fir=new.fir_id, withdrawn_at=None, ends_on=row.starts_on
        ).exclude(pk=row.pk).update(ends_on=new.starts_on)
    if isinstance(new, FileStatusSpell) and new.starts_on != row.starts_on:
        FileStatusSpell.unscoped.filter(
            survivor_file=new.survivor_file_id,
            withdrawn_at=None,
            ends_on=row.starts_on,
            starts_on__lte=new.starts_on,
        ).exclude(pk=row.pk).update(ends_on=new.starts_on)


def _check(new: models.Model) -> None:
    try:
        new.validate_constraints()
    except ValidationError as wrong:
        own = [text for text in wrong.messages if not text.startswith("Constraint")]
        raise DoesNotFit(*own[:1]) from None


def _keep(new: Any, row: Any, by: Actor) -> None:
    """Bring what other rows keep of this one in line."""
    if isinstance(new, Order | Payment):
        _keep_claim(new)
    elif isinstance(new, Sanction):
        keep_balance(Claim.unscoped.get(pk=new.order.claim_id))
    elif isinstance(new, InvestigationSpell):
        keep_agency(new.fir)
    elif isinstance(new, Hearing):
        _keep_hearing(new, row, by)
    elif isinstance(new, Identity):
        _keep_findable(new)
    elif isinstance(new, SurvivorFile):
        _keep_status_spell(new, by)
    elif isinstance(new, FileStatusSpell):
        _keep_status(new)


def _keep_status_spell(file: SurvivorFile, by: Actor) -> None:
    """Her status of today, corrected, is the status of the spell that runs."""
    runs = FileStatusSpell.unscoped.filter(survivor_file=file, withdrawn_at=None, ends_on=None)
    for spell in runs.exclude(status=file.status):
        spell.withdrawn_at = by.now
        spell.save(update_fields=["withdrawn_at"])
        spell.pk, spell.withdrawn_at, spell.status = new_id(), None, file.status
        spell.recorded_at, spell.recorded_by_id = by.now, by.person_id
        spell.save(force_insert=True)


def _keep_status(spell: FileStatusSpell) -> None:
    """The status of the spell that runs is her status of today."""
    if spell.ends_on is None:
        SurvivorFile.unscoped.filter(pk=spell.survivor_file_id).update(status=spell.status)


def _keep_findable(identity: Identity) -> None:
    """She is found by the names that she has now."""
    key = key_of(identity.survivor_file_id)
    names = sealing.open_all(identity)
    tokens = sealing.make_findable(identity, identity.organisation_id, names, key)
    identity.save()
    sealing.keep_tokens(identity, tokens)


def _keep_claim(new: Order | Payment) -> None:
    claim = Claim.unscoped.select_for_update(of=("self",)).get(pk=new.claim_id)
    keep_balance(claim)
    if isinstance(new, Order) and claim.filed_on and new.ordered_on < claim.filed_on:
        raise OrderBeforeClaim(str(claim.pk))
    first_credit = claim.payments.filter(withdrawn_at=None).order_by("credited_on").first()
    if first_credit and (
        claim.first_ordered_on is None or first_credit.credited_on < claim.first_ordered_on
    ):
        raise CreditBeforeOrder(str(claim.pk))
    if claim.credited_paise > claim.ordered_paise:
        raise MoreThanOrdered(str(claim.pk))


def _keep_hearing(new: Hearing, row: Hearing, by: Actor) -> None:
    """The expected hearing moves with the next date."""
    if new.next_on != row.next_on:
        same = Hearing.unscoped.filter(fir=new.fir_id, withdrawn_at=None)
        if row.next_on:
            same.filter(on=row.next_on, outcome="expected").update(withdrawn_at=by.now)
        if new.next_on and not same.filter(on=new.next_on).exists():
            Hearing.unscoped.create(
                fir=new.fir,
                on=new.next_on,
                court_words=new.court_words,
                organisation_id=new.organisation_id,
                recorded_at=by.now,
                recorded_by_id=by.person_id,
            )
    keep_next_hearing(new.fir, by)
