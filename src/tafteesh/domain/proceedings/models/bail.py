"""What hangs on one accused beside his status: bail on conditions, their breach, and "the same man?"."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models import Recorded
from tafteesh.domain.papers.models import Paper
from tafteesh.domain.proceedings.models.base import FirWall, OnFir, fir_scope
from tafteesh.domain.proceedings.models.fir import Accused, Fir
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.scoping import GuardedManager


class BailCondition(OnFir):
    """One condition on which an accused was let out. Its own words are sealed with the key of the FIR."""

    class Kind(models.TextChoices):
        NO_CONTACT = "no_contact", _("Not to contact her or her family")
        STAY_AWAY = "stay_away", _("Not to enter her area")
        REPORT = "report", _("To report to the police station")
        NO_TRAVEL = "no_travel", _("Not to leave without leave of the court")
        SURETY = "surety", _("Bond and sureties")
        NO_TAMPERING = "no_tampering", _("Not to tamper with evidence")
        OTHER = "other", _("Another condition")

    accused = models.ForeignKey(Accused, models.PROTECT, related_name="conditions")
    kind = models.TextField(choices=Kind)
    set_on = models.DateField(null=True, blank=True)
    words_sealed = models.BinaryField(null=True, blank=True)

    class Privacy:
        restricted = OnFir.ON_FIR | {"accused", "kind", "set_on"}
        vault = {"words_sealed"}

    class Wall(FirWall):
        pass

    def __str__(self) -> str:
        return f"bail condition {self.pk}"


class BailBreach(OnFir):
    """A condition was broken on a day. The danger itself is written into her file, not here."""

    accused = models.ForeignKey(Accused, models.PROTECT, related_name="breaches")
    condition = models.ForeignKey(
        BailCondition, models.PROTECT, related_name="breaches", null=True, blank=True
    )
    on = models.DateField()
    told_police_on = models.DateField(null=True, blank=True)
    told_court_on = models.DateField(null=True, blank=True)

    class Meta(OnFir.Meta):
        constraints = [
            models.CheckConstraint(
                name="police_and_court_are_told_after_a_breach",
                condition=(Q(told_police_on=None) | Q(told_police_on__gte=F("on")))
                & (Q(told_court_on=None) | Q(told_court_on__gte=F("on"))),
            ),
        ]

    class Privacy:
        restricted = OnFir.ON_FIR | {
            "accused", "condition", "on", "told_police_on", "told_court_on",
        }  # fmt: skip

    class Wall(FirWall):
        pass

    def __str__(self) -> str:
        return f"breach {self.pk}"


class SameAccusedQuerySet(models.QuerySet["SameAccused"]):
    def visible_to(self, actor: Actor) -> Self:
        """Only to whoever reaches both FIRs."""
        return self.filter(fir_scope(actor), fir_scope(actor, fir="other_fir"))


class SameAccused(Recorded):
    """Somebody thinks that two accused in two FIRs are one man. A second person looks; nothing is joined.

    `fir` is the FIR of the first of the two: whoever does not reach both does not see the flag.
    """

    class Answer(models.TextChoices):
        WAITING = "waiting", _("Waits for a second person")
        POSSIBLE = "possible", _("Two people think so")
        DIFFERENT = "different", _("Two different men")

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    fir = models.ForeignKey(Fir, models.PROTECT, related_name="+")
    one = models.ForeignKey(Accused, models.PROTECT, related_name="+")
    other_fir = models.ForeignKey(Fir, models.PROTECT, related_name="+")
    other = models.ForeignKey(Accused, models.PROTECT, related_name="+")
    answer = models.TextField(choices=Answer, default=Answer.WAITING)
    second = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = GuardedManager.from_queryset(SameAccusedQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"
        constraints = [
            models.CheckConstraint(
                name="two_accused_are_compared_across_two_firs", condition=~Q(fir=F("other_fir"))
            ),
            models.CheckConstraint(
                name="a_second_person_answers",
                condition=Q(answer="waiting", second=None, answered_at=None)
                | (
                    ~Q(answer="waiting")
                    & ~Q(second=F("recorded_by"))
                    & Q(second__isnull=False, answered_at__isnull=False)
                ),
            ),
            models.UniqueConstraint(
                name="two_accused_are_flagged_once",
                fields=["one", "other"],
                condition=Q(withdrawn_at=None),
            ),
        ]

    class Privacy:
        restricted = Recorded.RECORDED | {
            "organisation", "fir", "one", "other_fir", "other", "answer", "second", "answered_at",
        }  # fmt: skip

    class Wall(FirWall):
        pass

    def __str__(self) -> str:
        return f"same accused {self.pk}"


class SeizedThing(OnFir):
    """A thing that the police took in this case, and where it is. No words about persons."""

    class Kind(models.TextChoices):
        PHONE = "phone", _("Phone or SIM card")
        MONEY = "money", _("Money")
        PAPERS = "papers", _("Papers or ledgers")
        CLOTHES = "clothes", _("Clothes")
        VEHICLE = "vehicle", _("Vehicle")
        DIGITAL = "digital", _("Computer, pen drive or pictures")
        HER_THINGS = "her_things", _("Things that are hers")
        OTHER = "other", _("Another thing")

    kind = models.TextField(choices=Kind)
    seized_on = models.DateField(null=True, blank=True)
    taken_from = models.ForeignKey(Accused, models.PROTECT, related_name="+", null=True, blank=True)
    kept_at = models.TextField(blank=True)
    sent_for_test_on = models.DateField(null=True, blank=True)
    returned_on = models.DateField(null=True, blank=True)
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="+", null=True, blank=True)

    class Meta(OnFir.Meta):
        constraints = [
            models.CheckConstraint(
                name="a_thing_is_returned_after_it_was_seized",
                condition=Q(returned_on=None)
                | Q(seized_on=None)
                | Q(returned_on__gte=F("seized_on")),
            ),
        ]

    class Privacy:
        restricted = OnFir.ON_FIR | {
            "kind", "seized_on", "taken_from", "kept_at", "sent_for_test_on", "returned_on", "paper",
        }  # fmt: skip

    class Wall(FirWall):
        pass

    def __str__(self) -> str:
        return f"seized thing {self.pk}"
