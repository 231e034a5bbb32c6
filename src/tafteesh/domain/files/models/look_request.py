"""Asking to see one hidden value: who asks and why, who decided, and until when it may be seen."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models.base import FileWall, OnFile


class LookRequest(OnFile):
    """One request for one sealed value of one file; nothing is shown before somebody of its office agrees."""

    class Value(models.TextChoices):
        NAME_USED = "name_used", _("The name that she is called by")
        NAME_ON_PAPERS = "name_on_papers", _("Her name on papers")
        OTHER_NAMES = "other_names", _("Her other names")
        RELATION_NAME = "relation_name", _("Name of her parent, husband or guardian")
        PHONE = "phone", _("Her phone")
        ADDRESS = "address", _("Her village or address")

    class Reason(models.TextChoices):
        MEET = "meet", _("I am about to meet or call her")
        COURT = "court", _("A court or an office asks for it")
        PAPER = "paper", _("I am filling in a paper of hers")
        JOURNEY = "journey", _("I bring her home or to another place")
        CHECK = "check", _("I am checking the records")

    class Refusal(models.TextChoices):
        NOT_NEEDED = "not_needed", _("The work can be done without it")
        ASK_HER = "ask_her", _("She must be asked first")
        WORKER = "worker", _("Her worker does it instead")
        NOT_SAFE = "not_safe", _("It is not safe for her")

    value = models.TextField(choices=Value)
    reason = models.TextField(choices=Reason)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True,
        db_index=False,
    )  # fmt: skip
    decided_at = models.DateTimeField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    refusal = models.TextField(choices=Refusal, blank=True)

    class Meta(OnFile.Meta):
        constraints = [
            models.CheckConstraint(
                name="a_look_is_agreed_to_by_a_second_person",
                condition=Q(decided_by=None, decided_at=None)
                | (Q(decided_at__isnull=False) & ~Q(decided_by=F("recorded_by"))),
            ),
            models.CheckConstraint(
                name="a_look_is_open_until_a_day_or_refused_for_a_reason",
                condition=Q(decided_at=None, until=None, refusal="")
                | Q(decided_at__isnull=False, until__isnull=False, refusal="")
                | Q(decided_at__isnull=False, until=None, refusal__gt=""),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {
            "value", "reason", "decided_by", "decided_at", "until", "refusal",
        }  # fmt: skip

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"look request {self.pk}"
