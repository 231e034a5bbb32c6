"""Compensation schemes and the heads of loss they pay for."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.reference.rows import ReferenceRow


class SchemeKind(models.TextChoices):
    STATE = "state", _("A State's victim compensation scheme")
    FLOOR = "floor", _("Floor for women in every State")
    COURT = "court", _("Ordered by a Special Court")
    LABOUR = "labour", _("Bonded labour")
    ATROCITY = "atrocity", _("Relief under the Atrocities Act")
    FUND = "fund", _("Central fund that helps States; nobody applies to it")
    RELIEF = "relief", _("Other relief of a State")


class CompensationScheme(ReferenceRow):
    """A scheme. `valid_from` is the first day it may have been in force, `surely_from` the first certain one."""

    Kind = SchemeKind

    name = models.TextField()
    kind = models.TextField(choices=SchemeKind)
    state_code = models.TextField(blank=True)  # "WB"; empty means all of India
    jurisdiction = models.TextField()
    legal_basis = models.TextField(blank=True)
    surely_from = models.DateField(null=True, blank=True)
    valid_from_words = models.TextField(blank=True)
    interim_rule = models.TextField(blank=True)
    child_rule = models.TextField(blank=True)
    application_window = models.TextField(blank=True)
    appeal = models.TextField(blank=True)
    deciding_authority = models.TextField(blank=True)
    disbursement_rule = models.TextField(blank=True)
    documents = models.TextField(blank=True)

    class Meta(ReferenceRow.Meta):
        constraints = [
            *ReferenceRow.Meta.constraints,
            models.CheckConstraint(
                name="kind_of_a_scheme_is_on_the_list", condition=Q(kind__in=SchemeKind.values)
            ),
            models.CheckConstraint(
                name="a_scheme_is_certain_on_or_after_its_first_day",
                condition=Q(surely_from=None)
                | Q(valid_from=None)
                | Q(surely_from__gte=F("valid_from")),
            ),
        ]

    class Privacy:
        open = ReferenceRow.ROW | {
            "name", "kind", "state_code", "jurisdiction", "legal_basis", "surely_from",
            "valid_from_words", "interim_rule", "child_rule", "application_window", "appeal",
            "deciding_authority", "disbursement_rule", "documents",
        }  # fmt: skip


class HeadOfLoss(ReferenceRow):
    """One head of a scheme's schedule. An amount that is not known is empty, never 0."""

    scheme = models.ForeignKey(CompensationScheme, models.PROTECT, related_name="heads")
    position = models.PositiveSmallIntegerField()
    name = models.TextField()
    min_paise = models.BigIntegerField(null=True, blank=True)
    max_paise = models.BigIntegerField(null=True, blank=True)
    is_observed = models.BooleanField(default=False)  # what was awarded, not what the scheme says
    deciding_authority = models.TextField(blank=True)  # where it differs from the scheme's
    disbursement_rule = models.TextField(blank=True)

    class Meta(ReferenceRow.Meta):
        constraints = [
            *ReferenceRow.Meta.constraints,
            models.CheckConstraint(
                name="amounts_of_a_head_are_positive_and_in_order",
                condition=(Q(min_paise=None) | Q(min_paise__gt=0))
                & (Q(max_paise=None) | Q(max_paise__gt=0))
                & (Q(min_paise=None) | Q(max_paise=None) | Q(min_paise__lte=F("max_paise"))),
            ),
            models.UniqueConstraint(name="one_head_a_name_in_a_scheme", fields=["scheme", "name"]),
        ]

    class Privacy:
        open = ReferenceRow.ROW | {
            "scheme", "position", "name", "min_paise", "max_paise", "is_observed",
            "deciding_authority", "disbursement_rule",
        }  # fmt: skip
