"""Organisations, the people who sign in, and which work each does from when to when."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.foundation.access.permissions import Role
from tafteesh.foundation.kernel.ids import new_id


class Organisation(models.Model):
    """A partner in the work. Each survivor file is owned by one."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.TextField(unique=True)
    code = models.TextField(unique=True)
    is_demo = models.BooleanField(default=False)

    class Privacy:
        open = {"name", "code", "is_demo"}

    def __str__(self) -> str:
        return self.code


class PersonManager(BaseUserManager["Person"]):
    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(login_name=username)

    def create_user(self, login_name: str, password: str | None = None, **more: Any) -> "Person":
        """Make a person with a hashed password (none: she cannot sign in by password)."""
        person = self.model(login_name=login_name, **more)
        person.set_password(password)
        person.save()
        return person


class Person(AbstractBaseUser):
    """Somebody of the staff or of a partner. Survivors are never in this table."""

    class Language(models.TextChoices):
        BENGALI = "bn", "বাংলা"
        HINDI = "hi", "हिन्दी"
        ENGLISH = "en", "English"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    login_name = models.TextField(unique=True)
    name = models.TextField()
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="people")
    language = models.TextField(choices=Language, default=Language.BENGALI)
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)
    hides_names = models.BooleanField(default=True)
    keys_off = models.BooleanField(default=False)
    must_choose_password = models.BooleanField(default=False)
    read_with_her: "list[tuple[Any, ...]] | None" = None  # her roles, for access.people

    objects = PersonManager()

    USERNAME_FIELD = "login_name"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Privacy:
        open = {
            "is_active", "is_demo", "language", "hides_names", "keys_off", "must_choose_password",
        }  # fmt: skip
        restricted = {"login_name", "name", "organisation", "last_login", "password"}

    def __str__(self) -> str:
        return f"person {self.pk}"


class Membership(models.Model):
    """One role that a person holds in one organisation, from a day to a day."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    role = models.TextField(choices=Role)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_role_ends_after_it_starts",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The last day cannot be before the first."),
            ),
            models.UniqueConstraint(
                name="one_open_role_of_a_kind_a_person",
                fields=["person", "organisation", "role"],
                condition=Q(ends_on=None),
            ),
        ]

    class Privacy:
        restricted = {"person", "organisation", "role", "starts_on", "ends_on"}

    def __str__(self) -> str:
        return f"membership {self.pk}"


class RoleProposal(models.Model):
    """A role that two people must agree on: one proposes it, another decides."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    role = models.TextField(choices=Role)
    proposed_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    agreed = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_open_proposal_of_a_kind_a_person",
                fields=["person", "role"],
                condition=Q(decided_at=None),
            ),
            models.CheckConstraint(
                name="a_second_person_decides",
                condition=Q(decided_by=None, decided_at=None, agreed=None)
                | (
                    Q(decided_by__isnull=False, decided_at__isnull=False, agreed__isnull=False)
                    & ~Q(decided_by=F("proposed_by"))
                    & ~Q(decided_by=F("person"))
                ),
            ),
        ]

    class Privacy:
        restricted = {
            "person", "organisation", "role", "proposed_by", "proposed_at", "decided_by", "decided_at",
            "agreed",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"proposal {self.pk}"
