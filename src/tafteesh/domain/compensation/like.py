"""Like cases: what was ordered for a similar harm and age, how much and how fast. Nothing below five."""

from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Final

from django.db.models import F, QuerySet

from tafteesh.domain.compensation.calculator import MAJORITY
from tafteesh.domain.compensation.models import Claim
from tafteesh.domain.compensation.queries import claims_on
from tafteesh.domain.files.models import Identity, SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.reference.law.models import HeadOfLoss

FEWEST: Final = 5
CHILD, GROWN, NOT_KNOWN = "child", "grown", "not_known"


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
class Like:
    """Decided claims like hers, each survivor once: how many, how much, how long. Empty below five."""

    count: int
    lowest: int = 0
    middle: int = 0
    highest: int = 0
    days: int | None = None

    @property
    def may_be_shown(self) -> bool:
        return self.count >= FEWEST


def like_cases(actor: Actor, claim: Claim) -> Like:
    """Awards of other survivors within her reach: the same kind of harm, the same scheme, the same age band."""
    file: SurvivorFile = claim.survivor_file
    band = band_of(_identities(actor, [claim]).get(file.pk), claim.filed_on)
    rows: QuerySet[Claim] = claims_on(actor, actor.today).filter(
        survivor_file__scope=file.scope,
        survivor_file__violence=file.violence,
        survivor_file__withdrawn_at=None,
    )
    rows = rows.exclude(survivor_file=file).filter(award__gt=0)  # type: ignore[misc] # annotated by claims_on
    if claim.scheme_id:
        rows = rows.filter(scheme=claim.scheme_id)
    claims = list(rows.order_by(F("filed_on").asc(nulls_last=True), "pk"))
    people = _identities(actor, claims)
    alike = {
        one.survivor_file_id: one
        for one in claims
        if band_of(people.get(one.survivor_file_id), one.filed_on) == band
    }
    return _told(list(alike.values()))


def _identities(actor: Actor, claims: list[Claim]) -> dict[object, Identity]:
    rows = Identity.objects.visible_to(actor).filter(
        survivor_file__in=[claim.survivor_file_id for claim in claims]
    )
    return {row.survivor_file_id: row for row in rows}


def _told(claims: list[Claim]) -> Like:
    if len(claims) < FEWEST:
        return Like(count=0)
    awards = sorted(claim.award for claim in claims)  # type: ignore[attr-defined] # annotated by claims_on
    waits = [
        (claim.first_order - claim.filed_on).days  # type: ignore[attr-defined] # the same
        for claim in claims
        if claim.filed_on
    ]
    return Like(
        count=len(claims),
        lowest=awards[0],
        middle=int(median(awards)),
        highest=awards[-1],
        days=int(median(waits)) if len(waits) >= FEWEST else None,
    )


def published_awards() -> list[HeadOfLoss]:
    """What is known from published orders, each with its citation."""
    rows = HeadOfLoss.objects.filter(is_observed=True, is_current=True).exclude(citation="")
    return list(rows.select_related("scheme").order_by("scheme__key", "position"))
