"""Who she is: sealed, apart from what happens in her file."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models.base import FileScopedQuerySet, FileWall, Recorded
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.scoping import GuardedManager
from tafteesh.foundation.kernel.ids import new_id
from tafteesh.foundation.kernel.no_answer import Answer
from tafteesh.foundation.vault.models import SealedField


class Identity(Recorded):
    """Names, phones and places of one survivor. Nothing here is shown without an act and a log line."""

    class Gender(models.TextChoices):
        WOMAN = "woman", _("Woman")
        MAN = "man", _("Man")
        TRANSGENDER = "transgender", _("Transgender")
        OTHER = "other", _("In her own word")
        NOT_ASKED = "not_asked", _("Not asked yet")
        DECLINED = "declined", _("Prefers not to say")

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    survivor_file = models.OneToOneField(
        "files.SurvivorFile", models.PROTECT, related_name="identity"
    )
    name_used = SealedField(null=True, blank=True)
    name_on_papers = SealedField(null=True, blank=True)
    other_names = SealedField(null=True, blank=True)
    relation_name = SealedField(null=True, blank=True)
    phone = SealedField(null=True, blank=True)
    address = SealedField(null=True, blank=True)
    name_answer = models.TextField(default=Answer.NOT_ASKED)
    relation_answer = models.TextField(default=Answer.NOT_ASKED)
    phone_answer = models.TextField(default=Answer.NOT_ASKED)
    gender = models.TextField(choices=Gender, default=Gender.NOT_ASKED)
    born_earliest = models.DateField(null=True, blank=True)
    born_latest = models.DateField(null=True, blank=True)
    born_words = models.TextField(blank=True)
    born_answer = models.TextField(default=Answer.NOT_ASKED)

    objects = GuardedManager.from_queryset(FileScopedQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"
        constraints = [
            models.CheckConstraint(
                name="her_birth_has_both_bounds_in_order_or_neither",
                condition=Q(born_earliest=None, born_latest=None)
                | Q(born_earliest__lte=F("born_latest")),
            ),
        ]

    class Privacy:
        restricted = Recorded.RECORDED | {
            "organisation", "survivor_file", "name_answer", "relation_answer", "phone_answer", "gender", "born_earliest",
            "born_latest", "born_words", "born_answer",
        }  # fmt: skip
        vault = {"name_used", "name_on_papers", "other_names", "relation_name", "phone", "address"}

    class Wall(FileWall):
        pass

    SEALED = ("name_used", "name_on_papers", "other_names", "relation_name", "phone", "address")

    def __str__(self) -> str:
        return f"identity {self.pk}"


class NameToken(models.Model):
    """Keyed tokens of her names and phones, so that she can be found without being read."""

    class Kind(models.TextChoices):
        NAME = "name", "name"
        RELATION = "relation", "relation"
        PHONE = "phone", "phone"
        EXACT = "exact", "exact name"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    survivor_file = models.ForeignKey("files.SurvivorFile", models.CASCADE, related_name="tokens")
    kind = models.TextField(choices=Kind)
    token = models.BinaryField()

    objects = GuardedManager.from_queryset(FileScopedQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"
        indexes = [models.Index(fields=["organisation", "kind", "token"], name="tokens_of_names")]

    class Privacy:
        restricted = {"organisation", "survivor_file", "kind"}
        vault = {"token"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"token {self.pk}"
