"""Ordered, not yet paid, on any day: by authority, by age, and the letter that comes next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import (
    BigIntegerField,
    Count,
    F,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    TextField,
    Value,
)
from django.db.models.functions import Coalesce, NullIf

from tafteesh.domain.compensation.models import AccountCheck, Claim, Order, UnpaidLetter
from tafteesh.domain.compensation.queries import Standing, claims_on, standing_of
from tafteesh.domain.compensation.rules import next_rung
from tafteesh.foundation.access.actor import Actor

AGES = (30, 90, 180, 365)
MOST = 500
NOTHING = Value("", output_field=TextField())


@dataclass(frozen=True)
class Owing:
    """What one authority ordered and did not pay: how many claims, how much, how old."""

    authority: str
    claims: int
    paise: int
    oldest: date
    day: date
    older: tuple[int, ...]  # claims older than each of AGES

    @property
    def days(self) -> int:
        return (self.day - self.oldest).days


def owed_on(actor: Actor, day: date, authority: str | None = None) -> "QuerySet[Claim]":
    """Claims with ordered money that was not proved to have come by the end of a day, and who ordered it."""
    ordered = Order.objects.visible_to(actor).filter(
        claim=OuterRef("pk"), withdrawn_at=None, amount_paise__gt=0, ordered_on__lte=day
    )
    who = ordered.order_by("-ordered_on", "-pk").values("authority_words")[:1]
    rows = claims_on(actor, day).annotate(
        owed_by=Coalesce(
            NullIf(Subquery(who, output_field=TextField()), NOTHING), F("filed_at_words")
        ),
    )
    rows = rows.filter(award__gt=F("proved"))  # type: ignore[misc] # annotated by claims_on
    return rows if authority is None else rows.filter(owed_by=authority)


def owing(actor: Actor, day: date) -> list[Owing]:
    """By authority: the largest sum first."""
    ages = {f"over_{age}": Count("pk", filter=_before(day - timedelta(days=age))) for age in AGES}
    rows = (
        owed_on(actor, day)
        .order_by()
        .values("owed_by")  # type: ignore[misc] # annotated by owed_on
        .annotate(
            claims=Count("pk"),
            paise=Sum(F("award") - F("proved"), output_field=BigIntegerField()),
            oldest=Min("first_order"),
            **ages,
        )
        .order_by("-paise", "owed_by")
    )
    return [
        Owing(
            authority=row["owed_by"],
            claims=row["claims"],
            paise=int(row["paise"]),
            oldest=row["oldest"],
            day=day,
            older=tuple(row[f"over_{age}"] for age in AGES),
        )
        for row in rows
    ]


def _before(day: date) -> Q:
    return Q(first_order__lt=day)


@dataclass(frozen=True)
class Owed:
    """One claim of the list: where it stands, what was written about it, whether money can reach her."""

    standing: Standing
    sent: tuple[UnpaidLetter, ...]
    account: AccountCheck | None
    next_rung: str

    @property
    def can_be_paid(self) -> bool:
        return self.account is not None and self.account.is_ready


def owed(actor: Actor, day: date, authority: str | None = None) -> list[Owed]:
    """The list itself, the longest waiting first."""
    rows = owed_on(actor, day, authority).order_by("first_order", "pk")  # type: ignore[misc] # annotated by claims_on
    claims = list(rows[:MOST])
    letters = _letters(actor, claims)
    accounts = _accounts(actor, claims)
    return [
        Owed(
            standing=standing_of(claim, day),
            sent=tuple(letters.get(claim.pk, ())),
            account=accounts.get(claim.pk),
            next_rung=next_rung(
                [(one.rung, one.sent_on) for one in letters.get(claim.pk, ()) if one.sent_on], day
            ),
        )
        for claim in claims
    ]


def _letters(actor: Actor, claims: Iterable[Claim]) -> dict[object, list[UnpaidLetter]]:
    found: dict[object, list[UnpaidLetter]] = {}
    rows = UnpaidLetter.objects.visible_to(actor).filter(claim__in=claims, withdrawn_at=None)
    for row in rows.order_by("prepared_on", "pk"):
        found.setdefault(row.claim_id, []).append(row)
    return found


def _accounts(actor: Actor, claims: Iterable[Claim]) -> dict[object, AccountCheck]:
    rows = AccountCheck.objects.visible_to(actor).filter(claim__in=claims, withdrawn_at=None)
    return {row.claim_id: row for row in rows.order_by("checked_on", "pk")}
