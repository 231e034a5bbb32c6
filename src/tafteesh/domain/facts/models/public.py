"""What was said in public: strategy, frozen figures, products. Figures themselves are never stored live."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.meetings.models import OfOrganisation
from tafteesh.foundation.access.scoping import OrganisationWall


class StrategyVersion(OfOrganisation):
    """One version of the strategy. An approved one is never changed; the next one supersedes it."""

    number = models.PositiveSmallIntegerField()
    title = models.TextField()
    approved_on = models.DateField(null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True
    )

    class Meta(OfOrganisation.Meta):
        constraints = [
            models.UniqueConstraint(
                name="one_strategy_version_a_number", fields=["organisation", "number"]
            ),
            models.CheckConstraint(
                name="approval_has_a_day_and_a_person",
                condition=Q(approved_on=None, approved_by=None)
                | Q(approved_on__isnull=False, approved_by__isnull=False),
            ),
        ]

    class Privacy:
        open = {"number", "title", "approved_on"}
        restricted = OfOrganisation.OF_ORGANISATION | {"approved_by"}

    class Wall(OrganisationWall):
        pass

    def __str__(self) -> str:
        return f"strategy {self.pk}"


class Objective(OfOrganisation):
    """One objective of a strategy version, with the indicator that shows it and who owns it."""

    version = models.ForeignKey(StrategyVersion, models.PROTECT, related_name="objectives")
    ordinal = models.PositiveSmallIntegerField()
    words = models.TextField()
    indicator = models.TextField(blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)

    class Meta(OfOrganisation.Meta):
        constraints = [
            models.UniqueConstraint(name="one_objective_a_place", fields=["version", "ordinal"]),
        ]

    class Privacy:
        open = {"version", "ordinal", "words", "indicator"}
        restricted = OfOrganisation.OF_ORGANISATION | {"owner"}

    class Wall(OrganisationWall):
        pass

    def __str__(self) -> str:
        return f"objective {self.pk}"


class Target(OfOrganisation):
    """What an objective wants to reach in a period. A changed target is a new row; the old one stays."""

    objective = models.ForeignKey(Objective, models.PROTECT, related_name="targets")
    starts_on = models.DateField()
    ends_on = models.DateField()
    value = models.BigIntegerField()

    class Meta(OfOrganisation.Meta):
        constraints = [
            models.CheckConstraint(
                name="a_target_period_ends_after_it_starts", condition=Q(ends_on__gt=F("starts_on"))
            ),
        ]

    class Privacy:
        open = {"objective", "starts_on", "ends_on", "value"}
        restricted = OfOrganisation.OF_ORGANISATION

    class Wall(OrganisationWall):
        pass

    def __str__(self) -> str:
        return f"target {self.pk}"


class Release(OfOrganisation):
    """A report as it was released: its figures frozen, its bytes reproducible for ever."""

    period_start = models.DateField()
    period_end = models.DateField()
    as_known_at = models.DateTimeField()
    language = models.TextField()
    rule_version = models.TextField()
    restates = models.ForeignKey(
        "self", models.PROTECT, related_name="restated_by", null=True, blank=True
    )
    reason = models.TextField(blank=True)
    content_hash = models.BinaryField()

    append_only = True

    class Meta(OfOrganisation.Meta):
        constraints = [
            models.CheckConstraint(
                name="a_restatement_gives_its_reason",
                condition=Q(restates=None) | Q(reason__gt=""),
            ),
        ]

    class Privacy:
        open = {
            "period_start", "period_end", "as_known_at", "language", "rule_version", "restates", "reason",
            "content_hash",
        }  # fmt: skip
        restricted = OfOrganisation.OF_ORGANISATION

    class Wall(OrganisationWall):
        pass

    def __str__(self) -> str:
        return f"release {self.pk}"


class FrozenFigure(OfOrganisation):
    """One figure of a release: what it was, by which query, and the hash of the list behind it."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="figures")
    indicator = models.TextField()
    values = models.JSONField()
    query_hash = models.BinaryField()
    list_hash = models.BinaryField()
    records = models.JSONField()  # ids only

    append_only = True

    class Meta(OfOrganisation.Meta):
        constraints = [
            models.UniqueConstraint(name="one_figure_a_release", fields=["release", "indicator"]),
        ]

    class Privacy:
        open = {"release", "indicator", "values", "query_hash", "list_hash"}
        restricted = OfOrganisation.OF_ORGANISATION | {"records"}

    class Wall(OrganisationWall):
        pass

    def __str__(self) -> str:
        return f"frozen figure {self.pk}"


class KnowledgeProduct(OfOrganisation):
    """A study, brief or report that was made from the records."""

    class Kind(models.TextChoices):
        STUDY = "study", _("Study")
        BRIEF = "brief", _("Brief")
        REPORT = "report", _("Report")
        OTHER = "other", _("Other")

    title = models.TextField()
    kind = models.TextField(choices=Kind)
    released_on = models.DateField(null=True, blank=True)
    release = models.ForeignKey(
        Release, models.PROTECT, related_name="products", null=True, blank=True
    )

    class Privacy:
        open = {"title", "kind", "released_on", "release"}
        restricted = OfOrganisation.OF_ORGANISATION

    class Wall(OrganisationWall):
        pass

    def __str__(self) -> str:
        return f"product {self.pk}"
