"""What every row that hangs on a FIR has in common. A FIR may be shared by several survivors."""

from typing import Self, TypeVar

from django.apps import apps
from django.db import models
from django.db.models import Q

from tafteesh.domain.files.models import AccessGrant, Recorded
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.scoping import GuardedManager

Row = TypeVar("Row", bound=models.Model)


def fir_scope(actor: Actor, *, fir: str = "fir") -> Q:
    """FIRs of her office, and FIRs of the survivors whose files she reaches."""
    link = apps.get_model("proceedings", "FirSurvivor")
    files = AccessGrant.unscoped.in_force_for(actor).values("survivor_file")
    firs = link.unscoped.filter(survivor_file__in=files, withdrawn_at=None).values("fir")
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
