"""The survivor file: the ground on which everything else stands."""

import uuid
from typing import Self

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models.base import FileWall, OnFile, Recorded, file_scope
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.scoping import GuardedManager
from tafteesh.foundation.vault.models import SealedField


class DateRange(Func):
    """daterange(from, to, '[)'): the last day is the first day of the next spell."""

    function = "DATERANGE"
    output_field = DateRangeField()


def days(start: str, end: str) -> DateRange:
    """The days of a spell, for an exclusion constraint; an open end reaches for ever."""
    return DateRange(F(start), F(end), RangeBoundary())


class SurvivorFileQuerySet(models.QuerySet["SurvivorFile"]):
    def visible_to(self, actor: Actor) -> Self:
        """The only door to survivor files."""
        return self.filter(file_scope(actor, file="pk"))


class SurvivorFile(Recorded):
    """One survivor's file. Its number says nothing; who she is lies sealed in `Identity`."""

    class Scope(models.TextChoices):
        TRAFFICKING = "trafficking", _("Trafficking")
        VIOLENCE = "violence", _("Other gender-based violence")
        BOTH = "both", _("Trafficking and other gender-based violence")
        NOT_KNOWN = "not_known", _("Not known yet")

    class Violence(models.TextChoices):
        DOMESTIC = "domestic", _("Domestic violence")
        CHILD_MARRIAGE = "child_marriage", _("Child marriage")
        SEXUAL = "sexual", _("Sexual assault")
        OTHER = "other", _("Other violence")

    class Status(models.TextChoices):
        ACTIVE = "active", _("Active")
        TENTATIVE = "tentative", _("Tentative")
        DROPPED_OUT = "dropped_out", _("Dropped out")
        CLOSED = "closed", _("Closed")
        NOT_KNOWN = "not_known", _("Not known")

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    number = models.TextField()
    scope = models.TextField(choices=Scope)
    violence = models.TextField(choices=Violence, blank=True)
    status = models.TextField(choices=Status, default=Status.ACTIVE)
    opened_earliest = models.DateField(null=True)
    opened_latest = models.DateField(null=True)
    opened_words = models.TextField(blank=True)
    block = models.ForeignKey("places.Area", models.PROTECT, related_name="+", null=True)
    gram_panchayat = models.TextField(blank=True)
    police_station = models.ForeignKey(
        "places.Authority", models.PROTECT, related_name="+", null=True
    )
    destination = models.TextField(blank=True)
    is_interstate = models.BooleanField(null=True)
    worker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    log_tag = models.UUIDField(default=uuid.uuid4, editable=False)
    # Kept by the actions that record hearings and contacts, so that lists sort without looking further.
    next_hearing_on = models.DateField(null=True, blank=True)
    last_contact_on = models.DateField(null=True, blank=True)

    objects = GuardedManager.from_queryset(SurvivorFileQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"
        constraints = [
            models.UniqueConstraint(
                name="one_file_a_number_in_an_organisation", fields=["organisation", "number"]
            ),
            models.CheckConstraint(
                name="the_kind_of_violence_is_named_where_there_is_one",
                condition=Q(scope__in=["violence", "both"], violence__gt="")
                | Q(scope__in=["trafficking", "not_known"], violence=""),
            ),
            models.CheckConstraint(
                name="the_opening_days_are_in_order",
                condition=Q(opened_earliest=None, opened_latest=None)
                | Q(opened_earliest__lte=F("opened_latest")),
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "next_hearing_on", "id"], name="files_by_hearing"),
            models.Index(fields=["organisation", "last_contact_on", "id"], name="files_by_contact"),
            models.Index(fields=["organisation", "status", "id"], name="files_by_status"),
            models.Index(fields=["worker", "last_contact_on"], name="files_of_a_worker"),
            models.Index(fields=["log_tag"], name="files_by_tag"),
        ]

    class Privacy:
        open = {"organisation", "status"}
        restricted = Recorded.RECORDED | {
            "number", "scope", "violence", "opened_earliest", "opened_latest", "opened_words", "block",
            "gram_panchayat", "police_station", "destination", "is_interstate", "worker", "log_tag",
            "next_hearing_on", "last_contact_on",
        }  # fmt: skip

    class Wall:
        using = (
            "organisation_id = ANY((SELECT app_offices())::uuid[])"
            " OR id = ANY((SELECT app_files())::uuid[])"
        )
        # A social worker opens a file of her own organisation before anybody can give it to her.
        check = "organisation_id = ANY((SELECT app_organisations())::uuid[]) OR id = ANY((SELECT app_files())::uuid[])"

    def __str__(self) -> str:
        return f"file {self.pk}"


class FileStatusSpell(OnFile):
    """Her status in the programme from a day to a day: what "active on 31 March" means."""

    class Why(models.TextChoices):
        GOALS_REACHED = "goals_reached", _("What she wanted was reached")
        HER_WISH = "her_wish", _("She wants no more of it")
        MOVED = "moved", _("She moved away")
        HANDED_OVER = "handed_over", _("Another organisation goes on")
        NOT_FOUND = "not_found", _("She could not be found for a year")
        DIED = "died", _("She died")
        NOT_OURS = "not_ours", _("It was not for us; she was told where to go")
        CAME_BACK = "came_back", _("She came back")
        NEW_NEED = "new_need", _("Something new happened")
        OTHER = "other", _("Another reason")

    status = models.TextField(choices=SurvivorFile.Status)
    why = models.TextField(choices=Why, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta(OnFile.Meta):
        constraints = [
            ExclusionConstraint(
                name="one_status_at_a_time",
                expressions=[
                    ("survivor_file", RangeOperators.EQUAL),
                    (days("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                condition=Q(withdrawn_at=None),
            ),
            models.CheckConstraint(
                name="a_status_ends_after_it_starts",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "status", "starts_on"], name="status_spells")
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {"status", "why", "starts_on", "ends_on"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"status {self.pk}"


class SafeContact(OnFile):
    """How she may be reached. The newest standing row holds; every contact screen shows it."""

    class Caller(models.TextChoices):
        TEAM = "team", _("Anybody who has her file")
        WORKER = "worker", _("Only her own worker")

    class Number(models.TextChoices):
        OWN = "own", _("Her own phone")
        OTHER = "other", _("Another phone that she named")

    class Knows(models.TextChoices):
        NOT_ASKED = "not_asked", _("Not asked yet")
        EVERYBODY = "everybody", _("Her family knows of us")
        NOT_HUSBAND = "not_husband", _("Her husband does not know")
        NOT_FAMILY = "not_family", _("Nobody at home knows")

    class Risk(models.TextChoices):
        NOT_ASKED = "not_asked", _("Not asked yet")
        LOW = "low", _("Low")
        MEDIUM = "medium", _("Medium")
        HIGH = "high", _("High")

    risk = models.TextField(choices=Risk, default=Risk.NOT_ASKED)
    may_call = models.BooleanField(default=False)
    from_hour = models.PositiveSmallIntegerField(null=True, blank=True)
    to_hour = models.PositiveSmallIntegerField(null=True, blank=True)
    call_as = models.TextField(blank=True)
    warning_sealed = models.BinaryField(null=True, blank=True)
    may_write = models.BooleanField(default=False)
    may_post = models.BooleanField(default=False)
    caller = models.TextField(choices=Caller, default=Caller.TEAM)
    number = models.TextField(choices=Number, default=Number.OWN)
    number_sealed = SealedField(null=True, blank=True)
    who_knows = models.TextField(choices=Knows, default=Knows.NOT_ASKED)

    class Meta(OnFile.Meta):
        constraints = [
            models.CheckConstraint(
                name="safe_hours_are_hours_of_a_day",
                condition=Q(from_hour=None, to_hour=None)
                | Q(from_hour__gte=0, from_hour__lt=F("to_hour"), to_hour__lte=24),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {
            "risk", "may_call", "from_hour", "to_hour", "call_as", "may_write", "may_post", "caller",
            "number", "who_knows",
        }  # fmt: skip
        vault = {"warning_sealed", "number_sealed"}

    RULE = (
        "may_call", "from_hour", "to_hour", "call_as", "may_write", "may_post", "caller", "number",
        "who_knows",
    )  # fmt: skip

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"safe contact {self.pk}"
