"""Partners in other places, what was learnt with them, and which file was shared with whom until when."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models import AccessGrant, FileWall, OnFile
from tafteesh.domain.meetings.models import Meeting, OfOrganisation
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.scoping import OrganisationWall


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
