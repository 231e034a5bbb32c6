"""States, districts, blocks and gram panchayats, with the codes of the Local Government Directory."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.reference.rows import ReferenceRow


class Named(ReferenceRow):
    """A place with a name in three scripts. `search_text` holds every spelling, folded."""

    name = models.TextField()
    name_bn = models.TextField(blank=True)
    name_hi = models.TextField(blank=True)
    aliases = ArrayField(models.TextField(), default=list, blank=True)
    search_text = models.TextField(blank=True, editable=False)

    class Meta(ReferenceRow.Meta):
        abstract = True

    NAMED = ReferenceRow.ROW | {"name", "name_bn", "name_hi", "aliases", "search_text"}

    def name_in(self, language: str) -> str:
        """The name in "bn" or "hi" where it is known, else in English."""
        own = {"bn": self.name_bn, "hi": self.name_hi}.get(language, "")
        return own or self.name

    def spellings(self) -> list[str]:
        """Every way the name is written, the name itself first."""
        return [name for name in (self.name, self.name_bn, self.name_hi, *self.aliases) if name]


class AreaKind(models.TextChoices):
    STATE = "state", _("State")
    DISTRICT = "district", _("District")
    SUBDIVISION = "subdivision", _("Sub-division")
    BLOCK = "block", _("Block")
    GRAM_PANCHAYAT = "gram_panchayat", _("Gram panchayat")


class Area(Named):
    """A place on the map. The parent of a block is its district; the sub-division stands beside it."""

    Kind = AreaKind

    kind = models.TextField(choices=AreaKind)
    lgd_code = models.PositiveIntegerField(null=True, blank=True)
    short_code = models.TextField(blank=True)  # of a State: "WB"
    parent = models.ForeignKey(
        "self", models.PROTECT, related_name="children", null=True, blank=True
    )
    subdivision = models.ForeignKey(
        "self", models.PROTECT, related_name="blocks", null=True, blank=True
    )
    state = models.ForeignKey(
        "self", models.PROTECT, related_name="+", null=True, blank=True
    )  # its own row for a State's places; empty for a State

    class Meta(Named.Meta):
        abstract = False
        constraints = [
            *ReferenceRow.Meta.constraints,
            models.CheckConstraint(
                name="kind_of_an_area_is_on_the_list", condition=Q(kind__in=AreaKind.values)
            ),
            models.CheckConstraint(
                name="only_a_state_has_no_parent",
                condition=Q(kind="state", parent=None)
                | (~Q(kind="state") & Q(parent__isnull=False)),
            ),
            models.CheckConstraint(
                name="an_area_is_not_its_own_parent",
                condition=Q(parent=None) | ~Q(parent=F("id")),
            ),
            models.UniqueConstraint(
                name="one_lgd_code_a_kind_of_area", fields=["kind", "lgd_code"]
            ),
        ]
        indexes = [
            GinIndex(OpClass(F("search_text"), name="gin_trgm_ops"), name="area_by_any_spelling")
        ]

    class Privacy:
        open = Named.NAMED | {
            "kind", "lgd_code", "short_code", "parent", "subdivision", "state",
        }  # fmt: skip
