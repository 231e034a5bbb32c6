"""How she lives: income, schooling, a group of women. Asked from time to time, never overwritten."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models import FileWall, OnFile


class Living(OnFile):
    """What she said of her living on one day; each answer may be missing."""

    class Schooling(models.TextChoices):
        NOT_ASKED = "not_asked", _("Not asked yet")
        DECLINED = "declined", _("Prefers not to say")
        NEVER = "never", _("Never went to school")
        LEFT = "left", _("Left school")
        SCHOOL = "school", _("Goes to school")
        OPEN_SCHOOL = "open_school", _("Open school")
        COLLEGE = "college", _("College")
        TRAINING = "training", _("Learns a trade")
        FINISHED = "finished", _("Finished")

    class Group(models.TextChoices):
        NOT_ASKED = "not_asked", _("Not asked yet")
        YES = "yes", _("Member")
        WAS = "was", _("Was a member")
        NO = "no", _("No member")

    on = models.DateField()
    household_paise = models.BigIntegerField(null=True, blank=True)
    own_paise = models.BigIntegerField(null=True, blank=True)
    people = models.PositiveSmallIntegerField(null=True, blank=True)
    schooling = models.TextField(choices=Schooling, default=Schooling.NOT_ASKED)
    group = models.TextField(choices=Group, default=Group.NOT_ASKED)

    class Meta(OnFile.Meta):
        constraints = [
            models.CheckConstraint(
                name="incomes_are_not_below_nothing",
                condition=(Q(household_paise=None) | Q(household_paise__gte=0))
                & (Q(own_paise=None) | Q(own_paise__gte=0)),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {
            "on", "household_paise", "own_paise", "people", "schooling", "group",
        }  # fmt: skip

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"living {self.pk}"
