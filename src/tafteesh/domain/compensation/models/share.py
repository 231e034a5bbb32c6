"""What an order gives under each head, money that is locked for a minor, and who takes her place."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.compensation.models.claim import Claim, Order, Payment
from tafteesh.domain.files.models import FileScopedQuerySet, FileWall, HouseholdMember, OnFile
from tafteesh.domain.papers.models import Paper
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.scoping import GuardedManager
from tafteesh.foundation.kernel.ids import new_id


class OrderHead(OnFile):
    """One head of loss as an order dealt with it: so much for it, refused, or not spoken of."""

    class Outcome(models.TextChoices):
        GIVEN = "given", _("Money given for it")
        REFUSED = "refused", _("Refused, with a reason")
        LEFT_OUT = "left_out", _("Left out of the order")

    order = models.ForeignKey(Order, models.PROTECT, related_name="heads")
    head = models.ForeignKey("law.HeadOfLoss", models.PROTECT, related_name="+")
    outcome = models.TextField(choices=Outcome)
    amount_paise = models.BigIntegerField(null=True, blank=True)

    class Meta(OnFile.Meta):
        constraints = [
            models.UniqueConstraint(
                name="one_word_on_a_head_and_order",
                fields=["order", "head"],
                condition=Q(withdrawn_at=None),
            ),
            models.CheckConstraint(
                name="only_a_head_that_is_given_has_an_amount",
                condition=Q(amount_paise=None) | Q(outcome="given", amount_paise__gt=0),
                violation_error_message=_("An amount goes with a head that was given."),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {"order", "head", "outcome", "amount_paise"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"head of an order {self.pk}"


class Deposit(OnFile):
    """A part of her money that lies in a fixed deposit in her name until a day."""

    payment = models.ForeignKey(Payment, models.PROTECT, related_name="deposits")
    made_on = models.DateField()
    amount_paise = models.BigIntegerField()
    locked_until = models.DateField()
    released_on = models.DateField(null=True, blank=True)
    release_order = models.ForeignKey(
        Paper, models.PROTECT, related_name="+", null=True, blank=True
    )  # of a court or authority that let her have it earlier

    class Meta(OnFile.Meta):
        constraints = [
            models.CheckConstraint(
                name="a_deposit_is_positive_and_ends_after_it_begins",
                condition=Q(amount_paise__gt=0, locked_until__gt=F("made_on")),
            ),
            models.CheckConstraint(
                name="a_deposit_is_opened_early_by_an_order_only",
                condition=Q(released_on=None)
                | Q(released_on__gte=F("locked_until"))
                | Q(release_order__isnull=False),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {
            "payment", "made_on", "amount_paise", "locked_until", "released_on", "release_order",
        }  # fmt: skip

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"deposit {self.pk}"


class Heir(OnFile):
    """Somebody of her family who takes her place in a claim after her death. Never an accused person."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="heirs")
    member = models.ForeignKey(HouseholdMember, models.PROTECT, related_name="+")
    joined_on = models.DateField()
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="+", null=True, blank=True)

    class Meta(OnFile.Meta):
        constraints = [
            models.UniqueConstraint(
                name="one_heir_a_person_and_claim",
                fields=["claim", "member"],
                condition=Q(withdrawn_at=None),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {"claim", "member", "joined_on", "paper"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"heir {self.pk}"


class UnpaidSpell(models.Model):
    """From a day until before another, so much of what was ordered was not proved to have come.

    It is kept from the orders and payments of a claim, in the transaction that changes them, and can be made
    anew from them at any time; the list of any past day reads it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    survivor_file = models.ForeignKey("files.SurvivorFile", models.CASCADE, related_name="+")
    claim = models.ForeignKey(Claim, models.CASCADE, related_name="unpaid_spells")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    paise = models.BigIntegerField()
    first_ordered_on = models.DateField()
    owed_by = models.TextField(blank=True)

    objects = GuardedManager.from_queryset(FileScopedQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"
        constraints = [
            models.CheckConstraint(
                name="an_unpaid_spell_has_money_and_ends_after_it_begins",
                condition=Q(paise__gt=0) & (Q(ends_on=None) | Q(ends_on__gt=F("starts_on"))),
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisation", "first_ordered_on", "claim"],
                include=["starts_on", "ends_on"],
                name="unpaid_the_longest_first",
            ),
            models.Index(
                fields=["organisation", "owed_by", "first_ordered_on", "claim"],
                include=["starts_on", "ends_on", "paise", "survivor_file"],
                name="unpaid_by_authority",
            ),
        ]

    class Privacy:
        restricted = {
            "organisation", "survivor_file", "claim", "starts_on", "ends_on", "paise",
            "first_ordered_on", "owed_by",
        }  # fmt: skip

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"unpaid spell {self.pk}"
