"""Questions that found nobody, told from the screen: the list from which search learns."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.scoping import GuardedManager
from tafteesh.foundation.kernel.ids import new_id
from tafteesh.foundation.vault.models import SealedField


class SearchMissQuerySet(models.QuerySet["SearchMiss"]):
    def visible_to(self, actor: Actor) -> Self:
        """Those of her office, and her own."""
        return self.filter(Q(organisation_id__in=actor.offices) | Q(asked_by_id=actor.person_id))


class SearchMiss(models.Model):
    """What was asked when she was not found, sealed with the key of whoever asked; kept for half a year."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    words_sealed = SealedField()
    number = models.TextField(
        blank=True
    )  # of the file that should have been found, where it is known

    objects = GuardedManager.from_queryset(SearchMissQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"

    class Privacy:
        restricted = {"organisation", "asked_by", "asked_at", "number"}
        vault = {"words_sealed"}

    class Wall:
        using = (
            "organisation_id = ANY((SELECT app_offices())::uuid[])"
            " OR asked_by_id = (SELECT app_person())"
        )

    def __str__(self) -> str:
        return f"search miss {self.pk}"
