"""Which file of law or places was taken in, when, and what it changed."""

from django.db import models
from django.db.models import Q

from tafteesh.foundation.kernel.ids import new_id


class Edition(models.Model):
    """One file that was taken in. Its rows point here, so each can say where it came from."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.TextField(unique=True)  # "sections 9f86d081884c"
    dataset = models.TextField()
    file_name = models.TextField()
    sha256 = models.TextField()
    loaded_on = models.DateField()
    loaded_by = models.TextField()  # an id of a person or the name of a night job, never a name
    rows = models.PositiveIntegerField()
    added = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()
    retired = models.PositiveIntegerField()
    unchanged = models.PositiveIntegerField()
    left_out = models.PositiveIntegerField()
    what_changed = models.JSONField(default=list)  # a list of {"key", "field", "old", "new"}

    objects = models.Manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="edition_has_a_sha256", condition=Q(sha256__regex=r"^[0-9a-f]{64}$")
            ),
        ]
        indexes = [models.Index(name="editions_of_a_dataset", fields=["dataset", "-id"])]

    class Privacy:
        open = frozenset(
            {
                "key", "dataset", "file_name", "sha256", "loaded_on", "loaded_by", "rows", "added",
                "changed", "retired", "unchanged", "left_out", "what_changed",
            }
        )  # fmt: skip

    def __str__(self) -> str:
        return self.key
