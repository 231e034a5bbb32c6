"""Who has a free lawyer today and who has not, requests that wait, and how much each lawyer carries."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, DateField, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.legalaid.models import (
    FREE_FOR_HER,
    Assignment,
    Lawyer,
    LegalAidNeed,
    LegalAidRequest,
)
from tafteesh.domain.legalaid.rules import ANSWER_DAYS
from tafteesh.foundation.access.actor import Actor

ANSWER_WITHIN = timedelta(days=ANSWER_DAYS)
PAGE = 100


def unanswered(actor: Actor) -> "QuerySet[LegalAidRequest]":
    """Requests that a legal services authority has left without an answer for more than seven days."""
    rows: QuerySet[LegalAidRequest] = LegalAidRequest.objects.visible_to(actor).filter(
        withdrawn_at=None, answered_on=None, requested_on__lt=actor.today - ANSWER_WITHIN
    )
    return rows.select_related("survivor_file").order_by("requested_on", "pk")


def acting(actor: Actor) -> "QuerySet[Assignment]":
    """Assignments in force today, within her reach."""
    rows: QuerySet[Assignment] = Assignment.objects.visible_to(actor).filter(
        Q(ends_on=None) | Q(ends_on__gt=actor.today), withdrawn_at=None, starts_on__lte=actor.today
    )
    return rows


def lawyers_with_load(actor: Actor) -> "QuerySet[Lawyer]":
    """Lawyers of her organisation, with the files within her reach in which each acts today."""
    now = Q(assignments__in=acting(actor))
    rows: QuerySet[Lawyer] = Lawyer.objects.visible_to(actor).filter(withdrawn_at=None)
    return rows.annotate(
        load=Count("assignments__survivor_file", filter=now, distinct=True),
        next_date=Subquery(_next_dates(actor), output_field=DateField()),
    ).order_by("-load", "name")


def _next_dates(actor: Actor) -> "QuerySet[Assignment, Any]":
    """The soonest hearing among the files in which a lawyer acts today."""
    ahead = acting(actor).filter(
        lawyer=OuterRef("pk"), survivor_file__next_hearing_on__gte=actor.today
    )
    soonest = ahead.order_by("survivor_file__next_hearing_on")
    return soonest.values("survivor_file__next_hearing_on")[:1]


def wants_one(actor: Actor) -> "QuerySet[SurvivorFile]":
    """Active files whose survivor wants or needs a lawyer, with `covered` and what is known beside it."""
    needs = LegalAidNeed.objects.visible_to(actor).filter(
        survivor_file=OuterRef("pk"), withdrawn_at=None, starts_on__lte=actor.today
    )
    free = Assignment.objects.visible_to(actor).filter(
        survivor_file=OuterRef("pk"), withdrawn_at=None, lawyer_kind__in=FREE_FOR_HER
    )
    waiting = LegalAidRequest.objects.visible_to(actor).filter(
        survivor_file=OuterRef("pk"), withdrawn_at=None, answered_on=None
    )
    last = free.filter(ends_on__lte=actor.today).order_by("-ends_on").values("ends_on")[:1]
    rows: QuerySet[SurvivorFile] = SurvivorFile.objects.visible_to(actor).filter(
        withdrawn_at=None, status=SurvivorFile.Status.ACTIVE
    )
    return rows.annotate(
        need=Subquery(needs.order_by("-starts_on", "-pk").values("need")[:1]),
        covered=Exists(
            acting(actor).filter(survivor_file=OuterRef("pk"), lawyer_kind__in=FREE_FOR_HER)
        ),
        asked_on=Subquery(
            waiting.order_by("requested_on").values("requested_on")[:1], output_field=DateField()
        ),
        uncovered_since=Coalesce(Subquery(last, output_field=DateField()), F("opened_latest")),
    ).filter(Q(need=None) | Q(need=LegalAidNeed.Need.WANTS))


@dataclass(frozen=True)
class Gap:
    """One survivor without a current free lawyer."""

    file: SurvivorFile
    days: int | None
    asked_on: date | None
    asked_days: int | None

    @property
    def is_long(self) -> bool:
        """A gap of more than seven days breaks the hundred per cent."""
        return self.days is None or self.days > ANSWER_DAYS

    @property
    def is_late(self) -> bool:
        """The authority has let its seven days pass."""
        return self.asked_days is not None and self.asked_days > ANSWER_DAYS


@dataclass(frozen=True)
class Cover:
    """How many active survivors who want a lawyer have a free one today."""

    covered: int
    wanting: int

    @property
    def share(self) -> int | None:
        """Per cent, rounded down: never 100 while one is left out."""
        return self.covered * 100 // self.wanting if self.wanting else None


def cover(actor: Actor) -> Cover:
    """Cover today, within her reach."""
    sums = wants_one(actor).aggregate(wanting=Count("pk"), have=Count("pk", filter=Q(covered=True)))
    return Cover(sums["have"], sums["wanting"])


def gaps(actor: Actor, start: int = 0) -> list[Gap]:
    """Survivors without a current free lawyer: the longest without one first; a page of them."""
    rows = wants_one(actor).filter(covered=False)  # type: ignore[misc] # annotated by wants_one
    rows = rows.order_by(F("uncovered_since").asc(nulls_first=True), "pk")
    return [_gap(file, actor.today) for file in rows[start : start + PAGE]]


def _gap(file: SurvivorFile, today: date) -> Gap:
    since, asked_on = file.uncovered_since, file.asked_on  # type: ignore[attr-defined] # annotated by wants_one
    return Gap(
        file,
        (today - since).days if since else None,
        asked_on,
        (today - asked_on).days if asked_on else None,
    )


def last_need(actor: Actor, file: SurvivorFile) -> LegalAidNeed | None:
    """What she last said about wanting a lawyer."""
    rows: QuerySet[LegalAidNeed] = LegalAidNeed.objects.visible_to(actor).filter(
        survivor_file=file, withdrawn_at=None
    )
    return rows.order_by("-starts_on", "-pk").first()
