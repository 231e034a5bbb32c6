"""What every row that hangs on a survivor file has in common."""

from functools import cache
from typing import Any, Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.encoding import force_str

from tafteesh.domain.files.models.access import files_given_to
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.scoping import GuardedManager
from tafteesh.foundation.kernel.ids import new_id

Row = TypeVar("Row", bound=models.Model)


def file_scope(actor: Actor, *, file: str = "survivor_file", owner: str = "organisation") -> Q:
    """The sentence of the read door: files of her office, and files with a grant in force today."""
    if not actor.offices:
        return Q(**{f"{file}__in": files_given_to(actor)})
    more = files_given_to(actor)
    if actor.offices >= actor.organisations:
        more = files_given_to(actor, beyond=actor.offices)
    return Q(**{f"{owner}__in": list(actor.offices)}) | Q(**{f"{file}__in": more})


class FileScopedQuerySet(models.QuerySet[Row]):
    """Rows with `organisation` and `survivor_file`."""

    def visible_to(self, actor: Actor) -> Self:
        return self.filter(file_scope(actor))

    def standing(self) -> Self:
        """Rows that were not withdrawn."""
        return self.filter(withdrawn_at=None)


class FileWall:
    """The same sentence for PostgreSQL."""

    using = (
        "organisation_id = ANY((SELECT app_offices())::uuid[])"
        " OR survivor_file_id = ANY((SELECT app_files())::uuid[])"
    )
    # What was opened in an emergency is read, never written.
    check = (
        "organisation_id = ANY((SELECT app_offices())::uuid[])"
        " OR survivor_file_id = ANY((SELECT app_files_to_write())::uuid[])"
    )


@cache
def _words_of(field: "models.Field[Any, Any]") -> dict[Any, Any]:
    """Code and word of each choice of a field; the words are translated when they are said."""
    return dict(field.flatchoices)


class Recorded(models.Model):
    """When the system came to know it, from whom, and when it was found not to hold.

    A row that a figure counts is never overwritten and never deleted: it is withdrawn and entered again,
    so that any figure can be told as it was known on any day.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    import_batch = models.UUIDField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    def _get_FOO_display(self, field: "models.Field[Any, Any]") -> str:  # noqa: N802 - Django's name
        """As Django's, without making the table of words anew for each value."""
        value = getattr(self, field.attname)
        said: str = force_str(_words_of(field).get(value, value), strings_only=True)
        return said

    RECORDED = frozenset({"recorded_at", "recorded_by", "withdrawn_at", "import_batch"})


class OnFile(Recorded):
    """A row of one survivor file."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    survivor_file = models.ForeignKey(
        "files.SurvivorFile", models.PROTECT, related_name="%(class)ss"
    )

    objects = GuardedManager.from_queryset(FileScopedQuerySet)()
    unscoped = models.Manager()

    class Meta:
        abstract = True
        base_manager_name = default_manager_name = "unscoped"

    ON_FILE = Recorded.RECORDED | {"organisation", "survivor_file"}


def approx_in_order(row: str, name: str) -> models.CheckConstraint:
    """An approximate day has both bounds in order, or neither."""
    low, high = f"{name}_earliest", f"{name}_latest"
    return models.CheckConstraint(
        name=f"{row}_{name}_bounds_are_in_order",
        condition=Q(**{low: None, high: None}) | Q(**{f"{low}__lte": F(high)}),
    )
