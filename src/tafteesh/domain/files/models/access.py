"""The one table that says who may know that a file exists."""

import uuid
from collections.abc import Iterable
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext_lazy as _

from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.kernel.ids import new_id


def files_given_to(actor: Actor, *, beyond: Iterable[uuid.UUID] = ()) -> RawSQL:
    """The files that grants in force give her today; `beyond` leaves out those of given organisations.

    The same sentence as `in_force_for`, written once as text: it stands in nearly every query of a page.
    """
    sql = (
        "SELECT survivor_file_id FROM files_accessgrant"
        " WHERE (person_id = %s OR to_organisation_id = ANY(%s))"
        " AND (until IS NULL OR until >= %s) AND starts_on <= %s"
        " AND (until_at IS NULL OR until_at > %s)"
        " AND (because <> 'shared'"
        " OR app_may_share(survivor_file_id, 'sharing', to_organisation_id::text, %s))"
    )
    day, now = actor.today, actor.now
    said: list[object] = [actor.person_id, list(actor.organisations), day, day, now, now]
    if own := list(beyond):
        sql += " AND NOT organisation_id = ANY(%s)"
        said.append(own)
    return RawSQL(sql, said, output_field=models.UUIDField())  # noqa: S611 - a text of our own


def shared_still(actor: Actor) -> RawSQL:
    """Of a grant: whether she still agrees that the organisation sees her file."""
    sql = "app_may_share(survivor_file_id, 'sharing', to_organisation_id::text, %s)"
    return RawSQL(sql, [actor.now], output_field=models.BooleanField())  # noqa: S611 - a text of our own


class AccessGrantQuerySet(models.QuerySet["AccessGrant"]):
    def in_force_for(self, actor: Actor) -> Self:
        """The grants that reach this person today: her own, and those made to her organisation."""
        return self.filter(
            Q(person_id=actor.person_id) | Q(to_organisation_id__in=actor.organisations),
            Q(until=None) | Q(until__gte=actor.today),
            Q(until_at=None) | Q(until_at__gt=actor.now),
            ~Q(because="shared") | Q(shared_still(actor)),
            starts_on__lte=actor.today,
        )

    def visible_to(self, actor: Actor) -> Self:
        """Grants of files that she reaches by office, and her own."""
        return self.filter(
            Q(organisation_id__in=actor.offices)
            | Q(person_id=actor.person_id)
            | Q(to_organisation_id__in=actor.organisations)
        )


class AccessGrant(models.Model):
    """One reason why one person, or one partner organisation, may see one file, for a time."""

    class Because(models.TextChoices):
        ASSIGNED = "assigned", _("Assigned to her")
        SHARED = "shared", _("The survivor agreed to share")
        EMERGENCY = "emergency", _("Opened in an emergency")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    survivor_file = models.ForeignKey(
        "files.SurvivorFile", models.PROTECT, related_name="grants", db_index=False
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, db_index=False
    )
    to_organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", null=True, db_index=False
    )
    because = models.TextField(choices=Because)
    starts_on = models.DateField()
    until = models.DateField(null=True, blank=True)
    until_at = models.DateTimeField(null=True, blank=True)
    granted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    granted_at = models.DateTimeField()

    objects = AccessGrantQuerySet.as_manager()
    unscoped = AccessGrantQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_grant_goes_to_a_person_or_an_organisation",
                condition=Q(person=None, to_organisation__isnull=False)
                | Q(person__isnull=False, to_organisation=None),
            ),
            models.CheckConstraint(
                name="a_grant_ends_after_it_starts",
                condition=Q(until=None) | Q(until__gte=F("starts_on")),
            ),
            models.CheckConstraint(
                name="only_an_assignment_may_be_open_ended",
                condition=Q(because="assigned") | Q(until__isnull=False),
            ),
            models.CheckConstraint(
                name="an_emergency_ends_at_a_moment",
                condition=~Q(because="emergency") | Q(until_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["person", "survivor_file"], name="grants_of_a_person"),
            models.Index(
                fields=["to_organisation", "survivor_file"],
                name="grants_of_a_partner",
                condition=Q(to_organisation__isnull=False),
            ),
            models.Index(fields=["survivor_file"], name="grants_of_a_file"),
        ]

    class Privacy:
        restricted = {
            "organisation", "survivor_file", "person", "to_organisation", "because", "starts_on", "until",
            "until_at", "granted_by", "granted_at",
        }  # fmt: skip

    class Wall:
        functions = """
        CREATE OR REPLACE FUNCTION app_files_of_her_own() RETURNS uuid[] STABLE LANGUAGE sql AS $$
          SELECT COALESCE(array_agg(survivor_file_id), '{}') FROM files_accessgrant
          WHERE person_id = app_person() AND starts_on <= app_today()
            AND (until IS NULL OR until >= app_today())
            AND (until_at IS NULL OR until_at > app_now())
        $$;
        CREATE OR REPLACE FUNCTION app_asking() RETURNS text STABLE LANGUAGE sql AS $$
          SELECT concat_ws(' ', 'of', current_setting('app.person', true),
            current_setting('app.organisations', true), current_setting('app.today', true),
            app_now()::text) $$;
        CREATE OR REPLACE FUNCTION app_files() RETURNS uuid[] STABLE LANGUAGE plpgsql AS $$
        DECLARE
          asking text := app_asking(); found uuid[];
          who uuid := app_person(); theirs uuid[] := app_organisations(); today date := app_today();
        BEGIN  -- found once a transaction for whoever asks in it; a change of grants or consents forgets it
          IF current_setting('app.files_of', true) = asking THEN
            RETURN current_setting('app.files', true)::uuid[];
          END IF;
          SELECT COALESCE(array_agg(survivor_file_id), '{}') INTO found FROM files_accessgrant
          WHERE (person_id = who OR to_organisation_id = ANY(theirs))
            AND starts_on <= today AND (until IS NULL OR until >= today)
            AND (until_at IS NULL OR until_at > app_now())
            AND (because <> 'shared'
              OR app_may_share(survivor_file_id, 'sharing', to_organisation_id::text, app_now()));
          PERFORM set_config('app.files', found::text, true), set_config('app.files_of', asking, true);
          RETURN found;
        END $$;
        CREATE OR REPLACE FUNCTION app_files_to_write() RETURNS uuid[] STABLE LANGUAGE plpgsql AS $$
        BEGIN
          RETURN (SELECT COALESCE(array_agg(survivor_file_id), '{}') FROM files_accessgrant
          WHERE (person_id = app_person() OR to_organisation_id = ANY(app_organisations()))
            AND starts_on <= app_today() AND (until IS NULL OR until >= app_today())
            AND (because = 'assigned' OR (because = 'shared'
              AND app_may_share(survivor_file_id, 'sharing', to_organisation_id::text, app_now()))));
        END $$;
        CREATE OR REPLACE FUNCTION app_forget() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM set_config('app.files_of', '', true), set_config('app.firs_of', '', true);
          RETURN NULL;
        END $$;
        CREATE OR REPLACE TRIGGER forget_what_was_reached
          AFTER INSERT OR UPDATE OR DELETE ON files_accessgrant EXECUTE FUNCTION app_forget();
        CREATE OR REPLACE TRIGGER forget_what_was_reached
          AFTER INSERT OR UPDATE OR DELETE ON files_consent EXECUTE FUNCTION app_forget()"""
        using = (
            "organisation_id = ANY((SELECT app_offices())::uuid[]) OR person_id = (SELECT app_person())"
            " OR to_organisation_id = ANY((SELECT app_organisations())::uuid[])"
            " OR survivor_file_id = (SELECT app_opening())"
        )
        # Given by an office that reaches the file, or by its maker to herself in the act of opening it;
        # and anybody may end her own, an office its own.
        check = (
            "organisation_id = ANY((SELECT app_offices())::uuid[])"
            " OR (survivor_file_id = (SELECT app_opening()) AND person_id = (SELECT app_person()))"
            " OR ((person_id = (SELECT app_person())"
            " OR to_organisation_id = ANY((SELECT app_offices())::uuid[]))"
            " AND until_at <= (SELECT app_now()))"
        )

    def __str__(self) -> str:
        return f"grant {self.pk}"
