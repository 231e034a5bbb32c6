"""Posts and who held them. A promise is tied to the post: people are transferred, posts stay."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from tafteesh.foundation.kernel.ids import new_id
from tafteesh.reference.places.kinds import PostTitle
from tafteesh.reference.places.models.area import Area
from tafteesh.reference.places.models.authority import Authority
from tafteesh.reference.rows import ReferenceRow


class Post(ReferenceRow):
    """A post, of an area (the BDO of Basirhat I) or of an authority (the secretary of a DLSA)."""

    Title = PostTitle

    title = models.TextField(choices=PostTitle)
    name = models.TextField()  # "BDO, Basirhat I"
    authority = models.ForeignKey(
        Authority, models.PROTECT, related_name="posts", null=True, blank=True
    )
    area = models.ForeignKey(Area, models.PROTECT, related_name="posts", null=True, blank=True)

    class Meta(ReferenceRow.Meta):
        constraints = [
            *ReferenceRow.Meta.constraints,
            models.CheckConstraint(
                name="title_of_a_post_is_on_the_list", condition=Q(title__in=PostTitle.values)
            ),
            models.CheckConstraint(
                name="a_post_belongs_to_an_authority_or_to_an_area",
                condition=Q(authority=None, area__isnull=False)
                | Q(authority__isnull=False, area=None),
            ),
        ]

    class Privacy:
        open = ReferenceRow.ROW | {"title", "name", "authority", "area"}


class DateRange(Func):
    """daterange(from, until, '[)'): the last day is the first day of the next holder."""

    function = "DATERANGE"
    output_field = DateRangeField()


class PostHolder(models.Model):
    """Who held a post from when until when; an open end means that this is the holder now."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    post = models.ForeignKey(Post, models.PROTECT, related_name="holders")
    name = models.TextField()
    rank = models.TextField(blank=True)
    held_from = models.DateField(null=True, blank=True)
    held_until = models.DateField(null=True, blank=True)
    source = models.TextField(blank=True)

    objects = models.Manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_holder_does_not_leave_before_coming",
                condition=Q(held_from=None)
                | Q(held_until=None)
                | Q(held_from__lte=F("held_until")),
            ),
            ExclusionConstraint(
                name="one_holder_of_a_post_at_a_time",
                expressions=[
                    ("post", RangeOperators.EQUAL),
                    (
                        DateRange(F("held_from"), F("held_until"), RangeBoundary()),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    class Privacy:
        open = frozenset({"post", "held_from", "held_until", "source"})
        restricted = frozenset({"name", "rank"})

    def __str__(self) -> str:
        return f"post holder {self.pk}"
