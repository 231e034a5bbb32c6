"""Like cases: what was ordered for the same harm, scheme and age band, how much and how fast. Nothing below five."""

from dataclasses import dataclass, replace
from datetime import date
from statistics import median
from typing import Final

from django.db.models import QuerySet

from tafteesh.domain.compensation.calculator import MAJORITY
from tafteesh.domain.compensation.models import AgeBand, Claim, PublishedOrder
from tafteesh.domain.files.models import Identity, SurvivorFile
from tafteesh.foundation.access.actor import Actor

FEWEST: Final = 5
NEWEST: Final = 1_000  # decided claims that are looked through, the last ones first
CHILD, GROWN, NOT_KNOWN = AgeBand.CHILD.value, AgeBand.GROWN.value, AgeBand.NOT_KNOWN.value


def age_on(born: date, day: date) -> int:
    """Whole years of age on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def age_at_filing(identity: Identity | None, filed_on: date | None) -> int | None:
    """Her age when she filed; None where it cannot be told which side of a birthday it was."""
    if identity is None or filed_on is None:
        return None
    if identity.born_earliest is None or identity.born_latest is None:
        return None
    oldest = age_on(identity.born_earliest, filed_on)
    youngest = age_on(identity.born_latest, filed_on)
    return oldest if oldest == youngest else None


def band_of(identity: Identity | None, filed_on: date | None) -> str:
    """Child or grown at filing, or not known."""
    if (
        identity is None
        or filed_on is None
        or None in (identity.born_earliest, identity.born_latest)
    ):
        return NOT_KNOWN
    grown = {
        age_on(day, filed_on) >= MAJORITY
        for day in (identity.born_earliest, identity.born_latest)
        if day is not None
    }
    if len(grown) > 1:
        return NOT_KNOWN
    return GROWN if grown.pop() else CHILD


@dataclass(frozen=True)
class Given:
    """What one order gave, and after how many days."""

    paise: int
    days: int | None


@dataclass(frozen=True)
class Like:
    """Decided claims and published orders like hers: how many, how much, how long. Empty below five."""

    count: int
    lowest: int = 0
    middle: int = 0
    highest: int = 0
    waits: int = 0  # how many of them tell the days from application to order; 0 below five
    quickest: int | None = None
    days: int | None = None
    slowest: int | None = None
    published: tuple[PublishedOrder, ...] = ()

    @property
    def may_be_shown(self) -> bool:
        return self.count >= FEWEST

    @property
    def decided(self) -> int:
        """Claims of other survivors within reach; the rest of the count was published."""
        return self.count - len(self.published)


def like_cases(actor: Actor, claim: Claim) -> Like:
    """What others were given: the same kind of harm, the same scheme, the same age band.

    Claims of other survivors, each survivor once, are told only if they are five or more themselves: else
    what was published could be taken off and they would be known.
    """
    band = age_band(actor, claim)
    decided = _decided(actor, claim, band)
    own = [_given_by(one) for one in decided] if len(decided) >= FEWEST else []
    published = published_like(actor, claim, band)
    return _told(own, published)


def age_band(actor: Actor, claim: Claim) -> str:
    """Whether she was a child when she applied, as far as her file tells it."""
    people = _identities(actor, [claim])
    return band_of(people.get(claim.survivor_file_id), claim.filed_on or actor.today)


def _decided(actor: Actor, claim: Claim, band: str) -> list[Claim]:
    file: SurvivorFile = claim.survivor_file
    rows: QuerySet[Claim] = Claim.objects.visible_to(actor).filter(
        withdrawn_at=None,
        ordered_paise__gt=0,
        first_ordered_on__lte=actor.today,
        survivor_file__scope=file.scope,
        survivor_file__violence=file.violence,
        survivor_file__withdrawn_at=None,
    )
    rows = rows.exclude(survivor_file=file)
    if claim.scheme_id:
        rows = rows.filter(scheme=claim.scheme_id)
    claims = list(rows.order_by("-first_ordered_on", "-pk")[:NEWEST])
    people = _identities(actor, claims)
    alike = {
        one.survivor_file_id: one
        for one in reversed(claims)
        if band_of(people.get(one.survivor_file_id), one.filed_on) == band
    }
    return list(alike.values())


def published_like(actor: Actor, claim: Claim, band: str) -> tuple[PublishedOrder, ...]:
    """Published orders for the same harm, scheme and age band, the newest first."""
    file: SurvivorFile = claim.survivor_file
    rows = PublishedOrder.objects.visible_to(actor).filter(
        withdrawn_at=None, scope=file.scope, violence=file.violence, age_band=band
    )
    if claim.scheme_id:
        rows = rows.filter(scheme=claim.scheme_id)
    return tuple(rows.order_by("-ordered_on", "-pk")[:NEWEST])


def _given_by(claim: Claim) -> Given:
    first, filed = claim.first_ordered_on, claim.filed_on
    return Given(claim.ordered_paise, (first - filed).days if first and filed else None)


def _identities(actor: Actor, claims: list[Claim]) -> dict[object, Identity]:
    rows = Identity.objects.visible_to(actor).filter(
        survivor_file__in=[claim.survivor_file_id for claim in claims]
    )
    return {row.survivor_file_id: row for row in rows}


def _told(own: list[Given], published: tuple[PublishedOrder, ...]) -> Like:
    given = [*own, *(Given(row.amount_paise, row.days) for row in published)]
    if len(given) < FEWEST:
        return Like(count=0)
    awards = sorted(one.paise for one in given)
    waits = sorted(one.days for one in given if one.days is not None)
    told = Like(len(given), awards[0], int(median(awards)), awards[-1], published=published)
    if len(waits) < FEWEST:
        return told
    return replace(
        told, waits=len(waits), quickest=waits[0], days=int(median(waits)), slowest=waits[-1]
    )
