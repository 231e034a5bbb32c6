"""Asked, ordered, received: three different things, three different tables. All money is paise."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models import FileScopedQuerySet, FileWall, OnFile
from tafteesh.domain.legalaid.models import Lawyer, LawyerKind
from tafteesh.domain.papers.models import Paper
from tafteesh.foundation.access.scoping import GuardedManager


class ClaimQuerySet(FileScopedQuerySet["Claim"]):
    def filed(self) -> Self:
        return self.filter(filed_on__isnull=False)


class Claim(OnFile):
    """One application for compensation. Who drafted it and who signed it are kept apart."""

    class Forum(models.TextChoices):
        COURT = "court", _("Trial court")
        DLSA = "dlsa", _("District Legal Services Authority")
        SLSA = "slsa", _("State Legal Services Authority")
        OTHER = "other", _("Another authority")
        NOT_KNOWN = "not_known", _("Not known")

    class Side(models.TextChoices):
        SOURCE = "source", _("Where she comes from")
        DESTINATION = "destination", _("Where she was taken")
        NOT_KNOWN = "not_known", _("Not known")

    number = models.TextField(blank=True)
    forum = models.TextField(choices=Forum, default=Forum.NOT_KNOWN)
    side = models.TextField(choices=Side, default=Side.NOT_KNOWN)
    filed_at = models.ForeignKey(
        "places.Authority", models.PROTECT, related_name="+", null=True, blank=True
    )
    filed_at_words = models.TextField(blank=True)
    filed_on = models.DateField(null=True, blank=True)
    asked_paise = models.BigIntegerField(null=True, blank=True)
    drafted_by_kind = models.TextField(choices=LawyerKind, default=LawyerKind.NOT_KNOWN)
    signed_by_kind = models.TextField(choices=LawyerKind, default=LawyerKind.NOT_KNOWN)
    signed_by = models.ForeignKey(Lawyer, models.PROTECT, related_name="+", null=True, blank=True)
    scheme = models.ForeignKey(
        "law.CompensationScheme", models.PROTECT, related_name="+", null=True, blank=True
    )
    # Kept by the actions on orders and payments, in the same transaction: what the lists sort by.
    first_ordered_on = models.DateField(null=True, blank=True)
    ordered_paise = models.BigIntegerField(default=0)
    credited_paise = models.BigIntegerField(default=0)

    objects = GuardedManager.from_queryset(ClaimQuerySet)()  # type: ignore[misc, assignment] # with one more question

    class Meta(OnFile.Meta):
        constraints = [
            models.CheckConstraint(
                name="the_amount_asked_is_positive",
                condition=Q(asked_paise=None) | Q(asked_paise__gt=0),
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "filed_on"], name="claims_by_day"),
            models.Index(
                fields=["organisation", "first_ordered_on"],
                name="claims_ordered_not_paid",
                condition=Q(ordered_paise__gt=F("credited_paise"), withdrawn_at=None),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {
            "number", "forum", "side", "filed_at", "filed_at_words", "filed_on", "asked_paise", "drafted_by_kind",
            "signed_by_kind", "signed_by", "scheme", "first_ordered_on", "ordered_paise", "credited_paise",
        }  # fmt: skip

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"claim {self.pk}"


class Order(OnFile):
    """What an authority decided on a claim. An order is not money: see Payment."""

    class Kind(models.TextChoices):
        INTERIM = "interim", _("Interim order")
        FINAL = "final", _("Final order")
        APPEAL = "appeal", _("Order on appeal")
        REJECTION = "rejection", _("Rejected")
        SET_OFF = "set_off", _("Set off against another order")

    class HerAnswer(models.TextChoices):
        WAITING = "waiting", _("Not answered yet")
        ACCEPTS = "accepts", _("She accepts")
        CHALLENGES = "challenges", _("She challenges it")
        UNDECIDED = "undecided", _("She has not decided")

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="orders")
    kind = models.TextField(choices=Kind)
    ordered_on = models.DateField()
    amount_paise = models.BigIntegerField()
    # What this order adds to the one before: an appeal's increase belongs to the day of the appeal order.
    increase_paise = models.BigIntegerField()
    authority = models.ForeignKey(
        "places.Authority", models.PROTECT, related_name="+", null=True, blank=True
    )
    authority_words = models.TextField(blank=True)
    appeals = models.ForeignKey(
        "self", models.PROTECT, related_name="appealed_by", null=True, blank=True
    )
    # The order of another claim because of which this one was brought down; what is left stands in `amount_paise`.
    set_off_against = models.ForeignKey(
        "self", models.PROTECT, related_name="set_offs", null=True, blank=True
    )
    # The paper gives its amount beside the interim money, not with it; `amount_paise` holds both together.
    beside_interim = models.BooleanField(default=False)
    told_on = models.DateField(null=True, blank=True)
    her_answer = models.TextField(choices=HerAnswer, default=HerAnswer.WAITING)
    answered_on = models.DateField(null=True, blank=True)
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="+", null=True, blank=True)

    class Meta(OnFile.Meta):
        constraints = [
            models.CheckConstraint(
                name="an_order_gives_money_or_rejects",
                condition=Q(kind="rejection", amount_paise=0)
                | Q(kind="set_off", amount_paise__gte=0)
                | (~Q(kind__in=["rejection", "set_off"]) & Q(amount_paise__gt=0)),
                violation_error_message=_("An order needs an amount; a rejection has none."),
            ),
            models.CheckConstraint(
                name="a_set_off_names_the_other_order",
                condition=Q(kind="set_off", set_off_against__isnull=False)
                | (~Q(kind="set_off") & Q(set_off_against=None)),
            ),
            models.UniqueConstraint(
                name="one_order_a_day_and_claim",
                fields=["claim", "ordered_on"],
                condition=Q(withdrawn_at=None),
            ),
            models.CheckConstraint(
                name="only_an_order_on_appeal_appeals_another",
                condition=Q(appeals=None) | Q(kind__in=["appeal", "rejection"]),
            ),
            models.CheckConstraint(
                name="her_answer_is_not_dated_while_waiting",
                condition=~Q(her_answer="waiting") | Q(answered_on=None),
                violation_error_message=_("Give her answer with its day."),
            ),
        ]
        indexes = [models.Index(fields=["organisation", "ordered_on"], name="orders_by_day")]

    class Privacy:
        restricted = OnFile.ON_FILE | {
            "claim", "kind", "ordered_on", "amount_paise", "increase_paise", "authority", "authority_words",
            "appeals", "set_off_against", "beside_interim", "told_on", "her_answer", "answered_on", "paper",
        }  # fmt: skip

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"order {self.pk}"

    @property
    def taken_off(self) -> int:
        """What a set-off took from the order before it."""
        return max(-self.increase_paise, 0)


class Appeal(OnFile):
    """She, or somebody for her, went further with an order."""

    class Forum(models.TextChoices):
        SLSA = "slsa", _("SLSA")
        HIGH_COURT = "high_court", _("High Court")
        WRIT = "writ", _("Writ petition for the money")
        CONTEMPT = "contempt", _("Contempt petition")
        OTHER = "other", _("Other forum")

    order = models.ForeignKey(Order, models.PROTECT, related_name="appeal_steps")
    forum = models.TextField(choices=Forum)
    filed_on = models.DateField()
    next_on = models.DateField(null=True, blank=True)

    class Meta(OnFile.Meta):
        constraints = [
            models.CheckConstraint(
                name="an_appeal_is_heard_after_it_is_filed",
                condition=Q(next_on=None) | Q(next_on__gt=F("filed_on")),
                violation_error_message=_("The next date must come after the day of filing."),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {"order", "forum", "filed_on", "next_on"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"appeal {self.pk}"


class Sanction(OnFile):
    """The authority released the money, or said that it waits for funds. It has not reached her yet."""

    order = models.ForeignKey(Order, models.PROTECT, related_name="sanctions")
    sanctioned_on = models.DateField()
    amount_paise = models.BigIntegerField(null=True, blank=True)
    waiting_for_funds = models.BooleanField(default=False)

    class Privacy:
        restricted = OnFile.ON_FILE | {
            "order",
            "sanctioned_on",
            "amount_paise",
            "waiting_for_funds",
        }

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"sanction {self.pk}"


class Payment(OnFile):
    """Money in her account. Without a bank paper it is said, not proved, and closes nothing."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="payments")
    order = models.ForeignKey(Order, models.PROTECT, related_name="payments", null=True)
    credited_on = models.DateField()
    amount_paise = models.BigIntegerField()
    proof = models.ForeignKey(Paper, models.PROTECT, related_name="+", null=True, blank=True)

    class Meta(OnFile.Meta):
        constraints = [
            models.CheckConstraint(name="a_credit_is_positive", condition=Q(amount_paise__gt=0)),
        ]
        indexes = [models.Index(fields=["organisation", "credited_on"], name="payments_by_day")]

    class Privacy:
        restricted = OnFile.ON_FILE | {"claim", "order", "credited_on", "amount_paise", "proof"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"payment {self.pk}"
