"""A sealed copy of everything."""

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from tafteesh.domain.office.actions import record_backup
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.access.permissions import Role
from tafteesh.interfaces.commands.actors import machine
from tafteesh.interfaces.commands.safekeeping.backup import Place, make_backup, make_key_backup
from tafteesh.interfaces.commands.safekeeping.custodians import read_recipients


class Command(BaseCommand):
    help = "Seal a copy of the database and the papers to the custodians; --keys seals the keys alone, to be kept apart."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", type=Path, help="a folder; default: backups in this home")
        parser.add_argument(
            "--custodians", type=Path, help="their public keys; default: custodians.pub"
        )
        parser.add_argument("--keys", action="store_true", help="the key files, and nothing else")
        parser.add_argument("--json", action="store_true", help="print the manifest for a machine")

    def handle(self, **options: Any) -> None:
        """The line in the log comes first, so that the copy holds it too."""
        recipients = read_recipients(options["custodians"])
        actor = machine(Role.SYSTEM_ADMINISTRATOR)
        what = "keys" if options["keys"] else "all"
        with acting_as(actor):
            record_backup(what=what, by=actor)
        folder = options["to"] or Path(settings.HOME) / f"backups{'-keys' * options['keys']}"
        make = make_key_backup if options["keys"] else make_backup
        place = Place.new(folder, what, actor.now)
        manifest = make(place, recipients, at=actor.now)
        if options["json"]:
            self.stdout.write(json.dumps(manifest))
            return
        held = manifest.get("rows")
        count = (
            f"{sum(held.values())} rows" if held is not None else f"{manifest['keys']} key files"
        )
        self.stdout.write(f"{place.sealed}: {count}, sealed to {len(recipients)} custodians.")
