"""Published orders, against which her claim is held."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from tafteesh.domain.compensation.actions.money import OrderBeforeClaim
from tafteesh.domain.compensation.models import PublishedOrder
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.reference.law.models import CompensationScheme


class PublishedAlready(Exception):
    """The same order of the same citation is recorded already."""


@dataclass(frozen=True)
class NewPublished:
    """A published order as it is entered."""

    amount_paise: int
    ordered_on: date
    citation: str
    scope: str
    violence: str = ""
    age_band: str = "not_known"
    filed_on: date | None = None
    authority_words: str = ""
    scheme: CompensationScheme | None = None


@transaction.atomic
def record_published(*, new: NewPublished, by: Actor) -> PublishedOrder:
    """Record an order that was published, with its citation. Raises OrderBeforeClaim, PublishedAlready."""
    require(by, Permission.CLAIM_WRITE)
    if new.filed_on and new.ordered_on < new.filed_on:
        raise OrderBeforeClaim(new.ordered_on.isoformat())
    row, made = PublishedOrder.unscoped.get_or_create(
        organisation_id=by.organisation_id,
        citation=new.citation,
        ordered_on=new.ordered_on,
        amount_paise=new.amount_paise,
        withdrawn_at=None,
        defaults={
            **vars(new), "recorded_at": by.now, "recorded_by_id": by.person_id,
        },
    )  # fmt: skip
    if not made:
        raise PublishedAlready(str(row.pk))
    write_log(Event.ORDER_RECORDED, about=row, by=by)
    return row


@transaction.atomic
def withdraw_published(*, order: PublishedOrder, reason: str, by: Actor) -> PublishedOrder:
    """Take a published order back that was entered wrongly. `reason` is a code of a list."""
    require(by, Permission.CLAIM_WRITE)
    door = PublishedOrder.objects.visible_to(by)
    row = door.select_for_update(of=("self",)).get(pk=order.pk, withdrawn_at=None)
    row.withdrawn_at = by.now
    row.save(update_fields=["withdrawn_at"])
    write_log(Event.WITHDRAWN, about=row, by=by, reason=reason)
    return row
