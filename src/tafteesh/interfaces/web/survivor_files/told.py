"""The rows behind the timeline: what each table tells of a life, in one shape, read in two questions."""

import uuid
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from django.db.models import (
    BigIntegerField,
    BooleanField,
    DateField,
    ExpressionWrapper,
    F,
    Func,
    Q,
    TextField,
    Value,
)
from django.db.models import QuerySet as Rows
from django.db.models.functions import Cast, Coalesce

from tafteesh.domain.compensation.models import Order, Payment, Sanction
from tafteesh.domain.diary.models import Contact
from tafteesh.domain.files.models import (
    FileStatusSpell,
    Rescue,
    Restoration,
    ShelterSpell,
    Taking,
)
from tafteesh.domain.legalaid.models import LegalAidRequest
from tafteesh.domain.papers.models import Paper
from tafteesh.domain.proceedings.models import ChargeSheet, Correction, Hearing, InvestigationSpell
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.kept import Kept


class Told(NamedTuple):
    """One row of one table. What a table does not have is empty; `what` says how to read the rest."""

    what: str
    pk: uuid.UUID
    by: uuid.UUID | None
    on: date | None
    until: date | None
    words: str
    first: str
    second: str
    third: str
    fourth: str
    paise: int
    yes: bool


TEXTS = ("words", "first", "second", "third", "fourth")
EMPTY: dict[str, Any] = {
    "until": Cast(Value(None), DateField()),
    **{name: Cast(Value(""), TextField()) for name in TEXTS},
    "paise": Cast(Value(0), BigIntegerField()),
    "yes": Cast(Value(False), BooleanField()),  # noqa: FBT003 - a value of SQL
}


def _is_there(name: str) -> Cast:
    """Whether the field holds something, without reading it."""
    return Cast(ExpressionWrapper(Q(**{f"{name}__isnull": False}), BooleanField()), BooleanField())


def _branch(model: Any, actor: Actor, which: Q, **said: Any) -> "Rows[Any, Any]":
    """The standing rows of one table in the shape of `Told`."""
    shown = {"by": F("recorded_by_id"), **EMPTY, **said}
    shown["what"] = Cast(Value(model.__name__), TextField())
    rows = model.objects.visible_to(actor).filter(which, withdrawn_at=None).order_by()
    named = {f"line_{name}": value for name, value in shown.items()}
    order = [name if name == "pk" else f"line_{name}" for name in Told._fields]
    told: Rows[Any, Any] = rows.annotate(**named).values_list(*order)
    return told


def _of_file(
    actor: Actor, *, file_id: uuid.UUID, trafficking: bool, money: bool
) -> "Rows[Any, Any]":
    file = Q(survivor_file=file_id)

    def branch(model: Any, **said: Any) -> "Rows[Any, Any]":
        return _branch(model, actor, file, **said)

    proves = Func(F("proves"), Value(","), function="array_to_string", output_field=TextField())
    branches = [
        branch(FileStatusSpell, on=F("starts_on"), first=F("status")),
        branch(LegalAidRequest, on=F("requested_on"), first=F("authority_words")),
        branch(
            Contact,
            on=F("on"), by=F("worker_id"), first=F("mode"), second=F("about"),
            third=Cast(_is_there("note_sealed"), TextField()), yes=F("reached"),
        ),
        branch(
            Paper,
            on=F("dated_on"), first=F("kind"), second=F("issued_by_words"), third=proves,
            yes=_is_there("stored_as"),
        ),
    ]  # fmt: skip
    if trafficking:
        branches += [
            branch(
                Taking,
                on=F("taken_earliest"), until=F("taken_latest"), words=F("taken_words"),
                first=F("destination"),
            ),
            branch(
                Rescue,
                on=F("rescued_earliest"), until=F("rescued_latest"), words=F("rescued_words"),
                first=F("by_whom"),
            ),
            branch(ShelterSpell, on=F("starts_on"), until=F("ends_on"), first=F("area")),
            branch(Restoration, on=F("restored_on"), first=F("from_place")),
        ]  # fmt: skip
    if money:
        branches += [
            branch(
                Order,
                on=F("ordered_on"), first=F("kind"), second=F("authority_words"),
                third=F("her_answer"), paise=Coalesce("amount_paise", 0),
            ),
            branch(
                Sanction,
                on=F("sanctioned_on"), paise=F("amount_paise"), yes=F("waiting_for_funds"),
            ),
            branch(
                Payment, on=F("credited_on"), paise=F("amount_paise"), yes=_is_there("proof_id")
            ),
        ]  # fmt: skip
    return branches[0].union(*branches[1:], all=True)


def _of_firs(actor: Actor, *, firs: tuple[uuid.UUID, ...]) -> "Rows[Any, Any]":
    these = Q(fir__in=firs)
    spells = _branch(
        InvestigationSpell,
        actor,
        these,
        on=Coalesce("received_on", "starts_on"),
        first=F("agency_words"),
    )
    sheets = _branch(
        ChargeSheet,
        actor,
        these,
        on=F("filed_earliest"),
        until=F("filed_latest"),
        first=F("kind"),
        second=F("number"),
    )
    hearings = _branch(
        Hearing,
        actor,
        these,
        on=F("on"),
        until=F("next_on"),
        first=F("outcome"),
        second=F("why"),
        third=F("stage"),
        fourth=F("court_words"),
    )
    corrections = _branch(
        Correction,
        actor,
        these,
        on=F("filed_on"),
        first=F("reason"),
        second=F("forum"),
        third=F("result"),
    )
    return spells.union(sheets, hearings, corrections, all=True)


OF_FILE = Kept(_of_file)
OF_FIRS = Kept(_of_firs)


def told_of(rows: Iterable[Any]) -> dict[str, list[Told]]:
    """The rows by the table that told them."""
    found: dict[str, list[Told]] = {}
    for row in rows:
        told = Told._make(row)
        found.setdefault(told.what, []).append(told)
    return found
