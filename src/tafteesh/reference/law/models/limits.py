"""Limits that the law sets, the two procedure codes side by side, and rules of confidentiality."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tafteesh.reference.rows import ReferenceRow, Verification


class Force(models.TextChoices):
    """What stands behind a limit. Every alert says it."""

    MANDATORY = "mandatory", _("The Act orders it")
    DIRECTORY = "directory", _("The Act asks for it")
    COURT = "court", _("A court directed it")
    LIMITATION = "limitation", _("After it the right is lost or must be asked for")
    SCHEME = "scheme", _("A scheme or rule promises it")
    ADVISORY = "advisory", _("An advisory or standard procedure")
    OTHER = "other", _("Other")


class Unit(models.TextChoices):
    AT_ONCE = "at_once", _("at once")
    HOURS = "hours", _("hours")
    DAYS = "days", _("days")
    WORKING_DAYS = "working_days", _("working days")
    MONTHS = "months", _("months")
    YEARS = "years", _("years")
    TIMES = "times", _("times")
    NOT_FIXED = "not_fixed", _("no fixed time")


COUNTED = (Unit.HOURS, Unit.DAYS, Unit.WORKING_DAYS, Unit.MONTHS, Unit.YEARS)


class Deadline(ReferenceRow):
    """A limit: from which event, until which event, how long, and what follows if it is missed."""

    Force = Force
    Unit = Unit

    law = models.TextField()
    old_law = models.TextField(blank=True)  # the same limit in the Code before
    trigger = models.TextField()
    trigger_code = models.TextField(blank=True)  # an event that our records hold
    event = models.TextField()
    event_code = models.TextField(blank=True)
    amount = models.PositiveSmallIntegerField(null=True, blank=True)
    amount_words = models.TextField(blank=True)  # "60 or 90"
    unit = models.TextField(choices=Unit)
    unit_words = models.TextField(blank=True)
    count_rule = models.TextField(blank=True)
    applies_if = models.TextField(blank=True)
    if_missed = models.TextField(blank=True)
    accountable = models.TextField(blank=True)
    force = models.TextField(choices=Force)
    force_words = models.TextField(blank=True)
    rule_version = models.PositiveSmallIntegerField(default=1)

    class Meta(ReferenceRow.Meta):
        constraints = [
            *ReferenceRow.Meta.constraints,
            models.CheckConstraint(
                name="unit_of_a_limit_is_on_the_list", condition=Q(unit__in=Unit.values)
            ),
            models.CheckConstraint(
                name="force_of_a_limit_is_on_the_list", condition=Q(force__in=Force.values)
            ),
        ]

    class Privacy:
        open = ReferenceRow.ROW | {
            "law", "old_law", "trigger", "trigger_code", "event", "event_code", "amount",
            "amount_words", "unit", "unit_words", "count_rule", "applies_if", "if_missed",
            "accountable", "force", "force_words", "rule_version",
        }  # fmt: skip

    @property
    def has_a_last_day(self) -> bool:
        """Without a counted time a thing may be shown as due, never as late."""
        return self.amount is not None and self.unit in COUNTED


class ProcedureSection(ReferenceRow):
    """One subject in the old Code of procedure and in the new one, or a rule about the change."""

    topic = models.TextField()
    crpc = models.TextField(blank=True)
    bnss = models.TextField(blank=True)
    change = models.TextField(blank=True)
    pairing = models.TextField(choices=Verification, default=Verification.TO_VERIFY)
    is_cutover = models.BooleanField(default=False)

    class Meta(ReferenceRow.Meta):
        pass

    class Privacy:
        open = ReferenceRow.ROW | {"topic", "crpc", "bnss", "change", "pairing", "is_cutover"}


class ConfidentialityRule(ReferenceRow):
    """A rule that keeps her from being known, and what this system does about it."""

    rule = models.TextField()
    requirement = models.TextField()
    what_we_do = models.TextField()
    applies_to = models.TextField()

    class Meta(ReferenceRow.Meta):
        pass

    class Privacy:
        open = ReferenceRow.ROW | {"rule", "requirement", "what_we_do", "applies_to"}
