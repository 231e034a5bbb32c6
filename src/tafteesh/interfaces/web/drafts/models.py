"""What was typed and not yet sent, and which forms were sent already."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.scoping import GuardedManager
from tafteesh.foundation.kernel.ids import new_id
from tafteesh.foundation.vault.models import SealedField


class OwnRowQuerySet(models.QuerySet["models.Model"]):
    def visible_to(self, actor: Actor) -> Self:
        """Her own rows, nobody else's, whatever her role."""
        return self.filter(person_id=actor.person_id)


class OwnRowWall:
    """The same sentence for PostgreSQL."""

    using = "person_id = (SELECT app_person())"


class Draft(models.Model):
    """One form that somebody is filling in. What she typed lies sealed with her own key."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    form_key = models.TextField()
    record = models.TextField(blank=True)
    version = models.TextField(blank=True)
    content_sealed = SealedField()
    updated_at = models.DateTimeField()
    set_aside_at = models.DateTimeField(null=True, blank=True)

    objects = GuardedManager.from_queryset(OwnRowQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"
        constraints = [
            models.UniqueConstraint(
                name="one_draft_a_person_form_and_record",
                fields=["person", "form_key", "record"],
                condition=Q(set_aside_at=None),
            ),
        ]

    class Privacy:
        restricted = {
            "person", "organisation", "form_key", "record", "version", "updated_at", "set_aside_at",
        }  # fmt: skip
        vault = {"content_sealed"}

    class Wall(OwnRowWall):
        pass

    def __str__(self) -> str:
        return f"draft {self.pk}"


class Submission(models.Model):
    """A form that was sent: sent again, by a double tap or a lost signal, it gives the same answer."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.TextField()
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    answer_url = models.TextField(blank=True)

    objects = GuardedManager.from_queryset(OwnRowQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"
        constraints = [
            models.UniqueConstraint(name="a_form_is_sent_once", fields=["person", "key"]),
        ]

    class Privacy:
        restricted = {"key", "person", "at", "answer_url"}

    class Wall(OwnRowWall):
        pass

    def __str__(self) -> str:
        return f"submission {self.pk}"
