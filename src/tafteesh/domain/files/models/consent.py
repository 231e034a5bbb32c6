"""What she agreed to: rows that are only ever added, of which the newest one holds."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models.base import OnFile
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.vault.models import SealedField


class Purpose(models.TextChoices):
    """For what something of hers is used or shared. One agreement never stands for another."""

    LEGAL_HELP = "legal_help", _("Legal help")
    SHARING = "sharing", _("Showing her file to a partner organisation")
    COMPARING = (
        "comparing",
        _("Asking a partner organisation, without names, whether it helps her too"),
    )
    LETTERS = "letters", _("Letters to offices that name her")
    LISTS = "lists", _("Lists that are taken out of the system")
    STORY = "story", _("Her words in reports and stories")
    PHOTO = "photo", _("Her picture")


class Recipient(models.TextChoices):
    """Kinds of recipients, where it is no single organisation of ours."""

    LEGAL_SERVICES = "legal_services", _("Lawyers and legal services")
    OFFICES = "offices", _("Police, courts and other offices")
    OWN_OFFICE = "own_office", _("Our own office")
    PUBLIC = "public", _("Everybody: reports, press, donors")


class Consent(OnFile):
    """One answer of hers: to what, to whom, in which language it was asked, before whom, until when."""

    append_only = True

    class Answer(models.TextChoices):
        AGREES = "agrees", _("She agrees")
        REFUSES = "refuses", _("She does not agree")
        WITHDRAWN = "withdrawn", _("She changed her mind")

    class Way(models.TextChoices):
        SPOKEN = "spoken", _("Explained and asked aloud")
        READ = "read", _("Read out from a paper, signed or marked")
        SIGNED = "signed", _("She read and signed")
        PICTURES = "pictures", _("Explained with pictures")
        INTERPRETER = "interpreter", _("Through an interpreter")

    purpose = models.TextField(choices=Purpose)
    to_organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", null=True, blank=True, db_index=False
    )
    to_kind = models.TextField(choices=Recipient, blank=True)
    answer = models.TextField(choices=Answer)
    language = models.TextField(choices=settings.LANGUAGES)
    way = models.TextField(choices=Way)
    witness_sealed = SealedField(null=True, blank=True)
    starts_on = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta(OnFile.Meta):
        constraints = [
            models.CheckConstraint(
                name="an_answer_is_about_one_recipient",
                condition=Q(to_organisation=None, to_kind__gt="")
                | Q(to_organisation__isnull=False, to_kind=""),
            ),
            models.CheckConstraint(
                name="an_agreement_ends_after_it_starts",
                condition=Q(until=None) | Q(until__gte=F("starts_on")),
            ),
            models.CheckConstraint(
                name="showing_a_file_is_agreed_with_one_organisation_until_a_day",
                condition=~Q(purpose="sharing")
                | Q(to_organisation__isnull=False, answer__in=["refuses", "withdrawn"])
                | Q(to_organisation__isnull=False, until__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["survivor_file", "purpose", "-recorded_at"], name="answers_of_a_file"
            )
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {
            "purpose", "to_organisation", "to_kind", "answer", "language", "way", "starts_on", "until",
        }  # fmt: skip
        vault = {"witness_sealed"}

    class Wall:
        # The newest answer up to that moment holds; of two of the same moment the one that forbids.
        functions = """
        CREATE OR REPLACE FUNCTION app_may_share(file uuid, what text, whom text, at timestamptz)
        RETURNS boolean STABLE LANGUAGE sql AS $$
          SELECT COALESCE((
            SELECT answer = 'agrees' AND starts_on <= (at AT TIME ZONE 'Asia/Kolkata')::date
              AND (until IS NULL OR until >= (at AT TIME ZONE 'Asia/Kolkata')::date)
            FROM files_consent
            WHERE survivor_file_id = file AND purpose = what AND recorded_at <= at
              AND COALESCE(to_organisation_id::text, to_kind) = whom
            ORDER BY recorded_at DESC, (answer = 'agrees'), id DESC LIMIT 1), false)
        $$"""
        # Not by app_files(): that one asks this table whether a share still holds.
        using = (
            "organisation_id = ANY((SELECT app_offices())::uuid[])"
            " OR to_organisation_id = ANY((SELECT app_organisations())::uuid[])"
            " OR survivor_file_id = ANY((SELECT app_files_of_her_own())::uuid[])"
        )
        check = (
            "organisation_id = ANY((SELECT app_offices())::uuid[])"
            " OR survivor_file_id = ANY((SELECT app_files_to_write())::uuid[])"
        )

    def __str__(self) -> str:
        return f"consent {self.pk}"


class MayShare(models.Func):
    """The question of `may_share` inside a query: file, purpose, recipient, moment."""

    function = "app_may_share"
    output_field = models.BooleanField()


def still_agreed(*, file: str, organisation: str, at: object) -> MayShare:
    """Whether she still agrees that this organisation sees her file, for each row of a query."""
    return MayShare(
        F(file),
        models.Value(Purpose.SHARING.value),
        Cast(F(organisation), models.TextField()),
        models.Value(at, output_field=models.DateTimeField()),
    )
