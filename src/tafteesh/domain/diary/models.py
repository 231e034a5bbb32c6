"""The worker's notebook: what was done for whom, and what comes next."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models import FileScopedQuerySet, FileWall, OnFile
from tafteesh.foundation.access.scoping import GuardedManager
from tafteesh.foundation.kernel.ids import new_id


class Contact(OnFile):
    """A visit, a call, an accompaniment."""

    class Mode(models.TextChoices):
        VISIT = "visit", _("Visit")
        OFFICE = "office", _("At the office")
        PHONE = "phone", _("Phone")
        ONLINE = "online", _("Online")
        MESSAGE = "message", _("Message")
        POST = "post", _("Letter by post")
        ACCOMPANIED = "accompanied", _("Went with her")
        OTHER = "other", _("Other")

    class About(models.TextChoices):
        CORRECTION = "correction", _("Procedural correction")
        COMPENSATION = "compensation", _("Compensation")
        REHABILITATION = "rehabilitation", _("Rehabilitation")
        REVIEW = "review", _("Review (CIT)")
        COURT = "court", _("Court")
        POLICE = "police", _("Police")
        LEGAL_AID = "legal_aid", _("Legal aid")
        SAFETY = "safety", _("Safety")
        HEALTH = "health", _("Health")
        OTHER = "other", _("Other")

    on = models.DateField()
    mode = models.TextField(choices=Mode)
    about = models.TextField(choices=About)
    reached = models.BooleanField(default=True)
    worker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True
    )
    worker_words = models.TextField(blank=True)
    note_sealed = models.BinaryField(null=True, blank=True)
    next_step_on = models.DateField(null=True, blank=True)

    class Meta(OnFile.Meta):
        indexes = [models.Index(fields=["survivor_file", "-on"], name="contacts_of_a_file")]

    class Privacy:
        restricted = OnFile.ON_FILE | {
            "on", "mode", "about", "reached", "worker", "worker_words", "next_step_on",
        }  # fmt: skip
        vault = {"note_sealed"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"contact {self.pk}"


class TaskQuerySet(FileScopedQuerySet["Task"]):
    def open(self) -> Self:
        return self.filter(done_on=None, withdrawn_at=None)


class Task(OnFile):
    """Something to do for one survivor by a day."""

    class Kind(models.TextChoices):
        CALL = "call", _("Call her")
        VISIT = "visit", _("Visit her")
        GET_PAPER = "get_paper", _("Get a paper")
        WRITE_LETTER = "write_letter", _("Write a letter")
        CHASE_REPLY = "chase_reply", _("Ask for the answer to a letter")
        FILE_PETITION = "file_petition", _("File a petition")
        POLICE_COMPLAINT = "police_complaint", _("Help her complain to the police")
        BAIL_CANCELLATION = "bail_cancellation", _("Ask the court to cancel the bail")
        WITNESS_PROTECTION = "witness_protection", _("Apply for witness protection")
        SAFETY_PLAN = "safety_plan", _("Make the safety plan with her")
        TELL_HER = "tell_her", _("Tell her who her worker is now, in her way")
        GUARDIAN_ORDER = "guardian_order", _("Get the committee's order or a support person")
        ASK_OUTCOME = "ask_outcome", _("Find out what happened at the hearing")
        OTHER = "other", _("Other")

    kind = models.TextField(choices=Kind)
    due_on = models.DateField()
    assigned_to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    done_on = models.DateField(null=True, blank=True)
    note_sealed = models.BinaryField(null=True, blank=True)

    objects = GuardedManager.from_queryset(TaskQuerySet)()  # type: ignore[misc, assignment] # with one more question

    class Meta(OnFile.Meta):
        indexes = [
            models.Index(
                fields=["assigned_to", "due_on"],
                name="open_tasks_of_a_person",
                condition=Q(done_on=None, withdrawn_at=None),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {"kind", "due_on", "assigned_to", "done_on"}
        vault = {"note_sealed"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"task {self.pk}"


class CalendarLink(models.Model):
    """A link by which a worker's own phone reads days and codes, no names; it can be taken back."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    token_hash = models.TextField(unique=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_calendar_link_a_person", fields=["person"], condition=Q(ended_at=None)
            ),
        ]

    class Privacy:
        restricted = {"person", "token_hash", "made_at", "ended_at"}

    def __str__(self) -> str:
        return f"calendar link {self.pk}"
