"""What every row of law and places has in common: a stable key, where it came from, when it held."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.foundation.kernel.ids import new_id


class Verification(models.TextChoices):
    SOURCED = "sourced", _("Read in the source named")
    TO_VERIFY = "gk-to-verify", _("General knowledge, to be verified")
    CONFLICT = "conflict", _("Sources disagree")


class ReferenceRow(models.Model):
    """A row of an open list. It is never deleted: what no longer stands is retired, and still found.

    `valid_from` and `valid_to` are the days on which the thing itself holds (an Act, a district);
    `retired_on` is the day on which a new edition of our list came without it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.TextField(unique=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    verification = models.TextField(choices=Verification, default=Verification.TO_VERIFY)
    source = models.TextField(blank=True)
    citation = models.TextField(blank=True)
    notes = models.TextField(blank=True)
    is_current = models.BooleanField(default=True)
    retired_on = models.DateField(null=True, blank=True)
    edition = models.ForeignKey(
        "law.Edition", models.PROTECT, related_name="+", null=True, blank=True
    )

    objects = models.Manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(name="%(class)s_has_a_key", condition=~Q(key="")),
            models.CheckConstraint(
                name="%(class)s_does_not_end_before_it_begins",
                condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_from__lte=F("valid_to")),
            ),
            models.CheckConstraint(
                name="%(class)s_is_current_or_has_the_day_it_was_retired",
                condition=Q(is_current=True, retired_on=None)
                | Q(is_current=False, retired_on__isnull=False),
            ),
            models.CheckConstraint(
                name="%(class)s_says_how_far_it_is_verified",
                condition=Q(verification__in=Verification.values),
            ),
        ]

    ROW = frozenset(
        {
            "key", "valid_from", "valid_to", "verification", "source", "citation", "notes",
            "is_current", "retired_on", "edition",
        }
    )  # fmt: skip

    def __str__(self) -> str:
        return self.key

    @property
    def may_alert(self) -> bool:
        """Only what somebody read in a source may tell people that they are late."""
        return self.verification == Verification.SOURCED

    def held_on(self, day: date) -> bool:
        """Whether the thing itself held on that day; an open end reaches for ever."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)
