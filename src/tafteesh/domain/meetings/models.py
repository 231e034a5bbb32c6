"""Meetings with those who hold power, what was asked there, and what was promised."""

from typing import Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models import FileWall, OnFile, Recorded
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.scoping import GuardedManager, OrganisationWall

Row = TypeVar("Row", bound=models.Model)


class OrganisationRowQuerySet(models.QuerySet[Row]):
    def visible_to(self, actor: Actor) -> Self:
        return self.filter(organisation_id__in=actor.organisations)

    def standing(self) -> Self:
        """Rows that were not withdrawn."""
        return self.filter(withdrawn_at=None)


class OfOrganisation(Recorded):
    """A row of the organisation's own work, on no survivor's file."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)

    objects = GuardedManager.from_queryset(OrganisationRowQuerySet)()
    unscoped = models.Manager()

    class Meta:
        abstract = True
        base_manager_name = default_manager_name = "unscoped"

    OF_ORGANISATION = Recorded.RECORDED | {"organisation"}


class Meeting(OfOrganisation):
    """One meeting, exchange or forum day."""

    class Level(models.TextChoices):
        GP = "gp", _("Gram panchayat")
        BDO = "bdo", _("Block (BDO)")
        POLICE_STATION = "police_station", _("Police station")
        AHTU = "ahtu", _("AHTU")
        CID = "cid", _("CID-AHTU")
        SP = "sp", _("Superintendent of Police")
        DLSA = "dlsa", _("DLSA")
        SLSA = "slsa", _("SLSA")
        DM = "dm", _("District Magistrate")
        STATE = "state", _("State")
        ILFAT = "ilfat", _("ILFAT")
        IWG = "iwg", _("IWG")
        NATIONAL = "national", _("National")
        PARTNER = "partner", _("Partner NGO")
        COLLECTIVE = "collective", _("Collective")
        OTHER = "other", _("Other")

    on = models.DateField()
    level = models.TextField(choices=Level)
    place = models.TextField(blank=True)
    area = models.ForeignKey("places.Area", models.PROTECT, related_name="+", null=True, blank=True)
    post = models.ForeignKey("places.Post", models.PROTECT, related_name="+", null=True, blank=True)
    with_whom = models.TextField(blank=True)
    days = models.PositiveSmallIntegerField(default=1)
    brief_attached = models.BooleanField(default=False)

    class Meta(OfOrganisation.Meta):
        constraints = [
            models.CheckConstraint(name="a_meeting_lasts_a_day_at_least", condition=Q(days__gte=1)),
        ]
        indexes = [models.Index(fields=["organisation", "level", "on"], name="meetings_by_level")]

    class Privacy:
        open = {"on", "level", "place", "area", "post", "days", "brief_attached"}
        restricted = OfOrganisation.OF_ORGANISATION | {"with_whom"}

    class Wall(OrganisationWall):
        pass

    def __str__(self) -> str:
        return f"meeting {self.pk}"


class Attendance(OnFile):
    """A survivor was there. Known to those who may know her file, to nobody else."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="attendances")

    class Meta(OnFile.Meta):
        constraints = [
            models.UniqueConstraint(
                name="she_attends_a_meeting_once",
                fields=["meeting", "survivor_file"],
                condition=Q(withdrawn_at=None),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {"meeting"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"attendance {self.pk}"


class StaffPresence(OfOrganisation):
    """Somebody of the staff was there."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="staff_present")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta(OfOrganisation.Meta):
        constraints = [
            models.UniqueConstraint(
                name="she_is_present_once",
                fields=["meeting", "person"],
                condition=Q(withdrawn_at=None),
            ),
        ]

    class Privacy:
        restricted = OfOrganisation.OF_ORGANISATION | {"meeting", "person"}

    class Wall(OrganisationWall):
        pass

    def __str__(self) -> str:
        return f"presence {self.pk}"


class Demand(OfOrganisation):
    """What was asked at a meeting."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="demands")
    words = models.TextField()

    class Privacy:
        restricted = OfOrganisation.OF_ORGANISATION | {"meeting", "words"}

    class Wall(OrganisationWall):
        pass

    def __str__(self) -> str:
        return f"demand {self.pk}"


class Promise(OfOrganisation):
    """What an official said would be done. It is tied to the post and outlives who held it."""

    class State(models.TextChoices):
        MADE = "made", _("Made")
        KEPT = "kept", _("Kept")
        PARTLY = "partly", _("Partly kept")
        REFUSED = "refused", _("Refused")
        SUPERSEDED = "superseded", _("Superseded")
        LAPSED = "lapsed", _("Lapsed with the transfer")

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="promises")
    demand = models.ForeignKey(
        Demand, models.PROTECT, related_name="promises", null=True, blank=True
    )
    post = models.ForeignKey("places.Post", models.PROTECT, related_name="+", null=True, blank=True)
    promised_by = models.TextField(blank=True)
    words = models.TextField()
    due_on = models.DateField(null=True, blank=True)
    state = models.TextField(choices=State, default=State.MADE)
    kept_on = models.DateField(null=True, blank=True)
    made_on = models.DateField()

    class Meta(OfOrganisation.Meta):
        constraints = [
            models.CheckConstraint(
                name="a_promise_is_kept_after_it_is_made",
                condition=Q(kept_on=None) | Q(kept_on__gte=F("made_on")),
            ),
            models.CheckConstraint(
                name="kept_promises_have_their_day",
                condition=Q(state__in=["kept", "partly"]) | Q(kept_on=None),
            ),
        ]

    class Privacy:
        restricted = OfOrganisation.OF_ORGANISATION | {
            "meeting", "demand", "post", "promised_by", "words", "due_on", "state", "kept_on", "made_on",
        }  # fmt: skip

    class Wall(OrganisationWall):
        pass

    def __str__(self) -> str:
        return f"promise {self.pk}"
