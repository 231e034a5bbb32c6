"""Papers: what exists, who has the original, what it proves."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models import FileWall, OnFile
from tafteesh.foundation.vault.models import SealedField


class Paper(OnFile):
    """One paper of a file. Its scan, when there is one, lies sealed under a random name."""

    class Kind(models.TextChoices):
        FIR = "fir", _("FIR")
        DIARY_ENTRY = "diary_entry", _("General diary entry")
        CHARGE_SHEET = "charge_sheet", _("Charge sheet")
        STATEMENT = "statement", _("Statement")
        MEDICAL = "medical", _("Medical paper")
        AGE_PROOF = "age_proof", _("Age proof")
        IDENTITY = "identity", _("Identity paper")
        BANK = "bank", _("Passbook or bank paper")
        ORDER = "order", _("Order of a court or authority")
        LETTER = "letter", _("Letter")
        REPLY = "reply", _("Reply or receipt")
        APPLICATION = "application", _("Application")
        OTHER = "other", _("Other paper")

    class Proves(models.TextChoices):
        AGE = "age", _("Her age")
        IDENTITY = "identity", _("Who she is")
        HOME = "home", _("Where she lives")
        VIOLENCE = "violence", _("What was done to her")
        INJURY = "injury", _("An injury")
        STEP = "step", _("A step of the police or the court")
        ORDERED = "ordered", _("Money that was ordered")
        RECEIVED = "received", _("Money that reached her")
        REQUEST = "request", _("That we asked, and when")
        OTHER = "other", _("Something else")

    class Keeper(models.TextChoices):
        HER = "her", _("With her")
        FAMILY = "family", _("With her family")
        US = "us", _("In our office")
        LAWYER = "lawyer", _("With her lawyer")
        POLICE = "police", _("With the police")
        COURT = "court", _("With the court")
        OTHER = "other_office", _("With another office")
        NOT_KNOWN = "not_known", _("Not known")

    kind = models.TextField(choices=Kind)
    dated_on = models.DateField(null=True, blank=True)
    issued_by = models.ForeignKey(
        "places.Authority", models.PROTECT, related_name="+", null=True, blank=True
    )
    issued_by_words = models.TextField(blank=True)
    original_with = models.TextField(blank=True)  # a Keeper, or the words of a workbook
    proves = ArrayField(models.TextField(choices=Proves), default=list, blank=True)
    title_sealed = models.BinaryField(null=True, blank=True)
    stored_as = models.UUIDField(null=True, blank=True)
    media_type = models.TextField(blank=True)
    size_bytes = models.PositiveBigIntegerField(null=True, blank=True)
    pages = models.PositiveSmallIntegerField(null=True, blank=True)
    original_as = models.UUIDField(null=True, blank=True)  # as it came, with its place and author
    sha256_sealed = SealedField(null=True, blank=True)  # of the bytes as they came
    fingerprint = models.BinaryField(null=True, blank=True)

    class Meta(OnFile.Meta):
        constraints = [
            models.CheckConstraint(
                name="a_scan_has_a_name_a_type_and_a_fingerprint",
                condition=models.Q(stored_as=None, fingerprint=None, media_type="")
                | models.Q(stored_as__isnull=False, fingerprint__isnull=False, media_type__gt=""),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {
            "kind", "dated_on", "issued_by", "issued_by_words", "original_with", "proves", "stored_as",
            "media_type", "size_bytes", "pages", "original_as",
        }  # fmt: skip
        vault = {"title_sealed", "fingerprint", "sha256_sealed"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"paper {self.pk}"

    @property
    def keeper(self) -> str:
        """Who has the original, in words."""
        known = dict(self.Keeper.choices)
        return str(known.get(self.original_with, self.original_with))

    @property
    def proved(self) -> list[str]:
        """What it proves, in words."""
        known = dict(self.Proves.choices)
        return [str(known[code]) for code in self.proves if code in known]


class Custody(OnFile):
    """The original went to somebody on a day. Rows are only added; the newest says where it is."""

    append_only = True

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="custody")
    keeper = models.TextField(choices=Paper.Keeper)
    on = models.DateField()
    receipt = models.BooleanField(default=False)

    class Privacy:
        restricted = OnFile.ON_FILE | {"paper", "keeper", "on", "receipt"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"custody {self.pk}"
