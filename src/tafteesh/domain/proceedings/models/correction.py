"""Procedural corrections: the law exists, was not applied, and somebody asked for it."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.proceedings.models.base import FirWall, OnFir


class Correction(OnFir):
    """One correction asked for. Escalating it is another correction that points back to this one."""

    class Of(models.TextChoices):
        FIR = "fir", _("FIR")
        INVESTIGATION = "investigation", _("Investigation")
        CHARGE_SHEET = "charge_sheet", _("Charge sheet")
        ORDER = "order", _("Order")

    class Reason(models.TextChoices):
        DIARY_NOT_FIR = "diary_not_fir", _("Diary entry not registered as FIR")
        FIR_NOT_REGISTERED = "fir_not_registered", _("FIR not registered")
        ZERO_FIR = "zero_fir", _("Zero FIR not sent to the police station of the place")
        COPY_NOT_GIVEN = "copy_not_given", _("FIR copy not given")
        TRAFFICKING_SECTION = "trafficking_section", _("Trafficking section missing")
        POCSO_SECTION = "pocso_section", _("POCSO section missing though a child")
        ACCUSED_LEFT_OUT = "accused_left_out", _("Accused left out")
        NO_INTERSTATE = "no_interstate", _("No inter-State investigation")
        NOT_SENT_TO_AHTU = "not_sent_to_ahtu", _("Not sent to AHTU")
        STATEMENT_LATE = "statement_late", _("Statement before Magistrate late or not recorded")
        AGE_NOT_VERIFIED = "age_not_verified", _("Age not verified")
        NOT_ARRESTED = "not_arrested", _("Accused not arrested")
        BAIL_NOT_OPPOSED = "bail_not_opposed", _("Bail not opposed")
        CHARGE_SHEET_LATE = "charge_sheet_late", _("Charge sheet late")
        ACCUSED_DROPPED = "accused_dropped", _("Accused dropped in charge sheet")
        SECTIONS_DROPPED = "sections_dropped", _("Sections dropped in charge sheet")
        FINAL_REPORT = "final_report", _("Final report without notice")
        SUMMONS = "summons", _("Summons not served or no video link")
        LEGAL_AID = "legal_aid", _("Legal aid not assigned")
        COMPENSATION = "compensation", _("Compensation not considered, late or not paid")
        INTERIM_COMPENSATION = "interim_compensation", _("Interim compensation not considered")
        IDENTITY_DISCLOSED = "identity_disclosed", _("Identity disclosed")
        FALSE_CASE = "false_case", _("False case against the family")
        OTHER = "other", _("Other reason")

    class Forum(models.TextChoices):
        POLICE_LETTER = "police_letter", _("Letter to the police")
        SP = "sp", _("Superintendent of Police")
        MAGISTRATE = "magistrate", _("Magistrate")
        SESSIONS = "sessions", _("Sessions Court")
        SPECIAL = "special", _("Special Court")
        DLSA = "dlsa", _("DLSA")
        SLSA = "slsa", _("SLSA")
        HIGH_COURT = "high_court", _("High Court")
        SUPREME_COURT = "supreme_court", _("Supreme Court")
        NHRC = "nhrc", _("National Human Rights Commission (NHRC)")
        NCPCR = "ncpcr", _("National Commission for Protection of Child Rights (NCPCR)")
        WBCPCR = "wbcpcr", _("West Bengal Commission for Protection of Child Rights (WBCPCR)")
        WOMEN = "women", _("A commission for women")
        COMMISSION = "commission", _("Another commission")
        RTI = "rti", _("Right to information")
        OTHER = "other", _("Other forum")

    class Result(models.TextChoices):
        PENDING = "pending", _("Pending")
        ALLOWED = "allowed", _("Allowed")
        PARTLY = "partly", _("Partly allowed")
        REJECTED = "rejected", _("Rejected")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        NO_REPLY = "no_reply", _("No reply")

    class Escalation(models.TextChoices):
        WRIT = "writ", _("Writ")
        APPEAL = "appeal", _("Appeal")
        REVISION = "revision", _("Revision")
        CONTEMPT = "contempt", _("Contempt")
        PETITION = "petition", _("Petition")

    class Changed(models.TextChoices):
        SECTIONS = "sections", _("Sections were added")
        ACCUSED = "accused", _("Accused were added")
        ARREST = "arrest", _("Somebody was arrested")
        AGENCY = "agency", _("Another agency investigates")
        FURTHER = "further", _("Further investigation began")
        VIDEO_LINK = "video_link", _("Video link was given")
        PROTECTION = "protection", _("She was protected")
        LAWYER = "lawyer", _("She got a lawyer")
        MONEY = "money", _("Compensation was ordered or paid")
        NOTHING = "nothing", _("Nothing changed")

    number = models.TextField(blank=True)
    of = models.TextField(choices=Of)
    reason = models.TextField(choices=Reason)
    reason_words = models.TextField(blank=True)
    forum = models.TextField(choices=Forum)
    filed_on = models.DateField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decided_recorded_at = models.DateTimeField(null=True, blank=True)
    result = models.TextField(choices=Result, default=Result.PENDING)
    changed = models.TextField(
        blank=True, default="", db_default=""
    )  # codes of what it changed, comma-separated
    escalates = models.ForeignKey(
        "self", models.PROTECT, related_name="escalations", null=True, blank=True
    )
    escalation = models.TextField(choices=Escalation, blank=True)

    class Meta(OnFir.Meta):
        constraints = [
            models.CheckConstraint(
                name="a_correction_is_decided_after_it_is_filed",
                condition=Q(decided_on=None) | Q(filed_on=None) | Q(decided_on__gte=F("filed_on")),
                violation_error_message=_("The decision cannot be before the filing."),
            ),
            models.CheckConstraint(
                name="a_correction_is_decided_or_pending",
                condition=Q(result="pending", decided_on=None, decided_recorded_at=None)
                | Q(result="no_reply", decided_on=None)
                | (~Q(result="pending") & Q(decided_recorded_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="an_escalation_says_what_it_escalates",
                condition=Q(escalates=None, escalation="")
                | Q(escalates__isnull=False, escalation__gt=""),
            ),
        ]
        indexes = [models.Index(fields=["organisation", "filed_on"], name="corrections_by_day")]

    class Privacy:
        restricted = OnFir.ON_FIR | {
            "number", "of", "reason", "reason_words", "forum", "filed_on", "decided_on",
            "decided_recorded_at", "result", "changed", "escalates", "escalation",
        }  # fmt: skip

    class Wall(FirWall):
        pass

    def __str__(self) -> str:
        return f"correction {self.pk}"

    @property
    def what_changed(self) -> list[str]:
        """What it changed, in words."""
        words = dict(self.Changed.choices)
        return [str(words[code]) for code in self.changed.split(",") if code in words]

    @property
    def is_in_a_higher_court(self) -> bool:
        """A writ, appeal, revision or contempt, or a petition to a High Court or the Supreme Court."""
        return bool(self.escalation) or self.forum in (
            self.Forum.HIGH_COURT,
            self.Forum.SUPREME_COURT,
        )
