"""What threatens her, and the plan against it."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models import FileWall, OnFile
from tafteesh.foundation.vault.models import SealedField


class Incident(OnFile):
    """Something that happened to her or threatens her. What exactly lies sealed."""

    class Kind(models.TextChoices):
        CALLS = "calls", _("Calls or messages that threaten")
        VISIT = "visit", _("Somebody came to her home")
        FOLLOWED = "followed", _("Followed or watched")
        VIOLENCE = "violence", _("Violence")
        PRESSURE = "pressure", _("Pressure to change what she said, or to settle")
        FAMILY = "family", _("Danger from her own family")
        EXPOSED = "exposed", _("Her name or picture became known")
        OTHER = "other", _("Something else")

    class Source(models.TextChoices):
        ACCUSED = "accused", _("An accused person, or somebody for him or her")
        FAMILY = "family", _("Her family")
        COMMUNITY = "community", _("Neighbours or people of the place")
        OFFICIAL = "official", _("An official")
        NOT_KNOWN = "not_known", _("Not known")

    on = models.DateField()
    kind = models.TextField(choices=Kind)
    source = models.TextField(choices=Source, default=Source.NOT_KNOWN)
    accused_on_bail = models.BooleanField(default=False)
    note_sealed = SealedField(null=True, blank=True)
    settled_on = models.DateField(null=True, blank=True)

    class Meta(OnFile.Meta):
        constraints = [
            models.CheckConstraint(
                name="an_incident_is_settled_after_it_happened",
                condition=Q(settled_on=None) | Q(settled_on__gte=F("on")),
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisation", "-on"],
                name="open_incidents",
                condition=Q(settled_on=None, withdrawn_at=None),
            )
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {"on", "kind", "source", "accused_on_bail", "settled_on"}
        vault = {"note_sealed"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"incident {self.pk}"


class SafetyPlan(OnFile):
    """What she does and whom she turns to when it becomes dangerous. The newest standing plan holds."""

    signs_sealed = SealedField(null=True, blank=True)
    steps_sealed = SealedField(null=True, blank=True)
    safe_place_sealed = SealedField(null=True, blank=True)
    trusted_sealed = SealedField(null=True, blank=True)
    code_word_sealed = SealedField(null=True, blank=True)
    look_again_on = models.DateField()

    class Privacy:
        restricted = OnFile.ON_FILE | {"look_again_on"}
        vault = {
            "signs_sealed", "steps_sealed", "safe_place_sealed", "trusted_sealed", "code_word_sealed",
        }  # fmt: skip

    class Wall(FileWall):
        pass

    SEALED = ("signs", "steps", "safe_place", "trusted", "code_word")

    def __str__(self) -> str:
        return f"safety plan {self.pk}"
