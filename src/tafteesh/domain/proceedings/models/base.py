"""What every row that hangs on a FIR has in common. A FIR may be shared by several survivors."""

from typing import Self, TypeVar

from django.db import models
from django.db.models import Q
from django.db.models.expressions import RawSQL

from tafteesh.domain.files.models import Recorded
from tafteesh.domain.files.models.access import files_given_to
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.scoping import GuardedManager

Row = TypeVar("Row", bound=models.Model)


def fir_scope(actor: Actor, *, fir: str = "fir") -> Q:
    """FIRs of her office, and FIRs of the survivors whose files she reaches."""
    given = files_given_to(actor)
    firs = RawSQL(  # noqa: S611 - a text of our own
        "SELECT fir_id FROM proceedings_firsurvivor WHERE withdrawn_at IS NULL"  # noqa: S608 - a text of our own
        f" AND survivor_file_id IN ({given.sql})",
        given.params,
        output_field=models.UUIDField(),
    )
    by_link = Q(**{f"{fir}__in": firs})
    if not actor.offices:
        return by_link
    return Q(organisation__in=list(actor.offices)) | by_link


class FirScopedQuerySet(models.QuerySet[Row]):
    """Rows with `organisation` and `fir`."""

    def visible_to(self, actor: Actor) -> Self:
        return self.filter(fir_scope(actor))

    def standing(self) -> Self:
        """Rows that were not withdrawn."""
        return self.filter(withdrawn_at=None)


class FirWall:
    """The same sentence for PostgreSQL."""

    using = (
        "organisation_id = ANY((SELECT app_offices())::uuid[])"
        " OR fir_id = ANY((SELECT app_firs())::uuid[])"
    )


class OnFir(Recorded):
    """A row of one FIR."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    fir = models.ForeignKey("proceedings.Fir", models.PROTECT, related_name="%(class)ss")

    objects = GuardedManager.from_queryset(FirScopedQuerySet)()
    unscoped = models.Manager()

    class Meta:
        abstract = True
        base_manager_name = default_manager_name = "unscoped"

    ON_FIR = Recorded.RECORDED | {"organisation", "fir"}
