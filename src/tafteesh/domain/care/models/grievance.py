"""What she says is wrong, or how she was treated. Never read by the worker whom it is about."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models import FileScopedQuerySet, OnFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.scoping import GuardedManager
from tafteesh.foundation.vault.models import SealedField


class GrievanceQuerySet(FileScopedQuerySet["Grievance"]):
    def visible_to(self, actor: Actor) -> Self:
        """For those who reach the whole office, and never for the worker whom it is about."""
        rows = self.filter(organisation_id__in=list(actor.offices))
        return rows.exclude(worker_id=actor.person_id)


class Grievance(OnFile):
    """She said that something is wrong. Somebody other than her worker asks her what, and it ends somehow."""

    class About(models.TextChoices):
        NOT_SAID = "not_said", _("She has not said yet")
        TREATED = "treated", _("How she was treated")
        WRONG_HERE = "wrong_here", _("Something written is wrong")
        NOT_ASKED = "not_asked", _("Something was done without asking her")
        MONEY = "money", _("Money was asked of her")
        OTHER = "other", _("Something else")

    class Way(models.TextChoices):
        HER_PAGE = "her_page", _("On her page")
        TOLD = "told", _("Told to a colleague")
        LEADER = "leader", _("Through a survivor leader")
        PAPER = "paper", _("On paper, without a name")

    class Ending(models.TextChoices):
        MENDED = "mended", _("It was put right")
        NEW_WORKER = "new_worker", _("She has another worker now")
        EXPLAINED = "explained", _("It was explained to her, and she is content")
        NOTHING = "nothing", _("Nothing could be done, and she was told so")
        HER_WISH = "her_wish", _("She wants no more of it")

    about = models.TextField(choices=About, default=About.NOT_SAID)
    way = models.TextField(choices=Way)
    said_sealed = SealedField(null=True, blank=True)
    worker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    said_on = models.DateField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    asked_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ending = models.TextField(choices=Ending, blank=True)

    objects = GuardedManager.from_queryset(GrievanceQuerySet)()  # type: ignore[misc, assignment] # another door

    class Meta(OnFile.Meta):
        constraints = [
            models.CheckConstraint(
                name="her_own_worker_does_not_ask_her",
                condition=Q(asked_by=None) | Q(worker=None) | ~Q(asked_by=F("worker")),
            ),
            models.CheckConstraint(
                name="a_grievance_ends_in_some_way_on_a_day",
                condition=Q(ended_on=None, ending="") | Q(ended_on__isnull=False, ending__gt=""),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {
            "about", "way", "worker", "said_on", "asked_by", "asked_on", "ended_on", "ending",
        }  # fmt: skip
        vault = {"said_sealed"}

    class Wall:
        using = (
            "organisation_id = ANY((SELECT app_offices())::uuid[])"
            " AND worker_id IS DISTINCT FROM (SELECT app_person())"
        )
        # From her page on the worker's own phone it goes out, and cannot be read there.
        check = (
            "organisation_id = ANY((SELECT app_offices())::uuid[])"
            " OR survivor_file_id = ANY((SELECT app_files_to_write())::uuid[])"
        )

    def __str__(self) -> str:
        return f"grievance {self.pk}"
