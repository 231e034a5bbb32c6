"""The office's own paper: templates of its letters kept as versions, and the numbers it gives to what goes out."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models import Recorded
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.scoping import (
    GuardedManager,
    OrganisationQuerySet,
    OrganisationWall,
)
from tafteesh.foundation.kernel.ids import new_id


class LetterTemplate(Recorded):
    """One version of a template in Word. A version is never changed: a new one is added after it."""

    class Language(models.TextChoices):
        ENGLISH = "en", _("English")
        BENGALI = "bn", _("Bengali")
        HINDI = "hi", _("Hindi")

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    kind = models.TextField()  # a kind of letter
    language = models.TextField(choices=Language)
    version = models.PositiveIntegerField()
    content = models.BinaryField()
    sha256 = models.TextField()
    is_in_use = models.BooleanField(default=True)

    objects = GuardedManager.from_queryset(OrganisationQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"
        constraints = [
            models.UniqueConstraint(
                name="one_template_a_version",
                fields=["organisation", "kind", "language", "version"],
            ),
            models.UniqueConstraint(
                name="one_template_in_use_a_kind_and_language",
                fields=["organisation", "kind", "language"],
                condition=Q(is_in_use=True, withdrawn_at=None),
            ),
        ]

    class Privacy:
        restricted = Recorded.RECORDED | {
            "organisation", "kind", "language", "version", "content", "sha256", "is_in_use",
        }  # fmt: skip

    class Wall(OrganisationWall):
        pass

    def __str__(self) -> str:
        return f"letter template {self.pk}"

    @property
    def file_name(self) -> str:
        """How this version is called where it is taken."""
        return f"v{self.version}"


class SpokenPiece(Recorded):
    """One sentence, number or day in the voice of somebody of the office, for reading her page aloud.

    It is about no survivor: the same piece is heard by everybody to whom the office reads in that language.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    language = models.TextField(choices=LetterTemplate.Language)
    piece = models.TextField()
    sound = models.BinaryField()  # WAV, one channel, made anew from what was sent

    objects = GuardedManager.from_queryset(OrganisationQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"
        constraints = [
            models.UniqueConstraint(
                name="one_voice_for_a_piece",
                fields=["organisation", "language", "piece"],
                condition=Q(withdrawn_at=None),
            ),
        ]

    class Privacy:
        restricted = Recorded.RECORDED | {"organisation", "language", "piece", "sound"}

    class Wall(OrganisationWall):
        pass

    def __str__(self) -> str:
        return f"spoken piece {self.pk}"


class LetterNumbers(models.Model):
    """How far an office has come with its numbers in a year."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    objects = GuardedManager.from_queryset(OrganisationQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"
        constraints = [
            models.UniqueConstraint(
                name="one_row_of_numbers_an_office_and_year", fields=["organisation", "year"]
            ),
        ]

    class Privacy:
        restricted = {"organisation", "year", "last"}

    class Wall(OrganisationWall):
        pass

    def __str__(self) -> str:
        return f"letter numbers {self.pk}"
