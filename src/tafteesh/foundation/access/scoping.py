"""Managers that hand out nothing until they are told who is asking."""

from typing import Any, TypeVar

from django.db import models

from tafteesh.foundation.access.actor import Actor

Row = TypeVar("Row", bound=models.Model)


class Unscoped(RuntimeError):
    """A query on guarded rows did not say who is asking."""


class GuardedManager(models.Manager[Row]):
    """`objects.visible_to(actor)` works; `objects.all()`, `.get()`, `.create()` and the rest raise."""

    _queryset_class: type[models.QuerySet[Any]]

    def get_queryset(self) -> models.QuerySet[Row]:
        raise Unscoped(f"{self.model.__name__}: say who is asking, with .visible_to(actor)")

    def visible_to(self, actor: Actor) -> models.QuerySet[Row]:
        everything = self._queryset_class(self.model, using=self._db)
        visible: models.QuerySet[Row] = everything.visible_to(actor)  # type: ignore[attr-defined] # each queryset brings its own door
        return visible


class OrganisationQuerySet(models.QuerySet[Row]):
    """Rows that belong to an organisation as a whole: its members see them."""

    def visible_to(self, actor: Actor) -> "OrganisationQuerySet[Row]":
        return self.filter(organisation_id__in=actor.organisations)


class OrganisationWall:
    """The same sentence for PostgreSQL."""

    using = "organisation_id = ANY((SELECT app_organisations())::uuid[])"
