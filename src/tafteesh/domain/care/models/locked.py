"""Notes that stay with whoever wrote them: a counsellor's, and what a survivor told her lawyer."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models import FileScopedQuerySet, OnFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.scoping import GuardedManager
from tafteesh.foundation.vault.models import SealedField


class LockedNoteQuerySet(FileScopedQuerySet["LockedNote"]):
    def visible_to(self, actor: Actor) -> Self:
        """Only her own: no office and no role opens what another one keeps."""
        return super().visible_to(actor).filter(keeper_id=actor.person_id)


class LockedNote(OnFile):
    """One note, kept by one person. It changes hands only by a named act of its keeper."""

    class Kind(models.TextChoices):
        COUNSELLING = "counselling", _("Counsellor's note")
        PRIVILEGED = "privileged", _("Told to her lawyer, in confidence")

    kind = models.TextField(choices=Kind)
    on = models.DateField()
    text_sealed = SealedField()
    keeper = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    handed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    handed_at = models.DateTimeField(null=True, blank=True)

    objects = GuardedManager.from_queryset(LockedNoteQuerySet)()  # type: ignore[misc, assignment] # a narrower door

    class Meta(OnFile.Meta):
        constraints = [
            models.CheckConstraint(
                name="a_note_changes_hands_by_somebody_at_a_moment",
                condition=Q(handed_by=None, handed_at=None)
                | Q(handed_by__isnull=False, handed_at__isnull=False),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {"kind", "on", "keeper", "handed_by", "handed_at"}
        vault = {"text_sealed"}

    class Wall:
        # She who gives it away is no longer its keeper when the row is written: in that moment, and not after.
        using = (
            "keeper_id = (SELECT app_person())"
            " OR (handed_by_id = (SELECT app_person()) AND handed_at = (SELECT app_now()))"
        )

    def __str__(self) -> str:
        return f"locked note {self.pk}"
