"""Services that she gets, and money for her life with its instalments."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models import FileWall, OnFile


class Service(OnFile):
    """One service from a day to a day."""

    class Kind(models.TextChoices):
        COUNSELLING = "counselling", _("Counselling")
        PSYCHIATRIC = "psychiatric", _("Psychiatric care")
        MEDICAL = "medical", _("Medical care")
        SHELTER = "shelter", _("Shelter")
        TRAVEL = "travel", _("Escort or travel")
        PAPERS = "papers", _("Papers")
        SCHOOLING = "schooling", _("Schooling")
        SKILLS = "skills", _("Learning a skill")
        HOUSING = "housing", _("Housing")
        SANITATION = "sanitation", _("Sanitation")
        SELF_HELP_GROUP = "self_help_group", _("Self-help group")
        LEGAL = "legal", _("Legal")
        SAFETY = "safety", _("Safety")

    kind = models.TextField(choices=Kind)
    provider = models.TextField(blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta(OnFile.Meta):
        constraints = [
            models.CheckConstraint(
                name="a_service_ends_after_it_starts",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {"kind", "provider", "starts_on", "ends_on"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"service {self.pk}"


class MoneyGrant(OnFile):
    """Money agreed for her life: a grant that is hers, or a loan that is paid back."""

    class Kind(models.TextChoices):
        GRANT = "grant", _("Grant")
        LOAN = "loan", _("Loan")

    class Purpose(models.TextChoices):
        LIVELIHOOD = "livelihood", _("A living of her own")
        SCHOOLING = "schooling", _("Schooling")
        HOUSING = "housing", _("Housing")
        HEALTH = "health", _("Health")
        EMERGENCY = "emergency", _("Emergency")

    kind = models.TextField(choices=Kind)
    purpose = models.TextField(choices=Purpose)
    from_whom = models.TextField(blank=True)
    amount_paise = models.BigIntegerField()
    agreed_on = models.DateField()

    class Meta(OnFile.Meta):
        constraints = [
            models.CheckConstraint(name="a_grant_is_positive", condition=Q(amount_paise__gt=0)),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {"kind", "purpose", "from_whom", "amount_paise", "agreed_on"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"grant {self.pk}"


class Instalment(OnFile):
    """One part of a grant that reached her, and what it was used for."""

    class Use(models.TextChoices):
        AS_AGREED = "as_agreed", _("As agreed")
        OTHERWISE = "otherwise", _("Otherwise, and it is all right")
        NOT_KNOWN = "not_known", _("Not known yet")

    grant = models.ForeignKey(MoneyGrant, models.PROTECT, related_name="instalments")
    amount_paise = models.BigIntegerField()
    received_on = models.DateField()
    use = models.TextField(choices=Use, default=Use.NOT_KNOWN)

    class Meta(OnFile.Meta):
        constraints = [
            models.CheckConstraint(
                name="an_instalment_is_positive", condition=Q(amount_paise__gt=0)
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {"grant", "amount_paise", "received_on", "use"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"instalment {self.pk}"
