"""Who she is: sealed, apart from what happens in her file."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models.base import FileScopedQuerySet, FileWall, Recorded
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.scoping import GuardedManager
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
    sounds = SealedField(null=True, blank=True)  # how her names sound, to rank what a search finds
    keyed_as = models.PositiveSmallIntegerField(default=0)  # by which rules her keys were made
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
            "organisation", "survivor_file", "name_answer", "relation_answer", "phone_answer", "gender",
            "born_earliest", "born_latest", "born_words", "born_answer", "keyed_as",
        }  # fmt: skip
        vault = {
            "name_used",
            "name_on_papers",
            "other_names",
            "relation_name",
            "phone",
            "address",
            "sounds",
        }

    class Wall(FileWall):
        pass

    SEALED = ("name_used", "name_on_papers", "other_names", "relation_name", "phone", "address")

    def __str__(self) -> str:
        return f"identity {self.pk}"


class NameToken(models.Model):
    """Keyed tokens of how her names sound and of her phone, so that she can be found without being read.

    A token is a keyed hash: without the key it says nothing, but equal ones are seen to be equal
    (docs/security/search.md).
    """

    pk = models.CompositePrimaryKey("token", "organisation_id", "survivor_file_id")
    token = models.BigIntegerField()
    # An index of her names, made anew by reindex_names: the keys of twenty tokens a file are not checked one by one.
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", db_index=False, db_constraint=False
    )
    survivor_file = models.ForeignKey(
        "files.SurvivorFile", models.CASCADE, related_name="tokens", db_constraint=False
    )

    objects = GuardedManager.from_queryset(FileScopedQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"

    class Privacy:
        restricted = {"organisation", "survivor_file"}
        vault = {"token"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"token of {self.survivor_file_id}"
