"""Hearings: the spine of the court diary."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.proceedings.models.base import FirWall, OnFir


class Hearing(OnFir):
    """One day in court: expected, then what happened and what comes next."""

    class Outcome(models.TextChoices):
        EXPECTED = "expected", _("Not yet held")
        HEARD = "heard", _("Heard")
        ADJOURNED = "adjourned", _("Adjourned")
        NOT_REACHED = "not_reached", _("Not reached")
        JUDGE_ABSENT = "judge_absent", _("Judge absent")
        ORDER = "order", _("Order")
        NOT_KNOWN = "not_known", _("Don't know yet")

    class Why(models.TextChoices):
        JUDGE_ABSENT = "judge_absent", _("Judge absent")
        WITNESS_ABSENT = "witness_absent", _("Witness absent")
        ACCUSED_NOT_PRODUCED = "accused_not_produced", _("Accused not produced")
        PROSECUTOR_NOT_READY = "prosecutor_not_ready", _("Public prosecutor not ready")
        DEFENCE_ASKED = "defence_asked", _("Defence asked for time")
        STRIKE = "strike", _("Lawyers on strike")
        OTHER = "other", _("Other reason")

    class Stage(models.TextChoices):
        EVIDENCE = "evidence", _("Evidence recorded")
        CHARGE = "charge", _("Charge framed")
        ARGUMENT = "argument", _("Argument")
        JUDGMENT = "judgment", _("Judgment")
        BAIL = "bail", _("Bail")
        OTHER = "other", _("Other")

    on = models.DateField()
    court = models.ForeignKey(
        "places.Authority", models.PROTECT, related_name="+", null=True, blank=True
    )
    court_words = models.TextField(blank=True)
    outcome = models.TextField(choices=Outcome, default=Outcome.EXPECTED)
    why = models.TextField(choices=Why, blank=True)
    stage = models.TextField(choices=Stage, blank=True)
    next_on = models.DateField(null=True, blank=True)
    by_video_link = models.BooleanField(null=True)
    came = models.TextField(blank=True)  # codes of who came, comma-separated
    was_done = models.BooleanField(null=True)  # whether what it was listed for was done
    spent_paise = models.BigIntegerField(null=True, blank=True)  # by her, for this day
    hours = models.PositiveSmallIntegerField(null=True, blank=True)  # of hers
    judge_words = models.TextField(blank=True, default="", db_default="")
    prosecutor_words = models.TextField(blank=True, default="", db_default="")
    correction = models.ForeignKey(
        "proceedings.Correction", models.PROTECT, related_name="hearings", null=True, blank=True
    )
    note_sealed = models.BinaryField(null=True, blank=True)

    class Meta(OnFir.Meta):
        constraints = [
            models.CheckConstraint(
                name="the_next_date_is_after_the_hearing",
                condition=Q(next_on=None) | Q(next_on__gt=F("on")),
                violation_error_message=_("The next date must be after this hearing."),
            ),
            models.CheckConstraint(
                name="what_a_day_in_court_cost_is_not_negative",
                condition=Q(spent_paise=None) | Q(spent_paise__gte=0),
            ),
            models.UniqueConstraint(
                name="one_hearing_a_fir_and_day",
                fields=["fir", "on"],
                condition=Q(withdrawn_at=None),
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "on"], name="hearings_by_day"),
            models.Index(
                fields=["organisation", "on"],
                name="hearings_without_outcome",
                condition=Q(outcome="expected", withdrawn_at=None),
            ),
        ]

    class Privacy:
        restricted = OnFir.ON_FIR | {
            "on", "court", "court_words", "outcome", "why", "stage", "next_on", "by_video_link", "came",
            "was_done", "spent_paise", "hours", "judge_words", "prosecutor_words", "correction",
        }  # fmt: skip
        vault = {"note_sealed"}

    class Wall(FirWall):
        pass

    def __str__(self) -> str:
        return f"hearing {self.pk}"
