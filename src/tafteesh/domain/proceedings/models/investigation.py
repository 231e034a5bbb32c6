"""Who investigates from when to when, and what they charged."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models.file import days
from tafteesh.domain.proceedings.models.base import FirWall, OnFir
from tafteesh.domain.proceedings.models.fir import Accused


class InvestigationSpell(OnFir):
    """One agency has the investigation from a day to a day: a transfer is a new spell.

    Asked for, ordered, and papers received are three days. Only the day on which the papers were
    received makes a transfer.
    """

    class Agency(models.TextChoices):
        POLICE_STATION = "police_station", _("Police station")
        AHTU = "ahtu", _("AHTU")
        CID = "cid", _("CID")
        OTHER = "other", _("Other agency")

    agency_kind = models.TextField(choices=Agency)
    agency = models.ForeignKey("places.Authority", models.PROTECT, related_name="+", null=True)
    agency_words = models.TextField()
    requested_on = models.DateField(null=True, blank=True)
    replied_on = models.DateField(null=True, blank=True)
    ordered_on = models.DateField(null=True, blank=True)
    received_on = models.DateField(null=True, blank=True)
    received_recorded_at = models.DateTimeField(null=True, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    officer_words = models.TextField(blank=True)
    officer_rank = models.TextField(blank=True)

    class Meta(OnFir.Meta):
        constraints = [
            ExclusionConstraint(
                name="one_agency_investigates_at_a_time",
                expressions=[
                    ("fir", RangeOperators.EQUAL),
                    (days("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                condition=Q(withdrawn_at=None, starts_on__isnull=False),
            ),
            models.CheckConstraint(
                name="an_investigation_spell_ends_after_it_starts",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
            ),
            models.CheckConstraint(
                name="papers_received_and_their_entry_go_together",
                condition=Q(received_on=None, received_recorded_at=None)
                | Q(received_on__isnull=False, received_recorded_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisation", "received_on"],
                name="transfers_by_day",
                condition=Q(agency_kind__in=["ahtu", "cid"], withdrawn_at=None),
            ),
        ]

    class Privacy:
        restricted = OnFir.ON_FIR | {
            "agency_kind", "agency", "agency_words", "requested_on", "replied_on", "ordered_on",
            "received_on", "received_recorded_at", "starts_on", "ends_on", "officer_words", "officer_rank",
        }  # fmt: skip

    class Wall(FirWall):
        pass

    def __str__(self) -> str:
        return f"investigation spell {self.pk}"


class ChargeSheet(OnFir):
    """A charge sheet, a supplementary one, or a final report that closes the case."""

    class Kind(models.TextChoices):
        CHARGE_SHEET = "charge_sheet", _("Charge sheet")
        SUPPLEMENTARY = "supplementary", _("Supplementary charge sheet")
        FINAL_REPORT = "final_report", _("Final report (case closed)")

    kind = models.TextField(choices=Kind)
    number = models.TextField(blank=True)
    filed_earliest = models.DateField(null=True, blank=True)
    filed_latest = models.DateField(null=True, blank=True)

    class Privacy:
        restricted = OnFir.ON_FIR | {"kind", "number", "filed_earliest", "filed_latest"}

    class Wall(FirWall):
        pass

    def __str__(self) -> str:
        return f"charge sheet {self.pk}"


class ChargeSheetAccused(OnFir):
    """This accused of the FIR is in this charge sheet."""

    charge_sheet = models.ForeignKey(ChargeSheet, models.PROTECT, related_name="accused")
    accused = models.ForeignKey(Accused, models.PROTECT, related_name="charge_sheets")

    class Meta(OnFir.Meta):
        constraints = [
            models.UniqueConstraint(
                name="an_accused_stands_once_in_a_charge_sheet",
                fields=["charge_sheet", "accused"],
                condition=Q(withdrawn_at=None),
            ),
        ]

    class Privacy:
        restricted = OnFir.ON_FIR | {"charge_sheet", "accused"}

    class Wall(FirWall):
        pass

    def __str__(self) -> str:
        return f"charged accused {self.pk}"


class ChargeSheetSection(OnFir):
    """A section in this charge sheet."""

    charge_sheet = models.ForeignKey(ChargeSheet, models.PROTECT, related_name="sections")
    section = models.ForeignKey("law.Section", models.PROTECT, related_name="+", null=True)
    act_words = models.TextField()
    number_words = models.TextField()

    class Privacy:
        restricted = OnFir.ON_FIR | {"charge_sheet", "section", "act_words", "number_words"}

    class Wall(FirWall):
        pass

    def __str__(self) -> str:
        return f"charged section {self.pk}"
