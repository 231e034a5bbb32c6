"""Survivor collectives and who belongs to them from when to when."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from tafteesh.domain.files.models import FileWall, OnFile, Recorded
from tafteesh.domain.files.models.file import days
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.scoping import (
    GuardedManager,
    OrganisationQuerySet,
    OrganisationWall,
)


class Collective(Recorded):
    """A collective of survivors. Members need not have a file here, nor files be members."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    name = models.TextField()
    area = models.TextField(blank=True)

    objects = GuardedManager.from_queryset(OrganisationQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"
        constraints = [
            models.UniqueConstraint(name="one_collective_a_name", fields=["organisation", "name"]),
        ]

    class Privacy:
        open = {"name", "area", "organisation"}
        restricted = Recorded.RECORDED

    class Wall(OrganisationWall):
        pass

    def __str__(self) -> str:
        return f"collective {self.pk}"


class CollectiveMembership(OnFile):
    """One survivor in one collective, from a day to a day. That she is a member is hers to tell."""

    collective = models.ForeignKey(Collective, models.PROTECT, related_name="memberships")
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    class Meta(OnFile.Meta):
        constraints = [
            ExclusionConstraint(
                name="one_membership_of_a_collective_at_a_time",
                expressions=[
                    ("survivor_file", RangeOperators.EQUAL),
                    ("collective", RangeOperators.EQUAL),
                    (days("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                condition=Q(withdrawn_at=None),
            ),
            models.CheckConstraint(
                name="a_membership_ends_after_it_starts",
                condition=Q(ends_on=None) | Q(starts_on=None) | Q(ends_on__gte=F("starts_on")),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {"collective", "starts_on", "ends_on"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"collective membership {self.pk}"
