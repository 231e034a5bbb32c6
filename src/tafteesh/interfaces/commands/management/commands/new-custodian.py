"""Somebody who can open the backups."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from tafteesh.interfaces.commands.safekeeping.custodians import make_custodian


class Command(BaseCommand):
    help = "Make a key pair for a custodian of backups; her secret key goes to the file named and nowhere else."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="what she is called in the list of custodians")
        parser.add_argument(
            "--secret", type=Path, required=True, help="a new file on her own stick"
        )
        parser.add_argument("--json", action="store_true", help="print for a machine")

    def handle(self, *, name: str, secret: Path, **options: Any) -> None:
        """Exit code 1 when the file exists already."""
        public = make_custodian(name, secret)
        if options["json"]:
            self.stdout.write(json.dumps({"name": name, "public_key": public}))
            return
        self.stdout.write(f"{name} can open every backup from now on ({public}).")
        self.stdout.write(f"Take {secret} away from this machine; print it on paper too.")
