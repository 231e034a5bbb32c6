"""What stands beside the money of a claim: her wish, steps, papers, her account, letters."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.compensation.models.claim import Claim
from tafteesh.domain.diary.models import Task
from tafteesh.domain.files.models import FileWall, OnFile
from tafteesh.domain.papers.models import Paper


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
        HEIR = "heir", _("An account of an heir, after her death")
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

    class Drawer(models.TextChoices):
        HUSBAND = "husband", _("Husband or partner")
        IN_LAWS = "in_laws", _("In-laws")
        PARENTS = "parents", _("Parents")
        RELATIVE = "relative", _("Another relative")
        AGENT = "agent", _("An agent, or who holds her card")
        OTHER = "other", _("Somebody else")

    # Money in one of these is hers; and an account is ready where she, and nobody else, can use it.
    OWN = (Holder.HERS, Holder.DEPOSIT, Holder.GUARDIAN, Holder.HEIR)
    READY = Q(holder__in=OWN, is_active=Said.YES, can_be_reached=Said.YES, others_can_draw=Said.NO)

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="accounts")
    checked_on = models.DateField()
    holder = models.TextField(choices=Holder)
    relation = models.TextField(choices=Relation, blank=True)
    guardian_accused = models.TextField(choices=Said, blank=True)
    is_active = models.TextField(choices=Said, default=Said.NOT_KNOWN)
    can_be_reached = models.TextField(choices=Said, default=Said.NOT_KNOWN)
    others_can_draw = models.TextField(choices=Said, default=Said.NOT_KNOWN)
    who_can_draw = models.TextField(choices=Drawer, blank=True)
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
            "can_be_reached", "others_can_draw", "who_can_draw", "locked_until",
        }  # fmt: skip

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"account check {self.pk}"

    @property
    def is_ready(self) -> bool:
        """Money that is released today reaches her and nobody else."""
        said = (self.is_active, self.can_be_reached, self.others_can_draw)
        return self.holder in self.OWN and said == (self.Said.YES, self.Said.YES, self.Said.NO)


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
