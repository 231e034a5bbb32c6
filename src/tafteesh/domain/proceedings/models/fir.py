"""The FIR: one paper, one row, however many survivors, accused and sections it has."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models import OnFile, Recorded, approx_in_order
from tafteesh.domain.files.models.story import Area
from tafteesh.domain.proceedings.models.base import FirScopedQuerySet, FirWall, OnFir, fir_scope
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.scoping import GuardedManager
from tafteesh.foundation.kernel.no_answer import Answer
from tafteesh.foundation.vault.models import SealedField


class FirQuerySet(models.QuerySet["Fir"]):
    def visible_to(self, actor: Actor) -> Self:
        return self.filter(fir_scope(actor, fir="pk"))

    def standing(self) -> Self:
        """FIRs that were not withdrawn."""
        return self.filter(withdrawn_at=None)


class Fir(Recorded):
    """A first information report: police station, number, year. Entered once, linked to many."""

    class Informant(models.TextChoices):
        SURVIVOR = "survivor", _("She herself")
        MOTHER = "mother", _("Her mother")
        FATHER = "father", _("Her father")
        HUSBAND = "husband", _("Her husband or partner")
        FAMILY = "family", _("Somebody else of her family")
        POLICE = "police", _("The police themselves")
        ORGANISATION = "organisation", _("An organisation")
        OTHER = "other", _("Somebody else")

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    police_station = models.ForeignKey(
        "places.Authority", models.PROTECT, related_name="+", null=True
    )
    station_words = models.TextField()
    station_key = models.TextField()  # folded name: what makes two spellings one station
    number = models.PositiveIntegerField()
    year = models.PositiveSmallIntegerField()
    area = models.TextField(choices=Area)
    registered_earliest = models.DateField(null=True, blank=True)
    registered_latest = models.DateField(null=True, blank=True)
    registered_words = models.TextField(blank=True)
    registered_answer = models.TextField(default=Answer.NOT_ASKED)
    diary_number = models.TextField(blank=True)
    diary_earliest = models.DateField(null=True, blank=True)
    diary_latest = models.DateField(null=True, blank=True)
    is_zero_fir = models.BooleanField(null=True)
    copy_given_on = models.DateField(null=True, blank=True)
    offence_earliest = models.DateField(null=True, blank=True)
    offence_latest = models.DateField(null=True, blank=True)
    court = models.ForeignKey(
        "places.Authority", models.PROTECT, related_name="+", null=True, blank=True
    )
    court_words = models.TextField(blank=True)
    court_number = models.TextField(blank=True)
    cnr = models.TextField(blank=True)
    informant = models.TextField(choices=Informant, blank=True, default="")
    informant_name = SealedField(null=True, blank=True)
    # Kept by the actions on the informant and the accused: the accused who is called like the informant.
    informant_as = models.ForeignKey(
        "proceedings.Accused", models.PROTECT, related_name="+", null=True, blank=True
    )
    # Kept by the actions on investigation spells: who has it now.
    agency_kind = models.TextField(blank=True)

    objects = GuardedManager.from_queryset(FirQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"
        constraints = [
            models.UniqueConstraint(
                name="one_fir_a_station_number_and_year",
                fields=["organisation", "station_key", "number", "year"],
                condition=Q(withdrawn_at=None),
            ),
            models.CheckConstraint(
                name="a_fir_has_a_number_and_a_year",
                condition=Q(number__gte=1, year__gte=1950, year__lte=2100),
            ),
            approx_in_order("fir", "registered"),
            approx_in_order("fir", "diary"),
            approx_in_order("fir", "offence"),
        ]
        indexes = [
            models.Index(fields=["organisation", "-registered_latest", "id"], name="firs_by_day"),
            models.Index(fields=["number", "year"], name="firs_by_number"),
            models.Index(fields=["cnr"], name="firs_by_cnr"),
        ]

    class Privacy:
        restricted = Recorded.RECORDED | {
            "organisation", "police_station", "station_words", "station_key", "number", "year", "area",
            "registered_earliest", "registered_latest", "registered_words", "registered_answer",
            "diary_number", "diary_earliest", "diary_latest", "is_zero_fir", "copy_given_on",
            "offence_earliest", "offence_latest", "court", "court_words", "court_number", "cnr",
            "agency_kind", "informant", "informant_as",
        }  # fmt: skip
        vault = {"informant_name"}

    class Wall:
        functions = """
        CREATE OR REPLACE FUNCTION app_firs() RETURNS uuid[] STABLE LANGUAGE plpgsql AS $$
        DECLARE asking text := app_asking(); files uuid[] := app_files(); found uuid[];
        BEGIN  -- kept as app_files keeps its own
          IF current_setting('app.firs_of', true) = asking THEN
            RETURN current_setting('app.firs', true)::uuid[];
          END IF;
          SELECT COALESCE(array_agg(fir_id), '{}') INTO found FROM proceedings_firsurvivor
          WHERE survivor_file_id = ANY(files) AND withdrawn_at IS NULL;
          PERFORM set_config('app.firs', found::text, true), set_config('app.firs_of', asking, true);
          RETURN found;
        END $$;
        CREATE OR REPLACE TRIGGER forget_what_was_reached
          AFTER INSERT OR UPDATE OR DELETE ON proceedings_firsurvivor EXECUTE FUNCTION app_forget();
        CREATE OR REPLACE FUNCTION app_subjects() RETURNS uuid[] STABLE LANGUAGE sql AS $$
          SELECT app_files() || app_firs()
        $$"""
        using = (
            "organisation_id = ANY((SELECT app_offices())::uuid[])"
            " OR id = ANY((SELECT app_firs())::uuid[])"
        )
        # Whoever holds a file of this organisation may record its FIR before it is linked.
        check = (
            "organisation_id = ANY((SELECT app_organisations())::uuid[])"
            " OR id = ANY((SELECT app_firs())::uuid[])"
        )

    def __str__(self) -> str:
        return f"fir {self.pk}"

    @property
    def reference(self) -> str:
        """How staff say it: station, number, year."""
        return f"{self.station_words} {self.number}/{self.year}"


class FirSurvivor(OnFile):
    """This FIR is about this survivor. Withdrawing the link leaves the FIR and the others alone."""

    fir = models.ForeignKey(Fir, models.PROTECT, related_name="survivors")

    class Meta(OnFile.Meta):
        constraints = [
            models.UniqueConstraint(
                name="one_link_a_survivor_and_fir",
                fields=["fir", "survivor_file"],
                condition=Q(withdrawn_at=None),
            ),
        ]
        indexes = [models.Index(fields=["survivor_file", "fir"], name="firs_of_a_survivor")]

    class Privacy:
        restricted = OnFile.ON_FILE | {"fir"}

    class Wall:
        using = (
            "organisation_id = ANY((SELECT app_offices())::uuid[])"
            " OR survivor_file_id = ANY((SELECT app_files())::uuid[])"
        )

    def __str__(self) -> str:
        return f"fir link {self.pk}"


class FirLink(Recorded):
    """Two FIRs about the same trafficking: source and destination side by side."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    fir = models.ForeignKey(Fir, models.PROTECT, related_name="links")
    other = models.ForeignKey(Fir, models.PROTECT, related_name="+")

    objects = GuardedManager.from_queryset(FirScopedQuerySet)()
    unscoped = models.Manager()

    class Meta:
        base_manager_name = default_manager_name = "unscoped"
        constraints = [
            models.CheckConstraint(
                name="a_fir_is_not_linked_to_itself", condition=~Q(fir=F("other"))
            ),
            models.UniqueConstraint(
                name="two_firs_are_linked_once",
                fields=["fir", "other"],
                condition=Q(withdrawn_at=None),
            ),
        ]

    class Privacy:
        restricted = Recorded.RECORDED | {"organisation", "fir", "other"}

    class Wall(FirWall):
        pass

    def __str__(self) -> str:
        return f"link of firs {self.pk}"


class FirSection(OnFir):
    """A section in the FIR, and the day it was put there."""

    section = models.ForeignKey("law.Section", models.PROTECT, related_name="+", null=True)
    act_words = models.TextField()
    number_words = models.TextField()
    added_on = models.DateField(null=True, blank=True)
    is_original = models.BooleanField(default=True)

    class Meta(OnFir.Meta):
        constraints = [
            models.UniqueConstraint(
                name="a_section_stands_once_in_a_fir",
                fields=["fir", "act_words", "number_words"],
                condition=Q(withdrawn_at=None),
            ),
        ]

    class Privacy:
        restricted = OnFir.ON_FIR | {
            "section",
            "act_words",
            "number_words",
            "added_on",
            "is_original",
        }

    class Wall(FirWall):
        pass

    def __str__(self) -> str:
        return f"section {self.pk}"


class Accused(OnFir):
    """One accused person in one FIR. The name is sealed; "the same man?" is never decided here."""

    class Part(models.TextChoices):
        RECRUITER = "recruiter", _("Recruiter")
        TRANSPORTER = "transporter", _("Transporter")
        TRANSIT_KEEPER = "transit_keeper", _("Kept her on the way")
        SELLER = "seller", _("Seller")
        MANAGER = "manager", _("Brothel or orchestra manager")
        CUSTOMER = "customer", _("Customer")
        FINANCIER = "financier", _("Financier")
        NOT_KNOWN = "not_known", _("Not known")

    ordinal = models.PositiveSmallIntegerField()
    name = SealedField(null=True, blank=True)
    age_years = models.PositiveSmallIntegerField(null=True, blank=True)  # as the FIR says
    part = models.TextField(choices=Part, default=Part.NOT_KNOWN)

    class Meta(OnFir.Meta):
        constraints = [
            models.UniqueConstraint(
                name="one_accused_a_number_in_a_fir",
                fields=["fir", "ordinal"],
                condition=Q(withdrawn_at=None),
            ),
        ]

    class Privacy:
        restricted = OnFir.ON_FIR | {"ordinal", "part", "age_years"}
        vault = {"name"}

    class Wall(FirWall):
        pass

    def __str__(self) -> str:
        return f"accused {self.pk}"


class AccusedStatus(OnFir):
    """What became of one accused in one FIR, and when. The newest standing row holds."""

    class Status(models.TextChoices):
        NOT_ARRESTED = "not_arrested", _("Not arrested")
        ABSCONDING = "absconding", _("Absconding")
        ARRESTED = "arrested", _("Arrested")
        IN_CUSTODY = "in_custody", _("In custody")
        ON_BAIL = "on_bail", _("On bail")
        DISCHARGED = "discharged", _("Discharged")
        ACQUITTED = "acquitted", _("Acquitted")
        CONVICTED = "convicted", _("Convicted")
        DIED = "died", _("Died")

    accused = models.ForeignKey(Accused, models.PROTECT, related_name="statuses")
    status = models.TextField(choices=Status)
    on = models.DateField(null=True, blank=True)
    sentence_months = models.PositiveSmallIntegerField(null=True, blank=True)
    is_for_life = models.BooleanField(default=False, db_default=False)
    fine_paise = models.BigIntegerField(null=True, blank=True)

    class Meta(OnFir.Meta):
        constraints = [
            models.CheckConstraint(
                name="only_who_is_convicted_has_a_sentence",
                condition=Q(status="convicted")
                | Q(sentence_months=None, is_for_life=False, fine_paise=None),
            ),
        ]

    class Privacy:
        restricted = OnFir.ON_FIR | {
            "accused", "status", "on", "sentence_months", "is_for_life", "fine_paise",
        }  # fmt: skip

    class Wall(FirWall):
        pass

    def __str__(self) -> str:
        return f"status of accused {self.pk}"
