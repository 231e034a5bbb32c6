"""The keys by which names are found, made anew."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from tafteesh.domain.files.actions.findable import make_keys_anew
from tafteesh.domain.files.searching import not_findable
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.access.permissions import Role
from tafteesh.interfaces.commands.actors import machine


class Command(BaseCommand):
    help = "Make the keys by which names are found anew, where they are missing or of older rules."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--batch", type=int, default=500, help="files in one transaction")
        parser.add_argument("--all", action="store_true", help="those of the present rules too")
        parser.add_argument("--json", action="store_true", help="print for a machine")

    def handle(self, *, batch: int, **options: Any) -> None:
        """Killed half-way, the next run goes on where this one stopped."""
        actor = machine(Role.SYSTEM_ADMINISTRATOR)
        done = 0
        with acting_as(actor):
            left = not_findable(actor, everything=options["all"])
        for start in range(0, len(left), max(1, batch)):
            with acting_as(actor):
                done += make_keys_anew(files=left[start : start + max(1, batch)], by=actor)
        if options["json"]:
            self.stdout.write(json.dumps({"done": done}))
        else:
            self.stdout.write(f"{done} files can be found by the present rules.")
