"""Opening a file in an emergency: asked, agreed to by a second person, open for hours, reviewed."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models.access import AccessGrant
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.scoping import GuardedManager
from tafteesh.foundation.kernel.ids import new_id


class EmergencyQuerySet(models.QuerySet["Emergency"]):
    def visible_to(self, actor: Actor) -> Self:
        """Those of her office, and her own requests."""
        return self.filter(Q(organisation__in=actor.offices) | Q(asked_by=actor.person_id))


class Emergency(models.Model):
    """One request to read one file for four hours. Whoever asks learns nothing until a second person agrees."""

    class Reason(models.TextChoices):
        DANGER = "danger", _("Danger to life now")
        HOSPITAL = "hospital", _("She is in hospital or needs one")
        POLICE = "police", _("She is with the police, or they look for her")
        COURT = "court", _("A court asks today and her worker cannot be reached")

    class Review(models.TextChoices):
        RIGHT = "right", _("It was right to open it")
        NOT_RIGHT = "not_right", _("It was not right to open it")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    number = models.TextField()
    reason = models.TextField(choices=Reason)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    survivor_file = models.ForeignKey(
        "files.SurvivorFile", models.PROTECT, related_name="emergencies", null=True, blank=True
    )
    grant = models.OneToOneField(
        AccessGrant, models.PROTECT, related_name="emergency", null=True, blank=True
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    review = models.TextField(choices=Review, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    reviewed_at = models.DateTimeField(null=True, blank=True)

    objects = GuardedManager.from_queryset(EmergencyQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"
        constraints = [
            models.CheckConstraint(
                name="an_emergency_is_decided_by_a_second_person",
                condition=Q(decided_by=None, decided_at=None)
                | (Q(decided_at__isnull=False) & ~Q(decided_by=models.F("asked_by"))),
            ),
            models.CheckConstraint(
                name="a_review_has_its_person_and_moment",
                condition=Q(review="", reviewed_by=None, reviewed_at=None)
                | Q(review__gt="", reviewed_by__isnull=False, reviewed_at__isnull=False),
            ),
        ]

    class Privacy:
        restricted = {
            "organisation", "number", "reason", "asked_by", "asked_at", "decided_by", "decided_at",
            "survivor_file", "grant", "closed_at", "review", "reviewed_by", "reviewed_at",
        }  # fmt: skip

    class Wall:
        using = (
            "organisation_id = ANY((SELECT app_offices())::uuid[])"
            " OR asked_by_id = (SELECT app_person())"
        )

    def __str__(self) -> str:
        return f"emergency {self.pk}"

    def ends_at(self) -> datetime | None:
        """When the file closes again."""
        return self.closed_at or (self.grant.until_at if self.grant else None)
