"""Steps of a case that have a day of their own, and what the office says about a duty of the law."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.papers.models import Paper
from tafteesh.domain.proceedings.models.base import FirWall, OnFir
from tafteesh.domain.proceedings.models.fir import Accused

OF_ACCUSED = (
    "arrested", "produced", "first_remand", "bail_granted", "bail_opposed", "bail_cancelled",
    "bail_breached",
)  # fmt: skip
ONLY_PAPER = ("diary", "fir", "copy_given", "charge_sheet", "ahtu_received")


class Milestone(OnFir):
    """One step that was taken, asked for or refused, its day as far as it is known, and its paper.

    The last five kinds hold no day: it stands on the FIR, the charge sheet or the transfer. They say
    which paper proves that day.
    """

    class Kind(models.TextChoices):
        MISSING_REPORTED = "missing_reported", _("Reported missing")
        COMPLAINT = "complaint", _("Complaint given to the police")
        STATEMENT_POLICE = "statement_police", _("Statement to the police")
        STATEMENT_MAGISTRATE = "statement_magistrate", _("Statement before the Magistrate")
        MEDICAL = "medical", _("Medical examination")
        MEDICAL_REPORT = "medical_report", _("Medical report sent to the officer")
        AGE_PROOF = "age_proof", _("Age proof given")
        CWC_TOLD = "cwc_told", _("CWC and Special Court told")
        ARRESTED = "arrested", _("Accused arrested")
        PRODUCED = "produced", _("Accused produced before a Magistrate")
        FIRST_REMAND = "first_remand", _("First remand of the accused")
        BAIL_GRANTED = "bail_granted", _("Bail granted")
        BAIL_OPPOSED = "bail_opposed", _("Bail opposed")
        BAIL_CANCELLED = "bail_cancelled", _("Bail cancelled")
        BAIL_BREACHED = "bail_breached", _("Condition of bail broken")
        PROGRESS_TOLD = "progress_told", _("Progress told to her or the informant")
        CLOSURE_TOLD = "closure_told", _("Told of the final report")
        COGNIZANCE = "cognizance", _("Cognizance taken")
        APPEARANCE = "appearance", _("Accused appeared after the charge sheet")
        COPIES_SUPPLIED = "copies_supplied", _("Copies supplied")
        COMMITTED = "committed", _("Committed to the Court of Session")
        CHARGE_HEARING = "charge_hearing", _("First hearing on charge")
        CHARGES_FRAMED = "charges_framed", _("Charges framed")
        SUMMONS_RECEIVED = "summons_received", _("Summons to her")
        SUMMONS_ISSUED = "summons_issued", _("Summons to her issued by the court")
        VIDEO_LINK = "video_link", _("Video link for her evidence")
        CHILD_EVIDENCE = "child_evidence", _("Her evidence recorded")
        ARGUMENTS_DONE = "arguments_done", _("Arguments completed")
        JUDGMENT = "judgment", _("Judgment")
        APPEAL_FILED = "appeal_filed", _("Appeal filed")
        IDENTITY_DISCLOSED = "identity_disclosed", _("Her identity was disclosed")
        IDENTITY_HIDDEN = "identity_hidden", _("Her identity was hidden again")
        INTERSTATE = "interstate", _("Police went to the other State")
        FALSE_CASE = "false_case", _("A case was lodged against her family")
        FALSE_CASE_ENDED = "false_case_ended", _("The case against her family ended")
        FURTHER_ORDERED = "further_ordered", _("Further investigation ordered")
        HEARD_ON_BAIL = "heard_on_bail", _("She was heard on bail")
        HEARD_ON_SENTENCE = "heard_on_sentence", _("She was heard on the sentence")
        HEARD_ON_COMPENSATION = "heard_on_compensation", _("She was heard on compensation")
        PROTECTION_ASKED = "protection_asked", _("Witness protection asked for")
        THREAT_REPORT_CALLED = "threat_report_called", _("Threat report called for")
        THREAT_REPORT = "threat_report", _("Threat report given")
        PROTECTION_GIVEN = "protection_given", _("Witness protection given")
        ZERO_MOVED = "zero_moved", _("Zero FIR sent to the police station of the place")
        DIARY = "diary", _("General diary entry")
        FIR = "fir", _("FIR registered")
        COPY_GIVEN = "copy_given", _("Copy of the FIR given")
        CHARGE_SHEET = "charge_sheet", _("Charge sheet filed")
        AHTU_RECEIVED = "ahtu_received", _("Papers received by the AHTU")

    class Said(models.TextChoices):
        DONE = "done", _("It was done")
        ASKED = "asked", _("It was asked for")
        REFUSED = "refused", _("It was refused")

    kind = models.TextField(choices=Kind)
    said = models.TextField(choices=Said, default=Said.DONE)
    accused = models.ForeignKey(
        Accused, models.PROTECT, related_name="milestones", null=True, blank=True
    )
    earliest = models.DateField(null=True, blank=True)
    latest = models.DateField(null=True, blank=True)
    words = models.TextField(blank=True)  # the day as it was told
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="+", null=True, blank=True)

    class Meta(OnFir.Meta):
        constraints = [
            models.CheckConstraint(
                name="a_milestone_has_both_bounds_in_order_or_neither",
                condition=Q(earliest=None, latest=None) | Q(earliest__lte=F("latest")),
            ),
            models.CheckConstraint(
                name="a_milestone_of_an_accused_says_of_which",
                condition=Q(accused__isnull=False) | ~Q(kind__in=OF_ACCUSED),
            ),
            models.CheckConstraint(
                name="a_kind_that_holds_only_a_paper_has_one",
                condition=Q(paper__isnull=False) | ~Q(kind__in=ONLY_PAPER),
            ),
        ]

    class Privacy:
        restricted = OnFir.ON_FIR | {
            "kind", "said", "accused", "earliest", "latest", "words", "paper",
        }  # fmt: skip

    class Wall(FirWall):
        pass

    def __str__(self) -> str:
        return f"milestone {self.pk}"


class SetAside(OnFir):
    """Somebody says that what looks like a lapse is none, and why. The row and its days stay."""

    class Why(models.TextChoices):
        EXTENDED = "extended", _("The court gave more time")
        STAYED = "stayed", _("A higher court stayed it")
        OTHER_LAW = "other_law", _("This law does not apply here")
        HER_WISH = "her_wish", _("She did not want it")
        DONE_ELSEWHERE = "done_elsewhere", _("It was done, and the paper is elsewhere")

    duty = models.TextField()  # a key of the list of duties
    subject = models.UUIDField(null=True, blank=True)  # the accused, claim or request it is about
    why = models.TextField(choices=Why)

    class Meta(OnFir.Meta):
        constraints = [
            models.UniqueConstraint(
                name="a_duty_is_set_aside_once",
                fields=["fir", "duty", "subject"],
                condition=Q(withdrawn_at=None),
                nulls_distinct=False,
            ),
        ]

    class Privacy:
        restricted = OnFir.ON_FIR | {"duty", "subject", "why"}

    class Wall(FirWall):
        pass

    def __str__(self) -> str:
        return f"set aside {self.pk}"
