"""Strategic litigation: a correction in a higher court whose answer helps others, too."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models import OnFile
from tafteesh.domain.proceedings.models.base import FirWall, OnFir
from tafteesh.domain.proceedings.models.correction import Correction
from tafteesh.domain.proceedings.models.fir import Fir


class Litigation(OnFir):
    """What a writ, appeal, revision or contempt asks, against whom, and how far it has come."""

    class Petitioner(models.TextChoices):
        SURVIVORS = "survivors", _("Survivors of this FIR")
        COLLECTIVE = "collective", _("A collective of survivors")
        ORGANISATION = "organisation", _("An organisation")
        OTHER = "other", _("Somebody else")

    class Stage(models.TextChoices):
        DRAFTING = "drafting", _("Being drafted")
        FILED = "filed", _("Filed")
        ADMITTED = "admitted", _("Admitted, notice sent")
        REPLIES = "replies", _("Replies on affidavit")
        HEARING = "hearing", _("Being heard")
        RESERVED = "reserved", _("Judgment reserved")
        DECIDED = "decided", _("Decided")

    correction = models.OneToOneField(Correction, models.PROTECT, related_name="litigation")
    petitioner = models.TextField(choices=Petitioner, default=Petitioner.SURVIVORS)
    respondents_words = models.TextField(blank=True)  # offices, never persons
    questions = models.TextField(blank=True)  # of law
    stage = models.TextField(choices=Stage, default=Stage.FILED)

    class Privacy:
        restricted = OnFir.ON_FIR | {
            "correction", "petitioner", "respondents_words", "questions", "stage",
        }  # fmt: skip

    class Wall(FirWall):
        pass

    def __str__(self) -> str:
        return f"litigation {self.pk}"


class LitigationOrder(OnFir):
    """What the higher court said on a day, in the words of the law."""

    class Kind(models.TextChoices):
        INTERIM = "interim", _("Interim order")
        FINAL = "final", _("Final order or judgment")

    litigation = models.ForeignKey(Litigation, models.PROTECT, related_name="orders")
    on = models.DateField()
    kind = models.TextField(choices=Kind)
    says = models.TextField(blank=True)  # the direction, no person in it
    comply_by = models.DateField(null=True, blank=True)
    complied_on = models.DateField(null=True, blank=True)

    class Privacy:
        restricted = OnFir.ON_FIR | {
            "litigation", "on", "kind", "says", "comply_by", "complied_on",
        }  # fmt: skip

    class Wall(FirWall):
        pass

    def __str__(self) -> str:
        return f"order of litigation {self.pk}"


class OrderHelps(OnFile):
    """An order helps another survivor: seen by those who reach her file."""

    class How(models.TextChoices):
        CITE = "cite", _("It can be cited for her")
        COVERED = "covered", _("It names everybody in her place")
        USED = "used", _("It was used for her")

    order = models.ForeignKey(LitigationOrder, models.PROTECT, related_name="helps")
    fir = models.ForeignKey(Fir, models.PROTECT, related_name="+")  # of the order
    how = models.TextField(choices=How)

    class Meta(OnFile.Meta):
        constraints = [
            models.UniqueConstraint(
                name="an_order_helps_a_survivor_once",
                fields=["order", "survivor_file"],
                condition=models.Q(withdrawn_at=None),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {"order", "fir", "how"}

    class Wall:
        using = (
            "organisation_id = ANY((SELECT app_offices())::uuid[])"
            " OR survivor_file_id = ANY((SELECT app_files())::uuid[])"
        )

    def __str__(self) -> str:
        return f"order helps {self.pk}"
