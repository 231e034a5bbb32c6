"""Requests that wait, and how much each lawyer carries."""

from datetime import timedelta

from django.db.models import Count, Q, QuerySet

from tafteesh.domain.legalaid.models import Assignment, Lawyer, LegalAidRequest
from tafteesh.foundation.access.actor import Actor

ANSWER_WITHIN = timedelta(days=7)


def unanswered(actor: Actor) -> "QuerySet[LegalAidRequest]":
    """Requests that a legal services authority has left without an answer for more than seven days."""
    rows: QuerySet[LegalAidRequest] = LegalAidRequest.objects.visible_to(actor).filter(
        withdrawn_at=None, answered_on=None, requested_on__lt=actor.today - ANSWER_WITHIN
    )
    return rows.select_related("survivor_file").order_by("requested_on", "pk")


def lawyers_with_load(actor: Actor) -> "QuerySet[Lawyer]":
    """Lawyers of her organisation, with the files within her reach in which each acts today."""
    acting = Assignment.objects.visible_to(actor).filter(
        Q(ends_on=None) | Q(ends_on__gt=actor.today), withdrawn_at=None, starts_on__lte=actor.today
    )
    load = Count("assignments", filter=Q(assignments__in=acting))
    rows: QuerySet[Lawyer] = Lawyer.objects.visible_to(actor).filter(withdrawn_at=None)
    return rows.annotate(load=load).order_by("-load", "name")
