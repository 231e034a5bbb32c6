"""The keys by which names are found, made anew."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from tafteesh.interfaces.commands.finding import AT_ONCE, make_findable


class Command(BaseCommand):
    help = "Make the keys by which names are found anew, where they are missing or of older rules."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--batch", type=int, default=AT_ONCE, help="files in one transaction")
        parser.add_argument("--all", action="store_true", help="those of the present rules too")
        parser.add_argument("--json", action="store_true", help="print for a machine")

    def handle(self, *, batch: int, **options: Any) -> None:
        """Killed half-way, the next run goes on where this one stopped."""
        done = make_findable(batch=batch, everything=options["all"])
        if options["json"]:
            self.stdout.write(json.dumps({"done": done}))
        else:
            self.stdout.write(f"{done} files can be found by the present rules.")
