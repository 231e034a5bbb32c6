"""What was corrected in the records, and what in them cannot be right."""

from typing import Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tafteesh.domain.files.models import Recorded, SurvivorFile
from tafteesh.domain.files.models.base import file_scope
from tafteesh.domain.papers.models import Paper
from tafteesh.domain.proceedings.models import Fir
from tafteesh.domain.proceedings.models.base import fir_scope
from tafteesh.domain.quality.touched import TOUCHED
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.scoping import (
    GuardedManager,
    OrganisationQuerySet,
    OrganisationWall,
)
from tafteesh.foundation.vault.models import SealedField

Row = TypeVar("Row", bound=models.Model)


class SubjectQuerySet(models.QuerySet[Row]):
    """Rows that hang on a survivor file or on a FIR."""

    def visible_to(self, actor: Actor) -> Self:
        return self.filter(file_scope(actor) | fir_scope(actor))


class SubjectWall:
    """The same sentence for PostgreSQL."""

    using = (
        "organisation_id = ANY((SELECT app_offices())::uuid[])"
        " OR survivor_file_id = ANY((SELECT app_files())::uuid[])"
        " OR fir_id = ANY((SELECT app_firs())::uuid[])"
    )


class OnSubject(models.Model):
    """A row of a survivor file, or of a FIR that several of them may share."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    survivor_file = models.ForeignKey(SurvivorFile, models.PROTECT, related_name="+", null=True)
    fir = models.ForeignKey(Fir, models.PROTECT, related_name="+", null=True)

    objects = GuardedManager.from_queryset(SubjectQuerySet)()
    unscoped = models.Manager()

    class Meta:
        abstract = True
        base_manager_name = default_manager_name = "unscoped"

    ON_SUBJECT = frozenset({"organisation", "survivor_file", "fir"})


def _one_subject(row: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=f"{row}_hangs_on_a_file_or_on_a_fir",
        condition=Q(survivor_file__isnull=False, fir=None)
        | Q(survivor_file=None, fir__isnull=False),
    )


class FieldChange(Recorded, OnSubject):
    """One value was corrected: what stood, what stands, why, and which paper says so.

    `row_id` is the row whose value it is now; `was_row_id` the row before. A row that a figure counts is
    withdrawn and entered again, so the two differ; of a row on which others hang, the value alone changes,
    and `old` tells what it was at any earlier moment. Sealed values stay sealed with her key.
    """

    class Why(models.TextChoices):
        TYPED_WRONG = "typed_wrong", _("Typing mistake")
        NEW_PAPER = "new_paper", _("A new paper says otherwise")
        COURT_CHANGED = "court_changed", _("The court changed it")
        TOLD_WRONGLY = "told_wrongly", _("It was told wrongly")
        OTHER_FILE = "other_file", _("It belonged to another file")
        RULE = "rule", _("The proposed fix of a rule")
        OTHER = "other", _("Another reason")
        UNDONE = "undone", _("Undone by the same person within a day")

    kind = models.TextField()
    field = models.TextField()
    row_id = models.UUIDField()
    was_row_id = models.UUIDField()
    old = models.JSONField(default=dict)
    new = models.JSONField(default=dict)
    old_sealed = SealedField(null=True, blank=True)
    new_sealed = SealedField(null=True, blank=True)
    why = models.TextField(choices=Why)
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="+", null=True)
    undoes = models.OneToOneField(
        "self", models.PROTECT, related_name="undone_by", null=True, blank=True
    )

    append_only = True

    class Meta(OnSubject.Meta):
        constraints = [
            _one_subject("a_change"),
            models.CheckConstraint(
                name="what_is_undone_says_what_it_undoes",
                condition=Q(why="undone", undoes__isnull=False)
                | (~Q(why="undone") & Q(undoes=None)),
            ),
        ]
        indexes = [
            models.Index(fields=["row_id", "recorded_at"], name="changes_of_a_row"),
            models.Index(fields=["was_row_id"], name="changes_from_a_row"),
            models.Index(fields=["organisation", "recorded_at"], name="changes_by_day"),
        ]

    class Privacy:
        restricted = Recorded.RECORDED | OnSubject.ON_SUBJECT | {
            "kind", "field", "row_id", "was_row_id", "old", "new", "why", "paper", "undoes",
        }  # fmt: skip
        vault = {"old_sealed", "new_sealed"}

    class Wall(SubjectWall):
        pass

    def __str__(self) -> str:
        return f"change {self.pk}"


class Finding(OnSubject):
    """One rule found one record that cannot be right, or hardly. Kept, so that a queue opens at once.

    A finding that no longer holds is ended, never deleted: what was mended and what was a false alarm
    tell how good its rule is.
    """

    class Outcome(models.TextChoices):
        OPEN = "open", pgettext_lazy("finding", "Open")
        MENDED = "mended", pgettext_lazy("finding", "Mended")
        FALSE_ALARM = "false_alarm", pgettext_lazy("finding", "False alarm")
        OTHERWISE = (
            "otherwise",
            pgettext_lazy("finding", "It ended by itself, or its values changed"),
        )

    class WhyFalse(models.TextChoices):
        PAPER_SAYS_SO = "paper_says_so", _("The paper says the same")
        SHE_SAYS_SO = "she_says_so", _("She says so herself")
        REALLY_UNUSUAL = "really_unusual", _("It is unusual, and it is true")
        NOT_FOR_THIS = "not_for_this", _("The rule does not fit this case")
        CANNOT_BE_KNOWN = "cannot_be_known", _("Nobody can know it any more")

    id = models.UUIDField(primary_key=True, editable=False)
    rule = models.TextField()
    record_id = models.UUIDField()
    values = models.JSONField()
    rank = models.PositiveSmallIntegerField()  # the severity of its rule, worst first
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    found_at = models.DateTimeField()
    outcome = models.TextField(choices=Outcome, default=Outcome.OPEN)
    ended_at = models.DateTimeField(null=True, blank=True)
    gone_at = models.DateTimeField(null=True, blank=True)
    why_false = models.TextField(choices=WhyFalse, blank=True)
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta(OnSubject.Meta):
        constraints = [
            _one_subject("a_finding"),
            models.UniqueConstraint(
                name="a_rule_finds_a_record_once",
                fields=["rule", "record_id"],
                condition=Q(gone_at=None),
            ),
            models.CheckConstraint(
                name="a_false_alarm_has_its_reason_and_who_said_it",
                condition=Q(outcome="false_alarm", why_false__gt="", said_by__isnull=False)
                | (~Q(outcome="false_alarm") & Q(why_false="", said_by=None)),
            ),
            models.CheckConstraint(
                name="an_open_finding_has_not_ended",
                condition=Q(outcome="open", ended_at=None, gone_at=None)
                | (~Q(outcome="open") & Q(ended_at__isnull=False)),
            ),
        ]
        indexes = [
            models.Index(
                fields=["owner", "rank", "id"],
                name="queue_of_a_person",
                condition=Q(outcome="open"),
            ),
            models.Index(
                fields=["organisation", "rank", "id"],
                name="queue_of_an_office",
                condition=Q(outcome="open"),
            ),
            models.Index(fields=["organisation", "rule", "outcome"], name="findings_of_a_rule"),
            models.Index(fields=["owner", "ended_at"], name="findings_ended"),
        ]

    class Privacy:
        restricted = OnSubject.ON_SUBJECT | {
            "rule", "record_id", "values", "rank", "owner", "found_at", "outcome", "ended_at", "gone_at",
            "why_false", "said_by",
        }  # fmt: skip

    class Wall(SubjectWall):
        functions = TOUCHED

    def __str__(self) -> str:
        return f"finding {self.pk}"


class OfficeRow(Recorded):
    """A row of an organisation as a whole."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)

    objects = GuardedManager.from_queryset(OrganisationQuerySet)()
    unscoped = models.Manager()

    class Meta:
        abstract = True
        base_manager_name = default_manager_name = "unscoped"

    OF_OFFICE = Recorded.RECORDED | {"organisation"}


class SilencedRule(OfficeRow):
    """A rule that an office switched off, and why. Switched on again, the row is withdrawn."""

    class Why(models.TextChoices):
        NOISY = "noisy", _("Most of what it finds is right")
        NOT_OURS = "not_ours", _("It does not fit our work")
        IN_MENDING = "in_mending", _("The rule itself is being mended")

    rule = models.TextField()
    why = models.TextField(choices=Why)

    class Meta(OfficeRow.Meta):
        constraints = [
            models.UniqueConstraint(
                name="a_rule_is_switched_off_once",
                fields=["organisation", "rule"],
                condition=Q(withdrawn_at=None),
            ),
        ]

    class Privacy:
        restricted = OfficeRow.OF_OFFICE | {"rule", "why"}

    class Wall(OrganisationWall):
        pass

    def __str__(self) -> str:
        return f"silenced rule {self.pk}"


class WeeklyAim(OfficeRow):
    """How many findings each person of an office wants to settle in a week. The newest row holds."""

    settle = models.PositiveSmallIntegerField()

    class Meta(OfficeRow.Meta):
        constraints = [
            models.CheckConstraint(name="an_aim_is_something", condition=Q(settle__gte=1)),
        ]

    class Privacy:
        restricted = OfficeRow.OF_OFFICE | {"settle"}

    class Wall(OrganisationWall):
        pass

    def __str__(self) -> str:
        return f"weekly aim {self.pk}"


class UsualAmount(models.Model):
    """The middle amount of an office, kept from the night before: what "ten times usual" is measured by."""

    class What(models.TextChoices):
        ORDERED = "ordered", _("Ordered")
        CREDITED = "credited", _("Received")

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    what = models.TextField(choices=What)
    paise = models.BigIntegerField()
    out_of = models.PositiveIntegerField()
    kept_at = models.DateTimeField()

    objects = GuardedManager.from_queryset(OrganisationQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"
        constraints = [
            models.UniqueConstraint(
                name="one_usual_amount_a_kind", fields=["organisation", "what"]
            ),
            models.CheckConstraint(name="a_usual_amount_is_positive", condition=Q(paise__gt=0)),
        ]

    class Privacy:
        restricted = {"organisation", "what", "paise", "out_of", "kept_at"}

    class Wall(OrganisationWall):
        pass

    def __str__(self) -> str:
        return f"usual amount {self.pk}"
