"""Erase a survivor's file for good."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from tafteesh.domain.files.actions import erase
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.vault.models import SubjectKey
from tafteesh.interfaces.commands.actors import actor_who_may
from tafteesh.interfaces.commands.safekeeping.erasures import note

REASONS = {
    "her_request": "she asked for it",
    "retention": "the time for keeping it is over",
    "mistake": "it should never have been opened",
    "court": "a court ordered it",
}


class Command(BaseCommand):
    help = "Destroy the key of a survivor's file: what was sealed with it can never be read again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("number", help="the number of the file")
        parser.add_argument("--reason", required=True, choices=REASONS, help="why")
        parser.add_argument("--as", dest="person", help="login name of who decides it")
        parser.add_argument("--for-good", action="store_true", help="needed: there is no way back")
        parser.add_argument("--json", action="store_true", help="print for a machine")

    def handle(self, *, number: str, reason: str, person: str | None, **options: Any) -> None:
        """Exit code 1 when there is no such file or she may not. The register keeps a random number only."""
        if not options["for_good"]:
            raise CommandError("This cannot be undone. Say so with --for-good.")
        actor = actor_who_may(Permission.ERASE, person)
        with acting_as(actor):
            file = SurvivorFile.objects.visible_to(actor).filter(number=number).first()
            if file is None:
                raise CommandError("There is no such file within reach.")
            if SubjectKey.unscoped.filter(pk=file.pk, wrapped=None).exists():
                raise CommandError("It was erased before.")
            try:
                erase(file=file, reason=reason, by=actor)
            except NotAllowed as why:
                raise CommandError(str(why)) from None
            note(file.pk, reason=reason, at=actor.now)
        if options["json"]:
            self.stdout.write(json.dumps({"subject": str(file.pk), "reason": reason}))
        else:
            self.stdout.write("Erased. Copy erasures.log to where the backups are kept.")
