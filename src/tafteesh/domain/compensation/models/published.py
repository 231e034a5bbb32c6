"""Orders that were published: what courts and authorities gave to others, each with its citation."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy

from tafteesh.domain.files.models import Recorded, SurvivorFile
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.scoping import (
    GuardedManager,
    OrganisationQuerySet,
    OrganisationWall,
)


class AgeBand(models.TextChoices):
    """How old she was when she applied, as far as it matters for the amount."""

    CHILD = "child", pgettext_lazy("age band", "A child")
    GROWN = "grown", pgettext_lazy("age band", "Grown")
    NOT_KNOWN = "not_known", pgettext_lazy("age band", "Not known")


class PublishedOrder(Recorded):
    """An order on compensation that was published. It names nobody."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    amount_paise = models.BigIntegerField()
    ordered_on = models.DateField()
    filed_on = models.DateField(null=True, blank=True)
    scope = models.TextField(choices=SurvivorFile.Scope)
    violence = models.TextField(choices=SurvivorFile.Violence, blank=True)
    age_band = models.TextField(choices=AgeBand, default=AgeBand.NOT_KNOWN)
    scheme = models.ForeignKey(
        "law.CompensationScheme", models.PROTECT, related_name="+", null=True, blank=True
    )
    authority_words = models.TextField(blank=True)
    citation = models.TextField()

    objects = GuardedManager.from_queryset(OrganisationQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"
        constraints = [
            models.UniqueConstraint(
                name="one_published_order_a_citation_and_day",
                fields=["organisation", "citation", "ordered_on", "amount_paise"],
                condition=Q(withdrawn_at=None),
            ),
            models.CheckConstraint(
                name="a_published_order_gives_money_after_it_was_asked_for",
                condition=Q(amount_paise__gt=0)
                & ~Q(citation="")
                & (Q(filed_on=None) | Q(filed_on__lte=F("ordered_on"))),
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "ordered_on"], name="published_orders_by_day"),
        ]

    class Privacy:
        restricted = Recorded.RECORDED | {
            "organisation", "amount_paise", "ordered_on", "filed_on", "scope", "violence", "age_band",
            "scheme", "authority_words", "citation",
        }  # fmt: skip

    class Wall(OrganisationWall):
        pass

    def __str__(self) -> str:
        return f"published order {self.pk}"

    @property
    def days(self) -> int | None:
        """Days from application to order, where both were published."""
        return (self.ordered_on - self.filed_on).days if self.filed_on else None
