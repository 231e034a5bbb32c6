"""The first talks, at her pace: which parts are done, to whom she has told it already, where she was sent."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tafteesh.domain.files.models import FileWall, OnFile
from tafteesh.domain.files.models.base import approx_in_order


class IntakeMark(OnFile):
    """What was said of one part of the intake; the newest mark of a part holds."""

    class Task(models.TextChoices):
        MINIMUM = "minimum", _("Who she is: eight questions")
        SAFETY = "safety", _("Safety")
        CONSENT = "consent", _("What she agrees to")
        WAY = "way", _("How it happened")
        PAPERS = "papers", _("Papers")
        COURT = "court", _("Court case")
        SERVICES = "services", _("Services")

    class State(models.TextChoices):
        DONE = "done", pgettext_lazy("task", "Done")
        NOT_NOW = "not_now", pgettext_lazy("task", "Not now")

    class Court(models.TextChoices):
        NOTHING = "nothing", _("Nothing is at the police yet")
        DIARY_ONLY = "diary_only", _("A diary entry, its number is not known")
        NUMBER_UNKNOWN = "number_unknown", _("A FIR, its number is not known")
        NOT_KNOWN = "not_known", _("Nobody knows yet")

    task = models.TextField(choices=Task)
    state = models.TextField(choices=State)
    court = models.TextField(choices=Court, blank=True)

    class Meta(OnFile.Meta):
        indexes = [
            models.Index(fields=["survivor_file", "task", "-recorded_at"], name="marks_of_a_file")
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {"task", "state", "court"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"intake mark {self.pk}"


class Telling(OnFile):
    """Once more she had to tell what happened. To whom and when; what she said stands in the paper."""

    class ToWhom(models.TextChoices):
        POLICE = "police", _("Police")
        MAGISTRATE = "magistrate", _("Magistrate")
        COURT = "court", _("Court, as a witness")
        DOCTOR = "doctor", _("Doctor")
        COMMITTEE = "committee", _("Child Welfare Committee")
        SHELTER = "shelter", _("Shelter home")
        LAWYER = "lawyer", _("Lawyer")
        ORGANISATION = "organisation", _("Another organisation")
        US = "us", _("Somebody of us")
        OTHER = "other", _("Somebody else")

    to_whom = models.TextField(choices=ToWhom)
    told_earliest = models.DateField(null=True, blank=True)
    told_latest = models.DateField(null=True, blank=True)
    told_words = models.TextField(blank=True)
    paper = models.ForeignKey(
        "papers.Paper", models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta(OnFile.Meta):
        constraints = [approx_in_order("telling", "told")]

    class Privacy:
        restricted = OnFile.ON_FILE | {
            "to_whom", "told_earliest", "told_latest", "told_words", "paper",
        }  # fmt: skip

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"telling {self.pk}"


class Referral(OnFile):
    """She was told where to go, because it was not for us."""

    class To(models.TextChoices):
        ONE_STOP_CENTRE = "one_stop_centre", _("One Stop Centre")
        POLICE = "police", _("Police")
        COMMITTEE = "committee", _("Child Welfare Committee")
        HOSPITAL = "hospital", _("Hospital")
        LEGAL_SERVICES = "legal_services", _("Legal services authority")
        PROTECTION_OFFICER = "protection_officer", _("Protection officer")
        ORGANISATION = "organisation", _("Another organisation")
        OTHER = "other", _("Another office")

    to_kind = models.TextField(choices=To)
    to_office = models.TextField(blank=True)
    on = models.DateField()

    class Privacy:
        restricted = OnFile.ON_FILE | {"to_kind", "to_office", "on"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"referral {self.pk}"
