"""What is hers alone in a case: her evidence, and a report to the police that is no FIR yet."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models import FileWall, OnFile
from tafteesh.domain.papers.models import Paper
from tafteesh.domain.proceedings.models.fir import Fir


class Deposition(OnFile):
    """Her evidence in court: asked for, where, how, and who went with her. No word of what she said."""

    class How(models.TextChoices):
        NOT_YET = "not_yet", _("Not given yet")
        IN_COURT = "in_court", _("In the court room")
        VIDEO = "video", _("By video link")

    class With(models.TextChoices):
        WORKER = "worker", _("A worker of the organisation")
        LAWYER = "lawyer", _("Her lawyer")
        FAMILY = "family", _("Somebody of her family")
        SUPPORT = "support", _("A support person")
        PEER = "peer", _("Another survivor")
        NOBODY = "nobody", _("Nobody")

    fir = models.ForeignKey(Fir, models.PROTECT, related_name="depositions")
    court_is_elsewhere = models.BooleanField(null=True)  # in another State than hers
    link_asked_on = models.DateField(null=True, blank=True)
    link_allowed_on = models.DateField(null=True, blank=True)
    on = models.DateField(null=True, blank=True)
    how = models.TextField(choices=How, default=How.NOT_YET)
    place = models.TextField(blank=True)  # the court or office from which she spoke
    went_with = models.TextField(blank=True)  # codes, comma-separated

    class Meta(OnFile.Meta):
        constraints = [
            models.CheckConstraint(
                name="evidence_that_was_given_has_its_day",
                condition=Q(how="not_yet", on=None) | (~Q(how="not_yet") & Q(on__isnull=False)),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {
            "fir", "court_is_elsewhere", "link_asked_on", "link_allowed_on", "on", "how", "place",
            "went_with",
        }  # fmt: skip

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"deposition {self.pk}"

    @property
    def company(self) -> list[str]:
        """Who went with her, in words."""
        words = dict(self.With.choices)
        return [str(words[code]) for code in self.went_with.split(",") if code in words]


class PoliceDiary(OnFile):
    """A general or missing diary of a police station, which became a FIR or did not."""

    class Kind(models.TextChoices):
        MISSING = "missing", _("Missing diary")
        GENERAL = "general", _("General diary")

    kind = models.TextField(choices=Kind)
    station_words = models.TextField()
    number = models.TextField(blank=True)
    on = models.DateField()
    fir = models.ForeignKey(Fir, models.PROTECT, related_name="+", null=True, blank=True)
    became_fir_on = models.DateField(null=True, blank=True)
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="+", null=True, blank=True)

    class Meta(OnFile.Meta):
        constraints = [
            models.CheckConstraint(
                name="a_diary_becomes_an_fir_after_it_was_written",
                condition=Q(became_fir_on=None) | Q(became_fir_on__gte=F("on")),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {
            "kind", "station_words", "number", "on", "fir", "became_fir_on", "paper",
        }  # fmt: skip

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"police diary {self.pk}"
