"""The key of each subject (a survivor file, a FIR, an import), wrapped by the master key."""

from django.db import models
from django.db.models import Q


class SealedField(models.BinaryField):  # type: ignore[type-arg] # BinaryField takes no parameters at run time
    """A column that holds sealed bytes only. Its class is always vault."""

    description = "Sealed text"


class SubjectKey(models.Model):
    """One key for one subject. Destroying it erases every sealed value of that subject for good."""

    class Kind(models.TextChoices):
        FILE = "file", "survivor file"
        FIR = "fir", "first information report"
        IMPORT = "import", "imported workbook"
        PERSON = "person", "person of the staff"

    subject_id = models.UUIDField(primary_key=True, editable=False)
    organisation_id = models.UUIDField()
    kind = models.TextField(choices=Kind)
    version = models.PositiveSmallIntegerField()
    wrapped = models.BinaryField(null=True)
    destroyed_at = models.DateTimeField(null=True, blank=True)

    unscoped = models.Manager["SubjectKey"]()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_destroyed_key_is_gone",
                condition=Q(destroyed_at=None, wrapped__isnull=False)
                | Q(destroyed_at__isnull=False, wrapped=None),
            ),
        ]
        indexes = [models.Index(fields=["version"], name="key_by_version")]

    class Privacy:
        restricted = {"organisation_id", "kind", "version", "wrapped", "destroyed_at"}

    class Wall:
        # Whoever may touch the subject may touch its key; its rows say which subject they hang on.
        using = (
            "organisation_id = ANY((SELECT app_offices())::uuid[])"
            " OR subject_id = ANY((SELECT app_subjects())::uuid[])"
            " OR subject_id = (SELECT app_person()) OR subject_id = (SELECT app_opening())"
        )

    def __str__(self) -> str:
        return f"key {self.subject_id}"
