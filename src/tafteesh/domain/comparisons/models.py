"""Comparing survivors with another office without telling who they are, and what both agreed to tell."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models import Recorded
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.scoping import GuardedManager
from tafteesh.foundation.kernel.ids import new_id


class ComparisonQuerySet(models.QuerySet["Comparison"]):
    def visible_to(self, actor: Actor) -> Self:
        """For those who reach every file of the office that compares."""
        return self.filter(organisation_id__in=actor.offices)


class Comparison(Recorded):
    """One comparison with one other office. The other office keeps its own row, here or in its own system.

    No filter is kept, of neither side, and no secret: only its mark, so that a mistyped one is noticed.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    to_organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    is_salted = models.BooleanField(default=False)
    secret_mark = models.BinaryField()
    number_key = models.BinaryField()  # of which the opaque numbers of our files are made
    written_at = models.DateTimeField(null=True, blank=True)
    written_count = models.PositiveIntegerField(default=0)
    their_comparison = models.UUIDField(null=True, blank=True)
    their_digest = models.TextField(blank=True)
    their_count = models.PositiveIntegerField(default=0)
    our_count = models.PositiveIntegerField(default=0)
    read_at = models.DateTimeField(null=True, blank=True)
    answers_digest = models.TextField(blank=True)
    is_here = models.BooleanField(default=False)  # they work in this same system

    objects = GuardedManager.from_queryset(ComparisonQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"
        constraints = [
            models.CheckConstraint(
                name="an_office_compares_with_another_office",
                condition=~Q(organisation=F("to_organisation")),
            ),
            models.CheckConstraint(
                name="their_file_was_read_at_a_moment_or_not_at_all",
                condition=Q(read_at=None, their_comparison=None, their_digest="")
                | Q(read_at__isnull=False, their_comparison__isnull=False, their_digest__gt=""),
            ),
            models.UniqueConstraint(
                name="a_secret_serves_one_comparison", fields=["organisation", "secret_mark"]
            ),
        ]

    class Privacy:
        restricted = Recorded.RECORDED | {
            "organisation", "to_organisation", "is_salted", "written_at", "written_count",
            "their_comparison", "their_digest", "their_count", "our_count", "read_at", "answers_digest",
            "is_here",
        }  # fmt: skip
        vault = {"secret_mark", "number_key"}

    class Wall:
        using = "organisation_id = ANY((SELECT app_offices())::uuid[])"

    def __str__(self) -> str:
        return f"comparison {self.pk}"


class MatchQuerySet(models.QuerySet["Match"]):
    def visible_to(self, actor: Actor) -> Self:
        """Pairs of her own office, and what another office of this system answered to hers."""
        offices = list(actor.offices)
        answered = Q(to_organisation__in=offices, answer__gt="")
        return self.filter(Q(organisation__in=offices) | answered)


class Match(models.Model):
    """Two opaque numbers that may be one person. What they stand for is told when both offices say so."""

    class Answer(models.TextChoices):
        REVEALS = "reveals", _("Tell them")
        REFUSES = "refuses", _("Do not tell them")

    class Why(models.TextChoices):
        SAME_HELP = "same_help", _("She may be helped twice, or each thinks the other does it")
        COURT = "court", _("Her case is heard in both places")
        SAFETY = "safety", _("Her safety")
        MOVED = "moved", _("She may have moved from the one to the other")
        TOO_UNLIKE = "too_unlike", _("It is not likely enough")
        NOT_NEEDED = "not_needed", _("Nothing would come of it for her")
        OTHER = "other", _("Another reason")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    comparison = models.ForeignKey(Comparison, models.CASCADE, related_name="matches")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    to_organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    our_number = models.TextField()
    their_number = models.TextField()
    score = models.PositiveSmallIntegerField()
    answer = models.TextField(choices=Answer, blank=True)
    why = models.TextField(choices=Why, blank=True)
    our_file = models.UUIDField(null=True, blank=True)
    our_code = models.TextField(blank=True)
    our_contact = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    their_answer = models.TextField(choices=Answer, blank=True)
    their_code = models.TextField(blank=True)
    their_contact = models.TextField(blank=True)

    objects = GuardedManager.from_queryset(MatchQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"
        constraints = [
            models.UniqueConstraint(
                name="one_match_of_two_numbers",
                fields=["comparison", "our_number", "their_number"],
            ),
            models.CheckConstraint(
                name="a_match_is_answered_by_somebody_with_a_reason",
                condition=Q(answer="", why="", answered_at=None, answered_by=None)
                | Q(
                    answer__gt="", why__gt="", answered_at__isnull=False, answered_by__isnull=False
                ),
            ),
            models.CheckConstraint(
                name="only_what_is_to_be_told_has_a_code",
                condition=Q(answer="reveals", our_code__gt="", our_file__isnull=False)
                | (~Q(answer="reveals") & Q(our_code="", our_contact="", our_file=None)),
            ),
            models.CheckConstraint(
                name="nothing_is_taken_in_before_we_say_yes_too",
                condition=Q(their_code="") | Q(answer="reveals", their_answer="reveals"),
            ),
        ]

    class Privacy:
        restricted = {
            "comparison", "organisation", "to_organisation", "our_number", "their_number", "score",
            "answer", "why", "our_file", "our_code", "our_contact", "answered_at", "answered_by",
            "their_answer", "their_code", "their_contact",
        }  # fmt: skip

    class Wall:
        using = (
            "organisation_id = ANY((SELECT app_offices())::uuid[])"
            " OR (answer > '' AND to_organisation_id = ANY((SELECT app_offices())::uuid[]))"
        )
        check = "organisation_id = ANY((SELECT app_offices())::uuid[])"

    def __str__(self) -> str:
        return f"match {self.pk}"
