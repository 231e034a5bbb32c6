"""Ordered, not yet paid, on any day: by authority, by age, and the letter that comes next."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Aggregate, Count, DateField, Min, Q, QuerySet, Sum

from tafteesh.domain.compensation.models import AccountCheck, Claim, UnpaidLetter, UnpaidSpell
from tafteesh.domain.compensation.queries import Standing, claims_on, standing_of
from tafteesh.domain.compensation.rules import RUNGS, next_rung
from tafteesh.domain.compensation.spells import read_in_order, spells_on
from tafteesh.foundation.access.actor import Actor

AGES = (30, 90, 180, 365)
MOST = 500  # claims in one letter
PAGE = 50


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


def owed_on(actor: Actor, day: date, authority: str | None = None) -> "QuerySet[UnpaidSpell]":
    """What was ordered and not proved to have come by the end of a day: one spell a claim."""
    rows = spells_on(actor, day)
    return rows if authority is None else rows.filter(owed_by=authority)


def owing(actor: Actor, day: date) -> list[Owing]:
    """By authority: the largest sum first."""
    ages = {f"over_{age}": Count("pk", filter=_before(day - timedelta(days=age))) for age in AGES}
    rows: Iterable[Any] = (
        owed_on(actor, day)
        .order_by()
        .values("owed_by")
        .annotate(claims=Count("pk"), owed=Sum("paise"), oldest=Min("first_ordered_on"), **ages)
        .order_by("-owed", "owed_by")
    )
    return [
        Owing(
            authority=row["owed_by"],
            claims=row["claims"],
            paise=int(row["owed"]),
            oldest=row["oldest"],
            day=day,
            older=tuple(row[f"over_{age}"] for age in AGES),
        )
        for row in rows
    ]


class Middle(Aggregate):
    """The middle one of the days, as PostgreSQL finds it."""

    function = "PERCENTILE_DISC"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s DESC)"
    output_field = DateField()


@dataclass(frozen=True)
class Everything:
    """Over all authorities: claims, people, rupees, the middle and the longest wait in days."""

    claims: int
    people: int
    paise: int
    middle: int | None
    longest: int | None


def everything(actor: Actor, day: date) -> Everything:
    """What is ordered and not paid in all, to how many people, and for how long."""
    sums = owed_on(actor, day).aggregate(
        claims=Count("pk"),
        people=Count("survivor_file", distinct=True),
        owed=Sum("paise"),
        middle=Middle("first_ordered_on"),
        first=Min("first_ordered_on"),
    )
    days = [(day - sums[name]).days if sums[name] else None for name in ("middle", "first")]
    return Everything(sums["claims"], sums["people"], int(sums["owed"] or 0), *days)


def _before(day: date) -> Q:
    return Q(first_ordered_on__lt=day)


@dataclass(frozen=True)
class Owed:
    """One claim of the list: where it stands, what was written about it, whether money can reach her."""

    authority: str
    standing: Standing
    sent: tuple[UnpaidLetter, ...]
    account: AccountCheck | None
    next_rung: str

    @property
    def can_be_paid(self) -> bool:
        return self.account is not None and self.account.is_ready


def owed(
    actor: Actor, day: date, authority: str | None = None, *, start: int = 0, most: int = MOST
) -> list[Owed]:
    """The list itself, the longest waiting first, from a place on."""
    rows = read_in_order(actor, owed_on(actor, day, authority))
    rows = rows.order_by("first_ordered_on", "claim_id")
    return _told(actor, day, list(rows[start : start + most]))


def owed_claim(actor: Actor, day: date, claim: uuid.UUID) -> Owed | None:
    """One claim as it stands in the list; None where nothing of it is waiting."""
    told = _told(actor, day, list(owed_on(actor, day).filter(claim=claim)))
    return told[0] if told else None


def longest_of_each(
    actor: Actor, day: date, authorities: Sequence[str], most: int
) -> dict[str, list[Owed]]:
    """The longest waiting claims of each authority, in one statement."""
    rows = read_in_order(actor, owed_on(actor, day)).order_by("first_ordered_on", "claim_id")
    parts = [rows.filter(owed_by=words)[:most] for words in authorities]
    spells = list(parts[0].union(*parts[1:], all=True)) if parts else []
    found: dict[str, list[Owed]] = {words: [] for words in authorities}
    for one in _told(actor, day, spells):
        found[one.authority].append(one)
    return found


def _told(actor: Actor, day: date, spells: Sequence[UnpaidSpell]) -> list[Owed]:
    claims = claims_on(actor, day).in_bulk([spell.claim_id for spell in spells])
    letters = _letters(actor, day, claims.values())
    accounts = _accounts(actor, day, claims.values())
    return [
        Owed(
            authority=spell.owed_by,
            standing=standing_of(claims[spell.claim_id], day),
            sent=tuple(letters.get(spell.claim_id, ())),
            account=accounts.get(spell.claim_id),
            next_rung=next_rung(
                [
                    (one.rung, one.sent_on)
                    for one in letters.get(spell.claim_id, ())
                    if one.sent_on and one.sent_on <= day
                ],
                day,
            ),
        )
        for spell in spells
        if spell.claim_id in claims
    ]


@dataclass(frozen=True)
class Ladder:
    """How far the claims of one authority have come; those that are not named had no letter yet."""

    claims: Mapping[str, Sequence[uuid.UUID]] = field(default_factory=dict)  # by their next step

    @property
    def written(self) -> list[uuid.UUID]:
        """Claims about which a letter was sent."""
        return [claim for claims in self.claims.values() for claim in claims]

    def due(self, of: int) -> dict[str, int]:
        """How many of so many claims have come to each step."""
        counts = {rung: len(self.claims.get(rung, ())) for rung in RUNGS}
        counts[RUNGS[0]] += of - len(self.written)
        return counts


def ladders(actor: Actor, day: date) -> dict[str, Ladder]:
    """The ladder of each authority to whose claims a letter was sent."""
    letters = UnpaidLetter.objects.visible_to(actor).filter(
        sent_on__lte=day, withdrawn_at=None, claim__in=owed_on(actor, day).values("claim")
    )
    sent: dict[uuid.UUID, list[tuple[str, date]]] = {}
    for claim, rung, on in letters.order_by("sent_on", "pk").values_list(
        "claim_id", "rung", "sent_on"
    ):
        sent.setdefault(claim, []).append((rung, on or day))
    found: dict[str, dict[str, list[uuid.UUID]]] = {}
    spells = owed_on(actor, day).filter(claim__in=list(sent))
    for claim, authority in spells.values_list("claim_id", "owed_by"):
        steps = found.setdefault(authority, {})
        steps.setdefault(next_rung(sent[claim], day), []).append(claim)
    return {authority: Ladder(steps) for authority, steps in found.items()}


def come_to(actor: Actor, day: date, authority: str, rung: str) -> list[Owed]:
    """Claims of an authority that have come to a step, the longest first; all of them where none has."""
    ladder = ladders(actor, day).get(authority, Ladder())
    rows = owed_on(actor, day, authority).order_by("first_ordered_on", "claim_id")
    due = rows.filter(claim__in=list(ladder.claims.get(rung, ())))
    if rung == RUNGS[0]:
        due = rows.exclude(claim__in=ladder.written)
    return _told(actor, day, list(due[:MOST] or rows[:MOST]))


def waiting_letters(actor: Actor, day: date) -> dict[str, list[UnpaidLetter]]:
    """Letters that were prepared and not sent, by the authority whose claims they are about."""
    rows = list(
        UnpaidLetter.objects.visible_to(actor)
        .filter(sent_on=None, withdrawn_at=None)
        .order_by("prepared_on", "pk")
    )
    spells = owed_on(actor, day).filter(claim__in=[row.claim_id for row in rows])
    authority_of = dict(spells.values_list("claim_id", "owed_by"))
    found: dict[str, list[UnpaidLetter]] = {}
    for row in rows:
        if row.claim_id in authority_of:
            found.setdefault(authority_of[row.claim_id], []).append(row)
    return found


def _letters(actor: Actor, day: date, claims: Iterable[Claim]) -> dict[object, list[UnpaidLetter]]:
    found: dict[object, list[UnpaidLetter]] = {}
    rows = UnpaidLetter.objects.visible_to(actor).filter(
        claim__in=claims, withdrawn_at=None, prepared_on__lte=day
    )
    for row in rows.order_by("prepared_on", "pk"):
        found.setdefault(row.claim_id, []).append(row)
    return found


def _accounts(actor: Actor, day: date, claims: Iterable[Claim]) -> dict[object, AccountCheck]:
    rows = AccountCheck.objects.visible_to(actor).filter(
        claim__in=claims, withdrawn_at=None, checked_on__lte=day
    )
    return {row.claim_id: row for row in rows.order_by("checked_on", "pk")}
