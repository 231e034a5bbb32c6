"""Rounds of checking against paper: what was drawn, who judged each field, and how."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models import FileWall, OnFile, Recorded
from tafteesh.domain.papers.models import Paper
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.scoping import (
    GuardedManager,
    OrganisationQuerySet,
    OrganisationWall,
)


class CheckRound(Recorded):
    """One round: its seed is announced, then the sample is drawn from the list of that day."""

    class Strata(models.TextChoices):
        NONE = "none", _("Every file alike")
        WORKER = "worker", _("By worker")
        BLOCK = "block", _("By block")
        DISTRICT = "district", _("By district")
        AGE = "age", _("By age of the file")

    class Shares(models.TextChoices):
        BY_SIZE = "by_size", _("Each part by its size: best to know the accuracy of all")
        ALIKE = "alike", _("The same number from each part: best to sort the parts")

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    title = models.TextField()
    seed = models.TextField()
    strata = models.TextField(choices=Strata, default=Strata.NONE)
    shares = models.TextField(choices=Shares, default=Shares.BY_SIZE)
    files_wanted = models.PositiveIntegerField()
    fields = ArrayField(models.TextField())
    second_percent = models.PositiveSmallIntegerField(default=0)
    drawn_at = models.DateTimeField(null=True, blank=True)
    frame_size = models.PositiveIntegerField(null=True, blank=True)
    frame_hash = models.BinaryField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = GuardedManager.from_queryset(OrganisationQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"
        constraints = [
            models.UniqueConstraint(
                name="a_seed_is_used_once",
                fields=["organisation", "seed"],
                violation_error_message=_("This seed was used before. Announce another."),
            ),
            models.CheckConstraint(
                name="a_round_checks_some_files", condition=Q(files_wanted__gte=1)
            ),
            models.CheckConstraint(
                name="a_share_is_at_most_all", condition=Q(second_percent__lte=100)
            ),
            models.CheckConstraint(
                name="a_round_is_drawn_after_its_seed_was_announced",
                condition=Q(drawn_at=None, frame_size=None, frame_hash=None)
                | Q(
                    drawn_at__gt=F("recorded_at"),
                    frame_size__isnull=False,
                    frame_hash__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="only_a_drawn_round_is_closed",
                condition=Q(closed_at=None) | Q(drawn_at__isnull=False),
            ),
        ]

    class Privacy:
        open = {
            "organisation",
            "title",
            "strata",
            "shares",
            "files_wanted",
            "fields",
            "second_percent",
        }
        restricted = Recorded.RECORDED | {
            "seed",
            "drawn_at",
            "frame_size",
            "frame_hash",
            "closed_at",
        }

    class Wall(OrganisationWall):
        pass

    def __str__(self) -> str:
        return f"round {self.pk}"


class DrawnFile(OnFile):
    """A file that a round drew, in the order of the seed; `weight` is how many files of its part it stands for."""

    round = models.ForeignKey(CheckRound, models.PROTECT, related_name="files")
    ordinal = models.PositiveIntegerField()
    stratum = models.TextField(blank=True)
    weight = models.FloatField(default=1.0)

    class Meta(OnFile.Meta):
        constraints = [
            models.UniqueConstraint(
                name="a_round_draws_a_file_once", fields=["round", "survivor_file"]
            ),
            models.UniqueConstraint(name="one_place_a_drawn_file", fields=["round", "ordinal"]),
            models.CheckConstraint(
                name="a_drawn_file_stands_for_one_or_more", condition=Q(weight__gte=1)
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {"round", "ordinal", "stratum", "weight"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"drawn file {self.pk}"


class FieldCheck(OnFile):
    """One field of one drawn file, before one pair of eyes. The value itself is never kept here."""

    class Verdict(models.TextChoices):
        OPEN = "open", _("Not checked yet")
        MATCHES = "matches", _("Matches the paper")
        DIFFERS = "differs", _("Differs from the paper")
        UNREADABLE = "unreadable", _("The paper cannot be read")
        NO_PAPER = "no_paper", _("There is no paper")
        NOT_APPLICABLE = "not_applicable", _("Does not apply to her")

    drawn = models.ForeignKey(DrawnFile, models.PROTECT, related_name="checks")
    field = models.TextField()
    row_id = models.UUIDField(null=True, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    is_second = models.BooleanField(default=False)
    verdict = models.TextField(choices=Verdict, default=Verdict.OPEN)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    checked_at = models.DateTimeField(null=True, blank=True)
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="+", null=True, blank=True)

    class Meta(OnFile.Meta):
        constraints = [
            models.UniqueConstraint(
                name="a_field_is_checked_once_and_once_more",
                fields=["drawn", "field", "is_second"],
            ),
            models.CheckConstraint(
                name="a_verdict_has_its_checker_and_its_moment",
                condition=Q(verdict="open", checked_by=None, checked_at=None)
                | Q(
                    ~Q(verdict="open"),
                    checked_by__isnull=False,
                    checked_at__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="who_entered_a_value_does_not_check_it",
                condition=Q(checked_by=None) | Q(entered_by=None) | ~Q(checked_by=F("entered_by")),
                violation_error_message=_("You entered this value: somebody else checks it."),
            ),
        ]
        indexes = [models.Index(fields=["organisation", "field"], name="checks_of_a_field")]

    class Privacy:
        restricted = OnFile.ON_FILE | {
            "drawn", "field", "row_id", "entered_by", "is_second", "verdict", "checked_by",
            "checked_at", "paper",
        }  # fmt: skip

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"check {self.pk}"


class Recount(Recorded):
    """A reported total, counted again from the papers of some places: `sites` are [place, reported, recounted]."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    title = models.TextField()
    sites = models.JSONField()

    objects = GuardedManager.from_queryset(OrganisationQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"
        constraints = [
            models.CheckConstraint(name="a_recount_has_a_place", condition=~Q(sites=[])),
        ]

    class Privacy:
        restricted = Recorded.RECORDED | {"organisation", "title", "sites"}

    class Wall(OrganisationWall):
        pass

    def __str__(self) -> str:
        return f"recount {self.pk}"
