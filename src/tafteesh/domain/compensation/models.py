"""Asked, ordered, received: three different things, three different tables. All money is paise."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.diary.models import Task
from tafteesh.domain.files.models import FileScopedQuerySet, FileWall, OnFile
from tafteesh.domain.legalaid.models import Lawyer, LawyerKind
from tafteesh.domain.papers.models import Paper
from tafteesh.foundation.access.scoping import GuardedManager


class ClaimQuerySet(FileScopedQuerySet["Claim"]):
    def filed(self) -> Self:
        return self.filter(filed_on__isnull=False)


class Claim(OnFile):
    """One application for compensation. Who drafted it and who signed it are kept apart."""

    number = models.TextField(blank=True)
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
            "number", "filed_at", "filed_at_words", "filed_on", "asked_paise", "drafted_by_kind",
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

    class HerAnswer(models.TextChoices):
        WAITING = "waiting", _("Not answered yet")
        ACCEPTS = "accepts", _("She accepts")
        CHALLENGES = "challenges", _("She challenges it")

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
    told_on = models.DateField(null=True, blank=True)
    her_answer = models.TextField(choices=HerAnswer, default=HerAnswer.WAITING)
    answered_on = models.DateField(null=True, blank=True)
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="+", null=True, blank=True)

    class Meta(OnFile.Meta):
        constraints = [
            models.CheckConstraint(
                name="an_order_gives_money_or_rejects",
                condition=Q(kind="rejection", amount_paise=0)
                | (~Q(kind="rejection") & Q(amount_paise__gt=0)),
                violation_error_message=_("An order needs an amount; a rejection has none."),
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
            "appeals", "told_on", "her_answer", "answered_on", "paper",
        }  # fmt: skip

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"order {self.pk}"


class Appeal(OnFile):
    """She, or somebody for her, went further with an order."""

    class Forum(models.TextChoices):
        SLSA = "slsa", _("SLSA")
        HIGH_COURT = "high_court", _("High Court")
        OTHER = "other", _("Other forum")

    order = models.ForeignKey(Order, models.PROTECT, related_name="appeal_steps")
    forum = models.TextField(choices=Forum)
    filed_on = models.DateField()

    class Privacy:
        restricted = OnFile.ON_FILE | {"order", "forum", "filed_on"}

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


class ClaimWish(OnFile):
    """What she said when she was asked whether she wants to claim compensation."""

    class Wish(models.TextChoices):
        WANTS = "wants", _("Wants to claim")
        DOES_NOT_WANT = "does_not_want", _("Does not want to")
        UNDECIDED = "undecided", _("Has not decided")
        NOT_ASKED = "not_asked", _("Could not be asked")

    wish = models.TextField(choices=Wish)
    answered_on = models.DateField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Privacy:
        restricted = OnFile.ON_FILE | {"wish", "answered_on", "asked_by"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"claim wish {self.pk}"


class ClaimStep(OnFile):
    """What an authority did with a claim between filing and order, or what befell it."""

    class Kind(models.TextChoices):
        INQUIRY = "inquiry", _("Inquiry began, reports called for")
        REPORT = "report", _("Report received")
        HEARING = "hearing", _("Heard")
        ADJOURNED = "adjourned", _("Hearing put off")
        SENT_ON = "sent_on", _("Sent on to another authority")
        DIED = "died", _("She died; her heirs go on")

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="steps")
    kind = models.TextField(choices=Kind)
    on = models.DateField()
    next_on = models.DateField(null=True, blank=True)
    authority_words = models.TextField(blank=True)

    class Meta(OnFile.Meta):
        constraints = [
            models.CheckConstraint(
                name="the_next_date_of_a_claim_comes_after",
                condition=Q(next_on=None) | Q(next_on__gt=F("on")),
                violation_error_message=_("The next date must come after this day."),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {"claim", "kind", "on", "next_on", "authority_words"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"claim step {self.pk}"


class PaperToFetch(OnFile):
    """A paper that a claim lacks: with whom it lies; who fetches it by when stands in the task."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="papers_to_fetch")
    kind = models.TextField(choices=Paper.Kind)
    with_whom = models.TextField()
    task = models.ForeignKey(Task, models.PROTECT, related_name="+")

    class Privacy:
        restricted = OnFile.ON_FILE | {"claim", "kind", "with_whom", "task"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"paper to fetch {self.pk}"


class AccountCheck(OnFile):
    """The account of a claim, as it was on a day. No number and no name stands here."""

    class Holder(models.TextChoices):
        HERS = "hers", _("Her own account, hers alone")
        JOINT = "joint", _("An account that she holds with somebody")
        GUARDIAN = "guardian", _("An account of her guardian")
        DEPOSIT = "deposit", _("A fixed deposit in her name")
        OTHER = "other", _("An account of somebody else")
        NONE = "none", _("She has none yet")

    class Said(models.TextChoices):
        YES = "yes", _("Yes")
        NO = "no", _("No")
        NOT_KNOWN = "not_known", _("Not known")

    class Relation(models.TextChoices):
        MOTHER = "mother", _("Mother")
        FATHER = "father", _("Father")
        RELATIVE = "relative", _("Another relative")
        APPOINTED = "appointed", _("Named by a court or the CWC")

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="accounts")
    checked_on = models.DateField()
    holder = models.TextField(choices=Holder)
    relation = models.TextField(choices=Relation, blank=True)
    guardian_accused = models.TextField(choices=Said, blank=True)
    is_active = models.TextField(choices=Said, default=Said.NOT_KNOWN)
    can_be_reached = models.TextField(choices=Said, default=Said.NOT_KNOWN)
    others_can_draw = models.TextField(choices=Said, default=Said.NOT_KNOWN)
    locked_until = models.DateField(null=True, blank=True)

    class Meta(OnFile.Meta):
        constraints = [
            models.CheckConstraint(
                name="no_accused_person_keeps_her_money",
                condition=~Q(holder="guardian") | Q(guardian_accused="no"),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {
            "claim", "checked_on", "holder", "relation", "guardian_accused", "is_active",
            "can_be_reached", "others_can_draw", "locked_until",
        }  # fmt: skip

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"account check {self.pk}"

    @property
    def is_ready(self) -> bool:
        """Money that is released today reaches her and nobody else."""
        own = self.holder in (self.Holder.HERS, self.Holder.DEPOSIT, self.Holder.GUARDIAN)
        said = (self.is_active, self.can_be_reached, self.others_can_draw)
        return own and said == (self.Said.YES, self.Said.YES, self.Said.NO)


class UnpaidLetter(OnFile):
    """A letter about money that was ordered and did not come: prepared here, sent by a person."""

    class Rung(models.TextChoices):
        REMINDER = "reminder", _("Reminder to who ordered it")
        SLSA = "slsa", _("State Legal Services Authority")
        NALSA = "nalsa", _("National Legal Services Authority")
        HIGH_COURT = "high_court", _("Writ in the High Court")

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="unpaid_letters")
    rung = models.TextField(choices=Rung)
    prepared_on = models.DateField()
    sent_on = models.DateField(null=True, blank=True)

    class Privacy:
        restricted = OnFile.ON_FILE | {"claim", "rung", "prepared_on", "sent_on"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"letter {self.pk}"
