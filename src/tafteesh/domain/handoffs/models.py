"""Partners in other places, what was learnt with them, and which file was shared with whom until when."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models import AccessGrant, FileScopedQuerySet, FileWall, OnFile
from tafteesh.domain.meetings.models import Meeting, OfOrganisation
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.scoping import GuardedManager, OrganisationWall


class Partner(OfOrganisation):
    """An organisation elsewhere with which survivors' matters are carried on."""

    name = models.TextField()
    place = models.TextField()
    agreement_until = models.DateField(null=True, blank=True)

    class Meta(OfOrganisation.Meta):
        constraints = [
            models.UniqueConstraint(name="one_partner_a_name", fields=["organisation", "name"]),
        ]

    class Privacy:
        open = {"name", "place", "agreement_until"}
        restricted = OfOrganisation.OF_ORGANISATION

    class Wall(OrganisationWall):
        pass

    def __str__(self) -> str:
        return f"partner {self.pk}"


class Exchange(OfOrganisation):
    """A meeting with a partner to learn from each other, and the practice that came of it."""

    partner = models.ForeignKey(Partner, models.PROTECT, related_name="exchanges")
    meeting = models.OneToOneField(Meeting, models.PROTECT, related_name="exchange")
    topic = models.TextField(blank=True)
    practice_adopted = models.TextField(blank=True)

    class Privacy:
        open = {"partner", "meeting", "topic", "practice_adopted"}
        restricted = OfOrganisation.OF_ORGANISATION

    class Wall(OrganisationWall):
        pass

    def __str__(self) -> str:
        return f"exchange {self.pk}"


class Share(OnFile):
    """One file shared with one partner organisation because she agreed. The grant opens it, and ends by itself."""

    class Purpose(models.TextChoices):
        COURT = "court", _("Court case at the other place")
        COMPENSATION = "compensation", _("Compensation at the other place")
        JOURNEY = "journey", _("Journey or stay for a hearing")
        HOME = "home", _("Going home")
        SAFETY = "safety", _("Her safety")

    to_organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    purpose = models.TextField(choices=Purpose)
    agreed_on = models.DateField()
    starts_on = models.DateField()
    until = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    grant = models.OneToOneField(AccessGrant, models.SET_NULL, related_name="share", null=True)

    class Meta(OnFile.Meta):
        constraints = [
            models.CheckConstraint(
                name="a_share_ends_after_it_starts", condition=Q(until__gte=F("starts_on"))
            ),
            models.CheckConstraint(
                name="she_agrees_before_it_is_shared", condition=Q(agreed_on__lte=F("starts_on"))
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {
            "to_organisation", "purpose", "agreed_on", "starts_on", "until", "ended_on", "grant",
        }  # fmt: skip

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"share {self.pk}"


class OwnerChangeQuerySet(FileScopedQuerySet["OwnerChange"]):
    def visible_to(self, actor: Actor) -> Self:
        """For those who speak for the organisation that gives her file, or that takes it."""
        offices = list(actor.offices)
        return self.filter(Q(organisation__in=offices) | Q(to_organisation__in=offices))


class OwnerChange(OnFile):
    """One organisation gives a file to another: signed by the one, then by the other, because she agreed.

    Its organisation stays the one that gave: this row is all that it keeps, to be counted.
    """

    class Why(models.TextChoices):
        MOVED = "moved", _("She moved there")
        HER_WISH = "her_wish", _("She wants to go on with them")
        COURT_THERE = "court_there", _("Her case is heard there")
        WORK_ENDS = "work_ends", _("Our work there ends")
        OTHER = "other", _("Another reason")

    class Answer(models.TextChoices):
        TAKEN = "taken", _("Taken over")
        REFUSED = "refused", _("Not taken")
        TAKEN_BACK = "taken_back", _("Taken back")

    to_organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    why = models.TextField(choices=Why)
    answer = models.TextField(choices=Answer, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )

    objects = GuardedManager.from_queryset(OwnerChangeQuerySet)()  # type: ignore[misc, assignment] # another door

    class Meta(OnFile.Meta):
        constraints = [
            models.UniqueConstraint(
                name="one_offer_of_a_file_at_a_time",
                fields=["survivor_file"],
                condition=Q(answer=""),
            ),
            models.CheckConstraint(
                name="an_offer_is_answered_by_somebody_at_a_moment",
                condition=Q(answer="", answered_at=None, answered_by=None)
                | Q(answer__gt="", answered_at__isnull=False, answered_by__isnull=False),
            ),
            models.CheckConstraint(
                name="a_file_goes_to_another_organisation",
                condition=~Q(organisation=F("to_organisation")),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {
            "to_organisation", "why", "answer", "answered_at", "answered_by",
        }  # fmt: skip

    class Wall:
        using = (
            "organisation_id = ANY((SELECT app_offices())::uuid[])"
            " OR to_organisation_id = ANY((SELECT app_offices())::uuid[])"
        )

    def __str__(self) -> str:
        return f"owner change {self.pk}"
