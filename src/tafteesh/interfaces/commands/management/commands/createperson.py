"""Somebody who may sign in."""

import json
import secrets
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from tafteesh.domain.office.actions import (
    NameTaken,
    add_person,
    found_organisation,
    found_person,
)
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.models import Organisation, Person
from tafteesh.foundation.access.permissions import Role
from tafteesh.interfaces.commands.actors import machine


class Command(BaseCommand):
    help = "Add a person with her role; prints a password for her first sign-in, once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("login_name", help="the name she signs in with")
        parser.add_argument("--name", required=True, help="what colleagues call her")
        parser.add_argument("--role", required=True, choices=Role.values)
        parser.add_argument("--organisation", required=True, metavar="CODE")
        parser.add_argument("--new-organisation", metavar="NAME", help="found it, with that code")
        parser.add_argument("--language", default="bn", choices=Person.Language.values)
        parser.add_argument("--json", action="store_true", help="print for a machine")

    @transaction.atomic
    def handle(self, *, login_name: str, name: str, role: str, **options: Any) -> None:
        """Exit code 1 when the name is taken or the organisation is not known."""
        actor = self._clerk_of(self._office(options))
        password = secrets.token_urlsafe(12)
        language = options["language"]
        try:
            person = add_person(
                login_name=login_name, name=name, password=password, language=language, by=actor
            )
        except NameTaken:
            raise CommandError(f"Somebody signs in as {login_name} already.") from None
        found_person(person=person, role=Role(role), by=actor)
        if options["json"]:
            self.stdout.write(json.dumps({"login_name": login_name, "password": password}))
            return
        self.stdout.write(f"{name} signs in as {login_name} with the password {password}")
        self.stdout.write(
            "It is shown this once. She then sets up her second factor and her own password."
        )

    def _office(self, options: dict[str, Any]) -> Organisation:
        found = Organisation.objects.filter(code=options["organisation"]).first()
        if found is None and options["new_organisation"]:
            return found_organisation(
                name=options["new_organisation"], code=options["organisation"]
            )
        if found is None:
            raise CommandError("There is no such organisation; --new-organisation NAME founds it.")
        return found

    def _clerk_of(self, office: Organisation) -> Actor:
        actor = machine(Role.SYSTEM_ADMINISTRATOR)
        return Actor(**{**vars(actor), "organisation_id": office.pk})
