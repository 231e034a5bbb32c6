"""Two files that may be of one person: proposed, settled by a person, joined and undone, never forgotten."""

from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models import FileScopedQuerySet, FileWall, OnFile, SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.scoping import GuardedManager
from tafteesh.foundation.kernel.ids import new_id


class PairQuerySet(models.QuerySet["Pair"]):
    def visible_to(self, actor: Actor) -> Self:
        """Whoever reaches both files reaches the pair; whoever reaches one of them does not."""
        hers = SurvivorFile.objects.visible_to(actor).filter(withdrawn_at=None)
        return self.filter(survivor_file__in=hers, other_file__in=hers)


class Pair(models.Model):
    """Two files of one organisation that may be of one person, with the kinds of evidence and the answer."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("Waits for somebody to look")
        JOINED = "joined", _("One person: joined")
        NOT_SAME = "not_same", _("Two persons")
        UNDONE = "undone", _("Was joined, and that was undone")

    class From(models.TextChoices):
        INTAKE = "intake", _("When the file was written")
        IMPORT = "import", _("When a workbook was taken")
        NIGHT = "night", _("In the night")

    class WhyNot(models.TextChoices):
        SISTERS = "sisters", _("Sisters, twins or others of one household")
        ONLY_NAME = "only_name", _("Only the name is alike")
        BOTH_KNOWN = "both_known", _("Both are known to somebody here")
        PAPERS = "papers", _("The papers of the two differ")
        OTHER = "other", _("Another reason")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    survivor_file = models.ForeignKey(SurvivorFile, models.PROTECT, related_name="+")
    other_file = models.ForeignKey(SurvivorFile, models.PROTECT, related_name="+")
    state = models.TextField(choices=State, default=State.PROPOSED)
    came_from = models.TextField(choices=From)
    found_at = models.DateTimeField()
    chance = models.PositiveSmallIntegerField()  # of a thousand such pairs, how many are one person
    crowd = models.PositiveSmallIntegerField(default=1)
    signs = ArrayField(models.TextField(), default=list)
    why_not = models.TextField(choices=WhyNot, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    # What was known when it was settled: only stronger evidence brings the pair back.
    settled_chance = models.PositiveSmallIntegerField(default=0)
    settled_signs = ArrayField(models.TextField(), default=list, blank=True)

    objects = GuardedManager.from_queryset(PairQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"
        constraints = [
            models.UniqueConstraint(name="one_row_a_pair", fields=["survivor_file", "other_file"]),
            models.CheckConstraint(
                name="a_pair_is_two_files_in_one_order",
                condition=Q(survivor_file__lt=F("other_file")),
            ),
            models.CheckConstraint(
                name="a_settled_pair_says_by_whom_and_when",
                condition=Q(state="proposed")
                | Q(settled_at__isnull=False, settled_by__isnull=False),
            ),
            models.CheckConstraint(
                name="two_persons_for_a_reason", condition=~Q(state="not_same") | Q(why_not__gt="")
            ),
            models.CheckConstraint(name="a_chance_of_a_thousand", condition=Q(chance__lte=1000)),
        ]
        indexes = [
            models.Index(fields=["organisation", "state", "-chance", "id"], name="pairs_by_chance"),
        ]

    class Privacy:
        restricted = {
            "organisation", "survivor_file", "other_file", "state", "came_from", "found_at", "chance",
            "crowd", "signs", "why_not", "settled_at", "settled_by", "settled_chance", "settled_signs",
        }  # fmt: skip

    class Wall:
        # The wall of the files themselves is asked for each of the two.
        using = (
            "EXISTS (SELECT FROM files_survivorfile f WHERE f.id = survivor_file_id)"
            " AND EXISTS (SELECT FROM files_survivorfile f WHERE f.id = other_file_id)"
        )

    def __str__(self) -> str:
        return f"pair {self.pk}"


class JoinQuerySet(FileScopedQuerySet["Join"]):
    def visible_to(self, actor: Actor) -> Self:
        """Whoever reaches both files."""
        hers = SurvivorFile.objects.visible_to(actor)
        return self.filter(survivor_file__in=hers, standing_file__in=hers)


class Join(OnFile):
    """This file is of the same person as the standing one: both stay as they are, and are read together.

    It is withdrawn when it is undone, so a figure can be told as it was known before and after.
    """

    class Why(models.TextChoices):
        SAME_PAPERS = "same_papers", _("The papers in both are of one person")
        SHE_SAID = "she_said", _("She herself said so")
        WORKER_KNOWS = "worker_knows", _("A worker who knows her said so")
        SAME_MATTER = "same_matter", _("The same FIR, the same day, the same people")
        OTHER = "other", _("Another reason")

    class WhyUndone(models.TextChoices):
        TWO_PERSONS = "two_persons", _("They are two persons after all")
        WRONG_FILE = "wrong_file", _("The wrong file was joined")
        TOO_SOON = "too_soon", _("It was done too soon")
        OTHER = "other", _("Another reason")

    standing_file = models.ForeignKey(SurvivorFile, models.PROTECT, related_name="joined_to_it")
    pair = models.ForeignKey(Pair, models.PROTECT, related_name="joins")
    why = models.TextField(choices=Why)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    why_undone = models.TextField(choices=WhyUndone, blank=True)

    objects = GuardedManager.from_queryset(JoinQuerySet)()  # type: ignore[misc, assignment] # another door

    class Meta(OnFile.Meta):
        constraints = [
            models.UniqueConstraint(
                name="a_file_is_joined_once",
                fields=["survivor_file"],
                condition=Q(withdrawn_at=None),
            ),
            models.CheckConstraint(
                name="a_file_is_joined_to_another", condition=~Q(survivor_file=F("standing_file"))
            ),
            models.CheckConstraint(
                name="an_undone_join_says_by_whom_and_why",
                condition=Q(withdrawn_at=None, undone_by=None, why_undone="")
                | Q(withdrawn_at__isnull=False, undone_by__isnull=False, why_undone__gt=""),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {"standing_file", "pair", "why", "undone_by", "why_undone"}

    class Wall:
        using = (
            "EXISTS (SELECT FROM files_survivorfile f WHERE f.id = survivor_file_id)"
            " AND EXISTS (SELECT FROM files_survivorfile f WHERE f.id = standing_file_id)"
        )

    def __str__(self) -> str:
        return f"join {self.pk}"


class Looked(models.Model):
    """What of a file was compared last, as a checksum: the night looks again only where it changed."""

    survivor_file = models.OneToOneField(
        SurvivorFile, models.PROTECT, primary_key=True, related_name="+"
    )
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    mark = models.UUIDField()
    looked_at = models.DateTimeField()

    objects = GuardedManager.from_queryset(FileScopedQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"

    class Privacy:
        restricted = {"organisation", "mark", "looked_at"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"looked {self.pk}"
