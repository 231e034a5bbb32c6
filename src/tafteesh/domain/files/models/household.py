"""Her family and household, and who of the staff must not reach her file."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models.base import FileWall, OnFile
from tafteesh.foundation.vault.models import SealedField


class HouseholdMember(OnFile):
    """One person around her. Somebody accused speaks for her in nothing: the table itself refuses it."""

    class Relation(models.TextChoices):
        MOTHER = "mother", _("Mother")
        FATHER = "father", _("Father")
        HUSBAND = "husband", _("Husband or partner")
        IN_LAW = "in_law", _("In-law")
        SIBLING = "sibling", _("Brother or sister")
        CHILD = "child", _("Her child")
        RELATIVE = "relative", _("Other relative")
        NEIGHBOUR = "neighbour", _("Neighbour or friend")
        COMMITTEE = "committee", _("Child Welfare Committee, by its order")
        SUPPORT_PERSON = "support_person", _("Support person, by an order")

    relation = models.TextField(choices=Relation)
    name_sealed = SealedField(null=True, blank=True)
    phone_sealed = SealedField(null=True, blank=True)
    lives_with_her = models.BooleanField(default=False)
    is_accused = models.BooleanField(default=False)
    is_guardian = models.BooleanField(default=False)
    holds_account = models.BooleanField(default=False)
    may_be_called = models.BooleanField(default=False)
    order_on = models.DateField(null=True, blank=True)

    class Meta(OnFile.Meta):
        constraints = [
            models.CheckConstraint(
                name="an_accused_person_speaks_for_her_in_nothing",
                condition=Q(is_accused=False)
                | Q(is_guardian=False, holds_account=False, may_be_called=False),
            ),
            models.CheckConstraint(
                name="a_guardian_by_order_has_the_day_of_the_order",
                condition=~Q(relation__in=["committee", "support_person"])
                | Q(order_on__isnull=False),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {
            "relation", "lives_with_her", "is_accused", "is_guardian", "holds_account", "may_be_called",
            "order_on",
        }  # fmt: skip
        vault = {"name_sealed", "phone_sealed"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"household member {self.pk}"


class ConflictOfInterest(OnFile):
    """Somebody of the staff who is close to an accused person: from then on the file is not hers."""

    class Tie(models.TextChoices):
        RELATIVE = "relative", _("Relative of an accused person")
        FRIEND = "friend", _("Friend or neighbour of an accused person")
        WORK = "work", _("Works for, or with, an accused person")
        PARTY = "party", _("Speaks for the other side in court")
        OTHER = "other", _("Another tie")

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    tie = models.TextField(choices=Tie)

    class Privacy:
        restricted = OnFile.ON_FILE | {"person", "tie"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"conflict of interest {self.pk}"
