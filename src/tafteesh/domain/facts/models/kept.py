"""How each duty of the law stands, kept so that a board need not work it out again for every FIR.

Kept rows follow from the facts and may be thrown away: `kept.recount` makes them anew, row for row.
"""

import uuid
from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.expressions import RawSQL

from tafteesh.domain.facts.marking import MARKING
from tafteesh.domain.files.models.access import files_given_to
from tafteesh.domain.proceedings.duties.engine import State
from tafteesh.domain.proceedings.models import Fir
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.scoping import (
    GuardedManager,
    OrganisationQuerySet,
    OrganisationWall,
)
from tafteesh.foundation.kernel.ids import new_id

SAYS = (
    "organisation_id", "survivor_file_id", "ordinal", "state", "then", "days", "since", "rule_version",
    "due_first", "due_last", "trigger_first", "trigger_last", "event_first", "event_last", "is_proved",
    "changes_on", "shown_from", "shown_until", "station_words", "court_words",
)  # fmt: skip


class DutyStateQuerySet(models.QuerySet["DutyState"]):
    def lapses_on(self, day: date) -> Self:
        """Those that are a lapse on that day."""
        return self.filter(
            Q(shown_until=None) | Q(shown_until__gt=day),
            shown_from__isnull=False,
            shown_from__lte=day,
        )

    def visible_to(self, actor: Actor) -> Self:
        """Duties of her office, of FIRs that she reaches, and of claims and requests in files that she reaches."""
        given = files_given_to(actor)
        firs = RawSQL(  # noqa: S611 - a text of our own
            "SELECT fir_id FROM proceedings_firsurvivor WHERE withdrawn_at IS NULL"  # noqa: S608 - a text of our own
            f" AND survivor_file_id IN ({given.sql})",
            given.params,
            output_field=models.UUIDField(),
        )
        hers = Q(survivor_file=None, fir__in=firs) | Q(survivor_file__in=given)
        if not actor.offices:
            return self.filter(hers)
        return self.filter(Q(organisation__in=list(actor.offices)) | hers)


class DutyState(models.Model):
    """One duty of one FIR, accused, claim or request that has begun: where it stands, and since when.

    It is a lapse on every day from `shown_from` to the day before `shown_until`. `changes_on` is the day on
    which its state becomes another one by the mere passing of time.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    fir = models.ForeignKey(Fir, models.CASCADE, related_name="+", db_index=False)
    survivor_file = models.ForeignKey(
        "files.SurvivorFile", models.CASCADE, related_name="+", null=True, db_index=False
    )
    duty = models.TextField()
    subject = models.UUIDField(null=True)
    ordinal = models.PositiveSmallIntegerField(null=True)
    state = models.TextField()
    then = models.TextField(blank=True)  # its state from `changes_on`
    days = models.IntegerField(null=True)  # of what was done late
    since = models.DateField(null=True)  # from which the days of what is not done are counted
    rule_version = models.PositiveIntegerField()
    due_first = models.DateField(null=True)
    due_last = models.DateField(null=True)
    trigger_first = models.DateField(null=True)
    trigger_last = models.DateField(null=True)
    event_first = models.DateField(null=True)
    event_last = models.DateField(null=True)
    is_proved = models.BooleanField(default=False)
    changes_on = models.DateField(null=True)
    shown_from = models.DateField(null=True)
    shown_until = models.DateField(null=True)
    station_words = models.TextField()
    court_words = models.TextField()

    objects = GuardedManager.from_queryset(DutyStateQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"
        constraints = [
            models.UniqueConstraint(
                name="one_state_a_duty",
                fields=["fir", "duty", "subject"],
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="a_kept_state_is_one_that_has_begun",
                condition=~Q(state__in=[State.NOT_APPLICABLE, State.CANNOT_TELL]),
            ),
            models.CheckConstraint(
                name="a_lapse_is_shown_for_a_day_at_least",
                condition=Q(shown_until=None) | Q(shown_until__gt=F("shown_from")),
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisation", "since", "id"],
                name="lapses_by_age",
                condition=Q(shown_from__isnull=False),
            ),
            models.Index(
                fields=["organisation", "duty", "since", "id"],
                name="lapses_of_a_kind",
                condition=Q(shown_from__isnull=False),
            ),
            models.Index(
                fields=["organisation", "station_words", "since", "id"],
                name="lapses_of_a_station",
                condition=Q(shown_from__isnull=False),
            ),
            models.Index(
                fields=["organisation", "shown_from"],
                name="lapses_by_their_start",
                condition=Q(shown_from__isnull=False),
            ),
            models.Index(
                fields=["organisation", "shown_until"],
                name="lapses_by_their_end",
                condition=Q(shown_until__isnull=False),
            ),
            models.Index(
                fields=["changes_on"],
                name="states_by_their_change",
                condition=Q(changes_on__isnull=False),
            ),
            models.Index(
                fields=["survivor_file"],
                name="states_of_a_file",
                condition=Q(survivor_file__isnull=False),
            ),
        ]

    class Privacy:
        restricted = {
            "organisation", "fir", "survivor_file", "duty", "subject", "ordinal", "state", "then", "days", "since",
            "rule_version", "due_first", "due_last", "trigger_first", "trigger_last", "event_first",
            "event_last", "is_proved", "changes_on", "shown_from", "shown_until", "station_words",
            "court_words",
        }  # fmt: skip

    class Wall:
        using = (
            "organisation_id = ANY((SELECT app_offices())::uuid[])"
            " OR (survivor_file_id IS NULL AND fir_id = ANY((SELECT app_firs())::uuid[]))"
            " OR survivor_file_id = ANY((SELECT app_files())::uuid[])"
        )

    def __str__(self) -> str:
        return f"state {self.pk}"

    @property
    def key(self) -> tuple[uuid.UUID, str, uuid.UUID | None]:
        """Which duty of what it is."""
        return self.fir_id, self.duty, self.subject

    @property
    def says(self) -> tuple[object, ...]:
        """Everything that it says, to see whether another one says the same."""
        return tuple(getattr(self, name) for name in SAYS)

    @property
    def counted_as(self) -> tuple[uuid.UUID, str, str, str, bool]:
        """Where it is counted."""
        return (
            self.organisation_id, self.duty, self.station_words, self.court_words, self.is_proved,
        )  # fmt: skip

    def is_shown_on(self, day: date) -> bool:
        """Whether it is a lapse on that day."""
        begun = self.shown_from is not None and self.shown_from <= day
        return begun and (self.shown_until is None or self.shown_until > day)

    def state_on(self, day: date) -> State:
        """Its state on a day, if nothing else happens until then."""
        turned = self.changes_on is not None and self.changes_on <= day
        return State(self.then if turned else self.state)

    def days_on(self, day: date) -> int | None:
        """By how many days it is late, or has waited."""
        if self.days is not None or self.since is None:
            return self.days
        return max((day - self.since).days, 0)


class LapseCount(models.Model):
    """How many lapses of a kind an office has at a police station and a court, on its counted day."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    duty = models.TextField()
    station_words = models.TextField()
    court_words = models.TextField()
    is_proved = models.BooleanField()
    number = models.IntegerField()

    objects = GuardedManager.from_queryset(OrganisationQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"
        constraints = [
            models.UniqueConstraint(
                name="one_count_a_kind_station_and_court",
                fields=["organisation", "duty", "station_words", "court_words", "is_proved"],
            ),
        ]

    class Privacy:
        restricted = {
            "organisation", "duty", "station_words", "court_words", "is_proved", "number",
        }  # fmt: skip

    class Wall(OrganisationWall):
        pass

    def __str__(self) -> str:
        return f"count {self.pk}"


class CountedDay(models.Model):
    """The day for which the counts of an office hold."""

    organisation = models.OneToOneField(Organisation, models.PROTECT, related_name="+")
    day = models.DateField()

    objects = GuardedManager.from_queryset(OrganisationQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"

    class Privacy:
        restricted = {"organisation", "day"}

    class Wall(OrganisationWall):
        pass

    def __str__(self) -> str:
        return f"counted day {self.pk}"


class NoteQuerySet(models.QuerySet["ToRecount"]):
    def visible_to(self, _actor: Actor) -> Self:
        """Everybody's: an id and nothing else."""
        return self


class ToRecount(models.Model):
    """What changed since the states were kept: a FIR, a file, a court's calendar, or the law itself.

    The database notes it in the transaction of the change, whoever made it; whoever recounts takes it away.
    """

    class What(models.TextChoices):
        FIR = "fir"
        FILE = "file"
        COURT = "court"
        ALL = "all"

    id = models.BigAutoField(primary_key=True)
    what = models.TextField(choices=What)
    subject = models.UUIDField(default=uuid.UUID(int=0))

    objects = GuardedManager.from_queryset(NoteQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"
        constraints = [
            models.UniqueConstraint(name="noted_once", fields=["what", "subject"]),
        ]

    class Privacy:
        open = {"what"}
        restricted = {"subject"}

    class Wall:  # ids without anything else; whoever may change a fact may note it
        functions = MARKING
        using = "true"

    def __str__(self) -> str:
        return f"to recount {self.pk}"
