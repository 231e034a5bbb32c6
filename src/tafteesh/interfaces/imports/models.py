"""What an import keeps: the workbook sealed, each row as it was read, and what became of it."""

from typing import Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.scoping import GuardedManager
from tafteesh.foundation.kernel.ids import new_id
from tafteesh.foundation.vault.models import SealedField

Row = TypeVar("Row", bound=models.Model)


class OfficeQuerySet(models.QuerySet[Row]):
    """Imports belong to those who keep the records of the whole office."""

    def visible_to(self, actor: Actor) -> Self:
        return self.filter(organisation_id__in=actor.offices)


class OfficeWall:
    """The same sentence for PostgreSQL."""

    using = "organisation_id = ANY((SELECT app_offices())::uuid[])"


class OfOffice(models.Model):
    """A row of one import."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)

    objects = GuardedManager.from_queryset(OfficeQuerySet)()
    unscoped = models.Manager()

    class Meta:
        abstract = True
        base_manager_name = default_manager_name = "unscoped"


class ImportBatch(OfOffice):
    """One workbook brought in. It can be left, resumed after a kill, and undone as a whole."""

    class State(models.TextChoices):
        STORED = "stored", _("Stored, not read yet")
        READING = "reading", _("Being read")
        READ = "read", _("Read: look at the doubts")
        ACCEPTING = "accepting", _("Rows are being taken in")
        ACCEPTED = "accepted", _("Taken in")
        UNDONE = "undone", _("Taken back")
        REFUSED = "refused", _("Could not be read")

    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()
    file_name = SealedField()
    file_hash = models.BinaryField()
    size_bytes = models.BigIntegerField()
    state = models.TextField(choices=State, default=State.STORED)
    refusal = models.TextField(blank=True)
    mapping = models.JSONField(default=dict)
    profile = models.TextField(blank=True)
    counts = models.JSONField(default=dict)  # sheet -> read, accepted, in_doubt, rejected, skipped
    typed_totals = models.JSONField(default=list)
    rows_read = models.PositiveIntegerField(default=0)
    rows_total = models.PositiveIntegerField(default=0)
    rows_taken = models.PositiveIntegerField(default=0)

    class Meta(OfOffice.Meta):
        indexes = [models.Index(fields=["organisation", "-uploaded_at"], name="imports_by_day")]

    class Privacy:
        restricted = {
            "organisation", "uploaded_by", "uploaded_at", "file_hash", "size_bytes", "state", "refusal",
            "mapping", "profile", "counts", "typed_totals", "rows_read", "rows_total", "rows_taken",
        }  # fmt: skip
        vault = {"file_name"}

    class Wall(OfficeWall):
        pass

    def __str__(self) -> str:
        return f"import {self.pk}"


class StagedRow(OfOffice):
    """One row of a workbook, sealed as it was read, with what became of it.

    `natural_key` and `content` are keyed hashes: the same row again is known without being readable.
    """

    class Status(models.TextChoices):
        ACCEPTED = "accepted", _("Accepted")
        IN_DOUBT = "in_doubt", _("In doubt")
        REJECTED = "rejected", _("Rejected")

    batch = models.ForeignKey(ImportBatch, models.PROTECT, related_name="rows", db_index=False)
    sheet = models.TextField()
    row = models.PositiveIntegerField()
    kind = models.TextField()
    status = models.TextField(choices=Status)
    sealed = SealedField()  # raw cells, values read, doubts with their words
    doubt_kinds = models.JSONField(default=list)
    natural_key = models.BinaryField(null=True)
    content = models.BinaryField()
    taken_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, db_index=False
    )
    already_there = models.BooleanField(default=False)

    class Meta(OfOffice.Meta):
        constraints = [
            models.UniqueConstraint(
                name="a_row_is_staged_once", fields=["batch", "sheet", "row", "kind"]
            ),
        ]
        indexes = [
            models.Index(fields=["batch", "status", "kind"], name="rows_of_an_import"),
            models.Index(
                fields=["organisation", "kind", "natural_key"],
                name="rows_taken_before",
                condition=Q(taken_at__isnull=False),
            ),
        ]

    class Privacy:
        restricted = {
            "organisation", "batch", "sheet", "row", "kind", "status", "doubt_kinds", "taken_at",
            "settled_by", "already_there",
        }  # fmt: skip
        vault = {"sealed", "natural_key", "content"}

    class Wall(OfficeWall):
        pass

    def __str__(self) -> str:
        return f"staged row {self.pk}"


class DuplicatePair(OfOffice):
    """Two codes that may be one woman: proposed, never joined by itself."""

    batch = models.ForeignKey(ImportBatch, models.PROTECT, related_name="duplicates")
    first_code = models.TextField()
    second_code = models.TextField()
    score = models.PositiveSmallIntegerField()
    why = models.TextField()

    class Meta(OfOffice.Meta):
        constraints = [
            models.UniqueConstraint(
                name="a_pair_is_proposed_once", fields=["batch", "first_code", "second_code"]
            ),
        ]

    class Privacy:
        restricted = {"organisation", "batch", "first_code", "second_code", "score", "why"}

    class Wall(OfficeWall):
        pass

    def __str__(self) -> str:
        return f"pair {self.pk}"


class MappingProfile(OfOffice):
    """A named way of reading one kind of workbook, found again by the headings."""

    name = models.TextField()
    fingerprint = models.TextField()
    mapping = models.JSONField()

    class Meta(OfOffice.Meta):
        constraints = [
            models.UniqueConstraint(name="one_profile_a_name", fields=["organisation", "name"]),
        ]

    class Privacy:
        restricted = {"organisation", "name", "fingerprint", "mapping"}

    class Wall(OfficeWall):
        pass

    def __str__(self) -> str:
        return f"profile {self.pk}"
