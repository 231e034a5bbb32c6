"""Partners in other places, and what was learnt with them."""

from django.db import models

from tafteesh.domain.meetings.models import Meeting, OfOrganisation
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
