"""Whom one can sign in as in the demo."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from tafteesh.interfaces.commands.demo.people import OFFICES, PEOPLE


class Command(BaseCommand):
    help = "List the people of the demo."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="print for a machine")

    def handle(self, **options: Any) -> None:
        """Names and roles."""
        rows = [
            {
                "login": p.login_name,
                "name": p.name,
                "role": str(p.role.label),
                "office": OFFICES[p.organisation],
            }
            for p in PEOPLE
        ]
        if options["json"]:
            self.stdout.write(json.dumps(rows, ensure_ascii=False))
            return
        for row in rows:
            self.stdout.write(
                f"  {row['name']:<10} {row['role']}, {row['office']} ({row['login']})"
            )
