"""Police stations, courts, legal services authorities, homes: whom the programme deals with."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q

from tafteesh.reference.places.kinds import AuthorityKind
from tafteesh.reference.places.models.area import Area, Named
from tafteesh.reference.rows import ReferenceRow


class Authority(Named):
    """An office with powers or duties. A block and its police unit are two different things."""

    Kind = AuthorityKind

    kind = models.TextField(choices=AuthorityKind)
    kind_words = models.TextField(blank=True)  # as the source puts it
    parent = models.ForeignKey(
        "self", models.PROTECT, related_name="offices", null=True, blank=True
    )
    area = models.ForeignKey(Area, models.PROTECT, related_name="+", null=True, blank=True)
    district = models.ForeignKey(Area, models.PROTECT, related_name="+", null=True, blank=True)
    state = models.ForeignKey(Area, models.PROTECT, related_name="+", null=True, blank=True)

    class Meta(Named.Meta):
        abstract = False
        verbose_name_plural = "authorities"
        constraints = [
            *ReferenceRow.Meta.constraints,
            models.CheckConstraint(
                name="kind_of_an_authority_is_on_the_list",
                condition=Q(kind__in=AuthorityKind.values),
            ),
            models.CheckConstraint(
                name="an_authority_is_not_its_own_parent",
                condition=Q(parent=None) | ~Q(parent=F("id")),
            ),
        ]
        indexes = [
            GinIndex(
                OpClass(F("search_text"), name="gin_trgm_ops"), name="authority_by_any_spelling"
            ),
            models.Index(name="authorities_of_a_kind", fields=["kind", "district"]),
        ]

    class Privacy:
        open = Named.NAMED | {"kind", "kind_words", "parent", "area", "district", "state"}


class CourtHoliday(ReferenceRow):
    """A day on which a court and those below it do not sit; a limit that ends on it moves on."""

    court = models.ForeignKey(Authority, models.PROTECT, related_name="holidays")
    day = models.DateField()
    name = models.TextField()

    class Meta(ReferenceRow.Meta):
        constraints = [
            *ReferenceRow.Meta.constraints,
            models.UniqueConstraint(name="one_holiday_a_day_in_a_court", fields=["court", "day"]),
        ]

    class Privacy:
        open = ReferenceRow.ROW | {"court", "day", "name"}
