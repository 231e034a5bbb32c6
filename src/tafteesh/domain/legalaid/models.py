"""A lawyer beside her: asked for, assigned, at work, ended."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models import FileWall, OnFile, Recorded
from tafteesh.domain.files.models.file import days
from tafteesh.domain.papers.models import Paper
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.scoping import (
    GuardedManager,
    OrganisationQuerySet,
    OrganisationWall,
)


class LawyerKind(models.TextChoices):
    """Who pays her, in other words."""

    PANEL = "panel", _("Legal-aid panel lawyer")
    PROGRAMME = "programme", _("Programme lawyer")
    PRIVATE_PAID_BY_US = "private_paid_by_us", _("Private lawyer paid by the programme")
    PRIVATE_PAID_BY_HER = "private_paid_by_her", _("Private lawyer paid by her")
    PROSECUTOR = "prosecutor", _("Public prosecutor (not her lawyer)")
    NOT_KNOWN = "not_known", _("Not known")


FREE_FOR_HER = (LawyerKind.PANEL, LawyerKind.PROGRAMME, LawyerKind.PRIVATE_PAID_BY_US)


class Lawyer(Recorded):
    """A lawyer known to the programme."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    name = models.TextField()
    kind = models.TextField(choices=LawyerKind)
    courts_words = models.TextField(blank=True)

    objects = GuardedManager.from_queryset(OrganisationQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"
        constraints = [
            models.UniqueConstraint(
                name="one_lawyer_a_name_and_kind", fields=["organisation", "name", "kind"]
            ),
        ]

    class Privacy:
        restricted = Recorded.RECORDED | {"organisation", "name", "kind", "courts_words"}

    class Wall(OrganisationWall):
        pass

    def __str__(self) -> str:
        return f"lawyer {self.pk}"


class LegalAidNeed(OnFile):
    """Whether she wants or needs a lawyer; a lawyer declined by choice is no gap."""

    class Need(models.TextChoices):
        WANTS = "wants", _("Wants or needs a lawyer")
        NOT_NEEDED = "not_needed", _("Not needed")
        DECLINED = "declined", _("Declined by choice")

    need = models.TextField(choices=Need)
    starts_on = models.DateField()
    offered_on = models.DateField(null=True, blank=True)  # a free lawyer was offered to her

    class Privacy:
        restricted = OnFile.ON_FILE | {"need", "starts_on", "offered_on"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"legal-aid need {self.pk}"


class LegalAidRequest(OnFile):
    """A request to a legal services authority. Seven days run from it."""

    class Level(models.TextChoices):
        SDLSC = "sdlsc", _("Sub-divisional legal services committee")
        DLSA = "dlsa", _("District Legal Services Authority")
        SLSA = "slsa", _("State Legal Services Authority")
        NOT_KNOWN = "not_known", _("Not known")

    level = models.TextField(choices=Level, default=Level.NOT_KNOWN)
    authority = models.ForeignKey(
        "places.Authority", models.PROTECT, related_name="+", null=True, blank=True
    )
    authority_words = models.TextField(blank=True)
    requested_on = models.DateField()
    answered_on = models.DateField(null=True, blank=True)

    class Meta(OnFile.Meta):
        constraints = [
            models.CheckConstraint(
                name="a_request_is_answered_after_it_is_made",
                condition=Q(answered_on=None) | Q(answered_on__gte=F("requested_on")),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {
            "level", "authority", "authority_words", "requested_on", "answered_on",
        }  # fmt: skip

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"legal-aid request {self.pk}"


class Assignment(OnFile):
    """One lawyer acts for her from a day to a day."""

    class ForWhat(models.TextChoices):
        TRIAL = "trial", _("Trial")
        COMPENSATION = "compensation", _("Compensation")
        BOTH = "both", _("Trial and compensation")
        NOT_KNOWN = "not_known", _("Not known")

    lawyer = models.ForeignKey(Lawyer, models.PROTECT, related_name="assignments")
    lawyer_kind = models.TextField(choices=LawyerKind)
    request = models.ForeignKey(
        LegalAidRequest, models.PROTECT, related_name="assignments", null=True
    )
    for_what = models.TextField(choices=ForWhat, default=ForWhat.NOT_KNOWN)
    letter = models.ForeignKey(Paper, models.PROTECT, related_name="+", null=True, blank=True)
    assigned_on = models.DateField(null=True, blank=True)
    first_contact_on = models.DateField(null=True, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    ends_recorded_at = models.DateTimeField(null=True, blank=True)

    class Meta(OnFile.Meta):
        constraints = [
            ExclusionConstraint(
                name="one_assignment_of_a_lawyer_at_a_time",
                expressions=[
                    ("survivor_file", RangeOperators.EQUAL),
                    ("lawyer", RangeOperators.EQUAL),
                    (days("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                condition=Q(withdrawn_at=None),
            ),
            models.CheckConstraint(
                name="an_assignment_ends_after_it_starts",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The last day cannot be before the first."),
            ),
            models.CheckConstraint(
                name="an_assignment_end_and_its_entry_go_together",
                condition=Q(ends_on=None, ends_recorded_at=None)
                | Q(ends_on__isnull=False, ends_recorded_at__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["organisation", "starts_on"], name="assignments_by_day")]

    class Privacy:
        restricted = OnFile.ON_FILE | {
            "lawyer", "lawyer_kind", "request", "letter", "for_what", "assigned_on", "first_contact_on", "starts_on",
            "ends_on", "ends_recorded_at",
        }  # fmt: skip

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"assignment {self.pk}"


class LawyerConflict(OnFile):
    """Why a lawyer cannot act for her: the lawyer stands too close to the other side."""

    class Tie(models.TextChoices):
        ACTS_FOR_ACCUSED = "acts_for_accused", _("Acts or acted for an accused person")
        RELATED = "related", _("Related to an accused person")
        OTHER_SURVIVOR = (
            "other_survivor",
            _("Acts for somebody in the same case who wants the opposite"),
        )
        PROSECUTION = "prosecution", _("Conducts the prosecution")
        OTHER = "other", _("Another tie")

    lawyer = models.ForeignKey(Lawyer, models.PROTECT, related_name="conflicts")
    tie = models.TextField(choices=Tie)
    found_on = models.DateField()

    class Meta(OnFile.Meta):
        constraints = [
            models.UniqueConstraint(
                name="one_conflict_a_lawyer_and_file",
                fields=["survivor_file", "lawyer"],
                condition=Q(withdrawn_at=None),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {"lawyer", "tie", "found_on"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"conflict of a lawyer {self.pk}"


class Filing(OnFile):
    """What her lawyer filed for her, and when."""

    class Kind(models.TextChoices):
        PROTEST = "protest", _("Protest (naraji) petition")
        BAIL = "bail", _("Against bail, or to cancel it")
        PROTECTION = "protection", _("For protection of the witness")
        COMPENSATION = "compensation", _("Application for compensation")
        APPEAL = "appeal", _("Appeal or revision")
        PAYMENT = "payment", _("For money that was ordered")
        OTHER = "other", _("Another petition")

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="filings")
    kind = models.TextField(choices=Kind)
    filed_on = models.DateField()
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="+", null=True, blank=True)

    class Privacy:
        restricted = OnFile.ON_FILE | {"assignment", "kind", "filed_on", "paper"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"filing {self.pk}"


class Reminder(OnFile):
    """A letter about a request that waits: prepared here, sent by a person."""

    class Kind(models.TextChoices):
        REMINDER = "reminder", _("Reminder")
        DLSA = "dlsa", _("Escalation to the DLSA")
        SLSA = "slsa", _("Escalation to the SLSA")

    request = models.ForeignKey(LegalAidRequest, models.PROTECT, related_name="reminders")
    kind = models.TextField(choices=Kind)
    prepared_on = models.DateField()
    sent_on = models.DateField(null=True, blank=True)

    class Meta(OnFile.Meta):
        constraints = [
            models.CheckConstraint(
                name="a_reminder_is_sent_after_it_is_prepared",
                condition=Q(sent_on=None) | Q(sent_on__gte=F("prepared_on")),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {"request", "kind", "prepared_on", "sent_on"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"reminder {self.pk}"


class Appearance(OnFile):
    """Whether her lawyer came to a hearing."""

    class Came(models.TextChoices):
        YES = "yes", _("Came")
        SENT_ANOTHER = "sent_another", _("Sent another lawyer")
        NO = "no", _("Did not come")

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="appearances")
    hearing = models.ForeignKey(
        "proceedings.Hearing", models.PROTECT, related_name="+", null=True, blank=True
    )
    on = models.DateField()
    came = models.TextField(choices=Came)

    class Meta(OnFile.Meta):
        constraints = [
            models.UniqueConstraint(
                name="one_appearance_a_lawyer_and_day",
                fields=["assignment", "on"],
                condition=Q(withdrawn_at=None),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {"assignment", "hearing", "on", "came"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"appearance {self.pk}"


class HerWord(OnFile):
    """What she says of her lawyer, asked by somebody who does not work on her file."""

    class Word(models.TextChoices):
        GOOD = "good", _("She is content")
        PARTLY = "partly", _("Partly")
        BAD = "bad", _("She is not content")
        NOT_SAID = "not_said", _("She would rather not say")

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="words")
    asked_on = models.DateField()
    word = models.TextField(choices=Word)

    class Privacy:
        restricted = OnFile.ON_FILE | {"assignment", "asked_on", "word"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"word on a lawyer {self.pk}"


class Complaint(OnFile):
    """Somebody asked her for money for what is free. It is recorded, whoever it was."""

    class Who(models.TextChoices):
        LAWYER = "lawyer", _("A lawyer")
        AUTHORITY = "authority", _("Somebody of a legal services authority")
        POLICE = "police", _("Somebody of the police")
        COURT = "court", _("Somebody of a court")
        MIDDLEMAN = "middleman", _("A middleman or relative")
        STAFF = "staff", _("Somebody of our own office")
        OTHER = "other", _("Somebody else")

    who = models.TextField(choices=Who)
    asked_on = models.DateField()
    amount_paise = models.BigIntegerField(null=True, blank=True)
    was_paid = models.BooleanField(default=False)
    lawyer = models.ForeignKey(
        Lawyer, models.PROTECT, related_name="complaints", null=True, blank=True
    )
    handed_on = models.DateField(null=True, blank=True)

    class Meta(OnFile.Meta):
        constraints = [
            models.CheckConstraint(
                name="money_asked_for_is_positive",
                condition=Q(amount_paise=None) | Q(amount_paise__gt=0),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {
            "who", "asked_on", "amount_paise", "was_paid", "lawyer", "handed_on",
        }  # fmt: skip

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"complaint {self.pk}"
