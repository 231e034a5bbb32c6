"""A backup brought back."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from tafteesh.interfaces.commands.safekeeping.custodians import read_identity
from tafteesh.interfaces.commands.safekeeping.restore import check_seal, restore, restore_keys


class Command(BaseCommand):
    help = (
        "Bring a backup back into an empty database and prove it; --keys puts the key files back."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the sealed file (its manifest beside it)")
        parser.add_argument("--secret", type=Path, required=True, help="a custodian's secret key")
        parser.add_argument("--keys", action="store_true", help="the file is a backup of keys")
        parser.add_argument("--erasures", type=Path, help="a later register of erasures to replay")
        parser.add_argument("--json", action="store_true", help="print for a machine")

    def handle(self, *, file: Path, secret: Path, **options: Any) -> None:
        """Exit code 1, and an unchanged database, when anything does not fit."""
        if not file.is_file():
            raise CommandError(f"There is no file {file}.")
        identity = read_identity(secret)
        checked = check_seal(file)
        if not checked:
            self.stderr.write("No manifest lies beside it: its hash was not compared.")
        if options["keys"]:
            done: dict[str, Any] = {"keys": restore_keys(file, identity)}
        else:
            done = restore(
                file, identity, more_erasures=options["erasures"], tell=self._tell(options)
            )
        if options["json"]:
            self.stdout.write(json.dumps({**done, "manifest": checked}))
        else:
            self.stdout.write(
                ", ".join(f"{name.replace('_', ' ')}: {n}" for name, n in done.items())
            )

    def _tell(self, options: dict[str, Any]) -> Any:
        return (lambda _words: None) if options["json"] else self.stdout.write
