"""Her way: taken, rescued, sheltered, brought home. Every step may be unknown or come twice."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models.base import FileWall, OnFile, approx_in_order
from tafteesh.domain.files.models.file import days
from tafteesh.foundation.kernel.no_answer import Answer


class Area(models.TextChoices):
    """Which end of the way."""

    SOURCE = "source", _("Source area")
    DESTINATION = "destination", _("Destination area")
    TRANSIT = "transit", _("On the way")


class Taking(OnFile):
    """She was taken. No account of it is asked or kept here; the day may be a range or not known."""

    taken_earliest = models.DateField(null=True, blank=True)
    taken_latest = models.DateField(null=True, blank=True)
    taken_words = models.TextField(blank=True)
    taken_answer = models.TextField(default=Answer.NOT_ASKED)
    exploitation = ArrayField(models.TextField(), default=list, blank=True)
    means = ArrayField(models.TextField(), default=list, blank=True)
    destination = models.TextField(blank=True)

    class Meta(OnFile.Meta):
        constraints = [approx_in_order("taking", "taken")]

    class Privacy:
        restricted = OnFile.ON_FILE | {
            "taken_earliest", "taken_latest", "taken_words", "taken_answer", "exploitation", "means",
            "destination",
        }  # fmt: skip

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"taking {self.pk}"


class Rescue(OnFile):
    """One rescue or return."""

    class By(models.TextChoices):
        SELF = "self", _("Herself")
        CUSTOMER = "customer", _("A customer")
        FAMILY = "family", _("Her family")
        LOCAL_POLICE = "local_police", _("Local police")
        AHTU = "ahtu", _("An AHTU")
        NGO = "ngo", _("An NGO")
        NOT_KNOWN = "not_known", _("Not known")

    rescued_earliest = models.DateField(null=True, blank=True)
    rescued_latest = models.DateField(null=True, blank=True)
    rescued_words = models.TextField(blank=True)
    rescued_answer = models.TextField(default=Answer.NOT_ASKED)
    by_whom = models.TextField(choices=By, default=By.NOT_KNOWN)
    place = models.TextField(blank=True)

    class Meta(OnFile.Meta):
        constraints = [approx_in_order("rescue", "rescued")]

    class Privacy:
        restricted = OnFile.ON_FILE | {
            "rescued_earliest", "rescued_latest", "rescued_words", "rescued_answer", "by_whom", "place",
        }  # fmt: skip

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"rescue {self.pk}"


class ShelterSpell(OnFile):
    """Days in one shelter. Where it is stays sealed to those who do not need it."""

    area = models.TextField(choices=Area)
    home = models.ForeignKey(
        "places.Authority", models.PROTECT, related_name="+", null=True, blank=True
    )
    home_words = models.TextField(blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta(OnFile.Meta):
        constraints = [
            ExclusionConstraint(
                name="one_shelter_at_a_time",
                expressions=[
                    ("survivor_file", RangeOperators.EQUAL),
                    (days("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                condition=Q(withdrawn_at=None),
            ),
            models.CheckConstraint(
                name="a_shelter_spell_ends_after_it_starts",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {"area", "home", "home_words", "starts_on", "ends_on"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"shelter {self.pk}"


class Restoration(OnFile):
    """Inter-State restoration: asked, home visited, report sent, accepted, home."""

    requested_on = models.DateField(null=True, blank=True)
    visited_on = models.DateField(null=True, blank=True)
    report_sent_on = models.DateField(null=True, blank=True)
    accepted_on = models.DateField(null=True, blank=True)
    restored_on = models.DateField(null=True, blank=True)
    from_place = models.TextField(blank=True)

    class Privacy:
        restricted = OnFile.ON_FILE | {
            "requested_on", "visited_on", "report_sent_on", "accepted_on", "restored_on", "from_place",
        }  # fmt: skip

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"restoration {self.pk}"
