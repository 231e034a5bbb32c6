"""Letters and petitions: drafted, approved, sent, answered."""

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.diary.models import Task
from tafteesh.domain.files.models import Recorded, SurvivorFile
from tafteesh.domain.files.models.access import files_given_to
from tafteesh.domain.papers.models import Paper
from tafteesh.domain.proceedings.models.base import FirWall, OnFir, fir_scope
from tafteesh.domain.stationery.models import LetterTemplate
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.scoping import GuardedManager


class LetterQuerySet(models.QuerySet["Letter"]):
    def visible_to(self, actor: Actor) -> Self:
        """Letters of FIRs that she reaches, and those about a survivor alone whose file she reaches."""
        alone = Q(fir=None, survivor_file__in=files_given_to(actor))
        return self.filter(fir_scope(actor) | alone)


class Letter(Recorded):
    """A letter or petition drafted from the facts of a FIR, or of her file where there is no FIR.

    What a lawyer approved is kept as it was: its number, its words, its bytes and their hashes.
    """

    class Kind(models.TextChoices):
        TO_OC = "to_oc", _("Letter to the officer in charge")
        TO_SP = "to_sp", _("Letter to the Superintendent of Police")
        TO_AHTU = "to_ahtu", _("Request to move the investigation to the AHTU")
        TO_CID = "to_cid", _("Request to the CID to take the investigation over")
        PUT_UP = "put_up", _("Put-up petition")
        PROTEST = "protest", _("Protest petition (naraji)")
        FURTHER = "further", _("Petition for further investigation")
        BAIL = "bail", _("Objection to bail")
        VIDEO_LINK = "video_link", _("Petition for evidence by video link")
        DLSA_AID = "dlsa_aid", _("DLSA: a free lawyer for her")
        SLSA_AID = "slsa_aid", _("SLSA: no lawyer was given")
        DLSA_UNPAID = "dlsa_unpaid", _("DLSA: compensation ordered and not paid")
        SLSA_UNPAID = "slsa_unpaid", _("SLSA: compensation still not paid")
        RTI = "rti", _("Application for information (RTI)")
        NO_FIR = "no_fir", _("SP: a report that did not become a FIR")
        NO_FIR_COURT = "no_fir_court", _("Magistrate: order that a FIR be registered")

    class Way(models.TextChoices):
        HAND = "hand", _("By hand")
        POST = "post", _("By registered or speed post")
        EMAIL = "email", _("By e-mail")
        FILED = "filed", _("Filed in court")
        PORTAL = "portal", _("On the portal of the office")

    class Reply(models.TextChoices):
        GRANTED = "granted", _("What was asked is granted")
        PARTLY = "partly", _("Partly granted")
        REFUSED = "refused", _("Refused")
        TOLD = "told", _("An answer that decides nothing")

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    fir = models.ForeignKey(
        "proceedings.Fir", models.PROTECT, related_name="letters", null=True, blank=True
    )
    kind = models.TextField(choices=Kind)
    language = models.TextField()
    addressee_words = models.TextField()
    survivor_file = models.ForeignKey(
        SurvivorFile, models.PROTECT, related_name="+", null=True, blank=True
    )
    number = models.TextField(blank=True)
    body_sealed = models.BinaryField(null=True, blank=True)  # the words as they were approved
    sha256 = models.TextField(blank=True)  # of the PDF
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    template = models.ForeignKey(
        LetterTemplate, models.PROTECT, related_name="+", null=True, blank=True
    )  # none: the shipped one
    pdf_stored_as = models.UUIDField(null=True, blank=True)
    word_stored_as = models.UUIDField(null=True, blank=True)
    word_sha256 = models.TextField(blank=True)
    sent_on = models.DateField(null=True, blank=True)
    sent_way = models.TextField(choices=Way, blank=True)
    sent_recorded_at = models.DateTimeField(null=True, blank=True)
    sent_proof = models.ForeignKey(Paper, models.PROTECT, related_name="+", null=True, blank=True)
    reply_due_on = models.DateField(null=True, blank=True)
    chase = models.ForeignKey(Task, models.PROTECT, related_name="+", null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_recorded_at = models.DateTimeField(null=True, blank=True)
    reply = models.TextField(choices=Reply, blank=True)
    is_reply_oral = models.BooleanField(default=False)
    reply_paper = models.ForeignKey(Paper, models.PROTECT, related_name="+", null=True, blank=True)
    correction = models.ForeignKey(
        "proceedings.Correction", models.PROTECT, related_name="letters", null=True, blank=True
    )

    objects = GuardedManager.from_queryset(LetterQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"
        constraints = [
            models.CheckConstraint(
                name="a_letter_is_about_a_fir_or_a_survivor",
                condition=Q(fir__isnull=False) | Q(survivor_file__isnull=False),
            ),
            models.CheckConstraint(
                name="a_letter_that_was_sent_has_a_day_for_its_answer",
                condition=Q(sent_on=None, reply_due_on=None, answered_on=None)
                | Q(sent_on__isnull=False, reply_due_on__gte=F("sent_on")),
            ),
            models.CheckConstraint(
                name="a_letter_is_answered_after_it_was_sent",
                condition=Q(answered_on=None) | Q(answered_on__gte=F("sent_on")),
                violation_error_message=_("The answer cannot be before the letter."),
            ),
            models.CheckConstraint(
                name="what_is_approved_is_kept_with_its_number_and_hashes",
                condition=Q(approved_at=None, approved_by=None, pdf_stored_as=None)
                | Q(
                    approved_at__isnull=False, approved_by__isnull=False, pdf_stored_as__isnull=False,
                    word_stored_as__isnull=False, number__gt="", sha256__gt="", word_sha256__gt="",
                ),
            ),
            models.UniqueConstraint(
                name="a_number_is_given_to_one_letter",
                fields=["organisation", "number"],
                condition=Q(approved_at__isnull=False),
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["organisation", "sent_on"], name="letters_by_day")]

    class Privacy:
        restricted = OnFir.ON_FIR | {
            "kind", "language", "addressee_words", "survivor_file", "number", "sha256", "approved_at",
            "approved_by", "template", "pdf_stored_as", "word_stored_as", "word_sha256", "sent_on",
            "sent_way", "sent_recorded_at", "sent_proof", "reply_due_on", "chase", "answered_on",
            "answered_recorded_at", "reply", "is_reply_oral", "reply_paper", "correction",
        }  # fmt: skip
        vault = {"body_sealed"}

    class Wall(FirWall):
        using = (
            f"{FirWall.using} OR (fir_id IS NULL"
            " AND survivor_file_id = ANY((SELECT app_files())::uuid[]))"
        )

    def __str__(self) -> str:
        return f"letter {self.pk}"

    @property
    def subject_id(self) -> uuid.UUID:
        """Whose key seals it: the FIR's, or that of her file."""
        return self.fir_id or self.survivor_file_id  # type: ignore[return-value] # one of them stands

    @property
    def about_words(self) -> str:
        """What it is about, as staff say it: the FIR, or the number of her file."""
        if self.fir is not None:
            return self.fir.reference
        return self.survivor_file.number if self.survivor_file is not None else ""
