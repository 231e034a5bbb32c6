"""Is every line of the log as it was written?"""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from tafteesh.foundation.audit.models import Entry
from tafteesh.foundation.audit.queries import faults


class Command(BaseCommand):
    help = "Walk the chains of the log; name the first broken line of each."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="print for a machine")

    def handle(self, **options: Any) -> None:
        """Exit code 0 when all lines are as written, 1 otherwise."""
        found = faults()
        if options["json"]:
            plain = {"lines": Entry.objects.count(), "faults": [vars(fault) for fault in found]}
            self.stdout.write(json.dumps(plain))
        elif not found:
            self.stdout.write(f"{Entry.objects.count()} lines, all as they were written.")
        for fault in found:
            self.stderr.write(f"Chain {fault.shard}, line {fault.seq}: {fault.fault}.")
        if found:
            raise CommandError("The log was damaged.")
